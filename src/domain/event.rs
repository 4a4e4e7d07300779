//! Facts, as they are kept: appended once, never rewritten, joined by id, ordered by (tick, device, seq).
//!
//! A body is never rewritten: a reader lifts old versions when it reads them. A kind that this program does not know
//! is kept word for word and passed on.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::calendar::OfficeDays;
use crate::domain::day::Day;
use crate::domain::id::{DeviceId, EventId, LessonId, PromiseId, QuestionId, QuestionRef, SessionId};
use crate::domain::language::Language;
use crate::domain::moment::Moment;
use crate::domain::pace::Guess;
use crate::domain::question::{Confidence, QuestionType, Response, Verdict};
use crate::domain::work_pattern::WorkPattern;

/// A fact in the log with its place and its moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub device: DeviceId,
    /// 1, 2, 3 … on each device.
    pub seq: u64,
    /// max(UTC ms, greatest tick known + 1): a clock set back changes no order.
    pub tick: i64,
    pub moment: Moment,
    /// What is folded again when this event arrives late or is undone.
    pub subject: String,
    pub session: Option<SessionId>,
    pub fact: Fact,
}

/// A fact before the store gives it its place.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEvent {
    pub id: EventId,
    pub session: Option<SessionId>,
    pub fact: Fact,
}

/// What happened. `kind` in the database is the variant in snake case.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    SettingChanged(SettingChanged),
    OfficeDaysSeen(OfficeDaysSeen),
    DayOffDeclared(DayOffDeclared),
    DayOffWithdrawn(DayOffWithdrawn),
    WorkPatternSet(WorkPatternSet),
    SessionStarted(SessionStarted),
    SessionExtended(SessionExtended),
    StepFinished(StepFinished),
    QuestionAnswered(QuestionAnswered),
    AnswerUndone(AnswerUndone),
    LessonRead(LessonRead),
    LessonPassed(LessonPassed),
    PromiseMade(PromiseMade),
    PromiseAsked(PromiseAsked),
    PromiseDropped(PromiseDropped),
    SessionClosed(SessionClosed),
    /// A kind or a version of a later program: kept as it is.
    Unknown {
        kind: String,
        version: u32,
        body: String,
    },
}

/// A setting of the learner (track, minutes, language …); the last one wins. Subject `settings`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SettingChanged {
    pub key: String,
    pub value: String,
}

/// The days that the office's file named on the day of the event, all of them. Subject `calendar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficeDaysSeen {
    pub days: Vec<OfficeDays>,
}

/// Leave, both days included; nobody is asked why. Subject `calendar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayOffDeclared {
    pub from: Day,
    pub to: Day,
}

/// These days are no leave after all. Subject `calendar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayOffWithdrawn {
    pub from: Day,
    pub to: Day,
}

/// The weekdays that the learner works from a day on. It is no setting, because the days before keep theirs: nobody's
/// past is judged anew when they move to another office. Subject `calendar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkPatternSet {
    pub from: Day,
    pub weekdays: WorkPattern,
}

/// A sitting began, with every step and every option order that it will show. Subject `session:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionStarted {
    pub session: SessionId,
    pub minutes: u32,
    pub seed: u64,
    pub steps: Vec<PlannedStep>,
}

/// Steps were put in before step `at`: a missed question comes back, or the learner asked for more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionExtended {
    pub session: SessionId,
    pub at: usize,
    pub steps: Vec<PlannedStep>,
    /// The missed answer that brought them in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<EventId>,
}

/// One step of a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlannedStep {
    /// その後: what came of a promise.
    FollowUp {
        promise: PromiseId,
    },
    /// A question; `order` lists the places as written in the order shown.
    Ask {
        phase: Phase,
        lesson: LessonId,
        question: QuestionId,
        order: Vec<usize>,
    },
    /// A lesson to read.
    Read {
        lesson: LessonId,
    },
    /// やってみること of a lesson.
    TryThis {
        lesson: LessonId,
    },
    Close,
}

/// Why a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// It is due.
    Review,
    /// It belongs to the lesson just read.
    Check,
    /// It was missed a moment ago.
    Again,
    /// Before the lesson, because the learner says that they know it.
    Pre,
    /// The learner opened the lesson on their own.
    Own,
}

/// A step is over. An answer and its step are stored together, so a restart stands at the next one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepFinished {
    pub session: SessionId,
    pub step: usize,
    /// Time on the step, idle time cut off.
    pub ms: u64,
    /// What it was first guessed to take; what came after the answer is in neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guess: Option<Guess>,
    /// The answer that finished it, for undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<EventId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Where the sitting stands now, when steps behind this one are passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onto: Option<usize>,
    /// The `lesson_passed` that the answer brought about, for undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<EventId>,
}

