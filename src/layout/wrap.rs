//! What a row takes whole: the stretches of a line between one place where it may end and the next. They end where
//! UAX #14 with CSS's strict rules allows it and [`kinsoku`](super::kinsoku) and [`glue`](super::glue) do not object.
//! The only user of `icu_segmenter`.

#[cfg(test)]
mod conformance;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use unicode_segmentation::UnicodeSegmentation;

use crate::layout::glue::figures;
use crate::layout::kinsoku;
use crate::width::{Ambiguous, columns_with};

/// What may not be parted, with the white space behind it. It begins where the one before it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unit {
    /// Byte offset in the line.
    pub(super) end: usize,
    pub(super) columns: usize,
    /// Columns without the white space.
    pub(super) seen: usize,
}

/// The units of one line of text; none of an empty one.
pub(super) fn units(line: &str, ambiguous: Ambiguous) -> Vec<Unit> {
    let mut units = Vec::new();
    if line.is_empty() {
        return units;
    }
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let figures = figures(line);
    let mut figures = figures.iter().peekable();
    let mut start = 0;
    for end in LineSegmenter::new_for_non_complex_scripts(options).segment_str(line).skip(1) {
        while figures.next_if(|figure| figure.end <= end).is_some() {}
        let is_in_figure = figures.peek().is_some_and(|figure| figure.start < end);
        if end == line.len() || !(is_in_figure || is_joined(line, end)) {
            let text = &line[start..end];
            let seen = text.trim_end();
            let seen_columns = columns_with(seen, ambiguous);
            let columns = seen_columns + columns_with(&text[seen.len()..], ambiguous);
            units.push(Unit { end, columns, seen: seen_columns });
            start = end;
        }
    }
    units
}

/// Whether this place may not end a row although UAX #14 allows it: kinsoku, also across spaces; the inside of Latin
/// words, addresses and paths; the inside of a grapheme.
fn is_joined(line: &str, end: usize) -> bool {
    let (before, after) = line.split_at(end);
    let is_spaced = before.ends_with(char::is_whitespace);
    // White space at the start of a line is like a space behind a letter.
    let before = before.trim_end().chars().next_back().unwrap_or('a');
    let Some(after) = after.chars().next() else { return false };
    let is_in_word = !is_spaced && before.is_ascii_graphic() && after.is_ascii_graphic();
    let may_part = if is_spaced { kinsoku::may_face } else { kinsoku::may_part };
    // A wide space belongs to what stands before it, also behind another one.
    after == '\u{3000}' || is_in_word || !may_part(before, after) || is_in_grapheme(line, end)
}

/// Whether the characters around this place are one grapheme, which UAX #14 does not know of a prefix or a skin tone
/// without its emoji. Flags it does know; looking back over a row of them at each would take quadratic time.
fn is_in_grapheme(line: &str, end: usize) -> bool {
    let before = line[..end].chars().next_back().map_or(0, char::len_utf8);
    let after = line[end..].chars().next();
    let is_flag = matches!(after, Some('\u{1F1E6}'..='\u{1F1FF}'));
    !is_flag && line[end - before..end + after.map_or(0, char::len_utf8)].graphemes(true).nth(1).is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::units;
    use crate::layout::common;
    use crate::usual::first_unusual;
    use crate::width::Ambiguous;

    /// At least one of every class of the table, and of every kind of figure.
    const COMMON: &str = " \u{3000}aZ0#!?\"'$+\\%([{)]},.:;-|/~ぁっかがーァカヴヶ・々〜～ゝ！？：；、。，．」）】「（【％〃〒〇０９Ａｚ＋－／＠…‥①⑳─―※→■○×“”‘’–▸·•第年度月円万日キロメートル時間半＂＃＄＇＜＞＼＾＿｀｜｟";

    /// Where rows may end, the short way and the long way.
    fn both_ways(text: &str) -> [Vec<usize>; 2] {
        let inside = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && common::may_end(text, *at));
        let short = inside.chain([text.len()]).collect();
        let long = units(text, Ambiguous::Wide).iter().map(|unit| unit.end).collect();
        [short, long]
    }

    #[test]
    fn the_short_way_ends_rows_where_the_long_way_does_for_every_three_classes() {
        let characters: Vec<char> = " \u{3000}a0!\"$%([)}.-/ぁア・！、（％＄＃９…―“”第年月か".chars().collect();
        for first in &characters {
            for second in &characters {
                for third in &characters {
                    let text = String::from_iter([first, second, third]);
                    let [short, long] = both_ways(&text);
                    assert_eq!(short, long, "{text:?}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_ends_rows_where_the_long_way_does(
            characters in prop::collection::vec(prop::sample::select(COMMON.chars().collect::<Vec<_>>()), 1..40)
        ) {
            let [short, long] = both_ways(&String::from_iter(characters));
            prop_assert_eq!(short, long);
        }
    }

    #[test]
    fn what_is_usual_is_common() {
        let usual = (' '..='\u{FFFF}').filter(|character| first_unusual(&character.to_string(), 0).is_none());
        assert_eq!(usual.filter(|character| !common::knows(*character)).collect::<String>(), "");
    }

    /// Where Unicode says letter, the table says letter: every character that it takes is measured and parted alike.
    #[test]
    fn every_common_character_is_read_as_the_library_reads_it() {
        for character in (' '..='\u{FFFF}').filter(|character| common::knows(*character)) {
            for text in [
                format!("{character}"),
                format!("漢{character}漢"),
                format!("a{character}a"),
                format!("（{character}）"),
            ] {
                let [short, long] = both_ways(&text);
                assert_eq!(short, long, "{text:?}");
                for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
                    let columns = crate::width::columns_with(&text, ambiguous);
                    assert_eq!(
                        common::fitting(&text, false, usize::MAX, ambiguous),
                        Some((text.len(), columns)),
                        "{text:?}"
                    );
                }
            }
        }
    }
}
