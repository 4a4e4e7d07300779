//! 学習した日: a fold over days that forgives. It never looks at a clock; today is a parameter, and today is open,
//! not missed.
//!
//! The rules, in the order in which a day is judged:
//! 1. A day off, and a day before the `next_day` that the last close announced, does nothing when nothing was studied.
//! 2. Study on such a day adds one.
//! 3. Study on a working day adds one; each fifth earns a spare day, of which two can be held.
//! 4. A working day without study uses a spare day; without one, the length is put aside. A sitting that was closed
//!    and held nothing to study (only a follow-up, say) is all that was planned: such a day takes nothing.
//! 5. A sitting closed on the next working day brings back what was put aside; after that it is gone.

use std::collections::BTreeMap;

use crate::domain::calendar::{Calendar, DayOff};
use crate::domain::day::Day;
use crate::domain::fold::DayTotal;

const SPARE_DAYS_AT_MOST: u32 = 2;
const STUDY_DAYS_FOR_A_SPARE: u32 = 5;
/// Nobody's streak is older than a hundred years; a day before that is some clock's mistake.
const OLDEST_DAYS: i32 = 36_525;

/// How long, with what in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streak {
    /// Study days in a row, days off not counted against it.
    pub length: u32,
    /// お休みできる日 in hand, 0 to 2.
    pub spare: u32,
    /// Working days studied since the last spare day was earned, 0 to 4.
    pub toward_spare: u32,
    /// What a sitting closed on the next working day brings back.
    pub put_aside: Option<u32>,
}

/// What one day did, in the terms that a clerk would use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayEffect {
    Studied {
        earned_spare: bool,
    },
    StudiedOnDayOff(DayOff),
    /// Studied before the day that the last close had announced.
    StudiedAhead,
    /// A close also brought back what had been put aside.
    Restored {
        earned_spare: bool,
    },
    /// Everything planned was done, and there was nothing to study in it.
    NothingToStudy,
    DayOff(DayOff),
    /// The last close had announced a later day.
    NothingPlanned,
    SpareUsed,
    PutAside {
        length: u32,
    },
    /// A working day without study, with nothing to lose.
    Nothing,
    /// Today, before any study.
    Open,
}

/// One line of the explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayExplanation {
    pub day: Day,
    pub effect: DayEffect,
    /// As it stands after the day.
    pub streak: Streak,
}

/// The streak on `today`. Days after it, which a clock set back leaves behind, wait for their time.
pub fn streak(totals: &BTreeMap<Day, DayTotal>, calendar: &Calendar, today: Day) -> Streak {
    let mut fold = Fold::new(calendar, today);
    let mut next: Option<Day> = None;
    let known = totals.range(today.plus(-OLDEST_DAYS)..=today);
    for (day, total) in known.map(|(day, total)| (*day, Some(total))).chain([(today.plus(1), None)]) {
        // Once nothing is left to lose, days without study change nothing, however many they are.
        while let Some(between) = next.filter(|between| *between < day && fold.has_something_to_lose()) {
            fold.take(between, None);
            next = Some(between.plus(1));
        }
        if total.is_some() {
            fold.take(day, total);
        }
        next = Some(day.plus(1));
    }
    fold.streak
}

/// What each day did, from the first day with anything in it to `today`.
pub fn explain(totals: &BTreeMap<Day, DayTotal>, calendar: &Calendar, today: Day) -> Vec<DayExplanation> {
    let mut fold = Fold::new(calendar, today);
    let Some((&first, _)) = totals.range(today.plus(-OLDEST_DAYS)..=today).next() else { return Vec::new() };
    let days = (0..=today.days_since(first)).map(|days| first.plus(days));
    days.map(|day| DayExplanation { day, effect: fold.take(day, totals.get(&day)), streak: fold.streak }).collect()
}

struct Fold<'a> {
    calendar: &'a Calendar,
    today: Day,
    streak: Streak,
    /// What the last close said.
    announced: Option<Day>,
}

