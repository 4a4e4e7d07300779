//! `> 解説:` and `> ヒント:` of a question. Any other quote stays where it is.

use crate::content::answer_lines::{Label, Line, labelled, lines_of};
use crate::domain::document::{Block, BlockKind, Inline, RichText};

/// Takes explanation and hint out of the blocks: a quote whose first line carries their label. Inside it, a label
/// changes what the lines below it belong to.
pub fn take(blocks: &mut Vec<Block>, file: &str) -> (Vec<Block>, Vec<Block>) {
    let mut explanation = Vec::new();
    let mut hint = Vec::new();
    let mut kept = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks) {
        match block.kind {
            BlockKind::Quote { callout: None, blocks: inner } if first_label(&inner).is_some() => {
                let mut label = Label::Explanation;
                for block in inner {
                    for (block_label, block) in split(block, &mut label, file) {
                        if block_label == Label::Hint { &mut hint } else { &mut explanation }.push(block);
                    }
                }
            }
            kind => kept.push(Block { kind, range: block.range }),
        }
    }
    *blocks = kept;
    (explanation, hint)
}

fn first_label(blocks: &[Block]) -> Option<Label> {
    match &blocks.first()?.kind {
        BlockKind::Paragraph(content) => {
            let (label, _) = labelled(content)?;
            matches!(label, Label::Explanation | Label::Hint).then_some(label)
        }
        _ => None,
    }
}

fn split(block: Block, label: &mut Label, file: &str) -> Vec<(Label, Block)> {
    let BlockKind::Paragraph(content) = &block.kind else { return vec![(*label, block)] };
    let mut runs: Vec<(Label, Vec<Line>)> = Vec::new();
    for line in lines_of(content, &block.range, file) {
        match labelled(&line.content) {
            Some((found @ (Label::Explanation | Label::Hint), content)) => {
                *label = found;
                runs.push((found, vec![Line { content, range: line.range }]));
            }
            _ => match runs.last_mut() {
                Some((_, lines)) => lines.push(line),
                None => runs.push((*label, vec![line])),
            },
        }
    }
    runs.into_iter().filter_map(|(label, lines)| Some((label, paragraph(lines)?))).collect()
}

/// Lines put back together as one paragraph.
pub fn paragraph(lines: Vec<Line>) -> Option<Block> {
    let start = lines.first()?.range.start;
    let end = lines.last()?.range.end.max(start);
    let mut inlines = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            inlines.push(Inline::SoftBreak);
        }
        inlines.extend(line.content.0);
    }
    let content = RichText(inlines);
    (!content.is_empty()).then_some(Block { kind: BlockKind::Paragraph(content), range: start..end })
}
