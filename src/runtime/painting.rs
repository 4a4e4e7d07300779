//! A frame on its way out: what the terminal library writes in pieces leaves in one write, so that no half frame is
//! ever seen. It looks at no byte.

use std::cell::RefCell;
use std::io::{self, Write, stdout};
use std::mem;
use std::rc::Rc;

/// Holds what is written until it is sent; clones hold the same.
#[derive(Clone, Default)]
pub struct Painting(Rc<RefCell<Vec<u8>>>);

impl Painting {
    /// Writes out what is held.
    pub fn send(&self) -> io::Result<()> {
        let held = mem::take(&mut *self.0.borrow_mut());
        let mut out = stdout();
        out.write_all(&held)?;
        out.flush()?;
        // The room is kept for the next frame.
        *self.0.borrow_mut() = held;
        self.0.borrow_mut().clear();
        Ok(())
    }
}

impl Write for Painting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// The library flushes after each cursor move. An old Windows console takes those by calls between the writes, so
    /// there the order needs it.
    fn flush(&mut self) -> io::Result<()> {
        if cfg!(windows) { self.send() } else { Ok(()) }
    }
}
