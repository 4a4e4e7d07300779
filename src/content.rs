//! A folder of markdown → a library and what its authors must mend. Nothing here fails: a folder that is missing or a
//! file that is broken is a diagnostic, and everything that could be read is there.

mod answer_lines;
mod assembly;
mod attributes;
mod encoding;
mod findings;
pub mod fix;
pub mod folder;
mod footnotes;
mod front_matter;
mod glossary;
pub mod identity;
mod lesson;
mod library_toml;
mod markdown;
mod natural;
mod office_toml;
mod outline;
mod practice;
mod question;
pub mod reading;
mod rules;
mod section;
mod slips;
mod toml_table;
mod worksheet;

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::catalogue::Library;
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::language::Language;
use crate::domain::office::Office;

use folder::{LIBRARY_FILE, OFFICE_FILE};

pub use assembly::{Arrangement, arrange, read_one};
pub use encoding::decode;
pub use outline::Placed;
pub use reading::FileContent;

/// A content folder as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub library: Library,
    /// What reading found; [`check`] adds what the rules find.
    pub diagnostics: Vec<Diagnostic>,
    /// The text of each file that could be read, by path, for carets and for edits.
    pub sources: BTreeMap<String, String>,
    /// One file by itself: lessons that it names may well exist.
    pub is_partial: bool,
}

/// Reads every markdown file below a folder and its `library.toml`.
pub fn read_folder(folder: &Path, office: &Office) -> Content {
    let walk = folder::walk(folder);
    let mut content = Content { diagnostics: walk.diagnostics, ..Content::default() };
    let mut bytes_read = 0;
    for file in walk.files {
        if bytes_read > folder::FOLDER_BYTES_LIMIT {
            let finding = Finding::FolderTooLarge { limit: folder::FOLDER_BYTES_LIMIT };
            content.diagnostics.push(Diagnostic::error("", None, finding));
            break;
        }
        let bytes = folder::read(&folder::place_of(folder, &file.path));
        bytes_read += bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        content.take_in(file.path, bytes);
    }
    assembly::assemble(&mut content, &folder_name(folder), office);
    content
}

/// The name of the course for files straight in a folder.
pub fn folder_name(folder: &Path) -> String {
    let name = folder.canonicalize().ok().and_then(|folder| Some(folder.file_name()?.to_string_lossy().into_owned()));
    name.unwrap_or_else(|| BUILT_IN_NAME.to_owned())
}

/// The same for files that are in no folder.
pub const BUILT_IN_NAME: &str = "lessons";

/// Reads files that are already in memory, such as those built into the program.
pub fn read_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, office: &Office) -> Content {
    let mut content = Content::default();
    for (path, bytes) in files {
        if folder::is_markdown(path) || path == LIBRARY_FILE {
            content.take_in(path.to_owned(), Ok(bytes.to_vec()));
        }
    }
    assembly::assemble(&mut content, BUILT_IN_NAME, office);
    content
}

/// Reads one file by itself, as if the folder above its language's folder had been read. A settings file has findings
/// and no lessons.
pub fn read_single_file(file: &Path, office: &Office) -> Content {
    let mut content = Content { is_partial: true, ..Content::default() };
    let path = path_from_language_folder(file);
    content.take_in(path.clone(), folder::read(file));
    match content.sources.get(&path) {
        Some(text) if path == LIBRARY_FILE || path.ends_with(&format!("/{LIBRARY_FILE}")) => {
            library_toml::read(&path, text, &mut content.diagnostics);
        }
        Some(text) if path.ends_with(".toml") => {
            office_toml::read(&path, text, &mut content.diagnostics);
        }
        _ => assembly::assemble_single(&mut content, office),
    }
    content
}

/// `ja/course/lesson.md` where such folders are above the file, else its name.
fn path_from_language_folder(file: &Path) -> String {
    let whole = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let names: Vec<String> = whole.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    let nearest = names.len().saturating_sub(1 + folder::LANGUAGE_FOLDERS_ABOVE);
    let language = (nearest..names.len()).rev().find(|place| assembly::language_of_folder(&names[*place]).is_some());
    match (language, names.last()) {
        (Some(place), _) => names[place..].join("/"),
        (None, Some(name)) => name.clone(),
        (None, None) => String::new(),
    }
}

/// What reading found and what the rules find, sorted by path and place, each with the edits that mend it.
pub fn check(content: &Content, office: &Office) -> Vec<Diagnostic> {
    check_beside(content, None, office)
}

/// The same for a folder whose lessons come on top of `beside`: what is there is not missing here.
pub fn check_beside(content: &Content, beside: Option<&Library>, office: &Office) -> Vec<Diagnostic> {
    let mut diagnostics = content.diagnostics.clone();
    rules::check(content, beside, office, &mut diagnostics);
    fix::ids::agree(content, &mut diagnostics);
    diagnostics.sort_by(|one, other| place_of(one).cmp(&place_of(other)));
    diagnostics.dedup();
    diagnostics
}

/// Reads an `office.toml`. What is wrong in it leaves what could be read.
pub fn read_office(file: &Path) -> (Office, Vec<Diagnostic>) {
    let path = file.file_name().map_or_else(|| OFFICE_FILE.to_owned(), |name| name.to_string_lossy().into_owned());
    let mut diagnostics = Vec::new();
    let office = match read_settings_text(file) {
        Ok(text) => office_toml::read(&path, &text, &mut diagnostics),
        Err(finding) => {
            diagnostics.push(Diagnostic::error(&path, None, finding));
            Office::default()
        }
    };
    (office, diagnostics)
}

/// The text of a settings file, or why there is none.
pub fn read_settings_text(file: &Path) -> Result<String, Finding> {
    folder::read(file).and_then(decode)
}

/// Findings about the folder come first, then file by file from top to bottom.
fn place_of(diagnostic: &Diagnostic) -> (&str, Option<(usize, usize)>, &'static str) {
    let range = diagnostic.range.as_ref().map(|range| (range.start, range.end));
    (&diagnostic.path, range, diagnostic.finding.code())
}

/// The language whose ids the others must have.
fn source_language(languages: &[Language]) -> Language {
    languages.first().copied().unwrap_or(Language::ALL[0])
}

impl Content {
    fn take_in(&mut self, path: String, bytes: Result<Vec<u8>, Finding>) {
        match bytes.and_then(decode) {
            Ok(text) => {
                self.sources.insert(path, text);
            }
            Err(finding) => self.diagnostics.push(Diagnostic::error(&path, None, finding)),
        }
    }

    /// `library.toml` as written, without its findings, which were told when the folder was read.
    fn library_toml(&self) -> Option<library_toml::LibraryToml> {
        let text = self.sources.get(LIBRARY_FILE)?;
        Some(library_toml::read(LIBRARY_FILE, text, &mut Vec::new()))
    }
}
