//! Meaning from facts. Each fold takes the events of one subject (or of one day) in order, without the undone ones,
//! and makes the row that the store keeps. It never looks back: `…_after` takes the row so far and one more event, and
//! a row holds all that the next step needs. So a new answer costs one step, and rebuilding runs the very same steps.
//!
//! "In order" is (tick, device, seq). "Undone" are the targets of every `answer_undone`, wherever it stands.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::event::{Closing, Event, Fact, Outcome, PlannedStep};
use crate::domain::id::{DeviceId, EventId, LessonId, PromiseId, SessionId};
use crate::domain::memory::{MemoryState, Rating, Scheduling};
use crate::domain::pace::Timings;
use crate::domain::question::{Confidence, Verdict};
use crate::domain::recall::Recall;

/// What one day held. A row exists for a day with at least one of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayTotal {
    pub answers: u32,
    pub right: u32,
    /// Wrong though sure: points easily mistaken.
    pub sure_wrong: u32,
    /// Time from the first sight of each question to its answer.
    pub answer_ms: u64,
    /// Lessons read, each reading counted.
    pub lessons: u32,
    /// Worksheets saved.
    pub entries: u32,
    /// Sittings closed at their last step.
    pub sessions: u32,
    /// Time on finished steps.
    pub study_ms: u64,
    /// What the last close of the day announced.
    pub next_day: Option<Day>,
}

impl DayTotal {
    /// Whether anything was learned: a closed sitting alone may have held only a follow-up.
    pub fn has_study(&self) -> bool {
        self.answers > 0 || self.lessons > 0 || self.entries > 0
    }
}

/// A lesson that was read at least once, or known before it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonDone {
    pub lesson: LessonId,
    pub first_day: Day,
    pub last_day: Day,
    /// Readings; none when it was known beforehand and never read since.
    pub times: u32,
}

/// How a lesson came to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowDone {
    Read,
    /// Its questions were answered before it was read.
    Known,
}

impl LessonDone {
    pub fn how(&self) -> HowDone {
        if self.times == 0 { HowDone::Known } else { HowDone::Read }
    }
}

/// A promise as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseState {
    pub id: PromiseId,
    pub lesson: LessonId,
    pub sentence: String,
    pub made_day: Day,
    /// The day to ask (again).
    pub ask_day: Day,
    /// The last outcome told.
    pub outcome: Option<Outcome>,
    pub asked_day: Option<Day>,
    pub minutes_saved: Option<f64>,
    /// Nothing more will be asked: kept, no occasion, dropped, or asked twice without being kept.
    pub is_closed: bool,
    pub times_asked: u32,
}

/// A sitting as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionState {
    pub id: SessionId,
    pub device: DeviceId,
    /// Its start's place in the order of events: the latest sitting has the greatest.
    pub tick: i64,
    pub day: Day,
    pub minutes: u32,
    pub seed: u64,
    /// With everything that was put in since; lent, because they are long and seldom change.
    pub steps: Rc<Vec<PlannedStep>>,
    pub next_step: usize,
    pub closed: Option<Closing>,
    /// The event that closed it, for undo.
    pub closed_by: Option<EventId>,
    /// Time on finished steps.
    pub ms: u64,
    pub answers: u32,
    pub right: u32,
    /// Times of finished steps beside what they were guessed to take.
    pub timings: Timings,
    /// Steps finished with an answer, oldest first: (step, step event, answer event, verdict).
    pub answered_steps: Vec<AnsweredStep>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredStep {
    pub step: usize,
    pub finished: EventId,
    pub answer: EventId,
    pub verdict: Verdict,
    /// The steps that this answer brought in (a missed question coming back), to be undone with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<EventId>,
    /// Where the sitting stood after it, when steps were passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onto: Option<usize>,
    /// The lesson that this answer made needless, to be undone with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<EventId>,
}

impl AnsweredStep {
    /// Where the sitting stood after it.
    pub fn next_step(&self) -> usize {
        self.onto.unwrap_or(self.step + 1)
    }
}

