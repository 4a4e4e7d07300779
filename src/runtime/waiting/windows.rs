//! Waiting on Windows: for a key, or for the console's word that it closes.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{self, Event};

use crate::runtime::happening::Happening;
use crate::runtime::{closing, console};

static IS_WAITING: AtomicBool = AtomicBool::new(false);
static IS_CLOSING: AtomicBool = AtomicBool::new(false);

/// From its start until its rest, Ctrl+Break, a closed window, a log-off and a shutdown end the program in order.
pub struct Waiting;

impl Waiting {
    pub fn start() -> io::Result<Waiting> {
        IS_WAITING.store(true, Ordering::SeqCst);
        console::on_close(|| {
            if IS_WAITING.load(Ordering::SeqCst) {
                IS_CLOSING.store(true, Ordering::SeqCst);
                console::wake();
                closing::insist(closing::HUNG_UP)
            }
        });
        Ok(Waiting)
    }

    /// Whether the window is closing.
    pub fn is_over(&self) -> bool {
        IS_CLOSING.load(Ordering::SeqCst)
    }

    /// The program goes on without screens.
    pub fn rest(self) {
        IS_WAITING.store(false, Ordering::SeqCst);
    }

    /// Blocks until something happens, or for the limit in milliseconds: then it is time that happened.
    pub fn next(&mut self, limit_ms: Option<u64>) -> io::Result<Happening> {
        if let Some(ms) = limit_ms
            && !event::poll(Duration::from_millis(ms))?
        {
            return Ok(Happening::TimeUp);
        }
        let event = event::read()?;
        if IS_CLOSING.load(Ordering::SeqCst) {
            return Ok(Happening::Leave(closing::HUNG_UP));
        }
        Ok(match event {
            Event::Resize(..) => Happening::Resize,
            event => Happening::Input(event),
        })
    }
}

/// Nobody stops a program so here.
pub fn stop_here() -> io::Result<()> {
    Ok(())
}
