//! Feedback that says why: long enough to hold a reason, and different for each option. It cannot judge the reason.

use std::collections::BTreeSet;

use crate::content::rules::Inspected;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{ByteRange, RichText};
use crate::text::fold::fold;

/// 「違います。」 is five characters and says nothing; a reason takes about a dozen.
const LEAST_CHARACTERS: usize = 12;

pub fn check(inspected: &mut Inspected<'_>) {
    let lesson = inspected.lesson;
    let mut seen = BTreeSet::new();
    for question in &lesson.questions {
        let of_choices =
            question.answer.choices().iter().filter_map(|choice| Some((choice.feedback.as_ref()?, &choice.range)));
        let of_mistakes = question.answer.mistakes().iter().map(|mistake| (&mistake.feedback, &mistake.range));
        for (feedback, range) in of_choices.chain(of_mistakes) {
            let words = feedback.plain();
            let place = feedback_place(inspected.text, range, feedback);
            let characters = words.chars().filter(|character| !character.is_whitespace()).count();
            if characters < LEAST_CHARACTERS {
                let finding = Finding::FeedbackTooShort { characters, least: LEAST_CHARACTERS };
                inspected.warn(Some(place), finding);
            } else if !seen.insert(fold(&words)) {
                inspected.warn(Some(place), Finding::FeedbackRepeated);
            }
        }
    }
}

/// The feedback inside its option; the whole option when its marks keep the words from being found.
fn feedback_place(text: &str, range: &ByteRange, feedback: &RichText) -> ByteRange {
    let words = feedback.plain();
    let option = text.get(range.clone()).unwrap_or_default();
    match option.rfind(words.trim()) {
        Some(start) if !words.trim().is_empty() => range.start + start..range.start + start + words.trim().len(),
        _ => range.clone(),
    }
}
