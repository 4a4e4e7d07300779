//! Instructions, counted by valgrind: what can be held on a machine where others work as well.

use std::process::{Command, Stdio};

use crate::texts::{HOSTILE, LESSONS};

/// Reading and laying out, beside the markdown library alone, in hundredths: what it was when it was last made faster and
/// a twentieth more. The budget is three times on the clock, where prose takes 2.7; docs/performance.md tells of both.
const PAGE_HUNDREDTHS: [(&str, u64); 6] =
    [("prose", 332), ("paragraphs", 363), ("body", 501), ("lesson", 604), ("sample", 619), ("rich", 552)];
/// The same for drawing a page with a lesson, beside an empty one: the budget.
const FRAME_HUNDREDTHS: u64 = 200;
/// A second of a slow workstation.
const HOSTILE_INSTRUCTIONS: u64 = 1_000_000_000;

/// Prints each count; whether all are what they may be. Without valgrind nothing is counted, and nothing holds.
pub fn hold() -> bool {
    if Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("FAIL  valgrind is not there, and counts the instructions: please install it");
        return false;
    }
    let mut holds = true;
    let mut told = |name: &str, found: u64, most: u64, beside: &str| {
        let is_met = found <= most;
        holds &= is_met;
        println!("{}  {name}: {found}, at most {most}{beside}", if is_met { "ok  " } else { "FAIL" });
    };
    for (text, _) in LESSONS {
        let [floor, read, page] = ["floor", "read", "page"].map(|work| instructions(work, text, 4));
        let most = PAGE_HUNDREDTHS.iter().find(|(name, _)| *name == text).map_or(0, |(_, most)| *most);
        let beside = format!(" (hundredths; {floor} instructions, read {read}, read and laid out {page})");
        told(&format!("{text} read and laid out beside markdown alone"), page * 100 / floor, most, &beside);
    }
    let [empty, frame] = ["empty", "frame"].map(|work| instructions(work, "lesson", 40));
    let beside = format!(" (hundredths; {empty} and {frame} instructions)");
    told("a page with a lesson drawn beside an empty one", frame * 100 / empty, FRAME_HUNDREDTHS, &beside);
    for (text, _) in HOSTILE {
        told(&format!("instructions for {text}"), instructions("page", text, 1), HOSTILE_INSTRUCTIONS, "");
    }
    holds
}

/// Of one call: what several need more than none.
fn instructions(work: &str, text: &str, calls: u64) -> u64 {
    let [none, some] = [0, calls].map(|calls| counted(work, text, calls));
    (some - none) / calls
}

fn counted(work: &str, text: &str, calls: u64) -> u64 {
    let program = std::env::current_exe().expect("a program has a file");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--only", work, text, &calls.to_string()])
        .output()
        .expect("valgrind was there a moment ago");
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told.lines().find_map(|line| line.split_once("Collected :")).map(|(_, count)| count.trim().to_owned());
    count.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("valgrind counts: {told}"))
}
