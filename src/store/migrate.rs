//! An older record brought up to date: a copy first, then every missing step in one transaction. A step that fails
//! leaves the record as it was, and the copy stays, so that the older program can go on from it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::store::error::{Operation, StoreError};
use crate::store::schema::{self, Step};
use crate::store::{event, files, rebuild};

/// Runs the steps after the file's own version, and folds the projections again.
pub(super) fn bring_up_to_date(
    connection: &mut Connection,
    file: &Path,
    version: u32,
    steps: &[Step],
) -> Result<(), StoreError> {
    keep_copy(connection, file, version)?;
    let trouble = |error| StoreError::from_sqlite(file, Operation::Migrate, error);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(trouble)?;
    // Another window may have been quicker while this one made its copy.
    if version_of(&transaction).map_err(trouble)? < schema::latest(steps) {
        take_steps(&transaction, steps).map_err(trouble)?;
    }
    transaction.commit().map_err(trouble)
}

/// Takes every step above the connection's version, without losing an event, then folds the projections.
pub(super) fn take_steps(transaction: &Transaction<'_>, steps: &[Step]) -> rusqlite::Result<()> {
    let from = version_of(transaction)?;
    let events = if from == 0 { 0 } else { event::count(transaction)? };
    for step in steps.iter().filter(|step| step.version > from) {
        transaction.execute_batch(step.sql)?;
        transaction.pragma_update(None, "user_version", step.version)?;
    }
    if event::count(transaction)? != events || has_broken_references(transaction)? {
        return Err(failure(rusqlite::ffi::SQLITE_ABORT, "a step lost an event or a reference"));
    }
    rebuild::fold_everything(transaction)
}

pub(super) fn version_of(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn has_broken_references(connection: &Connection) -> rusqlite::Result<bool> {
    connection.prepare("pragma foreign_key_check")?.exists([])
}

/// `backups/sukima-v1.bak` beside the record: the whole record as the older program knows it. It gets its name when it
/// is complete, checked and on the disk; a copy from an attempt that failed is replaced by this later one.
fn keep_copy(connection: &Connection, file: &Path, version: u32) -> Result<PathBuf, StoreError> {
    let folder = files::folder_of(file).join("backups");
    let copy = folder.join(format!("sukima-v{version}.bak"));
    let unfinished = files::with_suffix(&copy, ".new");
    let broken = |error| StoreError::from_io(&copy, Operation::Copy, error);
    let trouble = |error| StoreError::from_sqlite(&copy, Operation::Copy, error);

    files::make_private_folder(&folder).map_err(broken)?;
    if unfinished.try_exists().map_err(broken)? {
        fs::remove_file(&unfinished).map_err(broken)?;
    }
    // `vacuum into` fills an empty file, so the copy is private from its first byte.
    drop(files::make_private_file(&unfinished).map_err(broken)?);
    let name = unfinished.to_str().ok_or_else(|| broken(std::io::ErrorKind::InvalidFilename.into()))?;
    connection.execute("vacuum into ?1", [name]).map_err(trouble)?;
    check_copy(&unfinished, event::count(connection).map_err(trouble)?).map_err(trouble)?;
    File::options().write(true).open(&unfinished).and_then(|copy| copy.sync_all()).map_err(broken)?;
    fs::rename(&unfinished, &copy).map_err(broken)?;
    files::sync_folder(&folder).map_err(broken)?;
    Ok(copy)
}

/// A copy counts when it is sound and holds every event.
fn check_copy(copy: &Path, events: u64) -> rusqlite::Result<()> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = connection.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" && event::count(&connection)? >= events {
        return Ok(());
    }
    Err(failure(rusqlite::ffi::SQLITE_CORRUPT, &verdict))
}

