//! Waiting for the next thing that happens, without ever waking up for nothing.

#[cfg(unix)]
#[path = "waiting/unix.rs"]
mod system;
#[cfg(not(unix))]
#[path = "waiting/windows.rs"]
mod system;

pub use system::{Waiting, stop_here};
