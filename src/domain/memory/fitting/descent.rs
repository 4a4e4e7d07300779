//! The parameters that answers speak for most: a damped Gauss–Newton search from the published ones (Levenberg 1944,
//! Marquardt 1963), pulled back to them as the authors of FSRS pull theirs (fsrs-rs 6.6, `training.rs`), so that few
//! answers move little. It judges nothing.

use crate::domain::memory::PARAMETER_COUNT;
use crate::domain::memory::fitting::slope::Slope;

/// How far parameters lie apart between learners, as the authors of FSRS found it.
const SPREAD: [f64; PARAMETER_COUNT] = [
    6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32,
    0.14, 0.27,
];

/// The bounds that FSRS keeps its parameters in (fsrs-rs 6.6, `parameter_clipper.rs`).
pub(super) const BOUNDS: [(f64, f64); PARAMETER_COUNT] = [
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.01, 0.8),
    (0.1, 0.8),
];

/// No chance is taken for certain.
const CHANCE_LEAST: f64 = 1e-5;
const DAMPING_FIRST: f64 = 0.01;
const DAMPING_LEAST: f64 = 1e-6;
const DAMPING_MOST: f64 = 1e6;
/// Less than this part of the loss is no progress.
const PROGRESS_LEAST: f64 = 1e-5;

type Matrix = [[f64; PARAMETER_COUNT]; PARAMETER_COUNT];

/// What the answers say at one place, summed up answer by answer.
#[derive(Clone, Debug)]
pub struct Sums {
    loss: f64,
    gradient: [f64; PARAMETER_COUNT],
    curvature: Matrix,
}

impl Default for Sums {
    fn default() -> Self {
        Sums { loss: 0.0, gradient: [0.0; PARAMETER_COUNT], curvature: [[0.0; PARAMETER_COUNT]; PARAMETER_COUNT] }
    }
}

impl Sums {
    /// One answer beside the chance that was given to knowing it.
    pub fn add(&mut self, recall: &Slope, is_known: bool) {
        let chance = recall.value.clamp(CHANCE_LEAST, 1.0 - CHANCE_LEAST);
        self.loss -= if is_known { chance.ln() } else { (1.0 - chance).ln() };
        let pull = if is_known { -1.0 / chance } else { 1.0 / (1.0 - chance) };
        let weight = 1.0 / (chance * (1.0 - chance));
        for row in 0..PARAMETER_COUNT {
            self.gradient[row] += pull * recall.by[row];
            for column in 0..=row {
                self.curvature[row][column] += weight * recall.by[row] * recall.by[column];
            }
        }
    }
}

/// A search under way.
#[derive(Clone, Debug)]
pub struct Descent {
    start: [f64; PARAMETER_COUNT],
    /// The best place so far with what the answers say there.
    best: Option<([f64; PARAMETER_COUNT], Sums)>,
    trial: [f64; PARAMETER_COUNT],
    damping: f64,
}

impl Descent {
    pub fn from(start: [f64; PARAMETER_COUNT]) -> Descent {
        Descent { start, best: None, trial: start, damping: DAMPING_FIRST }
    }

    /// Where the answers are to be summed up next.
    pub fn trial(&self) -> &[f64; PARAMETER_COUNT] {
        &self.trial
    }

    /// The best place so far.
    pub fn best(&self) -> &[f64; PARAMETER_COUNT] {
        self.best.as_ref().map_or(&self.start, |(place, _)| place)
    }

    /// Takes what the answers say at the trial; false when there is nothing more to be found.
    pub fn take(&mut self, mut sums: Sums) -> bool {
        for (place, spread) in SPREAD.into_iter().enumerate() {
            let away = (self.trial[place] - self.start[place]) / spread;
            sums.loss += away * away;
            sums.gradient[place] += 2.0 * away / spread;
            sums.curvature[place][place] += 2.0 / (spread * spread);
        }
        let before = self.best.as_ref().map(|(_, sums)| sums.loss);
        let is_better = sums.loss.is_finite() && before.is_none_or(|before| sums.loss < before);
        let gain = before.map_or(f64::INFINITY, |before| (before - sums.loss) / before);
        if is_better {
            self.best = Some((self.trial, sums));
            self.damping = (self.damping / 5.0).max(DAMPING_LEAST);
        } else {
            self.damping *= 5.0;
        }
        let is_over = (is_better && gain < PROGRESS_LEAST) || self.damping > DAMPING_MOST || self.best.is_none();
        if let (false, Some((best, sums))) = (is_over, &self.best) {
            let step = solved(&sums.curvature, &sums.gradient, self.damping);
            self.trial = std::array::from_fn(|place| {
                let (least, most) = BOUNDS[place];
                (best[place] - step[place]).clamp(least, most)
            });
        }
        !is_over
    }
}

/// The step that solves (curvature + damping × its diagonal) × step = gradient, by Cholesky's method. Only the lower
/// half of the matrix is read; the pull to the start makes it positive definite.
fn solved(curvature: &Matrix, gradient: &[f64; PARAMETER_COUNT], damping: f64) -> [f64; PARAMETER_COUNT] {
    let mut lower: Matrix = [[0.0; PARAMETER_COUNT]; PARAMETER_COUNT];
    for row in 0..PARAMETER_COUNT {
        for column in 0..=row {
            let known: f64 = (0..column).map(|place| lower[row][place] * lower[column][place]).sum();
            lower[row][column] = if row == column {
                (curvature[row][row] * (1.0 + damping) - known).max(f64::MIN_POSITIVE).sqrt()
            } else {
                (curvature[row][column] - known) / lower[column][column]
            };
        }
    }
    let mut step = *gradient;
    for row in 0..PARAMETER_COUNT {
        let known: f64 = (0..row).map(|place| lower[row][place] * step[place]).sum();
        step[row] = (step[row] - known) / lower[row][row];
    }
    for row in (0..PARAMETER_COUNT).rev() {
        let known: f64 = (row + 1..PARAMETER_COUNT).map(|place| lower[place][row] * step[place]).sum();
        step[row] = (step[row] - known) / lower[row][row];
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_equations_is_solved() {
        let entry =
            |row: usize, column: usize| if row == column { 4.0 } else { 1.0 / (1 + row.abs_diff(column)) as f64 };
        let matrix: Matrix = std::array::from_fn(|row| std::array::from_fn(|column| entry(row, column)));
        let expected: [f64; PARAMETER_COUNT] = std::array::from_fn(|place| place as f64 - 7.0);
        let gradient = matrix.map(|row| row.iter().zip(expected).map(|(factor, value)| factor * value).sum());
        for (found, expected) in solved(&matrix, &gradient, 0.0).iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        }
    }
}
