//! Everything that a lessons folder can say is made of commands to a terminal: texts, titles, options, feedback, terms,
//! names of files and of courses. What the program then writes holds no other command than it writes for plain words.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::lessons::{ONE_QUESTION, lesson};
use crate::support::sitting::welcomed;
use crate::support::talk::Talk;
use crate::support::terminal::{Start, Terminal};
use naughty_strings::BLNS;

/// Moves out of the window, titles, styles, questions to the terminal, resets: in the 7-bit and the 8-bit form, raw.
const COMMANDS: &str = "\u{1b}[99;321H\u{1b}]0;ZZ\u{7}\u{1b}[38;5;213m\u{1b}P1$r0m\u{1b}\\\u{9b}99;321H\u{9d}0;ZZ\u{9c}\u{1b}c\u{8}\u{8}\u{e}\u{1b}[?1049l\u{1b}[5n\u{7f}\u{b}\u{c}\u{85}\u{202e}";

/// A folder that says `words` wherever it can.
fn folder(place: &Path, words: &str, file_names: &[&str]) {
    let quoted = words.replace(['\n', '\r'], " ");
    // In quotes, which end what a string begins.
    let text: String = quoted.split('\u{2029}').map(|line| format!("\n\n> {line}\n\n")).collect();
    let with = |text: &str| text.replace("手", &format!("手{}", quoted.split('\u{2029}').next().unwrap()));
    let body = ONE_QUESTION.replace("本文です。", &format!("本文です。{text}"));
    let (reading, quiz) = body.split_once("## 確認問題").unwrap();
    lesson(place, "ja", "own", "題", &format!("{reading}## 確認問題{}", with(quiz)));
    let course = place.join("ja").join("own");
    for (number, name) in file_names.iter().enumerate() {
        fs::write(course.join(format!("{number} {name}.md")), &quoted).unwrap();
    }
    let first = with("手");
    fs::write(
        place.join("ja/glossary.md"),
        format!("## 本文\n\n{text}\n## {first}（{first}）\n\n別名: {first}\n\n{text}\n"),
    )
    .unwrap();
    let escaped: String = first.chars().map(|character| format!("\\U{:08x}", u32::from(character))).collect();
    let library =
        format!("format = 1\n[[course]]\nid = \"own\"\ntitle = {{ ja = \"{escaped}\" }}\nlessons = [\"own\"]\n");
    fs::write(place.join("library.toml"), library).unwrap();
}

fn harmless(place: &Path) {
    folder(place, "言葉", &["名前"]);
}

fn hostile(place: &Path) {
    // A debug build's line breaker tells on the terminal that it has no dictionary of these scripts.
    let is_told =
        |character| matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    let is_of_use = |string: &&&str| !string.trim().is_empty() && !string.chars().any(is_told);
    let naughty: Vec<&str> = BLNS.iter().filter(is_of_use).copied().collect();
    let names: Vec<String> = [COMMANDS]
        .into_iter()
        .chain(naughty.iter().copied())
        .map(|name| name.replace(['/', '\0', '\n'], " ").chars().take(30).collect())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).take(120).collect();
    let words: Vec<&str> = [COMMANDS].into_iter().chain(naughty).collect();
    folder(place, &words.join("\u{2029}"), &names);
}

/// Each control character and each sequence once; moves inside the window are one.
fn orders(bytes: &[u8], window: (u16, u16)) -> BTreeSet<String> {
    let text = std::str::from_utf8(bytes).expect("the program writes UTF-8");
    let mut orders = BTreeSet::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if !character.is_control() && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            continue;
        }
        let mut order = String::from(character);
        if character == '\u{1b}' {
            let kind = characters.next();
            order.extend(kind);
            while kind == Some('[') {
                let Some(next) = characters.next() else { break };
                order.push(next);
                if matches!(next, '\u{40}'..='\u{7e}') {
                    break;
                }
            }
        }
        orders.insert(if is_move_inside(&order, window) { "a move".to_owned() } else { order });
    }
    orders
}

fn is_move_inside(order: &str, (columns, rows): (u16, u16)) -> bool {
    let place = order.strip_prefix("\u{1b}[").and_then(|rest| rest.strip_suffix('H'));
    let numbers: Option<Vec<u16>> = place.map(|place| place.split(';').filter_map(|part| part.parse().ok()).collect());
    matches!(numbers.as_deref(), Some([row, column]) if *row <= rows && *column <= columns)
}

