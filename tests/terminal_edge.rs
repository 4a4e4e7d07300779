//! The edge between the program and its terminal: sizes, pastes, questions to the terminal, stops, and what is written.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::support::sitting::{onward, prepared, question, verdict, welcomed};
use crate::support::terminal::{Cursor, Start, Terminal, text_of};
use crate::support::{lessons, number};
use rstest::rstest;
use rustix::process::Signal;

/// A program whose learner has been here before, over questions that the test knows.
struct Place {
    words: Vec<String>,
    /// The data's and the lessons', kept for as long as the program needs them.
    folders: [tempfile::TempDir; 2],
}

impl Place {
    fn new() -> Place {
        let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let words = prepared(data.path(), lessons.path());
        Place { words, folders: [data, lessons] }
    }

    fn start<'words>(&'words self, more: &[&'words str]) -> Start<'words> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).chain(more.iter().copied()).collect();
        Start::new(&words)
    }

    /// On Home, on a terminal that is asked nothing.
    fn home(&self, columns: u16, rows: u16) -> Terminal {
        let terminal = self.start(&["--ambiguous", "narrow"]).size(columns, rows).run();
        terminal.shows("Enter 始める");
        terminal
    }

    /// At the first page of a sitting.
    fn reading(&self) -> Terminal {
        let terminal = self.start(&["study", "--ambiguous", "narrow"]).run();
        terminal.shows("本文です");
        terminal
    }

    /// At the first question, with its options shown and the second one selected.
    fn choosing(&self) -> Terminal {
        let terminal = self.reading();
        let mut screen = terminal.screen();
        while !screen.contains("誤った手です") {
            screen = terminal.press_until(onward(&screen), |after| after != screen);
        }
        terminal.press("2");
        terminal.until(|screen| {
            screen.lines().any(|line| line.trim_start().starts_with('>') && line.contains("誤った手です"))
        });
        terminal
    }
}

#[rstest]
#[case::smaller(40, 12)]
#[case::larger(120, 40)]
#[case::narrower(40, 24)]
#[case::lower(80, 12)]
fn home_in_a_window_of_another_size_is_what_it_is_in_one_that_began_so(#[case] columns: u16, #[case] rows: u16) {
    let place = Place::new();
    let fresh = place.home(columns, rows).settled();
    let terminal = place.home(80, 24);
    terminal.resize(columns, rows);
    terminal.until(|screen| screen == fresh);
    terminal.resize(80, 24);
    let first = place.home(80, 24).settled();
    terminal.until(|screen| screen == first);
}

#[test]
fn a_question_keeps_its_place_and_its_selection_through_every_size() {
    let place = Place::new();
    let terminal = place.choosing();
    let before = terminal.settled();
    let asked = question(&before).map(str::to_owned);
    for (columns, rows) in [(40, 12), (120, 40), (40, 12), (60, 16)] {
        terminal.resize(columns, rows);
        terminal.until(|screen| {
            // The footer is on the last row of this size, so the page is one for it.
            screen.lines().count() == usize::from(rows)
                && question(screen) == asked.as_deref()
                && screen.lines().any(|line| line.trim_start().starts_with('>') && line.contains("誤った手です"))
        });
    }
    terminal.resize(80, 24);
    terminal.until(|screen| screen == before);
}

#[test]
fn a_window_dragged_over_many_sizes_ends_with_the_last_one() {
    let place = Place::new();
    let fresh = place.home(64, 18).settled();
    let terminal = place.home(80, 24);
    for step in 0..60 {
        terminal.resize(40 + step, 12 + step / 3);
        terminal.press("\u{1b}[B");
    }
    terminal.resize(64, 18);
    terminal.until(|screen| screen == fresh);
}

