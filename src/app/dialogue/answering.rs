//! An answer given in lines: by one reply, or by several that are echoed before anything is kept. The drafts of an
//! unfinished answer live here and nowhere else; an answer that was not finished was not given.

use crate::app::AskContent;
use crate::app::dialogue::reply;
use crate::domain::language::Language;
use crate::domain::question::{Answer, Confidence, Response};
use crate::i18n::say::Say;
use crate::text::fold;

/// How far the answer has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Texts typed so far: the blanks, or the one text.
    texts: Vec<String>,
    /// Everything is typed; sure, not sure, or once more?
    confirming: bool,
    /// 記述: the text stands, the checklist is next.
    checking: bool,
    unsure: bool,
}

/// What a reply led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Reaction {
    Answered(Response, Confidence),
    /// Say this and ask on.
    Go(Vec<Say>),
    /// The reply cannot be read: say what can.
    Again(Say),
    /// The model answer and the checklist are shown.
    ShowModel,
}

impl Draft {
    /// The words of the prompt.
    pub fn prompt(&self, content: &AskContent) -> Say {
        let has_hint = !content.question.hint.is_empty();
        if self.checking {
            return Say::ChecksPrompt;
        }
        if self.confirming {
            return Say::ConfirmPrompt;
        }
        match &content.question.answer {
            Answer::One(_) | Answer::Case(_) | Answer::TrueFalse { .. } => Say::PickOne { has_hint },
            Answer::All(_) => Say::PickAll { has_hint },
            Answer::Order(_) => Say::OrderPrompt { has_hint },
            Answer::Match { .. } => Say::MatchPrompt { has_hint },
            Answer::Number { unit, .. } => Say::NumberAnswerPrompt { unit: unit.to_string(), has_hint },
            Answer::Typed { .. } => Say::TypedPrompt { has_hint },
            Answer::Cloze { .. } => Say::BlankPrompt { number: self.texts.len() + 1, has_hint },
            Answer::Write { .. } => Say::WritePrompt { has_hint },
        }
    }

    /// Whether a bare letter is a command here; in a text it is one only while it stands alone.
    pub fn is_text(&self, content: &AskContent) -> bool {
        matches!(
            content.question.answer,
            Answer::Number { .. } | Answer::Typed { .. } | Answer::Cloze { .. } | Answer::Write { .. }
        ) && !self.checking
            && !self.confirming
    }

    /// A text is written, and its points are looked for.
    pub fn is_checking(&self) -> bool {
        self.checking
    }

    /// Everything is typed, and nothing is kept yet: `u` takes back what was typed, not the answer before it.
    pub fn is_confirming(&self) -> bool {
        self.confirming
    }

