//! `rescue.jsonl`: the second place for facts that the database would not take, one line a batch. Read back at the
//! next start, joined by id, then set aside; never deleted.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::event::{Fact, NewEvent};
use crate::domain::id::{EventId, SessionId};
use crate::domain::moment::Moment;

pub struct Rescue {
    file: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Line {
    utc_ms: i64,
    offset_minutes: i32,
    zone: Option<String>,
    day: Day,
    minute_of_day: u16,
    events: Vec<RescuedEvent>,
}

#[derive(Serialize, Deserialize)]
struct RescuedEvent {
    id: EventId,
    session: Option<SessionId>,
    kind: String,
    version: u32,
    body: String,
}

impl Rescue {
    pub fn in_folder(folder: &Path) -> Rescue {
        Rescue { file: folder.join("rescue.jsonl") }
    }

    /// Adds one batch and syncs it; false when this place fails as well, and the facts are in memory only.
    pub fn add(&self, moment: &Moment, events: &[NewEvent]) -> bool {
        let line = Line {
            utc_ms: moment.utc_ms,
            offset_minutes: moment.offset_minutes,
            zone: moment.zone.clone(),
            day: moment.day,
            minute_of_day: moment.minute_of_day,
            events: events
                .iter()
                .map(|event| RescuedEvent {
                    id: event.id,
                    session: event.session,
                    kind: event.fact.kind().to_owned(),
                    version: event.fact.version(),
                    body: event.fact.body(),
                })
                .collect(),
        };
        self.write(&line).is_ok()
    }

    fn write(&self, line: &Line) -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.file)?;
        let mut text = serde_json::to_string(line)?;
        text.push('\n');
        file.write_all(text.as_bytes())?;
        file.sync_data()
    }

    /// Every batch that can be read; a half-written last line is passed over.
    pub fn read(&self) -> Vec<(Moment, Vec<NewEvent>)> {
        let Ok(text) = fs::read_to_string(&self.file) else { return Vec::new() };
        text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok()).map(batch).collect()
    }

    /// Renames the file, so that it is read once and never lost.
    pub fn set_aside(&self) {
        if self.file.exists() {
            let place = (1..).map(|number| self.file.with_extension(format!("jsonl.{number}.done")));
            if let Some(free) = place.take(10_000).find(|place| !place.exists()) {
                drop(fs::rename(&self.file, free));
            }
        }
    }
}

fn batch(line: Line) -> (Moment, Vec<NewEvent>) {
    let moment = Moment {
        utc_ms: line.utc_ms,
        offset_minutes: line.offset_minutes,
        zone: line.zone,
        day: line.day,
        minute_of_day: line.minute_of_day,
    };
    let events = line
        .events
        .into_iter()
        .map(|event| NewEvent {
            id: event.id,
            session: event.session,
            fact: Fact::from_stored(&event.kind, event.version, &event.body),
        })
        .collect();
    (moment, events)
}
