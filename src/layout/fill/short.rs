//! The short way for a line of common characters: as much as a row has room for is measured, and only then is looked, from
//! there back, for a place where the row may end. It fills the rows that the long way fills.

use std::ops::Range;

use crate::layout::common::{self, may_end};
use crate::layout::fill::{Filling, space_length};

impl Filling<'_, '_> {
    /// `false`, and nothing added, where the line holds any other character.
    pub(super) fn add_common(&mut self, line: Range<usize>) -> bool {
        let before = (self.rows.len(), self.room);
        let is_common = self.add_rows(line).is_some();
        if !is_common {
            self.rows.truncate(before.0);
            self.room = before.1;
        }
        is_common
    }

    fn add_rows(&mut self, line: Range<usize>) -> Option<()> {
        self.row = line.start..line.start;
        self.columns = 0;
        // What was cut stands in the row that is being filled, which may not end before this.
        let mut uncut = line.start;
        loop {
            self.fill_up(line.end)?;
            let text = &self.text[line.clone()];
            let hung = self.hung(line.end);
            if hung == line.end {
                self.row.end = hung;
                self.end_row();
                return Some(());
            }
            match self.last_end(text, line.start, uncut, hung) {
                Some(end) if space_length(&self.text[self.row.start..]) >= end - self.row.start => {
                    // The line only began with white space, and a row of nothing else would look like a blank one.
                    self.row = end..end;
                    self.columns = 0;
                }
                Some(end) => {
                    self.row.end = end;
                    self.end_row();
                }
                None => {
                    let end = self.next_end(line.clone(), hung)?;
                    let unit = self.row.start..end;
                    self.row = unit.start..unit.start;
                    self.columns = 0;
                    self.cut(unit);
                    uncut = end;
                }
            }
        }
    }

    /// Takes as many characters as there is room for; `None` at one that is not common.
    fn fill_up(&mut self, limit: usize) -> Option<()> {
        let room = self.room.saturating_sub(self.columns);
        let (length, columns) =
            common::fitting(&self.text[self.row.end..limit], self.flow.is_usual, room, self.ambiguous)?;
        self.row.end += length;
        self.columns += columns;
        Some(())
    }

    /// The end of the white space that begins where the row is full: it takes no room there.
    fn hung(&self, limit: usize) -> usize {
        self.row.end + space_length(&self.text[self.row.end..limit])
    }

    /// The last place where the row may end, which has something in it.
    fn last_end(&self, text: &str, line_start: usize, uncut: usize, hung: usize) -> Option<usize> {
        let is_end = |end: usize| end == uncut && uncut > line_start || may_end(text, end - line_start);
        let least = uncut.max(self.row.start + 1);
        let places = (least..=self.row.end).rev();
        std::iter::once(hung)
            .filter(|hung| *hung > self.row.end)
            .chain(places)
            .find(|end| self.text.is_char_boundary(*end) && is_end(*end))
    }

    /// The first place behind this one where a row may end; `None` where a character is met that is not common.
    fn next_end(&self, line: Range<usize>, behind: usize) -> Option<usize> {
        let text = &self.text[line.clone()];
        let mut places = text[behind - line.start..].char_indices().skip(1).map(|(at, _)| behind + at);
        let end = places.find(|end| may_end(text, end - line.start)).unwrap_or(line.end);
        common::fitting(&self.text[behind..end], self.flow.is_usual, usize::MAX, self.ambiguous).map(|_| end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::layout::flow::Flow;
    use crate::layout::row::Tone;
    use crate::width::Ambiguous;

    /// What rows end at and around: words, figures, brackets, white space.
    const COMMON: &str = "  \u{3000}ab09,./-()「」、。ーぁかカ漢字年度月日第約時間分“”…①─";

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_fills_the_rows_that_the_long_way_fills(
            characters in prop::collection::vec(prop::sample::select(COMMON.chars().collect::<Vec<_>>()), 1..80),
            (room, rest_room) in (1_usize..24, 1_usize..24),
            is_wide in any::<bool>(),
        ) {
            let text = String::from_iter(characters);
            let ambiguous = if is_wide { Ambiguous::Wide } else { Ambiguous::Narrow };
            let flow = Flow::plain(&text, Tone::Plain);
            let [short, long] = [true, false].map(|is_short| {
                let mut rows = Vec::new();
                let mut filling = Filling {
                    flow: &flow,
                    text: &text,
                    shared: None,
                    margin: [None; 2],
                    ambiguous,
                    rest_room,
                    room,
                    row: 0..0,
                    columns: 0,
                    first_row: 0,
                    rows: &mut rows,
                };
                match is_short {
                    true => assert!(filling.add_common(0..text.len()), "{text:?} is common"),
                    false => filling.add_any(0..text.len()),
                }
                rows
            });
            prop_assert_eq!(&short, &long, "{:?}", text);
        }
    }
}
