//! One file's text becomes a lesson, a worksheet or a glossary, with everything that its author should mend. It opens no file.

use memchr::memchr_iter;

use crate::content::findings::Findings;
use crate::content::front_matter::{self, Keys, Kind, keys};
use crate::content::lesson::{self, Page};
use crate::content::markdown::{self, OfficeValues};
use crate::content::{glossary, slips, worksheet};
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::glossary::Glossary;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::office::Office;
use crate::domain::worksheet::Worksheet;
use crate::text::SafeText;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum FileContent {
    Lesson(Box<Lesson>),
    Worksheet(Box<Worksheet>),
    Glossary(Box<Glossary>),
}

/// Reads a file of the content folder. `path` lies below that folder, with `/`; `text` is the whole file as UTF-8, byte
/// order mark and line ends included; all ranges are bytes of it. `folder_language` is the language whose folder the
/// path begins with.
///
/// Never fails: what cannot be read is told and left out, and the rest stays usable.
pub fn read_text(
    path: &str,
    text: &str,
    folder_language: Option<Language>,
    office: &Office,
    diagnostics: &mut Vec<Diagnostic>,
) -> FileContent {
    let mut findings = Findings::new(path, text);
    let header = front_matter::read(text, &mut findings);
    let mut keys = header.entries.as_ref().map(|entries| keys::read(entries, text, &mut findings));
    let body = header.body_start..text.len();
    let language = language(keys.as_ref(), folder_language, &text[body.clone()], path, &mut findings);
    let values = match keys {
        Some(_) => OfficeValues::of_lesson(office, language),
        None => OfficeValues::of_plain_text(office, language),
    };
    let is_glossary = glossary::is_glossary(path, folder_language.is_some());
    if let Some(keys) = &mut keys {
        fill_in(keys, values);
        if !keys.has_id && !is_glossary {
            let end = text[..header.body_start].trim_end().len();
            findings.warn(Finding::MissingKey { key: "id".to_owned() }, first_line(text, end));
        }
    }
    let is_lesson = keys.as_ref().is_none_or(|keys| keys.kind == Kind::Lesson) && !is_glossary;
    let mended = slips::mend(text, body, keys.is_some() && is_lesson, &mut findings);
    let read = markdown::read(&mended, values, text, &mut findings);
    let written_id = keys.as_ref().and_then(|keys| keys.id.clone()).map(crate::domain::id::LessonId);
    let page = Page {
        path,
        file: text,
        line_end: if has_carriage_returns(text) { "\r\n" } else { "\n" },
        lesson: written_id.unwrap_or_else(|| lesson::id_from_path(path, folder_language)),
        language,
        strongs: read.strongs,
        office_values: read.office_values,
    };
    let content = match &keys {
        _ if is_glossary => FileContent::Glossary(Box::new(glossary::read(read.blocks, &page, &mut findings))),
        Some(keys) if keys.kind == Kind::Worksheet => {
            FileContent::Worksheet(Box::new(worksheet::read(keys, read.blocks, &page, &mut findings)))
        }
        keys => FileContent::Lesson(Box::new(lesson::read(keys.as_ref(), read.blocks, &page, &mut findings))),
    };
    diagnostics.extend(findings.finish());
    content
}

/// Before line feeds. By themselves they are rare, and one byte is found faster than two.
fn has_carriage_returns(text: &str) -> bool {
    memchr_iter(b'\r', text.as_bytes()).any(|at| text.as_bytes().get(at + 1) == Some(&b'\n'))
}

/// The language that is written, else the folder's, else the one that the text looks like.
fn language(
    keys: Option<&Keys>,
    folder: Option<Language>,
    body: &str,
    path: &str,
    findings: &mut Findings<'_>,
) -> Language {
    match (keys.and_then(|keys| keys.language.as_ref()), folder) {
        (Some((written, range)), Some(folder)) if *written != folder => {
            let name = path.split('/').next().unwrap_or_default();
            let folder = SafeText::new(name).into_string();
            let finding = Finding::FolderLanguageDiffers { folder, language: written.code().to_owned() };
            findings.warn(finding, range.clone());
            *written
        }
        (Some((written, _)), _) => *written,
        (None, Some(folder)) => folder,
        (None, None) => guessed(body),
    }
}

fn guessed(body: &str) -> Language {
    let is_japanese = |character: char| matches!(character, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
    if body.chars().any(is_japanese) { Language::Japanese } else { Language::English }
}

fn fill_in(keys: &mut Keys, values: OfficeValues<'_>) {
    for text in [&mut keys.title, &mut keys.objective].into_iter().flatten() {
        *text = SafeText::new(&values.fill(text, |_| {}));
    }
}

/// The first line of the file, where a finding about its front matter as a whole points.
fn first_line(text: &str, limit: usize) -> std::ops::Range<usize> {
    let start = text.len() - text.strip_prefix('\u{FEFF}').unwrap_or(text).len();
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |length| start + length);
    start..end.min(limit).max(start)
}
