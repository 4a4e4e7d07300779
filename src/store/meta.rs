//! What this copy of the record says of itself, by key. Never holds a fact about learning.

use rusqlite::{Connection, OptionalExtension, params};

use crate::store::{Operation, Store, StoreError};

pub(super) const LEARNER: &str = "learner";
pub(super) const DEVICE: &str = "device";
pub(super) const PROJECTION_VERSION: &str = "projection_version";
/// The arrival of the last event that the projections hold.
pub(super) const FOLDED: &str = "folded";
const TRIAL: &str = "trial";
/// Before the names of notes, so that none is taken for what stands above.
const NOTE: &str = "note-";

impl Store {
    /// True when a clock that was set by hand ever wrote here.
    pub fn is_trial(&self) -> Result<bool, StoreError> {
        self.read_facts(|connection| value(connection, TRIAL)).map(|mark| mark.is_some())
    }

    /// Marks the record as a trial, for good: nothing takes the mark away.
    pub fn mark_trial(&mut self) -> Result<(), StoreError> {
        if self.is_trial()? {
            return Ok(());
        }
        self.write(Operation::Append, |transaction| Ok(set(transaction, TRIAL, "1")?))
    }

    /// What this copy noted for itself. It is no fact: nothing that is made of facts can hold it.
    pub fn own_note(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read_facts(|connection| value(connection, &format!("{NOTE}{name}")))
    }

    pub fn keep_own_note(&mut self, name: &str, text: &str) -> Result<(), StoreError> {
        self.write(Operation::Draft, |transaction| Ok(set(transaction, &format!("{NOTE}{name}"), text)?))
    }
}

pub(super) fn value(connection: &Connection, key: &str) -> rusqlite::Result<Option<String>> {
    connection.prepare_cached("select value from meta where key = ?1")?.query_row([key], |row| row.get(0)).optional()
}

pub(super) fn set(connection: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .execute(
            "insert into meta (key, value) values (?1, ?2) on conflict (key) do update set value = excluded.value",
            params![key, value],
        )
        .map(|_| ())
}
