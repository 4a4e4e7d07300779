//! All tests from outside in one program, so that the crate is linked once and a test that waits leaves the processor to
//! another one. Each file is a module: `cargo test --test all line_mode` runs those of `tests/line_mode.rs`.

mod beforehand;
mod calendar;
mod check;
mod closing;
mod commands;
mod entry;
mod fitting;
mod foreign_commands;
mod fuzz;
mod gallery;
mod holidays;
mod hostile;
mod idle;
mod interrupted;
mod layout;
mod library_cache;
mod line_mode;
mod memory_reference;
mod outside;
mod own_lessons;
mod pace;
mod planned;
mod reader;
mod reading_aids;
mod readme;
mod road;
mod screens;
mod settings;
mod specification;
mod statistics;
mod store;
mod streak;
mod structure;
mod support;
mod tasks;
mod terminal_edge;
mod text;
mod thirty_days;
mod tidying;
mod unicode;
#[cfg(unix)]
mod unwritable;
