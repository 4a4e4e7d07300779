//! Front matter that says enough: the keys every lesson has, where its facts come from, and a language that is that of
//! its folder. Whether a value can be read is the reader's question, never this file's.

use crate::content::assembly::language_of_folder;
use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::document::ByteRange;

/// Keys without which a lesson cannot be found, planned or kept up to date.
const REQUIRED: [&str; 6] = ["id", "title", "lang", "objective", "minutes", "review_by"];

pub(super) fn check(inspected: &mut Inspected<'_>) {
    let text = inspected.text;
    let fence = fence_line(text);
    for key in REQUIRED {
        if key_line(text, key).is_none() {
            inspected.fail(fence.clone(), Finding::MissingKey { key: key.to_owned() });
        }
    }
    if inspected.lesson.basis.is_empty() {
        inspected.fail(key_line(text, "basis").or(fence), Finding::MissingBasis);
    }
    let folder = inspected.lesson.path.split_once('/').map_or("", |(folder, _)| folder);
    let language = inspected.lesson.language;
    if language_of_folder(folder).is_some_and(|of_folder| of_folder != language) {
        let (folder, language) = (folder.to_owned(), language.code().to_owned());
        inspected.warn(key_line(text, "lang"), Finding::FolderLanguageDiffers { folder, language });
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
