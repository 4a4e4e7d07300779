//! Line mode from outside: every question type by text alone, undo, leaving and coming back, and what a sitting does
//! when nothing can be kept.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::process::Command;

use crate::support::learner::{ENGLISH, JAPANESE, Memory, Words, play};
use crate::support::talk::{Talk, program};
use crate::support::{number, texts};
use rstest::rstest;

const NOW: &str = "2026-11-20T12:41+09:00";

/// Home of a learner who has been here before.
fn at_home(talk: &mut Talk) -> crate::support::talk::Heard {
    talk.first_run()
}

#[rstest]
#[case::japanese(&JAPANESE)]
#[case::english(&ENGLISH)]
fn every_question_type_can_be_answered_by_text_alone(#[case] words: &Words) {
    let data = tempfile::tempdir().unwrap();
    let mut memory = Memory::default();
    for _ in 0..3 {
        let mut talk =
            Talk::start(data.path(), &["--lang", words.lang, "--now", NOW, "study", "suspicious-mail-first-move"]);
        let closing = play(&mut talk, words, &mut memory);
        assert!(closing.contains(words.closed), "{}", talk.transcript);
        let (_, status) = talk.end_of_input();
        assert!(status.success());
    }
    let types = texts(
        data.path(),
        "select distinct json_extract(body, '$.type') from event where kind = 'question_answered' order by 1",
    );
    assert_eq!(types, ["all", "case", "cloze", "match", "number", "one", "order", "true_false", "typed", "write"]);
    // By the third time every answer is known from what was printed before, whatever order it is shown in.
    let last =
        "select count(*) from (select body from event where kind = 'question_answered' order by tick desc limit 10)";
    let wrong = "select subject || body from event where kind = 'question_answered'
                 and json_extract(body, '$.verdict') = 'wrong' order by tick desc limit 3";
    assert_eq!(
        number(data.path(), &format!("{last} where json_extract(body, '$.verdict') = 'right'")),
        10,
        "{:#?}",
        texts(data.path(), wrong)
    );
}

#[test]
fn full_width_replies_mean_what_half_width_ones_do() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    at_home(&mut talk);
    let help = talk.ask("？");
    assert!(help.text.contains("使い方"), "{}", help.text);
    talk.ask("");
    let progress = talk.ask("ｐ");
    assert!(progress.text.contains("進み具合"), "{}", progress.text);
    talk.ask("");
    let kana = talk.ask("か");
    assert!(kana.text.contains("日本語入力がオンのようです"), "{}", kana.text);
    let bye = talk.ask("ｑ");
    assert!(!bye.asks);
}

#[test]
fn an_answer_taken_back_is_asked_again_and_counts_for_nothing() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "study", "suspicious-mail-first-move"]);
    talk.first_run();
    let question = talk.ask("");
    let verdict = talk.ask("1");
    assert!(verdict.prompt.contains("u 取り消す"), "{}", verdict.text);
    assert_eq!(number(data.path(), "select answers from session"), 1);
    let again = talk.ask("u");
    assert!(again.text.contains("取り消しました"), "{}", again.text);
    let stem = question.text.lines().nth(2).unwrap();
    assert!(again.text.contains(stem), "{stem} is asked again: {}", again.text);
    assert_eq!(number(data.path(), "select answers from session"), 0);
    assert_eq!(number(data.path(), "select count(*) from memory"), 0);
    assert_eq!(number(data.path(), "select coalesce(sum(answers), 0) from day_total"), 0);
    let nothing = talk.ask("u");
    assert!(nothing.text.contains("取り消せる答えはありません"), "{}", nothing.text);
}

#[test]
fn the_last_answer_can_be_taken_back_on_the_closing_page() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "study", "why-now-2040"]);
    play(&mut talk, &JAPANESE, &mut Memory::default());
    let closed = "select count(*) from session where closed is not null";
    assert_eq!(number(data.path(), closed), 1);
    let answers = number(data.path(), "select answers from session");
    let asked = talk.ask("u");
    assert!(asked.text.contains("取り消しました"), "{}", asked.text);
    assert_eq!(number(data.path(), closed), 0);
    assert_eq!(number(data.path(), "select answers from session"), answers - 1);
    drop(talk.end_of_input());
    // Left there, the sitting goes on at that very question.
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "study"]);
    let resumed = talk.hear();
    assert!(resumed.text.contains("前回の続き"), "{}", resumed.text);
    let title =
        asked.text.lines().find(|line| ["確認 ", "もう一度　"].iter().any(|mark| line.starts_with(mark))).unwrap();
    assert!(resumed.text.contains(title), "{title}: {}", resumed.text);
}

