//! A long road behind: a plan does not ask lesson by lesson which of them are done, and no plan is another one for that.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use sukima::app::Effect;
use sukima::domain::day::Day;
use sukima::domain::event::{AnswerUndone, Fact, LessonRead, NewEvent, PlannedStep};
use sukima::domain::id::{CourseMark, DeviceId, EventId, LessonId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::engine::{Engine, Options};
use sukima::store::{NewIds, Store};

const IDS: NewIds = NewIds { learner: [1; 16], device: DeviceId([2; 16]) };

/// Two courses, `one` with the lessons a and b, `two` with c and d; a and b were read.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        for (course, id) in [("one", "a"), ("one", "b"), ("two", "c"), ("two", "d")] {
            office.write(course, id);
        }
        drop(office.engine());
        office.append(&[read(1, "a"), read(2, "b")]);
        office
    }

    fn write(&self, course: &str, id: &str) {
        let folder = self.0.path().join("lessons/ja").join(course);
        fs::create_dir_all(&folder).unwrap();
        let text = format!("---\nid: {id}\ntitle: 題{id}\nlang: ja\nminutes: 1\n---\n\n# 題{id}\n\n本文です。\n");
        fs::write(folder.join(format!("{id}.md")), text).unwrap();
    }

    fn engine(&self) -> Engine {
        let options = Options {
            data_dir: Some(self.0.path().join("data")),
            lessons: Some(self.0.path().join("lessons")),
            office: None,
            language: Some(Language::Japanese),
            machine_language: Language::Japanese,
            profile: None,
            now: Some("2026-11-20T12:41+09:00".to_owned()),
        };
        Engine::open(&options).unwrap()
    }

    /// The lessons of ten minutes, planned by a program that has just started, and noted behind it.
    fn planned(&self) -> Vec<String> {
        let mut engine = self.engine();
        let plan = engine.plan_now(10).unwrap();
        engine.perform(Effect::TidyUp);
        engine.tidy_up();
        assert_eq!(engine.plan_now(10).unwrap(), plan, "what was noted changes no plan");
        let lesson = |step: PlannedStep| match step {
            PlannedStep::Read { lesson } => Some(lesson.as_str().to_owned()),
            _ => None,
        };
        plan.into_steps().into_iter().filter_map(lesson).collect()
    }

    fn store(&self) -> Store {
        Store::open(&crate::support::record(&self.data()), IDS).unwrap()
    }

    fn append(&self, events: &[NewEvent]) {
        self.store().append(&noon(), events).unwrap();
    }

    fn by_hand(&self, sql: &str) {
        Connection::open(crate::support::record(&self.data())).unwrap().execute_batch(sql).unwrap();
    }

    fn data(&self) -> std::path::PathBuf {
        Path::join(self.0.path(), "data")
    }
}

fn noon() -> Moment {
    let utc_ms = 20_776 * 86_400_000 + 3 * 3_600_000;
    Moment { utc_ms, offset_minutes: 540, zone: None, day: Day(20_776), minute_of_day: 720 }
}

fn new(id: u8, fact: Fact) -> NewEvent {
    NewEvent { id: EventId([id; 16]), session: None, fact }
}

fn read(id: u8, lesson: &str) -> NewEvent {
    let fact = Fact::LessonRead(LessonRead {
        lesson: LessonId::new(lesson),
        lang: Language::Japanese,
        shown: "0".repeat(16),
        characters: 5,
        ms: 1_000,
        detail_opened: false,
    });
    new(id, fact)
}

#[test]
fn lessons_of_a_finished_course_are_not_asked_for_again() {
    let office = Office::new();
    assert_eq!(office.planned(), ["c", "d"]);
    // Nothing but a plan that asks for it would find this one missing.
    office.by_hand("delete from lesson_done where lesson = 'a'");
    assert_eq!(office.planned(), ["c", "d"]);
}

#[test]
fn a_lesson_that_an_author_puts_into_a_finished_course_is_new() {
    let office = Office::new();
    assert_eq!(office.planned(), ["c", "d"]);
    office.write("one", "b2");
    assert_eq!(office.planned(), ["b2", "c", "d"]);
}

#[test]
fn a_course_is_finished_no_more_when_a_reading_is_taken_back() {
    let office = Office::new();
    assert_eq!(office.planned(), ["c", "d"]);
    office.append(&[new(3, Fact::AnswerUndone(AnswerUndone { target: EventId([1; 16]) }))]);
    assert_eq!(office.planned(), ["a", "c", "d"]);
}

#[test]
fn tables_that_are_folded_again_begin_without_notes() {
    let office = Office::new();
    assert_eq!(office.planned(), ["c", "d"]);
    assert_eq!(office.store().finished_courses().unwrap().len(), 1);
    office.store().rebuild().unwrap();
    assert!(office.store().finished_courses().unwrap().is_empty());
}

#[test]
fn only_courses_with_every_lesson_done_are_noted_whatever_a_plan_had_seen() {
    let office = Office::new();
    let mut store = office.store();
    let lessons = |ids: [&str; 2]| ids.map(LessonId::new).to_vec();
    // Another window took a reading back between the plan and its note.
    let courses = [(CourseMark(1), lessons(["a", "c"])), (CourseMark(u64::MAX), lessons(["a", "b"]))];
    store.note_finished_courses(&courses).unwrap();
    assert_eq!(store.finished_courses().unwrap().into_iter().collect::<Vec<_>>(), [CourseMark(u64::MAX)]);
}
