//! The floor programs of `benches/floors`, built here, and only here: no other build of the project knows of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Floors {
    folder: PathBuf,
}

impl Floors {
    /// Builds them with the cargo that runs this bench, from their own lock file.
    pub fn build(data: &Path) -> Floors {
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/floors");
        let program = versions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock"));
        for (name, own) in versions(&package.join("Cargo.lock")) {
            if let Some(known) = program.get(&name).filter(|known| !own.is_subset(known)) {
                panic!("benches/floors/Cargo.lock has {name} {own:?}, the program {known:?}: please update the floors");
            }
        }
        let target = data.join("floors");
        let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--release", "--locked", "--quiet", "--manifest-path"])
            .arg(package.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target)
            .status()
            .expect("cargo starts");
        assert!(status.success(), "the floor programs could not be built");
        Floors { folder: target.join("release") }
    }

    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join(format!("floor-{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// The versions of each crate in a lock file.
fn versions(file: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(file).expect("the lock file is in the repository");
    let value = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        if line.starts_with("name = ") {
            name = value(line);
        } else if line.starts_with("version = ") && !name.is_empty() {
            versions.entry(name.clone()).or_default().insert(value(line));
        }
    }
    versions
}
