//! How a lesson is cut at its headings. It never looks at what stands below them.

use std::sync::LazyLock;

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
        let heading = fold(heading);
        NAMES.iter().find(|(name, _)| *name == heading).map_or(Section::Prose, |(_, section)| *section)
    }
}

/// The folded names of each section. Every heading of a library is held against them, so they are folded once.
static NAMES: LazyLock<Vec<(String, Section)>> = LazyLock::new(|| {
    let names = [
        (Section::More, ["もっと詳しく", "More"]),
        (Section::Quiz, ["確認問題", "Quiz"]),
        (Section::Practice, ["実践", "Practice"]),
        (Section::FollowUp, ["その後", "Follow-up"]),
    ];
    names.into_iter().flat_map(|(section, names)| names.map(|name| (fold(name), section))).collect()
});

/// Whether a heading says やってみること, however it was typed.
pub fn is_try_this(heading: &str) -> bool {
    TRY_THIS.contains(&fold(heading).as_str())
}

/// Folded.
const TRY_THIS: [&str; 2] = ["やってみること", "try this"];

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
