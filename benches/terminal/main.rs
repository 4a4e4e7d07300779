//! sukima in a pseudo-terminal beside floor programs that do the least there is to do, one after the other in the same
//! run: what travels from machine to machine is their ratio. See `benches/README.md`.
//!
//! `cargo bench --bench terminal` tells times; with `-- --gates` it only counts what cannot flake, and fails on it.
#![allow(clippy::disallowed_methods, reason = "a measure reads the clock")]
#![allow(clippy::print_stdout, reason = "a report is printed")]

mod figures;
mod floors;
mod gates;
mod lessons;
mod measures;
mod process;
mod record;
mod terminal;
mod trace;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::floors::Floors;
use crate::measures::Setting;

const HELP: &str = "\
cargo bench --bench terminal -- [OPTION]...
  --gates            count only, and fail when a count is not what it must be (Linux)
  --only WORDS       some of: paint,question,scroll,answer,idle,memory,size
  --lessons NUMBERS  sizes of the libraries for the first paint (6,100,1000,10000)
  --sitting L,E      lessons and answers behind the first question (10000,1000000)
  --runs N           how often each program is started (15)
  --keys N           how often a key is pressed while scrolling (300)
  SUKIMA_PROGRAM=…   another build of the program
";

fn main() -> ExitCode {
    let mut setting = Setting::new(data_folder(), program());
    let mut gates = false;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().unwrap_or_default();
        match word.as_str() {
            // Cargo says so to every bench.
            "--bench" => {}
            "--gates" => gates = true,
            "--only" => setting.only = value().split(',').map(str::to_owned).collect(),
            "--lessons" => setting.lessons = numbers(&value()),
            "--sitting" => match numbers(&value())[..] {
                [lessons, answers] => setting.sitting = (lessons, answers),
                _ => return usage(),
            },
            "--runs" => setting.runs = value().parse().unwrap_or(15),
            "--keys" => setting.keys = value().parse().unwrap_or(300),
            _ => return usage(),
        }
    }
    if gates {
        return if gates::hold(&setting) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let floors = Floors::build(&data_folder());
    measures::tell(&setting, &floors);
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    print!("{HELP}");
    ExitCode::from(2)
}

fn numbers(text: &str) -> Vec<usize> {
    text.split(',').filter_map(|number| number.trim().parse().ok()).collect()
}

/// The program that cargo built for this bench, unless another one is named.
fn program() -> PathBuf {
    std::env::var_os("SUKIMA_PROGRAM").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_sukima")), PathBuf::from)
}

/// Libraries and records are large and the same at each run, so they stay below `target`.
fn data_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench")
}
