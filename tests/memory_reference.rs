//! Memory states and intervals against the package that the authors of FSRS publish: 10,000 histories of answers, drawn
//! here as `data/memory/histories.py` drew them there, and its figures for each. Nothing of this program is in them.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use sukima::domain::memory::{Rating, Retention, Scheduling, Trace};
use sukima::domain::shuffle::Seeded;

const FIGURES: &str = include_str!("data/memory/fsrs-histories.txt");
const TOLERANCE: f64 = 1e-3;

#[test]
fn ten_thousand_histories_end_as_in_the_published_package() {
    let mut compared = 0;
    for (number, figures) in FIGURES.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let expected: Vec<f64> = figures.split(' ').map(|figure| figure.parse().unwrap()).collect();
        let scheduling = scheduling_of(number);
        let end = played(number, &scheduling);
        let (stability, difficulty) = (f64::from(end.stability), f64::from(end.difficulty));
        assert!(is_near(stability, expected[0]), "history {number}: stability {stability}, expected {}", expected[0]);
        assert!(
            is_near(difficulty, expected[1]),
            "history {number}: difficulty {difficulty}, expected {}",
            expected[1]
        );
        let days = f64::from(scheduling.interval_days(end.stability));
        // Whole days: what lies on the border of two is a difference of one day and no more.
        assert!(
            days == expected[2] || is_on_border(days, expected[2], &scheduling, end),
            "history {number}: {days} days"
        );
        compared += 1;
    }
    assert_eq!(compared, 10_000);
}

fn scheduling_of(number: usize) -> Scheduling {
    Scheduling::with_retention(Retention::of_percent([80, 85, 90, 95][number % 4]).unwrap())
}

fn played(number: usize, scheduling: &Scheduling) -> Trace {
    let mut random = Seeded::new(number as u64);
    let mut trace = None;
    for answer in 0..=random.below(16) {
        let gap_days = if answer > 0 { gap_days(&mut random) } else { 0 };
        let rating = match random.below(10) {
            0 | 1 => Rating::Again,
            2 | 3 => Rating::Hard,
            _ => Rating::Good,
        };
        trace = Some(scheduling.after(trace, rating, gap_days));
    }
    trace.unwrap()
}

fn gap_days(random: &mut Seeded) -> u32 {
    let days = match random.below(8) {
        kind @ (0 | 1) => kind,
        kind => 1 + random.below([10, 10, 30, 60, 120, 400][kind - 2]),
    };
    u32::try_from(days).unwrap()
}

fn is_near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * expected.abs()
}

fn is_on_border(days: f64, expected: f64, scheduling: &Scheduling, end: Trace) -> bool {
    let nudged = |factor: f32| f64::from(scheduling.interval_days(end.stability * factor));
    (days - expected).abs() <= 1.0 && (nudged(1.001) == expected || nudged(0.999) == expected)
}
