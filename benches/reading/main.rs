//! What it costs to read a lesson and lay it out beside the markdown library alone, to draw it beside an empty screen,
//! and to survive a text made to hang a program. See `benches/README.md`.
//!
//! `cargo bench --bench reading` tells processor times; with `-- --counts` it counts instructions under valgrind, which
//! are the same on a busy machine, and fails where there are more than there may be.
#![allow(clippy::disallowed_methods, reason = "a measure reads the clock")]
#![allow(clippy::print_stdout, reason = "a report is printed")]

mod counts;
mod texts;
mod work;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use texts::{HOSTILE, LESSONS};
use work::Work;

/// The fastest of so many runs is told: everything else is somebody else's work.
const RUNS: usize = 60;
/// Calls in one run.
const CALLS: u32 = 20;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => times(),
        ["--counts"] => return if counts::hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE },
        // One piece of work so often, for whoever counts.
        ["--only", work, text, times] => {
            let work = Work::named(work, text).expect("a name of `work` and one of `texts`");
            (0..times.parse().expect("a number")).for_each(|_| work.once());
        }
        _ => {
            println!("cargo bench --bench reading [-- --counts]");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn times() {
    for (name, _) in LESSONS {
        let [floor, read, laid_out] = ["floor", "read", "page"].map(|work| fastest(work, name));
        let ratio = |time: Duration| time.as_secs_f64() / floor.as_secs_f64();
        println!(
            "{name:<10} markdown alone {floor:>9.1?}; read {read:>9.1?} ({:.2} x); read and laid out {laid_out:>9.1?} ({:.2} x)",
            ratio(read),
            ratio(laid_out)
        );
    }
    let [floor, frame] = ["empty", "frame"].map(|work| fastest(work, "lesson"));
    let ratio = frame.as_secs_f64() / floor.as_secs_f64();
    println!("frame      empty {floor:>9.1?}; with a lesson {frame:>9.1?} ({ratio:.2} x)");
    for (name, _) in HOSTILE {
        let work = Work::named("page", name).expect("it is one of the texts");
        let begun = Instant::now();
        work.once();
        println!("{name:<10} {:.1?}", begun.elapsed());
    }
}

fn fastest(work: &str, text: &str) -> Duration {
    let work = Work::named(work, text).expect("the names are those of this file");
    let run = |_| {
        let begun = Instant::now();
        (0..CALLS).for_each(|_| work.once());
        begun.elapsed() / CALLS
    };
    (0..RUNS).map(run).min().expect("there are several runs")
}
