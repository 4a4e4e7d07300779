//! Which files open, and how; what is left alone; what a new record looks like.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;
use rusqlite::Connection;
use sukima::domain::day::Day;
use sukima::store::{ForeignFile, Journal, Store, StoreError, StorePlace};
use tempfile::TempDir;

use crate::store::given::{
    IDS, OTHER_IDS, TODAY, a_folder, a_record, a_sitting, bytes_below, event_id, new, noon, session_id, set,
};
use crate::store::reading::everything;

#[rstest]
#[case(Journal::Wal, "wal")]
#[case(Journal::Truncate, "truncate")]
fn what_was_kept_is_there_after_reopening(#[case] journal: Journal, #[case] mode: &str) {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal };
    let mut store = Store::open_at(place.clone(), IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let health = store.health().unwrap();
    assert_eq!((health.journal_mode.as_str(), health.synchronous), (mode, 2), "2 is full");
    let (events, meaning) = (store.events().unwrap(), everything(&store));
    drop(store);

    let store = Store::open_at(place, OTHER_IDS).unwrap();
    assert_eq!(store.device(), IDS.device, "an existing record keeps its own ids");
    assert_eq!(store.learner(), "07070707-0707-0707-0707-070707070707");
    assert_eq!(store.events().unwrap(), events);
    assert_eq!(store.event(event_id(3)).unwrap().as_ref(), Some(&events[2]));
    assert_eq!(everything(&store), meaning);
    assert_eq!(store.open_session().unwrap().map(|session| session.id), Some(session_id(2)));
    assert_eq!(store.promises_open().unwrap()[0].ask_day, Day(TODAY + 9));
    assert!(!store.is_read_only());
}

#[rstest]
#[case::empty(b"".to_vec(), ForeignFile::Empty)]
#[case::text("すきま学習の記録\n".repeat(100).into_bytes(), ForeignFile::NotADatabase)]
#[case::the_first_bytes_of_a_database(b"SQLite format 3\0".to_vec(), ForeignFile::NotADatabase)]
fn a_foreign_file_is_left_alone(#[case] bytes: Vec<u8>, #[case] expected: ForeignFile) {
    let (folder, file) = a_folder();
    fs::create_dir(file.parent().unwrap()).unwrap();
    fs::write(&file, &bytes).unwrap();
    let error = Store::open(&file, IDS).err().unwrap();
    assert!(matches!(&error, StoreError::Foreign { found, .. } if *found == expected), "{error}");
    assert_eq!(bytes_below(folder.path()), BTreeMap::from([(file, bytes)]));
}

#[rstest]
#[case(0)]
#[case(0x0f05_5112)]
fn a_database_of_another_program_is_left_alone(#[case] application: i32) {
    let (folder, file) = a_folder();
    fs::create_dir(file.parent().unwrap()).unwrap();
    let other = Connection::open(&file).unwrap();
    other.pragma_update(None, "application_id", application).unwrap();
    other.execute_batch("pragma journal_mode = wal; create table event (id); insert into event values (1);").unwrap();
    other.close().unwrap();
    let before = bytes_below(folder.path());
    let error = Store::open(&file, IDS).err().unwrap();
    assert!(matches!(error, StoreError::Foreign { found: ForeignFile::OtherApplication(id), .. } if id == application));
    assert_eq!(bytes_below(folder.path()), before);
}

#[rstest]
#[case(Journal::Wal)]
#[case(Journal::Truncate)]
fn a_newer_record_is_read_and_never_written(#[case] journal: Journal) {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal };
    Store::open_at(place.clone(), IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let later_program = Connection::open(&file).unwrap();
    later_program.pragma_update(None, "user_version", 7).unwrap();
    later_program.close().unwrap();
    let before = fs::read(&file).unwrap();

    let mut store = Store::open_at(place, IDS).unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.event_count().unwrap(), 13);
    assert_eq!(store.lessons_done().unwrap().len(), 1);
    let refusals = [
        store.append(&noon(), &[new(50, set("track", "leader"))]).err(),
        store.rebuild().err(),
        store.mark_trial().err(),
        store.insert_foreign(&[]).err(),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Some(StoreError::NewerThanProgram { found: 7, known: 1, .. })), "{refusal:?}");
    }
    store.checkpoint().unwrap();
    assert_eq!(store.health().unwrap().schema_version, 7);
    drop(store);
    assert!(fs::read(&file).unwrap() == before, "a byte of the newer file changed");
}

#[test]
fn a_newer_record_with_unknown_tables_says_that_it_is_newer() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let later_program = Connection::open(&file).unwrap();
    later_program.execute_batch("drop table memory; pragma user_version = 2;").unwrap();
    later_program.close().unwrap();
    let store = Store::open(&file, IDS).unwrap();
    assert!(matches!(store.due_count(Day(TODAY)), Err(StoreError::NewerThanProgram { found: 2, known: 1, .. })));
}

