//! Parameters of memory fitted to the learner's own answers, one piece at a time. Nothing is kept before the last one.

use crate::app::{FitFacts, FitOutcome, Message};
use crate::domain::memory::fitting::{ANSWERS_LEAST, Fitting, told_answers};
use crate::domain::memory::{KEY_PARAMETERS, Scheduling};
use crate::engine::Engine;
use crate::store::StoreError;

impl Engine {
    /// What there is to learn from.
    pub fn fit_facts(&self) -> Result<FitFacts, StoreError> {
        Ok(FitFacts { answers: told_answers(&self.store().past_answers()?), least: ANSWERS_LEAST })
    }

    pub(super) fn begin_fit(&mut self) -> Result<Vec<Message>, StoreError> {
        let histories = self.store().past_answers()?;
        match Fitting::new(&histories, &*self.store().scheduling()?) {
            Ok(fitting) => {
                self.fitting = Some(fitting);
                Ok(vec![Message::FitWent { percent: 0 }])
            }
            // Answers were taken back since they were counted.
            Err(_) => Ok(vec![Message::FitDone(FitOutcome::NotBetter { judged: 0 })]),
        }
    }

    pub(super) fn go_on_fitting(&mut self) -> Result<Vec<Message>, StoreError> {
        let Some(fitting) = &mut self.fitting else { return Ok(Vec::new()) };
        let Some(fitted) = fitting.go_on() else {
            return Ok(vec![Message::FitWent { percent: fitting.percent() }]);
        };
        self.fitting = None;
        let judged = fitted.judged;
        if !fitted.is_better {
            return Ok(vec![Message::FitDone(FitOutcome::NotBetter { judged })]);
        }
        self.change(KEY_PARAMETERS, Scheduling::parameters_text(&fitted.parameters))?;
        self.settings.is_fitted = true;
        let (interval_ratio, kept) = (fitted.interval_ratio, self.setting_kept());
        Ok(vec![Message::FitDone(FitOutcome::Better { judged, interval_ratio, kept })])
    }

    pub(super) fn reset_fit(&mut self) -> Result<Vec<Message>, StoreError> {
        // What cannot be read as parameters is as if it had never been set.
        self.change(KEY_PARAMETERS, String::new())?;
        self.settings.is_fitted = false;
        Ok(vec![Message::FitDone(FitOutcome::Reset(self.setting_kept()))])
    }
}
