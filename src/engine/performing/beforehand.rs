//! A lesson that the learner says they know: asked about before it is read, and passed when that is so.

use crate::app::{Beforehand, Message};
use crate::domain::event::{Fact, LessonPassed, Phase, PlannedStep, SessionExtended};
use crate::domain::fold::SessionState;
use crate::domain::id::{EventId, LessonId, QuestionRef, SessionId};
use crate::domain::plan::{LessonCandidate, QUESTIONS_BEFOREHAND, beforehand, behind_lesson, step_behind, text_behind};
use crate::domain::question::{Confidence, Verdict};
use crate::engine::Engine;
use crate::engine::performing::Answering;
use crate::store::StoreError;

/// What an answer makes of the way ahead.
pub(super) struct Ahead {
    /// Where the sitting stands then.
    pub onto: usize,
    pub beforehand: Option<Beforehand>,
    pub passed: Option<LessonPassed>,
}

impl Engine {
    /// Puts the questions in before the lesson. Nothing happens where they are not offered.
    pub(in crate::engine) fn ask_beforehand(
        &mut self,
        id: SessionId,
        position: usize,
    ) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(PlannedStep::Read { lesson }) = session.steps.get(position) else { return Ok(Vec::new()) };
        let Some(candidate) = self.unknown_lesson(lesson)? else { return Ok(Vec::new()) };
        let Some(steps) = beforehand(&candidate, &session.steps, session.seed ^ position as u64) else {
            return Ok(Vec::new());
        };
        let extended = SessionExtended { session: id, at: position, steps, because: None };
        self.append(vec![(Some(id), Fact::SessionExtended(extended))])?;
        self.session_opened(id, false)
    }

    /// Whether the lesson's page offers it.
    pub(in crate::engine) fn can_be_passed(&self, lesson: &LessonId) -> Result<bool, StoreError> {
        let candidate = self.unknown_lesson(lesson)?;
        Ok(candidate.is_some_and(|candidate| candidate.questions.len() >= QUESTIONS_BEFOREHAND))
    }

    /// The lesson, if it is new: neither done nor asked about, as whoever has just seen an answer knows no more than it.
    fn unknown_lesson(&self, lesson: &LessonId) -> Result<Option<LessonCandidate>, StoreError> {
        if self.store().is_lesson_done(lesson)? || !self.store().memories_of_lesson(lesson)?.is_empty() {
            return Ok(None);
        }
        let card = self.library.card(lesson, self.settings.language).filter(|card| card.has_front_matter);
        Ok(card.map(|card| self.gathering(self.settings.minutes).lesson(&card)))
    }

    /// Where the sitting goes on after this answer.
    pub(super) fn ahead(
        &self,
        session: &SessionState,
        answering: &Answering,
        asked: &QuestionRef,
        verdict: Verdict,
        answer: EventId,
    ) -> Result<Ahead, StoreError> {
        let (steps, position) = (&session.steps, answering.position);
        if !matches!(steps.get(position), Some(PlannedStep::Ask { phase: Phase::Pre, .. })) {
            let onto = step_behind(steps, position, &asked_beforehand(session));
            return Ok(Ahead { onto, beforehand: None, passed: None });
        }
        if verdict == Verdict::Wrong || answering.confidence == Confidence::Unsure {
            let onto = text_behind(steps, position);
            return Ok(Ahead { onto, beforehand: Some(Beforehand::ToRead), passed: None });
        }
        let mut answers = self.known_beforehand(session, asked)?;
        answers.push(answer);
        if answers.len() < QUESTIONS_BEFOREHAND {
            return Ok(Ahead { onto: position + 1, beforehand: None, passed: None });
        }
        let lesson = self.library.lesson(&asked.lesson, self.settings.language);
        let passed = lesson.map(|lesson| LessonPassed {
            lesson: asked.lesson.clone(),
            lang: lesson.language,
            shown: lesson.fingerprint.clone(),
            answers,
        });
        let onto = behind_lesson(steps, position, &asked.lesson);
        Ok(Ahead { onto, beforehand: Some(Beforehand::Known), passed })
    }

    /// Answers of this sitting, right and sure, to other questions asked before the lesson.
    fn known_beforehand(&self, session: &SessionState, asked: &QuestionRef) -> Result<Vec<EventId>, StoreError> {
        let mut answers = Vec::new();
        for step in &session.answered_steps {
            let is_other = matches!(session.steps.get(step.step),
                Some(PlannedStep::Ask { phase: Phase::Pre, lesson, question, .. })
                    if *lesson == asked.lesson && *question != asked.question);
            let is_sure = || -> Result<bool, StoreError> {
                let fact = self.store().event(step.answer)?.map(|event| event.fact);
                Ok(matches!(fact, Some(Fact::QuestionAnswered(answer)) if answer.confidence == Confidence::Sure))
            };
            if is_other && step.verdict == Verdict::Right && is_sure()? {
                answers.push(step.answer);
            }
        }
        Ok(answers)
    }
}

/// The step behind this one, which was no question.
pub(super) fn behind(session: &SessionState, position: usize) -> usize {
    step_behind(&session.steps, position, &asked_beforehand(session))
}

fn asked_beforehand(session: &SessionState) -> Vec<QuestionRef> {
    let steps = session.answered_steps.iter().filter_map(|answered| session.steps.get(answered.step));
    let asked = steps.filter_map(|step| match step {
        PlannedStep::Ask { phase: Phase::Pre, lesson, question, .. } => {
            Some(QuestionRef { lesson: lesson.clone(), question: question.clone() })
        }
        _ => None,
    });
    asked.collect()
}
