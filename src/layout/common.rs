//! The short way to line ends: a table for the characters that nearly every lesson consists of. For a line of these it
//! tells of any place whether a row may end there, as UAX #14, kinsoku and figures do together, without reading the line
//! up to it: only the ends of rows need be looked at. A test holds it to them. It knows nothing of any other character.

mod table;

use crate::layout::glue::{LONGEST_UNIT, figure_end, is_digit, is_figure_mark, opens_a_figure};
use crate::width::Ambiguous;

use self::table::{Class, Width, common, may_end_between};

/// Bytes and columns of the character that begins at a place; `None` where it is not a common one. The place is the
/// start of a character.
pub(super) fn measure(text: &str, at: usize, ambiguous: Ambiguous) -> Option<(usize, usize)> {
    // Three bytes decide most of a text: kanji from U+5000 on.
    match text.as_bytes()[at] {
        0xE5..=0xE9 => return Some((3, 2)),
        b' '..=b'~' => return Some((1, 1)),
        _ => {}
    }
    let character = text[at..].chars().next()?;
    let columns = match (common(character)?.1, ambiguous) {
        (Width::One, _) | (Width::Ambiguous, Ambiguous::Narrow) => 1,
        (Width::Two, _) | (Width::Ambiguous, Ambiguous::Wide) => 2,
    };
    Some((character.len_utf8(), columns))
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
