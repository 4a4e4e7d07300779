//! `sukima streak`: how long, and with `--explain` what each day did, printed. It counts nothing itself.

use std::io::{self, Write};

use crate::cli::Failure;
use crate::cli::opening::store_failure;
use crate::engine::Engine;
use crate::i18n::command::Tell;
use crate::i18n::streak::StreakTell;
use crate::report;

/// Prints the streak.
pub fn run(engine: &Engine, explain: bool, as_json: bool, out: &mut dyn Write) -> Result<io::Result<()>, Failure> {
    let language = engine.settings.language;
    let (streak, days) = engine.streak_days().map_err(|error| store_failure(&error, language))?;
    let today = engine.today();
    if as_json {
        let days = explain.then_some(days.as_slice());
        return Ok(writeln!(out, "{}", report::streak::json(today, streak, days, language)));
    }
    let mut lines = Vec::new();
    lines.extend(engine.clock_is_behind().map(|newest| Tell::ClockIsBehind { newest }.in_language(language)));
    if days.is_empty() {
        lines.push(StreakTell::NoStudyYet.in_language(language));
    } else {
        if explain {
            lines.extend(days.iter().map(|day| StreakTell::Day(*day).in_language(language)));
        }
        lines.push(Tell::Streak { length: streak.length, spare: streak.spare }.in_language(language));
        let restore_day = Some(engine.calendar().working_day_from(today)).filter(|day| *day != today);
        lines.extend(streak.put_aside.map(|length| Tell::PutAside { length, day: restore_day }.in_language(language)));
    }
    if explain {
        lines.push(StreakTell::Rules.in_language(language));
    }
    Ok(lines.into_iter().try_for_each(|line| writeln!(out, "{line}")))
}
