//! Holds the code to the map in `src/lib.rs` and to the places that `Cargo.toml` gives to foreign crates. It reads
//! source text only; it builds nothing and knows no type.

mod map;
mod paths;
mod rules;
mod tokens;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use rstest::rstest;

use crate::structure::map::{Arrows, ForeignCrates};
use crate::structure::rules::{SourceFile, faults, module_of, unfinished};
use crate::structure::tokens::{tokens, without_tests};

/// Longer files are told, never refused: a file is split by idea.
const LONG_FILE: usize = 500;

#[test]
fn the_code_keeps_to_the_map() {
    let files = source_files();
    assert!(files.len() > 20, "the sources were not found");
    let (arrows, crates) = (arrows(), foreign_crates());
    let found: Vec<String> = files.iter().flat_map(|file| faults(file, &arrows, &crates)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_test_is_switched_off() {
    let mut found = Vec::new();
    for file in files_below("tests") {
        unfinished(&file, &tokens(&file.text), &[], &mut found);
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// A file that no other file names would be compiled by nobody, and its tests would be run by nobody.
#[test]
fn every_file_of_tests_is_part_of_them() {
    let files = files_below("tests");
    let is_named = |path: &str| {
        let (folder, file) = path.rsplit_once('/').expect("it lies below tests/");
        let name = if file == "mod.rs" {
            folder.rsplit('/').next().expect("a folder has a name")
        } else {
            &file[..file.len() - 3]
        };
        let home = if file == "mod.rs" { folder.rsplit_once('/').expect("tests/ holds no mod.rs").0 } else { folder };
        let declares = |other: &SourceFile| {
            let lies_near = other.path == format!("{home}.rs")
                || other.path.rsplit_once('/').is_some_and(|(place, _)| place == home);
            lies_near && other.text.lines().any(|line| line.trim_start_matches("pub ") == format!("mod {name};"))
        };
        path == "tests/all.rs" || files.iter().any(declares)
    };
    let lost: Vec<&str> = files.iter().map(|file| file.path.as_str()).filter(|path| !is_named(path)).collect();
    assert_eq!(lost, Vec::<&str>::new(), "`mod …;` in tests/all.rs, or in the file beside their folder");
}

#[test]
fn the_map_names_every_module_once() {
    let lib = read("src/lib.rs");
    let declared: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "))
        .map(|line| line.trim_end_matches(';'))
        .collect();
    let arrows = arrows();
    assert_eq!(arrows.modules().collect::<BTreeSet<_>>(), declared);
    for module in arrows.modules() {
        let unknown: Vec<_> =
            arrows.from(module).into_iter().flatten().filter(|name| !declared.contains(name.as_str())).collect();
        assert!(unknown.is_empty(), "{module} uses what is no module: {unknown:?}");
    }
}

#[test]
fn the_map_has_no_circle() {
    let arrows = arrows();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    loop {
        let next = arrows.modules().find(|module| {
            let mut needs = arrows.from(module).into_iter().flatten().map(String::as_str);
            !placed.contains(module) && needs.all(|need| need == *module || placed.contains(need))
        });
        match next {
            Some(module) => placed.insert(module),
            None => break,
        };
    }
    assert_eq!(placed, arrows.modules().collect(), "these can be built one after the other; the rest is a circle");
}

/// The crates whose place matters most have one, so that a lost comment is noticed.
#[rstest]
#[case("rusqlite", &["src/store", "src/library"])]
#[case("pulldown_cmark", &["src/content/markdown.rs"])]
#[case("serde_saphyr", &["src/content/front_matter.rs"])]
#[case("icu_segmenter", &["src/layout/wrap.rs"])]
#[case("unicode_width", &["src/width.rs"])]
#[case("annotate_snippets", &["src/report/diagnostics.rs"])]
#[case("clap", &["src/cli"])]
#[case("clap_complete", &["src/cli"])]
#[case("directories", &["src/engine/place.rs"])]
#[case("sys_locale", &["src/engine"])]
#[case("fsrs", &["src/domain/memory"])]
#[case("crossterm", &["src/runtime"])]
#[case("rustix", &["src/runtime"])]
#[case("windows_sys", &["src/runtime/console/windows.rs"])]
fn a_foreign_crate_has_its_place(#[case] name: &str, #[case] places: &[&str]) {
    assert_eq!(foreign_crates().places(name), places);
}

#[test]
fn long_files_are_told() {
    let mut out = std::io::stdout();
    for file in source_files() {
        let lines = file.text.lines().count();
        if lines > LONG_FILE {
            // Written past the test harness, which keeps what a passing test prints to itself.
            writeln!(out, "note: {} has {lines} lines; does it hold more than one idea?", file.path).unwrap();
        }
    }
}

// ---------------------------------------------------------------- the checker itself

/// A map for planted files: `upper` may use `lower`.
fn small_map() -> Arrows {
    Arrows::read(
        "//! | module | its one job | uses |\n//! |---|---|---|\n\
         //! | [`text`] | … | – |\n//! | [`domain`] | … | `text` |\n//! | [`width`] | … | – |\n\
         //! | [`lower`] | … | – |\n//! | [`upper`] | a | b | `lower`, `width` |\n//! | [`cli`] | … | all of them |\n",
    )
}

fn small_manifest() -> ForeignCrates {
    ForeignCrates::read(
        "[package]\nname = \"x\"\n\n[dependencies]\n# SQL (src/lower, and src/upper/cache.rs only).\nrus-qlite = \"1\"\nicu = \"1\"\n\
         # Anywhere.\nserde = \"1\"\n\n[dev-dependencies]\ninsta = \"1\"\n",
    )
}

fn planted(path: &str, code: &str) -> Vec<String> {
    let file = SourceFile { path: path.to_owned(), text: format!("//! Planted.\n{code}\n"), is_test: false };
    faults(&file, &small_map(), &small_manifest())
}

#[rstest]
#[case("src/lower.rs", "use crate::upper::Thing;", "src/lower.rs:2: `lower` must not use `upper`")]
#[case(
    "src/lower/deep/er.rs",
    "use crate::{domain::day::Day, upper::{deep::{a as b}}, text::{c, d as e}};",
    "`lower` must not use `upper`"
)]
#[case("src/lower.rs", "use crate::{\n    lower,\n    upper,\n};", "src/lower.rs:4: `lower` must not use `upper`")]
#[case("src/lower.rs", "fn f() -> crate::upper::Thing { panic!() }", "`lower` must not use `upper`")]
#[case("src/lower.rs", "fn f(x: Vec<crate::upper::Thing>) {}", "`lower` must not use `upper`")]
#[case("src/lower.rs", "impl<T: crate::upper::Thing> A for T {}", "`lower` must not use `upper`")]
#[case("src/lower.rs", "fn f() { vec![crate::upper::thing()] }", "`lower` must not use `upper`")]
#[case("src/lower.rs", "macro_rules! m { () => { $crate::upper::thing() } }", "`lower` must not use `upper`")]
#[case("src/lower.rs", "use super::upper;", "`lower` must not use `upper`")]
#[case("src/lower/deep.rs", "use super::super::{domain, upper::a, text};", "`lower` must not use `upper`")]
#[case("src/lower.rs", "mod inner { use super::super::upper::a; }", "`lower` must not use `upper`")]
#[case("src/lower.rs", "use crate::*;", "`lower` must not use `*`")]
#[case("src/lower.rs", "use crate as all;", "gives the whole crate another name")]
#[case("src/lower.rs", "#[cfg(test)]\nmod tests { use crate::upper::a; }", "`lower` must not use `upper`")]
#[case("src/lower.rs", "/* a /* b */ c */ use crate::r#upper::a;", "`lower` must not use `upper`")]
#[case(
    "src/lower.rs",
    "const C: char = '\"'; use crate::upper::a; const D: char = '\"';",
    "`lower` must not use `upper`"
)]
#[case("src/lower.rs", "fn f<'a>(x: &'a str) -> crate::upper::X<'a> {}", "`lower` must not use `upper`")]
#[case("src/text.rs", "use crate::domain::day::Day;", "`text` must not use `domain`")]
#[case("src/domain/day.rs", "use crate::width::columns;", "`domain` must not use `width`")]
#[case("src/width.rs", "use crate::text::SafeText;", "`width` must not use `text`")]
#[case("src/main.rs", "fn main() { sukima::lower::run() }", "`main` must not use `lower`")]
#[case("src/stranger.rs", "", "`stranger` is not on the map")]
#[case("src/upper.rs", "use rus_qlite::Connection;", "`rus_qlite` is for src/lower, src/upper/cache.rs")]
#[case("src/upper.rs", "fn f() -> Result<(), ::icu::Error> {}", "`icu` is for src/lower")]
#[case("src/upper/cached.rs", "use {rus_qlite::params};", "`rus_qlite` is for src/lower")]
#[case("src/upper.rs", "fn f() { x.unwrap() }", "src/upper.rs:2: `unwrap()`")]
#[case("src/upper.rs", "fn f() { todo!() }", "an unfinished")]
#[case(
    "src/upper.rs",
    "#[cfg(test)]\nmod tests {\n#[test]\n#[ignore]\nfn t() {} }",
    "src/upper.rs:5: a test that is not run"
)]
#[case("src/upper.rs", "use std::{io, net::TcpStream};", "opens a socket")]
#[case("src/upper.rs", "fn f() { std::process::Command::new(\"x\"); }", "starts another program")]
#[case("src/upper.rs", "fn f() { println!(\"x\") }", "prints")]
#[case("src/upper.rs", "#![allow(clippy::disallowed_methods)]", "reads the clock")]
#[case("src/upper.rs", "fn f() { std::time::SystemTime::now(); }", "src/upper.rs:2: reads the clock with `SystemTime`")]
#[case("src/upper.rs", "fn f() { jiff::Zoned::now(); }", "reads the clock with `Zoned`")]
fn a_planted_fault_is_found(#[case] path: &str, #[case] code: &str, #[case] expected: &str) {
    let found = planted(path, code);
    assert!(found.len() == 1 && found[0].contains(expected), "{expected}\n{found:#?}");
}

