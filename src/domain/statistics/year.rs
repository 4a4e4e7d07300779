//! A year of 学習カレンダー: which days it has, and the mark of each. Decides no mark: the streak's own explanation does,
//! so that the picture and the streak never differ.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::fold::DayTotal;
use crate::domain::holiday::YEARS;
use crate::domain::streak::{DayEffect, explain};

/// A year by its first month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum YearKind {
    /// 年度: April to March, named by the year in which it begins.
    #[default]
    Fiscal,
    /// 暦年: January to December.
    Calendar,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StudyYear {
    pub kind: YearKind,
    pub number: i16,
}

/// What a day stands for in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayMark {
    /// Before the first day of the record, or after today.
    Blank,
    Studied,
    /// A working day without study, which お休みできる日 stood in for.
    SpareUsed,
    /// A working day without study.
    Missed,
    /// A day off, or one for which nothing was planned.
    Neutral,
    /// Today, before any study.
    Open,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearDay {
    pub day: Day,
    pub mark: DayMark,
    pub answers: u32,
}

/// What the days of one month came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    pub first: Day,
    pub studied: u32,
    pub spare_used: u32,
    pub missed: u32,
}

impl StudyYear {
    /// The year with this day in it.
    pub fn of(day: Day, kind: YearKind) -> StudyYear {
        let date = day.date();
        let is_before_april = kind == YearKind::Fiscal && date.month() < 4;
        StudyYear { kind, number: date.year() - i16::from(is_before_april) }
    }

    /// The year before or after it, within the years that the calendar knows.
    pub fn plus(self, years: i16) -> StudyYear {
        let (least, most) = YEARS.into_inner();
        StudyYear { number: self.number.saturating_add(years).clamp(least, most), ..self }
    }

    pub fn first(self) -> Day {
        Day::from_date(self.begin(self.number))
    }

    pub fn last(self) -> Day {
        Day::from_date(self.begin(self.number.saturating_add(1))).plus(-1)
    }

    fn begin(self, year: i16) -> Date {
        let year = year.clamp(-9_998, 9_998);
        date(year, if self.kind == YearKind::Fiscal { 4 } else { 1 }, 1)
    }

    pub(super) fn days(self, totals: &BTreeMap<Day, DayTotal>, calendar: &Calendar, today: Day) -> Vec<YearDay> {
        let explained = explain(totals, calendar, today);
        let began = explained.first().map(|first| first.day);
        let year_day = |day: Day| {
            let place = began.and_then(|began| usize::try_from(day.days_since(began)).ok());
            let known = place.and_then(|place| explained.get(place));
            let total = totals.get(&day).filter(|_| known.is_some());
            let mark = match known {
                None => DayMark::Blank,
                Some(_) if total.is_some_and(DayTotal::has_study) => DayMark::Studied,
                Some(known) => DayMark::without_study(&known.effect),
            };
            YearDay { day, mark, answers: total.map_or(0, |total| total.answers) }
        };
        (0..=self.last().days_since(self.first())).map(|days| year_day(self.first().plus(days))).collect()
    }
}

impl DayMark {
    fn without_study(effect: &DayEffect) -> DayMark {
        match effect {
            DayEffect::DayOff(_) | DayEffect::NothingPlanned => DayMark::Neutral,
            // A sitting that was closed did all that was planned.
            DayEffect::Restored { .. } | DayEffect::NothingToStudy => DayMark::Neutral,
            DayEffect::Studied { .. } | DayEffect::StudiedOnDayOff(_) | DayEffect::StudiedAhead => DayMark::Studied,
            DayEffect::SpareUsed => DayMark::SpareUsed,
            DayEffect::PutAside { .. } | DayEffect::Nothing => DayMark::Missed,
            DayEffect::Open => DayMark::Open,
        }
    }
}

impl Month {
    /// Whether anything is to be told of it.
    pub fn has_marks(&self) -> bool {
        self.studied > 0 || self.spare_used > 0 || self.missed > 0
    }

    pub(super) fn of_days(days: &[YearDay]) -> Vec<Month> {
        let months = days.chunk_by(|one, other| one.day.date().month() == other.day.date().month());
        let count = |month: &[YearDay], mark: DayMark| {
            u32::try_from(month.iter().filter(|day| day.mark == mark).count()).expect("a month has at most 31 days")
        };
        months
            .map(|month| Month {
                first: month[0].day,
                studied: count(month, DayMark::Studied),
                spare_used: count(month, DayMark::SpareUsed),
                missed: count(month, DayMark::Missed),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-03-31", YearKind::Fiscal, 2025, "2025-04-01", "2026-03-31")]
    #[case("2026-04-01", YearKind::Fiscal, 2026, "2026-04-01", "2027-03-31")]
    #[case("2028-02-29", YearKind::Fiscal, 2027, "2027-04-01", "2028-03-31")]
    #[case("2026-03-31", YearKind::Calendar, 2026, "2026-01-01", "2026-12-31")]
    fn a_day_lies_in_one_year_of_each_kind(
        #[case] day: &str,
        #[case] kind: YearKind,
        #[case] number: i16,
        #[case] first: &str,
        #[case] last: &str,
    ) {
        let year = StudyYear::of(Day::from_iso(day).unwrap(), kind);
        assert_eq!((year.number, year.first().iso(), year.last().iso()), (number, first.into(), last.into()));
    }
}
