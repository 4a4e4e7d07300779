//! What may not begin or end a line (行頭禁則, 行末禁則, 分離禁則), after JIS X 4051 and the W3C's requirements for
//! Japanese text layout. UAX #14 knows most of it; here it holds for every cut, also inside a word that is too long.

/// Whether a line may end between these two characters that touch.
pub(super) fn may_part(before: char, after: char) -> bool {
    may_face(before, after) && !are_inseparable(before, after)
}

/// Whether one may end a line and the other begin the next, with white space between them.
pub(super) fn may_face(before: char, after: char) -> bool {
    !cannot_start_line(after) && !cannot_end_line(before)
}

/// 行頭禁則: closing brackets, full stops, commas, middle dots, question and exclamation marks, iteration and long vowel
/// marks, small kana, and what closes a figure (％, ℃).
pub(super) fn cannot_start_line(character: char) -> bool {
    matches!(character,
        '、' | '。' | '，' | '．' | '・' | '：' | '；' | '？' | '！' | '‼' | '⁇' | '⁈' | '⁉'
        | '）' | '〕' | '］' | '｝' | '〉' | '》' | '」' | '』' | '】' | '〗' | '〙' | '〛' | '｠' | '»' | '’' | '”' | '〟' | '〞'
        | 'ー' | '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' | '〜' | '～' | '゠' | '–' | '‐' | '…' | '‥' | '゛' | '゜'
        | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ'
        | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ㇰ'..='ㇿ'
        | '｡' | '､' | '･' | '｣' | 'ｧ'..='ｯ' | 'ｰ' | 'ﾞ' | 'ﾟ'
        | '％' | '‰' | '℃' | '°' | '′' | '″' | '￠'
        | ')' | ']' | '}' | ',' | '.' | '!' | '?' | ':' | ';' | '%')
}

/// 行末禁則: opening brackets and quotation marks, and what opens a figure (￥).
pub(super) fn cannot_end_line(character: char) -> bool {
    matches!(
        character,
        '（' | '〔'
            | '［'
            | '｛'
            | '〈'
            | '《'
            | '「'
            | '『'
            | '【'
            | '〖'
            | '〘'
            | '〚'
            | '｟'
            | '«'
            | '‘'
            | '“'
            | '〝'
            | '｢'
            | '￥'
            | '＄'
            | '￡'
            | '＃'
            | '№'
            | '('
            | '['
            | '{'
    )
}

/// 分離禁則: dashes and dots that are drawn as one.
fn are_inseparable(before: char, after: char) -> bool {
    match after {
        '…' | '‥' => matches!(before, '…' | '‥'),
        '—' | '―' | '─' => before == after,
        _ => false,
    }
}
