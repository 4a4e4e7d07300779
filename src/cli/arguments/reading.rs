//! From matched words to plain values: each is read here, and a wrong one becomes a sentence. It knows the names that
//! `command` gave and nothing else of the argument library.

use std::ffi::{OsStr, OsString};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use clap::ArgMatches;

use crate::cli::arguments::command::command;
use crate::cli::arguments::days::{said_day, weekdays};
use crate::cli::arguments::refusal::{Refusal, half_width, shown};
use crate::cli::arguments::{AmbiguousWidth, Arguments, FigureForm, GlobalArguments, Job, LeaveChange, SaidDay, Shell};
use crate::domain::holiday::YEARS;
use crate::domain::language::Language;
use crate::domain::statistics::YearKind;
use crate::i18n::usage::UsageProblem;
use crate::text::SafeText;
use crate::width::Ambiguous;

const MINUTES: RangeInclusive<u32> = 1..=60;
const COLUMNS: RangeInclusive<u16> = 20..=400;

/// Reads what the library matched.
pub(super) fn read(matches: &ArgMatches, words: &[OsString], language: Language) -> Result<Arguments, Refusal> {
    let refuse = |problem: UsageProblem| Refusal::mistake(&problem, words, language);
    if let Some(("help", matches)) = matches.subcommand() {
        return Err(help(matches, language).unwrap_or_else(refuse));
    }
    let global = global(matches).map_err(refuse)?;
    let job = job(matches).map_err(refuse)?;
    Ok(Arguments { global, job })
}

fn global(matches: &ArgMatches) -> Result<GlobalArguments, UsageProblem> {
    // A global option stands with the innermost command; the library copies it outwards as well as inwards.
    let global = GlobalArguments {
        data_dir: path(matches, "data-dir")?,
        lessons: path(matches, "lessons")?,
        office: path(matches, "office")?,
        language: word(matches, "lang").map(language_named).transpose()?,
        profile: word(matches, "profile").map(text).transpose()?,
        ambiguous: word(matches, "ambiguous").map(width).transpose()?,
        now: word(matches, "now").map(text).transpose()?,
    };
    if global.now.is_some() && global.data_dir.is_none() {
        return Err(UsageProblem::NowWithoutDataDir);
    }
    Ok(global)
}

fn job(matches: &ArgMatches) -> Result<Job, UsageProblem> {
    // `sukima --plain study` means the same as `sukima study --plain`.
    let plain = matches.get_flag("plain");
    let Some((name, matches)) = matches.subcommand() else { return Ok(Job::Home { plain }) };
    match name {
        "study" => Ok(Job::Study {
            minutes: word(matches, "minutes").map(minutes).transpose()?,
            plain: plain || matches.get_flag("plain"),
            lesson: word(matches, "lesson").map(text).transpose()?,
        }),
        "begin" => Ok(Job::Begin { plain: plain || matches.get_flag("plain") }),
        "check" => Ok(Job::Check {
            folder: path(matches, "folder")?,
            fix: matches.get_flag("fix"),
            json: matches.get_flag("json"),
        }),
        "lessons" => lessons(matches),
        "status" => Ok(Job::Status { json: matches.get_flag("json") }),
        "streak" => Ok(Job::Streak { explain: matches.get_flag("explain"), json: matches.get_flag("json") }),
        "stats" => stats(matches),
        "calendar" => {
            Ok(Job::Calendar { year: word(matches, "year").map(year).transpose()?, json: matches.get_flag("json") })
        }
        "leave" => leave(matches),
        "workdays" => workdays(matches),
        "fit" => Ok(Job::Fit { reset: matches.get_flag("reset"), json: matches.get_flag("json") }),
        "doctor" => Ok(Job::Doctor { rebuild: matches.get_flag("rebuild"), json: matches.get_flag("json") }),
        "completions" => Ok(Job::Completions { shell: shell(required(word(matches, "shell"), "SHELL")?)? }),
        "man" => Ok(Job::Manual),
        other => unreachable!("`command` knows no command {other}"),
    }
}

