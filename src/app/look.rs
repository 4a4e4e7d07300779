//! How screens are drawn on this terminal: colours, marks, and how wide the terminal draws ambiguous characters. It
//! draws nothing itself.

use crate::layout::Rendition;
use crate::width::Ambiguous;

/// What belongs to the machine and its terminal, never to the learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub marks: Marks,
    /// `None` until the terminal has been asked.
    pub ambiguous: Option<Ambiguous>,
}

/// Colours, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own colours with bold and reverse.
    #[default]
    Plain,
    /// Colours for a dark background.
    Dark,
    /// Colours for a light background.
    Light,
}

/// The marks that frames, bars and lists are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// Drawn lines where the terminal is known to draw them in one column.
    #[default]
    Auto,
    Ascii,
}

impl Look {
    /// How wide ambiguous characters are taken to be: narrow until the terminal says otherwise.
    pub fn ambiguous(&self) -> Ambiguous {
        self.ambiguous.unwrap_or_default()
    }

    /// How structure is drawn: in ASCII until the terminal is known to draw a frame's lines in one column.
    pub fn rendition(&self) -> Rendition {
        Rendition::Screen { ascii: self.marks == Marks::Ascii || self.ambiguous != Some(Ambiguous::Narrow) }
    }
}
