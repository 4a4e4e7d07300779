//! The weekdays on which somebody works. Never empty: who works on no weekday at all needs no calendar.

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// Weekdays, Monday first; at least one of them is a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct WorkPattern([bool; 7]);

/// As the log writes them, Monday first.
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Default for WorkPattern {
    /// Monday to Friday.
    fn default() -> WorkPattern {
        WorkPattern([true, true, true, true, true, false, false])
    }
}

impl WorkPattern {
    /// The weekdays given; `None` without any.
    pub fn new(weekdays: &[Weekday]) -> Option<WorkPattern> {
        let mut days = [false; 7];
        for weekday in weekdays {
            days[place(*weekday)] = true;
        }
        days.contains(&true).then_some(WorkPattern(days))
    }

    pub fn contains(self, weekday: Weekday) -> bool {
        self.0[place(weekday)]
    }

    /// With these weekdays the other way round; `None` where no working day would be left.
    pub fn switched(self, weekdays: &[Weekday]) -> Option<WorkPattern> {
        let mut days = self.0;
        for weekday in weekdays {
            days[place(*weekday)] ^= true;
        }
        days.contains(&true).then_some(WorkPattern(days))
    }

    /// The working weekdays, Monday first.
    pub fn weekdays(self) -> impl Iterator<Item = Weekday> {
        weekdays().zip(self.0).filter(|(_, works)| *works).map(|(weekday, _)| weekday)
    }
}

/// All seven, Monday first.
pub fn weekdays() -> impl Iterator<Item = Weekday> {
    (0..7_i8).map(|offset| Weekday::from_monday_zero_offset(offset).expect("offsets are 0 to 6"))
}

fn place(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).expect("0 to 6")
}

impl TryFrom<Vec<String>> for WorkPattern {
    type Error = String;

    fn try_from(names: Vec<String>) -> Result<WorkPattern, String> {
        let mut days = [false; 7];
        for name in &names {
            let place = NAMES.iter().position(|known| known == name).ok_or_else(|| format!("no weekday: {name}"))?;
            days[place] = true;
        }
        if days.contains(&true) { Ok(WorkPattern(days)) } else { Err("no weekday at all".to_owned()) }
    }
}

impl From<WorkPattern> for Vec<String> {
    fn from(pattern: WorkPattern) -> Vec<String> {
        NAMES.iter().zip(pattern.0).filter(|(_, works)| *works).map(|(name, _)| (*name).to_owned()).collect()
    }
}
