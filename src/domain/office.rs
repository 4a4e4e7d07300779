//! What differs from office to office: the values that fill `{{name}}` in a lesson, closed days, where data lives.

use std::collections::BTreeMap;

use crate::domain::day::Day;
use crate::domain::id::{CourseId, TrackId};
use crate::domain::language::Language;
use crate::text::SafeText;

/// `office.toml`, read and made safe.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    /// False when no file was found.
    pub was_found: bool,
    pub name: Option<SafeText>,
    /// Courses that everybody takes.
    pub required: Vec<CourseId>,
    /// The role that the office chose for everybody on this machine.
    pub track: Option<TrackId>,
    pub lessons: Option<String>,
    pub data_dir: Option<String>,
    /// On top of holidays and Dec 29 to Jan 3.
    pub closed_days: Vec<Day>,
    /// First and last day of each busy time.
    pub busy: Vec<(Day, Day)>,
    /// What the file says of days could not be read whole: some may be missing.
    pub days_are_broken: bool,
    pub values: BTreeMap<String, SafeText>,
}

impl Office {
    /// The text for `{{name}}`, and whether the office set it; unset, the text names the desk without its number.
    pub fn value(&self, name: &str, language: Language) -> (SafeText, bool) {
        match self.values.get(name) {
            Some(value) => (value.clone(), true),
            None => (
                SafeText::new(match language {
                    Language::Japanese => "決められた窓口",
                    Language::English => "the desk that the office has named",
                }),
                false,
            ),
        }
    }
}
