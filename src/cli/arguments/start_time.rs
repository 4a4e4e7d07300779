//! The time behind `--now`, as it was written. It never asks what time it is.

use jiff::civil::DateTime;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::TimeZone;
use jiff::{Zoned, civil};

/// Years that a clock may start in: the rules for holidays and memory are meant for people's lives.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2999;

/// Where a clock starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartTime {
    /// A wall clock in the machine's own zone: `2026-11-24T08:50`.
    Local(DateTime),
    /// With its zone or its distance to UTC: `2026-11-24T08:50+09:00[Asia/Tokyo]`.
    Zoned(Zoned),
}

impl StartTime {
    /// Reads the forms of RFC 9557 from a date alone, which is its midnight, to a time with zone.
    pub(super) fn read(text: &str) -> Option<StartTime> {
        let pieces = Pieces::parse(text.trim()).ok()?;
        let time = pieces.date().to_datetime(pieces.time().unwrap_or(civil::Time::midnight()));
        if !YEARS.contains(&time.year()) {
            return None;
        }
        let zone = match (pieces.to_time_zone().ok()?, pieces.offset()) {
            (Some(zone), _) => zone,
            (None, Some(PiecesOffset::Numeric(offset))) => TimeZone::fixed(offset.offset()),
            (None, Some(_)) => TimeZone::UTC,
            (None, None) => return Some(StartTime::Local(time)),
        };
        time.to_zoned(zone).ok().map(StartTime::Zoned)
    }

    /// The moment in the zone where the clock shall run.
    pub fn in_machine_zone(&self, machine: TimeZone) -> Zoned {
        match self {
            StartTime::Local(time) => time.to_zoned(machine).expect("the year is far from the border of all zones"),
            StartTime::Zoned(zoned) => zoned.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-11-24T08:50", "2026-11-24T08:50:00+09:00[Asia/Tokyo]")]
    #[case(" 2026-11-24 08:50:30 ", "2026-11-24T08:50:30+09:00[Asia/Tokyo]")]
    #[case("2026-11-24", "2026-11-24T00:00:00+09:00[Asia/Tokyo]")]
    #[case("2026-11-24T08:50Z", "2026-11-24T08:50:00+00:00[UTC]")]
    #[case("2026-11-24T08:50+01:00", "2026-11-24T08:50:00+01:00[+01:00]")]
    #[case("2026-11-24T08:50+01:00[Europe/Paris]", "2026-11-24T08:50:00+01:00[Europe/Paris]")]
    fn a_time_is_read(#[case] text: &str, #[case] expected: &str) {
        let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
        assert_eq!(StartTime::read(text).unwrap().in_machine_zone(tokyo).to_string(), expected);
    }

    #[rstest]
    #[case("")]
    #[case("08:50")]
    #[case("tomorrow")]
    #[case("2026-02-30T08:50")]
    #[case("2026-11-24T25:00")]
    #[case("2026-11-24T08:50+09:00[Asia/Nowhere]")]
    #[case("1999-12-31T23:59")]
    #[case("9999-12-31T23:59")]
    fn what_is_no_time_is_refused(#[case] text: &str) {
        assert_eq!(StartTime::read(text), None);
    }
}
