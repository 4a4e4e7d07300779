//! Which days are working days. For now weekends are the only days off; holidays, the office's own days and leave
//! join here, because everything that asks "is this a working day" asks this file.

use jiff::civil::Weekday;

use crate::domain::day::Day;

/// Why nothing is expected on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    Weekend,
}

/// The working-day calendar of one learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {}

impl Calendar {
    /// Why this day is off; `None` on a working day.
    pub fn day_off(&self, day: Day) -> Option<DayOff> {
        matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday).then_some(DayOff::Weekend)
    }

    pub fn is_working_day(&self, day: Day) -> bool {
        self.day_off(day).is_none()
    }

    /// This day if it is a working day, else the first one after it.
    pub fn working_day_from(&self, day: Day) -> Day {
        // A year without a working day is a broken calendar; the day itself is the honest answer then.
        (0..366).map(|days| day.plus(days)).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The working day that comes `count` working days after `day`.
    pub fn working_days_after(&self, day: Day, count: u32) -> Day {
        let mut reached = day;
        for _ in 0..count {
            reached = self.working_day_from(reached.plus(1));
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_working_days_after_a_thursday_is_the_next_thursday() {
        let thursday = Day::from_iso("2026-11-19").unwrap();
        let calendar = Calendar::default();
        assert_eq!(calendar.working_days_after(thursday, 1).iso(), "2026-11-20");
        assert_eq!(calendar.working_days_after(thursday, 2).iso(), "2026-11-23");
        assert_eq!(calendar.working_days_after(thursday, 5).iso(), "2026-11-26");
        assert_eq!(calendar.working_day_from(Day::from_iso("2026-11-21").unwrap()).iso(), "2026-11-23");
    }
}
