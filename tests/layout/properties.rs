//! What holds for every text and every width.

use proptest::prelude::*;
use sukima::domain::document::{Block, BlockKind, Callout, Document, Inline, RichText};
use sukima::domain::language::Language;
use sukima::layout::{Labels, Measure, Rendition, lay_out, wrap_plain};
use sukima::text::SafeText;
use sukima::width::{Ambiguous, columns_with};

use crate::layout::builders::{block, item, lines, list};
use crate::layout::kinsoku::cannot_part;

/// Text as it comes: mostly Japanese, some Latin, figures, addresses, and whatever Unicode holds.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[ぁ-んァ-ヶー一-鿿々]{1,8}",
        4 => "[、。（）「」『』！？・：…〜―％]{1,3}",
        2 => "[A-Za-z]{1,12} ?",
        2 => "第?[0-9０-９]{1,6}(年度|円|分|か月|%)?",
        1 => "https?://[a-z./]{1,40}",
        1 => "\\PC{1,6}",
        1 => "( |　|[e葛か]\u{301}|葛\u{E0100}|👩\u{200D}💻|🇯🇵|ｶﾞ|①)",
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| SafeText::line(&parts.concat()).into_string())
}

fn any_rich() -> impl Strategy<Value = RichText> {
    let inline = any_text().prop_map(|text| Inline::Text(SafeText::new(&text))).prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Inline::Strong),
            prop::collection::vec(inner, 0..4).prop_map(Inline::Emphasis),
            Just(Inline::SoftBreak),
            Just(Inline::HardBreak),
            any_text().prop_map(|text| Inline::Code(SafeText::new(&text))),
        ]
    });
    prop::collection::vec(inline, 0..5).prop_map(RichText)
}

/// Paragraphs, headings, lists, quotes, callouts, tables, code and footnotes inside one another.
fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        3 => any_rich().prop_map(|text| block(BlockKind::Paragraph(text))),
        1 => (1u8..=6, any_rich()).prop_map(|(level, content)| block(BlockKind::Heading { level, content })),
        1 => any_text().prop_map(|text| block(BlockKind::Code { language: SafeText::default(), text: SafeText::new(&text) })),
        1 => Just(block(BlockKind::Rule)),
        1 => prop::collection::vec(prop::collection::vec(any_rich(), 1..4), 1..4).prop_map(|mut rows| {
            block(BlockKind::Table { alignments: Vec::new(), head: rows.remove(0), rows })
        }),
    ];
    let block = leaf.prop_recursive(5, 24, 3, |inner| {
        let blocks = prop::collection::vec(inner, 0..3);
        prop_oneof![
            (prop::option::of(any::<u64>()), prop::collection::vec(blocks.clone(), 1..4))
                .prop_map(|(start, items)| list(start, items.into_iter().map(item).collect())),
            blocks.clone().prop_map(|blocks| block(BlockKind::Quote { callout: None, blocks })),
            blocks.clone().prop_map(|blocks| block(BlockKind::Quote { callout: Some(Callout::Warning), blocks })),
            blocks.prop_map(|blocks| block(BlockKind::Footnote { label: SafeText::new("注記"), blocks })),
        ]
    });
    prop::collection::vec(block, 0..4)
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let rendition = prop_oneof![
        Just(Rendition::Lines),
        Just(Rendition::Screen { ascii: true }),
        Just(Rendition::Screen { ascii: false })
    ];
    (2usize..100, prop_oneof![Just(Ambiguous::Narrow), Just(Ambiguous::Wide)], rendition).prop_map(
        |(columns, ambiguous, rendition)| Measure {
            columns,
            ambiguous,
            rendition,
            labels: Labels::of(Language::Japanese),
        },
    )
}

/// What is read: letters and Japanese, without the marks that layout adds.
pub fn words(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !character.is_ascii() && !"│".contains(*character))
        .collect()
}

