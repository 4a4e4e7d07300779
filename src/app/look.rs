//! How the program is shown on this machine: screens or lines, colours, marks, and how wide the terminal draws
//! ambiguous characters. It draws nothing itself.

use crate::app::Surface;
use crate::layout::Rendition;
use crate::width::Ambiguous;

/// What belongs to the machine and its terminal, never to the learner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub theme: Theme,
    pub marks: Marks,
    /// What the program opens on; `None` when nobody chose.
    pub surface: Option<Surface>,
    /// `None` until the terminal has been asked, or is remembered.
    pub ambiguous: Option<Ambiguous>,
    /// No colour is wanted here, whatever the theme.
    pub is_colourless: bool,
    /// Screens can be drawn here; into a file or a pipe they cannot.
    pub can_draw: bool,
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
    /// The theme that is drawn with.
    pub fn shown_theme(&self) -> Theme {
        if self.is_colourless { Theme::Plain } else { self.theme }
    }

    /// How wide ambiguous characters are taken to be: narrow until the terminal says otherwise.
    pub fn ambiguous(&self) -> Ambiguous {
        self.ambiguous.unwrap_or_default()
    }

    /// How structure is drawn: in ASCII until the terminal is known to draw a frame's lines in one column.
    pub fn rendition(&self) -> Rendition {
        Rendition::Screen { ascii: self.marks == Marks::Ascii || self.ambiguous != Some(Ambiguous::Narrow) }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::not_asked_yet(Marks::Auto, None, true)]
    #[case::narrow(Marks::Auto, Some(Ambiguous::Narrow), false)]
    #[case::wide(Marks::Auto, Some(Ambiguous::Wide), true)]
    #[case::chosen(Marks::Ascii, Some(Ambiguous::Narrow), true)]
    fn lines_are_drawn_where_they_are_known_to_take_one_column(
        #[case] marks: Marks,
        #[case] ambiguous: Option<Ambiguous>,
        #[case] ascii: bool,
    ) {
        let look = Look { marks, ambiguous, ..Look::default() };
        assert_eq!(look.rendition(), Rendition::Screen { ascii });
    }
}
