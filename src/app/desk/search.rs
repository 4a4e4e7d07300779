//! Words looked for in the text that is read: where they stand in its rows, and which of these places is shown. It
//! turns no page and knows no key.

use std::ops::Range;

use crate::app::SheetRow;
use crate::app::field::Field;
use crate::domain::language::Language;
use crate::i18n::say::Say;
use crate::text::fold::fold;
use crate::width::{self, Ambiguous, columns_with};

/// A place may go over the end of this many rows.
const ROWS_OF_A_PLACE: usize = 3;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Off,
    Typing,
    Found,
}

/// A search, from `/` to `Esc`.
#[derive(Clone, Debug, Default)]
pub struct TextSearch {
    stage: Stage,
    pub field: Field,
    /// Rows of the page, from the first of a place to behind its last.
    places: Vec<Range<usize>>,
    shown: usize,
    /// The row at which it began: the first place behind it is shown first.
    from: usize,
}

impl TextSearch {
    /// Asks for words; the page is read from this row on.
    pub fn begin(from: usize) -> TextSearch {
        TextSearch { stage: Stage::Typing, from, ..TextSearch::default() }
    }

    pub fn is_on(&self) -> bool {
        self.stage != Stage::Off
    }

    pub fn is_typing(&self) -> bool {
        self.stage == Stage::Typing
    }

    /// The words stand, if they were found.
    pub fn take_words(&mut self) {
        if !self.places.is_empty() {
            self.stage = Stage::Found;
        }
    }

    /// Looks through the rows of the page as it stands now.
    pub fn look(&mut self, rows: &[SheetRow]) {
        if !self.is_on() {
            return;
        }
        self.places = places(rows, self.field.text());
        if self.is_typing() {
            self.shown = self.places.iter().position(|place| place.start >= self.from).unwrap_or_default();
        }
        self.shown = self.shown.min(self.places.len().saturating_sub(1));
    }

    /// The next place, or the one before; around the end.
    pub fn step(&mut self, is_back: bool) {
        let count = self.places.len().max(1);
        self.shown = (self.shown + if is_back { count - 1 } else { 1 }) % count;
    }

    /// The row that is to be seen: that of the place shown, or where the search began.
    pub fn row(&self) -> usize {
        self.places.get(self.shown).map_or(self.from, |place| place.start)
    }

    /// Whether the row holds a place, and whether it is the one that is shown.
    pub fn mark(&self, row: usize) -> Option<bool> {
        let place = self.places.iter().position(|place| self.is_on() && place.contains(&row))?;
        let is_shown = self.places[self.shown].contains(&row);
        Some(is_shown || place == self.shown)
    }

    /// The words with how often they stand here, in one row, and the column of the cursor while they are typed.
    pub fn line(&self, language: Language, columns: usize, ambiguous: Ambiguous) -> (String, Option<usize>) {
        let label = format!("{} > ", Say::TextSearchLabel.in_language(language));
        let count = match self.places.len() {
            _ if self.field.text().trim().is_empty() => String::new(),
            0 => Say::NotInText.in_language(language),
            of => Say::PlaceOf { place: self.shown + 1, of }.in_language(language),
        };
        let taken = columns_with(&label, ambiguous) + columns_with(&count, ambiguous) + 2;
        let (typed, cursor) = shown_part(&self.field, columns.saturating_sub(taken), ambiguous);
        let cursor = self.is_typing().then(|| columns_with(&label, ambiguous) + cursor);
        (format!("{label}{typed}  {count}").trim_end().to_owned(), cursor)
    }
}

/// As much of the text as there is room for, with the cursor in it, and the columns before the cursor.
fn shown_part(field: &Field, columns: usize, ambiguous: Ambiguous) -> (&str, usize) {
    let (before, after) = field.text().split_at(field.cursor());
    let mut from = before.len();
    let mut taken = 0;
    let graphemes: Vec<(&str, usize)> = width::graphemes(before, ambiguous).collect();
    for (grapheme, wide) in graphemes.into_iter().rev() {
        if taken + wide > columns {
            break;
        }
        taken += wide;
        from -= grapheme.len();
    }
    let mut to = field.cursor();
    let mut left = columns - taken;
    for (grapheme, wide) in width::graphemes(after, ambiguous) {
        let Some(rest) = left.checked_sub(wide) else { break };
        left = rest;
        to += grapheme.len();
    }
    (&field.text()[from..to], taken)
}

