//! A table without a frame: one record for each of its rows. The first column leads, the others stand under it, each
//! cell behind the name of its column, so that a row makes sense to someone who hears it alone.

use crate::domain::document::RichText;
use crate::layout::block::Page;
use crate::layout::flow::Flow;
use crate::layout::margin::Margin;
use crate::layout::row::Tone;
use crate::layout::table::Table;

pub(super) fn lay_out(page: &mut Page<'_>, table: Table<'_>, margin: &Margin) {
    let [none, two, four] = ["", "  ", "    "].map(|indent| (indent, Tone::Plain));
    let mut lead = page.inside(margin, none, four);
    let under = page.inside(&margin.after_first(), two, four);
    let nameless = RichText::default();
    if table.rows.is_empty() {
        for name in table.head {
            page.flow(&Flow::of(name, Tone::Strong, &page.measure.labels), &lead);
            lead.first = margin.rest.clone();
        }
    }
    for row in table.rows {
        for (index, cell) in row.iter().enumerate() {
            let name = table.head.get(index).unwrap_or(&nameless);
            page.flow(&line(page, name, cell), if index == 0 { &lead } else { &under });
        }
        lead.first = margin.rest.clone();
    }
}

fn line(page: &Page<'_>, name: &RichText, cell: &RichText) -> Flow {
    let labels = &page.measure.labels;
    let mut flow = Flow::of(name, Tone::Muted, labels);
    if !name.is_empty() {
        flow.push(": ", Tone::Muted);
    }
    if cell.is_empty() {
        flow.push(labels.blank, Tone::Muted);
    } else {
        flow.push_rich(cell, Tone::Plain, labels);
    }
    flow
}
