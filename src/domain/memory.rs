//! What is left of an answer as days go by: FSRS-6 with the published default parameters, whole days, no learning
//! steps and no fuzz. Source of the algorithm: open-spaced-repetition, "The Algorithm", version FSRS-6.

use std::sync::LazyLock;

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState as FsrsState};

use crate::domain::day::Day;
use crate::domain::question::{Confidence, Verdict};

/// The share of answers that shall still be known when a question comes back.
pub const TARGET_RETENTION: f32 = 0.9;

/// Right answers on this many days …
const RIGHT_DAYS_TO_RETIRE: u32 = 3;
/// … and a next interval of at least this many days make a yearly check.
const INTERVAL_DAYS_TO_RETIRE: i32 = 120;
const YEARLY_CHECK_DAYS: i32 = 365;

/// What the scheduler is told. Nobody grades themselves: it follows from verdict and confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// Wrong.
    Again,
    /// Right, not sure.
    Hard,
    /// Right and sure.
    Good,
}

/// One question in one learner's memory.
#[derive(Clone, Debug, PartialEq)]
pub struct MemoryState {
    /// Days until recall falls to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
    pub last_day: Day,
    /// Asked again on the first day of study from this day on; holidays are a rule of reading, not of storing.
    pub due_day: Day,
    /// Different days with a right answer since the last wrong one.
    pub right_days: u32,
    /// Known well: asked once a year.
    pub is_retired: bool,
    /// The revision of the question that was answered last.
    pub revision: u32,
}

impl Rating {
    pub fn of(verdict: Verdict, confidence: Confidence) -> Rating {
        match (verdict, confidence) {
            (Verdict::Wrong, _) => Rating::Again,
            (Verdict::Right, Confidence::Unsure) => Rating::Hard,
            (Verdict::Right, Confidence::Sure) => Rating::Good,
        }
    }
}

static SCHEDULER: LazyLock<FSRS> =
    LazyLock::new(|| FSRS::new(&DEFAULT_PARAMETERS).expect("the published default parameters are valid"));

impl MemoryState {
    /// The state after an answer on `day`. A day before the last one (a clock set back) counts as the same day.
    pub fn after(previous: Option<&MemoryState>, rating: Rating, day: Day, revision: u32) -> MemoryState {
        let gap_days = previous.map_or(0, |state| day.days_since(state.last_day).max(0));
        let before = previous.map(|state| FsrsState { stability: state.stability, difficulty: state.difficulty });
        let next = SCHEDULER
            .next_states(before, TARGET_RETENTION, u32::try_from(gap_days).expect("a gap is never negative"))
            .expect("states made by the scheduler are valid input to it");
        let chosen = match rating {
            Rating::Again => next.again,
            Rating::Hard => next.hard,
            Rating::Good => next.good,
        };
        let interval_days = if rating == Rating::Again { 1 } else { (chosen.interval.round() as i32).max(1) };
        let last_day = previous.map_or(day, |state| state.last_day.max(day));
        let right_days = match (rating, previous) {
            (Rating::Again, _) => 0,
            (_, Some(state)) if state.right_days > 0 && state.last_day == last_day => state.right_days,
            (_, Some(state)) => state.right_days + 1,
            (_, None) => 1,
        };
        let is_retired = right_days >= RIGHT_DAYS_TO_RETIRE && interval_days >= INTERVAL_DAYS_TO_RETIRE;
        MemoryState {
            stability: chosen.memory.stability,
            difficulty: chosen.memory.difficulty,
            last_day,
            due_day: last_day.plus(if is_retired { YEARLY_CHECK_DAYS } else { interval_days }),
            right_days,
            is_retired,
            revision,
        }
    }

    /// The chance that it is still known on `day`, by FSRS-6's forgetting curve.
    pub fn recall_on(&self, day: Day) -> f32 {
        let gap_days = u32::try_from(day.days_since(self.last_day).max(0)).expect("a gap is never negative");
        let state = FsrsState { stability: self.stability, difficulty: self.difficulty };
        fsrs::current_retrievability(state, gap_days as f32, DEFAULT_PARAMETERS[20])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: Day = Day(20_770);

    /// Answers as (days since the first, rating), one after the other.
    fn after(answers: &[(i32, Rating)]) -> MemoryState {
        let state = answers.iter().fold(None, |state: Option<MemoryState>, &(days, rating)| {
            Some(MemoryState::after(state.as_ref(), rating, MONDAY.plus(days), 1))
        });
        state.expect("there is an answer")
    }

    #[test]
    fn wrong_is_due_the_next_day_however_well_it_was_known() {
        assert_eq!(after(&[(0, Rating::Again)]).due_day, MONDAY.plus(1));
        let known = [(0, Rating::Good), (3, Rating::Good), (20, Rating::Good), (80, Rating::Again)];
        let state = after(&known);
        assert_eq!((state.due_day, state.right_days), (MONDAY.plus(81), 0));
    }

    #[test]
    fn doubt_brings_a_question_back_earlier_than_certainty() {
        for before in [&[][..], &[(0, Rating::Good), (4, Rating::Good)]] {
            let due = |rating| after(&[before, &[(20, rating)]].concat()).due_day;
            assert!(MONDAY.plus(20) < due(Rating::Hard) && due(Rating::Hard) < due(Rating::Good), "{before:?}");
        }
    }

    #[test]
    fn three_right_days_and_a_long_interval_make_a_yearly_check() {
        let good = |days: &[i32]| after(&days.iter().map(|&day| (day, Rating::Good)).collect::<Vec<_>>());
        let yearly = good(&[0, 60, 200]);
        assert!(yearly.is_retired);
        assert_eq!(yearly.due_day, MONDAY.plus(200 + 365));
        assert!(!good(&[0, 60]).is_retired, "two days are not three");
        assert!(!good(&[0, 0, 0, 200]).is_retired, "three answers on one day are one day");
        assert!(!good(&[0, 1, 2, 3]).is_retired, "a short interval is not a long one");
    }

    #[test]
    fn a_clock_set_back_is_the_same_day_again() {
        let state = after(&[(5, Rating::Good), (2, Rating::Good)]);
        assert_eq!((state.last_day, state.right_days), (MONDAY.plus(5), 1));
        assert!(state.due_day > MONDAY.plus(5));
    }
}
