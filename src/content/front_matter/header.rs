//! The top of a file: fences, keys between them, and where the body starts. A fault there never costs the lesson.

use super::fence::{self, Fences};
use super::{Entry, Fault, Value, entries_of};
use crate::content::findings::Findings;
use crate::content::slips::Mended;
use crate::domain::diagnostic::{Edit, Finding, ImeSlip};
use crate::domain::document::ByteRange;

/// What stands above the body.
#[derive(Debug)]
pub struct Header {
    /// `None` for a text without front matter.
    pub entries: Option<Vec<Entry>>,
    pub body_start: usize,
}

/// Reads the top of a file. A fault is told, and what can still be read is read, so that a lesson keeps its id.
pub fn read(file: &str, findings: &mut Findings<'_>) -> Header {
    let top = file.len() - file.strip_prefix('\u{FEFF}').unwrap_or(file).len();
    let Some(fences) = fence::find(file, top) else {
        return Header { entries: None, body_start: top };
    };
    match fences {
        Fences::Closed { opening, yaml, closing, body_start } => {
            let mended = fence::mend(file, yaml.clone(), findings);
            match entries_of(&mended.text) {
                Ok(entries) => {
                    tell_fence(&opening, file, findings);
                    tell_fence(&closing, file, findings);
                    Header { entries: Some(in_file(entries, &mended)), body_start }
                }
                Err(fault) => {
                    // A fence further down may be a rule of the text: then the keys above the first gap are the header.
                    let keys_end = fence::keys_end(file, yaml.start);
                    if fence::has_gap(&file[yaml.clone()]) && keys_end > yaml.start && keys_end < yaml.end {
                        return unclosed(file, opening, yaml.start..keys_end, findings);
                    }
                    tell_fence(&opening, file, findings);
                    tell_fence(&closing, file, findings);
                    tell_fault(fault, &mended, &yaml, file, findings);
                    Header { entries: Some(fence::salvage(file, yaml)), body_start }
                }
            }
        }
        Fences::Unclosed { opening, yaml } => unclosed(file, opening, yaml, findings),
    }
}

fn unclosed(file: &str, opening: ByteRange, keys: ByteRange, findings: &mut Findings<'_>) -> Header {
    tell_fence(&opening, file, findings);
    let line_end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let before = if file[..keys.end].ends_with('\n') { "" } else { line_end };
    let fix = vec![Edit { range: keys.end..keys.end, replacement: format!("{before}---{line_end}") }];
    findings.error_with_fix(Finding::FrontMatterUnclosed, opening, fix);
    let mended = fence::mend(file, keys.clone(), findings);
    let entries = match entries_of(&mended.text) {
        Ok(entries) => in_file(entries, &mended),
        Err(_) => fence::salvage(file, keys.clone()),
    };
    Header { entries: Some(entries), body_start: keys.end }
}

/// A fence in full width is read, and told.
fn tell_fence(fence: &ByteRange, file: &str, findings: &mut Findings<'_>) {
    if !matches!(&file[fence.clone()], "---" | "...") {
        findings.slip(ImeSlip::FrontMatterFence, fence.clone(), "---");
    }
}

fn tell_fault(fault: Fault, mended: &Mended<'_>, yaml: &ByteRange, file: &str, findings: &mut Findings<'_>) {
    let at = fault.at.min(mended.text.len());
    let place = mended.to_file(at..at);
    let line_start = file[yaml.start..place.start].rfind('\n').map_or(yaml.start, |end| yaml.start + end + 1);
    let line_end = file[place.start..].find(['\r', '\n']).map_or(file.len(), |length| place.start + length);
    let line_end = line_end.min(yaml.end).max(line_start);
    findings.error(Finding::FrontMatterInvalid { detail: fault.detail }, line_start..line_end);
}

fn in_file(entries: Vec<Entry>, mended: &Mended<'_>) -> Vec<Entry> {
    let mut entries = entries;
    for entry in &mut entries {
        entry.key_range = mended.to_file(entry.key_range.clone());
        entry.value_range = mended.to_file(entry.value_range.clone());
        if let Value::List(items) = &mut entry.value {
            for (_, range) in items {
                *range = mended.to_file(range.clone());
            }
        }
    }
    entries
}
