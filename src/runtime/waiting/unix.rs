//! Waiting on Unix: for a key, a signal or a closed window, whichever comes first. The terminal library is only asked
//! when there is something to read: on a closed terminal it would turn in circles for ever
//! (<https://github.com/crossterm-rs/crossterm/issues/793>).

use std::io::{self, PipeReader, PipeWriter, Read, Write, stdin};
use std::thread;
use std::time::Duration;

use crossterm::event;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use crate::runtime::closing;
use crate::runtime::happening::Happening;

const ENDINGS: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];
const OTHERS: [i32; 3] = [SIGTSTP, SIGCONT, SIGWINCH];
const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// Two threads listen for what may come while the loop is busy, and tell it in notes of one byte: a signal's number.
pub struct Waiting {
    notes: PipeReader,
}

impl Waiting {
    /// From now on a signal is a note, and no longer the end of the process by itself.
    pub fn start() -> io::Result<Waiting> {
        let (notes, note) = io::pipe()?;
        let signals = Signals::new(ENDINGS.iter().chain(&OTHERS))?;
        let hang_up = note.try_clone()?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || hear_signals(signals, note))?;
        thread::Builder::new().name("hang-up".to_owned()).spawn(move || wait_for_hang_up(hang_up))?;
        Ok(Waiting { notes })
    }

    /// Blocks until something happens.
    pub fn next(&mut self) -> io::Result<Happening> {
        // The library may hold keys that it has read already, so the first look does not wait.
        let mut patience = Some(&AT_ONCE);
        loop {
            let keyboard = stdin();
            let mut watched = [PollFd::new(&keyboard, PollFlags::IN), PollFd::new(&self.notes, PollFlags::IN)];
            match poll(&mut watched, patience) {
                Err(Errno::INTR) => continue,
                polled => polled?,
            };
            let [keyboard, notes] = [watched[0].revents(), watched[1].revents()];
            if notes.contains(PollFlags::IN) {
                let mut note = [0];
                self.notes.read_exact(&mut note)?;
                return Ok(happening(note[0]));
            }
            if is_gone(keyboard) {
                return Ok(Happening::Leave(closing::HUNG_UP));
            }
            if event::poll(Duration::ZERO)? {
                return Ok(Happening::Input(event::read()?));
            }
            patience = None;
        }
    }
}

/// The process stops here, as the shell asked, and goes on here with SIGCONT.
pub fn stop_here() -> io::Result<()> {
    low_level::emulate_default_handler(SIGTSTP)
}

fn happening(note: u8) -> Happening {
    match i32::from(note) {
        SIGTSTP => Happening::Suspend,
        SIGCONT => Happening::Continue,
        SIGWINCH => Happening::Resize,
        _ => Happening::Leave(128 + note),
    }
}

fn hear_signals(mut signals: Signals, mut note: PipeWriter) {
    for signal in signals.forever() {
        let number = u8::try_from(signal).expect("signals are small numbers");
        // Nobody reads any more when the loop is left; the process then ends of itself or below, or goes on in lines.
        let is_read = note.write_all(&[number]).is_ok();
        if !is_read && signal == SIGTSTP {
            drop(stop_here());
        }
        if ENDINGS.contains(&signal) {
            closing::insist(128 + number);
        }
    }
}

/// A window may be closed without any signal: where hanging up is ignored, or the terminal is not the process's own.
fn wait_for_hang_up(mut note: PipeWriter) {
    let keyboard = stdin();
    loop {
        // Nothing is asked for, so only an end is told.
        let mut watched = [PollFd::new(&keyboard, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) if is_gone(watched[0].revents()) => break,
            Ok(_) | Err(Errno::INTR) => {}
            // This system cannot watch a terminal so; the signal and the loop's own look remain.
            Err(_) => return,
        }
    }
    drop(note.write_all(&[closing::HUNG_UP - 128]));
    closing::insist(closing::HUNG_UP);
}

fn is_gone(told: PollFlags) -> bool {
    told.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}
