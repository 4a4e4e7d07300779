//! A disk without room: an error with a name, and nothing lost that was kept before.

#![cfg(unix)]

use std::process::Command;

use rstest::rstest;
use sukima::domain::question::{Confidence, Verdict};
use sukima::store::{Journal, Store, StorePlace};

use crate::store::given::{IDS, answered, moment, new, question};
use crate::support::whole_name;

const PLACE: &str = "SUKIMA_TEST_DISK_FULL";

/// Run by the test below in a process whose files may not grow beyond a limit: answers until the record refuses, then
/// tells how many answers were kept, and which error came.
#[test]
fn a_process_on_a_small_disk() {
    let Ok(file) = std::env::var(PLACE) else { return };
    let journal = if file.contains("truncate") { Journal::Truncate } else { Journal::Wal };
    let mut store = Store::open_at(StorePlace { file: file.clone().into(), journal }, IDS).unwrap();
    let asked = question("a", "b");
    let error = (0..)
        .find_map(|number| {
            let answer = new(number, answered(&asked, Verdict::Right, Confidence::Sure));
            store.append(&moment(20_500, 0), &[answer]).err().map(|error| (number, error))
        })
        .map(|(kept, error)| format!("{kept} {}", error.code()))
        .unwrap();
    std::fs::write(format!("{file}.told"), error).unwrap();
    // As a program ends that is cut off: without tidying up.
    std::process::exit(0);
}

#[rstest]
#[case("wal", Journal::Wal, 2_000)]
#[case("truncate", Journal::Truncate, 400)]
fn a_full_disk_is_an_error_and_loses_nothing(#[case] name: &str, #[case] journal: Journal, #[case] blocks: u32) {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join(name).join("sukima.db");
    // The signal is ignored, as the program ignores it, so that the write fails instead of the process.
    let status = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f $1; exec \"$0\" --exact $2"])
        .arg(std::env::current_exe().unwrap())
        .arg(blocks.to_string())
        .arg(whole_name(module_path!(), "a_process_on_a_small_disk"))
        .env(PLACE, &file)
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let told = std::fs::read_to_string(format!("{}.told", file.display())).unwrap();
    let (kept, code) = told.split_once(' ').unwrap();
    assert!(["disk", "full"].contains(&code), "{code}");
    let kept: u64 = kept.parse().unwrap();
    assert!(kept > 20, "{kept}");

    let mut store = Store::open_at(StorePlace { file, journal }, IDS).unwrap();
    assert_eq!(store.event_count().unwrap(), kept);
    assert!(store.health().unwrap().is_sound());
    assert!(store.rebuild().unwrap().tables.iter().all(|table| !table.differed));
}
