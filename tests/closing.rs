//! However it ends, the process is gone within a second, the terminal is given back where there still is one, and no
//! answer is lost whose verdict was seen. Seven ways to end, each at twenty moments of a sitting.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

#[path = "support/sitting.rs"]
mod sitting;
mod support;

use std::path::Path;
use std::time::Duration;

use rstest::rstest;
use rustix::process::Signal;
use sitting::{onward, prepared, question, verdict};
use sukima::domain::shuffle::Seeded;
use support::terminal::{Start, Terminal};
use support::{number, texts};

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
