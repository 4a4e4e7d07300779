//! Opens the engine for a job, and turns what stopped it into a sentence and an exit code.

use crate::cli::Failure;
use crate::cli::arguments::{GlobalArguments, Refusal};
use crate::domain::language::Language;
use crate::engine::{Engine, OpenError, Options};
use crate::i18n::command::Tell;
use crate::i18n::trouble;
use crate::i18n::usage::UsageProblem;
use crate::store::StoreError;
use crate::text::SafeText;

/// What the command line says, as the engine takes it. `asked` is a language that stands above the learner's own.
pub fn options(global: &GlobalArguments, asked: Option<Language>, machine: Language) -> Options {
    Options {
        data_dir: global.data_dir.clone(),
        lessons: global.lessons.clone(),
        office: global.office.clone(),
        language: asked,
        machine_language: machine,
        profile: global.profile.clone(),
        now: global.now.clone(),
    }
}

pub fn open(options: &Options, language: Language) -> Result<Engine, Failure> {
    Engine::open(options).map_err(|error| failure(&error, language))
}

fn failure(error: &OpenError, language: Language) -> Failure {
    let usage = |problem: UsageProblem| {
        let refusal = Refusal::mistake(&problem, &[], language);
        Failure { exit_code: refusal.exit_code(), code: problem.code(), text: refusal.text }
    };
    match error {
        OpenError::InvalidTime(time) => usage(UsageProblem::UnreadableTime { found: SafeText::line(&time.0) }),
        OpenError::NowWithoutDataDir => usage(UsageProblem::NowWithoutDataDir),
        OpenError::InvalidProfile(profile) => {
            usage(UsageProblem::UnusableProfile { found: SafeText::line(&profile.0) })
        }
        OpenError::NoDataFolder => {
            Failure { exit_code: 2, code: "no-data-folder", text: Tell::NoDataFolder.in_language(language) }
        }
        OpenError::NowOnRealRecord(file) => {
            let place = SafeText::line(&file.display().to_string()).to_string();
            Failure {
                exit_code: 2,
                code: "now-on-real-record",
                text: Tell::NowOnRealRecord { place }.in_language(language),
            }
        }
        OpenError::OfficeUnreadable(file) => {
            let path = SafeText::line(&file.display().to_string()).to_string();
            Failure {
                exit_code: 2,
                code: "office-unreadable",
                text: Tell::OfficeUnreadable { path }.in_language(language),
            }
        }
        OpenError::Store(error) => store_failure(error, language),
    }
}

/// A record that cannot be used: 4 when it is somebody else's or a newer program's, else 2.
pub fn store_failure(error: &StoreError, language: Language) -> Failure {
    let exit_code = match error {
        StoreError::Foreign { .. } | StoreError::NewerThanProgram { .. } => 4,
        _ => 2,
    };
    let place = SafeText::line(&error.path().display().to_string());
    Failure { exit_code, code: error.code(), text: trouble::cannot_open(error.code(), &place, language) }
}
