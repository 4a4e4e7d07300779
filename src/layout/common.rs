//! The short way to line ends: a table for the characters that nearly every lesson consists of. For a line of these it
//! tells of any place whether a row may end there, as UAX #14, kinsoku and figures do together, without reading the line
//! up to it: only the ends of rows need be looked at. A test holds it to them. It knows nothing of any other character.

mod table;

use crate::layout::glue::{LONGEST_UNIT, figure_end, is_digit, is_figure_mark, may_go_on_a_figure, opens_a_figure};
use crate::usual;
use crate::width::Ambiguous;

use self::table::{Class, Width, common, may_end_between};

/// Bytes and columns of as many characters as the text begins with and this many columns have room for; `None` where
/// there is one that is not common. `is_usual` is true where all are known to be usual.
pub(super) fn fitting(text: &str, is_usual: bool, room: usize, ambiguous: Ambiguous) -> Option<(usize, usize)> {
    if is_usual {
        return Some(usual::fitting(text, room));
    }
    // No common character has more bytes than three for a column: what lies behind is not looked at.
    let text = &text[..text.floor_char_boundary(room.saturating_add(1).saturating_mul(3))];
    let (mut at, mut taken) = (0, 0);
    loop {
        let unusual = usual::first_unusual(text, at);
        let (bytes, columns) = usual::fitting(&text[at..unusual.unwrap_or(text.len())], room - taken);
        at += bytes;
        taken += columns;
        if unusual != Some(at) {
            return Some((at, taken));
        }
        let character = text[at..].chars().next()?;
        let columns = columns_of(character, ambiguous)?;
        if columns > room - taken {
            return Some((at, taken));
        }
        at += character.len_utf8();
        taken += columns;
    }
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
    // Nearly every place stands before what is no part of a figure, or has no digit near it, nor what may stand between.
    let near = &line.as_bytes()[at.saturating_sub(3 * (LONGEST_UNIT + 1))..at];
    if !may_go_on_a_figure(next) || !usual::may_hold_digits(near) {
        return false;
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
