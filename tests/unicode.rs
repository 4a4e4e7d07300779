//! Graphemes and widths held against Unicode's own data: each difference is one of those listed here.

use std::collections::BTreeMap;

use sukima::width::{Ambiguous, columns, columns_with, graphemes};
use unicode_normalization::char::is_combining_mark;

const GRAPHEMES: &str = include_str!("data/unicode/GraphemeBreakTest-17.0.0.txt");
const WIDTHS: &str = include_str!("data/unicode/EastAsianWidth-16.0.0.txt");

fn character(code: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(code, 16).expect("a code point in hexadecimal"))
}

/// No exception: a line is cut, and a column counted, where Unicode parts graphemes.
#[test]
fn graphemes_are_those_of_unicodes_tests() {
    let mut tests = 0;
    for line in GRAPHEMES.lines() {
        let written = line.trim_matches(['÷', ' ']).split(" ÷ ");
        let wanted: Vec<String> = written.map(|part| part.split(" × ").filter_map(character).collect()).collect();
        let text = wanted.concat();
        let ours: Vec<&str> = graphemes(&text, Ambiguous::Narrow).map(|(grapheme, _)| grapheme).collect();
        assert_eq!(ours, wanted, "{line}");
        tests += 1;
    }
    assert_eq!(tests, 766);
}

/// Why a character takes other columns than its class says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// A control character or an invisible one: no column. The border (`SafeText`) lets none of them in.
    Unseen,
    /// A mark by its category, drawn onto what stands before it: no column.
    Mark,
    /// A letter that is drawn into the syllable before it, or a sign into the figure behind it: no column by itself.
    Joined,
    /// Drawn like its ambiguous neighbours or parts (⓪ like ①, ⅐ like ⅛, ≠ struck through), which are wide in the
    /// fonts that know them.
    LikeItsNeighbours,
    /// Two or three letters in one character.
    Several,
}

#[test]
fn columns_are_those_of_unicodes_classes_but_for_the_listed_reasons() {
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut without_reason = Vec::new();
    let mut characters = 0;
    for line in WIDTHS.lines() {
        let (range, class) = line.split_once(';').expect("a range and its class");
        let (first, last) = range.split_once("..").unwrap_or((range, range));
        let (Some(first), Some(last)) = (character(first), character(last)) else { continue };
        let wanted = match class {
            "W" | "F" => (2, 2),
            "A" => (1, 2),
            "N" | "Na" | "H" => (1, 1),
            other => panic!("no class: {other}"),
        };
        for character in first..=last {
            characters += 1;
            let text = character.to_string();
            let ours = (columns(&text), columns_with(&text, Ambiguous::Wide));
            if ours == wanted {
                continue;
            }
            match reason(character, ours) {
                Some(reason) => *reasons.entry(reason).or_default() += 1,
                None => without_reason.push(format!("{:X}", u32::from(character))),
            }
        }
    }
    assert!(without_reason.is_empty(), "{}: {}", without_reason.len(), without_reason.join(" "));
    // The figures are those of this data and this library: another one is another behaviour.
    let told: Vec<(Reason, usize)> = reasons.into_iter().collect();
    assert_eq!(
        (characters, told.as_slice()),
        (
            353_013,
            [
                (Reason::Unseen, 205),
                (Reason::Mark, 2_093),
                (Reason::Joined, 252),
                (Reason::LikeItsNeighbours, 55),
                (Reason::Several, 2)
            ]
            .as_slice()
        )
    );
}

fn reason(character: char, ours: (usize, usize)) -> Option<Reason> {
    let is_joined = matches!(character,
        '\u{605}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{D4E}' | '\u{1160}'..='\u{11FF}' | '\u{A8FA}'
        | '\u{D7B0}'..='\u{D7FB}' | '\u{111C2}' | '\u{111C3}' | '\u{113D1}' | '\u{1193F}' | '\u{11941}'
        | '\u{11A84}'..='\u{11A89}' | '\u{11D46}' | '\u{11F02}');
    let is_unseen = matches!(character,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0001}' | '\u{E0020}'..='\u{E007F}');
    let has_neighbours = "\u{387}⅐⅑⅒⅕⅖⅗⅘⅙⅚↚↛↮⇎⇏∄∉∌∤∦≁≉≢≰≱⊄⊅⊈⊉⓪╴☖☗➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓🄋🄌".contains(character);
    match ours {
        (0, 0) if character.is_control() || is_unseen => Some(Reason::Unseen),
        (0, 0) if is_combining_mark(character) => Some(Reason::Mark),
        (0, 0) => is_joined.then_some(Reason::Joined),
        (1, 2) => has_neighbours.then_some(Reason::LikeItsNeighbours),
        _ => matches!(character, '\u{17A4}' | '\u{17D8}').then_some(Reason::Several),
    }
}
