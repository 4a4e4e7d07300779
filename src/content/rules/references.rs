//! Names of things elsewhere: confusable questions, worksheets, and all that `library.toml` names. Where the built-in
//! lessons come on top and are not at hand, an unknown name is not reported: it may well be theirs.

use std::collections::BTreeSet;

use crate::content::library_toml::LibraryToml;
use crate::content::rules::{Inspected, find_within};
use crate::content::toml_table::Placed;
use crate::domain::catalogue::Library;
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::id::{CourseId, LessonId, QuestionRef, WorksheetId};

/// Everything that a name may stand for.
pub struct Known<'a> {
    pub library: &'a Library,
    pub beside: Option<&'a Library>,
    pub is_partial: bool,
}

pub fn check(inspected: &mut Inspected<'_>, known: &Known<'_>) {
    let text = inspected.text;
    for question in &inspected.lesson.questions {
        for target in &question.confusables {
            if !known.has_question(target) {
                let target = target.to_string();
                let place = find_within(text, &question.range, &target).unwrap_or(question.heading_range.clone());
                inspected.warn(Some(place), Finding::UnknownConfusable { target });
            }
        }
    }
    for task in &inspected.lesson.tasks {
        if let Some(id) = task.worksheet.as_ref().filter(|id| !known.has_worksheet(id)) {
            let id = id.to_string();
            let place = find_within(text, &task.range, &id).unwrap_or(task.range.clone());
            inspected.warn(Some(place), Finding::UnknownWorksheet { id });
        }
    }
}

/// Reports every lesson and course that `library.toml` names and nobody wrote.
pub fn check_library_toml(path: &str, settings: &LibraryToml, known: &Known<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for course in &settings.courses {
        for lesson in &course.lessons {
            if !known.has_lesson(&LessonId::new(&lesson.value)) {
                let (course, name) = (course.id.value.clone(), lesson.value.clone());
                let finding = Finding::UnknownLessonInCourse { course, lesson: name };
                diagnostics.push(Diagnostic::error(path, Some(lesson.range.clone()), finding));
            }
        }
    }
    let mut unknown_course = |place: &str, course: &Placed<String>| {
        let finding = Finding::UnknownCourse { place: place.to_owned(), course: course.value.clone() };
        diagnostics.push(Diagnostic::error(path, Some(course.range.clone()), finding));
    };
    for track in &settings.tracks {
        for course in track.courses.iter().filter(|course| !known.has_course(&course.value)) {
            unknown_course(&track.id.value, course);
        }
        let is_known = |id: &str| known.has_course(id) || known.has_lesson(&LessonId::new(id));
        for entry in track.optional.iter().filter(|entry| !is_known(&entry.value)) {
            unknown_course(&track.id.value, entry);
        }
    }
    let tracks: BTreeSet<&str> = settings.tracks.iter().map(|track| track.id.value.as_str()).collect();
    for course in &settings.courses {
        for (track, before) in &course.after {
            if !tracks.contains(track.value.as_str()) && !known.may_be_elsewhere() {
                let (key, value) = ("after".to_owned(), track.value.clone());
                let allowed = tracks.iter().copied().collect::<Vec<_>>().join(", ");
                let finding = Finding::InvalidValue { key, value, allowed };
                diagnostics.push(Diagnostic::error(path, Some(track.range.clone()), finding));
            }
            for earlier in before.iter().filter(|earlier| !known.has_course(&earlier.value)) {
                let finding = Finding::UnknownCourse { place: course.id.value.clone(), course: earlier.value.clone() };
                diagnostics.push(Diagnostic::error(path, Some(earlier.range.clone()), finding));
            }
        }
    }
}

impl Known<'_> {
    /// There are lessons that nobody handed over: the built-in ones, or the neighbours of a file read by itself.
    fn may_be_elsewhere(&self) -> bool {
        self.is_partial || (self.library.wants_builtin && self.beside.is_none())
    }

    fn anywhere(&self, is_in: impl Fn(&Library) -> bool) -> bool {
        self.may_be_elsewhere() || is_in(self.library) || self.beside.is_some_and(is_in)
    }

    fn has_lesson(&self, id: &LessonId) -> bool {
        self.anywhere(|library| library.lessons.contains_key(id))
    }

    fn has_course(&self, id: &str) -> bool {
        self.anywhere(|library| library.course(&CourseId::new(id)).is_some())
    }

    fn has_worksheet(&self, id: &WorksheetId) -> bool {
        self.anywhere(|library| library.worksheets.contains_key(id))
    }

    /// A lesson that is here has all its questions here.
    fn has_question(&self, target: &QuestionRef) -> bool {
        let is_in = |library: &Library| {
            let languages = library.lessons.get(&target.lesson)?;
            Some(languages.values().any(|lesson| lesson.question(&target.question).is_some()))
        };
        is_in(self.library).unwrap_or_else(|| self.anywhere(|library| is_in(library).unwrap_or_default()))
    }
}
