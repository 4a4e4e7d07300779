//! The few words that layout adds to a text, in both languages.

use crate::domain::document::Callout;
use crate::domain::language::Language;

/// Words of one language. A pair stands around what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    pub note: &'static str,
    pub tip: &'static str,
    pub important: &'static str,
    pub warning: &'static str,
    pub caution: &'static str,
    pub image: (&'static str, &'static str),
    pub footnote: (&'static str, &'static str),
    /// Around struck text, because a line through it is not read aloud and not shown everywhere.
    pub struck: (&'static str, &'static str),
    /// In place of an empty table cell.
    pub blank: &'static str,
}

impl Labels {
    pub fn of(language: Language) -> Labels {
        match language {
            Language::Japanese => Labels {
                note: "補足",
                tip: "ヒント",
                important: "重要",
                warning: "注意",
                caution: "警告",
                image: ("[図: ", "]"),
                footnote: ("[注", "]"),
                struck: ("[取り消し: ", "]"),
                blank: "（空欄）",
            },
            Language::English => Labels {
                note: "Note",
                tip: "Tip",
                important: "Important",
                warning: "Warning",
                caution: "Caution",
                image: ("[Image: ", "]"),
                footnote: ("[note ", "]"),
                struck: ("[struck out: ", "]"),
                blank: "(blank)",
            },
        }
    }

    pub(super) fn callout(&self, callout: Callout) -> &'static str {
        match callout {
            Callout::Note => self.note,
            Callout::Tip => self.tip,
            Callout::Important => self.important,
            Callout::Warning => self.warning,
            Callout::Caution => self.caution,
        }
    }
}
