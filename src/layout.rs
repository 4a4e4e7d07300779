//! A document and a width → rows of toned spans, for lines and for screens. It knows no colour, no terminal and no
//! language: what a row looks like is the theme's, and the few words that it adds come with the measure.

mod block;
mod code;
mod common;
mod fill;
mod flow;
mod glue;
mod kinsoku;
mod labels;
mod list;
mod margin;
mod row;
mod table;
mod wrap;

pub use labels::Labels;
pub use row::{Row, Tone};

use crate::domain::document::{Block, RichText};
use crate::width::Ambiguous;

/// What a text is laid out for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Columns that a row may take.
    pub columns: usize,
    pub ambiguous: Ambiguous,
    pub rendition: Rendition,
    pub labels: Labels,
}

/// How structure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendition {
    /// For eyes: frames and bars, in ASCII alone where `ascii` is set. Where ambiguous characters are wide they are
    /// ASCII in any case.
    Screen { ascii: bool },
    /// For line mode, screen readers and pipes: no frames, every structure told in words and plain marks.
    Lines,
}

/// Lays out blocks. No row is wider than the measure, nothing is cut off, and the order of the text is kept; only
/// footnotes move, to the end. Blocks are parted by one blank row, and none stands at either end.
pub fn lay_out(blocks: &[Block], measure: &Measure) -> Vec<Row> {
    block::lay_out(blocks, measure)
}

/// Lays out one text. `first_indent` stands before the first row and `rest_indent` before all others; an indent that
/// would leave no room is laid out as text (the first) or left out (the rest). Never returns no row at all.
pub fn wrap(text: &RichText, tone: Tone, measure: &Measure, first_indent: &str, rest_indent: &str) -> Vec<Row> {
    let margin = margin::Margin::of(first_indent, rest_indent);
    fill::rows(&flow::Flow::of(text, tone, &measure.labels), &margin, measure.columns, measure.ambiguous)
}

/// The same for a plain text, whose line feeds are kept.
pub fn wrap_plain(text: &str, measure: &Measure, first_indent: &str, rest_indent: &str) -> Vec<String> {
    let margin = margin::Margin::of(first_indent, rest_indent);
    let flow = flow::Flow::plain(text, Tone::Plain);
    let rows = fill::rows(&flow, &margin, measure.columns, measure.ambiguous);
    rows.iter().map(|row| row.text().to_owned()).collect()
}
