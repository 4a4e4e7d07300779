//! A rich text as one plain text with a tone for each part, line feeds where a row must end. It never wraps.

use crate::domain::document::{Inline, RichText, soft_break_is_a_space};
use crate::layout::labels::Labels;
use crate::layout::row::Tone;
use crate::text::SafeText;
use crate::usual::first_unusual;

/// Text with the tone of every part.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub(super) text: String,
    /// Whether all its characters are usual (see [`crate::usual`]), so that it is one line as well.
    pub(super) is_usual: bool,
    /// Where each part ends, and its tone; the parts follow one another.
    tones: Vec<(usize, Tone)>,
    soft_break_is_due: bool,
}

impl Default for Flow {
    fn default() -> Flow {
        Flow { text: String::new(), is_usual: true, tones: Vec::new(), soft_break_is_due: false }
    }
}

impl Flow {
    pub(super) fn of(text: &RichText, tone: Tone, labels: &Labels) -> Flow {
        let mut flow = Flow::default();
        flow.push_rich(text, tone, labels);
        flow
    }

    pub(super) fn plain(text: &str, tone: Tone) -> Flow {
        let mut flow = Flow::default();
        flow.push(text, tone);
        flow
    }

    /// As if it were new, with the room that it has.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.tones.clear();
        self.is_usual = true;
        self.soft_break_is_due = false;
    }

    pub(super) fn push_rich(&mut self, text: &RichText, tone: Tone, labels: &Labels) {
        for inline in &text.0 {
            self.push_inline(inline, tone, labels);
        }
    }

    pub(super) fn push(&mut self, text: &str, tone: Tone) {
        self.push_known(text, first_unusual(text, 0).is_none(), tone);
    }

    fn push_safe(&mut self, text: &SafeText, tone: Tone) {
        self.push_known(text, text.is_usual(), tone);
    }

    fn push_known(&mut self, text: &str, is_usual: bool, tone: Tone) {
        if text.is_empty() {
            return;
        }
        if std::mem::take(&mut self.soft_break_is_due) {
            let before = self.text.chars().next_back().filter(|before| *before != '\n');
            if soft_break_is_a_space(before, text.chars().next()) {
                self.text.push(' ');
            }
        }
        self.is_usual &= is_usual;
        self.text.push_str(text);
        match self.tones.last_mut() {
            Some((end, last)) if *last == tone => *end = self.text.len(),
            _ => self.tones.push((self.text.len(), tone)),
        }
    }

    /// Where all of it has one.
    pub(super) fn only_tone(&self) -> Option<Tone> {
        match self.tones[..] {
            [(_, tone)] => Some(tone),
            _ => None,
        }
    }

    /// The parts of a range of bytes, in order.
    pub(super) fn parts(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = (&str, Tone)> {
        let first = self.tones.partition_point(|(end, _)| *end <= range.start);
        let mut start = range.start;
        self.tones[first..].iter().map_while(move |(end, tone)| {
            let part = start..(*end).min(range.end);
            start = part.end;
            (!part.is_empty()).then(|| (&self.text[part], *tone))
        })
    }

    fn push_inline(&mut self, inline: &Inline, tone: Tone, labels: &Labels) {
        match inline {
            Inline::Text(text) => self.push_safe(text, tone),
            Inline::Emphasis(inner) => self.push_all(inner, within(tone, Tone::Emphasis), labels),
            Inline::Strong(inner) => self.push_all(inner, within(tone, Tone::Strong), labels),
            Inline::Strikethrough(inner) => {
                self.push(labels.struck.0, tone);
                self.push_all(inner, Tone::Struck, labels);
                self.push(labels.struck.1, tone);
            }
            Inline::Code(text) | Inline::Math(text) => self.push_safe(text, within(tone, Tone::Code)),
            Inline::Link { content, address } => self.push_link(content, address, tone, labels),
            Inline::Image { alt, path } => {
                self.push(labels.image.0, within(tone, Tone::Muted));
                if alt.trim().is_empty() {
                    self.push(path, within(tone, Tone::Muted));
                } else {
                    self.push(alt, tone);
                    self.push(&format!(" ({path})"), within(tone, Tone::Muted));
                }
                self.push(labels.image.1, within(tone, Tone::Muted));
            }
            Inline::FootnoteMark(label) => {
                self.push(&format!("{}{label}{}", labels.footnote.0, labels.footnote.1), within(tone, Tone::Muted));
            }
            Inline::SoftBreak => self.soft_break_is_due = true,
            Inline::HardBreak => {
                self.soft_break_is_due = false;
                self.push_known("\n", false, tone);
            }
        }
    }

    fn push_all(&mut self, inlines: &[Inline], tone: Tone, labels: &Labels) {
        for inline in inlines {
            self.push_inline(inline, tone, labels);
        }
    }

    /// The text, then the address in brackets, because nothing here can be clicked; an address that is its own text
    /// stands once.
    fn push_link(&mut self, content: &[Inline], address: &str, tone: Tone, labels: &Labels) {
        let start = self.text.len();
        self.push_all(content, within(tone, Tone::Link), labels);
        let shown = self.text[start..].trim();
        if shown.is_empty() {
            self.push(address, within(tone, Tone::Link));
        } else if shown != address && Some(shown) != address.strip_prefix("mailto:") && !address.is_empty() {
            self.push(&format!(" ({address})"), within(tone, Tone::Muted));
        }
    }
}

/// The tone of a part inside another: the inner one, but struck text stays struck and a heading a heading.
fn within(outer: Tone, inner: Tone) -> Tone {
    match (outer, inner) {
        (Tone::Struck, _) => Tone::Struck,
        (Tone::Heading, Tone::Strong | Tone::Emphasis) => Tone::Heading,
        _ => inner,
    }
}
