//! Totals of each day: the table, written and read. Never judges a day: `domain::streak` does.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::fold::DayTotal;
use crate::store::event::unsigned;
use crate::store::{Store, StoreError};

const COLUMNS: &str = "day, answers, right, sure_wrong, lessons, entries, sessions, study_ms, next_day, answer_ms";

impl Store {
    /// Days with something in them from `from` to `to`, both included, the earliest first.
    pub fn day_totals(&self, from: Day, to: Day) -> Result<Vec<(Day, DayTotal)>, StoreError> {
        self.read(|connection| {
            connection.prepare_cached(&between())?.query_map(params![from.0, to.0], from_row)?.collect()
        })
    }

    /// The last day with something in it, up to `to`.
    pub fn last_day(&self, to: Day) -> Result<Option<Day>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select max(day) from day_total where day <= ?1")?
                .query_row([to.0], |row| Ok(row.get::<_, Option<i32>>(0)?.map(Day)))
        })
    }
}

/// The day table between two days.
pub(super) fn between() -> String {
    format!("select {COLUMNS} from day_total where day between ?1 and ?2 order by day")
}

pub(super) fn get(connection: &Connection, day: Day) -> rusqlite::Result<Option<DayTotal>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from day_total where day = ?1"))?
        .query_row([day.0], from_row)
        .optional()
        .map(|found| found.map(|(_, total)| total))
}

/// Writes the row, or takes it away when nothing countable is left.
pub(super) fn put(connection: &Connection, day: Day, total: Option<&DayTotal>) -> rusqlite::Result<()> {
    match total {
        Some(total) => connection
            .prepare_cached(&format!(
                "insert or replace into day_total ({COLUMNS}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
            ))?
            .execute(params![
                day.0,
                total.answers,
                total.right,
                total.sure_wrong,
                total.lessons,
                total.entries,
                total.sessions,
                i64::try_from(total.study_ms).expect("a fold bounds each step, so their sum fits"),
                total.next_day.map(|day| day.0),
                i64::try_from(total.answer_ms).expect("a fold bounds each answer, so their sum fits"),
            ]),
        None => connection.prepare_cached("delete from day_total where day = ?1")?.execute([day.0]),
    }
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(Day, DayTotal)> {
    let total = DayTotal {
        answers: row.get(1)?,
        right: row.get(2)?,
        sure_wrong: row.get(3)?,
        lessons: row.get(4)?,
        entries: row.get(5)?,
        sessions: row.get(6)?,
        study_ms: unsigned(row, 7)?,
        next_day: row.get::<_, Option<i32>>(8)?.map(Day),
        answer_ms: unsigned(row, 9)?,
    };
    Ok((Day(row.get(0)?), total))
}
