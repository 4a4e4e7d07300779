//! （穴埋め）: bold words are blanks, in order; `別解2:` accepts more for the second.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::question::parts::Parts;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange, Inline, RichText};
use crate::domain::question::{Answer, Blank, ClozePart};
use crate::text::SafeText;

pub fn read(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let mut text = ClozeText::default();
    for (content, range) in take_text(&mut parts.blocks) {
        text.bold_ranges.extend_from_slice(parts.page.strongs_in(&range));
        if !text.parts.is_empty() {
            text.push("\n");
        }
        text.walk(&content.0);
    }
    if text.blanks.is_empty() {
        findings.error(Finding::NoBlank, parts.heading_range.clone());
        return None;
    }
    for range in text.right_ranges() {
        parts.is_right(range);
    }
    let mut blanks = text.blanks;
    accept_others(&mut blanks, parts, findings);
    Some(Answer::Cloze { parts: text.parts, blanks, mistakes: parts.mistakes(findings) })
}

/// The paragraphs from the first with a bold word to the last; those around them are the body.
fn take_text(blocks: &mut Vec<Block>) -> Vec<(RichText, ByteRange)> {
    let has_bold = |block: &Block| matches!(&block.kind, BlockKind::Paragraph(content) if has_strong(&content.0));
    let Some(first) = blocks.iter().position(has_bold) else { return Vec::new() };
    let last = blocks.iter().rposition(has_bold).unwrap_or(first);
    let mut text = Vec::new();
    let mut kept = Vec::with_capacity(blocks.len());
    for (place, block) in std::mem::take(blocks).into_iter().enumerate() {
        match block.kind {
            BlockKind::Paragraph(content) if (first..=last).contains(&place) => text.push((content, block.range)),
            kind => kept.push(Block { kind, range: block.range }),
        }
    }
    *blocks = kept;
    text
}

fn has_strong(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Strong(_) => true,
        Inline::Emphasis(inner) | Inline::Strikethrough(inner) | Inline::Link { content: inner, .. } => {
            has_strong(inner)
        }
        _ => false,
    })
}

fn accept_others(blanks: &mut [Blank], parts: &Parts<'_>, findings: &mut Findings<'_>) {
    let mut taken: BTreeSet<(usize, SafeText)> = BTreeSet::new();
    for (place, blank) in blanks.iter().enumerate() {
        taken.extend(blank.accepted.iter().map(|text| (place, text.clone())));
    }
    for (number, line) in &parts.lines.alsos {
        let number = number.unwrap_or(1);
        let other = SafeText::new(line.content.plain().trim());
        let count = blanks.len();
        match number.checked_sub(1).and_then(|place| blanks.get_mut(place)) {
            Some(_) if other.is_empty() || parts.page.has_unset_value(&line.range) => {}
            Some(blank) => {
                if taken.insert((number - 1, other.clone())) {
                    blank.accepted.push(other);
                }
            }
            None => {
                let finding = Finding::InvalidValue {
                    key: "別解".to_owned(),
                    value: number.to_string(),
                    allowed: format!("1–{count}"),
                };
                findings.warn(finding, line.range.clone());
            }
        }
    }
}

#[derive(Default)]
struct ClozeText {
    parts: Vec<ClozePart>,
    blanks: Vec<Blank>,
    bold_ranges: Vec<ByteRange>,
    /// Among the bold words, those that are blanks.
    blank_places: Vec<usize>,
    bold_count: usize,
}

impl ClozeText {
    fn walk(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(inner) => self.blank(inner),
                Inline::Emphasis(inner) | Inline::Strikethrough(inner) | Inline::Link { content: inner, .. } => {
                    self.walk(inner);
                }
                Inline::Text(text) | Inline::Code(text) | Inline::Math(text) => self.push(text),
                Inline::Image { alt, .. } => self.push(alt),
                Inline::SoftBreak | Inline::HardBreak => self.push("\n"),
                Inline::FootnoteMark(_) => {}
            }
        }
    }

    fn blank(&mut self, inner: &[Inline]) {
        let model = SafeText::new(RichText(inner.to_vec()).plain().trim());
        self.bold_count += 1;
        if model.is_empty() {
            return;
        }
        self.blank_places.push(self.bold_count - 1);
        self.parts.push(ClozePart::Blank(self.blanks.len()));
        self.blanks.push(Blank { accepted: vec![model] });
    }

    fn push(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(ClozePart::Text(before)) => *before = SafeText::new(&format!("{before}{text}")),
            _ => self.parts.push(ClozePart::Text(SafeText::new(text))),
        }
    }

    fn right_ranges(&self) -> Vec<ByteRange> {
        self.blank_places.iter().filter_map(|place| self.bold_ranges.get(*place).cloned()).collect()
    }
}
