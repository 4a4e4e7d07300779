//! The record as the engine sees it: a store that is kept, one that cannot be, or one whose file stopped taking
//! writes. Learning goes on in all three; what waits is written as soon as it can be, and to a second place meanwhile.

use std::path::{Path, PathBuf};

use crate::app::Storage;
use crate::domain::event::{Event, NewEvent};
use crate::domain::id::{CourseMark, DeviceId, EventId, LessonId};
use crate::domain::moment::Moment;
use crate::engine::clock::Clock;
use crate::engine::rescue::Rescue;
use crate::store::{Draft, NewIds, Store, StoreError};

pub struct Record {
    /// What is read from: the file, or a copy in memory while the file takes no writes.
    live: Store,
    keeping: Keeping,
    folder: PathBuf,
}

enum Keeping {
    Kept,
    NotKept {
        cause: &'static str,
    },
    ReadOnly,
    /// The file refused a write; `file` is tried again with every new fact.
    Waiting {
        file: Box<Store>,
        queue: Vec<(Moment, Vec<NewEvent>)>,
        rescue: Rescue,
        /// Everything that waits is in the second place as well.
        is_rescued: bool,
        cause: &'static str,
    },
}

/// The name of the one database file of a profile.
pub const FILE_NAME: &str = "sukima.db";

impl Record {
    /// Opens `folder/sukima.db`. Foreign and damaged files are errors; a folder that cannot be written is not.
    pub fn open(folder: &Path, clock: &Clock) -> Result<Record, StoreError> {
        let file = folder.join(FILE_NAME);
        let moment = clock.now();
        let ids = || NewIds { learner: new_id(moment.utc_ms), device: DeviceId(new_id(moment.utc_ms)) };
        let (live, keeping) = match Store::open(&file, ids()) {
            Ok(store) if store.is_newer() => (store, Keeping::ReadOnly),
            // Its tables may be an older program's, so its facts are folded again, where that is possible.
            Ok(store) if store.is_read_only() => (copy_in_memory(&store)?, Keeping::NotKept { cause: "read-only" }),
            Ok(store) => (store, Keeping::Kept),
            Err(error) if error.means_unwritable() => {
                (Store::in_memory(ids())?, Keeping::NotKept { cause: error.code() })
            }
            Err(error) => return Err(error),
        };
        let mut record = Record { live, keeping, folder: folder.to_path_buf() };
        if matches!(record.keeping, Keeping::Kept) {
            if clock.is_set() && record.live.last_arrival()? == 0 {
                record.live.mark_trial()?;
            }
            record.take_back_rescued()?;
        } else if clock.is_set() && matches!(record.keeping, Keeping::NotKept { .. }) {
            record.live.mark_trial()?;
        }
        Ok(record)
    }

    /// What an earlier run could only write to the second place.
    fn take_back_rescued(&mut self) -> Result<(), StoreError> {
        let rescue = Rescue::in_folder(&self.folder);
        for (moment, events) in rescue.read() {
            let mut missing = Vec::new();
            for event in events {
                if self.live.event(event.id)?.is_none() {
                    missing.push(event);
                }
            }
            if !missing.is_empty() {
                self.live.append(&moment, &missing)?;
            }
        }
        rescue.set_aside();
        Ok(())
    }

    /// Whether its clock was set by hand from the first fact on; what cannot be kept counts as such.
    pub fn is_trial(&self) -> Result<bool, StoreError> {
        Ok(!matches!(self.keeping, Keeping::Kept) || self.live.is_trial()?)
    }

