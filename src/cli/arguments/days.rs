//! Days and weekdays as people write them on a command line. It knows no today: what is said by it is worked out later.

use std::ffi::OsStr;

use jiff::civil::{Date, Weekday};

use crate::cli::arguments::refusal::{half_width, shown};
use crate::domain::day::Day;
use crate::domain::work_pattern::WorkPattern;
use crate::i18n::usage::UsageProblem;

/// A day as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidDay {
    On(Day),
    /// `12/1`: of the year in which it is nearest.
    Of {
        month: i8,
        day: i8,
    },
    /// `明日`: so many days from today.
    Away(i32),
}

impl SaidDay {
    /// The day, as said on `today`; a day without a year is the one nearest to `near`.
    pub fn day(self, today: Day, near: Day) -> Day {
        match self {
            SaidDay::On(day) => day,
            SaidDay::Away(days) => today.plus(days),
            SaidDay::Of { month, day } => {
                let year = near.date().year();
                // 29 February may be four years away, and eight around 2100.
                let dates = (year - 8..=year + 8).filter_map(|year| Date::new(year, month, day).ok());
                dates.map(Day::from_date).min_by_key(|day| day.days_since(near).abs()).unwrap_or(near)
            }
        }
    }
}

/// `2026-12-01`, `2026/12/1`, `令和8年12月1日`, `R8.12.1`, `20261201`, `12/1`, `明日`.
pub(super) fn said_day(word: &OsStr) -> Result<SaidDay, UsageProblem> {
    word.to_str()
        .and_then(|text| read_day(half_width(text).trim()))
        .ok_or_else(|| UsageProblem::UnreadableDay { found: shown(word) })
}

fn read_day(text: &str) -> Option<SaidDay> {
    match text.to_ascii_lowercase().as_str() {
        "今日" | "本日" | "きょう" | "today" => return Some(SaidDay::Away(0)),
        "明日" | "あした" | "あす" | "tomorrow" => return Some(SaidDay::Away(1)),
        "昨日" | "きのう" | "yesterday" => return Some(SaidDay::Away(-1)),
        _ => {}
    }
    let (era_years, rest) = match text.strip_prefix("令和").or_else(|| text.strip_prefix(['R', 'r'])) {
        Some(rest) => (2018, rest),
        None => (0, text),
    };
    let is_digit = |character: char| character.is_ascii_digit();
    let is_between = |character: char| is_digit(character) || "-/.年月日".contains(character);
    if !rest.chars().all(is_between) || !rest.starts_with(is_digit) {
        return None;
    }
    let numbers: Vec<&str> = rest.split(|character| !is_digit(character)).filter(|part| !part.is_empty()).collect();
    let small = |text: &str| text.parse::<i8>().ok();
    let on = |year: &str, month: &str, day: &str| {
        let year = year.parse::<i16>().ok()?.checked_add(era_years)?;
        Date::new(year, small(month)?, small(day)?).ok().map(|date| SaidDay::On(Day::from_date(date)))
    };
    match numbers.as_slice() {
        [year, month, day] => on(year, month, day),
        [month, day] if era_years == 0 => {
            let (month, day) = (small(month)?, small(day)?);
            // Any leap year says whether the day is one at all.
            Date::new(2024, month, day).ok().map(|_| SaidDay::Of { month, day })
        }
        [whole] if whole.len() == 8 && era_years == 0 => on(&whole[..4], &whole[4..6], &whole[6..]),
        _ => None,
    }
}

/// `月-金`, `火水木金土`, `mon,wed,fri`, `tue-sat`, in one word or several.
pub(super) fn weekdays<'a>(words: impl Iterator<Item = &'a OsStr>) -> Result<WorkPattern, UsageProblem> {
    let mut chosen = Vec::new();
    let mut said = String::new();
    for word in words {
        let unreadable = || UsageProblem::UnreadableWeekdays { found: shown(word) };
        let text = half_width(word.to_str().ok_or_else(unreadable)?).to_lowercase();
        chosen.extend(read_weekdays(&text).ok_or_else(unreadable)?);
        said.push_str(&text);
    }
    WorkPattern::new(&chosen).ok_or_else(|| UsageProblem::UnreadableWeekdays { found: shown(OsStr::new(&said)) })
}

