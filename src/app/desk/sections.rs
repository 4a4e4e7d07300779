//! Headings on a page: which one a part belongs to, and where the next one is. It turns no page.

use std::ops::Range;

use crate::app::SheetRow;
use crate::app::desk::paging::is_heading;

/// The heading above the first row of a part that does not begin with one; nothing for the first part, which begins
/// with the page's own title.
pub fn of_part(rows: &[SheetRow], part: &Range<usize>) -> Option<String> {
    if part.start == 0 || is_heading(rows.get(part.start)) {
        return None;
    }
    let first = headings(rows).take_while(|row| *row < part.start).last()?;
    let heading = rows[first..].iter().take_while(|row| is_heading(Some(row)));
    Some(heading.map(|row| row.row.text()).collect())
}

/// The row of the first heading behind the part, or of the last one before it.
pub fn beside(rows: &[SheetRow], part: &Range<usize>, is_back: bool) -> Option<usize> {
    match is_back {
        true => headings(rows).take_while(|row| *row < part.start).last(),
        false => headings(rows).find(|row| *row >= part.end),
    }
}

/// The first row of each heading.
fn headings(rows: &[SheetRow]) -> impl Iterator<Item = usize> {
    let begins = |row: &usize| {
        is_heading(rows.get(*row)) && !row.checked_sub(1).is_some_and(|before| is_heading(rows.get(before)))
    };
    (0..rows.len()).filter(begins)
}
