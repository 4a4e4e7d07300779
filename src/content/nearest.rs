//! The known word that a misspelt one was meant to be. It never guesses far: one slip in a short word, two in a long.

/// The nearest of `known`, if it is near enough to be what was meant.
pub fn nearest(word: &str, known: &[&str]) -> Option<String> {
    let word: Vec<char> = word.to_lowercase().chars().take(64).collect();
    let reach = if word.len() < 5 { 1 } else { 2 };
    known
        .iter()
        .map(|candidate| (distance(&word, &candidate.chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= reach)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| (*candidate).to_owned())
}

/// Letters to insert, drop, change or swap with their neighbour (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for row in 1..=one.len() {
        let mut current = vec![row];
        for column in 1..=other.len() {
            let changed = usize::from(one[row - 1] != other[column - 1]);
            let mut least = (last[column] + 1).min(current[column - 1] + 1).min(last[column - 1] + changed);
            let is_swap =
                row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            if is_swap {
                least = least.min(before_last[column - 2] + 1);
            }
            current.push(least);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("langauge", Some("language"))]
    #[case("Title", Some("title"))]
    #[case("ttle", Some("title"))]
    #[case("idd", Some("id"))]
    #[case("colour", None)]
    #[case("", None)]
    fn a_slip_finds_the_word_that_was_meant(#[case] word: &str, #[case] meant: Option<&str>) {
        assert_eq!(nearest(word, &["id", "title", "language"]).as_deref(), meant);
    }
}
