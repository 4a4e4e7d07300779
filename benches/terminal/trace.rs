//! System calls of a running program, counted by strace. Where strace is missing or not allowed, nothing is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::terminal::Terminal;

pub struct Trace {
    file: PathBuf,
}

impl Trace {
    /// Starts the program under strace, which writes each call of these names as it happens.
    pub fn start(data: &Path, program: &Path, words: &[&str], calls: &str) -> Option<(Trace, Terminal)> {
        let is_allowed = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
        if !is_allowed.is_ok_and(|status| status.success()) {
            return None;
        }
        let file = data.join("trace");
        let calls = format!("trace={calls}");
        let mut all = vec!["-f", "-e", &calls, "-o", file.to_str()?, program.to_str()?];
        all.extend(words);
        let terminal = Terminal::start(Path::new("strace"), &all);
        Some((Trace { file }, terminal))
    }

    /// How many of the calls so far hold this text.
    pub fn count(&self, text: &str) -> usize {
        fs::read_to_string(&self.file).unwrap_or_default().lines().filter(|line| line.contains(text)).count()
    }
}
