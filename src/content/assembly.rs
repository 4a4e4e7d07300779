//! Texts of files → a library: lessons by id, worksheets, tracks and courses. It opens no file; a reader that panics
//! over one text costs that text only.
//!
//! Courses come from `library.toml`. A lesson that it does not name, and every lesson of a folder without one, belongs
//! to the course of its folder (`outline` says which and in which order).

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::content::folder::{LIBRARY_FILE, is_markdown};
use crate::content::library_toml::{self, CourseEntry, LibraryToml};
use crate::content::outline::{self, FolderCourse, Placed};
use crate::content::reading::{FileContent, read_text};
use crate::content::{Content, rules};
use crate::domain::catalogue::{Course, Title, Track};
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::id::{CourseId, LessonId, TrackId};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::office::Office;
use crate::domain::worksheet::Worksheet;
use crate::text::SafeText;

/// Builds the library of `content` from its sources. `folder_name` names the course of files straight in the folder.
pub fn assemble(content: &mut Content, folder_name: &str, office: &Office) {
    let mut lessons = Vec::new();
    for (path, text) in &content.sources {
        if !is_markdown(path) {
            continue;
        }
        match read_guarded(path, text, folder_language(path), office, &mut content.diagnostics) {
            Some(FileContent::Lesson(lesson)) => lessons.push(*lesson),
            Some(FileContent::Worksheet(sheet)) => {
                let known = content.library.worksheets.entry(sheet.id.clone()).or_default();
                add_worksheet(known, *sheet, &content.sources, &mut content.diagnostics);
            }
            // Looked up while a lesson is read; no lesson hangs on it.
            Some(FileContent::Glossary(_)) | None => {}
        }
    }
    let placed: Vec<Placed> = lessons.iter().map(Placed::of).collect();
    let mut arranged = arrange(&placed, content.sources.get(LIBRARY_FILE).map(String::as_str), folder_name);
    for lesson in lessons.into_iter().filter(|lesson| !arranged.left_out.contains(&lesson.path)) {
        let known = content.library.lessons.entry(lesson.id.clone()).or_default();
        add_lesson(known, lesson, &content.sources, &mut content.diagnostics);
    }
    content.diagnostics.append(&mut arranged.diagnostics);
    content.library.wants_builtin = arranged.with_builtin;
    content.library.tracks = arranged.tracks;
    content.library.courses = arranged.courses;
}

/// What stands where, known from the texts' places and the library's own file alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    pub tracks: Vec<Track>,
    pub courses: Vec<Course>,
    pub with_builtin: bool,
    /// Paths of the texts that are only about a folder.
    pub left_out: BTreeSet<String>,
    /// About the library's own file.
    pub diagnostics: Vec<Diagnostic>,
}

/// The courses of `library.toml` in its order, then those of folders with lessons that it does not name.
pub fn arrange(texts: &[Placed], library_file: Option<&str>, folder_name: &str) -> Arrangement {
    let outline = outline::outline(texts, folder_name);
    let mut diagnostics = Vec::new();
    let settings =
        library_file.map(|text| library_toml::read(LIBRARY_FILE, text, &mut diagnostics)).unwrap_or_default();
    let known: BTreeSet<&LessonId> =
        texts.iter().filter(|text| !outline.left_out.contains(&text.path)).map(|text| &text.id).collect();
    Arrangement {
        tracks: settings.tracks.iter().map(track_of).collect(),
        courses: courses(&known, &settings, outline.courses),
        with_builtin: settings.with_builtin,
        left_out: outline.left_out,
        diagnostics,
    }
}

/// The same for one file by itself: a library of one text.
pub fn assemble_single(content: &mut Content, office: &Office) {
    let Some((path, text)) = content.sources.iter().next() else { return };
    let folder_language = folder_language(path);
    match read_guarded(path, text, folder_language, office, &mut content.diagnostics) {
        Some(FileContent::Lesson(lesson)) => {
            content.library.lessons.insert(lesson.id.clone(), BTreeMap::from([(lesson.language, *lesson)]));
        }
        Some(FileContent::Worksheet(sheet)) => {
            content.library.worksheets.insert(sheet.id.clone(), BTreeMap::from([(sheet.language, *sheet)]));
        }
        Some(FileContent::Glossary(_)) | None => {}
    }
}

fn folder_language(path: &str) -> Option<Language> {
    path.split_once('/').and_then(|(folder, _)| language_of_folder(folder))
}

/// `ja` and `en` as folder names; a longer name that merely begins like a tag is a course.
pub fn language_of_folder(name: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == name)
}

/// One text read by itself, with what its author should mend; `None` when reading it panicked.
pub fn read_one(path: &str, text: &str, office: &Office) -> (Option<FileContent>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let read = read_guarded(path, text, folder_language(path), office, &mut diagnostics);
    (read, diagnostics)
}

