//! What a learner did, kept before anything is said to it: answers, readings, promises and what became of them.

use std::rc::Rc;

use crate::app::{ChosenAction, FollowUpAnswer, Judgement, Message};
use crate::domain::card::{Effort, QuestionCard};
use crate::domain::event::{
    AnswerUndone, Fact, LessonRead, Outcome, Phase, PlannedStep, PromiseAsked, PromiseDropped, PromiseMade,
    QuestionAnswered, SessionExtended, StepFinished,
};
use crate::domain::feedback::feedback;
use crate::domain::fold::{self, SessionState};
use crate::domain::grade::grade;
use crate::domain::id::{LessonId, PromiseId, QuestionRef, SessionId};
use crate::domain::memory::Rating;
use crate::domain::pace::Guess;
use crate::domain::plan::{SECONDS_FOR_AGAIN, Shuffling, shown_order};
use crate::domain::promise;
use crate::domain::question::{Confidence, Question, Response, Verdict};
use crate::domain::shuffle::Seeded;
use crate::engine::Engine;
use crate::engine::performing::beforehand::behind;
use crate::store::StoreError;
use crate::text::SafeText;

/// An unkept promise is asked about once more after this many working days.
const ASK_AGAIN_AFTER: u32 = 5;
/// A promise of the learner's own is one line.
const OWN_ACTION_CHARACTERS: usize = 200;

impl Engine {
    pub(in crate::engine) fn store_answer(&mut self, answering: Answering) -> Result<Vec<Message>, StoreError> {
        let Answering { session: id, position, confidence, ms, .. } = answering;
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(PlannedStep::Ask { phase, lesson, question, .. }) = session.steps.get(position).cloned() else {
            return Ok(Vec::new());
        };
        let Some(text) = self.library.lesson(&lesson, self.settings.language) else { return Ok(Vec::new()) };
        let Some(asked) = text.question(&question) else { return Ok(Vec::new()) };
        let response = answering.response.clone();
        let verdict = grade(asked, &response);
        let answer_id = self.new_event_id();
        let reference = QuestionRef { lesson: lesson.clone(), question: question.clone() };
        let guess = Some(Guess::of_answer(&Effort::of(asked, text.language), text.language));
        let ahead = self.ahead(&session, &answering, &reference, verdict, answer_id)?;
        let passed = ahead.passed.map(|passed| (self.new_event_id(), Fact::LessonPassed(passed)));
        let answered = QuestionAnswered {
            lesson,
            question,
            lang: text.language,
            shown: text.fingerprint.clone(),
            rev: asked.revision,
            question_type: asked.question_type(),
            response: response.clone(),
            verdict,
            confidence,
            ms,
            phase,
        };
        let finished = StepFinished {
            session: id,
            step: position,
            ms,
            guess,
            answer: Some(answer_id),
            verdict: Some(verdict),
            onto: passed_over(position, ahead.onto),
            passed: passed.as_ref().map(|(event, _)| *event),
        };
        let mut facts =
            vec![(answer_id, Fact::QuestionAnswered(answered)), (self.new_event_id(), Fact::StepFinished(finished))];
        let passed_lesson = passed.is_some();
        facts.extend(passed);
        // Before a lesson there is nothing to repeat: the text itself follows.
        let may_repeat = verdict == Verdict::Wrong && !matches!(phase, Phase::Again | Phase::Pre);
        let again = (may_repeat && !self.is_of_return(&session)?)
            .then(|| self.again(&session, position, ms, phase, asked, &reference))
            .flatten();
        let again_today = again.is_some();
        if let Some((at, step)) = again {
            let extended = SessionExtended { session: id, at, steps: vec![step], because: Some(answer_id) };
            facts.push((self.new_event_id(), Fact::SessionExtended(extended)));
        }
        let (memory, scheduling) = (self.store().memory(&reference)?, self.store().scheduling()?);
        let makes_room = passed_lesson.then(|| self.seconds_left(&session, position, ms, ahead.onto));
        let kept = self.append_ahead(id, facts)?;
        // The same steps by which the record will be folded, once the verdict is seen.
        let memory = kept.iter().fold(memory, |memory, event| fold::memory_after(memory, event, &scheduling));
        let session = match makes_room {
            Some(seconds) => {
                self.fill_again(id, &session, seconds, answer_id)?;
                self.store().session(id)?
            }
            None => kept.iter().fold(Some(session), fold::session_after),
        };
        let Some(session) = session else { return Ok(Vec::new()) };
        let rating = Rating::of(verdict, confidence);
        let due = memory.map(|memory| memory.coming_back(rating, &self.calendar));
        Ok(vec![Message::Judged(Box::new(Judgement {
            verdict,
            confidence,
            feedback: feedback(asked, &response),
            response,
            due,
            again_today,
            beforehand: ahead.beforehand,
            steps: Rc::clone(&self.timed(&session.steps).seconds),
            next_step: session.next_step,
        }))])
    }

