//! Keys as the program knows them, whatever the terminal calls them.

/// One key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Character(char),
    Enter,
    Escape,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Backspace,
    Tab,
    Delete,
    /// F1: every key.
    Help,
    /// F12: nothing of the learner's is shown.
    Hide,
    /// Ctrl+C.
    Interrupt,
}

impl Key {
    /// Whether holding the key down may repeat it: movement and editing only, so that nothing is answered by a held key.
    pub fn may_repeat(self) -> bool {
        !matches!(self, Key::Enter | Key::Escape | Key::Tab | Key::Help | Key::Hide | Key::Interrupt)
    }
}
