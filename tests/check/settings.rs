//! `library.toml` and `office.toml`: what is wrong is told with its place, and everything else is used.

use std::path::Path;

use rstest::rstest;
use sukima::content;
use sukima::domain::day::Day;
use sukima::domain::diagnostic::{Diagnostic, Finding};
use sukima::domain::id::{CourseId, TrackId};
use sukima::domain::language::Language;
use sukima::domain::office::Office;

use crate::check::files::{folder_with, lines};

fn read_office(text: &str) -> (Office, Vec<Diagnostic>) {
    let folder = folder_with(&[("office.toml", text.as_bytes())]);
    content::read_office(&folder.path().join("office.toml"))
}

/// `line: code`.
fn places(text: &str, findings: &[Diagnostic]) -> Vec<String> {
    findings
        .iter()
        .map(|found| {
            let line = found.range.as_ref().map_or(0, |range| 1 + text[..range.start].matches('\n').count());
            format!("{line}: {}", found.finding.code())
        })
        .collect()
}

const OFFICE: &str = r#"format = 1
name = "みどり市"
track = "leader"
required = ["safe-basics"]
lessons = 'S:\kenshu\sukima\lessons'
closed_days = ["2026-12-28", 2026-12-25]
busy = [["2027-03-15", "2027-04-16"]]
retention_months = 36

[values]
report_desk = "情報政策課（内線1234）"
"#;

#[test]
fn everything_in_an_office_file_is_read() {
    let (office, findings) = read_office(OFFICE);
    assert_eq!(places(OFFICE, &findings), [""; 0]);
    assert!(office.was_found);
    assert_eq!(office.name.as_deref(), Some("みどり市"));
    assert_eq!(office.track, Some(TrackId::new("leader")));
    assert_eq!(office.required, [CourseId::new("safe-basics")]);
    assert_eq!(office.lessons.as_deref(), Some(r"S:\kenshu\sukima\lessons"));
    let day = |text| Day::from_iso(text).unwrap();
    assert_eq!(office.closed_days, [day("2026-12-25"), day("2026-12-28")]);
    assert_eq!(office.busy, [(day("2027-03-15"), day("2027-04-16"))]);
    assert_eq!(office.value("report_desk", Language::Japanese).0.as_str(), "情報政策課（内線1234）");
}

#[rstest]
#[case::byte_order_mark_and_crlf("name = \"みどり市\"", "name = \"みどり市\"", &[])]
#[case::unknown_key("retention_months", "retention_month", &["8: unknown-key"])]
#[case::no_such_date("2026-12-28", "2026-02-30", &["6: invalid-value"])]
#[case::ends_before_it_begins("2027-04-16", "2027-03-14", &["7: invalid-value"])]
#[case::number_as_name("\"みどり市\"", "3", &["2: invalid-value"])]
#[case::unsupported_format("format = 1", "format = 2", &["1: unsupported-format"])]
#[case::no_format("format = 1\n", "", &["0: missing-key"])]
#[case::empty_value("情報政策課（内線1234）", " ", &["11: invalid-value"])]
#[case::windows_path_in_double_quotes("'S:\\kenshu\\sukima\\lessons'", "\"S:\\kenshu\"", &["5: toml-invalid"])]
#[case::text_where_a_list_belongs("[\"safe-basics\"]", "\"safe-basics\"", &["4: invalid-value"])]
#[case::unclosed_quote("\"leader\"", "\"leader", &["3: toml-invalid"])]
fn one_slip_in_an_office_file_is_one_finding_and_the_rest_is_used(
    #[case] written: &str,
    #[case] slip: &str,
    #[case] wanted: &[&str],
) {
    assert!(OFFICE.contains(written));
    let text = format!("\u{FEFF}{}", OFFICE.replacen(written, slip, 1).replace('\n', "\r\n"));
    let (office, findings) = read_office(&text);
    assert_eq!(places(&text, &findings), wanted);
    assert!(office.was_found);
    // Each slip costs its own value at most.
    let kept = [
        office.name.is_some(),
        office.track.is_some(),
        !office.required.is_empty(),
        office.lessons.is_some(),
        !office.busy.is_empty(),
        !office.values.is_empty(),
    ];
    assert!(kept.iter().filter(|kept| !**kept).count() <= 1, "{kept:?}");
}

#[test]
fn a_misspelt_key_names_the_one_that_was_meant() {
    let (_, findings) = read_office("format = 1\nclosed_day = []\n");
    let nearest = Some("closed_days".to_owned());
    assert_eq!(findings[0].finding, Finding::UnknownKey { key: "closed_day".to_owned(), nearest });
}

#[test]
fn an_office_file_in_shift_jis_or_missing_leaves_an_empty_office() {
    let folder = folder_with(&[("office.toml", b"name = \"\x82\xDD\x82\xC7\x82\xE8\x8E\x73\"\n")]);
    let (office, findings) = content::read_office(&folder.path().join("office.toml"));
    assert_eq!(office, Office::default());
    assert_eq!(findings[0].finding, Finding::NotUtf8 { looks_like_shift_jis: true });
    let (_, findings) = content::read_office(Path::new("no/such/office.toml"));
    assert_eq!(findings[0].finding.code(), "file-unreadable");
}

