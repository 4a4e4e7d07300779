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
