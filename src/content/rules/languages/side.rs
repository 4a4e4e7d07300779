//! One language of a lesson, with what the reader could not read of it: a question that is there and broken has been
//! told, and is not missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Content;
use crate::domain::diagnostic::{Diagnostic, Finding, Severity};
use crate::domain::id::QuestionId;
use crate::domain::lesson::Lesson;
use crate::domain::question::Question;

pub struct Side<'a> {
    pub lesson: &'a Lesson,
    text: &'a str,
    by_id: BTreeMap<&'a QuestionId, &'a Question>,
    told: &'a [&'a Diagnostic],
}

impl<'a> Side<'a> {
    /// `told` holds what the reader found, by path.
    pub fn new(lesson: &'a Lesson, content: &'a Content, told: &'a BTreeMap<&str, Vec<&'a Diagnostic>>) -> Side<'a> {
        Side {
            lesson,
            text: content.sources.get(&lesson.path).map_or("", String::as_str),
            by_id: lesson.questions.iter().map(|question| (&question.id, question)).collect(),
            told: told.get(lesson.path.as_str()).map_or(&[], Vec::as_slice),
        }
    }

    pub fn question(&self, id: &QuestionId) -> Option<&'a Question> {
        self.by_id.get(id).copied()
    }

    /// The written ids of the questions that could not be read.
    pub fn broken_ids(&self) -> BTreeSet<&'a str> {
        let errors: BTreeSet<usize> = self.errors().filter_map(|found| Some(found.range.as_ref()?.start)).collect();
        let line_starts = self.text.match_indices('\n').map(|(end, _)| end + 1);
        let headings = line_starts.filter(|start| self.text[*start..].starts_with(['#', '＃']));
        let ends: Vec<usize> = std::iter::once(0).chain(headings).chain([self.text.len()]).collect();
        let parts = ends.windows(2).map(|ends| ends[0]..ends[1]);
        let broken = parts.filter(|part| errors.range(part.clone()).next().is_some());
        broken.flat_map(|part| ids_in_comments(&self.text[part])).collect()
    }

    /// How many questions could not be read whose id tells nothing either.
    pub fn broken_without_id(&self) -> usize {
        let read: BTreeSet<usize> = self.lesson.questions.iter().map(|question| question.heading_range.start).collect();
        let was_read = |found: &Diagnostic| found.range.as_ref().is_some_and(|range| read.contains(&range.start));
        let broken = self.told.iter().filter(|found| match found.finding {
            Finding::DuplicateQuestionId { .. } | Finding::InvalidId { .. } => true,
            Finding::MissingQuestionId { .. } => !was_read(found),
            _ => false,
        });
        broken.count()
    }

    /// Whether something behind the questions could not be read.
    pub fn practice_is_broken(&self) -> bool {
        let questions_end = self.lesson.questions.last().map_or(0, |question| question.range.end);
        self.errors().any(|found| found.range.as_ref().is_some_and(|range| range.start >= questions_end))
    }

    fn errors(&self) -> impl Iterator<Item = &&'a Diagnostic> {
        self.told.iter().filter(|found| found.severity == Severity::Error)
    }
}

/// What comments say behind `id:`, in whatever width their marks are.
fn ids_in_comments(text: &str) -> impl Iterator<Item = &str> {
    let comments = text.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0));
    let pairs = comments.flat_map(|comment| comment.split([';', '；'])).filter_map(|pair| pair.split_once([':', '：']));
    pairs.filter(|(key, _)| key.trim() == "id").map(|(_, value)| value.trim())
}
