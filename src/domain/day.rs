//! A calendar day as the learner saw it, counted from 1970-01-01; never a moment in time.

use jiff::civil::{Date, Weekday, date};
use serde::{Deserialize, Serialize};

/// Days since 1970-01-01 in the learner's own zone at that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The day of a civil date.
    pub fn from_date(civil: Date) -> Day {
        let epoch = date(1970, 1, 1);
        Day(civil.since(epoch).expect("civil dates are within jiff's span of days").get_days())
    }

    /// The civil date of this day. Days outside the years −9999 to 9999 are held at the border.
    pub fn date(self) -> Date {
        let epoch = date(1970, 1, 1);
        epoch.saturating_add(jiff::Span::new().days(self.0.clamp(-4_300_000, 2_900_000)))
    }

    /// Monday to Sunday.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// The day `days` later (earlier when negative).
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Day) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// `2026-11-22`.
    pub fn iso(self) -> String {
        self.date().to_string()
    }

    /// Reads `2026-11-22`.
    pub fn from_iso(text: &str) -> Option<Day> {
        text.trim().parse::<Date>().ok().map(Day::from_date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_date_and_back() {
        for number in [-719_162, -1, 0, 1, 20_779, 100_000] {
            assert_eq!(Day::from_date(Day(number).date()), Day(number));
        }
        assert_eq!(Day(0).iso(), "1970-01-01");
        assert_eq!(Day::from_iso("2026-11-22").map(Day::weekday), Some(Weekday::Sunday));
    }
}
