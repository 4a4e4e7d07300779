//! A lesson that the learner knows: two questions before it, right and sure, and it is done without reading. Anything
//! else leads to the text. With the real program, in lines, on a screen, and with the power going at every step.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::support::lessons::lesson;
use crate::support::talk::{Heard, Talk, program};
use crate::support::{number, record, texts};
use rstest::rstest;

const NOW: &str = "2026-11-20T12:41+09:00";
const DONE: &str = "select lesson || ' read ' || times from lesson_done";
const PASSES: &str = "select count(*) from event where kind = 'lesson_passed'
    and id not in (select target from undone)";
const ASKED: &str = "select json_extract(body, '$.question') || ' ' || json_extract(body, '$.phase') || ' '
    || json_extract(body, '$.verdict') from event where kind = 'question_answered'
    and id not in (select target from undone) order by tick, seq";

/// A folder with lessons of so many questions each: `a`, then `b` …
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new(questions: &[usize]) -> Office {
        let folder = tempfile::tempdir().unwrap();
        let lessons = folder.path().join("lessons");
        for (place, count) in questions.iter().enumerate() {
            let name = char::from(b'a' + u8::try_from(place).unwrap());
            lesson(&lessons, "ja", &name.to_string(), &format!("題{name}"), &text(name, *count));
        }
        Office { folder }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The program, with what stands there behind a first run.
    fn start(&self, words: &[&str]) -> (Talk, Heard) {
        let lessons = self.folder.path().join("lessons");
        let mut all = vec!["--lang", "ja", "--now", NOW, "--lessons", lessons.to_str().unwrap()];
        all.extend(words);
        let is_first = !self.data().exists();
        let mut talk = Talk::start(&self.data(), &all);
        let heard = if is_first { talk.first_run() } else { talk.hear() };
        (talk, heard)
    }

    fn record(&self) -> (Vec<String>, i64, Vec<String>) {
        (texts(&self.data(), DONE), number(&self.data(), PASSES), texts(&self.data(), ASKED))
    }
}

fn text(name: char, questions: usize) -> String {
    let mut text = format!("# 題{name}\n\n本文{name}です。\n\n## 確認問題\n");
    for number in 1..=questions {
        write!(
            text,
            "\n### 問{number}（1つ）{name}の問{number}です。\n<!-- id: {name}aa{number} -->\n\n- [x] 正しい手\n\
             - [ ] 誤った手\n  - その手では、知らせるのが遅れてしまいます。\n\
             - [ ] 別の手\n  - その手では、記録がどこにも残りません。\n"
        )
        .unwrap();
    }
    text
}

fn solid(text: &str) -> String {
    text.replace('\n', "")
}

/// Answers the question that stands there, and returns the verdict.
fn answer(talk: &mut Talk, asked: &Heard, option: &str, sure: bool) -> Heard {
    let line = asked.text.lines().find(|line| line.ends_with(option)).unwrap_or_else(|| panic!("{}", asked.text));
    let number = line.split(' ').next().unwrap();
    talk.ask(&format!("{number}{}", if sure { "" } else { "?" }))
}

#[test]
fn two_answers_right_and_sure_make_a_lesson_done_without_reading() {
    let office = Office::new(&[3]);
    let (mut talk, page) = office.start(&["study", "a"]);
    assert!(page.text.contains("本文aです。") && page.prompt.contains("k もう知っている"), "{page:?}");
    let first = talk.ask("k");
    assert!(first.text.contains("2問とも自信ありの正解で修了です。"), "{}", first.text);
    assert!(first.text.contains("事前の確認 1/2"), "{}", first.text);
    answer(&mut talk, &first, "正しい手", true);
    let second = talk.ask("");
    assert!(second.text.contains("事前の確認 2/2"), "{}", second.text);
    let verdict = answer(&mut talk, &second, "正しい手", true);
    assert!(solid(&verdict.text).contains("この教材は修了です"), "{}", verdict.text);
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました") && !close.text.contains("本文a"), "{}", close.text);
    let (done, passes, asked) = office.record();
    assert_eq!((done, passes, asked.len()), (vec!["a read 0".to_owned()], 1, 2));
    assert!(asked.iter().all(|asked| asked.ends_with("pre right")), "{asked:?}");
    assert_eq!(number(&office.data(), "select count(*) from memory where due_day > last_day"), 2);
    // It is passed over by the next sitting, and its text stays where it was.
    talk.ask("b");
    talk.ask("l");
    let list = talk.ask("1");
    assert!(list.text.contains("題a　1分　事前の確認で修了"), "{}", list.text);
    let page = talk.ask("1");
    assert!(page.text.contains("本文aです。") && !page.prompt.contains('k'), "{page:?}");
    talk.ask("");
    assert_eq!(texts(&office.data(), DONE), ["a read 1"]);
}

