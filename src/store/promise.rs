//! Promises: the table, written and read. Never decides when to ask.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::event::Outcome;
use crate::domain::fold::PromiseState;
use crate::domain::id::{LessonId, PromiseId};
use crate::store::event::meaning;
use crate::store::{Store, StoreError};

const COLUMNS: &str =
    "id, lesson, sentence, made_day, ask_day, outcome, asked_day, minutes_saved, is_closed, times_asked";

impl Store {
    /// Promises that will still be asked about, the earliest day to ask first.
    pub fn promises_open(&self) -> Result<Vec<PromiseState>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(&format!("select {COLUMNS} from promise where is_closed = 0 order by ask_day, id"))?
                .query_map([], from_row)?
                .collect()
        })
    }

    /// Every promise, the earliest made first.
    pub fn promises(&self) -> Result<Vec<PromiseState>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(&format!("select {COLUMNS} from promise order by made_day, id"))?
                .query_map([], from_row)?
                .collect()
        })
    }

    /// One promise.
    pub fn promise(&self, id: PromiseId) -> Result<Option<PromiseState>, StoreError> {
        self.read(|connection| get(connection, id))
    }
}

pub(super) fn get(connection: &Connection, id: PromiseId) -> rusqlite::Result<Option<PromiseState>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from promise where id = ?1"))?
        .query_row([id.bytes()], from_row)
        .optional()
}

/// Writes the row, or takes it away when the promise was never made after all.
pub(super) fn put(connection: &Connection, id: PromiseId, state: Option<&PromiseState>) -> rusqlite::Result<()> {
    match state {
        Some(state) => connection
            .prepare_cached(&format!(
                "insert or replace into promise ({COLUMNS}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
            ))?
            .execute(params![
                id.bytes(),
                state.lesson.as_str(),
                state.sentence,
                state.made_day.0,
                state.ask_day.0,
                state.outcome.map(word),
                state.asked_day.map(|day| day.0),
                state.minutes_saved,
                state.is_closed,
                state.times_asked,
            ]),
        None => connection.prepare_cached("delete from promise where id = ?1")?.execute([id.bytes()]),
    }
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<PromiseState> {
    let has_outcome = row.get_ref(5)? != rusqlite::types::ValueRef::Null;
    Ok(PromiseState {
        id: PromiseId(row.get(0)?),
        lesson: LessonId(row.get(1)?),
        sentence: row.get(2)?,
        made_day: Day(row.get(3)?),
        ask_day: Day(row.get(4)?),
        outcome: has_outcome.then(|| meaning(row, 5, from_word)).transpose()?,
        asked_day: row.get::<_, Option<i32>>(6)?.map(Day),
        minutes_saved: row.get(7)?,
        is_closed: row.get(8)?,
        times_asked: row.get(9)?,
    })
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::NoOccasion => "no_occasion",
        Outcome::NotKept => "not_kept",
    }
}

fn from_word(word: &str) -> Option<Outcome> {
    match word {
        "kept" => Some(Outcome::Kept),
        "no_occasion" => Some(Outcome::NoOccasion),
        "not_kept" => Some(Outcome::NotKept),
        _ => None,
    }
}
