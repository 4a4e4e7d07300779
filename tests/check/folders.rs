//! Any folder can be handed over: what is wrong with it is told, and the rest stays usable.

use std::path::Path;

use rstest::rstest;
use sukima::content::{self, Content};
use sukima::domain::diagnostic::Finding;
use sukima::domain::id::LessonId;
use sukima::domain::language::Language;
use sukima::domain::office::Office;

use crate::check::files::{folder_with, lines};

fn read(folder: &Path) -> (Content, Vec<String>) {
    let content = content::read_folder(folder, &Office::default());
    let findings = lines(&content, &content::check(&content, &Office::default()));
    (content, findings)
}

/// Course ids with the ids of their lessons.
fn outline(content: &Content) -> Vec<(String, Vec<String>)> {
    let lessons = |lessons: &[LessonId]| lessons.iter().map(|lesson| lesson.as_str().to_owned()).collect();
    content.library.courses.iter().map(|course| (course.id.as_str().to_owned(), lessons(&course.lessons))).collect()
}

#[test]
fn a_missing_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (content, findings) = read(&folder.path().join("none"));
    assert_eq!(findings, [" folder-missing"]);
    assert!(content.library.lessons.is_empty());
}

#[test]
fn a_folder_that_cannot_be_opened_is_told() {
    // Root may open every folder, but nobody can open a folder inside of a file.
    let folder = folder_with(&[("a.md", b"# A\n")]);
    let (_, findings) = read(&folder.path().join("a.md").join("inside"));
    assert_eq!(findings, [" folder-unreadable"]);
}

#[rstest]
#[case::nothing(&[])]
#[case::no_markdown(&["a.txt"])]
#[case::hidden(&[".obsidian/a.md", ".a.md"])]
#[case::built(&["target/a.md", "node_modules/x/a.md"])]
fn a_folder_without_lessons_is_told(#[case] paths: &[&str]) {
    let files: Vec<(&str, &[u8])> = paths.iter().map(|path| (*path, b"# A\n".as_slice())).collect();
    let folder = folder_with(&files);
    assert_eq!(read(folder.path()).1, [" folder-empty"]);
}

#[test]
fn one_bad_file_never_hides_the_good_ones() {
    let large = vec![b'a'; 5 * 1024 * 1024];
    let nested = "> ".repeat(200_000) + "a";
    let folder = folder_with(&[
        ("good.md", b"# Good\n\nText.\n"),
        ("bom.md", b"\xEF\xBB\xBF# BOM\r\n\r\nText.\r\n"),
        ("large.md", &large),
        ("nested.md", nested.as_bytes()),
        ("shift_jis.md", b"# \x8B\xB3\x8D\xDE\n\n\x82\xB1\x82\xEA\n"),
        ("utf16.md", b"\xFF\xFE#\x00 \x00a\x00"),
        ("notes.txt", b"\xFF"),
    ]);
    let (content, findings) = read(folder.path());
    assert_eq!(
        findings,
        ["large.md file-too-large", "nested.md:1 nesting-cut", "shift_jis.md not-utf8", "utf16.md not-utf8"]
    );
    assert_eq!(outline(&content)[0].1, ["bom", "good", "nested"]);
    let lesson = content.library.lesson(&LessonId::new("bom"), Language::Japanese).unwrap();
    assert_eq!(lesson.title.as_str(), "BOM");
    let shift_jis = Finding::NotUtf8 { looks_like_shift_jis: true };
    assert!(content.diagnostics.iter().any(|found| found.path == "shift_jis.md" && found.finding == shift_jis));
}

#[cfg(unix)]
#[test]
fn links_are_named_and_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = folder_with(&[("ja/a.md", b"# A\n")]);
    let elsewhere = folder_with(&[("secret.md", b"# Secret\n")]);
    symlink(folder.path(), folder.path().join("ja/loop")).unwrap();
    symlink(elsewhere.path().join("secret.md"), folder.path().join("secret.md")).unwrap();
    symlink("nowhere", folder.path().join("dangling.md")).unwrap();
    let (content, findings) = read(folder.path());
    assert_eq!(findings, ["dangling.md link-not-followed", "ja/loop link-not-followed", "secret.md link-not-followed"]);
    assert_eq!(content.library.lessons.len(), 1);
}

