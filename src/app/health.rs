//! 動作確認 in words: what is known of the record, the lessons, the office, the settings and the clock. It looks at
//! nothing by itself; the engine does.

use crate::app::{MachineFileFault, Storage};
use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::i18n::command::Tell;
use crate::i18n::trouble::reason;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthFacts {
    /// The record's file, as the learner is told.
    pub place: String,
    /// The record and its write-ahead log.
    pub file_bytes: u64,
    pub schema_version: u32,
    pub sqlite_version: String,
    pub journal_mode: String,
    pub events: u64,
    pub is_trial: bool,
    pub storage: Storage,
    /// SQLite's findings about the file, in its own words; none when it is sound.
    pub problems: Vec<String>,
    pub origin: LessonsOrigin,
    pub lessons: usize,
    pub questions: usize,
    pub worksheets: usize,
    /// What authors must mend.
    pub findings: usize,
    /// The office's name; `None` without an `office.toml`.
    pub office: Option<String>,
    pub machine_faults: Vec<MachineFileFault>,
    pub today: Day,
    /// As `12:41`.
    pub time: String,
    pub zone: String,
}

/// Where the lessons come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LessonsOrigin {
    Folder(String),
    BuiltIn,
    BuiltInInsteadOf(String),
}

impl HealthFacts {
    /// Whether nothing needs mending.
    pub fn is_fine(&self) -> bool {
        self.problems.is_empty()
            && self.findings == 0
            && self.machine_faults.is_empty()
            && self.storage == Storage::Kept
    }

    /// About the record, line by line.
    pub fn record(&self, language: Language) -> Vec<Tell> {
        let mut lines = vec![
            Tell::Record { place: self.place.clone(), bytes: self.file_bytes },
            Tell::RecordVersions {
                schema: self.schema_version,
                sqlite: self.sqlite_version.clone(),
                journal: self.journal_mode.clone(),
            },
            Tell::RecordEvents { events: self.events },
        ];
        if self.is_trial {
            lines.push(Tell::Trial);
        }
        lines.extend(unkept(&self.storage, language));
        if self.problems.is_empty() && self.storage == Storage::Kept {
            lines.push(Tell::RecordSound);
        }
        lines.extend(self.problems.iter().map(|text| Tell::RecordProblem { text: text.clone() }));
        lines
    }

    /// About everything else.
    pub fn surroundings(&self) -> Vec<Tell> {
        let mut lines = vec![match &self.origin {
            LessonsOrigin::Folder(place) => Tell::LessonsFrom { place: place.clone() },
            LessonsOrigin::BuiltIn => Tell::LessonsBuiltIn,
            LessonsOrigin::BuiltInInsteadOf(place) => Tell::LessonsInstead { place: place.clone() },
        }];
        let HealthFacts { lessons, questions, worksheets, findings, .. } = *self;
        lines.push(Tell::LessonCount { lessons, questions, worksheets });
        if findings > 0 {
            lines.push(Tell::LessonFindings { findings });
        }
        lines.push(match &self.office {
            Some(name) => Tell::OfficeFound { name: name.clone() },
            None => Tell::OfficeMissing,
        });
        lines.extend(self.machine_faults.iter().map(|fault| Tell::SettingsFile(fault.said())));
        lines.push(Tell::Clock { day: self.today, time: self.time.clone(), zone: self.zone.clone() });
        if self.is_fine() {
            lines.push(Tell::NothingToMend);
        }
        lines
    }
}

/// That nothing, or not everything, is kept, and why.
pub fn unkept(storage: &Storage, language: Language) -> Option<Tell> {
    match storage.clone() {
        Storage::Kept => None,
        Storage::ReadOnly { place } => Some(Tell::ReadOnly { place }),
        Storage::NotKept { place, cause } | Storage::Waiting { place, cause, .. } => {
            Some(Tell::NotKept { place, reason: reason(cause, language) })
        }
    }
}
