//! `sukima stats`: pictures of progress as figures, printed. It counts nothing itself.

use std::io::{self, Write};

use crate::app::unkept;
use crate::cli::Failure;
use crate::cli::arguments::FigureForm;
use crate::cli::opening::store_failure;
use crate::domain::statistics::{StudyYear, YearKind};
use crate::engine::Engine;
use crate::report::statistics;

/// Prints the figures with the days of a year; without a number, of the one with today in it.
pub fn run(
    engine: &Engine,
    kind: YearKind,
    number: Option<i16>,
    form: FigureForm,
    out: &mut dyn Write,
) -> Result<io::Result<()>, Failure> {
    let language = engine.settings.language;
    let current = StudyYear::of(engine.today(), kind);
    let year = StudyYear { number: number.unwrap_or(current.number), ..current };
    let figures = engine.statistics(year).map_err(|error| store_failure(&error, language))?;
    Ok(match form {
        FigureForm::Json => writeln!(out, "{}", statistics::json(&figures)),
        FigureForm::Csv => write!(out, "{}", statistics::csv(&figures, language)),
        FigureForm::Lines => {
            let warning = unkept(&engine.storage(), language).map(|line| line.in_language(language));
            let lines = warning.into_iter().chain(statistics::lines(&figures, language));
            lines.into_iter().try_for_each(|line| writeln!(out, "{line}"))
        }
    })
}
