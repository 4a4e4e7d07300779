//! The keys above a lesson: what is wrong there never costs the lesson.

use rstest::rstest;
use sukima::domain::diagnostic::{Finding, Severity};
use sukima::domain::language::Language;

use crate::reader::support::{PATH, fixed, read, read_at};

const BODY: &str =
    "---\n\n# 題\n\n本文です。\n\n## 確認問題\n\n### 問\n<!-- id: q1 -->\n- [x] a\n- [ ] b\n  - いいえ\n";

#[rstest]
#[case("id: x\nlang: ja\ntitel: 題\n", "unknown-key", "titel", Severity::Warning)]
#[case("id: x\nlang: ja\nskill: cooking\n", "invalid-value", "cooking", Severity::Error)]
#[case("id: x\nlang: ja\nstage: practice\n", "invalid-value", "practice", Severity::Error)]
#[case("id: x\nlang: ja\nminutes: long\n", "invalid-value", "long", Severity::Error)]
#[case("id: x\nlang: ja\nreview_by: 2027-13-01\n", "invalid-value", "2027-13-01", Severity::Error)]
#[case("id: x\nlang: fr\n", "invalid-value", "fr", Severity::Error)]
#[case("id: x\nkind: poem\n", "invalid-value", "poem", Severity::Error)]
#[case("id: x\ntitle: [a, b]\n", "invalid-value", "[", Severity::Error)]
#[case("id: Not An Id\n", "invalid-id", "Not An Id", Severity::Error)]
#[case("lang: ja\n", "missing-key", "---", Severity::Warning)]
#[case("id: x\nlang: en\n", "folder-language-differs", "en", Severity::Warning)]
#[case("id: x\ntitle: a: b\n", "front-matter-invalid", "title: a: b", Severity::Error)]
#[case("id: x\nbasis: [a, b\n", "front-matter-invalid", "basis: [a, b", Severity::Error)]
fn a_wrong_key_is_told_at_its_place_and_the_lesson_stays(
    #[case] keys: &str,
    #[case] code: &str,
    #[case] place: &str,
    #[case] severity: Severity,
) {
    for text in [format!("---\n{keys}{BODY}"), format!("\u{FEFF}---\n{keys}{BODY}").replace('\n', "\r\n")] {
        let read = read(&text);
        assert_eq!(read.codes(), [code], "{text}");
        assert_eq!(read.diagnostics[0].severity, severity);
        assert_eq!(&text[read.diagnostics[0].range.clone().expect("a place")], place);
        assert_eq!(read.lesson().questions.len(), 1);
        assert_eq!(read.lesson().main.len(), 1);
    }
}

#[test]
fn an_unknown_key_is_led_to_the_nearest_known_one() {
    let read = read(&format!("---\nid: x\nminuts: 3\n{BODY}"));
    let Finding::UnknownKey { key, nearest } = &read.diagnostics[0].finding else { panic!() };
    assert_eq!((key.as_str(), nearest.as_deref()), ("minuts", Some("minutes")));
}

#[test]
fn front_matter_that_is_no_yaml_still_gives_its_id_and_title() {
    let read = read(&format!("---\nid: keep-me\ntitle: 不審メール: 最初の一手\nlang: ja\n{BODY}"));
    assert_eq!(read.codes(), ["front-matter-invalid"]);
    assert_eq!(read.lesson().id.as_str(), "keep-me");
    assert_eq!(read.lesson().title.as_str(), "不審メール: 最初の一手");
}

#[rstest]
#[case("---\nid: keep-me\nlang: ja\n\n# 題\n\n本文です。\n")]
#[case("---\nid: keep-me\nlang: ja\n# 題\n\n本文です。\n")]
#[case("---\nid: keep-me\nlang: ja\n\n# 題\n\n本文です。\n\n---\n\n続き。\n")]
#[case("---\nid: keep-me\nlang: ja")]
fn front_matter_without_its_end_is_told_and_the_text_stays(#[case] text: &str) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let first = read(&text);
        assert_eq!(first.codes(), ["front-matter-unclosed"], "{text}");
        assert_eq!(&text[first.diagnostics[0].range.clone().expect("a place")], "---");
        assert_eq!(first.lesson().id.as_str(), "keep-me");
        assert_eq!(first.lesson().main.is_empty(), !text.contains('題'));
        let mended = fixed(&text, &first.diagnostics);
        assert_eq!(read(&mended).codes(), [] as [&str; 0], "{mended:?}");
    }
}

#[rstest]
#[case("---\n\n文。\n")]
#[case("---\n文です。\n\n---\n")]
#[case("文。\n\n---\nid: x\n---\n")]
#[case("")]
#[case("---")]
fn a_rule_at_the_top_is_no_front_matter(#[case] text: &str) {
    let read = read_at("notes/a.md", text, None, &Default::default());
    assert_eq!(read.codes(), [] as [&str; 0]);
    assert!(!read.lesson().has_front_matter);
    assert_eq!(read.lesson().id.as_str(), "notes/a");
}

#[test]
fn values_stay_text_as_they_are_written() {
    let read = read(&format!("---\nid: x\ntitle: 1.10\nobjective: no\nbasis: 2027-01-01\n{BODY}"));
    assert_eq!(read.diagnostics, []);
    let lesson = read.lesson();
    assert_eq!((lesson.title.as_str(), lesson.objective.as_deref()), ("1.10", Some("no")));
    assert_eq!(lesson.basis[0].as_str(), "2027-01-01");
}

#[test]
fn empty_front_matter_and_empty_values_are_no_fault_of_their_own() {
    let read_empty = read("---\n---\n本文。\n");
    assert_eq!(read_empty.codes(), ["missing-key"]);
    assert!(read_empty.lesson().has_front_matter);
    assert_eq!(read("---\nid: x\nskill:\nbasis:\n---\n本文。\n").diagnostics, []);
}

#[test]
fn aliases_cannot_multiply() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nid: y\n";
    let read = read(&format!("---\n{bomb}{BODY}"));
    assert!(read.errors().contains(&"front-matter-invalid"));
    assert_eq!(read.lesson().id.as_str(), "y");
}

#[test]
fn an_id_from_the_path_has_no_language_folder() {
    let text = "---\ntitle: 題\n---\n本文。\n";
    let read = read_at(PATH, text, Some(Language::Japanese), &Default::default());
    assert_eq!(read.lesson().id.as_str(), "safe-basics/suspicious-mail-first-move");
}

#[test]
fn a_title_is_one_line() {
    let read = read(&format!("---\nid: x\ntitle: |\n  一\n  二\n{BODY}"));
    assert_eq!(read.lesson().title.as_str(), "一 二");
}
