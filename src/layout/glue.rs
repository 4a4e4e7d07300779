//! Figures and what belongs to them: `3分`, `1,200円`, `２０２６年度`, `第5条` are one thing, which UAX #14 would part.

use std::ops::Range;

/// Byte ranges that a row should not end inside, in order and apart from one another.
pub(super) fn figures(text: &str) -> Vec<Range<usize>> {
    let mut figures = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut before = None;
    while let Some((start, character)) = characters.next() {
        if !is_digit(character) {
            before = Some(character);
            continue;
        }
        let mut end = start + character.len_utf8();
        while let Some((offset, next)) = characters.next_if(|(_, next)| is_digit(*next) || is_separator(*next)) {
            end = offset + next.len_utf8();
        }
        end += unit_length(&text[end..]);
        while characters.next_if(|(offset, _)| *offset < end).is_some() {}
        let start = if before == Some('第') { start - '第'.len_utf8() } else { start };
        figures.push(start..end);
        before = None;
    }
    figures
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９')
}

/// What stands inside a figure. At its end it is punctuation, which begins no line either.
fn is_separator(character: char) -> bool {
    matches!(character, ',' | '.' | '，' | '．')
}

fn unit_length(text: &str) -> usize {
    UNITS.iter().filter(|unit| text.starts_with(**unit)).map(|unit| unit.len()).max().unwrap_or(0)
}

/// Counters and units of municipal prose. A missing one only costs a less pretty row.
const UNITS: [&str; 92] = [
    "年",
    "年度",
    "年間",
    "年生",
    "年目",
    "か年",
    "カ年",
    "ヵ年",
    "ヶ年",
    "月",
    "月分",
    "か月",
    "カ月",
    "ヵ月",
    "ヶ月",
    "ケ月",
    "箇月",
    "か月間",
    "日",
    "日間",
    "日目",
    "週",
    "週間",
    "時",
    "時間",
    "時半",
    "分",
    "分間",
    "分の",
    "秒",
    "秒間",
    "円",
    "千円",
    "万円",
    "百万円",
    "億円",
    "兆円",
    "万",
    "億",
    "人",
    "千人",
    "万人",
    "名",
    "件",
    "個",
    "本",
    "回",
    "回目",
    "度",
    "台",
    "枚",
    "冊",
    "歳",
    "才",
    "点",
    "位",
    "割",
    "倍",
    "行",
    "列",
    "字",
    "文字",
    "語",
    "文",
    "問",
    "条",
    "項",
    "号",
    "章",
    "節",
    "版",
    "番",
    "番目",
    "丁目",
    "番地",
    "階",
    "級",
    "課",
    "社",
    "世帯",
    "つ",
    "通",
    "部",
    "種類",
    "段階",
    "か所",
    "カ所",
    "ヶ所",
    "箇所",
    "か国",
    "ページ",
    "キロ",
];
