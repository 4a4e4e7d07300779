//! One lesson with everything that markdown has, as it looks: at the widths of a small, a usual and a wide window, where
//! ambiguous characters take one column and where they take two, and in lines.

use insta::assert_snapshot;
use rstest::rstest;
use sukima::content::reading::{FileContent, read_text};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::layout::{Labels, Measure, Rendition, lay_out};
use sukima::width::Ambiguous;

const LESSON: &str = include_str!("../fixtures/rich-lesson.md");

/// What is kept is read by somebody before it is accepted: `INSTA_UPDATE=always cargo test --test all layout::pictures`.
#[rstest]
#[case::small(40)]
#[case::usual(80)]
#[case::wide(120)]
fn a_lesson_with_everything_looks_as_it_did_when_somebody_looked_at_it(
    #[case] window: usize,
    #[values(("screen", Rendition::Screen { ascii: false }), ("lines", Rendition::Lines))] rendition: (&str, Rendition),
    #[values(("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide))] ambiguous: (&str, Ambiguous),
) {
    let mut diagnostics = Vec::new();
    let FileContent::Lesson(lesson) =
        read_text("ja/a.md", LESSON, Some(Language::Japanese), &Office::default(), &mut diagnostics)
    else {
        panic!("not a lesson");
    };
    assert_eq!(diagnostics, [], "nothing in it is a slip");
    // Between margins of two columns.
    let columns = window - 4;
    let measure =
        Measure { columns, ambiguous: ambiguous.1, rendition: rendition.1, labels: Labels::of(Language::Japanese) };
    let rows = lay_out(&lesson.main, &measure);
    assert!(rows.iter().all(|row| row.columns(ambiguous.1) <= columns));
    let page: Vec<String> = rows.iter().map(|row| row.text().to_owned()).collect();
    assert_snapshot!(format!("everything-{window}-{}-{}", rendition.0, ambiguous.0), page.join("\n"));
}
