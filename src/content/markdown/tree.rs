//! Builds blocks from what opens and closes, at most [`DEPTH_LIMIT`] deep, so that nothing later can recurse too far.
//! It knows no markdown library.

mod raw_html;
mod shape;

use std::ops::Range;

use super::Markdown;
use super::office::OfficeValues;
use crate::content::findings::Findings;
use crate::content::slips::{Mended, SENTINEL, trimmed};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange, DEPTH_LIMIT, Definition, Inline, ListItem, RichText};
use crate::domain::lesson::OfficeValueUse;
use crate::text::SafeText;

pub use self::shape::Shape;

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
        if !self.comments.is_empty() {
            for comment in std::mem::take(&mut self.comments) {
                self.place(comment);
            }
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
        let mut words = std::mem::take(&mut self.words);
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
        drop(filled);
        // Its room is used again.
        words.clear();
        self.words = words;
        for (name, is_set, range) in uses {
            let range = self.in_file(range);
            self.read.office_values.push(OfficeValueUse { name, is_set, range });
        }
        if !text.is_empty() {
            self.push_inline(Inline::Text(text), range);
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

/// The sentinel beside bold marks and carriage returns are no part of the text.
fn clean(text: &str) -> SafeText {
    if let Some(safe) = SafeText::as_it_is(text) {
        return safe;
    }
    if text.contains([SENTINEL, '\r']) {
        return SafeText::new(&text.replace([SENTINEL, '\r'], ""));
    }
    SafeText::new(text)
}