fn failure(code: std::ffi::c_int, why: &str) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), Some(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use rstest::rstest;
    use rusqlite::Connection;
    use tempfile::TempDir;

    use crate::domain::day::Day;
    use crate::domain::event::{Fact, NewEvent, SettingChanged};
    use crate::domain::id::{DeviceId, EventId};
    use crate::domain::moment::Moment;
    use crate::store::schema::{STEPS, Step};
    use crate::store::{Journal, NewIds, Store, StoreError, StorePlace};

    const IDS: NewIds = NewIds { learner: [7; 16], device: DeviceId([0xdd; 16]) };
    const FIRST: Step = STEPS[0];
    const SECOND: Step = Step {
        version: 2,
        sql: "create table mentor (id blob primary key, name text not null) strict, without rowid;
              create index event_by_kind on event (kind);",
    };
    const BROKEN: Step = Step { version: 3, sql: "create table half (id); create table event (id);" };
    const FORGETFUL: Step =
        Step { version: 3, sql: "drop trigger event_is_append_only_d; delete from event where seq = 1;" };

    fn a_folder() -> (TempDir, PathBuf) {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("sukima.db");
        (folder, file)
    }

    fn open(file: &Path, journal: Journal, steps: &[Step]) -> Result<Store, StoreError> {
        Store::open_with(StorePlace { file: file.to_path_buf(), journal }, IDS, steps)
    }

    fn keep(store: &mut Store, id: u8) {
        let moment = Moment { utc_ms: 5, offset_minutes: 540, zone: None, day: Day(20_779), minute_of_day: 540 };
        let fact = Fact::SettingChanged(SettingChanged { key: "track".to_owned(), value: id.to_string() });
        store.append(&moment, &[NewEvent { id: EventId([id; 16]), session: None, fact }]).unwrap();
    }

    fn schema(file: &Path) -> Vec<(String, String, Option<String>)> {
        Connection::open(file)
            .unwrap()
            .prepare("select type, name, sql from sqlite_schema order by type, name")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    fn version(file: &Path) -> u32 {
        super::version_of(&Connection::open(file).unwrap()).unwrap()
    }

    #[rstest]
    #[case(Journal::Wal)]
    #[case(Journal::Truncate)]
    fn an_older_record_is_copied_and_then_like_a_new_one(#[case] journal: Journal) {
        let (folder, file) = a_folder();
        let mut old = open(&file, journal, STEPS).unwrap();
        keep(&mut old, 1);
        keep(&mut old, 2);
        let (events, settings) = (old.events().unwrap(), old.settings().unwrap());
        drop(old);

        let mut upgraded = open(&file, journal, &[FIRST, SECOND]).unwrap();
        assert_eq!((upgraded.events().unwrap(), upgraded.settings().unwrap()), (events.clone(), settings));
        keep(&mut upgraded, 3);
        drop(upgraded);
        assert_eq!(version(&file), 2);
        let fresh = folder.path().join("fresh.db");
        drop(open(&fresh, journal, &[FIRST, SECOND]).unwrap());
        assert_eq!(schema(&file), schema(&fresh));

        let copy = folder.path().join("backups").join("sukima-v1.bak");
        assert_eq!(version(&copy), 1);
        assert_eq!(names(&folder.path().join("backups")), ["sukima-v1.bak"]);
        let older_program = open(&copy, journal, STEPS).unwrap();
        assert!(!older_program.is_read_only());
        assert_eq!(older_program.events().unwrap(), events, "the older program can go on from the copy");
    }

    #[rstest]
    #[case(BROKEN)]
    #[case(FORGETFUL)]
    fn a_step_that_fails_leaves_the_record_as_it_was(#[case] bad: Step) {
        let (folder, file) = a_folder();
        keep(&mut open(&file, Journal::Wal, STEPS).unwrap(), 1);
        let before = (schema(&file), fs::read(&file).unwrap());
        for _ in 0..2 {
            let error = open(&file, Journal::Wal, &[FIRST, SECOND, Step { ..bad }]).err().unwrap();
            assert!(matches!(error, StoreError::Other { operation: crate::store::Operation::Migrate, .. }));
            assert!((schema(&file), fs::read(&file).unwrap()) == before);
            assert_eq!(names(&folder.path().join("backups")), ["sukima-v1.bak"]);
        }
        let mut store = open(&file, Journal::Wal, STEPS).unwrap();
        keep(&mut store, 2);
        assert_eq!(store.event_count().unwrap(), 2);
        drop(store);
        // Mended, the steps are taken, and the copy holds what was written in between.
        drop(open(&file, Journal::Wal, &[FIRST, SECOND]).unwrap());
        let copy = open(&folder.path().join("backups").join("sukima-v1.bak"), Journal::Wal, STEPS).unwrap();
        assert_eq!(copy.event_count().unwrap(), 2);
    }

    #[test]
    fn a_copy_that_cannot_be_made_stops_the_steps() {
        let (folder, file) = a_folder();
        keep(&mut open(&file, Journal::Wal, STEPS).unwrap(), 1);
        fs::write(folder.path().join("backups"), "in the way").unwrap();
        let error = open(&file, Journal::Wal, &[FIRST, SECOND]).err().unwrap();
        assert!(matches!(error, StoreError::CannotOpen { .. }), "{error:?}");
        assert_eq!(version(&file), 1);
    }

    #[test]
    fn the_older_program_only_reads_an_upgraded_record() {
        let (_folder, file) = a_folder();
        keep(&mut open(&file, Journal::Wal, &[FIRST, SECOND]).unwrap(), 1);
        let before = fs::read(&file).unwrap();
        let older_program = open(&file, Journal::Wal, STEPS).unwrap();
        assert!(older_program.is_read_only());
        assert_eq!(older_program.settings().unwrap()["track"], "1");
        drop(older_program);
        assert!(fs::read(&file).unwrap() == before);
    }

    #[test]
    fn a_version_that_stands_only_in_the_log_is_seen() {
        // A later program was cut off before its log came into the record, whose header still has the old version.
        let (folder, file) = a_folder();
        drop(open(&file, Journal::Wal, STEPS).unwrap());
        let newer = open(&file, Journal::Wal, &[FIRST, SECOND]).unwrap();
        let cut = folder.path().join("cut.db");
        fs::copy(&file, &cut).unwrap();
        fs::copy(folder.path().join("sukima.db-wal"), folder.path().join("cut.db-wal")).unwrap();
        drop(newer);
        let before = fs::read(&cut).unwrap();
        assert_eq!(before[60..64], [0, 0, 0, 1], "the header is older than the log");
        assert!(open(&cut, Journal::Wal, STEPS).unwrap().is_read_only());
        assert!(fs::read(&cut).unwrap() == before);
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}
