//! （数値）: `3`, `3 ± 0 分`, `1,200円`, `10〜15%`. Full-width digits and separators are read, and told.

use crate::content::answer_lines::Line;
use crate::content::findings::Findings;
use crate::content::question::parts::Parts;
use crate::content::slips::half_width;
use crate::domain::diagnostic::{Finding, ImeSlip};
use crate::domain::question::Answer;
use crate::text::SafeText;

/// A right number: both ends are included.
#[derive(Debug, PartialEq)]
struct Span {
    least: f64,
    most: f64,
    unit: String,
    has_two_ends: bool,
}

/// Units that make an answer without a marker a number; `2段階認証` is a word.
const COMMON_UNITS: &str = "秒 分 時 時間 日 日間 日以内 週 週間 か月 ヶ月 カ月 ケ月 月 年 年間 円 千円 万円 億円 人 名 件 回 個 枚 台 \
    本 冊 歳 点 割 倍 課 字 文字 行 桁 項目 種類 ページ 度 % パーセント kb mb gb tb kg g km m cm mm s sec min minute minutes \
    hour hours day days week weeks month months year years time times person people point points percent yen page pages \
    character characters item items";

pub fn is_plainly_a_number(answer: &str) -> bool {
    let digits = half_width(answer.trim());
    let has_code_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    parse(answer).is_some_and(|span| {
        let unit = half_width(&span.unit).to_lowercase();
        !has_code_zero
            && (span.has_two_ends || unit.is_empty() || COMMON_UNITS.split_whitespace().any(|each| each == unit))
    })
}

pub fn read(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let answer = parts.answer(findings)?;
    let mistakes = parts.mistakes(findings);
    let written = answer.content.plain();
    let written = written.trim();
    let Some(span) = parse(written) else {
        findings.error(Finding::InvalidNumber { found: SafeText::new(written).into_string() }, answer.range);
        return None;
    };
    for line in std::iter::once(&answer).chain(&parts.lines.mistakes) {
        tell_full_width(line, parts.page.file, findings);
    }
    let unit = SafeText::new(&span.unit);
    Some(Answer::Number { least: span.least, most: span.most, unit, as_written: SafeText::new(written), mistakes })
}

/// Runs of full-width digits, up to the arrow of a mistake.
fn tell_full_width(line: &Line, file: &str, findings: &mut Findings<'_>) {
    let text = &file[line.range.clone()];
    let text = text.split(['→', '⇒']).next().unwrap_or_default();
    let start_of_value = text.find([':', '：']).unwrap_or(0);
    let is_wide = |character: &char| matches!(character, '０'..='９' | '．' | '，' | '－');
    let mut run: Option<usize> = None;
    for (at, character) in text.char_indices().chain([(text.len(), '\n')]).skip_while(|(at, _)| *at < start_of_value) {
        match run {
            None if is_wide(&character) => run = Some(at),
            Some(start) if !is_wide(&character) => {
                run = None;
                let range = line.range.start + start..line.range.start + at;
                findings.slip(ImeSlip::FullWidthValue, range, &half_width(&text[start..at]));
            }
            _ => {}
        }
    }
}

fn parse(written: &str) -> Option<Span> {
    // Half-width forms stand character by character, so the unit can be cut from what was written.
    let written: Vec<char> = written.trim().chars().collect();
    let text: Vec<char> = half_width(&written.iter().collect::<String>()).chars().collect();
    let mut cursor = Cursor { text: &text, at: 0 };
    let (first, places) = cursor.number()?;
    cursor.spaces();
    if cursor.takes(&["±", "+-", "+/-"]) {
        cursor.spaces();
        let (tolerance, tolerance_places) = cursor.number()?;
        let places = places.max(tolerance_places);
        let least = rounded(first - tolerance.abs(), places)?;
        let most = rounded(first + tolerance.abs(), places)?;
        return Some(Span { least, most, unit: unit(&written[cursor.at..])?, has_two_ends: true });
    }
    let first_unit_start = cursor.at;
    while cursor.peek().is_some_and(|next| next != '~' && next != '–') {
        cursor.at += 1;
    }
    let first_unit = unit(&written[first_unit_start..cursor.at])?;
    if cursor.peek().is_none() {
        return Some(Span { least: first, most: first, unit: first_unit, has_two_ends: false });
    }
    cursor.at += 1;
    cursor.spaces();
    let (last, _) = cursor.number()?;
    let last_unit = unit(&written[cursor.at..])?;
    let units_differ = !first_unit.is_empty() && !last_unit.is_empty() && first_unit != last_unit;
    if first > last || units_differ {
        return None;
    }
    let unit = if last_unit.is_empty() { first_unit } else { last_unit };
    Some(Span { least: first, most: last, unit, has_two_ends: true })
}

