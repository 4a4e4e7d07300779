//! Parameters of FSRS made from a learner's own answers, and kept only where they would have told later answers better.
//! It goes in pieces, so that whoever runs it can show how far it is and stop it; it reads and keeps nothing itself.
//!
//! The earlier answers teach, the later ones judge: those of the last fifth play no part in the search. What is
//! compared for each of them is the chance that either set of parameters gave to what then happened.

mod descent;
mod recurrence;
mod slope;

use crate::domain::day::Day;
use crate::domain::memory::fitting::descent::{Descent, Sums};
use crate::domain::memory::fitting::recurrence::Recurrence;
use crate::domain::memory::{PARAMETER_COUNT, Rating, Scheduling};

/// Answers to questions seen on an earlier day: with fewer than these a fit would be kept by luck about as often as
/// for a reason. docs/learning.md has the figures.
pub const ANSWERS_LEAST: usize = 600;
/// Of ten, so many answers teach; the later ones judge.
const TEACHING_TENTHS: usize = 8;
/// The later answers must speak for the new parameters by so many standard errors: by chance one in forty does.
const STANDARD_ERRORS_LEAST: f64 = 2.0;
/// More searching than this has never been needed.
const PASSES_AT_MOST: usize = 25;
/// A piece of work takes some hundredths of a second.
const ANSWERS_OF_A_PIECE: usize = 2_000;

/// One answer of a question's history.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastAnswer {
    pub day: Day,
    pub rating: Rating,
}

/// Too little to learn from: answers to questions seen on an earlier day, and how many it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    pub answers: usize,
    pub least: usize,
}

/// A fit under way.
#[derive(Clone, Debug)]
pub struct Fitting {
    standing: Scheduling,
    histories: Vec<Vec<Step>>,
    /// Answers from this day on judge.
    judging_from: Day,
    descent: Descent,
    sums: Sums,
    /// The history that is read next.
    next: usize,
    passes: usize,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    pub parameters: [f32; PARAMETER_COUNT],
    /// The later answers speak for them.
    pub is_better: bool,
    /// How many answers judged.
    pub judged: usize,
    /// Mean log loss over them: of what stands, and of the new parameters.
    pub loss_before: f64,
    pub loss_after: f64,
    /// Intervals by the new parameters over those that stand, in the geometric mean over all questions.
    pub interval_ratio: f64,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    day: Day,
    rating: Rating,
    gap_days: u32,
}

/// How many answers tell of fading.
pub fn told_answers(histories: &[Vec<PastAnswer>]) -> usize {
    histories.iter().flat_map(|answers| steps(answers)).filter(Step::is_told).count()
}

impl Fitting {
    /// For the histories of all questions, each in its order, and what answers are scheduled by now.
    pub fn new(histories: &[Vec<PastAnswer>], standing: &Scheduling) -> Result<Fitting, TooFew> {
        let histories: Vec<Vec<Step>> = histories.iter().map(|answers| steps(answers)).collect();
        let mut days: Vec<Day> =
            histories.iter().flatten().filter(|step| step.is_told()).map(|step| step.day).collect();
        if days.len() < ANSWERS_LEAST {
            return Err(TooFew { answers: days.len(), least: ANSWERS_LEAST });
        }
        days.sort_unstable();
        let judging_from = days[days.len() * TEACHING_TENTHS / 10];
        Ok(Fitting {
            standing: standing.clone(),
            histories,
            judging_from,
            descent: Descent::from(Scheduling::default().parameters().map(f64::from)),
            sums: Sums::default(),
            next: 0,
            passes: 0,
        })
    }

    /// One more piece of the work; the result with the last one.
    pub fn go_on(&mut self) -> Option<Fitted> {
        let recurrence = Recurrence::new(self.descent.trial());
        let mut answers = 0;
        while answers < ANSWERS_OF_A_PIECE && self.next < self.histories.len() {
            let history = &self.histories[self.next];
            sum_up(history, self.judging_from, &recurrence, &mut self.sums);
            answers += history.len();
            self.next += 1;
        }
        if self.next < self.histories.len() {
            return None;
        }
        self.next = 0;
        self.passes += 1;
        let goes_on = self.descent.take(std::mem::take(&mut self.sums));
        if goes_on && self.passes < PASSES_AT_MOST { None } else { Some(self.judged()) }
    }

