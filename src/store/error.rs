//! What can go wrong with the record, as data: each error has a stable code, the file and the job at hand. It never
//! speaks to a person; sentences belong to `i18n`.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error as ThisError;

use crate::domain::id::EventId;

/// The reason below, without its type: no type of the database library leaves the store.
pub type Cause = Box<dyn Error + Send + Sync + 'static>;

/// The record could not do its job. Nothing of the job was kept.
#[derive(Debug, ThisError)]
pub enum StoreError {
    /// The file is somebody else's; it was not touched.
    #[error("{path}: not a record of sukima ({found})", path = path.display())]
    Foreign { path: PathBuf, found: ForeignFile },
    /// A later program wrote the file; it can only be read.
    #[error("{path}: version {found}, this program knows {known}", path = path.display())]
    NewerThanProgram { path: PathBuf, found: u32, known: u32 },
    /// File or folder may not be written.
    #[error("{operation}: {path} is read-only", path = path.display())]
    ReadOnly { path: PathBuf, operation: Operation },
    /// Another window holds the file. Trying again is right.
    #[error("{operation}: {path} is in use", path = path.display())]
    Busy { path: PathBuf, operation: Operation },
    /// No room left on the disk. Trying again after making room is right.
    #[error("{operation}: no room for {path}", path = path.display())]
    Full { path: PathBuf, operation: Operation },
    /// The disk or the network below failed.
    #[error("{operation}: the disk failed under {path}", path = path.display())]
    Disk { path: PathBuf, operation: Operation, source: Cause },
    /// The file is ours, and what it holds cannot be.
    #[error("{operation}: {path} is damaged", path = path.display())]
    Damaged { path: PathBuf, operation: Operation, source: Cause },
    /// Folder or file cannot be made or opened.
    #[error("{path} cannot be opened", path = path.display())]
    CannotOpen { path: PathBuf, source: Cause },
    /// A part of the record lies in its write-ahead log, which cannot be read where no file can be put beside it.
    #[error("{path}: its log cannot be read where nothing may be written", path = path.display())]
    LogUnread { path: PathBuf },
    /// The linked SQLite still has the write-ahead log's reset bug (before 3.51.3).
    #[error("SQLite {found} may damage {path}", path = path.display())]
    OldSqlite { path: PathBuf, found: String },
    /// An event from elsewhere that no record can hold. None of its batch was kept.
    #[error("{path}: event {event} does not fit", path = path.display())]
    Unfit { path: PathBuf, event: EventId, reason: Unfit },
    #[error("{operation}: {path}", path = path.display())]
    Other { path: PathBuf, operation: Operation, source: Cause },
}

/// What stands in the place of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignFile {
    /// A file without a byte in it.
    Empty,
    /// A file of another kind.
    NotADatabase,
    /// A database of another program, by its application id.
    OtherApplication(i32),
}

/// Why an event from elsewhere is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Another event already has its device and number: two copies of one record went on separately.
    NumberTaken,
    /// A number, a length or a text outside what the log can hold.
    OutOfBounds,
}

/// The job at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Open,
    Create,
    Copy,
    Migrate,
    Read,
    Append,
    Insert,
    Fold,
    Draft,
    Rebuild,
    Check,
    Checkpoint,
}

impl StoreError {
    /// A word for JSON and for logs that stays the same in every version.
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::Foreign { .. } => "foreign",
            StoreError::NewerThanProgram { .. } => "newer",
            StoreError::ReadOnly { .. } => "read-only",
            StoreError::Busy { .. } => "busy",
            StoreError::Full { .. } => "full",
            StoreError::Disk { .. } => "disk",
            StoreError::Damaged { .. } => "damaged",
            StoreError::CannotOpen { .. } => "cannot-open",
            StoreError::LogUnread { .. } => "log-unread",
            StoreError::OldSqlite { .. } => "old-sqlite",
            StoreError::Unfit { .. } => "unfit",
            StoreError::Other { .. } => "other",
        }
    }

    /// Whether learning can go on without a record: the place refuses writes, and nothing in it would be harmed.
    pub fn means_unwritable(&self) -> bool {
        matches!(
            self,
            StoreError::ReadOnly { .. }
                | StoreError::Full { .. }
                | StoreError::Disk { .. }
                | StoreError::CannotOpen { .. }
                | StoreError::LogUnread { .. }
                | StoreError::Busy { .. }
        )
    }

    /// The file that it is about.
    pub fn path(&self) -> &Path {
        match self {
            StoreError::Foreign { path, .. }
            | StoreError::NewerThanProgram { path, .. }
            | StoreError::ReadOnly { path, .. }
            | StoreError::Busy { path, .. }
            | StoreError::Full { path, .. }
            | StoreError::Disk { path, .. }
            | StoreError::Damaged { path, .. }
            | StoreError::CannotOpen { path, .. }
            | StoreError::LogUnread { path }
            | StoreError::OldSqlite { path, .. }
            | StoreError::Unfit { path, .. }
            | StoreError::Other { path, .. } => path,
        }
    }

    pub(super) fn from_sqlite(path: &Path, operation: Operation, error: rusqlite::Error) -> StoreError {
        let path = path.to_path_buf();
        if let rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) = error
        {
            return StoreError::Damaged { path, operation, source: error.into() };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { path, operation },
            Some(ErrorCode::DiskFull) => StoreError::Full { path, operation },
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { path, operation },
            Some(ErrorCode::SystemIoFailure) => StoreError::Disk { path, operation, source: error.into() },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::Damaged { path, operation, source: error.into() }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::CannotOpen { path, source: error.into() }
            }
            _ => StoreError::Other { path, operation, source: error.into() },
        }
    }

    pub(super) fn from_io(path: &Path, operation: Operation, error: std::io::Error) -> StoreError {
        use std::io::ErrorKind;

        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                StoreError::Full { path, operation }
            }
            _ => StoreError::CannotOpen { path, source: error.into() },
        }
    }
}

impl fmt::Display for ForeignFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ForeignFile::Empty => formatter.write_str("empty"),
            ForeignFile::NotADatabase => formatter.write_str("not a database"),
            ForeignFile::OtherApplication(id) => write!(formatter, "application id {id:#010x}"),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Operation::Open => "open",
            Operation::Create => "create",
            Operation::Copy => "copy",
            Operation::Migrate => "migrate",
            Operation::Read => "read",
            Operation::Append => "append",
            Operation::Insert => "insert",
            Operation::Fold => "fold",
            Operation::Draft => "draft",
            Operation::Rebuild => "rebuild",
            Operation::Check => "check",
            Operation::Checkpoint => "checkpoint",
        })
    }
}
