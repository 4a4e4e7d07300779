//! Text from outside (files, names, the keyboard, other machines) made safe for a terminal, a title, a log or an
//! export. Made once, at the border; everything behind the border takes this type.

use std::fmt;
use std::ops::Deref;

/// Text without control characters, direction marks or invisible tricks.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeText(String);

impl SafeText {
    /// Makes any text safe. Total, linear and idempotent.
    pub fn new(text: &str) -> SafeText {
        SafeText(text.chars().filter(|character| !character.is_control() || *character == '\n').collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SafeText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
