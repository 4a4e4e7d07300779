//! A moment as the clock showed it, with the local day that the person lived in. Read by `engine::clock` only.

use crate::domain::day::Day;

/// One reading of the clock. The local day is kept as it was seen, so no later change of zone can move it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub utc_ms: i64,
    /// Minutes east of UTC, −1080 to 1080.
    pub offset_minutes: i32,
    /// IANA name of the zone, if known.
    pub zone: Option<String>,
    /// The local date.
    pub day: Day,
    /// Minutes after local midnight, 0 to 1439.
    pub minute_of_day: u16,
}
