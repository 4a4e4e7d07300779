//! Sittings begun, resumed and left, filled at the learner's own pace.

use std::rc::Rc;

use crate::app::{Message, SessionFacts};
use crate::domain::event::{Closing, Fact, Phase, PlannedStep, SessionClosed, SessionStarted};
use crate::domain::fold::SessionState;
use crate::domain::id::{LessonId, SessionId};
use crate::domain::pace::Pace;
use crate::domain::plan::{ABSENCE_DAYS, Plan, QUESTIONS_AFTER_ABSENCE, plan, plan_lesson};
use crate::engine::Engine;
use crate::engine::performing::Timed;
use crate::store::StoreError;

/// A pace changes with the weeks; two of them are enough to know it.
const SITTINGS_OF_PACE: u32 = 12;

impl Engine {
    /// The plan that a new sitting would follow now; the same until something is stored.
    pub fn plan_now(&self, minutes: u32) -> Result<Plan, StoreError> {
        Ok(plan(&self.gathering(minutes).candidates()?, minutes, self.seed()?))
    }

    /// What the last sittings told about the learner's pace, for what is planned from here on.
    pub(in crate::engine) fn learn_pace(&mut self) -> Result<(), StoreError> {
        self.pace = Pace::of(&self.store().last_timings(SITTINGS_OF_PACE)?);
        Ok(())
    }

    pub(in crate::engine) fn start_session(&mut self, minutes: u32) -> Result<Vec<Message>, StoreError> {
        self.learn_pace()?;
        let minutes = self.minutes_today(minutes);
        let candidates = self.gathering(minutes).candidates()?;
        let plan = plan(&candidates, minutes, self.seed()?);
        if plan.is_empty() {
            return Ok(vec![Message::NothingPlanned]);
        }
        // After an absence the sitting is as short as it was announced.
        let is_return = candidates.days_away.is_some_and(|days| days >= ABSENCE_DAYS);
        let minutes = if is_return { minutes_of(&plan) } else { minutes };
        self.open_session_with(plan, minutes)
    }

    pub(in crate::engine) fn start_lesson(&mut self, id: &LessonId) -> Result<Vec<Message>, StoreError> {
        let Some(card) = self.library.card(id, self.settings.language) else { return Ok(Vec::new()) };
        self.learn_pace()?;
        let candidate = self.gathering(self.settings.minutes).lesson(&card);
        let promise_is_open = !self.store().promises_open()?.is_empty();
        let plan = plan_lesson(&candidate, self.pace, promise_is_open, self.seed()?);
        // Left in the middle, the same lesson goes on where it was.
        let is_asked_beforehand = |step: &&PlannedStep| matches!(step, PlannedStep::Ask { phase: Phase::Pre, .. });
        let is_same = |session: &SessionState| {
            session.steps.iter().find(|step| !is_asked_beforehand(step)) == plan.steps.first().map(|(step, _)| step)
        };
        if let Some(left) = self.resumable()?.filter(is_same) {
            return self.session_opened(left.id, true);
        }
        let minutes = minutes_of(&plan);
        self.open_session_with(plan, minutes)
    }

    fn open_session_with(&mut self, plan: Plan, minutes: u32) -> Result<Vec<Message>, StoreError> {
        self.tells_unset_values = false;
        let id = SessionId(self.new_id());
        let seed = self.seed()?;
        let was_unfinished = self.resumable()?.is_some();
        let mut facts = Vec::new();
        if let Some(left) = self.store().open_session()? {
            let closed = SessionClosed { session: left.id, how: Closing::Left, next_day: None };
            facts.push((Some(left.id), Fact::SessionClosed(closed)));
        }
        let steps = plan.into_steps();
        facts.push((Some(id), Fact::SessionStarted(SessionStarted { session: id, minutes, seed, steps })));
        self.append(facts)?;
        self.record.forget_drafts();
        let mut messages = self.session_opened(id, false)?;
        if was_unfinished {
            messages.insert(0, Message::EarlierSessionLeft);
        }
        Ok(messages)
    }

    /// Whether so many questions were announced after an absence, so that a missed one comes back another day.
    pub(super) fn is_of_return(&self, session: &SessionState) -> Result<bool, StoreError> {
        let count = |wanted: fn(&PlannedStep) -> bool| session.steps.iter().filter(|step| wanted(step)).count();
        let is_small = count(|step| matches!(step, PlannedStep::Ask { .. })) <= QUESTIONS_AFTER_ABSENCE
            && count(|step| matches!(step, PlannedStep::Read { .. })) == 0;
        let before = self.store().last_day(session.day.plus(-1))?;
        Ok(is_small && before.is_some_and(|last| session.day.days_since(last) >= ABSENCE_DAYS))
    }

    /// The open sitting of this device, unless it is so old that a fresh start is kinder.
    pub(in crate::engine) fn resumable(&self) -> Result<Option<SessionState>, StoreError> {
        let today = self.today();
        Ok(self
            .store()
            .open_session()?
            .filter(|session| today.days_since(session.day) < ABSENCE_DAYS && session.next_step < session.steps.len()))
    }

    pub(in crate::engine) fn session_opened(
        &mut self,
        id: SessionId,
        is_resumed: bool,
    ) -> Result<Vec<Message>, StoreError> {
        let Some(mut session) = self.store().session(id)? else { return Ok(Vec::new()) };
        if is_resumed {
            self.fill_what_was_left(&session)?;
            session = self.store().session(id)?.unwrap_or(session);
        }
        // The pace may be another one by now.
        self.timed = Timed::default();
        Ok(vec![Message::SessionOpened(Box::new(SessionFacts {
            id,
            minutes: session.minutes,
            steps: Rc::clone(&self.timed(&session.steps).seconds),
            position: session.next_step,
            is_resumed,
        }))])
    }
}

/// The minutes that a plan is guessed to take.
fn minutes_of(plan: &Plan) -> u32 {
    (plan.seconds() / 60.0).ceil().max(1.0) as u32
}
