//! Every sentence that the program says, in both languages: typed enums with an exhaustive match per language, so
//! that a missing translation does not compile. Knows values, never files, screens or stores.

pub mod beforehand;
pub mod calendar;
pub mod check;
pub mod command;
pub mod date;
pub mod entry;
pub mod figure;
pub mod finding;
pub mod fit;
pub mod help;
pub mod holiday;
pub mod keys;
pub mod say;
pub mod setting;
pub mod statistics;
pub mod streak;
pub mod trouble;
pub mod usage;