const LIBRARY: &str = r#"format = 1
languages = ["ja", "en"]
with_builtin = false

[[track]]
id = "general"
title = { ja = "一般職員", en = "General staff" }
courses = ["second", "first"]
optional = ["notes/a"]

[[course]]
id = "first"
code = "C01"
title = "First"
lessons = ["notes/b", "notes/a"]
after = { general = ["second"] }

[[course]]
id = "second"
title = { ja = "2つ目" }
lessons = ["other"]
"#;

fn read_library(text: &str) -> (content::Content, Vec<String>) {
    let files = ["ja/notes/a.md", "ja/notes/b.md", "ja/notes/c.md", "ja/other.md"];
    let mut files: Vec<(&str, &[u8])> = files.into_iter().map(|path| (path, b"Text.\n".as_slice())).collect();
    files.push(("library.toml", text.as_bytes()));
    let folder = folder_with(&files);
    let content = content::read_folder(folder.path(), &Office::default());
    let findings = lines(&content, &content::check(&content, &Office::default()));
    (content, findings)
}

#[test]
fn tracks_and_courses_stand_in_the_order_of_the_library_file() {
    let (content, findings) = read_library(LIBRARY);
    assert_eq!(findings, [""; 0]);
    let library = &content.library;
    let courses: Vec<(&str, Vec<&str>)> = library
        .courses
        .iter()
        .map(|course| (course.id.as_str(), course.lessons.iter().map(|lesson| lesson.as_str()).collect()))
        .collect();
    assert_eq!(
        courses,
        [("first", vec!["notes/b", "notes/a"]), ("second", vec!["other"]), ("notes", vec!["notes/c"])],
        "a lesson that no course names is in the course of its folder"
    );
    let track = library.track(&TrackId::new("general")).unwrap();
    assert_eq!(track.title.in_language(Language::English).unwrap().as_str(), "General staff");
    let of_track: Vec<&str> =
        library.courses_of_track(Some(&track.id)).iter().map(|course| course.id.as_str()).collect();
    assert_eq!(of_track, ["second", "first"]);
    let first = library.course(&CourseId::new("first")).unwrap();
    assert_eq!(first.after[&track.id], [CourseId::new("second")]);
}

#[rstest]
#[case::unknown_lesson("\"notes/b\"", "\"notes/x\"", &["library.toml:15 unknown-lesson-in-course"])]
#[case::unknown_course_in_track("\"second\", \"first\"", "\"secnd\"", &["library.toml:8 unknown-course"])]
#[case::unknown_course_before("[\"second\"] }", "[\"third\"] }", &["library.toml:16 unknown-course"])]
#[case::unknown_track_before("{ general =", "{ boss =", &["library.toml:16 invalid-value"])]
#[case::unknown_optional("[\"notes/a\"]", "[\"notes/z\"]", &["library.toml:9 unknown-course"])]
#[case::unknown_language("\"en\"]", "\"fr\"]", &["library.toml:2 invalid-value"])]
#[case::unknown_key("with_builtin", "with_bultin", &["library.toml:3 unknown-key"])]
#[case::unknown_key_in_a_course("code =", "cod =", &["library.toml:13 unknown-key"])]
#[case::course_without_id("id = \"first\"\n", "", &["library.toml:8 unknown-course", "library.toml:11 missing-key"])]
#[case::same_course_twice("id = \"second\"", "id = \"first\"", &[
    "library.toml:8 unknown-course", "library.toml:16 unknown-course", "library.toml:19 duplicate-entry",
])]
#[case::unsupported_format("format = 1", "format = 9", &["library.toml:1 unsupported-format"])]
#[case::broken_line("with_builtin = false", "with_builtin = ", &["library.toml:3 toml-invalid"])]
#[case::below_the_built_in_lessons(
    "false\n\n[[track]]\nid = \"general\"\ntitle = { ja = \"一般職員\", en = \"General staff\" }\ncourses = [\"second\"",
    "true\n\n[[track]]\nid = \"general\"\ntitle = { ja = \"一般職員\", en = \"General staff\" }\ncourses = [\"built-in\"",
    &[],
)]
fn one_slip_in_the_library_file_is_told_with_its_line(
    #[case] written: &str,
    #[case] slip: &str,
    #[case] wanted: &[&str],
) {
    assert!(LIBRARY.contains(written));
    let (content, findings) = read_library(&LIBRARY.replacen(written, slip, 1));
    assert_eq!(findings, wanted);
    assert_eq!(content.library.lessons.len(), 4, "no lesson is lost");
}

#[test]
fn a_settings_file_can_be_checked_by_itself() {
    let folder = folder_with(&[("library.toml", LIBRARY.as_bytes()), ("office.toml", b"nam = 1\n")]);
    for (name, wanted) in
        [("library.toml", vec![]), ("office.toml", vec!["office.toml missing-key", "office.toml:1 unknown-key"])]
    {
        let content = content::read_single_file(&folder.path().join(name), &Office::default());
        assert_eq!(lines(&content, &content::check(&content, &Office::default())), wanted);
    }
}
