//! What comes in from outside does no harm on the terminal, and nothing of ours is left outside the data folder.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::lessons::{ONE_PROMISE, ONE_QUESTION, lesson};
use crate::support::talk::{Talk, program};

/// Escape sequences that would name the window, clear the screen, turn the text round; 8-bit forms among them.
const HOSTILE: &str = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{8}\u{202e}";

/// Everything but line ends that a terminal would obey.
fn obeyed(text: &str) -> Vec<char> {
    let is_order = |character: &char| {
        (character.is_control() && !matches!(character, '\n' | '\r')) || matches!(character, '\u{202a}'..='\u{202e}')
    };
    text.chars().filter(is_order).collect()
}

#[test]
fn no_escape_sequence_from_a_file_or_the_keyboard_reaches_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    // Where a folder may be called so, the folders are hostile as well.
    let name = if cfg!(unix) { "\u{1b}[2J" } else { "" };
    let lessons = folder.path().join(format!("lessons{name}"));
    let data = folder.path().join(format!("data{name}"));
    let title = r#""題\e]0;x\a\e[2J名\u202e""#;
    let quiz =
        ONE_QUESTION.replace("本文", &format!("本{HOSTILE}文")).replace("誤った手", &format!("誤{HOSTILE}った手"));
    let quiz = quiz.replace("遅れて", &format!("遅{HOSTILE}れて")).replace("どう", &format!("ど{HOSTILE}う"));
    let practice = ONE_PROMISE.split_once("## 実践").unwrap().1;
    lesson(&lessons, "ja", "own", title, &format!("{quiz}\n## 実践{practice}"));
    fs::write(lessons.join("library.toml"), "format = 1\n[[courses]]\nid = \"own\"\nlessons = [\"own\"]\n").unwrap();
    fs::write(lessons.join("office.toml"), "format = 1\nname = \"市\\u001b[2J\"\n").unwrap();
    let place = lessons.to_str().unwrap();
    let mut talk =
        Talk::start(&data, &["--lang", "ja", "--now", "2026-11-20T09:00+09:00", "--lessons", place, "study", "own"]);
    // Every kind of page, and the same sequences typed: as an answer, as words to look for, as a promise of one's own.
    let own = format!("内線{HOSTILE}で確かめる");
    let mut printed = talk.hear().text;
    let mut ask = |reply: &str| {
        let heard = talk.ask(reply);
        printed = format!("{printed}\n{}\n{}", heard.text, heard.prompt);
        heard.text
    };
    ask("");
    ask(HOSTILE);
    let question = ask("");
    ask(HOSTILE);
    let right = question.lines().find(|line| line.ends_with("正しい手")).unwrap()[..1].to_owned();
    for reply in [&right, "", HOSTILE, "1", "2", &own, "", "b", "l", HOSTILE, "1", "", ""] {
        ask(reply);
    }
    drop(talk.end_of_input());
    assert!(printed.contains("やってみること") && printed.contains("教材一覧"), "{printed}");
    assert!(obeyed(&printed).is_empty(), "{printed:?}");
    let promises = crate::support::texts(&data, "select sentence from promise");
    assert_eq!(promises.len(), 1, "{printed}");
    assert!(obeyed(&promises[0]).is_empty(), "{promises:?}");
    let unknown = format!("no{HOSTILE}such");
    let missing = format!("{place}missing");
    let commands: [&[&str]; 12] = [
        &["lessons", "list"],
        &["lessons", "list", "--json"],
        &["lessons", "show", "own"],
        &["lessons", "show", &unknown],
        &["study", &unknown],
        &["check", place],
        &["check", place, "--json"],
        &["check", &missing],
        &["--lessons", &missing, "lessons", "list"],
        &["--profile", &unknown, "status"],
        &["doctor"],
        &["--now", &unknown, "status"],
    ];
    for words in commands {
        let own_lessons: &[&str] = if words[0] == "--lessons" { &[] } else { &["--lessons", place] };
        let all = [&["--lang", "ja"], own_lessons, words].concat();
        let output = program(&data, &all).output().unwrap();
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).unwrap();
            assert!(obeyed(&text).is_empty(), "{words:?}: {text:?}");
        }
    }
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(below) = waiting.pop() {
        for entry in fs::read_dir(below).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                found.insert(path, bytes);
            }
        }
    }
    found
}

#[cfg(unix)]
#[test]
fn nothing_is_written_beside_the_program_or_outside_the_data_folder() {
    let folder = tempfile::tempdir().unwrap();
    let [beside, account, data, work] = ["program", "account", "data", "work"].map(|name| folder.path().join(name));
    for folder in [&beside, &account, &work] {
        fs::create_dir(folder).unwrap();
    }
    lesson(&beside.join("lessons"), "ja", "own", "題", ONE_QUESTION);
    let copy = beside.join("sukima");
    fs::copy(env!("CARGO_BIN_EXE_sukima"), &copy).unwrap();
    let before = files(folder.path());
    let run = |words: &[&str], replies: &str| {
        let replies_file = tempfile::NamedTempFile::new().unwrap();
        fs::write(replies_file.path(), replies).unwrap();
        let output = Command::new(&copy)
            .args(words)
            .current_dir(&work)
            .env_clear()
            .envs([("HOME", &account), ("TMPDIR", &work)])
            .envs([("LANG", "ja_JP.UTF-8"), ("TZ", "Asia/Tokyo")])
            .stdin(Stdio::from(fs::File::open(replies_file.path()).unwrap()))
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let new_files = || {
        let now = files(folder.path());
        assert!(before.iter().all(|(path, bytes)| now.get(path) == Some(bytes)), "a file was changed or is gone");
        now.into_keys().filter(|path| !before.contains_key(path)).collect::<Vec<_>>()
    };
    // The lessons beside the program are found and read; looking at them leaves no trace.
    let (_, list) = run(&["lessons", "list"], "");
    assert!(list.contains('題'), "{list}");
    run(&["check"], "");
    assert_eq!(new_files(), Vec::<PathBuf>::new());
    // A sitting, its figures and a rebuild write into the named folder and nowhere else.
    let named = ["--data-dir", data.to_str().unwrap()];
    let (code, _) = run(&[&named[..], &["study", "own"]].concat(), "\n\n1\n\n\n");
    assert_eq!(code, Some(0));
    run(&[&named[..], &["status"]].concat(), "");
    run(&[&named[..], &["doctor", "--rebuild"]].concat(), "");
    let written = new_files();
    assert!(written.iter().any(|file| file.ends_with("default/sukima.db")), "{written:?}");
    assert!(written.iter().all(|file| file.starts_with(&data)), "{written:?}");
    // Without a name it is the local data folder of the account.
    assert_eq!(run(&["study", "own"], "\n\n1\n\n\n").0, Some(0));
    let local = account.join(".local/share/sukima");
    let written: Vec<PathBuf> = new_files().into_iter().filter(|file| !file.starts_with(&data)).collect();
    assert!(written.contains(&local.join("default/sukima.db")), "{written:?}");
    assert!(written.iter().all(|file| file.starts_with(&local)), "{written:?}");
}