/// The places where the words stand, compared as answers are, whether a row ends inside them or not.
fn places(rows: &[SheetRow], words: &str) -> Vec<Range<usize>> {
    let words = fold(words);
    let mut places = Vec::new();
    if words.is_empty() {
        return places;
    }
    let texts: Vec<&str> = rows.iter().map(|row| row.row.text()).collect();
    for first in 0..texts.len() {
        if fold(texts[first]).contains(&words) {
            places.push(first..first + 1);
            continue;
        }
        // Over the ends of rows: only what begins in this one, or it would be found again from the next.
        let paragraph = texts[first..].iter().take(ROWS_OF_A_PLACE).take_while(|text| !text.trim().is_empty());
        let mut joined = String::new();
        let mut behind = String::new();
        for (index, text) in paragraph.enumerate() {
            joined.push_str(if index == 0 { text } else { without_margin(text) });
            if index > 0 {
                behind.push_str(without_margin(text));
            }
            if fold(&behind).contains(&words) {
                break;
            }
            if fold(&joined).contains(&words) {
                places.push(first..first + index + 1);
                break;
            }
            // White space that ended the row is no part of it; beside Japanese it means nothing.
            joined.push(' ');
            if index > 0 {
                behind.push(' ');
            }
        }
    }
    places
}

/// A row without what stands left of its text.
fn without_margin(row: &str) -> &str {
    row.trim_start_matches([' ', '│', '|', '>'])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::layout::{Row, Tone};

    fn page(rows: &[&str]) -> Vec<SheetRow> {
        let row = |text: &&str| SheetRow {
            row: Row::of(*text, Tone::Plain),
            start: crate::app::Start::Nothing,
            number: None,
        };
        rows.iter().map(row).collect()
    }

    #[rstest]
    #[case("サーバ", &[(0, 1)])]
    #[case("ｓａ", &[(2, 3)])]
    #[case("二重入力", &[(3, 5)])]
    #[case("two words", &[(6, 8)])]
    #[case("しない", &[])]
    #[case("", &[])]
    #[case("  ", &[])]
    fn words_are_found_over_the_end_of_a_row_and_not_over_that_of_a_paragraph(
        #[case] words: &str,
        #[case] found: &[(usize, usize)],
    ) {
        let rows = page(&[
            "- さーばーの話をし",
            "",
            "ない。SA",
            "│ 紙と画面への二重",
            "│ 入力をやめる",
            "",
            "two",
            "words",
            "",
        ]);
        let places: Vec<_> = places(&rows, words).iter().map(|place| (place.start, place.end)).collect();
        assert_eq!(places, found);
    }

    #[test]
    fn the_first_place_is_the_one_behind_the_row_at_which_the_search_began() {
        let rows = page(&["紙", "画面", "紙", "紙"]);
        let mut search = TextSearch::begin(1);
        search.field.insert("紙");
        search.look(&rows);
        assert_eq!(search.row(), 2);
        search.take_words();
        search.step(false);
        search.step(false);
        assert_eq!(search.row(), 0, "around the end");
        search.step(true);
        assert_eq!(search.row(), 3);
        assert_eq!([0, 1, 3].map(|row| search.mark(row)), [Some(false), None, Some(true)]);
    }

    #[rstest]
    #[case(40, "探す > 紙と画面の両方  (1/1)", 21)]
    #[case(20, "探す > の両方  (1/1)", 13)]
    fn the_words_stand_in_one_row_with_the_cursor_in_sight(
        #[case] columns: usize,
        #[case] line: &str,
        #[case] cursor: usize,
    ) {
        let mut search = TextSearch::begin(0);
        search.field.insert("紙と画面の両方");
        search.look(&page(&["紙と画面の両方に書く"]));
        assert_eq!(search.line(Language::Japanese, columns, Ambiguous::Narrow), (line.to_owned(), Some(cursor)));
    }
}
