//! Builds blocks from what opens and closes, at most [`DEPTH_LIMIT`] deep, so that nothing later can recurse too far.
//! It knows no markdown library.

use std::ops::Range;

use super::Markdown;
use super::html::{self, Piece, Tag};
use super::office::OfficeValues;
use crate::content::findings::Findings;
use crate::content::slips::{Mended, SENTINEL, trimmed};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{
    Alignment, Block, BlockKind, ByteRange, Callout, DEPTH_LIMIT, Definition, Inline, ListItem, RichText,
};
use crate::domain::lesson::OfficeValueUse;
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

struct Frame {
    shape: Shape,
    range: Range<usize>,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
}

pub struct Tree<'a, 'f, 'p> {
    mended: &'a Mended<'a>,
    values: OfficeValues<'a>,
    file: &'a str,
    findings: &'f mut Findings<'p>,
    frames: Vec<Frame>,
    containers: usize,
    spans: usize,
    /// Containers and spans open beyond the limit; what they hold goes to the last one within.
    skipped_containers: usize,
    skipped_spans: usize,
    was_cut: bool,
    /// Words not yet put into an inline: the library cuts text where a mark might have been.
    words: String,
    words_range: Range<usize>,
    /// Inside `<rp>`, the brackets for browsers that cannot show a reading.
    in_spare_bracket: bool,
    comments: Vec<Block>,
    read: Markdown,
}

