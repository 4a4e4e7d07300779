//! Text into cells as the terminal will draw it: where ambiguous characters are wide, each has two cells, so that no
//! neighbour is drawn over its right half and everything behind it stands where it was measured. It wraps nothing.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::width::{self, Ambiguous, graphemes};

/// Of kana, kanji and lines. Their columns are told as well, so that they are not measured again in every frame, twice.
const THREE_BYTES: usize = 3;

/// Writes one line from the left onto cells with nothing in them; what has no room is left out, a wide character that half
/// fits as well.
pub fn put<'text>(
    parts: impl IntoIterator<Item = (&'text str, Style)>,
    ambiguous: Ambiguous,
    area: Rect,
    buffer: &mut Buffer,
) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let start = buffer.index_of(area.left(), area.y);
    let row = &mut buffer.content[start..start + usize::from(area.width)];
    let mut left = 0;
    for (text, style) in parts {
        for (grapheme, columns) in graphemes(text, ambiguous) {
            let Some(wide) = u16::try_from(columns).ok().and_then(NonZeroU16::new) else { continue };
            let Some([cell, covered @ ..]) = row.get_mut(left..left + columns) else { return };
            cell.set_symbol(grapheme).set_style(style);
            // The library, which measures narrow, has to be told of the others.
            let is_told = ambiguous == Ambiguous::Wide && width::columns(grapheme) != columns;
            if is_told || grapheme.len() == THREE_BYTES {
                cell.set_diff_option(CellDiffOption::ForcedWidth(wide));
            }
            if is_told {
                for cell in covered {
                    cell.set_diff_option(CellDiffOption::Skip);
                }
            }
            left += columns;
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::CellWidth;

    use super::*;

    fn drawn(text: &str, ambiguous: Ambiguous, columns: u16) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
        put([(text, Style::new())], ambiguous, buffer.area, &mut buffer);
        buffer
    }

    /// What is sent to the terminal for a change, as column and text.
    fn sent(before: &str, after: &str, ambiguous: Ambiguous) -> Vec<(u16, String)> {
        let (before, after) = (drawn(before, ambiguous, 12), drawn(after, ambiguous, 12));
        before.diff(&after).into_iter().map(|(column, _, cell)| (column, cell.symbol().to_owned())).collect()
    }

    fn at(column: u16, text: &str) -> (u16, String) {
        (column, text.to_owned())
    }

    #[test]
    fn a_wide_ambiguous_character_has_two_cells_and_the_next_one_stands_behind_it() {
        assert_eq!(sent("", "①a②", Ambiguous::Wide), [at(0, "①"), at(2, "a"), at(3, "②")]);
        assert_eq!(sent("", "①a②", Ambiguous::Narrow), [at(0, "①"), at(1, "a"), at(2, "②")]);
        assert_eq!(sent("", "あ①い", Ambiguous::Wide), [at(0, "あ"), at(2, "①"), at(4, "い")]);
    }

    #[test]
    fn what_stood_under_its_right_half_is_drawn_again_when_it_goes() {
        assert_eq!(sent("①", "ab", Ambiguous::Wide), [at(0, "a"), at(1, "b")]);
        assert_eq!(sent("①b", "a", Ambiguous::Wide), [at(0, "a"), at(1, " "), at(2, " ")]);
        assert_eq!(sent("ab", "①", Ambiguous::Wide), [at(0, "①")]);
        assert_eq!(sent("①a", "①b", Ambiguous::Wide), [at(2, "b")]);
    }

    /// What is told to the library spares its measuring; it must be what the library would have found.
    #[test]
    fn what_is_told_is_what_the_library_measures() {
        // Of the two half-width sound marks the library believes that they take two columns.
        for character in ('\u{800}'..='\u{FFFF}').filter(|character| !matches!(character, 'ﾞ' | 'ﾟ')) {
            let text = character.to_string();
            let Some(columns) = NonZeroU16::new(text.cell_width()).filter(|columns| columns.get() <= 2) else {
                continue;
            };
            let told = drawn(&text, Ambiguous::Narrow, 2).content[0].clone();
            if told.symbol() == text && !text.chars().all(char::is_control) {
                assert_eq!(told.diff_option, CellDiffOption::ForcedWidth(columns), "{character:?}");
            }
        }
    }

    #[test]
    fn nothing_is_drawn_half() {
        let shown = |text: &str, ambiguous| {
            let buffer = drawn(text, ambiguous, 2);
            buffer.content.iter().map(|cell| cell.symbol().to_owned()).collect::<String>()
        };
        assert_eq!(shown("a①", Ambiguous::Wide), "a ");
        assert_eq!(shown("a①", Ambiguous::Narrow), "a①");
        assert_eq!(shown("aあ", Ambiguous::Narrow), "a ");
    }
}
