//! Blocks one after another, and what parts them.

use crate::domain::document::{Block, BlockKind, Callout, Definition, RichText};
use crate::layout::flow::Flow;
use crate::layout::margin::{Margin, Mark};
use crate::layout::row::{Row, Tone};
use crate::layout::{Measure, Rendition, code, fill, list, table};
use crate::width::{Ambiguous, columns_with};

/// See [`crate::layout::lay_out`].
pub(super) fn lay_out(blocks: &[Block], measure: &Measure) -> Vec<Row> {
    let mut page = Page { measure, rows: Vec::new(), footnotes: Vec::new(), spare: Flow::default() };
    page.blocks(blocks, &Margin::default(), Spacing::Open);
    page.footnotes();
    page.rows
}

/// Whether blank rows part the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spacing {
    Open,
    /// Inside a list item: only two paragraphs are parted, or they would run into one another.
    Close,
}

/// Rows as they are laid out, from top to bottom.
pub(super) struct Page<'document> {
    pub(super) measure: &'document Measure,
    pub(super) rows: Vec<Row>,
    /// Label and blocks of the footnotes met so far; they stand at the end.
    footnotes: Vec<(&'document str, &'document [Block])>,
    /// One flow for all paragraphs, one after another.
    spare: Flow,
}

impl<'document> Page<'document> {
    pub(super) fn blocks(&mut self, blocks: &'document [Block], margin: &Margin, spacing: Spacing) {
        let mut before: Option<&Block> = None;
        // Made once, and for most blocks it is what they have already.
        let after_first = (!margin.is_even()).then(|| margin.after_first());
        let after_first = after_first.as_ref().unwrap_or(margin);
        for block in blocks {
            match &block.kind {
                BlockKind::Footnote { label, blocks } => self.footnotes.push((label, blocks)),
                kind if self.is_shown(kind) => {
                    if let Some(before) = before {
                        let both_are_paragraphs = [&before.kind, kind].iter().all(|kind| is_paragraph(kind));
                        if spacing == Spacing::Open || both_are_paragraphs {
                            self.blank(margin);
                        }
                        self.block(kind, after_first);
                    } else {
                        self.block(kind, margin);
                    }
                    before = Some(block);
                }
                _ => {}
            }
        }
        if before.is_none() && !margin.first.is_blank() {
            self.flow(&Flow::default(), margin);
        }
    }

    /// A rule in line mode is the blank row that parts its neighbours anyway.
    fn is_shown(&self, kind: &BlockKind) -> bool {
        match kind {
            BlockKind::Comment(_) => false,
            BlockKind::Rule => self.measure.rendition != Rendition::Lines,
            _ => true,
        }
    }

    fn block(&mut self, kind: &'document BlockKind, margin: &Margin) {
        match kind {
            BlockKind::Heading { level, content } => match self.measure.rendition {
                Rendition::Lines => {
                    let mark = format!("{} ", "#".repeat(usize::from(*level)));
                    self.rich(content, Tone::Heading, &self.marked(margin, &mark, Tone::Heading));
                }
                Rendition::Screen { .. } => self.rich(content, Tone::Heading, margin),
            },
            BlockKind::Paragraph(content) => self.rich(content, Tone::Plain, margin),
            BlockKind::List { start, items } => list::lay_out(self, *start, items, margin),
            BlockKind::Quote { callout: None, blocks } => {
                let bar = (self.quote_bar(), Tone::Muted);
                let margin = self.inside(margin, bar, bar);
                self.blocks(blocks, &margin, Spacing::Open);
            }
            BlockKind::Quote { callout: Some(callout), blocks } => self.callout(*callout, blocks, margin),
            BlockKind::Code { text, .. } => code::lay_out(self, text, margin),
            BlockKind::Table { alignments, head, rows } => {
                table::lay_out(self, table::Table { alignments, head, rows }, margin);
            }
            BlockKind::DefinitionList(definitions) => self.definitions(definitions, margin),
            BlockKind::Rule => self.rule(margin),
            BlockKind::Footnote { .. } | BlockKind::Comment(_) => {}
        }
    }

