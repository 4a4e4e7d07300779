//! The learner's settings: the table, written and read. Settings of this machine are files and never come here.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use crate::domain::memory::{KEY_PARAMETERS, KEY_RETENTION, Scheduling};
use crate::store::{Store, StoreError};

impl Store {
    /// The last value of each key.
    pub fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select key, value from setting")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    /// What answers are scheduled by.
    pub fn scheduling(&self) -> Result<Scheduling, StoreError> {
        self.read(scheduling)
    }
}

/// What answers are scheduled by, of everything set.
pub(super) fn scheduling(connection: &Connection) -> rusqlite::Result<Scheduling> {
    let settings = connection
        .prepare_cached("select key, value from setting where key in (?1, ?2)")?
        .query_map([KEY_RETENTION, KEY_PARAMETERS], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Scheduling::of_settings(&settings))
}

/// Sets the keys given and leaves the others.
pub(super) fn put(connection: &Connection, settings: &BTreeMap<String, String>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "insert into setting (key, value) values (?1, ?2) on conflict (key) do update set value = excluded.value",
    )?;
    for (key, value) in settings {
        statement.execute(params![key, value])?;
    }
    Ok(())
}

pub(super) fn clear(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("delete from setting", []).map(|_| ())
}
