//! What one sitting holds: a list of steps that fits the minutes. Made once, when the sitting starts, and stored with
//! it; resuming never plans again.
//!
//! Follow-up first, then due questions, those with most at stake first, then new text. With [`REVIEWS_ONLY_FROM`] or more due there is
//! no new text. After weeks away there are [`QUESTIONS_AFTER_ABSENCE`] questions and nothing else.

mod beforehand;
mod filling;
mod order;

use serde::{Deserialize, Serialize};

use crate::domain::event::{Phase, PlannedStep};
use crate::domain::id::{LessonId, PromiseId, QuestionRef};
use crate::domain::pace::Pace;
use crate::domain::plan::filling::Filling;
use crate::domain::question::{Answer, Question};
use crate::domain::shuffle::{Seeded, derangement, permutation};

pub use beforehand::{QUESTIONS_BEFOREHAND, beforehand, behind_lesson, step_behind, text_behind};

/// With this many questions due, a sitting is reviews only.
pub const REVIEWS_ONLY_FROM: usize = 4;
/// After an absence.
pub const QUESTIONS_AFTER_ABSENCE: usize = 3;
/// Days without study after which the learner is welcomed back.
pub const ABSENCE_DAYS: i32 = 14;
/// Questions asked right after a new lesson; the others come with the reviews.
pub const CHECKS_PER_LESSON: usize = 2;
/// A missed question returns in the same sitting while this much of the minutes is left.
pub const SECONDS_FOR_AGAIN: f64 = 40.0;
/// A sitting may end before its minutes are over, or run over them, by so much for each of them …
const SLACK_SECONDS_A_MINUTE: f64 = 6.0;
/// … and by this much at most.
const SLACK_SECONDS_AT_MOST: f64 = 18.0;

/// Everything a sitting may be made of. The engine never puts in more than 512 questions and lessons together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// A promise whose day has come.
    pub follow_up: Option<PromiseId>,
    /// A promise is open, so no new one is made.
    pub promise_is_open: bool,
    /// Days since the last study, if there was any.
    pub days_away: Option<i32>,
    /// Due questions, any order.
    pub due: Vec<QuestionCandidate>,
    /// Questions of lessons already read that were never asked, in the order in which they shall come.
    pub unasked: Vec<QuestionCandidate>,
    /// Questions that are due one of the next days and worth asking today, where minutes are left; any order.
    pub early: Vec<QuestionCandidate>,
    /// Lessons not read yet, in the order of the track.
    pub lessons: Vec<LessonCandidate>,
    /// The learner's; the candidates' seconds are at it already.
    pub pace: Pace,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionCandidate {
    pub reference: QuestionRef,
    /// From first sight to the next step, at this learner's pace.
    pub seconds: f64,
    /// How much is lost by waiting; the greatest is asked first. See `MemoryState::at_stake_on`.
    pub at_stake: f32,
    pub shown: Shuffling,
    /// What it asks about: questions of one lesson with the same point ask the same.
    pub point: Option<String>,
    /// Questions that are easily taken for it.
    pub confusables: Vec<QuestionRef>,
}

/// How the options of a question are put in order when it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shuffling {
    /// As written, this many.
    Fixed(usize),
    Shuffled(usize),
    /// Never as written: the order is the answer.
    Disordered(usize),
}

impl Shuffling {
    pub fn of(question: &Question) -> Shuffling {
        let count = question.answer.shuffled_count();
        match &question.answer {
            Answer::Order(_) => Shuffling::Disordered(count),
            _ if question.order_is_fixed => Shuffling::Fixed(count),
            // With as many rights as lefts, the order as written would give the answer away.
            Answer::Match { lefts, rights, .. } if lefts.len() == rights.len() => Shuffling::Disordered(count),
            _ => Shuffling::Shuffled(count),
        }
    }
}

/// A lesson that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonCandidate {
    pub lesson: LessonId,
    pub reading_seconds: f64,
    /// Its questions, as written.
    pub questions: Vec<QuestionCandidate>,
    pub has_try_this: bool,
}