impl<'a, 'f, 'p> Tree<'a, 'f, 'p> {
    pub fn new(
        mended: &'a Mended<'a>,
        values: OfficeValues<'a>,
        file: &'a str,
        findings: &'f mut Findings<'p>,
    ) -> Tree<'a, 'f, 'p> {
        let mut tree = Tree {
            mended,
            values,
            file,
            findings,
            frames: Vec::new(),
            containers: 0,
            spans: 0,
            skipped_containers: 0,
            skipped_spans: 0,
            was_cut: false,
            words: String::new(),
            words_range: 0..0,
            in_spare_bracket: false,
            comments: Vec::new(),
            read: Markdown::default(),
        };
        tree.push_frame(Shape::Root, 0..mended.text.len());
        tree
    }

    pub fn open(&mut self, shape: Shape, range: Range<usize>) {
        self.flush_words();
        if shape.is_span() {
            if self.skipped_spans > 0 || self.spans + 1 >= DEPTH_LIMIT {
                self.skipped_spans += 1;
                return self.tell_cut(range);
            }
            self.home_for_inlines(&range);
            self.spans += 1;
            return self.push_frame(shape, range);
        }
        if !matches!(shape, Shape::Row(_) | Shape::Cell) {
            self.close_implied();
        }
        if shape.is_container() {
            let is_too_deep = shape.is_level() && self.containers + 1 >= DEPTH_LIMIT;
            if self.skipped_containers > 0 || is_too_deep {
                self.skipped_containers += 1;
                return self.tell_cut(range);
            }
            self.containers += usize::from(shape.is_level());
        }
        self.push_frame(shape, range);
    }

    pub fn close_container(&mut self, range: Range<usize>) {
        self.flush_words();
        self.close_implied();
        if self.skipped_containers > 0 {
            self.skipped_containers -= 1;
            return;
        }
        let Some(frame) = self.pop() else { return };
        self.containers -= usize::from(frame.shape.is_level());
        let kind = match frame.shape {
            Shape::Quote(callout) => BlockKind::Quote { callout, blocks: frame.blocks },
            Shape::List { start, items } => BlockKind::List { start, items },
            Shape::Footnote(label) => BlockKind::Footnote { label, blocks: frame.blocks },
            Shape::Definitions(definitions) => BlockKind::DefinitionList(definitions),
            Shape::Item { ticked } => {
                let item = ListItem { ticked, blocks: frame.blocks, range: self.in_file(range) };
                if let Some(Shape::List { items, .. }) = self.top_shape() {
                    items.push(item);
                }
                return;
            }
            Shape::Term => {
                let term = RichText(frame.inlines);
                if let Some(Shape::Definitions(definitions)) = self.top_shape() {
                    definitions.push(Definition { term, meanings: Vec::new() });
                }
                return;
            }
            Shape::Meaning => {
                if let Some(Shape::Definitions(definitions)) = self.top_shape()
                    && let Some(definition) = definitions.last_mut()
                {
                    definition.meanings.push(frame.blocks);
                }
                return;
            }
            _ => return,
        };
        self.push_block(kind, range);
    }

    pub fn close_leaf(&mut self, range: Range<usize>) {
        self.flush_words();
        self.in_spare_bracket = false;
        let Some(frame) = self.pop() else { return };
        let kind = match frame.shape {
            Shape::Paragraph | Shape::ImpliedParagraph => BlockKind::Paragraph(RichText(frame.inlines)),
            Shape::Heading(level) => BlockKind::Heading { level, content: RichText(frame.inlines) },
            Shape::Code { language, text } => BlockKind::Code { language, text: clean(text.trim_end_matches('\n')) },
            Shape::Table { alignments, head, rows } => BlockKind::Table { alignments, head, rows },
            Shape::Html { text, parts } => return self.html_block(&text, &parts),
            _ => return,
        };
        self.push_block(kind, range);
    }

    pub fn close_span(&mut self, range: Range<usize>) {
        self.flush_words();
        if self.skipped_spans > 0 {
            self.skipped_spans -= 1;
            return;
        }
        let Some(frame) = self.pop() else { return };
        self.spans = self.spans.saturating_sub(1);
        let inner = frame.inlines;
        let inline = match frame.shape {
            Shape::Emphasis => Inline::Emphasis(inner),
            Shape::Strong => {
                if !self.frames.iter().any(|frame| matches!(frame.shape, Shape::Strong)) {
                    let strong = self.in_file(range.clone());
                    self.read.strongs.push(strong);
                }
                Inline::Strong(inner)
            }
            Shape::Strikethrough => Inline::Strikethrough(inner),
            Shape::Link(address) => Inline::Link { content: inner, address },
            Shape::Image(path) => Inline::Image { alt: SafeText::new(&RichText(inner).plain()), path },
            _ => return,
        };
        self.push_inline(inline, range);
    }

    pub fn close_row(&mut self, is_head: bool) {
        self.flush_words();
        let Some(Frame { shape: Shape::Row(cells), .. }) = self.pop() else { return };
        if let Some(Shape::Table { head, rows, .. }) = self.top_shape() {
            if is_head {
                *head = cells;
            } else {
                rows.push(cells);
            }
        }
    }

    pub fn close_cell(&mut self) {
        self.flush_words();
        let Some(Frame { inlines, .. }) = self.pop() else { return };
        if let Some(Shape::Row(cells)) = self.top_shape() {
            cells.push(RichText(inlines));
        }
    }

    pub fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some(Shape::Code { text: code, .. }) = self.top_shape() {
            return code.push_str(text);
        }
        if self.in_spare_bracket {
            return;
        }
        if self.words.is_empty() {
            self.home_for_inlines(&range);
            self.words_range = range;
        } else {
            self.words_range.end = self.words_range.end.max(range.end);
        }
        self.words.push_str(text);
    }

    pub fn inline(&mut self, make: impl FnOnce(&dyn Fn(&str) -> SafeText) -> Inline, range: Range<usize>) {
        self.flush_words();
        if !self.in_spare_bracket {
            self.push_inline(make(&clean), range);
        }
    }

    pub fn block(&mut self, kind: BlockKind, range: Range<usize>) {
        self.flush_words();
        self.close_implied();
        self.push_block(kind, range);
    }

    pub fn tick(&mut self, is_ticked: bool) {
        if self.skipped_containers > 0 {
            return;
        }
        let item = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.shape {
            Shape::Item { ticked } => Some(ticked),
            _ => None,
        });
        if let Some(ticked) = item {
            *ticked = Some(is_ticked);
        }
    }

    pub fn html_block_part(&mut self, html: &str, range: Range<usize>) {
        if let Some(Shape::Html { text, parts }) = self.top_shape() {
            parts.push((text.len(), range.start));
            text.push_str(html);
        }
    }

    pub fn inline_html(&mut self, written: &str, range: Range<usize>) {
        if let Some(comment) = written.strip_prefix("<!--") {
            let comment = comment.strip_suffix("-->").unwrap_or(comment);
            let kind = BlockKind::Comment(comment.replace('\r', ""));
            let range = self.in_file(range);
            self.comments.push(Block { kind, range });
        } else if let Some(tag) = html::tag(written) {
            self.tag(tag, range);
        }
    }

    pub fn clean(&self, text: &str) -> SafeText {
        clean(text)
    }

    /// Where a link leads; an address that the office has not set leads nowhere.
    pub fn address(&mut self, address: &str, range: Range<usize>) -> SafeText {
        let mut is_set = true;
        let filled = self.values.fill(address, |used| is_set &= used.is_set);
        let mut uses = Vec::new();
        self.values.fill(address, |used| uses.push((used.name.to_owned(), used.is_set)));
        for (name, is_set) in uses {
            let range = self.in_file(range.clone());
            self.read.office_values.push(OfficeValueUse { name, is_set, range });
        }
        if is_set { clean(&filled) } else { SafeText::default() }
    }

    pub fn source(&self, range: Range<usize>) -> &'a str {
        &self.mended.text[range]
    }

    pub fn text_behind(&self, at: usize) -> Option<char> {
        self.mended.text[at..].chars().next()
    }

    pub fn finish(mut self) -> Markdown {
        self.flush_words();
        self.close_implied();
        self.push_comments();
        if let Some(root) = self.frames.into_iter().next() {
            self.read.blocks = root.blocks;
        }
        self.read.office_values.sort_by_key(|used| used.range.start);
        self.read
    }

    fn push_frame(&mut self, shape: Shape, range: Range<usize>) {
        self.frames.push(Frame { shape, range, blocks: Vec::new(), inlines: Vec::new() });
    }

    /// Takes the top off; the root stays.
    fn pop(&mut self) -> Option<Frame> {
        if self.frames.len() > 1 { self.frames.pop() } else { None }
    }

    fn top_shape(&mut self) -> Option<&mut Shape> {
        self.frames.last_mut().map(|frame| &mut frame.shape)
    }

    fn in_file(&self, range: Range<usize>) -> ByteRange {
        trimmed(self.file, self.mended.to_file(range))
    }

    /// Opens a paragraph where words stand directly inside an item, a meaning or a flattened block.
    fn home_for_inlines(&mut self, range: &Range<usize>) {
        if self.top_shape().is_some_and(|shape| shape.holds_blocks()) {
            self.push_frame(Shape::ImpliedParagraph, range.clone());
        } else if let Some(Frame { shape: Shape::ImpliedParagraph, range: whole, .. }) = self.frames.last_mut() {
            whole.end = whole.end.max(range.end);
        }
    }

    fn close_implied(&mut self) {
        if let Some(Frame { shape: Shape::ImpliedParagraph, range, .. }) = self.frames.last() {
            let range = range.clone();
            self.close_leaf(range);
        }
    }

    fn push_inline(&mut self, inline: Inline, range: Range<usize>) {
        self.home_for_inlines(&range);
        if let Some(frame) = self.frames.last_mut() {
            frame.inlines.push(inline);
        }
    }

    fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let range = self.in_file(range);
        self.place(Block { kind, range });
        self.push_comments();
    }

    fn push_comments(&mut self) {
        for comment in std::mem::take(&mut self.comments) {
            self.place(comment);
        }
    }

    fn place(&mut self, block: Block) {
        if let Some(frame) = self.frames.iter_mut().rev().find(|frame| frame.shape.holds_blocks()) {
            frame.blocks.push(block);
        }
    }

    fn flush_words(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.words);
        let range = self.words_range.clone();
        let mut uses = Vec::new();
        let mut from = range.start;
        let filled = self.values.fill(&words, |used| {
            // Words are the text as written but for escapes, so each name is found again in order.
            let found = self.mended.text[from..range.end].find(used.written).map(|at| from + at);
            let start = found.unwrap_or(from);
            let end = found.map_or(range.end, |at| at + used.written.len());
            from = end;
            uses.push((used.name.to_owned(), used.is_set, start..end));
        });
        let text = clean(&filled);
        for (name, is_set, range) in uses {
            let range = self.in_file(range);
            self.read.office_values.push(OfficeValueUse { name, is_set, range });
        }
        if !text.is_empty() {
            self.push_inline(Inline::Text(text), range);
        }
    }

    /// Raw HTML leaves its words and its comments; its tags are told.
    fn html_block(&mut self, text: &str, parts: &[(usize, usize)]) {
        let source = |at: usize| {
            let after = parts.partition_point(|(start, _)| *start <= at);
            after.checked_sub(1).map_or(0, |index| parts[index].1 + (at - parts[index].0))
        };
        // The end of a piece lies in the part of its last byte: the next part starts behind a quote mark.
        let source_range = |range: Range<usize>| {
            let end = range.end.checked_sub(1).map_or(0, |last| source(last) + 1);
            source(range.start)..end.max(source(range.start))
        };
        for piece in html::pieces(text) {
            match piece {
                Piece::Comment(comment, range) => {
                    self.flush_words();
                    self.close_implied();
                    self.push_block(BlockKind::Comment(comment.replace('\r', "")), source_range(range));
                }
                Piece::Tag(tag, range) => self.tag(tag, source_range(range)),
                Piece::Words(words, range) => {
                    let range = source_range(range);
                    for (index, line) in words.split('\n').enumerate() {
                        if index > 0 && self.has_open_words() {
                            self.inline(|_| Inline::SoftBreak, range.clone());
                        }
                        if !line.trim().is_empty() {
                            self.text(line.trim(), range.clone());
                        }
                    }
                }
            }
        }
        self.flush_words();
        self.drop_last_break();
        self.close_implied();
    }

    fn has_open_words(&self) -> bool {
        let is_open = matches!(self.frames.last(), Some(Frame { shape: Shape::ImpliedParagraph, inlines, .. })
            if !matches!(inlines.last(), Some(Inline::SoftBreak) | None));
        !self.words.is_empty() || is_open
    }

    fn drop_last_break(&mut self) {
        if let Some(Frame { shape: Shape::ImpliedParagraph, inlines, .. }) = self.frames.last_mut()
            && matches!(inlines.last(), Some(Inline::SoftBreak))
        {
            inlines.pop();
        }
    }

    fn tag(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if tag.is("rp") {
            self.in_spare_bracket = !tag.closes;
        } else if tag.is("rt") {
            let bracket = if tag.closes { "）" } else { "（" };
            self.text(bracket, range);
        } else if tag.is("br") {
            self.inline(|_| Inline::HardBreak, range);
        } else if !tag.is_read() && !tag.closes {
            let range = self.in_file(range);
            self.findings.warn(Finding::RawHtml { tag: tag.name.to_ascii_lowercase() }, range);
        }
    }

    fn tell_cut(&mut self, range: Range<usize>) {
        if std::mem::replace(&mut self.was_cut, true) {
            return;
        }
        let range = self.in_file(range);
        let line = self.file[range.clone()].lines().next().map_or(0, str::len);
        self.findings.warn(Finding::NestingCut { limit: DEPTH_LIMIT }, range.start..range.start + line);
    }
}

impl Shape {
    fn is_span(&self) -> bool {
        matches!(self, Shape::Emphasis | Shape::Strong | Shape::Strikethrough | Shape::Link(_) | Shape::Image(_))
    }

    fn is_container(&self) -> bool {
        self.is_level() || matches!(self, Shape::Item { .. } | Shape::Term | Shape::Meaning)
    }

    /// Containers that make what they hold one level deeper.
    fn is_level(&self) -> bool {
        matches!(self, Shape::Quote(_) | Shape::List { .. } | Shape::Footnote(_) | Shape::Definitions(_))
    }

    fn holds_blocks(&self) -> bool {
        matches!(self, Shape::Root | Shape::Quote(_) | Shape::Item { .. } | Shape::Footnote(_) | Shape::Meaning)
    }
}

/// The sentinel beside bold marks and carriage returns are no part of the text.
fn clean(text: &str) -> SafeText {
    if text.contains([SENTINEL, '\r']) {
        return SafeText::new(&text.replace([SENTINEL, '\r'], ""));
    }
    SafeText::new(text)
}
