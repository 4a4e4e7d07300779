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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_lesson_file_is_inside_the_program_byte_for_byte() {
        let mut found = BTreeMap::new();
        if cfg!(feature = "builtin-lessons") {
            find_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons"), "", &mut found);
        }
        let inside: BTreeMap<String, Vec<u8>> =
            files().iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
        assert_eq!(inside, found);
        assert!(files().is_sorted_by(|earlier, later| earlier.0 < later.0));
    }

    /// What lies in `folder` now, by path.
    fn find_below(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = format!("{prefix}{name}");
            if entry.file_type().unwrap().is_dir() {
                find_below(&entry.path(), &format!("{path}/"), found);
            } else if [".md", ".toml"].iter().any(|ending| name.ends_with(ending)) && !name.starts_with('.') {
                found.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
}
