//! Floor of the binary: a screen, and an SQLite inside that opens a file and reads one value.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rows = floors::rows_of_argument()?;
    if let Some(file) = std::env::args_os().nth(2) {
        let connection = rusqlite::Connection::open(file)?;
        let _tables: i64 = connection.query_row("select count(*) from sqlite_schema", [], |row| row.get(0))?;
    }
    Ok(floors::show(&rows)?)
}
