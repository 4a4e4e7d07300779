//! What raw HTML leaves in the tree: its words, its comments, readings and line ends. Tags are told and left out.

use std::ops::Range;

use super::{Frame, Shape, Tree};
use crate::content::markdown::html::{self, Piece, Tag};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, Inline};

impl Tree<'_, '_, '_> {
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

    /// Raw HTML leaves its words and its comments; its tags are told.
    pub(super) fn html_block(&mut self, text: &str, parts: &[(usize, usize)]) {
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
}
