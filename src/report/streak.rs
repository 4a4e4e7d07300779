//! `streak --json`: the streak and what each day did, in words that stay the same in every version. It counts nothing.

use serde_json::{Map, Value, json};

use crate::domain::calendar::DayOff;
use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::domain::streak::{DayEffect, DayExplanation, Streak};
use crate::i18n::holiday;
use crate::report::calendar::kind_code;

/// The streak as JSON; with `days`, what each of them did. Names of holidays are in the reader's language.
pub fn json(today: Day, streak: Streak, days: Option<&[DayExplanation]>, language: Language) -> Value {
    let mut answer = json!({
        "format": 1,
        "day": today.iso(),
        "length": streak.length,
        "spare": streak.spare,
        "toward_spare": streak.toward_spare,
        "put_aside": streak.put_aside,
    });
    if let Some(days) = days {
        answer["days"] = days.iter().map(|day| day_json(day, language)).collect();
    }
    answer
}

fn day_json(explanation: &DayExplanation, language: Language) -> Value {
    let mut day = Map::new();
    let mut put = |key: &str, value: Value| day.insert(key.to_owned(), value);
    let (code, reason) = effect_code(&explanation.effect);
    put("date", explanation.day.iso().into());
    put("effect", code.into());
    if let Some(reason) = reason {
        put("kind", kind_code(reason).into());
        if let DayOff::NationalHoliday(name) = reason {
            put("name", holiday::holiday(name, language).into());
        }
    }
    if let DayEffect::Studied { earned_spare } | DayEffect::Restored { earned_spare } = explanation.effect {
        put("earned_spare", earned_spare.into());
    }
    put("length", explanation.streak.length.into());
    put("spare", explanation.streak.spare.into());
    put("put_aside", explanation.streak.put_aside.into());
    Value::Object(day)
}

fn effect_code(effect: &DayEffect) -> (&'static str, Option<DayOff>) {
    match effect {
        DayEffect::Studied { .. } => ("studied", None),
        DayEffect::StudiedOnDayOff(reason) => ("studied-on-day-off", Some(*reason)),
        DayEffect::StudiedAhead => ("studied-ahead", None),
        DayEffect::Restored { .. } => ("restored", None),
        DayEffect::NothingToStudy => ("nothing-to-study", None),
        DayEffect::DayOff(reason) => ("day-off", Some(*reason)),
        DayEffect::NothingPlanned => ("nothing-planned", None),
        DayEffect::SpareUsed => ("spare-used", None),
        DayEffect::PutAside { .. } => ("put-aside", None),
        DayEffect::Nothing => ("nothing", None),
        DayEffect::Open => ("open", None),
    }
}
