//! Layout from outside: blocks and a width in, rows out.

use rstest::rstest;
use sukima::domain::document::{Block, BlockKind, Callout, Inline, ListItem, RichText};
use sukima::domain::language::Language;
use sukima::layout::{Labels, Measure, Rendition, Row, lay_out, wrap_plain};
use sukima::text::SafeText;
use sukima::width::{Ambiguous, columns_with};

const PARAGRAPHS: &str = include_str!("fixtures/japanese-paragraphs.txt");

fn lines(columns: usize) -> Measure {
    Measure {
        columns,
        ambiguous: Ambiguous::Narrow,
        rendition: Rendition::Lines,
        labels: Labels::of(Language::Japanese),
    }
}

fn paragraphs() -> impl Iterator<Item = &'static str> {
    PARAGRAPHS.lines().filter(|line| !line.starts_with("# "))
}

/// The independent checker: its sets are written out from JIS X 4051, not taken from the code.
mod kinsoku {
    const NEVER_FIRST: &str = "、。，．・：；？！）〕］｝〉》」』】〗’”ー々ゝゞヽヾ〜～…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％℃､｡｣ｰﾞﾟｧｨｩｪｫｬｭｮｯ";
    const NEVER_LAST: &str = "（〔［｛〈《「『【〖‘“￥";

    pub fn violations(rows: &[String]) -> Vec<String> {
        let starts = rows.iter().skip(1).filter(|row| row.starts_with(|first| NEVER_FIRST.contains(first)));
        let ends = rows.iter().rev().skip(1).filter(|row| row.ends_with(|last| NEVER_LAST.contains(last)));
        starts.chain(ends).cloned().collect()
    }
}

#[test]
fn real_paragraphs_obey_kinsoku_at_every_width() {
    let mut count = 0;
    for paragraph in paragraphs() {
        for columns in 20..=80 {
            let rows = wrap_plain(paragraph, &lines(columns), "", "");
            assert_eq!(kinsoku::violations(&rows), Vec::<String>::new(), "{columns} columns of {paragraph}");
            for row in &rows {
                assert!(columns_with(row, Ambiguous::Narrow) <= columns, "{columns} columns: {row}");
            }
        }
        count += 1;
    }
    assert!(count >= 100, "{count} paragraphs");
}
