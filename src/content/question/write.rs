//! （記述）: a model answer, then boxes for what a good answer holds.

use crate::content::findings::Findings;
use crate::content::question::arrange::first_words;
use crate::content::question::choices::split_at_first_box;
use crate::content::question::notes::paragraph;
use crate::content::question::parts::Parts;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind};
use crate::domain::question::Answer;

pub fn read(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let has_answer = !parts.lines.answers.is_empty();
    let below = parts.blocks.split_off(if has_answer { parts.answer_at } else { 0 });
    let mut model: Vec<Block> = paragraph(std::mem::take(&mut parts.lines.answers)).into_iter().collect();
    let mut checklist = Vec::new();
    let mut has_checklist = false;
    for block in below {
        match block.kind {
            BlockKind::List { items, .. } if items.iter().any(|item| item.ticked.is_some()) => {
                has_checklist = true;
                let (words, boxes) = split_at_first_box(items);
                model.extend(words.filter(|_| has_answer));
                checklist.extend(boxes.into_iter().filter_map(|item| first_words(item.blocks)));
            }
            // Between the answer line and the boxes everything belongs to the model; elsewhere it does not.
            kind if has_answer && !has_checklist => model.push(Block { kind, range: block.range }),
            kind => parts.blocks.push(Block { kind, range: block.range }),
        }
    }
    for block in &model {
        parts.is_right(block.range.clone());
    }
    if model.is_empty() {
        findings.error(Finding::NoModelAnswer, parts.heading_range.clone());
    }
    if checklist.is_empty() {
        findings.error(Finding::NoChecklist, parts.heading_range.clone());
    }
    (!model.is_empty() && !checklist.is_empty()).then_some(Answer::Write { model, checklist })
}