/// The longest time that one step counts for. A longer one is a clock's or a file's mistake, and sums stay sums.
const STEP_MS_AT_MOST: u64 = 24 * 60 * 60 * 1000;

/// Times that an unkept promise is asked about before it is let go without a word.
const ASKED_AT_MOST: u32 = 2;

/// Memory of one question from its answers; `None` without any. What the learner set last holds for all of them.
pub fn memory(events: &[Event], scheduling: &Scheduling) -> Option<MemoryState> {
    events.iter().fold(None, |state, event| memory_after(state, event, scheduling))
}

/// One more event of the question.
pub fn memory_after(state: Option<MemoryState>, event: &Event, scheduling: &Scheduling) -> Option<MemoryState> {
    let Fact::QuestionAnswered(answer) = &event.fact else { return state };
    let rating = Rating::of(answer.verdict, answer.confidence);
    Some(MemoryState::after(state.as_ref(), rating, event.moment.day, answer.rev, scheduling))
}

/// What the answers to one question show beyond the day; `None` without any.
pub fn recall(events: &[Event]) -> Option<Recall> {
    events.iter().fold(None, recall_after)
}

/// One more event of the question.
pub fn recall_after(recall: Option<Recall>, event: &Event) -> Option<Recall> {
    let Fact::QuestionAnswered(answer) = &event.fact else { return recall };
    Some(Recall::after(recall, answer.verdict, event.moment.day))
}

/// One day's totals from the events of that day; `None` when nothing countable happened.
pub fn day(events: &[Event]) -> Option<DayTotal> {
    events.iter().fold(None, day_after)
}

/// One more event of the day.
pub fn day_after(total: Option<DayTotal>, event: &Event) -> Option<DayTotal> {
    let mut total = total.unwrap_or_default();
    match &event.fact {
        Fact::QuestionAnswered(answer) => {
            total.answers += 1;
            total.answer_ms += answer.ms.min(STEP_MS_AT_MOST);
            match (answer.verdict, answer.confidence) {
                (Verdict::Right, _) => total.right += 1,
                (Verdict::Wrong, Confidence::Sure) => total.sure_wrong += 1,
                (Verdict::Wrong, Confidence::Unsure) => {}
            }
        }
        Fact::LessonRead(_) => total.lessons += 1,
        Fact::StepFinished(step) => total.study_ms += step.ms.min(STEP_MS_AT_MOST),
        Fact::SessionClosed(close) => {
            if close.how == Closing::Finished {
                total.sessions += 1;
            }
            if close.next_day.is_some() {
                total.next_day = close.next_day;
            }
        }
        _ => {}
    }
    (total != DayTotal::default()).then_some(total)
}

/// A lesson's readings and what made them needless; `None` without any.
pub fn lesson(events: &[Event]) -> Option<LessonDone> {
    events.iter().fold(None, lesson_after)
}

/// One more event of the lesson.
pub fn lesson_after(done: Option<LessonDone>, event: &Event) -> Option<LessonDone> {
    let (lesson, readings) = match &event.fact {
        Fact::LessonRead(read) => (&read.lesson, 1),
        Fact::LessonPassed(passed) => (&passed.lesson, 0),
        _ => return done,
    };
    let day = event.moment.day;
    Some(match done {
        None => LessonDone { lesson: lesson.clone(), first_day: day, last_day: day, times: readings },
        Some(done) => LessonDone {
            first_day: done.first_day.min(day),
            last_day: done.last_day.max(day),
            times: done.times + readings,
            lesson: done.lesson,
        },
    })
}

/// A promise from its making, its answers and its end; `None` when it was never made (or the making was undone).
pub fn promise(events: &[Event]) -> Option<PromiseState> {
    events.iter().fold(None, promise_after)
}

