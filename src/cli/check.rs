//! `sukima check`: every finding of a folder or a file at once, and with `--fix` what a machine can mend. It decides
//! nothing about lessons; it reads, asks, writes and tells.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::content::fix::write::WriteError;
use crate::content::fix::{self, MendedFile};
use crate::content::{self, Content};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::language::Language;
use crate::domain::office::Office;
use crate::i18n::check::CheckMessage;
use crate::library;
use crate::report::diagnostics;
use crate::text::SafeText;

/// Mending one slip can bring another to light (a heading that becomes one has an id to write), but not without end.
const FIX_ROUNDS: usize = 8;

/// What to check and how to tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOptions {
    /// A content folder, or one file; without one, the lessons built into the program, where nothing is ever written.
    pub folder: Option<PathBuf>,
    pub fix: bool,
    pub json: bool,
    /// Without one, the `office.toml` of the folder, if any.
    pub office: Option<PathBuf>,
    pub language: Language,
    /// Width of the terminal.
    pub columns: usize,
}

/// Errors and warnings alike are findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckOutcome {
    Clean,
    Findings,
}

/// Checks, mends if asked to, and writes the findings that remain.
pub fn run(options: &CheckOptions, out: &mut dyn Write) -> io::Result<CheckOutcome> {
    let target = Target::of(options.folder.as_deref());
    let (office, mut findings, mut sources) = read_office(options);
    let mut content = target.read(&office);
    let beside = content.library.wants_builtin.then(|| library::built_in(&office).library);
    let check = |content: &Content| content::check_beside(content, beside.as_ref(), &office);
    let mut found = check(&content);
    let mut mended: BTreeMap<String, MendedFile> = BTreeMap::new();
    for _ in 0..if options.fix { FIX_ROUNDS } else { 0 } {
        let round = fix::mend(&content.sources, &found, |path| target.place_on_disk(path));
        let wrote = round.iter().any(|file| file.outcome.is_ok());
        for file in round {
            remember(&mut mended, file);
        }
        if !wrote {
            break;
        }
        content = target.read(&office);
        found = check(&content);
    }
    findings.extend(found.into_iter().map(|finding| Diagnostic { path: target.shown(&finding.path), ..finding }));
    sources.extend(content.sources.into_iter().map(|(path, text)| (target.shown(&path), text)));
    let fixes: Vec<(String, CheckMessage)> = mended.values().map(|file| message_about(file, &target)).collect();
    match options.json {
        true => write_json(&findings, &sources, &fixes, out)?,
        false => {
            for (_, message) in &fixes {
                writeln!(out, "{}", message.in_language(options.language))?;
            }
            write!(out, "{}", diagnostics::render(&findings, &sources, options.language, options.columns))?;
        }
    }
    out.flush()?;
    Ok(if findings.is_empty() { CheckOutcome::Clean } else { CheckOutcome::Findings })
}

/// What is checked.
enum Target<'a> {
    Folder(&'a Path),
    /// One file by itself.
    File(&'a Path),
    BuiltIn,
}

impl<'a> Target<'a> {
    fn of(folder: Option<&'a Path>) -> Target<'a> {
        match folder {
            None => Target::BuiltIn,
            Some(place) if place.is_file() => Target::File(place),
            Some(place) => Target::Folder(place),
        }
    }

    fn read(&self, office: &Office) -> Content {
        match self {
            Target::Folder(place) => content::read_folder(place, office),
            Target::File(place) => content::read_single_file(place, office),
            Target::BuiltIn => library::built_in(office),
        }
    }

    /// Where a path is written; nowhere for what is inside the program.
    fn place_on_disk(&self, path: &str) -> Option<PathBuf> {
        match self {
            Target::Folder(place) => Some(place.join(path)),
            // A link named on the command line is followed, so that the file behind it is mended and the link stays one.
            Target::File(place) => Some(place.canonicalize().unwrap_or_else(|_| place.to_path_buf())),
            Target::BuiltIn => None,
        }
    }

    /// The path as it can be opened from where the command was typed.
    fn shown(&self, path: &str) -> String {
        match self {
            Target::Folder(place) if !path.is_empty() => {
                let below: PathBuf = path.split('/').collect();
                place.join(below).to_string_lossy().into_owned()
            }
            Target::Folder(place) | Target::File(place) => place.to_string_lossy().into_owned(),
            Target::BuiltIn => path.to_owned(),
        }
    }
}

/// Edits of several rounds are one; a failure after them is what must be told.
fn remember(mended: &mut BTreeMap<String, MendedFile>, file: MendedFile) {
    let earlier = mended.get(&file.path).and_then(|earlier| earlier.outcome.as_ref().ok().copied());
    let outcome = file.outcome.map(|edits| edits + earlier.unwrap_or_default());
    mended.insert(file.path.clone(), MendedFile { path: file.path, outcome });
}

/// The office, its findings and its text, all by the path that the reader of the report knows.
fn read_office(options: &CheckOptions) -> (Office, Vec<Diagnostic>, BTreeMap<String, String>) {
    let in_folder = options.folder.as_ref().map(|folder| folder.join(content::folder::OFFICE_FILE));
    let Some(file) = options.office.clone().or_else(|| in_folder.filter(|file| file.is_file())) else {
        return (Office::default(), Vec::new(), BTreeMap::new());
    };
    let path = file.to_string_lossy().into_owned();
    let (office, mut findings) = content::read_office(&file);
    for finding in &mut findings {
        finding.path.clone_from(&path);
    }
    let sources = content::read_settings_text(&file).map(|text| (path, text)).into_iter().collect();
    (office, findings, sources)
}

fn message_about(file: &MendedFile, target: &Target<'_>) -> (String, CheckMessage) {
    let shown = target.shown(&file.path);
    let path = SafeText::line(&shown);
    let message = match &file.outcome {
        Ok(edits) => CheckMessage::Fixed { path, edits: *edits },
        Err(WriteError::ChangedMeanwhile { .. }) => CheckMessage::ChangedMeanwhile { path },
        Err(WriteError::ReadOnly { .. }) => CheckMessage::ReadOnly { path },
        Err(WriteError::Failed { cause, .. }) => {
            CheckMessage::NotWritten { path, cause: SafeText::line(&cause.to_string()) }
        }
    };
    (shown, message)
}

fn write_json(
    findings: &[Diagnostic],
    sources: &BTreeMap<String, String>,
    fixes: &[(String, CheckMessage)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut report = diagnostics::json(findings, sources);
    let fixes = fixes.iter().map(|(path, message)| {
        let is_fixed = matches!(message, CheckMessage::Fixed { .. });
        let [japanese, english] = Language::ALL.map(|language| message.in_language(language));
        let path = SafeText::line(path).into_string();
        json!({ "path": path, "fixed": is_fixed, "message": { "ja": japanese, "en": english } })
    });
    report["fixes"] = Value::Array(fixes.collect());
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}
