//! How long things take this learner: the guesses that a sitting is filled by.
//!
//! First guesses (DESIGN §5): 500 Japanese characters or 200 English words a minute, 6 s of thought for a question,
//! 1 s a key. Typing is guessed at 2 s a character of the model answer, because most of it goes through the IME.

use crate::domain::card::{Effort, LessonCard};
use crate::domain::language::Language;

/// Speeds of one learner.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    pub japanese_characters_per_minute: f64,
    pub english_words_per_minute: f64,
    pub thought_seconds: f64,
    pub key_seconds: f64,
    pub typed_character_seconds: f64,
}

impl Default for Pace {
    fn default() -> Self {
        Pace {
            japanese_characters_per_minute: 500.0,
            english_words_per_minute: 200.0,
            thought_seconds: 6.0,
            key_seconds: 1.0,
            typed_character_seconds: 2.0,
        }
    }
}

/// Steps without a text of their own.
pub const FOLLOW_UP_SECONDS: f64 = 10.0;
pub const TRY_THIS_SECONDS: f64 = 25.0;
pub const REMINDER_SECONDS: f64 = 5.0;
/// One to show or pick, one to decide, one to go on.
const KEYS_OF_A_QUESTION: u32 = 3;

impl Pace {
    /// Seconds to read the main text of a lesson; the folded part is not counted.
    pub fn lesson_seconds(&self, lesson: &LessonCard) -> f64 {
        self.reading_seconds(lesson.reading, lesson.language)
    }

    /// Seconds from a question's first sight to the key after its feedback.
    pub fn question_seconds(&self, effort: &Effort, language: Language) -> f64 {
        self.reading_seconds(effort.read, language)
            + self.thought_seconds
            + f64::from(KEYS_OF_A_QUESTION + effort.keys) * self.key_seconds
            + f64::from(effort.typed) * self.typed_character_seconds
    }

    /// Seconds to read so many characters (Japanese) or words (English).
    fn reading_seconds(&self, read: u32, language: Language) -> f64 {
        let per_minute = match language {
            Language::Japanese => self.japanese_characters_per_minute,
            Language::English => self.english_words_per_minute,
        };
        f64::from(read) * 60.0 / per_minute
    }
}
