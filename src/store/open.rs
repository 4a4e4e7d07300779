//! A record made or opened. Nothing is written before the file is known to be ours and not newer than this program.

use std::cell::Cell;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::domain::id::DeviceId;
use crate::store::error::{Operation, StoreError};
use crate::store::folded::Tables;
use crate::store::look::{self, Look, look};
use crate::store::schema::{STEPS, Step, latest};
use crate::store::{Access, BUSY_TIMEOUT, Journal, Store, StorePlace, files, folded, meta, migrate, understood};

/// The ids of a record that is made now; an existing one keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewIds {
    pub learner: [u8; 16],
    pub device: DeviceId,
}

/// The first SQLite without the write-ahead log's reset bug (sqlite.org/wal.html#walresetbug).
const OLDEST_SOUND_SQLITE: i32 = 3_051_003;

/// Far above what gathers between two calls of `checkpoint`, so that no answer pays for one.
const AUTOCHECKPOINT_PAGES: u32 = 10_000;

impl Store {
    /// Opens the record, or makes it when there is none. Reads `application_id` and `user_version` first: a foreign
    /// file is an error and stays untouched, a newer one opens read-only, an older one is copied and brought up to date.
    ///
    /// A process opens a record once at a time: looking at a file and closing it again takes away the locks that the
    /// same process holds on it (sqlite.org/howtocorrupt.html, 2.2).
    pub fn open(file: &Path, ids: NewIds) -> Result<Store, StoreError> {
        Store::open_at(StorePlace::of(file), ids)
    }

    /// Opens the record with a journal that was chosen already.
    pub fn open_at(place: StorePlace, ids: NewIds) -> Result<Store, StoreError> {
        Store::open_with(place, ids, STEPS)
    }

    /// A record that ends with the program: for a folder that cannot be written, and for tests.
    pub fn in_memory(ids: NewIds) -> Result<Store, StoreError> {
        let place = StorePlace { file: "".into(), journal: Journal::Truncate };
        let trouble = |error| StoreError::from_sqlite(&place.file, Operation::Create, error);
        let mut connection = Connection::open_in_memory().map_err(trouble)?;
        prepare(&connection).map_err(trouble)?;
        fill(&mut connection, ids, STEPS).map_err(trouble)?;
        Store::over(connection, place, Access::Writable)
    }

    pub(super) fn open_with(place: StorePlace, ids: NewIds, steps: &[Step]) -> Result<Store, StoreError> {
        if rusqlite::version_number() < OLDEST_SOUND_SQLITE {
            return Err(StoreError::OldSqlite { path: place.file, found: rusqlite::version().to_owned() });
        }
        let look = match look(&place.file)? {
            Look::Absent => {
                make(&place, ids, steps)?;
                look(&place.file)?
            }
            found => found,
        };
        match look {
            Look::Record { version } if version <= latest(steps) => Store::open_ours(place, steps),
            Look::Record { version } => Store::open_newer(place, version, latest(steps)),
            // It was made a moment ago, and somebody took it away.
            Look::Absent => {
                let gone = std::io::Error::from(std::io::ErrorKind::NotFound);
                Err(StoreError::CannotOpen { path: place.file, source: gone.into() })
            }
        }
    }

    fn open_ours(place: StorePlace, steps: &[Step]) -> Result<Store, StoreError> {
        let file = place.file.clone();
        let trouble = |error| StoreError::from_sqlite(&file, Operation::Open, error);
        let mut connection =
            Connection::open_with_flags(&file, flags(OpenFlags::SQLITE_OPEN_READ_WRITE)).map_err(trouble)?;
        prepare(&connection).map_err(trouble)?;
        if connection.is_readonly(rusqlite::MAIN_DB).map_err(trouble)? {
            drop(connection);
            return Store::open_unwritable(place);
        }
        // Again, now that an interrupted transaction is rolled back.
        let version = match migrate::version_of(&connection).map_err(trouble) {
            // The file may be written, and no log may be put beside it.
            Err(StoreError::ReadOnly { .. } | StoreError::CannotOpen { .. }) => {
                drop(connection);
                return Store::open_unwritable(place);
            }
            version => version?,
        };
        if version > latest(steps) {
            drop(connection);
            return Store::open_newer(place, version, latest(steps));
        }
        let journal = use_journal(&connection, place.journal).map_err(trouble)?;
        let place = StorePlace { file: place.file, journal };
        if version < latest(steps) {
            migrate::bring_up_to_date(&mut connection, &file, version, steps)?;
        }
        let again = |error| StoreError::from_sqlite(&file, Operation::Rebuild, error);
        if folded::tables(&connection).map_err(trouble)? != Tables::Everything {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(again)?;
            folded::catch_up(&transaction).map_err(again)?;
            transaction.commit().map_err(again)?;
        }
        Store::over(connection, place, Access::Writable)
    }

    /// The facts of a record that the disk does not let anybody write. Its tables stand as whoever wrote last left them.
    fn open_unwritable(place: StorePlace) -> Result<Store, StoreError> {
        let trouble = |error| StoreError::from_sqlite(&place.file, Operation::Open, error);
        // A write-ahead log needs files beside it, even to be read; a record at rest can be read as it lies.
        let opened = match look::is_at_rest(&place.file) {
            true => {
                let as_it_lies = files::immutable(&place.file);
                let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
                Connection::open_with_flags(as_it_lies, flags(access))
            }
            false => Connection::open_with_flags(&place.file, flags(OpenFlags::SQLITE_OPEN_READ_ONLY)),
        };
        let connection = opened.map_err(trouble)?;
        prepare(&connection).map_err(trouble)?;
        Store::over(connection, place, Access::ReadOnly)
    }

