//! Facts and moments for the tests of the record.

use sukima::domain::day::Day;
use sukima::domain::event::{
    AnswerUndone, Closing, Fact, LessonRead, NewEvent, Outcome, Phase, PlannedStep, PromiseAsked, PromiseMade,
    QuestionAnswered, SessionClosed, SessionStarted, SettingChanged, StepFinished,
};
use sukima::domain::id::{DeviceId, EventId, LessonId, PromiseId, QuestionId, QuestionRef, SessionId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::store::NewIds;

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

pub fn set(key: &str, value: &str) -> Fact {
    Fact::SettingChanged(SettingChanged { key: key.to_owned(), value: value.to_owned() })
}

pub fn started(session: u8, steps: Vec<PlannedStep>) -> Fact {
    Fact::SessionStarted(SessionStarted { session: session_id(session), minutes: 3, seed: u64::MAX - 1, steps })
}

pub fn finished(session: u8, step: usize, answer: Option<(u32, Verdict)>) -> Fact {
    Fact::StepFinished(StepFinished {
        session: session_id(session),
        step,
        ms: 5_000,
        answer: answer.map(|(id, _)| event_id(id)),
        verdict: answer.map(|(_, verdict)| verdict),
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
