//! What kind of danger a single character is. It never looks at neighbours.

use unicode_normalization::char::is_combining_mark;

use crate::usual::first_unusual;

/// The kinds that [`super::judge`] treats differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Shown as it is, and a base for marks.
    Visible,
    /// Skin tones: a part of an emoji before them.
    EmojiModifier,
    /// Drawn onto the character before it.
    Mark,
    VariationSelector,
    Joiner,
    LineFeed,
    CarriageReturn,
    Tab,
    /// A line end that is none in a text file.
    LineSeparator,
    PrivateUse,
    /// Moves the cursor, turns the direction, or is not seen.
    Hidden,
}

/// True for nearly every character of a lesson: ASCII, kana, kanji, their punctuation, and the usual symbols. A text of
/// these alone needs no judgement.
pub(super) const fn is_always_safe(character: char) -> bool {
    // By blocks of 256, because most of a text is decided by its block alone.
    match character as u32 >> 8 {
        0x00 => matches!(character, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}'),
        0x30 => !matches!(character, '\u{302A}'..='\u{302F}' | '\u{3040}' | '\u{3097}'..='\u{309A}'),
        0x34..=0x9F | 0x01..=0x02 | 0x21..=0x27 => true,
        0xFF => matches!(character, '\u{FF01}'..='\u{FF9D}'),
        0x03 | 0x04 => matches!(character, '\u{391}'..='\u{3A9}' | '\u{3B1}'..='\u{482}'),
        0x20 => matches!(character, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'),
        _ => false,
    }
}

/// What a text may hold, from the most usual on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// See [`crate::usual`].
    UsualAlone,
    SafeAlone,
    /// Something that must be judged.
    Any,
}

/// What a text holds, where line feeds may be let in as well. Only the characters are looked at that are not usual.
pub(super) fn holds(text: &str, with_line_feeds: bool) -> Holds {
    let mut holds = Holds::UsualAlone;
    let mut from = 0;
    while let Some(at) = first_unusual(text, from) {
        let Some(character) = text[at..].chars().next() else { break };
        if !(is_always_safe(character) || with_line_feeds && character == '\n') {
            return Holds::Any;
        }
        holds = Holds::SafeAlone;
        from = at + character.len_utf8();
    }
    holds
}

pub(super) fn class(character: char) -> Class {
    match character {
        _ if is_always_safe(character) => Class::Visible,
        '\n' => Class::LineFeed,
        '\r' => Class::CarriageReturn,
        '\t' => Class::Tab,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Class::LineSeparator,
        '\u{200D}' => Class::Joiner,
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => Class::VariationSelector,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Class::PrivateUse,
        '\u{1F3FB}'..='\u{1F3FF}' => Class::EmojiModifier,
        _ if is_hidden(character) => Class::Hidden,
        // Half-width voiced sound marks stand beside their kana, yet belong to its grapheme like a mark.
        '\u{FF9E}' | '\u{FF9F}' => Class::Mark,
        _ if is_combining_mark(character) || takes_no_columns(character) => Class::Mark,
        _ => Class::Visible,
    }
}

/// Controls, direction marks, everything that Unicode lets a terminal ignore (`Default_Ignorable_Code_Point` without
/// the variation selectors), interlinear annotation, and code points that are no characters.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{605}' | '\u{61C}' | '\u{70F}' | '\u{890}'..='\u{891}' | '\u{8E2}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// Letters that are drawn onto their neighbours as marks are: Hangul vowels and finals, and signs that Indic scripts put
/// before a letter. Without a base and a limit, as many as one likes would take no columns.
fn takes_no_columns(character: char) -> bool {
    matches!(character,
        '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}' | '\u{D4E}' | '\u{A8FA}' | '\u{111C2}'..='\u{111C3}'
        | '\u{113D1}' | '\u{1193F}' | '\u{11941}' | '\u{11A84}'..='\u{11A89}' | '\u{11D46}' | '\u{11F02}')
}

