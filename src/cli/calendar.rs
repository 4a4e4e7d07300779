//! `sukima calendar`, `leave` and `workdays`: the learner's calendar printed, and what they tell of it kept.

use std::io::{self, Write};

use jiff::civil::date;
use serde_json::json;

use crate::app::{Storage, unkept};
use crate::cli::arguments::{LeaveChange, SaidDay};
use crate::cli::opening::store_failure;
use crate::cli::{COULD_NOT_START, Failure, after_reading};
use crate::domain::calendar::DayOff;
use crate::domain::day::Day;
use crate::domain::holiday::YEARS;
use crate::domain::work_pattern::WorkPattern;
use crate::engine::Engine;
use crate::i18n::calendar::CalendarTell;
use crate::report;

/// The longest leave there is: five years.
const LEAVE_DAYS_AT_MOST: i32 = 1_827;

/// Prints a year.
pub fn year(engine: &Engine, year: Option<i16>, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    let language = engine.settings.language;
    if engine.office.days_are_broken {
        writeln!(io::stderr(), "{}", CalendarTell::OfficeBroken.in_language(language))?;
    }
    let year = year.unwrap_or_else(|| engine.today().date().year());
    let (first, last) = (Day::from_date(date(year, 1, 1)), Day::from_date(date(year, 12, 31)));
    let days: Vec<Day> = (0..=last.days_since(first)).map(|days| first.plus(days)).collect();
    if as_json {
        return writeln!(out, "{}", report::calendar::json(engine.calendar(), &days, language));
    }
    let lines = report::calendar::lines(engine.calendar(), &days, language);
    lines.into_iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Lists leave, keeps some, or takes some back.
pub fn leave(
    engine: &mut Engine,
    change: Option<LeaveChange>,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<io::Result<()>, Failure> {
    let Some(LeaveChange { from, to, is_cancelled }) = change else { return Ok(list(engine, as_json, out)) };
    let today = engine.today();
    let first = from.day(today, today);
    let last = to.map_or(first, |to| to.day(today, first));
    if last < first {
        return refuse(engine, "leave-backwards", CalendarTell::LeaveBackwards { first, last });
    }
    if ![first, last].iter().all(|day| YEARS.contains(&day.date().year())) {
        let (least, most) = YEARS.into_inner();
        return refuse(engine, "leave-out-of-range", CalendarTell::LeaveOutOfRange { least, most });
    }
    let days = last.days_since(first) + 1;
    let told = if is_cancelled {
        if !engine.calendar().leave().any(|(start, end)| start <= last && first <= end) {
            return refuse(engine, "leave-not-found", CalendarTell::LeaveNotFound { first, last });
        }
        keep(engine, |engine| engine.withdraw_leave(first, last))?;
        CalendarTell::LeaveWithdrawn { first, last }
    } else {
        if days > LEAVE_DAYS_AT_MOST {
            return refuse(engine, "leave-too-long", CalendarTell::LeaveTooLong { days, most: LEAVE_DAYS_AT_MOST });
        }
        keep(engine, |engine| engine.declare_leave(first, last))?;
        let spell = (0..days).map(|days| first.plus(days));
        let working = spell.filter(|day| engine.calendar().day_off(*day) == Some(DayOff::Leave)).count();
        CalendarTell::LeaveDeclared { first, last, working }
    };
    if as_json {
        return Ok(list(engine, true, out));
    }
    Ok(writeln!(out, "{}", told.in_language(engine.settings.language)))
}

fn list(engine: &Engine, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    let leave: Vec<(Day, Day)> = engine.calendar().leave().collect();
    if as_json {
        let ends = leave.iter().map(|(first, last)| json!({ "from": first.iso(), "to": last.iso() }));
        return writeln!(out, "{}", json!({ "format": 1, "leave": ends.collect::<Vec<_>>() }));
    }
    let language = engine.settings.language;
    if leave.is_empty() {
        let example = engine.calendar().working_days_after(engine.today(), 1);
        return writeln!(out, "{}", CalendarTell::NoLeave { example }.in_language(language));
    }
    leave
        .into_iter()
        .try_for_each(|(first, last)| writeln!(out, "{}", CalendarTell::Leave { first, last }.in_language(language)))
}

/// Shows the weekdays that are worked, or changes them.
pub fn workdays(
    engine: &mut Engine,
    set: Option<(WorkPattern, SaidDay)>,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<io::Result<()>, Failure> {
    let today = engine.today();
    let told = match set {
        Some((pattern, from)) => {
            let from = from.day(today, today);
            keep(engine, |engine| engine.set_work_pattern(from, pattern))?;
            CalendarTell::PatternSet { from, pattern }
        }
        None => CalendarTell::Pattern { pattern: engine.calendar().pattern_on(today) },
    };
    if as_json {
        let weekdays = Vec::<String>::from(engine.calendar().pattern_on(today));
        return Ok(writeln!(out, "{}", json!({ "format": 1, "day": today.iso(), "weekdays": weekdays })));
    }
    Ok(writeln!(out, "{}", told.in_language(engine.settings.language)))
}

/// Keeps a fact; where nothing can be kept, that is said instead of the thanks.
fn keep(
    engine: &mut Engine,
    fact: impl FnOnce(&mut Engine) -> Result<(), crate::store::StoreError>,
) -> Result<(), Failure> {
    let language = engine.settings.language;
    if !matches!(engine.storage(), Storage::NotKept { .. } | Storage::ReadOnly { .. }) {
        fact(engine).map_err(|error| store_failure(&error, language))?;
    }
    match unkept(&engine.storage(), language) {
        None => Ok(()),
        Some(say) => {
            Err(Failure { exit_code: after_reading(engine), code: "not-stored", text: say.in_language(language) })
        }
    }
}

fn refuse<T>(engine: &Engine, code: &'static str, why: CalendarTell) -> Result<T, Failure> {
    Err(Failure { exit_code: COULD_NOT_START, code, text: why.in_language(engine.settings.language) })
}
