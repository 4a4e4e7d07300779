//! A task done by the real program: on a screen of its own key by key, or in lines reply by reply.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::support::talk::Talk;
use crate::support::terminal::{Start, Terminal};
use crate::support::{number, texts};
use crate::tasks::folder::{Begin, Folder};
use crate::tasks::table::{ENDS, Step, Task, Truth};

/// A key that is ignored because the page has only just come up is pressed again after this time.
const MOMENT: Duration = Duration::from_millis(700);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    Screens,
    Lines,
}

/// Does the task from its beginning, checks what is true afterwards, and returns all that was shown on the way.
pub fn done(task: &Task, surface: Surface, folder: &Folder) -> String {
    let copy = tempfile::tempdir().unwrap();
    let data = copy.path().join("data");
    folder.record(task.begin, &data);
    let events = || number(&data, "select count(*) from event");
    let before = if task.begin == Begin::FirstTime { 0 } else { events() };
    let mut words = vec!["--data-dir".to_owned(), data.to_str().unwrap().to_owned()];
    words.extend(folder.words(task.begin));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let shown = match surface {
        Surface::Screens => on_screens(&words, task.screens),
        Surface::Lines => in_lines(&data, &words[2..], task.lines),
    };
    for truth in task.then {
        match truth {
            Truth::Record(sql, expected) => assert_eq!(texts(&data, sql).join(" / "), *expected, "{sql}"),
            Truth::Machine(line) => {
                let file = fs::read_to_string(data.join("settings.toml")).unwrap_or_default();
                assert!(file.lines().any(|own| own == *line), "{line}: {file}");
            }
            Truth::NothingNew => assert_eq!(events(), before, "only looked at, it keeps nothing"),
        }
    }
    shown
}

fn on_screens(words: &[&str], steps: &[Step]) -> String {
    let terminal = Start::new(words).run();
    let mut shown = String::new();
    let mut last_key = "";
    for step in steps {
        let keys: Vec<&str> = step.does.split_whitespace().map(key).collect();
        // The same key at once would be a key held down, and one right behind Esc is Alt and that key.
        if keys.first() == Some(&last_key) || last_key == key("Esc") {
            terminal.settled();
        }
        last_key = keys.last().copied().unwrap_or_default();
        let keys = keys.concat();
        terminal.press(&keys);
        match step.sees {
            ENDS => assert_eq!(terminal.end().exit_code(), 0),
            "" => drop(terminal.settled()),
            sees if step.is_patient => patiently(&terminal, &keys, sees),
            sees => drop(terminal.until(|screen| stands(sees, screen))),
        }
        shown.push_str(&terminal.screen());
    }
    shown
}

fn patiently(terminal: &Terminal, keys: &str, sees: &str) {
    for _ in 0..20 {
        if terminal.shows_within(MOMENT, |screen| stands(sees, screen)) {
            return;
        }
        terminal.press(keys);
    }
    panic!("{sees} never came:\n{}", terminal.screen());
}

fn in_lines(data: &Path, words: &[&str], steps: &[Step]) -> String {
    let mut talk = Talk::start(data, words);
    for step in steps {
        match step.does {
            "" => {}
            "Enter" => talk.reply(""),
            "Ctrl+D" => {
                let transcript = talk.transcript.clone();
                let (text, status) = talk.end_of_input();
                assert!(status.success(), "{text}");
                return transcript;
            }
            reply => talk.reply(reply),
        }
        let heard = talk.hear();
        if step.sees == ENDS {
            assert!(!heard.asks, "{}", talk.transcript);
            let transcript = talk.transcript.clone();
            assert!(talk.wait().success());
            return transcript;
        }
        // Lines are broken at 60 columns, wherever that is.
        let printed = format!("{}{}", heard.text.replace('\n', ""), heard.prompt);
        assert!(heard.asks && stands(step.sees, &printed), "{} is not there:\n{}", step.sees, talk.transcript);
    }
    talk.transcript.replace('\n', "")
}

/// Words with ` & ` between all stand there; those with a `!` in front do not.
fn stands(sees: &str, shown: &str) -> bool {
    sees.split(" & ").all(|words| match words.strip_prefix('!') {
        Some(absent) => !shown.contains(absent),
        None => shown.contains(words),
    })
}

/// What a terminal sends for the key of that name; anything else is typed.
fn key(name: &str) -> &str {
    match name {
        "Enter" => "\r",
        "Esc" => "\u{1b}",
        "Tab" => "\t",
        "Space" => " ",
        "↑" => "\u{1b}[A",
        "↓" => "\u{1b}[B",
        "→" => "\u{1b}[C",
        "←" => "\u{1b}[D",
        "PgUp" => "\u{1b}[5~",
        "PgDn" => "\u{1b}[6~",
        "F1" => "\u{1b}OP",
        "F12" => "\u{1b}[24~",
        "Ctrl+C" => "\u{3}",
        typed => typed,
    }
}
