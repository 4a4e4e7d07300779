//! What the due queue, the streak and statistics cost beside one reading of the day table, with records of 10,000 to
//! 1,000,000 answers over the same days. See `benches/README.md`.
//!
//! `cargo bench --bench figures` tells times; with `-- --counts` it counts rows and steps of SQLite instead, which are
//! the same on a busy machine, and fails where there are more than there may be.
#![allow(clippy::disallowed_methods, reason = "a measure reads the clock")]
#![allow(clippy::print_stdout, reason = "a report is printed")]
#![allow(
    dead_code,
    reason = "libraries and records are made by the files of another bench, and not all of each is used"
)]

mod counts;
#[path = "../terminal/lessons.rs"]
mod lessons;
#[path = "../terminal/record.rs"]
mod record;
mod work;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use work::{JOBS, Learner};

/// Lessons of the library; three of five are begun in every record.
const LESSONS: usize = 100;
const ANSWERS: [usize; 3] = [10_000, 100_000, 1_000_000];
/// The fastest of so many runs is told: everything else is somebody else's work.
const RUNS: usize = 60;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (counts, answers) = match words[..] {
        [] => (false, ANSWERS.to_vec()),
        ["--counts"] => (true, ANSWERS[..2].to_vec()),
        ["--counts", "--answers", numbers] => (true, numbers.split(',').map(parsed).collect()),
        ["--answers", numbers] => (false, numbers.split(',').map(parsed).collect()),
        _ => {
            println!("cargo bench --bench figures [-- [--counts] [--answers 10000,1000000]]");
            return ExitCode::from(2);
        }
    };
    let learners: Vec<Learner> = answers.into_iter().map(learner).collect();
    if counts {
        return if counts::hold(&learners) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    times(&learners);
    ExitCode::SUCCESS
}

fn parsed(number: &str) -> usize {
    number.parse().expect("a number of answers")
}

fn learner(answers: usize) -> Learner {
    let data = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let library = lessons::library(&data, LESSONS).expect("a library below target can be written");
    let program = Path::new(env!("CARGO_BIN_EXE_sukima"));
    let folder = record::record(&data, program, &library, LESSONS, answers);
    Learner::open(answers, folder.join("default/sukima.db"), record::NOW)
}

/// Each job in turns with the floor, so that both have the same neighbours.
fn times(learners: &[Learner]) {
    println!("| answers | job | ms, least of {RUNS} | to one reading of the day table |\n|---|---|---|---|");
    for learner in learners {
        let mut floor = Duration::MAX;
        let mut least = JOBS.map(|_| Duration::MAX);
        for _ in 0..RUNS {
            floor = floor.min(timed(|| learner.day_table()));
            for ((_, job), least) in JOBS.iter().zip(&mut least) {
                *least = (*least).min(timed(|| job(learner)));
            }
        }
        let told = |name: &str, time: Duration| {
            let ratio = time.as_secs_f64() / floor.as_secs_f64();
            println!("| {} | {name} | {:.3} | {ratio:.2} x |", learner.answers, time.as_secs_f64() * 1000.0);
        };
        told("the day table, once", floor);
        JOBS.iter().zip(least).for_each(|((name, _), least)| told(name, least));
    }
}

fn timed(job: impl FnOnce() -> usize) -> Duration {
    let begun = Instant::now();
    let made = job();
    let took = begun.elapsed();
    assert!(made > 0, "there is something to count");
    took
}