/// Subject `question:<lesson>/<question>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionAnswered {
    pub lesson: LessonId,
    pub question: QuestionId,
    pub lang: Language,
    /// Fingerprint of the lesson's file as it was shown.
    pub shown: String,
    pub rev: u32,
    #[serde(rename = "type")]
    pub question_type: QuestionType,
    pub response: Response,
    pub verdict: Verdict,
    pub confidence: Confidence,
    /// From the question's first sight to the answer.
    pub ms: u64,
    pub phase: Phase,
}

/// The target is as if it had never been. Its subject is the target's; the target may be any event of the same
/// sitting (an answer, and the step that it finished).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerUndone {
    pub target: EventId,
}

/// Subject `lesson:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LessonRead {
    pub lesson: LessonId,
    pub lang: Language,
    pub shown: String,
    pub characters: u32,
    pub ms: u64,
    pub detail_opened: bool,
}

/// A lesson was known: its questions were answered right and sure before it was read, so it need not be. It is a kind of
/// its own, because nothing was read: there is no time and no text to tell of. Subject `lesson:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LessonPassed {
    pub lesson: LessonId,
    pub lang: Language,
    pub shown: String,
    /// The answers that showed it.
    pub answers: Vec<EventId>,
}

/// An if-then promise, as it was read back; later edits of the lesson do not change it. Subject `promise:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseMade {
    pub promise: PromiseId,
    pub lesson: LessonId,
    pub cue: String,
    pub action: String,
    pub sentence: String,
    /// True when the learner wrote the action.
    pub own: bool,
    pub ask_day: Day,
}

/// What came of a promise. Subject `promise:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseAsked {
    pub promise: PromiseId,
    pub outcome: Outcome,
    /// Only what the learner typed; blank is unknown and is not summed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_saved: Option<f64>,
    /// The day to ask again, for `NotYet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_day: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// やってみた
    Kept,
    /// その場面がなかった
    NoOccasion,
    /// まだ
    NotKept,
}

/// もう聞かない. Subject `promise:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromiseDropped {
    pub promise: PromiseId,
}

/// Subject `session:<id>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionClosed {
    pub session: SessionId,
    pub how: Closing,
    /// The next day on which something is planned, as announced; days before it are nobody's fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_day: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// The last step was reached.
    Finished,
    /// Given up on purpose, or too old to resume.
    Left,
}

/// The version that this program writes, for every kind.
pub const BODY_VERSION: u32 = 1;

impl Fact {
    /// The name in the database.
    pub fn kind(&self) -> &str {
        match self {
            Fact::SettingChanged(_) => "setting_changed",
            Fact::OfficeDaysSeen(_) => "office_days_seen",
            Fact::DayOffDeclared(_) => "day_off_declared",
            Fact::DayOffWithdrawn(_) => "day_off_withdrawn",
            Fact::WorkPatternSet(_) => "work_pattern_set",
            Fact::SessionStarted(_) => "session_started",
            Fact::SessionExtended(_) => "session_extended",
            Fact::StepFinished(_) => "step_finished",
            Fact::QuestionAnswered(_) => "question_answered",
            Fact::AnswerUndone(_) => "answer_undone",
            Fact::LessonRead(_) => "lesson_read",
            Fact::LessonPassed(_) => "lesson_passed",
            Fact::PromiseMade(_) => "promise_made",
            Fact::PromiseAsked(_) => "promise_asked",
            Fact::PromiseDropped(_) => "promise_dropped",
            Fact::SessionClosed(_) => "session_closed",
            Fact::Unknown { kind, .. } => kind,
        }
    }

    pub fn version(&self) -> u32 {
        match self {
            Fact::Unknown { version, .. } => *version,
            _ => BODY_VERSION,
        }
    }

    /// What is refolded for this fact; `None` for an undo (its target's) and for unknown kinds (kept beside them).
    pub fn subject(&self) -> Option<Subject> {
        Some(match self {
            Fact::SettingChanged(_) => Subject::Settings,
            Fact::OfficeDaysSeen(_) | Fact::DayOffDeclared(_) | Fact::DayOffWithdrawn(_) | Fact::WorkPatternSet(_) => {
                Subject::Calendar
            }
            Fact::SessionStarted(SessionStarted { session, .. })
            | Fact::SessionExtended(SessionExtended { session, .. })
            | Fact::StepFinished(StepFinished { session, .. })
            | Fact::SessionClosed(SessionClosed { session, .. }) => Subject::Session(*session),
            Fact::QuestionAnswered(answer) => Subject::Question(answer.reference()),
            Fact::LessonRead(read) => Subject::Lesson(read.lesson.clone()),
            Fact::LessonPassed(passed) => Subject::Lesson(passed.lesson.clone()),
            Fact::PromiseMade(PromiseMade { promise, .. })
            | Fact::PromiseAsked(PromiseAsked { promise, .. })
            | Fact::PromiseDropped(PromiseDropped { promise }) => Subject::Promise(*promise),
            Fact::AnswerUndone(_) | Fact::Unknown { .. } => return None,
        })
    }

