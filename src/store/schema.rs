//! What the file looks like: the frozen steps that lead to the facts of today, and the tables folded from them.
//! Never runs any SQL itself.

use std::sync::LazyLock;

/// `SKIM`, at byte 68 of the file: a file without it is somebody else's.
pub(super) const APPLICATION_ID: i32 = 0x534b_494d;

/// One shipped change of the facts.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The `user_version` that the step leads to.
    pub version: u32,
    pub sql: &'static str,
}

/// Every step, oldest first. A shipped step is never edited.
pub(super) const STEPS: &[Step] = &[Step { version: 1, sql: include_str!("schema/v1.sql") }];

/// Tables that are facts or belong to this copy; every other table is a projection and may be dropped.
pub(super) const KEPT_TABLES: [&str; 3] = ["event", "meta", "draft"];

/// The tables folded from events.
pub(super) const PROJECTIONS: &str = include_str!("schema/projections.sql");

/// Their names, in the order in which a report lists them.
pub(super) const PROJECTION_TABLES: [&str; 12] = [
    "undone",
    "setting",
    "calendar",
    "memory",
    "day_total",
    "recall",
    "recall_day",
    "lesson_recall",
    "lesson_done",
    "promise",
    "session",
    "session_steps",
];

/// Raised whenever the meaning of a fold changes.
const FOLD_VERSION: u32 = 3;

/// What the projections of this program are, in a word. A record with another one is folded again when it is opened:
/// after a change of a fold, and, without anybody's care, after any change of the tables.
pub(super) fn projection_version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| format!("{FOLD_VERSION}-{:016x}", fingerprint(PROJECTIONS)));
    &VERSION
}

/// FNV-1a, 64 bits (draft-eastlake-fnv): enough to tell two texts of ours apart.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The version that the last step leads to.
pub(super) fn latest(steps: &[Step]) -> u32 {
    steps.last().map_or(0, |step| step.version)
}
