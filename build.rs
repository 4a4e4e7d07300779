//! Lists the lessons of `lessons/` for the program that is being built. It reads that folder and writes one Rust
//! expression; it never opens a lesson and never looks at what one says.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder beside `Cargo.toml`.
const FOLDER: &str = "lessons";
/// What a lessons folder is made of; anything else in it is not for the program.
const ENDINGS: [&str; 2] = ["md", "toml"];

fn main() {
    let home = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the folder of the crate"));
    let output = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder for generated files"));

    println!("cargo::rerun-if-changed=build.rs");
    // Cargo watches a folder with everything in it, so a new lesson is in the next build.
    println!("cargo::rerun-if-changed={FOLDER}");

    let lessons = home.join(FOLDER);
    let mut paths = Vec::new();
    if lessons.is_dir() {
        collect(&lessons, "", &mut paths).unwrap_or_else(|error| panic!("cannot list {FOLDER}/: {error}"));
    }
    paths.sort();
    fs::write(output.join("builtin_lessons.rs"), expression(&paths)).expect("cargo's own output folder can be written");
}

/// Puts every lesson file below `folder` into `paths`, named from `lessons/` on, with `/` on every system.
fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().unwrap_or_else(|| panic!("a file name below {FOLDER}/ is not Unicode: {name:?}"));
        // Editors and file servers leave hidden files behind.
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        // A link is neither: what is built in is what is here.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else if kind.is_file() && name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)) {
            paths.push(path);
        }
    }
    Ok(())
}

/// A slice of (path, bytes) in Rust.
fn expression(paths: &[String]) -> String {
    let mut code = String::from("&[\n");
    for path in paths {
        let file = format!("/{FOLDER}/{path}");
        code.push_str(&format!(
            "    ({path:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?})).as_slice()),\n"
        ));
    }
    code.push_str("]\n");
    code
}
