//! Commands from outside: arguments in, output and exit code out, figures held against SQL.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::learner::{JAPANESE, Memory, play};
use crate::support::talk::{Talk, program};
use crate::support::{number, record};
use rstest::rstest;
use serde_json::Value;
use sukima::width::{Ambiguous, columns_with};

fn run(data: &Path, words: &[&str]) -> Output {
    program(data, words).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("not JSON: {output:?}"))
}

/// Two sittings on two days, the second not finished.
fn studied(data: &Path) {
    for (day, finish) in [("2026-11-19", true), ("2026-11-20", false)] {
        let now = format!("{day}T12:41+09:00");
        let mut talk = Talk::start(data, &["--lang", "ja", "--now", &now, "study", "why-now-2040"]);
        if finish {
            play(&mut talk, &JAPANESE, &mut Memory::default());
        } else {
            talk.first_run();
        }
        assert!(talk.end_of_input().1.success());
    }
}

#[test]
fn a_rebuild_changes_nothing_and_says_so() {
    let data = tempfile::tempdir().unwrap();
    studied(data.path());
    let before = number(data.path(), "select sum(answers) from day_total");
    assert!(before > 0);
    let doctor = run(data.path(), &["--lang", "ja", "doctor", "--rebuild", "--json"]);
    assert_eq!(doctor.status.code(), Some(0), "{doctor:?}");
    let seen = json(&doctor);
    assert_eq!(seen["rebuilt"]["differed"].as_array().map(Vec::len), Some(0), "{seen}");
    assert_eq!(seen["record"]["events"].as_i64(), Some(number(data.path(), "select count(*) from event")));
    assert_eq!(seen["record"]["problems"].as_array().map(Vec::len), Some(0));
    assert_eq!(number(data.path(), "select sum(answers) from day_total"), before);
}

#[test]
fn a_table_that_was_tampered_with_is_mended_by_a_rebuild_and_named() {
    let data = tempfile::tempdir().unwrap();
    studied(data.path());
    let before = number(data.path(), "select sum(answers) from day_total");
    let connection = rusqlite::Connection::open(record(data.path())).unwrap();
    connection.execute("update day_total set answers = 77", []).unwrap();
    drop(connection);
    let doctor = run(data.path(), &["--lang", "ja", "doctor", "--rebuild"]);
    assert!(told(&doctor).contains("day_total"), "{}", told(&doctor));
    assert_eq!(number(data.path(), "select sum(answers) from day_total"), before);
}

#[test]
fn the_streak_is_explained_day_by_day() {
    let data = tempfile::tempdir().unwrap();
    studied(data.path());
    let explained = run(data.path(), &["--lang", "ja", "--now", "2026-11-24T09:00+09:00", "streak", "--explain"]);
    let text = told(&explained);
    let lines: Vec<&str> = text.lines().take(6).collect();
    for (line, words) in lines.iter().zip([
        "2026年11月19日(木)　学習した",
        "2026年11月20日(金)",
        "2026年11月21日(土)　土日",
        "2026年11月22日(日)　土日",
        "2026年11月23日(月)　勤労感謝の日",
        "2026年11月24日(火)　今日",
    ]) {
        assert!(line.starts_with(words), "{words}: {line}");
    }
}

#[rstest]
#[case("ja", "入れて終わりにしない")]
#[case("en", "Installing is not the finish line")]
fn lessons_are_listed_and_shown_in_the_language_asked_for(#[case] language: &str, #[case] title: &str) {
    let data = tempfile::tempdir().unwrap();
    let list = run(data.path(), &["--lang", language, "lessons", "list"]);
    assert!(told(&list).contains(title), "{}", told(&list));
    let as_json = json(&run(data.path(), &["--lang", language, "lessons", "list", "--json"]));
    assert_eq!(as_json["lessons"].as_array().map(Vec::len), Some(6));
    let show = run(data.path(), &["--lang", language, "lessons", "show", "dx-meaning-not-tools", "--columns", "40"]);
    assert!(told(&show).starts_with(title));
    assert!(told(&show).lines().all(|line| sukima::width::columns(line) <= 40), "{}", told(&show));
    assert!(!data.path().join("default").exists(), "looking at lessons makes no record");
}

const SAMPLE: &str = "tests/fixtures/sample-lessons/ja/safe-basics/suspicious-mail-first-move.md";

