//! `sukima status`: figures of the record, read and printed.

use std::io::{self, Write};

use crate::app::unkept;
use crate::cli::Failure;
use crate::cli::opening::store_failure;
use crate::domain::day::Day;
use crate::domain::event::Outcome;
use crate::engine::Engine;
use crate::report::status::{self, Status};
use crate::store::StoreError;

/// Prints the figures.
pub fn run(engine: &Engine, as_json: bool, out: &mut dyn Write) -> Result<io::Result<()>, Failure> {
    let language = engine.settings.language;
    let status = figures(engine).map_err(|error| store_failure(&error, language))?;
    Ok(if as_json {
        writeln!(out, "{}", status::json(&status))
    } else {
        let warning = unkept(&engine.storage(), engine.settings.language).map(|line| line.in_language(language));
        warning.into_iter().chain(status::lines(&status, language)).try_for_each(|line| writeln!(out, "{line}"))
    })
}

fn figures(engine: &Engine) -> Result<Status, StoreError> {
    let store = engine.store();
    let progress = engine.progress_facts()?;
    let totals = engine.day_totals()?;
    let promises = store.promises()?;
    let today = engine.today();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Status {
        today,
        is_trial: store.is_trial()?,
        streak: progress.streak.length,
        spare_days: progress.streak.spare,
        put_aside: progress.streak.put_aside,
        restore_day: engine.calendar().working_day_from(today),
        clock_is_behind: engine.clock_is_behind(),
        days_studied: progress.days_studied,
        answers: progress.answers,
        right: progress.right,
        sure_wrong: totals.iter().map(|(_, total)| total.sure_wrong).sum(),
        lessons_done: count(store.lessons_done()?.len()),
        sessions: totals.iter().map(|(_, total)| total.sessions).sum(),
        study_ms: totals.iter().map(|(_, total)| total.study_ms).sum(),
        questions_met: u64::from(store.due_count(Day(i32::MAX))?),
        due_today: store.due_count(today)?,
        next_due: store.next_due(today)?.map(|day| engine.calendar().working_day_from(day)),
        promises_made: count(promises.len()),
        promises_kept: count(promises.iter().filter(|promise| promise.outcome == Some(Outcome::Kept)).count()),
        promises_open: count(promises.iter().filter(|promise| !promise.is_closed).count()),
        events: store.event_count()?,
    })
}
