//! Which part of a page is shown where a screen is smaller than the page: つづき 1/2.

use std::ops::Range;

/// The part shown. Parts are as high as the room for them, so that nothing is shown twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// Rows that there is room for; never 0.
    pub height: usize,
    part: usize,
    /// The part was chosen by its reader and stays until something is done on the page.
    is_chosen: bool,
}

impl Default for Paging {
    fn default() -> Paging {
        Paging { height: 1, part: 0, is_chosen: true }
    }
}

impl Paging {
    /// A new page is read from its beginning.
    pub fn begin(&mut self) {
        self.part = 0;
        self.is_chosen = true;
    }

    /// The part with this row.
    pub fn show(&mut self, row: usize) {
        self.part = row / self.height;
    }

    /// What is done next shows where it happens.
    pub fn follow(&mut self) {
        self.is_chosen = false;
    }

    pub fn is_chosen(&self) -> bool {
        self.is_chosen
    }

    pub fn turn(&mut self, is_back: bool, rows: usize) {
        self.part = if is_back { self.shown(rows).saturating_sub(1) } else { self.shown(rows) + 1 };
        self.part = self.shown(rows);
        self.is_chosen = true;
    }

    pub fn has_more(&self, rows: usize) -> bool {
        self.shown(rows) + 1 < self.parts(rows)
    }

    pub fn range(&self, rows: usize) -> Range<usize> {
        let first = self.shown(rows) * self.height;
        first..(first + self.height).min(rows)
    }

    /// This part, from 1, of how many.
    pub fn part(&self, rows: usize) -> (usize, usize) {
        (self.shown(rows) + 1, self.parts(rows))
    }

    fn parts(&self, rows: usize) -> usize {
        rows.div_ceil(self.height).max(1)
    }

    fn shown(&self, rows: usize) -> usize {
        self.part.min(self.parts(rows) - 1)
    }
}
