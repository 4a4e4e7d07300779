//! The real program on a screen of its own: a pseudo-terminal whose every end can be pulled. What the program writes
//! is read by a terminal emulator as it comes; a test waits for what it shows, never for a time.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]
#![allow(clippy::disallowed_methods, reason = "how long a program takes to end is measured here")]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{PipeWriter, Read, Write};
use std::num::NonZero;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, PtySize, native_pty_system};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};
use rustix::termios::{Action, LocalModes, Termios, Winsize, tcflow, tcgetattr, tcsetwinsize};

/// A test that waits longer has misunderstood something, or the program has.
const PATIENCE: Duration = Duration::from_secs(60);
/// Silence after which a screen is taken to be finished.
const SILENCE: Duration = Duration::from_millis(60);

/// What the terminal answers when it is asked where its cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Ambiguous characters take one column.
    Narrow,
    /// Ambiguous characters take two.
    Wide,
    /// It does not answer.
    Silent,
}

/// How the program is started.
pub struct Start<'words> {
    words: Vec<&'words str>,
    pub variables: Vec<(&'words str, &'words str)>,
    columns: u16,
    rows: u16,
    cursor: Cursor,
    is_controlling: bool,
    program: &'words Path,
}

impl<'words> Start<'words> {
    pub fn new(words: &[&'words str]) -> Start<'words> {
        Start {
            words: words.to_vec(),
            variables: Vec::new(),
            columns: 80,
            rows: 24,
            cursor: Cursor::Narrow,
            is_controlling: true,
            program: Path::new(env!("CARGO_BIN_EXE_sukima")),
        }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub fn cursor(mut self, cursor: Cursor) -> Self {
        self.cursor = cursor;
        self
    }

    /// Set for the program.
    pub fn variable(mut self, name: &'words str, value: &'words str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Another program than ours.
    pub fn program(mut self, program: &'words Path) -> Self {
        self.program = program;
        self
    }

    /// The terminal sends the program no signal: it is not the one that the process belongs to.
    pub fn not_controlling(mut self) -> Self {
        self.is_controlling = false;
        self
    }

    pub fn run(self) -> Terminal {
        Terminal::start(self)
    }
}

/// What has been written so far, and what it looks like.
struct Shown {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// The program's end of the terminal is closed.
    is_over: bool,
}

/// A running program and its terminal.
pub struct Terminal {
    pid: Pid,
    /// The program's side of the terminal.
    name: PathBuf,
    master: Option<Master>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    exit: Receiver<(ExitStatus, Instant)>,
    /// The mode of the terminal before the program began.
    mode_before: Termios,
}

/// Our end of the terminal. It is closed when this and its reader are gone.
struct Master {
    file: Arc<File>,
    reader: JoinHandle<()>,
    /// Dropped, it ends the reader.
    stop: PipeWriter,
}

impl Terminal {
    fn start(start: Start<'_>) -> Terminal {
        let size = PtySize { rows: start.rows, cols: start.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(start.program);
        command.args(&start.words);
        command.set_controlling_tty(start.is_controlling);
        for name in ["SUKIMA_LANG", "LC_ALL", "NO_COLOR", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION"] {
            command.env_remove(name);
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "ja_JP.UTF-8"), ("TZ", "Asia/Tokyo")] {
            command.env(name, value);
        }
        for (name, value) in &start.variables {
            command.env(name, value);
        }
        let descriptor = pair.master.as_raw_fd().expect("a Unix terminal is a file");
        #[allow(unsafe_code, reason = "the crate lends its end of the terminal as a number only")]
        // SAFETY: `pair` keeps it open until it has been duplicated.
        let borrowed = unsafe { BorrowedFd::borrow_raw(descriptor) };
        let file = Arc::new(File::from(borrowed.try_clone_to_owned().unwrap()));
        let mode_before = tcgetattr(&*file).unwrap();
        let name = pair.master.tty_name().expect("a Unix terminal has a name");
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair);
        let pid = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
        let (sender, exit) = channel();
        thread::spawn(move || {
            let status = child.wait().unwrap();
            // A test that has seen enough no longer listens.
            drop(sender.send((status, Instant::now())));
        });
        let parser = emulator(start.columns, start.rows);
        let shown = Arc::new((Mutex::new(Shown { parser, bytes: Vec::new(), is_over: false }), Condvar::new()));
        let (stopped, stop) = std::io::pipe().unwrap();
        let reader = thread::spawn({
            let (file, shown) = (Arc::clone(&file), Arc::clone(&shown));
            move || read(&file, &stopped, &shown, start.cursor)
        });
        Terminal { pid, master: Some(Master { file, reader, stop }), name, shown, exit, mode_before }
    }

    pub fn pid(&self) -> Pid {
        self.pid
    }

    fn look(&self) -> MutexGuard<'_, Shown> {
        self.shown.0.lock().unwrap()
    }

    /// The screen's text.
    pub fn screen(&self) -> String {
        self.look().parser.screen().contents()
    }

    /// The screen with its attributes and its cursor.
    pub fn emulator(&self) -> vt100::Screen {
        self.look().parser.screen().clone()
    }

    /// Every byte that was written.
    pub fn bytes(&self) -> Vec<u8> {
        self.look().bytes.clone()
    }

    /// What is neither text nor a sequence that moves the cursor, styles text or clears: each once, numbers as `#`.
    pub fn commands(&self) -> BTreeSet<String> {
        commands(&String::from_utf8(self.bytes()).expect("the program writes UTF-8"))
    }

    /// Waits until the screen shows what is asked for.
    pub fn until(&self, shows: impl Fn(&str) -> bool) -> String {
        self.until_shown(|shown| shows(&shown.parser.screen().contents()))
    }

    /// Waits until the emulator stands as asked for.
    pub fn until_screen(&self, stands: impl Fn(&vt100::Screen) -> bool) -> String {
        self.until_shown(|shown| stands(shown.parser.screen()))
    }

    /// Waits until these bytes have been written.
    pub fn until_bytes(&self, has: impl Fn(&[u8]) -> bool) -> String {
        self.until_shown(|shown| has(&shown.bytes))
    }

    fn until_shown(&self, stands: impl Fn(&Shown) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        let mut shown = self.look();
        while !stands(&shown) {
            let left = until.saturating_duration_since(Instant::now());
            let is_lost = left.is_zero() || shown.is_over;
            assert!(!is_lost, "the screen never showed it:\n{}", shown.parser.screen().contents());
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
        shown.parser.screen().contents()
    }

    /// Whether the screen comes to show it in this time.
    pub fn shows_within(&self, limit: Duration, shows: impl Fn(&str) -> bool) -> bool {
        let until = Instant::now() + limit;
        let mut shown = self.look();
        while !shows(&shown.parser.screen().contents()) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || shown.is_over {
                return false;
            }
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
        true
    }

    pub fn shows(&self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    /// The screen once nothing more is written to it: the program has read every key and waits for the next one.
    pub fn settled(&self) -> String {
        let until = Instant::now() + PATIENCE;
        let mut shown = self.look();
        loop {
            let written = shown.bytes.len();
            let (next, wait) = self.shown.1.wait_timeout(shown, SILENCE).unwrap();
            shown = next;
            let is_silent = wait.timed_out() && shown.bytes.len() == written;
            if shown.is_over || is_silent && (self.waits_for_a_key() || Instant::now() > until) {
                return shown.parser.screen().contents();
            }
        }
    }

    /// On a busy machine a program may be silent because others have the processor. This one has nothing left to read
    /// and sleeps. Where the system does not tell, silence is all there is.
    fn waits_for_a_key(&self) -> bool {
        let Some(master) = &self.master else { return true };
        let unread = |side: BorrowedFd<'_>| rustix::io::ioctl_fionread(side).unwrap_or(0);
        let program_side = rustix::fs::open(&self.name, OFlags::RDONLY | OFlags::NOCTTY, Mode::empty());
        let has_keys = program_side.is_ok_and(|side| unread(side.as_fd()) > 0);
        let has_output = unread(master.file.as_fd()) > 0;
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid.as_raw_nonzero()));
        // The state stands behind the name, which may hold anything: proc(5).
        let works = stat.is_ok_and(|stat| !matches!(stat.rsplit_once(") "), Some((_, rest)) if rest.starts_with('S')));
        !has_keys && !has_output && !works
    }

    pub fn press(&self, keys: &str) {
        let master = self.master.as_ref().expect("the window is open");
        (&*master.file).write_all(keys.as_bytes()).unwrap();
    }

    /// Text as a terminal hands over a paste: marked, if the program asked for marks.
    pub fn paste(&self, text: &str) {
        match self.emulator().bracketed_paste() {
            true => self.press(&format!("\u{1b}[200~{text}\u{1b}[201~")),
            false => self.press(text),
        }
    }

    /// Presses a key again and again until the screen has moved on: a verdict ignores it for a moment.
    pub fn press_until(&self, keys: &str, shows: impl Fn(&str) -> bool) -> String {
        for _ in 0..200 {
            self.press(keys);
            let screen = self.settled();
            if shows(&screen) {
                return screen;
            }
        }
        panic!("the key never led on:\n{}", self.screen());
    }

    /// The window gets another size, and the program hears of it.
    pub fn resize(&self, columns: u16, rows: u16) {
        let mut shown = self.look();
        // First the emulator: what is written for the new size must find it.
        shown.parser.screen_mut().set_size(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        let size = Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&*self.master.as_ref().expect("the window is open").file, size).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).unwrap();
    }

    /// Waits until a signal has stopped it, as a shell waits before it goes on.
    pub fn until_stopped(&self) {
        let (sender, is_stopped) = channel();
        let pid = self.pid;
        thread::spawn(move || {
            waitid(WaitId::Pid(pid), WaitIdOptions::STOPPED).unwrap();
            sender.send(()).ok();
        });
        is_stopped.recv_timeout(PATIENCE).expect("it never stopped");
    }

    /// The window is closed: nobody reads what is written, and nothing more is typed.
    pub fn close(&mut self) {
        let Master { file, reader, stop } = self.master.take().expect("a window is closed once");
        drop(stop);
        reader.join().unwrap();
        assert_eq!(Arc::strong_count(&file), 1, "somebody holds the window open");
    }

    /// The window stays and takes no byte any more, as one that hangs.
    pub fn hang(&self) {
        let program_side = rustix::fs::open(&self.name, OFlags::WRONLY | OFlags::NOCTTY, Mode::empty()).unwrap();
        tcflow(program_side, Action::OOff).unwrap();
    }

    /// Somebody else writes on the screen.
    pub fn scribble(&self, text: &str) {
        self.look().parser.process(text.as_bytes());
    }

    /// How it ended, and how long after this call; `None` when it is still there after that time.
    pub fn ended_within(&self, limit: Duration) -> Option<(ExitStatus, Duration)> {
        let asked = Instant::now();
        let (status, ended) = self.exit.recv_timeout(limit).ok()?;
        Some((status, ended.saturating_duration_since(asked)))
    }

    /// Waits for the end and for the last byte that was written.
    pub fn end(&self) -> ExitStatus {
        let (status, _) = self.ended_within(PATIENCE).expect("the program never ended");
        self.until_over();
        status
    }

    fn until_over(&self) {
        let until = Instant::now() + PATIENCE;
        let mut shown = self.look();
        while self.master.is_some() && !shown.is_over {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "the program is gone and its terminal is not");
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
    }

    /// Whether the terminal is as it was before the program: its mode, its first screen, its cursor, no marked pastes.
    pub fn is_given_back(&self) -> Result<(), String> {
        self.until_over();
        let mode = self.mode();
        let before = &self.mode_before;
        let is_same = (mode.input_modes, mode.output_modes, mode.control_modes, mode.local_modes)
            == (before.input_modes, before.output_modes, before.control_modes, before.local_modes);
        let screen = self.emulator();
        for (is_so, what) in [
            (is_same, "the terminal's mode"),
            (!screen.alternate_screen(), "the first screen"),
            (!screen.hide_cursor(), "the cursor"),
            (!screen.bracketed_paste(), "plain pastes"),
        ] {
            if !is_so {
                return Err(format!("{what} was not given back"));
            }
        }
        Ok(())
    }

    /// Whether each key reaches the program at once.
    pub fn is_raw(&self) -> bool {
        !self.mode().local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO)
    }

