//! Which part of a page is shown where a screen is smaller than the page: つづき 1/2. A part ends between two items or
//! paragraphs where it can, and never begins with an empty row.

use std::ops::Range;

use crate::app::{SheetRow, Start};
use crate::layout::Tone;

/// The parts of a page, and the one that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// None for a page without a row.
    parts: Vec<Range<usize>>,
    part: usize,
    /// The part was chosen by its reader and stays until something is done on the page.
    is_chosen: bool,
}

impl Paging {
    /// The rows of a page in parts of at most `height` rows; a page that is one row longer has one part all the same,
    /// in the room that else stays free above the footer.
    pub fn divide(&mut self, rows: &[SheetRow], height: usize) {
        self.parts.clear();
        let mut first = 0;
        while first < rows.len() {
            let length = match rows.len() - first <= height + 1 {
                true => rows.len() - first,
                false => best_end(&rows[first..], height),
            };
            self.parts.push(first..first + length);
            first += length;
            first += rows[first..].iter().take_while(|row| row.row.is_blank()).count();
        }
    }

    /// A new page is read from its beginning.
    pub fn begin(&mut self) {
        self.part = 0;
        self.is_chosen = true;
    }

    /// The part with this row.
    pub fn show(&mut self, row: usize) {
        self.part = self.parts.iter().position(|part| row < part.end).unwrap_or(usize::MAX);
    }

    /// The part with this row, as its reader chose.
    pub fn stay_at(&mut self, row: usize) {
        self.show(row);
        self.is_chosen = true;
    }

    /// What is done next shows where it happens.
    pub fn follow(&mut self) {
        self.is_chosen = false;
    }

    pub fn is_chosen(&self) -> bool {
        self.is_chosen
    }

    pub fn turn(&mut self, is_back: bool) {
        self.part = if is_back { self.shown().saturating_sub(1) } else { self.shown().saturating_add(1) };
        self.part = self.shown();
        self.is_chosen = true;
    }

    pub fn has_more(&self) -> bool {
        self.shown() + 1 < self.parts.len()
    }

    pub fn range(&self) -> Range<usize> {
        self.parts.get(self.shown()).cloned().unwrap_or_default()
    }

    /// This part, from 1, of how many.
    pub fn part(&self) -> (usize, usize) {
        (self.shown() + 1, self.parts.len().max(1))
    }

    fn shown(&self) -> usize {
        self.part.min(self.parts.len().saturating_sub(1))
    }
}

/// How many rows the part takes: up to where another part has to begin, or the last place between items or paragraphs
/// behind its first third, or all it can. `height` is at least 1, and there are more rows.
fn best_end(rows: &[SheetRow], height: usize) -> usize {
    let begins_part = |end: &usize| rows[*end].start == Start::Part;
    let is_between = |end: &usize| {
        let (before, after) = (&rows[*end - 1], &rows[*end]);
        // A heading is not parted from what it heads.
        if is_heading(rows[..*end].iter().rfind(|row| !row.row.is_blank())) {
            return false;
        }
        before.row.is_blank() || after.row.is_blank() || after.start == Start::Item
    };
    let wanted = (1..=height).find(begins_part);
    let possible = || (height.div_ceil(3)..=height).rev().find(is_between);
    wanted.or_else(possible).unwrap_or(height)
}

pub(super) fn is_heading(row: Option<&SheetRow>) -> bool {
    row.and_then(|row| row.row.spans().next()).is_some_and(|(_, tone)| tone == Tone::Heading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Row;

    /// One letter a row: a capital begins an item, a digit what is worked with together, a blank is blank, `#` is a
    /// heading.
    fn rows(text: &str) -> Vec<SheetRow> {
        let tone = |letter: char| if letter == '#' { Tone::Heading } else { Tone::Plain };
        let row = |letter: char| SheetRow {
            row: Row::of(letter.to_string().trim(), tone(letter)),
            number: None,
            start: match letter {
                'A'..='Z' | '#' => Start::Item,
                '0'..='9' => Start::Part,
                _ => Start::Nothing,
            },
        };
        text.chars().map(row).collect()
    }

    fn parts(text: &str, height: usize) -> Vec<&str> {
        let mut paging = Paging::default();
        paging.divide(&rows(text), height);
        paging.parts.iter().map(|part| &text[part.clone()]).collect()
    }

    #[test]
    fn a_part_ends_between_items_and_paragraphs_and_begins_with_a_row_that_says_something() {
        assert_eq!(parts("aaaa bbbb", 6), ["aaaa ", "bbbb"]);
        assert_eq!(parts("Aa AaaBbbCc", 6), ["Aa Aaa", "BbbCc"]);
        assert_eq!(parts("ABbbbbbbbb", 6), ["ABbbbb", "bbbb"], "an item is cut rather than a part left all but empty");
        assert_eq!(parts("Aa Bb1cDdEe", 6), ["Aa Bb", "1cDdEe"], "what is worked with together begins a part");
        assert_eq!(parts("Aa Bb1cDd", 9), ["Aa Bb1cDd"]);
        assert_eq!(parts("aaaaaaaaaa", 4), ["aaaa", "aaaa", "aa"], "a long paragraph is cut where it must");
        assert_eq!(parts("aaaaa", 4), ["aaaaa"], "one row more is let in");
        assert_eq!(parts("aaa # bbbb", 6), ["aaa ", "# bbbb"], "a heading stands above what it heads");
        assert!(parts("", 4).is_empty());
    }

    #[test]
    fn no_row_is_lost_or_shown_twice_whatever_the_height() {
        let text = "T Qqq AaaBb1c  Aaaaaaa Bbb C";
        for height in 1..30 {
            let shown: String = parts(text, height).concat();
            assert_eq!(shown.replace(' ', ""), text.replace(' ', ""), "{height}");
            assert!(parts(text, height).iter().all(|part| part.len() <= height + 1));
        }
    }

    #[test]
    fn a_turn_stops_at_both_ends() {
        let mut paging = Paging::default();
        paging.divide(&rows("aaaa bbbb"), 5);
        paging.turn(true);
        assert_eq!(paging.part(), (1, 2));
        paging.turn(false);
        paging.turn(false);
        assert_eq!(paging.part(), (2, 2));
    }
}
