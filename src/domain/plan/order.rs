//! Which question comes before which: those with most at stake first, questions that are taken for each other together,
//! questions of one lesson apart. Never decides how many there are.

use std::collections::VecDeque;

use crate::domain::plan::QuestionCandidate;

/// What would be lost by waiting comes first.
pub fn most_at_stake_first(questions: &[QuestionCandidate]) -> Vec<&QuestionCandidate> {
    let mut ordered: Vec<&QuestionCandidate> = questions.iter().collect();
    ordered.sort_by(|one, other| {
        other.at_stake.total_cmp(&one.at_stake).then_with(|| one.reference.cmp(&other.reference))
    });
    ordered
}

/// Each question, and right behind it those that are taken for it: telling them apart is learnt side by side.
pub fn with_confusables<'a>(questions: &[&'a QuestionCandidate]) -> Vec<&'a QuestionCandidate> {
    let mut waiting: VecDeque<&QuestionCandidate> = questions.iter().copied().collect();
    let mut ordered: Vec<&QuestionCandidate> = Vec::with_capacity(waiting.len());
    while let Some(next) = waiting.pop_front() {
        ordered.push(next);
        while let Some(place) = waiting.iter().position(|other| are_confusable(next, other)) {
            ordered.extend(waiting.remove(place));
        }
    }
    ordered
}

/// Questions of one lesson not in a row where that can be avoided, unless they are taken for each other; otherwise the
/// order stays.
pub fn apart<'a>(questions: &[&'a QuestionCandidate]) -> Vec<&'a QuestionCandidate> {
    let mut waiting: VecDeque<&QuestionCandidate> = questions.iter().copied().collect();
    let mut ordered: Vec<&QuestionCandidate> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let next = ordered.last().and_then(|last| {
            let confusable = waiting.iter().position(|other| are_confusable(last, other));
            confusable.or_else(|| waiting.iter().position(|other| other.reference.lesson != last.reference.lesson))
        });
        ordered.extend(waiting.remove(next.unwrap_or_default()));
    }
    ordered
}

/// Whether both ask about the same, in one lesson.
pub fn have_same_point(one: &QuestionCandidate, other: &QuestionCandidate) -> bool {
    one.point.is_some() && one.point == other.point && one.reference.lesson == other.reference.lesson
}

pub fn are_confusable(one: &QuestionCandidate, other: &QuestionCandidate) -> bool {
    one.confusables.contains(&other.reference) || other.confusables.contains(&one.reference)
}
