//! The library as found: tracks, courses, lessons and worksheets, in their order.

use std::collections::BTreeMap;

use crate::domain::id::{CourseId, LessonId, TrackId, WorksheetId};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::worksheet::Worksheet;
use crate::text::SafeText;

/// A title in the languages it was written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title(pub BTreeMap<Language, SafeText>);

/// A role's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    pub id: TrackId,
    pub title: Title,
    pub courses: Vec<CourseId>,
    /// Courses or lessons, by id.
    pub optional: Vec<String>,
}

/// Lessons in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    pub id: CourseId,
    /// The office's or curriculum's short code, such as `C02`.
    pub code: Option<SafeText>,
    pub title: Title,
    pub lessons: Vec<LessonId>,
    /// Courses to take first, for each track.
    pub after: BTreeMap<TrackId, Vec<CourseId>>,
}

/// Everything that one content folder holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    pub tracks: Vec<Track>,
    pub courses: Vec<Course>,
    /// Each lesson in the languages it exists in.
    pub lessons: BTreeMap<LessonId, BTreeMap<Language, Lesson>>,
    pub worksheets: BTreeMap<WorksheetId, BTreeMap<Language, Worksheet>>,
    /// `with_builtin` of `library.toml`: the built-in lessons are added below these.
    pub wants_builtin: bool,
}

impl Title {
    pub fn in_language(&self, language: Language) -> Option<&SafeText> {
        self.0.get(&language).or_else(|| self.0.get(&language.other())).or_else(|| self.0.values().next())
    }
}

impl Library {
    /// The lesson in this language, else in the other one.
    pub fn lesson(&self, id: &LessonId, language: Language) -> Option<&Lesson> {
        let languages = self.lessons.get(id)?;
        languages.get(&language).or_else(|| languages.get(&language.other()))
    }

    pub fn track(&self, id: &TrackId) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == *id)
    }

    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == *id)
    }

    /// The course that a lesson stands in.
    pub fn course_of(&self, lesson: &LessonId) -> Option<&Course> {
        self.courses.iter().find(|course| course.lessons.contains(lesson))
    }

    /// The courses of a track in order; every course when the track is unknown.
    pub fn courses_of_track(&self, track: Option<&TrackId>) -> Vec<&Course> {
        match track.and_then(|id| self.track(id)) {
            Some(track) => track.courses.iter().filter_map(|id| self.course(id)).collect(),
            None => self.courses.iter().collect(),
        }
    }
}
