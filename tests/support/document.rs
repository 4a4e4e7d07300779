//! What a test asks of a document.

use sukima::domain::document::{Block, BlockKind};

/// How deep blocks lie in one another; 1 for a paragraph.
pub fn depth(blocks: &[Block]) -> usize {
    let inner = |block: &Block| match &block.kind {
        BlockKind::List { items, .. } => items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
        BlockKind::Quote { blocks, .. } | BlockKind::Footnote { blocks, .. } => depth(blocks),
        BlockKind::DefinitionList(definitions) => definitions
            .iter()
            .flat_map(|definition| &definition.meanings)
            .map(|meaning| depth(meaning))
            .max()
            .unwrap_or(0),
        _ => 0,
    };
    blocks.iter().map(inner).max().map_or(0, |inner| inner + 1)
}