fn read_guarded(
    path: &str,
    text: &str,
    folder_language: Option<Language>,
    office: &Office,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<FileContent> {
    guarded(path, diagnostics, |found| read_text(path, text, folder_language, office, found))
}

/// What `read` makes of a file; a panic costs this file only, and its findings so far are kept.
fn guarded<T>(
    path: &str,
    diagnostics: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Vec<Diagnostic>) -> T,
) -> Option<T> {
    let mut found = Vec::new();
    // Nothing half-changed outlives a panic: each finding is pushed whole, and the text is only looked at.
    let outcome = catch_unwind(AssertUnwindSafe(|| read(&mut found)));
    diagnostics.append(&mut found);
    if outcome.is_err() {
        diagnostics.push(Diagnostic::error(path, None, Finding::ReaderPanicked));
    }
    outcome.ok()
}

/// The first file by path keeps an id that two files claim.
fn add_lesson(
    known: &mut BTreeMap<Language, Lesson>,
    lesson: Lesson,
    sources: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match known.get(&lesson.language) {
        Some(first) => diagnostics.push(duplicate(lesson.id.as_str(), &lesson.path, &first.path, sources)),
        None => {
            known.insert(lesson.language, lesson);
        }
    }
}

fn add_worksheet(
    known: &mut BTreeMap<Language, Worksheet>,
    sheet: Worksheet,
    sources: &BTreeMap<String, String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match known.get(&sheet.language) {
        Some(first) => diagnostics.push(duplicate(sheet.id.as_str(), &sheet.path, &first.path, sources)),
        None => {
            known.insert(sheet.language, sheet);
        }
    }
}

fn duplicate(id: &str, path: &str, first_path: &str, sources: &BTreeMap<String, String>) -> Diagnostic {
    let range = sources.get(path).and_then(|text| rules::front_matter::key_line(text, "id"));
    let finding = Finding::DuplicateLessonId { id: id.to_owned(), other_path: first_path.to_owned() };
    Diagnostic::error(path, range, finding)
}

fn track_of(entry: &library_toml::TrackEntry) -> Track {
    Track {
        id: TrackId::new(&entry.id.value),
        title: titled(entry.title.clone(), &entry.id.value),
        courses: entry.courses.iter().map(|course| CourseId::new(&course.value)).collect(),
        optional: entry.optional.iter().map(|id| id.value.clone()).collect(),
    }
}

fn courses(known: &BTreeSet<&LessonId>, settings: &LibraryToml, folders: Vec<FolderCourse>) -> Vec<Course> {
    let named: BTreeSet<&str> =
        settings.courses.iter().flat_map(|course| &course.lessons).map(|lesson| lesson.value.as_str()).collect();
    // With the built-in lessons below, an id that is unknown here may be known there.
    let may_stand = |id: &LessonId| known.contains(id) || settings.with_builtin;
    let mut courses: Vec<Course> = settings.courses.iter().map(|entry| course_of(entry, may_stand)).collect();
    for folder in folders {
        let rest: Vec<LessonId> =
            folder.lessons.into_iter().filter(|lesson| !named.contains(lesson.as_str())).collect();
        // Folders differ from each other; only a course that was written down can have the same name.
        match courses[..settings.courses.len()].iter_mut().find(|course| course.id == folder.id) {
            Some(course) => course.lessons.extend(rest),
            None if rest.is_empty() => {}
            None => courses.push(Course {
                title: titled(folder.title, folder.id.as_str()),
                id: folder.id,
                code: None,
                lessons: rest,
                after: BTreeMap::new(),
            }),
        }
    }
    courses
}

fn course_of(entry: &CourseEntry, may_stand: impl Fn(&LessonId) -> bool) -> Course {
    let after = entry.after.iter().map(|(track, courses)| {
        (TrackId::new(&track.value), courses.iter().map(|course| CourseId::new(&course.value)).collect())
    });
    Course {
        id: CourseId::new(&entry.id.value),
        code: entry.code.clone(),
        title: titled(entry.title.clone(), &entry.id.value),
        lessons: entry.lessons.iter().map(|lesson| LessonId::new(&lesson.value)).filter(may_stand).collect(),
        after: after.collect(),
    }
}

/// A title that says at least the id.
fn titled(mut title: Title, id: &str) -> Title {
    if title.0.is_empty() {
        title.0.extend(Language::ALL.map(|language| (language, SafeText::new(id))));
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_over_one_file_is_a_finding_and_keeps_those_before_it() {
        let mut diagnostics = Vec::new();
        let read: Option<()> = guarded("a.md", &mut diagnostics, |found| {
            found.push(Diagnostic::error("a.md", Some(0..1), Finding::NoBlank));
            panic!("a slip of ours");
        });
        assert_eq!(read, None);
        let codes: Vec<&str> = diagnostics.iter().map(|found| found.finding.code()).collect();
        assert_eq!(codes, ["no-blank", "reader-panicked"]);
        assert_eq!(guarded("b.md", &mut diagnostics, |_| 1), Some(1));
    }
}
