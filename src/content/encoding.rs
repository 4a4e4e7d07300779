//! Bytes of a file → text, or why they are none. It never guesses a legacy encoding's text: it names it and stops.

use crate::domain::diagnostic::Finding;

/// The text of a file, its byte order mark included, so that every byte keeps its place.
pub fn decode(bytes: Vec<u8>) -> Result<String, Finding> {
    String::from_utf8(bytes).map_err(|error| {
        let (bytes, valid) = (error.as_bytes(), error.utf8_error());
        // UTF-8 that was cut or damaged fits CP932 as well, but Japanese in CP932 never begins as valid UTF-8.
        let is_damaged_utf8 = valid.error_len().is_none() || !bytes[..valid.valid_up_to()].is_ascii();
        Finding::NotUtf8 { looks_like_shift_jis: !is_damaged_utf8 && looks_like_shift_jis(bytes) }
    })
}

/// Whether every byte fits CP932 and most of what is not ASCII reads as kana and kanji. EUC-JP fits as well, but only
/// as a run of half-width kana, which nobody writes.
fn looks_like_shift_jis(bytes: &[u8]) -> bool {
    let (mut pairs, mut half_width) = (0usize, 0usize);
    let mut rest = bytes;
    loop {
        match rest {
            [] => return pairs > half_width,
            [0x00..=0x08 | 0x0E..=0x1A, ..] => return false,
            [0x00..=0x7F, tail @ ..] => rest = tail,
            [0xA1..=0xDF, tail @ ..] => {
                half_width += 1;
                rest = tail;
            }
            [0x81..=0x9F | 0xE0..=0xFC, 0x40..=0x7E | 0x80..=0xFC, tail @ ..] => {
                pairs += 1;
                rest = tail;
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::shift_jis(b"\x8B\xB3\x8D\xDE\x82\xCD\x82\xB1\x82\xEA", true)]
    #[case::shift_jis_with_half_width_kana(b"\x8B\xB3\x8D\xDE\xB1\x82\xCD", true)]
    #[case::euc_jp(b"\xB6\xB5\xBA\xE0\xA4\xCF\xA4\xB3\xA4\xEC", false)]
    #[case::utf16_little_endian(b"\xFF\xFE#\x00 \x00", false)]
    #[case::latin1(b"caf\xE9", false)]
    #[case::cut_utf8(b"\xE6\x95", false)]
    #[case::damaged_utf8(b"\xE6\x95\x99\xE6\x9D\x90\xE6\x9D\x9D\x9D", false)]
    #[case::picture(b"\x89PNG\x0D\x0A\x1A\x0A\x00\x00\x00\x0D", false)]
    fn what_is_not_utf8_is_named(#[case] bytes: &[u8], #[case] shift_jis: bool) {
        assert_eq!(decode(bytes.to_vec()), Err(Finding::NotUtf8 { looks_like_shift_jis: shift_jis }));
    }

    #[test]
    fn a_byte_order_mark_stays_in_the_text() {
        assert_eq!(decode(b"\xEF\xBB\xBF# a".to_vec()).unwrap(), "\u{FEFF}# a");
    }
}
