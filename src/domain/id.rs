//! Names of things, each a type of its own, so that two of them never change places.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn new(word: impl Into<String>) -> Self {
                Self(word.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

word_id!(
    /// A lesson in every language: the `id` of its front matter, else its path without the language folder.
    LessonId
);
word_id!(
    /// A question inside its lesson: the `id` of its comment, else a hash of its stem.
    QuestionId
);
word_id!(
    /// Four lessons in a row.
    CourseId
);
word_id!(
    /// A role's path through the courses.
    TrackId
);
word_id!(
    /// A form of the content folder.
    WorksheetId
);

/// The lessons of a course, as a number: another list has another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CourseMark(pub u64);

/// A question anywhere: it is asked for by both names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionRef {
    pub lesson: LessonId,
    pub question: QuestionId,
}

impl fmt::Display for QuestionRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.lesson, self.question)
    }
}

macro_rules! byte_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub [u8; 16]);

        impl $name {
            pub fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                uuid::Uuid::from_bytes(self.0).hyphenated().fmt(formatter)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = uuid::Error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                uuid::Uuid::parse_str(&text).map(|id| Self(id.into_bytes()))
            }
        }
    };
}

byte_id!(
    /// One fact in the log; UUIDv7, and the identity under which two logs are joined.
    EventId
);
byte_id!(
    /// One copy of the record on one machine; a restored copy gets a new one.
    DeviceId
);
byte_id!(
    /// One sitting.
    SessionId
);
byte_id!(
    /// One if-then promise.
    PromiseId
);
