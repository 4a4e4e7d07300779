//! What layout makes: rows of text, each part with a tone. A row never holds a line end, and never ends with white space.

mod text;

use std::ops::Range;
use std::rc::Rc;

use self::text::Text;
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

/// One row: its text, and the tone of every part of it. Without text it is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    text: Text,
    /// Of the first part; nearly every row has no other.
    first: Tone,
    /// Where each further part begins, in bytes, and its tone.
    others: Vec<(usize, Tone)>,
}

impl Row {
    pub fn of(text: impl Into<String>, tone: Tone) -> Row {
        let text = text.into();
        let first = if text.is_empty() { Tone::default() } else { tone };
        Row { text: Text::Own(text), first, others: Vec::new() }
    }

    /// A part of a text that other rows have parts of.
    pub(super) fn part(text: &Rc<str>, range: Range<usize>, tone: Tone) -> Row {
        let first = if range.is_empty() { Tone::default() } else { tone };
        Row { text: Text::Shared(Rc::clone(text), range), first, others: Vec::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its parts in order, none of them empty, with a tone each that its neighbours do not have.
    pub fn spans(&self) -> impl Iterator<Item = (&str, Tone)> {
        let starts = [(0, self.first)].into_iter().filter(|_| !self.text.is_empty()).chain(self.others.iter().copied());
        let ends = self.others.iter().map(|(start, _)| *start).chain([self.text.len()]);
        starts.zip(ends).map(|((start, tone), end)| (&self.text[start..end], tone))
    }

    pub fn columns(&self, ambiguous: Ambiguous) -> usize {
        if self.is_blank() { 0 } else { columns_with(&self.text, ambiguous) }
    }

    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a text, to the last part where the tone is the same.
    pub fn push(&mut self, text: &str, tone: Tone) {
        if text.is_empty() {
            return;
        }
        let last = self.others.last().map_or(self.first, |(_, tone)| *tone);
        if self.text.is_empty() {
            self.first = tone;
        } else if last != tone {
            self.others.push((self.text.len(), tone));
        }
        self.text.own().push_str(text);
    }

    pub fn push_row(&mut self, row: &Row) {
        for (text, tone) in row.spans() {
            self.push(text, tone);
        }
    }

    pub(super) fn push_spaces(&mut self, count: usize) {
        const SPACES: &str = "                                ";
        for start in (0..count).step_by(SPACES.len()) {
            self.push(&SPACES[..SPACES.len().min(count - start)], Tone::Plain);
        }
    }

    pub(super) fn with_room(bytes: usize) -> Row {
        Row { text: Text::Own(String::with_capacity(bytes)), ..Row::default() }
    }

    pub(super) fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        while self.others.last().is_some_and(|(start, _)| *start >= self.text.len()) {
            self.others.pop();
        }
        if self.text.is_empty() {
            self.first = Tone::default();
        }
    }
}
