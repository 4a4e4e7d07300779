//! （1つ）, （すべて） and （場面）: a task list whose ticked items are right, with a feedback below each.

use crate::content::findings::Findings;
use crate::content::question::parts::Parts;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, Inline, ListItem, RichText};
use crate::domain::question::{Answer, Choice, QuestionType};

/// How many boxes of the task lists are ticked; `None` without a box.
pub fn ticked_count(blocks: &[Block]) -> Option<usize> {
    let boxes: Vec<bool> = blocks.iter().flat_map(list_items).filter_map(|item| item.ticked).collect();
    (!boxes.is_empty()).then(|| boxes.iter().filter(|is_ticked| **is_ticked).count())
}

pub fn read(question_type: QuestionType, parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let place = parts.heading_range.clone();
    let choices = take_choices(parts, findings, question_type);
    let right = choices.iter().filter(|choice| choice.is_right).count();
    let is_single = question_type != QuestionType::All;
    let fault = match (choices.len(), right) {
        (0, _) => Some(Finding::NoAnswerPart),
        (_, 0) => Some(Finding::NoRightAnswer),
        (_, 2..) if is_single => Some(Finding::SeveralRightAnswers),
        (count @ 0..2, _) => Some(Finding::TooFewChoices { count }),
        _ => None,
    };
    if let Some(fault) = fault {
        findings.error(fault, place);
        return None;
    }
    Some(match question_type {
        QuestionType::All => Answer::All(choices),
        QuestionType::Case => Answer::Case(choices),
        _ => Answer::One(choices),
    })
}

/// Lists with boxes are options; where the author forgot every box, the bullets are.
fn take_choices(parts: &mut Parts<'_>, findings: &mut Findings<'_>, question_type: QuestionType) -> Vec<Choice> {
    let has_boxes = ticked_count(&parts.blocks).is_some();
    let mut choices = Vec::new();
    for block in std::mem::take(&mut parts.blocks) {
        match block.kind {
            BlockKind::List { start, items }
                if items.iter().any(|item| item.ticked.is_some()) || (!has_boxes && start.is_none()) =>
            {
                let (words, items) = if has_boxes { split_at_first_box(items) } else { (None, items) };
                parts.blocks.extend(words);
                for item in items {
                    choices.extend(choice(item, question_type, parts, findings));
                }
            }
            kind => parts.blocks.push(Block { kind, range: block.range }),
        }
    }
    choices
}

/// Bullets above the first box join its list in markdown although they are a list of their own.
pub fn split_at_first_box(mut items: Vec<ListItem>) -> (Option<Block>, Vec<ListItem>) {
    let first_box = items.iter().position(|item| item.ticked.is_some()).unwrap_or(0);
    let boxes = items.split_off(first_box);
    let range = match (items.first(), items.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => return (None, boxes),
    };
    (Some(Block { kind: BlockKind::List { start: None, items }, range }), boxes)
}

fn choice(
    item: ListItem,
    question_type: QuestionType,
    parts: &mut Parts<'_>,
    findings: &mut Findings<'_>,
) -> Option<Choice> {
    let is_right = item.ticked == Some(true);
    let mut blocks = item.blocks.into_iter();
    let first = blocks.next()?;
    let text_range = first.range;
    let BlockKind::Paragraph(text) = first.kind else { return None };
    let feedback = feedback(blocks.as_slice());
    if is_right {
        parts.is_right(text_range.clone());
    }
    match (question_type, &feedback) {
        (QuestionType::Case, None) => findings.warn(Finding::ConsequenceMissing, text_range),
        (_, None) if !is_right => findings.warn(Finding::WrongChoiceWithoutFeedback, text_range),
        _ => {}
    }
    Some(Choice { text, is_right, feedback, range: item.range })
}

/// Everything below an option, in one line of thought.
fn feedback(blocks: &[Block]) -> Option<RichText> {
    let mut inlines = Vec::new();
    push_words(blocks, &mut inlines);
    let feedback = RichText(inlines);
    (!feedback.is_empty()).then_some(feedback)
}

fn push_words(blocks: &[Block], inlines: &mut Vec<Inline>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(content) => {
                if !inlines.is_empty() {
                    inlines.push(Inline::SoftBreak);
                }
                inlines.extend(content.0.iter().cloned());
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| push_words(&item.blocks, inlines)),
            _ => {}
        }
    }
}

fn list_items(block: &Block) -> &[ListItem] {
    match &block.kind {
        BlockKind::List { items, .. } => items,
        _ => &[],
    }
}
