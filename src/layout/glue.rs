//! Figures and what belongs to them: `3分`, `1,200円`, `２０２６年度`, `第5条` are one thing, which UAX #14 would part.

use std::ops::Range;

/// Byte ranges that a row should not end inside, in order and apart from one another.
pub(super) fn figures(text: &str) -> Vec<Range<usize>> {
    let mut figures: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (offset, character) in text.char_indices() {
        if is_digit(character) && figures.last().is_none_or(|figure| figure.end <= offset) {
            let opening = before.filter(|before| opens_a_figure(*before)).map_or(0, char::len_utf8);
            figures.push(offset - opening..figure_end(text, offset));
        }
        before = Some(character);
    }
    figures
}

/// Where the figure ends, with its unit, that begins at `start` with a digit.
pub(super) fn figure_end(text: &str, start: usize) -> usize {
    let is_part = |character: char| is_digit(character) || is_figure_mark(character);
    let end = text[start..].find(|character| !is_part(character)).map_or(text.len(), |length| start + length);
    if let Some(length) = spaced_unit_length(&text[end..]) {
        return end + length;
    }
    let unit = unit_length(&text[end..]);
    let (end, unit) = (end + unit, &text[end..end + unit]);
    match text[end..].chars().next() {
        // A date, a time and a duration are one thing: `11月23日(月)`, `2分50秒`.
        Some(next) if is_digit(next) && matches!(unit, "年" | "月" | "時" | "時間" | "分") => {
            figure_end(text, end)
        }
        Some('(' | '（') if unit == "日" => end + weekday_length(&text[end..]),
        _ => end,
    }
}

/// ` min` and ` Nov`: what an English figure is parted from by a space.
fn spaced_unit_length(text: &str) -> Option<usize> {
    let word = text.strip_prefix(' ')?;
    let word = &word[..word.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(word.len())];
    SPACED_UNITS.contains(&word).then_some(1 + word.len())
}

const SPACED_UNITS: [&str; 21] = [
    "s", "min", "h", "m", "km", "kg", "KB", "MB", "GB", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
    "Oct", "Nov", "Dec",
];

/// Whether another part of a date or a time begins with `next`: a row that has no room for the whole may end there.
pub(super) fn parts_a_figure(unit: char, next: char) -> bool {
    is_digit(next) && matches!(unit, '年' | '月' | '時' | '間' | '分')
}

/// `(月)` behind a date.
fn weekday_length(text: &str) -> usize {
    let mut characters = text.chars().skip(1);
    let is_weekday = characters.next().is_some_and(|day| "月火水木金土日祝".contains(day));
    let is_closed = matches!(characters.next(), Some(')' | '）'));
    if is_weekday && is_closed { text.chars().take(3).map(char::len_utf8).sum() } else { 0 }
}

pub(super) fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// What may stand between digits and behind them.
pub(super) fn is_figure_mark(character: char) -> bool {
    matches!(character, ',' | '.' | '，' | '．')
}

/// Whether a character may stand in a figure behind its first digit; a few others are told as well.
pub(super) fn may_go_on_a_figure(character: char) -> bool {
    let stands_in_a_unit = |character: char| {
        !endings(character).is_empty()
            || {
                matches!(
                    character,
                    // Behind the first character of a unit.
                    '生' | '目' | '前' | '後' | '末' | '間' | '付' | '半' | 'の' | '所' | '国' | '世' | '帯' | '地' | '類' | '紀'
            | '様' | 'ー' | 'ジ' | 'ロ' | 'ト' | 'ル' | 'イ' | 'ン'
            // A weekday behind a date.
            | '(' | ')' | '（' | '）' | '火' | '水' | '木' | '金' | '土' | '祝'
                )
            }
    };
    character.is_ascii_alphanumeric()
        || character == ' '
        || is_figure_mark(character)
        || is_digit(character)
        || stands_in_a_unit(character)
}

/// Characters that may follow the last digit of a figure, but for its marks: a unit (キロメートル), or a day with its
/// weekday.
pub(super) const LONGEST_UNIT: usize = 8;

pub(super) fn opens_a_figure(character: char) -> bool {
    matches!(character, '第' | '約')
}

fn unit_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let rest = &text[first.len_utf8()..];
    // Most endings differ in the second byte already; asking for the whole costs a call each.
    let begins = |ending: &str| match (ending.as_bytes(), rest.as_bytes()) {
        ([], _) => true,
        ([_, one, ..], [_, other, ..]) => one == other && rest.starts_with(ending),
        _ => false,
    };
    let longest = endings(first).iter().filter(|ending| begins(ending)).map(|ending| ending.len()).max();
    longest.map_or(0, |ending| first.len_utf8() + ending)
}

/// Counters and units of municipal prose: what may follow their first character, nothing included where that is a unit
/// by itself. A missing one only costs a less pretty row.
fn endings(first: char) -> &'static [&'static str] {
    match first {
        '年' => &["", "度", "間", "生", "目", "前", "後"],
        '月' => &["", "分", "末"],
        '日' => &["", "間", "目", "前", "後", "付"],
        '週' => &["", "間", "目"],
        '時' => &["", "間", "半", "間半"],
        '分' => &["", "間", "の"],
        '秒' => &["", "間"],
        'か' | 'カ' | 'ヵ' | 'ヶ' | 'ケ' | '箇' => &["月", "月間", "年", "所", "国", "条"],
        '十' | '百' | '千' | '万' | '億' | '兆' => &["", "円", "人", "件", "世帯", "万円"],
        '丁' => &["目"],
        '番' => &["", "目", "地"],
        '回' => &["", "目"],
        '種' => &["", "類"],
        '段' => &["", "階", "目"],
        '世' => &["帯", "紀"],
        '名' => &["", "分", "様"],
        '人' => &["", "目", "分"],
        '円' | '件' | '個' | '本' | '度' | '台' | '枚' | '冊' | '歳' | '才' | '点' | '位' | '割' | '倍' | '行'
        | '列' | '字' | '語' | '文' | '問' | '条' | '項' | '号' | '章' | '節' | '版' | '階' | '級' | '課' | '社'
        | 'つ' | '通' | '部' => &[""],
        'ペ' => &["ージ"],
        'キ' => &["ロ", "ロメートル"],
        'メ' => &["ートル"],
        'ポ' => &["イント"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_figure_may_go_on_one() {
        let units = ('\0'..=char::MAX).flat_map(|first| {
            let whole = move |ending: &&str| format!("1{first}{ending}");
            endings(first).iter().map(whole)
        });
        let spaced = SPACED_UNITS.iter().map(|unit| format!("1 {unit}"));
        let dates = "月火水木金土日祝".chars().flat_map(|day| [format!("3日({day})"), format!("3日（{day}）")]);
        let others = ["1,234.5", "１，２３４．５", "第12条", "11月23日", "2分50秒"].map(str::to_owned);
        for figure in units.chain(spaced).chain(dates).chain(others) {
            let digit = figure.find(is_digit).expect("a figure has one");
            assert_eq!(figure_end(&figure, digit), figure.len(), "{figure}");
            assert!(figure[digit..].chars().skip(1).all(may_go_on_a_figure), "{figure}");
        }
    }
}
