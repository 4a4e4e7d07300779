//! Written ids for questions that have none: the id that reading derived, or the one that the other language has at the
//! same place. Once written, an id survives every later edit of the words. It never changes an id that is written.
//!
//! Two languages get one id only where their questions agree place by place in type and numbers. Where they do not, the
//! source language gets its ids, and the other waits until somebody has looked.

use std::collections::BTreeMap;

use crate::content::rules::languages::could_be_one;
use crate::content::{Content, source_language};
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::id::QuestionId;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::question::Question;

/// Sees to it that the edit of each `MissingQuestionId` writes the id that all languages shall have. A question that
/// cannot be read waits: whether it is the one in the other language is not known.
pub fn agree(content: &Content, diagnostics: &mut [Diagnostic]) {
    let languages = content.library_toml().map(|settings| settings.languages).unwrap_or_default();
    let source = source_language(&languages);
    let mut lessons: BTreeMap<&str, &BTreeMap<Language, Lesson>> = BTreeMap::new();
    for translations in content.library.lessons.values() {
        lessons.extend(translations.values().map(|lesson| (lesson.path.as_str(), translations)));
    }
    for diagnostic in diagnostics {
        let Finding::MissingQuestionId { id } = &mut diagnostic.finding else { continue };
        let translations = lessons.get(diagnostic.path.as_str());
        let lesson = translations.and_then(|all| all.values().find(|lesson| lesson.path == diagnostic.path));
        let heading_start = diagnostic.range.as_ref().map(|range| range.start);
        let agreed = translations.zip(lesson).and_then(|(translations, lesson)| {
            let starts = lesson.questions.iter().map(|question| Some(question.heading_range.start));
            let place = starts.enumerate().find(|(_, start)| *start == heading_start)?.0;
            id_for(lesson, place, translations, source)
        });
        match agreed {
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

/// The id to write for the question at `place`, if there is one that nobody will regret.
fn id_for(
    lesson: &Lesson,
    place: usize,
    translations: &BTreeMap<Language, Lesson>,
    source: Language,
) -> Option<QuestionId> {
    let question = &lesson.questions[place];
    let mut others = translations.values().filter(|other| other.language != lesson.language).peekable();
    let is_source = lesson.language == source || others.peek().is_none();
    let counterparts: Option<Vec<&Question>> =
        others.map(|other| agree_by_place(lesson, other).then(|| &other.questions[place])).collect();
    let id = match counterparts {
        Some(counterparts) => {
            let written = counterparts.iter().find(|counterpart| counterpart.id_is_written);
            let derived_from = if is_source { Some(question) } else { counterparts.first().copied() };
            written.copied().or(derived_from).map(|chosen| chosen.id.clone())?
        }
        None if is_source => question.id.clone(),
        None => return None,
    };
    // Two stems with the same words have the same derived id; writing it twice would make two questions one.
    let is_taken = lesson.questions.iter().enumerate().any(|(other, question)| other != place && question.id == id);
    (!is_taken).then_some(id)
}

fn agree_by_place(one: &Lesson, other: &Lesson) -> bool {
    one.questions.len() == other.questions.len()
        && one.questions.iter().zip(&other.questions).all(|(one, other)| {
            could_be_one(one, other) && (one.id == other.id || !one.id_is_written || !other.id_is_written)
        })
}
