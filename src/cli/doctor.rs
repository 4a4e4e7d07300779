//! `sukima doctor`: is the record sound, are the lessons readable, what does this machine say. Mends nothing unless
//! asked to rebuild.

use std::io::{self, Write};

use serde_json::json;

use crate::app::Storage;
use crate::cli::Failure;
use crate::cli::opening::store_failure;
use crate::cli::status::unkept;
use crate::engine::Engine;
use crate::i18n::command::Tell;
use crate::library::{Counts, Origin};
use crate::store::{Health, RebuildReport};
use crate::text::SafeText;

/// Whether something needs mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Something,
}

/// Looks, rebuilds if asked, and prints.
pub fn run(
    engine: &mut Engine,
    rebuild: bool,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<io::Result<Found>, Failure> {
    engine.library.settle();
    let language = engine.settings.language;
    let failed = |error| store_failure(&error, language);
    let rebuilt = if rebuild { Some(engine.record_mut().store_mut().rebuild().map_err(failed)?) } else { None };
    let health = engine.store().health().map_err(failed)?;
    let events = engine.store().event_count().map_err(failed)?;
    let seen = Seen { engine, health, events, rebuilt };
    Ok(if as_json { seen.print_json(out) } else { seen.print_lines(out) }.map(|()| seen.found()))
}

struct Seen<'engine> {
    engine: &'engine Engine,
    health: Health,
    events: u64,
    rebuilt: Option<RebuildReport>,
}

impl Seen<'_> {
    fn found(&self) -> Found {
        let is_fine = self.health.problems.is_empty()
            && self.engine.library.findings() == 0
            && self.engine.storage() == Storage::Kept;
        if is_fine { Found::Nothing } else { Found::Something }
    }

    fn counts(&self) -> Counts {
        self.engine.library.counts(self.engine.settings.language)
    }

    fn print_lines(&self, out: &mut dyn Write) -> io::Result<()> {
        let language = self.engine.settings.language;
        let mut lines = vec![Tell::DoctorTitle { version: env!("CARGO_PKG_VERSION") }];
        lines.push(Tell::Record { place: self.engine.record_place(), bytes: self.health.file_bytes });
        lines.push(Tell::RecordVersions {
            schema: self.health.schema_version,
            sqlite: self.health.sqlite_version.clone(),
            journal: self.health.journal_mode.clone(),
        });
        lines.push(Tell::RecordEvents { events: self.events });
        if self.health.is_trial {
            lines.push(Tell::Trial);
        }
        lines.extend(unkept(self.engine));
        if self.health.problems.is_empty() && self.engine.storage() == Storage::Kept {
            lines.push(Tell::RecordSound);
        }
        lines.extend(self.health.problems.iter().map(|text| Tell::RecordProblem { text: text.clone() }));
        if let Some(rebuilt) = &self.rebuilt {
            lines.push(Tell::Rebuilt { tables: rebuilt.tables.len(), events: rebuilt.events });
            let differed = rebuilt.tables.iter().filter(|table| table.differed);
            lines.extend(differed.map(|table| Tell::RebuiltDiffered { table: table.name.to_owned() }));
        }
        lines.push(match &self.engine.origin {
            Origin::Folder(folder) => Tell::LessonsFrom { place: folder.display().to_string() },
            Origin::BuiltIn => Tell::LessonsBuiltIn,
            Origin::BuiltInInsteadOf(folder) => Tell::LessonsInstead { place: folder.display().to_string() },
        });
        let Counts { lessons, questions, worksheets } = self.counts();
        lines.push(Tell::LessonCount { lessons, questions, worksheets });
        if !self.engine.library.findings() == 0 {
            lines.push(Tell::LessonFindings { findings: self.engine.library.findings() });
        }
        let office = &self.engine.office;
        lines.push(if office.was_found {
            Tell::OfficeFound { name: office.name.as_ref().map(ToString::to_string).unwrap_or_default() }
        } else {
            Tell::OfficeMissing
        });
        let (moment, time) = self.engine.clock_now();
        lines.push(Tell::Clock { day: moment.day, time, zone: moment.zone.unwrap_or_default() });
        if self.found() == Found::Nothing {
            lines.push(Tell::NothingToMend);
        }
        // Folders may be called anything.
        lines.iter().try_for_each(|line| writeln!(out, "{}", SafeText::new(&line.in_language(language))))
    }

    fn print_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let Counts { lessons, questions, worksheets } = self.counts();
        let (moment, time) = self.engine.clock_now();
        let rebuilt = self.rebuilt.as_ref().map(|report| {
            let differed: Vec<&str> =
                report.tables.iter().filter(|table| table.differed).map(|table| table.name).collect();
            json!({ "events": report.events, "tables": report.tables.len(), "differed": differed })
        });
        let (origin, place) = match &self.engine.origin {
            Origin::Folder(folder) => ("folder", Some(folder.display().to_string())),
            Origin::BuiltIn => ("built-in", None),
            Origin::BuiltInInsteadOf(folder) => ("built-in-instead", Some(folder.display().to_string())),
        };
        let tables: serde_json::Map<String, serde_json::Value> =
            self.health.tables.iter().map(|table| (table.name.clone(), json!(table.rows))).collect();
        let seen = json!({
            "format": 1,
            "version": env!("CARGO_PKG_VERSION"),
            "record": {
                "file": self.engine.record_place(),
                "bytes": self.health.file_bytes,
                "schema": self.health.schema_version,
                "sqlite": self.health.sqlite_version,
                "journal": self.health.journal_mode,
                "synchronous": self.health.synchronous,
                "events": self.events,
                "tables": tables,
                "problems": self.health.problems,
                "kept": self.engine.storage() == Storage::Kept,
                "trial": self.health.is_trial,
            },
            "rebuilt": rebuilt,
            "lessons": {
                "origin": origin,
                "place": place,
                "lessons": lessons,
                "questions": questions,
                "worksheets": worksheets,
                "findings": self.engine.library.findings(),
            },
            "office": { "found": self.engine.office.was_found },
            "clock": { "day": moment.day.iso(), "time": time, "zone": moment.zone, "offset_minutes": moment.offset_minutes },
        });
        writeln!(out, "{seen}")
    }
}
