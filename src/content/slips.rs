//! What the Japanese keyboard leaves behind (`［ｘ］`, `－`, `１．`, `＃` …), read as it was meant and always told.
//!
//! The lines are looked at before the markdown is read, and each slip is mended in a copy of the text. What is read is
//! therefore exactly what `check --fix` would write, and every range still leads back to the file.

mod bold;
mod line_marks;
mod lines;
mod mended;
mod table_line;

use crate::domain::document::ByteRange;

pub use self::bold::SENTINEL;
pub use self::lines::mend;
pub use self::mended::{Mended, Replacement};

/// Full-width digits, letters and marks as their half-width forms, character by character.
pub fn half_width(text: &str) -> String {
    text.chars().map(half_width_character).collect()
}

fn half_width_character(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).expect("the block mirrors ASCII"),
        '\u{3000}' => ' ',
        '\u{2212}' => '-',
        '\u{301C}' => '~',
        _ => character,
    }
}

/// A value that must be ASCII (an id, a date, a number) as it was meant, when it was typed in full width.
/// A long vowel mark between digits stands for the hyphen on the same key.
pub fn mended_value(value: &str) -> Option<String> {
    if value.is_ascii() {
        return None;
    }
    let has_digit = value.chars().any(|character| half_width_character(character).is_ascii_digit());
    let mended: String = value
        .chars()
        .map(|character| match character {
            'ー' | '‐' | '–' | '—' | '―' if has_digit => '-',
            other => half_width_character(other),
        })
        .collect();
    mended.is_ascii().then_some(mended)
}

/// The range without white space at its ends.
pub fn trimmed(text: &str, range: ByteRange) -> ByteRange {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = range.start + part.trim_end().len();
    start.min(end.max(range.start))..end.max(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_values_are_read_as_half_width() {
        for (value, wanted) in [
            ("ｍ３ｋｑ", Some("m3kq")),
            ("２０２７－１１－３０", Some("2027-11-30")),
            ("2027ー11ー30", Some("2027-11-30")),
            ("m3kq", None),
            ("名前", None),
            ("ー", None),
        ] {
            assert_eq!(mended_value(value).as_deref(), wanted, "{value}");
        }
    }

    #[test]
    fn trimming_keeps_an_empty_range_inside() {
        assert_eq!(trimmed("ab \n", 0..4), 0..2);
        assert_eq!(trimmed("  \n", 0..3), 0..0);
    }
}
