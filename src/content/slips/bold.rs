//! `これは**「重要」**です`: CommonMark leaves these asterisks as they are, because a mark between a letter and a bracket
//! neither opens nor closes. An invisible punctuation mark beside them lets them, and is taken out again afterwards.

use std::ops::Range;

use crate::domain::document::is_wide;

/// Stands beside `**` while the markdown is read. A numeral indicator of a script that no lesson is written in; it
/// counts as punctuation, which is what the rule asks for.
pub const SENTINEL: char = '\u{10A7F}';

/// A pair of `**` in one line, by bytes of the line.
#[derive(Debug, PartialEq, Eq)]
pub struct Bold {
    /// From the first asterisk to the last.
    pub range: Range<usize>,
    pub needs_opening: bool,
    pub needs_closing: bool,
}

/// The pairs that a CommonMark viewer would not show as bold although they stand in Japanese text.
pub fn unread_bolds(line: &str) -> Vec<Bold> {
    let marks = marks(line);
    let mut bolds = Vec::new();
    let mut open: Option<usize> = None;
    for &mark in &marks {
        let before = line[..mark].chars().next_back();
        let after = line[mark + 2..].chars().next();
        match open {
            Some(start) if before.is_some_and(|before| !before.is_whitespace()) => {
                bolds.extend(judged(line, start..mark + 2));
                open = None;
            }
            _ => open = after.is_some_and(|after| !after.is_whitespace()).then_some(mark),
        }
    }
    bolds
}

fn judged(line: &str, range: Range<usize>) -> Option<Bold> {
    let before = line[..range.start].chars().next_back();
    let first = line[range.start + 2..].chars().next()?;
    let last = line[..range.end - 2].chars().next_back()?;
    let after = line[range.end..].chars().next();
    let needs_opening = is_mark(first) && before.is_some_and(is_letter);
    let needs_closing = is_mark(last) && after.is_some_and(is_letter);
    let is_japanese = [before, Some(first), Some(last), after].into_iter().flatten().any(is_wide);
    (is_japanese && (needs_opening || needs_closing)).then_some(Bold { range, needs_opening, needs_closing })
}

/// Places of `**` outside code spans, neither escaped nor part of a longer run.
fn marks(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let run_at = |at: usize, byte: u8| bytes[at..].iter().take_while(|other| **other == byte).count();
    let mut marks = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'`' => {
                let run = run_at(at, b'`');
                at += run;
                at = code_span_end(bytes, at, run).unwrap_or(at);
            }
            b'*' => {
                let run = run_at(at, b'*');
                if run == 2 {
                    marks.push(at);
                }
                at += run;
            }
            _ => at += 1,
        }
    }
    marks
}

fn code_span_end(bytes: &[u8], from: usize, run: usize) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        if length == run {
            return Some(at + length);
        }
        at += length.max(1);
    }
    None
}

fn is_letter(character: char) -> bool {
    !is_mark(character) && !character.is_whitespace()
}

/// Punctuation and symbols; marks that belong to the letter before them (variation selectors) are letters here.
fn is_mark(character: char) -> bool {
    !character.is_alphanumeric()
        && !character.is_whitespace()
        && !matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{3099}' | '\u{309A}')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("これは**「重要」**です", 1)]
    #[case("次は**重要。**ただし", 1)]
    #[case("**100%**です", 1)]
    #[case("これは**「重要」**です。次は**「注意」**です", 2)]
    #[case("これは**重要**です", 0)]
    #[case("**「重要」**", 0)]
    #[case("は`**「重要」**`です", 0)]
    #[case("は\\**「重要」\\**です", 0)]
    #[case("は***「重要」***です", 0)]
    #[case("2 ** 3、4 ** 5", 0)]
    #[case("foo**\"bar\"**baz", 0)]
    #[case("`` ` ** `` は**「重」**で", 1)]
    fn bold_that_touches_brackets_is_found(#[case] line: &str, #[case] count: usize) {
        assert_eq!(unread_bolds(line).len(), count);
    }
}