#[test]
fn folders_deeper_than_eight_are_named_and_not_entered() {
    let folder = folder_with(&[("1/2/3/4/5/6/7/8/in.md", b"# In\n"), ("1/2/3/4/5/6/7/8/9/out.md", b"# Out\n")]);
    let (content, findings) = read(folder.path());
    assert_eq!(findings, ["1/2/3/4/5/6/7/8/9 folder-too-deep"]);
    assert_eq!(content.library.lessons.len(), 1);
}

#[test]
fn more_files_than_the_limit_are_left_out_and_said_so() {
    let folder = folder_with(&[("1.md", b"a\n"), ("2.md", b"a\n"), ("3/4.md", b"a\n")]);
    let walk = content::folder::walk_at_most(folder.path(), 2);
    let findings: Vec<&str> = walk.diagnostics.iter().map(|found| found.finding.code()).collect();
    assert_eq!(findings, ["too-many-files"]);
    let paths: Vec<&str> = walk.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["1.md", "2.md"], "the first by path are read");
}

#[test]
fn somebody_s_notes_are_a_library_with_a_course_for_each_folder() {
    let folder = folder_with(&[
        ("notes/10.md", b"ten\n"),
        ("notes/2.md", b"two\n"),
        ("notes/README.md", b"# My notes\n\nWhat this is.\n"),
        ("notes/deep/1.md", b"one\n"),
        ("top.md", b"# Top\n"),
    ]);
    let (content, findings) = read(folder.path());
    assert_eq!(findings, [""; 0]);
    let root = folder.path().file_name().unwrap().to_string_lossy().into_owned();
    let wanted = [
        (root, vec!["top".to_owned()]),
        ("notes".to_owned(), vec!["notes/README".to_owned(), "notes/2".to_owned(), "notes/10".to_owned()]),
        ("notes/deep".to_owned(), vec!["notes/deep/1".to_owned()]),
    ];
    let mut found = outline(&content);
    found.sort_by_key(|(_, lessons)| lessons[0] != "top");
    assert_eq!(found, wanted);
    let titles: Vec<&str> = content
        .library
        .courses
        .iter()
        .map(|course| course.title.in_language(Language::Japanese).unwrap().as_str())
        .collect();
    assert!(titles.contains(&"My notes"), "{titles:?}");
    assert!(titles.contains(&"notes/deep"), "{titles:?}");
}

#[test]
fn a_book_is_read_in_the_order_of_its_table_of_contents() {
    let folder = folder_with(&[
        ("src/SUMMARY.md", b"# Summary\n\n[Welcome](README.md)\n\n- [Zebra](./zebra.md)\n  - [Ant](parts/ant.md#top)\n- [Draft]()\n- [Gone](gone.md)\n"),
        ("src/README.md", b"# Welcome\n"),
        ("src/parts/ant.md", b"# Ant\n"),
        ("src/parts/bee.md", b"# Bee\n"),
        ("src/zebra.md", b"# Zebra\n"),
        ("README.md", b"# The repository\n"),
    ]);
    let (content, findings) = read(folder.path());
    assert_eq!(findings, [""; 0]);
    let in_book = ["src/README", "src/zebra", "src/parts/ant"].map(str::to_owned).to_vec();
    assert_eq!(
        outline(&content),
        [("src".to_owned(), in_book), ("src/parts".to_owned(), vec!["src/parts/bee".to_owned()])]
    );
    assert!(!content.library.lessons.contains_key(&LessonId::new("README")), "what is about the folder is no lesson");
}

#[test]
fn a_readme_beside_lessons_is_no_lesson() {
    let lesson = "---\nid: first\ntitle: First\nlang: ja\nobjective: x\nminutes: 3\nbasis: [x]\nreview_by: 2027-01-01\n---\n\nText.\n";
    let folder = folder_with(&[("README.md", b"# How to write lessons\n"), ("ja/basics/first.md", lesson.as_bytes())]);
    let (content, findings) = read(folder.path());
    assert_eq!(findings, [""; 0]);
    assert_eq!(outline(&content), [("basics".to_owned(), vec!["first".to_owned()])]);
}

#[test]
fn a_file_by_itself_is_read_without_its_neighbours() {
    let file = crate::check::files::sample_lessons().join("en/safe-basics/suspicious-mail-first-move.md");
    let content = content::read_single_file(&file, &Office::default());
    let lesson = content.library.lesson(&LessonId::new("suspicious-mail-first-move"), Language::English).unwrap();
    assert_eq!(lesson.language, Language::English);
    assert_eq!(lesson.path, "en/safe-basics/suspicious-mail-first-move.md");
    assert_eq!(lines(&content, &content::check(&content, &Office::default())), [""; 0], "its worksheet is elsewhere");
}
