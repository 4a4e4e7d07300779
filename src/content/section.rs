//! How a lesson is cut at its headings. It never looks at what stands below them.

use crate::domain::document::{Block, BlockKind, ByteRange, RichText};
use crate::text::fold::fold;

/// A part of a lesson, opened by a heading of level 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Any other heading: it belongs to the main text.
    Prose,
    More,
    Quiz,
    Practice,
    /// その後 of a worksheet.
    FollowUp,
}

impl Section {
    pub fn of_heading(heading: &str) -> Section {
        match fold(heading).as_str() {
            "もっと詳しく" | "more" => Section::More,
            "確認問題" | "quiz" => Section::Quiz,
            "実践" | "practice" => Section::Practice,
            "その後" | "follow-up" => Section::FollowUp,
            _ => Section::Prose,
        }
    }
}

/// A heading inside a section and the blocks down to the next one.
#[derive(Debug)]
pub struct Group {
    pub heading: RichText,
    pub heading_range: ByteRange,
    pub blocks: Vec<Block>,
}

impl Group {
    /// From the heading to the end of its last block.
    pub fn range(&self) -> ByteRange {
        let end = self.blocks.last().map_or(self.heading_range.end, |block| block.range.end);
        self.heading_range.start..end.max(self.heading_range.end)
    }
}

/// Cuts the blocks of a section at the headings of the highest level in it. First come the blocks before any heading.
pub fn groups(blocks: Vec<Block>) -> (Vec<Block>, Vec<Group>) {
    let highest = blocks.iter().filter_map(heading_level).min();
    let mut leading = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Heading { level, content } if Some(level) == highest => {
                groups.push(Group { heading: content, heading_range: block.range, blocks: Vec::new() });
            }
            kind => {
                let block = Block { kind, range: block.range };
                groups.last_mut().map_or(&mut leading, |group| &mut group.blocks).push(block);
            }
        }
    }
    (leading, groups)
}

fn heading_level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    }
}
