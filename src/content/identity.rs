//! Names made from content: the id of a question without one, and the fingerprint of a file. Never random.

use sha2::{Digest, Sha256};

use crate::domain::id::QuestionId;
use crate::text::fold::fold;

const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const ID_CHARACTERS: usize = 6;
const FINGERPRINT_BYTES: usize = 8;

/// The id of a question without a written one: the first characters of base32(SHA-256(folded stem)), in lower case
/// (RFC 4648, section 6). `stem_plain` is the stem without its number, its marker and its marks, office values as
/// `{{name}}`.
pub fn question_id(stem_plain: &str) -> QuestionId {
    let hash = Sha256::digest(fold(stem_plain).as_bytes());
    let bits = hash.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |place: usize| char::from(BASE32[(bits >> (35 - 5 * place)) as usize & 31]);
    QuestionId((0..ID_CHARACTERS).map(letter).collect())
}

/// The first 8 bytes of the SHA-256 of a file, in hex.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(FINGERPRINT_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a written id can be used: lower case letters, digits and hyphens.
pub fn is_valid_id(id: &str) -> bool {
    id_is_made_of(id, |byte| byte == b'-')
}

/// Fields of a worksheet are also known by names with underscores.
pub fn is_valid_field_id(id: &str) -> bool {
    id_is_made_of(id, |byte| byte == b'-' || byte == b'_')
}

fn id_is_made_of(id: &str, also: impl Fn(u8) -> bool) -> bool {
    (1..=64).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || also(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_start_of_the_base32_of_the_hash() {
        // SHA-256 of "abc" begins with ba7816bf8f; its base32 begins with XJ4BNP4P.
        assert_eq!(question_id("abc").as_str(), "xj4bnp");
        assert_eq!(fingerprint(b"abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn an_id_does_not_change_with_case_or_outer_space() {
        assert_eq!(question_id(" What do you do FIRST? "), question_id("what do you do first?"));
    }

    #[test]
    fn ids_are_lower_case_letters_digits_and_hyphens() {
        for (id, is_valid) in [("m3kq", true), ("first-move", true), ("", false), ("M3", false), ("a_b", false)] {
            assert_eq!(is_valid_id(id), is_valid, "{id:?}");
        }
        assert!(is_valid_field_id("stopped_by"));
        assert!(!is_valid_field_id("止めた"));
    }
}
