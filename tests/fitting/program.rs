//! The real program on a record of many answers.

use std::path::Path;
use std::process::Output;

use rusqlite::Connection;
use sukima::app::Effect;
use sukima::domain::day::Day;
use sukima::domain::event::{AnswerUndone, Fact, NewEvent, Phase, QuestionAnswered};
use sukima::domain::id::{EventId, LessonId, QuestionId};
use sukima::domain::language::Language;
use sukima::domain::memory::Rating;
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::engine::{Engine, Options};
use sukima::store::{NewIds, Store};
use tempfile::TempDir;

use crate::fitting::career::{Career, Knows};
use crate::support::talk::Talk;
use crate::support::terminal::{Start, Terminal};

const NOW: &str = "2026-11-20T12:41+09:00";
const YESTERDAY: &str = "2026-11-19";
const PARAMETERS: &str = "select coalesce(max(value), 'never') from setting where key = 'memory_parameters'";

/// A record of somebody who answered so often, the last time yesterday.
fn record(knows: Knows, told: usize) -> TempDir {
    let data = tempfile::tempdir().unwrap();
    let options = Options {
        data_dir: Some(data.path().to_path_buf()),
        lessons: None,
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some(NOW.to_owned()),
    };
    Engine::open(&options).unwrap().perform(Effect::StoreWelcome);
    let file = data.path().join("default").join("sukima.db");
    let mut store =
        Store::open(&file, NewIds { learner: [1; 16], device: sukima::domain::id::DeviceId([2; 16]) }).unwrap();
    let career = Career::new(knows, 5, told, Day::from_iso(YESTERDAY).unwrap());
    for answers in career.answers.chunk_by(|(_, one), (_, other)| one.day == other.day) {
        let events: Vec<NewEvent> = answers.iter().map(|(place, answer)| given(*place, answer.rating)).collect();
        store.append(&noon(answers[0].1.day), &events).unwrap();
    }
    data
}

fn given(place: usize, rating: Rating) -> NewEvent {
    let (verdict, confidence) = match rating {
        Rating::Again => (Verdict::Wrong, Confidence::Sure),
        Rating::Hard => (Verdict::Right, Confidence::Unsure),
        Rating::Good => (Verdict::Right, Confidence::Sure),
    };
    let answer = QuestionAnswered {
        lesson: LessonId::new(format!("lesson-{}", place / 6)),
        question: QuestionId::new(format!("q{place}")),
        lang: Language::Japanese,
        shown: "0123456789abcdef".to_owned(),
        rev: 1,
        question_type: QuestionType::One,
        response: Response::Picked(vec![0]),
        verdict,
        confidence,
        ms: 5_000,
        phase: Phase::Review,
    };
    let id = EventId(uuid::Uuid::new_v4().into_bytes());
    NewEvent { id, session: None, fact: Fact::QuestionAnswered(answer) }
}

fn noon(day: Day) -> Moment {
    let utc_ms = i64::from(day.0) * 86_400_000 + 3 * 3_600_000;
    Moment { utc_ms, offset_minutes: 540, zone: Some("Asia/Tokyo".to_owned()), day, minute_of_day: 720 }
}

