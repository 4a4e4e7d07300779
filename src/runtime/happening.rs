//! Everything that can happen to a terminal that shows us. It does nothing itself.

use crossterm::event::Event;

/// One thing that happened.
#[derive(Debug)]
#[cfg_attr(windows, expect(dead_code, reason = "nobody stops a program on Windows"))]
pub enum Happening {
    /// A key or a paste.
    Input(Event),
    /// The terminal has got another size, or had one for a moment.
    Resize,
    /// Somebody asked the program to stop where it is.
    Suspend,
    /// It goes on after a stop.
    Continue,
    /// Nothing happened for as long as there was to wait.
    TimeUp,
    /// It is to end, with this exit code: a signal, a closed window.
    Leave(u8),
}