#[rstest]
#[case::first_wrong(&[("誤った手", true)])]
#[case::first_unsure(&[("正しい手", false)])]
#[case::second_wrong(&[("正しい手", true), ("誤った手", true)])]
#[case::second_unsure(&[("正しい手", true), ("正しい手", false)])]
fn anything_less_leads_to_the_text_and_asks_nothing_twice(#[case] answers: &[(&str, bool)]) {
    let office = Office::new(&[2]);
    let (mut talk, _) = office.start(&["study", "a"]);
    let mut heard = talk.ask("k");
    let mut verdict = heard.clone();
    for (option, sure) in answers {
        verdict = answer(&mut talk, &heard, option, *sure);
        heard = talk.ask("");
    }
    assert!(verdict.text.contains("このあと、本文を読みます。"), "{}", verdict.text);
    assert!(!verdict.text.contains("このあと、もう一度"), "{}", verdict.text);
    // The text, without the offer; then what was not asked before it, and nothing else.
    assert!(heard.text.contains("本文aです。") && !heard.prompt.contains('k'), "{heard:?}");
    let mut rest = talk.ask("");
    for _ in answers.len()..2 {
        assert!(rest.text.contains("確認 "), "{}", rest.text);
        answer(&mut talk, &rest, "正しい手", true);
        rest = talk.ask("");
    }
    assert!(rest.text.contains("今日の分は終わりました"), "{}", rest.text);
    let (done, passes, asked) = office.record();
    assert_eq!((done, passes, asked.len()), (vec!["a read 1".to_owned()], 0, 2));
}

#[test]
fn a_lesson_with_one_question_or_asked_about_before_is_read() {
    let office = Office::new(&[1]);
    let (mut talk, page) = office.start(&["study", "a"]);
    assert!(!page.prompt.contains('k'), "{page:?}");
    let refused = talk.ask("k");
    assert!(refused.text.contains("読み終えたら Enter"), "{refused:?}");
    assert_eq!(number(&office.data(), "select count(*) from event where kind = 'session_extended'"), 0);
}

#[test]
fn taking_the_last_answer_back_takes_the_pass_back() {
    let office = Office::new(&[2, 2]);
    let (mut talk, _) = office.start(&["study", "a"]);
    let first = talk.ask("k");
    answer(&mut talk, &first, "正しい手", true);
    let second = talk.ask("");
    answer(&mut talk, &second, "正しい手", true);
    let again = talk.ask("u");
    assert!(again.text.contains("事前の確認 2/2"), "{}", again.text);
    let (done, passes, asked) = office.record();
    assert_eq!((done, passes, asked.len()), (Vec::new(), 0, 1));
    // Passed once more, and taken back from the last page: then it is read after all.
    answer(&mut talk, &again, "正しい手", true);
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました"), "{}", close.text);
    let once_more = talk.ask("u");
    assert_eq!(office.record().1, 0);
    answer(&mut talk, &once_more, "別の手", true);
    let page = talk.ask("");
    assert!(page.text.contains("本文aです。"), "{}", page.text);
    let rebuilt = assert_cmd::Command::cargo_bin("sukima")
        .unwrap()
        .arg("--data-dir")
        .arg(office.data())
        .args(["doctor", "--rebuild"])
        .assert()
        .success();
    drop(rebuilt);
    assert_eq!(texts(&office.data(), DONE), Vec::<String>::new());
}

/// So many characters of text; 700 take about a minute and a half at the first guess.
fn long_text(name: char, characters: usize) -> String {
    text(name, 2).replacen("です。\n\n## ", &format!("です。{}\n\n## ", "あ".repeat(characters)), 1)
}

fn library_with(lengths: &[usize]) -> Office {
    let office = Office::new(&vec![2; lengths.len()]);
    for (place, length) in lengths.iter().enumerate() {
        let name = char::from(b'a' + u8::try_from(place).unwrap());
        let lessons = office.folder.path().join("lessons");
        lesson(&lessons, "ja", &name.to_string(), &format!("題{name}"), &long_text(name, *length));
    }
    office
}

fn pass(talk: &mut Talk) {
    let first = talk.ask("k");
    answer(talk, &first, "正しい手", true);
    let second = talk.ask("");
    answer(talk, &second, "正しい手", true);
}

const LEFT_OF_THE_SITTING: &str = "select count(*) from session where closed is null";

#[test]
fn the_minutes_that_a_known_lesson_leaves_go_to_what_comes_next() {
    let office = library_with(&[700, 700, 700]);
    let (mut talk, _) = office.start(&[]);
    let page = talk.ask("");
    assert!(page.text.contains("本文aです。"), "{}", page.text);
    pass(&mut talk);
    // Three minutes were asked for and hardly one is gone: the next lesson, in the same sitting.
    let next = talk.ask("");
    assert!(next.text.contains("本文bです。"), "{}", next.text);
    assert_eq!(number(&office.data(), LEFT_OF_THE_SITTING), 1);
    assert_eq!(number(&office.data(), "select count(*) from session"), 1);
    let left = talk.ask("t");
    assert!(left.text.contains("残りは約1分50秒"), "{}", left.text);
    // It is undone with the answer that made room for it, and made anew with the next one.
    let again = talk.ask("u");
    assert!(again.text.contains("事前の確認 2/2"), "{}", again.text);
    answer(&mut talk, &again, "誤った手", true);
    assert!(talk.ask("").text.contains("本文aです。"));
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました"), "{}", close.text);
}

