//! The command line: words in, a job out, or a refusal in the reader's language. It never does the job, never looks at
//! a file, and lets nothing of the argument library out.

mod command;
mod days;
mod reading;
mod refusal;

use std::ffi::OsString;
use std::path::PathBuf;

use crate::domain::language::Language;
use crate::domain::statistics::YearKind;
use crate::domain::work_pattern::WorkPattern;
use crate::width::Ambiguous;

pub use days::SaidDay;
pub use refusal::{Refusal, RefusalKind};

pub(in crate::cli) use command::command;

/// A command line that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    pub global: GlobalArguments,
    pub job: Job,
}

/// What may stand in any command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlobalArguments {
    /// Where the record is kept.
    pub data_dir: Option<PathBuf>,
    /// The folder that is the library.
    pub lessons: Option<PathBuf>,
    /// `office.toml`.
    pub office: Option<PathBuf>,
    pub language: Option<Language>,
    /// Who is learning, as written; whether it can name a folder is the engine's to say.
    pub profile: Option<String>,
    /// How wide this terminal draws ambiguous characters: above what is set or remembered.
    pub ambiguous: Option<AmbiguousWidth>,
    /// Where the clock starts, as written; given only together with `data_dir`.
    pub now: Option<String>,
}

/// `--ambiguous`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// The terminal is asked, whatever is remembered.
    Auto,
    Known(Ambiguous),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// `sukima` alone: today's three minutes.
    Home {
        plain: bool,
    },
    Study {
        /// 1 to 60.
        minutes: Option<u32>,
        plain: bool,
        /// The id of a lesson.
        lesson: Option<String>,
    },
    /// はじめの6問.
    Begin {
        plain: bool,
    },
    Check {
        /// The library in use when none is named.
        folder: Option<PathBuf>,
        fix: bool,
        json: bool,
    },
    LessonsList {
        json: bool,
    },
    LessonsShow {
        /// The id of a lesson, or the path of a file.
        lesson: OsString,
        /// 20 to 400.
        columns: Option<u16>,
    },
    LessonsUnpack {
        folder: PathBuf,
    },
    Status {
        json: bool,
    },
    Streak {
        explain: bool,
        json: bool,
    },
    Stats {
        kind: YearKind,
        /// The one with today in it when none is named.
        year: Option<i16>,
        form: FigureForm,
    },
    Calendar {
        /// The current year when none is named.
        year: Option<i16>,
        json: bool,
    },
    Leave {
        /// Only listed when there is none.
        change: Option<LeaveChange>,
        json: bool,
    },
    Workdays {
        /// Only shown when none are named.
        set: Option<(WorkPattern, SaidDay)>,
        json: bool,
    },
    Fit {
        reset: bool,
        json: bool,
    },
    Doctor {
        rebuild: bool,
        json: bool,
    },
    Completions {
        shell: Shell,
    },
    Manual,
}

/// How figures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureForm {
    Lines,
    Json,
    /// A table for a spreadsheet.
    Csv,
}

/// What is told of leave: from one day to another, or of that day alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaveChange {
    pub from: SaidDay,
    pub to: Option<SaidDay>,
    /// It is taken back.
    pub is_cancelled: bool,
}

/// A shell that completions can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    PowerShell,
}

/// Reads a command line whose first word is the program's own name. Help and refusals are in `language`.
pub fn parse(words: impl IntoIterator<Item = OsString>, language: Language) -> Result<Arguments, Refusal> {
    let words: Vec<OsString> = words.into_iter().collect();
    if let Some(problem) = refusal::full_width_option(&words) {
        return Err(Refusal::mistake(&problem, &words, language));
    }
    command(language)
        .try_get_matches_from(&words)
        .map_err(|error| refusal::from_library(&error, &words, language))
        .and_then(|matches| reading::read(&matches, &words, language))
}

#[cfg(test)]
mod tests;