impl Fold<'_> {
    fn new(calendar: &Calendar, today: Day) -> Fold<'_> {
        Fold { calendar, today, streak: Streak::default(), announced: None }
    }

    fn has_something_to_lose(&self) -> bool {
        self.streak.length > 0 || self.streak.put_aside.is_some()
    }

    /// One more day. Days come in order; one that is left out did nothing.
    fn take(&mut self, day: Day, total: Option<&DayTotal>) -> DayEffect {
        let studied = total.is_some_and(DayTotal::has_study);
        let closed = total.is_some_and(|total| total.sessions > 0);
        let is_ahead = self.announced.is_some_and(|next| day < next);
        let effect = match (self.calendar.day_off(day), studied) {
            (Some(reason), true) => {
                self.streak.length += 1;
                DayEffect::StudiedOnDayOff(reason)
            }
            (Some(reason), false) => DayEffect::DayOff(reason),
            (None, true) if is_ahead => {
                self.streak.length += 1;
                DayEffect::StudiedAhead
            }
            (None, false) if is_ahead => DayEffect::NothingPlanned,
            (None, studied) => self.take_working_day(day, studied, closed),
        };
        self.announced = total.and_then(|total| total.next_day).or(self.announced);
        effect
    }

    fn take_working_day(&mut self, day: Day, studied: bool, closed: bool) -> DayEffect {
        let streak = &mut self.streak;
        let restored = if closed { streak.put_aside.take() } else { None };
        streak.length += restored.unwrap_or_default() + u32::from(studied);
        // Today can still be closed.
        if day != self.today {
            streak.put_aside = None;
        }
        let earned_spare = studied && earn(streak);
        match (restored, studied, closed) {
            (Some(_), ..) => DayEffect::Restored { earned_spare },
            (None, true, _) => DayEffect::Studied { earned_spare },
            (None, false, true) => DayEffect::NothingToStudy,
            (None, false, false) if day == self.today => DayEffect::Open,
            (None, false, false) => miss(streak),
        }
    }
}

fn earn(streak: &mut Streak) -> bool {
    streak.toward_spare += 1;
    if streak.toward_spare < STUDY_DAYS_FOR_A_SPARE {
        return false;
    }
    streak.toward_spare = 0;
    let earned = streak.spare < SPARE_DAYS_AT_MOST;
    streak.spare = (streak.spare + 1).min(SPARE_DAYS_AT_MOST);
    earned
}

