//! The terminal taken and given back: raw mode, the other screen, the cursor. Nothing optional is fatal.

use std::io::{self, Stdout, stdout};
use std::panic;
use std::sync::Once;

use crossterm::cursor::Show;
use crossterm::execute;
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::{Frame, Terminal};
use ratatui_crossterm::CrosstermBackend;

/// The terminal while it is ours; dropping it gives it back.
pub struct Screens {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screens {
    pub fn open() -> io::Result<Screens> {
        give_back_on_panic();
        terminal::enable_raw_mode()?;
        if let Err(error) = execute!(stdout(), EnterAlternateScreen) {
            give_back();
            return Err(error);
        }
        give_back_on_termination();
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).inspect_err(|_| give_back())?;
        Ok(Screens { terminal })
    }

    pub fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(view).map(|_| ())
    }
}

impl Drop for Screens {
    fn drop(&mut self) {
        give_back();
    }
}

/// Every step is tried, whatever became of the one before: a terminal that is gone cannot be harmed.
fn give_back() {
    drop(execute!(stdout(), LeaveAlternateScreen, Show));
    drop(terminal::disable_raw_mode());
}

/// A panic's message is printed on a terminal that was given back.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            before(info);
        }));
    });
}

/// SIGTERM: the terminal is given back and the process is gone; everything is kept already.
#[cfg(unix)]
fn give_back_on_termination() {
    use signal_hook::consts::SIGTERM;
    use signal_hook::iterator::Signals;

    if let Ok(mut signals) = Signals::new([SIGTERM]) {
        std::thread::spawn(move || {
            if signals.forever().next().is_some() {
                give_back();
                std::process::exit(128 + SIGTERM);
            }
        });
    }
}

#[cfg(not(unix))]
fn give_back_on_termination() {}
