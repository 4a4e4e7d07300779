//! Waiting on Windows: for a key, or for the console's word that it closes.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event;

use crate::runtime::happening::Happening;
use crate::runtime::{closing, console};

static IS_CLOSING: AtomicBool = AtomicBool::new(false);

pub struct Waiting;

impl Waiting {
    /// From now on Ctrl+Break, a closed window, a log-off and a shutdown end the program in order.
    pub fn start() -> io::Result<Waiting> {
        console::on_close(|| {
            IS_CLOSING.store(true, Ordering::SeqCst);
            console::wake();
            closing::insist(closing::HUNG_UP)
        });
        Ok(Waiting)
    }

    /// Blocks until something happens.
    pub fn next(&mut self) -> io::Result<Happening> {
        let event = event::read()?;
        let is_closing = IS_CLOSING.load(Ordering::SeqCst);
        Ok(if is_closing { Happening::Leave(closing::HUNG_UP) } else { Happening::Input(event) })
    }
}

/// Nobody stops a program so here.
pub fn stop_here() -> io::Result<()> {
    Ok(())
}
