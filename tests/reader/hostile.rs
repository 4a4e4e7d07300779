//! Texts that nobody writes on purpose: the reader ends quickly, never panics, and every place lies inside the file.

use std::ops::Range;

use proptest::prelude::*;
use rstest::rstest;
use sukima::content::reading::FileContent;
use sukima::domain::document::{Block, BlockKind, DEPTH_LIMIT};

use crate::reader::support::{EN, JA, Read, fixed, lesson, read, read_at};
use crate::support::document::depth;

#[rstest]
#[case(">".repeat(200_000))]
#[case("> ".repeat(200_000))]
#[case(format!("{}a", "- ".repeat(200_000)))]
#[case("1. ".repeat(200_000))]
#[case("＞".repeat(200_000))]
#[case(format!("{}深い文", "> - ".repeat(100_000)))]
#[case((0..2_000).map(|level| format!("{}- 項目\n", "  ".repeat(level.min(200)))).collect())]
fn nesting_is_cut_and_told(#[case] bomb: String) {
    for text in [bomb.clone(), lesson(&bomb)] {
        let read = read_at("a.md", &text, None, &Default::default());
        let cuts = read.codes().iter().filter(|code| **code == "nesting-cut").count();
        assert_eq!(cuts, 1);
        assert!(depth(&read.lesson().main) <= DEPTH_LIMIT);
    }
}

#[rstest]
#[case("*".repeat(40_000))]
#[case("*a ".repeat(8_000))]
#[case("**a ".repeat(8_000))]
#[case("[".repeat(40_000))]
#[case("![".repeat(8_000))]
#[case("[a](".repeat(8_000))]
#[case("`".repeat(40_000))]
#[case("``` ".repeat(12_000))]
#[case("<".repeat(40_000))]
#[case("<a".repeat(8_000))]
#[case("<div>\n<a".repeat(12_000))]
#[case("<!--\n".repeat(12_000))]
#[case("<!-- a".repeat(12_000))]
#[case("{{".repeat(40_000))]
#[case("{{a}}".repeat(12_000))]
#[case("$a".repeat(8_000))]
#[case("~a~".repeat(12_000))]
#[case("|".repeat(40_000))]
#[case(format!("|{}\n|{}\n{}", "a|".repeat(300), "-|".repeat(300), "|a\n".repeat(3_000)))]
#[case("#\n".repeat(8_000))]
#[case("## 確認問題\n### a\n- [x] a\n".repeat(5_000))]
#[case("## 実践\n### a\n- [x] a\n".repeat(5_000))]
#[case("答え: a\n".repeat(8_000))]
#[case("・［ｘ］\n".repeat(8_000))]
#[case("は**「**".repeat(8_000))]
#[case("[^a]: x\n[^a]\n".repeat(10_000))]
#[case("a\n: b\n".repeat(8_000))]
#[case("\u{3000}".repeat(8_000))]
#[case("---\n".repeat(12_000))]
#[case(format!("---\n{}", "a: b\n".repeat(8_000)))]
#[case(format!("---\na: {}\n---\n", "[".repeat(15_000)))]
#[case(format!("---\na: {}\n---\n", "x".repeat(40_000)))]
#[case("\u{0}\u{1b}[31m\u{202e}\u{feff}\u{e000}".repeat(1_000))]
#[case("<ruby><rp>".repeat(10_000))]
fn pathological_text_ends(#[case] text: String) {
    for text in [text.clone(), lesson(&text), lesson(&format!("## 確認問題\n### a\n{text}"))] {
        let read = read_at("a.md", &text, None, &Default::default());
        assert_places(&text, &read);
    }
}

fn assert_places(text: &str, read: &Read) {
    let inside = |range: &Range<usize>| {
        let is_inside = range.start <= range.end && text.get(range.clone()).is_some();
        assert!(is_inside, "{range:?} of {} bytes", text.len());
    };
    for diagnostic in &read.diagnostics {
        inside(diagnostic.range.as_ref().expect("a reader's finding has a place"));
        diagnostic.fix.iter().for_each(|edit| inside(&edit.range));
    }
    let FileContent::Lesson(lesson) = &read.content else { return };
    blocks_inside(&lesson.main, &inside);
    blocks_inside(&lesson.more, &inside);
    lesson.office_values.iter().for_each(|used| inside(&used.range));
    for question in &lesson.questions {
        inside(&question.range);
        inside(&question.heading_range);
        assert!(
            question.range.start <= question.heading_range.start && question.heading_range.end <= question.range.end
        );
        blocks_inside(&question.body, &inside);
        blocks_inside(&question.explanation, &inside);
        blocks_inside(&question.hint, &inside);
        question.answer.choices().iter().for_each(|choice| inside(&choice.range));
        question.answer.mistakes().iter().for_each(|mistake| inside(&mistake.range));
    }
    lesson.tasks.iter().for_each(|task| inside(&task.range));
    if let Some(try_this) = &lesson.try_this {
        inside(&try_this.range);
        try_this.cues.iter().for_each(|cue| inside(&cue.range));
    }
}

