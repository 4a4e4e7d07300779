//! What is said about a lesson that the learner knows already: what is asked, and what comes of it.

use crate::domain::language::Language::{self, English, Japanese};

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeforehandSay {
    /// Before the first question: what the two are for.
    Asked,
    /// It is done without reading.
    Known,
    /// It is not known so surely: the text follows.
    ToRead,
}

impl BeforehandSay {
    pub fn in_language(self, language: Language) -> String {
        match (self, language) {
            (BeforehandSay::Asked, Japanese) => "2問とも自信ありの正解で修了です。",
            (BeforehandSay::Asked, English) => "Both right and sure, and it is done.",
            (BeforehandSay::Known, Japanese) => {
                "2問とも自信ありの正解なので、この教材は修了です。本文は、教材一覧からいつでも読めます。"
            }
            (BeforehandSay::Known, English) => {
                "Both right and sure: this lesson is done. Its text stays in the list of lessons."
            }
            (BeforehandSay::ToRead, Japanese) => "このあと、本文を読みます。",
            (BeforehandSay::ToRead, English) => "The text comes next.",
        }
        .into()
    }
}
