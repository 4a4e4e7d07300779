//! Themes and marks, as they reach the terminal.

use std::fs;
use std::path::Path;

use rstest::rstest;

use crate::settings::{NOW, been_here, settings_file};
use crate::support::number;
use crate::support::player::{ENGLISH, JAPANESE, Words, play};
use crate::support::terminal::{Start, Terminal};

fn start<'words>(data: &'words Path, lang: &'words str, words: &[&'words str]) -> Start<'words> {
    let always = ["--data-dir", data.to_str().unwrap(), "--lang", lang, "--now", NOW];
    Start::new(&[&always, words].concat())
}

fn cells(terminal: &Terminal) -> Vec<vt100::Cell> {
    let screen = terminal.emulator();
    let (rows, columns) = screen.size();
    let places = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    places.filter_map(|(row, column)| screen.cell(row, column).cloned()).collect()
}

fn is_coloured(terminal: &Terminal) -> bool {
    let is_own = |colour| colour == vt100::Color::Default;
    cells(terminal).iter().any(|cell| !is_own(cell.fgcolor()) || !is_own(cell.bgcolor()))
}

#[rstest]
#[case::plain("", None, false)]
#[case::dark("theme = \"dark\"", None, true)]
#[case::light("theme = \"light\"", None, true)]
#[case::no_colour_wanted("theme = \"dark\"", Some("1"), false)]
#[case::an_empty_wish_is_none("theme = \"dark\"", Some(""), true)]
fn colours_are_for_those_who_chose_them(
    #[case] settings: &str,
    #[case] no_color: Option<&str>,
    #[case] coloured: bool,
) {
    let data = been_here();
    fs::write(settings_file(data.path()), settings).unwrap();
    let mut start = start(data.path(), "ja", &[]);
    start.variables.extend(no_color.map(|value| ("NO_COLOR", value)));
    let terminal = start.run();
    terminal.shows("今日の3分");
    assert_eq!(is_coloured(&terminal), coloured);
    // What is selected is reversed and has its mark in every theme.
    terminal.press("s");
    let page = terminal.shows("7 配色");
    assert_eq!(is_coloured(&terminal), coloured);
    assert!(page.lines().any(|line| line.starts_with("> 1 ")), "{page}");
    assert!(cells(&terminal).iter().any(vt100::Cell::inverse));
    assert_eq!(page.contains("NO_COLOR"), no_color == Some("1"), "why nothing is coloured is said: {page}");
}

#[test]
fn a_theme_is_seen_at_once() {
    let data = been_here();
    let terminal = start(data.path(), "ja", &[]).run();
    terminal.shows("今日の3分");
    terminal.press("s");
    terminal.shows("7 配色");
    terminal.press("7");
    terminal.shows("3 明るい背景に合う色");
    assert!(!is_coloured(&terminal));
    terminal.press("3");
    let page = terminal.shows("設定を保存しました");
    assert!(is_coloured(&terminal));
    assert!(page.lines().any(|line| line.starts_with("> 7 ")), "the list goes on from there: {page}");
}

/// Arrows, lines, blocks, geometric shapes, signs, dingbats. No text of the lessons used here has any.
fn drawn(text: &str) -> Vec<char> {
    let is_drawn = |character: &char| matches!(character, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{2500}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}');
    text.chars().filter(is_drawn).collect()
}

const FRAMES: &str = "# 題\n\n| 左 | 右 |\n| --- | --- |\n| 一 | 二 |\n\n> 引用です。\n\n> [!NOTE]\n> 補足です。\n\n- 点\n- [x] 済み\n\n---\n\n終わりです。\n";

#[rstest]
#[case::known_to_be_narrow("widths = { xterm-256color = \"narrow\" }", true)]
#[case::known_to_be_wide("widths = { xterm-256color = \"wide\" }", false)]
#[case::ascii_chosen("marks = \"ascii\"\nwidths = { xterm-256color = \"narrow\" }", false)]
fn frames_are_drawn_only_where_their_lines_fit_a_column(#[case] settings: &str, #[case] drawn_lines: bool) {
    let data = been_here();
    fs::write(settings_file(data.path()), settings).unwrap();
    let lessons = tempfile::tempdir().unwrap();
    fs::write(lessons.path().join("frames.md"), FRAMES).unwrap();
    let words = ["--lessons", lessons.path().to_str().unwrap()];
    let terminal = start(data.path(), "ja", &words).run();
    terminal.settled();
    terminal.press("l");
    terminal.settled();
    for _ in 0..4 {
        if terminal.screen().contains("引用です") {
            break;
        }
        terminal.press("1");
        terminal.settled();
    }
    let page = terminal.shows("引用です");
    assert_eq!(!drawn(&page).is_empty(), drawn_lines, "{page}");
    assert_eq!(page.contains('│') && page.contains('┌'), drawn_lines, "{page}");
    assert_eq!(page.contains("+--") && page.contains("| 引用です"), !drawn_lines, "{page}");
}

#[rstest]
#[case::japanese(&JAPANESE, 80, 24)]
#[case::english_small(&ENGLISH, 40, 12)]
fn with_ascii_marks_nothing_is_drawn_but_ascii_on_any_screen(
    #[case] words: &Words,
    #[case] columns: u16,
    #[case] rows: u16,
) {
    let data = tempfile::tempdir().unwrap();
    let settings = "marks = \"ascii\"\nwidths = { xterm-256color = \"narrow\" }\n";
    fs::write(settings_file(data.path()), settings).unwrap();
    let lang = words.lang;
    // From the first run through every type of question to the close.
    let sitting = start(data.path(), lang, &["study", "suspicious-mail-first-move"]).size(columns, rows).run();
    play(&sitting, words, words.closed, str::to_owned, |_, _| {});
    let types = "select count(distinct json_extract(body, '$.type')) from event where kind = 'question_answered'";
    assert_eq!(number(data.path(), types), 10);
    // Home and all that it leads to.
    let home = start(data.path(), lang, &[]).size(columns, rows).run();
    home.until(|screen| !screen.trim().is_empty());
    for keys in [
        "l", "1", "0", "0", "p", "\r", "s", "1", "0", "5", "0", "6", "0", "7", "0", "8", "0", "9", "0", "0", "?", " ",
        "\r",
    ] {
        home.press(keys);
        home.settled();
    }
    for terminal in [sitting, home] {
        let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
        assert!(!written.is_empty());
        assert_eq!(drawn(&written), ['\0'; 0]);
    }
}
