//! What stands left of a text: indents, list marks, quote bars. It never takes more than half of the columns by
//! nesting alone, however deep a list is.

use crate::layout::row::{Row, Tone};
use crate::width::{Ambiguous, columns_with};

/// The left side of a block: once at its first row, then at all others.
#[derive(Clone, Debug, Default)]
pub(super) struct Margin {
    pub(super) first: Row,
    pub(super) rest: Row,
}

impl Margin {
    pub(super) fn of(first: &str, rest: &str) -> Margin {
        Margin { first: Row::of(first, Tone::Plain), rest: Row::of(rest, Tone::Plain) }
    }

    /// The margin inside this one: `mark` once, then `indent`. Where the indents fill half of the columns already, the
    /// mark still stands and the indent is left out.
    pub(super) fn inside(&self, mark: Mark<'_>, indent: Mark<'_>, columns: usize, ambiguous: Ambiguous) -> Margin {
        let mut inner = self.clone();
        inner.first.push(mark.0, mark.1);
        if inner.rest.columns(ambiguous) + columns_with(indent.0, ambiguous) <= columns / 2 {
            inner.rest.push(indent.0, indent.1);
        }
        inner
    }

    /// Whether all rows have the same.
    pub(super) fn is_even(&self) -> bool {
        self.first == self.rest
    }

    /// The margin of what follows the first row.
    pub(super) fn after_first(&self) -> Margin {
        Margin { first: self.rest.clone(), rest: self.rest.clone() }
    }
}

/// A mark or an indent.
pub(super) type Mark<'text> = (&'text str, Tone);
