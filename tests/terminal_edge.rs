//! The edge between the program and its terminal: sizes, pastes, questions to the terminal, stops, and what is written.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod support;

use std::path::Path;

use support::terminal::{Start, Terminal};

fn words<'words>(data: &'words Path, more: &[&'words str]) -> Vec<&'words str> {
    let mut words = vec!["--data-dir", data.to_str().unwrap(), "--lang", "ja", "--now", "2026-11-20T12:41+09:00"];
    words.extend(more);
    words
}

/// Past the first run, on Home.
fn home(data: &Path, columns: u16, rows: u16) -> Terminal {
    let terminal = Start::new(&words(data, &[])).size(columns, rows).run();
    terminal.shows("すきま学習へようこそ");
    terminal.press_until("\r", |screen| screen.contains("お仕事に近いもの"));
    terminal.press("1");
    terminal.shows("Enter 始める");
    terminal
}

#[test]
fn a_window_of_another_size_shows_the_same_place() {
    let data = tempfile::tempdir().unwrap();
    let terminal = home(data.path(), 80, 24);
    terminal.resize(40, 12);
    println!("{}", terminal.settled());
    terminal.resize(120, 40);
    println!("{}", terminal.settled());
    panic!();
}
