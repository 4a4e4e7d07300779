//! The learner's settings: the table, written and read. Settings of this machine are files and never come here.

use std::collections::BTreeMap;
use std::rc::Rc;

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
    pub fn scheduling(&self) -> Result<Rc<Scheduling>, StoreError> {
        self.read(|connection| {
            let understand = |settings: &BTreeMap<_, _>| Ok(Scheduling::of_settings(settings));
            self.understood.scheduling.meaning(&settings_of_scheduling(connection)?, understand)
        })
    }
}

/// What answers are scheduled by, of everything set.
pub(super) fn scheduling(connection: &Connection) -> rusqlite::Result<Scheduling> {
    settings_of_scheduling(connection).map(|settings| Scheduling::of_settings(&settings))
}

fn settings_of_scheduling(connection: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    // A list of keys would be made a table of its own at each reading.
    let values: [Option<String>; 2] = connection
        .prepare_cached(
            "select (select value from setting where key = ?1), (select value from setting where key = ?2)",
        )?
        .query_row([KEY_RETENTION, KEY_PARAMETERS], |row| Ok([row.get(0)?, row.get(1)?]))?;
    let set = [KEY_RETENTION, KEY_PARAMETERS].into_iter().zip(values);
    Ok(set.filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
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
