//! 学習した日: a fold over days that forgives. It never looks at a clock; today is a parameter, and today is open,
//! not missed.
//!
//! The rules, in the order in which a day is judged:
//! 1. A day off, and a day before the `next_day` that the last close announced, does nothing when nothing was studied.
//! 2. Study on such a day adds one.
//! 3. Study on a working day adds one; each fifth earns a spare day, of which two can be held.
//! 4. A working day without study uses a spare day; without one, the length is put aside.
//! 5. A sitting closed on the next working day brings back what was put aside; after that it is gone.

use std::collections::BTreeMap;

use crate::domain::calendar::{Calendar, DayOff};
use crate::domain::day::Day;
use crate::domain::fold::DayTotal;

const SPARE_DAYS_AT_MOST: u32 = 2;
const STUDY_DAYS_FOR_A_SPARE: u32 = 5;

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
    StudiedOnDayOff,
    /// Study that also brought back what had been put aside.
    Restored {
        earned_spare: bool,
    },
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

/// The streak on `today`, and what each day from the first day of study did to it.
pub fn streak(totals: &BTreeMap<Day, DayTotal>, calendar: &Calendar, today: Day) -> (Streak, Vec<DayExplanation>) {
    let mut streak = Streak::default();
    let mut announced: Option<Day> = None;
    let mut explanations = Vec::new();
    let Some(&first) = totals.keys().next() else { return (streak, explanations) };
    let mut day = first;
    while day <= today {
        let total = totals.get(&day);
        let effect = judge(&mut streak, calendar, day, today, total, announced);
        explanations.push(DayExplanation { day, effect, streak });
        announced = total.and_then(|total| total.next_day).or(announced);
        day = day.plus(1);
    }
    (streak, explanations)
}

fn judge(
    streak: &mut Streak,
    calendar: &Calendar,
    day: Day,
    today: Day,
    total: Option<&DayTotal>,
    announced: Option<Day>,
) -> DayEffect {
    let studied = total.is_some_and(|total| total.answers > 0 || total.lessons > 0 || total.entries > 0);
    let closed = total.is_some_and(|total| total.sessions > 0);
    let day_off = calendar.day_off(day);
    let nothing_planned = announced.is_some_and(|next| day < next);
    if studied {
        if day_off.is_some() {
            streak.length += 1;
            return DayEffect::StudiedOnDayOff;
        }
        let restored = if closed { streak.put_aside.take() } else { None };
        streak.length += 1 + restored.unwrap_or(0);
        if day != today {
            streak.put_aside = None;
        }
        let earned_spare = earn(streak);
        return if restored.is_some() {
            DayEffect::Restored { earned_spare }
        } else {
            DayEffect::Studied { earned_spare }
        };
    }
    if let Some(reason) = day_off {
        return DayEffect::DayOff(reason);
    }
    if nothing_planned {
        return DayEffect::NothingPlanned;
    }
    if day == today {
        return DayEffect::Open;
    }
    streak.put_aside = None;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn studied(closed: bool) -> DayTotal {
        DayTotal { answers: 1, sessions: u32::from(closed), ..DayTotal::default() }
    }

    /// `.` nothing, `a` an answer, `c` an answer and a closed sitting; the first letter is Monday 2026-11-02.
    fn play(days: &str) -> (Streak, Vec<DayExplanation>) {
        let monday = Day::from_iso("2026-11-02").unwrap();
        let totals = days
            .chars()
            .enumerate()
            .filter(|(_, mark)| *mark != '.')
            .map(|(index, mark)| (monday.plus(index as i32), studied(mark == 'c')))
            .collect();
        streak(&totals, &Calendar::default(), monday.plus(days.len() as i32 - 1))
    }

    #[test]
    fn a_week_earns_a_spare_day_and_the_weekend_does_nothing() {
        let (streak, days) = play("aaaaa..");
        assert_eq!((streak.length, streak.spare, streak.toward_spare), (5, 1, 0));
        assert_eq!(days[4].effect, DayEffect::Studied { earned_spare: true });
        assert_eq!(days[6].effect, DayEffect::DayOff(DayOff::Weekend));
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
        let monday = Day::from_iso("2026-11-02").unwrap();
        let announcing = DayTotal { next_day: Some(monday.plus(3)), ..studied(true) };
        let totals = BTreeMap::from([(monday, announcing)]);
        let (streak, days) = streak(&totals, &Calendar::default(), monday.plus(4));
        assert_eq!(days[1].effect, DayEffect::NothingPlanned);
        assert_eq!(days[2].effect, DayEffect::NothingPlanned);
        assert_eq!(days[3].effect, DayEffect::PutAside { length: 1 });
        assert_eq!(days[4].effect, DayEffect::Open);
        assert_eq!(streak.length, 0);
    }
}
