//! Events as rows. Writes a row once; never updates or deletes one (the schema forbids it as well).

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::event::{Event, Fact};
use crate::domain::id::{DeviceId, EventId, SessionId};
use crate::domain::moment::Moment;
use crate::store::{Store, StoreError};

/// The columns that `from_row` reads, in its order.
pub(super) const COLUMNS: &str =
    "id, device, seq, tick, utc_ms, offset_min, zone, day, kind, version, subject, session, body";

impl Store {
    /// One event by its id.
    pub fn event(&self, id: EventId) -> Result<Option<Event>, StoreError> {
        self.read_facts(|connection| find(connection, id))
    }

    /// Every event, in order: (tick, device, seq).
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        self.read_facts(|connection| {
            connection
                .prepare_cached(&format!("select {COLUMNS} from event order by tick, device, seq"))?
                .query_map([], from_row)?
                .collect()
        })
    }

    pub fn event_count(&self) -> Result<u64, StoreError> {
        self.read_facts(count)
    }

    /// The clock and the local day of the last event to come in.
    pub fn newest_moment(&self) -> Result<Option<(i64, Day)>, StoreError> {
        self.read_facts(|connection| {
            connection
                .prepare_cached("select utc_ms, day from event order by arrival desc limit 1")?
                .query_row([], |row| Ok((row.get(0)?, Day(row.get(1)?))))
                .optional()
        })
    }

    /// The number of the last event to come in: it grows with each, and asking for it reads no log.
    pub fn last_arrival(&self) -> Result<u64, StoreError> {
        self.read_facts(|connection| {
            connection
                .prepare_cached("select coalesce(max(arrival), 0) from event")?
                .query_row([], |row| unsigned(row, 0))
        })
    }
}

pub(super) fn count(connection: &Connection) -> rusqlite::Result<u64> {
    connection.query_row("select count(*) from event", [], |row| unsigned(row, 0))
}

pub(super) fn find(connection: &Connection, id: EventId) -> rusqlite::Result<Option<Event>> {
    connection
        .prepare_cached(&format!("select {COLUMNS} from event where id = ?1"))?
        .query_row([id.bytes()], from_row)
        .optional()
}

pub(super) fn is_stored(connection: &Connection, id: EventId) -> rusqlite::Result<bool> {
    connection.prepare_cached("select 1 from event where id = ?1")?.exists([id.bytes()])
}

/// Writes the event with a body that was made from its fact, and gives it back as every later reader will see it;
/// nothing when its id is kept already.
pub(super) fn insert(connection: &Connection, event: Event) -> rusqlite::Result<Option<Event>> {
    let (kind, version, body) = (event.fact.kind(), event.fact.version(), event.fact.body());
    let moment = &event.moment;
    let seq = i64::try_from(event.seq).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let rows = connection
        .prepare_cached(
            "insert into event (id, device, seq, tick, utc_ms, offset_min, zone, day, kind, version, subject, session, body)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             on conflict (id) do nothing",
        )?
        .execute(params![
            event.id.bytes(),
            event.device.bytes(),
            seq,
            event.tick,
            moment.utc_ms,
            moment.offset_minutes,
            moment.zone,
            moment.day.0,
            kind,
            version,
            event.subject,
            event.session.map(|session| session.0),
            body,
        ])?;
    Ok((rows > 0).then(|| Event { fact: Fact::from_stored(kind, version, &body), ..event }))
}

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Event> {
    let utc_ms: i64 = row.get(4)?;
    let offset_minutes: i32 = row.get(5)?;
    let kind = row.get_ref(8)?.as_str()?;
    let body = row.get_ref(12)?.as_str()?;
    Ok(Event {
        id: EventId(row.get(0)?),
        device: DeviceId(row.get(1)?),
        seq: unsigned(row, 2)?,
        tick: row.get(3)?,
        moment: Moment {
            utc_ms,
            offset_minutes,
            zone: row.get(6)?,
            day: Day(row.get(7)?),
            minute_of_day: minute_of_day(utc_ms, offset_minutes),
        },
        subject: row.get(10)?,
        session: row.get::<_, Option<[u8; 16]>>(11)?.map(SessionId),
        fact: Fact::from_stored(kind, row.get(9)?, body),
    })
}

/// The local time is not stored: it follows from the clock and the zone as they were read.
fn minute_of_day(utc_ms: i64, offset_minutes: i32) -> u16 {
    const MINUTES_OF_DAY: i64 = 24 * 60;

    let local_minute = utc_ms.div_euclid(60_000) + i64::from(offset_minutes);
    u16::try_from(local_minute.rem_euclid(MINUTES_OF_DAY)).expect("a rest of 1,440 fits into 16 bits")
}

/// A column that never holds a negative number.
pub(super) fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

/// A column whose text means something: what `read` refuses is damage.
pub(super) fn meaning<T>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, format!("`{text}` means nothing here").into())
    })
}
