//! How wide the terminal draws ambiguous characters: one is drawn and the cursor asked where it stands. It waits no
//! longer than the terminal library does, and keys that come meanwhile are kept by it.

use std::io::{Write, stdout};

use crossterm::cursor::{self, MoveTo};
use crossterm::queue;
use crossterm::style::Print;

use crate::app::Look;
use crate::width::Ambiguous;

/// What frames are made of; ambiguous like everything that matters here.
const PROBE: char = '─';

/// Whether the terminal is to be asked: neither told on the command line nor remembered.
pub fn is_wanted(look: &Look) -> bool {
    look.ambiguous.is_none()
}

/// Asks it. `None` from a terminal that does not answer; it is asked again the next time. The first two cells of the
/// screen are spoilt.
pub fn measure() -> Option<Ambiguous> {
    let mut out = stdout();
    queue!(out, MoveTo(0, 0), Print(PROBE)).ok()?;
    out.flush().ok()?;
    match cursor::position() {
        Ok((1, _)) => Some(Ambiguous::Narrow),
        Ok((2, _)) => Some(Ambiguous::Wide),
        Ok(_) | Err(_) => None,
    }
}
