//! Front matter that says enough: the keys every lesson has, and where its facts come from. Whether a value can be read
//! is the reader's question, never this file's.

use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::document::ByteRange;

/// Keys without which a lesson cannot be planned or kept up to date. That the id is missing is the reader's finding: it
/// has to name the lesson all the same.
const REQUIRED: [&str; 5] = ["title", "lang", "objective", "minutes", "review_by"];

pub(super) fn check(inspected: &mut Inspected<'_>) {
    let text = inspected.text;
    let fence = fence_line(text);
    for key in REQUIRED {
        if key_line(text, key).is_none() {
            inspected.warn(fence.clone(), Finding::MissingKey { key: key.to_owned() });
        }
    }
    if inspected.lesson.basis.is_empty() {
        inspected.fail(key_line(text, "basis").or(fence), Finding::MissingBasis);
    }
}

/// The line of a top-level key inside the front matter, without its line end.
pub fn key_line(text: &str, key: &str) -> Option<ByteRange> {
    lines(text).find_map(|range| {
        let after_key = text[range.clone()].strip_prefix(key)?.trim_start();
        after_key.starts_with([':', '：']).then_some(range)
    })
}

/// The opening `---`.
fn fence_line(text: &str) -> Option<ByteRange> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let end = start + text[start..].find(['\r', '\n']).unwrap_or(text.len() - start);
    (end > start).then_some(start..end)
}

/// The lines between the two fences, full-width fences included.
fn lines(text: &str) -> impl Iterator<Item = ByteRange> {
    let is_fence = |line: &str| {
        line.chars().count() >= 3 && line.trim_end().chars().all(|mark| matches!(mark, '-' | '－' | 'ー' | '―' | '‐'))
    };
    let mut start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    text[start..]
        .split_inclusive('\n')
        .map(move |line| {
            let range = start..start + line.trim_end_matches(['\r', '\n']).len();
            start += line.len();
            range
        })
        .skip(1)
        .take_while(move |range| !is_fence(&text[range.clone()]))
}
