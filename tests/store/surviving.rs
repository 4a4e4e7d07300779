//! What a record outlives: a power cut, a cut-off transaction, damage, tables changed by hand.

use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;
use rusqlite::Connection;
use sukima::store::{Journal, Store, StorePlace};

use crate::store::given::{IDS, OTHER_IDS, a_folder, a_record, a_sitting, dump, new, noon, question, read, right};
use crate::store::reading::everything;

#[test]
fn the_log_refuses_to_be_rewritten() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let hand = Connection::open(&file).unwrap();
    for sql in ["update event set day = 0", "delete from event"] {
        let refusal = hand.execute(sql, []).unwrap_err().to_string();
        assert!(refusal.contains("append-only"), "{refusal}");
    }
}

#[test]
fn a_rebuild_finds_and_mends_tables_that_somebody_changed() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let before = dump(&file);
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch(
        "update day_total set right = 99; update lesson_recall set held = 9; delete from memory; insert into undone values (x'aa'); drop table promise;
         create table entry (id);",
    )
    .unwrap();
    hand.close().unwrap();
    let mut store = Store::open(&file, IDS).unwrap();
    let report = store.rebuild().unwrap();
    assert_eq!(report.events, 13);
    let differed: Vec<_> = report.tables.iter().filter(|table| table.differed).map(|table| table.name).collect();
    assert_eq!(differed, ["undone", "memory", "day_total", "lesson_recall", "promise"]);
    let rows: Vec<_> = report.tables.iter().map(|table| table.rows).collect();
    assert_eq!(rows, [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 2, 2]);
    assert!(store.rebuild().unwrap().tables.iter().all(|table| !table.differed));
    drop(store);
    assert_eq!(dump(&file), before);
}

#[test]
fn tables_of_another_version_are_folded_again_when_the_record_is_opened() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let before = dump(&file);
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch(
        "drop table memory; create table memory (lesson, other); create table entry (id);
         update meta set value = '0' where key = 'projection_version';",
    )
    .unwrap();
    hand.close().unwrap();
    drop(Store::open(&file, IDS).unwrap());
    assert_eq!(dump(&file), before);
}

#[rstest]
#[case::first_page(100..3_000)]
#[case::rest(4_096..60_000)]
fn a_damaged_record_is_an_error_or_a_finding_and_never_a_panic(#[case] range: std::ops::Range<usize>) {
    let (_folder, file) = a_folder();
    a_record(&file);
    let mut bytes = fs::read(&file).unwrap();
    let end = range.end.min(bytes.len());
    for byte in &mut bytes[range.start..end] {
        *byte ^= 0x5a;
    }
    fs::write(&file, &bytes).unwrap();
    match Store::open(&file, IDS) {
        Err(error) => assert_eq!(error.code(), "damaged", "{error:?}"),
        Ok(mut store) => {
            let is_known = store.health().is_ok_and(|health| !health.is_sound())
                || store.health().is_err_and(|error| error.code() == "damaged");
            assert!(is_known);
            let error = store.append(&noon(), &[new(50, read("b"))]).err();
            assert!(error.is_none_or(|error| error.code() == "damaged"));
        }
    }
}

#[test]
fn a_power_cut_keeps_what_was_kept_before_it() {
    // The files as they lie on the disk while the program still runs: the log is not yet in the record.
    let (folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let after = folder.path().join("after");
    fs::create_dir(&after).unwrap();
    for entry in fs::read_dir(file.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            fs::copy(entry.path(), after.join(entry.file_name())).unwrap();
        }
    }
    let restarted = Store::open(&after.join("sukima.db"), OTHER_IDS).unwrap();
    assert_eq!(restarted.events().unwrap(), store.events().unwrap());
    assert_eq!(everything(&restarted), everything(&store));
    assert!(restarted.health().unwrap().is_sound());
}

#[test]
fn a_half_written_transaction_is_rolled_back_at_the_next_start() {
    let (folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal: Journal::Truncate };
    Store::open_at(place, IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let before = dump(&file);
    // A transaction larger than its cache is on the disk in part, with the journal to undo it.
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch("pragma cache_size = 1; begin immediate; delete from memory; delete from session;").unwrap();
    for number in 0..2_000 {
        hand.execute("insert into draft values (?1, ?2, 0)", (number.to_string(), "長い文".repeat(30))).unwrap();
    }
    let after = folder.path().join("after");
    fs::create_dir(&after).unwrap();
    let cut = after.join("sukima.db");
    fs::copy(&file, &cut).unwrap();
    fs::copy(format!("{}-journal", file.display()), format!("{}-journal", cut.display())).unwrap();
    hand.execute_batch("rollback").unwrap();

    let store = Store::open_at(StorePlace { file: cut.clone(), journal: Journal::Truncate }, IDS).unwrap();
    assert!(store.health().unwrap().is_sound());
    assert_eq!((store.event_count().unwrap(), store.draft("5").unwrap()), (13, None));
    drop(store);
    assert_eq!(dump(&cut), before);
}

#[test]
fn a_checkpoint_empties_a_log_that_has_grown() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let length = |path: &Path| fs::metadata(path).unwrap().len();
    let mut number = 0;
    while length(&log) < 1 << 20 || number < 32 {
        store.append(&noon(), &[new(number, right(&question("a", &number.to_string())))]).unwrap();
        store.checkpoint().unwrap();
        number += 1;
    }
    let grown = length(&file);
    store.checkpoint().unwrap();
    store.append(&noon(), &[new(number, read("a"))]).unwrap();
    assert!(length(&file) >= grown);
    assert!(length(&log) <= 2 << 20, "the log starts again at its beginning");
    let whole = fs::read(&file).unwrap();
    store.checkpoint().unwrap();
    assert!(fs::read(&file).unwrap() == whole, "the log is long and holds little: no answer waits for that");
    let copy = file.with_extension("copy");
    fs::write(&copy, whole).unwrap();
    assert_eq!(Store::open(&copy, IDS).unwrap().event_count().unwrap(), u64::from(number));
}
