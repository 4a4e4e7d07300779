//! However it ends, the process is gone within a second, the terminal is given back where there still is one, and no
//! answer is lost whose verdict was seen. Seven ways to end, each at twenty moments of a sitting.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::sitting::{onward, prepared, question, verdict};
use crate::support::terminal::{Cursor, Start, Terminal};
use crate::support::{number, texts, whole_name};
use rstest::rstest;
use rustix::process::Signal;
use sukima::domain::shuffle::Seeded;

const MOMENTS: u64 = 20;
/// What DESIGN §6 grants.
const LIMIT: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug)]
enum Way {
    Keys(&'static str),
    Signal(Signal),
    Window,
}

fn study(words: &[String]) -> Terminal {
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["study", "--minutes", "10"]).collect();
    Start::new(&words).run()
}

#[rstest]
#[case::q(Way::Keys("q"), Some(0))]
#[case::ctrl_c(Way::Keys("\u{3}"), Some(0))]
#[case::interrupt(Way::Signal(Signal::INT), Some(130))]
#[case::terminate(Way::Signal(Signal::TERM), Some(143))]
#[case::hang_up(Way::Signal(Signal::HUP), Some(129))]
#[case::window_closed(Way::Window, Some(129))]
#[case::killed(Way::Signal(Signal::KILL), None)]
fn it_is_gone_within_a_second_and_loses_nothing_that_was_seen(#[case] way: Way, #[case] exit_code: Option<u32>) {
    let mut random = Seeded::new(20_261_122);
    let lessons = tempfile::tempdir().unwrap();
    let mut data = tempfile::tempdir().unwrap();
    let mut words = prepared(data.path(), lessons.path());
    let mut seen = 0;
    let (mut moment, mut all_seen, mut asked_again) = (0, 0, 0);
    while moment < MOMENTS {
        let mut terminal = study(&words);
        let mut screen = terminal.until(|screen| question(screen).is_some() || screen.contains("本文です"));
        let before = seen;
        for _ in 0..random.below(5) {
            let last = verdict(&screen).map(str::to_owned);
            let keys = onward(&screen);
            screen = terminal.press_until(keys, |after| after != screen);
            seen += i64::from(verdict(&screen).is_some_and(|now| Some(now) != last.as_deref()));
        }
        // Every other time a key is being worked on when the end comes.
        let is_working = moment % 2 == 1;
        let asked = question(&screen).filter(|_| verdict(&screen).is_none()).map(str::to_owned);
        if is_working {
            terminal.press(onward(&screen));
        }
        match way {
            Way::Keys(keys) => terminal.press(keys),
            Way::Signal(signal) => terminal.signal(signal),
            Way::Window => terminal.close(),
        }
        let (status, _) =
            terminal.ended_within(LIMIT).unwrap_or_else(|| panic!("{way:?}, moment {moment}: still there"));
        if let Some(exit_code) = exit_code {
            assert_eq!(status.exit_code(), exit_code, "{way:?}, moment {moment}");
            if !matches!(way, Way::Window) {
                assert_eq!(terminal.is_given_back(), Ok(()), "{way:?}, moment {moment}");
            }
        }
        let kept = answers(data.path());
        // The last key may have given an answer that nobody has seen judged.
        assert!(kept == seen || kept == seen + 1, "{way:?}, moment {moment}: {kept} kept, {seen} seen");
        let is_whole = texts(data.path(), "pragma integrity_check") == ["ok"];
        assert!(is_whole, "{way:?}, moment {moment}");
        if let Some(asked) = asked.filter(|_| kept == seen) {
            let again = study(&words);
            again.until(|screen| question(screen) == Some(&asked));
            asked_again += 1;
        }
        all_seen += kept - before;
        seen = kept;
        moment += 1;
        if number(data.path(), "select count(*) from event where kind = 'session_closed'") > 0 {
            data = tempfile::tempdir().unwrap();
            words = prepared(data.path(), lessons.path());
            seen = 0;
        }
    }
    assert!(all_seen >= 10 && asked_again >= 5, "{all_seen} answers and {asked_again} open questions prove little");
}

fn answers(data: &Path) -> i64 {
    number(data, "select count(*) from event where kind = 'question_answered'")
}

