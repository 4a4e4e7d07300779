//! The calendar from outside: what is off and why, leave and weekdays told on the command line, and what the program
//! says on days that are not like others.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use crate::support::lessons::{ONE_PROMISE, ONE_QUESTION, lesson};
use crate::support::talk::{Talk, program};
use crate::support::{number, record};
use rstest::rstest;
use serde_json::Value;

const FRIDAY: &str = "2026-11-20T12:41+09:00";

fn run(data: &Path, now: &str, words: &[&str]) -> Output {
    program(data, &[&["--lang", "ja", "--now", now], words].concat()).output().unwrap()
}

fn told(data: &Path, now: &str, words: &[&str]) -> String {
    let output = run(data, now, words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(data: &Path, now: &str, words: &[&str]) -> Value {
    serde_json::from_str(&told(data, now, words)).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Date → kind and name.
fn days(calendar: &Value) -> BTreeMap<String, (String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let day = |day: &Value| (text(&day["date"]).unwrap(), (text(&day["kind"]).unwrap(), text(&day["name"])));
    assert_eq!(calendar["format"], 1);
    calendar["days"].as_array().unwrap().iter().map(day).collect()
}

fn events(data: &Path) -> i64 {
    number(data, "select count(*) from event")
}

#[rstest]
#[case(1955)]
#[case(1973)]
#[case(1989)]
#[case(2019)]
#[case(2020)]
#[case(2026)]
#[case(2099)]
fn each_day_of_a_year_is_told_with_the_name_of_its_holiday(#[case] year: i32) {
    let data = tempfile::tempdir().unwrap();
    let days = days(&json(data.path(), FRIDAY, &["calendar", &year.to_string(), "--json"]));
    let leap = year % 4 == 0;
    assert_eq!(days.len(), if leap { 366 } else { 365 });
    let holidays: BTreeMap<&str, &str> = include_str!("data/holidays-japan.txt")
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .filter(|(day, _)| day.starts_with(&year.to_string()))
        .collect();
    for (date, (kind, name)) in &days {
        assert_eq!(name.as_deref(), holidays.get(date.as_str()).copied(), "{date}");
        let day: jiff::civil::Date = date.parse().unwrap();
        let is_weekend = day.weekday().to_monday_zero_offset() > 4;
        let is_year_end = matches!((day.month(), day.day()), (12, 29..) | (1, ..4));
        let expected = match () {
            () if name.is_some() => "national-holiday",
            () if is_weekend => "weekend",
            () if is_year_end => "office-closed",
            () => "workday",
        };
        assert_eq!(kind, expected, "{date}");
    }
}

#[test]
fn the_offices_days_leave_and_weekdays_without_work_are_told_apart() {
    let data = tempfile::tempdir().unwrap();
    let office = data.path().join("office.toml");
    let text = "format = 1\nclosed_days = [\"2026-12-28\"]\nbusy = [[\"2026-12-14\", \"2026-12-18\"]]\n";
    std::fs::write(&office, text).unwrap();
    let office = office.to_str().unwrap();
    told(data.path(), FRIDAY, &["leave", "12/24", "12/28"]);
    told(data.path(), FRIDAY, &["workdays", "月火木金"]);
    let calendar = json(data.path(), FRIDAY, &["--office", office, "calendar", "--json"]);
    let days = days(&calendar);
    for (date, kind) in [
        ("2026-12-28", "office-own"),
        ("2026-12-24", "leave"),
        ("2026-12-26", "weekend"),
        ("2026-12-02", "off-pattern"),
        ("2026-12-03", "workday"),
        ("2026-11-18", "workday"),
        ("2026-11-23", "national-holiday"),
        ("2026-12-29", "office-closed"),
    ] {
        assert_eq!(days[date].0, kind, "{date}");
    }
    let light = calendar["days"].as_array().unwrap().iter().filter(|day| day["light"] == true).count();
    assert_eq!(light, 4, "Wednesday is free");
    let text = told(data.path(), FRIDAY, &["--office", office, "calendar"]);
    for line in ["2026年12月　勤務日", "28日(月)　職場の休み", "24日(木)〜25日(金)　登録した休み", "29日(火)"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[rstest]
#[case(&["leave", "2026-12-04", "2026-12-01"], "休みの終わり（2026-12-01）が、始まり（2026-12-04）より前です")]
#[case(&["leave", "2026-12-04", "2036-12-01"], "日間の休みは登録できません")]
#[case(&["leave", "2126-12-04"], "1955年から2099年まで")]
#[case(&["leave", "--cancel", "2026-12-04"], "登録した休みはありません")]
#[case(&["leave", "2026-02-30"], "日付として読めません")]
#[case(&["leave", "--cancel"], "FROM が足りません")]
#[case(&["workdays", "毎日"], "曜日として読めません")]
#[case(&["calendar", "1954"], "1955 から 2099 まで")]
fn what_cannot_be_is_refused_with_the_next_step_and_nothing_is_kept(#[case] words: &[&str], #[case] why: &str) {
    let data = tempfile::tempdir().unwrap();
    told(data.path(), FRIDAY, &["leave", "2026-12-10"]);
    let before = events(data.path());
    let refused = run(data.path(), FRIDAY, words);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(said(&refused).contains(why) && said(&refused).lines().count() > 1, "{}", said(&refused));
    assert!(refused.stdout.is_empty());
    assert_eq!(events(data.path()), before);
    assert_eq!(json(data.path(), FRIDAY, &["leave", "--json"])["leave"].as_array().unwrap().len(), 1);
    let refused = run(data.path(), FRIDAY, &[words, &["--json"]].concat());
    let error: Value = serde_json::from_slice(&refused.stderr).unwrap();
    assert!(error["error"]["code"].as_str().is_some_and(|code| code != "other"), "{error}");
}

#[rstest]
#[case::a_day_that_is_none("closed_days = [\"2026-12-28\", \"2026-13-28\"]\n")]
#[case::a_slip_in_the_key("closed_day = [\"2026-12-25\"]\n")]
#[case::a_line_cut_short("closed_days = [\"2026-12-28\"\nbusy = \n")]
#[case::a_busy_time_that_ends_before_it_starts("busy = [[\"2026-12-18\", \"2026-12-14\"]]\n")]
fn a_slip_in_the_offices_days_takes_nothing_out_of_the_calendar(#[case] broken: &str) {
    let data = tempfile::tempdir().unwrap();
    let office = data.path().join("office.toml");
    std::fs::write(&office, "format = 1\nclosed_days = [\"2026-12-25\"]\n").unwrap();
    let words = ["--office", office.to_str().unwrap(), "calendar", "--json"];
    assert_eq!(days(&json(data.path(), FRIDAY, &words))["2026-12-25"].0, "office-own");
    let before = events(data.path());
    std::fs::write(&office, format!("format = 1\n{broken}")).unwrap();
    let output = run(data.path(), FRIDAY, &words);
    assert!(said(&output).contains("office.toml") && said(&output).contains("sukima check"), "{}", said(&output));
    let now: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(days(&now)["2026-12-25"].0, "office-own", "it stands until somebody takes it out");
    assert_eq!(events(data.path()), before, "the record is not touched");
    // Whoever studies is told once at each start, and who can mend it.
    let started = ["--plain", "--lang", "ja", "--now", FRIDAY, "--office", office.to_str().unwrap()];
    let mut talk = Talk::start(data.path(), &started);
    talk.first_run();
    drop(talk.end_of_input());
    let mut talk = Talk::start(data.path(), &started);
    let home = solid(&talk.hear().text);
    assert!(home.contains("職場の休みの設定（office.toml）に、読めないところがあります"), "{home}");
    assert!(home.contains("情報担当にお知らせください") && home.contains("今日の3分"), "{home}");
    talk.ask("s");
    assert!(!solid(&talk.ask("0").text).contains("読めないところ"), "once");
}

#[test]
fn a_newer_record_takes_no_leave_and_says_so() {
    let data = tempfile::tempdir().unwrap();
    told(data.path(), FRIDAY, &["leave", "2026-12-10"]);
    let hand = rusqlite::Connection::open(record(data.path())).unwrap();
    hand.pragma_update(None, "user_version", 99).unwrap();
    hand.close().unwrap();
    let refused = run(data.path(), FRIDAY, &["leave", "2026-12-11"]);
    assert_eq!(refused.status.code(), Some(4), "{refused:?}");
    assert!(refused.stdout.is_empty() && !said(&refused).is_empty(), "{refused:?}");
    assert_eq!(number(data.path(), "select count(*) from event where kind = 'day_off_declared'"), 1);
}

/// The program over one lesson, from its first line on.
fn talk(folder: &Path, now: &str, words: &[&str]) -> (Talk, crate::support::talk::Heard) {
    let lessons = folder.join("lessons");
    lesson(&lessons, "ja", "own", "題", ONE_QUESTION);
    let data = folder.join("data");
    let is_first = !data.exists();
    let all = [&["--lang", "ja", "--now", now, "--lessons", lessons.to_str().unwrap()], words].concat();
    let mut talk = Talk::start(&data, &all);
    let heard = if is_first { talk.first_run() } else { talk.hear() };
    (talk, heard)
}

fn solid(text: &str) -> String {
    text.replace('\n', "")
}

/// Reads the lesson, answers rightly, and stands at the close.
fn study(talk: &mut Talk) -> String {
    let question = talk.ask("");
    let right = question.text.lines().find(|line| line.ends_with("正しい手")).unwrap();
    talk.ask(right.split(' ').next().unwrap());
    solid(&talk.ask("").text)
}

#[test]
fn a_holiday_is_named_where_it_moves_the_next_day_and_on_the_day_itself() {
    let folder = tempfile::tempdir().unwrap();
    lesson(&folder.path().join("lessons"), "ja", "second", "二", &ONE_QUESTION.replace("aaaa", "cccc"));
    let (mut talk, _) = talk(folder.path(), FRIDAY, &["study", "own"]);
    let close = study(&mut talk);
    assert!(close.contains("11月23日(月)は勤労感謝の日なので、次は11月24日(火)です"), "{close}");
    drop(talk.end_of_input());
    let (talk, home) = self::talk(folder.path(), "2026-11-23T10:00+09:00", &[]);
    assert!(solid(&home.text).contains("今日は勤労感謝の日です。学習しなくても"), "{}", home.text);
    drop(talk.end_of_input());
    let (talk, home) = self::talk(folder.path(), "2026-11-24T10:00+09:00", &[]);
    assert!(!home.text.contains("勤労感謝の日"), "{}", home.text);
    drop(talk.end_of_input());
}

#[test]
fn when_nothing_is_left_the_next_review_says_which_holiday_it_waits_for() {
    let folder = tempfile::tempdir().unwrap();
    let (mut talk, _) = talk(folder.path(), FRIDAY, &["study", "own"]);
    let mut question = talk.ask("");
    for option in ["誤った手", "正しい手"] {
        let line = question.text.lines().find(|line| line.ends_with(option)).unwrap();
        let verdict = solid(&talk.ask(line.split(' ').next().unwrap()).text);
        assert!(option != "誤った手" || verdict.contains("11月24日(火)です"), "{verdict}");
        question = talk.ask("");
    }
    assert!(
        solid(&question.text).contains("11月23日(月)は勤労感謝の日なので、次は11月24日(火)です"),
        "{}",
        question.text
    );
    let home = solid(&talk.ask("b").text);
    assert!(home.contains("今日することは、もうありません"), "{home}");
    assert!(home.contains("11月23日(月)は勤労感謝の日なので、次の復習は11月24日(火)です"), "{home}");
    drop(talk.end_of_input());
}

#[test]
fn a_light_day_plans_one_minute_unless_more_is_asked_for_and_keeps_the_streak() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office.toml");
    std::fs::write(&office, "format = 1\nbusy = [[\"2026-11-16\", \"2026-11-20\"]]\n").unwrap();
    let office = office.to_str().unwrap();
    let (mut first, home) = talk(folder.path(), FRIDAY, &["--office", office]);
    assert!(home.text.contains("今日の1分") && home.text.contains("今日は短めの日です"), "{}", home.text);
    first.ask("");
    study(&mut first);
    drop(first.end_of_input());
    let data = folder.path().join("data");
    assert_eq!(number(&data, "select minutes from session"), 1);
    assert_eq!(json(&data, FRIDAY, &["streak", "--json"])["length"], 1);
    lesson(&folder.path().join("lessons"), "ja", "second", "二", &ONE_QUESTION.replace("aaaa", "cccc"));
    let (mut talk, home) = talk(folder.path(), FRIDAY, &["--office", office]);
    assert!(home.text.contains("今日の1分"), "{}", home.text);
    // Changed by hand, the minutes are those that were chosen.
    talk.ask("s");
    talk.ask("1");
    talk.ask("3");
    let home = talk.ask("0").text;
    assert!(home.contains("今日の5分") && !home.contains("短めの日"), "{home}");
    drop(talk.end_of_input());
    let (talk, _) = self::talk(folder.path(), FRIDAY, &["--office", office, "study", "--minutes", "10"]);
    drop(talk.end_of_input());
    assert_eq!(number(&data, "select max(minutes) from session"), 10);
}

#[test]
fn a_promise_whose_day_became_leave_is_asked_about_on_the_next_working_day() {
    let folder = tempfile::tempdir().unwrap();
    let lessons = folder.path().join("lessons");
    lesson(&lessons, "ja", "promise", "二", ONE_PROMISE);
    let (mut made, _) = talk(folder.path(), FRIDAY, &["study", "promise"]);
    made.ask("");
    made.ask("1");
    let read_back = solid(&made.ask("1").text);
    assert!(read_back.contains("11月24日(火)"), "{read_back}");
    made.ask("");
    drop(made.end_of_input());
    told(&folder.path().join("data"), FRIDAY, &["leave", "11/24", "11/25"]);
    for (day, is_asked) in [("23", false), ("24", false), ("25", false), ("26", true)] {
        let (talk, home) = talk(folder.path(), &format!("2026-11-{day}T10:00+09:00"), &[]);
        assert_eq!(home.text.contains("その後 1件"), is_asked, "{day}: {}", home.text);
        assert_ne!(home.text.contains("11月26日(木)に、どうなったか"), is_asked, "{day}: {}", home.text);
        drop(talk.end_of_input());
    }
}

#[test]
fn a_clock_set_back_makes_nothing_due_twice_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, _) = talk(folder.path(), FRIDAY, &["study", "own"]);
    study(&mut first);
    drop(first.end_of_input());
    let data = folder.path().join("data");
    let before = events(&data);
    let due = number(&data, "select due_day from memory");
    let (talk, home) = talk(folder.path(), "2026-11-17T12:00+09:00", &[]);
    let said = solid(&home.text);
    assert!(said.contains("11月20日(金)より前になっています") && said.contains("日付を確かめてください"), "{said}");
    assert!(said.contains("今日することは、もうありません"), "{said}");
    drop(talk.end_of_input());
    assert_eq!((events(&data), number(&data, "select due_day from memory")), (before, due));
    let status = json(&data, "2026-11-17T12:00+09:00", &["status", "--json"]);
    assert_eq!(status["due_today"], 0);
}

#[test]
fn one_key_makes_today_leave_and_the_same_key_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut talk, _) = talk(folder.path(), FRIDAY, &[]);
    let progress = talk.ask("p");
    assert!(progress.prompt.contains("Enter 戻る"), "{}", progress.prompt);
    assert!(progress.text.contains("1 今日を休みにする") || progress.prompt.contains("1 今日を休みにする"));
    let on_leave = talk.ask("１");
    assert!(on_leave.text.contains("今日は登録した休みです"), "{}", on_leave.text);
    let data = folder.path().join("data");
    let leave = |data: &Path| json(data, FRIDAY, &["leave", "--json"])["leave"].as_array().unwrap().len();
    assert_eq!(leave(&data), 1);
    let working = talk.ask("1");
    assert!(!working.text.contains("今日は登録した休みです"), "{}", working.text);
    assert_eq!(leave(&data), 0);
    drop(talk.end_of_input());
}

#[test]
fn the_progress_screen_gives_the_last_days_their_reasons() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, _) = talk(folder.path(), FRIDAY, &["study", "own"]);
    study(&mut first);
    drop(first.end_of_input());
    let (mut talk, _) = talk(folder.path(), "2026-11-24T10:00+09:00", &[]);
    let progress = talk.ask("p").text;
    let told: Vec<&str> = progress.lines().skip_while(|line| !line.contains("このごろの日")).skip(1).collect();
    let expected = [
        "11月24日(火)　今日",
        "11月23日(月)　勤労感謝の日",
        "11月22日(日)　土日",
        "11月21日(土)　土日",
        "11月20日(金)　学習した",
    ];
    for (line, words) in told.iter().zip(expected) {
        assert!(line.trim().starts_with(words), "{words}: {progress}");
    }
    assert!(told.len() >= expected.len(), "{progress}");
    drop(talk.end_of_input());
}
