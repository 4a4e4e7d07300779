//! Real paragraphs, of this program's lessons and documents and of other people's: no rule is broken at any width, and
//! no row is left shorter than the rules ask for.

use std::fs;
use std::path::Path;

use sukima::layout::{Measure, wrap_plain};
use sukima::width::{Ambiguous, columns_with};

use crate::layout::builders::lines;
use crate::layout::kinsoku::{can_surely_part, violations};

const OWN: &str = include_str!("../fixtures/japanese-paragraphs.txt");
const OTHERS: &str = include_str!("../data/japanese-paragraphs.txt");

/// Every line with at least this many characters of Japanese is a paragraph.
const LEAST: usize = 20;

fn paragraphs() -> Vec<String> {
    let mut texts = vec![OWN.to_owned(), OTHERS.to_owned()];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("lessons/ja"), root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let place = entry.expect("the folder can be listed").path();
            if place.is_dir() {
                folders.push(place);
            } else if place.extension().is_some_and(|extension| extension == "md") {
                texts.push(fs::read_to_string(&place).expect("a text"));
            }
        }
    }
    let is_japanese = |character: &char| matches!(character, 'ぁ'..='ヺ' | '一'..='鿿');
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("# "));
    let lines = lines.filter(|line| line.chars().filter(is_japanese).count() >= LEAST);
    lines.map(|line| line.trim().to_owned()).collect()
}

/// Rows that would have had room for what the next one begins with: up to the first place where a row may surely end.
fn too_short(paragraph: &str, rows: &[String], columns: usize, ambiguous: Ambiguous) -> Vec<String> {
    let text: Vec<char> = paragraph.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    for row in &rows[..rows.len() - 1] {
        start += text[start..].iter().take_while(|character| character.is_whitespace()).count();
        let end = start + row.chars().count();
        let next = (end + 1..text.len()).find(|place| can_surely_part(&text, *place)).unwrap_or(text.len());
        let longer: String = text[start..next].iter().collect();
        if columns_with(longer.trim_end(), ambiguous) <= columns {
            found.push(format!("{row} + {}", text[end..next].iter().collect::<String>()));
        }
        start = end;
    }
    found
}

#[test]
fn real_paragraphs_obey_kinsoku_and_fill_their_rows_at_every_width() {
    let paragraphs = paragraphs();
    assert!(paragraphs.len() >= 500, "{} paragraphs", paragraphs.len());
    for paragraph in &paragraphs {
        let is_ambiguous = columns_with(paragraph, Ambiguous::Wide) > columns_with(paragraph, Ambiguous::Narrow);
        let modes: &[Ambiguous] =
            if is_ambiguous { &[Ambiguous::Narrow, Ambiguous::Wide] } else { &[Ambiguous::Narrow] };
        for columns in 20..=100 {
            for &ambiguous in modes {
                let rows = wrap_plain(paragraph, &Measure { ambiguous, ..lines(columns) }, "", "");
                assert_eq!(violations(&rows), Vec::<String>::new(), "{columns} columns of {paragraph}");
                assert!(rows.iter().all(|row| columns_with(row, ambiguous) <= columns), "{columns} columns: {rows:?}");
                let short = too_short(paragraph, &rows, columns, ambiguous);
                assert_eq!(short, Vec::<String>::new(), "{columns} columns of {paragraph}");
            }
        }
    }
}