fn lessons(matches: &ArgMatches) -> Result<Job, UsageProblem> {
    match matches.subcommand() {
        // Whoever asks for the lessons wants to see which there are.
        None => Ok(Job::LessonsList { json: false }),
        Some(("list", matches)) => Ok(Job::LessonsList { json: matches.get_flag("json") }),
        Some(("show", matches)) => Ok(Job::LessonsShow {
            lesson: required(path(matches, "lesson")?, "LESSON|FILE")?.into_os_string(),
            columns: word(matches, "columns").map(columns).transpose()?,
        }),
        Some(("unpack", matches)) => Ok(Job::LessonsUnpack { folder: required(path(matches, "folder")?, "DIR")? }),
        Some((other, _)) => unreachable!("`command` knows no command lessons {other}"),
    }
}

fn stats(matches: &ArgMatches) -> Result<Job, UsageProblem> {
    let is_set = |name: &'static str| matches.get_flag(name);
    let alone = |one: &'static str, other: &'static str| match is_set(one) && is_set(other) {
        true => Err(UsageProblem::NotTogether { one: SafeText::new(one), other: SafeText::new(other) }),
        false => Ok(()),
    };
    alone("fiscal", "calendar")?;
    alone("json", "csv")?;
    Ok(Job::Stats {
        kind: if is_set("calendar") { YearKind::Calendar } else { YearKind::Fiscal },
        year: word(matches, "year").map(study_year).transpose()?,
        form: match (is_set("json"), is_set("csv")) {
            (true, _) => FigureForm::Json,
            (_, true) => FigureForm::Csv,
            _ => FigureForm::Lines,
        },
    })
}

fn leave(matches: &ArgMatches) -> Result<Job, UsageProblem> {
    let from = word(matches, "from").map(said_day).transpose()?;
    let to = word(matches, "to").map(said_day).transpose()?;
    let is_cancelled = matches.get_flag("cancel");
    if is_cancelled && from.is_none() {
        return Err(UsageProblem::MissingWord { word: shown(OsStr::new("FROM")) });
    }
    let change = from.map(|from| LeaveChange { from, to, is_cancelled });
    Ok(Job::Leave { change, json: matches.get_flag("json") })
}

fn workdays(matches: &ArgMatches) -> Result<Job, UsageProblem> {
    let json = matches.get_flag("json");
    let from = word(matches, "from").map(said_day).transpose()?;
    match (matches.get_many::<OsString>("weekdays"), from) {
        (Some(words), from) => {
            let pattern = weekdays(words.map(OsString::as_os_str))?;
            Ok(Job::Workdays { set: Some((pattern, from.unwrap_or(SaidDay::Away(0)))), json })
        }
        (None, None) => Ok(Job::Workdays { set: None, json }),
        (None, Some(_)) => Err(UsageProblem::MissingWord { word: shown(OsStr::new("WEEKDAY")) }),
    }
}

/// `sukima help lessons show`.
fn help(matches: &ArgMatches, language: Language) -> Result<Refusal, UsageProblem> {
    let mut whole = command(language);
    whole.build();
    let mut here = &mut whole;
    for topic in matches.get_many::<OsString>("topic").unwrap_or_default() {
        let unknown = || UsageProblem::UnknownCommand { command: shown(topic), nearest: None };
        here = here.find_subcommand_mut(topic).ok_or_else(unknown)?;
    }
    Ok(Refusal::help(here.render_help().to_string()))
}

fn word<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a OsStr> {
    matches.get_one::<OsString>(name).map(OsString::as_os_str)
}

