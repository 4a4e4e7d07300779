//! A question as written, and what a learner may answer. Options are known by their place as written, from 0.

use serde::{Deserialize, Serialize};

use crate::domain::document::{Block, ByteRange, RichText};
use crate::domain::id::{QuestionId, QuestionRef};
use crate::text::SafeText;

/// One question of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    /// False when the id is the hash of the stem because none was written.
    pub id_is_written: bool,
    /// Raised by the author when the meaning changed; an answer to a lower one is asked again.
    pub revision: u32,
    /// Questions with the same point ask the same thing in different types.
    pub point: Option<SafeText>,
    /// Questions that are easily taken for this one.
    pub confusables: Vec<QuestionRef>,
    pub stem: RichText,
    /// Blocks between the heading and the answer part.
    pub body: Vec<Block>,
    pub answer: Answer,
    pub explanation: Vec<Block>,
    pub hint: Vec<Block>,
    /// Options stay as written.
    pub order_is_fixed: bool,
    /// Office values without a setting that the right answer needs; such a question is not asked.
    pub unset_office_values: Vec<String>,
    /// The whole question in the file.
    pub range: ByteRange,
    /// The heading alone, where a finding about the question points.
    pub heading_range: ByteRange,
}

/// What is right, by type.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// （1つ）/(one): exactly one choice is right.
    One(Vec<Choice>),
    /// （すべて）/(all): one or more are right.
    All(Vec<Choice>),
    /// （場面）/(case): exactly one is right, every choice has a consequence.
    Case(Vec<Choice>),
    /// （正誤）/(true-false).
    TrueFalse { statement_is_true: bool, mistakes: Vec<Mistake> },
    /// （数値）/(number): right from `least` to `most`, both included.
    Number { least: f64, most: f64, unit: SafeText, as_written: SafeText, mistakes: Vec<Mistake> },
    /// （記入）/(typed): the first accepted text is the model.
    Typed { accepted: Vec<SafeText>, mistakes: Vec<Mistake> },
    /// （穴埋め）/(cloze).
    Cloze { parts: Vec<ClozePart>, blanks: Vec<Blank>, mistakes: Vec<Mistake> },
    /// （並べ替え）/(order): the items in the right order.
    Order(Vec<RichText>),
    /// （組み合わせ）/(match): the left item at `i` belongs to the right item at `i`; `rights` may be longer.
    Match { left_heading: RichText, right_heading: RichText, lefts: Vec<RichText>, rights: Vec<RichText> },
    /// （記述）/(write): a model and what a good answer holds.
    Write { model: Vec<Block>, checklist: Vec<RichText> },
}

/// An option to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub text: RichText,
    pub is_right: bool,
    /// Why it tempts or what follows from it; `None` when the author wrote nothing.
    pub feedback: Option<RichText>,
    pub range: ByteRange,
}

/// A wrong answer that is often given, with what to say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub answer: SafeText,
    pub feedback: RichText,
    pub range: ByteRange,
}

/// Running text of a cloze, blanks by their place in `blanks`. A line end is `Text` with `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClozePart {
    Text(SafeText),
    Blank(usize),
}

/// The texts that a blank accepts, the model first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    pub accepted: Vec<SafeText>,
}

/// The type of a question by itself, as it stands in events and headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionType {
    One,
    All,
    Case,
    TrueFalse,
    Number,
    Typed,
    Cloze,
    Order,
    Match,
    Write,
}

/// What the learner answered; places are as written, whatever order was shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// Choices picked; for true-false 0 is true and 1 is false.
    Picked(Vec<usize>),
    /// The items in the order given.
    Order(Vec<usize>),
    /// Left and right item.
    Pairs(Vec<(usize, usize)>),
    Text(String),
    /// As typed; how it reads as a number is derived.
    Number(String),
    Blanks(Vec<String>),
    /// Points of the checklist that the learner finds met, after `text` was written.
    Checks {
        text: String,
        met: Vec<usize>,
    },
}

/// Right or wrong: a fact, made when the answer was given, and never derived again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Right,
    Wrong,
}

/// How sure the learner said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Sure,
    Unsure,
}

impl Answer {
    pub fn question_type(&self) -> QuestionType {
        match self {
            Answer::One(_) => QuestionType::One,
            Answer::All(_) => QuestionType::All,
            Answer::Case(_) => QuestionType::Case,
            Answer::TrueFalse { .. } => QuestionType::TrueFalse,
            Answer::Number { .. } => QuestionType::Number,
            Answer::Typed { .. } => QuestionType::Typed,
            Answer::Cloze { .. } => QuestionType::Cloze,
            Answer::Order(_) => QuestionType::Order,
            Answer::Match { .. } => QuestionType::Match,
            Answer::Write { .. } => QuestionType::Write,
        }
    }

    /// The choices of the three types that have some.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => choices,
            _ => &[],
        }
    }

    /// How many things are shuffled when the question is shown: choices, items, or right-hand cells.
    pub fn shuffled_count(&self) -> usize {
        match self {
            Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => choices.len(),
            Answer::Order(items) => items.len(),
            Answer::Match { rights, .. } => rights.len(),
            _ => 0,
        }
    }

    pub fn mistakes(&self) -> &[Mistake] {
        match self {
            Answer::TrueFalse { mistakes, .. }
            | Answer::Number { mistakes, .. }
            | Answer::Typed { mistakes, .. }
            | Answer::Cloze { mistakes, .. } => mistakes,
            _ => &[],
        }
    }
}

impl Question {
    pub fn question_type(&self) -> QuestionType {
        self.answer.question_type()
    }

    /// Whether it can be asked in this office.
    pub fn can_be_asked(&self) -> bool {
        self.unset_office_values.is_empty()
    }
}

impl QuestionType {
    /// All ten, in the order of the format's table.
    pub const ALL: [QuestionType; 10] = [
        QuestionType::One,
        QuestionType::All,
        QuestionType::Case,
        QuestionType::TrueFalse,
        QuestionType::Number,
        QuestionType::Typed,
        QuestionType::Cloze,
        QuestionType::Order,
        QuestionType::Match,
        QuestionType::Write,
    ];

    /// The marker that stands in brackets in a heading: Japanese, English.
    pub fn marker(self) -> (&'static str, &'static str) {
        match self {
            QuestionType::One => ("1つ", "one"),
            QuestionType::All => ("すべて", "all"),
            QuestionType::Case => ("場面", "case"),
            QuestionType::TrueFalse => ("正誤", "true-false"),
            QuestionType::Number => ("数値", "number"),
            QuestionType::Typed => ("記入", "typed"),
            QuestionType::Cloze => ("穴埋め", "cloze"),
            QuestionType::Order => ("並べ替え", "order"),
            QuestionType::Match => ("組み合わせ", "match"),
            QuestionType::Write => ("記述", "write"),
        }
    }
}
