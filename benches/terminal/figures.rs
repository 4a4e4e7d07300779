//! Spans gathered one by one, and what is told of them: least, middle, greatest, and how many times a floor's middle.

use std::time::Duration;

/// One measured span, on the clock and on a processor.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub clock: Duration,
    pub processor: Duration,
}

#[derive(Default)]
pub struct Spans(Vec<Span>);

/// How often a floor's middle a middle is.
#[derive(Clone, Copy)]
pub struct Ratio {
    clock: f64,
    processor: f64,
}

impl Spans {
    pub fn add(&mut self, span: Span) {
        self.0.push(span);
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time on the clock that this share of all is not longer than, from 0 to 1, in milliseconds.
    pub fn clock_at(&self, share: f64) -> f64 {
        at(share, self.0.iter().map(|span| span.clock))
    }

    pub fn processor_at(&self, share: f64) -> f64 {
        at(share, self.0.iter().map(|span| span.processor))
    }

    /// `2.34 (1.81-3.33)`, in milliseconds on the clock, and the middle on a processor.
    pub fn told(&self) -> (String, String) {
        let clock = format!("{:.2} ({:.2}-{:.2})", self.clock_at(0.5), self.clock_at(0.0), self.clock_at(1.0));
        (clock, format!("{:.2}", self.processor_at(0.5)))
    }

    pub fn to(&self, floor: &Spans) -> Ratio {
        Ratio {
            clock: self.clock_at(0.5) / floor.clock_at(0.5),
            processor: self.processor_at(0.5) / floor.processor_at(0.5),
        }
    }
}

fn at(share: f64, times: impl Iterator<Item = Duration>) -> f64 {
    let mut sorted: Vec<Duration> = times.collect();
    sorted.sort();
    // Rounded to the nearest place; a share of 1 is the last one.
    let place = (share * (sorted.len().saturating_sub(1)) as f64).round() as usize;
    sorted.get(place).copied().unwrap_or_default().as_secs_f64() * 1000.0
}

/// One line of the report about spans: a name, what was found, how it stands to the floor and to the budget.
pub fn span_row(name: &str, found: &Spans, ratio: Option<Ratio>, budget: &str) -> String {
    let (clock, processor) = found.told();
    let told = |ratio: Option<f64>| ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2} x"));
    let (by_clock, by_processor) = (told(ratio.map(|ratio| ratio.clock)), told(ratio.map(|ratio| ratio.processor)));
    format!("| {name} | {clock} | {by_clock} | {processor} | {by_processor} | {budget} |\n")
}

/// One line about something that is not a span.
pub fn count_row(name: &str, found: &str, ratio: Option<f64>, budget: &str) -> String {
    let ratio = ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2} x"));
    format!("| {name} | {found} | {ratio} | | | {budget} |\n")
}

pub const HEAD: &str = "| job | ms: median (least-greatest) | to the floor | ms on a processor | to the floor | budget |\n\
                        |---|---|---|---|---|---|\n";
