//! Times gathered one by one, and what is told of them.

use std::time::Duration;

#[derive(Default)]
pub struct Times(Vec<f64>);

impl Times {
    pub fn add(&mut self, time: Duration) {
        self.0.push(time.as_secs_f64() * 1000.0);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn first(&self) -> f64 {
        self.0.first().copied().unwrap_or_default()
    }

    pub fn median(&self) -> f64 {
        self.sorted().get(self.0.len() / 2).copied().unwrap_or_default()
    }

    /// `0.52 (0.49-1.10)`, in milliseconds.
    pub fn told(&self) -> String {
        let sorted = self.sorted();
        let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
        format!("{:.3} ({:.3}-{:.3})", self.median(), at(0), at(sorted.len().saturating_sub(1)))
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}
