//! 用語: what the words of the text at hand mean, and all others that the library explains. It reads no file.

use std::rc::Rc;

use crate::app::{AskStage, FirstRun, Model, Screen, Step};
use crate::domain::document::{Document, RichText};
use crate::domain::glossary::{Term, used_in};
use crate::domain::language::Language;
use crate::domain::question::{Answer, ClozePart, Question};

/// The terms of a library, those of the text at hand first.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryFacts {
    terms: Rc<Vec<Term>>,
    /// In the order of the text.
    here: Vec<usize>,
    /// The language of the text.
    pub language: Language,
}

impl GlossaryFacts {
    pub fn new(terms: Rc<Vec<Term>>, text: &str, language: Language) -> GlossaryFacts {
        GlossaryFacts { here: used_in(&terms, text), terms, language }
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms that the text uses.
    pub fn here(&self) -> Vec<&Term> {
        self.here.iter().filter_map(|place| self.terms.get(*place)).collect()
    }

    /// All others, as written.
    pub fn others(&self) -> Vec<&Term> {
        let others = self.terms.iter().enumerate().filter(|(place, _)| !self.here.contains(place));
        others.map(|(_, term)| term).collect()
    }

    /// The terms that these words may mean, those of the text first.
    pub fn found(&self, words: &str) -> Vec<&Term> {
        let mut found = self.here();
        found.extend(self.others());
        found.retain(|term| term.answers_to(words));
        found
    }
}

/// What is read or answered under the screen that is shown, and its language; no text on a list.
pub fn text_at_hand(model: &Model) -> (Language, String) {
    let nothing = (model.settings.language, String::new());
    model.screens.iter().rev().find_map(text_on).unwrap_or(nothing)
}

fn text_on(screen: &Screen) -> Option<(Language, String)> {
    match screen {
        Screen::FirstRun(FirstRun::Practice { content, .. }) => {
            Some((content.language, question_text(&content.question, true)))
        }
        Screen::Session(session) => match &session.step {
            Step::Ask { content, stage } => {
                let are_options_shown = !matches!(stage, AskStage::Thinking);
                Some((content.language, question_text(&content.question, are_options_shown)))
            }
            Step::Read { content, .. } => {
                let parts = [content.title.to_string(), Document::plain(&content.main), Document::plain(&content.more)];
                Some((content.language, parts.join("\n")))
            }
            Step::TryThis { content, .. } => {
                let cues = content.cues.iter().flat_map(|(cue, actions)| std::iter::once(cue).chain(actions));
                Some((content.language, lines(cues)))
            }
            Step::FollowUp(_) | Step::Close(_) | Step::Loading => None,
        },
        _ => None,
    }
}

/// What a question shows before it is answered: an answer that is typed is not among it.
fn question_text(question: &Question, are_options_shown: bool) -> String {
    let options = match &question.answer {
        _ if !are_options_shown => String::new(),
        Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => {
            lines(choices.iter().map(|choice| &choice.text))
        }
        Answer::Order(items) => lines(items),
        Answer::Match { left_heading, right_heading, lefts, rights } => {
            lines([left_heading, right_heading].into_iter().chain(lefts).chain(rights))
        }
        Answer::Cloze { parts, .. } => parts
            .iter()
            .map(|part| match part {
                ClozePart::Text(text) => text.as_str(),
                ClozePart::Blank(_) => "\n",
            })
            .collect(),
        Answer::TrueFalse { .. } | Answer::Number { .. } | Answer::Typed { .. } | Answer::Write { .. } => String::new(),
    };
    [question.stem.plain(), Document::plain(&question.body), options].join("\n")
}

fn lines<'text>(texts: impl IntoIterator<Item = &'text RichText>) -> String {
    texts.into_iter().map(|text| text.plain() + "\n").collect()
}
