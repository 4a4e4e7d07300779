//! The learner's calendar: one row, written and read. Never says which day is a working day: `domain::calendar` does.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::calendar::Calendar;
use crate::store::event::meaning;
use crate::store::{Store, StoreError};

impl Store {
    /// What was seen, declared and set of the calendar.
    pub fn calendar(&self) -> Result<Calendar, StoreError> {
        self.read(get)
    }
}

pub(super) fn get(connection: &Connection) -> rusqlite::Result<Calendar> {
    connection
        .prepare_cached("select facts from calendar where one = 1")?
        .query_row([], |row| meaning(row, 0, |text| serde_json::from_str(text).ok()))
        .optional()
        .map(Option::unwrap_or_default)
}

/// Writes the row, or takes it away when it says nothing.
pub(super) fn put(connection: &Connection, calendar: &Calendar) -> rusqlite::Result<()> {
    if *calendar == Calendar::default() {
        return connection.execute("delete from calendar", []).map(|_| ());
    }
    let facts = serde_json::to_string(calendar).expect("days and names of weekdays are JSON");
    connection
        .prepare_cached("insert or replace into calendar (one, facts) values (1, ?1)")?
        .execute([facts])
        .map(|_| ())
}
