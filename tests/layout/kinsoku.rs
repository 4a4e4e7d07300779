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
