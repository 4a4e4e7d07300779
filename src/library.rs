//! Which folder is the library, and what is in it. The first place that has one is the whole library, unless its
//! `library.toml` asks for the built-in lessons as well. Nothing is ever written into it, nor beside the program.

pub mod builtin;
mod index;
mod shown;
mod sources;

use std::path::{Path, PathBuf};

use crate::content::{self, Content};
use crate::domain::catalogue::Library;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::office::Office;

pub use index::{Counts, Index, LessonLine};
pub use shown::ShownLesson;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// `--lessons`
    pub lessons: Option<PathBuf>,
    /// From `settings.toml`.
    pub settings: Option<PathBuf>,
    /// `--office`
    pub office: Option<PathBuf>,
}

/// Where the lessons came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Folder(PathBuf),
    /// The folder gave nothing, so the built-in lessons stand in.
    BuiltInInsteadOf(PathBuf),
    BuiltIn,
}

/// A library with what there is to say about it.
#[derive(Debug)]
pub struct Found {
    pub library: Library,
    pub office: Office,
    pub origin: Origin,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where lessons will be looked for; none was read yet.
#[derive(Clone, Debug)]
pub struct Sought {
    pub office: Office,
    /// Without one, the lessons inside the program.
    pub folder: Option<PathBuf>,
    /// About `office.toml`.
    pub diagnostics: Vec<Diagnostic>,
}

/// Looks in the order of DESIGN §3: the flag, settings, the office's file, `lessons` beside the program, built in.
pub fn seek(wanted: &Wanted) -> Sought {
    let beside = beside_program();
    let asked = wanted.lessons.clone().or_else(|| wanted.settings.clone());
    let office_file = wanted
        .office
        .clone()
        .or_else(|| beside.as_deref().map(|folder| folder.join(OFFICE_FILE)).filter(|file| file.is_file()))
        .or_else(|| asked.as_deref().map(|folder| folder.join(OFFICE_FILE)).filter(|file| file.is_file()));
    let (mut office, mut diagnostics) = office_file.as_deref().map(content::read_office).unwrap_or_default();
    let folder = asked
        .or_else(|| office.lessons.as_deref().map(PathBuf::from))
        .or_else(|| beside.map(|folder| folder.join("lessons")).filter(|folder| folder.is_dir()));
    if let Some(file) = folder.as_deref().map(|folder| folder.join(OFFICE_FILE))
        && !office.was_found
        && file.is_file()
    {
        let (inside, more) = content::read_office(&file);
        office = inside;
        diagnostics.extend(more);
    }
    Sought { office, folder, diagnostics }
}

/// The whole library read at once, for jobs that look at every lesson.
pub fn find(wanted: &Wanted) -> Found {
    let Sought { office, folder, mut diagnostics } = seek(wanted);
    let Some(folder) = folder else {
        let content = built_in(&office);
        diagnostics.extend(content.diagnostics);
        return Found { library: content.library, office, origin: Origin::BuiltIn, diagnostics };
    };
    let content = content::read_folder(&folder, &office);
    diagnostics.extend(content.diagnostics);
    let mut library = content.library;
    if library.lessons.is_empty() {
        let content = built_in(&office);
        return Found { library: content.library, office, origin: Origin::BuiltInInsteadOf(folder), diagnostics };
    }
    if library.wants_builtin {
        add_below(&mut library, built_in(&office).library);
    }
    Found { library, office, origin: Origin::Folder(folder), diagnostics }
}

const OFFICE_FILE: &str = "office.toml";

/// The lessons inside the program.
pub fn built_in(office: &Office) -> Content {
    content::read_files(builtin::files().iter().copied(), office)
}

fn beside_program() -> Option<PathBuf> {
    std::env::current_exe().ok()?.parent().map(Path::to_path_buf)
}

/// Adds what the upper library does not have; on a shared id the upper one stands.
fn add_below(upper: &mut Library, lower: Library) {
    for (id, languages) in lower.lessons {
        let own = upper.lessons.entry(id).or_default();
        for (language, lesson) in languages {
            own.entry(language).or_insert(lesson);
        }
    }
    for (id, languages) in lower.worksheets {
        upper.worksheets.entry(id).or_insert(languages);
    }
    for course in lower.courses {
        if upper.course(&course.id).is_none() {
            upper.courses.push(course);
        }
    }
    for track in lower.tracks {
        match upper.tracks.iter_mut().find(|own| own.id == track.id) {
            None => upper.tracks.push(track),
            Some(own) => {
                for course in track.courses {
                    if !own.courses.contains(&course) {
                        own.courses.push(course);
                    }
                }
            }
        }
    }
}