/// Breaks lines of wide characters as the checker's sets alone would: each row up to the last place that may part, and
/// up to the edge where there is none.
fn broken_by_the_checker(text: &str, columns: usize) -> Vec<String> {
    let mut rest: Vec<char> = text.chars().collect();
    let mut rows = Vec::new();
    while rest.len() * 2 > columns {
        let most = columns / 2;
        let end = (1..=most).rev().find(|end| !cannot_part(rest[end - 1], rest[*end])).unwrap_or(most);
        rows.push(rest.drain(..end).collect());
    }
    rows.push(rest.into_iter().collect());
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_row_is_wider_than_asked_or_ends_in_white_space(blocks in any_blocks(), measure in any_measure()) {
        for row in lay_out(&blocks, &measure) {
            let text = row.text();
            prop_assert!(row.columns(measure.ambiguous) <= measure.columns, "{} columns: {text:?}", measure.columns);
            prop_assert_eq!(text.trim_end(), text);
            prop_assert!(!text.contains('\n'));
            prop_assert!(row.spans().all(|(text, _)| !text.is_empty()));
        }
    }

    #[test]
    fn no_text_is_lost_and_its_order_is_kept(content in prop::collection::vec(any_rich(), 1..6), measure in any_measure()) {
        let paragraphs = |content: &[RichText]| -> Vec<Block> {
            content.iter().map(|text| block(BlockKind::Paragraph(text.clone()))).collect()
        };
        let (flat, nested) = content.split_at(content.len() / 2);
        let mut blocks = paragraphs(flat);
        let inner = list(Some(1), vec![item(paragraphs(nested))]);
        blocks.push(list(None, vec![item(vec![inner])]));
        let rows: String = lay_out(&blocks, &measure).iter().map(|row| row.text()).collect();
        prop_assert_eq!(words(&rows), words(&Document::plain(&blocks)));
    }

    #[test]
    fn a_paragraph_keeps_every_character(text in any_text(), measure in any_measure()) {
        let rows = wrap_plain(&text, &measure, "", "");
        let unspaced = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(unspaced(&rows.concat()), unspaced(&text));
    }

    #[test]
    fn no_grapheme_is_cut(text in any_text(), columns in 20usize..60) {
        let graphemes = |text: &str| -> Vec<String> {
            let all = sukima::width::graphemes(text, Ambiguous::Narrow);
            all.map(|(grapheme, _)| grapheme.trim().to_owned()).filter(|grapheme| !grapheme.is_empty()).collect()
        };
        let rows = wrap_plain(&text, &lines(columns), "", "");
        prop_assert_eq!(rows.iter().flat_map(|row| graphemes(row)).collect::<Vec<_>>(), graphemes(&text));
    }

    #[test]
    fn wide_and_narrow_hold_the_same_words(content in any_rich(), columns in 2usize..80) {
        let blocks = [block(BlockKind::Paragraph(content))];
        let text = |ambiguous| -> String {
            lay_out(&blocks, &Measure { ambiguous, ..lines(columns) }).iter().map(|row| row.text()).collect()
        };
        prop_assert_eq!(words(&text(Ambiguous::Narrow)), words(&text(Ambiguous::Wide)));
    }

    #[test]
    fn laying_out_what_was_laid_out_changes_nothing(text in any_text(), measure in any_measure()) {
        let rows = wrap_plain(&text, &measure, "", "");
        prop_assert_eq!(wrap_plain(&rows.join("\n"), &measure, "", ""), rows);
    }

    /// Kinsoku holds, and every row is as full as it allows, even in texts that no one would write.
    #[test]
    fn japanese_is_broken_where_the_checker_breaks_it(text in "[あいかナ漢字語々、。（）「」ーっョ！？・]{0,60}", columns in 1usize..20) {
        prop_assert_eq!(wrap_plain(&text, &lines(columns * 2), "", ""), broken_by_the_checker(&text, columns * 2));
    }

    #[test]
    fn words_and_figures_stay_whole_while_they_fit(
        before in "[あ-ん]{0,20}", unit in "[a-z0-9][a-z0-9./@:\\\\_-]{0,18}|第?[0-9]{1,5}(年度|か月|円|人)", columns in 20usize..40
    ) {
        let rows = wrap_plain(&format!("{before}{unit}です"), &lines(columns), "", "");
        prop_assert!(rows.iter().any(|row| row.contains(&unit)), "{rows:?}");
        prop_assert!(rows.iter().all(|row| columns_with(row, Ambiguous::Narrow) <= columns));
    }
}