/// Every type of question is in the sample.
#[test]
fn a_lesson_on_paper_asks_every_question_and_answers_them_at_its_end() {
    let data = tempfile::tempdir().unwrap();
    let show = told(&run(data.path(), &["lessons", "show", SAMPLE]));
    let (asked, answers) = show.split_once("\n## 答え\n").unwrap();
    let (_, quiz) = asked.split_once("\n## 確認問題\n").unwrap();
    let (quiz, practice) = quiz.split_once("\n## 実践\n").unwrap();
    for number in 1..=10 {
        assert!(quiz.contains(&format!("\n### 問{number}（")), "{quiz}");
        assert!(answers.contains(&format!("\n### 問{number}\n")), "{answers}");
    }
    for option in
        ["1. 宛先違いか", "2. 開かずに", "1. 正しい\n2. 誤り", "- d. ", "迷ったときは[1]前に、決められた[2]へ", "] 分"]
    {
        assert!(quiz.contains(option), "{option}: {quiz}");
    }
    for right in
        ["2. 開かずに、決められた窓口へ知らせる", "誤り", "フィッシングメール / ", "[1] 開く", "3 ± 0 分", "ヒント: "]
    {
        assert!(answers.contains(right), "{right}: {answers}");
    }
    assert!(!quiz.contains("フィッシング") && !quiz.contains("感染する"), "an answer stands in the quiz: {quiz}");
    assert!(practice.contains("やってみること") && practice.contains("職員録で差出人の番号を確かめる"), "{practice}");
}

/// Lines to be put in order, and partners to be found, do not stand as they are right; the key leads back to them.
#[test]
fn the_order_on_paper_gives_no_answer_away_and_the_key_fits_it() {
    let data = tempfile::tempdir().unwrap();
    let show = told(&run(data.path(), &["lessons", "show", SAMPLE]));
    let part = |from: &str, to: &str| {
        let start = show.find(from).unwrap();
        show[start..start + show[start..].find(to).unwrap()].to_owned()
    };
    let asked = part("### 問6（", "### 問7（");
    let shown: Vec<&str> =
        asked.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).collect();
    let key = part("### 問6\n", "### 問7\n");
    let key = key.lines().find(|line| line.contains(", ")).unwrap();
    let right: Vec<&str> =
        key.split(", ").map(|number| shown[number.parse::<usize>().unwrap() - 1].split_once(". ").unwrap().1).collect();
    assert_eq!(right, ["手を止める", "窓口へ連絡する", "指示に従う", "経過を書き残す"]);
    assert_ne!(key, "1, 2, 3, 4");
    let partners = part("### 問7（", "### 問8（");
    let key = part("### 問7\n", "### 問8\n");
    for (number, left, right) in
        [(1, "差出人", "アドレスまで見る"), (2, "文面", "急がせていないか見る"), (3, "リンク", "行き先の文字を見る")]
    {
        assert!(partners.contains(&format!("\n{number}. {left}\n")), "{partners}");
        let letter = key.split(&format!("{number} = ")).nth(1).unwrap().chars().next().unwrap();
        assert!(partners.contains(&format!("\n- {letter}. {right}\n")), "{letter}: {partners}");
    }
}

#[rstest]
#[case("20", "narrow")]
#[case("20", "wide")]
#[case("60", "wide")]
fn a_lesson_on_paper_keeps_to_its_columns(#[case] columns: &str, #[case] width: &str) {
    let data = tempfile::tempdir().unwrap();
    let show = told(&run(data.path(), &["--ambiguous", width, "lessons", "show", SAMPLE, "--columns", columns]));
    let ambiguous = if width == "wide" { Ambiguous::Wide } else { Ambiguous::Narrow };
    let widest = show.lines().map(|line| columns_with(line, ambiguous)).max().unwrap();
    let most: usize = columns.parse().unwrap();
    assert!(widest <= most && widest + 4 > most, "{widest}: {show}");
}

#[test]
fn any_markdown_file_can_be_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("覚え書き.md");
    fs::write(&file, "# 会議の覚え書き\n\n来週は**資料**を先に配る。\n").unwrap();
    let show = run(folder.path(), &["lessons", "show", file.to_str().unwrap()]);
    assert_eq!(told(&show), "会議の覚え書き\n\n来週は資料を先に配る。\n");
    let missing = run(folder.path(), &["--lang", "ja", "lessons", "show", "no-such-lesson"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("no-such-lesson"));
}

#[test]
fn unpacked_lessons_are_a_library_of_their_own_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let lessons = folder.path().join("教材");
    let place = lessons.to_str().unwrap();
    assert!(run(folder.path(), &["lessons", "unpack", place]).status.success());
    assert_eq!(run(folder.path(), &["check", place]).status.code(), Some(0));
    let list = json(&run(folder.path(), &["--lessons", place, "lessons", "list", "--json"]));
    assert_eq!(list["lessons"].as_array().map(Vec::len), Some(6));
    let again = run(folder.path(), &["--lang", "ja", "lessons", "unpack", place]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("空のフォルダーではありません"));
}