    /// Takes one reply.
    pub fn take(&mut self, content: &AskContent, line: &str) -> Reaction {
        if self.checking {
            return self.take_checks(content, line);
        }
        if self.confirming {
            return self.take_confirmation(content, line);
        }
        let plain = reply::plain(line);
        let (plain, confidence) = reply::confidence(&plain);
        if plain == "0" && is_answered_by_numbers(&content.question.answer) {
            return Reaction::Answered(nothing_chosen(&content.question.answer), Confidence::Unsure);
        }
        let order = &content.order;
        let written = |shown: usize| order.get(shown).copied().unwrap_or(shown);
        match &content.question.answer {
            Answer::One(choices) | Answer::Case(choices) => match reply::number(plain, choices.len()) {
                Some(number) => Reaction::Answered(Response::Picked(vec![written(number - 1)]), confidence),
                None => Reaction::Again(Say::OnlyChoice { last: choices.len() }),
            },
            Answer::TrueFalse { .. } => match reply::number(plain, 2) {
                Some(number) => Reaction::Answered(Response::Picked(vec![number - 1]), confidence),
                None => Reaction::Again(Say::OnlyChoice { last: 2 }),
            },
            Answer::All(choices) => match reply::numbers(plain, choices.len()) {
                Some(numbers) => {
                    let mut picked: Vec<usize> = numbers.iter().map(|number| written(number - 1)).collect();
                    picked.sort_unstable();
                    Reaction::Answered(Response::Picked(picked), confidence)
                }
                None => Reaction::Again(Say::OnlySeveral { last: choices.len() }),
            },
            Answer::Order(items) => match reply::numbers(plain, items.len()).filter(|all| all.len() == items.len()) {
                Some(numbers) => {
                    let order = numbers.iter().map(|number| written(number - 1)).collect();
                    Reaction::Answered(Response::Order(order), confidence)
                }
                None => Reaction::Again(Say::OnlyOrder { count: items.len() }),
            },
            Answer::Match { lefts, rights, .. } => match reply::pairs(plain, lefts.len(), rights.len()) {
                Some(mut pairs) => {
                    pairs.iter_mut().for_each(|(_, right)| *right = written(*right));
                    pairs.sort_unstable();
                    Reaction::Answered(Response::Pairs(pairs), confidence)
                }
                None => {
                    let last_letter = reply::letter(rights.len().saturating_sub(1));
                    Reaction::Again(Say::OnlyPairs { lefts: lefts.len(), last_letter })
                }
            },
            Answer::Number { unit, .. } => {
                let (typed, unsure) = text_of(line);
                if typed.is_empty() && unsure {
                    return Reaction::Answered(Response::Number(String::new()), Confidence::Unsure);
                }
                if fold::number(&typed, unit).is_none() {
                    return Reaction::Again(Say::OnlyNumberValue { unit: unit.to_string() });
                }
                self.typed(typed, unsure)
            }
            Answer::Typed { .. } => {
                let (typed, unsure) = text_of(line);
                if typed.is_empty() && unsure {
                    return Reaction::Answered(Response::Text(String::new()), Confidence::Unsure);
                }
                if typed.is_empty() {
                    return Reaction::Again(Say::OnlySomething);
                }
                self.typed(typed, unsure)
            }
            Answer::Cloze { blanks, .. } => {
                let (typed, unsure) = text_of(line);
                if typed.is_empty() && !unsure {
                    return Reaction::Again(Say::OnlySomething);
                }
                self.unsure |= unsure;
                self.texts.push(typed.clone());
                self.confirming = self.texts.len() >= blanks.len();
                Reaction::Go(vec![Say::EchoBlank { number: self.texts.len(), answer: typed }])
            }
            Answer::Write { checklist, .. } => {
                let (typed, unsure) = text_of(line);
                if typed.is_empty() && !unsure {
                    return Reaction::Again(Say::OnlySomething);
                }
                self.unsure = unsure;
                self.texts = vec![typed];
                self.checking = !checklist.is_empty();
                Reaction::ShowModel
            }
        }
    }

    fn typed(&mut self, typed: String, unsure: bool) -> Reaction {
        self.unsure = unsure;
        self.confirming = true;
        self.texts = vec![typed.clone()];
        Reaction::Go(vec![Say::EchoAnswer { answer: typed }])
    }

    fn take_confirmation(&mut self, content: &AskContent, line: &str) -> Reaction {
        let confidence = match reply::plain(line).to_lowercase().as_str() {
            "" if self.unsure => Confidence::Unsure,
            "" => Confidence::Sure,
            "0" | "?" => Confidence::Unsure,
            "b" | "u" => {
                *self = Draft::default();
                return Reaction::Go(Vec::new());
            }
            _ => return Reaction::Again(Say::ConfirmOnly),
        };
        let texts = std::mem::take(&mut self.texts);
        let response = match (&content.question.answer, texts.into_iter()) {
            (Answer::Cloze { .. }, texts) => Response::Blanks(texts.collect()),
            (Answer::Number { .. }, mut texts) => Response::Number(texts.next().unwrap_or_default()),
            (_, mut texts) => Response::Text(texts.next().unwrap_or_default()),
        };
        Reaction::Answered(response, confidence)
    }

