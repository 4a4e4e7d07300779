//! Effects of a sitting: each one fact or a few, stored together, and the message that the store's reply makes.

use std::rc::Rc;

use crate::app::{
    AskContent, ChosenAction, CloseFacts, FollowUpAnswer, FollowUpContent, Judgement, Message, ReadContent,
    SessionFacts, StepContent, TryContent,
};
use crate::domain::calendar::PlannedDay;
use crate::domain::card::QuestionCard;
use crate::domain::document::Document;
use crate::domain::event::{
    AnswerUndone, Closing, Fact, LessonRead, Outcome, Phase, PlannedStep, PromiseAsked, PromiseDropped, PromiseMade,
    QuestionAnswered, SessionClosed, SessionExtended, SessionStarted, StepFinished,
};
use crate::domain::feedback::feedback;
use crate::domain::fold::SessionState;
use crate::domain::glossary::{Term, used_in};
use crate::domain::grade::grade;
use crate::domain::id::{LessonId, PromiseId, QuestionId, QuestionRef, SessionId};
use crate::domain::lesson::Lesson;
use crate::domain::memory::Rating;
use crate::domain::pace::{Guess, Pace};
use crate::domain::plan::{ABSENCE_DAYS, Plan, SECONDS_FOR_AGAIN, Shuffling, plan, plan_lesson, shown_order};
use crate::domain::promise;
use crate::domain::question::{Confidence, Question, Response, Verdict};
use crate::domain::shuffle::{Seeded, is_permutation};
use crate::domain::streak::streak;
use crate::engine::Engine;
use crate::store::{Draft, StoreError};
use crate::text::SafeText;

/// An unkept promise is asked about once more after this many working days.
const ASK_AGAIN_AFTER: u32 = 5;
/// A pace changes with the weeks; two of them are enough to know it.
const SITTINGS_OF_PACE: u32 = 12;
/// A promise of the learner's own is one line.
const OWN_ACTION_CHARACTERS: usize = 200;

impl Engine {
    /// The plan that a new sitting would follow now; the same until something is stored.
    pub(super) fn plan_now(&self, minutes: u32) -> Result<Plan, StoreError> {
        Ok(plan(&self.gathering(minutes).candidates()?, minutes, self.seed()?))
    }

    /// What the last sittings told about the learner's pace, for what is planned from here on.
    pub(super) fn learn_pace(&mut self) -> Result<(), StoreError> {
        self.pace = Pace::of(&self.store().last_timings(SITTINGS_OF_PACE)?);
        Ok(())
    }

    pub(super) fn start_session(&mut self, minutes: u32) -> Result<Vec<Message>, StoreError> {
        self.learn_pace()?;
        let minutes = self.minutes_today(minutes);
        let candidates = self.gathering(minutes).candidates()?;
        let plan = plan(&candidates, minutes, self.seed()?);
        if plan.is_empty() {
            return Ok(vec![Message::NothingPlanned]);
        }
        // After an absence the sitting is as short as it was announced: a missed question comes back another day.
        let is_return = candidates.days_away.is_some_and(|days| days >= ABSENCE_DAYS);
        let minutes = if is_return { minutes_of(&plan) } else { minutes };
        self.open_session_with(plan, minutes)
    }

    pub(super) fn start_lesson(&mut self, id: &LessonId) -> Result<Vec<Message>, StoreError> {
        let Some(card) = self.library.card(id, self.settings.language) else { return Ok(Vec::new()) };
        self.learn_pace()?;
        let candidate = self.gathering(self.settings.minutes).lesson(&card);
        let promise_is_open = !self.store().promises_open()?.is_empty();
        let plan = plan_lesson(&candidate, self.pace, promise_is_open, self.seed()?);
        // Left in the middle, the same lesson goes on where it was.
        let is_same = |session: &SessionState| session.steps.first() == plan.steps.first().map(|(step, _)| step);
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

    /// The open sitting of this device, unless it is so old that a fresh start is kinder.
    pub(super) fn resumable(&self) -> Result<Option<SessionState>, StoreError> {
        let today = self.today();
        Ok(self
            .store()
            .open_session()?
            .filter(|session| today.days_since(session.day) < ABSENCE_DAYS && session.next_step < session.steps.len()))
    }

    pub(super) fn session_opened(&self, id: SessionId, is_resumed: bool) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        Ok(vec![Message::SessionOpened(Box::new(SessionFacts {
            id,
            minutes: session.minutes,
            steps: self.with_seconds(&session.steps),
            position: session.next_step,
            is_resumed,
        }))])
    }

