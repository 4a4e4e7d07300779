//! The files of a content folder: which ones there are, and their bytes. It follows no link, looks into no hidden
//! folder, reads nothing without a bound, and never knows what a file says.

use std::fs::{self, DirEntry, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::domain::diagnostic::{Diagnostic, Finding};

/// Folders inside folders deeper than this are not entered.
pub const DEPTH_LIMIT: usize = 8;
/// Markdown files beyond this many are left out.
pub const FILE_LIMIT: usize = 100_000;
/// A larger file is named and not read.
pub const FILE_BYTES_LIMIT: u64 = 1024 * 1024;
/// Once this much has been read, the remaining files are left out.
pub const FOLDER_BYTES_LIMIT: u64 = 256 * 1024 * 1024;
/// Names of any kind looked at, so that a folder chosen by mistake (a whole disk) ends soon.
const ENTRY_LIMIT: usize = 200_000;

/// How many folders above a file by itself are asked whether they are a language's: course, and language above it.
pub const LANGUAGE_FOLDERS_ABOVE: usize = 3;

/// Tracks, courses and their order.
pub const LIBRARY_FILE: &str = "library.toml";
/// What differs from office to office.
pub const OFFICE_FILE: &str = "office.toml";

/// Folders that hold no lessons, though they may hold markdown.
const SKIPPED_FOLDERS: [&str; 2] = ["target", "node_modules"];

/// One file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Below the folder, with `/` on every system; [`place_of`] leads back to the file.
    pub path: String,
    pub stamp: Stamp,
}

/// What tells that a file is as it was, without opening it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    pub bytes: u64,
    /// Nanoseconds since 1970; `None` where the system does not say.
    pub modified_ns: Option<i64>,
}

impl Stamp {
    pub fn of(metadata: &Metadata) -> Stamp {
        let since_1970 = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified_ns = since_1970.and_then(|time| i64::try_from(time.as_nanos()).ok());
        Stamp { bytes: metadata.len(), modified_ns }
    }
}

/// What a folder holds: markdown files and its `library.toml`, sorted by path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    pub files: Vec<FoundFile>,
    pub diagnostics: Vec<Diagnostic>,
    entries: usize,
}

/// Lists the files of a folder. A missing or unreadable folder is a diagnostic with the empty path.
pub fn walk(folder: &Path) -> Walk {
    walk_at_most(folder, FILE_LIMIT)
}

/// The same with another bound on how many files are taken.
pub fn walk_at_most(folder: &Path, files: usize) -> Walk {
    let mut found = Walk::default();
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => found.report("", Finding::FolderMissing),
        Err(error) => found.report("", Finding::FolderUnreadable { cause: error.to_string() }),
        Ok(_) => found.enter(folder, "", 0),
    }
    found.files.sort_by(|one, other| one.path.cmp(&other.path));
    if found.files.len() > files {
        found.files.truncate(files);
        found.report("", Finding::TooManyFiles { limit: files });
    }
    if found.diagnostics.is_empty() && !found.files.iter().any(|file| is_markdown(&file.path)) {
        found.report("", Finding::FolderEmpty);
    }
    found
}

/// Where the file with this path lies. A name that is not Unicode (an archive from another system) was shown with marks
/// in its path; it is looked for among the names that are shown so.
pub fn place_of(folder: &Path, path: &str) -> PathBuf {
    let mut place = folder.to_owned();
    for name in path.split('/') {
        let shown_so = |entry: &DirEntry| entry.file_name().to_string_lossy() == name;
        let found = match name.contains(char::REPLACEMENT_CHARACTER) {
            true => fs::read_dir(&place).into_iter().flatten().flatten().find(shown_so),
            false => None,
        };
        match found {
            Some(entry) => place = entry.path(),
            None => place.push(name),
        }
    }
    place
}

/// The bytes of one file, or why they were not read.
pub fn read(place: &Path) -> Result<Vec<u8>, Finding> {
    let unreadable = |error: io::Error| Finding::FileUnreadable { cause: error.to_string() };
    let file = File::open(place).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    let too_large = |bytes| Finding::FileTooLarge { bytes, limit: FILE_BYTES_LIMIT };
    if length > FILE_BYTES_LIMIT {
        return Err(too_large(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // The file may grow between the two questions.
    file.take(FILE_BYTES_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    match bytes.len() as u64 {
        read if read > FILE_BYTES_LIMIT => Err(too_large(read)),
        _ => Ok(bytes),
    }
}

/// Whether a name ends in `.md`, in any case.
pub fn is_markdown(path: &str) -> bool {
    path.len() > 3 && path.is_char_boundary(path.len() - 3) && path[path.len() - 3..].eq_ignore_ascii_case(".md")
}

impl Walk {
    fn report(&mut self, path: &str, finding: Finding) {
        let is_kept_whole = matches!(finding, Finding::LinkNotFollowed);
        self.diagnostics.push(match is_kept_whole {
            true => Diagnostic::warning(path, None, finding),
            false => Diagnostic::error(path, None, finding),
        });
    }

    fn enter(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                return self
                    .report(prefix.trim_end_matches('/'), Finding::FolderUnreadable { cause: error.to_string() });
            }
        };
        for entry in entries {
            self.entries += 1;
            if self.entries > ENTRY_LIMIT {
                if self.entries == ENTRY_LIMIT + 1 {
                    self.report("", Finding::TooManyFiles { limit: ENTRY_LIMIT });
                }
                return;
            }
            let looked_at = entry.and_then(|entry| Ok((entry.file_type()?, entry)));
            let (kind, entry) = match looked_at {
                Ok(looked_at) => looked_at,
                Err(error) => {
                    let cause = error.to_string();
                    self.report(prefix.trim_end_matches('/'), Finding::FolderUnreadable { cause });
                    continue;
                }
            };
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            let path = || [prefix, &name].concat();
            if kind.is_symlink() {
                self.report(&path(), Finding::LinkNotFollowed);
            } else if kind.is_file() {
                if is_markdown(&name) || (prefix.is_empty() && name == LIBRARY_FILE) {
                    let stamp = entry.metadata().map(|metadata| Stamp::of(&metadata)).unwrap_or_default();
                    self.files.push(FoundFile { path: path(), stamp });
                }
            } else if kind.is_dir() && !SKIPPED_FOLDERS.contains(&&*name) {
                if depth == DEPTH_LIMIT {
                    self.report(&path(), Finding::FolderTooDeep { limit: DEPTH_LIMIT });
                } else {
                    self.enter(&entry.path(), &(path() + "/"), depth + 1);
                }
            }
        }
    }
}