    fn take_checks(&mut self, content: &AskContent, line: &str) -> Reaction {
        let Answer::Write { checklist, .. } = &content.question.answer else { return Reaction::Go(Vec::new()) };
        let plain = reply::plain(line);
        let (plain, confidence) = reply::confidence(&plain);
        let met = match reply::numbers(plain, checklist.len()) {
            Some(numbers) => numbers.iter().map(|number| number - 1).collect(),
            None if plain.trim() == "0" => Vec::new(),
            None => return Reaction::Again(Say::OnlyChecks { last: checklist.len() }),
        };
        let confidence = if self.unsure { Confidence::Unsure } else { confidence };
        Reaction::Answered(Response::Checks { text: self.texts.pop().unwrap_or_default(), met }, confidence)
    }
}

fn is_answered_by_numbers(answer: &Answer) -> bool {
    !matches!(answer, Answer::Number { .. } | Answer::Typed { .. } | Answer::Cloze { .. } | Answer::Write { .. })
}

/// The response of somebody who does not know and chooses nothing, which is never right.
pub fn nothing_chosen(answer: &Answer) -> Response {
    match answer {
        Answer::Order(_) => Response::Order(Vec::new()),
        Answer::Match { .. } => Response::Pairs(Vec::new()),
        _ => Response::Picked(Vec::new()),
    }
}

/// A typed text: `=` in front makes a bare letter an answer, a last `?` says "not sure"; `?` alone says "I do not
/// know", which shows the answer and is nobody's dead end.
fn text_of(line: &str) -> (String, bool) {
    let line = line.trim();
    let line = line.strip_prefix(['=', '＝']).unwrap_or(line);
    let without = line.trim_end().strip_suffix(['?', '？']);
    (without.unwrap_or(line).trim().to_owned(), without.is_some())
}

/// The right answer as it is said, with the numbers that were shown.
pub fn right_answer(content: &AskContent, language: Language) -> Vec<Say> {
    let shown = |written: usize| content.order.iter().position(|place| *place == written).unwrap_or(written);
    match &content.question.answer {
        Answer::One(choices) | Answer::Case(choices) | Answer::All(choices) => {
            let right = choices.iter().enumerate().filter(|(_, choice)| choice.is_right);
            let mut numbers: Vec<usize> = right.map(|(place, _)| shown(place) + 1).collect();
            numbers.sort_unstable();
            vec![Say::RightIsNumber { numbers }]
        }
        Answer::TrueFalse { statement_is_true, .. } => vec![Say::RightIsTrue(*statement_is_true)],
        Answer::Number { least, most, unit, .. } => {
            let space = if language == Language::English && !unit.is_empty() { " " } else { "" };
            let range = match language {
                _ if least == most => least.to_string(),
                Language::Japanese => format!("{least}〜{most}"),
                Language::English => format!("{least} to {most}"),
            };
            vec![Say::RightIsText { text: format!("{range}{space}{unit}") }]
        }
        Answer::Typed { accepted, .. } => {
            accepted.first().map(|model| Say::RightIsText { text: model.to_string() }).into_iter().collect()
        }
        Answer::Cloze { blanks, .. } => {
            let blanks = blanks
                .iter()
                .enumerate()
                .filter_map(|(place, blank)| blank.accepted.first().map(|model| format!("[{}] {model}", place + 1)));
            vec![Say::RightIsText { text: blanks.collect::<Vec<_>>().join("  ") }]
        }
        Answer::Order(items) => {
            vec![Say::RightOrder { numbers: (0..items.len()).map(|place| shown(place) + 1).collect() }]
        }
        Answer::Match { lefts, .. } => {
            let pairs = (0..lefts.len()).map(|place| format!("{}{}", place + 1, reply::letter(shown(place))));
            vec![Say::RightPairs { pairs: pairs.collect() }]
        }
        Answer::Write { .. } => Vec::new(),
    }
}