fn blocks_inside(blocks: &[Block], inside: &impl Fn(&Range<usize>)) {
    for block in blocks {
        inside(&block.range);
        match &block.kind {
            BlockKind::List { items, .. } => {
                for item in items {
                    inside(&item.range);
                    blocks_inside(&item.blocks, inside);
                }
            }
            BlockKind::Quote { blocks, .. } | BlockKind::Footnote { blocks, .. } => blocks_inside(blocks, inside),
            BlockKind::DefinitionList(definitions) => {
                definitions.iter().flat_map(|each| &each.meanings).for_each(|meaning| blocks_inside(meaning, inside));
            }
            _ => {}
        }
    }
}

#[test]
fn every_place_of_the_samples_is_inside_them() {
    for text in [JA.to_owned(), EN.to_owned(), format!("\u{FEFF}{JA}").replace('\n', "\r\n")] {
        assert_places(&text, &read(&text));
    }
}

/// Pieces that mean something to the reader.
const PIECES: [&str; 40] = [
    "- [x] ",
    "- [ ] ",
    "  - ",
    "－",
    "・",
    "［ｘ］",
    "[　]",
    "１．",
    "1. ",
    "### ",
    "## ",
    "＃＃",
    "> ",
    "＞",
    "| ",
    "｜",
    "---",
    "\n",
    "\r\n",
    "\n\n",
    "```",
    "<!-- id: ",
    " -->",
    "：",
    "；",
    "答え: ",
    "別解2: ",
    "よくある誤り: ",
    " → ",
    "**",
    "「",
    "」",
    "{{report_desk}}",
    "<ruby>",
    "<br>",
    "$",
    "\u{3000}",
    "\u{10A7F}",
    "（1つ）",
    "\t",
];

/// The sample with some pieces put in, taken out or doubled at any character.
fn mutated(edits: &[(usize, usize, u8)], base: &str) -> String {
    let mut text: Vec<char> = base.chars().collect();
    for (at, piece, kind) in edits {
        let at = at % (text.len() + 1);
        match kind % 3 {
            0 => {
                let piece: Vec<char> = PIECES[piece % PIECES.len()].chars().collect();
                text.splice(at..at, piece);
            }
            1 => {
                let end = (at + piece % 40).min(text.len());
                text.drain(at..end);
            }
            _ => {
                let end = (at + piece % 200).min(text.len());
                let part: Vec<char> = text[at..end].to_vec();
                text.splice(at..at, part);
            }
        }
    }
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_lesson_is_read_without_panic_and_places_stay_inside(
        edits in prop::collection::vec((any::<usize>(), any::<usize>(), any::<u8>()), 1..12),
        is_japanese in any::<bool>(),
    ) {
        let text = mutated(&edits, if is_japanese { JA } else { EN });
        let read_mutated = read(&text);
        assert_places(&text, &read_mutated);
    }

    #[test]
    fn random_pieces_are_read_without_panic_and_places_stay_inside(
        pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
            "\\PC{0,6}",
        ], 0..80),
        is_lesson in any::<bool>(),
    ) {
        let body = pieces.concat();
        let text = if is_lesson { lesson(&format!("## 確認問題\n\n{body}")) } else { body };
        let read_pieces = read(&text);
        assert_places(&text, &read_pieces);
    }

    #[test]
    fn mending_every_slip_leaves_none(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60)) {
        let text = lesson(&pieces.concat());
        let first = read(&text);
        let slips: Vec<_> = first.diagnostics.iter().filter(|found| found.finding.code() == "ime-slip").cloned().collect();
        let mended = fixed(&text, &slips);
        let second = read(&mended);
        prop_assert!(second.slips().is_empty(), "{:?} became {:?}: {:?}", text, mended, second.slips());
        let (one, other) = (crate::reader::support::without_places(&first.content), crate::reader::support::without_places(&second.content));
        prop_assert_eq!(one, other, "{:?} became {:?}", text, mended);
    }
}
