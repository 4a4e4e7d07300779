//! The rules, applied to one file at a time. They see text only, so that a planted fault is found like a real one.

use crate::structure::map::{Arrows, ForeignCrates};
use crate::structure::paths::mentions;
use crate::structure::tokens::{Token, tokens, without_tests};

/// One thing that must not be, as `file:line: sentence`.
pub type Fault = String;

/// A file of the crate.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// From the crate's folder on, with `/`.
    pub path: String,
    pub text: String,
    /// Holds nothing but tests.
    pub is_test: bool,
}

/// Everything wrong with a file of `src/`.
pub fn faults(file: &SourceFile, arrows: &Arrows, crates: &ForeignCrates) -> Vec<Fault> {
    let all = tokens(&file.text);
    let production = if file.is_test { Vec::new() } else { without_tests(&all).0 };
    let mut faults = Vec::new();
    opening(file, &mut faults);
    own_modules(file, &all, arrows, &mut faults);
    foreign_crates(file, &production, crates, &mut faults);
    machine(file, &production, &mut faults);
    unfinished(file, &all, &production, &mut faults);
    faults
}

/// The names of a file as a module: `src/a/b.rs` is `a::b`.
pub fn module_of(path: &str) -> Vec<&str> {
    path.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect()
}

fn opening(file: &SourceFile, faults: &mut Vec<Fault>) {
    let sentence = file.text.strip_prefix("//!").and_then(|text| text.lines().next()).unwrap_or_default();
    if sentence.trim().is_empty() {
        faults.push(format!("{}:1: opens without a `//!` sentence about its job", file.path));
    }
}

/// Arrows hold for tests as well: what needs more than its module's arrows is tested from outside, in `tests/`.
fn own_modules(file: &SourceFile, all: &[Token<'_>], arrows: &Arrows, faults: &mut Vec<Fault>) {
    let module = module_of(&file.path);
    // The binary is thin, and the library's root is the map itself.
    let (root, may_use) = match module[0] {
        "main" => ("sukima", Some([String::from("cli")].into())),
        "lib" => return,
        name => ("crate", arrows.from(name).cloned()),
    };
    let Some(may_use) = may_use else {
        faults.push(format!("{}:1: `{}` is not on the map in src/lib.rs", file.path, module[0]));
        return;
    };
    for mention in mentions(all, &module) {
        let Some(("crate" | "sukima", [used, ..])) = split(&mention.names).filter(|(first, _)| *first == root) else {
            if mention.names == ["crate"] && is_renamed(all, mention.line) {
                faults.push(format!("{}:{}: gives the whole crate another name", file.path, mention.line));
            }
            continue;
        };
        if !may_use.contains(used) {
            faults.push(format!(
                "{}:{}: `{}` must not use `{used}`; the arrows are in src/lib.rs",
                file.path, mention.line, module[0]
            ));
        }
    }
}

fn split(names: &[String]) -> Option<(&str, &[String])> {
    names.split_first().map(|(first, rest)| (first.as_str(), rest)).filter(|(_, rest)| !rest.is_empty())
}

/// `use crate as other`.
fn is_renamed(all: &[Token<'_>], line: usize) -> bool {
    all.windows(2).any(|pair| pair[0].text == "crate" && pair[0].line == line && pair[1].text == "as")
}

fn foreign_crates(file: &SourceFile, production: &[Token<'_>], crates: &ForeignCrates, faults: &mut Vec<Fault>) {
    for mention in mentions(production, &module_of(&file.path)) {
        let name = mention.names[0].as_str();
        let is_path = mention.names.len() > 1;
        if is_path && !crates.allows(name, &file.path) {
            let places = crates.places(name).join(", ");
            faults.push(format!("{}:{}: `{name}` is for {places} (Cargo.toml)", file.path, mention.line));
        }
    }
}

/// What the program promises about the machine: it opens no socket, starts no other program, and prints and reads the
/// clock in one place each.
fn machine(file: &SourceFile, production: &[Token<'_>], faults: &mut Vec<Fault>) {
    let path = file.path.as_str();
    let is_below = |place: &str| path.starts_with(&format!("src/{place}/")) || path == format!("src/{place}.rs");
    for mention in mentions(production, &module_of(path)) {
        let names: Vec<&str> = mention.names.iter().map(String::as_str).collect();
        let what = match names[..] {
            ["std", "net", ..] => "opens a socket",
            ["std", "process", "Command", ..] | ["process", "Command", ..] => "starts another program",
            ["clippy", "disallowed_methods"] if path != "src/engine/clock.rs" => "reads the clock behind clippy's back",
            _ => continue,
        };
        faults.push(format!("{path}:{}: {what}", mention.line));
    }
    for path_of_call in production.windows(3).filter(|_| path != "src/engine/clock.rs") {
        let [of, "::", "now" | "now_v7"] = [path_of_call[0].text, path_of_call[1].text, path_of_call[2].text] else {
            continue;
        };
        faults.push(format!(
            "{path}:{}: reads the clock with `{of}`; take the moment as a parameter",
            path_of_call[0].line
        ));
    }
    for pair in production.windows(2) {
        let is_print = matches!(pair[0].text, "print" | "println" | "eprint" | "eprintln") && pair[1].text == "!";
        if is_print && !["main", "cli", "line"].into_iter().any(is_below) {
            faults.push(format!("{path}:{}: prints; write to what the caller hands in", pair[0].line));
        }
    }
}

/// No half-finished work. `#[ignore]` is looked for in tests too, for that is where it would stand.
pub fn unfinished(file: &SourceFile, all: &[Token<'_>], production: &[Token<'_>], faults: &mut Vec<Fault>) {
    for window in production.windows(3) {
        let what = match [window[0].text, window[1].text, window[2].text] {
            [".", "unwrap", "("] => "`unwrap()`; say in `expect` why it holds",
            ["todo" | "unimplemented" | "dbg", "!", _] => "an unfinished or debugging macro",
            _ => continue,
        };
        faults.push(format!("{}:{}: {what}", file.path, window[0].line));
    }
    for window in all.windows(3) {
        if [window[0].text, window[1].text, window[2].text] == ["#", "[", "ignore"] {
            faults.push(format!("{}:{}: a test that is not run", file.path, window[0].line));
        }
    }
}
