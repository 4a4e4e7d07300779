//! What things *are*: lessons, answers, memory, days, streaks, plans and the log of facts. No file, no clock, no
//! terminal and no SQL: everything here is a value or a function from values to values.

pub mod calendar;
pub mod card;
pub mod catalogue;
pub mod day;
pub mod day_ranges;
pub mod diagnostic;
pub mod document;
pub mod entry;
pub mod event;
pub mod feedback;
pub mod fold;
pub mod glossary;
pub mod grade;
pub mod holiday;
pub mod id;
pub mod language;
pub mod lesson;
pub mod memory;
pub mod moment;
pub mod office;
pub mod pace;
pub mod plan;
pub mod promise;
pub mod question;
pub mod recall;
pub mod shuffle;
pub mod statistics;
pub mod streak;
pub mod work_pattern;
pub mod worksheet;
