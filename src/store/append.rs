//! Facts into the log, each batch with its projections in one transaction. When a method returns, its facts survive a
//! power cut; when it fails, none of them was kept and it may simply be called again.

use rusqlite::{Connection, ErrorCode};

use crate::domain::event::{AnswerUndone, Event, Fact, NewEvent};
use crate::domain::id::DeviceId;
use crate::domain::moment::Moment;
use crate::store::project::Touched;
use crate::store::{JobError, Operation, Store, StoreError, Unfit, event, folded, project};

/// The largest body taken from elsewhere.
const BODY_BYTES_AT_MOST: usize = 1 << 20;
/// The longest subject and zone taken from elsewhere.
const NAME_BYTES_AT_MOST: usize = 8 << 10;
/// Ticks of events from elsewhere stay below it, so that there is always a next one.
const TICK_AT_MOST: i64 = i64::MAX / 2;

impl Store {
    /// Keeps facts of this device that happened at `moment`, in the order given. A fact whose id is already kept is
    /// passed over, so a call that failed on its way back can be repeated.
    pub fn append(&mut self, moment: &Moment, events: &[NewEvent]) -> Result<(), StoreError> {
        let device = self.device;
        self.write(Operation::Append, |transaction| {
            folded::catch_up(transaction)?;
            let mut behind = Behind::everything(transaction, device, moment)?;
            for new in events {
                if let Some(kept) = behind.keep(transaction, moment, new)? {
                    project::add_last(transaction, &kept)?;
                }
            }
            Ok(folded::all_is_folded(transaction)?)
        })?;
        self.is_behind.set(false);
        Ok(())
    }

    /// Keeps facts as [`Store::append`] does, and leaves their folding to [`Store::fold`], so that nobody waits for it.
    /// Gives those that are new. Whatever reads the record meanwhile folds first.
    pub fn append_ahead(&mut self, moment: &Moment, events: &[NewEvent]) -> Result<Vec<Event>, StoreError> {
        let device = self.device;
        let kept = self.write(Operation::Append, |transaction| {
            // What another window or a kill has left behind comes before it.
            folded::catch_up(transaction)?;
            let mut behind = Behind::everything(transaction, device, moment)?;
            let kept = events.iter().map(|new| behind.keep(transaction, moment, new));
            Ok(kept.filter_map(Result::transpose).collect::<rusqlite::Result<Vec<Event>>>()?)
        })?;
        self.is_behind.set(true);
        Ok(kept)
    }

    /// Joins events of other devices (or of an older copy) by id, in whatever order they come, and folds again what
    /// they touch. Gives the number of those that were new. One that no record can hold stops the whole batch.
    pub fn insert_foreign(&mut self, events: &[Event]) -> Result<usize, StoreError> {
        let inserted = self.write(Operation::Insert, |transaction| {
            folded::catch_up(transaction)?;
            let mut touched = Touched::default();
            let mut inserted = 0;
            for foreign in events {
                if event::is_stored(transaction, foreign.id)? {
                    continue;
                }
                let unfit = |reason| JobError::Unfit { event: foreign.id, reason };
                if !fits(foreign) {
                    return Err(unfit(Unfit::OutOfBounds));
                }
                let subject = subject_text(transaction, &foreign.fact, Some(&foreign.subject))?;
                let kept =
                    event::insert(transaction, Event { subject, ..foreign.clone() }).map_err(|error| {
                        match error.sqlite_error() {
                            Some(cause) if cause.code == ErrorCode::ConstraintViolation => {
                                unfit(match cause.extended_code {
                                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE => Unfit::NumberTaken,
                                    _ => Unfit::OutOfBounds,
                                })
                            }
                            _ => JobError::Sqlite(error),
                        }
                    })?;
                if let Some(kept) = kept {
                    touched.note(transaction, &kept)?;
                    inserted += 1;
                }
            }
            touched.refold(transaction)?;
            folded::all_is_folded(transaction)?;
            Ok(inserted)
        })?;
        self.is_behind.set(false);
        Ok(inserted)
    }
}

/// The place behind all others, for one fact after the other.
struct Behind {
    device: DeviceId,
    seq: u64,
    tick: i64,
}

impl Behind {
    fn everything(connection: &Connection, device: DeviceId, moment: &Moment) -> rusqlite::Result<Behind> {
        let (seq, tick): (Option<i64>, Option<i64>) = connection
            .prepare_cached("select (select max(seq) from event where device = ?1), (select max(tick) from event)")?
            .query_row([device.bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Behind {
            device,
            seq: seq.map_or(1, |last| last.unsigned_abs() + 1),
            // A clock that was set back does no harm: the order goes on where it was.
            tick: tick.map_or(moment.utc_ms, |greatest| moment.utc_ms.max(greatest + 1)),
        })
    }

    /// Keeps a fact; nothing when it is kept already.
    fn keep(&mut self, connection: &Connection, moment: &Moment, new: &NewEvent) -> rusqlite::Result<Option<Event>> {
        let placed = Event {
            id: new.id,
            device: self.device,
            seq: self.seq,
            tick: self.tick,
            moment: moment.clone(),
            subject: subject_text(connection, &new.fact, None)?,
            session: new.session,
            fact: new.fact.clone(),
        };
        let kept = event::insert(connection, placed)?;
        if kept.is_some() {
            self.seq += 1;
            self.tick += 1;
        }
        Ok(kept)
    }
}

fn fits(event: &Event) -> bool {
    event.tick <= TICK_AT_MOST
        && event.seq <= i64::MAX as u64
        && event.subject.len() <= NAME_BYTES_AT_MOST
        && event.moment.zone.as_ref().is_none_or(|zone| zone.len() <= NAME_BYTES_AT_MOST)
        && event.fact.body().len() <= BODY_BYTES_AT_MOST
}

/// The text under which the event is found again. An undo goes with its target; while that has not come, it says so.
/// A fact that this program cannot read keeps the subject that it came with.
fn subject_text(connection: &Connection, fact: &Fact, came_with: Option<&str>) -> rusqlite::Result<String> {
    if let Some(subject) = fact.subject() {
        return Ok(subject.to_string());
    }
    if let Fact::AnswerUndone(AnswerUndone { target }) = fact
        && let Some(target) = event::find(connection, *target)?
    {
        return Ok(target.subject);
    }
    Ok(match (came_with, fact) {
        (Some(subject), _) => subject.to_owned(),
        (None, Fact::AnswerUndone(AnswerUndone { target })) => format!("unknown-target:{target}"),
        (None, _) => format!("unknown:{}", fact.kind()),
    })
}
