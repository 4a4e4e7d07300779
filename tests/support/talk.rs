//! The real program in line mode: replies in, printed lines out. It knows only what is printed.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// A test that waits longer has misunderstood something, or the program has.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program.
pub struct Talk {
    child: Child,
    replies: Option<ChildStdin>,
    output: Receiver<Vec<u8>>,
    unread: Vec<u8>,
    /// Everything that was printed and typed so far, as a person would see it.
    pub transcript: String,
}

/// What the program printed up to its prompt.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Everything before the last line.
    pub text: String,
    /// The words of the prompt, without `> `.
    pub prompt: String,
    /// False when the program ended instead of asking.
    pub asks: bool,
}

/// A command for the program, with nothing of this machine's account in it.
pub fn program(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sukima"));
    command.arg("--data-dir").arg(data).args(words);
    command.env_remove("SUKIMA_LANG").env("LANG", "ja_JP.UTF-8").env_remove("LC_ALL").env("TZ", "Asia/Tokyo");
    command
}

impl Talk {
    pub fn start(data: &Path, words: &[&str]) -> Talk {
        let mut child = program(data, words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let mut stdout = child.stdout.take().expect("it was piped");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut chunk = [0; 8192];
            while let Ok(count) = stdout.read(&mut chunk) {
                if count == 0 || sender.send(chunk[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let replies = child.stdin.take();
        Talk { child, replies, output, unread: Vec::new(), transcript: String::new() }
    }

    /// Waits for the next prompt, or for the end.
    pub fn hear(&mut self) -> Heard {
        // Lines are written whole, so only a prompt leaves an unfinished line that ends in `> `.
        let mut asks = true;
        while !is_prompt(&self.unread) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => self.unread.extend(chunk),
                Err(RecvTimeoutError::Disconnected) => {
                    asks = false;
                    break;
                }
                Err(RecvTimeoutError::Timeout) => {
                    let unread = String::from_utf8_lossy(&self.unread);
                    panic!("neither a prompt nor an end:\n{}{unread}", self.transcript);
                }
            }
        }
        let text = String::from_utf8(std::mem::take(&mut self.unread)).expect("the program prints UTF-8");
        self.transcript.push_str(&text);
        let (before, last) = text.rsplit_once('\n').unwrap_or(("", &text));
        let (before, last) = if asks { (before, last) } else { (text.as_str(), "") };
        Heard { text: before.to_owned(), prompt: last.trim_end_matches("> ").trim().to_owned(), asks }
    }

    pub fn reply(&mut self, line: &str) {
        self.transcript.push_str(line);
        self.transcript.push('\n');
        // A program that has just been killed cannot take it; the test then hears the end.
        if let Some(replies) = &mut self.replies {
            drop(writeln!(replies, "{line}"));
            drop(replies.flush());
        }
    }

    /// Replies and waits for what comes of it.
    pub fn ask(&mut self, line: &str) -> Heard {
        self.reply(line);
        self.hear()
    }

    /// Goes through the first run and returns what comes after it: the welcome, a role where one is asked for, the
    /// question to try.
    pub fn first_run(&mut self) -> Heard {
        self.hear();
        let mut heard = self.ask("");
        if ["番号", "Number"].contains(&heard.prompt.as_str()) {
            heard = self.ask("1");
        }
        if ["ためしに1問", "One question to try"].iter().any(|title| heard.text.contains(title)) {
            self.ask("1");
            heard = self.ask("");
        }
        heard
    }

    /// The input ends; what is printed after it, and how the program ended.
    pub fn end_of_input(mut self) -> (String, ExitStatus) {
        self.replies = None;
        let text = self.hear().text;
        (text, self.child.wait().expect("it was started"))
    }

    /// Waits for the end after a reply that leaves.
    pub fn wait(mut self) -> ExitStatus {
        self.child.wait().expect("it was started")
    }

    /// The power goes.
    pub fn kill(mut self) {
        drop(self.child.kill());
        self.child.wait().expect("it was started");
    }
}

fn is_prompt(bytes: &[u8]) -> bool {
    let last = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    last.len() > 2 && last.ends_with(b"> ")
}
