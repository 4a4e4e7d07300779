//! The checker: its sets are written out from JIS X 4051 and know nothing of the code's own.

const NEVER_FIRST: &str = "、。，．・：；？！‼⁇⁈⁉）〕］｝〉》」』】〗〙〛’”〟»ー々〻ゝゞヽヾ〜～‐–゠…‥゛゜\
                           ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ\
                           ％‰℃°′″｡､･｣ｧｨｩｪｫｬｭｮｯｰﾞﾟ)]},.!?;:%";
const NEVER_LAST: &str = "（〔［｛〈《「『【〖〘〚‘“〝«｢￥＄￡([{";

/// Rows of one paragraph that begin or end as no row may. The first row begins, and the last one ends, as written.
pub fn violations(rows: &[String]) -> Vec<String> {
    let starts = rows.iter().skip(1).filter(|row| row.starts_with(|first| NEVER_FIRST.contains(first)));
    let ends = rows.iter().rev().skip(1).filter(|row| row.ends_with(|last| NEVER_LAST.contains(last)));
    starts.chain(ends).cloned().collect()
}

pub fn cannot_part(before: char, after: char) -> bool {
    NEVER_LAST.contains(before) || NEVER_FIRST.contains(after)
}

/// Whether a row may surely end between two neighbours of a text: they are kana, kanji or Japanese punctuation, JIS X
/// 4051 does not object, and no figure, Latin word or pair of dashes is near. Where this says no, a row may still end.
pub fn can_surely_part(text: &[char], place: usize) -> bool {
    let (before, after) = (text[place - 1], text[place]);
    let is_japanese = |character: char| matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '々' | '一'..='鿿' | '、' | '。' | '（' | '）' | '「'..='】' | '・');
    // A unit, and what belongs to it, has three characters at most: 3時間半, 5キロメートル.
    let is_digit = |character: &char| character.is_ascii_digit() || matches!(character, '０'..='９');
    let is_near_figure =
        text[place.saturating_sub(9)..place].iter().any(is_digit) || (before == '第' && is_digit(&after));
    is_japanese(before) && is_japanese(after) && !cannot_part(before, after) && !is_near_figure
}
