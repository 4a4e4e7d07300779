//! Decides, character by character and with one character of foresight, what becomes of a text.

use super::class::{Class, class, is_emoji};

/// Marks that one base may carry, and emoji that may be joined to one; more are used only to smear over neighbouring
/// lines, or to hide a long text in two columns.
const MARKS_LIMIT: u32 = 8;

/// What becomes of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    LineEnd,
    Tab,
    Space,
    /// Replaced where it can be seen.
    Refused,
    PrivateUse,
    /// Already stood for by the replacement before it, or by the line feed after it.
    Swallowed,
}

/// Walks over a text; see [`Judge::over`].
pub(super) struct Judge<'text> {
    characters: std::iter::Peekable<std::str::CharIndices<'text>>,
    base: Base,
    /// How many emoji are joined to what comes next; the last joiner makes it `is_joined`.
    joined: u32,
    is_joined: bool,
}

/// What the marks that come next would be drawn onto.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// Start of a line: a mark would be drawn onto whatever the screen shows there.
    None,
    Some {
        character: char,
        marks: u32,
        has_selector: bool,
    },
    /// A replacement that stands for a run of surplus marks.
    Surplus,
}

impl Judge<'_> {
    /// Every character of the text once, in order, with its byte offset.
    pub(super) fn over(text: &str) -> Judge<'_> {
        Judge { characters: text.char_indices().peekable(), base: Base::None, joined: 0, is_joined: false }
    }

    fn fate(&mut self, character: char) -> Fate {
        match class(character) {
            Class::Visible => self.base(character, Fate::Kept),
            Class::EmojiModifier => match self.base {
                Base::Some { character: base, .. } if is_emoji(base) => self.mark(),
                _ => self.base(character, Fate::Kept),
            },
            Class::Mark => self.mark(),
            Class::VariationSelector => match self.base {
                Base::Some { character, marks, has_selector: false } => {
                    self.base = Base::Some { character, marks, has_selector: true };
                    Fate::Kept
                }
                _ => self.surplus(),
            },
            Class::Joiner => match (self.base, self.characters.peek()) {
                (Base::Some { character: base, .. }, Some((_, next)))
                    if is_emoji(base) && is_emoji(*next) && self.joined < MARKS_LIMIT =>
                {
                    self.joined += 1;
                    self.is_joined = true;
                    Fate::Kept
                }
                _ => self.base(character, Fate::Refused),
            },
            Class::Hidden => self.base(character, Fate::Refused),
            Class::PrivateUse => self.base(character, Fate::PrivateUse),
            Class::LineSeparator => self.base(character, Fate::Space),
            Class::Tab => self.base(character, Fate::Tab),
            Class::LineFeed => {
                self.base = Base::None;
                Fate::LineEnd
            }
            Class::CarriageReturn => {
                self.base = Base::None;
                match self.characters.peek() {
                    Some((_, '\n')) => Fate::Swallowed,
                    _ => Fate::LineEnd,
                }
            }
        }
    }

    /// What marks are now drawn onto: the character, or what replaces it, which is no emoji either.
    fn base(&mut self, character: char, fate: Fate) -> Fate {
        if !std::mem::take(&mut self.is_joined) {
            self.joined = 0;
        }
        self.base = Base::Some { character, marks: 0, has_selector: false };
        fate
    }

    fn mark(&mut self) -> Fate {
        match self.base {
            Base::Some { character, marks, has_selector } if marks < MARKS_LIMIT => {
                self.base = Base::Some { character, marks: marks + 1, has_selector };
                Fate::Kept
            }
            _ => self.surplus(),
        }
    }

    fn surplus(&mut self) -> Fate {
        let fate = if self.base == Base::Surplus { Fate::Swallowed } else { Fate::Refused };
        self.base = Base::Surplus;
        fate
    }
}

impl Iterator for Judge<'_> {
    type Item = (usize, char, Fate);

    fn next(&mut self) -> Option<Self::Item> {
        let (offset, character) = self.characters.next()?;
        let fate = self.fate(character);
        Some((offset, character, fate))
    }
}