/// A path that was written out; an empty one is a variable that a script forgot to set.
fn path(matches: &ArgMatches, name: &str) -> Result<Option<PathBuf>, UsageProblem> {
    match matches.get_one::<PathBuf>(name) {
        Some(path) if path.as_os_str().is_empty() => {
            Err(UsageProblem::MissingValue { option: shown(OsStr::new(&format!("--{name}"))) })
        }
        path => Ok(path.cloned()),
    }
}

fn required<T>(value: Option<T>, name: &str) -> Result<T, UsageProblem> {
    value.ok_or_else(|| UsageProblem::MissingWord { word: shown(OsStr::new(name)) })
}

fn text(word: &OsStr) -> Result<String, UsageProblem> {
    word.to_str().map(str::to_owned).ok_or(UsageProblem::NotUnicode)
}

/// A number in the range; full-width digits are read as well.
fn number<N: FromStr + PartialOrd>(word: &OsStr, range: &RangeInclusive<N>) -> Option<N> {
    half_width(word.to_str()?).trim().parse().ok().filter(|number| range.contains(number))
}

fn minutes(word: &OsStr) -> Result<u32, UsageProblem> {
    let (least, most) = MINUTES.into_inner();
    number(word, &MINUTES).ok_or_else(|| UsageProblem::MinutesOutOfRange { found: shown(word), least, most })
}

fn year(word: &OsStr) -> Result<i16, UsageProblem> {
    let (least, most) = YEARS.into_inner();
    let example = "sukima calendar 2026";
    number(word, &YEARS).ok_or_else(|| UsageProblem::YearOutOfRange { found: shown(word), least, most, example })
}

/// `2026`, `2026年度`, `令和8年度`, `R8`.
fn study_year(word: &OsStr) -> Result<i16, UsageProblem> {
    let (least, most) = YEARS.into_inner();
    let text = half_width(&word.to_string_lossy());
    let bare = text.trim().trim_end_matches("年度").trim_end_matches('年');
    let (before_era, number) = match bare.strip_prefix("令和").or_else(|| bare.strip_prefix(['R', 'r'])) {
        Some("元") => (2018, "1"),
        Some(rest) => (2018, rest),
        None => (0, bare),
    };
    let year = number.parse::<i16>().ok().and_then(|number| number.checked_add(before_era));
    let example = "--year 2026";
    year.filter(|year| YEARS.contains(year)).ok_or_else(|| UsageProblem::YearOutOfRange {
        found: shown(word),
        least,
        most,
        example,
    })
}

fn columns(word: &OsStr) -> Result<u16, UsageProblem> {
    let (least, most) = COLUMNS.into_inner();
    number(word, &COLUMNS).ok_or_else(|| UsageProblem::ColumnsOutOfRange { found: shown(word), least, most })
}

fn language_named(word: &OsStr) -> Result<Language, UsageProblem> {
    word.to_str()
        .and_then(|tag| Language::from_tag(&half_width(tag)))
        .ok_or_else(|| UsageProblem::UnknownLanguage { found: shown(word) })
}

fn width(word: &OsStr) -> Result<AmbiguousWidth, UsageProblem> {
    match half_width(&word.to_string_lossy()).to_ascii_lowercase().as_str() {
        "narrow" => Ok(AmbiguousWidth::Known(Ambiguous::Narrow)),
        "wide" => Ok(AmbiguousWidth::Known(Ambiguous::Wide)),
        "auto" => Ok(AmbiguousWidth::Auto),
        _ => Err(UsageProblem::UnknownWidth { found: shown(word) }),
    }
}

fn shell(word: &OsStr) -> Result<Shell, UsageProblem> {
    match word.to_string_lossy().to_ascii_lowercase().as_str() {
        "bash" => Ok(Shell::Bash),
        "zsh" => Ok(Shell::Zsh),
        "fish" => Ok(Shell::Fish),
        "powershell" | "pwsh" => Ok(Shell::PowerShell),
        _ => Err(UsageProblem::UnknownShell { found: shown(word) }),
    }
}
