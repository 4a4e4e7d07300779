//! What the answers to one question show beyond the day of the lesson: answers after a long gap, and whether the
//! question is held now. A fold of its own beside the memory, because it grades nothing and plans nothing.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::question::Verdict;

/// An answer so many days after the one before asks memory and not the lesson just read. A fortnight: longer than any
/// first interval of the scheduler, short enough that it comes within a month of the lesson.
pub const LONG_GAP_DAYS: i32 = 14;

/// What the answers to one question show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// Of the last answer; a clock set back counts as the same day.
    pub last_day: Day,
    /// Right after a long gap, and not wrong since.
    pub is_held: bool,
    /// Wrong at least once.
    pub was_wrong: bool,
    /// Every answer that came after a long gap, the earliest first: at most one for each fortnight of the record.
    pub long_gaps: Vec<LongGap>,
}

/// An answer after a long gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LongGap {
    pub day: Day,
    pub is_right: bool,
}

impl Recall {
    /// One more answer.
    pub fn after(before: Option<Recall>, verdict: Verdict, day: Day) -> Recall {
        let is_right = verdict == Verdict::Right;
        let Some(mut recall) = before else {
            return Recall { last_day: day, is_held: false, was_wrong: !is_right, long_gaps: Vec::new() };
        };
        let is_long = day.days_since(recall.last_day) >= LONG_GAP_DAYS;
        recall.last_day = recall.last_day.max(day);
        recall.is_held = is_right && (recall.is_held || is_long);
        recall.was_wrong |= !is_right;
        if is_long {
            recall.long_gaps.push(LongGap { day, is_right });
        }
        recall
    }

    /// Once missed, and held now.
    pub fn is_set_right(&self) -> bool {
        self.is_held && self.was_wrong
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// `r` right, `w` wrong, each after so many days.
    fn recall(answers: &[(i32, char)]) -> Recall {
        let mut day = Day(20_000);
        let mut recall = None;
        for (gap, mark) in answers {
            day = day.plus(*gap);
            let verdict = if *mark == 'r' { Verdict::Right } else { Verdict::Wrong };
            recall = Some(Recall::after(recall, verdict, day));
        }
        recall.expect("there is an answer")
    }

    #[rstest]
    #[case::the_first_answer_has_no_gap(&[(0, 'r')], false, false)]
    #[case::thirteen_days_are_no_fortnight(&[(0, 'r'), (13, 'r')], false, false)]
    #[case::fourteen_are(&[(0, 'r'), (14, 'r')], true, false)]
    #[case::a_right_answer_soon_after_keeps_it(&[(0, 'r'), (14, 'r'), (1, 'r')], true, false)]
    #[case::a_wrong_one_loses_it(&[(0, 'r'), (14, 'r'), (40, 'w')], false, false)]
    #[case::right_the_next_day_is_not_yet_set_right(&[(0, 'w'), (1, 'r')], false, false)]
    #[case::right_after_a_fortnight_is(&[(0, 'w'), (1, 'r'), (20, 'r')], true, true)]
    fn a_question_is_held_once_it_was_right_after_a_fortnight(
        #[case] answers: &[(i32, char)],
        #[case] is_held: bool,
        #[case] is_set_right: bool,
    ) {
        let recall = recall(answers);
        assert_eq!((recall.is_held, recall.is_set_right()), (is_held, is_set_right));
    }

    #[test]
    fn a_clock_set_back_makes_no_gap() {
        let recall = recall(&[(0, 'r'), (10, 'r'), (-8, 'r'), (14, 'r')]);
        assert_eq!(recall.long_gaps, [], "the last of them came six days after the latest day");
    }
}
