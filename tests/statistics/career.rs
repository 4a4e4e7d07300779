//! Some months of a learner, fact by fact: sittings with answers, answers taken back, lessons read, promises told of,
//! days without anything, and a second machine whose facts come late.

use std::path::Path;

use sukima::domain::day::Day;
use sukima::domain::event::{
    AnswerUndone, Closing, DayOffDeclared, Fact, LessonRead, NewEvent, Outcome, Phase, PromiseAsked, PromiseMade,
    QuestionAnswered, SessionClosed, SettingChanged, StepFinished,
};
use sukima::domain::id::{DeviceId, EventId, LessonId, PromiseId, QuestionId, SessionId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::store::{NewIds, Store};
use tempfile::TempDir;

pub const FIRST: &str = "2026-01-13";
pub const TODAY: &str = "2026-11-20";
pub const NOW: &str = "2026-11-20T12:41+09:00";

/// Built-in lessons, and two that no library has.
const LESSONS: [&str; 8] = [
    "why-now-2040",
    "dx-meaning-not-tools",
    "security-three-goals",
    "suspicious-mail-first-move",
    "password-and-device-habits",
    "three-layer-networks",
    "of-another-office",
    "taken-out",
];
const QUESTIONS_OF_LESSON: u64 = 9;

pub struct Career {
    pub folder: TempDir,
    ids: u64,
    chance: u64,
}

impl Career {
    /// The record in a folder of its own, closed.
    pub fn new(seed: u64) -> Career {
        let mut career = Career { folder: tempfile::tempdir().unwrap(), ids: 0, chance: seed };
        // In memory first, because one transaction on a disk is quicker than thousands.
        let mut here = Store::in_memory(ids(1)).unwrap();
        let mut elsewhere = Store::in_memory(ids(2)).unwrap();
        let welcome = SettingChanged { key: "welcomed".into(), value: FIRST.into() };
        career.keep(&mut here, day(FIRST), 0, vec![Fact::SettingChanged(welcome)]);
        let leave = DayOffDeclared { from: day("2026-08-10"), to: day("2026-08-14") };
        career.keep(&mut here, day("2026-08-07"), 0, vec![Fact::DayOffDeclared(leave)]);
        for number in 0..=day(TODAY).days_since(day(FIRST)) {
            let on = day(FIRST).plus(number);
            let weekend = matches!(on.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
            // A month away in the middle, a weekend now and then, some days left out.
            let is_away = (60..95).contains(&number);
            if is_away || career.one_in(if weekend { 8 } else { 1 }).is_none() || career.one_in(5).is_some() {
                continue;
            }
            let store = if career.one_in(4).is_some() { &mut elsewhere } else { &mut here };
            career.sit(store, on);
        }
        let mut kept = Store::open(&career.data().join("default").join("sukima.db"), ids(3)).unwrap();
        kept.mark_trial().unwrap();
        kept.insert_foreign(&here.events().unwrap()).unwrap();
        kept.insert_foreign(&elsewhere.events().unwrap()).unwrap();
        career
    }

    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    fn sit(&mut self, store: &mut Store, on: Day) {
        let session = SessionId([self.next_byte(); 16]);
        if self.one_in(6).is_some() {
            let lesson = self.lesson();
            let step = self.step(session, None);
            self.keep(store, on, 1, vec![read(&lesson), step]);
            self.promise(store, on, &lesson);
        }
        for _ in 0..2 + self.below(5) {
            let answered = self.answer();
            let id = self.keep(store, on, 2, vec![answered])[0];
            let step = self.step(session, Some(id));
            self.keep(store, on, 3, vec![step]);
            if self.one_in(15).is_some() {
                self.keep(store, on, 4, vec![Fact::AnswerUndone(AnswerUndone { target: id })]);
            }
        }
        if self.one_in(10).is_none() {
            let closed = SessionClosed { session, how: Closing::Finished, next_day: None };
            self.keep(store, on, 5, vec![Fact::SessionClosed(closed)]);
        }
    }

    fn promise(&mut self, store: &mut Store, on: Day, lesson: &LessonId) {
        let promise = PromiseId([self.next_byte(); 16]);
        let made = PromiseMade {
            promise,
            lesson: lesson.clone(),
            cue: String::new(),
            action: String::new(),
            sentence: "電話が来たら、番号を確かめる。".into(),
            own: false,
            ask_day: on,
        };
        let outcome = [Outcome::Kept, Outcome::NotKept, Outcome::NoOccasion][usize::try_from(self.below(3)).unwrap()];
        let asked = PromiseAsked { promise, outcome, minutes_saved: None, ask_day: None };
        self.keep(store, on, 1, vec![Fact::PromiseMade(made), Fact::PromiseAsked(asked)]);
    }

    fn answer(&mut self) -> Fact {
        let is_right = self.one_in(6).is_none();
        Fact::QuestionAnswered(QuestionAnswered {
            lesson: self.lesson(),
            question: QuestionId::new(format!("q{}", self.below(QUESTIONS_OF_LESSON))),
            lang: Language::Japanese,
            shown: String::new(),
            rev: 1,
            question_type: QuestionType::One,
            response: Response::Picked(vec![usize::from(!is_right)]),
            verdict: if is_right { Verdict::Right } else { Verdict::Wrong },
            confidence: if self.one_in(4).is_some() { Confidence::Unsure } else { Confidence::Sure },
            ms: 4_000 + self.below(40_000),
            phase: Phase::Review,
        })
    }

    fn step(&mut self, session: SessionId, answer: Option<EventId>) -> Fact {
        let ms = 5_000 + self.below(50_000);
        Fact::StepFinished(StepFinished {
            session,
            step: 0,
            ms,
            guess: None,
            answer,
            verdict: None,
            onto: None,
            passed: None,
        })
    }

    fn keep(&mut self, store: &mut Store, on: Day, minute: i64, facts: Vec<Fact>) -> Vec<EventId> {
        let events: Vec<NewEvent> = facts
            .into_iter()
            .map(|fact| {
                self.ids += 1;
                let mut id = [0; 16];
                id[8..].copy_from_slice(&self.ids.to_be_bytes());
                NewEvent { id: EventId(id), session: None, fact }
            })
            .collect();
        store.append(&noon(on, minute), &events).unwrap();
        events.iter().map(|event| event.id).collect()
    }

    fn lesson(&mut self) -> LessonId {
        let place = usize::try_from(self.below(LESSONS.len() as u64)).unwrap();
        LessonId::new(LESSONS[place])
    }

    fn next_byte(&mut self) -> u8 {
        self.ids += 1;
        (self.ids % 251) as u8
    }

    fn one_in(&mut self, number: u64) -> Option<()> {
        (self.below(number) == 0).then_some(())
    }

    fn below(&mut self, number: u64) -> u64 {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) % number
    }
}

fn read(lesson: &LessonId) -> Fact {
    Fact::LessonRead(LessonRead {
        lesson: lesson.clone(),
        lang: Language::Japanese,
        shown: String::new(),
        characters: 400,
        ms: 50_000,
        detail_opened: false,
    })
}

fn ids(machine: u8) -> NewIds {
    NewIds { learner: [7; 16], device: DeviceId([machine; 16]) }
}

pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).unwrap()
}

/// Some minutes after noon in Japan.
fn noon(on: Day, minutes: i64) -> Moment {
    Moment {
        utc_ms: (i64::from(on.0) * 24 * 60 + 3 * 60 + minutes) * 60_000,
        offset_minutes: 540,
        zone: Some("Asia/Tokyo".into()),
        day: on,
        minute_of_day: u16::try_from(12 * 60 + minutes).unwrap(),
    }
}
