//! Right answers that give themselves away: always the longest option, or always at the same place. Two questions
//! prove nothing; three or more that all agree do. Options are shuffled on screen, but a printed lesson is not.

use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::question::{Answer, Choice, Question};

const FEWEST_QUESTIONS: usize = 3;

pub fn check(inspected: &mut Inspected<'_>) {
    let questions: Vec<(&Question, &[Choice])> =
        inspected.lesson.questions.iter().filter_map(|question| Some((question, one_of_several(question)?))).collect();
    let count = questions.len();
    if count < FEWEST_QUESTIONS {
        return;
    }
    let place = questions.first().map(|(question, _)| question.heading_range.clone());
    if questions.iter().all(|(_, choices)| right_is_longest(choices)) {
        inspected.warn(place.clone(), Finding::RightAlwaysLongest { questions: count });
    }
    let right_place = |choices: &[Choice]| choices.iter().position(|choice| choice.is_right);
    let first_place = right_place(questions[0].1);
    if questions.iter().all(|(_, choices)| right_place(choices) == first_place)
        && let Some(zero_based) = first_place
    {
        inspected.warn(place, Finding::RightAlwaysInPlace { place: zero_based + 1, questions: count });
    }
}

/// The choices of a question with exactly one right answer.
fn one_of_several(question: &Question) -> Option<&[Choice]> {
    match &question.answer {
        Answer::One(choices) | Answer::Case(choices) => {
            (choices.iter().filter(|choice| choice.is_right).count() == 1).then_some(choices)
        }
        _ => None,
    }
}

/// Longer than every other option; a tie gives nothing away.
fn right_is_longest(choices: &[Choice]) -> bool {
    let length = |choice: &Choice| choice.text.plain().chars().count();
    let longest_of = |is_right| choices.iter().filter(|choice| choice.is_right == is_right).map(length).max();
    longest_of(true) > longest_of(false)
}
