//! What answers are scheduled by: the learner's target retention, and the parameters of FSRS-6, which are the published
//! ones until the learner's own answers have taught better ones. Both are settings, so both are facts in the log.

use std::collections::BTreeMap;

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState as FsrsState};

use crate::domain::memory::Rating;

/// The settings that change the meaning of answers already given.
pub const KEY_RETENTION: &str = "retention";
pub const KEY_PARAMETERS: &str = "memory_parameters";

/// FSRS-6 has this many parameters.
pub const PARAMETER_COUNT: usize = 21;
/// The longest interval, of the reference implementation as well.
const INTERVAL_DAYS_AT_MOST: f32 = 36_500.0;
/// FSRS keeps the steepness of its forgetting curve between these.
const DECAY_LEAST: f32 = 0.1;
const DECAY_MOST: f32 = 0.8;

/// The share of answers that shall still be known when a question comes back, in percent: 80 to 95.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Retention(u8);

/// Stability and difficulty, as FSRS names them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trace {
    /// Days until recall falls to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// How answers become days.
#[derive(Clone, Debug)]
pub struct Scheduling {
    pub retention: Retention,
    parameters: [f32; PARAMETER_COUNT],
    fsrs: FSRS,
}

impl Retention {
    pub const DEFAULT: Retention = Retention(90);
    /// Those to choose from.
    pub const OFFERED: [Retention; 4] = [Retention(80), Retention(85), Retention(90), Retention(95)];

    pub fn of_percent(percent: u8) -> Option<Retention> {
        (80..=95).contains(&percent).then_some(Retention(percent))
    }

    pub fn percent(self) -> u8 {
        self.0
    }

    fn share(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Scheduling {
    fn default() -> Self {
        Scheduling::new(Retention::DEFAULT, DEFAULT_PARAMETERS).expect("the published default parameters are valid")
    }
}

impl Scheduling {
    /// `None` for parameters that are no numbers of FSRS-6.
    pub fn new(retention: Retention, parameters: [f32; PARAMETER_COUNT]) -> Option<Scheduling> {
        let fsrs = FSRS::new(&parameters).ok()?;
        Some(Scheduling { retention, parameters, fsrs })
    }

    /// By the published parameters, for another target.
    pub fn with_retention(retention: Retention) -> Scheduling {
        Scheduling { retention, ..Scheduling::default() }
    }

    /// From the learner's settings; what cannot be read is as if it had never been set.
    pub fn of_settings(settings: &BTreeMap<String, String>) -> Scheduling {
        let retention = settings.get(KEY_RETENTION).and_then(|text| text.parse().ok()).and_then(Retention::of_percent);
        let parameters = settings.get(KEY_PARAMETERS).and_then(|text| parameters_of(text));
        let retention = retention.unwrap_or(Retention::DEFAULT);
        parameters
            .and_then(|parameters| Scheduling::new(retention, parameters))
            .unwrap_or_else(|| Scheduling::with_retention(retention))
    }

    pub fn parameters(&self) -> &[f32; PARAMETER_COUNT] {
        &self.parameters
    }

    /// The parameters as their setting keeps them.
    pub fn parameters_text(parameters: &[f32; PARAMETER_COUNT]) -> String {
        parameters.iter().map(f32::to_string).collect::<Vec<_>>().join(" ")
    }

    /// What an answer makes of a memory, `gap_days` after the answer before it; the first one has none.
    pub fn after(&self, before: Option<Trace>, rating: Rating, gap_days: u32) -> Trace {
        let before = before.map(|trace| FsrsState { stability: trace.stability, difficulty: trace.difficulty });
        let next = self
            .fsrs
            .next_states(before, self.retention.share(), gap_days)
            .expect("states made by the scheduler are valid input to it");
        let chosen = match rating {
            Rating::Again => next.again,
            Rating::Hard => next.hard,
            Rating::Good => next.good,
        };
        Trace { stability: chosen.memory.stability, difficulty: chosen.memory.difficulty }
    }

    /// Whole days until recall has fallen to the target; at least one.
    pub fn interval_days(&self, stability: f32) -> i32 {
        let days = self.fsrs.next_interval(Some(stability), self.retention.share(), 0);
        days.round().clamp(1.0, INTERVAL_DAYS_AT_MOST) as i32
    }

    /// The chance that it is still known after so many days, by FSRS-6's forgetting curve.
    pub fn recall_after(&self, trace: Trace, gap_days: u32) -> f32 {
        let state = FsrsState { stability: trace.stability, difficulty: trace.difficulty };
        let decay = self.parameters[PARAMETER_COUNT - 1].clamp(DECAY_LEAST, DECAY_MOST);
        fsrs::current_retrievability(state, gap_days as f32, decay)
    }
}

fn parameters_of(text: &str) -> Option<[f32; PARAMETER_COUNT]> {
    let numbers: Vec<f32> = text.split_whitespace().map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let parameters: [f32; PARAMETER_COUNT] = numbers.try_into().ok()?;
    parameters.iter().all(|number| number.is_finite()).then_some(parameters)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_more_is_to_be_kept_the_sooner_it_comes_back() {
        let days = |percent| Scheduling::with_retention(Retention::of_percent(percent).unwrap()).interval_days(20.0);
        assert_eq!(days(90), 20);
        assert!(days(95) < 15 && days(80) > 40, "{} {}", days(95), days(80));
    }

    #[rstest]
    #[case("90", 90)]
    #[case("80", 80)]
    #[case("79", 90)]
    #[case("96", 90)]
    #[case("much", 90)]
    fn a_retention_out_of_bounds_is_as_if_never_set(#[case] text: &str, #[case] percent: u8) {
        let settings = BTreeMap::from([(KEY_RETENTION.to_owned(), text.to_owned())]);
        assert_eq!(Scheduling::of_settings(&settings).retention.percent(), percent);
    }

    #[test]
    fn parameters_are_read_as_they_were_written_and_anything_else_is_the_published_ones() {
        let mut own = DEFAULT_PARAMETERS;
        own[0] = 0.75;
        let of =
            |text: String| *Scheduling::of_settings(&BTreeMap::from([(KEY_PARAMETERS.to_owned(), text)])).parameters();
        assert_eq!(of(Scheduling::parameters_text(&own)), own);
        for broken in ["", "1 2 3", "NaN", &"inf ".repeat(21), &"x ".repeat(21)] {
            assert_eq!(of(broken.to_owned()), DEFAULT_PARAMETERS, "{broken}");
        }
    }
}
