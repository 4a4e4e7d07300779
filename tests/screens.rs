//! The screens in a real pseudo-terminal, read by a terminal emulator: a sitting from the first run to its close, by
//! keys alone. Every wait is for something on the screen.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod support;

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rstest::rstest;
use support::number;

const PATIENCE: Duration = Duration::from_secs(10);

/// The program on a screen of its own.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    /// Held open for as long as the program runs.
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
}

impl Terminal {
    fn start(data: &Path, lang: &str, columns: u16, rows: u16, words: &[&str]) -> Terminal {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sukima"));
        command.args(["--data-dir", data.to_str().unwrap(), "--lang", lang, "--now", "2026-11-20T12:41+09:00"]);
        command.args(words);
        // This terminal answers no question.
        command.args(["--ambiguous", "narrow"]);
        command.env("TERM", "xterm-256color");
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
        Terminal {
            child,
            master: pair.master,
            keys,
            output,
            parser: vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0),
        }
    }

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen shows what is asked for.
    fn until(&mut self, shows: impl Fn(&str) -> bool) -> String {
        loop {
            let screen = self.screen();
            if shows(&screen) {
                return screen;
            }
            match self.output.recv_timeout(PATIENCE) {
                Ok(chunk) => self.parser.process(&chunk),
                Err(_) => panic!("the screen never showed it:\n{screen}"),
            }
        }
    }

    /// The screen once nothing more is written to it: the program writes nothing while it waits for a key.
    fn settled(&mut self) -> String {
        while let Ok(chunk) = self.output.recv_timeout(Duration::from_millis(60)) {
            self.parser.process(&chunk);
        }
        self.screen()
    }

    fn shows(&mut self, text: &str) -> String {
        self.until(|screen| screen.contains(text))
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Presses a key again and again until the screen has moved on: a verdict ignores it for a moment.
    fn press_until(&mut self, keys: &str, shows: impl Fn(&str) -> bool) -> String {
        for _ in 0..200 {
            self.press(keys);
            while let Ok(chunk) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.parser.process(&chunk);
            }
            let screen = self.screen();
            if shows(&screen) {
                return screen;
            }
        }
        panic!("the key never led on:\n{}", self.screen());
    }

    fn end(mut self) -> u32 {
        let status = self.child.wait().unwrap();
        drop(self.master);
        status.exit_code()
    }
}

/// The words that a learner looks for.
struct Words {
    lang: &'static str,
    welcome: &'static str,
    role: &'static str,
    home: &'static str,
    choose: &'static str,
    verdict: &'static str,
    cue: &'static str,
    decide: &'static str,
    closed: &'static str,
    confirm: &'static str,
    think: &'static str,
    next: &'static str,
    pairs: &'static str,
    order: &'static str,
    all: &'static str,
}

const JAPANESE: Words = Words {
    lang: "ja",
    welcome: "すきま学習へようこそ",
    role: "お仕事に近いもの",
    home: "Enter 始める",
    choose: "数字 選ぶ",
    verdict: "u 取り消す",
    cue: "0 今回は決めない",
    decide: "Enter 決める",
    closed: "今日の分は終わりました",
    confirm: "Enter 自信あり　0 あまり自信なし　b",
    think: "Enter 選択肢",
    next: "Enter 次へ",
    pairs: "組み合わせ（例",
    order: "正しい順に",
    all: "すべて（例",
};

const ENGLISH: Words = Words {
    lang: "en",
    welcome: "Welcome to sukima",
    role: "nearest to your work",
    home: "Enter start",
    choose: "digit choose",
    verdict: "u take back",
    cue: "0 not this time",
    decide: "Enter decide",
    closed: "That is all for today",
    confirm: "Enter sure  0 not so sure  b",
    think: "Enter shows the options",
    next: "Enter next",
    pairs: "Pairs (such",
    order: "Numbers in order",
    all: "All numbers that apply",
};

#[rstest]
#[case::japanese(&JAPANESE, 80, 24)]
#[case::japanese_small(&JAPANESE, 40, 12)]
#[case::english(&ENGLISH, 80, 24)]
#[case::english_small(&ENGLISH, 40, 12)]
fn a_first_day_is_played_by_keys_alone(#[case] words: &Words, #[case] columns: u16, #[case] rows: u16) {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(data.path(), words.lang, columns, rows, &[]);
    terminal.shows(words.welcome);
    terminal.press_until("\r", |screen| screen.contains(words.role));
    // A full-width digit is the digit.
    terminal.press("１");
    terminal.shows(words.home);
    terminal.press("\r");
    for _ in 0..300 {
        let screen = terminal.settled();
        if screen.contains(words.closed) {
            break;
        }
        let has = |mark: &str| screen.contains(mark);
        let keys =
            if has(words.verdict) || has(words.think) || has(words.confirm) || has(words.decide) || has(words.next) {
                "\r"
            } else if has(words.choose) {
                "1\r"
            } else if has(words.cue) {
                "1"
            } else if has(words.pairs) {
                "1a 2b 3c\r"
            } else if has(words.order) {
                "1 2 3 4\r"
            } else if has(words.all) {
                "1 2\r"
            } else {
                "?\r"
            };
        terminal.press(keys);
    }
    terminal.shows(words.closed);
    let closing = terminal.screen();
    let answers = number(data.path(), "select count(*) from event where kind = 'question_answered'");
    assert!(answers >= 2);
    let told = [format!("{answers}問のうち"), format!("of {answers} right")];
    assert!(told.iter().any(|told| closing.contains(told)), "{answers} answers: {closing}");
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'session_closed'"), 1);
    terminal.press("\r");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn f12_hides_everything_and_enter_brings_it_back() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(data.path(), "ja", 80, 24, &["study", "why-now-2040"]);
    terminal.shows("すきま学習へようこそ");
    terminal.press_until("\r", |screen| screen.contains("お仕事に近いもの"));
    terminal.press("1");
    terminal.shows("2040");
    terminal.press("\u{1b}[24~");
    terminal.until(|screen| screen.contains("作業中") && !screen.contains("2040"));
    terminal.press("\r");
    terminal.shows("2040");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn lessons_are_found_by_a_word_of_their_title() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(data.path(), "ja", 80, 24, &[]);
    terminal.shows("すきま学習へようこそ");
    terminal.press_until("\r", |screen| screen.contains("お仕事に近いもの"));
    terminal.press("1");
    terminal.shows("Enter 始める");
    terminal.press("l");
    terminal.shows("C02");
    terminal.press("/");
    terminal.shows("探す言葉");
    terminal.press("2040\r");
    terminal.until(|screen| screen.contains("なぜ今か") && !screen.contains("C02"));
    terminal.press("\r");
    terminal.shows("Enter 次へ");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}
