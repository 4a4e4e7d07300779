//! What the program opens with, on screens and in lines alike.

use crate::app::Message;
use crate::domain::id::LessonId;

/// Where to start.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    Home,
    /// Today's sitting at once; it is the first thing after a first run.
    Study,
    Lesson(LessonId),
    /// はじめの6問.
    Entry,
}

impl Opening {
    /// What the learner would have said on Home; `None` for Home itself.
    pub fn message(self) -> Option<Message> {
        match self {
            Opening::Home => None,
            Opening::Study => Some(Message::Begin),
            Opening::Lesson(lesson) => Some(Message::OpenLesson(lesson)),
            Opening::Entry => Some(Message::OpenEntry),
        }
    }
}
