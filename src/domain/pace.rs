//! How long things take this learner: the guesses that a sitting is filled by.
//!
//! First guesses (DESIGN §5): 500 Japanese characters or 200 English words a minute, 6 s of thought for a question,
//! 1 s a key. Typing is guessed at 2 s a character of the model answer, because most of it goes through the IME.

use crate::domain::document::{Document, RichText};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::question::{Answer, Question};

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

impl Pace {
    /// Seconds to read a text.
    pub fn reading_seconds(&self, text: &str, language: Language) -> f64 {
        match language {
            Language::Japanese => {
                let characters = text.chars().filter(|character| !character.is_whitespace()).count();
                characters as f64 * 60.0 / self.japanese_characters_per_minute
            }
            Language::English => text.split_whitespace().count() as f64 * 60.0 / self.english_words_per_minute,
        }
    }

    /// Seconds to read the main text of a lesson; the folded part is not counted.
    pub fn lesson_seconds(&self, lesson: &Lesson) -> f64 {
        self.reading_seconds(&Document::plain(&lesson.main), lesson.language)
    }

    /// Seconds from a question's first sight to the key after its feedback.
    pub fn question_seconds(&self, question: &Question, language: Language) -> f64 {
        let reading = self.reading_seconds(&words_of(question), language);
        reading + self.thought_seconds + self.hand_seconds(question)
    }

    fn hand_seconds(&self, question: &Question) -> f64 {
        let typing = |text: &str| text.chars().count() as f64 * self.typed_character_seconds;
        // One key to show or pick, one to decide, one to go on, and whatever the type asks on top.
        let extra = match &question.answer {
            Answer::One(_) | Answer::Case(_) | Answer::TrueFalse { .. } => 0.0,
            Answer::All(choices) => choices.len() as f64 * self.key_seconds,
            Answer::Order(items) => items.len() as f64 * 2.0 * self.key_seconds,
            Answer::Match { lefts, .. } => lefts.len() as f64 * 3.0 * self.key_seconds,
            Answer::Number { as_written, .. } => typing(as_written),
            Answer::Typed { accepted, .. } => accepted.first().map_or(0.0, |model| typing(model)),
            Answer::Cloze { blanks, .. } => {
                blanks.iter().filter_map(|blank| blank.accepted.first()).map(|model| typing(model)).sum()
            }
            Answer::Write { model, checklist } => {
                typing(Document::plain(model).trim()) + checklist.len() as f64 * self.key_seconds
            }
        };
        3.0 * self.key_seconds + extra
    }
}

/// Everything of a question that is read: stem, body, options, and the feedback to the right answer.
fn words_of(question: &Question) -> String {
    let mut words = question.stem.plain();
    let mut add = |text: &str| {
        words.push(' ');
        words.push_str(text);
    };
    add(&Document::plain(&question.body));
    for choice in question.answer.choices() {
        add(&choice.text.plain());
        if let Some(feedback) = choice.feedback.as_ref().filter(|_| choice.is_right) {
            add(&feedback.plain());
        }
    }
    let mut add_all = |texts: &[RichText]| texts.iter().for_each(|text| add(&text.plain()));
    match &question.answer {
        Answer::Order(items) => add_all(items),
        Answer::Match { lefts, rights, .. } => {
            add_all(lefts);
            add_all(rights);
        }
        Answer::Write { checklist, .. } => add_all(checklist),
        _ => {}
    }
    words.push_str(&Document::plain(&question.explanation));
    words
}
