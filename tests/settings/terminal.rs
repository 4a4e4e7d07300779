//! The real program on a screen of its own: keys in, frames out, read by a terminal emulator.

use std::cell::RefCell;
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(20);
const SILENCE: Duration = Duration::from_millis(60);

/// How the program is started.
pub struct Start<'words> {
    pub words: Vec<&'words str>,
    pub variables: Vec<(&'words str, &'words str)>,
    pub columns: u16,
    pub rows: u16,
}

impl<'words> Start<'words> {
    pub fn new(words: &[&'words str]) -> Start<'words> {
        Start { words: words.to_vec(), variables: Vec::new(), columns: 80, rows: 24 }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub fn run(self) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sukima"));
        command.args(&self.words);
        for name in ["SUKIMA_LANG", "LC_ALL", "NO_COLOR", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION"] {
            command.env_remove(name);
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "ja_JP.UTF-8"), ("TZ", "Asia/Tokyo")] {
            command.env(name, value);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut chunk = [0; 8192];
            while let Ok(count) = reader.read(&mut chunk) {
                if count == 0 || sender.send(chunk[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let parser = vt100::Parser::new(NonZero::new(self.rows).unwrap(), NonZero::new(self.columns).unwrap(), 0);
        Terminal {
            child: RefCell::new(child),
            _master: pair.master,
            keys: RefCell::new(keys),
            output,
            shown: RefCell::new((parser, Vec::new())),
        }
    }
}

/// A running program and its terminal.
pub struct Terminal {
    child: RefCell<Box<dyn Child + Send + Sync>>,
    /// Held open for as long as the program runs.
    _master: Box<dyn MasterPty + Send>,
    keys: RefCell<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    /// What it looks like, and every byte that was written.
    shown: RefCell<(vt100::Parser, Vec<u8>)>,
}

impl Terminal {
    pub fn screen(&self) -> String {
        self.emulator().contents()
    }

    pub fn emulator(&self) -> vt100::Screen {
        self.shown.borrow().0.screen().clone()
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.shown.borrow().1.clone()
    }

    fn read(&self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let chunk = self.output.recv_timeout(patience)?;
        let mut shown = self.shown.borrow_mut();
        shown.0.process(&chunk);
        shown.1.extend(chunk);
        Ok(())
    }

    /// Waits until the screen shows what is asked for.
    pub fn until(&self, shows: impl Fn(&str) -> bool) -> String {
        loop {
            let screen = self.screen();
            if shows(&screen) {
                return screen;
            }
            if self.read(PATIENCE).is_err() {
                panic!("the screen never showed it:\n{screen}");
            }
        }
    }

    pub fn shows(&self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    /// The screen once nothing more is written to it: the program writes nothing while it waits for a key.
    pub fn settled(&self) -> String {
        while self.read(SILENCE).is_ok() {}
        self.screen()
    }

    pub fn press(&self, keys: &str) {
        let mut end = self.keys.borrow_mut();
        end.write_all(keys.as_bytes()).unwrap();
        end.flush().unwrap();
    }

    /// Waits for the end.
    pub fn end(&self) -> ExitStatus {
        while self.read(PATIENCE) == Ok(()) {}
        self.child.borrow_mut().wait().unwrap()
    }
}

impl Drop for Terminal {
    /// A test that failed leaves nothing running.
    fn drop(&mut self) {
        drop(self.child.borrow_mut().kill());
    }
}