    /// The word first, then the text beside it, so that a reader who hears one row knows what it is.
    fn callout(&mut self, callout: Callout, blocks: &'document [Block], margin: &Margin) {
        let word = self.measure.labels.callout(callout);
        let indent = match self.measure.rendition {
            Rendition::Lines => ("  ", Tone::Plain),
            Rendition::Screen { .. } => (self.quote_bar(), Tone::Important),
        };
        let is_text =
            blocks.iter().find(|block| self.is_shown(&block.kind)).is_some_and(|block| is_paragraph(&block.kind));
        let margin = match self.measure.rendition {
            Rendition::Screen { .. } => self.inside(margin, indent, indent),
            Rendition::Lines if is_text => self.inside(margin, (&format!("{word}: "), Tone::Important), indent),
            Rendition::Lines => self.inside(margin, ("", Tone::Plain), indent),
        };
        if is_text && self.measure.rendition == Rendition::Lines {
            self.blocks(blocks, &margin, Spacing::Open);
        } else {
            self.flow(&Flow::plain(&format!("{word}:"), Tone::Important), &margin);
            self.blocks(blocks, &margin.after_first(), Spacing::Open);
        }
    }

    fn definitions(&mut self, definitions: &'document [Definition], margin: &Margin) {
        let mut margin = margin.clone();
        for definition in definitions {
            self.rich(&definition.term, Tone::Strong, &margin);
            margin = margin.after_first();
            let indent = ("  ", Tone::Plain);
            let inner = self.inside(&margin, indent, indent);
            for meaning in &definition.meanings {
                self.blocks(meaning, &inner, Spacing::Close);
            }
        }
    }

    fn rule(&mut self, margin: &Margin) {
        let margin = self.with_room(margin);
        let mark = if self.draws_lines() { "─" } else { "-" };
        let mut row = margin.first;
        let room = self.measure.columns.saturating_sub(row.columns(self.measure.ambiguous));
        row.push(&mark.repeat(room), Tone::Muted);
        self.rows.push(row);
    }

    /// The footnotes that were met, and those that stand inside them.
    fn footnotes(&mut self) {
        let mut next = 0;
        while let Some((label, blocks)) = self.footnotes.get(next).copied() {
            if !self.rows.is_empty() {
                self.rows.push(Row::default());
            }
            let (open, close) = self.measure.labels.footnote;
            let margin = self.marked(&Margin::default(), &format!("{open}{label}{close} "), Tone::Muted);
            self.blocks(blocks, &margin, Spacing::Open);
            next += 1;
        }
    }

    pub(super) fn flow(&mut self, flow: &Flow, margin: &Margin) {
        fill::add_rows(flow, margin, self.measure.columns, self.measure.ambiguous, &mut self.rows);
    }

    fn rich(&mut self, text: &RichText, tone: Tone, margin: &Margin) {
        let mut flow = std::mem::take(&mut self.spare);
        flow.clear();
        flow.push_rich(text, tone, &self.measure.labels);
        self.flow(&flow, margin);
        self.spare = flow;
    }

    fn blank(&mut self, margin: &Margin) {
        let mut row = Row::default();
        if !margin.rest.is_blank() {
            row.push_row(&margin.rest);
            row.trim_end();
        }
        self.rows.push(row);
    }

    /// The margin for what is not wrapped as text. Marks that leave no room beside them get rows of their own.
    pub(super) fn with_room(&mut self, margin: &Margin) -> Margin {
        let Measure { columns, ambiguous, .. } = *self.measure;
        let has_room = |margin: &Row| margin.columns(ambiguous) + fill::LEAST_ROOM <= columns;
        let rest = if has_room(&margin.rest) { margin.rest.clone() } else { Row::default() };
        if has_room(&margin.first) || margin.first.is_blank() {
            return Margin { first: margin.first.clone(), rest };
        }
        self.flow(&Flow::default(), margin);
        Margin { first: rest.clone(), rest }
    }

    /// A margin with a mark at its first row and as much room under it.
    pub(super) fn marked(&self, margin: &Margin, mark: &str, tone: Tone) -> Margin {
        let room = " ".repeat(columns_with(mark, self.measure.ambiguous));
        self.inside(margin, (mark, tone), (&room, Tone::Plain))
    }

    pub(super) fn inside(&self, margin: &Margin, mark: Mark<'_>, indent: Mark<'_>) -> Margin {
        margin.inside(mark, indent, self.measure.columns, self.measure.ambiguous)
    }

    /// Whether frames and bars may be drawn with box lines.
    pub(super) fn draws_lines(&self) -> bool {
        self.measure.rendition == Rendition::Screen { ascii: false } && self.measure.ambiguous == Ambiguous::Narrow
    }

    fn quote_bar(&self) -> &'static str {
        match self.measure.rendition {
            Rendition::Lines => "> ",
            Rendition::Screen { .. } if self.draws_lines() => "│ ",
            Rendition::Screen { .. } => "| ",
        }
    }
}

fn is_paragraph(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph(_))
}
