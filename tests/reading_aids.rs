//! What helps somebody who reads: words looked up, words looked for, headings to go to, and a column of text that is
//! never too wide. The real program, on screens and in lines.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::path::Path;

use crate::support::talk::Talk;
use crate::support::terminal::{Start, Terminal};
use rstest::rstest;

const NOW: &str = "2026-11-20T12:41+09:00";

/// A lesson of an office's own, with four sections longer than a screen.
fn own_lessons(folder: &Path) {
    let part = |name: &str| {
        let text = "窓口で受け付けた申請は、その日のうちに台帳へ写します。写し終えたら二人で確かめます。\n\n".repeat(4);
        format!("## {name}\n\n{text}")
    };
    let text: String = ["受付", "転記", "確認", "保管"].map(part).concat();
    fs::create_dir_all(folder.join("ja/desk")).unwrap();
    fs::write(folder.join("ja/desk/a.md"), format!("# 台帳の手順\n\n{text}最後にサ―バ－へ保存します。\n")).unwrap();
    let glossary = "## サーバー（サーバー）\n\n台帳を置く機械です。\n\n## 台帳（だいちょう）\n\n当課の紙の台帳です。\n\n## 稟議（りんぎ）\n\n回して決めることです。\n";
    fs::write(folder.join("ja/glossary.md"), glossary).unwrap();
}

/// The lesson on a screen, for somebody who was here before.
fn reading(data: &Path, lessons: &Path, size: (u16, u16)) -> Terminal {
    let lessons = lessons.to_str().unwrap();
    let mut talk = Talk::start(data, &["--lessons", lessons, "--lang", "ja", "--now", NOW]);
    talk.first_run();
    talk.end_of_input();
    let data = data.to_str().unwrap();
    let words = ["--data-dir", data, "--lessons", lessons, "--lang", "ja", "--now", NOW, "study", "desk/a"];
    let terminal = Start::new(&words).size(size.0, size.1).run();
    terminal.shows("台帳の手順");
    terminal.settled();
    terminal
}

fn row_of(screen: &str, text: &str) -> usize {
    screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not in {screen}"))
}

#[test]
fn a_word_of_the_text_is_looked_up_and_the_place_is_kept() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    let terminal = reading(data.path(), lessons.path(), (80, 24));
    terminal.press(" ");
    terminal.shows("つづき 2/");
    terminal.press("ｇ");
    let screen = terminal.shows("台帳（だいちょう）");
    // In the order in which the text uses them, the others behind.
    assert!(row_of(&screen, "台帳（だいちょう）") < row_of(&screen, "サーバー（サーバー）"), "{screen}");
    assert!(row_of(&screen, "サーバー（サーバー）") < row_of(&screen, "ほかの用語"), "{screen}");
    assert!(row_of(&screen, "ほかの用語") < row_of(&screen, "稟議（りんぎ）"), "{screen}");
    terminal.press("/");
    terminal.shows("調べる言葉");
    terminal.press("りん");
    let screen = terminal.until(|screen| !screen.contains("だいちょう"));
    assert!(screen.contains("回して決めることです。"), "{screen}");
    terminal.press("g");
    assert!(terminal.shows("「りんg」の説明はありません。").contains("> りんg"), "a letter is text there");
    terminal.press("\r");
    terminal.shows("つづき 2/");
    terminal.press("g");
    terminal.shows("台帳（だいちょう）");
    terminal.press("ｇ");
    terminal.shows("つづき 2/");
    terminal.press("q");
    terminal.end();
}

#[test]
fn the_glossary_is_heard_in_lines() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    let lessons = lessons.path().to_str().unwrap();
    let mut talk = Talk::start(data.path(), &["--lessons", lessons, "--lang", "ja", "--now", NOW, "study", "desk/a"]);
    talk.first_run();
    let told = talk.ask("用語").text;
    assert!(told.contains("台帳（だいちょう）") && told.contains("当課の紙の台帳です。"), "{told}");
    assert!(told.contains("ほかの用語: 稟議") && !told.contains("回して決める"), "{told}");
    let told = talk.ask("リンギ").text;
    assert!(told.contains("回して決めることです。") && !told.contains("だいちょう"), "{told}");
    let told = talk.ask("ない").text;
    assert!(told.contains("「ない」の説明はありません。"), "{told}");
    assert!(talk.ask("").text.contains("台帳の手順"), "{}", talk.transcript);
    assert!(talk.ask("ｇ").text.contains("だいちょう"), "{}", talk.transcript);
}

