//! A table in a frame, its cells wrapped. It gives up where a column would be too narrow to read.

use crate::domain::document::{Alignment, RichText};
use crate::layout::Measure;
use crate::layout::block::Page;
use crate::layout::fill;
use crate::layout::flow::Flow;
use crate::layout::margin::Margin;
use crate::layout::row::{Row, Tone};
use crate::layout::table::Table;
use crate::width::columns_with;

/// Six wide characters: in a narrower column Japanese is spelled out rather than read.
const READABLE_COLUMNS: usize = 12;

/// The framed rows, or `None` where the columns do not fit.
pub(super) fn rows(page: &Page<'_>, table: Table<'_>, margin: &Margin) -> Option<Vec<Row>> {
    let count = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    let cells: Vec<Vec<Flow>> = std::iter::once(table.head)
        .chain(table.rows.iter().map(Vec::as_slice))
        .enumerate()
        .map(|(index, row)| flows(row, count, if index == 0 { Tone::Strong } else { Tone::Plain }, page.measure))
        .collect();
    let left = margin.first.columns(page.measure.ambiguous).max(margin.rest.columns(page.measure.ambiguous));
    // A bar and a space before each cell, a space after it, and the last bar.
    let room = page.measure.columns.checked_sub(left + 3 * count + 1)?;
    let widths = widths(&cells, room, page.measure)?;
    let frame = Frame { widths, glyphs: if page.draws_lines() { &BOX } else { &ASCII }, measure: page.measure };

    let drawn: Vec<Vec<Row>> = cells.iter().map(|row| frame.cells(row, table.alignments)).collect();
    let any_is_wrapped = drawn.iter().skip(1).any(|rows| rows.len() > 1);
    let mut rows = vec![frame.line(frame.glyphs.top)];
    for (index, row) in drawn.into_iter().enumerate() {
        if index == 1 || (index > 1 && any_is_wrapped) {
            rows.push(frame.line(frame.glyphs.middle));
        }
        rows.extend(row);
    }
    rows.push(frame.line(frame.glyphs.bottom));
    if margin.first.is_blank() && margin.rest.is_blank() {
        return Some(rows);
    }
    let beside = |(index, row): (usize, &Row)| {
        let mut whole = if index == 0 { margin.first.clone() } else { margin.rest.clone() };
        whole.push_row(row);
        whole
    };
    Some(rows.iter().enumerate().map(beside).collect())
}

fn flows(row: &[RichText], count: usize, tone: Tone, measure: &Measure) -> Vec<Flow> {
    let mut flows: Vec<Flow> = row.iter().map(|cell| Flow::of(cell, tone, &measure.labels)).collect();
    flows.resize_with(count, Flow::default);
    flows
}

/// Columns for every cell: what it needs where that is little, the others an equal share of what is left.
fn widths(cells: &[Vec<Flow>], room: usize, measure: &Measure) -> Option<Vec<usize>> {
    let count = cells.first().map_or(0, Vec::len);
    let needed: Vec<usize> = (0..count)
        .map(|column| {
            let lines = cells.iter().flat_map(|row| row[column].text.split('\n'));
            lines.map(|line| columns_with(line, measure.ambiguous)).max().unwrap_or(0).max(1)
        })
        .collect();
    if needed.iter().map(|columns| columns.min(&READABLE_COLUMNS)).sum::<usize>() > room {
        return None;
    }
    let mut widths = vec![0; count];
    let mut left = room;
    let mut open: Vec<usize> = (0..count).collect();
    open.sort_by_key(|column| needed[*column]);
    for (index, column) in open.iter().enumerate() {
        widths[*column] = needed[*column].min(left / (count - index));
        left -= widths[*column];
    }
    Some(widths)
}

struct Frame<'page> {
    widths: Vec<usize>,
    glyphs: &'static Glyphs,
    measure: &'page Measure,
}

/// What a frame is drawn with.
struct Glyphs {
    bar: &'static str,
    rule: &'static str,
    /// Left end, crossing, right end.
    top: [&'static str; 3],
    middle: [&'static str; 3],
    bottom: [&'static str; 3],
}

const ASCII: Glyphs =
    Glyphs { bar: "|", rule: "-", top: ["+", "+", "+"], middle: ["+", "+", "+"], bottom: ["+", "+", "+"] };
const BOX: Glyphs =
    Glyphs {
        bar: "│", rule: "─", top: ["┌", "┬", "┐"], middle: ["├", "┼", "┤"], bottom: ["└", "┴", "┘"]
    };

impl Frame<'_> {
    fn line(&self, [left, crossing, right]: [&str; 3]) -> Row {
        let rules: Vec<String> = self.widths.iter().map(|width| self.glyphs.rule.repeat(width + 2)).collect();
        Row::of(format!("{left}{}{right}", rules.join(crossing)), Tone::Muted)
    }

    /// One row of the table, as high as its highest cell.
    fn cells(&self, row: &[Flow], alignments: &[Alignment]) -> Vec<Row> {
        let ambiguous = self.measure.ambiguous;
        let cells: Vec<Vec<Row>> = row
            .iter()
            .zip(&self.widths)
            .map(|(cell, width)| fill::rows(cell, &Margin::default(), *width, ambiguous))
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let blank = Row::default();
        let line = |index: usize| {
            // As much as wide characters in all of its columns take, and its bars.
            let bytes = self.widths.iter().map(|width| width * 3 / 2 + 3 + self.glyphs.bar.len()).sum();
            let mut line = Row::with_room(bytes);
            for (column, width) in self.widths.iter().enumerate() {
                let cell = cells[column].get(index).unwrap_or(&blank);
                let spare = width.saturating_sub(cell.columns(self.measure.ambiguous));
                let before = match alignments.get(column) {
                    Some(Alignment::End) => spare,
                    Some(Alignment::Centre) => spare / 2,
                    Some(Alignment::Start) | None => 0,
                };
                line.push(self.glyphs.bar, Tone::Muted);
                line.push_spaces(before + 1);
                line.push_row(cell);
                line.push_spaces(spare - before + 1);
            }
            line.push(self.glyphs.bar, Tone::Muted);
            line
        };
        (0..height).map(line).collect()
    }
}
