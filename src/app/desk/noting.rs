//! Where a note stands: what is said to the last key, on rows where nothing else does. Below the page if there is room,
//! or else above it and over the header; a page that leaves no room gives some to a longer note for as long as it
//! stands. It never lies over what a page holds, and draws nothing.

use std::ops::Range;

use crate::app::Model;
use crate::app::desk::Desk;

/// The header and the free row below it.
pub(super) const ROWS_ABOVE: usize = 2;

impl Desk {
    /// The page in parts that leave room for the notes; the row that was read first stays in sight.
    pub(super) fn divide(&mut self, model: &Model) {
        let first = self.paging.range().start;
        self.divide_beside(model, 0);
        self.paging.show(first);
        if self.first_note_row().is_none() {
            self.divide_beside(model, self.notes.len());
            self.paging.show(first);
        }
    }

    /// The row of the screen at which the notes begin; `None` where they would lie over the page.
    pub(super) fn first_note_row(&self) -> Option<usize> {
        let end = usize::from(self.size.1).saturating_sub(self.footer().len().max(1));
        // The words that are looked for in a text are typed in the header.
        let above = if self.search.is_on() { ROWS_ABOVE - 1 } else { ROWS_ABOVE };
        first_row(self.notes.len(), ROWS_ABOVE + self.paging.range().len()..end, above)
    }
}

/// `below` are the rows between page and footer, `above` how many rows above the page may be taken.
fn first_row(notes: usize, below: Range<usize>, above: usize) -> Option<usize> {
    if notes <= below.len() {
        // With air between it and the footer, where there is some.
        return Some(below.end - notes - usize::from(notes < below.len()));
    }
    (notes <= above).then(|| ROWS_ABOVE - notes)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Range, first_row};

    #[rstest]
    #[case::with_air(1, 6..11, Some(9))]
    #[case::between_page_and_footer(2, 9..11, Some(9))]
    #[case::under_the_header(1, 11..11, Some(1))]
    #[case::over_the_header(2, 10..11, Some(0))]
    #[case::nowhere(3, 9..11, None)]
    fn a_note_stands_below_the_page_or_else_above_it(
        #[case] notes: usize,
        #[case] below: Range<usize>,
        #[case] first: Option<usize>,
    ) {
        assert_eq!(first_row(notes, below, 2), first);
    }

    #[test]
    fn words_that_are_typed_in_the_header_stay_in_sight() {
        assert_eq!(first_row(1, 11..11, 1), Some(1));
        assert_eq!(first_row(2, 10..11, 1), None);
    }
}
