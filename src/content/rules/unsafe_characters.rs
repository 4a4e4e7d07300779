//! Characters that hide text, turn it round or drive a terminal. On screen they are always made harmless; here their
//! author learns of them. Which they are is `text`'s to say, and marks that Japanese names need are none.

use std::collections::BTreeMap;

use crate::domain::diagnostic::{Diagnostic, Edit, Finding};
use crate::domain::document::ByteRange;
use crate::text::unsafe_characters;

/// One finding for each such character of a file, at its first place; its fix takes out all of them.
pub fn check(path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<char, Vec<ByteRange>> = BTreeMap::new();
    for (start, character) in unsafe_characters(text) {
        places.entry(character).or_default().push(start..start + character.len_utf8());
    }
    for (character, ranges) in places {
        let finding = Finding::UnsafeCharacter { code_point: u32::from(character) };
        let mut diagnostic = Diagnostic::error(path, ranges.first().cloned(), finding);
        if can_be_dropped(character) {
            diagnostic.fix = ranges.into_iter().map(|range| Edit { range, replacement: String::new() }).collect();
        }
        diagnostics.push(diagnostic);
    }
}

/// Without these the words are the same. What a private character or a line separator should be is for the author to
/// say, and a surplus mark may be the slip of another one.
fn can_be_dropped(character: char) -> bool {
    match u32::from(character) {
        0x0A..=0x0D | 0x85 => false,
        0x00..=0x1F | 0x7F..=0x9F => true,
        code_point => {
            matches!(code_point, 0xAD | 0x061C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
                | 0xFEFF | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F)
        }
    }
}