/// Steps with the seconds that each is guessed to take; the last step is always `Close`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    pub steps: Vec<(PlannedStep, f64)>,
}

impl Plan {
    /// Whether there is nothing to do but close.
    pub fn is_empty(&self) -> bool {
        self.steps.iter().all(|(step, _)| *step == PlannedStep::Close)
    }

    pub fn seconds(&self) -> f64 {
        self.steps.iter().map(|(_, seconds)| seconds).sum()
    }

    pub fn count(&self, wanted: impl Fn(&PlannedStep) -> bool) -> usize {
        self.steps.iter().filter(|(step, _)| wanted(step)).count()
    }

    pub fn into_steps(self) -> Vec<PlannedStep> {
        self.steps.into_iter().map(|(step, _)| step).collect()
    }
}

/// Fills `minutes` from the candidates, whose seconds are at the learner's pace. The same input gives the same plan.
pub fn plan(candidates: &Candidates, minutes: u32, seed: u64) -> Plan {
    let minutes = f64::from(minutes);
    let slack = (minutes * SLACK_SECONDS_A_MINUTE).min(SLACK_SECONDS_AT_MOST);
    let seconds = minutes * 60.0 - candidates.pace.frame_seconds();
    let begin = || Filling::new(candidates, seconds, slack, seed);
    let due = order::most_at_stake_first(&candidates.due);
    if candidates.days_away.is_some_and(|days| days >= ABSENCE_DAYS) {
        return begin().after_absence(&due);
    }
    // A question that was read about and never asked waits as much as one that is due: text alone is soon forgotten.
    if due.len() + candidates.unasked.len() >= REVIEWS_ONLY_FROM {
        return begin().reviews(&due).unasked().early().closed();
    }
    // New text has its place when it fits behind all that is due; before anything due is left for tomorrow, questions
    // of lessons already read fill the minutes.
    let with_lesson = |due: &[_]| begin().reviews(due).lessons().unasked().more_checks().early();
    let best = with_lesson(&due);
    if best.has_lesson() || candidates.lessons.is_empty() || begin().reviews(&due).unasked().is_filled() {
        return best.or_something().closed();
    }
    let shorter = (1..due.len()).rev().map(|kept| with_lesson(&due[..kept]));
    let shorter = { shorter }.find(Filling::has_lesson);
    shorter.unwrap_or(best).or_something().closed()
}

/// What fits into the seconds that a passed lesson leaves, in the order of a new sitting; never more, and nothing where
/// nothing fits.
pub fn refill(candidates: &Candidates, seconds: f64, seed: u64) -> Vec<PlannedStep> {
    let due = order::most_at_stake_first(&candidates.due);
    let filling = Filling::new(candidates, seconds, 0.0, seed).fitting(&due);
    let filling = match due.len() + candidates.unasked.len() >= REVIEWS_ONLY_FROM {
        true => filling.unasked().early(),
        false => filling.lessons().unasked().more_checks().early(),
    };
    filling.closed().into_steps().into_iter().filter(|step| *step != PlannedStep::Close).collect()
}

/// Whether a sitting was filled from minutes: that of a lesson which the learner opened holds this lesson and no more.
pub fn is_of_minutes(steps: &[PlannedStep]) -> bool {
    !steps.iter().any(|step| matches!(step, PlannedStep::Ask { phase: Phase::Own, .. }))
}

/// The sitting of a lesson that the learner opened: read it, its questions, and what to try.
pub fn plan_lesson(lesson: &LessonCandidate, pace: Pace, promise_is_open: bool, seed: u64) -> Plan {
    let candidates = Candidates { promise_is_open, pace, ..Candidates::default() };
    Filling::new(&candidates, f64::INFINITY, 0.0, seed).whole_lesson(lesson).closed()
}

/// The order in which a question's options are shown.
pub fn shown_order(shuffling: Shuffling, random: &mut Seeded) -> Vec<usize> {
    match shuffling {
        Shuffling::Fixed(count) => (0..count).collect(),
        Shuffling::Shuffled(count) => permutation(count, random),
        Shuffling::Disordered(count) => derangement(count, random),
    }
}

#[cfg(test)]
mod tests;
