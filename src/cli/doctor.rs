//! `sukima doctor`: is the record sound, are the lessons readable, what does this machine say. Mends nothing unless
//! asked to rebuild.

use std::io::{self, Write};

use serde_json::json;

use crate::app::{HealthFacts, Storage};
use crate::cli::Failure;
use crate::cli::opening::store_failure;
use crate::engine::Engine;
use crate::i18n::command::Tell;
use crate::library::Origin;
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
    let facts = engine.health_facts_from(&health).map_err(failed)?;
    let seen = Seen { engine, health, facts, rebuilt };
    Ok(if as_json { seen.print_json(out) } else { seen.print_lines(out) }.map(|()| seen.found()))
}

struct Seen<'engine> {
    engine: &'engine Engine,
    health: Health,
    facts: HealthFacts,
    rebuilt: Option<RebuildReport>,
}

impl Seen<'_> {
    fn found(&self) -> Found {
        if self.facts.is_fine() { Found::Nothing } else { Found::Something }
    }

    fn print_lines(&self, out: &mut dyn Write) -> io::Result<()> {
        let language = self.engine.settings.language;
        let mut lines = vec![Tell::DoctorTitle { version: env!("CARGO_PKG_VERSION") }];
        lines.extend(self.facts.record(language));
        if let Some(rebuilt) = &self.rebuilt {
            lines.push(Tell::Rebuilt { tables: rebuilt.tables.len(), events: rebuilt.events });
            let differed = rebuilt.tables.iter().filter(|table| table.differed);
            lines.extend(differed.map(|table| Tell::RebuiltDiffered { table: table.name.to_owned() }));
        }
        lines.extend(self.facts.surroundings());
        // Folders may be called anything.
        lines.iter().try_for_each(|line| writeln!(out, "{}", SafeText::new(&line.in_language(language))))
    }

    fn print_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let HealthFacts { lessons, questions, worksheets, .. } = self.facts;
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
                "events": self.facts.events,
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
            "settings": { "findings": self.engine.machine_faults().len() },
            "clock": { "day": moment.day.iso(), "time": time, "zone": moment.zone, "offset_minutes": moment.offset_minutes },
        });
        writeln!(out, "{seen}")
    }
}
