//! Waiting on Unix: for a key, a signal or a closed window, whichever comes first. The terminal library is only asked
//! when there is something to read: on a closed terminal it would turn in circles for ever
//! (<https://github.com/crossterm-rs/crossterm/issues/793>).

use std::io::{self, PipeReader, PipeWriter, Read, Write, stdin};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
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

/// Two threads listen for what may come while the loop is busy. They are started once and stay; here is where they tell
/// it, in notes of one byte, a signal's number. Nowhere while nobody waits, as in line mode.
static NOTE: Mutex<Option<PipeWriter>> = Mutex::new(None);
static IS_LISTENING: Mutex<bool> = Mutex::new(false);

/// From its start until its rest a signal is a note; otherwise it does what it does to any program.
pub struct Waiting {
    notes: PipeReader,
}

impl Waiting {
    pub fn start() -> io::Result<Waiting> {
        let (notes, note) = io::pipe()?;
        *note_place() = Some(note);
        let waiting = Waiting { notes };
        let mut is_listening = IS_LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        if !*is_listening {
            let signals = Signals::new(ENDINGS.iter().chain(&OTHERS))?;
            thread::Builder::new().name("signals".to_owned()).spawn(move || hear_signals(signals))?;
            thread::Builder::new().name("hang-up".to_owned()).spawn(wait_for_hang_up)?;
            *is_listening = true;
        }
        Ok(waiting)
    }

    /// Whether the window is closed.
    pub fn is_over(&self) -> bool {
        let keyboard = stdin();
        let mut watched = [PollFd::new(&keyboard, PollFlags::empty())];
        poll(&mut watched, Some(&AT_ONCE)).is_ok() && is_gone(watched[0].revents())
    }

    /// The program goes on without screens. Without this it ends, and what hurries it then is still heard here.
    pub fn rest(self) {
        *note_place() = None;
    }

    /// Blocks until something happens, or for the limit in milliseconds: then it is time that happened.
    pub fn next(&mut self, limit_ms: Option<u64>) -> io::Result<Happening> {
        let limit = limit_ms.map(|ms| Duration::from_millis(ms).try_into().expect("seconds, not ages"));
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
            if !has_event()? {
                let has_waited = patience.is_some_and(|patience| *patience != AT_ONCE);
                if limit_ms == Some(0) || has_waited {
                    return Ok(Happening::TimeUp);
                }
                patience = limit.as_ref();
                continue;
            }
            match event::read()? {
                // Our own note tells it, and from the start on.
                Event::Resize(..) => {}
                event => return Ok(Happening::Input(event)),
            }
        }
    }
}

/// Looks twice: where the terminal tells too late where its cursor is, the library swallows that, says that there is
/// nothing, and keeps to itself the keys that came in the same piece.
fn has_event() -> io::Result<bool> {
    Ok(event::poll(Duration::ZERO)? || event::poll(Duration::ZERO)?)
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

fn hear_signals(mut signals: Signals) {
    for signal in signals.forever() {
        let number = u8::try_from(signal).expect("signals are small numbers");
        if !is_noted(number) {
            // A signal that the library does not know would have been refused when it was listened for.
            low_level::emulate_default_handler(signal).ok();
        } else if ENDINGS.contains(&signal) {
            closing::insist(128 + number);
        }
    }
}

/// A window may be closed without any signal: where hanging up is ignored, or the terminal is not the process's own.
fn wait_for_hang_up() {
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
    // In line mode the input has ended, and that is enough.
    if is_noted(closing::HUNG_UP - 128) {
        closing::insist(closing::HUNG_UP);
    }
}

/// Tells the loop, if there is one; false in line mode.
fn is_noted(number: u8) -> bool {
    let mut place = note_place();
    if let Some(note) = place.as_mut() {
        // A loop that was left reads no more: the program is about to end.
        note.write_all(&[number]).ok();
    }
    place.is_some()
}

fn note_place() -> MutexGuard<'static, Option<PipeWriter>> {
    NOTE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_gone(told: PollFlags) -> bool {
    told.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}
