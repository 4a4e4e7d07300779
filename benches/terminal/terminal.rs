//! A program in a pseudo-terminal, with the instant at which each of its bytes came. It answers what a terminal answers
//! (where the cursor is), and never sleeps longer than it is told to be quiet.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::figures::Span;
use crate::process;

pub const COLUMNS: u16 = 80;
pub const ROWS: u16 = 24;
/// Nothing that is measured takes longer.
const PATIENCE: Duration = Duration::from_secs(120);
/// A frame is over when nothing follows for this long.
const FRAME_GAP: Duration = Duration::from_millis(25);
/// What a terminal is asked when somebody wants to know how wide a character was.
const CURSOR_QUERY: &[u8] = b"\x1b[6n";

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    /// Held open for as long as the program runs.
    _master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    /// The end of what came last, in which a question may be begun.
    tail: Vec<u8>,
    started: Instant,
    last_byte: Instant,
    pub bytes: usize,
}

impl Terminal {
    pub fn start(program: &Path, words: &[&str]) -> Terminal {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the machine has pseudo-terminals");
        let mut command = CommandBuilder::new(program);
        command.args(words);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let keys = pair.master.take_writer().expect("the terminal takes keys");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut chunk = [0; 65_536];
            while let Ok(count) = reader.read(&mut chunk) {
                if count == 0 || sender.send((Instant::now(), chunk[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let size = |value| NonZero::new(value).expect("a screen has rows and columns");
        Terminal {
            child,
            _master: pair.master,
            keys,
            output,
            parser: vt100::Parser::new(size(ROWS), size(COLUMNS), 0),
            tail: Vec::new(),
            started,
            last_byte: started,
            bytes: 0,
        }
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn shows(&self, mark: &str) -> bool {
        self.screen().contains(mark)
    }

    /// From the start to the last byte of the frame that first shows the mark.
    pub fn first_frame_with(&mut self, mark: &str) -> Span {
        let started = self.started;
        self.frame_with(started, Duration::ZERO, mark)
    }

    /// From a key to the last byte of the frame that first shows the mark.
    pub fn key_to_frame_with(&mut self, keys: &str, mark: &str) -> Span {
        let before = self.on_processor();
        let pressed = self.press(keys);
        self.frame_with(pressed, before, mark)
    }

    /// From a key to the last byte that it brings; `None` when it brings nothing.
    pub fn key_to_last_byte(&mut self, keys: &str) -> Option<Span> {
        let before = self.on_processor();
        let pressed = self.press(keys);
        self.take(Duration::from_millis(250)).then(|| {
            while self.take(FRAME_GAP) {}
            self.span(pressed, before)
        })
    }

    /// What is on the screen once nothing more comes for a while.
    pub fn settled(&mut self) -> String {
        while self.take(Duration::from_millis(80)) {}
        self.screen()
    }

    /// Bytes that come within a time in which nothing is pressed.
    pub fn bytes_while_idle(&mut self, time: Duration) -> usize {
        let (before, end) = (self.bytes, Instant::now() + time);
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return self.bytes - before;
            }
            self.take(left);
        }
    }

    /// Sends keys, and gives the instant.
    pub fn press(&mut self, keys: &str) -> Instant {
        let pressed = Instant::now();
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("the terminal takes keys");
        pressed
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().expect("the program runs")
    }

    /// Leaves the program as a person in a hurry does.
    pub fn end(mut self) {
        self.press("\u{3}");
        let asked = Instant::now();
        while asked.elapsed() < Duration::from_secs(10) {
            if self.child.try_wait().expect("a child can be waited for").is_some() {
                return;
            }
            self.take(Duration::from_millis(1));
        }
        self.child.kill().expect("the program can be ended");
        self.child.wait().expect("a child can be waited for");
    }

    fn frame_with(&mut self, since: Instant, before: Duration, mark: &str) -> Span {
        let end = Instant::now() + PATIENCE;
        while !self.shows(mark) {
            let is_alive = self.take(PATIENCE);
            assert!(is_alive && Instant::now() < end, "{mark} never came:\n{}", self.screen());
        }
        while self.take(FRAME_GAP) {}
        self.span(since, before)
    }

    /// Up to the last byte; the program has been waiting since then.
    fn span(&self, since: Instant, before: Duration) -> Span {
        Span { clock: self.last_byte - since, processor: self.on_processor().saturating_sub(before) }
    }

    fn on_processor(&self) -> Duration {
        process::on_processor(self.process()).unwrap_or_default()
    }

    /// Takes what comes next; false when nothing does in this time.
    fn take(&mut self, patience: Duration) -> bool {
        let Ok((instant, chunk)) = self.output.recv_timeout(patience) else { return false };
        self.last_byte = instant;
        self.bytes += chunk.len();
        self.parser.process(&chunk);
        self.tail.extend_from_slice(&chunk);
        while let Some(place) = self.tail.windows(CURSOR_QUERY.len()).position(|bytes| bytes == CURSOR_QUERY) {
            self.tail.drain(..place + CURSOR_QUERY.len());
            let (row, column) = self.parser.screen().cursor_position();
            self.press(&format!("\x1b[{};{}R", row + 1, column + 1));
        }
        self.tail.drain(..self.tail.len().saturating_sub(CURSOR_QUERY.len() - 1));
        true
    }
}
