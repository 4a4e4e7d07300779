//! `glossary.md`: a heading of level 2 for each term, its meaning below. It reads no markdown itself and never decides
//! which terms a text uses.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::lesson::Page;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange, Inline, RichText};
use crate::domain::glossary::{Glossary, Term};
use crate::text::SafeText;
use crate::text::fold::fold;

/// The file's name, in a language's folder or straight in the content folder.
const FILE: &str = "glossary.md";

/// What stands before a term's other names.
const ALSO: [&str; 2] = ["別名:", "Also:"];

/// Whether the file at this path is the glossary.
pub fn is_glossary(path: &str, is_in_language_folder: bool) -> bool {
    let below = path.split_once('/').filter(|_| is_in_language_folder).map_or(path, |(_, below)| below);
    below.eq_ignore_ascii_case(FILE)
}

/// Reads the terms; what stands before the first of them is for the file's own readers.
pub fn read(blocks: Vec<Block>, page: &Page<'_>, findings: &mut Findings<'_>) -> Glossary {
    let mut entries: Vec<(RichText, ByteRange, Vec<Block>)> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Heading { level: 2, content } => entries.push((content, block.range, Vec::new())),
            // A letter that heads a part of a long list.
            BlockKind::Heading { level: 1, .. } | BlockKind::Comment(_) => {}
            kind => {
                if let Some((_, _, meaning)) = entries.last_mut() {
                    meaning.push(Block { kind, range: block.range });
                }
            }
        }
    }
    if entries.is_empty() {
        findings.warn(Finding::NoTerm, 0..page.file.lines().next().map_or(0, str::len));
    }
    let mut known = BTreeSet::new();
    let terms = entries.into_iter().filter_map(|(heading, range, meaning)| {
        let term = term(&heading, meaning);
        let told = SafeText::line(heading.plain().trim()).into_string();
        if term.name.is_empty() || term.meaning.is_empty() {
            findings.error(Finding::TermWithoutMeaning { term: told }, range);
            return None;
        }
        let names: BTreeSet<String> = term.folded_names().collect();
        if !known.is_disjoint(&names) {
            findings.error(Finding::TermTwice { term: told }, range);
            return None;
        }
        known.extend(names);
        Some(term)
    });
    Glossary { terms: terms.collect(), language: page.language, path: page.path.to_owned() }
}

fn term(heading: &RichText, mut meaning: Vec<Block>) -> Term {
    let (name, bracketed) = name_and_bracket(&heading.plain());
    let mut also = Vec::new();
    let mut reading = None;
    match bracketed {
        Some(inside) if is_kana(&inside) => reading = Some(inside),
        Some(inside) => also.push(inside),
        None => {}
    }
    also.extend(take_other_names(&mut meaning));
    Term { name, reading, also, meaning }
}

/// `可用性（かようせい）` as its two parts.
fn name_and_bracket(heading: &str) -> (SafeText, Option<SafeText>) {
    let heading = heading.trim();
    let inside = heading.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    match inside {
        Some((name, inside)) if !name.trim().is_empty() && !inside.trim().is_empty() => {
            (SafeText::line(name.trim()), Some(SafeText::line(inside.trim())))
        }
        _ => (SafeText::line(heading), None),
    }
}

fn is_kana(text: &str) -> bool {
    text.chars().all(|character| matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | ' ' | '\u{3000}'))
}

/// The names of a first line that begins with 別名; it is taken out of the meaning.
fn take_other_names(meaning: &mut Vec<Block>) -> Vec<SafeText> {
    let Some(Block { kind: BlockKind::Paragraph(text), .. }) = meaning.first_mut() else { return Vec::new() };
    let is_end = |inline: &Inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak);
    let end = text.0.iter().position(is_end).unwrap_or(text.0.len());
    let line = RichText(text.0[..end].to_vec()).plain();
    let Some(names) = ALSO.iter().find_map(|mark| after_mark(&line, mark)) else { return Vec::new() };
    let names = names.split(['、', '，', ',']).map(|name| SafeText::line(name.trim())).filter(|name| !name.is_empty());
    let names = names.collect();
    text.0.drain(..(end + 1).min(text.0.len()));
    if text.is_empty() {
        meaning.remove(0);
    }
    names
}

/// What follows the mark, whether its colon is wide or not.
fn after_mark<'line>(line: &'line str, mark: &str) -> Option<&'line str> {
    let (before, after) = line.split_once([':', '：'])?;
    (fold(before) == fold(mark.trim_end_matches(':'))).then_some(after)
}
