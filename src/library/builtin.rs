//! The lessons that came with the program, as the files they were: paths and bytes. It never reads what they say.

/// One file: its path below `lessons/`, with `/` on every system, and its bytes.
pub type BuiltinFile = (&'static str, &'static [u8]);

#[cfg(feature = "builtin-lessons")]
static FILES: &[BuiltinFile] = include!(concat!(env!("OUT_DIR"), "/builtin_lessons.rs"));
#[cfg(not(feature = "builtin-lessons"))]
static FILES: &[BuiltinFile] = &[];

/// Every lesson, worksheet and `library.toml` of `lessons/`, sorted by path; none without the feature
/// `builtin-lessons`.
pub fn files() -> &'static [BuiltinFile] {
    FILES
}

#[cfg(all(test, feature = "builtin-lessons"))]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// What lies in `folder` now, by path.
    fn lying_in(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = format!("{prefix}{name}");
            if entry.file_type().unwrap().is_dir() {
                lying_in(&entry.path(), &format!("{path}/"), found);
            } else if [".md", ".toml"].iter().any(|ending| name.ends_with(ending)) && !name.starts_with('.') {
                found.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }

    #[test]
    fn every_lesson_file_is_inside_the_program_byte_for_byte() {
        let mut found = BTreeMap::new();
        lying_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons"), "", &mut found);
        let inside: BTreeMap<String, Vec<u8>> =
            files().iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
        assert_eq!(inside, found);
    }

    #[test]
    fn the_files_are_sorted_by_path() {
        assert!(files().is_sorted_by(|earlier, later| earlier.0 < later.0));
    }
}
