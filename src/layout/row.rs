//! What layout makes: rows of spans, each with a tone. A row never holds a line end, and never ends with white space.

use crate::width::{Ambiguous, columns_with};

/// What a span is; only the theme knows how that looks, and a tone never says what the words do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    #[default]
    Plain,
    Heading,
    Strong,
    Emphasis,
    Code,
    Link,
    /// Beside the matter: frames, addresses, column names.
    Muted,
    Struck,
    /// The word that opens a callout.
    Important,
    /// A verdict's first words, which say by themselves that the answer was right,
    Correct,
    /// or what would have been.
    Wrong,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub tone: Tone,
}

impl Span {
    pub fn new(text: impl Into<String>, tone: Tone) -> Span {
        Span { text: text.into(), tone }
    }
}

/// One row. Without spans it is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub spans: Vec<Span>,
}

impl Row {
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    pub fn columns(&self, ambiguous: Ambiguous) -> usize {
        columns_with(&self.text(), ambiguous)
    }

    pub fn is_blank(&self) -> bool {
        self.spans.is_empty()
    }

    /// Adds a text, to the last span where the tone is the same.
    pub(super) fn push(&mut self, text: &str, tone: Tone) {
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.tone == tone => last.text.push_str(text),
            _ => self.spans.push(Span::new(text, tone)),
        }
    }

    pub(super) fn push_spans(&mut self, spans: &[Span]) {
        for span in spans {
            self.push(&span.text, span.tone);
        }
    }

    pub(super) fn trim_end(&mut self) {
        while let Some(last) = self.spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.spans.pop();
        }
    }
}
