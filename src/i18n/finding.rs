//! What a finding says to an author: what is wrong in one sentence, and what to do in another. It never says where;
//! the place is drawn beside it.

mod english;
mod japanese;

use crate::domain::diagnostic::Finding;
use crate::domain::language::Language;
use crate::text::SafeText;

/// Longer words of an author are cut when they are quoted back.
const QUOTED_CHARACTERS: usize = 40;
/// A path is of use only whole; this is a bound, not a width.
const PATH_CHARACTERS: usize = 400;

/// What was found, in one sentence.
pub fn title(finding: &Finding, language: Language) -> String {
    sentences(finding, language).0
}

/// What to do about it, in one or two sentences.
pub fn help(finding: &Finding, language: Language) -> String {
    sentences(finding, language).1
}

fn sentences(finding: &Finding, language: Language) -> (String, String) {
    match language {
        Language::Japanese => japanese::sentences(finding),
        Language::English => english::sentences(finding),
    }
}

/// An author's own words, safe and short enough to stand in a sentence.
fn quoted(words: &str) -> String {
    safe_and_at_most(words, QUOTED_CHARACTERS)
}

fn path(path: &str) -> String {
    safe_and_at_most(path, PATH_CHARACTERS)
}

fn safe_and_at_most(words: &str, characters: usize) -> String {
    let safe = SafeText::line(words);
    let words = safe.trim();
    match words.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// `5.0 MB`.
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / (1024.0 * 1024.0))
}
