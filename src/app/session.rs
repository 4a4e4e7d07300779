//! A sitting while it is shown: the steps, where it stands, and what the step is at.

use std::rc::Rc;

use crate::app::facts::{
    AskContent, CloseFacts, FollowUpContent, Judgement, ReadContent, SessionFacts, StepContent, TimedSteps, TryContent,
};
use crate::app::message::ChosenAction;
use crate::app::model::Surface;
use crate::app::stopwatch::Stopwatch;
use crate::domain::event::{Phase, PlannedStep};
use crate::domain::id::SessionId;
use crate::domain::question::QuestionType;

#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub minutes: u32,
    /// Each step with its guessed seconds.
    pub steps: TimedSteps,
    pub position: usize,
    pub step: Step,
    pub watch: Stopwatch,
}

/// What the step at `position` is at.
#[derive(Clone, Debug)]
pub enum Step {
    /// Asked of the engine.
    Loading,
    FollowUp(FollowUpContent),
    Ask {
        content: Rc<AskContent>,
        stage: AskStage,
    },
    Read {
        content: Rc<ReadContent>,
        detail_is_open: bool,
    },
    TryThis {
        content: Rc<TryContent>,
        stage: TryStage,
    },
    Close(CloseFacts),
}

#[derive(Clone, Debug)]
pub enum AskStage {
    /// Think first; the options come after.
    Thinking,
    Choosing,
    /// Given to the engine; no verdict before the store has replied.
    Storing,
    Judged(Box<Judgement>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum TryStage {
    /// A promise is open already: it is only called to mind.
    Reminder,
    Cue,
    Action {
        cue: usize,
    },
    ReadBack {
        cue: usize,
        action: ChosenAction,
    },
    Storing,
}

impl Session {
    pub(crate) fn opened(facts: SessionFacts, now_ms: i64, surface: Surface) -> Session {
        let watch = Stopwatch::start(now_ms, 0.0, surface);
        Session {
            id: facts.id,
            minutes: facts.minutes,
            steps: facts.steps,
            position: facts.position,
            step: Step::Loading,
            watch,
        }
    }

    /// Shows a step; its clock starts here.
    pub(crate) fn show(&mut self, content: StepContent, now_ms: i64, surface: Surface) {
        let expected_seconds = self.steps.get(self.position).map_or(0.0, |(_, seconds)| *seconds);
        self.watch = Stopwatch::start(now_ms, expected_seconds, surface);
        self.step = match content {
            StepContent::FollowUp(content) => Step::FollowUp(content),
            StepContent::Ask(content) => {
                let stage = if thinks_first(&content) { AskStage::Thinking } else { AskStage::Choosing };
                Step::Ask { content, stage }
            }
            StepContent::Read(content) => Step::Read { content, detail_is_open: false },
            StepContent::TryThis(content) => {
                let stage = if content.open.is_some() { TryStage::Reminder } else { TryStage::Cue };
                Step::TryThis { content, stage }
            }
            StepContent::Close(facts) => Step::Close(facts),
            StepContent::Gone => Step::Loading,
        };
    }

    /// Seconds that the plan still holds, this step included; it changes with a step, not with the clock.
    pub fn seconds_left(&self) -> f64 {
        // An answer may have made the steps behind it needless.
        let next = match &self.step {
            Step::Ask { stage: AskStage::Judged(judgement), .. } => judgement.next_step,
            _ => self.position + 1,
        };
        let is_left = |place: usize| place == self.position || place >= next;
        self.steps.iter().enumerate().filter(|(place, _)| is_left(*place)).map(|(_, (_, seconds))| seconds).sum()
    }

    /// Which of the planned questions this is, from 1, and how many there are. One that comes back because it was missed
    /// is not counted: the way does not grow under one's feet.
    /// Questions before a lesson are counted by themselves.
    pub fn question_number(&self) -> (usize, usize) {
        let asked_before = |step: &PlannedStep| match step {
            PlannedStep::Ask { phase: Phase::Pre, lesson, .. } => Some(lesson.clone()),
            _ => None,
        };
        let here = self.steps.get(self.position).and_then(|(step, _)| asked_before(step));
        let is_question = |step: &&(PlannedStep, f64)| {
            let is_planned = matches!(&step.0, PlannedStep::Ask { phase, .. } if *phase != Phase::Again);
            is_planned && asked_before(&step.0) == here
        };
        let before = self.steps.iter().take(self.position + 1).filter(is_question).count();
        (before, self.steps.iter().filter(is_question).count())
    }
}

/// In a review of a single choice, recalling comes before recognising.
fn thinks_first(content: &AskContent) -> bool {
    matches!(content.phase, Phase::Review)
        && matches!(content.question.question_type(), QuestionType::One | QuestionType::Case)
}
