//! The text of a row: its own, or a part of one that the rows of a paragraph share, so that it is not written once more
//! for each of them.

use std::ops::{Deref, Range};
use std::rc::Rc;

#[derive(Clone, Debug)]
pub(super) enum Text {
    Own(String),
    /// The bytes of the range, which begins and ends between characters.
    Shared(Rc<str>, Range<usize>),
}

impl Text {
    /// As one that may be changed: a shared one is written out.
    pub(super) fn own(&mut self) -> &mut String {
        if let Text::Shared(text, range) = self {
            *self = Text::Own(text[range.clone()].to_owned());
        }
        match self {
            Text::Own(text) => text,
            Text::Shared(..) => unreachable!("it was written out"),
        }
    }

    /// Its first bytes alone.
    pub(super) fn truncate(&mut self, length: usize) {
        match self {
            Text::Own(text) => text.truncate(length),
            Text::Shared(_, range) => range.end = range.end.min(range.start + length),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Text::Own(text) => text,
            Text::Shared(text, range) => &text[range.clone()],
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::Own(String::new())
    }
}

/// Whoever else has it.
impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_shared_text_is_changed_without_the_others() {
        let shared: Rc<str> = Rc::from("窓口の手順");
        let [mut first, mut second] = [0..9, 9..15].map(|range| Text::Shared(Rc::clone(&shared), range));
        first.own().push('は');
        assert_eq!([&*first, &*second], ["窓口のは", "手順"]);
        second.truncate(3);
        assert_eq!(&*second, "手");
        assert_eq!(second, Text::Own("手".to_owned()));
        assert_eq!(&*shared, "窓口の手順");
    }
}