    /// Keeps what is unfinished of an answer; no fact, and no reason to trouble anybody when it cannot be kept.
    pub(super) fn keep_draft(&mut self, session: SessionId, position: usize, text: String) {
        let utc_ms = self.now_ms();
        self.record.keep_draft(&draft_place(session, position), &Draft { text, utc_ms });
    }

    fn draft_at(&self, session: SessionId, position: usize) -> Result<Option<String>, StoreError> {
        Ok(self.store().draft(&draft_place(session, position))?.map(|draft| draft.text))
    }

    pub(super) fn with_seconds(&self, steps: &[PlannedStep]) -> Vec<(PlannedStep, f64)> {
        steps.iter().map(|step| (step.clone(), self.step_seconds(step))).collect()
    }

    fn step_seconds(&self, step: &PlannedStep) -> f64 {
        let language = self.settings.language;
        match step {
            PlannedStep::FollowUp { .. } => self.pace.follow_up_seconds(),
            PlannedStep::Ask { lesson, question, .. } => self
                .library
                .card(lesson, language)
                .and_then(|card| {
                    let effort = card.question(question)?.effort;
                    Some(self.pace.question_seconds(&effort, card.language))
                })
                .unwrap_or_default(),
            PlannedStep::Read { lesson } => {
                self.library.card(lesson, language).map_or(0.0, |card| self.pace.lesson_seconds(&card))
            }
            PlannedStep::TryThis { .. } => {
                let open = self.store().promises_open().is_ok_and(|open| !open.is_empty());
                self.pace.try_this_seconds(open)
            }
            PlannedStep::Close => 0.0,
        }
    }

    fn verdict_seconds(&self, lesson: &LessonId, question: &QuestionId) -> Option<f64> {
        let card = self.library.card(lesson, self.settings.language)?;
        Some(self.pace.verdict_seconds(&card.question(question)?.effort, card.language))
    }

