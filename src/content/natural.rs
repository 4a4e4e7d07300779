//! The order in which people number files: `2` before `10`. It never looks inside a file.

use std::cmp::Ordering;

/// Compares two paths folder by folder, runs of digits as numbers; equal only when the texts are equal.
pub fn compare(one: &str, other: &str) -> Ordering {
    let by_part = one.split('/').map(pieces).cmp(other.split('/').map(pieces));
    by_part.then_with(|| one.cmp(other))
}

/// Digits without leading zeros compare by their count, then by themselves; other text by itself.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    Number(usize, &'a str),
    Text(&'a str),
}

fn pieces(part: &str) -> Vec<Piece<'_>> {
    part.split_inclusive(|character: char| !character.is_ascii_digit())
        .flat_map(|run| {
            let text_start = run.trim_start_matches(|character: char| character.is_ascii_digit());
            let digits = &run[..run.len() - text_start.len()];
            let number = (!digits.is_empty()).then(|| {
                let digits = digits.trim_start_matches('0');
                Piece::Number(digits.len(), digits)
            });
            let text = (!text_start.is_empty()).then_some(Piece::Text(text_start));
            [number, text].into_iter().flatten()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_counted_not_spelt() {
        let mut names = vec!["10.md", "b/1.md", "a10/x", "2.md", "a2/x", "１.md", "02.md", "a/1.md", "1-intro.md"];
        names.sort_by(|one, other| compare(one, other));
        assert_eq!(names, ["1-intro.md", "02.md", "2.md", "10.md", "a/1.md", "a2/x", "a10/x", "b/1.md", "１.md"]);
    }
}
