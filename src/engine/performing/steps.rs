//! What a step of a sitting shows. Reads, but for the close, which ends the sitting.

use crate::app::{AskContent, CloseFacts, FollowUpContent, Message, ReadContent, StepContent, TryContent};
use crate::domain::calendar::PlannedDay;
use crate::domain::document::Document;
use crate::domain::event::{Closing, Fact, Phase, PlannedStep, SessionClosed};
use crate::domain::fold::SessionState;
use crate::domain::glossary::{Term, used_in};
use crate::domain::id::{LessonId, PromiseId, SessionId};
use crate::domain::lesson::Lesson;
use crate::domain::plan::{Shuffling, shown_order};
use crate::domain::shuffle::{Seeded, is_permutation};
use crate::domain::streak::streak;
use crate::engine::Engine;
use crate::store::{Draft, StoreError};
use std::rc::Rc;

impl Engine {
    /// Keeps what is unfinished of an answer; no fact, and no reason to trouble anybody when it cannot be kept.
    pub(in crate::engine) fn keep_draft(&mut self, session: SessionId, position: usize, text: String) {
        let utc_ms = self.now_ms();
        self.record.keep_draft(&draft_place(session, position), &Draft { text, utc_ms });
    }

    fn draft_at(&self, session: SessionId, position: usize) -> Result<Option<String>, StoreError> {
        Ok(self.store().draft(&draft_place(session, position))?.map(|draft| draft.text))
    }

    pub(in crate::engine) fn load_step(&mut self, id: SessionId, position: usize) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let content = match session.steps.get(position) {
            None | Some(PlannedStep::Close) => StepContent::Close(self.close(&session)?),
            Some(PlannedStep::FollowUp { promise }) => self.follow_up(*promise)?,
            Some(PlannedStep::Ask { phase, lesson, question, order }) => {
                let draft = self.draft_at(id, position)?;
                self.ask(lesson, question.as_str(), *phase, order, session.seed ^ position as u64, draft)
            }
            Some(PlannedStep::Read { lesson }) => self.read(lesson)?,
            Some(PlannedStep::TryThis { lesson }) => self.try_this(lesson, self.draft_at(id, position)?)?,
        };
        Ok(vec![Message::StepLoaded { position, content }])
    }

    fn follow_up(&self, id: PromiseId) -> Result<StepContent, StoreError> {
        Ok(match self.store().promise(id)? {
            Some(promise) if !promise.is_closed => StepContent::FollowUp(FollowUpContent {
                promise: id,
                sentence: promise.sentence,
                made_day: promise.made_day,
            }),
            _ => StepContent::Gone,
        })
    }

    fn ask(
        &self,
        lesson: &LessonId,
        question: &str,
        phase: Phase,
        order: &[usize],
        seed: u64,
        draft: Option<String>,
    ) -> StepContent {
        let lesson = self.library.lesson(lesson, self.settings.language);
        let found = lesson.as_deref().and_then(|lesson| {
            let question = lesson.questions.iter().find(|candidate| candidate.id.as_str() == question)?;
            Some((lesson, question))
        });
        let Some((lesson, question)) = found else { return StepContent::Gone };
        // An author may have added an option since the sitting was planned.
        let order = if is_permutation(order, question.answer.shuffled_count()) {
            order.to_vec()
        } else {
            shown_order(Shuffling::of(question), &mut Seeded::new(seed))
        };
        StepContent::Ask(Rc::new(AskContent {
            lesson: lesson.id.clone(),
            lesson_title: lesson.title.clone(),
            question: question.clone(),
            phase,
            order,
            language: lesson.language,
            shown: lesson.fingerprint.clone(),
            draft,
        }))
    }

    fn read(&self, id: &LessonId) -> Result<StepContent, StoreError> {
        let Some(lesson) = self.library.lesson(id, self.settings.language) else { return Ok(StepContent::Gone) };
        Ok(StepContent::Read(Rc::new(ReadContent {
            lesson: lesson.id.clone(),
            title: lesson.title.clone(),
            objective: lesson.objective.clone(),
            main: lesson.main.clone(),
            more: lesson.more.clone(),
            language: lesson.language,
            shown: lesson.fingerprint.clone(),
            characters: u32::try_from(lesson.main_length()).unwrap_or(u32::MAX),
            uses_terms: uses_terms(&self.library.terms(lesson.language), &lesson),
            can_be_passed: self.can_be_passed(id)?,
        })))
    }

    fn try_this(&self, lesson: &LessonId, draft: Option<String>) -> Result<StepContent, StoreError> {
        let Some(lesson) = self.library.lesson(lesson, self.settings.language) else { return Ok(StepContent::Gone) };
        let Some(try_this) = &lesson.try_this else { return Ok(StepContent::Gone) };
        let open = self.store().promises_open()?.into_iter().next();
        Ok(StepContent::TryThis(Rc::new(TryContent {
            lesson: lesson.id.clone(),
            language: lesson.language,
            cues: try_this.cues.iter().map(|cue| (cue.when.clone(), cue.actions.clone())).collect(),
            ask_day: self.calendar.working_days_after(self.today(), try_this.ask_after),
            draft,
            open: open.map(|promise| (promise.sentence, self.calendar.working_day_from(promise.ask_day))),
        })))
    }

    /// Reaching the last step closes the sitting; what is announced is kept with it.
    fn close(&mut self, session: &SessionState) -> Result<CloseFacts, StoreError> {
        let next_day = self.next_study_day()?;
        if session.closed.is_none() {
            let next_day = next_day.map(|next| next.day);
            let closed = SessionClosed { session: session.id, how: Closing::Finished, next_day };
            self.append(vec![(Some(session.id), Fact::SessionClosed(closed))])?;
        }
        let streak = streak(&self.all_day_totals()?, &self.calendar, self.today());
        Ok(CloseFacts {
            answers: session.answers,
            right: session.right,
            seconds: session.ms / 1000,
            streak,
            next_day,
            can_undo: !session.answered_steps.is_empty(),
        })
    }

    /// The next working day with something to study: a review, or anything not yet read or asked.
    fn next_study_day(&self) -> Result<Option<PlannedDay>, StoreError> {
        let today = self.today();
        let candidates = self.gathering(self.settings.minutes).candidates()?;
        let waiting = !candidates.due.is_empty() || !candidates.unasked.is_empty() || !candidates.lessons.is_empty();
        if waiting {
            return Ok(Some(self.calendar.planned(today.plus(1))));
        }
        self.next_due_day()
    }

    /// The working day on which the next review is due.
    pub(in crate::engine) fn next_due_day(&self) -> Result<Option<PlannedDay>, StoreError> {
        Ok(self.store().next_due(self.today())?.map(|day| self.calendar.planned(day)))
    }
}

/// The name of a question's draft: its place in the sitting.
fn draft_place(session: SessionId, position: usize) -> String {
    let id: String = session.0.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{id}/{position}")
}

fn uses_terms(terms: &[Term], lesson: &Lesson) -> bool {
    [&lesson.main, &lesson.more].into_iter().any(|blocks| !used_in(terms, &Document::plain(blocks)).is_empty())
}
