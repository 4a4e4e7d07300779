//! The short way to line ends: a table for the characters that nearly every lesson consists of. For a line of these it
//! tells of any place whether a row may end there, as UAX #14, kinsoku and figures do together, without reading the line
//! up to it: only the ends of rows need be looked at. A test holds it to them. It knows nothing of any other character.

mod table;

use crate::layout::glue::{LONGEST_UNIT, figure_end, is_digit, is_figure_mark, opens_a_figure};
use crate::width::Ambiguous;

use self::table::{Class, KANA, Width, common, may_end_between};

/// Bytes and columns of as many characters as the text begins with and this many columns have room for; `None` where
/// there is one that is not common.
pub(super) fn fitting(text: &str, room: usize, ambiguous: Ambiguous) -> Option<(usize, usize)> {
    let mut rest = text.as_bytes();
    let mut left = room;
    loop {
        // Nearly all of a text is kanji, told by the first byte, and kana and their marks, told by a table.
        let (length, wide) = match *rest {
            [0xE5..=0xE9, ..] => (3, 2),
            [0xE3, second, third, ..] if KANA_IS_WIDE[kana_index(second, third)] => (3, 2),
            [b' '..=b'~', ..] => (1, 1),
            [] => break,
            _ => {
                let character = text[text.len() - rest.len()..].chars().next()?;
                (character.len_utf8(), columns_of(character, ambiguous)?)
            }
        };
        if left < wide {
            break;
        }
        left -= wide;
        rest = &rest[length..];
    }
    Some((text.len() - rest.len(), room - left))
}

/// From U+3000 to U+3FFF, which begin with the same byte.
static KANA_IS_WIDE: [bool; 0x1000] = {
    let mut are = [false; 0x1000];
    let mut index = 0;
    while index < KANA.len() {
        are[index] = matches!(KANA[index], Some((_, Width::Two)));
        index += 1;
    }
    are
};

fn kana_index(second: u8, third: u8) -> usize {
    usize::from(second & 0x3F) << 6 | usize::from(third & 0x3F)
}

fn columns_of(character: char, ambiguous: Ambiguous) -> Option<usize> {
    Some(match (common(character)?.1, ambiguous) {
        (Width::One, _) | (Width::Ambiguous, Ambiguous::Narrow) => 1,
        (Width::Two, _) | (Width::Ambiguous, Ambiguous::Wide) => 2,
    })
}

/// Whether a row may end at this place inside a line of common characters.
pub(super) fn may_end(line: &str, at: usize) -> bool {
    let (before, after) = line.split_at(at);
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let (Some(last_class), Some(next_class)) = (class(last), class(next)) else { return false };
    // White space belongs to what stands before it, and a long run of it is passed over at once.
    if matches!(next_class, Class::Space | Class::WideSpace) {
        return false;
    }
    let last_seen = match last_class {
        // What begins with white space is like what stands behind a letter.
        Class::Space | Class::WideSpace => {
            before.trim_end().chars().next_back().map_or(Some(Class::Letter), class).unwrap_or(Class::Letter)
        }
        seen => seen,
    };
    may_end_between(last_class, last_seen, next_class) && !is_in_figure(line, at, last, next)
}

fn class(character: char) -> Option<Class> {
    common(character).map(|(class, _)| class)
}

/// Whether a figure goes on over this place: then it goes on from the last digit before it, which a unit's length and
/// its own dots may be away.
fn is_in_figure(line: &str, at: usize, last: char, next: char) -> bool {
    if is_digit(next) && opens_a_figure(last) {
        return true;
    }
    let mut rest = LONGEST_UNIT;
    for (start, character) in line[..at].char_indices().rev() {
        if is_digit(character) {
            return figure_end(line, start) > at;
        }
        if !is_figure_mark(character) {
            if rest == 0 {
                return false;
            }
            rest -= 1;
        }
    }
    false
}

#[cfg(test)]
pub(super) fn knows(character: char) -> bool {
    common(character).is_some()
}
