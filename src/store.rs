//! `sukima.db`: events appended, projections folded from them: in the same transaction, or behind a verdict that somebody
//! waits for (`folded` says why nothing is lost by it). The only user of SQLite beside the library's cache. It never reads
//! the clock, never words a sentence, and never changes or deletes an event.
//!
//! | file | its idea |
//! |---|---|
//! | `place`, `look`, `files` | where the record lies, what stands there, files beside it |
//! | `open`, `schema`, `migrate` | a file made, opened, brought up to date |
//! | `event`, `append` | the log: one answer, one transaction |
//! | `project`, `folded`, `rebuild` | facts folded into tables: one by one, what is behind, and from the beginning |
//! | `setting`, `calendar`, `memory`, `day_total`, `recall`, `lesson_done`, `promise`, `session` | one projection each, written and read |
//! | `statistics` | the few readings that pictures of progress are made of |
//! | `finished` | courses that a plan need not look into |
//! | `understood` | what rows that are read at each answer were last found to mean |
//! | `meta`, `draft`, `health` | this copy's own words, text not yet sent, a look at the whole |

mod append;
mod calendar;
mod day_total;
mod draft;
mod error;
mod event;
mod files;
mod finished;
mod folded;
mod health;
mod lesson_done;
mod look;
mod memory;
mod meta;
mod migrate;
mod open;
mod past_answers;
mod place;
mod project;
mod promise;
mod rebuild;
mod recall;
mod schema;
mod session;
mod setting;
pub mod statistics;
mod understood;

use std::cell::Cell;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::domain::id::DeviceId;

pub use crate::store::draft::Draft;
pub use crate::store::error::{Cause, ForeignFile, Operation, StoreError, Unfit};
pub(crate) use crate::store::files::make_private_folder;
pub use crate::store::files::replace_private_file;
pub use crate::store::health::{Health, TableRows};
pub use crate::store::open::NewIds;
pub use crate::store::place::{Journal, StorePlace};
pub use crate::store::rebuild::{RebuildReport, RebuiltTable};

/// How long a transaction waits for another window before it says `Busy`. Short, so that the wait can be shown and the
/// job tried again; long enough for any transaction of ours.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// One learner's record.
pub struct Store {
    connection: Connection,
    place: StorePlace,
    access: Access,
    learner: String,
    device: DeviceId,
    /// Written since the log was moved into the file.
    commits_in_log: u32,
    /// Facts of this window are kept and not folded yet.
    is_behind: Cell<bool>,
    understood: understood::Understood,
}

/// What may be done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Writable,
    /// The disk does not let it be written.
    ReadOnly,
    /// A later program's: reading it is a try.
    Newer {
        found: u32,
        known: u32,
    },
}

impl Store {
    /// This copy of the record.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// The learner, as a UUID.
    pub fn learner(&self) -> String {
        self.learner.clone()
    }

    /// True when nothing can be kept: the file is a later program's, or the disk does not let it be written.
    pub fn is_read_only(&self) -> bool {
        self.access != Access::Writable
    }

    /// True when the file is a later program's.
    pub fn is_newer(&self) -> bool {
        matches!(self.access, Access::Newer { .. })
    }

    /// Where the record lies; the file of a store in memory is empty.
    pub fn place(&self) -> &StorePlace {
        &self.place
    }

    /// Moves what the write-ahead log has gathered into the file, when it is worth it. Called between answers, so that
    /// no answer waits for it; another window that is reading only makes it do less.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        const WORTH_IT_BYTES: u64 = 1 << 20;
        // The log keeps its length when it starts again at its beginning, so its length alone would say so for ever.
        const WORTH_IT_COMMITS: u32 = 32;

        if self.is_read_only() || self.place.journal != Journal::Wal {
            return Ok(());
        }
        let log = files::with_suffix(&self.place.file, "-wal");
        let is_long = std::fs::metadata(log).map_or(0, |metadata| metadata.len()) >= WORTH_IT_BYTES;
        if !is_long || self.commits_in_log < WORTH_IT_COMMITS {
            return Ok(());
        }
        self.commits_in_log = 0;
        self.connection
            .query_row("pragma wal_checkpoint(passive)", [], |_| Ok(()))
            .map_err(|error| self.trouble(Operation::Checkpoint, error))
    }

    /// Runs one job in one transaction that takes the right to write at its very start: one that reads first and
    /// writes later is refused at once when another window wrote in between.
    fn write<T>(
        &mut self,
        operation: Operation,
        job: impl FnOnce(&Transaction<'_>) -> Result<T, JobError>,
    ) -> Result<T, StoreError> {
        let path = &self.place.file;
        match self.access {
            Access::Writable => {}
            Access::ReadOnly => return Err(StoreError::ReadOnly { path: path.clone(), operation }),
            Access::Newer { found, known } => {
                return Err(StoreError::NewerThanProgram { path: path.clone(), found, known });
            }
        }
        let trouble = |error| StoreError::from_sqlite(path, operation, error);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(trouble)?;
        let value = job(&transaction).map_err(|error| match error {
            JobError::Sqlite(error) => trouble(error),
            JobError::Unfit { event, reason } => StoreError::Unfit { path: path.clone(), event, reason },
        })?;
        transaction.commit().map_err(trouble)?;
        self.commits_in_log = self.commits_in_log.saturating_add(1);
        Ok(value)
    }

    /// Runs one job that reads what is folded.
    fn read<T>(&self, job: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.fold_before_reading()?;
        self.read_facts(job)
    }

    /// Runs one job that reads facts and this copy's own words alone. What a later program's file does not understand
    /// is that file's newness, not a fault.
    fn read_facts<T>(&self, job: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        job(&self.connection).map_err(|error| self.trouble(Operation::Read, error))
    }

    /// No table is read that lacks what this window was told to keep.
    fn fold_before_reading(&self) -> Result<(), StoreError> {
        if !self.is_behind.get() || !self.connection.is_autocommit() {
            return Ok(());
        }
        let trouble = |error| self.trouble(Operation::Fold, error);
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(trouble)?;
        folded::catch_up(&transaction).map_err(trouble)?;
        transaction.commit().map_err(trouble)?;
        self.is_behind.set(false);
        Ok(())
    }

    /// Runs several readings over one state of the record; no lock is taken and given back between them. Readings that
    /// are together already stay so.
    pub fn together<T>(&self, readings: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if !self.connection.is_autocommit() {
            return readings();
        }
        self.fold_before_reading()?;
        let begun = self.connection.unchecked_transaction();
        let transaction = begun.map_err(|error| self.trouble(Operation::Read, error))?;
        let found = readings();
        // Nothing was written, so there is nothing to keep or to take back.
        drop(transaction);
        found
    }

    fn trouble(&self, operation: Operation, error: rusqlite::Error) -> StoreError {
        let path = &self.place.file;
        match (StoreError::from_sqlite(path, operation, error), self.access) {
            (StoreError::Other { .. } | StoreError::Damaged { .. }, Access::Newer { found, known }) => {
                StoreError::NewerThanProgram { path: path.clone(), found, known }
            }
            (error, _) => error,
        }
    }
}

/// What stops a job inside its transaction.
enum JobError {
    Sqlite(rusqlite::Error),
    Unfit { event: crate::domain::id::EventId, reason: Unfit },
}

impl From<rusqlite::Error> for JobError {
    fn from(error: rusqlite::Error) -> JobError {
        JobError::Sqlite(error)
    }
}
