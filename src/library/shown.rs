//! A lesson as it is shown: with the mark of the text that it was read from.

use std::ops::Deref;

use crate::domain::lesson::Lesson;

/// What is answered is kept together with the text that was shown.
#[derive(Clone, Debug)]
pub struct ShownLesson {
    pub lesson: Lesson,
    /// First 8 bytes of SHA-256 of the file, in hex.
    pub fingerprint: String,
}

impl Deref for ShownLesson {
    type Target = Lesson;

    fn deref(&self) -> &Lesson {
        &self.lesson
    }
}
