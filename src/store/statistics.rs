//! What statistics are made of, read in a few statements that stay as short as the calendar however long the log is.
//! Counts nothing and judges nothing: `domain::statistics` does.

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
pub fn readings() -> [Reading; 6] {
    let reading = |name, sql: &str, bounds| Reading { name, sql: sql.to_owned(), bounds };
    [
        reading("day table", &day_total::between(), Bounds::Days),
        reading("due queue", &memory::due(), Bounds::Due),
        reading("lessons read last", &lesson_done::read_last(), Bounds::AtMost),
        reading("answers after a long gap", LONG_GAPS, Bounds::Days),
        reading("due days", DUE_DAYS, Bounds::Due),
        reading("lessons begun", LESSONS, Bounds::Lessons),
    ]
}

/// Answers after a long gap, by day.
const LONG_GAPS: &str = "select day, answers, right from recall_day where day between ?1 and ?2 order by day";

/// The first due days, the longest waiting first.
const DUE_DAYS: &str = "select due_day from memory where due_day <= ?1 order by due_day limit ?2";

/// Lessons that were begun in any way: read, asked about, or tried at work.
const LESSONS: &str = "
    select lesson, max(times), max(questions), max(held), max(set_right), max(tried)
    from (select lesson, times, 0 as questions, 0 as held, 0 as set_right, 0 as tried from lesson_done
          union all select lesson, 0, questions, held, set_right, 0 from lesson_recall
          union all select distinct lesson, 0, 0, 0, 0, 1 from promise where outcome = 'kept')
    group by lesson order by lesson";

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

    /// What is known of each lesson that was begun, by its id.
    pub fn lesson_figures(&self) -> Result<Vec<(LessonId, LessonFigures)>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(LESSONS)?
                .query_map([], |row| {
                    let figures = LessonFigures {
                        is_read: row.get::<_, u32>(1)? > 0,
                        questions: row.get(2)?,
                        held: row.get(3)?,
                        set_right: row.get(4)?,
                        is_tried: row.get(5)?,
                    };
                    Ok((LessonId(row.get(0)?), figures))
                })?
                .collect()
        })
    }
}
