//! Thirty days of one learner, who knows only the printed lines, in both languages; figures are checked with SQL.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::path::Path;

use crate::support::learner::{ENGLISH, JAPANESE, Memory, Words, play};
use crate::support::number;
use crate::support::talk::{Talk, program};
use jiff::civil::{Weekday, date};
use rstest::rstest;
use serde_json::Value;

#[rstest]
#[case::japanese(&JAPANESE)]
#[case::english(&ENGLISH)]
fn thirty_days_of_a_learner_who_knows_only_the_printed_lines(#[case] words: &Words) {
    let data = tempfile::tempdir().unwrap();
    let mut memory = Memory::default();
    let mut working_days = 0;
    let mut sittings = 0;
    let mut nothing_planned = 0;
    let mut first_half = (0, 0);
    let mut day = date(2026, 11, 2);
    for number_of_day in 0..30 {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if !is_weekend {
            working_days += 1;
            let now = format!("{day}T12:41+09:00");
            let mut talk = Talk::start(data.path(), &["--lang", words.lang, "--now", &now]);
            let closing = play_day(&mut talk, words, &mut memory);
            match closing {
                Some(text) => {
                    sittings += 1;
                    assert!(text.contains(words.closed), "{}", talk.transcript);
                }
                None => nothing_planned += 1,
            }
            assert_lines_are_narrow(&talk.transcript);
            let (_, status) = talk.end_of_input();
            assert!(status.success());
        }
        if number_of_day == 14 {
            first_half = (memory.answers, memory.right_answers);
        }
        day = day.tomorrow().unwrap();
    }
    // What the learner was told is what the record holds.
    let sql = |sql: &str| number(data.path(), sql);
    let undone = "id not in (select unhex(replace(json_extract(body, '$.target'), '-', '')) from event where kind = 'answer_undone')";
    let answered = format!("select count(*) from event where kind = 'question_answered' and {undone}");
    assert_eq!(sql(&answered), i64::from(memory.answers));
    assert_eq!(
        sql(&format!("{answered} and json_extract(body, '$.verdict') = 'right'")),
        i64::from(memory.right_answers)
    );
    assert_eq!(sql("select count(distinct subject) from event where kind = 'lesson_read'"), 6);
    assert_eq!(sql("select count(*) from event where kind = 'promise_made'"), i64::from(memory.promises));
    assert_eq!(sql("select count(*) from event where kind = 'promise_asked'"), i64::from(memory.follow_ups));
    assert_eq!(
        sql("select count(*) from event where kind = 'session_closed' and json_extract(body, '$.how') = 'finished'"),
        sittings
    );
    assert!(memory.promises >= 2, "{} promises", memory.promises);
    assert!(memory.follow_ups >= 1, "{} follow-ups", memory.follow_ups);
    assert_eq!(sittings + nothing_planned, working_days);
    // Study sticks: the second half is answered better than the first.
    let second_half = (memory.answers - first_half.0, memory.right_answers - first_half.1);
    let share = |(answers, right): (u32, u32)| f64::from(right) / f64::from(answers.max(1));
    assert!(share(second_half) > share(first_half), "{first_half:?} {second_half:?}");
    assert!(share(second_half) > 0.8, "{second_half:?}");
    assert!(memory.types.len() >= 5, "{:?}", memory.types);
    status_equals_sql(data.path(), words, "2026-12-01T17:00+09:00");
    assert!(status(data.path(), words, "2026-12-01T17:00+09:00")["streak"]["length"].as_i64().unwrap() >= sittings);
}

/// One day: the first run if it is the first, home, the sitting, and out. `None` when nothing was planned.
fn play_day(talk: &mut Talk, words: &Words, memory: &mut Memory) -> Option<String> {
    let heard = talk.hear();
    let nothing = ["今日することは、もうありません", "Nothing more for today"];
    if nothing.iter().any(|text| heard.text.contains(text)) {
        talk.reply("q");
        return None;
    }
    talk.reply("");
    let closing = play(talk, words, memory);
    talk.reply("");
    Some(closing)
}

/// Every figure of `status --json` against a count taken here.
fn status_equals_sql(data: &Path, words: &Words, now: &str) {
    let status = status(data, words, now);
    let sql = |sql: &str| number(data, sql);
    let standing = "not exists (select 1 from undone where target = event.id)";
    let expected = [
        ("answers", format!("select count(*) from event where kind = 'question_answered' and {standing}")),
        (
            "right",
            format!(
                "select count(*) from event where kind = 'question_answered'
                 and json_extract(body, '$.verdict') = 'right' and {standing}"
            ),
        ),
        (
            "sure_wrong",
            format!(
                "select count(*) from event where kind = 'question_answered' and {standing}
                 and json_extract(body, '$.verdict') = 'wrong' and json_extract(body, '$.confidence') = 'sure'"
            ),
        ),
        ("lessons_done", "select count(distinct subject) from event where kind = 'lesson_read'".into()),
        (
            "sessions",
            format!(
                "select count(*) from event where kind = 'session_closed'
                 and json_extract(body, '$.how') = 'finished' and {standing}"
            ),
        ),
        (
            "study_ms",
            format!("select sum(json_extract(body, '$.ms')) from event where kind = 'step_finished' and {standing}"),
        ),
        (
            "days_studied",
            format!(
                "select count(distinct day) from event where kind in ('question_answered', 'lesson_read') and {standing}"
            ),
        ),
        (
            "questions_met",
            format!("select count(distinct subject) from event where kind = 'question_answered' and {standing}"),
        ),
        ("events", "select count(*) from event".into()),
    ];
    for (figure, query) in expected {
        assert_eq!(status[figure].as_i64(), Some(sql(&query)), "{figure}: {status}");
    }
    assert_eq!(
        status["promises"]["made"].as_i64(),
        Some(sql("select count(*) from event where kind = 'promise_made'"))
    );
    assert_eq!(
        status["promises"]["kept"].as_i64(),
        Some(sql("select count(distinct subject) from event where kind = 'promise_asked'
                  and json_extract(body, '$.outcome') = 'kept'"))
    );
    assert_eq!(status["trial"], Value::Bool(true));
}

fn status(data: &Path, words: &Words, now: &str) -> Value {
    let output = program(data, &["--lang", words.lang, "--now", now, "status", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// No line that was printed is wider than 60 columns, but for one unbroken word such as a path.
fn assert_lines_are_narrow(transcript: &str) {
    for line in transcript.lines() {
        let columns = sukima::width::columns(line);
        assert!(columns <= 60, "{columns} columns: {line}");
    }
}
