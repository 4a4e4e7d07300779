//! A lesson: what is read, what is asked, and what is tried at work.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::document::{Block, ByteRange, Document, RichText};
use crate::domain::id::{LessonId, QuestionId, WorksheetId};
use crate::domain::language::Language;
use crate::domain::question::Question;
use crate::text::SafeText;

/// One lesson in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    pub id: LessonId,
    /// False for a text without front matter: it is read-only and named by its path.
    pub has_front_matter: bool,
    pub language: Language,
    pub title: SafeText,
    pub skill: Option<Skill>,
    pub stage: Option<Stage>,
    pub minutes: Option<u32>,
    pub objective: Option<SafeText>,
    /// Where the facts come from, as written: `GK05 2026-11-22`, `F279`.
    pub basis: Vec<SafeText>,
    pub review_by: Option<Day>,
    /// The main text, without the level-1 title.
    pub main: Vec<Block>,
    /// もっと詳しく: folded until asked for.
    pub more: Vec<Block>,
    pub questions: Vec<Question>,
    pub tasks: Vec<Task>,
    pub try_this: Option<TryThis>,
    /// Path below the content folder, with `/`.
    pub path: String,
    /// Office values that the text uses.
    pub office_values: Vec<OfficeValueUse>,
}

/// `{{name}}` in a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeValueUse {
    pub name: String,
    pub is_set: bool,
    pub range: ByteRange,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Skill {
    Digital,
    Data,
    Transform,
    Cocreate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    Understand,
    Practise,
    Embed,
}

/// 課題: something small to do at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: Option<QuestionId>,
    pub title: RichText,
    pub worksheet: Option<WorksheetId>,
    pub blocks: Vec<Block>,
    pub steps: Vec<RichText>,
    pub range: ByteRange,
}

/// やってみること: cues from the lesson, each with actions of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TryThis {
    pub id: Option<QuestionId>,
    /// Working days until the learner is asked what came of it.
    pub ask_after: u32,
    pub cues: Vec<Cue>,
    pub range: ByteRange,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// 「…たら」/ "When …".
    pub when: RichText,
    pub actions: Vec<RichText>,
    pub range: ByteRange,
}

impl Skill {
    /// As front matter and files name it.
    pub fn code(self) -> &'static str {
        match self {
            Skill::Digital => "digital",
            Skill::Data => "data",
            Skill::Transform => "transform",
            Skill::Cocreate => "cocreate",
        }
    }

    pub fn from_code(code: &str) -> Option<Skill> {
        [Skill::Digital, Skill::Data, Skill::Transform, Skill::Cocreate].into_iter().find(|skill| skill.code() == code)
    }
}

impl Lesson {
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Characters of the main text, white space not counted.
    pub fn main_length(&self) -> usize {
        Document::reading_length(&self.main)
    }

    /// Characters of the folded part.
    pub fn more_length(&self) -> usize {
        Document::reading_length(&self.more)
    }
}
