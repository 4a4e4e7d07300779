//! Code: every line as it is, cut between graphemes where it is wider than the row. Japanese rules do not hold in it.

use crate::layout::Rendition;
use crate::layout::block::Page;
use crate::layout::margin::Margin;
use crate::layout::row::Tone;
use crate::width::graphemes;

pub(super) fn lay_out(page: &mut Page<'_>, text: &str, margin: &Margin) {
    let indent = match page.measure.rendition {
        Rendition::Lines => ("    ", Tone::Plain),
        Rendition::Screen { .. } => ("  ", Tone::Plain),
    };
    let margin = page.inside(margin, indent, indent);
    let mut margin = page.with_room(&margin);
    let lines = text.strip_suffix('\n').unwrap_or(text);
    for line in lines.split('\n') {
        for part in cut(page, line, &margin) {
            let mut row = margin.first.clone();
            row.push(part, Tone::Code);
            row.trim_end();
            page.rows.push(row);
            margin = margin.after_first();
        }
    }
}

/// The parts of a line that fit beside the margin, at least one.
fn cut<'line>(page: &Page<'_>, line: &'line str, margin: &Margin) -> Vec<&'line str> {
    let ambiguous = page.measure.ambiguous;
    let mut room = page.measure.columns.saturating_sub(margin.first.columns(ambiguous));
    let mut parts = Vec::new();
    let (mut start, mut end, mut taken) = (0, 0, 0);
    for (grapheme, columns) in graphemes(line, ambiguous) {
        if taken + columns > room && end > start {
            parts.push(&line[start..end]);
            room = page.measure.columns.saturating_sub(margin.rest.columns(ambiguous));
            (start, taken) = (end, 0);
        }
        end += grapheme.len();
        taken += columns;
    }
    parts.push(&line[start..]);
    parts
}