    fn open_newer(place: StorePlace, found: u32, known: u32) -> Result<Store, StoreError> {
        let trouble = |error| StoreError::from_sqlite(&place.file, Operation::Open, error);
        let flags = flags(OpenFlags::SQLITE_OPEN_READ_ONLY);
        let connection = Connection::open_with_flags(&place.file, flags).map_err(trouble)?;
        prepare(&connection).map_err(trouble)?;
        Store::over(connection, place, Access::Newer { found, known })
    }

    fn over(connection: Connection, place: StorePlace, access: Access) -> Result<Store, StoreError> {
        let no_device = DeviceId([0; 16]);
        let (learner, commits_in_log) = (String::new(), 0);
        let mut store = Store {
            connection,
            place,
            access,
            learner,
            device: no_device,
            commits_in_log,
            is_behind: Cell::new(false),
            understood: understood::Understood::default(),
        };
        store.learner = store.own_word(meta::LEARNER)?;
        let device = store.own_word(meta::DEVICE)?;
        store.device = DeviceId::try_from(device).map_err(|error| store.nameless(error.into()))?;
        Ok(store)
    }

    fn own_word(&self, key: &'static str) -> Result<String, StoreError> {
        self.read_facts(|connection| meta::value(connection, key))?
            .ok_or_else(|| self.nameless(format!("`{key}` is missing").into()))
    }

    /// The record does not say whose it is.
    fn nameless(&self, source: crate::store::Cause) -> StoreError {
        let path = self.place.file.clone();
        match self.access {
            Access::Newer { found, known } => StoreError::NewerThanProgram { path, found, known },
            _ => StoreError::Damaged { path, operation: Operation::Open, source },
        }
    }
}

/// A connection stays in one thread, so that no column is read under a lock.
fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Settings of every connection. None of them writes.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A plan that may follow the values is made anew for each of them; ours never differ.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A file from elsewhere may hold views and triggers with tricks in them; a temporary file would lie outside our
    // folders; a damaged cell is found when it is read.
    connection.execute_batch(
        "pragma trusted_schema = off;
         pragma foreign_keys = on;
         pragma temp_store = memory;
         pragma cell_size_check = on;",
    )
}

/// Takes the journal that fits the place, and full synchronization with either. A disk that turns out to be unable to
/// keep a write-ahead log gets the other one.
fn use_journal(connection: &Connection, wanted: Journal) -> rusqlite::Result<Journal> {
    let takes = |mode: &str| {
        connection
            .query_row(&format!("pragma journal_mode = {mode}"), [], |row| row.get(0))
            .map(|got: String| got == mode)
    };
    let journal = match wanted {
        Journal::Wal if takes("wal")? => Journal::Wal,
        _ => {
            if !takes("truncate")? {
                // Another window still holds the log open. Going on with it on this disk could lose answers.
                return Err(rusqlite::Error::SqliteFailure(
                    rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
                    None,
                ));
            }
            Journal::Truncate
        }
    };
    connection.pragma_update(None, "synchronous", "full")?;
    connection.query_row(&format!("pragma wal_autocheckpoint = {AUTOCHECKPOINT_PAGES}"), [], |_| Ok(()))?;
    Ok(journal)
}

/// Makes a new record under another name, and gives it its own when it is whole and on the disk. So no start that was
/// interrupted leaves half a record, and of two first starts the quicker one's record is everybody's.
fn make(place: &StorePlace, ids: NewIds, steps: &[Step]) -> Result<(), StoreError> {
    let file = place.file.as_path();
    let folder = files::folder_of(file);
    let broken = |error| StoreError::from_io(file, Operation::Create, error);
    let trouble = |error| StoreError::from_sqlite(file, Operation::Create, error);

    files::make_private_folder(folder).map_err(broken)?;
    let (unfinished, new) = files::make_new_private_file(&files::with_suffix(file, ".new")).map_err(broken)?;
    let made = (|| {
        let mut connection =
            Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(trouble)?;
        prepare(&connection).map_err(trouble)?;
        connection.query_row("pragma journal_mode = memory", [], |_| Ok(())).map_err(trouble)?;
        fill(&mut connection, ids, steps).map_err(trouble)?;
        // The journal is chosen here, where nobody else looks: changing it later needs the file for oneself.
        use_journal(&connection, place.journal).map_err(trouble)?;
        connection.close().map_err(|(_, error)| trouble(error))?;
        new.sync_all().map_err(broken)?;
        drop(new);
        // A log without its record would be taken for the new one's.
        for suffix in ["-wal", "-shm", "-journal"] {
            let left_over = files::with_suffix(file, suffix);
            if left_over.try_exists().map_err(broken)? && !file.try_exists().map_err(broken)? {
                files::move_aside(&left_over).map_err(broken)?;
            }
        }
        files::publish(&unfinished, file).map_err(broken)?;
        files::sync_folder(folder).map_err(broken)
    })();
    if made.is_err() {
        // The error below is the one to tell; what is left of the attempt has a name that nobody opens.
        drop(std::fs::remove_file(&unfinished));
    }
    made
}

/// An empty database becomes a record.
fn fill(connection: &mut Connection, ids: NewIds, steps: &[Step]) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::take_steps(&transaction, steps)?;
    meta::set(&transaction, meta::LEARNER, &DeviceId(ids.learner).to_string())?;
    meta::set(&transaction, meta::DEVICE, &ids.device.to_string())?;
    transaction.commit()
}
