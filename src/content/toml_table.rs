//! Reading a settings table value by value, so that one wrong value is a finding and hides none of the others. It
//! knows no key of its own.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::document::ByteRange;
use crate::text::{SafeText, nearest};

/// A table of a file whose keys are taken out one after the other; what is left at the end is unknown.
pub struct Table<'a> {
    path: &'a str,
    table: &'a DeTable<'a>,
    range: ByteRange,
    taken: Vec<&'static str>,
}

/// A text with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    pub value: T,
    pub range: ByteRange,
}

/// Parses a whole file as far as it goes; every syntax error becomes a finding.
pub fn parse<'a>(path: &str, text: &'a str, diagnostics: &mut Vec<Diagnostic>) -> Spanned<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let detail = SafeText::new(error.message()).into_string();
        diagnostics.push(Diagnostic::error(path, error.span(), Finding::TomlInvalid { detail }));
    }
    table
}

/// On a line that is no TOML, only the first syntax error says anything: what was read of the line is a guess.
pub fn keep_first_of_broken_lines(path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let line_ends: Vec<usize> = text.match_indices('\n').map(|(end, _)| end).collect();
    let line_of = |diagnostic: &Diagnostic| {
        let start = diagnostic.range.as_ref().filter(|_| diagnostic.path == path)?.start;
        Some(line_ends.partition_point(|end| *end < start))
    };
    let is_broken = |diagnostic: &Diagnostic| matches!(diagnostic.finding, Finding::TomlInvalid { .. });
    let broken: BTreeSet<usize> = diagnostics.iter().filter(|found| is_broken(found)).filter_map(line_of).collect();
    let mut told = BTreeSet::new();
    diagnostics.retain(|diagnostic| match line_of(diagnostic).filter(|line| broken.contains(line)) {
        Some(line) => is_broken(diagnostic) && told.insert(line),
        None => true,
    });
}

impl<'a> Table<'a> {
    pub fn new(path: &'a str, table: &'a DeTable<'a>, range: ByteRange) -> Table<'a> {
        Table { path, table, range, taken: Vec::new() }
    }

    /// Where the table stands in the file.
    pub fn range(&self) -> ByteRange {
        self.range.clone()
    }

    /// The value of a key, as it was written.
    pub fn take(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.taken.push(key);
        self.table.get(key)
    }

    pub fn text(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
        let value = self.take(key)?;
        let text = text_of(value);
        if text.is_none() {
            diagnostics.push(self.invalid(key, value, "\"…\""));
        }
        text
    }

    pub fn yes_or_no(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<bool> {
        let value = self.take(key)?;
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            diagnostics.push(self.invalid(key, value, "true, false"));
        }
        answer
    }

    /// A list of texts; members that are none are reported one by one and left out.
    pub fn texts(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Placed<String>>> {
        let value = self.take(key)?;
        let Some(members) = value.get_ref().as_array() else {
            diagnostics.push(self.invalid(key, value, "[\"…\", \"…\"]"));
            return None;
        };
        let mut texts = Vec::new();
        for member in members.iter() {
            match text_of(member) {
                Some(text) => texts.push(text),
                None => diagnostics.push(self.invalid(key, member, "\"…\"")),
            }
        }
        Some(texts)
    }

    /// The tables of `[[key]]`.
    pub fn tables(&mut self, key: &'static str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Table<'a>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let mut tables = Vec::new();
        match value.get_ref().as_array() {
            None => diagnostics.push(self.invalid(key, value, &format!("[[{key}]]"))),
            Some(members) => {
                for member in members.iter() {
                    match member.get_ref().as_table() {
                        Some(table) => tables.push(Table::new(self.path, table, member.span())),
                        None => diagnostics.push(self.invalid(key, member, &format!("[[{key}]]"))),
                    }
                }
            }
        }
        tables
    }

    /// A table whose keys are free: each key with its place, and the value.
    pub fn entries(
        &mut self,
        key: &'static str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<(Placed<String>, &'a Spanned<DeValue<'a>>)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            diagnostics.push(self.invalid(key, value, "{ … }"));
            return Vec::new();
        };
        table
            .iter()
            .map(|(key, value)| (Placed { value: key.get_ref().to_string(), range: key.span() }, value))
            .collect()
    }

    /// The `format` of the file must be 1; without one it is read as 1 and said so.
    pub fn check_format(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        let Some(value) = self.take("format") else {
            let finding = Finding::MissingKey { key: "format".to_owned() };
            return diagnostics.push(Diagnostic::warning(self.path, None, finding));
        };
        let number =
            value.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(1) => {}
            Some(found) => {
                diagnostics.push(Diagnostic::error(self.path, Some(value.span()), Finding::UnsupportedFormat { found }))
            }
            None => diagnostics.push(self.invalid("format", value, "1")),
        }
    }

    /// Reports the keys that nobody took.
    pub fn report_unknown_keys(&self, diagnostics: &mut Vec<Diagnostic>) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.taken.contains(&name) {
                let finding = Finding::UnknownKey {
                    key: name.to_owned(),
                    nearest: nearest(name, &self.taken).map(str::to_owned),
                };
                diagnostics.push(Diagnostic::warning(self.path, Some(key.span()), finding));
            }
        }
    }

    /// A value that is not one of those allowed.
    pub fn invalid(&self, key: &str, value: &Spanned<DeValue<'_>>, allowed: &str) -> Diagnostic {
        let finding =
            Finding::InvalidValue { key: key.to_owned(), value: shown(value.get_ref()), allowed: allowed.to_owned() };
        Diagnostic::error(self.path, Some(value.span()), finding)
    }
}

/// A text value with its place.
pub fn text_of(value: &Spanned<DeValue<'_>>) -> Option<Placed<String>> {
    let text = value.get_ref().as_str()?;
    Some(Placed { value: text.to_owned(), range: value.span() })
}

/// A wrong value as it is quoted back to the author.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(answer) => answer.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(_) => "[…]".to_owned(),
        DeValue::Table(_) => "{…}".to_owned(),
    }
}
