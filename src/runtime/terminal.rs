//! The terminal taken and given back: raw mode, the other screen, pasting, the cursor. Nothing optional is fatal, and
//! giving back needs no lock that a stuck frame could hold.

use std::io::{self, stdout};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::execute;
use crossterm::terminal::{self, EnterAlternateScreen};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use ratatui_crossterm::CrosstermBackend;

use crate::runtime::console;
use crate::runtime::joining::Joined;
use crate::runtime::painting::Painting;

/// Taken by what tells no size.
const USUAL_SIZE: (u16, u16) = (80, 24);
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives it back.
pub struct Screens {
    terminal: Terminal<Joined<CrosstermBackend<Painting>>>,
    painting: Painting,
    size: (u16, u16),
}

impl Screens {
    pub fn open() -> io::Result<Screens> {
        give_back_on_panic();
        take()?;
        let size = size();
        let painting = Painting::default();
        // The frame's size is the desk's, also while the terminal is just getting another one.
        let options = TerminalOptions { viewport: Viewport::Fixed(area(size)) };
        let terminal = Terminal::with_options(Joined(CrosstermBackend::new(painting.clone())), options);
        let terminal = terminal.inspect_err(|_| give_back())?;
        Ok(Screens { terminal, painting, size })
    }

    /// Columns and rows of a frame.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(view)?;
        self.painting.send()
    }

    /// Takes over the terminal's size. Also where it is the old one again: a window that was small in between has cut
    /// off what stood there.
    pub fn fit(&mut self) -> io::Result<()> {
        self.size = size();
        self.forget()
    }

    /// The next frame is drawn whole, on an empty screen.
    pub fn forget(&mut self) -> io::Result<()> {
        self.terminal.resize(area(self.size))
    }

    /// After a stop: somebody else had the terminal and may have set it for themselves.
    pub fn take_again(&mut self) -> io::Result<()> {
        give_back();
        take()
    }
}

impl Drop for Screens {
    fn drop(&mut self) {
        give_back();
    }
}

/// Whether this error means that nobody sees the screen any more.
pub fn is_gone(error: &io::Error) -> bool {
    const EIO: i32 = 5;
    const ENXIO: i32 = 6;
    let has_code = cfg!(unix) && matches!(error.raw_os_error(), Some(EIO | ENXIO));
    has_code || error.kind() == io::ErrorKind::BrokenPipe
}

/// Every step is tried, whatever became of the one before: a terminal that is gone cannot be harmed. The second time
/// does nothing, for whoever got the terminal writes on it.
pub fn give_back() {
    if IS_OURS.swap(false, Ordering::SeqCst) {
        // First what never waits, then what a stuck terminal may keep waiting.
        drop(terminal::disable_raw_mode());
        console::give_back();
        drop(leave_screen());
    }
}

fn take() -> io::Result<()> {
    console::take();
    terminal::enable_raw_mode()?;
    IS_OURS.store(true, Ordering::SeqCst);
    enter_screen().inspect_err(|_| give_back())
}

#[cfg(unix)]
fn enter_screen() -> io::Result<()> {
    execute!(stdout(), EnterAlternateScreen, crossterm::event::EnableBracketedPaste)
}

/// Past the lock of the standard output, which a thread that cannot finish a frame would hold for ever.
#[cfg(unix)]
fn leave_screen() -> io::Result<()> {
    use crossterm::cursor::Show;
    use crossterm::event::DisableBracketedPaste;
    use crossterm::terminal::LeaveAlternateScreen;
    use std::os::fd::AsFd;

    let mut out = std::fs::File::from(stdout().as_fd().try_clone_to_owned()?);
    execute!(out, DisableBracketedPaste, LeaveAlternateScreen, Show)
}

/// A Windows console hands its input over as keys, and the marks of a paste would be keys too.
#[cfg(not(unix))]
fn enter_screen() -> io::Result<()> {
    execute!(stdout(), EnterAlternateScreen)
}

#[cfg(not(unix))]
fn leave_screen() -> io::Result<()> {
    execute!(stdout(), terminal::LeaveAlternateScreen, crossterm::cursor::Show)
}

/// The size as the terminal tells it; the library's own question would start another program when it fails.
fn size() -> (u16, u16) {
    #[cfg(unix)]
    let told = terminal::window_size().map(|size| (size.columns, size.rows));
    #[cfg(not(unix))]
    let told = terminal::size();
    told.ok().filter(|(columns, rows)| *columns > 0 && *rows > 0).unwrap_or(USUAL_SIZE)
}

fn area((width, height): (u16, u16)) -> Rect {
    Rect { x: 0, y: 0, width, height }
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
