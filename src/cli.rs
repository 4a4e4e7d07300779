//! cli

pub mod arguments;
pub mod completions;
pub mod language;
pub mod manual;
