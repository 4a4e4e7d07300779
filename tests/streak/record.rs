//! A record written fact by fact, each at a moment of its own choosing, and what the program then says of it.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sukima::domain::day::Day;
use sukima::domain::event::{AnswerUndone, Closing, Event, Fact, NewEvent, Phase, QuestionAnswered, SessionClosed};
use sukima::domain::id::{DeviceId, EventId, LessonId, QuestionId, SessionId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::store::{NewIds, Store};
use tempfile::TempDir;

use crate::support::talk::program;

pub const TOKYO: i32 = 9 * 60;
pub const HONOLULU: i32 = -10 * 60;

/// One machine's record in a folder of its own.
pub struct Record {
    folder: TempDir,
    store: Store,
    /// Ids are numbers; each machine has its own.
    machine: u8,
    next: u8,
}

impl Record {
    pub fn new(machine: u8) -> Record {
        let folder = tempfile::tempdir().unwrap();
        let ids = NewIds { learner: [7; 16], device: DeviceId([machine; 16]) };
        let mut store = Store::open(&folder.path().join("default").join("sukima.db"), ids).unwrap();
        store.mark_trial().unwrap();
        Record { folder, store, machine, next: 0 }
    }

    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// A fact at a local time of a zone: `2026-11-20T23:58`.
    pub fn add(&mut self, local: &str, offset_minutes: i32, fact: Fact) -> EventId {
        self.next += 1;
        let mut id = [self.machine; 16];
        id[15] = self.next;
        let event = NewEvent { id: EventId(id), session: None, fact };
        self.store.append(&moment(local, offset_minutes), &[event]).unwrap();
        EventId(id)
    }

    pub fn answer(&mut self, local: &str, offset_minutes: i32) -> EventId {
        self.add(local, offset_minutes, answered())
    }

    pub fn close(&mut self, local: &str, offset_minutes: i32, next_day: Option<&str>) -> EventId {
        let next_day = next_day.map(|iso| Day::from_iso(iso).unwrap());
        let closed = SessionClosed { session: SessionId([1; 16]), how: Closing::Finished, next_day };
        self.add(local, offset_minutes, Fact::SessionClosed(closed))
    }

    /// Answers at noon in Japan on each day.
    pub fn study_on(&mut self, days: &[&str]) {
        for day in days {
            self.answer(&format!("{day}T12:00"), TOKYO);
        }
    }

    pub fn undo(&mut self, local: &str, target: EventId) {
        self.add(local, TOKYO, Fact::AnswerUndone(AnswerUndone { target }));
    }

    pub fn events(&self) -> Vec<Event> {
        self.store.events().unwrap()
    }

    /// Joins what another machine has.
    pub fn join(&mut self, events: &[Event]) {
        self.store.insert_foreign(events).unwrap();
    }

    /// Runs a command on it at a time in Japan, with what it prints.
    pub fn run(&self, local: &str, words: &[&str]) -> String {
        let now = format!("{local}+09:00");
        let all = [&["--lang", "ja", "--now", &now], words].concat();
        let output = program(self.data(), &all).output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn told(&self, local: &str) -> Told {
        Told(serde_json::from_str(&self.run(local, &["streak", "--explain", "--json"])).unwrap())
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    }
}

/// `streak --explain --json`.
pub struct Told(pub Value);

impl Told {
    pub fn length(&self) -> i64 {
        self.0["length"].as_i64().unwrap()
    }

    pub fn put_aside(&self) -> Option<i64> {
        self.0["put_aside"].as_i64()
    }

    /// What a day did: its effect, and the kind of a day off behind it.
    pub fn day(&self, iso: &str) -> String {
        let days = self.0["days"].as_array().unwrap();
        let day = days.iter().find(|day| day["date"] == iso).unwrap_or_else(|| panic!("{iso}: {}", self.0));
        match day["kind"].as_str() {
            Some(kind) => format!("{} {kind}", day["effect"].as_str().unwrap()),
            None => day["effect"].as_str().unwrap().to_owned(),
        }
    }
}

fn moment(local: &str, offset_minutes: i32) -> Moment {
    let civil: jiff::civil::DateTime = local.parse().unwrap();
    let offset = jiff::tz::Offset::from_seconds(offset_minutes * 60).unwrap();
    Moment {
        utc_ms: offset.to_timestamp(civil).unwrap().as_millisecond(),
        offset_minutes,
        zone: None,
        day: Day::from_date(civil.date()),
        minute_of_day: u16::try_from(i32::from(civil.hour()) * 60 + i32::from(civil.minute())).unwrap(),
    }
}

fn answered() -> Fact {
    Fact::QuestionAnswered(QuestionAnswered {
        lesson: LessonId::new("lesson"),
        question: QuestionId::new("aaaa"),
        lang: Language::Japanese,
        shown: String::new(),
        rev: 1,
        question_type: QuestionType::One,
        response: Response::Picked(vec![0]),
        verdict: Verdict::Right,
        confidence: Confidence::Sure,
        ms: 9_000,
        phase: Phase::Review,
    })
}