#[test]
fn where_no_word_is_explained_that_is_said_and_nothing_else_happens() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    fs::remove_file(lessons.path().join("ja/glossary.md")).unwrap();
    let terminal = reading(data.path(), lessons.path(), (80, 24));
    assert!(!terminal.screen().contains("g 用語"), "{}", terminal.screen());
    terminal.press("g");
    assert!(terminal.shows("この教材には、用語の説明がありません。").contains("台帳の手順"));
    terminal.press("q");
    terminal.end();
}

#[rstest]
#[case((80, 24))]
#[case((40, 12))]
fn words_are_found_in_the_text_while_they_are_typed(#[case] size: (u16, u16)) {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    let terminal = reading(data.path(), lessons.path(), size);
    terminal.press("/");
    terminal.shows("探す >");
    terminal.press("サーバ");
    // On the last part, typed otherwise there.
    terminal.shows("(1/1)");
    terminal.until(|screen| screen.lines().any(|line| line.starts_with('>') && line.contains("サ―バ－")));
    terminal.press("x");
    terminal.shows("(なし)");
    terminal.press("\x7f");
    terminal.shows("(1/1)");
    terminal.press("\x1b");
    let screen = terminal.until(|screen| !screen.contains("探す >"));
    assert!(screen.contains("サ―バ－"), "the place found stays: {screen}");
    assert!(!screen.lines().any(|line| line.starts_with('>')), "{screen}");
    // Another time, from one place to the next and around the end.
    terminal.press("/");
    terminal.shows("探す >");
    terminal.press("二人で");
    let first = terminal.shows("/16)");
    terminal.press("\r");
    terminal.shows("Enter 次の場所");
    let at = first.split_once('(').unwrap().1.split_once('/').unwrap().0.parse::<usize>().unwrap();
    // From where it was read, and around the end.
    assert!(at > 1, "{first}");
    for (place, key) in (at + 1..=16).chain([1]).zip(["n", "\r"].into_iter().cycle()) {
        terminal.press(key);
        terminal.shows(&format!("({place}/16)"));
    }
    terminal.press("\x1b[A");
    terminal.shows("(16/16)");
    terminal.press("\x1b");
    terminal.until(|screen| !screen.contains("探す >"));
    terminal.press("q");
    terminal.end();
}

#[test]
fn a_text_is_read_heading_by_heading_and_says_where_one_is() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    let terminal = reading(data.path(), lessons.path(), (80, 12));
    let seen = |heading: &str| {
        let heading = heading.to_owned();
        move |screen: &str| screen.lines().skip(1).any(|line| line.trim() == heading)
    };
    for (key, heading) in [("]", "転記"), ("」", "確認"), ("]", "保管"), ("［", "確認"), ("[", "転記")] {
        terminal.press(key);
        terminal.until(seen(heading));
    }
    terminal.press(" ");
    let screen = terminal.until(|screen| !seen("転記")(screen));
    // The part that goes on says what it belongs to, in the row above.
    assert!(screen.lines().next().unwrap().trim_start().starts_with("転記"), "{screen}");
    terminal.press("q");
    terminal.end();
}

#[rstest]
#[case(80, 2)]
#[case(120, 22)]
#[case(200, 62)]
fn a_row_holds_at_most_38_wide_characters_in_the_middle_of_the_window(#[case] columns: u16, #[case] left: usize) {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    own_lessons(lessons.path());
    let terminal = reading(data.path(), lessons.path(), (columns, 30));
    let screen = terminal.settled();
    let rows: Vec<&str> = screen.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(rows.len() > 8, "{screen}");
    let left_of = |row: &str| row.len() - row.trim_start_matches(' ').len();
    assert!(rows.iter().all(|row| left_of(row) >= left), "{screen}");
    assert!(rows.iter().any(|row| left_of(row) == left), "{screen}");
    let widest = rows.iter().map(|row| sukima::width::columns(row.trim())).max().unwrap();
    assert!((68..=76).contains(&widest), "{widest} columns: {screen}");
    terminal.press("q");
    terminal.end();
}
