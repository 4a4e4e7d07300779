//! Which id is written for a question that has none: the one that reading derived, or the one that the other language
//! has at the same place. Once written, an id survives every later edit of the words. It never changes an id that is
//! written, and where in the file it goes is the reader's to say.
//!
//! Two languages get one id only where their questions agree place by place in type and numbers. Where they do not, the
//! source language gets its ids, and the other waits until somebody has looked.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::rules::languages::could_be_one;
use crate::content::{Content, source_language};
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::id::QuestionId;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::question::Question;

/// The ids of a lesson's questions by the byte where their heading starts.
type IdsByPlace = BTreeMap<usize, QuestionId>;

/// Sees to it that the edit of each `MissingQuestionId` writes the id that all languages shall have. A question that
/// cannot be read waits: whether it is the one in the other language is not known.
pub fn agree(content: &Content, diagnostics: &mut [Diagnostic]) {
    let is_about_ids = |found: &&Diagnostic| matches!(found.finding, Finding::MissingQuestionId { .. });
    let paths: BTreeSet<String> = diagnostics.iter().filter(is_about_ids).map(|found| found.path.clone()).collect();
    if paths.is_empty() {
        return;
    }
    let languages = content.library_toml().map(|settings| settings.languages).unwrap_or_default();
    let source = source_language(&languages);
    let mut agreed: BTreeMap<&str, IdsByPlace> = BTreeMap::new();
    for translations in content.library.lessons.values() {
        for lesson in translations.values().filter(|lesson| paths.contains(&lesson.path)) {
            agreed.insert(&lesson.path, ids_to_write(lesson, translations, source));
        }
    }
    for diagnostic in diagnostics {
        let Finding::MissingQuestionId { id } = &mut diagnostic.finding else { continue };
        let start = diagnostic.range.as_ref().map_or(0, |range| range.start);
        match agreed.get(diagnostic.path.as_str()).and_then(|ids| ids.get(&start)) {
            Some(agreed) => {
                for edit in &mut diagnostic.fix {
                    edit.replacement = edit.replacement.replace(id.as_str(), agreed.as_str());
                }
                agreed.as_str().clone_into(id);
            }
            None => diagnostic.fix = Vec::new(),
        }
    }
}

/// The ids that nobody will regret, for the questions of a lesson without one.
fn ids_to_write(lesson: &Lesson, translations: &BTreeMap<Language, Lesson>, source: Language) -> IdsByPlace {
    let others: Vec<&Lesson> = translations.values().filter(|other| other.language != lesson.language).collect();
    let is_source = lesson.language == source || others.is_empty();
    let all_agree = others.iter().all(|other| agree_by_place(lesson, other));
    if !all_agree && !is_source {
        return IdsByPlace::new();
    }
    let mut taken: BTreeSet<&QuestionId> = written(lesson).map(|question| &question.id).collect();
    let mut ids = IdsByPlace::new();
    for (place, question) in lesson.questions.iter().enumerate().filter(|(_, question)| !question.id_is_written) {
        let counterparts = || others.iter().filter(|_| all_agree).map(|other| &other.questions[place]);
        let chosen = counterparts()
            .find(|counterpart| counterpart.id_is_written)
            .or_else(|| counterparts().find(|_| !is_source))
            .map_or(&question.id, |counterpart| &counterpart.id);
        // Two stems with the same words have the same derived id; written twice it would make two questions one.
        if taken.insert(chosen) {
            ids.insert(question.heading_range.start, chosen.clone());
        }
    }
    ids
}

fn written(lesson: &Lesson) -> impl Iterator<Item = &Question> {
    lesson.questions.iter().filter(|question| question.id_is_written)
}

fn agree_by_place(one: &Lesson, other: &Lesson) -> bool {
    one.questions.len() == other.questions.len()
        && one.questions.iter().zip(&other.questions).all(|(one, other)| {
            could_be_one(one, other) && (one.id == other.id || !one.id_is_written || !other.id_is_written)
        })
}
