//! The model as a frame of cells: a quiet page with the same margins everywhere. It reads a view and draws it; it
//! decides nothing and knows no key.

mod cells;
mod theme;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Clear;

use crate::app::{Desk, Model, Screen, Step, Storage, View};
use crate::i18n::say::Say;
use crate::width::{Ambiguous, columns_with};

/// Columns left free on each side.
const MARGIN: u16 = 2;

/// Draws the screen.
pub fn view(model: &Model, desk: &Desk, frame: &mut Frame<'_>) {
    let area = frame.area();
    let theme = model.look.shown_theme();
    let ambiguous = model.look.ambiguous();
    let page = desk.view();
    let width = desk.columns();
    let left = area.x + MARGIN;
    header(model, page.part, Rect { x: left, y: area.y, width, height: 1 }, frame);
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
        let spans = row.row.spans.iter();
        let spans = spans.map(|span| (span.text.as_str(), theme::style(theme, span.tone, is_selected)));
        cells::put(spans, ambiguous, Rect { x: left, y, width, height: 1 }, frame.buffer_mut());
        if selected_row == Some(index) {
            line(">", theme::mark(theme), ambiguous, Rect { x: area.x, y, width: 1, height: 1 }, frame);
        }
    }
    let first_note = first_note_row(&page, selected_row, top, prompt_top);
    for (y, note) in (first_note..).zip(page.notes) {
        let place = Rect { x: area.x, y, width: width + MARGIN, height: 1 };
        // It lies over what else stands there.
        frame.render_widget(Clear, place.intersection(area));
        line(note, theme::note(theme), ambiguous, Rect { x: left, y, width, height: 1 }, frame);
    }
    for (index, row) in page.footer.iter().enumerate() {
        let y = prompt_top + u16::try_from(index).unwrap_or_default();
        let spans = row.spans.iter().map(|span| (span.text.as_str(), theme::style(theme, span.tone, false)));
        cells::put(spans, ambiguous, Rect { x: left, y, width, height: 1 }, frame.buffer_mut());
    }
    if let Some((row, column)) = page.cursor {
        // The real cursor stands in the text: the input method's window follows it.
        let (row, column) = (u16::try_from(row).unwrap_or_default(), u16::try_from(column).unwrap_or_default());
        frame.set_cursor_position(Position::new(left + column, top + row));
    } else if let Some(index) = selected_row {
        // The cursor rests on the selected line: screen readers and magnifiers follow it.
        frame.set_cursor_position(Position::new(area.x, top + u16::try_from(index).unwrap_or_default()));
    }
}

/// Where a note lies: over the last rows of the page, down to its very end where it has no air below; and over the first
/// ones where the last hold what is typed or marked, which stays in sight.
fn first_note_row(page: &View<'_>, selected_row: Option<usize>, top: u16, prompt_top: u16) -> u16 {
    let notes = u16::try_from(page.notes.len()).unwrap_or_default();
    let rows = u16::try_from(page.rows.len()).unwrap_or(u16::MAX);
    let air = if top.saturating_add(rows) < prompt_top { 1 } else { 0 };
    let first = prompt_top.saturating_sub(notes + air);
    let in_use = page.cursor.map(|(row, _)| row).or(selected_row).and_then(|row| u16::try_from(row).ok());
    let is_in_the_way = in_use.is_some_and(|row| (first..first + notes).contains(&(top + row)));
    if is_in_the_way { top } else { first }
}

fn header(model: &Model, part: (usize, usize), area: Rect, frame: &mut Frame<'_>) {
    // A hidden screen does not say what it hides.
    if matches!(model.screen(), Screen::Hidden) {
        return;
    }
    let language = model.settings.language;
    let ambiguous = model.look.ambiguous();
    let columns = |text: &str| columns_with(text, ambiguous);
    let mut marks = Vec::new();
    if model.is_trial {
        marks.push(Say::TrialMark.in_language(language));
    }
    if model.storage != Storage::Kept {
        marks.push(Say::UnkeptMark.in_language(language));
    }
    let marks = marks.join("  ");
    let mut left = format!("{}  {marks}", Say::Program.in_language(language)).trim_end().to_owned();
    // At the close nothing is left.
    let time = model
        .session()
        .filter(|session| matches!(model.screen(), Screen::Session(_)) && !matches!(session.step, Step::Close(_)));
    let time = time.map(|session| Say::TimeLeftMark { seconds: session.seconds_left() }.in_language(language));
    let part = (part.1 > 1).then(|| Say::Part { part: part.0, of: part.1 }.in_language(language));
    let mut right = [time, part.clone()].into_iter().flatten().collect::<Vec<_>>().join("  ");
    let fits = |left: &str, right: &str| columns(left) + columns(right) + 2 <= usize::from(area.width);
    // On a small screen the place, the time and what is true of the whole sitting matter more than the program's name,
    // and the time, which a key tells too, less than the others.
    if !fits(&left, &right) {
        left = marks;
    }
    if !fits(&left, &right) {
        right = part.unwrap_or(right);
    }
    let gap = usize::from(area.width).saturating_sub(columns(&left) + columns(&right));
    let text = format!("{left}{}{right}", " ".repeat(gap));
    line(&text, theme::header(model.look.shown_theme()), ambiguous, area, frame);
}

fn line(text: &str, style: Style, ambiguous: Ambiguous, area: Rect, frame: &mut Frame<'_>) {
    cells::put([(text, style)], ambiguous, area, frame.buffer_mut());
}