#[rstest]
#[case("src/upper.rs", "use crate::lower::a; use crate::upper::b; use crate::{domain, text::SafeText, width};")]
#[case("src/cli/deep.rs", "use crate::{cli, lower, upper};")]
#[case(
    "src/lower.rs",
    "// use crate::upper::a;\n/// [`crate::upper`]\n/* crate::upper /* */ crate::upper */ struct A;"
)]
#[case(
    "src/lower.rs",
    "const A: &str = \"crate::upper \\\" crate::upper\"; const B: &str = r#\"\" crate::upper::x\"#;"
)]
#[case("src/lower.rs", "const A: &[u8] = b\"crate::upper::a\"; const B: &[u8] = br##\"\"# crate::upper::a\"##;")]
#[case("src/lower.rs", "fn f(upper: A) { upper.run(); self::upper::x(); let crate_upper = 1; }")]
#[case("src/lower/deep.rs", "use super::other; mod inner { use super::super::other; }")]
#[case("src/lower.rs", "pub(crate) fn f() {} pub(in crate::lower) fn g() {}")]
#[case("src/domain/day.rs", "use crate::domain::id::A; use crate::text::SafeText;")]
#[case("src/main.rs", "fn main() -> std::process::ExitCode { sukima::cli::run() }")]
#[case("src/lower/x.rs", "use rus_qlite::Connection;")]
#[case("src/upper/cache.rs", "use rus_qlite::Connection; use serde::Serialize;")]
#[case("src/upper/cache/rows.rs", "use icu::A;")]
#[case("src/upper.rs", "fn f(icu: A) { icu.run(); other::icu::run(); x.unwrap_or(1); }")]
#[case("src/upper.rs", "#[cfg(test)]\nmod tests { use rus_qlite::A; #[test] fn t() { x.unwrap(); println!(\"x\") } }")]
#[case("src/upper.rs", "#[test]\nfn t() { x.unwrap() }")]
#[case("src/upper.rs", "fn f(now: A) { clock.now(); self.now(); }")]
#[case("src/cli/out.rs", "fn f() { println!(\"x\") }")]
fn what_is_allowed_is_not_reported(#[case] path: &str, #[case] code: &str) {
    assert_eq!(planted(path, code), Vec::<String>::new());
}