#[test]
fn a_paste_is_text_on_one_line_and_decides_nothing() {
    let (data, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let body = "# 題\n\n本文です。\n\n## 確認問題\n\n### 問1（記入）何と言いますか。\n\n答え: 二段階の確認\n";
    lessons::lesson(folder.path(), "ja", "own", "題", body);
    let words = welcomed(data.path(), folder.path());
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["study"]).collect();
    let terminal = Start::new(&words).run();
    terminal.shows("本文です");
    let page = terminal.settled();
    // Nothing is typed on this page, so nothing comes of it.
    terminal.paste("\r\rq\r");
    assert_eq!(terminal.settled(), page);
    let mut screen = page;
    while terminal.emulator().hide_cursor() {
        screen = terminal.press_until("\r", |after| after != screen);
    }
    terminal.paste("二段階の\r\n確認\u{7}\r\n");
    let typed = terminal.until(|screen| screen.contains("二段階の 確認"));
    assert_eq!(terminal.settled(), typed);
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), 0);
    // The keys after it are keys again.
    terminal.press("\u{7f}!");
    terminal.shows("二段階の 確認!");
}

const ASKED: &[u8] = b"\x1b[6n";

fn times(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

#[rstest]
#[case::narrow(Cursor::Narrow)]
#[case::wide(Cursor::Wide)]
fn the_terminal_is_asked_once_and_after_the_first_page(#[case] cursor: Cursor) {
    let place = Place::new();
    let terminal = place.start(&[]).cursor(cursor).run();
    terminal.until_bytes(|bytes| times(bytes, ASKED) == 1);
    // The mark that it was asked with goes again.
    let page = terminal.until(|screen| {
        screen.contains("Enter 始める") && !screen.contains("─ ") && (!screen.contains('─') || screen.contains("──"))
    });
    let bytes = terminal.bytes();
    let asked = bytes.windows(ASKED.len()).position(|window| window == ASKED).unwrap();
    let before = text_of(&bytes[..asked], 80, 24);
    assert!(before.contains("Enter 始める"), "{before}");
    terminal.press("s");
    terminal.until(|screen| screen != page);
    assert_eq!(times(&terminal.bytes(), ASKED), 1);
}

#[test]
fn keys_that_come_before_a_silent_terminal_is_given_up_are_kept() {
    let place = Place::new();
    let terminal = place.start(&[]).cursor(Cursor::Silent).run();
    terminal.until_bytes(|bytes| times(bytes, ASKED) == 1);
    let home = terminal.screen();
    terminal.press("sq");
    // `s` leads somewhere and `q` out: both have been waiting.
    terminal.until_screen(|screen| screen.contents() != home);
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn an_answer_that_comes_too_late_holds_back_no_key() {
    let place = Place::new();
    let terminal = place.start(&[]).cursor(Cursor::Silent).run();
    terminal.until_bytes(|bytes| times(bytes, ASKED) == 1);
    // The page is drawn again once it is given up.
    let written = terminal.bytes().len();
    terminal.until_bytes(|bytes| bytes.len() > written);
    terminal.settled();
    terminal.press("\u{1b}[1;2Rq");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[rstest]
#[case("narrow")]
#[case("wide")]
fn a_terminal_whose_width_is_told_is_not_asked(#[case] width: &str) {
    let place = Place::new();
    let terminal = place.start(&["--ambiguous", width]).cursor(Cursor::Silent).run();
    terminal.shows("Enter 始める");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    assert_eq!(times(&terminal.bytes(), ASKED), 0);
}

#[test]
fn stopped_it_gives_the_terminal_back_and_takes_it_again_when_it_goes_on() {
    let place = Place::new();
    let terminal = place.choosing();
    let page = terminal.settled();
    for _ in 0..3 {
        terminal.signal(Signal::TSTP);
        terminal.until_stopped();
        terminal.until_screen(|screen| !screen.alternate_screen() && !screen.hide_cursor());
        assert!(!terminal.is_raw());
        terminal.signal(Signal::CONT);
        terminal.until_screen(|screen| screen.alternate_screen() && screen.contents() == page);
        assert!(terminal.is_raw());
    }
    terminal.press("1");
    terminal
        .until(|screen| screen.lines().any(|line| line.trim_start().starts_with('>') && line.contains("正しい手です")));
}

#[test]
fn stopped_by_force_it_paints_everything_again_when_it_goes_on() {
    let place = Place::new();
    let terminal = place.choosing();
    let page = terminal.settled();
    terminal.signal(Signal::STOP);
    terminal.until_stopped();
    terminal.scribble("\u{1b}[H\u{1b}[2Ksomebody else was here\u{1b}[?1049l$ ");
    terminal.signal(Signal::CONT);
    terminal.until_screen(|screen| screen.alternate_screen() && screen.contents() == page);
}

#[test]
fn nothing_but_cursor_moves_styles_and_clearing_is_written() {
    let place = Place::new();
    let terminal = place.start(&["study"]).run();
    let mut screen = terminal.until(|screen| screen.contains("本文です"));
    while verdict(&screen).is_none() {
        screen = terminal.press_until(onward(&screen), |after| after != screen);
    }
    terminal.resize(40, 12);
    terminal.settled();
    terminal.press("\u{1b}[24~");
    terminal.until(|screen| verdict(screen).is_none());
    terminal.press("\u{3}");
    assert_eq!(terminal.end().exit_code(), 0);
    let expected = [
        "\u{1b}[?1049h",
        "\u{1b}[?2004h",
        "\u{1b}[?25l",
        "\u{1b}[?25h",
        "\u{1b}[#H",
        "\u{1b}[#m",
        "\u{1b}[#J",
        "\u{1b}[J",
        "\u{1b}[#n",
        "\u{1b}[?2004l",
        "\u{1b}[?1049l",
    ];
    let strange: Vec<String> =
        terminal.commands().into_iter().filter(|command| !expected.contains(&command.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
    assert_eq!(terminal.is_given_back(), Ok(()));
}

/// The absence of something can only be waited for: two seconds in which nothing must happen, however slow the machine.
#[cfg(target_os = "linux")]
#[rstest]
#[case::reading(false)]
#[case::choosing(true)]
fn waiting_for_a_key_it_writes_nothing_and_does_nothing(#[case] is_half_answered: bool) {
    let place = Place::new();
    let terminal = if is_half_answered { place.choosing() } else { place.reading() };
    if is_half_answered {
        // What was chosen is kept as a draft, and that is the last that happens by itself.
        let kept = || number(place.folders[0].path(), "select count(*) from draft");
        let moments = 500;
        let is_kept = (0..moments).any(|_| terminal.ended_within(Duration::from_millis(20)).is_none() && kept() > 0);
        assert!(is_kept, "the draft was never kept");
    }
    terminal.settled();
    let (bytes, ticks) = (terminal.bytes().len(), ticks(&terminal));
    assert!(terminal.ended_within(Duration::from_secs(2)).is_none());
    assert_eq!((terminal.bytes().len(), self::ticks(&terminal)), (bytes, ticks));
    assert!(ticks > 0 || bytes > 0);
}

/// Processor time of all its threads, in the clock's ticks: fields 14 and 15 of `/proc/PID/stat`, proc(5).
#[cfg(target_os = "linux")]
fn ticks(terminal: &Terminal) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", terminal.pid().as_raw_nonzero())).unwrap();
    let behind_name = stat.rsplit_once(')').unwrap().1;
    behind_name.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

#[test]
fn a_full_quota_is_told_and_is_no_death() {
    let place = Place::new();
    let shell = "ulimit -f 0; exec \"$0\" \"$@\"";
    let program = env!("CARGO_BIN_EXE_sukima");
    let output = Command::new("sh").args(["-c", shell, program]).args(&place.words).args(["study", "--plain"]).output();
    let output = output.unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    // 3: done, and not stored.
    assert_eq!(output.status.code(), Some(3), "{:?}\n{said}", output.status);
    assert!(said.contains("記録を保存できません"), "{said}");
}
