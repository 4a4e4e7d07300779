//! Folders made for a test, and findings as short lines.

use std::fs;
use std::path::{Path, PathBuf};

use sukima::content::Content;
use sukima::domain::diagnostic::Diagnostic;

/// The complete lesson in both languages that the format's description shows.
pub fn sample_lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample-lessons")
}

/// A new folder with these files.
pub fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
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
