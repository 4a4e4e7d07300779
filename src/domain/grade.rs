//! Right or wrong, from the question as written and the response. Nobody grades themselves but in 記述.

use crate::domain::question::{Answer, Question, Response, Verdict};
use crate::text::fold;

/// The verdict; a response of another type than the question's is wrong.
pub fn grade(question: &Question, response: &Response) -> Verdict {
    let is_right = match (&question.answer, response) {
        (Answer::One(choices) | Answer::Case(choices), Response::Picked(picked)) => {
            picked.len() == 1 && choices.get(picked[0]).is_some_and(|choice| choice.is_right)
        }
        (Answer::All(choices), Response::Picked(picked)) => {
            !picked.is_empty()
                && picked.iter().all(|&place| place < choices.len())
                && choices.iter().enumerate().all(|(place, choice)| choice.is_right == picked.contains(&place))
        }
        (Answer::TrueFalse { statement_is_true, .. }, Response::Picked(picked)) => {
            picked.as_slice() == [usize::from(!statement_is_true)]
        }
        (Answer::Number { least, most, unit, .. }, Response::Number(typed)) => {
            fold::number(typed, unit).is_some_and(|value| is_within(value, *least, *most))
        }
        (Answer::Typed { accepted, .. }, Response::Text(typed)) => matches_any(accepted, typed),
        (Answer::Cloze { blanks, .. }, Response::Blanks(typed)) => {
            blanks.len() == typed.len()
                && blanks.iter().zip(typed).all(|(blank, typed)| matches_any(&blank.accepted, typed))
        }
        (Answer::Order(items), Response::Order(order)) => order.iter().copied().eq(0..items.len()),
        (Answer::Match { lefts, .. }, Response::Pairs(pairs)) => {
            (0..lefts.len()).all(|place| pairs.contains(&(place, place))) && pairs.len() == lefts.len()
        }
        (Answer::Write { checklist, .. }, Response::Checks { met, .. }) => {
            (0..checklist.len()).all(|place| met.contains(&place))
        }
        _ => false,
    };
    if is_right { Verdict::Right } else { Verdict::Wrong }
}

/// Whether two typed texts count as the same.
pub fn is_same_text(accepted: &str, typed: &str) -> bool {
    fold::fold(accepted) == fold::fold(typed)
}

fn matches_any<Text: AsRef<str>>(accepted: &[Text], typed: &str) -> bool {
    let typed = fold::fold(typed);
    !typed.is_empty() && accepted.iter().any(|text| fold::fold(text.as_ref()) == typed)
}

/// Decimal fractions as authors write them (0.1 + 0.2 is 0.3): a millionth of a millionth is forgiven.
fn is_within(value: f64, least: f64, most: f64) -> bool {
    let slack = 1e-12 * value.abs().max(least.abs()).max(most.abs());
    value >= least - slack && value <= most + slack
}
