//! The rules of the streak a second time: lists of days instead of counters, holidays from the list that another
//! library made, weekdays by arithmetic. Slow, and meant to be obvious.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use sukima::domain::day::Day;

/// What somebody did on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Deed {
    pub answered: bool,
    /// A sitting was closed at its last step …
    pub closed: bool,
    /// … and announced a day so many days later.
    pub announces: Option<i32>,
}

/// Days from a first one on, with everything that makes a day off.
#[derive(Clone, Debug)]
pub struct Career {
    pub first: i32,
    pub deeds: Vec<Deed>,
    pub leave: Vec<(i32, i32)>,
    pub closed: Vec<i32>,
    /// Monday first; it holds from the first day on.
    pub works: [bool; 7],
}

/// Length, spare days, working days toward the next one, and what was put aside.
pub type State = (u32, u32, u32, Option<u32>);

static HOLIDAYS: LazyLock<BTreeSet<i32>> = LazyLock::new(|| {
    let day = |line: &str| Day::from_iso(line.split(' ').next().unwrap()).unwrap().0;
    include_str!("../data/holidays-japan.txt").lines().map(day).collect()
});

impl Career {
    pub fn is_off(&self, day: i32) -> bool {
        // 1970-01-01 was a Thursday; Monday is 0.
        let weekday = usize::try_from((day + 3).rem_euclid(7)).unwrap();
        let date = Day(day).date();
        let is_year_end = date.month() == 12 && date.day() > 28 || date.month() == 1 && date.day() < 4;
        !self.works[weekday]
            || HOLIDAYS.contains(&day)
            || is_year_end
            || self.closed.contains(&day)
            || self.leave.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// As it stands on `today`, with the word for each day.
    pub fn on(&self, today: i32) -> (State, BTreeMap<i32, &'static str>) {
        let deeds: Vec<(i32, Deed)> = (self.first..).zip(self.deeds.iter().copied()).collect();
        // Nothing is told before the first day with anything in it.
        let begun = deeds.iter().position(|(_, deed)| *deed != Deed::default()).unwrap_or(deeds.len());
        let mut counted: Vec<i32> = Vec::new();
        let mut aside: Option<Vec<i32>> = None;
        let mut spare: Vec<i32> = Vec::new();
        let mut toward: Vec<i32> = Vec::new();
        let mut words = BTreeMap::new();
        for &(day, deed) in deeds[begun..].iter().filter(|(day, _)| *day <= today) {
            let announced = deeds.iter().filter(|(before, _)| *before < day).rev();
            let announced = announced.filter_map(|(before, deed)| Some(before + deed.announces?)).next();
            let is_neutral = self.is_off(day) || announced.is_some_and(|announced| day < announced);
            let mut word = match (is_neutral, deed.answered, deed.closed) {
                (true, true, _) => "more",
                (true, false, _) => "neutral",
                (false, true, _) => "studied",
                (false, false, true) => "nothing to study",
                (false, false, false) if day == today => "open",
                (false, false, false) => "missed",
            };
            if !is_neutral && deed.closed && aside.is_some() {
                counted.splice(0..0, aside.take().unwrap());
                word = "restored";
            } else if !is_neutral && day != today {
                aside = None;
            }
            if deed.answered {
                counted.push(day);
                if !is_neutral {
                    toward.push(day);
                }
            }
            if toward.len() == 5 {
                toward.clear();
                spare.push(day);
                spare.truncate(2);
            }
            if word == "missed" && !counted.is_empty() && spare.pop().is_none() {
                aside = Some(std::mem::take(&mut counted));
                toward.clear();
            }
            words.insert(day, word);
        }
        let count = |days: &[i32]| u32::try_from(days.len()).unwrap();
        ((count(&counted), count(&spare), count(&toward), aside.as_deref().map(count)), words)
    }
}
