//! The filling of rows: each takes as many units (see [`wrap`]) as it has room for. Only a unit that is wider than a
//! whole row is cut, and then between graphemes.

mod short;

use std::ops::Range;
use std::rc::Rc;

use memchr::memchr_iter;

use crate::layout::flow::Flow;
use crate::layout::glue::parts_a_figure;
use crate::layout::kinsoku::may_part;
use crate::layout::margin::Margin;
use crate::layout::row::Row;
use crate::layout::wrap;
use crate::width::{Ambiguous, columns_with, graphemes};

/// The least room beside a margin: one wide character.
pub(super) const LEAST_ROOM: usize = 2;

/// The rows of a text beside its margin; at least one.
pub(super) fn rows(flow: &Flow, margin: &Margin, columns: usize, ambiguous: Ambiguous) -> Vec<Row> {
    let mut rows = Vec::new();
    add_rows(flow, margin, columns, ambiguous, &mut rows);
    rows
}

/// Adds them to others.
pub(super) fn add_rows(flow: &Flow, margin: &Margin, columns: usize, ambiguous: Ambiguous, rows: &mut Vec<Row>) {
    let columns = columns.max(1);
    let room = |margin: &Row| columns.checked_sub(margin.columns(ambiguous)).filter(|room| *room >= LEAST_ROOM);
    let Some(first_room) = room(&margin.first).or(margin.first.is_blank().then_some(columns)) else {
        let margin_alone = Margin { first: Row::default(), rest: margin.rest.clone() };
        return add_rows(&with_margin_as_text(flow, margin), &margin_alone, columns, ambiguous, rows);
    };
    let rest_room = room(&margin.rest);
    let mut filling = Filling {
        flow,
        text: &flow.text,
        shared: None,
        margin: [Some(&margin.first), rest_room.map(|_| &margin.rest)],
        ambiguous,
        rest_room: rest_room.unwrap_or(columns),
        room: first_room,
        row: 0..0,
        columns: 0,
        first_row: rows.len(),
        rows,
    };
    if flow.is_usual {
        return filling.add(0..flow.text.len());
    }
    let mut start = 0;
    for end in memchr_iter(b'\n', flow.text.as_bytes()).chain([flow.text.len()]) {
        filling.add(start..end);
        start = end + 1;
    }
}

/// A mark that is as wide as the row is wrapped like the text that it marks.
fn with_margin_as_text(flow: &Flow, margin: &Margin) -> Flow {
    let mut joined = Flow::default();
    for (text, tone) in margin.first.spans() {
        joined.push(text, tone);
    }
    for (text, tone) in flow.parts(0..flow.text.len()) {
        joined.push(text, tone);
    }
    joined
}

/// Rows being filled. White space that ends a row is not in it; a line feed ends a row and belongs to none.
struct Filling<'text, 'rows> {
    flow: &'text Flow,
    /// The flow's.
    text: &'text str,
    /// The same, once a row has a part of it.
    shared: Option<Rc<str>>,
    /// Beside the first row, and beside all others, where it leaves room.
    margin: [Option<&'text Row>; 2],
    ambiguous: Ambiguous,
    rest_room: usize,
    /// Columns of the row that is being filled.
    room: usize,
    row: Range<usize>,
    /// Columns taken in it, with the white space at its end.
    columns: usize,
    /// Where the rows of this text begin among the rows.
    first_row: usize,
    rows: &'rows mut Vec<Row>,
}

impl Filling<'_, '_> {
    fn add(&mut self, line: Range<usize>) {
        if !self.add_common(line.clone()) {
            self.add_any(line);
        }
    }

    /// A line, the long way: unit by unit.
    fn add_any(&mut self, line: Range<usize>) {
        self.row = line.start..line.start;
        self.columns = 0;
        let mut unit_start = line.start;
        for unit in wrap::units(&self.text[line.clone()], self.ambiguous) {
            let end = line.start + unit.end;
            self.add_unit(unit_start..end, unit.columns, unit.seen);
            unit_start = end;
        }
        self.end_row();
    }