#[test]
fn check_ends_with_one_when_something_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let lessons = folder.path().join("lessons");
    assert!(run(folder.path(), &["lessons", "unpack", lessons.to_str().unwrap()]).status.success());
    let lesson = lessons.join("ja/safe-basics/security-three-goals.md");
    let text = fs::read_to_string(&lesson).unwrap();
    fs::write(&lesson, text.replacen("basis:", "baisis:", 1)).unwrap();
    let found = run(folder.path(), &["--lang", "ja", "check", lessons.to_str().unwrap()]);
    assert_eq!(found.status.code(), Some(1));
    assert!(told(&found).contains("unknown-key"), "{}", told(&found));
    let findings = json(&run(folder.path(), &["check", lessons.to_str().unwrap(), "--json"]));
    assert!(findings["findings"].as_array().is_some_and(|findings| !findings.is_empty()), "{findings}");
}

#[rstest]
#[case::missing("missing", None)]
#[case::empty("empty", Some(b"".as_slice()))]
#[case::shift_jis("broken", Some(b"\x93\xfa\x96\x7b\x8c\xea\n".as_slice()))]
fn a_lessons_folder_without_a_lesson_leaves_the_built_in_ones(
    #[case] name: &str,
    #[case] content: Option<&'static [u8]>,
) {
    let folder = tempfile::tempdir().unwrap();
    let lessons = folder.path().join(name);
    if let Some(bytes) = content {
        fs::create_dir(&lessons).unwrap();
        if !bytes.is_empty() {
            fs::write(lessons.join("a.md"), bytes).unwrap();
        }
    }
    let place = lessons.to_str().unwrap();
    let mut talk = Talk::start(folder.path(), &["--lang", "ja", "--lessons", place]);
    let home = talk.first_run();
    let said = talk.transcript.replace('\n', "");
    assert!(said.contains("内蔵の教材を使います"), "{said}");
    assert!(home.text.contains("新しい教材"), "{}", home.text);
    let checked = run(folder.path(), &["--lang", "ja", "check", place]);
    assert_eq!(checked.status.code(), Some(1));
}

#[test]
fn a_folder_of_somebodys_notes_is_a_readable_library() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes");
    fs::create_dir_all(notes.join("引継ぎ")).unwrap();
    fs::write(notes.join("引継ぎ/01-窓口.md"), "# 窓口の朝\n\n8時に札を出す。\n").unwrap();
    fs::write(notes.join("引継ぎ/02-電話.md"), "電話は3回以内に取る。\n").unwrap();
    let place = notes.to_str().unwrap();
    let mut talk = Talk::start(folder.path(), &["--lang", "ja", "--lessons", place]);
    talk.first_run();
    let library = talk.ask("l");
    assert!(library.text.contains("引継ぎ"), "{}", library.text);
    let course = talk.ask("1");
    assert!(course.text.contains("窓口の朝"), "{}", course.text);
    let lesson = talk.ask("1");
    assert!(lesson.text.contains("8時に札を出す。"), "{}", lesson.text);
    let end = talk.ask("");
    assert!(end.text.contains("今日の分は終わりました"), "{}", end.text);
}

#[test]
fn a_newer_record_is_only_looked_at() {
    let data = tempfile::tempdir().unwrap();
    studied(data.path());
    let connection = rusqlite::Connection::open(record(data.path())).unwrap();
    connection.execute_batch("pragma wal_checkpoint(truncate); pragma user_version = 99;").unwrap();
    drop(connection);
    let bytes = fs::read(record(data.path())).unwrap();
    let status = run(data.path(), &["--lang", "ja", "status", "--json"]);
    assert_eq!(status.status.code(), Some(4), "{status:?}");
    assert!(json(&status)["answers"].as_i64().unwrap() > 0);
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "study", "why-now-2040"]);
    let said = talk.hear().text.replace('\n', "");
    assert!(said.contains("新しい版の sukima"), "{said}");
    talk.reply("");
    play(&mut talk, &JAPANESE, &mut Memory::default());
    assert_eq!(talk.end_of_input().1.code(), Some(4));
    assert_eq!(fs::read(record(data.path())).unwrap(), bytes, "not a byte was changed");
}

#[test]
fn while_another_window_holds_the_record_answers_wait_and_are_kept_in_the_end() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "study", "suspicious-mail-first-move"]);
    talk.first_run();
    talk.ask("");
    let mut other = rusqlite::Connection::open(record(data.path())).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let verdict = talk.ask("1");
    assert!(verdict.prompt.contains("u 取り消す"), "the sitting goes on: {}", verdict.text);
    let rescue = data.path().join("default/rescue.jsonl");
    assert!(fs::read_to_string(&rescue).unwrap().contains("question_answered"), "a second place has it");
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), 0);
    drop(held);
    talk.ask("");
    talk.ask("1");
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), 2);
    assert!(!rescue.exists(), "set aside once everything is in the record");
    assert_eq!(talk.end_of_input().1.code(), Some(0));
}

