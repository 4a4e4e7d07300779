//! Footnotes are written at the end of a file, below its quiz; they are read where they are mentioned.

use std::collections::BTreeSet;

use crate::domain::document::{Block, BlockKind, Inline, RichText};

/// Moves footnotes that stand in other parts of a lesson to the text that mentions them. Others stay.
pub fn bring_home(main: &mut Vec<Block>, more: &mut Vec<Block>, others: [&mut Vec<Block>; 2]) {
    let is_footnote = |block: &Block| matches!(block.kind, BlockKind::Footnote { .. });
    if !others.iter().any(|blocks| blocks.iter().any(is_footnote)) {
        return;
    }
    let (in_main, in_more) = (mentioned(main), mentioned(more));
    for blocks in others {
        for block in std::mem::take(blocks) {
            match &block.kind {
                BlockKind::Footnote { label, .. } if in_main.contains(label.as_str()) => main.push(block),
                BlockKind::Footnote { label, .. } if in_more.contains(label.as_str()) => more.push(block),
                _ => blocks.push(block),
            }
        }
    }
}

fn mentioned(blocks: &[Block]) -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    in_blocks(blocks, &mut labels);
    labels
}

fn in_blocks(blocks: &[Block], labels: &mut BTreeSet<String>) {
    let in_text = |text: &RichText, labels: &mut BTreeSet<String>| in_inlines(&text.0, labels);
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => in_text(content, labels),
            BlockKind::List { items, .. } => items.iter().for_each(|item| in_blocks(&item.blocks, labels)),
            BlockKind::Quote { blocks, .. } | BlockKind::Footnote { blocks, .. } => in_blocks(blocks, labels),
            BlockKind::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| in_text(cell, labels));
            }
            BlockKind::DefinitionList(definitions) => {
                for definition in definitions {
                    in_text(&definition.term, labels);
                    definition.meanings.iter().for_each(|meaning| in_blocks(meaning, labels));
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Comment(_) => {}
        }
    }
}

fn in_inlines(inlines: &[Inline], labels: &mut BTreeSet<String>) {
    for inline in inlines {
        match inline {
            Inline::FootnoteMark(label) => {
                labels.insert(label.to_string());
            }
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strikethrough(inner)
            | Inline::Link { content: inner, .. } => in_inlines(inner, labels),
            _ => {}
        }
    }
}
