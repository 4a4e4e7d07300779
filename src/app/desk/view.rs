//! What is drawn of a desk. It draws nothing and changes nothing.

use crate::app::desk::noting::ROWS_ABOVE;
use crate::app::desk::search::TextSearch;
use crate::app::desk::{Desk, sections};
use crate::app::{Model, Screen, SheetRow};
use crate::layout::Row;

/// What a view needs, and nothing else.
pub struct View<'desk> {
    pub rows: &'desk [SheetRow],
    pub selected: Option<usize>,
    pub notes: &'desk [String],
    /// The row of the screen at which they begin.
    pub first_note: usize,
    pub footer: &'desk [Row],
    /// Row of the rows shown, and column, at which text is typed.
    pub cursor: Option<(usize, usize)>,
    /// This part of how many.
    pub part: (usize, usize),
    /// What this part belongs to, where its first rows do not say so.
    pub section: Option<String>,
    search: &'desk TextSearch,
    first_row: usize,
}

impl View<'_> {
    /// Whether the row holds words that are looked for, and whether it is the place shown.
    pub fn mark(&self, row: usize) -> Option<bool> {
        self.search.mark(self.first_row + row)
    }

    /// The words that are looked for in the text, for a row of so many columns, and the column of the cursor while they
    /// are typed.
    pub fn search_line(&self, model: &Model, columns: usize) -> Option<(String, Option<usize>)> {
        let is_shown = self.search.is_on() && matches!(model.screen(), Screen::Session(_));
        is_shown.then(|| self.search.line(model.settings.language, columns, model.look.ambiguous()))
    }
}

impl Desk {
    /// Everything there is to draw.
    pub fn view(&self) -> View<'_> {
        let range = self.paging.range();
        let cursor = self.cursor.and_then(|(row, column)| Some((row.checked_sub(range.start)?, column)));
        View {
            rows: &self.rows[range.clone()],
            selected: self.selected(),
            notes: &self.notes,
            // One that is too long even for a page of one row is cut.
            first_note: self.first_note_row().unwrap_or(ROWS_ABOVE + range.len()),
            footer: self.footer(),
            cursor: cursor.filter(|(row, _)| *row < range.len()),
            part: self.paging.part(),
            section: sections::of_part(&self.rows, &range),
            search: &self.search,
            first_row: range.start,
        }
    }
}
