//! Twenty thousand random careers: whatever somebody does, the program and the oracle say the same of every day.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use proptest::prelude::*;
use sukima::domain::calendar::{Calendar, OfficeDayKind, OfficeDays};
use sukima::domain::day::Day;
use sukima::domain::fold::DayTotal;
use sukima::domain::streak::{DayEffect, Streak, explain, streak};
use sukima::domain::work_pattern::WorkPattern;

use crate::streak::oracle::{Career, Deed, State};

/// Weeks of everybody's life in which much is different: Golden Week, Silver Week, New Year, the first substitute
/// holidays, the long week of 2019, and any other time.
const FIRST_DAYS: [&str; 6] = ["2027-04-12", "2026-09-07", "2026-12-14", "1973-04-16", "2019-04-15", "2026-11-02"];

fn deed() -> impl Strategy<Value = Deed> {
    let studied = (any::<bool>(), prop::option::weighted(0.3, 1..9_i32)).prop_map(|(closed, announces)| Deed {
        answered: true,
        closed,
        announces: announces.filter(|_| closed),
    });
    prop_oneof![
        6 => studied,
        3 => Just(Deed::default()),
        1 => Just(Deed { answered: false, closed: true, announces: None }),
    ]
}

fn career() -> impl Strategy<Value = Career> {
    let first = prop::sample::select(FIRST_DAYS.to_vec()).prop_map(|iso| Day::from_iso(iso).unwrap().0);
    let usual = [true, true, true, true, true, false, false];
    let works = prop_oneof![
        3 => Just(usual),
        1 => any::<[bool; 7]>().prop_filter("somebody works on some weekday", |works| works.contains(&true)),
    ];
    (first, prop::collection::vec(deed(), 1..48), works).prop_flat_map(|(first, deeds, works)| {
        let days = first - 3..first + 50;
        let leave = prop::collection::vec((days.clone(), 0..9_i32), 0..3);
        (Just((first, deeds, works)), leave, prop::collection::vec(days, 0..3)).prop_map(
            |((first, deeds, works), leave, closed)| {
                let leave = leave.into_iter().map(|(from, more)| (from, from + more)).collect();
                Career { first, deeds, leave, closed, works }
            },
        )
    })
}

/// The same career as the program knows it.
fn known(career: &Career) -> (BTreeMap<Day, DayTotal>, Calendar) {
    let total = |day: i32, deed: &Deed| DayTotal {
        answers: u32::from(deed.answered),
        sessions: u32::from(deed.closed),
        next_day: deed.announces.map(|days| Day(day + days)),
        ..DayTotal::default()
    };
    let days = (career.first..).zip(&career.deeds).filter(|(_, deed)| **deed != Deed::default());
    let totals = days.map(|(day, deed)| (Day(day), total(day, deed))).collect();
    let mut calendar = Calendar::default();
    let weekdays: Vec<Weekday> = (0..7_i8)
        .zip(career.works)
        .filter(|(_, works)| *works)
        .map(|(place, _)| Weekday::from_monday_zero_offset(place).unwrap())
        .collect();
    calendar.set_pattern(Day(career.first), WorkPattern::new(&weekdays).unwrap());
    for (from, to) in &career.leave {
        calendar.declare_leave(Day(*from), Day(*to));
    }
    let closed = |day: &i32| OfficeDays { kind: OfficeDayKind::Closed, from: Day(*day), to: Day(*day) };
    calendar.see_office(Day(career.first), &career.closed.iter().map(closed).collect::<Vec<_>>());
    (totals, calendar)
}

fn state(streak: Streak) -> State {
    (streak.length, streak.spare, streak.toward_spare, streak.put_aside)
}

fn word(effect: DayEffect) -> &'static str {
    match effect {
        DayEffect::Studied { .. } => "studied",
        DayEffect::StudiedOnDayOff(_) | DayEffect::StudiedAhead => "more",
        DayEffect::Restored { .. } => "restored",
        DayEffect::NothingToStudy => "nothing to study",
        DayEffect::DayOff(_) | DayEffect::NothingPlanned => "neutral",
        DayEffect::SpareUsed | DayEffect::PutAside { .. } | DayEffect::Nothing => "missed",
        DayEffect::Open => "open",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn every_career_is_told_as_the_oracle_tells_it(career in career(), ahead in 0..60_i32) {
        let (totals, calendar) = known(&career);
        // Somewhere in the middle, with days after it that a clock set back left behind, and some time later.
        let length = i32::try_from(career.deeds.len()).unwrap();
        for today in [career.first + ahead % length, career.first + length - 1] {
            let (expected, words) = career.on(today);
            let told = explain(&totals, &calendar, Day(today));
            prop_assert_eq!(state(streak(&totals, &calendar, Day(today))), expected, "on {}", Day(today).iso());
            prop_assert_eq!(told.last().map(|last| state(last.streak)).unwrap_or_default(), expected);
            let told: BTreeMap<i32, &str> = told.iter().map(|day| (day.day.0, word(day.effect))).collect();
            prop_assert_eq!(told, words);
        }
        // Long after the last day: what is told at once equals what is told day by day.
        let later = Day(career.first + length + ahead);
        let day_by_day = explain(&totals, &calendar, later);
        prop_assert_eq!(streak(&totals, &calendar, later), day_by_day.last().map(|last| last.streak).unwrap_or_default());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_holds_more_than_there_is(career in career()) {
        let (totals, calendar) = known(&career);
        let today = Day(career.first + 60);
        let mut before = Streak::default();
        for day in explain(&totals, &calendar, today) {
            let after = day.streak;
            prop_assert!(after.spare <= 2 && after.toward_spare < 5, "{day:?}");
            let is_working = calendar.is_working_day(day.day);
            // A day off never takes anything, and only a missed working day puts anything aside.
            prop_assert!(is_working || after.length >= before.length && after.spare == before.spare, "{day:?}");
            if after.length < before.length {
                prop_assert_eq!(day.effect, DayEffect::PutAside { length: before.length });
                prop_assert_eq!((before.spare, after.length, after.put_aside), (0, 0, Some(before.length)));
            }
            before = after;
        }
    }
}
