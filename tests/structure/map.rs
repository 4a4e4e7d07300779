//! What the code is held to, read from where people read it: the module map of `src/lib.rs` and the comments of
//! `Cargo.toml`. It holds nothing itself.

use std::collections::{BTreeMap, BTreeSet};

/// Modules that every other one may use, by `src/lib.rs`'s first sentence.
const OPEN_TO_ALL: [&str; 2] = ["domain", "text"];
/// Modules that use nothing but what their own line names.
const LEAVES: [&str; 4] = ["usual", "domain", "text", "width"];

/// Which modules each module may use; itself always.
#[derive(Debug)]
pub struct Arrows(BTreeMap<String, BTreeSet<String>>);

impl Arrows {
    /// Reads the table in the doc comment of `lib.rs`.
    pub fn read(lib: &str) -> Arrows {
        let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut uses_all = Vec::new();
        for row in lib.lines().filter_map(|line| line.strip_prefix("//! | [`")) {
            let (module, rest) = row.split_once("`]").expect("a row of the map starts with a module");
            let uses = rest.trim_end_matches([' ', '|']).rsplit('|').next().expect("a split has a last part");
            if uses.trim() == "all of them" {
                uses_all.push(module.to_owned());
            }
            let uses = uses.split('`').skip(1).step_by(2).map(str::to_owned);
            named.insert(module.to_owned(), uses.collect());
        }
        let all: BTreeSet<String> = named.keys().cloned().collect();
        for module in uses_all {
            named.insert(module, all.clone());
        }
        for (module, uses) in &mut named {
            if !LEAVES.contains(&module.as_str()) {
                uses.extend(OPEN_TO_ALL.map(str::to_owned));
            }
            uses.insert(module.clone());
        }
        Arrows(named)
    }

    pub fn modules(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The modules that this one may use; `None` for what is not on the map.
    pub fn from(&self, module: &str) -> Option<&BTreeSet<String>> {
        self.0.get(module)
    }
}

/// Where a foreign crate may be used: the `src/…` places in the comment above it in `Cargo.toml`. Crates without a
/// comment of their own stand under the one before; crates whose comment names no place may be used anywhere.
#[derive(Debug)]
pub struct ForeignCrates(BTreeMap<String, Vec<String>>);

impl ForeignCrates {
    pub fn read(manifest: &str) -> ForeignCrates {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut comment = String::new();
        let mut is_comment_used = false;
        // Those of one system alone stand under `target.….dependencies`.
        let sections = manifest.split("\n[").filter_map(|section| section.split_once("dependencies]"));
        let sections = sections.filter(|(target, _)| target.is_empty() || target.ends_with('.'));
        for line in sections.flat_map(|(_, section)| section.lines()) {
            if let Some(text) = line.strip_prefix('#') {
                if std::mem::take(&mut is_comment_used) {
                    comment.clear();
                }
                comment.push_str(text);
            } else if let Some((name, _)) = line.split_once('=') {
                is_comment_used = true;
                places.insert(name.trim().replace('-', "_"), places_in(&comment));
            }
        }
        ForeignCrates(places)
    }

    /// The places of a crate, by the name that code uses.
    pub fn places(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a file may use a crate. A place is a module with everything below it.
    pub fn allows(&self, name: &str, file: &str) -> bool {
        let places = self.places(name);
        places.is_empty()
            || places.iter().any(|place| {
                let module = place.trim_end_matches(".rs");
                file.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
            })
    }
}

fn places_in(comment: &str) -> Vec<String> {
    comment
        .split(|character: char| !(character.is_ascii_alphanumeric() || "_/.".contains(character)))
        .filter(|word| word.starts_with("src/"))
        .map(|word| word.trim_end_matches('.').to_owned())
        .collect()
}
