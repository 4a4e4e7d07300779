//! What the engine costs without a screen: a sitting planned among many known questions, and an answer kept, beside a
//! file that takes as many bytes and is waited for. See `benches/README.md`.
//!
//! ```sh
//! cargo bench --bench engine
//! cargo bench --bench engine -- 1000,10000
//! ```
#![allow(clippy::disallowed_methods, reason = "a measure reads the clock")]
#![allow(clippy::print_stdout, reason = "a report is printed")]

mod answering;
mod learner;
mod times;

use std::path::PathBuf;
use std::time::Instant;

use sukima::app::Effect;

use crate::times::Times;

const PLANS: usize = 101;
const MINUTES: u32 = 3;

fn main() {
    let words = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let sizes: Vec<usize> =
        words.as_deref().unwrap_or("1000,10000,100000").split(',').filter_map(|word| word.parse().ok()).collect();
    let data = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-engine");
    println!("| job | ms, median (least-greatest) | the first, ms | to the floor |\n|---|---|---|---|");
    for questions in sizes {
        for due_share in [0, 3, 10] {
            planning(&data, questions, due_share);
        }
        answering::tell(&data, questions);
    }
}

/// Candidates read and a plan made of them, as Home does it.
fn planning(data: &std::path::Path, questions: usize, due_tenths: usize) {
    let mut engine = learner::open(data, questions, due_tenths);
    let mut times = Times::default();
    let mut steps = 0;
    for _ in 0..PLANS {
        let begin = Instant::now();
        let plan = engine.plan_now(MINUTES).expect("the record can be read");
        times.add(begin.elapsed());
        steps = plan.steps.len();
        // As behind a verdict: what the first of all plans found out is noted.
        engine.perform(Effect::TidyUp);
        engine.tidy_up();
    }
    println!(
        "| planning {MINUTES} minutes, {questions} known, {due_tenths} of 10 due, {steps} steps | {} | {:.2} | |",
        times.told(),
        times.first()
    );
}
