//! Decides, character by character and with one character of foresight, what becomes of a text.

use super::class::{Class, class};

/// Marks that one base may carry; more are used only to smear over neighbouring lines.
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
}

/// What the marks that come next would be drawn onto.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// Start of a line: a mark would be drawn onto whatever the screen shows there.
    None,
    Some {
        marks: u32,
        has_selector: bool,
        is_emoji: bool,
    },
    /// A replacement that stands for a run of surplus marks.
    Surplus,
}

impl Judge<'_> {
    /// Every character of the text once, in order, with its byte offset.
    pub(super) fn over(text: &str) -> Judge<'_> {
        Judge { characters: text.char_indices().peekable(), base: Base::None }
    }

    fn fate(&mut self, character: char) -> Fate {
        match class(character) {
            Class::Visible => self.base(false, Fate::Kept),
            Class::Emoji => self.base(true, Fate::Kept),
            Class::EmojiModifier => match self.base {
                Base::Some { is_emoji: true, .. } => self.mark(),
                _ => self.base(true, Fate::Kept),
            },
            Class::Mark => self.mark(),
            Class::VariationSelector => match self.base {
                Base::Some { marks, has_selector: false, is_emoji } => {
                    self.base = Base::Some { marks, has_selector: true, is_emoji };
                    Fate::Kept
                }
                _ => self.surplus(),
            },
            Class::Joiner => {
                let next = self.characters.peek().map(|(_, next)| class(*next));
                match (self.base, next) {
                    // The joiner is kept with what it joins: the base stays an emoji for the check above.
                    (Base::Some { is_emoji: true, .. }, Some(Class::Emoji)) => Fate::Kept,
                    _ => self.base(false, Fate::Refused),
                }
            }
            Class::Hidden => self.base(false, Fate::Refused),
            Class::PrivateUse => self.base(false, Fate::PrivateUse),
            Class::LineSeparator => self.base(false, Fate::Space),
            Class::Tab => self.base(false, Fate::Tab),
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

    fn base(&mut self, is_emoji: bool, fate: Fate) -> Fate {
        self.base = Base::Some { marks: 0, has_selector: false, is_emoji };
        fate
    }

    fn mark(&mut self) -> Fate {
        match self.base {
            Base::Some { marks, has_selector, is_emoji } if marks < MARKS_LIMIT => {
                self.base = Base::Some { marks: marks + 1, has_selector, is_emoji };
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
