//! Where somebody is in lists that lines show one level at a time: the library.

use crate::app::LibraryFacts;
use crate::app::page::sorted_courses;
use crate::domain::id::LessonId;
use crate::text::fold;

/// The level of the library that is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Browse {
    #[default]
    Courses,
    Lessons {
        lessons: Vec<LessonId>,
    },
}

impl Browse {
    /// The lessons of the course with this number.
    pub fn course(library: &LibraryFacts, number: usize) -> Option<Browse> {
        let (own, other) = sorted_courses(library);
        let course = own.into_iter().chain(other).nth(number.checked_sub(1)?)?;
        Some(Browse::Lessons { lessons: course.lessons.iter().map(|lesson| lesson.id.clone()).collect() })
    }

    /// Lessons whose title holds the words; `None` when there is none.
    pub fn found(library: &LibraryFacts, words: &str) -> Option<Browse> {
        let words = fold::fold(words);
        let lessons: Vec<LessonId> = library
            .courses
            .iter()
            .flat_map(|course| &course.lessons)
            .filter(|lesson| fold::fold(&lesson.title).contains(&words))
            .map(|lesson| lesson.id.clone())
            .collect();
        (!lessons.is_empty() && !words.is_empty()).then_some(Browse::Lessons { lessons })
    }
}
