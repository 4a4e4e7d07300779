//! Where somebody is in lists that are shown one level at a time: the library.

use crate::app::{LibraryFacts, Shelf};
use crate::domain::id::LessonId;
use crate::text::fold;

/// The level of the library that is shown: 対象 → コース → 1本, or what a search found.
#[derive(Clone, Debug, PartialEq)]
pub enum Browse {
    Tracks,
    Courses(Shelf),
    Lessons { shelf: Shelf, course: usize },
    Found { lessons: Vec<LessonId> },
}

impl Default for Browse {
    fn default() -> Browse {
        Browse::Courses(Shelf::Own)
    }
}

impl Browse {
    /// One level up; `None` where the list itself is left.
    pub fn up(&self) -> Option<Browse> {
        match self {
            Browse::Courses(Shelf::Own) => None,
            Browse::Courses(_) => Some(Browse::Tracks),
            Browse::Tracks | Browse::Found { .. } => Some(Browse::default()),
            Browse::Lessons { shelf, .. } => Some(Browse::Courses(shelf.clone())),
        }
    }

    /// The lessons that are listed here, in their order; none where courses or roles are listed.
    pub fn lessons(&self, library: &LibraryFacts) -> Vec<LessonId> {
        match self {
            Browse::Tracks | Browse::Courses(_) => Vec::new(),
            Browse::Lessons { shelf, course } => {
                let course = library.on(shelf).get(*course).map(|course| &course.lessons);
                course.into_iter().flatten().map(|lesson| lesson.id.clone()).collect()
            }
            Browse::Found { lessons } => lessons.clone(),
        }
    }

    /// How many numbers can be picked here.
    pub fn count(&self, library: &LibraryFacts) -> usize {
        match self {
            Browse::Tracks => library.tracks.len() + 1,
            Browse::Courses(shelf) => library.on(shelf).len() + usize::from(self.offers_tracks(library)),
            Browse::Lessons { .. } | Browse::Found { .. } => self.lessons(library).len(),
        }
    }

    /// Whether the last line leads to the other roles' courses.
    pub fn offers_tracks(&self, library: &LibraryFacts) -> bool {
        matches!(self, Browse::Courses(Shelf::Own)) && library.has_more_than_own()
    }

    /// What the number leads to; `None` for a lesson, or for a number that is not there.
    pub fn down(&self, library: &LibraryFacts, number: usize) -> Option<Browse> {
        let place = number.checked_sub(1)?;
        match self {
            Browse::Tracks if place == library.tracks.len() => Some(Browse::Courses(Shelf::All)),
            Browse::Tracks => library.tracks.get(place).map(|track| Browse::Courses(Shelf::Track(track.id.clone()))),
            Browse::Courses(shelf) => {
                let count = library.on(shelf).len();
                if place == count && self.offers_tracks(library) {
                    return Some(Browse::Tracks);
                }
                (place < count).then(|| Browse::Lessons { shelf: shelf.clone(), course: place })
            }
            Browse::Lessons { .. } | Browse::Found { .. } => None,
        }
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
        (!lessons.is_empty() && !words.is_empty()).then_some(Browse::Found { lessons })
    }
}
