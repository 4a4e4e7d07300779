//! Arguments to jobs, errors to exit codes: 0 done, 1 findings, 2 could not start, 3 done but not stored, 4 newer or
//! foreign data. It reads the environment and owns the standard streams; what a job does is written elsewhere.

pub mod arguments;
mod calendar;
pub mod check;
pub mod completions;
mod doctor;
mod fit;
pub mod language;
mod lessons;
pub mod manual;
mod opening;
mod stats;
mod status;
mod streak;
mod study;

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Write};
use std::panic;
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use crate::app::{Opening, Storage};
use crate::cli::arguments::{AmbiguousWidth, Arguments, FigureForm, GlobalArguments, Job, Refusal, RefusalKind};
use crate::cli::check::{CheckOptions, CheckOutcome};
use crate::cli::doctor::Found;
use crate::domain::id::LessonId;
use crate::domain::language::Language;
use crate::engine::{Engine, machine_locale};
use crate::i18n::command::Tell;
use crate::library::{self, Origin, Wanted};
use crate::runtime;
use crate::text::SafeText;
use crate::width::Ambiguous;

/// Findings are drawn this wide when nobody says how wide the terminal is.
const REPORT_COLUMNS: usize = 100;

const DONE: u8 = 0;
const FINDINGS: u8 = 1;
const COULD_NOT_START: u8 = 2;
const NOT_STORED: u8 = 3;
const NOT_OURS: u8 = 4;
/// A mistake of ours, as the language ends a program for it; its message has been printed.
const PANICKED: u8 = 101;

/// A job that could not be done: a sentence, a stable code, and what the program ends with.
#[derive(Debug)]
pub struct Failure {
    pub exit_code: u8,
    pub code: &'static str,
    pub text: String,
}

/// The whole program.
pub fn run() -> ExitCode {
    runtime::survive_a_full_quota();
    let words: Vec<OsString> = std::env::args_os().collect();
    let variable = |name: &str| std::env::var_os(name);
    let asked = language::asked_for(&words, variable);
    let machine = language::of_machine(variable, machine_locale().as_deref());
    let done = panic::catch_unwind(|| match arguments::parse(words, asked.unwrap_or(machine)) {
        Ok(arguments) => Run { asked, machine, global: &arguments.global }.job(&arguments),
        Err(refusal) => refuse(&refusal),
    });
    let exit_code = done.unwrap_or(PANICKED);
    // An end from outside is no error, and the window may be closing.
    let is_error = matches!(exit_code, COULD_NOT_START | NOT_STORED | NOT_OURS | PANICKED);
    if is_error && io::stdin().is_terminal() && runtime::is_alone_on_its_console() {
        wait_for_enter(asked.unwrap_or(machine));
    }
    ExitCode::from(exit_code)
}

/// A window that was opened by a double-click closes with the program: what went wrong is read first.
fn wait_for_enter(language: Language) {
    let told = writeln!(io::stderr(), "{}", Tell::WindowCloses.in_language(language));
    // Where nothing can be told or typed, nobody is waiting.
    drop(told.and_then(|()| io::stdin().lock().skip_until(b'\n')));
}

fn refuse(refusal: &Refusal) -> u8 {
    let printed = match &refusal.kind {
        RefusalKind::Help | RefusalKind::Version => io::stdout().write_all(refusal.text.as_bytes()),
        RefusalKind::Mistake { code, as_json: true } => print_json_error(code, refusal.text.trim()),
        RefusalKind::Mistake { .. } => io::stderr().write_all(refusal.text.as_bytes()),
    };
    // When even the stream is closed, the exit code is all that is left to say.
    printed.map_or(COULD_NOT_START, |()| refusal.exit_code())
}

fn print_json_error(code: &str, message: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{}", json!({ "format": 1, "error": { "code": code, "message": message } }))
}

struct Run<'words> {
    /// By `--lang` or `SUKIMA_LANG`: stronger than the learner's own setting.
    asked: Option<Language>,
    machine: Language,
    global: &'words GlobalArguments,
}

