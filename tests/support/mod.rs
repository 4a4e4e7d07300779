//! What several tests need: a folder of their own, the program in line mode, and the record read with plain SQL.
#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

pub mod document;
pub mod learner;
pub mod lessons;
pub mod player;
pub mod sitting;
pub mod talk;
#[cfg(unix)]
pub mod terminal;

use std::path::{Path, PathBuf};

use sukima::domain::id::DeviceId;
use sukima::store::{NewIds, Store};

/// One number out of the record, by SQL written in the test.
pub fn number(data: &Path, sql: &str) -> i64 {
    open(data).query_row(sql, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// One column of text out of the record.
pub fn texts(data: &Path, sql: &str) -> Vec<String> {
    let connection = open(data);
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The record as the next start finds it: a program folds behind what it shows, and one that was killed folds nothing.
fn open(data: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(record(data)).unwrap();
    let behind = "select (select max(arrival) from event) > (select value + 0 from meta where key = 'folded')";
    if connection.query_row(behind, [], |row| row.get(0)) == Ok(Some(true)) {
        drop(Store::open(&record(data), NewIds { learner: [0; 16], device: DeviceId([0; 16]) }).unwrap());
    }
    connection
}

/// The record of the profile that nobody named.
pub fn record(data: &Path) -> PathBuf {
    data.join("default").join("sukima.db")
}

/// The whole name of a test of the module `module_path!()`, for a test that starts itself as another process.
pub fn whole_name(module: &str, test: &str) -> String {
    let (_, module) = module.split_once("::").expect("tests are modules of tests/all.rs");
    format!("{module}::{test}")
}