#[test]
fn a_write_protected_file_is_read_and_never_written() {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal: Journal::Truncate };
    Store::open_at(place.clone(), IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    if fs::File::options().write(true).open(&file).is_ok() {
        return; // An account that may write everything (root) cannot be refused.
    }
    let mut store = Store::open_at(place, IDS).unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.event_count().unwrap(), 13);
    assert!(matches!(store.mark_trial(), Err(StoreError::ReadOnly { .. })));
}

#[test]
fn a_place_that_cannot_hold_a_record_is_told_as_such() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a file"), "x").unwrap();
    fs::create_dir(folder.path().join("sukima.db")).unwrap();
    let mut impossible = vec![folder.path().join("a file").join("sukima.db"), folder.path().join("sukima.db")];
    if cfg!(target_os = "linux") {
        impossible.push("/proc/self/sukima.db".into()); // Not even root makes a file there.
        impossible.push("/proc/self/profile/sukima.db".into());
    }
    #[cfg(unix)]
    {
        let closed = folder.path().join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, std::os::unix::fs::PermissionsExt::from_mode(0o500)).unwrap();
        if fs::write(closed.join("probe"), "x").is_err() {
            impossible.push(closed.join("sukima.db"));
        }
    }
    for file in impossible {
        let error = Store::open(&file, IDS).err().unwrap();
        assert!(matches!(error, StoreError::CannotOpen { .. }), "{error:?}");
        assert_eq!(error.path(), file);
        assert_eq!(error.code(), "cannot-open");
    }
}

#[cfg(unix)]
#[test]
fn only_this_account_can_read_what_is_made() {
    use std::os::unix::fs::PermissionsExt;

    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    for entry in fs::read_dir(file.parent().unwrap()).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn a_record_appears_whole_and_alone() {
    let (_folder, file) = a_folder();
    drop(Store::open(&file, IDS).unwrap());
    let names: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["sukima.db"]);
    let file_says = Connection::open(&file).unwrap();
    let number = |name: &str| file_says.pragma_query_value::<i32, _>(None, name, |row| row.get(0)).unwrap();
    assert_eq!((number("application_id"), number("user_version")), (0x534b_494d, 1));
}

#[test]
fn a_log_without_its_record_does_not_leak_into_a_new_one() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let orphan = fs::read(&log).unwrap();
    drop(store);
    fs::remove_file(&file).unwrap();
    fs::write(&log, &orphan).unwrap();

    let store = Store::open(&file, OTHER_IDS).unwrap();
    assert_eq!((store.device(), store.event_count().unwrap()), (OTHER_IDS.device, 0));
    assert!(fs::read(format!("{}.aside", log.display())).unwrap() == orphan, "what was left is kept beside");
}

#[test]
fn a_record_goes_from_one_journal_to_the_other_with_everything_in_it() {
    let (_folder, file) = a_folder();
    let at = |journal| Store::open_at(StorePlace { file: file.clone(), journal }, IDS).unwrap();
    at(Journal::Wal).append(&noon(), &a_sitting()).unwrap();
    let store = at(Journal::Truncate);
    assert_eq!((store.health().unwrap().journal_mode.as_str(), store.event_count().unwrap()), ("truncate", 13));
    drop(store);
    let store = at(Journal::Wal);
    assert_eq!((store.health().unwrap().journal_mode.as_str(), store.event_count().unwrap()), ("wal", 13));
    // While a window keeps the log open, no other may go on without one.
    let refused = Store::open_at(StorePlace { file: file.clone(), journal: Journal::Truncate }, IDS).err().unwrap();
    assert_eq!(refused.code(), "busy");
}

#[rstest]
#[case(include_str!("../../src/store/schema/v1.sql"), include_str!("../fixtures/schema-v1.sql"))]
fn a_shipped_schema_is_never_edited(#[case] ours: &str, #[case] frozen: &str) {
    assert!(ours == frozen, "a change of the facts is a new step in src/store/schema.rs");
}

#[test]
fn a_new_record_has_the_schema_of_the_frozen_one() {
    let (_folder, file) = a_folder();
    drop(Store::open(&file, IDS).unwrap());
    let frozen = Connection::open_in_memory().unwrap();
    frozen.execute_batch(include_str!("../fixtures/schema-v1.sql")).unwrap();
    let facts = schema(&frozen);
    let mut fresh = schema(&Connection::open(&file).unwrap());
    fresh.retain(|(table, _)| ["event", "meta", "draft"].contains(&table.as_str()));
    assert_eq!(fresh, facts);
}

fn schema(connection: &Connection) -> Vec<(String, Option<String>)> {
    connection
        .prepare("select tbl_name, sql from sqlite_schema order by type, name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}
