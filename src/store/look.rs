//! A first look at what stands in the record's place. Only reads, and of a foreign file only the first hundred bytes.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::store::error::{ForeignFile, Operation, StoreError};
use crate::store::files;
use crate::store::schema::APPLICATION_ID;

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Absent,
    /// A record of this program, by its schema's version.
    Record {
        version: u32,
    },
}

const HEADER_BYTES: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Looks at a file. A record always has its application id in its own first page, because it gets its name only when
/// it is whole; so a file without one is foreign, whatever its journal might say.
pub(super) fn look(file: &Path) -> Result<Look, StoreError> {
    let broken = |error| StoreError::from_io(file, Operation::Open, error);
    let metadata = match fs::metadata(file) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Look::Absent),
        Err(error) => return Err(broken(error)),
    };
    if !metadata.is_file() {
        return Err(broken(ErrorKind::IsADirectory.into()));
    }
    let mut header = Vec::with_capacity(HEADER_BYTES);
    File::open(file).and_then(|open| open.take(HEADER_BYTES as u64).read_to_end(&mut header)).map_err(broken)?;
    let foreign = |found| StoreError::Foreign { path: file.to_path_buf(), found };
    if header.is_empty() {
        return Err(foreign(ForeignFile::Empty));
    }
    if header.len() < HEADER_BYTES || !header.starts_with(MAGIC) {
        return Err(foreign(ForeignFile::NotADatabase));
    }
    let application = number_at(&header, 68);
    if application != APPLICATION_ID {
        return Err(foreign(ForeignFile::OtherApplication(application)));
    }
    let version = if is_at_rest(file) { number_at(&header, 60) } else { version_in_log(file, &header)? };
    let version = u32::try_from(version).map_err(|error| StoreError::Damaged {
        path: file.to_path_buf(),
        operation: Operation::Open,
        source: error.into(),
    })?;
    Ok(Look::Record { version })
}

/// The file format keeps its numbers big-endian (sqlite.org/fileformat2.html, 1.3).
fn number_at(header: &[u8], offset: usize) -> i32 {
    let bytes = header[offset..offset + 4].try_into().expect("a slice of four bytes is four bytes");
    i32::from_be_bytes(bytes)
}

/// Nobody has written since the file was closed, so that its header says all: neither a log nor a journal holds anything.
pub(super) fn is_at_rest(file: &Path) -> bool {
    let is_empty = |suffix| match fs::metadata(files::with_suffix(file, suffix)) {
        Ok(metadata) => metadata.len() == 0,
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    is_empty("-wal") && is_empty("-journal")
}

/// The header may be older than the write-ahead log, so the version is asked for, without the right to write. An
/// interrupted rollback journal refuses such a reader; the header, then, is the best that can be known now.
fn version_in_log(file: &Path, header: &[u8]) -> Result<i32, StoreError> {
    match version_without_writing(file) {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly) => Ok(number_at(header, 60)),
        // A log is read through an index beside it, which can neither be found here nor made.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) && has_log_alone(file) => {
            Err(StoreError::LogUnread { path: file.to_path_buf() })
        }
        read => read.map_err(|error| StoreError::from_sqlite(file, Operation::Open, error)),
    }
}

fn has_log_alone(file: &Path) -> bool {
    let is_there = |suffix| files::with_suffix(file, suffix).try_exists().unwrap_or(false);
    is_there("-wal") && !is_there("-shm")
}

fn version_without_writing(file: &Path) -> rusqlite::Result<i32> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(super::BUSY_TIMEOUT)?;
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}