fn read_weekdays(text: &str) -> Option<Vec<Weekday>> {
    let mut chosen = Vec::new();
    let mut range_from: Option<Weekday> = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((name, weekday)) = NAMES.iter().find(|(name, _)| rest.starts_with(name)) {
            rest = &rest[name.len()..];
            match range_from.take() {
                Some(from) => chosen.extend(from.cycle_forward().take(7).scan(false, |is_over, next| {
                    let told = (!*is_over).then_some(next);
                    *is_over |= next == *weekday;
                    told
                })),
                None => chosen.push(*weekday),
            }
        } else if "-~〜～から".contains(first) {
            range_from = range_from.or_else(|| chosen.last().copied());
            range_from?;
            rest = &rest[first.len_utf8()..];
        } else if ", 、・/と".contains(first) && range_from.is_none() {
            rest = &rest[first.len_utf8()..];
        } else {
            return None;
        }
    }
    range_from.is_none().then_some(chosen)
}

/// The longer names first, so that `monday` is not `mon` and a rest.
const NAMES: [(&str, Weekday); 35] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
    ("月曜日", Weekday::Monday),
    ("火曜日", Weekday::Tuesday),
    ("水曜日", Weekday::Wednesday),
    ("木曜日", Weekday::Thursday),
    ("金曜日", Weekday::Friday),
    ("土曜日", Weekday::Saturday),
    ("日曜日", Weekday::Sunday),
    ("月曜", Weekday::Monday),
    ("火曜", Weekday::Tuesday),
    ("水曜", Weekday::Wednesday),
    ("木曜", Weekday::Thursday),
    ("金曜", Weekday::Friday),
    ("土曜", Weekday::Saturday),
    ("日曜", Weekday::Sunday),
    ("月", Weekday::Monday),
    ("火", Weekday::Tuesday),
    ("水", Weekday::Wednesday),
    ("木", Weekday::Thursday),
    ("金", Weekday::Friday),
    ("土", Weekday::Saturday),
    ("日", Weekday::Sunday),
];

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-12-01", "2026-12-01")]
    #[case("２０２６／１２／１", "2026-12-01")]
    #[case("2026年12月1日", "2026-12-01")]
    #[case("令和8年12月1日", "2026-12-01")]
    #[case("R8.12.1", "2026-12-01")]
    #[case("20261201", "2026-12-01")]
    #[case("12/1", "2026-12-01")]
    #[case("1月5日", "2027-01-05")]
    #[case("11/2", "2026-11-02")]
    #[case("2/29", "2028-02-29")]
    #[case("明日", "2026-11-23")]
    #[case("today", "2026-11-22")]
    fn a_day_is_read_as_people_write_it(#[case] written: &str, #[case] iso: &str) {
        let today = Day::from_iso("2026-11-22").unwrap();
        assert_eq!(said_day(OsStr::new(written)).unwrap().day(today, today).iso(), iso);
    }

    #[rstest]
    #[case("2026-13-01")]
    #[case("2026-02-29")]
    #[case("13/1")]
    #[case("2/30")]
    #[case("soon")]
    #[case("2026-12")]
    #[case("-1")]
    #[case("")]
    #[case("令和")]
    #[case("99999-1-1")]
    fn what_no_calendar_has_is_refused(#[case] written: &str) {
        let refused = said_day(OsStr::new(written)).and_then(|said| match said {
            // Two numbers are a month and a day, never a year.
            SaidDay::Of { .. } => Err(UsageProblem::NotUnicode),
            other => Ok(other),
        });
        assert!(refused.is_err(), "{refused:?}");
    }

    #[rstest]
    #[case(&["月-金"], "mon tue wed thu fri")]
    #[case(&["火水木金土"], "tue wed thu fri sat")]
    #[case(&["mon,WED,fri"], "mon wed fri")]
    #[case(&["tue-sat"], "tue wed thu fri sat")]
    #[case(&["月曜日", "水", "Friday"], "mon wed fri")]
    #[case(&["金〜月"], "mon fri sat sun")]
    #[case(&["月から水、金"], "mon tue wed fri")]
    #[case(&["日"], "sun")]
    fn weekdays_are_read_as_people_write_them(#[case] written: &[&str], #[case] names: &str) {
        let pattern = weekdays(written.iter().map(OsStr::new)).unwrap();
        assert_eq!(Vec::<String>::from(pattern).join(" "), names);
    }

    #[rstest]
    #[case(&["every day"])]
    #[case(&["月-"])]
    #[case(&["-金"])]
    #[case(&[""])]
    #[case(&["mon--"])]
    #[case(&["月、-金x"])]
    fn what_is_no_weekday_is_refused(#[case] written: &[&str]) {
        assert!(weekdays(written.iter().map(OsStr::new)).is_err());
    }
}
