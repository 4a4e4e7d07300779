//! Where texts are: a folder, the lessons inside the program, or the one on top of the other. It lists and reads them;
//! it keeps nothing.

use std::fs;
use std::path::PathBuf;

use crate::content::folder::{self, LIBRARY_FILE, Stamp, Walk};
use crate::content::{self, FileContent};
use crate::domain::diagnostic::Finding;
use crate::domain::office::Office;
use crate::library::builtin;

/// Everything that decides how a library reads.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Without one, only what is inside the program.
    pub folder: Option<PathBuf>,
    pub office: Office,
}

/// One text's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    pub is_built_in: bool,
    pub path: String,
}

impl Sources {
    /// What the texts are read by: another folder, office or program reads differently.
    pub fn key(&self) -> String {
        let folder = self.folder.as_deref().map(|folder| folder.canonicalize().unwrap_or_else(|_| folder.to_owned()));
        let office = content::identity::fingerprint(format!("{:?}", self.office).as_bytes());
        format!("{folder:?} {office} {:?}", program())
    }

    /// The files of the folder; `None` when there is no folder to look into now.
    pub fn walk(&self) -> Option<Walk> {
        self.folder.as_deref().filter(|folder| folder.is_dir()).map(folder::walk)
    }

    /// The text at a place as it is now.
    pub fn text(&self, place: &TextPlace) -> Result<String, Finding> {
        match (&self.folder, place.is_built_in) {
            (Some(folder), false) => folder::read(&folder::place_of(folder, &place.path)).and_then(content::decode),
            _ => {
                let file = builtin::files().iter().find(|(path, _)| *path == place.path);
                let gone = || Finding::FileUnreadable { cause: place.path.clone() };
                file.ok_or_else(gone).and_then(|(_, bytes)| content::decode(bytes.to_vec()))
            }
        }
    }

    /// What a text holds, and how many things its author should mend.
    pub fn understand(&self, place: &TextPlace, text: Result<String, Finding>) -> (Option<FileContent>, usize) {
        match text {
            Err(_) => (None, 1),
            Ok(_) if !folder::is_markdown(&place.path) => (None, 0),
            Ok(text) => {
                let (read, diagnostics) = content::read_one(&place.path, &text, &self.office);
                (read, diagnostics.len())
            }
        }
    }

    /// The text of `library.toml`, if there is one.
    pub fn library_file(&self, is_built_in: bool) -> Option<String> {
        self.text(&TextPlace { is_built_in, path: LIBRARY_FILE.to_owned() }).ok()
    }

    /// The name of the course for texts in no folder of their own.
    pub fn name(&self, is_built_in: bool) -> String {
        match &self.folder {
            Some(folder) if !is_built_in => content::folder_name(folder),
            _ => content::BUILT_IN_NAME.to_owned(),
        }
    }
}

/// The program by its file: a newer one may read the same texts otherwise.
fn program() -> Option<Stamp> {
    Some(Stamp::of(&fs::metadata(std::env::current_exe().ok()?).ok()?))
}
