//! Minutes of review in the next four weeks, estimated: what falls due is asked on working days, as many questions a day
//! as fit into its minutes, the rest on the days after it. So what waits is spread, and no backlog has a number. It is
//! an estimate: new lessons, and questions that come back within these weeks, are not in it.

use std::collections::BTreeMap;

use crate::domain::calendar::{Calendar, DayKind};
use crate::domain::day::Day;
use crate::domain::fold::DayTotal;
use crate::domain::statistics::{MS_OF_MINUTE, WeekMinutes, minutes};

const WEEKS: usize = 4;
const DAYS: usize = WEEKS * 7;
/// Answers of so many days tell the pace.
const PACE_DAYS: i32 = 84;
/// The first guess, as if so many answers had been measured: twenty seconds each.
const GUESSED_ANSWERS: u64 = 10;
const GUESSED_ANSWER_MS: u64 = 20_000;
/// Reading why it is so, which nobody measures.
const VERDICT_MS: u64 = 5_000;
/// A light day plans one minute.
const LIGHT_MINUTES: u32 = 1;

/// How much each of the next days has room for.
#[derive(Clone, Debug)]
pub struct Outlook<'a> {
    calendar: &'a Calendar,
    today: Day,
    /// Of a sitting.
    minutes: u32,
    question_ms: u64,
    answered_today: usize,
}

impl<'a> Outlook<'a> {
    pub fn new(calendar: &'a Calendar, totals: &BTreeMap<Day, DayTotal>, today: Day, minutes: u32) -> Outlook<'a> {
        let measured = || totals.range(today.plus(1 - PACE_DAYS)..=today).map(|(_, total)| total);
        let answers: u64 = measured().map(|total| u64::from(total.answers)).sum();
        let ms: u64 = measured().map(|total| total.answer_ms).sum();
        let answer_ms = (GUESSED_ANSWERS * GUESSED_ANSWER_MS + ms) / (GUESSED_ANSWERS + answers);
        let answered_today = totals.get(&today).map_or(0, |total| total.answers as usize);
        Outlook { calendar, today, minutes, question_ms: answer_ms + VERDICT_MS, answered_today }
    }

    /// The last day that is looked at.
    pub fn last_day(&self) -> Day {
        self.today.plus(DAYS as i32 - 1)
    }

    /// More questions than this do not fit into these weeks.
    pub fn questions_at_most(&self) -> usize {
        (0..DAYS).map(|day| self.room(day)).sum()
    }

    /// Questions that a day has room for; `day` counts from today.
    fn room(&self, day: usize) -> usize {
        let minutes = match self.calendar.kind(self.today.plus(day as i32)) {
            DayKind::Off(_) => return 0,
            DayKind::Light => self.minutes.min(LIGHT_MINUTES),
            DayKind::Working => self.minutes,
        };
        let fitting = (u64::from(minutes) * MS_OF_MINUTE / self.question_ms).max(1);
        let fitting = usize::try_from(fitting).unwrap_or(usize::MAX);
        if day == 0 { fitting.saturating_sub(self.answered_today) } else { fitting }
    }

    /// Four times seven days from today, from the days on which questions fall due, the earliest first.
    pub(super) fn weeks(&self, due: &[Day]) -> Vec<WeekMinutes> {
        let mut waiting = due;
        let mut questions = [0_u64; WEEKS];
        for day in 0..DAYS {
            let fallen = waiting.partition_point(|due| *due <= self.today.plus(day as i32));
            let asked = fallen.min(self.room(day));
            waiting = &waiting[asked..];
            questions[day / 7] += asked as u64;
        }
        let week = |(place, questions): (usize, u64)| {
            let first = self.today.plus(place as i32 * 7);
            WeekMinutes { first, last: first.plus(6), minutes: minutes(questions * self.question_ms) }
        };
        questions.into_iter().enumerate().map(week).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Friday; Monday the 23rd is a national holiday.
    fn friday() -> Day {
        Day::from_iso("2026-11-20").unwrap()
    }

    fn minutes_of(due: &[Day], minutes: u32) -> Vec<u64> {
        let calendar = Calendar::default();
        let totals = BTreeMap::new();
        let outlook = Outlook::new(&calendar, &totals, friday(), minutes);
        let known = &due[..due.len().min(outlook.questions_at_most())];
        outlook.weeks(known).iter().map(|week| week.minutes).collect()
    }

    #[test]
    fn what_waits_is_spread_over_working_days_and_never_heaped_on_one() {
        // Three minutes hold seven questions of 25 s: Friday, then Tuesday to Thursday of the week with the holiday.
        let long_ago = vec![friday().plus(-90); 1_000];
        assert_eq!(minutes_of(&long_ago, 3), [12, 15, 15, 15]);
    }

    #[test]
    fn a_question_due_on_a_holiday_is_asked_on_the_working_day_after_it() {
        let monday = friday().plus(3);
        assert_eq!(minutes_of(&[monday], 3), [1, 0, 0, 0]);
        let sunday_week = friday().plus(9);
        assert_eq!(minutes_of(&[sunday_week], 3), [0, 1, 0, 0]);
    }
}
