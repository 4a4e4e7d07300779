//! Making typed text comparable: what an input method, a keyboard or a habit writes in different ways is made the same.
//! It never decides whether an answer is right, and what it returns is not for a screen.

mod number;

pub use number::number;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Folds a typed answer, or an accepted one, for comparison. Idempotent. Questions without a written id are known by a
/// hash of their folded stem, so a change here makes them new questions to everyone who answered them.
///
/// Alike become: full width and half width (NFKC), upper and lower case, katakana and hiragana, every dash and the
/// long vowel mark (`サ―バ－` is `サーバー`, `1ー2` is `1-2`), 〜 and ～, 、 and ，, straight and curly quotes, kanji with
/// and without a variation selector. Invisible characters go. White space is trimmed, collapsed, and dropped beside
/// Japanese, where it is never meant. サーバ and サーバー, or 行なう and 行う, stay different: the author writes 別解.
pub fn fold(text: &str) -> String {
    if text.chars().all(is_folded) {
        return text.to_owned();
    }
    fold_any(text)
}

/// What nothing becomes of, whatever stands beside it of the same: many words consist of nothing else.
fn is_folded(character: char) -> bool {
    matches!(character, 'a'..='z' | '0'..='9' | 'ぁ'..='ゖ' | '\u{4E00}'..='\u{9FFF}')
}

fn fold_any(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space_is_due = false;
    for character in lowercase(text).chars() {
        if character.is_whitespace() {
            space_is_due = true;
            continue;
        }
        let before = folded.chars().next_back();
        let character = unified(character, before);
        if space_is_due {
            if before.is_some_and(|before| !is_japanese(before)) && !is_japanese(character) {
                folded.push(' ');
            }
            space_is_due = false;
        }
        folded.push(character);
    }
    // A dropped space may have brought a kana and its voiced sound mark together.
    composed(folded)
}

/// What a reply in line mode means, whatever the input method made of it: full-width and circled characters become
/// plain, 一 to 九 digits, runs of white space one space. Letters keep their case.
pub fn key(reply: &str) -> String {
    let plain = normalized(reply).map(|character| match character {
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        other => other,
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lowercase(text: &str) -> String {
    composed(normalized(text).flat_map(char::to_lowercase).collect())
}

/// NFKC again, for the few texts that the change before it took out of that form.
fn composed(text: String) -> String {
    match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfkc().collect(),
    }
}

/// NFKC of the characters that can be seen. Spaced voiced sound marks are joined to their kana first, because NFKC
/// would put a space between them.
fn normalized(text: &str) -> impl Iterator<Item = char> {
    let seen = text.chars().filter(|character| !is_invisible(*character)).map(|character| match character {
        '゛' => '\u{3099}',
        '゜' => '\u{309A}',
        other => other,
    });
    seen.nfkc().filter(|character| !is_invisible(*character))
}

fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// One character for all that are written for each other. `before` is what stands directly before it, folded.
fn unified(character: char, before: Option<char>) -> char {
    match character {
        // A line after kana lengthens its vowel, whichever key wrote it; anywhere else it is a dash or a minus.
        _ if is_line(character) => {
            if before.is_some_and(is_kana) {
                'ー'
            } else {
                '-'
            }
        }
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(character) - 0x60).expect("hiragana mirror katakana"),
        '~' | '～' | '∼' => '〜',
        '、' => ',',
        '。' => '.',
        '・' | '·' => '・',
        '‘' | '’' | '′' => '\'',
        '“' | '”' | '″' => '"',
        other => other,
    }
}

/// Hyphens, dashes, minus signs, the long vowel mark and the box line that input methods offer for them.
fn is_line(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '−' | '─' | '━' | 'ー' | '⁃')
}

fn is_kana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ' | 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

/// Kana, kanji and Japanese punctuation: nothing that is written with spaces.
fn is_japanese(character: char) -> bool {
    matches!(u32::from(character),
        0x3001..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_stays_as_it_is() {
        let folded: Vec<char> = ('\0'..=char::MAX).filter(|character| is_folded(*character)).collect();
        for character in &folded {
            assert_eq!(fold_any(&character.to_string()), character.to_string());
        }
        // Beside any of its own kind and of the others.
        for (step, first) in [(1, 0), (7, 3), (4099, 1), (97, 2)] {
            let together: String = folded.iter().cycle().skip(first).step_by(step).take(folded.len()).collect();
            assert_eq!(fold_any(&together), together);
        }
    }
}
