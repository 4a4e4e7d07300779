//! Sittings: the table, written and read. Never plans one.

use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;

use crate::domain::day::Day;
use crate::domain::event::Closing;
use crate::domain::fold::SessionState;
use crate::domain::id::{DeviceId, EventId, SessionId};
use crate::domain::pace::Timings;
use crate::store::event::{meaning, unsigned};
use crate::store::understood::{LastRead, Understood, Writes};
use crate::store::{Store, StoreError};

/// With its steps.
const SESSION: &str = "session join session_steps on session_steps.session = session.id";
const COLUMNS: &str = "id, device, tick, day, minutes, seed, steps, next_step, closed, ms, answers, right, answered_steps, closed_by, \
     timings";

impl Store {
    /// The sitting to go on with: of this device, not closed, the latest. Another device's is never taken up here.
    pub fn open_session(&self) -> Result<Option<SessionState>, StoreError> {
        let device = self.device();
        self.read(|connection| {
            connection
                .prepare_cached(&format!(
                    "select {COLUMNS} from {SESSION} where device = ?1 and closed is null order by tick desc, id desc limit 1"
                ))?
                .query_row([device.bytes()], |row| from_row(row, &self.understood))
                .optional()
        })
    }

    /// How long the steps of the last sittings took, on whatever device, the latest first.
    pub fn last_timings(&self, limit: u32) -> Result<Vec<Timings>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("select timings from session order by tick desc limit ?1")?
                .query_map([limit], |row| meaning(row, 0, |json| serde_json::from_str(json).ok()))?
                .collect()
        })
    }

    /// One sitting. It is asked for before each step and again at its answer, and its row is long: it is not read again
    /// while nobody has written anything.
    pub fn session(&self, id: SessionId) -> Result<Option<SessionState>, StoreError> {
        self.read(|connection| {
            let now = (id, Writes::so_far(connection)?);
            let read = |_: &_| understood(connection, id, &self.understood);
            self.understood.session.meaning(&now, read).map(|session| (*session).clone())
        })
    }
}

pub(super) fn get(connection: &Connection, id: SessionId) -> rusqlite::Result<Option<SessionState>> {
    understood(connection, id, &Understood::default())
}

fn understood(connection: &Connection, id: SessionId, known: &Understood) -> rusqlite::Result<Option<SessionState>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from {SESSION} where id = ?1"))?
        .query_row([id.bytes()], |row| from_row(row, known))
        .optional()
}

/// Writes the rows, or takes them away when the sitting never began after all. What an answer leaves as it was is not
/// written again: neither the steps nor what the table is searched by.
pub(super) fn put(connection: &Connection, id: SessionId, state: Option<&SessionState>) -> rusqlite::Result<()> {
    const JSON: &str = "steps hold only words, numbers and lists, which JSON can write";

    let Some(state) = state else {
        connection.prepare_cached("delete from session where id = ?1")?.execute([id.bytes()])?;
        connection.prepare_cached("delete from session_steps where session = ?1")?.execute([id.bytes()])?;
        return Ok(());
    };
    connection
        .prepare_cached(
            "insert into session_steps (session, steps) values (?1, ?2)
             on conflict (session) do update set steps = excluded.steps where steps <> excluded.steps",
        )?
        .execute(params![id.bytes(), serde_json::to_string(&*state.steps).expect(JSON)])?;
    let values = params![
        id.bytes(),
        state.device.bytes(),
        state.tick,
        state.day.0,
        state.minutes,
        state.seed.cast_signed(),
        state.closed.map(word),
        i64::try_from(state.next_step).expect("it is at most the number of steps"),
        i64::try_from(state.ms).expect("a fold bounds each step, so their sum fits"),
        state.answers,
        state.right,
        serde_json::to_string(&state.answered_steps).expect(JSON),
        state.closed_by.as_ref().map(|event| *event.bytes()),
        serde_json::to_string(&state.timings).expect(JSON),
    ];
    let went_on = connection
        .prepare_cached(
            "update session set next_step = ?8, ms = ?9, answers = ?10, right = ?11, answered_steps = ?12,
                                closed_by = ?13, timings = ?14
             where id = ?1 and device = ?2 and tick = ?3 and day = ?4 and minutes = ?5 and seed = ?6 and closed is ?7",
        )?
        .execute(values)?;
    if went_on == 0 {
        connection
            .prepare_cached(
                "insert into session (id, device, tick, day, minutes, seed, closed,
                                      next_step, ms, answers, right, answered_steps, closed_by, timings)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                 on conflict (id) do update set device = ?2, tick = ?3, day = ?4, minutes = ?5, seed = ?6, closed = ?7,
                 next_step = ?8, ms = ?9, answers = ?10, right = ?11, answered_steps = ?12, closed_by = ?13,
                 timings = ?14",
            )?
            .execute(values)?;
    }
    Ok(())
}

fn from_row(row: &Row<'_>, known: &Understood) -> rusqlite::Result<SessionState> {
    let is_closed = row.get_ref(8)? != rusqlite::types::ValueRef::Null;
    let next_step: i64 = row.get(7)?;
    Ok(SessionState {
        id: SessionId(row.get(0)?),
        device: DeviceId(row.get(1)?),
        tick: row.get(2)?,
        day: Day(row.get(3)?),
        minutes: row.get(4)?,
        seed: row.get::<_, i64>(5)?.cast_unsigned(),
        steps: known_meaning(row, 6, &known.steps)?,
        next_step: usize::try_from(next_step).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(7, next_step))?,
        closed: is_closed.then(|| meaning(row, 8, from_word)).transpose()?,
        ms: unsigned(row, 9)?,
        answers: row.get(10)?,
        right: row.get(11)?,
        answered_steps: known_meaning(row, 12, &known.answered_steps)?.to_vec(),
        closed_by: row.get::<_, Option<[u8; 16]>>(13)?.map(EventId),
        timings: *known_meaning(row, 14, &known.timings)?,
    })
}

/// As [`meaning`], and not understood again where it says what it said last.
fn known_meaning<T: DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
    last: &LastRead<String, T>,
) -> rusqlite::Result<Rc<T>> {
    let text = row.get_ref(column)?.as_str()?;
    last.meaning(text, |_| meaning(row, column, |json| serde_json::from_str(json).ok()))
}

fn word(closing: Closing) -> &'static str {
    match closing {
        Closing::Finished => "finished",
        Closing::Left => "left",
    }
}

fn from_word(word: &str) -> Option<Closing> {
    match word {
        "finished" => Some(Closing::Finished),
        "left" => Some(Closing::Left),
        _ => None,
    }
}
