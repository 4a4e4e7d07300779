//! What is printed instead of doing a job: help that was asked for, or what is wrong with the command line. The
//! argument library's findings are turned into our own sentences here; its English never gets out.

use std::ffi::{OsStr, OsString};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::arguments::command::command;
use crate::domain::language::Language;
use crate::i18n::usage::UsageProblem;
use crate::text::SafeText;

/// Why there is no job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub kind: RefusalKind,
    /// To be printed as it is, with its line end: help and version on standard output, mistakes on standard error.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    Help,
    Version,
    /// The command line cannot be followed.
    Mistake {
        /// A stable name of the mistake, such as `unknown-option`.
        code: &'static str,
        /// `--json` was among the words: the caller wants one JSON object.
        as_json: bool,
    },
}

impl Refusal {
    /// 0 for what was asked for, 2 for what could not start.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            RefusalKind::Help | RefusalKind::Version => 0,
            RefusalKind::Mistake { .. } => 2,
        }
    }

    pub(super) fn help(text: String) -> Refusal {
        Refusal { kind: RefusalKind::Help, text }
    }

    /// What is wrong with `words`, also when it is found later: a time or a profile that the engine cannot use.
    pub fn mistake(problem: &UsageProblem, words: &[OsString], language: Language) -> Refusal {
        let as_json = words.iter().any(|word| word == "--json");
        Refusal {
            kind: RefusalKind::Mistake { code: problem.code(), as_json },
            text: problem.in_language(language, &format!("{} --help", command_named(words, language))),
        }
    }
}

/// The library's finding in our words.
pub(super) fn from_library(error: &clap::Error, words: &[OsString], language: Language) -> Refusal {
    match error.kind() {
        ErrorKind::DisplayHelp => Refusal::help(error.to_string()),
        ErrorKind::DisplayVersion => Refusal { kind: RefusalKind::Version, text: error.to_string() },
        _ => Refusal::mistake(&problem(error), words, language),
    }
}

fn problem(error: &clap::Error) -> UsageProblem {
    let word = |kind| strings(error, kind).into_iter().next().unwrap_or_default();
    let argument = || shown(OsStr::new(&word(ContextKind::InvalidArg)));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let found = word(ContextKind::InvalidArg);
            if found.starts_with('-') {
                UsageProblem::UnknownOption {
                    nearest: nearest(error, ContextKind::SuggestedArg, &found),
                    option: shown(OsStr::new(&found)),
                }
            } else {
                UsageProblem::TooManyWords { word: shown(OsStr::new(&found)) }
            }
        }
        ErrorKind::InvalidSubcommand => {
            let found = word(ContextKind::InvalidSubcommand);
            UsageProblem::UnknownCommand {
                nearest: nearest(error, ContextKind::SuggestedSubcommand, &found),
                command: shown(OsStr::new(&found)),
            }
        }
        // The library says "an option without its value" as "an invalid, empty value".
        ErrorKind::InvalidValue => UsageProblem::MissingValue { option: name_only(&argument()) },
        ErrorKind::TooManyValues => UsageProblem::UnexpectedValue { option: name_only(&argument()) },
        ErrorKind::ArgumentConflict => UsageProblem::GivenTwice { option: name_only(&argument()) },
        ErrorKind::MissingRequiredArgument => {
            UsageProblem::MissingWord { word: SafeText::new(argument().trim_matches(['<', '>', '[', ']'])) }
        }
        ErrorKind::InvalidUtf8 => UsageProblem::NotUnicode,
        other => UsageProblem::Other { detail: SafeText::new(other.as_str().unwrap_or_default()) },
    }
}

/// What may have been meant: the library's guess, else the same word typed with the Japanese keyboard off.
fn nearest(error: &clap::Error, kind: ContextKind, found: &str) -> Option<SafeText> {
    // The library lists its guesses with the best one last.
    let guess = strings(error, kind).into_iter().next_back();
    let half_width = half_width(found);
    let typed_full_width = (half_width != found).then_some(half_width);
    typed_full_width.or(guess).map(|word| shown(OsStr::new(&word)))
}

/// An option typed with the Japanese keyboard on: `－－json`. The library would take it for a word.
pub(super) fn full_width_option(words: &[OsString]) -> Option<UsageProblem> {
    let words = words.iter().skip(1).take_while(|word| *word != "--").filter_map(|word| word.to_str());
    let meant = words.map(|word| (word, half_width(word)));
    meant.into_iter().find(|(word, meant)| meant.starts_with("--") && !word.starts_with('-')).map(|(word, meant)| {
        UsageProblem::UnknownOption { option: shown(OsStr::new(word)), nearest: Some(shown(OsStr::new(&meant))) }
    })
}

/// Full-width forms of ASCII as ASCII, and the marks that the keyboard offers for `-`.
pub(super) fn half_width(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(character) - 0xfee0).expect("full-width forms mirror printable ASCII")
            }
            'ー' | '−' | '―' | '‐' => '-',
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

fn strings(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// `--data-dir <DIR>` as `--data-dir`.
fn name_only(argument: &SafeText) -> SafeText {
    SafeText::new(argument.split([' ', '=']).next().unwrap_or_default())
}

/// A word from the command line as it may be printed: safe, in one line, and short.
pub(super) fn shown(word: &OsStr) -> SafeText {
    const LONGEST: usize = 60;
    let line = word.to_string_lossy().replace(['\n', '\r', '\t'], " ");
    let safe = SafeText::new(&line);
    match safe.char_indices().nth(LONGEST) {
        Some((end, _)) => SafeText::new(&format!("{}…", &safe[..end])),
        None => safe,
    }
}

/// `sukima lessons show`: the deepest command that the words name, for the advice where to read on.
fn command_named(words: &[OsString], language: Language) -> String {
    let whole = command(language);
    let mut here = &whole;
    let mut path = vec![here.get_name()];
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(next) = here.find_subcommand(word) {
            here = next;
            path.push(next.get_name());
        }
    }
    path.join(" ")
}
