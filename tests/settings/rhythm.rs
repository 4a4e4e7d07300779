//! What the learner's week and the reviews follow: the weekdays worked, and the share to be remembered.

use std::path::Path;

use rstest::rstest;
use rusqlite::Connection;

use crate::settings::{NOW, been_here};
use crate::support::talk::Talk;
use crate::support::terminal::Start;

fn told(data: &Path, sql: &str) -> String {
    let connection = Connection::open(data.join("default").join("sukima.db")).unwrap();
    connection
        .query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0))
        .map(|value| format!("{value:?}"))
        .unwrap()
}

#[rstest]
#[case::all_of_the_week("1 2 3 4 5")]
#[case::run_together("12345")]
fn the_last_working_day_of_a_week_stays_one(#[case] switched: &str) {
    let data = been_here();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    talk.ask("s");
    talk.ask("5");
    let answer = talk.ask(switched);
    assert!(answer.text.contains("勤務日が1日もなくなる"), "{}", answer.text);
    assert!(answer.prompt.contains("変える曜日の番号"), "it can be corrected at once: {}", answer.prompt);
    assert!(talk.ask("0").text.contains("5 勤務する曜日: 月〜金"));
    drop(talk.end_of_input());
    assert_eq!(told(data.path(), "select count(*) from event where kind = 'work_pattern_set'"), "Integer(0)");
}

#[test]
fn another_week_moves_what_is_planned_and_is_known_at_the_next_start() {
    let data = been_here();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    talk.ask("s");
    talk.ask("5");
    // Several at once, and full width: from Tuesday to Saturday.
    let week = talk.ask("１、６").text;
    assert!(week.contains("1 月曜日: 休み") && week.contains("6 土曜日: 勤務"), "{week}");
    assert!(talk.ask("8").text.contains("1 から 7 の番号か、0"));
    drop(talk.end_of_input());
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW]);
    talk.hear();
    assert!(talk.ask("s").text.contains("5 勤務する曜日: 火〜土"));
    drop(talk.end_of_input());
    // One fact for both days, and not before today.
    assert_eq!(
        told(
            data.path(),
            "select group_concat(date(json_extract(body, '$.from') * 86400, 'unixepoch')) from event where kind = 'work_pattern_set'"
        ),
        "Text(\"2026-11-20\")"
    );
}

#[test]
fn on_a_small_screen_the_day_that_was_switched_stays_in_sight() {
    let data = been_here();
    let always = ["--data-dir", data.path().to_str().unwrap(), "--lang", "ja", "--now", NOW];
    let terminal = Start::new(&always).size(40, 12).run();
    terminal.shows("今日の3分");
    terminal.press("s");
    terminal.shows("5 勤務する曜日");
    terminal.press("5");
    terminal.shows("1 月曜日");
    terminal.press("7");
    let page = terminal.shows("設定を保存しました");
    assert!(page.contains("> 7 日曜日: 勤務"), "{page}");
}
