//! Characters that hide text, turn it round or drive a terminal. On screen they are always made harmless; here their
//! author learns of them. Marks that Japanese needs (variation selectors of names, a joiner inside an emoji) stay.

use std::collections::BTreeMap;

use crate::domain::diagnostic::{Diagnostic, Edit, Finding};
use crate::domain::document::ByteRange;

/// One finding for each such character of a file, at its first place; its fix takes out all of them.
pub fn check(path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<char, Vec<ByteRange>> = BTreeMap::new();
    let mut before = '\n';
    for (start, character) in text.char_indices() {
        let is_byte_order_mark = start == 0 && character == '\u{FEFF}';
        if !is_byte_order_mark && is_unsafe(character) && !joins_emoji(before, text, start, character) {
            places.entry(character).or_default().push(start..start + character.len_utf8());
        }
        before = character;
    }
    for (character, ranges) in places {
        let finding = Finding::UnsafeCharacter { code_point: u32::from(character) };
        let first = ranges.first().cloned();
        let mut diagnostic = Diagnostic::error(path, first, finding);
        if can_be_dropped(character) {
            diagnostic.fix = ranges.into_iter().map(|range| Edit { range, replacement: String::new() }).collect();
        }
        diagnostics.push(diagnostic);
    }
}

fn is_unsafe(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        _ if character.is_control() => true,
        _ => matches!(u32::from(character),
            // Soft hyphen, Arabic letter mark, Hangul fillers, Khmer inherent vowels, Mongolian separator.
            0x00AD | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x3164 | 0xFFA0
            // Zero width, direction marks, line and paragraph separators, direction overrides and isolates.
            | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF
            // Annotations, private use, tags.
            | 0xFFF9..=0xFFFB | 0xE000..=0xF8FF | 0xE0000..=0xE007F | 0xF_0000..=0x10_FFFF),
    }
}

/// Whether this is the joiner between two pictures of one emoji.
fn joins_emoji(before: char, text: &str, start: usize, character: char) -> bool {
    let is_picture = |character: char| matches!(u32::from(character), 0x2190..=0x2BFF | 0xFE0F | 0x1_F000..=0x1_FAFF);
    let after = text[start + character.len_utf8()..].chars().next();
    character == '\u{200D}' && is_picture(before) && after.is_some_and(is_picture)
}

/// Private use may be a name's character that only one office's font knows, and a separator is a line end: what they
/// should be is for their author to say. Without the others the words are the same.
fn can_be_dropped(character: char) -> bool {
    !matches!(u32::from(character), 0x0085 | 0x000B | 0x000C | 0x2028..=0x2029 | 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF)
}
