//! How long each step of a sitting is guessed to take. What is known of the sitting that is shown is not asked for
//! again: an answer's time is not spent on reading all its steps. Never measures any time itself.

use std::rc::Rc;

use crate::app::TimedSteps;
use crate::domain::card::QuestionCard;
use crate::domain::event::PlannedStep;
use crate::engine::Engine;

/// The steps of the sitting that is shown, with their guesses.
#[derive(Default)]
pub(in crate::engine) struct Timed {
    of: Rc<Vec<PlannedStep>>,
    pub(super) seconds: TimedSteps,
    /// The part of each that comes behind its answer, which nobody measures.
    pub(super) verdict_seconds: Vec<f64>,
}

impl Engine {
    pub(in crate::engine) fn with_seconds(&self, steps: &[PlannedStep]) -> Vec<(PlannedStep, f64)> {
        self.library.together(|| steps.iter().map(|step| (step.clone(), self.guessed_seconds(step).0)).collect())
    }

    /// The sitting that is shown, timed; steps that were timed before keep their seconds.
    pub(super) fn timed(&mut self, steps: &Rc<Vec<PlannedStep>>) -> &Timed {
        if self.timed.of != *steps {
            let Timed { of, seconds, verdict_seconds } = std::mem::take(&mut self.timed);
            let known = |step: &PlannedStep| {
                let place = of.iter().position(|other| other == step)?;
                Some((seconds[place].1, verdict_seconds[place]))
            };
            let guess = |step: &PlannedStep| known(step).unwrap_or_else(|| self.guessed_seconds(step));
            let guesses: Vec<(f64, f64)> = self.library.together(|| steps.iter().map(guess).collect());
            self.timed = Timed {
                of: Rc::clone(steps),
                seconds: steps.iter().cloned().zip(guesses.iter().map(|(seconds, _)| *seconds)).collect(),
                verdict_seconds: guesses.iter().map(|(_, verdict_seconds)| *verdict_seconds).collect(),
            };
        }
        &self.timed
    }

    /// How long a promise takes depends on whether one is open: it is guessed again where that changed, and not at the
    /// next answer, which would have to fold the record for it before its verdict.
    pub(super) fn time_promises_again(&mut self) {
        let mut seconds = std::mem::take(&mut self.timed.seconds);
        for (step, seconds) in Rc::make_mut(&mut seconds) {
            if matches!(step, PlannedStep::TryThis { .. }) {
                *seconds = self.guessed_seconds(step).0;
            }
        }
        self.timed.seconds = seconds;
    }

    /// The whole step, and the part of it behind its answer.
    fn guessed_seconds(&self, step: &PlannedStep) -> (f64, f64) {
        let language = self.settings.language;
        match step {
            PlannedStep::FollowUp { .. } => (self.pace.follow_up_seconds(), 0.0),
            PlannedStep::Ask { lesson, question, .. } => {
                let card = self.library.card(lesson, language);
                let asked = card.as_ref().and_then(|card| Some((card.question(question)?, card.language)));
                asked.map_or((0.0, 0.0), |(QuestionCard { effort, .. }, language)| {
                    (self.pace.question_seconds(effort, language), self.pace.verdict_seconds(effort, language))
                })
            }
            PlannedStep::Read { lesson } => {
                (self.library.card(lesson, language).map_or(0.0, |card| self.pace.lesson_seconds(&card)), 0.0)
            }
            PlannedStep::TryThis { .. } => {
                let open = self.store().promises_open().is_ok_and(|open| !open.is_empty());
                (self.pace.try_this_seconds(open), 0.0)
            }
            PlannedStep::Close => (0.0, 0.0),
        }
    }
}
