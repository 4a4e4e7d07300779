//! What this program shows of a markdown text, at any width.

use sukima::content::reading::{FileContent, read_text};
use sukima::domain::document::Block;
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::layout::{Labels, Measure, Rendition, Row, lay_out};
use sukima::width::Ambiguous;

/// The blocks of a text, and the codes of its findings. A title is put before it, because the first heading of a file
/// is its title and no part of the text.
pub fn blocks(markdown: &str) -> (Vec<Block>, Vec<&'static str>) {
    let mut diagnostics = Vec::new();
    let text = format!("# 題\n\n{markdown}");
    let FileContent::Lesson(lesson) = read_text("a.md", &text, None, &Office::default(), &mut diagnostics) else {
        panic!("a worksheet: {markdown:?}");
    };
    assert_eq!(lesson.more, [], "a section of its own: {markdown:?}");
    (lesson.main, diagnostics.iter().map(|diagnostic| diagnostic.finding.code()).collect())
}

/// Every kind of page: both renditions, both widths of ambiguous characters.
pub fn measures(columns: usize) -> impl Iterator<Item = Measure> {
    [Rendition::Screen { ascii: false }, Rendition::Screen { ascii: true }, Rendition::Lines].into_iter().flat_map(
        move |rendition| {
            [Ambiguous::Narrow, Ambiguous::Wide].map(|ambiguous| Measure {
                columns,
                ambiguous,
                rendition,
                labels: Labels::of(Language::Japanese),
            })
        },
    )
}

/// So wide that no example is wrapped.
pub const UNWRAPPED: usize = 1_000;

fn rows(blocks: &[Block], measure: &Measure) -> Vec<Row> {
    let rows = lay_out(blocks, measure);
    for row in &rows {
        assert!(row.columns(measure.ambiguous) <= measure.columns, "{} columns: {:?}", measure.columns, row.text());
    }
    rows
}

/// All rows of a page as one text.
pub fn page(blocks: &[Block], measure: &Measure) -> String {
    rows(blocks, measure).iter().map(|row| row.text().to_owned() + "\n").collect()
}

/// The text of a page with box lines, so wide that nothing is wrapped, without those lines.
pub fn unwrapped(blocks: &[Block]) -> String {
    let measure = measures(UNWRAPPED).next().expect("there are several");
    page(blocks, &measure).chars().filter(|character| !"│─┌┬┐├┼┤└┴┘".contains(*character)).collect()
}
