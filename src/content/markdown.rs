//! Markdown to blocks with their bytes in the file. The only user of pulldown-cmark; it knows nothing of lessons.

mod html;
mod office;
mod tree;

use std::ops::Range;

use pulldown_cmark::{
    Alignment as MarkdownAlignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use crate::content::findings::Findings;
use crate::content::slips::Mended;
use crate::domain::document::{Alignment, Block, BlockKind, ByteRange, Callout, Inline, is_wide};
use crate::domain::lesson::OfficeValueUse;

pub use self::office::OfficeValues;
use self::tree::{Shape, Tree};

/// The blocks of a text, and what the readers of questions need to know about their inside.
#[derive(Debug, Default)]
pub struct Markdown {
    pub blocks: Vec<Block>,
    /// Where bold text stands, in order; bold inside bold counts once.
    pub strongs: Vec<ByteRange>,
    pub office_values: Vec<OfficeValueUse>,
}

/// Reads a text. Never fails and never recurses: what is too deep is flattened, what is raw HTML is left out.
pub fn read(mended: &Mended<'_>, values: OfficeValues<'_>, file: &str, findings: &mut Findings<'_>) -> Markdown {
    let mut tree = Tree::new(mended, values.within(&mended.text), file, findings);
    for (event, range) in Parser::new_ext(&mended.text, options()).into_offset_iter() {
        push(&mut tree, event, range);
    }
    tree.finish()
}

/// Heading attributes stay off: `{{name}}` at the end of a heading would be taken for one.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

fn push(tree: &mut Tree<'_, '_, '_>, event: Event<'_>, range: Range<usize>) {
    match event {
        Event::Start(tag) => open(tree, tag, range),
        Event::End(tag) => close(tree, tag, range),
        Event::Text(text) => tree.text(&text, range),
        Event::Code(text) => tree.inline(|clean| Inline::Code(clean(&text)), range),
        Event::InlineMath(math) | Event::DisplayMath(math) => {
            if is_money(&math, tree.text_behind(range.end)) {
                let source = tree.source(range.clone()).to_owned();
                tree.text(&source, range);
            } else {
                tree.inline(|clean| Inline::Math(clean(math.trim())), range);
            }
        }
        Event::Html(html) => tree.html_block_part(&html, range),
        Event::InlineHtml(html) => tree.inline_html(&html, range),
        Event::FootnoteReference(label) => tree.inline(|clean| Inline::FootnoteMark(clean(&label)), range),
        Event::SoftBreak => tree.inline(|_| Inline::SoftBreak, range),
        Event::HardBreak => tree.inline(|_| Inline::HardBreak, range),
        Event::Rule => tree.block(BlockKind::Rule, range),
        Event::TaskListMarker(ticked) => tree.tick(ticked),
    }
}

/// `$5と$10` are two prices, not a formula.
fn is_money(math: &str, behind: Option<char>) -> bool {
    behind.is_some_and(|next| next.is_ascii_digit()) || math.chars().any(is_wide)
}

fn open(tree: &mut Tree<'_, '_, '_>, tag: Tag<'_>, range: Range<usize>) {
    let shape = match tag {
        Tag::Paragraph => Shape::Paragraph,
        Tag::Heading { level, .. } => Shape::Heading(heading_level(level)),
        Tag::BlockQuote(kind) => Shape::Quote(kind.map(callout)),
        Tag::CodeBlock(kind) => Shape::Code {
            language: match kind {
                CodeBlockKind::Fenced(words) => tree.clean(words.split_whitespace().next().unwrap_or_default()),
                CodeBlockKind::Indented => tree.clean(""),
            },
            text: String::new(),
        },
        Tag::HtmlBlock => Shape::Html { text: String::new(), parts: Vec::new() },
        Tag::List(start) => Shape::List { start, items: Vec::new() },
        Tag::Item => Shape::Item { ticked: None },
        Tag::FootnoteDefinition(label) => Shape::Footnote(tree.clean(&label)),
        Tag::DefinitionList => Shape::Definitions(Vec::new()),
        Tag::DefinitionListTitle => Shape::Term,
        Tag::DefinitionListDefinition => Shape::Meaning,
        Tag::Table(alignments) => Shape::Table {
            alignments: alignments.into_iter().map(alignment).collect(),
            head: Vec::new(),
            rows: Vec::new(),
        },
        Tag::TableHead | Tag::TableRow => Shape::Row(Vec::new()),
        Tag::TableCell => Shape::Cell,
        Tag::Emphasis => Shape::Emphasis,
        Tag::Strong => Shape::Strong,
        Tag::Strikethrough => Shape::Strikethrough,
        Tag::Link { dest_url, .. } => Shape::Link(tree.address(&dest_url, range.clone())),
        Tag::Image { dest_url, .. } => Shape::Image(tree.address(&dest_url, range.clone())),
        // Not asked for in `options`.
        Tag::MetadataBlock(_) | Tag::Superscript | Tag::Subscript => return,
    };
    tree.open(shape, range);
}

fn close(tree: &mut Tree<'_, '_, '_>, tag: TagEnd, range: Range<usize>) {
    match tag {
        TagEnd::MetadataBlock(_) | TagEnd::Superscript | TagEnd::Subscript => {}
        TagEnd::BlockQuote(_)
        | TagEnd::List(_)
        | TagEnd::Item
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition => tree.close_container(range),
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
            tree.close_span(range);
        }
        TagEnd::TableHead => tree.close_row(true),
        TagEnd::TableRow => tree.close_row(false),
        TagEnd::TableCell => tree.close_cell(),
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table => {
            tree.close_leaf(range);
        }
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

fn alignment(alignment: MarkdownAlignment) -> Alignment {
    match alignment {
        MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
        MarkdownAlignment::Center => Alignment::Centre,
        MarkdownAlignment::Right => Alignment::End,
    }
}