#[test]
fn a_file_without_its_sentence_is_reported() {
    let file = SourceFile { path: "src/upper.rs".to_owned(), text: "//!\nfn f() {}\n".to_owned(), is_test: false };
    let found = faults(&file, &small_map(), &small_manifest());
    assert_eq!(found, ["src/upper.rs:1: opens without a `//!` sentence about its job"]);
}

// ---------------------------------------------------------------- files

fn arrows() -> Arrows {
    Arrows::read(&read("src/lib.rs"))
}

fn foreign_crates() -> ForeignCrates {
    ForeignCrates::read(&read("Cargo.toml"))
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is in the crate")
}

/// `src/**/*.rs`, with the files that hold nothing but tests marked as such.
fn source_files() -> Vec<SourceFile> {
    let mut files = files_below("src");
    let mut test_modules: BTreeSet<String> = BTreeSet::new();
    for file in &files {
        let (_, names) = without_tests(&tokens(&file.text));
        let home = match module_of(&file.path)[..] {
            ["lib" | "main"] => "src".to_owned(),
            _ => file.path.trim_end_matches(".rs").to_owned(),
        };
        test_modules.extend(names.iter().map(|name| format!("{home}/{name}")));
    }
    for file in &mut files {
        file.is_test = test_modules
            .iter()
            .any(|module| file.path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')));
    }
    files
}

fn files_below(folder: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the folder is in the crate") {
        let entry = entry.expect("the folder can be listed");
        let path = format!("{folder}/{}", entry.file_name().into_string().expect("source files have plain names"));
        if entry.file_type().expect("the kind of a file is known").is_dir() {
            files.extend(files_below(&path));
        } else if path.ends_with(".rs") {
            files.push(SourceFile { text: read(&path), path, is_test: folder == "tests" });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
