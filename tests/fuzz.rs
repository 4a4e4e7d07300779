//! Texts by chance, the same ones in the same order on every machine, for as many seconds as `SUKIMA_FUZZ_SECONDS`
//! says (one without it): through SafeText, through the reader, and through the reader and layout.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use sukima::content::reading::{FileContent, read_text};
use sukima::domain::document::{Block, DEPTH_LIMIT, Document};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::layout::{Labels, Measure, Rendition, lay_out, wrap_plain};
use sukima::text::{SafeText, unsafe_characters};
use sukima::width::{Ambiguous, columns};

use crate::support::document::depth;

const JAPANESE: &str = include_str!("fixtures/sample-lessons/ja/safe-basics/suspicious-mail-first-move.md");
const ENGLISH: &str = include_str!("fixtures/sample-lessons/en/safe-basics/suspicious-mail-first-move.md");
const WORKSHEET: &str = include_str!("fixtures/sample-lessons/ja/worksheets/near-miss.md");

/// Cases of one seed; a failure is made as small as it gets and told with them.
const CASES: u32 = 32;

/// Runs a check on seed after seed until the time is over, at least one; how much was tried is told for the log.
#[allow(clippy::disallowed_methods, clippy::print_stderr, reason = "how long to try is no matter of the program")]
fn for_its_seconds<S: Strategy>(strategy: &S, check: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let seconds = std::env::var("SUKIMA_FUZZ_SECONDS").map_or(1, |seconds| seconds.parse().expect("whole seconds"));
    let begun = Instant::now();
    let mut seeds = 0u64;
    while seeds == 0 || begun.elapsed() < Duration::from_secs(seconds) {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&seeds.to_le_bytes());
        let config = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
        if let Err(failure) = runner.run(strategy, &check) {
            panic!("seed {seeds}: {failure}");
        }
        seeds += 1;
    }
    eprintln!("{} texts", seeds * u64::from(CASES));
}

/// What markdown, front matter and the Japanese keyboard give a meaning to.
const PIECES: [&str; 64] = [
    "---\n",
    "id: ",
    "title: 題\n",
    "lang: ja\n",
    "kind: worksheet\n",
    "# ",
    "## ",
    "### ",
    "## 確認問題\n",
    "## 実践\n",
    "## もっと詳しく\n",
    "### やってみること\n",
    "（1つ）",
    "（すべて）",
    "（穴埋め）",
    "（並べ替え）",
    "（組み合わせ）",
    "（数値）",
    "- [ ] ",
    "- [x] ",
    "- ",
    "1. ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "> ",
    "> [!NOTE]\n",
    "> 解説: ",
    "```\n",
    "`",
    "**",
    "*",
    "~~",
    "$",
    "| a | b |\n|---|---|\n| ",
    " | ",
    "|",
    "[^1]",
    "[^1]: ",
    "[語](",
    "![図](",
    ")",
    "<ruby>紛失<rt>ふんしつ</rt></ruby>",
    "<div>",
    "<!-- id: m3kq -->",
    "<!--",
    "<br>",
    "{{report_desk}}",
    "{{",
    "答え: ",
    "別解: ",
    "よくある誤り: ",
    " → ",
    "［ｘ］",
    "－",
    "１．",
    "＃",
    "：",
    "用語\n: ",
    "\\",
    "&amp;",
    "&#x1b;",
];

/// Characters that move a cursor, hide, join or turn round, among those that lessons are made of.
const CHARACTERS: &str = "\0\u{7}\t\n\r\u{1B}\u{7F}\u{85}\u{9B}\u{AD}\u{301}\u{3099}\u{FF9E}\u{200B}\u{200D}\u{202E}\u{2028}\u{2066}\u{E000}\u{FE0F}\u{E0100}\u{E0041}\u{FEFF}\u{FFFE}❤👩🏽💻🇯🇵か葛aｶ、。「」（）ー々っ①─α第3年円 　";

fn any_characters() -> impl Strategy<Value = String> {
    let character = prop_oneof![any::<char>(), prop::sample::select(CHARACTERS.chars().collect::<Vec<_>>())];
    prop::collection::vec(character, 0..12).prop_map(String::from_iter)
}

/// A file of pieces, or a lesson with pieces put in, taken out and doubled.
fn any_file() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => "[ぁ-んァ-ヶ一-龠、。「」（）ー々]{1,12}",
        1 => "[a-z0-9 .:/-]{1,12}",
        1 => any_characters(),
    ];
    let pieces = prop::collection::vec(piece.clone(), 0..80).prop_map(|pieces| pieces.concat());
    let edit = (any::<prop::sample::Index>(), 0usize..60, piece);
    let base = prop::sample::select(vec![JAPANESE, ENGLISH, WORKSHEET]);
    let mutated = (base, prop::collection::vec(edit, 1..12)).prop_map(|(base, edits)| {
        let mut text: Vec<char> = base.chars().collect();
        for (at, length, piece) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            match length % 3 {
                0 => drop(text.splice(at..end, piece.chars())),
                1 => drop(text.splice(at..at, piece.chars())),
                _ => {
                    let doubled = text[at..end].to_vec();
                    text.splice(at..at, doubled);
                }
            }
        }
        String::from_iter(text)
    });
    prop_oneof![pieces, mutated]
}