    pub fn store(&self) -> &Store {
        &self.live
    }

    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.live
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE_NAME)
    }

    pub fn storage(&self) -> Storage {
        let place = || self.file().display().to_string();
        match &self.keeping {
            Keeping::Kept => Storage::Kept,
            Keeping::NotKept { cause } => Storage::NotKept { place: place(), cause },
            Keeping::ReadOnly => Storage::ReadOnly { place: place() },
            // Its tables are behind, and every fact is kept.
            Keeping::Waiting { queue, .. } if queue.is_empty() => Storage::Kept,
            Keeping::Waiting { queue, cause, is_rescued, .. } => Storage::Waiting {
                is_rescued: *is_rescued,
                events: queue.iter().map(|(_, events)| events.len()).sum(),
                place: place(),
                cause,
            },
        }
    }

    /// Appends facts; when this returns `Ok` they are durable, or [`Record::storage`] says that they are not.
    pub fn append(&mut self, moment: &Moment, events: Vec<NewEvent>) -> Result<(), StoreError> {
        if matches!(self.keeping, Keeping::Kept) {
            match self.live.append(moment, &events) {
                Ok(()) => return Ok(()),
                Err(error) => self.wait_for_the_file(error.code())?,
            }
        }
        if matches!(self.keeping, Keeping::ReadOnly) {
            self.leave_the_file_alone()?;
        }
        self.live.append(moment, &events)?;
        if let Keeping::Waiting { queue, rescue, is_rescued, .. } = &mut self.keeping {
            *is_rescued &= rescue.add(moment, &events);
            queue.push((moment.clone(), events));
            self.try_again();
        }
        Ok(())
    }

    /// Appends facts as [`Record::append`] does, and gives them as they are kept. Their folding is left to
    /// [`Record::fold`].
    pub fn append_ahead(&mut self, moment: &Moment, events: Vec<NewEvent>) -> Result<Vec<Event>, StoreError> {
        if matches!(self.keeping, Keeping::Kept) {
            match self.live.append_ahead(moment, &events) {
                Ok(kept) => return Ok(kept),
                Err(error) => self.wait_for_the_file(error.code())?,
            }
        }
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        self.append(moment, events)?;
        ids.into_iter().filter_map(|id| self.live.event(id).transpose()).collect()
    }

    /// Folds what was appended ahead. A file that does not take it holds the facts all the same; a copy in memory
    /// answers until it does.
    pub fn fold(&mut self) {
        if matches!(self.keeping, Keeping::Kept)
            && let Err(error) = self.live.fold()
            && let Err(error) = self.wait_for_the_file(error.code())
        {
            self.reading_failed(&error);
        }
    }

    /// The file stays open for the next try; until then a copy in memory answers.
    fn wait_for_the_file(&mut self, cause: &'static str) -> Result<(), StoreError> {
        let copy = copy_in_memory(&self.live)?;
        let file = Box::new(std::mem::replace(&mut self.live, copy));
        let rescue = Rescue::in_folder(&self.folder);
        self.keeping = Keeping::Waiting { file, queue: Vec::new(), rescue, is_rescued: true, cause };
        Ok(())
    }

    /// A newer program's data: the sitting goes on in memory, the file stays as it is.
    fn leave_the_file_alone(&mut self) -> Result<(), StoreError> {
        if self.live.is_read_only() {
            self.live = copy_in_memory(&self.live)?;
        }
        Ok(())
    }

    /// Writes what waits, oldest first; everything stays in the queue that was not written.
    pub fn try_again(&mut self) {
        let Keeping::Waiting { file, queue, rescue, cause, .. } = &mut self.keeping else { return };
        while let Some((moment, events)) = queue.first() {
            match file.append(moment, events) {
                Ok(()) => {
                    queue.remove(0);
                }
                Err(error) => {
                    *cause = error.code();
                    return;
                }
            }
        }
        rescue.set_aside();
        if let Keeping::Waiting { file, .. } = std::mem::replace(&mut self.keeping, Keeping::Kept) {
            self.live = *file;
        }
    }

    /// Reading failed in the middle of a sitting: from here on nothing more is promised to be kept.
    pub fn reading_failed(&mut self, error: &StoreError) {
        if matches!(self.keeping, Keeping::Kept) {
            self.keeping = Keeping::NotKept { cause: error.code() };
        }
    }

    /// Keeps unfinished text where the record is written; failing costs that text and nothing else.
    pub fn keep_draft(&mut self, place: &str, draft: &Draft) {
        if matches!(self.keeping, Keeping::Kept) {
            drop(self.live.keep_draft(place, draft));
        }
    }

    /// What this copy notes for itself; failing costs that note and nothing else.
    pub fn keep_note(&mut self, name: &str, text: &str) {
        if !matches!(self.keeping, Keeping::ReadOnly) {
            drop(self.live.keep_own_note(name, text));
        }
    }

    /// Failing costs a later plan some time and nothing else.
    pub fn note_finished_courses(&mut self, courses: &[(CourseMark, Vec<LessonId>)]) {
        if matches!(self.keeping, Keeping::Kept) {
            drop(self.live.note_finished_courses(courses));
        }
    }

    /// A new sitting begins: what was unfinished before it is nobody's any more.
    pub fn forget_drafts(&mut self) {
        if matches!(self.keeping, Keeping::Kept) {
            drop(self.live.forget_drafts());
        }
    }

    /// Moves the write-ahead log into the file. Never between an answer and its verdict; failing is harmless, because
    /// the log itself is durable and is moved at the next try.
    pub fn checkpoint(&mut self) {
        if matches!(self.keeping, Keeping::Kept) {
            drop(self.live.checkpoint());
        }
    }
}

fn copy_in_memory(store: &Store) -> Result<Store, StoreError> {
    let learner = uuid::Uuid::parse_str(&store.learner()).map(uuid::Uuid::into_bytes).unwrap_or_default();
    let mut copy = Store::in_memory(NewIds { learner, device: store.device() })?;
    copy.insert_foreign(&store.events()?)?;
    if store.is_trial()? {
        copy.mark_trial()?;
    }
    Ok(copy)
}

/// A UUIDv7 of this moment.
pub fn new_id(utc_ms: i64) -> [u8; 16] {
    let utc_ms = u64::try_from(utc_ms).unwrap_or(0);
    let nanoseconds = u32::try_from(utc_ms % 1000 * 1_000_000).expect("less than a second");
    uuid::Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, utc_ms / 1000, nanoseconds)).into_bytes()
}
