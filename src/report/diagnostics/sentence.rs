//! Sentences of a report: put together, and broken into lines that fit. It knows no finding.

use crate::domain::document::is_wide;
use crate::domain::language::Language;
use crate::width;

const NARROWEST_SENTENCE: usize = 20;
const CLOSING: &str = "。、」）】』〕…ー,.;:!?)]";
const OPENING: &str = "「（【『〔([";

/// Two sentences, one behind the other: Japanese needs no space between them.
pub fn joined(first: &str, second: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("{first}{second}"),
        Language::English => format!("{first} {second}"),
    }
}

/// A sentence in lines no wider than `columns`, broken at spaces and between wide characters, but not before a mark
/// that closes something.
pub fn wrapped(sentence: &str, columns: usize) -> String {
    let columns = columns.max(NARROWEST_SENTENCE);
    let (mut lines, mut line, mut word) = (Vec::new(), String::new(), String::new());
    let mut characters = sentence.chars().peekable();
    while let Some(character) = characters.next() {
        word.push(character);
        let next = characters.peek().copied();
        let may_break = next.is_none_or(|next| character == ' ' || is_wide(character) || is_wide(next));
        if !may_break || next.is_some_and(|next| CLOSING.contains(next)) || OPENING.contains(character) {
            continue;
        }
        if width::columns(&line) + width::columns(word.trim_end()) > columns && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(&std::mem::take(&mut word));
    }
    lines.push(line);
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_breaks_at_spaces_and_between_wide_characters_but_not_before_a_full_stop() {
        let english = "Check where the folder is and its name.";
        assert_eq!(wrapped(english, 20), "Check where the\nfolder is and its\nname.");
        let japanese = "フォルダーの場所と名前を、確かめてください。";
        assert_eq!(wrapped(japanese, 24), "フォルダーの場所と名前\nを、確かめてください。");
        assert_eq!(wrapped("", 20), "");
        assert_eq!(wrapped(&"x".repeat(40), 20), "x".repeat(40), "a word is never cut");
    }
}
