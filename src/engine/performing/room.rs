//! What is left of a sitting's minutes, and what fills them anew when a lesson was passed. Never goes over them.

use std::collections::BTreeSet;

use crate::domain::event::{Fact, PlannedStep, SessionExtended};
use crate::domain::fold::{AnsweredStep, SessionState};
use crate::domain::id::{EventId, LessonId, QuestionRef, SessionId};
use crate::domain::plan::{Candidates, QuestionCandidate, is_of_minutes, refill};
use crate::engine::Engine;
use crate::store::StoreError;

impl Engine {
    /// What is left when `position` has taken `ms`, and after it everything from `onto` on takes what it is guessed to.
    pub(super) fn seconds_left(&mut self, session: &SessionState, position: usize, ms: u64, onto: usize) -> f64 {
        self.seconds_beside(session, Some(position), ms, onto)
    }

    fn seconds_beside(&mut self, session: &SessionState, position: Option<usize>, ms: u64, onto: usize) -> f64 {
        let frame = self.pace.frame_seconds();
        let timed = self.timed(&session.steps);
        // Steps are timed up to their answers; their verdicts, and the frame around all of them, are guessed.
        let answered = session.answered_steps.iter().map(|answered| answered.step).chain(position);
        let verdicts = answered.filter_map(|step| timed.verdict_seconds.get(step));
        let used = (session.ms + ms) as f64 / 1000.0 + verdicts.sum::<f64>() + frame;
        let planned: f64 = timed.seconds.iter().skip(onto).map(|(_, seconds)| seconds).sum();
        f64::from(session.minutes) * 60.0 - used - planned
    }

    /// Before the close, what the minutes of a lesson that was just passed have room for. It is undone with the answer.
    ///
    /// A fact of its own behind the answer's: what comes next is known only when the lesson is done.
    pub(super) fn fill_again(
        &mut self,
        id: SessionId,
        before: &SessionState,
        seconds: f64,
        because: EventId,
    ) -> Result<(), StoreError> {
        let close = before.steps.iter().rposition(|step| *step == PlannedStep::Close);
        let Some(at) = close.filter(|_| is_of_minutes(&before.steps)) else { return Ok(()) };
        let candidates = self.gathering(before.minutes).candidates()?;
        let candidates = self.not_in(candidates, &before.steps);
        let steps = refill(&candidates, seconds, before.seed ^ at as u64);
        if steps.is_empty() {
            return Ok(());
        }
        let extended = SessionExtended { session: id, at, steps, because: Some(because) };
        self.append(vec![(Some(id), Fact::SessionExtended(extended))])
    }

    /// The same where the program ended between the answer that passed a lesson and what was to fill its minutes, before
    /// the sitting goes on. Another day's sitting goes on as it was planned.
    pub(super) fn fill_what_was_left(&mut self, session: &SessionState) -> Result<(), StoreError> {
        let last = session.answered_steps.last();
        let waits = |last: &&AnsweredStep| {
            last.passed.is_some() && last.extension.is_none() && last.next_step() == session.next_step
        };
        let Some(answer) = last.filter(waits).map(|last| last.answer) else { return Ok(()) };
        if session.day != self.today() {
            return Ok(());
        }
        self.learn_pace()?;
        let seconds = self.seconds_beside(session, None, 0, session.next_step);
        self.fill_again(session.id, session, seconds, answer)
    }

    /// What the sitting does not hold already: no question, point or lesson twice, one follow-up, one thing to try.
    fn not_in(&self, mut candidates: Candidates, steps: &[PlannedStep]) -> Candidates {
        let mut lessons: BTreeSet<&LessonId> = BTreeSet::new();
        let mut asked: BTreeSet<QuestionRef> = BTreeSet::new();
        let mut tries = false;
        for step in steps {
            match step {
                PlannedStep::Read { lesson } => {
                    lessons.insert(lesson);
                }
                PlannedStep::Ask { lesson, question, .. } => {
                    asked.insert(QuestionRef { lesson: lesson.clone(), question: question.clone() });
                }
                PlannedStep::TryThis { .. } => tries = true,
                PlannedStep::FollowUp { .. } | PlannedStep::Close => {}
            }
        }
        let points: BTreeSet<(&LessonId, String)> = asked
            .iter()
            .filter_map(|asked| {
                let card = self.library.card(&asked.lesson, self.settings.language)?;
                Some((&asked.lesson, card.question(&asked.question)?.point.clone()?))
            })
            .collect();
        let is_new = |question: &QuestionCandidate| {
            let lesson = &question.reference.lesson;
            let repeats = question.point.as_ref().is_some_and(|point| points.contains(&(lesson, point.clone())));
            !asked.contains(&question.reference) && !lessons.contains(lesson) && !repeats
        };
        candidates.follow_up = None;
        for questions in [&mut candidates.due, &mut candidates.unasked, &mut candidates.early] {
            questions.retain(is_new);
        }
        candidates.lessons.retain(|lesson| !lessons.contains(&lesson.lesson));
        for lesson in &mut candidates.lessons {
            lesson.has_try_this &= !tries;
        }
        candidates
    }
}
