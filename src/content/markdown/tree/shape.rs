//! What can be open while a tree is built, and what each may hold.

use crate::domain::document::{Alignment, Callout, Definition, ListItem, RichText};
use crate::text::SafeText;

/// What is open.
pub enum Shape {
    Root,
    Quote(Option<Callout>),
    List {
        start: Option<u64>,
        items: Vec<ListItem>,
    },
    Item {
        ticked: Option<bool>,
    },
    Footnote(SafeText),
    Definitions(Vec<Definition>),
    Term,
    Meaning,
    Paragraph,
    /// Words directly inside an item: a paragraph that the library does not announce.
    ImpliedParagraph,
    Heading(u8),
    Code {
        language: SafeText,
        text: String,
    },
    /// Raw HTML, and where its parts begin: here and in the text that is read.
    Html {
        text: String,
        parts: Vec<(usize, usize)>,
    },
    Table {
        alignments: Vec<Alignment>,
        head: Vec<RichText>,
        rows: Vec<Vec<RichText>>,
    },
    Row(Vec<RichText>),
    Cell,
    Emphasis,
    Strong,
    Strikethrough,
    Link(SafeText),
    Image(SafeText),
}

impl Shape {
    pub fn is_span(&self) -> bool {
        matches!(self, Shape::Emphasis | Shape::Strong | Shape::Strikethrough | Shape::Link(_) | Shape::Image(_))
    }

    pub fn is_container(&self) -> bool {
        self.is_level() || matches!(self, Shape::Item { .. } | Shape::Term | Shape::Meaning)
    }

    /// Containers that make what they hold one level deeper.
    pub fn is_level(&self) -> bool {
        matches!(self, Shape::Quote(_) | Shape::List { .. } | Shape::Footnote(_) | Shape::Definitions(_))
    }

    pub fn holds_blocks(&self) -> bool {
        matches!(self, Shape::Root | Shape::Quote(_) | Shape::Item { .. } | Shape::Footnote(_) | Shape::Meaning)
    }
}
