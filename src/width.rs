//! How many columns a text takes on a terminal, by grapheme.

use unicode_width::UnicodeWidthStr;

/// Columns of a text.
pub fn columns(text: &str) -> usize {
    text.width()
}
