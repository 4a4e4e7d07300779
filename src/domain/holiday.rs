//! Japanese national holidays, worked out from the law for each day from 1955 to 2099. No data file, and no name in
//! any language: those belong to `i18n`.
//!
//! Sources: the Act on National Holidays (国民の祝日に関する法律, Act No. 178 of 1948) with its amendments, the acts for
//! single days of the imperial house (1959, 1989, 1990, 1993, 2017 No. 63 and 2018 No. 99), and the Olympic special
//! measures (2018 No. 55, 2020 No. 68). The two equinoxes are announced by the National Astronomical Observatory each
//! February for the year after; until then they are the astronomers' forecast, which holds from 1900 to 2099.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday, date};

/// The years whose holidays are known.
pub const YEARS: RangeInclusive<i16> = 1955..=2099;

/// Why a day is a national holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    NewYear,
    ComingOfAge,
    Foundation,
    EmperorsBirthday,
    VernalEquinox,
    Showa,
    Constitution,
    Greenery,
    Children,
    Marine,
    Mountain,
    RespectForTheAged,
    AutumnalEquinox,
    /// 体育の日, the name of スポーツの日 up to 2019.
    PhysicalEducation,
    Sports,
    Culture,
    LaborThanksgiving,
    /// 10 April 1959 and 9 June 1993.
    Wedding,
    /// 24 February 1989.
    Funeral,
    /// 12 November 1990.
    Enthronement,
    /// 1 May 2019.
    Accession,
    /// 22 October 2019.
    EnthronementCeremony,
    /// 振替休日: in place of a holiday on a Sunday (Article 3, paragraph 2).
    Substitute,
    /// 国民の休日: between two holidays (Article 3, paragraph 3).
    BetweenHolidays,
}

/// Why `day` is a national holiday; `None` on other days and outside [`YEARS`].
pub fn holiday(day: Date) -> Option<Holiday> {
    if !YEARS.contains(&day.year()) {
        return None;
    }
    of_the_act(day)
        .or_else(|| of_one_act(day))
        .or_else(|| is_substitute(day).then_some(Holiday::Substitute))
        .or_else(|| is_between(day).then_some(Holiday::BetweenHolidays))
}

/// Article 2, as it stood in the year: the days called 国民の祝日.
fn of_the_act(day: Date) -> Option<Holiday> {
    let year = day.year();
    let is = |wanted: i8| day.day() == wanted;
    let is_monday = |count: i8| day.weekday() == Weekday::Monday && (day.day() - 1) / 7 + 1 == count;
    let (found, name) = match day.month() {
        1 if is(1) => (true, Holiday::NewYear),
        1 => (if year < 2000 { is(15) } else { is_monday(2) }, Holiday::ComingOfAge),
        2 if is(11) => (year >= 1967, Holiday::Foundation),
        2 => (year >= 2020 && is(23), Holiday::EmperorsBirthday),
        3 => (is(vernal_equinox(year)), Holiday::VernalEquinox),
        4 => {
            let name = match year {
                ..=1988 => Holiday::EmperorsBirthday,
                1989..=2006 => Holiday::Greenery,
                2007.. => Holiday::Showa,
            };
            (is(29), name)
        }
        5 if is(1) => (year == 2019, Holiday::Accession),
        5 if is(3) => (true, Holiday::Constitution),
        5 if is(4) => (year >= 2007, Holiday::Greenery),
        5 => (is(5), Holiday::Children),
        // For the Olympic Games three days were moved in 2020 and 2021.
        7 if year == 2020 && is(24) || year == 2021 && is(23) => (true, Holiday::Sports),
        7 => {
            let found = match year {
                ..=1995 => false,
                1996..=2002 => is(20),
                2020 => is(23),
                2021 => is(22),
                2003.. => is_monday(3),
            };
            (found, Holiday::Marine)
        }
        8 => {
            let found = match year {
                ..=2015 => false,
                2020 => is(10),
                2021 => is(8),
                2016.. => is(11),
            };
            (found, Holiday::Mountain)
        }
        9 if is(autumnal_equinox(year)) => (true, Holiday::AutumnalEquinox),
        9 => (year >= 1966 && if year < 2003 { is(15) } else { is_monday(3) }, Holiday::RespectForTheAged),
        10 if is(22) => (year == 2019, Holiday::EnthronementCeremony),
        10 => match year {
            ..=1965 | 2020 | 2021 => (false, Holiday::Sports),
            1966..=1999 => (is(10), Holiday::PhysicalEducation),
            2000..=2019 => (is_monday(2), Holiday::PhysicalEducation),
            2022.. => (is_monday(2), Holiday::Sports),
        },
        11 if is(3) => (true, Holiday::Culture),
        11 => (is(23), Holiday::LaborThanksgiving),
        12 => ((1989..=2018).contains(&year) && is(23), Holiday::EmperorsBirthday),
        _ => return None,
    };
    found.then_some(name)
}

/// Days off that each had an act of its own. Those of 2019 were 国民の祝日 and stand with the others.
fn of_one_act(day: Date) -> Option<Holiday> {
    match (day.year(), day.month(), day.day()) {
        (1959, 4, 10) | (1993, 6, 9) => Some(Holiday::Wedding),
        (1989, 2, 24) => Some(Holiday::Funeral),
        (1990, 11, 12) => Some(Holiday::Enthronement),
        _ => None,
    }
}

/// Since 12 April 1973 the Monday after a holiday on a Sunday; since 2007 the next day that is no holiday itself.
fn is_substitute(day: Date) -> bool {
    let Ok(mut before) = day.yesterday() else { return false };
    let may_be_far = day.year() >= 2007;
    while of_the_act(before).is_some() {
        if before.weekday() == Weekday::Sunday {
            return before >= date(1973, 4, 12);
        }
        match before.yesterday() {
            Ok(earlier) if may_be_far => before = earlier,
            _ => return false,
        }
    }
    false
}

/// Since 27 December 1985 a day with a holiday on either side; up to 2006 not when it is a Sunday.
fn is_between(day: Date) -> bool {
    let is_holiday = |beside: Result<Date, jiff::Error>| beside.is_ok_and(|beside| of_the_act(beside).is_some());
    day >= date(1985, 12, 27)
        && (day.year() >= 2007 || day.weekday() != Weekday::Sunday)
        && is_holiday(day.yesterday())
        && is_holiday(day.tomorrow())
}

fn vernal_equinox(year: i16) -> i8 {
    if year < 1980 { equinox(year, 20.8357, 1983) } else { equinox(year, 20.8431, 1980) }
}

fn autumnal_equinox(year: i16) -> i8 {
    if year < 1980 { equinox(year, 23.2588, 1983) } else { equinox(year, 23.2488, 1980) }
}

/// The forecast for Japan (海上保安庁水路部, 新こよみ便利帳): the day moves on by 0.242194 a year and back with each leap
/// day since `leap_from`.
fn equinox(year: i16, first: f64, leap_from: i16) -> i8 {
    let moved = first + 0.242_194 * f64::from(year - 1980);
    (moved - f64::from((year - leap_from) / 4)) as i8
}
