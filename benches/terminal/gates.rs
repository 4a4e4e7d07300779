//! What cannot flake, counted and held: nothing is written and nothing is computed while nobody does anything, a start
//! opens as many lesson files for many lessons as for few, and an answer waits for the disk once.

use std::time::Duration;

use crate::lessons::TITLE_MARK;
use crate::measures::{Setting, Sitting, idle};
use crate::process;
use crate::record;
use crate::trace::Trace;

/// Small and larger; that they are the same is what counts.
const LIBRARIES: [usize; 2] = [6, 300];
const IDLE: Duration = Duration::from_secs(5);
/// Answers whose waits for the disk are counted.
const ANSWERS: usize = 3;

/// Prints each count; whether all are what they must be.
pub fn hold(setting: &Setting) -> bool {
    let mut holds = true;
    let mut told = |name: &str, found: &str, wanted: &str| {
        let is_met = found == wanted;
        holds &= is_met;
        println!("{}  {name}: {found}, must be {wanted}", if is_met { "ok  " } else { "FAIL" });
    };
    let (bytes, ticks) = idle(setting, IDLE);
    told("bytes written while idle", &bytes.to_string(), "0");
    told("processor ticks while idle", &ticks.map_or_else(|| "unknown".to_owned(), |ticks| ticks.to_string()), "0");
    match LIBRARIES.map(|lessons| opened(setting, lessons)) {
        [Some(few), Some(many)] => {
            told(
                &format!("lesson files opened with {} lessons, as with {}", LIBRARIES[1], LIBRARIES[0]),
                &many.to_string(),
                &few.to_string(),
            );
        }
        _ => println!("skip  strace is not there: lesson files opened"),
    }
    match syncs(setting) {
        Some(counts) => {
            told("waits for the disk of each answer", &format!("{counts:?}"), &format!("{:?}", [1; ANSWERS]))
        }
        None => println!("skip  strace is not there: waits for the disk"),
    }
    println!("load {}", process::load());
    holds
}

/// Lesson files that a start opens when nothing changed since the one before.
fn opened(setting: &Setting, lessons: usize) -> Option<usize> {
    let learner = setting.learner(lessons, 0);
    let mut warm = learner.start(&setting.program, &[]);
    warm.first_frame_with(TITLE_MARK);
    warm.settled();
    warm.end();
    let (trace, mut terminal) = Trace::start(&setting.data, &setting.program, &learner.words(), "open,openat,openat2")?;
    terminal.first_frame_with(TITLE_MARK);
    terminal.settled();
    terminal.end();
    Some(trace.count(".md\""))
}

/// Waits for the disk that each of a few answers brings, from before its key to behind its verdict.
fn syncs(setting: &Setting) -> Option<Vec<usize>> {
    let learner = setting.learner(100, 1_000);
    record::on_another_device(&learner.record);
    let calls = "fsync,fdatasync,sync_file_range,msync";
    let (trace, mut terminal) = Trace::start(&setting.data, &setting.program, &learner.words(), calls)?;
    terminal.first_frame_with("Enter");
    terminal.settled();
    let mut sitting = Sitting::begin(terminal, &learner.record);
    let mut counts = Vec::new();
    while counts.len() < ANSWERS {
        let mut before = 0;
        sitting.answer(|| before = trace.count("sync"))?;
        counts.push(trace.count("sync") - before);
    }
    sitting.terminal.end();
    Some(counts)
}
