//! cli

pub mod arguments;
pub mod check;
pub mod completions;
pub mod language;
pub mod manual;
