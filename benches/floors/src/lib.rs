//! What the floors with a screen share: rows on the other screen in raw mode, turned page by page. It knows nothing of
//! sukima but its crates, and does nothing that a page of text does not need.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui_crossterm::CrosstermBackend;

/// Rows above and below the text.
const FRAME_ROWS: u16 = 4;

/// Shows rows until Ctrl-C; Page Up and Page Down turn them.
pub fn show(rows: &[String]) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut first = 0;
    loop {
        terminal.draw(|frame| page(rows, first, frame.area(), frame.buffer_mut()))?;
        let height = usize::from(terminal.size()?.height.saturating_sub(FRAME_ROWS)).max(1);
        let last = rows.len().saturating_sub(1) / height * height;
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match key.code {
                KeyCode::PageDown => first = (first + height).min(last),
                KeyCode::PageUp => first = first.saturating_sub(height),
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => break,
                _ => {}
            },
            _ => {}
        }
    }
    execute!(io::stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}

/// A heading, the rows that fit, and a line of keys, as a lesson's page has them.
fn page(rows: &[String], first: usize, area: Rect, cells: &mut Buffer) {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let width = usize::from(area.width.saturating_sub(4));
    let height = usize::from(area.height.saturating_sub(FRAME_ROWS));
    cells.set_stringn(2, 0, "floor", width, bold);
    for (row, y) in rows.iter().skip(first).take(height).zip(2..) {
        cells.set_stringn(2, y, row, width, Style::new());
    }
    let keys = format!("PageUp  PageDown  {}/{}", first / height.max(1) + 1, rows.len().div_ceil(height.max(1)));
    cells.set_stringn(2, area.height.saturating_sub(1), keys, width, bold);
}

/// The lines of the file that the first argument names.
pub fn rows_of_argument() -> io::Result<Vec<String>> {
    let path = std::env::args_os().nth(1).ok_or_else(|| io::Error::other("which file?"))?;
    Ok(std::fs::read_to_string(path)?.lines().map(str::to_owned).collect())
}
