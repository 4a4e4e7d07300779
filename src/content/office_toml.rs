//! `office.toml` → what differs from office to office. One wrong value never hides the others, and no file is opened
//! here.

use toml::Spanned;
use toml::de::DeValue;

use crate::content::toml_table::{self, Table, text_of};
use crate::domain::day::Day;
use crate::domain::diagnostic::{Diagnostic, Finding};
use crate::domain::id::{CourseId, TrackId};
use crate::domain::office::Office;
use crate::text::SafeText;

/// How a day is written in the file.
const DAY_SHAPE: &str = "\"2026-12-28\"";

/// Reads the file's text; `path` is the name that its findings carry.
pub fn read(path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Office {
    let before = diagnostics.len();
    let parsed = toml_table::parse(path, text, diagnostics);
    let mut table = Table::new(path, parsed.get_ref(), parsed.span());
    table.check_format(diagnostics);
    let mut office = Office { was_found: true, ..Office::default() };
    office.name = table.text("name", diagnostics).map(|name| SafeText::new(&name.value));
    office.required = table
        .texts("required", diagnostics)
        .unwrap_or_default()
        .into_iter()
        .map(|course| CourseId::new(course.value))
        .collect();
    office.track = table.text("track", diagnostics).map(|track| TrackId::new(track.value));
    office.lessons = table.text("lessons", diagnostics).map(|lessons| lessons.value);
    office.data_dir = table.text("data_dir", diagnostics).map(|data_dir| data_dir.value);
    read_closed_days(&mut table, &mut office, diagnostics);
    read_busy_times(&mut table, &mut office, diagnostics);
    read_values(&mut table, &mut office, diagnostics);
    // Known and not used yet: an office may write them today.
    table.text("keep_dir", diagnostics);
    table.take("retention_months");
    table.report_unknown_keys(diagnostics);
    office.days_are_broken = diagnostics[before..].iter().any(|found| hides_days(&found.finding));
    toml_table::keep_first_of_broken_lines(path, text, diagnostics);
    office
}

/// Whether a day may be missing because of it: a day that is none, a key with a slip in it, a file cut short.
fn hides_days(finding: &Finding) -> bool {
    let is_of_days = |key: &str| key == CLOSED_DAYS || key == BUSY;
    match finding {
        Finding::TomlInvalid { .. } => true,
        Finding::InvalidValue { key, .. } => is_of_days(key),
        Finding::UnknownKey { nearest, .. } => nearest.as_deref().is_some_and(is_of_days),
        _ => false,
    }
}

const CLOSED_DAYS: &str = "closed_days";
const BUSY: &str = "busy";

fn read_closed_days(table: &mut Table<'_>, office: &mut Office, diagnostics: &mut Vec<Diagnostic>) {
    let Some(value) = table.take(CLOSED_DAYS) else { return };
    let Some(days) = value.get_ref().as_array() else {
        return diagnostics.push(table.invalid(CLOSED_DAYS, value, &format!("[{DAY_SHAPE}]")));
    };
    for day in days.iter() {
        match day_of(day) {
            Some(day) => office.closed_days.push(day),
            None => diagnostics.push(table.invalid(CLOSED_DAYS, day, DAY_SHAPE)),
        }
    }
    office.closed_days.sort();
    office.closed_days.dedup();
}

fn read_busy_times(table: &mut Table<'_>, office: &mut Office, diagnostics: &mut Vec<Diagnostic>) {
    let shape = "[\"2027-03-15\", \"2027-04-16\"]";
    let Some(value) = table.take(BUSY) else { return };
    let Some(times) = value.get_ref().as_array() else {
        return diagnostics.push(table.invalid(BUSY, value, &format!("[{shape}]")));
    };
    for time in times.iter() {
        let ends: Option<Vec<Day>> = time.get_ref().as_array().and_then(|ends| ends.iter().map(day_of).collect());
        match ends.as_deref() {
            Some(&[first, last]) if first <= last => office.busy.push((first, last)),
            _ => diagnostics.push(table.invalid(BUSY, time, shape)),
        }
    }
}

fn read_values(table: &mut Table<'_>, office: &mut Office, diagnostics: &mut Vec<Diagnostic>) {
    for (name, value) in table.entries("values", diagnostics) {
        match text_of(value).map(|text| SafeText::new(text.value.trim())) {
            Some(text) if !text.is_empty() => {
                office.values.insert(name.value, text);
            }
            // An empty value is as good as none, and the author should know that the text will name no desk.
            _ => diagnostics.push(table.invalid(&name.value, value, "\"…\"")),
        }
    }
}

/// A day as text or as a TOML date; a date that no calendar has is none.
fn day_of(value: &Spanned<DeValue<'_>>) -> Option<Day> {
    match value.get_ref() {
        DeValue::String(text) => Day::from_iso(text),
        DeValue::Datetime(moment) if moment.time.is_none() => Day::from_iso(&moment.to_string()),
        _ => None,
    }
}
