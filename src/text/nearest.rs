//! Which of some known names a mistyped one was meant to be. It knows none itself.

/// The known name that a mistyped one is nearest to, if it is near at all.
pub fn nearest<'n>(written: &str, known: &[&'n str]) -> Option<&'n str> {
    let written = written.to_lowercase().replace('-', "_");
    let near = known.iter().map(|name| (distance(&written, name), *name)).min()?;
    let allowed = match near.1.len().min(written.len()) {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    (near.0 <= allowed).then_some(near.1)
}

/// How many characters to add, drop or change (Levenshtein). Long names are never near.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().take(32).collect(), other.chars().take(32).collect());
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["title", "minutes", "review_by", "lang", "stage"];

    #[test]
    fn a_mistyped_key_is_led_to_the_nearest_known_one() {
        for (written, wanted) in [
            ("titel", Some("title")),
            ("minuts", Some("minutes")),
            ("review-by", Some("review_by")),
            ("Lang", Some("lang")),
            ("tags", None),
            ("date", None),
        ] {
            assert_eq!(nearest(written, &KEYS), wanted, "{written}");
        }
    }
}
