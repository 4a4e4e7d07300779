//! A lesson's text as a tree of blocks and inlines: what was written, free of the markdown library that read it.
//! Its depth is cut at [`DEPTH_LIMIT`] while it is built, so walking or dropping it can never overflow the stack.

use std::ops::Range;

use crate::text::SafeText;

/// Blocks inside blocks deeper than this are flattened into the last allowed level.
pub const DEPTH_LIMIT: usize = 32;

/// Bytes of the file that a part was read from.
pub type ByteRange = Range<usize>;

/// Text with emphasis, links and the like, in one line of thought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText(pub Vec<Inline>);

/// A part of a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(SafeText),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Code(SafeText),
    Link {
        content: Vec<Inline>,
        address: SafeText,
    },
    Image {
        alt: SafeText,
        path: SafeText,
    },
    FootnoteMark(SafeText),
    Math(SafeText),
    /// A line end in the file: a space between Latin words, nothing between wide characters.
    SoftBreak,
    HardBreak,
}

/// The meaning of a quote that opens with `[!NOTE]` and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    Start,
    Centre,
    End,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// `Some(true)` for `[x]`, `Some(false)` for `[ ]`, `None` without a box.
    pub ticked: Option<bool>,
    pub blocks: Vec<Block>,
    pub range: ByteRange,
}

/// One block with the bytes it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub range: ByteRange,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Level 1 to 6.
    Heading {
        level: u8,
        content: RichText,
    },
    Paragraph(RichText),
    /// `start` is the first number of an ordered list.
    List {
        start: Option<u64>,
        items: Vec<ListItem>,
    },
    Quote {
        callout: Option<Callout>,
        blocks: Vec<Block>,
    },
    Code {
        language: SafeText,
        text: SafeText,
    },
    Table {
        alignments: Vec<Alignment>,
        head: Vec<RichText>,
        rows: Vec<Vec<RichText>>,
    },
    DefinitionList(Vec<Definition>),
    Footnote {
        label: SafeText,
        blocks: Vec<Block>,
    },
    Rule,
    /// The inside of `<!-- … -->`; never shown, and where ids are written.
    Comment(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub term: RichText,
    pub meanings: Vec<Vec<Block>>,
}

/// A whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub blocks: Vec<Block>,
}

impl RichText {
    pub fn of(text: &str) -> RichText {
        RichText(vec![Inline::Text(SafeText::new(text))])
    }

    pub fn is_empty(&self) -> bool {
        self.plain().trim().is_empty()
    }

    /// The words alone, without marks; a soft break is a space only where two narrow characters meet.
    pub fn plain(&self) -> String {
        let mut words = String::new();
        push_plain(&self.0, &mut words);
        words
    }
}

fn push_plain(inlines: &[Inline], words: &mut String) {
    for (index, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Math(text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => push_plain(inner, words),
            Inline::Link { content, .. } => push_plain(content, words),
            Inline::Image { alt, .. } => words.push_str(alt),
            Inline::FootnoteMark(_) => {}
            Inline::SoftBreak => {
                let next = first_char(&inlines[index + 1..]);
                if soft_break_is_a_space(words.chars().next_back(), next) {
                    words.push(' ');
                }
            }
            Inline::HardBreak => words.push(' '),
        }
    }
}

fn first_char(inlines: &[Inline]) -> Option<char> {
    let mut words = String::new();
    for inline in inlines {
        if matches!(inline, Inline::SoftBreak | Inline::HardBreak) {
            continue;
        }
        push_plain(std::slice::from_ref(inline), &mut words);
        if let Some(first) = words.chars().next() {
            return Some(first);
        }
    }
    None
}

/// Whether a line end between these two characters reads as a space: nothing is put between two wide characters
/// (Japanese has no word spaces), nor at either end.
pub fn soft_break_is_a_space(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => !(is_wide(before) && is_wide(after)),
        _ => false,
    }
}

/// Kana, kanji, their punctuation and full-width forms.
pub fn is_wide(character: char) -> bool {
    matches!(u32::from(character),
        0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xA000..=0xA4CF | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFD)
}

impl Document {
    /// Characters that a reader reads: marks, comments, addresses and white space are not counted.
    pub fn reading_length(blocks: &[Block]) -> usize {
        blocks.iter().map(block_length).sum()
    }

    /// All words of the blocks in order, one line a paragraph, for counting and for search.
    pub fn plain(blocks: &[Block]) -> String {
        let mut words = String::new();
        for block in blocks {
            push_block_plain(block, &mut words);
        }
        words
    }
}

fn block_length(block: &Block) -> usize {
    let mut words = String::new();
    push_block_plain(block, &mut words);
    words.chars().filter(|character| !character.is_whitespace()).count()
}

fn push_block_plain(block: &Block, words: &mut String) {
    let line = |text: &RichText, words: &mut String| {
        words.push_str(&text.plain());
        words.push('\n');
    };
    match &block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => line(content, words),
        BlockKind::List { items, .. } => {
            for item in items {
                item.blocks.iter().for_each(|inner| push_block_plain(inner, words));
            }
        }
        BlockKind::Quote { blocks, .. } | BlockKind::Footnote { blocks, .. } => {
            blocks.iter().for_each(|inner| push_block_plain(inner, words));
        }
        BlockKind::Code { text, .. } => {
            words.push_str(text);
            words.push('\n');
        }
        BlockKind::Table { head, rows, .. } => {
            for cell in head.iter().chain(rows.iter().flatten()) {
                line(cell, words);
            }
        }
        BlockKind::DefinitionList(definitions) => {
            for definition in definitions {
                line(&definition.term, words);
                for inner in definition.meanings.iter().flatten() {
                    push_block_plain(inner, words);
                }
            }
        }
        BlockKind::Rule | BlockKind::Comment(_) => {}
    }
}