    pub(super) fn load_step(&mut self, id: SessionId, position: usize) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let content = match session.steps.get(position) {
            None | Some(PlannedStep::Close) => StepContent::Close(self.close(&session)?),
            Some(PlannedStep::FollowUp { promise }) => self.follow_up(*promise)?,
            Some(PlannedStep::Ask { phase, lesson, question, order }) => {
                let draft = self.draft_at(id, position)?;
                self.ask(lesson, question.as_str(), *phase, order, session.seed ^ position as u64, draft)
            }
            Some(PlannedStep::Read { lesson }) => self.read(lesson),
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

    fn read(&self, lesson: &LessonId) -> StepContent {
        let Some(lesson) = self.library.lesson(lesson, self.settings.language) else { return StepContent::Gone };
        StepContent::Read(Rc::new(ReadContent {
            lesson: lesson.id.clone(),
            title: lesson.title.clone(),
            objective: lesson.objective.clone(),
            main: lesson.main.clone(),
            more: lesson.more.clone(),
            language: lesson.language,
            shown: lesson.fingerprint.clone(),
            characters: u32::try_from(lesson.main_length()).unwrap_or(u32::MAX),
            uses_terms: uses_terms(&self.library.terms(lesson.language), &lesson),
        }))
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
    pub(super) fn next_due_day(&self) -> Result<Option<PlannedDay>, StoreError> {
        Ok(self.store().next_due(self.today())?.map(|day| self.calendar.planned(day)))
    }

    pub(super) fn store_answer(&mut self, answer: Answering) -> Result<Vec<Message>, StoreError> {
        let Answering { session: id, position, response, confidence, ms } = answer;
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(PlannedStep::Ask { phase, lesson, question, .. }) = session.steps.get(position).cloned() else {
            return Ok(Vec::new());
        };
        let Some((asked, language, shown)) = self.question(&lesson, &question) else { return Ok(Vec::new()) };
        let verdict = grade(&asked, &response);
        let answer_id = self.new_event_id();
        let reference = QuestionRef { lesson: lesson.clone(), question: question.clone() };
        let guess = self.guess_of_answer(&reference);
        let answered = QuestionAnswered {
            lesson,
            question,
            lang: language,
            shown,
            rev: asked.revision,
            question_type: asked.question_type(),
            response: response.clone(),
            verdict,
            confidence,
            ms,
            phase,
        };
        let finished =
            StepFinished { session: id, step: position, ms, guess, answer: Some(answer_id), verdict: Some(verdict) };
        let mut facts =
            vec![(answer_id, Fact::QuestionAnswered(answered)), (self.new_event_id(), Fact::StepFinished(finished))];
        let again = (verdict == Verdict::Wrong && phase != Phase::Again)
            .then(|| self.again(&session, position, ms, phase, &asked, &reference))
            .flatten();
        let again_today = again.is_some();
        if let Some((at, step)) = again {
            let extended = SessionExtended { session: id, at, steps: vec![step], because: Some(answer_id) };
            facts.push((self.new_event_id(), Fact::SessionExtended(extended)));
        }
        self.append_events(id, facts)?;
        let rating = Rating::of(verdict, confidence);
        let due = self.store().memory(&reference)?.map(|memory| memory.coming_back(rating, &self.calendar));
        let steps = self.store().session(id)?.map(|session| session.steps).unwrap_or_default();
        Ok(vec![Message::Judged(Box::new(Judgement {
            verdict,
            confidence,
            feedback: feedback(&asked, &response),
            response,
            due,
            again_today,
            steps: self.with_seconds(&steps),
        }))])
    }

    /// Where a missed question comes back in this sitting, if the minutes allow it: after the questions, and never
    /// right behind itself while anything else can stand between.
    fn again(
        &self,
        session: &SessionState,
        position: usize,
        ms: u64,
        phase: Phase,
        question: &Question,
        reference: &QuestionRef,
    ) -> Option<(usize, PlannedStep)> {
        let rest = session.steps.get(position + 1..)?;
        // Steps are timed up to their answers; their verdicts, and the frame around all of them, are guessed.
        let verdicts = session.steps[..=position].iter().filter_map(|step| match step {
            PlannedStep::Ask { lesson, question, .. } => self.verdict_seconds(lesson, question),
            _ => None,
        });
        let used_seconds = (session.ms + ms) as f64 / 1000.0 + verdicts.sum::<f64>() + self.pace.frame_seconds();
        let planned_seconds: f64 = rest.iter().map(|step| self.step_seconds(step)).sum();
        let left_seconds = f64::from(session.minutes) * 60.0 - used_seconds - planned_seconds;
        if left_seconds < SECONDS_FOR_AGAIN && phase != Phase::Own {
            return None;
        }
        let close = session.steps.iter().rposition(|step| *step == PlannedStep::Close).unwrap_or(session.steps.len());
        let after_questions = session
            .steps
            .iter()
            .rposition(|step| matches!(step, PlannedStep::Ask { .. }))
            .map_or(close, |last| last + 1);
        let at = if after_questions > position + 1 { after_questions } else { close };
        let mut random = Seeded::new(session.seed ^ 0xA6A1 ^ position as u64);
        let other = self.same_point_in_another_type(reference, session);
        let shown = other.as_ref().map_or_else(|| Shuffling::of(question), |other| other.shown);
        let order = shown_order(shown, &mut random);
        let QuestionRef { lesson, question } = reference.clone();
        let question = other.map_or(question, |other| other.id);
        Some((at, PlannedStep::Ask { phase: Phase::Again, lesson, question, order }))
    }

    /// What was missed is asked about once more in another way, where the lesson has one that this sitting does not ask.
    fn same_point_in_another_type(&self, missed: &QuestionRef, session: &SessionState) -> Option<QuestionCard> {
        let card = self.library.card(&missed.lesson, self.settings.language)?;
        let asked = card.question(&missed.question)?;
        let is_planned = |other: &QuestionCard| {
            session.steps.iter().any(|step| {
                matches!(step, PlannedStep::Ask { lesson, question, .. } if *lesson == card.id && *question == other.id)
            })
        };
        let mut others = card.questions.iter().filter(|other| {
            other.point.is_some() && other.point == asked.point && other.question_type != asked.question_type
        });
        others.find(|other| other.can_be_asked && !is_planned(other)).cloned()
    }

    pub(super) fn undo_answer(&mut self, id: SessionId) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(last) = session.answered_steps.last().cloned() else { return Ok(vec![Message::NothingToUndo]) };
        let Some(step) = session.steps.get(last.step).cloned() else { return Ok(vec![Message::NothingToUndo]) };
        let targets = [Some(last.answer), Some(last.finished), last.extension, session.closed_by];
        let undone =
            targets.into_iter().flatten().map(|target| (Some(id), Fact::AnswerUndone(AnswerUndone { target })));
        let mut facts: Vec<(Option<SessionId>, Fact)> = undone.collect();
        // Steps that were finished since stay finished; the question then comes once more where the sitting stands.
        if session.next_step != last.step + 1 {
            let at = session.next_step;
            let extended = SessionExtended { session: id, at, steps: vec![step], because: None };
            facts.push((Some(id), Fact::SessionExtended(extended)));
        }
        self.append(facts)?;
        self.session_opened(id, false)
    }

    pub(super) fn store_follow_up(
        &mut self,
        id: SessionId,
        position: usize,
        promise: PromiseId,
        answer: &FollowUpAnswer,
        ms: u64,
    ) -> Result<Vec<Message>, StoreError> {
        let fact = match answer.outcome() {
            None => Fact::PromiseDropped(PromiseDropped { promise }),
            Some(outcome) => Fact::PromiseAsked(PromiseAsked {
                promise,
                outcome,
                minutes_saved: match answer {
                    FollowUpAnswer::Kept { minutes_saved } => *minutes_saved,
                    _ => None,
                },
                ask_day: (outcome == Outcome::NotKept)
                    .then(|| self.calendar.working_days_after(self.today(), ASK_AGAIN_AFTER)),
            }),
        };
        self.finish_with(id, position, ms, vec![fact])
    }

    pub(super) fn store_reading(
        &mut self,
        id: SessionId,
        position: usize,
        ms: u64,
        detail_opened: bool,
    ) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(PlannedStep::Read { lesson }) = session.steps.get(position) else { return Ok(Vec::new()) };
        let fact = self.library.lesson(lesson, self.settings.language).map(|lesson| {
            Fact::LessonRead(LessonRead {
                lesson: lesson.id.clone(),
                lang: lesson.language,
                shown: lesson.fingerprint.clone(),
                characters: u32::try_from(lesson.main_length()).unwrap_or(u32::MAX),
                ms,
                detail_opened,
            })
        });
        let guess = self.library.card(lesson, self.settings.language).map(|card| Guess::of_lesson(&card));
        self.finish_with_guess(id, position, ms, guess, fact.into_iter().collect())
    }

