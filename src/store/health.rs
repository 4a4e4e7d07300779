//! A look at the whole record, for `doctor`. Only reads; says what is wrong and mends nothing.

use rusqlite::Connection;

use crate::store::event::unsigned;
use crate::store::schema::{STEPS, latest, projection_version};
use crate::store::{Operation, Store, StoreError, files, meta, migrate};

/// The state of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// SQLite's findings about the file, in its own words; none when it is sound.
    pub problems: Vec<String>,
    /// Rows that point to a row that is not there.
    pub broken_references: u64,
    /// Every table with its rows, by name.
    pub tables: Vec<TableRows>,
    pub sqlite_version: String,
    /// As in effect: `wal`, `truncate`, `memory`.
    pub journal_mode: String,
    /// 2 is full.
    pub synchronous: u32,
    /// The record and its write-ahead log.
    pub file_bytes: u64,
    pub schema_version: u32,
    pub schema_version_known: u32,
    /// `None` when the record says nothing about it.
    pub projection_version: Option<String>,
    pub projection_version_known: String,
    pub is_read_only: bool,
    pub is_trial: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRows {
    pub name: String,
    pub rows: u64,
}

impl Health {
    /// True when nothing needs mending.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.broken_references == 0
    }
}

impl Store {
    /// Reads the whole file, which takes about half a second for 200,000 answers.
    pub fn health(&self) -> Result<Health, StoreError> {
        let is_trial = self.is_trial()?;
        let file = &self.place.file;
        let file_bytes = [file.clone(), files::with_suffix(file, "-wal")]
            .iter()
            .filter_map(|file| std::fs::metadata(file).ok())
            .map(|metadata| metadata.len())
            .sum();
        let read = |connection: &Connection| {
            Ok(Health {
                problems: problems(connection)?,
                broken_references: connection.query_row(
                    "select count(*) from pragma_foreign_key_check",
                    [],
                    |row| unsigned(row, 0),
                )?,
                tables: tables(connection)?,
                sqlite_version: rusqlite::version().to_owned(),
                journal_mode: connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?,
                synchronous: connection.pragma_query_value(None, "synchronous", |row| row.get(0))?,
                file_bytes,
                schema_version: migrate::version_of(connection)?,
                schema_version_known: latest(STEPS),
                projection_version: meta::value(connection, meta::PROJECTION_VERSION)?,
                projection_version_known: projection_version().to_owned(),
                is_read_only: self.is_read_only(),
                is_trial,
            })
        };
        read(&self.connection).map_err(|error| self.trouble(Operation::Check, error))
    }
}

fn problems(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    const AT_MOST: u32 = 100;

    let lines: Vec<String> = connection
        .prepare(&format!("pragma integrity_check({AT_MOST})"))?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<TableRows>> {
    let names: Vec<String> = connection
        .prepare(
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    names
        .into_iter()
        .map(|name| {
            let sql = format!("select count(*) from \"{}\"", name.replace('"', "\"\""));
            let rows = connection.query_row(&sql, [], |row| unsigned(row, 0))?;
            Ok(TableRows { name, rows })
        })
        .collect()
}
