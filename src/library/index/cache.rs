//! `library.cache` opened, or thrown away and made again. What is in it can always be read from the lessons, so no error
//! here is ever told: a cache that cannot be used is one in memory.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::store::make_private_folder;

/// `SKLC`, at byte 68 of the file.
const APPLICATION_ID: i32 = 0x534b_4c43;
/// Another window writes for a moment only.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);
const SCHEMA: &str = include_str!("schema.sql");

/// The cache in this file, made if there is none or if what stands there is no cache of this program; without a file,
/// or where none can be made, a cache that ends with the program.
pub fn open(file: Option<&Path>) -> Connection {
    let opened = file.and_then(|file| match open_file(file) {
        Err(error) if is_unfit(&error) => {
            throw_away(file);
            open_file(file).ok()
        }
        opened => opened.ok(),
    });
    opened.unwrap_or_else(in_memory)
}

/// Whether what is in the file can never be used; a disk that is full or a window that writes are no such reasons.
pub fn is_unfit(error: &rusqlite::Error) -> bool {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown) => true,
        Some(_) => false,
        // A row that does not mean anything.
        None => true,
    }
}

pub fn in_memory() -> Connection {
    let connection = Connection::open_in_memory().expect("a database in memory needs nothing but memory");
    prepare(&connection).expect("settings of a connection are words that this SQLite knows");
    connection.execute_batch(SCHEMA).expect("the tables are SQL that this SQLite knows");
    connection
}

/// A second connection to a cache that is there, for a thread of its own.
pub fn open_again(file: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(file, flags(false))?;
    prepare(&connection)?;
    Ok(connection)
}

/// Removes a cache that cannot be used; where another window holds it, it stays, and this program goes on without.
pub fn throw_away(file: &Path) {
    for suffix in ["", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        // What cannot be removed is found again by the next open, which then goes on in memory.
        drop(std::fs::remove_file(Path::new(&name)));
    }
}

fn open_file(file: &Path) -> rusqlite::Result<Connection> {
    let connection = match Connection::open_with_flags(file, flags(false)) {
        Ok(connection) => connection,
        Err(_) => {
            let folder = file.parent().unwrap_or(Path::new(""));
            // Where no folder can be made, no file can be either, and that is the error.
            drop(make_private_folder(folder));
            Connection::open_with_flags(file, flags(true))?
        }
    };
    prepare(&connection)?;
    if has_this_shape(&connection)? {
        return Ok(connection);
    }
    make(connection)
}

fn flags(creates: bool) -> OpenFlags {
    let create = if creates { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
    // Each connection stays in one thread.
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(64);
    // A plan that may follow the values is made anew for each of them; ours never differ.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // An interrupted write leaves the old rows or the new ones, never a mixture that could be taken for either.
    connection.execute_batch("pragma trusted_schema = off; pragma synchronous = normal; pragma cell_size_check = on;")
}

/// An empty file becomes a cache; one with other tables, or another program's, is an error and will be thrown away.
fn make(mut connection: Connection) -> rusqlite::Result<Connection> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Two first starts: the other one was quicker.
    if !has_this_shape(&transaction)? {
        transaction.execute_batch(SCHEMA)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", shape())?;
    }
    transaction.commit()?;
    Ok(connection)
}

fn has_this_shape(connection: &Connection) -> rusqlite::Result<bool> {
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(version == shape() && application == APPLICATION_ID)
}

/// The tables in a number: FNV-1a (draft-eastlake-fnv), so that whoever changes a table need not think of a version.
fn shape() -> i32 {
    let hash = SCHEMA.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.cast_signed()
}
