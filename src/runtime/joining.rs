//! Wide characters in a row leave in a row. The terminal library moves the cursor before each character that follows a
//! wide one, which makes a Japanese page three times as long; here it is told where the cursor is without that. It
//! changes no cell.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::width;

/// A backend whose cursor is moved only where it must be.
pub struct Joined<Inner>(pub Inner);

/// Where the cursor is after a cell, and the column that the library takes it to be in.
struct After {
    column: u16,
    row: u16,
    taken_for: u16,
}

impl<Inner: Backend<Error = io::Error>> Backend for Joined<Inner> {
    type Error = io::Error;

    /// The library leaves a move out when a cell's column is the last one plus one. So a cell that stands right behind
    /// the one before is given that number; any other cell is given its own, which is greater. Behind a character whose
    /// width terminals may see differently everything is as the library would have it, and so it is on Windows, whose
    /// consoles differ most.
    fn draw<'cell, Cells>(&mut self, cells: Cells) -> io::Result<()>
    where
        Cells: Iterator<Item = (u16, u16, &'cell Cell)>,
    {
        let mut after: Option<After> = None;
        self.0.draw(cells.map(|(column, row, cell)| {
            let follows = after.as_ref().filter(|after| (after.column, after.row) == (column, row));
            let taken_for = follows.map_or(column, |after| after.taken_for);
            after = width::undisputed_columns(cell.symbol())
                .filter(|_| cfg!(unix))
                .and_then(|columns| u16::try_from(columns).ok())
                .map(|columns| After { column: column + columns, row, taken_for: taken_for + 1 });
            (taken_for, row, cell)
        }))
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.0.append_lines(count)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use proptest::prelude::{prop, proptest};
    use ratatui_crossterm::CrosstermBackend;

    use super::*;
    use crate::width::Ambiguous;

    const COLUMNS: u16 = 20;
    const ROWS: u16 = 4;

    /// Rows of text as the library hands them over: no cell behind a wide one, and some left as they are.
    fn cells(rows: &[(u16, Vec<&'static str>)]) -> Vec<(u16, u16, Cell)> {
        let mut cells = Vec::new();
        for (row, (start, symbols)) in (0..ROWS).zip(rows) {
            let mut column = *start;
            for symbol in symbols {
                let columns = u16::try_from(width::columns_with(symbol, Ambiguous::Narrow)).unwrap();
                if column + columns > COLUMNS {
                    break;
                }
                if *symbol != "=" {
                    let mut cell = Cell::default();
                    cell.set_symbol(symbol);
                    cells.push((column, row, cell));
                }
                column += columns;
            }
        }
        cells
    }

    fn drawn(mut backend: impl Backend<Error = io::Error>, cells: &[(u16, u16, Cell)]) {
        backend.draw(cells.iter().map(|(column, row, cell)| (*column, *row, cell))).unwrap();
        backend.set_cursor_position((0, 0)).unwrap();
    }

    fn screen(bytes: &[u8]) -> String {
        let mut parser = vt100::Parser::new(NonZero::new(ROWS).unwrap(), NonZero::new(COLUMNS).unwrap(), 0);
        // What was there before must be found again where nothing was written.
        parser.process("\u{1b}[1;1H....................\r\n....................\r\n....................".as_bytes());
        parser.process(bytes);
        parser.screen().contents()
    }

    fn moves(bytes: &[u8]) -> usize {
        bytes.iter().filter(|byte| **byte == b'H').count()
    }

    proptest! {
        #[test]
        fn the_screen_is_the_same_with_fewer_moves(
            rows in prop::collection::vec(
                (0..COLUMNS, prop::collection::vec(
                    prop::sample::select(vec!["a", " ", "あ", "漢", "ｶ", "「", "─", "①", "é", "=", "👩"]), 0..20,
                )),
                0..=usize::from(ROWS),
            ),
        ) {
            let cells = cells(&rows);
            let (mut plain, mut joined) = (Vec::new(), Vec::new());
            drawn(CrosstermBackend::new(&mut plain), &cells);
            drawn(Joined(CrosstermBackend::new(&mut joined)), &cells);
            assert_eq!(screen(&joined), screen(&plain));
            assert!(moves(&joined) <= moves(&plain));
        }
    }

    #[test]
    fn a_row_of_japanese_is_one_move() {
        let mut bytes = Vec::new();
        let row = vec!["今", "日", "の", "3", "分", "　", "「", "門", "」"];
        drawn(Joined(CrosstermBackend::new(&mut bytes)), &cells(&[(2, row)]));
        // The other one is for the cursor.
        assert_eq!(moves(&bytes), 2);
        assert!(screen(&bytes).starts_with("..今日の3分　「門」."));
    }
}
