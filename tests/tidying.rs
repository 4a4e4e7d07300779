//! Between an answer and its verdict nothing is done that can wait: the log of the record is moved into its file behind
//! it, tables are folded behind it, and the steps of the sitting keep their seconds.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;

use rusqlite::Connection;

use crate::support::lessons;
use sukima::app::{Effect, Message};
use sukima::domain::id::LessonId;
use sukima::domain::language::Language;
use sukima::domain::question::{Confidence, Response};
use sukima::engine::{Engine, Options};

/// More than the log is let grow by, whatever an answer writes.
const ANSWERS: usize = 60;

#[test]
fn the_log_is_moved_behind_a_verdict_and_never_before_it() {
    let (data, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let question = |number| format!("### 問{number}（正誤）確かめる。\n<!-- id: q{number:03} -->\n\n答え: ○\n\n");
    let questions: String = (0..ANSWERS).map(question).collect();
    lessons::lesson(folder.path(), "ja", "long", "題", &format!("# 題\n\n本文です。\n\n## 確認問題\n\n{questions}"));
    let options = Options {
        data_dir: Some(data.path().to_path_buf()),
        lessons: Some(folder.path().to_path_buf()),
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some("2026-11-20T12:41+09:00".to_owned()),
    };
    let mut engine = Engine::open(&options).unwrap();
    let begun = engine.perform(Effect::StartLesson(LessonId::new("long")));
    let opened = begun.into_iter().find_map(|message| match message {
        Message::SessionOpened(facts) => Some(*facts),
        _ => None,
    });
    let opened = opened.unwrap();
    let session = opened.id;
    let file = engine.record_place();
    let mut moved = 0;
    for position in 1..=ANSWERS {
        engine.perform(Effect::LoadStep { session, position });
        let before = fs::read(&file).unwrap();
        let response = Response::Picked(vec![0]);
        let judged = engine.perform(Effect::StoreAnswer {
            session,
            position,
            response,
            confidence: Confidence::Sure,
            ms: 5_000,
        });
        let [Message::Judged(judgement)] = &judged[..] else { panic!("{judged:?}") };
        assert_eq!(judgement.steps, opened.steps, "nothing was added, and each step is timed as it was");
        // Everything that comes of a verdict.
        engine.perform(Effect::TidyUp);
        assert!(fs::read(&file).unwrap() == before, "answer {position} waited for the log");
        let [kept, folded] = counted(&file);
        assert_eq!([kept, folded], [position, position - 1], "the answer is kept, and its tables wait");
        engine.tidy_up();
        assert_eq!(counted(&file), [position, position]);
        moved += usize::from(fs::read(&file).unwrap() != before);
    }
    assert!(moved > 0, "the log is moved when it has grown");
}

/// Answers in the log, and in the table of days.
fn counted(file: &str) -> [usize; 2] {
    let connection = Connection::open(file).unwrap();
    ["select count(*) from event where kind = 'question_answered'", "select coalesce(sum(answers), 0) from day_total"]
        .map(|sql| connection.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap() as usize)
}