/// Home, the list of lessons with a search, a lesson to its verdict, and words looked up; everything that was written.
fn on_screens(data: &Path, lessons: &Path, size: (u16, u16)) -> (Vec<u8>, String) {
    let words = welcomed(data, lessons);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut seen = String::new();
    let mut look = |terminal: &Terminal| {
        seen.push_str(&terminal.settled());
        seen.push('\n');
    };
    let list = Start::new(&words).size(size.0, size.1).run();
    list.shows("Enter");
    list.press("l");
    list.shows("教材一覧");
    for key in ["\r", "\u{1b}[6~", "\u{1b}[6~", "\u{1b}[6~", "/"] {
        list.press(key);
        look(&list);
    }
    list.paste(&COMMANDS.replace('\u{1b}', ""));
    look(&list);
    list.press("\u{1b}");
    look(&list);
    list.press("q");
    list.end();
    let reading = Start::new(&[&words[..], &["study", "own"]].concat()).size(size.0, size.1).run();
    reading.shows("本文です。");
    reading.press("g");
    for _ in 0..4 {
        look(&reading);
        reading.press("\u{1b}[6~");
    }
    reading.press("\u{1b}");
    // On to the end of the sitting, whatever stands between.
    for _ in 0..200 {
        look(&reading);
        if reading.screen().contains("今日の分は終わりました") {
            break;
        }
        let has_options = reading.screen().contains("自信あり");
        reading.press(if has_options { "2\r" } else { "\r" });
    }
    look(&reading);
    reading.press("q");
    reading.end();
    ([list.bytes(), reading.bytes()].concat(), seen)
}

#[test]
fn no_command_of_a_lessons_folder_is_among_what_the_screens_write() {
    let size = (80, 24);
    let [plain, foreign] = [harmless, hostile].map(|write| {
        let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write(lessons.path());
        on_screens(data.path(), lessons.path(), size)
    });
    assert!(
        plain.1.contains("今日の分は終わりました") && foreign.1.contains("今日の分は終わりました"),
        "{}",
        foreign.1
    );
    // They were there to be seen: the marks that stand for them are.
    let text = String::from_utf8_lossy(&foreign.0);
    assert!(text.matches('\u{FFFD}').count() > 50 && foreign.1.contains("[99;321H"), "{}", foreign.1);
    let known = orders(&plain.0, size);
    let unknown: Vec<String> = orders(&foreign.0, size).difference(&known).cloned().collect();
    let around = |order: &str| {
        let at = text.find(order).unwrap_or_default();
        let from = text[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
        text[from..].chars().take(120).collect::<String>()
    };
    assert_eq!(unknown.iter().map(|order| (order, around(order))).collect::<Vec<_>>(), []);
}

#[test]
fn no_command_of_a_lessons_folder_is_among_the_lines() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    hostile(lessons.path());
    let words = welcomed(data.path(), lessons.path());
    let words: Vec<&str> = words.iter().map(String::as_str).skip(2).collect();
    let mut talk = Talk::start(data.path(), &[&words[..], &["study", "own"]].concat());
    talk.hear();
    for reply in ["g", "本文", COMMANDS] {
        talk.ask(reply);
    }
    // On to the close, whatever stands between; then the lists.
    let mut heard = talk.ask("");
    for _ in 0..20 {
        if heard.text.contains("今日の分は終わりました") {
            break;
        }
        heard = talk.ask(if heard.prompt.starts_with("番号") { "2" } else { "" });
    }
    for reply in ["b", "l", "1", COMMANDS, "0", "/言", "0"] {
        talk.ask(reply);
    }
    let printed = talk.transcript.replace(COMMANDS, "");
    for page in ["教材一覧", "本文です。", "用語", "正解は", "今日の分は終わりました"] {
        assert!(printed.contains(page), "{page}: {printed}");
    }
    assert!(printed.matches('\u{FFFD}').count() > 50, "{printed}");
    assert_eq!(orders(printed.as_bytes(), (0, 0)), BTreeSet::from(["\n".to_owned()]));
    // A terminal that obeys what it is sent shows every line from its first column on, and nothing else happens to it.
    let mut parser = vt100::Parser::new(4.try_into().unwrap(), 80.try_into().unwrap(), 0);
    for line in printed.lines() {
        parser.process(format!("{line}\r\n").as_bytes());
        let screen = parser.screen();
        assert_eq!(screen.cursor_position().1, 0, "{line:?}");
        assert!(!screen.hide_cursor() && !screen.alternate_screen() && !screen.application_cursor(), "{line:?}");
    }
}