fn sukima(data: &Path, words: &[&str]) -> Output {
    let mut program = assert_cmd::Command::cargo_bin("sukima").unwrap();
    program.args(["--lang", "ja", "--now", NOW, "--data-dir"]).arg(data).args(words).output().unwrap()
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn told(data: &Path, sql: &str) -> String {
    let connection = Connection::open(data.join("default").join("sukima.db")).unwrap();
    connection.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn due_days(data: &Path) -> i64 {
    told(data, "select cast(sum(due_day - last_day) as text) from memory").parse().unwrap()
}

#[test]
fn fitting_makes_the_intervals_longer_for_whoever_knows_nearly_all_and_is_taken_back() {
    let data = record(Knows::NearlyAll, 1_000);
    let before = due_days(data.path());
    let said = printed(&sukima(data.path(), &["fit"]));
    assert!(said.contains("これからはこちらを使います") && said.contains("2倍以上になります"), "{said}");
    let parameters = told(data.path(), PARAMETERS);
    assert_eq!(parameters.split(' ').count(), 21, "{parameters}");
    assert!(due_days(data.path()) > before);
    // Folded anew from the log, the tables are the same.
    let doctor = sukima(data.path(), &["doctor", "--rebuild", "--json"]);
    let doctor: serde_json::Value = serde_json::from_slice(&doctor.stdout).unwrap();
    assert_eq!(doctor["rebuilt"]["differed"], serde_json::json!([]), "{doctor}");
    assert!(due_days(data.path()) > before);
    let said = printed(&sukima(data.path(), &["fit", "--reset"]));
    assert!(said.contains("標準の計算に戻しました"), "{said}");
    assert_eq!(due_days(data.path()), before);
}

#[test]
fn where_fitting_is_no_better_nothing_is_changed() {
    let data = record(Knows::AsPublished, 800);
    let events = told(data.path(), "select cast(count(*) as text) from event");
    let said: serde_json::Value = serde_json::from_str(&printed(&sukima(data.path(), &["fit", "--json"]))).unwrap();
    assert_eq!(said["result"], "not-better", "{said}");
    assert_eq!(told(data.path(), PARAMETERS), "never");
    assert_eq!(told(data.path(), "select cast(count(*) as text) from event"), events);
}

#[test]
fn too_few_answers_are_told_as_a_command_and_in_lines() {
    let data = record(Knows::NearlyAll, 100);
    let said = printed(&sukima(data.path(), &["fit"]));
    assert!(said.contains("600件必要です"), "{said}");
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    talk.ask("s");
    assert!(talk.ask("6").text.contains("5 覚え方の計算: 標準"));
    let page = talk.ask("5").text.replace('\n', "");
    assert!(page.contains("600件必要です"), "{page}");
    assert!(talk.ask("").text.contains("6 覚えている割合の目安"));
    assert_eq!(told(data.path(), PARAMETERS), "never");
}

#[test]
fn in_lines_it_says_how_far_it_is_and_what_came_of_it() {
    let data = record(Knows::HardlyHalf, 1_000);
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    talk.ask("s");
    talk.ask("6");
    let page = talk.ask("5");
    assert!(page.text.contains("1 自分の回答に合わせる"), "{}", page.text);
    let done = talk.ask("1").text;
    assert!(done.contains("計算しています（0%）"), "{done}");
    assert!(done.matches("計算しています").count() <= 5, "{done}");
    assert!(done.replace('\n', "").contains("短くなります"), "{done}");
    talk.ask("");
    assert!(talk.ask("6").text.contains("自分に合わせたもの"));
    talk.ask("5");
    assert!(talk.ask("2").text.contains("標準の計算に戻しました"));
    drop(talk.end_of_input());
    assert_eq!(told(data.path(), PARAMETERS), "");
}

fn on_the_page(data: &Path) -> Terminal {
    let always = ["--data-dir", data.to_str().unwrap(), "--lang", "ja", "--now", NOW];
    let terminal = Start::new(&always).run();
    terminal.shows("すきま学習");
    terminal.press("s");
    terminal.shows("6 覚えている割合の目安");
    terminal.press("6");
    terminal.shows("5 覚え方の計算: 標準");
    terminal.press("5");
    terminal.shows("1 自分の回答に合わせる");
    terminal
}

#[test]
fn on_screens_it_is_stopped_at_any_moment_and_nothing_is_kept() {
    // More than anybody answers in ten years, so that there is time to stop it.
    let data = record(Knows::HardlyHalf, 20_000);
    let terminal = on_the_page(data.path());
    terminal.press("1");
    terminal.shows("計算しています");
    terminal.press("\u{1b}");
    terminal.shows("設定");
    // Nothing goes on behind the list.
    terminal.settled();
    let bytes = terminal.bytes().len();
    terminal.press("2");
    terminal.shows("一般");
    assert!(terminal.bytes().len() > bytes);
    terminal.press("\u{1b}");
    terminal.settled();
    terminal.press("\u{3}");
    terminal.end();
    assert_eq!(told(data.path(), PARAMETERS), "never");
}

#[test]
fn on_screens_it_ends_with_what_came_of_it() {
    let data = record(Knows::NearlyAll, 1_000);
    let terminal = on_the_page(data.path());
    terminal.press("1");
    let page = terminal.shows("設定を保存しました");
    assert!(page.contains("正しく予測しました") && page.contains("2倍以上になります"), "{page}");
    terminal.press("\r");
    terminal.shows("設定");
    terminal.press("\u{3}");
    terminal.end();
    assert_eq!(told(data.path(), PARAMETERS).split(' ').count(), 21);
}

#[test]
fn an_answer_that_was_taken_back_teaches_nothing() {
    let ids = NewIds { learner: [1; 16], device: sukima::domain::id::DeviceId([2; 16]) };
    let mut store = Store::in_memory(ids).unwrap();
    let (first, second) = (given(1, Rating::Good), given(1, Rating::Again));
    let taken_back = AnswerUndone { target: second.id };
    let undo = NewEvent {
        id: EventId(uuid::Uuid::new_v4().into_bytes()),
        session: None,
        fact: Fact::AnswerUndone(taken_back),
    };
    store.append(&noon(Day(20_000)), &[first]).unwrap();
    store.append(&noon(Day(20_003)), &[second, given(2, Rating::Hard), undo]).unwrap();
    let ratings: Vec<Vec<Rating>> = store
        .past_answers()
        .unwrap()
        .into_iter()
        .map(|history| history.into_iter().map(|answer| answer.rating).collect())
        .collect();
    assert_eq!(ratings, [vec![Rating::Good], vec![Rating::Hard]]);
}
