//! What is left of an answer as days go by: FSRS-6, whole days, no learning steps and no fuzz, and the rules of this
//! program on top of it. Source of the algorithm: open-spaced-repetition, "The Algorithm", version FSRS-6;
//! `tests/memory_reference.rs` holds it to the package that its authors publish.

mod coming_back;
pub mod fitting;
mod scheduling;

use crate::domain::day::Day;
use crate::domain::question::{Confidence, Verdict};

pub use coming_back::{Because, ComingBack};
pub use scheduling::{KEY_PARAMETERS, KEY_RETENTION, PARAMETER_COUNT, Retention, Scheduling, Trace};

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

impl MemoryState {
    /// The state after an answer on `day`. A day before the last one (a clock set back) counts as the same day.
    pub fn after(
        previous: Option<&MemoryState>,
        rating: Rating,
        day: Day,
        revision: u32,
        scheduling: &Scheduling,
    ) -> MemoryState {
        let gap_days = previous.map_or(0, |state| day.days_since(state.last_day).max(0));
        let gap_days = u32::try_from(gap_days).expect("a gap is never negative");
        let trace = scheduling.after(previous.map(MemoryState::trace), rating, gap_days);
        let last_day = previous.map_or(day, |state| state.last_day.max(day));
        let right_days = match (rating, previous) {
            (Rating::Again, _) => 0,
            (_, Some(state)) if state.right_days > 0 && state.last_day == last_day => state.right_days,
            (_, Some(state)) => state.right_days + 1,
            (_, None) => 1,
        };
        MemoryState {
            stability: trace.stability,
            difficulty: trace.difficulty,
            last_day,
            due_day: last_day,
            right_days,
            is_retired: false,
            revision,
        }
        .scheduled(scheduling)
    }

    /// The same memory with the day on which it is due: what was missed comes back on the next day, what is known well
    /// once a year, everything else when recall has fallen to the target.
    pub fn scheduled(self, scheduling: &Scheduling) -> MemoryState {
        let was_missed = self.right_days == 0;
        let interval_days = if was_missed { 1 } else { scheduling.interval_days(self.stability) };
        let is_retired = self.right_days >= RIGHT_DAYS_TO_RETIRE && interval_days >= INTERVAL_DAYS_TO_RETIRE;
        let due_day = self.last_day.plus(if is_retired { YEARLY_CHECK_DAYS } else { interval_days });
        MemoryState { due_day, is_retired, ..self }
    }

    /// The chance that it is still known on `day`.
    pub fn recall_on(&self, day: Day, scheduling: &Scheduling) -> f32 {
        let gap_days = u32::try_from(day.days_since(self.last_day).max(0)).expect("a gap is never negative");
        scheduling.recall_after(self.trace(), gap_days)
    }

    /// How much is lost by not asking on `day`: the days that the memory would last, by the chance that it is gone. What
    /// was missed is asked before everything else, as the learner was told.
    pub fn at_stake_on(&self, day: Day, scheduling: &Scheduling) -> f32 {
        let was_missed = self.right_days == 0;
        if was_missed { f32::MAX } else { self.stability * (1.0 - self.recall_on(day, scheduling)) }
    }

    fn trace(&self) -> Trace {
        Trace { stability: self.stability, difficulty: self.difficulty }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: Day = Day(20_770);

    /// Answers as (days since the first, rating), one after the other.
    fn after(answers: &[(i32, Rating)]) -> MemoryState {
        let state = answers.iter().fold(None, |state: Option<MemoryState>, &(days, rating)| {
            Some(MemoryState::after(state.as_ref(), rating, MONDAY.plus(days), 1, &Scheduling::default()))
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
    fn a_long_memory_has_more_to_lose_than_a_short_one_and_what_was_missed_comes_first() {
        let long = after(&[(0, Rating::Good), (3, Rating::Good), (20, Rating::Good)]);
        let short = after(&[(90, Rating::Hard)]);
        let missed = after(&[(93, Rating::Again)]);
        let at_stake = |state: &MemoryState| state.at_stake_on(MONDAY.plus(94), &Scheduling::default());
        assert!(at_stake(&missed) > at_stake(&long) && at_stake(&long) > at_stake(&short));
    }

    #[test]
    fn a_clock_set_back_is_the_same_day_again() {
        let state = after(&[(5, Rating::Good), (2, Rating::Good)]);
        assert_eq!((state.last_day, state.right_days), (MONDAY.plus(5), 1));
        assert!(state.due_day > MONDAY.plus(5));
    }
}