    /// `seen` is what it takes without the white space at its end; a unit of nothing else takes no room where a row ends.
    fn add_unit(&mut self, range: Range<usize>, columns: usize, seen: usize) {
        if seen > 0 && self.columns + seen > self.room && !self.row.is_empty() {
            if self.text[self.row.clone()].trim_end().is_empty() {
                // The line only began with white space, and a row of nothing else would look like a blank one.
                self.columns = 0;
            } else {
                self.end_row();
            }
            self.row = range.start..range.start;
        }
        if seen > self.room {
            self.cut(range);
        } else {
            self.columns += columns;
            self.row.end = range.end;
        }
    }

    /// Adds what is wider than a row: at each row's end it is cut between the parts of a date or a time, else at the last
    /// place that kinsoku allows, and where there is none, between the last two graphemes.
    fn cut(&mut self, unit: Range<usize>) {
        let mut before = None;
        // Where the row could end, and the columns up to there.
        let mut good = None;
        let mut better = None;
        for (grapheme, columns) in pieces(&self.text[unit], self.room.min(self.rest_room), self.ambiguous) {
            let next = grapheme.chars().next();
            if let (Some(before), Some(next)) = (before, next)
                && may_part(before, next)
            {
                good = Some((self.row.end, self.columns));
                if parts_a_figure(before, next) {
                    better = good;
                }
            }
            if self.columns + columns > self.room && !self.row.is_empty() {
                let last = (self.row.end, self.columns);
                let fits = |good: &(usize, usize)| last.1 - good.1 + columns <= self.rest_room;
                let (good, better) = (good.take().filter(fits), better.take().filter(fits));
                let (end, taken) = better.or(good).unwrap_or(last);
                self.row.end = end;
                self.end_row();
                self.row = end..last.0;
                self.columns = last.1 - taken;
            }
            self.row.end += grapheme.len();
            self.columns += columns;
            before = grapheme.chars().next_back();
        }
    }

    fn end_row(&mut self) {
        let shown = self.row.start..self.row.start + seen_length(&self.text[self.row.clone()]);
        let margin = self.margin[usize::from(self.rows.len() > self.first_row)].filter(|margin| !margin.is_blank());
        let row = match (margin, self.flow.only_tone()) {
            (None, Some(tone)) => {
                let text = self.shared.get_or_insert_with(|| Rc::from(self.text));
                Row::part(text, shown, tone)
            }
            _ => self.composed(margin, shown),
        };
        self.rows.push(row);
        self.row = self.row.end..self.row.end;
        self.columns = 0;
        self.room = self.rest_room;
    }

    fn composed(&self, margin: Option<&Row>, shown: Range<usize>) -> Row {
        let mut row = Row::with_room(margin.map_or(0, |margin| margin.text().len()) + shown.len());
        if let Some(margin) = margin {
            row.push_row(margin);
        }
        if shown.is_empty() {
            row.trim_end();
        }
        for (text, tone) in self.flow.parts(shown) {
            row.push(text, tone);
        }
        row
    }
}

/// Bytes of a text without the white space at its end; nearly every row ends with a character that is told by its bytes.
fn seen_length(text: &str) -> usize {
    match *text.as_bytes() {
        [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _] | [.., 0xE3, 0x81..=0xBF, _] => text.len(),
        _ => text.trim_end().len(),
    }
}

/// Bytes of the white space that a text begins with.
fn space_length(text: &str) -> usize {
    match *text.as_bytes() {
        [b'!'..=b'~', ..] | [0xE4..=0xE9, ..] | [0xE3, 0x81..=0xBF, ..] => 0,
        _ => text.len() - text.trim_start().len(),
    }
}

/// The graphemes of a text; one that is wider than a row (a tower of jamo) comes in characters.
fn pieces(text: &str, room: usize, ambiguous: Ambiguous) -> impl Iterator<Item = (&str, usize)> {
    graphemes(text, ambiguous).flat_map(move |(grapheme, columns)| {
        let is_whole = columns <= room || grapheme.chars().nth(1).is_none();
        let whole = is_whole.then_some((grapheme, columns));
        let parts = if is_whole { "" } else { grapheme };
        whole.into_iter().chain(parts.split_inclusive(|_| true).map(move |part| (part, columns_with(part, ambiguous))))
    })
}
