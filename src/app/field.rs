//! A text being typed: its characters and a cursor between graphemes. It knows no key and decides nothing.

use serde::{Deserialize, Serialize};

use crate::text::SafeText;
use crate::width::{self, Ambiguous};

/// One line of text with a cursor. What cannot be shown safely never gets in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Field {
    text: String,
    /// Bytes before the cursor; always between two graphemes.
    cursor: usize,
}

/// A typed text is no longer than this many characters.
const CHARACTERS_AT_MOST: usize = 400;

impl Field {
    /// A field that holds a text, with the cursor at its end.
    pub fn holding(text: &str) -> Field {
        let mut field = Field::default();
        field.insert(text);
        field
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes before the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts a text in at the cursor: line ends become spaces, and what does not fit is left out.
    pub fn insert(&mut self, typed: &str) {
        let (before, after) = self.text.split_at(self.cursor);
        let room = CHARACTERS_AT_MOST.saturating_sub(self.text.chars().count());
        let typed: String = typed
            .chars()
            .map(|typed| if matches!(typed, '\n' | '\r' | '\t') { ' ' } else { typed })
            .filter(|typed| !typed.is_control())
            .take(room)
            .collect();
        // Joined before it is made safe: a selector or a combining mark belongs to the character before it.
        let before = raw(&format!("{before}{typed}"));
        let text = raw(&format!("{before}{after}"));
        self.cursor = before.len().min(text.len());
        self.text = text;
        while !self.text.is_char_boundary(self.cursor) {
            self.cursor -= 1;
        }
    }

    pub fn backspace(&mut self) {
        let from = self.before();
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    pub fn delete(&mut self) {
        let to = self.after();
        self.text.replace_range(self.cursor..to, "");
    }

    pub fn left(&mut self) {
        self.cursor = self.before();
    }

    pub fn right(&mut self) {
        self.cursor = self.after();
    }

    pub fn home(&mut self) {
        self.cursor = 0;
    }

    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// Where the grapheme before the cursor begins.
    fn before(&self) -> usize {
        let before = width::graphemes(&self.text[..self.cursor], Ambiguous::Narrow);
        before.last().map_or(0, |(grapheme, _)| self.cursor - grapheme.len())
    }

    /// Where the grapheme after the cursor ends.
    fn after(&self) -> usize {
        let next = width::graphemes(&self.text[self.cursor..], Ambiguous::Narrow).next();
        self.cursor + next.map_or(0, |(grapheme, _)| grapheme.len())
    }
}

/// As a draft it is its text; the cursor comes back at the end.
impl From<String> for Field {
    fn from(text: String) -> Field {
        Field::holding(&text)
    }
}

impl From<Field> for String {
    fn from(field: Field) -> String {
        field.text
    }
}

fn raw(text: &str) -> String {
    SafeText::line(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_moves_by_what_the_eye_sees_as_one_character() {
        let mut field = Field::holding("葛\u{E0100}飾がe\u{301}");
        field.left();
        field.backspace();
        assert_eq!(field.text(), "葛\u{E0100}飾e\u{301}");
        field.home();
        field.delete();
        assert_eq!(field.text(), "飾e\u{301}");
        field.end();
        field.insert("市");
        assert_eq!(field.text(), "飾e\u{301}市");
    }

    #[test]
    fn a_pasted_text_becomes_one_safe_line_of_bounded_length() {
        let field = Field::holding("一\r\n二\u{1b}[31m\u{202E}三");
        assert!(!field.text().chars().any(char::is_control), "{:?}", field.text());
        assert!(field.text().starts_with("一") && field.text().contains('二') && field.text().ends_with('三'));
        assert_eq!(Field::holding(&"あ".repeat(1000)).text().chars().count(), CHARACTERS_AT_MOST);
    }

    #[test]
    fn a_text_is_put_in_where_the_cursor_stands() {
        let mut field = Field::holding("予算");
        field.left();
        field.insert("概");
        assert_eq!((field.text(), field.cursor()), ("予概算", "予概".len()));
        field.right();
        field.right();
        assert_eq!(field.cursor(), "予概算".len());
    }
}
