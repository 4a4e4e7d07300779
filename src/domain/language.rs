//! The two languages of the program and of its lessons.

use serde::{Deserialize, Serialize};

/// A language that lessons and messages exist in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    #[serde(rename = "ja")]
    Japanese,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both, the source language first.
    pub const ALL: [Language; 2] = [Language::Japanese, Language::English];

    /// The two-letter code of ISO 639-1, as it stands in folders, front matter and events.
    pub fn code(self) -> &'static str {
        match self {
            Language::Japanese => "ja",
            Language::English => "en",
        }
    }

    /// The name of the language in itself, as a list of languages shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Japanese => "日本語",
            Language::English => "English",
        }
    }

    /// Reads `ja`, `en` and longer tags such as `ja-JP` or `en_GB.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let tag = tag.to_ascii_lowercase();
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.code() == primary)
    }

    /// The language to fall back on when a lesson is missing in this one.
    pub fn other(self) -> Language {
        match self {
            Language::Japanese => Language::English,
            Language::English => Language::Japanese,
        }
    }
}
