//! The model as a frame of cells: a quiet page with the same margins everywhere. It reads a view and draws it; it
//! decides nothing and knows no key.

mod cells;
mod header;
mod theme;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Clear;

use crate::app::{Desk, Model, Screen};
use crate::width::Ambiguous;

/// Columns left free on each side.
const MARGIN: u16 = 2;

/// Draws the screen.
pub fn view(model: &Model, desk: &Desk, frame: &mut Frame<'_>) {
    let area = frame.area();
    let theme = model.look.shown_theme();
    let ambiguous = model.look.ambiguous();
    let page = desk.view();
    let width = desk.columns();
    // In the middle of a wide window, where eyes rest.
    let left = area.x + (area.width.saturating_sub(width) / 2).max(MARGIN);
    let margin = left - MARGIN;
    let header = Rect { x: left, y: area.y, width, height: 1 };
    // A hidden screen does not say what it hides.
    if !matches!(model.screen(), Screen::Hidden) {
        let header::Header { text, cursor } = header::header(model, &page, usize::from(width));
        line(&text, theme::header(theme), ambiguous, header, frame);
        if let Some(column) = cursor {
            frame.set_cursor_position(Position::new(left + u16::try_from(column).unwrap_or_default(), area.y));
        }
    }
    let top = area.y + 2;
    let below = u16::try_from(page.footer.len()).unwrap_or(1);
    let prompt_top = area.bottom().saturating_sub(below.max(1));
    let selected_row = page.rows.iter().position(|row| row.number.is_some() && row.number == page.selected);
    for (index, row) in page.rows.iter().enumerate() {
        let y = top + u16::try_from(index).unwrap_or(u16::MAX);
        if y >= prompt_top {
            break;
        }
        let is_selected = row.number.is_some() && row.number == page.selected;
        let found = page.mark(index);
        let is_reversed = is_selected || found == Some(true);
        let spans = row.row.spans().map(|(text, tone)| (text, theme::style(theme, tone, is_reversed)));
        cells::put(spans, ambiguous, Rect { x: left, y, width, height: 1 }, frame.buffer_mut());
        if selected_row == Some(index) || found.is_some() {
            line(">", theme::mark(theme), ambiguous, Rect { x: margin, y, width: 1, height: 1 }, frame);
        }
    }
    let first_note = area.y + u16::try_from(page.first_note).unwrap_or(u16::MAX);
    for (y, note) in (first_note..prompt_top).zip(page.notes) {
        let place = Rect { x: margin, y, width: width + MARGIN, height: 1 };
        // It may lie over the header.
        frame.render_widget(Clear, place.intersection(area));
        line(note, theme::note(theme), ambiguous, Rect { x: left, y, width, height: 1 }, frame);
    }
    for (index, row) in page.footer.iter().enumerate() {
        let y = prompt_top + u16::try_from(index).unwrap_or_default();
        let spans = row.spans().map(|(text, tone)| (text, theme::style(theme, tone, false)));
        cells::put(spans, ambiguous, Rect { x: left, y, width, height: 1 }, frame.buffer_mut());
    }
    if let Some((row, column)) = page.cursor {
        // The real cursor stands in the text: the input method's window follows it.
        let (row, column) = (u16::try_from(row).unwrap_or_default(), u16::try_from(column).unwrap_or_default());
        frame.set_cursor_position(Position::new(left + column, top + row));
    } else if let Some(index) = selected_row {
        // The cursor rests on the selected line: screen readers and magnifiers follow it.
        frame.set_cursor_position(Position::new(margin, top + u16::try_from(index).unwrap_or_default()));
    }
}

fn line(text: &str, style: Style, ambiguous: Ambiguous, area: Rect, frame: &mut Frame<'_>) {
    cells::put([(text, style)], ambiguous, area, frame.buffer_mut());
}