#[test]
fn not_knowing_is_an_answer_and_shows_the_right_one() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "study", "suspicious-mail-first-move"]);
    talk.first_run();
    let mut heard = talk.ask("");
    for _ in 0..60 {
        if heard.prompt.starts_with("答え") {
            break;
        }
        heard = match heard.prompt.as_str() {
            prompt if prompt.starts_with("番号（") => talk.ask("1"),
            prompt if prompt.contains("すべて") => talk.ask("1"),
            _ => talk.ask(""),
        };
    }
    assert!(heard.prompt.starts_with("答え"), "{}", talk.transcript);
    let verdict = talk.ask("?");
    assert!(verdict.text.contains("正解は「フィッシングメール」です"), "{}", verdict.text);
    let kept = "select count(*) from event where kind = 'question_answered' and json_extract(body, '$.type') = 'typed'
                and json_extract(body, '$.verdict') = 'wrong' and json_extract(body, '$.confidence') = 'unsure'";
    assert_eq!(number(data.path(), kept), 1);
}

#[test]
fn a_hidden_screen_shows_nothing_and_comes_back() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "study", "why-now-2040"]);
    let lesson = talk.first_run();
    assert!(lesson.text.contains("2040"), "{}", lesson.text);
    let hidden = talk.ask("h");
    assert!(hidden.text.contains("作業中") && !hidden.text.contains("2040"), "{}", hidden.text);
    assert!(hidden.text.lines().filter(|line| line.is_empty()).count() > 50);
    assert!(talk.ask("").text.contains("2040"));
}

#[test]
fn study_goes_on_when_nothing_can_be_kept_and_the_end_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "not a folder").unwrap();
    let mut talk = Talk::start(&in_the_way, &["--lang", "ja", "--now", NOW]);
    let welcome = talk.hear();
    let told = |text: &str| text.replace('\n', "").contains("今回の記録は残りません");
    assert!(told(&welcome.text), "{}", welcome.text);
    talk.ask("");
    talk.ask("1");
    talk.reply("");
    let closing = play(&mut talk, &JAPANESE, &mut Memory::default());
    assert!(told(&closing), "{closing}");
    let (end, status) = talk.end_of_input();
    assert!(told(&end), "{end}");
    assert_eq!(status.code(), Some(3));
    assert_eq!(fs::read_to_string(&in_the_way).unwrap(), "not a folder");
}

#[test]
fn end_of_input_at_any_prompt_leaves_with_everything_kept() {
    let replies = ["", "1", "1", "", "", "", "1", "", "1", "", "", "1", "1", ""];
    for length in 0..replies.len() {
        let data = tempfile::tempdir().unwrap();
        let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
        talk.hear();
        let mut verdicts = 0;
        for reply in &replies[..length] {
            let heard = talk.ask(reply);
            let is_kept = !heard.text.contains("これは練習");
            verdicts += i64::from(is_kept && heard.prompt.contains("u 取り消す"));
        }
        let (_, status) = talk.end_of_input();
        assert!(status.success(), "after {length} replies");
        assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), verdicts);
    }
}

#[test]
fn now_needs_a_data_folder_and_marks_the_record_for_good() {
    let refused = Command::new(env!("CARGO_BIN_EXE_sukima"))
        .env("LANG", "ja_JP.UTF-8")
        .args(["--now", NOW, "status"])
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("--data-dir"));
    let data = tempfile::tempdir().unwrap();
    assert!(program(data.path(), &["--now", NOW, "status"]).output().unwrap().status.success());
    let later = program(data.path(), &["--lang", "ja", "status"]).output().unwrap();
    assert!(String::from_utf8(later.stdout).unwrap().contains("[試行]"));
}

#[test]
fn somebody_elses_file_is_left_as_it_is() {
    let data = tempfile::tempdir().unwrap();
    fs::create_dir(data.path().join("default")).unwrap();
    fs::write(crate::support::record(data.path()), "my own notes").unwrap();
    let refused = program(data.path(), &["--lang", "ja", "status", "--json"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(4));
    let error: serde_json::Value = serde_json::from_slice(&refused.stderr).unwrap();
    assert_eq!(error["error"]["code"], "foreign");
    assert_eq!(fs::read_to_string(crate::support::record(data.path())).unwrap(), "my own notes");
}
