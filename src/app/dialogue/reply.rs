//! What a line of reply means: commands, numbers, orders, pairs. Full-width and kana forms act as the key.

use crate::domain::question::Confidence;
use crate::text::fold;

/// A command that every prompt knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Undo,
    Time,
    Hide,
    /// To the first screen; what was begun goes on from there.
    GoHome,
    Quit,
    Help,
    Hint,
    /// What the words of the text at hand mean.
    Glossary,
}

/// The reply made plain: NFKC, digits from ① and 一, vowels that the Japanese keyboard turned into kana, and its ・ on
/// the key of the slash.
pub fn plain(reply: &str) -> String {
    let key = fold::key(reply);
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) => kana_key(one).map_or(key.clone(), |letter| letter.to_string()),
        _ => key,
    }
}

/// The key that makes this character in romaji input.
fn kana_key(kana: char) -> Option<char> {
    match kana {
        'あ' | 'ア' => Some('a'),
        'い' | 'イ' => Some('i'),
        'う' | 'ウ' => Some('u'),
        'え' | 'エ' => Some('e'),
        'お' | 'オ' => Some('o'),
        'ん' | 'ン' => Some('n'),
        '・' => Some('/'),
        '「' => Some('['),
        '」' => Some(']'),
        _ => None,
    }
}

/// Whether the reply is kana where a command was expected: the Japanese keyboard is on.
pub fn is_kana(reply: &str) -> bool {
    let is_kana = |character: char| matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー');
    !reply.trim().is_empty() && reply.trim().chars().all(is_kana)
}

pub fn command(plain: &str) -> Option<Command> {
    match plain.to_lowercase().as_str() {
        "u" => Some(Command::Undo),
        "t" => Some(Command::Time),
        "h" => Some(Command::Hide),
        "b" => Some(Command::GoHome),
        "q" => Some(Command::Quit),
        "?" => Some(Command::Help),
        "i" => Some(Command::Hint),
        "g" | "用語" => Some(Command::Glossary),
        _ => None,
    }
}

/// Cuts the `?` that means "not sure".
pub fn confidence(plain: &str) -> (&str, Confidence) {
    match plain.trim_end().strip_suffix('?') {
        Some(rest) => (rest.trim_end(), Confidence::Unsure),
        None => (plain, Confidence::Sure),
    }
}

/// A single number from 1 to `last`.
pub fn number(plain: &str, last: usize) -> Option<usize> {
    plain.trim().parse().ok().filter(|number| (1..=last).contains(number))
}

/// Numbers from 1 to `last`, none twice; with spaces or commas between, or run together while all are single digits.
pub fn numbers(plain: &str, last: usize) -> Option<Vec<usize>> {
    let words: Vec<&str> = plain.split([' ', ',', '、', '-', '・']).filter(|word| !word.is_empty()).collect();
    let run_together = words.len() == 1 && last < 10 && words[0].chars().count() > 1;
    let numbers: Option<Vec<usize>> = if run_together {
        words[0].chars().map(|digit| number(&digit.to_string(), last)).collect()
    } else {
        words.iter().map(|word| number(word, last)).collect()
    };
    numbers.filter(|numbers| {
        let mut seen = vec![false; last + 1];
        !numbers.is_empty() && numbers.iter().all(|&number| !std::mem::replace(&mut seen[number], true))
    })
}

/// Pairs such as `1b 2c`: each number from 1 to `lefts` once, letters up to the `rights`-th.
pub fn pairs(plain: &str, lefts: usize, rights: usize) -> Option<Vec<(usize, usize)>> {
    let dense: String = plain.chars().filter(|character| !matches!(character, ' ' | ',' | '、' | '-')).collect();
    let mut pairs = Vec::new();
    let mut digits = String::new();
    for character in dense.to_lowercase().chars() {
        if character.is_ascii_digit() {
            digits.push(character);
        } else {
            let right = usize::try_from(u32::from(character).checked_sub(u32::from('a'))?).ok()?;
            pairs.push((number(&digits, lefts)? - 1, Some(right).filter(|right| *right < rights)?));
            digits.clear();
        }
    }
    let mut seen = vec![false; lefts];
    let once = pairs.iter().all(|&(left, _)| !std::mem::replace(&mut seen[left], true));
    (digits.is_empty() && once && pairs.len() == lefts).then_some(pairs)
}

/// The letter of a right-hand cell.
pub fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place.min(25)).expect("at most 25"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("２", "2")]
    #[case("②", "2")]
    #[case("二", "2")]
    #[case("お", "o")]
    #[case("う", "u")]
    #[case("？", "?")]
    #[case("＋", "+")]
    #[case("・", "/")]
    #[case("２？", "2?")]
    #[case("ｑ", "q")]
    fn full_width_and_kana_forms_act_as_the_key(#[case] typed: &str, #[case] key: &str) {
        assert_eq!(plain(typed), key);
    }

    #[rstest]
    #[case("3 1 2", Some(vec![3, 1, 2]))]
    #[case("312", Some(vec![3, 1, 2]))]
    #[case("1,3", Some(vec![1, 3]))]
    #[case("1 1", None)]
    #[case("4", None)]
    #[case("", None)]
    #[case("x", None)]
    fn several_numbers_are_read(#[case] typed: &str, #[case] expected: Option<Vec<usize>>) {
        assert_eq!(numbers(typed, 3), expected);
    }

    #[rstest]
    #[case("1b 2c", Some(vec![(0, 1), (1, 2)]))]
    #[case("1b2c", Some(vec![(0, 1), (1, 2)]))]
    #[case("2A 1-b", Some(vec![(1, 0), (0, 1)]))]
    #[case("1b", None)]
    #[case("1b 2d", None)]
    #[case("1b 1c", None)]
    #[case("1 2", None)]
    fn pairs_are_read(#[case] typed: &str, #[case] expected: Option<Vec<(usize, usize)>>) {
        assert_eq!(pairs(typed, 2, 3), expected);
    }
}
