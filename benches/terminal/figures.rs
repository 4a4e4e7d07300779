//! Times gathered one by one, and what is told of them: least, middle, greatest, and how many times a floor's middle.

use std::time::Duration;

#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that this share of all is not longer than, from 0 to 1.
    pub fn at(&self, share: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        // Rounded to the nearest place; a share of 1 is the last one.
        let place = (share * (sorted.len().saturating_sub(1)) as f64).round() as usize;
        sorted.get(place).copied().unwrap_or_default()
    }

    pub fn middle(&self) -> Duration {
        self.at(0.5)
    }

    /// `2.34 (1.81-3.33)`, in milliseconds.
    pub fn told(&self) -> String {
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        format!("{:.2} ({:.2}-{:.2})", ms(self.middle()), ms(self.at(0.0)), ms(self.at(1.0)))
    }

    pub fn ratio_to(&self, floor: &Times) -> f64 {
        self.middle().as_secs_f64() / floor.middle().as_secs_f64()
    }
}

/// One line of the report: a name, what was found, how it stands to the floor and to the budget.
pub fn row(name: &str, found: &str, ratio: Option<f64>, budget: &str) -> String {
    let ratio = ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2} x"));
    format!("| {name} | {found} | {ratio} | {budget} |\n")
}
