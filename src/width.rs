//! How many columns a text takes on a terminal, measured by grapheme. It never cuts, pads or changes a text.

mod letters;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::usual::{self, KANA, kana_index};

/// How wide a terminal draws the characters that Unicode calls ambiguous (①, ─, ※, “, α, Я). A Japanese Windows
/// console takes two columns for them, most other terminals one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    #[default]
    Narrow,
    Wide,
}

/// Columns of a text where ambiguous characters are narrow.
pub fn columns(text: &str) -> usize {
    columns_with(text, Ambiguous::Narrow)
}

/// Columns of a text. Control characters take none: a text that holds some has not passed the border.
pub fn columns_with(text: &str, ambiguous: Ambiguous) -> usize {
    let graphemes = graphemes(text, ambiguous);
    if graphemes.usual == text.len() {
        return usual::fitting(text, usize::MAX).1;
    }
    graphemes.map(|(_, columns)| columns).sum()
}

/// Columns of one character that no terminal disagrees about; `None` for everything else.
pub fn undisputed_columns(text: &str) -> Option<usize> {
    let mut characters = text.chars();
    let first = characters.next()?;
    simple_columns(first).filter(|_| characters.next().is_none())
}

/// The graphemes of a text, each with its columns. A grapheme is the smallest thing that a line may be cut at.
pub fn graphemes(text: &str, ambiguous: Ambiguous) -> Graphemes<'_> {
    Graphemes { rest: text, usual: usual::length(text), ambiguous, ahead: None }
}

/// See [`graphemes`].
#[derive(Clone, Debug)]
pub struct Graphemes<'text> {
    rest: &'text str,
    /// Bytes that the rest begins with and that are usual characters: each is a grapheme by itself, but for the last
    /// one, which something else may be drawn onto.
    usual: usize,
    ambiguous: Ambiguous,
    /// Bytes and columns of the next one, when they are known already.
    ahead: Option<(usize, usize)>,
}

impl<'text> Iterator for Graphemes<'text> {
    type Item = (&'text str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let first = *self.rest.as_bytes().first()?;
        let (length, columns) = usual::extent(first);
        if length < self.usual || length == self.rest.len() && length == self.usual {
            self.usual -= length;
            self.ahead = None;
            return Some((self.take(length), columns));
        }
        let (length, columns) = self.one_of_any();
        let grapheme = self.take(length);
        self.usual = if usual::may_begin(self.rest) { usual::length(self.rest) } else { 0 };
        Some((grapheme, columns))
    }
}

impl<'text> Graphemes<'text> {
    fn take(&mut self, length: usize) -> &'text str {
        let (grapheme, rest) = self.rest.split_at(length);
        self.rest = rest;
        grapheme
    }

    /// Bytes and columns of the next one, whatever it is.
    fn one_of_any(&mut self) -> (usize, usize) {
        let simple = self.ahead.take().or_else(|| simple_start(self.rest, self.ambiguous));
        let alone = simple.filter(|(length, _)| {
            let rest = &self.rest[*length..];
            // What was found out of the next one need not be found out again.
            self.ahead = simple_start(rest, self.ambiguous);
            rest.is_empty() || self.ahead.is_some()
        });
        alone.unwrap_or_else(|| {
            let grapheme = self.rest.graphemes(true).next().expect("the rest is not empty");
            self.ahead = None;
            (grapheme.len(), grapheme_columns(grapheme, self.ambiguous))
        })
    }
}

/// Bytes and columns of the first character, where it is a grapheme by itself beside any other such.
fn simple_start(text: &str, ambiguous: Ambiguous) -> Option<(usize, usize)> {
    match *text.as_bytes() {
        [b' '..=b'~', ..] => Some((1, 1)),
        // From U+5000 on.
        [0xE5..=0xE9, ..] => Some((3, 2)),
        [0xE3, second, third, ..] if IS_SIMPLE_KANA[kana_index(second, third)] => Some((3, 2)),
        _ => {
            let first = text.chars().next()?;
            Some((first.len_utf8(), columns_alone(first, ambiguous)?))
        }
    }
}

/// From U+3000 to U+3FFF, which begin with the same byte.
static IS_SIMPLE_KANA: [bool; KANA] = {
    let mut are = [false; KANA];
    let mut index = 0;
    while index < are.len() {
        are[index] = match char::from_u32(0x3000 + index as u32) {
            Some(character) => simple_columns(character).is_some(),
            None => false,
        };
        index += 1;
    }
    are
};

/// Columns of the characters that nearly all of a lesson consists of: two of them in a row are always two graphemes,
/// and no terminal disagrees about their width. Everything else goes the long way.
const fn simple_columns(character: char) -> Option<usize> {
    match character {
        ' '..='~' | '\u{FF61}'..='\u{FF9D}' => Some(1),
        '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309B}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

/// The same with the lines that frames are drawn with, which terminals do disagree about.
fn columns_alone(character: char, ambiguous: Ambiguous) -> Option<usize> {
    match (character, ambiguous) {
        ('\u{2500}'..='\u{254B}', Ambiguous::Narrow) => Some(1),
        ('\u{2500}'..='\u{254B}', Ambiguous::Wide) => Some(2),
        _ => simple_columns(character),
    }
}

fn grapheme_columns(grapheme: &str, ambiguous: Ambiguous) -> usize {
    if grapheme.starts_with(char::is_control) {
        return 0;
    }
    match ambiguous {
        Ambiguous::Narrow => grapheme.width(),
        Ambiguous::Wide => {
            let letter_is_wide = grapheme.chars().next().is_some_and(letters::is_ambiguous);
            grapheme.width_cjk().max(if letter_is_wide { 2 } else { 0 })
        }
    }
}