fn miss(streak: &mut Streak) -> DayEffect {
    if streak.length == 0 {
        return DayEffect::Nothing;
    }
    if streak.spare > 0 {
        streak.spare -= 1;
        return DayEffect::SpareUsed;
    }
    let length = std::mem::take(&mut streak.length);
    streak.toward_spare = 0;
    streak.put_aside = Some(length);
    DayEffect::PutAside { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn studied(closed: bool) -> DayTotal {
        DayTotal { answers: 1, sessions: u32::from(closed), ..DayTotal::default() }
    }

    fn both(totals: &BTreeMap<Day, DayTotal>, today: Day) -> (Streak, Vec<DayExplanation>) {
        let calendar = Calendar::default();
        (streak(totals, &calendar, today), explain(totals, &calendar, today))
    }

    /// `.` nothing, `a` an answer, `c` an answer and a closed sitting; the first letter is Monday 2026-11-09.
    fn play(days: &str) -> (Streak, Vec<DayExplanation>) {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let totals = days
            .chars()
            .enumerate()
            .filter(|(_, mark)| *mark != '.')
            .map(|(index, mark)| (monday.plus(index as i32), studied(mark == 'c')))
            .collect();
        both(&totals, monday.plus(days.len() as i32 - 1))
    }

    #[test]
    fn a_week_earns_a_spare_day_and_the_weekend_does_nothing() {
        let (streak, days) = play("aaaaa..");
        assert_eq!((streak.length, streak.spare, streak.toward_spare), (5, 1, 0));
        assert_eq!(days[4].effect, DayEffect::Studied { earned_spare: true });
        assert_eq!(days[6].effect, DayEffect::DayOff(DayOff::Weekend));
    }

    #[test]
    fn a_third_spare_day_is_not_earned() {
        // The Monday of the third week is a national holiday.
        let (streak, days) = play("aaaaa..aaaaa...aaaa..a");
        assert_eq!((streak.length, streak.spare, streak.toward_spare), (15, 2, 0));
        assert_eq!(days[11].effect, DayEffect::Studied { earned_spare: true });
        assert_eq!(days[21].effect, DayEffect::Studied { earned_spare: false });
    }

    #[test]
    fn missed_working_day_uses_a_spare_day_first() {
        let (streak, days) = play("aaaaa...a");
        assert_eq!((streak.length, streak.spare), (6, 0));
        assert_eq!(days[7].effect, DayEffect::SpareUsed);
    }

    #[test]
    fn missed_working_day_without_a_spare_puts_the_length_aside_until_the_next_close() {
        let (streak, days) = play("aa.c");
        assert_eq!(days[2].effect, DayEffect::PutAside { length: 2 });
        assert_eq!(days[3].effect, DayEffect::Restored { earned_spare: false });
        assert_eq!((streak.length, streak.put_aside), (3, None));
    }

    #[test]
    fn an_answer_without_a_close_does_not_bring_it_back_but_today_is_not_over() {
        assert_eq!(play("aa.a").0, Streak { length: 1, spare: 0, toward_spare: 1, put_aside: Some(2) });
        assert_eq!(play("aa.aa").0.length, 2);
        assert_eq!(play("aa.ac").0.length, 2, "a close on the day after the next is too late");
    }

    #[test]
    fn today_is_open_not_missed() {
        let (streak, days) = play("aa.");
        assert_eq!((streak.length, days[2].effect), (2, DayEffect::Open));
    }

    #[test]
    fn study_on_a_day_off_adds_one() {
        assert_eq!(play("aaaaaa.").0.length, 6);
    }

    #[test]
    fn days_before_the_announced_day_are_nobodys_fault() {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let announcing = DayTotal { next_day: Some(monday.plus(3)), ..studied(true) };
        let totals = BTreeMap::from([(monday, announcing)]);
        let (streak, days) = both(&totals, monday.plus(4));
        assert_eq!(days[1].effect, DayEffect::NothingPlanned);
        assert_eq!(days[2].effect, DayEffect::NothingPlanned);
        assert_eq!(days[3].effect, DayEffect::PutAside { length: 1 });
        assert_eq!(days[4].effect, DayEffect::Open);
        assert_eq!(streak.length, 0);
    }

    #[test]
    fn study_before_the_announced_day_adds_one_and_earns_no_spare() {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let announcing = DayTotal { next_day: Some(monday.plus(4)), ..studied(true) };
        let totals = BTreeMap::from([(monday, announcing), (monday.plus(1), studied(false))]);
        let (streak, days) = both(&totals, monday.plus(1));
        assert_eq!(days[1].effect, DayEffect::StudiedAhead);
        assert_eq!((streak.length, streak.toward_spare), (2, 1));
    }

    #[test]
    fn a_close_without_anything_to_study_takes_nothing_and_brings_back_what_was_put_aside() {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let follow_up_only = DayTotal { sessions: 1, study_ms: 20_000, ..DayTotal::default() };
        let mut totals = BTreeMap::from([(monday, studied(true)), (monday.plus(1), follow_up_only)]);
        let (streak, days) = both(&totals, monday.plus(2));
        assert_eq!((streak.length, days[1].effect), (1, DayEffect::NothingToStudy));
        let total = totals.remove(&monday.plus(1)).unwrap();
        totals.insert(monday.plus(2), total);
        let (streak, days) = both(&totals, monday.plus(2));
        assert_eq!((streak.length, days[2].effect), (1, DayEffect::Restored { earned_spare: false }));
    }

    #[test]
    fn days_of_a_clock_that_was_wrong_take_no_time() {
        let monday = Day::from_iso("2026-11-09").unwrap();
        let strange = [i32::MIN, -4_400_000, 3_000_000, i32::MAX].map(|day| (Day(day), studied(true)));
        let mut totals = BTreeMap::from(strange);
        totals.insert(monday, studied(true));
        let (streak, days) = both(&totals, monday);
        assert_eq!((streak.length, days.len()), (1, 1));
    }
}
