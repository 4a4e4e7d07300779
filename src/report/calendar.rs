//! A year of the working-day calendar: as JSON, and as lines that name every day off but weekends. It decides no day.

use serde_json::{Map, Value, json};

use crate::domain::calendar::{Calendar, DayKind, DayOff};
use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::i18n::calendar::CalendarTell;
use crate::i18n::holiday;

/// Each day with what it is. Names of holidays are in the reader's language.
pub fn json(calendar: &Calendar, days: &[Day], language: Language) -> Value {
    let day_json = |day: &Day| {
        let mut answer = Map::new();
        let mut put = |key: &str, value: Value| answer.insert(key.to_owned(), value);
        put("date", day.iso().into());
        match calendar.kind(*day) {
            DayKind::Off(reason) => {
                put("kind", kind_code(reason).into());
                if let DayOff::NationalHoliday(name) = reason {
                    put("name", holiday::holiday(name, language).into());
                }
            }
            DayKind::Working => drop(put("kind", WORKDAY.into())),
            DayKind::Light => {
                put("kind", WORKDAY.into());
                put("light", true.into());
            }
        }
        Value::Object(answer)
    };
    json!({ "format": 1, "days": days.iter().map(day_json).collect::<Vec<_>>() })
}

const WORKDAY: &str = "workday";

/// What a day off is, in a word that stays the same in every version.
pub fn kind_code(reason: DayOff) -> &'static str {
    match reason {
        DayOff::NationalHoliday(_) => "national-holiday",
        DayOff::Weekend => "weekend",
        DayOff::OfficeClosed => "office-closed",
        DayOff::OfficeOwn => "office-own",
        DayOff::Leave => "leave",
        DayOff::OffPattern => "off-pattern",
    }
}

/// Month by month: how many working days, then what else there is; neighbours of one kind are one line.
pub fn lines(calendar: &Calendar, days: &[Day], language: Language) -> Vec<String> {
    let month_of = |day: &Day| (day.date().year(), day.date().month());
    let mut lines = Vec::new();
    for month in days.chunk_by(|one, other| month_of(one) == month_of(other)) {
        let working = month.iter().filter(|day| calendar.is_working_day(**day)).count();
        lines.push(CalendarTell::Month { first: month[0], working });
        for spell in month.chunk_by(|one, other| told(calendar, *one) == told(calendar, *other)) {
            let (first, last) = (spell[0], spell[spell.len() - 1]);
            match told(calendar, first) {
                DayKind::Working => {}
                DayKind::Off(reason) => lines.push(CalendarTell::Off { first, last, reason }),
                DayKind::Light => lines.push(CalendarTell::Light { first, last }),
            }
        }
    }
    lines.iter().map(|line| line.in_language(language)).collect()
}

/// What is told of a day: the free days of every week need no line, and a busy time goes on over them.
fn told(calendar: &Calendar, day: Day) -> DayKind {
    match calendar.kind(day) {
        DayKind::Off(DayOff::Weekend | DayOff::OffPattern) if calendar.is_busy(day) => DayKind::Light,
        DayKind::Off(DayOff::Weekend | DayOff::OffPattern) => DayKind::Working,
        kind => kind,
    }
}
