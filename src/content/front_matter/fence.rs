//! Where front matter starts and ends, slips in its lines, and what can be saved of one that is no YAML.

use std::borrow::Cow;

use super::{Entry, Value};
use crate::content::findings::Findings;
use crate::content::slips::{Mended, Replacement};
use crate::domain::diagnostic::ImeSlip;
use crate::domain::document::ByteRange;

const WIDE_SPACE: char = '\u{3000}';

#[derive(Debug, PartialEq)]
pub enum Fences {
    Closed {
        opening: ByteRange,
        yaml: ByteRange,
        closing: ByteRange,
        body_start: usize,
    },
    /// The keys that follow the opening fence.
    Unclosed {
        opening: ByteRange,
        yaml: ByteRange,
    },
}

/// Looks for fences from `top`, the first byte behind a byte order mark. A file that opens with `---` and goes on with
/// anything but a key has a rule there, not front matter.
pub fn find(file: &str, top: usize) -> Option<Fences> {
    let mut lines = lines(file, top);
    let (opening, line) = lines.next()?;
    let second = lines.next();
    let opens_with_key = second.as_ref().is_some_and(|(_, line)| key_colon(line).is_some() || line.starts_with('#'));
    let closes_at_once = second.as_ref().is_some_and(|(_, line)| is_fence(line));
    if !is_fence(line) || line.starts_with('.') || !(opens_with_key || closes_at_once) {
        return None;
    }
    let yaml_start = second.as_ref().map_or(file.len(), |(range, _)| range.start);
    for (range, line) in second.into_iter().chain(lines) {
        if is_fence(line) {
            let body_start = next_line(file, range.end);
            return Some(Fences::Closed { opening, yaml: yaml_start..range.start, closing: range, body_start });
        }
    }
    Some(Fences::Unclosed { opening, yaml: yaml_start..keys_end(file, yaml_start) })
}

/// The end of the lines that can be keys: up to the first gap, heading or sentence.
pub fn keys_end(file: &str, start: usize) -> usize {
    let is_key_line = |line: &str| {
        key_colon(line).is_some()
            || line.starts_with("- ")
            || (line.starts_with([' ', '\t']) && !line.trim().is_empty())
    };
    lines(file, start)
        .take_while(|(_, line)| is_key_line(line))
        .last()
        .map_or(start, |(range, _)| next_line(file, range.end))
}

pub fn has_gap(yaml: &str) -> bool {
    yaml.lines().any(|line| line.trim().is_empty())
}

/// Reads `key：value` as `key: value`, and tells it.
pub fn mend<'a>(file: &'a str, yaml: ByteRange, findings: &mut Findings<'_>) -> Mended<'a> {
    let mut replacements = Vec::new();
    for (range, line) in lines(file, yaml.start).take_while(|(range, _)| range.start < yaml.end) {
        let Some(colon) = key_colon(line) else { continue };
        let behind = line[colon..].trim_start_matches([':', '：']);
        let length = line.len() - colon - behind.len();
        let space = behind.len() - behind.trim_start_matches([' ', WIDE_SPACE]).len();
        let is_wide_colon = line[colon..].starts_with('：');
        let has_wide_space = behind[..space].contains(WIDE_SPACE);
        let (slip_length, wanted) = match (is_wide_colon, has_wide_space) {
            (_, true) => (length + space, ": "),
            (true, false) if space > 0 => (length, ":"),
            (true, false) => (length, ": "),
            (false, false) => continue,
        };
        let slip = range.start + colon..range.start + colon + slip_length;
        findings.slip(ImeSlip::Colon, slip.clone(), wanted);
        replacements.push(Replacement { range: slip, by: Cow::Borrowed(wanted) });
    }
    Mended::new(file, yaml, &replacements)
}

/// What can be read of front matter that is no YAML: its `key: value` lines, one by one, so that a lesson keeps its id.
pub fn salvage(file: &str, yaml: ByteRange) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (range, line) in lines(file, yaml.start).take_while(|(range, _)| range.start < yaml.end) {
        let Some(colon) = key_colon(line) else { continue };
        let written = line[colon..].trim_start_matches([':', '：']);
        let value = written.trim();
        let value_start = range.start + line.len() - written.trim_start().len();
        let value_range = value_start..value_start + value.len();
        let words = value.trim_matches(['"', '\'']).to_owned();
        let value = if words.is_empty() { Value::Nothing } else { Value::Text(words) };
        entries.push(Entry {
            key: line[..colon].to_owned(),
            key_range: range.start..range.start + colon,
            value,
            value_range,
        });
    }
    entries
}

/// The byte of the colon behind a key at the start of a line.
fn key_colon(line: &str) -> Option<usize> {
    let key = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    (key > 0 && !line.starts_with('-') && line[key..].starts_with([':', '：'])).then_some(key)
}

/// `---`, `...` and their full-width forms.
fn is_fence(line: &str) -> bool {
    let line = line.trim_end();
    matches!(line, "---" | "...") || (line.chars().count() == 3 && line.chars().all(|mark| "-－ー−—―".contains(mark)))
}

/// Lines from `start` with their bytes, without line ends and trailing space.
fn lines(file: &str, start: usize) -> impl Iterator<Item = (ByteRange, &str)> {
    let mut at = start;
    file[start..].split_inclusive('\n').map(move |line| {
        let text = line.trim_end();
        let range = at..at + text.len();
        at += line.len();
        (range, text)
    })
}

fn next_line(file: &str, at: usize) -> usize {
    file[at..].find('\n').map_or(file.len(), |length| at + length + 1)
}
