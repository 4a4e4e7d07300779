//! Facts, moments, records and looks into files for the tests of the record.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Weekday;
use rusqlite::Connection;
use sukima::domain::calendar::{OfficeDayKind, OfficeDays};
use sukima::domain::day::Day;
use sukima::domain::event::{
    AnswerUndone, Closing, DayOffDeclared, DayOffWithdrawn, Event, Fact, LessonPassed, LessonRead, NewEvent,
    OfficeDaysSeen, Outcome, Phase, PlannedStep, PromiseAsked, PromiseMade, QuestionAnswered, SessionClosed,
    SessionStarted, SettingChanged, StepFinished, WorkPatternSet,
};
use sukima::domain::id::{DeviceId, EventId, LessonId, PromiseId, QuestionId, QuestionRef, SessionId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::domain::pace::{Doing, Guess};
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::domain::work_pattern::WorkPattern;
use sukima::store::{NewIds, Store};
use tempfile::TempDir;

pub const IDS: NewIds = NewIds { learner: [7; 16], device: DeviceId([0xdd; 16]) };

const MS_OF_DAY: i64 = 24 * 60 * 60 * 1000;
const TOKYO_OFFSET_MINUTES: i32 = 9 * 60;

/// A moment on a local day in Japan, `ms` after its midnight.
pub fn moment(day: i32, ms: i64) -> Moment {
    let local_ms = i64::from(day) * MS_OF_DAY + ms;
    Moment {
        utc_ms: local_ms - i64::from(TOKYO_OFFSET_MINUTES) * 60_000,
        offset_minutes: TOKYO_OFFSET_MINUTES,
        zone: Some("Asia/Tokyo".to_owned()),
        day: Day(day),
        minute_of_day: u16::try_from(local_ms.rem_euclid(MS_OF_DAY) / 60_000).expect("a day has 1,440 minutes"),
    }
}

/// Ids are numbers in these tests.
pub fn event_id(number: u32) -> EventId {
    let mut bytes = [0; 16];
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    EventId(bytes)
}

pub fn session_id(number: u8) -> SessionId {
    SessionId([number; 16])
}

pub fn promise_id(number: u8) -> PromiseId {
    PromiseId([number; 16])
}

pub fn question(lesson: &str, question: &str) -> QuestionRef {
    QuestionRef { lesson: LessonId::new(lesson), question: QuestionId::new(question) }
}

pub fn new(id: u32, fact: Fact) -> NewEvent {
    NewEvent { id: event_id(id), session: None, fact }
}

pub fn answered(asked: &QuestionRef, verdict: Verdict, confidence: Confidence) -> Fact {
    Fact::QuestionAnswered(QuestionAnswered {
        lesson: asked.lesson.clone(),
        question: asked.question.clone(),
        lang: Language::Japanese,
        shown: "0123456789abcdef".to_owned(),
        rev: 1,
        question_type: QuestionType::One,
        response: Response::Picked(vec![2]),
        verdict,
        confidence,
        ms: 4_200,
        phase: Phase::Check,
    })
}

pub fn right(asked: &QuestionRef) -> Fact {
    answered(asked, Verdict::Right, Confidence::Sure)
}

pub fn undone(target: u32) -> Fact {
    Fact::AnswerUndone(AnswerUndone { target: event_id(target) })
}

pub fn read(lesson: &str) -> Fact {
    Fact::LessonRead(LessonRead {
        lesson: LessonId::new(lesson),
        lang: Language::Japanese,
        shown: "0123456789abcdef".to_owned(),
        characters: 420,
        ms: 55_000,
        detail_opened: false,
    })
}

pub fn passed(lesson: &str) -> Fact {
    Fact::LessonPassed(LessonPassed {
        lesson: LessonId::new(lesson),
        lang: Language::Japanese,
        shown: "0123456789abcdef".to_owned(),
        answers: vec![event_id(1), event_id(2)],
    })
}

pub fn set(key: &str, value: &str) -> Fact {
    Fact::SettingChanged(SettingChanged { key: key.to_owned(), value: value.to_owned() })
}

pub fn leave(from: i32, to: i32) -> Fact {
    Fact::DayOffDeclared(DayOffDeclared { from: Day(from), to: Day(to) })
}

pub fn no_leave(from: i32, to: i32) -> Fact {
    Fact::DayOffWithdrawn(DayOffWithdrawn { from: Day(from), to: Day(to) })
}

pub fn office_days(days: &[(OfficeDayKind, i32, i32)]) -> Fact {
    let days = days.iter().map(|&(kind, from, to)| OfficeDays { kind, from: Day(from), to: Day(to) });
    Fact::OfficeDaysSeen(OfficeDaysSeen { days: days.collect() })
}

pub fn works_on(from: i32, weekdays: &[Weekday]) -> Fact {
    let weekdays = WorkPattern::new(weekdays).expect("somebody works on some weekday");
    Fact::WorkPatternSet(WorkPatternSet { from: Day(from), weekdays })
}

pub fn started(session: u8, steps: Vec<PlannedStep>) -> Fact {
    Fact::SessionStarted(SessionStarted { session: session_id(session), minutes: 3, seed: u64::MAX - 1, steps })
}

pub fn finished(session: u8, step: usize, answer: Option<(u32, Verdict)>) -> Fact {
    Fact::StepFinished(StepFinished {
        session: session_id(session),
        step,
        ms: 5_000,
        guess: Some(Guess { doing: Doing::Choosing, ms: 4_000 }),
        answer: answer.map(|(id, _)| event_id(id)),
        verdict: answer.map(|(_, verdict)| verdict),
        onto: None,
        passed: None,
    })
}

pub fn closed(session: u8, how: Closing, next_day: Option<i32>) -> Fact {
    Fact::SessionClosed(SessionClosed { session: session_id(session), how, next_day: next_day.map(Day) })
}

pub fn promised(promise: u8, lesson: &str, ask_day: i32) -> Fact {
    Fact::PromiseMade(PromiseMade {
        promise: promise_id(promise),
        lesson: LessonId::new(lesson),
        cue: "不審なメールが来たら".to_owned(),
        action: "情報システム課に電話する".to_owned(),
        sentence: "不審なメールが来たら、情報システム課に電話する。".to_owned(),
        own: false,
        ask_day: Day(ask_day),
    })
}

pub fn asked(promise: u8, outcome: Outcome, minutes_saved: Option<f64>, ask_day: Option<i32>) -> Fact {
    Fact::PromiseAsked(PromiseAsked { promise: promise_id(promise), outcome, minutes_saved, ask_day: ask_day.map(Day) })
}

/// One question and the end.
pub fn two_steps(asked: &QuestionRef) -> Vec<PlannedStep> {
    vec![
        PlannedStep::Ask {
            phase: Phase::Review,
            lesson: asked.lesson.clone(),
            question: asked.question.clone(),
            order: vec![2, 0, 1],
        },
        PlannedStep::Close,
    ]
}

pub const TODAY: i32 = 20_779;
pub const OTHER_IDS: NewIds = NewIds { learner: [9; 16], device: DeviceId([0xee; 16]) };

pub fn a_folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("profile").join("sukima.db");
    (folder, file)
}

