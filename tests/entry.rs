//! はじめの6問 with the real program: a track and three lessons from what somebody says of their work, kept where only
//! they see it. A folder with a course for each skill and the built-in lessons.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::number;
use crate::support::talk::{Heard, Talk};
use crate::support::texts;

const NOW: &str = "2026-11-20T12:41+09:00";
const SKILLS: [&str; 4] = ["digital", "data", "transform", "cocreate"];
const TRACK: &str = "select value from setting where key = 'track'";
const FIRST: &str = "select value from setting where key = 'first_lessons'";

/// A course of two lessons for each skill. The specialist's track begins with data; the last course comes after it.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let lessons = folder.path().join("lessons");
        let mut toml = "format = 1\nlanguages = [\"ja\"]\n".to_owned();
        let general = r#""digital", "data", "transform", "cocreate""#;
        let specialist = r#""data", "digital", "transform", "cocreate""#;
        for (id, title, courses) in [("general", "一般職員", general), ("specialist", "情報・データ担当", specialist)]
        {
            toml += &format!("\n[[track]]\nid = \"{id}\"\ntitle = {{ ja = \"{title}\" }}\ncourses = [{courses}]\n");
        }
        for skill in SKILLS {
            let after = if skill == "cocreate" { "after = { specialist = [\"data\"] }\n" } else { "" };
            toml += &format!("\n[[course]]\nid = \"{skill}\"\ntitle = {{ ja = \"{skill}\" }}\n");
            toml += &format!("lessons = [\"{skill}-1\", \"{skill}-2\"]\n{after}");
            for place in 1..=2 {
                let file = lessons.join(format!("ja/{skill}/{skill}-{place}.md"));
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                let text = format!(
                    "---\nid: {skill}-{place}\ntitle: {skill}の{place}\nlang: ja\nskill: {skill}\n---\n\n\
                     # {skill}の{place}\n\n{skill}の{place}の本文です。\n"
                );
                fs::write(file, text).unwrap();
            }
        }
        fs::write(lessons.join("library.toml"), toml).unwrap();
        Office { folder }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn start(&self) -> (Talk, Heard) {
        self.start_with(&["--plain"])
    }

    fn start_with(&self, command: &[&str]) -> (Talk, Heard) {
        let lessons = self.folder.path().join("lessons");
        let is_first = !self.data().exists();
        let words = [&["--lang", "ja", "--now", NOW, "--lessons", path(&lessons)], command].concat();
        let mut talk = Talk::start(&self.data(), &words);
        let heard = if is_first { talk.first_run() } else { talk.hear() };
        (talk, heard)
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn solid(text: &str) -> String {
    text.replace("\n  ", "").replace('\n', "")
}

/// Answers by their numbers; what the last one leads to.
fn answer(talk: &mut Talk, numbers: &[usize]) -> Heard {
    let mut heard = None;
    for number in numbers {
        heard = Some(talk.ask(&number.to_string()));
    }
    heard.unwrap()
}

#[test]
fn what_is_said_leads_to_a_track_and_three_lessons_which_then_come_first() {
    let office = Office::new();
    let (mut talk, home) = office.start();
    assert!(solid(&home.text).contains("はじめの6問（約1分）で、最初の3本を選べます"), "{}", home.text);
    let first = talk.ask("6");
    assert!(first.text.contains("はじめの6問　1/6") && solid(&first.text).contains("見るのはあなただけ"), "{first:?}");
    // Sure of mail, figures with help, procedures not yet, others sure; a specialist, whom figures trouble.
    let proposal = answer(&mut talk, &[1, 2, 3, 1, 2, 2]);
    let told = solid(&proposal.text);
    assert!(told.contains("対象: 情報・データ担当"), "{told}");
    let wanted = [
        "1本目 dataの1",
        "困りごとに「数字をまとめて説明するのに時間がかかる」を選んだため",
        "2本目 transformの1",
        "手順の見直しに「まだできない」と答えたため",
        "3本目 dataの2",
        "1本目に続けて、同じ分野（データ活用力）を学ぶため",
    ];
    let mut rest = told.as_str();
    for words in wanted {
        rest = rest.split_once(words).unwrap_or_else(|| panic!("{words} in {told}")).1;
    }
    let home = talk.ask("");
    assert!(home.text.contains("対象と最初の3本を決めました"), "{}", home.text);
    assert!(home.text.contains("dataの1") && !solid(&home.text).contains("はじめの6問（約1分）"), "{}", home.text);
    assert_eq!(texts(&office.data(), TRACK), ["specialist"]);
    assert_eq!(texts(&office.data(), FIRST), [r#"["data-1","transform-1","data-2"]"#]);
    let mut read = Vec::new();
    let mut page = talk.ask("");
    while let Some(line) = page.text.lines().find(|line| line.ends_with("の本文です。")) {
        read.push(line.trim_end_matches("の本文です。").to_owned());
        page = talk.ask("");
    }
    assert_eq!(read[..3], ["dataの1", "transformの1", "dataの2"]);
    let once: BTreeSet<&String> = read.iter().collect();
    assert_eq!((once.len(), read.len()), (6, 6), "each once, and none that has to wait: {read:?}");
}

#[test]
fn a_word_on_the_command_line_begins_them_and_goes_on_with_them() {
    let office = Office::new();
    let (mut talk, first) = office.start_with(&["begin", "--plain"]);
    assert!(first.text.contains("はじめの6問　1/6"), "{}", first.text);
    let third = answer(&mut talk, &[1, 2]);
    drop(talk.end_of_input());
    let (mut talk, heard) = office.start_with(&["begin"]);
    assert!(heard.text.contains("はじめの6問　3/6") && heard.text.contains(third.text.trim()), "{}", heard.text);
    answer(&mut talk, &[3, 1, 2, 2]);
    let home = talk.ask("");
    assert!(home.text.contains("対象と最初の3本を決めました") && home.text.contains("今日の3分"), "{}", home.text);
    assert_eq!(texts(&office.data(), TRACK), ["specialist"]);
}

#[test]
fn the_answers_are_in_no_fact_that_could_be_handed_out() {
    let office = Office::new();
    let (mut talk, _) = office.start();
    talk.ask("6");
    answer(&mut talk, &[3, 3, 2, 3, 1, 4]);
    talk.ask("");
    assert_eq!(number(&office.data(), "select count(*) from meta where key = 'note-entry'"), 1);
    let bodies = texts(&office.data(), "select kind || body from event").join("\n");
    for word in ["not_yet", "with_help", "sureness", "trouble", "cocreate\""] {
        assert!(!bodies.contains(word), "{word}: {bodies}");
    }
}

#[test]
fn left_in_the_middle_it_goes_on_at_the_same_question() {
    let office = Office::new();
    let (mut talk, _) = office.start();
    talk.ask("6");
    let fourth = answer(&mut talk, &[1, 2, 3]);
    assert!(fourth.text.contains("4/6"), "{}", fourth.text);
    talk.kill();
    let (mut talk, _) = office.start();
    assert_eq!(talk.ask("6").text.trim(), fourth.text.trim());
    // One back and another answer; left again with all six answered, the proposal stands there.
    assert!(talk.ask("b").text.contains("3/6"));
    let proposal = answer(&mut talk, &[1, 1, 1, 5]);
    talk.kill();
    let (mut talk, _) = office.start();
    assert_eq!(talk.ask("6").text.trim(), proposal.text.trim());
}

#[test]
fn left_as_it_was_nothing_changes_and_it_begins_anew_later() {
    let office = Office::new();
    let (mut talk, _) = office.start();
    let events = || number(&office.data(), "select count(*) from event");
    let before = (events(), texts(&office.data(), TRACK));
    talk.ask("6");
    answer(&mut talk, &[3, 3, 3, 3, 2, 2]);
    let home = talk.ask("0");
    assert!(home.text.contains("今のままにしました"), "{}", home.text);
    assert_eq!((events(), texts(&office.data(), TRACK)), before);
    assert!(!solid(&home.text).contains("はじめの6問（約1分）"), "it is told of once: {}", home.text);
    assert!(talk.ask("6").text.contains("1/6"));
    // What is not there to choose is said, and nothing is lost.
    let refused = talk.ask("4");
    assert!(refused.text.contains("1 から 3 の番号"), "{}", refused.text);
}

#[test]
fn a_lesson_waits_for_what_has_to_come_before_it_and_another_role_forgets_the_three() {
    let office = Office::new();
    let (mut talk, _) = office.start();
    talk.ask("6");
    let proposal = answer(&mut talk, &[1, 1, 1, 3, 2, 4]);
    assert!(!proposal.text.contains("cocreateの"), "the course comes after another: {}", proposal.text);
    talk.ask("");
    assert_eq!(texts(&office.data(), FIRST), [r#"["data-1","data-2","digital-1"]"#]);
    talk.ask("s");
    talk.ask("2");
    talk.ask("1");
    assert_eq!(
        (texts(&office.data(), TRACK), texts(&office.data(), FIRST)),
        (vec!["general".into()], vec!["[]".into()])
    );
}

#[cfg(unix)]
#[test]
fn at_the_first_run_one_key_begins_it_with_the_built_in_lessons() {
    use crate::support::terminal::Start;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let begin = ["--data-dir", path(&data), "--lang", "ja", "--now", NOW];
    let terminal = Start::new(&begin).run();
    terminal.shows("数字の 1 を押して");
    terminal.press("1");
    terminal.shows("お仕事に近い");
    terminal.press("2");
    terminal.shows("6 はじめの6問");
    terminal.press("6");
    for (number, key) in [(1, "3"), (2, "1"), (3, "2"), (4, "1"), (5, "3"), (6, "5")] {
        terminal.shows(&format!("はじめの6問　{number}/6"));
        terminal.press(key);
    }
    let page = terminal.shows("おすすめ");
    assert!(page.contains("対象: 管理職") && page.contains("まだできない"), "{page}");
    terminal.press("\r");
    terminal.shows("ためしに1問");
    assert_eq!(texts(&data, TRACK).last().unwrap(), "manager");
    let first = texts(&data, FIRST);
    assert!(first[0].contains("security-three-goals") && first[0].matches(',').count() == 2, "{first:?}");
    drop(terminal);
    let terminal = Start::new(&[&begin[..], &["begin"]].concat()).run();
    terminal.shows("はじめの6問　1/6");
}