/// `Extended_Pictographic` of Unicode 17: what a joiner may stand between.
pub(super) fn is_emoji(character: char) -> bool {
    matches!(character,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2194}'..='\u{2199}'
        | '\u{21A9}'..='\u{21AA}' | '\u{231A}'..='\u{231B}' | '\u{2328}' | '\u{23CF}' | '\u{23E9}'..='\u{23F3}'
        | '\u{23F8}'..='\u{23FA}' | '\u{24C2}' | '\u{25AA}'..='\u{25AB}' | '\u{25B6}' | '\u{25C0}'
        | '\u{25FB}'..='\u{25FE}' | '\u{2600}'..='\u{2604}' | '\u{260E}' | '\u{2611}' | '\u{2614}'..='\u{2615}'
        | '\u{2618}' | '\u{261D}' | '\u{2620}' | '\u{2622}'..='\u{2623}' | '\u{2626}' | '\u{262A}'
        | '\u{262E}'..='\u{262F}' | '\u{2638}'..='\u{263A}' | '\u{2640}' | '\u{2642}' | '\u{2648}'..='\u{2653}'
        | '\u{265F}'..='\u{2660}' | '\u{2663}' | '\u{2665}'..='\u{2666}' | '\u{2668}' | '\u{267B}'
        | '\u{267E}'..='\u{267F}' | '\u{2692}'..='\u{2697}' | '\u{2699}' | '\u{269B}'..='\u{269C}'
        | '\u{26A0}'..='\u{26A1}' | '\u{26A7}' | '\u{26AA}'..='\u{26AB}' | '\u{26B0}'..='\u{26B1}'
        | '\u{26BD}'..='\u{26BE}' | '\u{26C4}'..='\u{26C5}' | '\u{26C8}' | '\u{26CE}'..='\u{26CF}' | '\u{26D1}'
        | '\u{26D3}'..='\u{26D4}' | '\u{26E9}'..='\u{26EA}' | '\u{26F0}'..='\u{26F5}' | '\u{26F7}'..='\u{26FA}'
        | '\u{26FD}' | '\u{2702}' | '\u{2705}' | '\u{2708}'..='\u{270D}' | '\u{270F}' | '\u{2712}' | '\u{2714}'
        | '\u{2716}' | '\u{271D}' | '\u{2721}' | '\u{2728}' | '\u{2733}'..='\u{2734}' | '\u{2744}' | '\u{2747}'
        | '\u{274C}' | '\u{274E}' | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2763}'..='\u{2764}'
        | '\u{2795}'..='\u{2797}' | '\u{27A1}' | '\u{27B0}' | '\u{27BF}' | '\u{2934}'..='\u{2935}'
        | '\u{2B05}'..='\u{2B07}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{3030}' | '\u{303D}'
        | '\u{3297}' | '\u{3299}' | '\u{1F004}' | '\u{1F02C}'..='\u{1F02F}' | '\u{1F094}'..='\u{1F09F}'
        | '\u{1F0AF}'..='\u{1F0B0}' | '\u{1F0C0}' | '\u{1F0CF}'..='\u{1F0D0}' | '\u{1F0F6}'..='\u{1F0FF}'
        | '\u{1F170}'..='\u{1F171}' | '\u{1F17E}'..='\u{1F17F}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}'
        | '\u{1F1AE}'..='\u{1F1E5}' | '\u{1F201}'..='\u{1F20F}' | '\u{1F21A}' | '\u{1F22F}'
        | '\u{1F232}'..='\u{1F23A}' | '\u{1F23C}'..='\u{1F23F}' | '\u{1F249}'..='\u{1F25F}'
        | '\u{1F266}'..='\u{1F321}' | '\u{1F324}'..='\u{1F393}' | '\u{1F396}'..='\u{1F397}'
        | '\u{1F399}'..='\u{1F39B}' | '\u{1F39E}'..='\u{1F3F0}' | '\u{1F3F3}'..='\u{1F3F5}'
        | '\u{1F3F7}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1F4FD}' | '\u{1F4FF}'..='\u{1F53D}'
        | '\u{1F549}'..='\u{1F54E}' | '\u{1F550}'..='\u{1F567}' | '\u{1F56F}'..='\u{1F570}'
        | '\u{1F573}'..='\u{1F57A}' | '\u{1F587}' | '\u{1F58A}'..='\u{1F58D}' | '\u{1F590}'
        | '\u{1F595}'..='\u{1F596}' | '\u{1F5A4}'..='\u{1F5A5}' | '\u{1F5A8}' | '\u{1F5B1}'..='\u{1F5B2}'
        | '\u{1F5BC}' | '\u{1F5C2}'..='\u{1F5C4}' | '\u{1F5D1}'..='\u{1F5D3}' | '\u{1F5DC}'..='\u{1F5DE}'
        | '\u{1F5E1}' | '\u{1F5E3}' | '\u{1F5E8}' | '\u{1F5EF}' | '\u{1F5F3}' | '\u{1F5FA}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6C5}' | '\u{1F6CB}'..='\u{1F6D2}' | '\u{1F6D5}'..='\u{1F6E5}' | '\u{1F6E9}'
        | '\u{1F6EB}'..='\u{1F6F0}' | '\u{1F6F3}'..='\u{1F6FF}' | '\u{1F7DA}'..='\u{1F7FF}'
        | '\u{1F80C}'..='\u{1F80F}' | '\u{1F848}'..='\u{1F84F}' | '\u{1F85A}'..='\u{1F85F}'
        | '\u{1F888}'..='\u{1F88F}' | '\u{1F8AE}'..='\u{1F8AF}' | '\u{1F8BC}'..='\u{1F8BF}'
        | '\u{1F8C2}'..='\u{1F8CF}' | '\u{1F8D9}'..='\u{1F8FF}' | '\u{1F90C}'..='\u{1F93A}'
        | '\u{1F93C}'..='\u{1F945}' | '\u{1F947}'..='\u{1F9FF}' | '\u{1FA58}'..='\u{1FA5F}'
        | '\u{1FA6E}'..='\u{1FAFF}' | '\u{1FC00}'..='\u{1FFFD}')
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::{Holds, holds, is_always_safe, is_emoji};

    #[test]
    fn a_text_is_judged_by_its_bytes_as_its_characters_are() {
        for character in '\0'..=char::MAX {
            let text = format!("a漢{character}あ");
            assert_eq!(holds(&text, false) != Holds::Any, is_always_safe(character), "{character:?}");
        }
        for (text, with_line_feeds, wanted) in [
            ("一\n二", true, Holds::SafeAlone),
            ("一\n二", false, Holds::Any),
            ("①", false, Holds::SafeAlone),
            ("一、1 件", false, Holds::UsualAlone),
            ("", false, Holds::UsualAlone),
        ] {
            assert_eq!(holds(text, with_line_feeds), wanted, "{text:?}");
        }
    }

    /// The table is held to the segmentation library's own data: a joiner joins what is an emoji, and nothing else.
    #[test]
    fn the_emoji_are_those_that_a_joiner_joins() {
        let wrong: Vec<char> = ('\0'..='\u{1FFFD}')
            .filter(|character| {
                let joined = format!("❤\u{200D}{character}").graphemes(true).count() == 1;
                let is_part = format!("a{character}").graphemes(true).count() == 1;
                !is_part && joined != is_emoji(*character)
            })
            .collect();
        assert_eq!(wrong, Vec::<char>::new());
    }
}
