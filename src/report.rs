//! Findings and figures as text for people: pure functions from values to text. It counts nothing and opens nothing.

pub mod calendar;
pub mod diagnostics;
pub mod statistics;
pub mod status;
pub mod streak;