pub fn noon() -> Moment {
    moment(TODAY, 43_200_000)
}

/// A sitting with everything in it.
pub fn a_sitting() -> Vec<NewEvent> {
    let first = question("safe-basics/mail", "m3kq");
    vec![
        new(1, set("track", "general")),
        new(2, started(1, two_steps(&first))),
        new(3, answered(&first, Verdict::Wrong, Confidence::Sure)),
        new(4, finished(1, 0, Some((3, Verdict::Wrong)))),
        new(5, read("safe-basics/mail")),
        new(6, promised(1, "safe-basics/mail", TODAY + 5)),
        new(7, asked(1, Outcome::NotKept, Some(2.5), Some(TODAY + 9))),
        new(8, started(2, two_steps(&first))),
        new(9, closed(1, Closing::Finished, Some(TODAY + 1))),
        new(10, right(&first)),
        new(11, undone(10)),
        new(12, leave(TODAY + 3, TODAY + 4)),
        new(13, office_days(&[(OfficeDayKind::Closed, TODAY + 8, TODAY + 8)])),
    ]
}

pub fn a_record(file: &Path) {
    Store::open(file, IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
}

pub fn elsewhere() -> Event {
    Event {
        id: event_id(76),
        device: DeviceId([1; 16]),
        seq: 1,
        tick: 5,
        moment: noon(),
        subject: "lesson:a".to_owned(),
        session: None,
        fact: read("a"),
    }
}

pub fn later(body: &str) -> Fact {
    Fact::Unknown { kind: "later".to_owned(), version: 1, body: body.to_owned() }
}

/// Every projection as text, read by another hand than the store's.
pub fn dump(file: &Path) -> String {
    let connection = Connection::open(file).unwrap();
    let mut text = String::new();
    for table in ["undone", "setting", "calendar", "memory", "day_total", "lesson_done", "promise", "session"] {
        let mut statement = connection.prepare(&format!("select * from {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<_> = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
            text.push_str(&format!("{table}: {}\n", cells.join(" | ")));
        }
    }
    text
}

/// Every file below a folder with its bytes.
pub fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(bytes_below(&path));
        } else {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    files
}