    /// How far it is at least, from 0 to 100.
    pub fn percent(&self) -> u8 {
        let histories = self.histories.len().max(1);
        let done = self.passes * histories + self.next;
        u8::try_from(100 * done / (PASSES_AT_MOST * histories)).unwrap_or(100)
    }

    fn judged(&self) -> Fitted {
        let parameters = self.descent.best().map(|value| value as f32);
        let after = Scheduling::new(self.standing.retention, parameters);
        let before = &self.standing;
        let Some(after) = after else {
            return Fitted {
                parameters: *before.parameters(),
                is_better: false,
                judged: 0,
                loss_before: 0.0,
                loss_after: 0.0,
                interval_ratio: 1.0,
            };
        };
        let (mut losses, mut intervals) = (Vec::new(), Vec::new());
        for history in &self.histories {
            let [before, after] = [before, &after].map(|scheduling| followed(history, self.judging_from, scheduling));
            losses.extend(before.losses.into_iter().zip(after.losses));
            if let (Some(before), Some(after)) = (before.interval_days, after.interval_days) {
                intervals.push((f64::from(after) / f64::from(before)).ln());
            }
        }
        let count = losses.len() as f64;
        let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / count;
        let gain = mean(&mut losses.iter().map(|(before, after)| before - after));
        let variance = mean(&mut losses.iter().map(|(before, after)| (before - after - gain).powi(2)));
        let standard_error = (variance / count).sqrt();
        Fitted {
            parameters,
            is_better: gain > STANDARD_ERRORS_LEAST * standard_error && gain > 0.0,
            judged: losses.len(),
            loss_before: mean(&mut losses.iter().map(|(before, _)| *before)),
            loss_after: mean(&mut losses.iter().map(|(_, after)| *after)),
            interval_ratio: (intervals.iter().sum::<f64>() / intervals.len().max(1) as f64).exp(),
        }
    }
}

impl Step {
    /// Whether memory had time to fade before it: an answer of the same day tells nothing about that.
    fn is_told(&self) -> bool {
        self.gap_days > 0
    }
}

/// Gaps as memory counts them: a day before the last one (a clock set back) is the same day.
fn steps(answers: &[PastAnswer]) -> Vec<Step> {
    let mut last: Option<Day> = None;
    let step = |answer: &PastAnswer| {
        let day = last.map_or(answer.day, |last| last.max(answer.day));
        let gap_days = last.map_or(0, |last| u32::try_from(day.days_since(last)).unwrap_or(0));
        last = Some(day);
        Step { day, rating: answer.rating, gap_days }
    };
    answers.iter().map(step).collect()
}

/// Adds what the teaching answers of one question say.
fn sum_up(history: &[Step], judging_from: Day, recurrence: &Recurrence, sums: &mut Sums) {
    let mut state = None;
    for step in history.iter().take_while(|step| step.day < judging_from) {
        state = Some(match &state {
            None => recurrence.first(step.rating),
            Some(state) => {
                if step.is_told() {
                    sums.add(&recurrence.recall(state, step.gap_days), step.rating != Rating::Again);
                }
                recurrence.next(state, step.rating, step.gap_days)
            }
        });
    }
}

/// What a scheduling makes of a history.
struct Followed {
    /// Of the judging answers.
    losses: Vec<f64>,
    /// The interval that follows the last answer.
    interval_days: Option<i32>,
}

fn followed(history: &[Step], judging_from: Day, scheduling: &Scheduling) -> Followed {
    let mut losses = Vec::new();
    let mut trace = None;
    for step in history {
        if let (Some(trace), true, true) = (trace, step.is_told(), step.day >= judging_from) {
            let chance = f64::from(scheduling.recall_after(trace, step.gap_days)).clamp(1e-5, 1.0 - 1e-5);
            losses.push(-if step.rating == Rating::Again { (1.0 - chance).ln() } else { chance.ln() });
        }
        trace = Some(scheduling.after(trace, step.rating, step.gap_days));
    }
    Followed { losses, interval_days: trace.map(|trace| scheduling.interval_days(trace.stability)) }
}
