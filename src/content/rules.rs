//! What makes a lesson good to learn from, asked of lessons that could be read. A rule only looks: it changes no
//! lesson, and what a lesson *is* was decided before, by the reader.
//!
//! Texts without front matter are somebody's notes: only what could harm a reader is asked of them.

mod feedback;
pub mod front_matter;
mod guessing;
pub mod languages;
mod length;
mod office_values;
mod references;
mod tables;
mod unsafe_characters;

use crate::content::Content;
use crate::content::folder::LIBRARY_FILE;
use crate::domain::catalogue::Library;
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::document::ByteRange;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::office::Office;

/// One lesson under inspection, and where its findings go.
struct Inspected<'a> {
    lesson: &'a Lesson,
    text: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Adds what all rules find. `beside` holds lessons that come with these, such as the built-in ones.
pub fn check(content: &Content, beside: Option<&Library>, office: &Office, diagnostics: &mut Vec<Diagnostic>) {
    for (path, text) in &content.sources {
        unsafe_characters::check(path, text, diagnostics);
    }
    let library_toml = content.library_toml();
    let known = references::Known { library: &content.library, beside, is_partial: content.is_partial };
    for lesson in content.library.lessons.values().flat_map(|languages| languages.values()) {
        let Some(text) = content.sources.get(&lesson.path) else { continue };
        let mut inspected = Inspected { lesson, text, diagnostics };
        office_values::check(&mut inspected, office);
        if lesson.has_front_matter {
            front_matter::check(&mut inspected);
            length::check(&mut inspected);
            tables::check(&mut inspected);
            feedback::check(&mut inspected);
            guessing::check(&mut inspected);
            references::check(&mut inspected, &known);
        }
    }
    let languages: &[Language] = library_toml.as_ref().map_or(&[], |settings| &settings.languages);
    languages::check(content, languages, diagnostics);
    if let Some(settings) = &library_toml {
        references::check_library_toml(LIBRARY_FILE, settings, &known, diagnostics);
    }
}

impl Inspected<'_> {
    fn warn(&mut self, range: Option<ByteRange>, finding: Finding) {
        self.diagnostics.push(Diagnostic::warning(&self.lesson.path, range, finding));
    }

    fn fail(&mut self, range: Option<ByteRange>, finding: Finding) {
        self.diagnostics.push(Diagnostic::error(&self.lesson.path, range, finding));
    }
}

/// Where `needle` stands inside `range`, or the fallback.
fn find_within(text: &str, range: &ByteRange, needle: &str) -> Option<ByteRange> {
    let start = range.start + text.get(range.clone())?.find(needle)?;
    Some(start..start + needle.len())
}
