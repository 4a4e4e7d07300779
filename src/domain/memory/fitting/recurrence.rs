//! FSRS-6 once more, as numbers that know how they change with the parameters. It is for fitting only: what is
//! scheduled comes from the published crate, and a test holds the two together.

use crate::domain::memory::fitting::slope::Slope;
use crate::domain::memory::{PARAMETER_COUNT, Rating};

const STABILITY_LEAST: f64 = 0.001;
const STABILITY_MOST: f64 = 36_500.0;
const DIFFICULTY_LEAST: f64 = 1.0;
const DIFFICULTY_MOST: f64 = 10.0;
/// What is left after as many days as the stability.
const LEFT_AT_STABILITY: f64 = 0.9;
/// The steps from *again* to *easy*, which nobody here says and difficulty leans towards.
const STEPS_TO_EASY: f64 = 3.0;

/// The recurrence with one set of parameters.
pub struct Recurrence {
    w: [Slope; PARAMETER_COUNT],
    /// The steepness of the forgetting curve, so that [`LEFT_AT_STABILITY`] holds.
    factor: Slope,
    easy_difficulty: Slope,
}

/// Stability and difficulty.
#[derive(Clone, Copy)]
pub struct State {
    pub stability: Slope,
    pub difficulty: Slope,
}

impl Recurrence {
    pub fn new(parameters: &[f64; PARAMETER_COUNT]) -> Recurrence {
        let w: [Slope; PARAMETER_COUNT] = std::array::from_fn(|place| Slope::parameter(place, parameters[place]));
        let factor = (Slope::constant(-LEFT_AT_STABILITY.ln()) / w[20]).exp() + -1.0;
        let easy_difficulty = w[4] - (w[5] * STEPS_TO_EASY).exp() + 1.0;
        Recurrence { w, factor, easy_difficulty }
    }

    /// After the first answer.
    pub fn first(&self, rating: Rating) -> State {
        let steps = steps_from_again(rating);
        let difficulty = self.w[4] - (self.w[5] * f64::from(steps)).exp() + 1.0;
        State {
            stability: self.w[usize::from(steps)].clamp(STABILITY_LEAST, STABILITY_MOST),
            difficulty: difficulty.clamp(DIFFICULTY_LEAST, DIFFICULTY_MOST),
        }
    }

    /// The chance that it is still known.
    pub fn recall(&self, state: &State, gap_days: u32) -> Slope {
        let faded = self.factor * f64::from(gap_days) / state.stability + 1.0;
        faded.powf(-self.w[20])
    }

    /// After another answer.
    pub fn next(&self, state: &State, rating: Rating, gap_days: u32) -> State {
        let w = &self.w;
        let State { stability, difficulty } = *state;
        let steps_from_good = f64::from(steps_from_again(rating)) - 2.0;
        let next_stability = if gap_days == 0 {
            let factor = (w[17] * (w[18] + steps_from_good)).exp() * stability.powf(-w[19]);
            // A right answer never shortens a memory.
            stability * if rating == Rating::Again { factor } else { factor.clamp(1.0, f64::INFINITY) }
        } else {
            let lost = -self.recall(state, gap_days) + 1.0;
            match rating {
                Rating::Again => {
                    let left =
                        w[11] * difficulty.powf(-w[12]) * ((stability + 1.0).powf(w[13]) + -1.0) * (lost * w[14]).exp();
                    left.min(stability / (w[17] * w[18]).exp())
                }
                Rating::Hard | Rating::Good => {
                    let gain =
                        w[8].exp() * (-difficulty + 11.0) * stability.powf(-w[9]) * ((lost * w[10]).exp() + -1.0);
                    let gain = if rating == Rating::Hard { gain * w[15] } else { gain };
                    stability * (gain + 1.0)
                }
            }
        };
        let harder = -w[6] * steps_from_good;
        let moved = difficulty + (-difficulty + 10.0) * harder * (1.0 / 9.0);
        let next_difficulty = w[7] * (self.easy_difficulty - moved) + moved;
        State {
            stability: next_stability.clamp(STABILITY_LEAST, STABILITY_MOST),
            difficulty: next_difficulty.clamp(DIFFICULTY_LEAST, DIFFICULTY_MOST),
        }
    }
}

fn steps_from_again(rating: Rating) -> u8 {
    match rating {
        Rating::Again => 0,
        Rating::Hard => 1,
        Rating::Good => 2,
    }
}

#[cfg(test)]
mod tests {
    use fsrs::DEFAULT_PARAMETERS;

    use super::*;
    use crate::domain::memory::fitting::descent::BOUNDS;
    use crate::domain::memory::{Retention, Scheduling};
    use crate::domain::shuffle::Seeded;

    const RATINGS: [Rating; 5] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Good, Rating::Good];

    /// The last state and recall of a history by chance.
    fn played(seed: u64, parameters: &[f64; PARAMETER_COUNT]) -> (State, Slope) {
        let recurrence = Recurrence::new(parameters);
        let mut random = Seeded::new(seed);
        let mut state = recurrence.first(RATINGS[random.below(5)]);
        for _ in 0..random.below(12) {
            let gap_days = u32::try_from(random.below(40)).unwrap();
            state = recurrence.next(&state, RATINGS[random.below(5)], gap_days);
        }
        (state, recurrence.recall(&state, 7))
    }

    fn others(random: &mut Seeded) -> [f64; PARAMETER_COUNT] {
        std::array::from_fn(|place| {
            let (least, most) = BOUNDS[place];
            (f64::from(DEFAULT_PARAMETERS[place]) * (0.8 + 0.04 * random.below(11) as f64)).clamp(least, most)
        })
    }

    #[test]
    fn states_are_those_of_the_published_crate() {
        let mut random = Seeded::new(1);
        for seed in 0..2_000 {
            let parameters = others(&mut random);
            let scheduling = Scheduling::new(Retention::DEFAULT, parameters.map(|value| value as f32)).unwrap();
            let mut random = Seeded::new(seed);
            let mut trace = scheduling.after(None, RATINGS[random.below(5)], 0);
            for _ in 0..random.below(12) {
                let gap_days = u32::try_from(random.below(40)).unwrap();
                trace = scheduling.after(Some(trace), RATINGS[random.below(5)], gap_days);
            }
            let (state, recall) = played(seed, &parameters);
            let near = |found: f64, expected: f32| (found - f64::from(expected)).abs() < 1e-3 * found.abs();
            assert!(near(state.stability.value, trace.stability), "{seed}: {} {trace:?}", state.stability.value);
            assert!(near(state.difficulty.value, trace.difficulty), "{seed}: {} {trace:?}", state.difficulty.value);
            assert!(near(recall.value, scheduling.recall_after(trace, 7)), "{seed}");
        }
    }

    #[test]
    fn slopes_are_those_of_small_steps() {
        let mut random = Seeded::new(2);
        for seed in 0..200 {
            let parameters = others(&mut random);
            let (_, recall) = played(seed, &parameters);
            for place in 0..PARAMETER_COUNT {
                let step = 1e-6 * parameters[place].abs().max(1e-3);
                let at = |value: f64| {
                    let mut moved = parameters;
                    moved[place] = value;
                    played(seed, &moved).1.value
                };
                let small = (at(parameters[place] + step) - at(parameters[place] - step)) / (2.0 * step);
                let found = recall.by[place];
                assert!((found - small).abs() < 1e-5 + 1e-3 * small.abs(), "{seed}, w[{place}]: {found}, {small}");
            }
        }
    }
}
