//! A folder of markdown becomes a library and its diagnostics. Nothing here writes a file or asks a clock.

mod answer_lines;
mod attributes;
mod findings;
mod footnotes;
mod front_matter;
pub mod identity;
mod lesson;
mod markdown;
mod practice;
mod question;
pub mod reading;
mod section;
mod slips;
mod worksheet;
