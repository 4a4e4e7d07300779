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

const TURNS: usize = 101;
/// Calls in one turn.
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
        let [(floor, _), (read, to_read), (laid_out, to_lay_out)] = beside(["floor", "read", "page"], name);
        println!(
            "{name:<10} markdown alone {floor:>9.1?}; read {read:>9.1?} ({to_read:.2} x); \
             read and laid out {laid_out:>9.1?} ({to_lay_out:.2} x)"
        );
    }
    let [(floor, _), (frame, ratio)] = beside(["empty", "frame"], "lesson");
    println!("frame      empty {floor:>9.1?}; with a lesson {frame:>9.1?} ({ratio:.2} x)");
    for (name, _) in HOSTILE {
        let work = Work::named("page", name).expect("it is one of the texts");
        let begun = Instant::now();
        work.once();
        println!("{name:<10} {:.1?}", begun.elapsed());
    }
}

/// Works in turns, so that a processor which changes its pace does so for all of them: of each its fastest time, and
/// the median of its ratios to the first in the same turn.
fn beside<const COUNT: usize>(works: [&str; COUNT], text: &str) -> [(Duration, f64); COUNT] {
    let works = works.map(|work| Work::named(work, text).expect("the names are those of this file"));
    let turn = |_| {
        works.each_ref().map(|work| {
            let begun = Instant::now();
            (0..CALLS).for_each(|_| work.once());
            begun.elapsed() / CALLS
        })
    };
    let turns: Vec<[Duration; COUNT]> = (0..TURNS).map(turn).collect();
    std::array::from_fn(|work| {
        let fastest = turns.iter().map(|turn| turn[work]).min().expect("there are several turns");
        let mut ratios: Vec<f64> = turns.iter().map(|turn| turn[work].as_secs_f64() / turn[0].as_secs_f64()).collect();
        ratios.sort_by(f64::total_cmp);
        (fastest, ratios[TURNS / 2])
    })
}
