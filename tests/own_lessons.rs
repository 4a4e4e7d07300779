//! An office's own lessons in a sitting, where every printed word is known: what comes back and when, what was promised
//! and when it is asked, the other language, values that the office has not set.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::path::Path;

use crate::support::lessons::{ONE_PROMISE, ONE_QUESTION, lesson};
use crate::support::talk::{Heard, Talk};
use crate::support::{number, texts};
use rstest::rstest;

const FRIDAY: &str = "2026-11-20T12:41+09:00";

/// The program over the lessons of `folder`, with its record in there too.
fn start(folder: &Path, language: &str, now: &str, words: &[&str]) -> Talk {
    let lessons = folder.join("lessons");
    let data = folder.join("data");
    let mut all = vec!["--lang", language, "--now", now, "--lessons", lessons.to_str().unwrap()];
    all.extend(words);
    let welcome = !data.exists();
    let mut talk = Talk::start(&data, &all);
    if welcome {
        talk.hear();
        talk.reply("");
    }
    talk
}

/// The number in front of this option.
fn option(heard: &Heard, text: &str) -> String {
    let line = heard.text.lines().find(|line| line.ends_with(text)).unwrap_or_else(|| panic!("{text}: {}", heard.text));
    line.split(' ').next().unwrap().to_owned()
}

fn solid(text: &str) -> String {
    text.replace('\n', "")
}

#[rstest]
#[case::sure("")]
#[case::not_sure("?")]
fn a_missed_question_comes_back_today_and_on_the_next_working_day(#[case] confidence: &str) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    lesson(&folder.path().join("lessons"), "ja", "own", "題", ONE_QUESTION);
    let mut talk = start(folder.path(), "ja", FRIDAY, &["study", "own"]);
    talk.hear();
    let question = talk.ask("");
    let steps = || number(&data, "select json_array_length(steps) from session_steps");
    let planned = steps();
    let wrong = option(&question, "誤った手") + confidence;
    let missed = talk.ask(&wrong);
    let told = solid(&missed.text);
    assert!(told.contains("もう一度") && told.contains("11月24日(火)"), "{told}");
    assert_eq!(steps(), planned + 1);
    // Taken back, it leaves nothing behind, not even its coming back.
    let again = talk.ask("u");
    assert_eq!(option(&again, "誤った手"), option(&question, "誤った手"), "{}", again.text);
    assert_eq!(steps(), planned);
    talk.ask(&wrong);
    let once_more = talk.ask("");
    assert!(once_more.text.contains("どうしますか。"), "{}", once_more.text);
    talk.ask(&option(&once_more, "正しい手"));
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました"), "{}", close.text);
    assert_eq!(texts(&data, "select right || ' of ' || answers from session"), ["1 of 2"]);
}

#[test]
fn the_right_option_changes_its_place_from_sitting_to_sitting() {
    let folder = tempfile::tempdir().unwrap();
    lesson(&folder.path().join("lessons"), "ja", "own", "題", ONE_QUESTION);
    let mut places = std::collections::BTreeSet::new();
    for _ in 0..12 {
        let mut talk = start(folder.path(), "ja", FRIDAY, &["study", "own"]);
        talk.hear();
        let question = talk.ask("");
        let right = option(&question, "正しい手");
        let verdict = talk.ask(&right);
        assert!(verdict.text.contains("正解です"), "{}", verdict.text);
        places.insert(right);
        talk.ask("");
        assert!(talk.end_of_input().1.success());
    }
    assert_eq!(places.into_iter().collect::<Vec<_>>(), ["1", "2", "3"]);
}

#[test]
fn a_question_whose_meaning_changed_is_asked_again_before_its_day() {
    let folder = tempfile::tempdir().unwrap();
    let lessons = folder.path().join("lessons");
    lesson(&lessons, "ja", "own", "題", ONE_QUESTION);
    let mut talk = start(folder.path(), "ja", FRIDAY, &["study", "own"]);
    talk.hear();
    let question = talk.ask("");
    talk.ask(&option(&question, "正しい手"));
    talk.ask("");
    assert!(talk.end_of_input().1.success());
    let asked_on_saturday = || {
        let mut talk = start(folder.path(), "ja", "2026-11-21T12:41+09:00", &["study"]);
        let heard = talk.hear();
        drop(talk.end_of_input());
        heard.text.contains("どうしますか。")
    };
    assert!(!asked_on_saturday(), "it is not due yet");
    lesson(&lessons, "ja", "own", "題", &ONE_QUESTION.replace("id: aaaa", "id: aaaa; rev: 2"));
    assert!(asked_on_saturday());
}