impl Run<'_> {
    fn language(&self) -> Language {
        self.asked.unwrap_or(self.machine)
    }

    fn job(&self, arguments: &Arguments) -> u8 {
        let as_json = matches!(
            arguments.job,
            Job::Check { json: true, .. }
                | Job::LessonsList { json: true }
                | Job::Status { json: true }
                | Job::Streak { json: true, .. }
                | Job::Stats { form: FigureForm::Json, .. }
                | Job::Calendar { json: true, .. }
                | Job::Leave { json: true, .. }
                | Job::Workdays { json: true, .. }
                | Job::Fit { json: true, .. }
                | Job::Doctor { json: true, .. }
        );
        let done = self.try_job(&arguments.job).unwrap_or_else(|failure| Ok(self.failed(&failure, as_json)));
        match done {
            Ok(exit_code) => exit_code,
            // Whoever read the output has gone; what was to be kept is kept.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => DONE,
            Err(error) => {
                let place = "stdout".to_owned();
                let cause = SafeText::line(&error.to_string()).to_string();
                let text = Tell::CannotWrite { place, cause }.in_language(self.language());
                self.failed(&Failure { exit_code: COULD_NOT_START, code: "output", text }, as_json)
            }
        }
    }

    fn failed(&self, failure: &Failure, as_json: bool) -> u8 {
        let printed = match as_json {
            true => print_json_error(failure.code, failure.text.trim()),
            false => writeln!(io::stderr(), "{}", failure.text.trim_end()),
        };
        printed.map_or(COULD_NOT_START, |()| failure.exit_code)
    }

    fn try_job(&self, job: &Job) -> Result<io::Result<u8>, Failure> {
        let options = opening::options(self.global, self.asked, self.machine);
        // Taken where it is used: screens and what gives the terminal back write to it as well.
        let out = &mut io::stdout();
        match job {
            Job::Home { plain } => {
                study::run(&options, Opening::Home, None, *plain, self.global.ambiguous, self.language())
            }
            Job::Study { minutes, lesson, plain } => {
                let opening = lesson.as_ref().map_or(Opening::Study, |id| Opening::Lesson(LessonId::new(id.as_str())));
                study::run(&options, opening, *minutes, *plain, self.global.ambiguous, self.language())
            }
            Job::Begin { plain } => {
                study::run(&options, Opening::Entry, None, *plain, self.global.ambiguous, self.language())
            }
            Job::Check { folder, fix, json } => Ok(self.check(folder.clone(), *fix, *json, out)),
            Job::LessonsList { json } => {
                Ok(lessons::list(&self.found().library, *json, self.language(), out).map(|()| DONE))
            }
            Job::LessonsShow { lesson, columns } => {
                let ambiguous = match self.global.ambiguous {
                    Some(AmbiguousWidth::Known(ambiguous)) => ambiguous,
                    // Paper and pipes have nothing to ask.
                    Some(AmbiguousWidth::Auto) | None => Ambiguous::default(),
                };
                let paper = lessons::Paper { columns: *columns, ambiguous };
                lessons::show(&self.found(), lesson, paper, self.language(), out).map(|shown| shown.map(|()| DONE))
            }
            Job::LessonsUnpack { folder } => {
                lessons::unpack(folder, self.language(), out).map(|unpacked| unpacked.map(|()| DONE))
            }
            Job::Status { json } => {
                let engine = opening::open(&options, self.language())?;
                status::run(&engine, *json, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Streak { explain, json } => {
                let engine = opening::open(&options, self.language())?;
                streak::run(&engine, *explain, *json, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Stats { kind, year, form } => {
                let engine = opening::open(&options, self.language())?;
                stats::run(&engine, *kind, *year, *form, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Calendar { year, json } => {
                let engine = opening::open(&options, self.language())?;
                Ok(calendar::year(&engine, *year, *json, out).map(|()| after_reading(&engine)))
            }
            Job::Leave { change, json } => {
                let mut engine = opening::open(&options, self.language())?;
                calendar::leave(&mut engine, *change, *json, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Workdays { set, json } => {
                let mut engine = opening::open(&options, self.language())?;
                calendar::workdays(&mut engine, *set, *json, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Fit { reset, json } => {
                let mut engine = opening::open(&options, self.language())?;
                fit::run(&mut engine, *reset, *json, out).map(|told| told.map(|()| after_reading(&engine)))
            }
            Job::Doctor { rebuild, json } => {
                let mut engine = opening::open(&options, self.language())?;
                let told = doctor::run(&mut engine, *rebuild, *json, out)?;
                Ok(told.map(|found| match (after_reading(&engine), found) {
                    (DONE, Found::Something) => FINDINGS,
                    (exit_code, _) => exit_code,
                }))
            }
            Job::Completions { shell } => Ok(completions::write(*shell, self.language(), out).map(|()| DONE)),
            Job::Manual => Ok(manual::write(self.language(), out).map(|()| DONE)),
        }
    }

    fn check(&self, folder: Option<PathBuf>, fix: bool, json: bool, out: &mut dyn Write) -> io::Result<u8> {
        let folder = folder.or_else(|| match self.found().origin {
            Origin::Folder(folder) | Origin::BuiltInInsteadOf(folder) => Some(folder),
            Origin::BuiltIn => None,
        });
        let office = self.global.office.clone();
        let language = self.language();
        let options = CheckOptions { folder, fix, json, office, language, columns: REPORT_COLUMNS };
        let outcome = check::run(&options, out)?;
        Ok(if outcome == CheckOutcome::Clean { DONE } else { FINDINGS })
    }

    fn found(&self) -> library::Found {
        let settings = crate::engine::lessons_of_machine(self.global.data_dir.as_deref());
        let GlobalArguments { lessons, office, .. } = self.global;
        library::find(&Wanted { lessons: lessons.clone(), settings, office: office.clone() })
    }
}

/// Reading a newer program's record, or none, is done; the exit code says that it is not this program's.
fn after_reading(engine: &Engine) -> u8 {
    match engine.storage() {
        Storage::ReadOnly { .. } => NOT_OURS,
        Storage::Kept => DONE,
        _ => NOT_STORED,
    }
}
