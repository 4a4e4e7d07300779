//! Screens and lines: which of them the program opens on, and from one to the other in the middle of a run.

use std::fs;
use std::path::Path;

use rstest::rstest;

use crate::settings::{NOW, been_here, settings_file};
use crate::support::talk::Talk;
use crate::support::terminal::{Start, Terminal};

fn start<'words>(data: &'words Path, words: &[&'words str]) -> Start<'words> {
    let always = ["--data-dir", data.to_str().unwrap(), "--lang", "ja", "--now", NOW];
    Start::new(&[&always, words].concat())
}

fn is_in_lines(terminal: &Terminal) -> bool {
    !terminal.emulator().alternate_screen()
}

#[rstest]
#[case::option("", &["--plain"], ("LANG", "ja_JP.UTF-8"))]
#[case::option_of_study("", &["study", "why-now-2040", "--plain"], ("LANG", "ja_JP.UTF-8"))]
#[case::setting("surface = \"lines\"\n", &[], ("LANG", "ja_JP.UTF-8"))]
#[case::setting_in_study("surface = \"lines\"\n", &["study"], ("LANG", "ja_JP.UTF-8"))]
#[case::typewriter("surface = \"screens\"\n", &[], ("TERM", "dumb"))]
fn lines_start_in_a_terminal_where_they_are_asked_for(
    #[case] settings: &str,
    #[case] words: &[&str],
    #[case] variable: (&str, &str),
) {
    let data = been_here();
    fs::write(settings_file(data.path()), settings).unwrap();
    let mut start = start(data.path(), words);
    start.variables.push(variable);
    let terminal = start.run();
    terminal.until(|screen| screen.trim_end().ends_with('>'));
    assert!(is_in_lines(&terminal));
    assert!(!terminal.bytes().contains(&0x1B), "no colour, no cursor move");
    terminal.press("q\r");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[rstest]
#[case::nobody_chose("")]
#[case::chosen("surface = \"screens\"\n")]
fn screens_start_otherwise(#[case] settings: &str) {
    let data = been_here();
    fs::write(settings_file(data.path()), settings).unwrap();
    let terminal = start(data.path(), &[]).run();
    terminal.shows("今日の3分");
    assert!(!is_in_lines(&terminal));
}

#[test]
fn from_screens_to_lines_and_back_in_one_run() {
    let data = been_here();
    let terminal = in_lines_after_screens(data.path());
    assert!(is_in_lines(&terminal));
    assert!(fs::read_to_string(settings_file(data.path())).unwrap().contains("surface = \"lines\"\n"));
    terminal.press("1\r");
    terminal.shows("選ぶ番号");
    terminal.press("2\r");
    terminal.shows("学習の時間（1回）: 3分");
    terminal.press("9\r");
    terminal.shows("1 画面");
    terminal.press("1\r");
    terminal.until(|screen| screen.contains("ここから画面で") && screen.contains("9 表示のしかた: 画面"));
    assert!(!is_in_lines(&terminal));
    assert!(fs::read_to_string(settings_file(data.path())).unwrap().contains("surface = \"screens\"\n"));
    // Each key is a key again.
    terminal.press("0");
    terminal.shows("今日の3分");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn lines_that_came_after_screens_end_as_lines_do() {
    // Ctrl+C, the end of the input, leaving.
    for (keys, ending) in [("\u{3}", Some("Interrupt")), ("\u{4}", None), ("q\r", None)] {
        let data = been_here();
        let terminal = in_lines_after_screens(data.path());
        terminal.press(keys);
        let ended = terminal.end();
        // A shell is told by the signal itself that it was Ctrl+C.
        assert_eq!(ended.signal(), ending, "{keys:?}");
        assert!(ending.is_some() || ended.exit_code() == 0, "{keys:?}");
    }
}

fn in_lines_after_screens(data: &Path) -> Terminal {
    let terminal = start(data, &[]).run();
    terminal.shows("今日の3分");
    terminal.press("s");
    terminal.shows("9 表示のしかた: 画面");
    terminal.press("9");
    terminal.shows("行モード（");
    terminal.press("2");
    // The settings are where it goes on, and the next line is read as one.
    terminal.until(|screen| screen.contains("ここから行モードで") && screen.trim_end().ends_with("0 戻る >"));
    terminal
}

#[test]
fn lines_that_came_after_screens_stop_and_go_on_as_lines_do() {
    let data = been_here();
    let terminal = in_lines_after_screens(data.path());
    terminal.press("\u{1a}");
    terminal.until_stopped();
    terminal.signal(rustix::process::Signal::CONT);
    terminal.press("0\r");
    terminal.shows("今日の3分");
    terminal.press("q\r");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn nine_in_the_first_run_goes_on_in_lines_and_is_remembered() {
    let data = tempfile::tempdir().unwrap();
    let terminal = start(data.path(), &[]).run();
    terminal.until(|screen| !screen.trim().is_empty());
    assert!(!is_in_lines(&terminal));
    // A full-width digit is the digit.
    terminal.press("９");
    terminal.until(|screen| screen.contains("ここから行モードで") && screen.trim_end().ends_with('>'));
    assert!(is_in_lines(&terminal));
    terminal.press("q\r");
    terminal.end();
    let terminal = start(data.path(), &[]).run();
    terminal.until(|screen| screen.trim_end().ends_with('>'));
    assert!(is_in_lines(&terminal));
}

#[test]
fn in_a_pipe_screens_come_with_the_next_start_and_that_is_said() {
    let data = been_here();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    assert!(talk.ask("s").text.contains("9 表示のしかた: 画面（いまは行モード）"));
    talk.ask("9");
    talk.ask("2");
    talk.ask("9");
    let told = talk.ask("1").text;
    assert!(told.contains("次に始めるときから画面"), "{told}");
    assert!(told.contains("設定を保存しました"), "{told}");
    drop(talk.end_of_input());
    assert!(fs::read_to_string(settings_file(data.path())).unwrap().contains("surface = \"screens\"\n"));
}
