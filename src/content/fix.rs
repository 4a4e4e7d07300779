//! Mending what a machine can mend: edits of single bytes, applied to a text that is still the one they were made for.
//! It decides nothing about lessons, and changes no byte that no edit names.

pub mod ids;
pub mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::diagnostic::{Diagnostic, Edit};

use write::WriteError;

/// What became of one file that had something to mend.
#[derive(Debug)]
pub struct MendedFile {
    pub path: String,
    /// The number of edits made, or why none was.
    pub outcome: Result<usize, WriteError>,
}

/// Makes the edits of all diagnostics in the files they were found in; `place_of` says where a path is on disk, if it
/// is a file that may be mended.
pub fn mend(
    sources: &BTreeMap<String, String>,
    diagnostics: &[Diagnostic],
    place_of: impl Fn(&str) -> Option<PathBuf>,
) -> Vec<MendedFile> {
    let mut mended = Vec::new();
    for (path, edits) in edits_by_path(diagnostics) {
        let (Some(before), Some(place)) = (sources.get(path), place_of(path)) else { continue };
        let after = apply(before, &edits).expect("edits that collide were left out, and all were made for this text");
        if after != *before {
            let outcome = write::replace(&place, before, &after).map(|()| edits.len());
            mended.push(MendedFile { path: path.to_owned(), outcome });
        }
    }
    mended
}

/// Why edits were not applied; the text stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("two edits change the same bytes, {start} to {end}")]
    Overlap { start: usize, end: usize },
    #[error("an edit ends outside of the text or inside a character, at byte {at}")]
    NotInText { at: usize },
}

/// The text with all edits made. Two edits may touch, but not overlap, and only one may insert at one place.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut mended = String::with_capacity(text.len());
    let mut copied_to = 0;
    let mut earlier: Option<&Edit> = None;
    for edit in ordered {
        if let Some(at) = [edit.range.start, edit.range.end].into_iter().find(|at| !text.is_char_boundary(*at)) {
            return Err(EditError::NotInText { at });
        }
        if edit.range.end < edit.range.start {
            return Err(EditError::NotInText { at: edit.range.end });
        }
        if earlier.is_some_and(|earlier| collide(earlier, edit)) {
            return Err(EditError::Overlap { start: edit.range.start, end: edit.range.end });
        }
        mended.push_str(&text[copied_to..edit.range.start]);
        mended.push_str(&edit.replacement);
        copied_to = edit.range.end;
        earlier = Some(edit);
    }
    mended.push_str(&text[copied_to..]);
    Ok(mended)
}

/// The edits of all diagnostics, by path. The same edit twice is one; of two that collide the first in the file is
/// taken, and the other waits for the next round.
pub fn edits_by_path(diagnostics: &[Diagnostic]) -> BTreeMap<&str, Vec<Edit>> {
    let mut by_path: BTreeMap<&str, Taken<'_>> = BTreeMap::new();
    let mut fixes: Vec<&Diagnostic> = diagnostics.iter().filter(|diagnostic| !diagnostic.fix.is_empty()).collect();
    fixes.sort_by_key(|diagnostic| diagnostic.fix.iter().map(|edit| edit.range.start).min());
    for diagnostic in fixes {
        by_path.entry(&diagnostic.path).or_default().take_all_or_none(&diagnostic.fix);
    }
    by_path
        .into_iter()
        .map(|(path, taken)| (path, taken.0.into_values().cloned().collect::<Vec<Edit>>()))
        .filter(|(_, edits)| !edits.is_empty())
        .collect()
}

/// Edits of one file that do not collide, by place.
#[derive(Default)]
struct Taken<'a>(BTreeMap<(usize, usize), &'a Edit>);

impl<'a> Taken<'a> {
    fn take_all_or_none(&mut self, edits: &'a [Edit]) {
        let mut added = Vec::new();
        for edit in edits {
            let key = (edit.range.start, edit.range.end);
            if self.0.get(&key).is_some_and(|known| *known == edit) {
                continue;
            }
            // None of those taken overlap each other, so only the two neighbours can be in the way.
            let before = self.0.range(..=key).next_back();
            let after = self.0.range(key..).next();
            if before.into_iter().chain(after).any(|(_, neighbour)| collide(neighbour, edit)) {
                for key in added {
                    self.0.remove(&key);
                }
                return;
            }
            self.0.insert(key, edit);
            added.push(key);
        }
    }
}

/// Whether two edits change the same bytes, or insert at the same place (then their order would be a guess).
fn collide(one: &Edit, other: &Edit) -> bool {
    let (first, second) = if one.range.start <= other.range.start { (one, other) } else { (other, one) };
    second.range.start < first.range.end || first.range == second.range
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn edit(start: usize, end: usize, replacement: &str) -> Edit {
        Edit { range: start..end, replacement: replacement.to_owned() }
    }

    #[rstest]
    #[case::none(&[], Ok("あbc\r\n"))]
    #[case::touching_in_any_order(&[edit(4, 5, ""), edit(3, 4, "BB")], Ok("あBB\r\n"))]
    #[case::insertion_before_a_change(&[edit(3, 3, "x"), edit(3, 4, "y")], Ok("あxyc\r\n"))]
    #[case::at_both_ends(&[edit(0, 0, ">"), edit(7, 7, "<")], Ok("\u{3e}あbc\r\n<"))]
    #[case::overlapping(&[edit(3, 5, ""), edit(4, 5, "")], Err(EditError::Overlap { start: 4, end: 5 }))]
    #[case::twice_at_one_place(&[edit(3, 3, "x"), edit(3, 3, "y")], Err(EditError::Overlap { start: 3, end: 3 }))]
    #[case::inside_a_character(&[edit(1, 3, "")], Err(EditError::NotInText { at: 1 }))]
    #[case::outside(&[edit(7, 9, "")], Err(EditError::NotInText { at: 9 }))]
    fn edits_change_their_bytes_only(#[case] edits: &[Edit], #[case] wanted: Result<&str, EditError>) {
        assert_eq!(apply("あbc\r\n", edits), wanted.map(str::to_owned));
    }

    proptest! {
        #[test]
        fn what_edits_by_path_gives_can_always_be_applied(
            raw in prop::collection::vec((0usize..20, 0usize..6, "[ab]{0,2}"), 0..12),
        ) {
            let text = "0123456789abcdefghijklmnop";
            let diagnostics: Vec<Diagnostic> = raw
                .into_iter()
                .map(|(start, length, replacement)| Diagnostic {
                    fix: vec![Edit { range: start..start + length, replacement }],
                    ..Diagnostic::error("a.md", None, crate::domain::diagnostic::Finding::NoChecklist)
                })
                .collect();
            for edits in edits_by_path(&diagnostics).values() {
                prop_assert!(apply(text, edits).is_ok());
            }
        }
    }
}
