//! Looks at the record, the lessons and the machine for 動作確認; mends nothing.

use crate::app::{HealthFacts, LessonsOrigin};
use crate::engine::{Engine, Origin};
use crate::library::Counts;
use crate::store::{Health, StoreError};

impl Engine {
    /// Everything that 動作確認 tells, from a check of the record made now.
    pub fn health_facts(&self) -> Result<HealthFacts, StoreError> {
        self.health_facts_from(&self.store().health()?)
    }

    /// The same from a check that was made already.
    pub fn health_facts_from(&self, health: &Health) -> Result<HealthFacts, StoreError> {
        let Counts { lessons, questions, worksheets } = self.library.counts(self.settings.language);
        let (moment, time) = self.clock_now();
        Ok(HealthFacts {
            place: self.record_place(),
            file_bytes: health.file_bytes,
            schema_version: health.schema_version,
            sqlite_version: health.sqlite_version.clone(),
            journal_mode: health.journal_mode.clone(),
            events: self.store().event_count()?,
            is_trial: health.is_trial,
            storage: self.storage(),
            problems: health.problems.clone(),
            origin: match &self.origin {
                Origin::Folder(folder) => LessonsOrigin::Folder(folder.display().to_string()),
                Origin::BuiltIn => LessonsOrigin::BuiltIn,
                Origin::BuiltInInsteadOf(folder) => LessonsOrigin::BuiltInInsteadOf(folder.display().to_string()),
            },
            lessons,
            questions,
            worksheets,
            findings: self.library.findings(),
            office: self
                .office
                .was_found
                .then(|| self.office.name.as_ref().map(ToString::to_string).unwrap_or_default()),
            machine_faults: self.machine_faults().to_vec(),
            today: moment.day,
            time,
            zone: moment.zone.unwrap_or_default(),
        })
    }
}
