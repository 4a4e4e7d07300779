//! The real program: what `sukima check` prints and which code it ends with.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rstest::rstest;
use serde_json::Value;

use crate::check::files::{Sample, folder_with};

const JA: &str = "ja/safe-basics/suspicious-mail-first-move.md";

/// Runs `sukima check` with these words in `folder`: exit code, output, complaints.
fn check(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let mut program = Command::cargo_bin("sukima").expect("cargo builds the program before its tests");
    let output = program.current_dir(folder).arg("check").args(words).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    (output.status.code().expect("the program ends by itself"), text(output.stdout), text(output.stderr))
}

#[test]
fn a_clean_folder_ends_with_0_and_one_with_a_slip_with_1() {
    let mut sample = Sample::new();
    let clean = sample.write();
    let (code, said, complaints) = check(clean.path(), &[".", "--lang", "en"]);
    assert_eq!((code, said.as_str(), complaints.as_str()), (0, "Checked 5 files. Nothing to mend.\n", ""));

    sample.edit(JA, "- [x] 手を止めて", "- ［ｘ］ 手を止めて");
    let slipped = sample.write();
    let (code, said, complaints) = check(slipped.path(), &[".", "--lang", "ja"]);
    assert_eq!((code, complaints.as_str()), (1, ""));
    assert!(said.starts_with("注意[ime-slip]: チェック欄「［ｘ］」が半角ではありません。\n"), "{said}");
    assert!(said.contains(&format!("--> ./{JA}:83:3\n")), "{said}");

    let (code, said, _) = check(slipped.path(), &[".", "--fix", "--lang", "ja"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(fs::read_to_string(slipped.path().join(JA)).unwrap(), Sample::new().text(JA));
}

#[test]
fn json_is_one_object_with_its_format() {
    let mut sample = Sample::new();
    sample.edit(JA, "worksheet: near-miss", "worksheet: near-mis");
    let folder = sample.write();
    let (code, said, _) = check(folder.path(), &[".", "--json"]);
    let answer: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, &answer["format"]), (1, &Value::from(1)));
    assert_eq!(answer["findings"][0]["code"], "unknown-worksheet");
    assert_eq!(answer["findings"][0]["line"], 131);
}

#[rstest]
#[case::missing("none", "folder-missing")]
#[case::inside_a_file("good.md/inside", "folder-unreadable")]
#[case::empty("empty", "folder-empty")]
#[case::large("large", "file-too-large")]
#[case::shift_jis("shift_jis", "not-utf8")]
#[case::nested("nested", "nesting-cut")]
#[case::link("link", "link-not-followed")]
fn bad_input_is_named_with_the_next_step(#[case] folder: &str, #[case] wanted: &str) {
    let large = vec![b'a'; 5 * 1024 * 1024];
    let nested = ">".repeat(200_000);
    let place = folder_with(&[
        ("good.md", b"# Good\n"),
        ("empty/.keep", b""),
        ("large/a.md", &large),
        ("shift_jis/a.md", b"# \x8B\xB3\x8D\xDE\n"),
        ("nested/a.md", nested.as_bytes()),
        ("link/a.md", b"# A\n"),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.path(), place.path().join("link/loop")).unwrap();
    #[cfg(not(unix))]
    if folder == "link" {
        return;
    }
    for (language, next_step) in [("ja", "直し方: "), ("en", "help: ")] {
        let (code, said, complaints) = check(place.path(), &[folder, "--lang", language]);
        assert_eq!((code, complaints.as_str()), (1, ""), "{said}");
        assert!(said.contains(wanted) && said.contains(next_step), "{said}");
        assert!(said.contains(&format!("--> {folder}")), "{said}");
    }
}

#[test]
fn the_lessons_inside_the_program_are_clean_and_nothing_is_written_for_them() {
    let folder = tempfile::tempdir().unwrap();
    for words in [vec!["--data-dir", "data"], vec!["--data-dir", "data", "--fix"]] {
        let (code, said, complaints) = check(folder.path(), &words);
        assert_eq!((code, complaints.as_str()), (0, ""), "{said}");
    }
    let lessons = fs::read_dir(folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().file_name() != "data");
    assert_eq!(lessons.count(), 0);
}
