//! What is said to an answer beside right or wrong: why this one tempts, and what to take along.

use crate::domain::document::{Document, RichText};
use crate::domain::grade::is_same_text;
use crate::domain::question::{Answer, Question, Response};
use crate::text::fold;

/// The author's words for this response.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feedback {
    /// To what was answered: of each wrong pick, of the common mistake, or of the right pick.
    pub to_response: Vec<RichText>,
    /// > 解説:
    pub explanation: Option<String>,
}

/// Picks the author's words; the verdict is not needed, because wrong picks carry their own words.
pub fn feedback(question: &Question, response: &Response) -> Feedback {
    let explanation = Document::plain(&question.explanation);
    let explanation = explanation.trim();
    Feedback {
        to_response: to_response(question, response),
        explanation: (!explanation.is_empty()).then(|| explanation.replace('\n', " ")),
    }
}

fn to_response(question: &Question, response: &Response) -> Vec<RichText> {
    match (&question.answer, response) {
        (Answer::One(choices) | Answer::Case(choices) | Answer::All(choices), Response::Picked(picked)) => {
            let picked = || picked.iter().filter_map(|&place| choices.get(place));
            let wrong: Vec<RichText> =
                picked().filter(|choice| !choice.is_right).filter_map(|choice| choice.feedback.clone()).collect();
            if !wrong.is_empty() {
                return wrong;
            }
            if matches!(question.answer, Answer::All(_)) {
                // Nothing wrong was picked: what was left out says why it belongs there.
                let left_out: Vec<RichText> = choices
                    .iter()
                    .enumerate()
                    .filter(|(place, choice)| choice.is_right && !response_picks(response, *place))
                    .filter_map(|(_, choice)| choice.feedback.clone())
                    .collect();
                return left_out;
            }
            picked().filter_map(|choice| choice.feedback.clone()).collect()
        }
        (Answer::TrueFalse { statement_is_true, mistakes }, Response::Picked(picked)) => {
            let said_true = picked.first() == Some(&0);
            if said_true == *statement_is_true {
                return Vec::new();
            }
            mistakes
                .iter()
                .find(|mistake| reads_as_truth(&mistake.answer) == Some(said_true))
                .or(mistakes.first())
                .map(|mistake| mistake.feedback.clone())
                .into_iter()
                .collect()
        }
        (Answer::Number { unit, mistakes, .. }, Response::Number(typed)) => {
            let Some(value) = fold::number(typed, unit) else { return Vec::new() };
            mistakes
                .iter()
                .find(|mistake| fold::number(&mistake.answer, unit) == Some(value))
                .map(|mistake| mistake.feedback.clone())
                .into_iter()
                .collect()
        }
        (Answer::Typed { mistakes, .. }, Response::Text(typed)) => common_mistake(mistakes, typed),
        (Answer::Cloze { mistakes, .. }, Response::Blanks(typed)) => {
            typed.iter().flat_map(|typed| common_mistake(mistakes, typed)).collect()
        }
        _ => Vec::new(),
    }
}

fn response_picks(response: &Response, place: usize) -> bool {
    matches!(response, Response::Picked(picked) if picked.contains(&place))
}

fn common_mistake(mistakes: &[crate::domain::question::Mistake], typed: &str) -> Vec<RichText> {
    mistakes
        .iter()
        .find(|mistake| is_same_text(&mistake.answer, typed))
        .map(|mistake| mistake.feedback.clone())
        .into_iter()
        .collect()
}

/// The words that a true-false answer may be written with.
pub fn reads_as_truth(text: &str) -> Option<bool> {
    match fold::fold(text).as_str() {
        "○" | "〇" | "◯" | "o" | "true" | "正しい" | "正" => Some(true),
        "×" | "✕" | "✖" | "x" | "false" | "誤り" | "誤" => Some(false),
        _ => None,
    }
}
