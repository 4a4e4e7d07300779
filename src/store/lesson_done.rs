//! Lessons that were read: the table, written and read. Knows nothing of what stands in a lesson.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::fold::LessonDone;
use crate::domain::id::LessonId;
use crate::store::{Store, StoreError, finished};

const COLUMNS: &str = "lesson, first_day, last_day, times";

impl Store {
    /// Every lesson read at least once, by its id.
    pub fn lessons_done(&self) -> Result<Vec<LessonDone>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(&format!("select {COLUMNS} from lesson_done order by lesson"))?
                .query_map([], from_row)?
                .collect()
        })
    }

    /// The lessons read last, at most `limit`, the last one first.
    pub fn lessons_read_last(&self, limit: u32) -> Result<Vec<LessonDone>, StoreError> {
        self.read(|connection| connection.prepare_cached(&read_last())?.query_map([limit], from_row)?.collect())
    }

    /// Whether a lesson was read, or known before it was read.
    pub fn is_lesson_done(&self, lesson: &LessonId) -> Result<bool, StoreError> {
        self.read(|connection| is_done(connection, lesson))
    }
}

pub(super) fn is_done(connection: &Connection, lesson: &LessonId) -> rusqlite::Result<bool> {
    connection.prepare_cached("select 1 from lesson_done where lesson = ?1")?.exists([lesson.as_str()])
}

pub(super) fn read_last() -> String {
    format!("select {COLUMNS} from lesson_done order by last_day desc, first_day desc, lesson limit ?1")
}

pub(super) fn get(connection: &Connection, lesson: &LessonId) -> rusqlite::Result<Option<LessonDone>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from lesson_done where lesson = ?1"))?
        .query_row([lesson.as_str()], from_row)
        .optional()
}

/// Writes the row, or takes it away when no reading is left.
pub(super) fn put(connection: &Connection, lesson: &LessonId, done: Option<&LessonDone>) -> rusqlite::Result<()> {
    match done {
        Some(done) => connection
            .prepare_cached(&format!("insert or replace into lesson_done ({COLUMNS}) values (?1, ?2, ?3, ?4)"))?
            .execute(params![lesson.as_str(), done.first_day.0, done.last_day.0, done.times]),
        None => {
            finished::forget(connection)?;
            connection.prepare_cached("delete from lesson_done where lesson = ?1")?.execute([lesson.as_str()])
        }
    }
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<LessonDone> {
    Ok(LessonDone {
        lesson: LessonId(row.get(0)?),
        first_day: Day(row.get(1)?),
        last_day: Day(row.get(2)?),
        times: row.get(3)?,
    })
}