/// What a terminal obeys, or what is not seen; written from the requirement, not from the code.
fn is_forbidden(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' | '\u{F0000}'..)
}

/// Everything that is laid out of a file.
fn parts(content: FileContent) -> Vec<Vec<Block>> {
    let FileContent::Lesson(lesson) = content else { return Vec::new() };
    let of_questions =
        lesson.questions.into_iter().flat_map(|question| [question.body, question.explanation, question.hint]);
    let of_tasks = lesson.tasks.into_iter().map(|task| task.blocks);
    [lesson.main, lesson.more].into_iter().chain(of_questions).chain(of_tasks).collect()
}

#[test]
fn any_text_is_made_safe() {
    for_its_seconds(&prop::collection::vec(any_characters(), 0..20), |parts| {
        let source = parts.concat();
        for safe in [SafeText::new(&source), SafeText::line(&source)] {
            prop_assert_eq!(safe.chars().find(|character| is_forbidden(*character)), None, "{:?}", &source);
            prop_assert_eq!(&SafeText::new(&safe), &safe);
            prop_assert!(unsafe_characters(&safe).is_empty(), "{:?}", &source);
            // Nothing long hides in few columns: a base carries eight marks, and eight emoji join one.
            prop_assert!(
                safe.chars().count() <= 24 * (1 + columns(&safe) + safe.matches('\n').count()),
                "{:?}",
                &source
            );
        }
        Ok(())
    });
}

#[test]
fn any_file_is_read() {
    for_its_seconds(&any_file(), |text| {
        let mut diagnostics = Vec::new();
        let content = read_text("ja/a.md", &text, Some(Language::Japanese), &Office::default(), &mut diagnostics);
        for diagnostic in &diagnostics {
            let ranges = diagnostic.range.iter().chain(diagnostic.fix.iter().map(|edit| &edit.range));
            for range in ranges {
                prop_assert!(
                    text.get(range.clone()).is_some(),
                    "{range:?} of {} bytes: {:?}",
                    text.len(),
                    diagnostic.finding
                );
            }
        }
        for blocks in parts(content) {
            prop_assert!(depth(&blocks) <= DEPTH_LIMIT);
            let words = Document::plain(&blocks);
            prop_assert_eq!(words.chars().find(|character| is_forbidden(*character)), None, "{:?}", words);
        }
        Ok(())
    });
}

/// Without the marks that layout adds, which stand more often where a page is narrower.
fn words(rows: &[String]) -> String {
    let all = rows.concat();
    all.chars().filter(|character| !character.is_whitespace() && !">-│|".contains(*character)).collect()
}

#[test]
fn any_file_is_laid_out() {
    let rendition = prop_oneof![
        Just(Rendition::Lines),
        Just(Rendition::Screen { ascii: false }),
        Just(Rendition::Screen { ascii: true })
    ];
    let ambiguous = prop_oneof![Just(Ambiguous::Narrow), Just(Ambiguous::Wide)];
    for_its_seconds(&(any_file(), 2usize..100, rendition, ambiguous), |(text, columns, rendition, ambiguous)| {
        let measure = Measure { columns, ambiguous, rendition, labels: Labels::of(Language::Japanese) };
        let content = read_text("a.md", &text, None, &Office::default(), &mut Vec::new());
        for blocks in parts(content) {
            let rows = lay_out(&blocks, &measure);
            for row in &rows {
                let text = row.text();
                prop_assert!(row.columns(ambiguous) <= columns, "{columns} columns: {text:?}");
                prop_assert_eq!(text.trim_end(), text);
                prop_assert_eq!(text.chars().find(|character| *character == '\n' || is_forbidden(*character)), None);
            }
            let in_lines = |columns| -> Vec<String> {
                let measure = Measure { columns, rendition: Rendition::Lines, ..measure.clone() };
                lay_out(&blocks, &measure).iter().map(|row| row.text().to_owned()).collect()
            };
            let (narrow, wide) = (in_lines(columns), in_lines(100_000));
            prop_assert_eq!(words(&narrow), words(&wide));
            let texts: Vec<String> = rows.iter().map(|row| row.text().to_owned()).collect();
            let again = wrap_plain(&texts.join("\n"), &measure, "", "");
            prop_assert_eq!(if texts.is_empty() { Vec::new() } else { again }, texts);
        }
        Ok(())
    });
}
