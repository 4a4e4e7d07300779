//! What only a Windows console has: QuickEdit, an input method of its own, being alone in its window. Elsewhere all of
//! it is nothing. Every failure is silent, because none of it is needed to learn.

#[cfg(windows)]
#[path = "console/windows.rs"]
mod system;
#[cfg(not(windows))]
#[path = "console/elsewhere.rs"]
mod system;

pub use system::{follow_typing, give_back, is_alone_on_its_console, screen_reader_is_running, take};
#[cfg(windows)]
pub use system::{on_close, wake};