#[test]
fn a_promise_is_kept_as_it_was_read_back_and_asked_about_once_on_its_working_day() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    lesson(&folder.path().join("lessons"), "ja", "own", "題", ONE_PROMISE);
    let mut talk = start(folder.path(), "ja", FRIDAY, &["study", "own"]);
    talk.hear();
    talk.ask("");
    talk.ask("1");
    let read_back = solid(&talk.ask("1").text);
    assert!(read_back.contains("11月24日(火)"), "{read_back}");
    let sentence = read_back.split(['「', '」']).nth(1).unwrap().to_owned();
    talk.ask("");
    assert_eq!(texts(&data, "select sentence from promise"), [sentence.as_str()]);
    assert!(talk.end_of_input().1.success());
    for (day, is_asked) in
        [("20", false), ("21", false), ("22", false), ("23", false), ("24", true), ("24", false), ("25", false)]
    {
        let now = format!("2026-11-{day}T15:00+09:00");
        let mut talk = start(folder.path(), "ja", &now, &["study"]);
        let heard = talk.hear();
        assert_eq!(heard.text.contains("その後"), is_asked, "{day}: {}", heard.text);
        if is_asked {
            assert!(solid(&heard.text).contains(&sentence), "{}", heard.text);
            talk.ask("2");
        }
        assert!(talk.end_of_input().1.success());
    }
    assert_eq!(texts(&data, "select json_extract(body, '$.outcome') from event where kind = 'promise_asked'").len(), 1);
}

#[rstest]
#[case::japanese("en", "Shown in Japanese", "ja")]
#[case::english("ja", "英語で表示します", "en")]
fn a_lesson_without_a_translation_is_shown_in_the_other_language_with_a_note(
    #[case] wanted: &str,
    #[case] note: &str,
    #[case] written: &str,
) {
    let folder = tempfile::tempdir().unwrap();
    lesson(&folder.path().join("lessons"), written, "own", "題", ONE_QUESTION);
    let mut talk = start(folder.path(), wanted, FRIDAY, &["study", "own"]);
    let page = talk.hear();
    assert!(page.text.contains(note) && page.text.contains("本文です。"), "{}", page.text);
    let question = talk.ask("");
    assert!(question.text.contains(note) && question.text.contains("正しい手"), "{}", question.text);
}

#[test]
fn a_question_whose_answer_the_office_has_not_set_is_not_asked_until_it_is_set() {
    let folder = tempfile::tempdir().unwrap();
    let keyed = "\n### 問2（記入）知らせる先はどこですか。\n<!-- id: cccc -->\n\n答え: {{report_desk}}\n";
    lesson(&folder.path().join("lessons"), "ja", "own", "題", &(ONE_QUESTION.to_owned() + keyed));
    let mut talk = start(folder.path(), "ja", FRIDAY, &["study", "own"]);
    talk.hear();
    let question = talk.ask("");
    assert!(question.text.contains("確認 1/1"), "{}", question.text);
    talk.ask(&option(&question, "正しい手"));
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました"), "{}", close.text);
    drop(talk.end_of_input());
    // Once the office has said it, the question is asked, with the office's own answer.
    let office = folder.path().join("office.toml");
    fs::write(&office, "format = 1\n[values]\nreport_desk = \"情報政策課\"\n").unwrap();
    let words = ["--office", office.to_str().unwrap(), "study", "own"];
    let mut talk = start(folder.path(), "ja", "2026-11-24T10:00+09:00", &words);
    talk.hear();
    let question = talk.ask("");
    assert!(question.text.contains("確認 1/2"), "{}", question.text);
    talk.ask(&option(&question, "正しい手"));
    talk.ask("");
    talk.ask("情報政策課");
    let verdict = talk.ask("");
    assert!(verdict.text.contains("正解です"), "{}", verdict.text);
}
