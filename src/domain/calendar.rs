//! Which days are working days, for one learner: national holidays, the office's own days, declared leave and the
//! weekdays that they work. Everything that asks "is this a working day" asks this file; it never looks at a clock.
//!
//! When a day has several reasons to be off, the first of these is told: a national holiday, a weekend, the closing of
//! every office from 29 December to 3 January (地方自治法 Article 4-2), a day of the office's own, leave, a weekday
//! without work. Only somebody who works on a Saturday or Sunday has no weekend there.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::day_ranges::DayRanges;
use crate::domain::holiday::{Holiday, holiday};
use crate::domain::work_pattern::WorkPattern;

/// A leave of five years is the longest there is, and nobody is told a day beyond twice that.
const SEARCHED_DAYS: i32 = 3_660;

/// Why nothing is expected on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff {
    NationalHoliday(Holiday),
    Weekend,
    /// 29 December to 3 January.
    OfficeClosed,
    /// In `closed_days` of `office.toml`.
    OfficeOwn,
    /// Declared by the learner.
    Leave,
    /// A weekday on which the learner does not work.
    OffPattern,
}

/// What a day is for its learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    Working,
    /// A working day in one of the office's busy times: one minute is planned.
    Light,
    Off(DayOff),
}

/// A working day for which something is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedDay {
    pub day: Day,
    /// The first day off that moved it here, when that was more than a weekend.
    pub because: Option<(Day, DayOff)>,
}

/// Days that an office names in `office.toml`. They are kept in the log as they were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OfficeDays {
    pub kind: OfficeDayKind,
    pub from: Day,
    pub to: Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeDayKind {
    Closed,
    /// A busy time: one minute is planned.
    Light,
}

/// The working-day calendar of one learner, as folded from what was seen, declared and set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Each from its first day on, the earliest first; Monday to Friday before the first.
    patterns: Vec<(Day, WorkPattern)>,
    closed: DayRanges,
    light: DayRanges,
    leave: DayRanges,
    /// The office's list as it was seen last.
    office: Vec<OfficeDays>,
}

impl Calendar {
    /// Why this day is off; `None` on a working day.
    pub fn day_off(&self, day: Day) -> Option<DayOff> {
        let date = day.date();
        let weekday = date.weekday();
        let works = self.pattern_on(day).contains(weekday);
        if let Some(name) = holiday(date) {
            Some(DayOff::NationalHoliday(name))
        } else if !works && matches!(weekday, Weekday::Saturday | Weekday::Sunday) {
            Some(DayOff::Weekend)
        } else if is_year_end(date) {
            Some(DayOff::OfficeClosed)
        } else if self.closed.contains(day) {
            Some(DayOff::OfficeOwn)
        } else if self.leave.contains(day) {
            Some(DayOff::Leave)
        } else {
            (!works).then_some(DayOff::OffPattern)
        }
    }

    pub fn is_working_day(&self, day: Day) -> bool {
        self.day_off(day).is_none()
    }

    /// Whether the office named the day as one of a busy time, free or not.
    pub fn is_busy(&self, day: Day) -> bool {
        self.light.contains(day)
    }

    pub fn kind(&self, day: Day) -> DayKind {
        match self.day_off(day) {
            Some(reason) => DayKind::Off(reason),
            None if self.light.contains(day) => DayKind::Light,
            None => DayKind::Working,
        }
    }