/// What stands behind a number; with another digit in it, it is no unit.
fn unit(characters: &[char]) -> Option<String> {
    let unit: String = characters.iter().collect();
    let is_unit = !unit.chars().any(|character| character.is_numeric() || character == '±');
    is_unit.then(|| unit.trim().to_owned())
}

/// A sum of decimals at the places they were written with: 0.8 − 0.1 is 0.7 and not a little more.
fn rounded(sum: f64, places: usize) -> Option<f64> {
    let sum = format!("{sum:.places$}").parse::<f64>().ok()?;
    sum.is_finite().then_some(sum)
}

struct Cursor<'t> {
    text: &'t [char],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn takes(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find_map(|word| {
            let length = word.chars().count();
            let end = self.at.checked_add(length)?;
            let next = self.text.get(self.at..end)?;
            next.iter().copied().eq(word.chars()).then_some(length)
        });
        self.at += found.unwrap_or(0);
        found.is_some()
    }

    /// A number with thousands separators and decimals, and how many decimals it has.
    fn number(&mut self) -> Option<(f64, usize)> {
        let mut digits = String::new();
        if self.takes(&["-"]) {
            digits.push('-');
        } else {
            self.takes(&["+"]);
        }
        let whole = self.digits(&mut digits);
        if whole == 0 {
            return None;
        }
        let mut group = whole;
        while group <= 3 && self.peek() == Some(',') && self.has_three_digits_behind() {
            self.at += 1;
            group = self.digits(&mut digits);
        }
        let mut places = 0;
        if self.peek() == Some('.') && self.text.get(self.at + 1).is_some_and(char::is_ascii_digit) {
            self.at += 1;
            digits.push('.');
            places = self.digits(&mut digits);
        }
        let number: f64 = digits.parse().ok()?;
        number.is_finite().then_some((number, places.min(20)))
    }

    fn digits(&mut self, digits: &mut String) -> usize {
        let start = self.at;
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            digits.push(digit);
            self.at += 1;
        }
        self.at - start
    }

    fn has_three_digits_behind(&self) -> bool {
        let behind = self.text.get(self.at + 1..).unwrap_or_default();
        behind.iter().take_while(|digit| digit.is_ascii_digit()).count() == 3
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("3", Some((3.0, 3.0, "")))]
    #[case("3 ± 0 分", Some((3.0, 3.0, "分")))]
    #[case("30±2%", Some((28.0, 32.0, "%")))]
    #[case("0.8 ± 0.1", Some((0.7, 0.9, "")))]
    #[case("１，２００円", Some((1200.0, 1200.0, "円")))]
    #[case("10〜15 %", Some((10.0, 15.0, "%")))]
    #[case("3分～5分", Some((3.0, 5.0, "分")))]
    #[case("−5℃", Some((-5.0, -5.0, "℃")))]
    #[case("3.5", Some((3.5, 3.5, "")))]
    #[case("15〜10", None)]
    #[case("3分〜5秒", None)]
    #[case("3-5", None)]
    #[case("約3", None)]
    #[case("1,20", None)]
    #[case("", None)]
    fn a_number_is_read_with_its_ends_and_unit(#[case] written: &str, #[case] wanted: Option<(f64, f64, &str)>) {
        let read = parse(written).map(|span| (span.least, span.most, span.unit));
        assert_eq!(read, wanted.map(|(least, most, unit)| (least, most, unit.to_owned())));
    }

    #[rstest]
    #[case("3", true)]
    #[case("24時間", true)]
    #[case("10〜15", true)]
    #[case("2段階認証", false)]
    #[case("5W1H", false)]
    #[case("0120", false)]
    #[case("2026-11-22", false)]
    #[case("フィッシング", false)]
    fn only_plain_numbers_need_no_marker(#[case] written: &str, #[case] is_number: bool) {
        assert_eq!(is_plainly_a_number(written), is_number);
    }

    #[test]
    fn a_huge_number_is_refused() {
        assert_eq!(parse(&"9".repeat(400)), None);
    }
}
