//! Questions before a lesson, for somebody who knows it already: which ones are asked, and which steps they make
//! needless. Never grades, and never decides whether the lesson is known.

use crate::domain::event::{Phase, PlannedStep};
use crate::domain::id::{LessonId, QuestionId, QuestionRef};
use crate::domain::plan::order::have_same_point;
use crate::domain::plan::{LessonCandidate, QuestionCandidate, shown_order};
use crate::domain::shuffle::{Seeded, permutation};

/// So many, right and sure, make a lesson needless.
pub const QUESTIONS_BEFOREHAND: usize = 2;

/// The questions that are asked before the lesson, in the order as written: of different points where there are some,
/// and rather those that are not planned behind the text, so that something is left to ask when it is read after all.
///
/// `None` for a lesson with fewer: one right answer among three options is chance for every third learner who guesses,
/// and a text of a minute is soon read.
pub fn beforehand(lesson: &LessonCandidate, planned: &[PlannedStep], seed: u64) -> Option<Vec<PlannedStep>> {
    if lesson.questions.len() < QUESTIONS_BEFOREHAND {
        return None;
    }
    let mut random = Seeded::new(seed);
    let is_planned = |question: &QuestionCandidate| planned.iter().any(|step| asks(step, &question.reference));
    let mut places = permutation(lesson.questions.len(), &mut random);
    places.sort_by_key(|place| is_planned(&lesson.questions[*place]));
    let mut chosen: Vec<usize> = Vec::new();
    for is_second_round in [false, true] {
        for &place in &places {
            let question = &lesson.questions[place];
            let repeats = chosen.iter().any(|other| have_same_point(&lesson.questions[*other], question));
            if chosen.len() < QUESTIONS_BEFOREHAND && !chosen.contains(&place) && (is_second_round || !repeats) {
                chosen.push(place);
            }
        }
    }
    chosen.sort_unstable();
    let step = |place: usize| {
        let candidate = &lesson.questions[place];
        let order = shown_order(candidate.shown, &mut random);
        let QuestionRef { lesson, question } = candidate.reference.clone();
        PlannedStep::Ask { phase: Phase::Pre, lesson, question, order }
    };
    Some(chosen.into_iter().map(step).collect())
}

/// Where the sitting goes on behind `position` when the lesson is known: its text and the questions that follow the
/// text are passed over. What it gives to try at work stays, because knowing is not doing yet.
pub fn behind_lesson(steps: &[PlannedStep], position: usize, known: &LessonId) -> usize {
    let is_needless = |step: &PlannedStep| match step {
        PlannedStep::Read { lesson } => lesson == known,
        PlannedStep::Ask { phase: Phase::Pre | Phase::Check | Phase::Own, lesson, .. } => lesson == known,
        _ => false,
    };
    first_behind(steps, position, is_needless)
}

/// Where the sitting goes on when the lesson has to be read: the questions before it that are left are passed over.
pub fn text_behind(steps: &[PlannedStep], position: usize) -> usize {
    first_behind(steps, position, |step| matches!(step, PlannedStep::Ask { phase: Phase::Pre, .. }))
}

/// The next step: questions behind a text that were asked before it are not asked again at once.
pub fn step_behind(steps: &[PlannedStep], position: usize, asked: &[QuestionRef]) -> usize {
    first_behind(steps, position, |step| {
        let follows_text = matches!(step, PlannedStep::Ask { phase: Phase::Check | Phase::Own, .. });
        follows_text && asked.iter().any(|reference| asks(step, reference))
    })
}

fn first_behind(steps: &[PlannedStep], position: usize, is_passed_over: impl Fn(&PlannedStep) -> bool) -> usize {
    let behind = steps.iter().skip(position + 1);
    position + 1 + behind.take_while(|step| is_passed_over(step)).count()
}

fn asks(step: &PlannedStep, reference: &QuestionRef) -> bool {
    let same =
        |lesson: &LessonId, question: &QuestionId| *lesson == reference.lesson && *question == reference.question;
    matches!(step, PlannedStep::Ask { lesson, question, .. } if same(lesson, question))
}
