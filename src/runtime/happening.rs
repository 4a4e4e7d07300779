//! Everything that can happen to a terminal that shows us. It does nothing itself.

use crossterm::event::Event;

/// One thing that happened.
#[derive(Debug)]
#[cfg_attr(windows, expect(dead_code, reason = "a Windows console tells its size as input and stops no program"))]
pub enum Happening {
    /// A key, a paste, another size.
    Input(Event),
    /// The terminal has another size now, perhaps.
    Resize,
    /// Somebody asked the program to stop where it is.
    Suspend,
    /// It goes on after a stop.
    Continue,
    /// It is to end, with this exit code: a signal, a closed window.
    Leave(u8),
}
