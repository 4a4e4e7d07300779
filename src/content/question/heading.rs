//! `問3（すべて）（順番固定）差出人を…` → the type, the options and the stem. It never looks below the heading.

use crate::content::slips::half_width;
use crate::domain::document::{Inline, RichText};
use crate::domain::question::QuestionType;
use crate::text::SafeText;

/// A question's heading, taken apart.
#[derive(Debug)]
pub struct Heading {
    pub question_type: Option<QuestionType>,
    /// Brackets where a marker stands, with a word that is none.
    pub unknown_marker: Option<String>,
    pub order_is_fixed: bool,
    pub stem: RichText,
}

/// A longer text in brackets is part of the stem.
const LONGEST_MARKER: usize = 12;
const NUMBER_WORDS: [&str; 5] = ["問題", "設問", "問", "question", "q"];

/// Takes number and markers off both ends of a heading.
pub fn read(content: &RichText) -> Heading {
    let mut heading =
        Heading { question_type: None, unknown_marker: None, order_is_fixed: false, stem: content.clone() };
    if let Some(Inline::Text(first)) = heading.stem.0.first().cloned() {
        let rest = heading.take_leading(first.trim_start());
        heading.stem.0[0] = Inline::Text(SafeText::new(rest));
    }
    if let Some(Inline::Text(last)) = heading.stem.0.last().cloned() {
        let rest = heading.take_trailing(last.trim_end());
        if let Some(slot) = heading.stem.0.last_mut() {
            *slot = Inline::Text(SafeText::new(rest));
        }
    }
    heading.stem.0.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    heading
}

impl Heading {
    fn take_leading<'t>(&mut self, text: &'t str) -> &'t str {
        let mut rest = text[number_length(text)..].trim_start();
        while let Some((inside, behind)) = leading_bracket(rest) {
            if !self.take_marker(inside) {
                if self.question_type.is_none() && (1..=LONGEST_MARKER).contains(&inside.chars().count()) {
                    self.unknown_marker = Some(inside.to_owned());
                }
                break;
            }
            rest = behind.trim_start();
        }
        rest
    }

    fn take_trailing<'t>(&mut self, text: &'t str) -> &'t str {
        let mut rest = text;
        while let Some((before, inside)) = trailing_bracket(rest) {
            if !self.take_marker(inside) {
                break;
            }
            rest = before.trim_end();
        }
        rest
    }

    /// Reads `すべて`, `順番固定` or several of them; nothing is taken when one of them is unknown.
    fn take_marker(&mut self, inside: &str) -> bool {
        let mut question_type = None;
        let mut is_fixed = false;
        for word in inside.split(['・', '、', '，', ',', ';', '；']) {
            let word = half_width(word.trim()).to_lowercase().replace([' ', '_'], "-");
            match word.as_str() {
                "順番固定" | "fixed-order" => is_fixed = true,
                word => {
                    let found = QuestionType::ALL.into_iter().find(|each| {
                        let (japanese, english) = each.marker();
                        word == japanese || word == english
                    });
                    if found.is_none() || question_type.is_some() {
                        return false;
                    }
                    question_type = found;
                }
            }
        }
        if question_type.is_some() && self.question_type.is_some() {
            return false;
        }
        self.question_type = self.question_type.or(question_type);
        self.order_is_fixed |= is_fixed;
        true
    }
}

fn leading_bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(['（', '('])?;
    let end = inside.find(['）', ')'])?;
    let behind = &inside[end..];
    Some((&inside[..end], behind.strip_prefix(['）', ')'])?))
}

fn trailing_bracket(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_suffix(['）', ')'])?;
    let start = inside.rfind(['（', '('])?;
    let opening = inside[start..].chars().next()?;
    Some((&inside[..start], &inside[start + opening.len_utf8()..]))
}

/// Bytes of `問3 `, `Q3:` or `3. ` at the start of a heading.
fn number_length(text: &str) -> usize {
    let word = NUMBER_WORDS
        .iter()
        .find(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
        .map_or(0, |word| word.len());
    let behind_word = &text[word..];
    if word > 0 && behind_word.starts_with(['（', '(']) {
        return word;
    }
    let digits_text = behind_word.trim_start();
    let digits: usize = digits_text
        .chars()
        .take_while(|digit| half_width(&digit.to_string()).starts_with(|digit: char| digit.is_ascii_digit()))
        .map(char::len_utf8)
        .sum();
    if digits == 0 {
        return 0;
    }
    let behind = &digits_text[digits..];
    let delimiter = behind.chars().next().filter(|mark| ".．:：、)）".contains(*mark)).map_or(0, char::len_utf8);
    let goes_on = behind[delimiter..].starts_with(|next: char| next.is_ascii_digit());
    let ends = delimiter > 0 && !goes_on;
    let stands_alone = behind.is_empty() || behind.starts_with(['（', '(', ' ', '\u{3000}', '\t']);
    if ends || (word > 0 && stands_alone) {
        text.len() - digits_text.len() + digits + if ends { delimiter } else { 0 }
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("問1（1つ）心当たり", Some(QuestionType::One), false, "心当たり")]
    #[case("問１(１つ) 心当たり", Some(QuestionType::One), false, "心当たり")]
    #[case("Q3 (true-false) A mail.", Some(QuestionType::TrueFalse), false, "A mail.")]
    #[case("Q3: (True False) A mail.", Some(QuestionType::TrueFalse), false, "A mail.")]
    #[case("3. 何を（すべて）（順番固定）", Some(QuestionType::All), true, "何を")]
    #[case("問2（1つ・順番固定）何を", Some(QuestionType::One), true, "何を")]
    #[case("(one, fixed order) What?", Some(QuestionType::One), true, "What?")]
    #[case("問い合わせが来ました", None, false, "問い合わせが来ました")]
    #[case("3つ選びます", None, false, "3つ選びます")]
    #[case("Question the sender", None, false, "Question the sender")]
    #[case("1.5倍は何分（分）", None, false, "1.5倍は何分（分）")]
    #[case("問5（穴埋め）", Some(QuestionType::Cloze), false, "")]
    fn number_and_marker_are_taken_off(
        #[case] text: &str,
        #[case] question_type: Option<QuestionType>,
        #[case] is_fixed: bool,
        #[case] stem: &str,
    ) {
        let heading = read(&RichText::of(text));
        assert_eq!((heading.question_type, heading.order_is_fixed), (question_type, is_fixed));
        assert_eq!(heading.stem.plain(), stem);
        assert_eq!(heading.unknown_marker, None);
    }

    #[test]
    fn an_unknown_marker_stays_in_the_stem_and_is_told() {
        let heading = read(&RichText::of("問1（複数）どれですか"));
        assert_eq!(heading.unknown_marker.as_deref(), Some("複数"));
        assert_eq!(heading.stem.plain(), "（複数）どれですか");
    }
}
