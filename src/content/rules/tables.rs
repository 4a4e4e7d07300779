//! Tables that fit the width every office has: 80 columns with the margins. It measures the table as it is drawn, not
//! as the file spells it.

use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, RichText};
use crate::domain::question::{Answer, Question};
use crate::width;

/// The widest table that needs no wrapped cells.
const COLUMNS_LIMIT: usize = 76;

pub fn check(inspected: &mut Inspected<'_>) {
    let lesson = inspected.lesson;
    let questions = lesson.questions.iter().flat_map(blocks_of_question);
    let tasks = lesson.tasks.iter().flat_map(|task| &task.blocks);
    for block in lesson.main.iter().chain(&lesson.more).chain(questions).chain(tasks) {
        check_block(block, inspected);
    }
}

fn blocks_of_question(question: &Question) -> impl Iterator<Item = &Block> {
    let model: &[Block] = match &question.answer {
        Answer::Write { model, .. } => model,
        _ => &[],
    };
    question.body.iter().chain(&question.explanation).chain(&question.hint).chain(model)
}

/// Nesting was cut at the document's own limit, so this ends.
fn check_block(block: &Block, inspected: &mut Inspected<'_>) {
    match &block.kind {
        BlockKind::Table { head, rows, .. } => {
            let columns = table_columns(head, rows);
            if columns > COLUMNS_LIMIT {
                let finding = Finding::TableTooWide { columns, limit: COLUMNS_LIMIT };
                inspected.warn(Some(block.range.clone()), finding);
            }
        }
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).for_each(|inner| check_block(inner, inspected));
        }
        BlockKind::Quote { blocks, .. } | BlockKind::Footnote { blocks, .. } => {
            blocks.iter().for_each(|inner| check_block(inner, inspected));
        }
        BlockKind::DefinitionList(definitions) => {
            let inner = definitions.iter().flat_map(|definition| definition.meanings.iter().flatten());
            inner.for_each(|inner| check_block(inner, inspected));
        }
        _ => {}
    }
}

/// The widest cell of each column, and a frame `| a | b |` around them.
fn table_columns(head: &[RichText], rows: &[Vec<RichText>]) -> usize {
    let mut widest: Vec<usize> = Vec::new();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        widest.resize(widest.len().max(row.len()), 0);
        for (cell, widest) in row.iter().zip(&mut widest) {
            *widest = (*widest).max(width::columns(&cell.plain()));
        }
    }
    widest.iter().sum::<usize>() + 3 * widest.len() + 1
}
