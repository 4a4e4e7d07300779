//! Folders made for a test, and findings as short lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sukima::content::{self, Content};
use sukima::domain::diagnostic::Diagnostic;
use sukima::domain::office::Office;

/// The complete lesson in both languages that the format's description shows.
pub fn sample_lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample-lessons")
}

/// A new folder with these files.
pub fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a test may make a folder");
    for (path, bytes) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a file lies in a folder")).expect("a test may make a folder");
        fs::write(place, bytes).expect("a test may write a file");
    }
    folder
}

/// `path:line code`, or `path code` for a finding about a whole file.
pub fn lines(content: &Content, findings: &[Diagnostic]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let text = content.sources.get(&finding.path);
            let line =
                text.zip(finding.range.as_ref()).map(|(text, range)| 1 + text[..range.start].matches('\n').count());
            let line = line.map_or(String::new(), |line| format!(":{line}"));
            format!("{}{line} {}", finding.path, finding.finding.code())
        })
        .collect()
}

/// The sample's files in memory, to make slips in.
pub struct Sample {
    files: BTreeMap<String, String>,
}

impl Sample {
    pub fn new() -> Sample {
        let mut files = BTreeMap::new();
        for language in ["ja", "en"] {
            for name in ["safe-basics/suspicious-mail-first-move.md", "worksheets/near-miss.md"] {
                let path = format!("{language}/{name}");
                files.insert(
                    path.clone(),
                    fs::read_to_string(sample_lessons().join(&path)).expect("the sample can be read"),
                );
            }
        }
        let library = fs::read_to_string(sample_lessons().join("library.toml")).expect("the sample can be read");
        files.insert("library.toml".to_owned(), library);
        Sample { files }
    }

    /// Replaces the only place where `written` stands.
    pub fn edit(&mut self, path: &str, written: &str, slip: &str) {
        let text = self.files.get_mut(path).expect("the sample has this file");
        assert_eq!(text.matches(written).count(), 1, "{written:?} must stand once in {path}");
        *text = text.replace(written, slip);
    }

    pub fn add(&mut self, path: &str, text: String) {
        self.files.insert(path.to_owned(), text);
    }

    pub fn remove(&mut self, path: &str) {
        self.files.remove(path).expect("the sample has this file");
    }

    pub fn text(&self, path: &str) -> &str {
        &self.files[path]
    }

    pub fn read(&self, office: &Office) -> Content {
        content::read_files(self.files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())), office)
    }

    /// All findings as lines.
    pub fn check(&self, office: &Office) -> Vec<String> {
        let content = self.read(office);
        lines(&content, &content::check(&content, office))
    }

    /// The sample as files of a new folder.
    pub fn write(&self) -> tempfile::TempDir {
        let files: Vec<(&str, &[u8])> =
            self.files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        folder_with(&files)
    }
}
