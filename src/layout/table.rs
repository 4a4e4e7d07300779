//! Tables: framed on a screen while every column stays readable, otherwise a list of records. No cell is cut off.

use crate::domain::document::{Alignment, RichText};
use crate::layout::block::Page;
use crate::layout::flow::Flow;
use crate::layout::margin::Margin;
use crate::layout::row::{Span, Tone};

pub(super) fn lay_out(
    page: &mut Page<'_>,
    _alignments: &[Alignment],
    head: &[RichText],
    rows: &[Vec<RichText>],
    margin: &Margin,
) {
    records(page, head, rows, margin);
}

/// One record a row of the table: the first column leads, the others stand under it, each with its column's name.
fn records(page: &mut Page<'_>, head: &[RichText], rows: &[Vec<RichText>], margin: &Margin) {
    let nameless = RichText::default();
    let mut lead = page.inside(margin, Span::new("", Tone::Plain), Span::new("    ", Tone::Plain));
    if rows.is_empty() {
        for name in head {
            page.flow(&Flow::of(name, Tone::Strong, &page.measure.labels), &lead);
            lead.first = margin.rest.clone();
        }
        return;
    }
    let under = page.inside(&margin.after_first(), Span::new("  ", Tone::Plain), Span::new("    ", Tone::Plain));
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            let name = head.get(index).unwrap_or(&nameless);
            page.flow(&record_line(page, name, cell), if index == 0 { &lead } else { &under });
        }
        lead.first = margin.rest.clone();
    }
}

fn record_line(page: &Page<'_>, name: &RichText, cell: &RichText) -> Flow {
    let labels = &page.measure.labels;
    let mut flow = Flow::of(name, Tone::Muted, labels);
    if !name.is_empty() {
        flow.push(": ", Tone::Muted);
    }
    match cell.is_empty() {
        true => flow.push(labels.blank, Tone::Muted),
        false => flow.push_rich(cell, Tone::Plain, labels),
    }
    flow
}
