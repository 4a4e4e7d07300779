//! What is known of a lesson without its text: enough to list it, to plan a sitting with it, and to find it again. A
//! card is made from a lesson once; it holds no sentence of it but the title.

use serde::{Deserialize, Serialize};

use crate::domain::document::{Document, RichText};
use crate::domain::id::{LessonId, QuestionId, QuestionRef};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::plan::Shuffling;
use crate::domain::question::{Answer, Question, QuestionType};
use crate::text::SafeText;

/// A lesson in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonCard {
    pub id: LessonId,
    pub language: Language,
    pub title: SafeText,
    /// False for a text without front matter.
    pub has_front_matter: bool,
    pub minutes: Option<u32>,
    /// Characters (Japanese) or words (English) of the main text.
    pub reading: u32,
    pub has_try_this: bool,
    /// It speaks of something that the office has not set.
    pub has_unset_value: bool,
    pub questions: Vec<QuestionCard>,
}

/// A question of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionCard {
    pub id: QuestionId,
    pub question_type: QuestionType,
    pub revision: u32,
    pub can_be_asked: bool,
    pub effort: Effort,
    pub shown: Shuffling,
    /// What it asks about; questions of one lesson with the same point ask it in different types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// Questions that are easily taken for this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confusables: Vec<QuestionRef>,
}

/// What a question asks of eyes and hands, whoever answers it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Characters (Japanese) or words (English) to read before the answer.
    pub read: u32,
    /// And after it.
    pub read_after: u32,
    /// Characters to type.
    pub typed: u32,
    /// Keys to press on top of the three that every question takes.
    pub keys: u32,
}

impl LessonCard {
    pub fn of(lesson: &Lesson) -> LessonCard {
        LessonCard {
            id: lesson.id.clone(),
            language: lesson.language,
            title: lesson.title.clone(),
            has_front_matter: lesson.has_front_matter,
            minutes: lesson.minutes,
            reading: reading(&Document::plain(&lesson.main), lesson.language),
            has_try_this: lesson.try_this.is_some(),
            has_unset_value: lesson.office_values.iter().any(|value| !value.is_set),
            questions: lesson.questions.iter().map(|question| QuestionCard::of(question, lesson.language)).collect(),
        }
    }

    pub fn question(&self, id: &QuestionId) -> Option<&QuestionCard> {
        self.questions.iter().find(|question| question.id == *id)
    }
}

impl QuestionCard {
    fn of(question: &Question, language: Language) -> QuestionCard {
        QuestionCard {
            id: question.id.clone(),
            question_type: question.question_type(),
            revision: question.revision,
            can_be_asked: question.can_be_asked(),
            effort: Effort::of(question, language),
            shown: Shuffling::of(question),
            point: question.point.as_ref().map(ToString::to_string),
            confusables: question.confusables.clone(),
        }
    }
}

impl Effort {
    pub fn of(question: &Question, language: Language) -> Effort {
        let (typed, keys) = by_hand(question);
        Effort {
            read: reading(&words_before(question), language),
            read_after: reading(&words_after(question), language),
            typed,
            keys,
        }
    }
}

/// What is read of a text: white space is not.
fn reading(text: &str, language: Language) -> u32 {
    counted(match language {
        Language::Japanese => text.chars().filter(|character| !character.is_whitespace()).count(),
        Language::English => text.split_whitespace().count(),
    })
}

/// Characters to type, and keys to press on top of one to show or pick, one to decide and one to go on.
fn by_hand(question: &Question) -> (u32, u32) {
    let typing = |text: &str| counted(text.chars().count());
    match &question.answer {
        Answer::One(_) | Answer::Case(_) | Answer::TrueFalse { .. } => (0, 0),
        Answer::All(choices) => (0, counted(choices.len())),
        Answer::Order(items) => (0, counted(items.len() * 2)),
        Answer::Match { lefts, .. } => (0, counted(lefts.len() * 3)),
        Answer::Number { as_written, .. } => (typing(as_written), 0),
        Answer::Typed { accepted, .. } => (accepted.first().map_or(0, |model| typing(model)), 0),
        Answer::Cloze { blanks, .. } => {
            (blanks.iter().filter_map(|blank| blank.accepted.first()).map(|model| typing(model)).sum(), 0)
        }
        Answer::Write { model, checklist } => (typing(Document::plain(model).trim()), counted(checklist.len())),
    }
}

/// Everything of a question that is read before it is answered: stem, body, options.
fn words_before(question: &Question) -> String {
    let mut words = question.stem.plain();
    add(&mut words, &Document::plain(&question.body));
    for choice in question.answer.choices() {
        add(&mut words, &choice.text.plain());
    }
    let mut add_all = |texts: &[RichText]| texts.iter().for_each(|text| add(&mut words, &text.plain()));
    match &question.answer {
        Answer::Order(items) => add_all(items),
        Answer::Match { lefts, rights, .. } => {
            add_all(lefts);
            add_all(rights);
        }
        Answer::Write { checklist, .. } => add_all(checklist),
        _ => {}
    }
    words
}

/// What is read of it after the right answer: why it is right.
fn words_after(question: &Question) -> String {
    let mut words = Document::plain(&question.explanation);
    for choice in question.answer.choices() {
        if let Some(feedback) = choice.feedback.as_ref().filter(|_| choice.is_right) {
            add(&mut words, &feedback.plain());
        }
    }
    words
}

fn add(words: &mut String, text: &str) {
    words.push(' ');
    words.push_str(text);
}

/// A file is at most a mebibyte, so nothing in it is counted beyond 32 bits.
fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
