//! What an answer costs: one wait for the disk, counted by the kernel.

#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Command;

use sukima::domain::question::{Confidence, Verdict};
use sukima::store::{Journal, Store, StorePlace};

use crate::store::given::{IDS, answered, finished, moment, new, question, started, two_steps};
use crate::support::whole_name;

const ANSWERS: u32 = 40;
const PLACE: &str = "SUKIMA_TEST_SYNCS";

/// Run by the test below, in a process of its own under strace: opens the record, then gives answers, if any.
#[test]
fn a_process_that_answers() {
    let Ok(place) = std::env::var(PLACE) else { return };
    let (file, answers) = place.split_once('*').expect("the test below wrote both");
    let folds = file.contains("folds");
    let journal = if file.contains("truncate") { Journal::Truncate } else { Journal::Wal };
    let mut store = Store::open_at(StorePlace { file: file.into(), journal }, IDS).unwrap();
    let asked = question("a", "b");
    let now = moment(20_500, 0);
    store.append(&now, &[new(0, started(1, two_steps(&asked)))]).unwrap();
    for number in 0..answers.parse().unwrap() {
        let answer = number * 2 + 1;
        let facts = [
            new(answer, answered(&asked, Verdict::Right, Confidence::Sure)),
            new(answer + 1, finished(1, 0, Some((answer, Verdict::Right)))),
        ];
        store.append_ahead(&now, &facts).unwrap();
        if folds {
            store.fold().unwrap();
        }
    }
    // Without the farewell of a program that ends well, so that only the answers are counted.
    std::process::exit(0);
}

/// Waits for the disk by a process that gives so many answers; `None` where strace is missing or not allowed.
fn syncs(folder: &Path, name: &str, answers: u32) -> Option<u32> {
    let trace = folder.join("trace");
    let place = format!("{}*{answers}", folder.join(format!("{name}-{answers}")).join("sukima.db").display());
    let status = Command::new("strace")
        .args(["-f", "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o"])
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .arg("--exact")
        .arg(whole_name(module_path!(), "a_process_that_answers"))
        .env(PLACE, place)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return None;
    }
    let calls = std::fs::read_to_string(trace).unwrap();
    Some(u32::try_from(calls.lines().filter(|line| line.contains("sync(")).count()).unwrap())
}

#[test]
fn an_answer_waits_for_the_disk_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let Some(without) = syncs(folder.path(), "wal", 0) else { return };
    let with = syncs(folder.path(), "wal", ANSWERS).unwrap();
    assert_eq!(with - without, ANSWERS, "{without} before the first answer, {with} with {ANSWERS} answers");
}

#[test]
fn folding_behind_the_verdict_waits_for_nothing_and_the_next_answer_waits_again() {
    let folder = tempfile::TempDir::new().unwrap();
    let Some(without) = syncs(folder.path(), "wal-folds", 0) else { return };
    let with = syncs(folder.path(), "wal-folds", ANSWERS).unwrap();
    assert_eq!(with - without, ANSWERS, "{without} before the first answer, {with} with {ANSWERS} answers");
}

#[test]
fn without_shared_memory_an_answer_waits_for_the_disk_at_least_twice() {
    let folder = tempfile::TempDir::new().unwrap();
    let Some(without) = syncs(folder.path(), "truncate", 0) else { return };
    let with = syncs(folder.path(), "truncate", ANSWERS).unwrap();
    assert!(with - without >= 2 * ANSWERS, "{without} before the first answer, {with} with {ANSWERS} answers");
}
