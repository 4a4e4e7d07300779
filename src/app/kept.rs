//! What became of a setting that was to be kept, and what is wrong with the file that keeps those of the machine.

use crate::domain::diagnostic::Finding;
use crate::i18n::setting::SettingSay;

/// Said after the record or the file has replied, never before.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingKept {
    Kept,
    /// In the second place; the record takes it as soon as it can.
    Waits,
    /// The record takes nothing: the choice holds for this sitting.
    NotKept,
    /// This account has no folder for the machine's settings.
    NoPlace,
    /// The machine's file could not be written; the cause is one of the store's stable codes.
    NotWritten {
        cause: &'static str,
    },
    /// The machine's file has a mistake in it and is left alone.
    FileAtFault {
        line: Option<usize>,
    },
}

/// One mistake in `settings.toml`.
#[derive(Clone, Debug, PartialEq)]
pub struct MachineFileFault {
    /// The file, as the learner is told.
    pub place: String,
    /// From 1; `None` for the file as a whole.
    pub line: Option<usize>,
    pub finding: Finding,
}

impl SettingKept {
    /// What the learner is told.
    pub fn said(&self) -> SettingSay {
        match self {
            SettingKept::Kept => SettingSay::Saved,
            SettingKept::Waits => SettingSay::Waits,
            SettingKept::NotKept => SettingSay::NotKept,
            SettingKept::NoPlace => SettingSay::NoPlace,
            SettingKept::NotWritten { cause } => SettingSay::NotWritten { cause },
            SettingKept::FileAtFault { line } => SettingSay::NotUntilMended { line: *line },
        }
    }
}

impl MachineFileFault {
    /// Whether writing the file could lose what was meant. A key that does not exist stays as it stands.
    pub fn is_in_the_way(&self) -> bool {
        !matches!(self.finding, Finding::UnknownKey { .. })
    }

    /// What is wrong, where, and what to do.
    pub fn said(&self) -> SettingSay {
        let MachineFileFault { place, line, finding } = self.clone();
        SettingSay::FileAtFault { place, line, finding }
    }
}
