//! Every projection dropped and folded again from the first event to the last. Reads events, and never changes one.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::event::{Event, Fact, Subject};
use crate::domain::fold::{self, DayTotal, LessonDone, PromiseState, SessionState};
use crate::domain::id::{LessonId, PromiseId, QuestionRef, SessionId};
use crate::domain::memory::{MemoryState, Scheduling};
use crate::domain::recall::Recall;
use crate::store::schema::{KEPT_TABLES, PROJECTION_TABLES, PROJECTIONS, projection_version};
use crate::store::{
    Operation, Store, StoreError, calendar, day_total, event, finished, folded, lesson_done, memory, meta, project,
    promise, recall, session, setting,
};

/// What a rebuild found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RebuildReport {
    /// Events that were folded.
    pub events: u64,
    pub tables: Vec<RebuiltTable>,
}

/// One projection after a rebuild.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RebuiltTable {
    pub name: &'static str,
    pub rows: u64,
    /// The table from before was another one: a fault of ours or a damaged file, which is mended now.
    pub differed: bool,
}

impl Store {
    /// Drops all projections and folds them again, in one transaction: when it fails, the old ones stand.
    pub fn rebuild(&mut self) -> Result<RebuildReport, StoreError> {
        self.write(Operation::Rebuild, |transaction| {
            let mut before = Vec::new();
            for name in PROJECTION_TABLES {
                before.push(set_aside(transaction, name)?);
            }
            fold_everything(transaction)?;
            let mut tables = Vec::new();
            for (name, before) in PROJECTION_TABLES.into_iter().zip(before) {
                let rows = transaction
                    .query_row(&format!("select count(*) from main.{name}"), [], |row| event::unsigned(row, 0))?;
                tables.push(RebuiltTable { name, rows, differed: differs(transaction, name, before)? });
            }
            Ok(RebuildReport { events: event::count(transaction)?, tables })
        })
    }
}

/// Copies a projection into memory and gives the SQL that had made it; `None` when it is not there at all.
fn set_aside(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    let made_by = made_by(connection, name)?;
    if made_by.is_some() {
        connection.execute_batch(&format!("create temp table before_{name} as select * from main.{name}"))?;
    }
    Ok(made_by)
}

/// Compares the projection with its copy, row by row in both directions, and drops the copy.
fn differs(connection: &Connection, name: &str, before: Option<String>) -> rusqlite::Result<bool> {
    if before.is_none() {
        return Ok(true);
    }
    let differs = before != made_by(connection, name)?
        || connection.prepare(&format!("select * from main.{name} except select * from before_{name}"))?.exists([])?
        || connection.prepare(&format!("select * from before_{name} except select * from main.{name}"))?.exists([])?;
    connection.execute_batch(&format!("drop table temp.before_{name}"))?;
    Ok(differs)
}

fn made_by(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("select sql from main.sqlite_schema where type = 'table' and name = ?1", [name], |row| row.get(0))
        .optional()
}

/// Drops whatever is not a fact, whichever program made it, and folds this program's projections from all events.
pub(super) fn fold_everything(connection: &Connection) -> rusqlite::Result<()> {
    let tables: Vec<String> = connection
        .prepare("select name from main.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in tables.iter().filter(|table| !KEPT_TABLES.contains(&table.as_str())) {
        connection.execute_batch(&format!("drop table main.\"{}\"", table.replace('"', "\"\"")))?;
    }
    connection.execute_batch(PROJECTIONS)?;
    finished::forget(connection)?;

    let mut undos =
        connection.prepare(&format!("select {} from event where kind = 'answer_undone'", event::COLUMNS))?;
    for undo in undos.query_map([], event::from_row)? {
        if let Fact::AnswerUndone(undone) = undo?.fact {
            project::undo(connection, undone.target)?;
        }
    }
    // Settings are read before the answers that they give a meaning to.
    let settings = project::standing_of(connection, &Subject::Settings)?;
    let settings = fold::settings(&settings);
    let mut folds = Folds { scheduling: Scheduling::of_settings(&settings), settings, ..Folds::default() };
    let mut standing = connection.prepare(&format!(
        "select {} from event where not exists (select 1 from undone where undone.target = event.id)
         order by tick, device, seq",
        event::COLUMNS
    ))?;
    for event in standing.query_map([], event::from_row)? {
        folds.take(&event?);
    }
    folds.write(connection)?;
    folded::all_is_folded(connection)?;
    meta::set(connection, meta::PROJECTION_VERSION, projection_version())
}

/// All rows on their way, so that the log is read once.
#[derive(Default)]
struct Folds {
    settings: BTreeMap<String, String>,
    scheduling: Scheduling,
    calendar: Calendar,
    memories: BTreeMap<QuestionRef, MemoryState>,
    recalls: BTreeMap<QuestionRef, Recall>,
    days: BTreeMap<Day, DayTotal>,
    lessons: BTreeMap<LessonId, LessonDone>,
    promises: BTreeMap<PromiseId, PromiseState>,
    sessions: BTreeMap<SessionId, SessionState>,
}

impl Folds {
    fn take(&mut self, event: &Event) {
        step(&mut self.days, event.moment.day, event, fold::day_after);
        match event.fact.subject() {
            Some(Subject::Settings) | None => {}
            Some(Subject::Calendar) => {
                self.calendar = fold::calendar_after(std::mem::take(&mut self.calendar), event);
            }
            Some(Subject::Question(question)) => {
                step(&mut self.recalls, question.clone(), event, fold::recall_after);
                step(&mut self.memories, question, event, |state, event| {
                    fold::memory_after(state, event, &self.scheduling)
                });
            }
            Some(Subject::Lesson(lesson)) => step(&mut self.lessons, lesson, event, fold::lesson_after),
            Some(Subject::Promise(id)) => step(&mut self.promises, id, event, fold::promise_after),
            Some(Subject::Session(id)) => step(&mut self.sessions, id, event, fold::session_after),
        }
    }

    fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        setting::put(connection, &self.settings)?;
        calendar::put(connection, &self.calendar)?;
        for (question, state) in &self.memories {
            memory::put(connection, question, Some(state))?;
        }
        recall::put_all(connection, &self.recalls)?;
        for (day, total) in &self.days {
            day_total::put(connection, *day, Some(total))?;
        }
        for (lesson, done) in &self.lessons {
            lesson_done::put(connection, lesson, Some(done))?;
        }
        for (id, state) in &self.promises {
            promise::put(connection, *id, Some(state))?;
        }
        for (id, state) in &self.sessions {
            session::put(connection, *id, Some(state))?;
        }
        Ok(())
    }
}

fn step<K: Ord, S>(rows: &mut BTreeMap<K, S>, key: K, event: &Event, after: impl Fn(Option<S>, &Event) -> Option<S>) {
    let before = rows.remove(&key);
    if let Some(row) = after(before, event) {
        rows.insert(key, row);
    }
}
