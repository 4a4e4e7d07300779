//! The questions of a lesson: each heading below 確認問題 with what stands under it. One with an error is left out.

mod arrange;
mod choices;
mod cloze;
mod heading;
mod id;
mod notes;
mod number;
mod parts;
mod words;
mod write;

use std::collections::BTreeSet;

use crate::content::attributes::Attributes;
use crate::content::findings::Findings;
use crate::content::lesson::Page;
use crate::content::section::{Group, groups};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange};
use crate::domain::id::{LessonId, QuestionId, QuestionRef};
use crate::domain::question::{Answer, Question, QuestionType};
use crate::text::SafeText;

pub use self::id::{id_comment, identify};
use self::parts::Parts;

/// Reads the blocks of a 確認問題. `taken` holds the ids of the lesson so far.
pub fn read(
    blocks: Vec<Block>,
    section_heading: &ByteRange,
    page: &Page<'_>,
    taken: &mut BTreeSet<QuestionId>,
    findings: &mut Findings<'_>,
) -> Vec<Question> {
    let (leading, groups) = groups(blocks);
    let has_list = leading.iter().any(|block| matches!(block.kind, BlockKind::List { .. }));
    if groups.is_empty() && has_list {
        findings.error(Finding::NoAnswerPart, section_heading.clone());
    }
    groups.into_iter().filter_map(|group| read_question(group, page, taken, findings)).collect()
}

fn read_question(
    group: Group,
    page: &Page<'_>,
    taken: &mut BTreeSet<QuestionId>,
    findings: &mut Findings<'_>,
) -> Option<Question> {
    let errors_before = findings.error_count();
    let range = group.range();
    let heading_range = group.heading_range;
    let heading = heading::read(&group.heading);
    if let Some(marker) = &heading.unknown_marker {
        findings.warn(Finding::UnknownMarker { marker: marker.clone() }, heading_range.clone());
    }
    let mut blocks = group.blocks;
    let attributes = Attributes::take(&mut blocks, page.file, findings);
    let mut stem_plain = id::stem_without_office_values(&heading.stem, &heading_range, page);
    if let Some(first) = blocks.first().filter(|_| stem_plain.trim().is_empty()) {
        // `### 問5（穴埋め）` asks nothing by itself; what stands below does.
        stem_plain = page.file[first.range.clone()].replace('\r', "");
    }
    let named = identify(&attributes, &stem_plain, &heading_range, page, taken, findings);
    let revision = attributes.number("rev", 1, u32::MAX, findings).unwrap_or(1);
    let point = attributes.get("point").map(|point| SafeText::new(&point.value)).filter(|point| !point.is_empty());
    let confusables = confusables(&attributes, &page.lesson);
    let (explanation, hint) = notes::take(&mut blocks, page.file);

    let mut parts = Parts::new(blocks, heading_range.clone(), page);
    let answer = read_answer(heading.question_type, &mut parts, findings);
    if findings.error_count() > errors_before {
        return None;
    }
    Some(Question {
        id: named.id,
        id_is_written: named.is_written,
        revision,
        point,
        confusables,
        stem: heading.stem,
        answer: answer?,
        unset_office_values: parts.unset_office_values(),
        body: parts.blocks,
        explanation,
        hint,
        order_is_fixed: heading.order_is_fixed,
        range,
        heading_range,
    })
}

fn read_answer(marked: Option<QuestionType>, parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    match marked.or_else(|| type_by_structure(parts, findings))? {
        QuestionType::One => choices::read(QuestionType::One, parts, findings),
        QuestionType::All => choices::read(QuestionType::All, parts, findings),
        QuestionType::Case => choices::read(QuestionType::Case, parts, findings),
        QuestionType::TrueFalse => words::read_true_false(parts, findings),
        QuestionType::Number => number::read(parts, findings),
        QuestionType::Typed => words::read_typed(parts, findings),
        QuestionType::Cloze => cloze::read(parts, findings),
        QuestionType::Order => arrange::read_order(parts, findings),
        QuestionType::Match => arrange::read_match(parts, findings),
        QuestionType::Write => write::read(parts, findings),
    }
}

/// What a question without a marker is: its boxes decide, else its answer.
fn type_by_structure(parts: &Parts<'_>, findings: &mut Findings<'_>) -> Option<QuestionType> {
    match (choices::ticked_count(&parts.blocks), parts.lines.answers.first()) {
        (Some(0), _) => {
            findings.error(Finding::NoRightAnswer, parts.heading_range.clone());
            None
        }
        (Some(1), _) => Some(QuestionType::One),
        (Some(_), _) => Some(QuestionType::All),
        (None, Some(answer)) => {
            let answer = answer.content.plain();
            Some(if words::is_plainly_true_or_false(&answer) {
                QuestionType::TrueFalse
            } else if number::is_plainly_a_number(&answer) {
                QuestionType::Number
            } else {
                QuestionType::Typed
            })
        }
        (None, None) => {
            findings.error(Finding::NoAnswerPart, parts.heading_range.clone());
            None
        }
    }
}

/// `confuse: other-lesson/t1za, m3kq`; without a lesson it is this one's.
fn confusables(attributes: &Attributes, lesson: &LessonId) -> Vec<QuestionRef> {
    let Some(attribute) = attributes.get("confuse") else { return Vec::new() };
    let names = attribute.value.split([',', '、', '，']).map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| match name.rsplit_once('/') {
            Some((lesson, question)) => {
                QuestionRef { lesson: LessonId::new(lesson.trim()), question: QuestionId::new(question.trim()) }
            }
            None => QuestionRef { lesson: lesson.clone(), question: QuestionId::new(name) },
        })
        .collect()
}
