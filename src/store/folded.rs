//! How far the log is folded. An answer is kept before its verdict and folded behind it: whatever lies between (a power
//! cut, a kill, another window) finds here what is still to be folded, and folds it first. Never folds anything itself
//! but by the steps of `project`.

use rusqlite::Connection;

use crate::domain::event::Event;
use crate::store::project::Touched;
use crate::store::schema::projection_version;
use crate::store::{Journal, Operation, Store, StoreError, event, meta, project, rebuild};

impl Store {
    /// Folds what was kept and not folded yet. Nothing is lost when it fails: the facts are durable, and it is tried
    /// again by the next write or the next start.
    pub fn fold(&mut self) -> Result<(), StoreError> {
        if !self.is_behind.get() {
            return Ok(());
        }
        self.without_waiting(|store| store.write(Operation::Fold, |transaction| Ok(catch_up(transaction)?)))?;
        self.is_behind.set(false);
        Ok(())
    }

    /// What can be made again from the facts need not be waited for: a power cut may take it back, whole, and the next
    /// start folds again. Only a write-ahead log keeps what was waited for before whole in any case.
    fn without_waiting(&mut self, job: impl FnOnce(&mut Store) -> Result<(), StoreError>) -> Result<(), StoreError> {
        if self.place.journal != Journal::Wal {
            return job(self);
        }
        self.wait_at_commits("normal")?;
        let done = job(self);
        self.wait_at_commits("full")?;
        done
    }

    fn wait_at_commits(&self, synchronous: &str) -> Result<(), StoreError> {
        let set = self.connection.pragma_update(None, "synchronous", synchronous);
        set.map_err(|error| self.trouble(Operation::Fold, error))
    }
}

/// What the tables hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tables {
    Everything,
    /// Nothing that came in after this arrival.
    UpTo(i64),
    /// What another program, whose folds are others, made of it.
    OfAnotherProgram,
}

/// Folds every event that came in and was not folded. They are the last ones in order, because whoever takes events
/// from elsewhere calls this first and folds what it took in the same transaction.
///
/// A program of another version that is open beside this one makes the tables its own whenever it writes, and so does
/// this one: slow, but no event is ever folded on top of what another program made.
pub(super) fn catch_up(connection: &Connection) -> rusqlite::Result<()> {
    let folded = match tables(connection)? {
        Tables::Everything => return Ok(()),
        Tables::OfAnotherProgram => return rebuild::fold_everything(connection),
        Tables::UpTo(arrival) => arrival,
    };
    let columns = event::COLUMNS;
    let waiting: Vec<Event> = connection
        .prepare_cached(&format!("select {columns} from event where arrival > ?1 order by arrival"))?
        .query_map([folded], event::from_row)?
        .collect::<rusqlite::Result<_>>()?;
    if waiting.iter().all(project::is_one_step) {
        for event in &waiting {
            project::add_last(connection, event)?;
        }
    } else {
        // One that folds others again meets those behind it as well.
        let mut touched = Touched::default();
        for event in &waiting {
            touched.note(connection, event)?;
        }
        touched.refold(connection)?;
    }
    all_is_folded(connection)
}

pub(super) fn tables(connection: &Connection) -> rusqlite::Result<Tables> {
    connection
        .prepare_cached(
            "select coalesce((select cast(value as integer) from meta where key = ?1), 0),
                    coalesce((select max(arrival) from event), 0),
                    (select value from meta where key = ?2)",
        )?
        .query_row([meta::FOLDED, meta::PROJECTION_VERSION], |row| {
            let (folded, last): (i64, i64) = (row.get(0)?, row.get(1)?);
            Ok(match row.get_ref(2)?.as_str_or_null()? {
                Some(version) if version == projection_version() => {
                    if folded < last {
                        Tables::UpTo(folded)
                    } else {
                        Tables::Everything
                    }
                }
                _ => Tables::OfAnotherProgram,
            })
        })
}

/// Said in the transaction that folded.
pub(super) fn all_is_folded(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "insert into meta (key, value) values (?1, cast((select coalesce(max(arrival), 0) from event) as text))
             on conflict (key) do update set value = excluded.value",
        )?
        .execute([meta::FOLDED])
        .map(|_| ())
}
