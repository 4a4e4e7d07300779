//! An end that comes from outside: a signal, a closed window. The loop is told and leaves in order; if it cannot, the
//! terminal is given back here and the process ends. It writes nothing of the learner's: every answer is on the disk
//! before its verdict is seen.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::runtime::terminal;

/// What a closed window ends the process with: 128 and the number of SIGHUP.
pub const HUNG_UP: u8 = 129;
/// For leaving in order. A closed window is gone within a second.
const GRACE: Duration = Duration::from_millis(300);
/// For giving back a terminal that may take no byte any more.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// Waits for the process to end by itself, and ends it when it does not.
pub fn insist(code: u8) -> ! {
    thread::sleep(GRACE);
    let (sender, is_given_back) = mpsc::channel::<()>();
    let giving_back = thread::Builder::new().spawn(move || {
        terminal::give_back();
        drop(sender);
    });
    if giving_back.is_ok() {
        // Either it is done and the sender gone, or the time is over.
        is_given_back.recv_timeout(LAST_WORDS).unwrap_or(());
    }
    end_now(code)
}

/// Without the last steps of an ordinary exit, which may wait for the thread that is stuck.
#[cfg(unix)]
fn end_now(code: u8) -> ! {
    signal_hook::low_level::exit(i32::from(code))
}

#[cfg(not(unix))]
fn end_now(code: u8) -> ! {
    std::process::exit(i32::from(code))
}

/// A full quota becomes an error that is told, not a death by signal: for every command, before it writes anything.
pub fn survive_a_full_quota() {
    #[cfg(unix)]
    {
        use std::sync::Arc;
        use std::sync::atomic::AtomicBool;

        // Somebody who listens is all it takes. Without it everything works until a quota is full.
        let heard = Arc::new(AtomicBool::new(false));
        drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard));
    }
}