    /// The body as JSON.
    pub fn body(&self) -> String {
        let json = match self {
            Fact::SettingChanged(body) => serde_json::to_string(body),
            Fact::OfficeDaysSeen(body) => serde_json::to_string(body),
            Fact::DayOffDeclared(body) => serde_json::to_string(body),
            Fact::DayOffWithdrawn(body) => serde_json::to_string(body),
            Fact::WorkPatternSet(body) => serde_json::to_string(body),
            Fact::SessionStarted(body) => serde_json::to_string(body),
            Fact::SessionExtended(body) => serde_json::to_string(body),
            Fact::StepFinished(body) => serde_json::to_string(body),
            Fact::QuestionAnswered(body) => serde_json::to_string(body),
            Fact::AnswerUndone(body) => serde_json::to_string(body),
            Fact::LessonRead(body) => serde_json::to_string(body),
            Fact::LessonPassed(body) => serde_json::to_string(body),
            Fact::PromiseMade(body) => serde_json::to_string(body),
            Fact::PromiseAsked(body) => serde_json::to_string(body),
            Fact::PromiseDropped(body) => serde_json::to_string(body),
            Fact::SessionClosed(body) => serde_json::to_string(body),
            Fact::Unknown { body, .. } => return body.clone(),
        };
        json.expect("bodies hold only strings, numbers and lists, which JSON can write")
    }

    /// Reads a stored fact. A kind, version or body that this program cannot read stays `Unknown`, word for word.
    pub fn from_stored(kind: &str, version: u32, body: &str) -> Fact {
        let known = (version == BODY_VERSION).then(|| match kind {
            "setting_changed" => serde_json::from_str(body).map(Fact::SettingChanged).ok(),
            "office_days_seen" => serde_json::from_str(body).map(Fact::OfficeDaysSeen).ok(),
            "day_off_declared" => serde_json::from_str(body).map(Fact::DayOffDeclared).ok(),
            "day_off_withdrawn" => serde_json::from_str(body).map(Fact::DayOffWithdrawn).ok(),
            "work_pattern_set" => serde_json::from_str(body).map(Fact::WorkPatternSet).ok(),
            "session_started" => serde_json::from_str(body).map(Fact::SessionStarted).ok(),
            "session_extended" => serde_json::from_str(body).map(Fact::SessionExtended).ok(),
            "step_finished" => serde_json::from_str(body).map(Fact::StepFinished).ok(),
            "question_answered" => serde_json::from_str(body).map(Fact::QuestionAnswered).ok(),
            "answer_undone" => serde_json::from_str(body).map(Fact::AnswerUndone).ok(),
            "lesson_read" => serde_json::from_str(body).map(Fact::LessonRead).ok(),
            "lesson_passed" => serde_json::from_str(body).map(Fact::LessonPassed).ok(),
            "promise_made" => serde_json::from_str(body).map(Fact::PromiseMade).ok(),
            "promise_asked" => serde_json::from_str(body).map(Fact::PromiseAsked).ok(),
            "promise_dropped" => serde_json::from_str(body).map(Fact::PromiseDropped).ok(),
            "session_closed" => serde_json::from_str(body).map(Fact::SessionClosed).ok(),
            _ => None,
        });
        known.flatten().unwrap_or_else(|| Fact::Unknown { kind: kind.to_owned(), version, body: body.to_owned() })
    }
}

impl QuestionAnswered {
    pub fn reference(&self) -> QuestionRef {
        QuestionRef { lesson: self.lesson.clone(), question: self.question.clone() }
    }
}

/// The thing that a fact is about. Its text is written beside the event, so that an index finds all facts about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Settings,
    Calendar,
    Question(QuestionRef),
    Lesson(LessonId),
    Promise(PromiseId),
    Session(SessionId),
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Settings => formatter.write_str("settings"),
            Subject::Calendar => formatter.write_str("calendar"),
            Subject::Question(reference) => write!(formatter, "question:{reference}"),
            Subject::Lesson(lesson) => write!(formatter, "lesson:{lesson}"),
            Subject::Promise(promise) => write!(formatter, "promise:{promise}"),
            Subject::Session(session) => write!(formatter, "session:{session}"),
        }
    }
}
