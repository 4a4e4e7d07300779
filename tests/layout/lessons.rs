//! The lessons that come with the program, laid out at every width that a terminal may have.

use std::path::Path;

use sukima::content::read_folder;
use sukima::domain::document::{Block, Document};
use sukima::domain::lesson::Lesson;
use sukima::domain::office::Office;
use sukima::layout::{Measure, lay_out};
use sukima::width::Ambiguous;

use crate::layout::builders::{lines, screen};
use crate::layout::kinsoku::violations;
use crate::layout::properties::words;

fn parts(lesson: &Lesson) -> Vec<&[Block]> {
    let explanations = lesson.questions.iter().flat_map(|question| [&question.body, &question.explanation]);
    [&lesson.main, &lesson.more].into_iter().chain(explanations).map(Vec::as_slice).collect()
}

#[test]
fn every_lesson_is_whole_and_breaks_no_rule_at_any_width() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let content = read_folder(&folder, &Office::default());
    let lessons: Vec<&Lesson> = content.library.lessons.values().flat_map(|languages| languages.values()).collect();
    assert!(lessons.len() >= 12, "{} lessons", lessons.len());
    for blocks in lessons.iter().flat_map(|lesson| parts(lesson)) {
        let read = words(&Document::plain(blocks)).len();
        for columns in 20..=100 {
            for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
                let in_lines = Measure { ambiguous, ..lines(columns) };
                let rows: Vec<String> = lay_out(blocks, &in_lines).iter().map(|row| row.text().to_owned()).collect();
                for part in rows.split(|row| row.is_empty()) {
                    let unindented: Vec<String> = part.iter().map(|row| row.trim_start().to_owned()).collect();
                    assert_eq!(violations(&unindented), Vec::<String>::new(), "{columns} columns: {part:#?}");
                }
                assert!(words(&rows.concat()).len() >= read, "{columns} columns: {rows:#?}");

                let on_screen = Measure { ambiguous, ..screen(columns, false) };
                for row in lay_out(blocks, &on_screen).iter().chain(&lay_out(blocks, &in_lines)) {
                    assert!(row.columns(ambiguous) <= columns, "{columns} columns: {}", row.text());
                }
            }
        }
    }
}
