//! `library.toml` → which tracks and courses there are, in which order. It knows ids only: whether a lesson with that
//! id exists is asked in `rules::references`.

use toml::Spanned;
use toml::de::DeValue;

use crate::content::toml_table::{self, Placed, Table, text_of};
use crate::domain::catalogue::Title;
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::language::Language;
use crate::text::SafeText;

/// The file as written, ids with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LibraryToml {
    /// The first is the source of ids; empty when the file does not say.
    pub languages: Vec<Language>,
    pub with_builtin: bool,
    pub tracks: Vec<TrackEntry>,
    pub courses: Vec<CourseEntry>,
}

/// `[[track]]`
#[derive(Clone, Debug, PartialEq)]
pub struct TrackEntry {
    pub id: Placed<String>,
    pub title: Title,
    pub courses: Vec<Placed<String>>,
    pub optional: Vec<Placed<String>>,
}

/// `[[course]]`
#[derive(Clone, Debug, PartialEq)]
pub struct CourseEntry {
    pub id: Placed<String>,
    pub code: Option<SafeText>,
    pub title: Title,
    /// Empty: the lessons of the folder with the course's name.
    pub lessons: Vec<Placed<String>>,
    /// Track and the courses to take first.
    pub after: Vec<(Placed<String>, Vec<Placed<String>>)>,
}

/// Reads the file's text; `path` is the name that its findings carry.
pub fn read(path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> LibraryToml {
    let parsed = toml_table::parse(path, text, diagnostics);
    let mut table = Table::new(path, parsed.get_ref(), parsed.span());
    table.check_format(diagnostics);
    let languages = read_languages(path, &mut table, diagnostics);
    let with_builtin = table.yes_or_no("with_builtin", diagnostics).unwrap_or_default();
    let tracks = table.tables("track", diagnostics);
    let courses = table.tables("course", diagnostics);
    table.report_unknown_keys(diagnostics);
    let tracks: Vec<TrackEntry> = tracks.into_iter().filter_map(|entry| read_track(path, entry, diagnostics)).collect();
    let courses: Vec<CourseEntry> =
        courses.into_iter().filter_map(|entry| read_course(path, entry, diagnostics)).collect();
    let tracks = without_doubles(path, tracks, |track| &track.id, diagnostics);
    let courses = without_doubles(path, courses, |course| &course.id, diagnostics);
    toml_table::keep_first_of_broken_lines(path, text, diagnostics);
    LibraryToml { languages, with_builtin, tracks, courses }
}

fn read_languages(path: &str, table: &mut Table<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Language> {
    let mut languages = Vec::new();
    for written in table.texts("languages", diagnostics).unwrap_or_default() {
        match Language::ALL.into_iter().find(|language| language.code() == written.value) {
            Some(language) if !languages.contains(&language) => languages.push(language),
            Some(_) => {}
            None => {
                let (key, allowed) = ("languages".to_owned(), "\"ja\", \"en\"".to_owned());
                let finding = Finding::InvalidValue { key, value: written.value, allowed };
                diagnostics.push(Diagnostic::error(path, Some(written.range), finding));
            }
        }
    }
    languages
}

fn read_track(path: &str, mut table: Table<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<TrackEntry> {
    let id = read_id(path, &mut table, diagnostics);
    let title = read_title(path, &mut table, diagnostics);
    let courses = table.texts("courses", diagnostics).unwrap_or_default();
    let optional = table.texts("optional", diagnostics).unwrap_or_default();
    table.report_unknown_keys(diagnostics);
    Some(TrackEntry { id: id?, title, courses, optional })
}

fn read_course(path: &str, mut table: Table<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<CourseEntry> {
    let id = read_id(path, &mut table, diagnostics);
    let title = read_title(path, &mut table, diagnostics);
    let code = table.text("code", diagnostics).map(|code| SafeText::new(&code.value));
    let lessons = table.texts("lessons", diagnostics).unwrap_or_default();
    let mut after = Vec::new();
    for (track, value) in table.entries("after", diagnostics) {
        let members = value.get_ref().as_array().map(|members| members.iter().map(text_of).collect());
        match members {
            Some(Some(courses)) => after.push((track, courses)),
            _ => diagnostics.push(table.invalid("after", value, "{ leader = [\"…\"] }")),
        }
    }
    table.report_unknown_keys(diagnostics);
    Some(CourseEntry { id: id?, code, title, lessons, after })
}

/// Without an id nothing can be said about a track or course, so it is left out.
fn read_id(path: &str, table: &mut Table<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    let had_id = table.take("id").is_some();
    let id = table.text("id", diagnostics);
    if !had_id {
        let finding = Finding::MissingKey { key: "id".to_owned() };
        diagnostics.push(Diagnostic::error(path, Some(table.range()), finding));
    }
    id
}

/// One text for all languages, or one for each.
fn read_title(path: &str, table: &mut Table<'_>, diagnostics: &mut Vec<Diagnostic>) -> Title {
    let mut title = Title::default();
    let is_one_text = |value: &Spanned<DeValue<'_>>| value.get_ref().is_str();
    if let Some(value) = table.take("title").filter(|value| is_one_text(value)) {
        if let Some(text) = text_of(value) {
            title.0.extend(Language::ALL.map(|language| (language, SafeText::new(&text.value))));
        }
        return title;
    }
    for (tag, value) in table.entries("title", diagnostics) {
        let language = Language::ALL.into_iter().find(|language| language.code() == tag.value);
        match (language, text_of(value)) {
            (Some(language), Some(text)) => {
                title.0.insert(language, SafeText::new(&text.value));
            }
            (Some(_), None) => diagnostics.push(table.invalid("title", value, "\"…\"")),
            (None, _) => {
                let finding = Finding::UnknownKey { key: tag.value, nearest: None };
                diagnostics.push(Diagnostic::warning(path, Some(tag.range), finding));
            }
        }
    }
    title
}

/// The first of two entries with one id counts.
fn without_doubles<T>(
    path: &str,
    entries: Vec<T>,
    id: impl Fn(&T) -> &Placed<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for entry in entries {
        let Placed { value, range } = id(&entry).clone();
        if kept.iter().any(|earlier| id(earlier).value == value) {
            diagnostics.push(Diagnostic::error(path, Some(range), Finding::DuplicateEntry { id: value }));
        } else {
            kept.push(entry);
        }
    }
    kept
}
