//! Text from outside (files, names, the keyboard, other machines) made safe for a terminal, a title, a log or an
//! export. Made once, at the border; everything behind the border takes this type. It never refuses a text.

mod class;
mod judge;

use std::fmt;
use std::ops::Deref;

use class::Holds;
use judge::{Fate, Judge};

/// Text without control characters, direction marks or invisible tricks.
///
/// | in the source | here |
/// |---|---|
/// | line feed, and carriage return with or without one | line feed |
/// | tab | four spaces |
/// | U+2028, U+2029, U+0085 | a space |
/// | other C0, DEL, C1, direction marks, zero-width characters, tags, noncharacters | U+FFFD, so that it is seen |
/// | a joiner (U+200D) between two emoji | itself; anywhere else U+FFFD |
/// | private use | 〓, as Japanese print marks a missing character |
/// | the first variation selector of a base (葛󠄀, 辻󠄀) and its first eight marks | themselves |
/// | what follows these, or has no base | one U+FFFD for the whole run |
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText {
    text: String,
    /// It follows from the text; whoever measures it asks for it again and again.
    is_usual: bool,
}

impl SafeText {
    /// Makes any text safe. Total, linear and idempotent; never more than four times the bytes.
    pub fn new(text: &str) -> SafeText {
        SafeText::made(text, "\n")
    }

    /// The same in one line, for titles, file names and table cells: every line end is a space.
    pub fn line(text: &str) -> SafeText {
        SafeText::made(text, " ")
    }

    /// The text itself, where nothing in it can do harm in any company; that is nearly every text of a lesson.
    pub fn as_it_is(text: &str) -> Option<SafeText> {
        match class::holds(text, true) {
            Holds::Any => None,
            holds => Some(SafeText { text: text.to_owned(), is_usual: holds == Holds::UsualAlone }),
        }
    }

    fn made(text: &str, line_end: &str) -> SafeText {
        let holds = class::holds(text, line_end == "\n");
        if holds != Holds::Any {
            return SafeText { text: text.to_owned(), is_usual: holds == Holds::UsualAlone };
        }
        let mut safe = String::with_capacity(text.len() + text.len() / 8);
        for (_, character, fate) in Judge::over(text) {
            match fate {
                Fate::Kept => safe.push(character),
                Fate::LineEnd => safe.push_str(line_end),
                Fate::Tab => safe.push_str("    "),
                Fate::Space => safe.push(' '),
                Fate::Refused => safe.push(char::REPLACEMENT_CHARACTER),
                Fate::PrivateUse => safe.push('〓'),
                Fate::Swallowed => {}
            }
        }
        let is_usual = class::holds(&safe, false) == Holds::UsualAlone;
        SafeText { text: safe, is_usual }
    }

    /// Whether it holds usual characters alone (see [`crate::usual`]), so that it is measured by counting.
    pub fn is_usual(&self) -> bool {
        self.is_usual
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn into_string(self) -> String {
        self.text
    }
}

/// What an author must mend: byte offset and code point of each character of a source that [`SafeText`] does not show
/// as written. Line ends, tabs and a byte order mark at the start do no harm and are not told; of a run of surplus
/// marks only the first is.
pub fn unsafe_characters(source: &str) -> Vec<(usize, char)> {
    Judge::over(source)
        .filter(|(offset, character, fate)| {
            matches!(fate, Fate::Space | Fate::Refused | Fate::PrivateUse) && (*offset, *character) != (0, '\u{FEFF}')
        })
        .map(|(offset, character, _)| (offset, character))
        .collect()
}

impl Default for SafeText {
    /// Empty, as what is made of an empty text.
    fn default() -> SafeText {
        SafeText { text: String::new(), is_usual: true }
    }
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}