#[test]
fn what_only_the_second_place_has_is_taken_back_at_the_next_start() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "study", "suspicious-mail-first-move"]);
    talk.first_run();
    talk.ask("");
    let mut other = rusqlite::Connection::open(record(data.path())).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    talk.ask("1");
    let (end, status) = talk.end_of_input();
    assert_eq!(status.code(), Some(3));
    assert!(end.contains("rescue.jsonl"), "{end}");
    drop(held);
    assert!(run(data.path(), &["status"]).status.success());
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), 1);
}

#[test]
fn a_clock_set_by_hand_does_not_touch_a_record_of_real_days() {
    let data = tempfile::tempdir().unwrap();
    assert!(run(data.path(), &["status"]).status.success());
    let mut talk = Talk::start(data.path(), &["--lang", "ja"]);
    talk.first_run();
    drop(talk.end_of_input());
    let refused = run(data.path(), &["--lang", "ja", "--now", "2026-11-20", "status"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(String::from_utf8(refused.stderr).unwrap().contains("試行ではない"));
    assert!(!told(&run(data.path(), &["--lang", "ja", "status"])).contains("[試行]"));
}

#[test]
fn an_office_file_that_was_named_and_is_not_there_is_not_passed_over() {
    let data = tempfile::tempdir().unwrap();
    let refused = run(data.path(), &["--lang", "ja", "--office", "nowhere.toml", "status"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("nowhere.toml"));
}

#[test]
fn the_desk_that_is_not_set_is_explained_once_and_where_it_is_read() {
    let data = tempfile::tempdir().unwrap();
    let explained = |heard: &crate::support::talk::Heard| heard.text.replace('\n', "").contains("office.toml");
    let mut talk = Talk::start(data.path(), &["--lang", "ja"]);
    assert!(!explained(&talk.hear()));
    assert_eq!(number(data.path(), "select count(*) from event"), 0, "nothing is written before the first key");
    for reply in ["", "1", "1"] {
        talk.ask(reply);
    }
    let home = talk.ask("");
    assert!(explained(&home), "{}", home.text);
    drop(talk.end_of_input());
    let mut talk = Talk::start(data.path(), &["--lang", "ja"]);
    assert!(!explained(&talk.hear()), "once");
}

#[test]
fn an_unwritable_record_is_not_called_sound() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("file");
    fs::write(&in_the_way, "").unwrap();
    let doctor = run(&in_the_way, &["--lang", "ja", "doctor"]);
    assert!(told(&doctor).contains("保存できません"), "{}", told(&doctor));
    assert!(!told(&doctor).contains("直すところはありません"), "{}", told(&doctor));
    assert_eq!(doctor.status.code(), Some(3));
}

#[test]
fn what_waits_is_said_at_once_and_written_before_leaving() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "study", "suspicious-mail-first-move"]);
    talk.first_run();
    talk.ask("");
    let mut other = rusqlite::Connection::open(record(data.path())).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let verdict = talk.ask("1");
    assert!(verdict.text.replace('\n', "").contains("まだ保存できていない"), "{}", verdict.text);
    drop(held);
    assert_eq!(talk.end_of_input().1.code(), Some(0));
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'question_answered'"), 1);
}

#[test]
fn a_lesson_that_was_left_goes_on_where_it_was() {
    let data = tempfile::tempdir().unwrap();
    let words = ["--lang", "ja", "study", "suspicious-mail-first-move"];
    let mut talk = Talk::start(data.path(), &words);
    talk.first_run();
    talk.ask("");
    talk.ask("1");
    let second = talk.ask("");
    drop(talk.end_of_input());
    let mut talk = Talk::start(data.path(), &words);
    let again = talk.hear();
    let title = second.text.lines().find(|line| line.starts_with("確認 ")).unwrap();
    assert!(title.contains("2/"), "{title}");
    assert!(again.text.contains(title), "{}", again.text);
}

#[rstest]
#[case("bash")]
#[case("zsh")]
#[case("fish")]
#[case("powershell")]
fn completions_name_every_command(#[case] shell: &str) {
    let data = tempfile::tempdir().unwrap();
    let script = told(&run(data.path(), &["completions", shell]));
    for command in ["study", "check", "lessons", "status", "streak", "doctor"] {
        assert!(script.contains(command), "{command}");
    }
}

#[test]
fn the_manual_page_is_roff() {
    let data = tempfile::tempdir().unwrap();
    assert!(told(&run(data.path(), &["--lang", "en", "man"])).contains(".SH"));
}
