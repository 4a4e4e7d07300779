//! The rows' ends held against Unicode's own tests of UAX #14: each place where they differ has one of the reasons below.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::units;
use crate::width::Ambiguous;

const TESTS: &str = include_str!("../../../tests/data/unicode/LineBreakTest-16.0.0.txt");

/// JIS X 4051's sets, written out by the checker of real paragraphs.
#[allow(dead_code, reason = "one of its questions is asked here")]
#[path = "../../../tests/layout/kinsoku.rs"]
mod kinsoku;

/// Why a row does not end where UAX #14 lets a line end, or ends where it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// 行頭禁則 and 行末禁則, also across spaces and beside a tab.
    Kinsoku,
    /// A wide space stays with what stands before it, also behind another space.
    WideSpace,
    /// A space and the mark, skin tone or joiner behind it are one grapheme, which is never cut.
    InsideGrapheme,
    /// Latin words, addresses and paths stay whole: no end between two visible ASCII characters.
    LatinWord,
    /// A figure, its unit, and what counts it.
    Figure,
    /// The library keeps a currency or percent sign at any bracket, and a slash at a figure, as before Unicode 16.
    Sign,
    /// The library keeps “ ” ‘ ’ at both neighbours; since Unicode 16 wide ones may leave them on their outer side.
    Quotation,
    /// The library keeps a hyphen behind a Hebrew letter at the next one, as before Unicode 16.
    HebrewHyphen,
    /// The library ends a line behind a hyphen or a full stop that opens a word or an amount (`-a`, `.€`), as before
    /// Unicode 16.
    OpeningMark,
    /// The library does not know the syllables of Balinese and its kin.
    Syllable,
}

#[test]
fn lines_end_where_unicode_says_but_for_the_listed_reasons() {
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut places = 0;
    let mut without_reason = Vec::new();
    for line in TESTS.lines() {
        let (text, wanted) = read(line);
        let ours: Vec<usize> = units(&text, Ambiguous::Narrow).iter().map(|unit| unit.end).collect();
        for (place, _) in text.char_indices().skip(1) {
            places += 1;
            let (may_end, ends) = (wanted.contains(&place), ours.contains(&place));
            if may_end == ends {
                continue;
            }
            match reason(&text, place, ends) {
                Some(reason) => *reasons.entry(reason).or_default() += 1,
                None => without_reason.push(format!("{line}: byte {place} of {text:?}, here {ends}")),
            }
        }
    }
    assert!(without_reason.is_empty(), "{}\n{}", without_reason.len(), without_reason.join("\n"));
    // The figures are those of Unicode 16.0.0 and the library as it is: another one is another behaviour.
    let told: Vec<(Reason, usize)> = reasons.into_iter().collect();
    assert_eq!(
        (TESTS.lines().count(), places, told.as_slice()),
        (
            16_672,
            35_717,
            [
                (Reason::Kinsoku, 604),
                (Reason::WideSpace, 130),
                (Reason::InsideGrapheme, 1_163),
                (Reason::LatinWord, 62),
                (Reason::Figure, 7),
                (Reason::Sign, 37),
                (Reason::Quotation, 14),
                (Reason::HebrewHyphen, 2),
                (Reason::OpeningMark, 25),
                (Reason::Syllable, 2),
            ]
            .as_slice()
        )
    );
}

fn reason(text: &str, place: usize, ends: bool) -> Option<Reason> {
    let (before, after) = text.split_at(place);
    let seen = before.trim_end().chars().next_back().unwrap_or('a');
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    // A mark belongs to the character before it.
    let base = before.trim_end_matches('\u{308}').chars().next_back().unwrap_or(last);
    let is_sign = |character: char| "$₩€%﹪".contains(character);
    let is_bracket = |character: char| "()[]{}\u{2329}\u{232A}\u{1B50}".contains(character);
    let is_hebrew = |character: char| ('\u{5D0}'..='\u{5EA}').contains(&character);
    let is_old_sign =
        is_sign(base) && is_bracket(next) || is_bracket(base) && is_sign(next) || base == '/' && next.is_ascii_digit();
    if ends {
        return match (base, next) {
            ('-' | '‐', _) | ('.', '€') => Some(Reason::OpeningMark),
            (_, '\u{1B50}') => Some(Reason::Syllable),
            _ => None,
        };
    }
    if !text.grapheme_indices(true).any(|(start, _)| start == place) {
        Some(Reason::InsideGrapheme)
    } else if next == '\u{3000}' {
        Some(Reason::WideSpace)
    } else if last.is_ascii_graphic() && next.is_ascii_graphic() {
        Some(Reason::LatinWord)
    } else if last.is_ascii_digit() || next.is_ascii_digit() && last == '第' {
        Some(Reason::Figure)
    } else if kinsoku::cannot_part(seen, next) {
        Some(Reason::Kinsoku)
    } else if is_old_sign {
        Some(Reason::Sign)
    } else if "“”‘’".contains(last) || "“”‘’".contains(next) {
        Some(Reason::Quotation)
    } else if is_hebrew(next) && "-\u{5BE}".contains(last) {
        Some(Reason::HebrewHyphen)
    } else {
        None
    }
}

/// The text of a test, and the bytes where a line may end.
fn read(line: &str) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut ends = Vec::new();
    for token in line.split_whitespace() {
        match token {
            "×" => {}
            "÷" => ends.push(text.len()),
            code => {
                let code = u32::from_str_radix(code, 16).expect("a code point in hexadecimal");
                text.push(char::from_u32(code).expect("a character"));
            }
        }
    }
    (text, ends)
}
