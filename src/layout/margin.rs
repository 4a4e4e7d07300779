//! What stands left of a text: indents, list marks, quote bars. It never takes more than half of the columns by
//! nesting alone, however deep a list is.

use crate::layout::row::{Span, Tone};
use crate::width::{Ambiguous, columns_with};

/// The left side of a block: once at its first row, then at all others.
#[derive(Clone, Debug, Default)]
pub(super) struct Margin {
    pub(super) first: Vec<Span>,
    pub(super) rest: Vec<Span>,
}

impl Margin {
    pub(super) fn of(first: &str, rest: &str) -> Margin {
        let spans = |text: &str| if text.is_empty() { Vec::new() } else { vec![Span::new(text, Tone::Plain)] };
        Margin { first: spans(first), rest: spans(rest) }
    }

    /// The margin inside this one: `mark` once, then `indent`. Where the indents fill half of the columns already, the
    /// mark still stands and the indent is left out.
    pub(super) fn inside(&self, mark: Span, indent: Span, columns: usize, ambiguous: Ambiguous) -> Margin {
        let mut inner = self.clone();
        inner.first.push(mark);
        if columns_of(&inner.rest, ambiguous) + columns_with(&indent.text, ambiguous) <= columns / 2 {
            inner.rest.push(indent);
        }
        inner
    }

    /// The margin of what follows the first row.
    pub(super) fn after_first(&self) -> Margin {
        Margin { first: self.rest.clone(), rest: self.rest.clone() }
    }
}

pub(super) fn columns_of(spans: &[Span], ambiguous: Ambiguous) -> usize {
    spans.iter().map(|span| columns_with(&span.text, ambiguous)).sum()
}
