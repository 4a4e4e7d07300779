//! Short ways to write documents and measures in tests.

use sukima::domain::document::{Block, BlockKind, Inline, ListItem, RichText};
use sukima::domain::language::Language;
use sukima::layout::{Labels, Measure, Rendition, Row};
use sukima::text::SafeText;
use sukima::width::Ambiguous;

pub fn lines(columns: usize) -> Measure {
    Measure {
        columns,
        ambiguous: Ambiguous::Narrow,
        rendition: Rendition::Lines,
        labels: Labels::of(Language::Japanese),
    }
}

pub fn screen(columns: usize, ascii: bool) -> Measure {
    Measure { rendition: Rendition::Screen { ascii }, ..lines(columns) }
}

pub fn block(kind: BlockKind) -> Block {
    Block { kind, range: 0..0 }
}

pub fn paragraph(text: &str) -> Block {
    block(BlockKind::Paragraph(RichText::of(text)))
}

pub fn rich(inlines: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph(RichText(inlines)))
}

pub fn text(text: &str) -> Inline {
    Inline::Text(SafeText::new(text))
}

pub fn heading(level: u8, text: &str) -> Block {
    block(BlockKind::Heading { level, content: RichText::of(text) })
}

pub fn item(blocks: Vec<Block>) -> ListItem {
    ListItem { ticked: None, blocks, range: 0..0 }
}

pub fn task(ticked: bool, text: &str) -> ListItem {
    ListItem { ticked: Some(ticked), ..item(vec![paragraph(text)]) }
}

pub fn list(start: Option<u64>, items: Vec<ListItem>) -> Block {
    block(BlockKind::List { start, items })
}

pub fn table(rows: &[&[&str]]) -> Block {
    let cells = |row: &&[&str]| row.iter().map(|cell| RichText::of(cell)).collect::<Vec<_>>();
    block(BlockKind::Table {
        alignments: Vec::new(),
        head: cells(&rows[0]),
        rows: rows[1..].iter().map(cells).collect(),
    })
}

pub fn shown(rows: &[Row]) -> String {
    rows.iter().map(|row| row.text().to_owned() + "\n").collect()
}
