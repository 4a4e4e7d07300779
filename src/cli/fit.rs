//! `sukima fit`: parameters of memory fitted to the learner's own answers, or the standard ones again. How far it is goes
//! to standard error; ended in the middle, nothing is changed.

use std::io::{self, Write};

use serde_json::json;

use crate::app::{Effect, FitFacts, FitOutcome, Message, unkept};
use crate::cli::opening::store_failure;
use crate::cli::{Failure, after_reading};
use crate::engine::Engine;
use crate::i18n::fit::FitSay;

/// How far it is is said after so much more of it.
const PERCENT_BETWEEN: u8 = 25;

/// Fits, or goes back to the standard.
pub fn run(engine: &mut Engine, reset: bool, as_json: bool, out: &mut dyn Write) -> Result<io::Result<()>, Failure> {
    let language = engine.settings.language;
    let facts = engine.fit_facts().map_err(|error| store_failure(&error, language))?;
    let outcome = if reset {
        Some(done(engine, Effect::ResetFit))
    } else if facts.is_enough() {
        Some(done(engine, Effect::BeginFit))
    } else {
        None
    };
    let outcome = match outcome {
        None => None,
        Some(Ok(outcome)) => outcome,
        Some(Err(error)) => return Ok(Err(error)),
    };
    // What was to be kept and is not is said instead of the result.
    let keeps = matches!(outcome, Some(FitOutcome::Better { .. } | FitOutcome::Reset(_)));
    if let Some(say) = unkept(&engine.storage(), language).filter(|_| keeps) {
        let text = say.in_language(language);
        return Err(Failure { exit_code: after_reading(engine), code: "not-stored", text });
    }
    if as_json {
        return Ok(writeln!(out, "{}", as_object(facts, outcome.as_ref())));
    }
    let FitFacts { answers, least } = facts;
    let said = match outcome {
        None => vec![FitSay::TooFew { answers, least }],
        Some(outcome) => outcome.said(),
    };
    Ok(said.into_iter().try_for_each(|say| writeln!(out, "{}", say.in_language(language))))
}

/// All pieces, to the end.
fn done(engine: &mut Engine, first: Effect) -> io::Result<Option<FitOutcome>> {
    let language = engine.settings.language;
    let mut told = 0;
    let mut effect = first;
    loop {
        let mut goes_on = false;
        for message in engine.perform(effect) {
            match message {
                Message::FitDone(outcome) => return Ok(Some(outcome)),
                Message::FitWent { percent } => {
                    goes_on = true;
                    if percent >= told + PERCENT_BETWEEN {
                        told = percent;
                        writeln!(io::stderr(), "{}", FitSay::Working { percent }.in_language(language))?;
                    }
                }
                _ => {}
            }
        }
        if !goes_on {
            // The record could not be read, and says so itself.
            return Ok(None);
        }
        effect = Effect::GoOnFitting;
    }
}

fn as_object(facts: FitFacts, outcome: Option<&FitOutcome>) -> serde_json::Value {
    let mut object = json!({ "format": 1, "answers": facts.answers, "least": facts.least });
    object["result"] = json!(match outcome {
        None => "too-few",
        Some(FitOutcome::Better { .. }) => "better",
        Some(FitOutcome::NotBetter { .. }) => "not-better",
        Some(FitOutcome::Reset(_)) => "reset",
    });
    if let Some(FitOutcome::Better { judged, .. } | FitOutcome::NotBetter { judged }) = outcome {
        object["judged"] = json!(judged);
    }
    if let Some(FitOutcome::Better { interval_ratio, .. }) = outcome {
        object["interval_ratio"] = json!(interval_ratio);
    }
    object
}