    /// This day if it is a working day, else the first one after it.
    pub fn working_day_from(&self, day: Day) -> Day {
        // Years without a working day are a broken calendar; the day itself is the honest answer then.
        (0..SEARCHED_DAYS).map(|days| day.plus(days)).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// The working day that comes `count` working days after `day`.
    pub fn working_days_after(&self, day: Day, count: u32) -> Day {
        let mut reached = day;
        for _ in 0..count {
            reached = self.working_day_from(reached.plus(1));
        }
        reached
    }

    /// Where something due on `due` is planned, and what moved it.
    pub fn planned(&self, due: Day) -> PlannedDay {
        let day = self.working_day_from(due);
        let between = (0..day.days_since(due)).map(|days| due.plus(days));
        let mut reasons = between.filter_map(|between| Some((between, self.day_off(between)?)));
        PlannedDay { day, because: reasons.find(|(_, reason)| *reason != DayOff::Weekend) }
    }

    /// The weekdays worked on a day.
    pub fn pattern_on(&self, day: Day) -> WorkPattern {
        let after = self.patterns.partition_point(|(from, _)| *from <= day);
        after.checked_sub(1).map(|place| self.patterns[place].1).unwrap_or_default()
    }

    /// Leave as declared, the earliest first.
    pub fn leave(&self) -> impl Iterator<Item = (Day, Day)> {
        self.leave.iter()
    }

    /// The office's list as it was seen last.
    pub fn office(&self) -> &[OfficeDays] {
        &self.office
    }

    /// From the day on which a list was seen it replaces what was known. Before that day it can only add: a day that
    /// was off when it was lived stays off, whatever an office takes out of its file later.
    pub fn see_office(&mut self, seen_on: Day, days: &[OfficeDays]) {
        for known in [&mut self.closed, &mut self.light] {
            known.remove(seen_on, Day(i32::MAX));
        }
        for &OfficeDays { kind, from, to } in days {
            match kind {
                OfficeDayKind::Closed => self.closed.add(from, to),
                OfficeDayKind::Light => self.light.add(from, to),
            }
        }
        self.office = days.to_vec();
    }

    pub fn declare_leave(&mut self, from: Day, to: Day) {
        self.leave.add(from, to);
    }

    pub fn withdraw_leave(&mut self, from: Day, to: Day) {
        self.leave.remove(from, to);
    }

    /// The weekdays worked from a day on; the days before keep theirs.
    pub fn set_pattern(&mut self, from: Day, pattern: WorkPattern) {
        self.patterns.retain(|(earlier, _)| *earlier < from);
        self.patterns.push((from, pattern));
    }
}

fn is_year_end(date: Date) -> bool {
    matches!((date.month(), date.day()), (12, 29..) | (1, ..=3))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).unwrap()
    }

    #[test]
    fn working_days_are_counted_over_weekends_and_holidays() {
        let thursday = day("2026-11-19");
        let calendar = Calendar::default();
        assert_eq!(calendar.working_days_after(thursday, 1).iso(), "2026-11-20");
        assert_eq!(calendar.working_days_after(thursday, 2).iso(), "2026-11-24", "Monday is a national holiday");
        assert_eq!(calendar.working_days_after(thursday, 5).iso(), "2026-11-27");
        assert_eq!(calendar.working_day_from(day("2026-11-21")).iso(), "2026-11-24");
        assert_eq!(calendar.working_day_from(day("2026-12-29")).iso(), "2027-01-04");
    }

    #[rstest]
    #[case("2027-01-01", Some(DayOff::NationalHoliday(Holiday::NewYear)), "a holiday before the closing")]
    #[case("2026-11-03", Some(DayOff::NationalHoliday(Holiday::Culture)), "a holiday before leave")]
    #[case("2026-05-03", Some(DayOff::NationalHoliday(Holiday::Constitution)), "a holiday before a weekend")]
    #[case("2027-01-02", Some(DayOff::Weekend), "a weekend before the closing")]
    #[case("2026-12-29", Some(DayOff::OfficeClosed), "the closing before a day of the office's own")]
    #[case("2026-12-28", Some(DayOff::OfficeOwn), "a day of the office's own before leave")]
    #[case("2026-12-25", Some(DayOff::Leave), "leave before a weekday without work")]
    #[case("2026-12-18", Some(DayOff::OffPattern), "Fridays are free")]
    #[case("2026-12-17", None, "a working day")]
    #[case("2026-12-19", None, "Saturdays are worked, so they are no weekend")]
    fn the_first_reason_is_told(#[case] iso: &str, #[case] reason: Option<DayOff>, #[case] why: &str) {
        let mut calendar = Calendar::default();
        let weekdays = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Saturday];
        calendar.set_pattern(day("2026-12-01"), WorkPattern::new(&weekdays).unwrap());
        calendar.declare_leave(day("2026-12-25"), day("2026-12-29"));
        calendar.declare_leave(day("2026-11-02"), day("2026-11-04"));
        let closed = OfficeDays { kind: OfficeDayKind::Closed, from: day("2026-12-28"), to: day("2026-12-29") };
        calendar.see_office(day("2026-12-01"), &[closed]);
        if iso == "2027-01-02" {
            calendar.set_pattern(day("2027-01-01"), WorkPattern::default());
        }
        assert_eq!(calendar.day_off(day(iso)), reason, "{why}");
    }

    #[test]
    fn a_day_that_was_off_stays_off_when_the_office_takes_it_out_later() {
        let closed = |iso: &str| OfficeDays { kind: OfficeDayKind::Closed, from: day(iso), to: day(iso) };
        let mut calendar = Calendar::default();
        calendar.see_office(day("2026-04-01"), &[closed("2026-06-01"), closed("2026-08-14")]);
        calendar.see_office(day("2026-07-01"), &[closed("2026-06-02")]);
        let is_off = |iso: &str| calendar.day_off(day(iso)) == Some(DayOff::OfficeOwn);
        assert!(is_off("2026-06-01"), "it was off when it was lived");
        assert!(is_off("2026-06-02"), "a day off told afterwards counts");
        assert!(!is_off("2026-08-14"), "a day to come was taken back");
    }

    #[test]
    fn another_weekly_pattern_leaves_the_days_before_it_alone() {
        let mut calendar = Calendar::default();
        calendar.set_pattern(day("2026-04-01"), WorkPattern::new(&[Weekday::Monday]).unwrap());
        assert_eq!(calendar.day_off(day("2026-03-31")), None);
        assert_eq!(calendar.day_off(day("2026-04-01")), Some(DayOff::OffPattern));
        assert_eq!(calendar.working_days_after(day("2026-04-01"), 1).iso(), "2026-04-06");
        calendar.set_pattern(day("2026-10-01"), WorkPattern::new(&[Weekday::Thursday]).unwrap());
        let tuesday = calendar.day_off(day("2026-09-29"));
        assert_eq!(tuesday, Some(DayOff::OffPattern), "only Mondays were worked until September");
        assert_eq!(calendar.day_off(day("2026-10-05")), Some(DayOff::OffPattern));
    }

    #[test]
    fn only_more_than_a_weekend_is_told_as_a_reason() {
        let calendar = Calendar::default();
        let holiday = (day("2026-11-23"), DayOff::NationalHoliday(Holiday::LaborThanksgiving));
        for (due, planned, because) in [
            ("2026-11-21", "2026-11-24", Some(holiday)),
            ("2026-11-23", "2026-11-24", Some(holiday)),
            ("2026-11-14", "2026-11-16", None),
            ("2026-11-20", "2026-11-20", None),
        ] {
            assert_eq!(calendar.planned(day(due)), PlannedDay { day: day(planned), because }, "{due}");
        }
    }
}
