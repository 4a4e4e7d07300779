//! Written ids for questions that have none: the id that reading derived, or the one that the other language has at the
//! same place. Once written, an id survives every later edit of the words. It never changes an id that is written.
//!
//! Two languages get one id only where their questions agree place by place in type and numbers. Where they do not, the
//! source language gets its ids, and the other waits until somebody has looked.

use std::collections::BTreeMap;

use crate::content::rules::languages::could_be_one;
use crate::content::{Content, source_language};
use crate::domain::diagnostic::{Diagnostic, Edit, Finding};
use crate::domain::id::QuestionId;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::question::Question;

/// Keys by which a comment under a heading is known as the question's own.
const COMMENT_KEYS: [&str; 3] = ["rev", "point", "confuse"];

/// Gives each `MissingQuestionId` about a question the edit that writes the id, where one can be written.
pub fn add_edits(content: &Content, diagnostics: &mut [Diagnostic]) {
    let languages = content.library_toml().map(|settings| settings.languages).unwrap_or_default();
    let source = source_language(&languages);
    let mut lessons: BTreeMap<&str, &BTreeMap<Language, Lesson>> = BTreeMap::new();
    for translations in content.library.lessons.values() {
        lessons.extend(translations.values().map(|lesson| (lesson.path.as_str(), translations)));
    }
    for diagnostic in diagnostics {
        let Finding::MissingQuestionId { id } = &mut diagnostic.finding else { continue };
        let Some(range) = &diagnostic.range else { continue };
        let Some(text) = content.sources.get(&diagnostic.path) else { continue };
        let Some(translations) = lessons.get(diagnostic.path.as_str()) else { continue };
        let Some(lesson) = translations.values().find(|lesson| lesson.path == diagnostic.path) else { continue };
        let place = lesson.questions.iter().position(|question| question.heading_range.contains(&range.start));
        let Some(place) = place else { continue };
        match id_for(lesson, place, translations, source) {
            Some(agreed) => {
                agreed.as_str().clone_into(id);
                diagnostic.fix = vec![written_id(text, &lesson.questions[place], &agreed)];
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

/// Into the comment under the heading when there is one of ours, else as a comment on the next line.
fn written_id(text: &str, question: &Question, id: &QuestionId) -> Edit {
    let heading = text[question.heading_range.clone()].trim_end_matches(['\r', '\n']);
    let heading_end = question.heading_range.start + heading.len();
    let below = &text[heading_end..question.range.end.max(heading_end).min(text.len())];
    if let Some(inside) = own_comment(below) {
        let at = heading_end + inside;
        return Edit { range: at..at, replacement: format!("id: {id}; ") };
    }
    Edit { range: heading_end..heading_end, replacement: format!("{}<!-- id: {id} -->", line_end(text, heading_end)) }
}

/// Where the first key of the question's comment stands, if the first thing below the heading is such a comment.
fn own_comment(below: &str) -> Option<usize> {
    let comment = below.trim_start().strip_prefix("<!--")?;
    let (inside, _) = comment.split_once("-->")?;
    let key = inside.trim_start().split([':', '：', ';']).next()?.trim();
    let is_own = COMMENT_KEYS.contains(&key);
    is_own.then(|| below.len() - below.trim_start().len() + "<!--".len() + (inside.len() - inside.trim_start().len()))
}

/// The line end at this place, else the first one of the file.
fn line_end(text: &str, at: usize) -> &'static str {
    let nearest = text[at..].find('\n').map(|end| at + end).or_else(|| text.find('\n'));
    match nearest {
        Some(end) if text[..end].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
