//! The characters that nearly all of a lesson consists of, told by their bytes, sixteen at a time: visible ASCII and the
//! space, kana with the punctuation they come with, kanji from U+4000 on, and full-width forms. Each takes one byte and
//! one column, or three bytes and two columns, and is a grapheme by itself beside any other. It judges no other
//! character, and tells of these only how many there are and whether digits may be among them. The only user of `wide`.

use wide::u8x16;

/// Where, from this byte on, the first character stands that may not be usual. A few usual ones are told as well.
pub fn first_unusual(text: &str, from: usize) -> Option<usize> {
    let mut start = from;
    while start < text.len() {
        let unusual = Window::at(text.as_bytes(), start).unusual();
        if unusual != 0 {
            return Some(start + unusual.trailing_zeros() as usize);
        }
        start += Window::BYTES;
    }
    None
}

/// Bytes of the usual characters that a text begins with.
pub fn length(text: &str) -> usize {
    first_unusual(text, 0).unwrap_or(text.len())
}

/// Bytes and columns of the usual character that begins with this byte.
pub fn extent(first: u8) -> (usize, usize) {
    let more = usize::from(is_wide_start(first));
    (1 + 2 * more, 1 + more)
}

/// Whether a text may begin with a usual character.
pub fn may_begin(text: &str) -> bool {
    matches!(text.as_bytes(), [b' '..=b'~' | 0xE3..=0xE9 | 0xEF, ..])
}

/// Bytes and columns of as many characters as this many columns have room for, of a text of usual ones alone.
pub fn fitting(text: &str, room: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut at, mut taken) = (0, 0);
    // No character has more columns than bytes, so that as many bytes as there are columns left have room in any case.
    while let blocks @ 1.. = (room - taken).min(bytes.len() - at).min(BLOCKS_AT_ONCE * BLOCK) / BLOCK {
        let some = &bytes[at..at + blocks * BLOCK];
        at += some.len();
        taken += some.len() - wide_starts(some);
    }
    // Back to where the last character begins, if it is not there as a whole.
    while !text.is_char_boundary(at) {
        at -= 1;
        taken -= usize::from(!is_wide_start(bytes[at]));
    }
    while let Some(first) = bytes.get(at) {
        let (length, columns) = extent(*first);
        if columns > room - taken {
            break;
        }
        at += length;
        taken += columns;
    }
    (at, taken)
}

const BLOCK: usize = 16;
/// As many as [`wide_starts`] can count in a byte.
const BLOCKS_AT_ONCE: usize = u8::MAX as usize / BLOCK;

/// How many bytes of these blocks begin a wide character. That has a byte more than columns, so that whoever counts
/// bytes but no first byte of a wide one counts columns.
fn wide_starts(blocks: &[u8]) -> usize {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    // Each place is counted by itself: what is true is 255, one less than nothing.
    let starts = blocks.as_chunks().0.iter().fold(u8x16::ZERO, |sum, block| sum - least(u8x16::new(*block), 0xC0));
    let both = u128::from_le_bytes(starts.to_array());
    let by_eight = (both as u64) + ((both >> 64) as u64);
    (by_eight.wrapping_mul(LOWEST) >> 56) as usize
}

fn is_wide_start(byte: u8) -> bool {
    byte >= 0xC0
}

/// Whether a digit, a comma or a full stop of either width may be among these bytes of a text. A few others are told as
/// well.
pub fn may_hold_digits(bytes: &[u8]) -> bool {
    const MARKS_AND_DIGITS: (u8, u8) = (b',', b'9');
    const FULL_WIDTH: u8 = 0xEF;

    let Some(last) = bytes.last_chunk() else {
        let (from, to) = MARKS_AND_DIGITS;
        return bytes.iter().any(|byte| (from..=to).contains(byte) || *byte == FULL_WIDTH);
    };
    let (whole, _) = bytes.as_chunks();
    whole.iter().chain([last]).any(|sixteen| {
        let sixteen = u8x16::new(*sixteen);
        (within(sixteen, MARKS_AND_DIGITS.0, MARKS_AND_DIGITS.1) | is(sixteen, FULL_WIDTH)).to_bitmask() != 0
    })
}

/// Place in a table from U+3000 to U+3FFF of the character with these bytes behind 0xE3.
pub fn kana_index(second: u8, third: u8) -> usize {
    usize::from(second & 0x3F) << 6 | usize::from(third & 0x3F)
}

/// Places in such a table.
pub const KANA: usize = 0x1000;

/// Bytes that are looked at together, with the two behind each.
struct Window {
    first: u8x16,
    second: u8x16,
    third: u8x16,
}

impl Window {
    const BYTES: usize = 16;

    // What is called for each window takes several times as long where it is not put in place.
    /// The window that begins at this byte; it may begin inside a character and reach beyond the end.
    #[inline(always)]
    fn at(text: &[u8], start: usize) -> Window {
        /// A byte inside a character.
        const INSIDE: u8 = 0x80;
        let rest = text.get(start..).unwrap_or_default();
        match rest.first_chunk() {
            Some(bytes) => Window::of(bytes),
            None => {
                let mut padded = [INSIDE; Window::BYTES + 2];
                padded.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
                Window::of(&padded)
            }
        }
    }