    fn mode(&self) -> Termios {
        tcgetattr(&*self.master.as_ref().expect("the window is open").file).unwrap()
    }
}

impl Drop for Terminal {
    /// A test that failed leaves nothing running.
    fn drop(&mut self) {
        // It may have ended just now; then there is nobody to end.
        if self.exit.try_recv().is_err() && kill_process(self.pid, Signal::KILL).is_ok() {
            self.exit.recv_timeout(PATIENCE).ok();
        }
        if self.master.is_some() && !thread::panicking() {
            self.close();
        }
    }
}

/// Reads until the program's end is closed or nobody wants to read any more.
fn read(file: &File, stopped: &std::io::PipeReader, shown: &(Mutex<Shown>, Condvar), cursor: Cursor) {
    let mut chunk = [0; 8192];
    loop {
        let mut watched = [PollFd::new(file, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        poll(&mut watched, None).unwrap();
        if !watched[1].revents().is_empty() {
            return;
        }
        // An error is the end: the program's side is closed.
        let count = (&*file).read(&mut chunk).unwrap_or(0);
        let mut now = shown.0.lock().unwrap();
        match count {
            0 => now.is_over = true,
            _ => take(&mut now, &chunk[..count], file, cursor),
        }
        shown.1.notify_all();
        if count == 0 {
            return;
        }
    }
}

/// What these bytes look like on a screen of this size.
pub fn text_of(bytes: &[u8], columns: u16, rows: u16) -> String {
    let mut parser = emulator(columns, rows);
    parser.process(bytes);
    parser.screen().contents()
}

fn emulator(columns: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0)
}

/// Control characters and escape sequences of a text.
fn commands(text: &str) -> BTreeSet<String> {
    let mut commands = BTreeSet::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if !character.is_control() {
            continue;
        }
        let mut command = String::from(character);
        if character == '\u{1b}' {
            let kind = characters.next();
            command.extend(kind);
            while kind == Some('[') {
                let Some(next) = characters.next() else { break };
                match next {
                    '0'..='9' | ';' if command.contains('?') => command.push(next),
                    '0'..='9' | ';' if command.ends_with('#') => {}
                    '0'..='9' | ';' => command.push('#'),
                    _ => command.push(next),
                }
                if matches!(next, '\u{40}'..='\u{7e}') {
                    break;
                }
            }
        }
        commands.insert(command);
    }
    commands
}

/// The question where the cursor stands.
const ASKED: &[u8] = b"\x1b[6n";

fn take(shown: &mut Shown, chunk: &[u8], file: &File, cursor: Cursor) {
    for byte in chunk {
        shown.parser.process(&[*byte]);
        shown.bytes.push(*byte);
        if shown.bytes.ends_with(ASKED) {
            let (row, column) = shown.parser.screen().cursor_position();
            let column = match cursor {
                Cursor::Narrow => column,
                Cursor::Wide => column + 1,
                Cursor::Silent => continue,
            };
            // In one piece, as terminals answer: a key that is pressed meanwhile must not come into its midst.
            let answer = format!("\x1b[{};{}R", row + 1, column + 1);
            let mut file = file;
            file.write_all(answer.as_bytes()).unwrap();
        }
    }
}
