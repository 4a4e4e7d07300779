//! What statistics are made of, read in a few statements that stay as short as the calendar however long the log is.
//! Counts nothing and judges nothing: `domain::statistics` does.

use std::collections::BTreeMap;

use rusqlite::params;

use crate::domain::day::Day;
use crate::domain::id::LessonId;
use crate::domain::statistics::{LessonFigures, LongGapDay};
use crate::store::{Store, StoreError, day_total, lesson_done, memory};

/// A statement that figures are read with, for whoever counts what it costs.
pub struct Reading {
    pub name: &'static str,
    pub sql: String,
    pub bounds: Bounds,
}

/// What bounds the rows of a reading, and which values it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// The first day and the last.
    Days,
    /// The last day, and how many at most.
    Due,
    /// How many at most.
    AtMost,
    /// None; it reads the lessons that were begun.
    Lessons,
}

/// Every statement behind the due queue, the streak and statistics, and one that each start asks for.
pub fn readings() -> [Reading; 8] {
    let reading = |name, sql: &str, bounds| Reading { name, sql: sql.to_owned(), bounds };
    [
        reading("day table", &day_total::between(), Bounds::Days),
        reading("due queue", &memory::due(), Bounds::Due),
        reading("lessons read last", &lesson_done::read_last(), Bounds::AtMost),
        reading("answers after a long gap", LONG_GAPS, Bounds::Days),
        reading("due days", DUE_DAYS, Bounds::Due),
        reading("lessons read", LESSONS_READ, Bounds::Lessons),
        reading("lessons asked about", LESSONS_ASKED, Bounds::Lessons),
        reading("lessons tried", LESSONS_TRIED, Bounds::Lessons),
    ]
}

/// Answers after a long gap, by day.
const LONG_GAPS: &str = "select day, answers, right from recall_day where day between ?1 and ?2 order by day";

/// The first due days, the longest waiting first.
const DUE_DAYS: &str = "select due_day from memory where due_day <= ?1 order by due_day limit ?2";

/// Lessons that were read, or passed without reading them, …
const LESSONS_READ: &str = "select lesson, times > 0 from lesson_done";

/// … asked about, …
const LESSONS_ASKED: &str = "select lesson, questions, held, set_right from lesson_recall";

/// … or tried at work.
const LESSONS_TRIED: &str = "select lesson from promise where outcome = 'kept'";

impl Store {
    /// Answers after a long gap on each day from `from` to `to`, both included.
    pub fn long_gaps(&self, from: Day, to: Day) -> Result<Vec<LongGapDay>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(LONG_GAPS)?
                .query_map(params![from.0, to.0], |row| {
                    Ok(LongGapDay { day: Day(row.get(0)?), answers: row.get(1)?, right: row.get(2)? })
                })?
                .collect()
        })
    }

    /// The days on which questions fall due up to `to`, the earliest first, at most `limit` of them.
    pub fn due_days(&self, to: Day, limit: usize) -> Result<Vec<Day>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            connection.prepare_cached(DUE_DAYS)?.query_map(params![to.0, limit], |row| row.get(0).map(Day))?.collect()
        })
    }

    /// What is known of each lesson that was begun.
    pub fn lesson_figures(&self) -> Result<BTreeMap<LessonId, LessonFigures>, StoreError> {
        let mut lessons: BTreeMap<LessonId, LessonFigures> = BTreeMap::new();
        self.read(|connection| {
            let mut asked = connection.prepare_cached(LESSONS_ASKED)?;
            let mut rows = asked.query([])?;
            while let Some(row) = rows.next()? {
                let figures = LessonFigures {
                    questions: row.get(1)?,
                    held: row.get(2)?,
                    set_right: row.get(3)?,
                    ..LessonFigures::default()
                };
                lessons.insert(LessonId(row.get(0)?), figures);
            }
            let mut read = connection.prepare_cached(LESSONS_READ)?;
            let mut rows = read.query([])?;
            while let Some(row) = rows.next()? {
                lessons.entry(LessonId(row.get(0)?)).or_default().is_read = row.get(1)?;
            }
            let mut tried = connection.prepare_cached(LESSONS_TRIED)?;
            for lesson in tried.query_map([], |row| row.get(0).map(LessonId))? {
                lessons.entry(lesson?).or_default().is_tried = true;
            }
            Ok(())
        })?;
        Ok(lessons)
    }
}