/// As the record is left by a power cut between the answer that passed a lesson and what fills its minutes.
#[test]
fn what_the_power_took_of_the_filling_is_made_again_at_the_next_start() {
    let office = library_with(&[700, 700, 700]);
    let (mut talk, _) = office.start(&[]);
    talk.ask("");
    pass(&mut talk);
    talk.kill();
    const FILLED: &str = "select count(*) from event where kind = 'session_extended'
        and json_extract(body, '$.because') is not null";
    assert_eq!(number(&office.data(), FILLED), 1);
    let connection = rusqlite::Connection::open(record(&office.data())).unwrap();
    let guard =
        "select sql from sqlite_schema where type = 'trigger' and tbl_name = 'event' and sql like '%before delete%'";
    let guard: String = connection.query_row(guard, [], |row| row.get(0)).unwrap();
    let name = guard.split_whitespace().nth(2).unwrap();
    let last = "delete from event where kind = 'session_extended' and arrival = (select max(arrival) from event)";
    connection.execute_batch(&format!("drop trigger {name}; {last}; {guard}")).unwrap();
    drop(connection);
    assert!(program(&office.data(), &["doctor", "--rebuild"]).output().unwrap().status.success());
    assert_eq!(number(&office.data(), FILLED), 0);
    for start in 0..2 {
        let (mut talk, _) = office.start(&[]);
        let next = talk.ask("");
        assert!(next.text.contains("本文bです。"), "start {start}: {}", next.text);
        talk.kill();
        assert_eq!(number(&office.data(), FILLED), 1, "and once");
    }
    // It is undone with the answer that made room for it.
    let (mut talk, _) = office.start(&[]);
    talk.ask("");
    assert!(talk.ask("u").text.contains("事前の確認 2/2"));
    assert_eq!(number(&office.data(), &format!("{FILLED} and id not in (select target from undone)")), 0);
}

#[test]
fn what_is_known_twice_leaves_its_minutes_twice_and_never_more_than_there_are() {
    let office = library_with(&[700, 700, 700, 2500]);
    let (mut talk, _) = office.start(&[]);
    talk.ask("");
    for next in ["本文bです。", "本文cです。"] {
        pass(&mut talk);
        let page = talk.ask("");
        assert!(page.text.contains(next), "{}", page.text);
    }
    // The next one is five minutes long, so the sitting ends early.
    pass(&mut talk);
    let close = talk.ask("");
    assert!(close.text.contains("今日の分は終わりました"), "{}", close.text);
}

#[test]
fn a_lesson_that_was_opened_by_itself_is_followed_by_nothing() {
    let office = library_with(&[700, 700]);
    let (mut talk, _) = office.start(&["study", "a"]);
    pass(&mut talk);
    assert!(talk.ask("").text.contains("今日の分は終わりました"));
}

#[test]
fn killed_at_every_step_it_goes_on_at_the_same_one() {
    let office = Office::new(&[2]);
    let after_kill = |talk: Talk, office: &Office| {
        talk.kill();
        office.start(&["study", "a"])
    };
    let (mut talk, _) = office.start(&["study", "a"]);
    let first = talk.ask("k");
    let (mut talk, heard) = after_kill(talk, &office);
    assert!(heard.text.ends_with(first.text.split("事前の確認").nth(1).unwrap()), "{}\n{}", heard.text, first.text);
    answer(&mut talk, &heard, "正しい手", true);
    let (mut talk, heard) = after_kill(talk, &office);
    assert!(heard.text.contains("事前の確認 2/2"), "{}", heard.text);
    answer(&mut talk, &heard, "正しい手", true);
    talk.kill();
    let (done, passes, asked) = office.record();
    assert_eq!((done, passes, asked.len()), (vec!["a read 0".to_owned()], 1, 2));
}

#[cfg(unix)]
#[rstest]
#[case::wide((80, 24))]
#[case::small((40, 12))]
fn on_a_screen_one_key_asks_and_the_lesson_is_done(#[case] size: (u16, u16)) {
    use crate::support::terminal::Start;
    let office = Office::new(&[2]);
    office.start(&["study", "a"]).0.end_of_input();
    let (data, lessons) = (office.data(), office.folder.path().join("lessons"));
    let words = ["--data-dir", path(&data), "--lang", "ja", "--now", NOW, "--lessons", path(&lessons), "study", "a"];
    let terminal = Start::new(&words).size(size.0, size.1).run();
    terminal.shows("k もう知っている");
    terminal.press("k");
    for number in 1..=2 {
        terminal.shows(&format!("事前の確認 {number}/2"));
        // A small screen shows the options behind the question.
        let page = terminal.press_until("2", |screen| screen.contains("正しい手"));
        let right = page.lines().find(|line| line.contains("正しい手")).unwrap();
        let digit: String = right.chars().filter(char::is_ascii_digit).collect();
        terminal.press(&digit);
        terminal.press("\r");
        terminal.shows("正解です");
        terminal.press_until("\r", |screen| !screen.contains("正解です"));
    }
    terminal.shows("今日の分は終わりました");
    assert_eq!(texts(&data, DONE), ["a read 0"]);
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}
