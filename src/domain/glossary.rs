//! 用語: words with what they mean, and which of them a text uses. It reads no file and shows nothing.

use crate::domain::document::Block;
use crate::domain::language::Language;
use crate::text::SafeText;
use crate::text::fold::fold;

/// The words of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Glossary {
    pub language: Language,
    /// As written; no name stands twice.
    pub terms: Vec<Term>,
    /// Path below the content folder, with `/`.
    pub path: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub name: SafeText,
    /// In kana.
    pub reading: Option<SafeText>,
    /// Other words for the same thing: short forms, names that went out of use.
    pub also: Vec<SafeText>,
    /// Never empty.
    pub meaning: Vec<Block>,
}

impl Term {
    /// Every word that stands for it, as it is compared.
    pub fn folded_names(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.name).chain(&self.also).map(|name| fold(name)).filter(|name| !name.is_empty())
    }

    /// Whether somebody who looks for these words may mean it; no words mean everything.
    pub fn answers_to(&self, words: &str) -> bool {
        let words = fold(words);
        let reading = self.reading.iter().map(|reading| fold(reading));
        self.folded_names().chain(reading).any(|name| name.contains(&words))
    }
}

/// Which of the terms a text uses, by their places, in the order in which the text first does.
pub fn used_in(terms: &[Term], text: &str) -> Vec<usize> {
    let text = fold(text);
    let first_use = |term: &Term| term.folded_names().filter_map(|name| place_of_word(&text, &name)).min();
    let mut used: Vec<(usize, usize)> =
        terms.iter().enumerate().filter_map(|(place, term)| Some((first_use(term)?, place))).collect();
    used.sort_unstable();
    used.into_iter().map(|(_, place)| place).collect()
}

/// Where a word first stands in a text. Latin words and figures are parted by what is around them (`AI` is not in
/// `MAIL`); Japanese is not.
fn place_of_word(text: &str, word: &str) -> Option<usize> {
    let is_latin = |character: char| character.is_alphanumeric() && character.is_ascii();
    let runs_on =
        |inside: Option<char>, outside: Option<char>| inside.is_some_and(is_latin) && outside.is_some_and(is_latin);
    text.match_indices(word).map(|(place, _)| place).find(|place| {
        let (before, rest) = text.split_at(*place);
        let after = rest[word.len()..].chars().next();
        !runs_on(word.chars().next(), before.chars().next_back()) && !runs_on(word.chars().next_back(), after)
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn term(name: &str, also: &[&str]) -> Term {
        let also = also.iter().map(|name| SafeText::new(name)).collect();
        Term { name: SafeText::new(name), reading: None, also, meaning: Vec::new() }
    }

    #[rstest]
    #[case("ＤＸとは何かを考える", &[0])]
    #[case("二重入力をやめ、dxを進める", &[1, 0])]
    #[case("転記が2回あります", &[1])]
    #[case("PDXとDX2は別の言葉", &[])]
    #[case("サ―バ－の話", &[2])]
    #[case("", &[])]
    fn a_text_uses_a_word_however_it_is_typed_and_not_inside_another(#[case] text: &str, #[case] used: &[usize]) {
        let terms = [term("DX", &[]), term("二重入力", &["転記"]), term("サーバー", &[])];
        assert_eq!(used_in(&terms, text), used);
    }

    #[test]
    fn a_word_is_found_by_its_reading_and_by_its_other_names() {
        let term = Term { reading: Some(SafeText::new("かようせい")), ..term("可用性", &["Availability"]) };
        for words in ["可用", "カヨウ", "avail", ""] {
            assert!(term.answers_to(words), "{words}");
        }
        assert!(!term.answers_to("完全性"));
    }
}