    fn guess_of_answer(&self, asked: &QuestionRef) -> Option<Guess> {
        let card = self.library.card(&asked.lesson, self.settings.language)?;
        Some(Guess::of_answer(&card.question(&asked.question)?.effort, card.language))
    }

    pub(super) fn store_promise(
        &mut self,
        id: SessionId,
        position: usize,
        cue: usize,
        action: &ChosenAction,
        ms: u64,
    ) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(PlannedStep::TryThis { lesson }) = session.steps.get(position) else { return Ok(Vec::new()) };
        let fact = self.promise_made(lesson, cue, action);
        self.finish_with(id, position, ms, fact.into_iter().collect())
    }

    fn promise_made(&self, lesson: &LessonId, cue: usize, action: &ChosenAction) -> Option<Fact> {
        let lesson = self.library.lesson(lesson, self.settings.language)?;
        let try_this = lesson.try_this.as_ref()?;
        let cue = try_this.cues.get(cue)?;
        let (action, own) = match action {
            ChosenAction::Listed(place) => (cue.actions.get(*place)?.plain(), false),
            ChosenAction::Own(text) => {
                (SafeText::new(text).chars().take(OWN_ACTION_CHARACTERS).collect::<String>(), true)
            }
        };
        let cue = cue.when.plain();
        Some(Fact::PromiseMade(PromiseMade {
            promise: PromiseId(self.new_id()),
            lesson: lesson.id.clone(),
            sentence: promise::sentence(lesson.language, &cue, &action),
            cue,
            action,
            own,
            ask_day: self.calendar.working_days_after(self.today(), try_this.ask_after),
        }))
    }

    pub(super) fn finish_with(
        &mut self,
        session: SessionId,
        step: usize,
        ms: u64,
        facts: Vec<Fact>,
    ) -> Result<Vec<Message>, StoreError> {
        self.finish_with_guess(session, step, ms, None, facts)
    }

    fn finish_with_guess(
        &mut self,
        session: SessionId,
        step: usize,
        ms: u64,
        guess: Option<Guess>,
        facts: Vec<Fact>,
    ) -> Result<Vec<Message>, StoreError> {
        let finished = Fact::StepFinished(StepFinished { session, step, ms, guess, answer: None, verdict: None });
        self.append(facts.into_iter().chain([finished]).map(|fact| (Some(session), fact)).collect())?;
        Ok(vec![Message::StepStored])
    }
}

/// The minutes that a plan is guessed to take.
fn minutes_of(plan: &Plan) -> u32 {
    (plan.seconds() / 60.0).ceil().max(1.0) as u32
}

/// An answer on its way to the store.
pub(super) struct Answering {
    pub session: SessionId,
    pub position: usize,
    pub response: Response,
    pub confidence: Confidence,
    pub ms: u64,
}

/// The name of a question's draft: its place in the sitting.
fn draft_place(session: SessionId, position: usize) -> String {
    let id: String = session.0.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{id}/{position}")
}

fn uses_terms(terms: &[Term], lesson: &Lesson) -> bool {
    [&lesson.main, &lesson.more].into_iter().any(|blocks| !used_in(terms, &Document::plain(blocks)).is_empty())
}
