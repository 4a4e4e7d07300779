//! library

pub mod builtin;
