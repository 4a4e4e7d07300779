//! A lesson is one lesson in every language: the same questions with the same right answers, so that progress made in
//! one counts in the other. Words are never compared, only what grading and memory rest on.

mod comparison;
mod side;

use std::collections::BTreeMap;

use crate::content::rules::front_matter::key_line;
use crate::content::{Content, source_language};
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::question::{Answer, Question};

use comparison::Comparison;
use side::Side;

/// Compares each lesson with its source language. `languages` are those that `library.toml` promises.
pub fn check(content: &Content, languages: &[Language], diagnostics: &mut Vec<Diagnostic>) {
    let mut told: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in &content.diagnostics {
        told.entry(&found.path).or_default().push(found);
    }
    let side = |lesson| Side::new(lesson, content, &told);
    for lessons in content.library.lessons.values() {
        report_missing_languages(content, lessons, languages, diagnostics);
        let source = lessons.get(&source_language(languages)).or_else(|| lessons.values().next());
        let Some(source) = source.filter(|_| lessons.len() > 1) else { continue };
        for lesson in lessons.values().filter(|lesson| lesson.language != source.language) {
            Comparison { here: side(lesson), there: side(source), diagnostics }.compare();
        }
    }
}

fn report_missing_languages(
    content: &Content,
    lessons: &BTreeMap<Language, Lesson>,
    languages: &[Language],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(lesson) = lessons.values().next().filter(|lesson| lesson.has_front_matter) else { return };
    for language in languages.iter().filter(|language| !lessons.contains_key(language)) {
        let range = content.sources.get(&lesson.path).and_then(|text| key_line(text, "lang"));
        let finding = Finding::LanguageMissing { language: language.code().to_owned() };
        diagnostics.push(Diagnostic::warning(&lesson.path, range, finding));
    }
}

/// Whether two questions may be one question in two languages, whatever their ids say.
pub fn could_be_one(one: &Question, other: &Question) -> bool {
    one.question_type() == other.question_type() && numbers(&one.answer) == numbers(&other.answer)
}

/// The span that counts as right; units are words, and words differ.
fn numbers(answer: &Answer) -> String {
    match answer {
        Answer::Number { least, most, .. } if least == most => least.to_string(),
        Answer::Number { least, most, .. } => format!("{least}..{most}"),
        _ => String::new(),
    }
}
