//! Why a question comes back on a day: the last answer, the interval that followed from it, and the days off in between.
//! It explains what was scheduled and schedules nothing.

use crate::domain::calendar::{Calendar, DayOff, PlannedDay};
use crate::domain::day::Day;
use crate::domain::memory::{MemoryState, Rating};

/// The next day of a question, with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComingBack {
    pub day: Day,
    pub because: Because,
    /// The first day off that moved it there, when that was more than a weekend.
    pub off: Option<(Day, DayOff)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The next working day.
    Missed,
    Right {
        is_sure: bool,
        interval_days: i32,
        /// The interval ended on a day off.
        is_moved: bool,
    },
    /// Right on different days, and known for long: once a year.
    KnownWell,
}

impl MemoryState {
    /// When it comes back after the answer that made this state.
    pub fn coming_back(&self, rating: Rating, calendar: &Calendar) -> ComingBack {
        let PlannedDay { day, because: off } = calendar.planned(self.due_day);
        let because = match rating {
            Rating::Again => Because::Missed,
            _ if self.is_retired => Because::KnownWell,
            Rating::Hard | Rating::Good => Because::Right {
                is_sure: rating == Rating::Good,
                interval_days: self.due_day.days_since(self.last_day),
                is_moved: day != self.due_day,
            },
        };
        ComingBack { day, because, off }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holiday::Holiday;
    use crate::domain::memory::Scheduling;

    fn after(answers: &[(i32, Rating)]) -> ComingBack {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let states = answers.iter().fold(None, |state: Option<MemoryState>, &(days, rating)| {
            Some(MemoryState::after(state.as_ref(), rating, monday.plus(days), 1, &Scheduling::default()))
        });
        states.unwrap().coming_back(answers.last().unwrap().1, &Calendar::default())
    }

    #[test]
    fn the_reason_is_the_last_answer_its_interval_and_the_days_off() {
        let next_monday = Day::from_iso("2026-11-16").unwrap();
        let wrong_on_friday = after(&[(4, Rating::Again)]);
        assert_eq!(wrong_on_friday, ComingBack { day: next_monday, because: Because::Missed, off: None });
        let right = after(&[(0, Rating::Good)]);
        assert_eq!(right.because, Because::Right { is_sure: true, interval_days: 2, is_moved: false });
        let moved = after(&[(4, Rating::Good)]);
        assert_eq!(moved.because, Because::Right { is_sure: true, interval_days: 2, is_moved: true });
        assert_eq!((moved.day, moved.off), (next_monday, None), "Sunday is passed over");
        let thanksgiving = Day::from_iso("2026-11-23").unwrap();
        let over_a_holiday = after(&[(11, Rating::Again)]);
        assert_eq!(over_a_holiday.day, thanksgiving.plus(1));
        assert_eq!(over_a_holiday.off, Some((thanksgiving, DayOff::NationalHoliday(Holiday::LaborThanksgiving))));
        let unsure = after(&[(0, Rating::Hard)]);
        assert_eq!(unsure.because, Because::Right { is_sure: false, interval_days: 1, is_moved: false });
        assert_eq!(after(&[(0, Rating::Good), (60, Rating::Good), (200, Rating::Good)]).because, Because::KnownWell);
    }
}