/// One more event of the promise.
pub fn promise_after(mut state: Option<PromiseState>, event: &Event) -> Option<PromiseState> {
    match (&event.fact, &mut state) {
        (Fact::PromiseMade(made), None) => {
            state = Some(PromiseState {
                id: made.promise,
                lesson: made.lesson.clone(),
                sentence: made.sentence.clone(),
                made_day: event.moment.day,
                ask_day: made.ask_day,
                outcome: None,
                asked_day: None,
                minutes_saved: None,
                is_closed: false,
                times_asked: 0,
            });
        }
        (Fact::PromiseAsked(asked), Some(state)) => {
            state.times_asked += 1;
            state.outcome = Some(asked.outcome);
            state.asked_day = Some(event.moment.day);
            state.minutes_saved = asked.minutes_saved.or(state.minutes_saved);
            match (asked.outcome, asked.ask_day) {
                (Outcome::NotKept, Some(again)) if state.times_asked < ASKED_AT_MOST => state.ask_day = again,
                _ => state.is_closed = true,
            }
        }
        (Fact::PromiseDropped(_), Some(state)) => state.is_closed = true,
        _ => {}
    }
    state
}

/// A sitting from its start to its close; `None` when it was never started.
pub fn session(events: &[Event]) -> Option<SessionState> {
    events.iter().fold(None, session_after)
}

/// One more event of the sitting. No step number leads beyond the steps, whatever a file says.
pub fn session_after(mut state: Option<SessionState>, event: &Event) -> Option<SessionState> {
    match (&event.fact, &mut state) {
        (Fact::SessionStarted(started), None) => {
            state = Some(SessionState {
                id: started.session,
                device: event.device,
                tick: event.tick,
                day: event.moment.day,
                minutes: started.minutes,
                seed: started.seed,
                steps: Rc::new(started.steps.clone()),
                next_step: 0,
                closed: None,
                closed_by: None,
                ms: 0,
                answers: 0,
                right: 0,
                timings: Timings::default(),
                answered_steps: Vec::new(),
            });
        }
        (Fact::SessionExtended(extended), Some(state)) => {
            let at = extended.at.min(state.steps.len());
            Rc::make_mut(&mut state.steps).splice(at..at, extended.steps.iter().cloned());
            let because = |step: &&mut AnsweredStep| Some(step.answer) == extended.because;
            if let Some(step) = state.answered_steps.iter_mut().find(because) {
                step.extension = Some(event.id);
            }
        }
        (Fact::StepFinished(finished), Some(state)) => {
            let next = finished.onto.unwrap_or(finished.step.saturating_add(1)).min(state.steps.len());
            state.next_step = state.next_step.max(next);
            state.ms += finished.ms.min(STEP_MS_AT_MOST);
            if let Some(guess) = finished.guess {
                state.timings.add(guess, finished.ms);
            }
            if let (Some(answer), Some(verdict)) = (finished.answer, finished.verdict) {
                state.answers += 1;
                state.right += u32::from(verdict == Verdict::Right);
                state.answered_steps.push(AnsweredStep {
                    step: finished.step,
                    finished: event.id,
                    answer,
                    verdict,
                    extension: None,
                    onto: finished.onto,
                    passed: finished.passed,
                });
            }
        }
        (Fact::SessionClosed(closed), Some(state)) => {
            state.closed = Some(closed.how);
            state.closed_by = Some(event.id);
        }
        _ => {}
    }
    state
}

/// The learner's settings: the last value of each key.
pub fn settings(events: &[Event]) -> BTreeMap<String, String> {
    events
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::SettingChanged(change) => Some((change.key.clone(), change.value.clone())),
            _ => None,
        })
        .collect()
}

/// The calendar from what was seen, declared and set; the days of every other event change nothing.
pub fn calendar(events: &[Event]) -> Calendar {
    events.iter().fold(Calendar::default(), calendar_after)
}

/// One more event of the calendar.
pub fn calendar_after(mut calendar: Calendar, event: &Event) -> Calendar {
    match &event.fact {
        Fact::OfficeDaysSeen(seen) => calendar.see_office(event.moment.day, &seen.days),
        Fact::DayOffDeclared(leave) => calendar.declare_leave(leave.from, leave.to),
        Fact::DayOffWithdrawn(leave) => calendar.withdraw_leave(leave.from, leave.to),
        Fact::WorkPatternSet(set) => calendar.set_pattern(set.from, set.weekdays),
        _ => {}
    }
    calendar
}