/// `trap '' HUP` is what nohup does; a terminal that is not the process's own sends no signal at all.
#[rstest]
#[case::hanging_up_is_ignored("trap '' HUP; exec \"$0\" \"$@\"", true)]
#[case::no_signal_comes("exec \"$0\" \"$@\"", false)]
fn a_window_that_closes_without_a_signal_ends_it_too(#[case] script: &str, #[case] is_controlling: bool) {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let words = prepared(data.path(), lessons.path());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = Start::new(&[&["-c", script, env!("CARGO_BIN_EXE_sukima")][..], &words].concat());
    let start = start.program(Path::new("/bin/sh"));
    let mut terminal = if is_controlling { start } else { start.not_controlling() }.run();
    terminal.shows("Enter 始める");
    // Waiting for a key: a write would have told the end.
    terminal.settled();
    terminal.close();
    let (status, _) = terminal.ended_within(LIMIT).expect("it lives on without a window");
    assert_eq!(status.exit_code(), 129);
}

/// While the terminal library waits for an answer it hears of nothing else, and a closed terminal is a riddle to it.
#[rstest]
#[case::window_closed(Way::Window, 129)]
#[case::terminate(Way::Signal(Signal::TERM), 143)]
fn an_end_while_a_silent_terminal_is_asked_is_an_end(#[case] way: Way, #[case] exit_code: u32) {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let words = prepared(data.path(), lessons.path());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut terminal = Start::new(&words).cursor(Cursor::Silent).run();
    terminal.until_bytes(|bytes| bytes.ends_with(b"\x1b[6n"));
    match way {
        Way::Keys(keys) => terminal.press(keys),
        Way::Signal(signal) => terminal.signal(signal),
        Way::Window => terminal.close(),
    }
    let (status, _) = terminal.ended_within(LIMIT).expect("it waits for an answer");
    assert_eq!(status.exit_code(), exit_code);
    if !matches!(way, Way::Window) {
        assert_eq!(terminal.is_given_back(), Ok(()));
    }
}

#[test]
fn a_terminal_that_takes_nothing_any_more_does_not_keep_it() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let words = prepared(data.path(), lessons.path());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let terminal = Start::new(&words).run();
    terminal.shows("Enter 始める");
    terminal.settled();
    terminal.hang();
    // A page that cannot be shown.
    terminal.press("?");
    terminal.signal(Signal::TERM);
    let (status, _) = terminal.ended_within(LIMIT).expect("it waits for the terminal");
    assert_eq!(status.exit_code(), 143);
    assert!(!terminal.is_raw());
}

/// Tells this test, started by itself as another program, that it is the one that panics.
const PANICS: &str = "SUKIMA_TEST_PANICS";

#[test]
fn a_panic_gives_the_terminal_back_and_is_told_there() {
    if std::env::var_os(PANICS).is_some() {
        let mut screens = sukima::runtime::Screens::open().unwrap();
        screens.draw(|frame| frame.render_widget("frame", frame.area())).unwrap();
        screens.draw(|_| panic!("the page cannot be drawn")).unwrap();
    }
    let own = std::env::current_exe().unwrap();
    let test = whole_name(module_path!(), "a_panic_gives_the_terminal_back_and_is_told_there");
    let start = Start::new(&["--exact", &test, "--nocapture", "--test-threads=1"])
        .program(&own)
        .variable(PANICS, "1")
        .variable("RUST_BACKTRACE", "0");
    let terminal = start.run();
    assert_ne!(terminal.end().exit_code(), 0);
    assert_eq!(terminal.is_given_back(), Ok(()));
    assert!(terminal.screen().contains("the page cannot be drawn"), "{}", terminal.screen());
    let bytes = String::from_utf8(terminal.bytes()).unwrap();
    assert!(bytes.contains("frame"), "it never came to a page");
    assert_eq!(bytes.matches("\u{1b}[?1049l").count(), 1, "given back twice, the message is written over");
}

#[test]
fn lines_that_come_after_screens_hear_signals_as_any_program_does() {
    let data = tempfile::tempdir().unwrap();
    let terminal = Start::new(&["--data-dir", data.path().to_str().unwrap(), "--lang", "ja"]).run();
    terminal.until(|screen| !screen.trim().is_empty());
    terminal.press("9");
    terminal.until(|screen| screen.trim_end().ends_with('>'));
    terminal.signal(Signal::TSTP);
    terminal.until_stopped();
    terminal.signal(Signal::CONT);
    terminal.press("\r");
    terminal.signal(Signal::TERM);
    let (status, _) = terminal.ended_within(LIMIT).expect("lines end at once");
    assert!(status.signal().is_some(), "{status:?}");
    assert_eq!(terminal.is_given_back(), Ok(()));
}

#[test]
fn lines_that_nobody_reads_any_more_end_without_a_word() {
    let data = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_sukima"))
        .args(["--data-dir", data.path().to_str().unwrap(), "--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut replies = child.stdin.take().unwrap();
    // It may be gone before it is asked anything.
    replies.write_all(b"\n\n").ok();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    drop(replies);
}
