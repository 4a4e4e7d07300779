//! Memory of each question: the table, written and read. Never schedules: `domain::memory` does.

use std::collections::BTreeSet;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::id::{LessonId, QuestionId, QuestionRef};
use crate::domain::memory::MemoryState;
use crate::store::event::meaning;
use crate::store::{Store, StoreError};

const COLUMNS: &str = "lesson, question, rev, stability, difficulty, last_day, due_day, right_days, state";

impl Store {
    /// What is left of a question; `None` when it was never answered.
    pub fn memory(&self, question: &QuestionRef) -> Result<Option<MemoryState>, StoreError> {
        self.read(|connection| get(connection, question))
    }

    /// Every answered question of a lesson, by question.
    pub fn memories_of_lesson(&self, lesson: &LessonId) -> Result<Vec<(QuestionId, MemoryState)>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(&format!("select {COLUMNS} from memory where lesson = ?1 order by question"))?
                .query_map([lesson.as_str()], |row| from_row(row).map(|(asked, state)| (asked.question, state)))?
                .collect()
        })
    }

    /// The names of the answered questions of a lesson.
    pub fn answered_of_lesson(&self, lesson: &LessonId) -> Result<BTreeSet<QuestionId>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select question from memory where lesson = ?1")?
                .query_map([lesson.as_str()], |row| row.get(0).map(QuestionId))?
                .collect()
        })
    }

    /// Questions that are due on a day, the longest waiting first, at most `limit`.
    pub fn due(&self, on: Day, limit: usize) -> Result<Vec<(QuestionRef, MemoryState)>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| connection.prepare_cached(&due())?.query_map(params![on.0, limit], from_row)?.collect())
    }

    /// Questions that fall due after a day, the first of them first, at most `limit`.
    pub fn due_after(&self, after: Day, limit: usize) -> Result<Vec<(QuestionRef, MemoryState)>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            connection
                .prepare_cached(&format!(
                    "select {COLUMNS} from memory where due_day > ?1 order by due_day, lesson, question limit ?2"
                ))?
                .query_map(params![after.0, limit], from_row)?
                .collect()
        })
    }

    /// How many questions are due on a day.
    pub fn due_count(&self, on: Day) -> Result<u32, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select count(*) from memory where due_day <= ?1")?
                .query_row([on.0], |row| row.get(0))
        })
    }

    /// The first day after `after` on which a question falls due.
    pub fn next_due(&self, after: Day) -> Result<Option<Day>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select min(due_day) from memory where due_day > ?1")?
                .query_row([after.0], |row| Ok(row.get::<_, Option<i32>>(0)?.map(Day)))
        })
    }
}

/// Due questions, the longest waiting first.
pub(super) fn due() -> String {
    format!("select {COLUMNS} from memory where due_day <= ?1 order by due_day, lesson, question limit ?2")
}

/// Every answered question.
pub(super) fn all(connection: &Connection) -> rusqlite::Result<Vec<(QuestionRef, MemoryState)>> {
    connection.prepare_cached(&format!("select {COLUMNS} from memory"))?.query_map([], from_row)?.collect()
}

pub(super) fn get(connection: &Connection, question: &QuestionRef) -> rusqlite::Result<Option<MemoryState>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from memory where lesson = ?1 and question = ?2"))?
        .query_row(params![question.lesson.as_str(), question.question.as_str()], from_row)
        .optional()
        .map(|found| found.map(|(_, state)| state))
}

/// Writes the row, or takes it away when nothing is left to remember.
pub(super) fn put(
    connection: &Connection,
    question: &QuestionRef,
    state: Option<&MemoryState>,
) -> rusqlite::Result<()> {
    let (lesson, question) = (question.lesson.as_str(), question.question.as_str());
    match state {
        Some(state) => connection
            .prepare_cached(&format!(
                "insert or replace into memory ({COLUMNS}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
            ))?
            .execute(params![
                lesson,
                question,
                state.revision,
                state.stability,
                state.difficulty,
                state.last_day.0,
                state.due_day.0,
                state.right_days,
                if state.is_retired { "retired" } else { "learning" },
            ]),
        None => connection
            .prepare_cached("delete from memory where lesson = ?1 and question = ?2")?
            .execute(params![lesson, question]),
    }
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(QuestionRef, MemoryState)> {
    let question = QuestionRef { lesson: LessonId(row.get(0)?), question: QuestionId(row.get(1)?) };
    let state = MemoryState {
        revision: row.get(2)?,
        stability: row.get(3)?,
        difficulty: row.get(4)?,
        last_day: Day(row.get(5)?),
        due_day: Day(row.get(6)?),
        right_days: row.get(7)?,
        is_retired: meaning(row, 8, |word| match word {
            "retired" => Some(true),
            "learning" => Some(false),
            _ => None,
        })?,
    };
    // The scheduler made these numbers; it cannot go on from others, so others are damage and not a reason to stop.
    if state.stability > 0.0 && state.stability.is_finite() && (1.0..=10.0).contains(&state.difficulty) {
        Ok((question, state))
    } else {
        Err(rusqlite::Error::FromSqlConversionFailure(3, Type::Real, "not a state of memory".into()))
    }
}
