//! A set of days kept as ranges, so that a leave of a year is two numbers. Never holds two ranges that touch.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;

/// First and last days, in order, with at least one day between two ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayRanges(Vec<(Day, Day)>);

impl DayRanges {
    pub fn contains(&self, day: Day) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= day);
        after.checked_sub(1).is_some_and(|place| day <= self.0[place].1)
    }

    /// Adds every day from `first` to `last`; nothing when they stand the wrong way round.
    pub fn add(&mut self, first: Day, last: Day) {
        if last < first {
            return;
        }
        let (mut first, mut last) = (first, last);
        self.0.retain(|&(start, end)| {
            let touches = start <= last.plus(1) && first <= end.plus(1);
            if touches {
                (first, last) = (first.min(start), last.max(end));
            }
            !touches
        });
        let place = self.0.partition_point(|(start, _)| *start < first);
        self.0.insert(place, (first, last));
    }

    /// Takes out every day from `first` to `last`; nothing when they stand the wrong way round.
    pub fn remove(&mut self, first: Day, last: Day) {
        if last < first {
            return;
        }
        let rest = |&(start, end): &(Day, Day)| {
            let before = (start, end.min(first.plus(-1)));
            let after = (start.max(last.plus(1)), end);
            if end < first || last < start { [Some((start, end)), None] } else { [Some(before), Some(after)] }
        };
        self.0 = self.0.iter().flat_map(rest).flatten().filter(|(start, end)| start <= end).collect();
    }

    /// First and last day of each range, the earliest first.
    pub fn iter(&self) -> impl Iterator<Item = (Day, Day)> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ranges_hold_the_days_that_a_plain_set_holds(
            deeds in prop::collection::vec((any::<bool>(), -5..30_i32, -3..12_i32), 0..20)
        ) {
            let (mut ranges, mut set) = (DayRanges::default(), BTreeSet::new());
            for (adds, first, length) in deeds {
                let last = first + length;
                if adds {
                    ranges.add(Day(first), Day(last));
                    set.extend(first..=last);
                } else {
                    ranges.remove(Day(first), Day(last));
                    set.retain(|day| !(first..=last).contains(day));
                }
                for day in -10..60 {
                    prop_assert_eq!(ranges.contains(Day(day)), set.contains(&day), "{} in {:?}", day, ranges);
                }
                let ends: Vec<(Day, Day)> = ranges.iter().collect();
                prop_assert!(ends.windows(2).all(|pair| pair[0].1.plus(1) < pair[1].0), "{:?}", ends);
            }
        }
    }
}