    /// Where a missed question comes back in this sitting, if the minutes allow it: after the questions, and never
    /// right behind itself while anything else can stand between.
    fn again(
        &mut self,
        session: &SessionState,
        position: usize,
        ms: u64,
        phase: Phase,
        question: &Question,
        reference: &QuestionRef,
    ) -> Option<(usize, PlannedStep)> {
        let left_seconds = self.seconds_left(session, position, ms, position + 1);
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

    pub(in crate::engine) fn undo_answer(&mut self, id: SessionId) -> Result<Vec<Message>, StoreError> {
        let Some(session) = self.store().session(id)? else { return Ok(Vec::new()) };
        let Some(last) = session.answered_steps.last().cloned() else { return Ok(vec![Message::NothingToUndo]) };
        let Some(step) = session.steps.get(last.step).cloned() else { return Ok(vec![Message::NothingToUndo]) };
        // Whoever has gone on into what a passed lesson made room for keeps it.
        let has_gone_on = session.next_step != last.next_step();
        let extension = last.extension.filter(|_| !(has_gone_on && last.passed.is_some()));
        let targets = [Some(last.answer), Some(last.finished), extension, last.passed, session.closed_by];
        let undone =
            targets.into_iter().flatten().map(|target| (Some(id), Fact::AnswerUndone(AnswerUndone { target })));
        let mut facts: Vec<(Option<SessionId>, Fact)> = undone.collect();
        // Steps that were finished since stay finished; the question then comes once more where the sitting stands, with
        // what it had made needless.
        if has_gone_on {
            let at = session.next_step;
            let passed_over = session.steps.get(last.step + 1..last.next_step()).unwrap_or_default();
            let steps = [&[step], passed_over].concat();
            let extended = SessionExtended { session: id, at, steps, because: None };
            facts.push((Some(id), Fact::SessionExtended(extended)));
        }
        self.append(facts)?;
        self.session_opened(id, false)
    }

    pub(in crate::engine) fn store_follow_up(
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
        let finished = self.finish_with(id, position, ms, vec![fact])?;
        self.time_promises_again();
        Ok(finished)
    }

    pub(in crate::engine) fn store_reading(
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

    pub(in crate::engine) fn store_promise(
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
        let finished = self.finish_with(id, position, ms, fact.into_iter().collect())?;
        self.time_promises_again();
        Ok(finished)
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

    pub(in crate::engine) fn finish_with(
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
        let onto = self.store().session(session)?.map_or(step + 1, |state| behind(&state, step));
        let onto_if_further = passed_over(step, onto);
        let finished = Fact::StepFinished(StepFinished {
            session,
            step,
            ms,
            guess,
            answer: None,
            verdict: None,
            onto: onto_if_further,
            passed: None,
        });
        self.append(facts.into_iter().chain([finished]).map(|fact| (Some(session), fact)).collect())?;
        Ok(vec![Message::StepStored { next_step: onto }])
    }
}

/// Told only where it is not the next one.
fn passed_over(step: usize, onto: usize) -> Option<usize> {
    (onto != step + 1).then_some(onto)
}

/// An answer on its way to the store.
pub(in crate::engine) struct Answering {
    pub session: SessionId,
    pub position: usize,
    pub response: Response,
    pub confidence: Confidence,
    pub ms: u64,
}