    #[inline(always)]
    fn of(bytes: &[u8; Window::BYTES + 2]) -> Window {
        let [first @ .., _, _] = bytes;
        let [_, second @ .., _] = bytes;
        let [_, _, third @ ..] = bytes;
        Window { first: u8x16::new(*first), second: u8x16::new(*second), third: u8x16::new(*third) }
    }

    /// A bit for each byte (the first is the lowest) that begins a character which may not be usual.
    #[inline(always)]
    fn unusual(&self) -> u32 {
        const EVERY_BYTE: u32 = 0xFFFF;

        let Window { first, second, third } = *self;
        let plain = (within(first, b' ', 0xBF) & !is(first, 0x7F)) | within(first, 0xE4, 0xE9);
        // The last byte of a kana's code point: from U+3000 to U+3015 and from U+3041 to U+30FF, without marks that combine.
        let kana = four(four(four(second))) | (third & u8x16::splat(0x3F));
        let strange_kana = least(second, 0x84) | is(kana, 0x04) | within(kana, 0x16, 0x40) | within(kana, 0x97, 0xA0);
        // From U+4DC0 to U+4DFF: hexagrams among the kanji.
        let hexagram = is(first, 0xE4) & is(second, 0xB7);
        let usual = (plain & !hexagram) | (is(first, 0xE3) & !strange_kana);
        let unusual = !usual.to_bitmask() & EVERY_BYTE;
        if unusual == 0 {
            return 0;
        }
        // From U+FF01 to U+FF5F.
        let full_width =
            is(first, 0xEF) & ((is(second, 0xBC) & !is(third, 0x80)) | (is(second, 0xBD) & !least(third, 0xA0)));
        unusual & !full_width.to_bitmask()
    }
}

/// Four times each, without what a byte cannot hold: two bits up, for which bytes have no instruction of their own.
#[inline(always)]
fn four(bytes: u8x16) -> u8x16 {
    bytes + bytes + bytes + bytes
}

#[inline(always)]
fn is(bytes: u8x16, byte: u8) -> u8x16 {
    bytes.simd_eq(u8x16::splat(byte))
}

#[inline(always)]
fn least(bytes: u8x16, least: u8) -> u8x16 {
    bytes.max(u8x16::splat(least)).simd_eq(bytes)
}

#[inline(always)]
fn within(bytes: u8x16, from: u8, to: u8) -> u8x16 {
    let above = bytes - u8x16::splat(from);
    above.min(u8x16::splat(to - from)).simd_eq(above)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{first_unusual, fitting};

    fn is_usual(character: char) -> bool {
        matches!(character, ' '..='~' | '\u{3000}'..='\u{3003}' | '\u{3005}'..='\u{3015}' | '\u{3041}'..='\u{3096}')
            || matches!(character, '\u{30A1}'..='\u{30FF}' | '\u{4000}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
            || matches!(character, '\u{FF01}'..='\u{FF5F}')
    }

    #[test]
    fn every_other_character_is_found() {
        for character in '\0'..=char::MAX {
            let wanted = (!is_usual(character)).then_some(3);
            assert_eq!(first_unusual(&format!("漢{character}"), 0), wanted, "{character:?}");
        }
    }

    #[test]
    fn one_is_found_wherever_it_stands() {
        for before in 0..40 {
            for character in [
                "①", "\u{3099}", "\u{3004}", "\u{7F}", "\t", "é", "🎌", "\u{FF00}", "\u{FF60}", "\u{4DC0}", "\u{4DFF}",
                "\u{3FFF}",
            ] {
                for other in ["a", "あ"] {
                    let text = other.repeat(before) + character + &other.repeat(20);
                    assert_eq!(first_unusual(&text, 0), Some(before * other.len()), "{text:?}");
                }
            }
        }
        assert_eq!(first_unusual("", 0), None);
        assert_eq!(first_unusual("①漢①", 3), Some(6));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn as_many_characters_are_taken_as_have_room(
            characters in prop::collection::vec(prop::sample::select("a ~漢字あゖア、　亜龠！．～".chars().collect::<Vec<_>>()), 0..400),
            room in prop_oneof![0_usize..130, 130_usize..1000, Just(usize::MAX)],
        ) {
            let mut wanted = (0, 0);
            for character in &characters {
                let columns = character.len_utf8().min(2);
                if wanted.1 + columns > room {
                    break;
                }
                wanted = (wanted.0 + character.len_utf8(), wanted.1 + columns);
            }
            prop_assert_eq!(fitting(&String::from_iter(&characters), room), wanted);
        }

        #[test]
        fn what_is_not_usual_is_told_in_any_text(text in "[ -~あ-んァ-ン一-龠]{0,40}\\PC{0,3}.{0,20}") {
            let strange = text.char_indices().find(|(_, character)| !is_usual(*character)).map(|(at, _)| at);
            prop_assert_eq!(first_unusual(&text, 0), strange);
        }
    }
}
