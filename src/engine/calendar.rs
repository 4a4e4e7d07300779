//! The learner's calendar and its facts: what the office's file says is kept as it is seen, leave and weekdays as they
//! are told. It decides nothing about a day: `domain::calendar` does.

use crate::app::Storage;
use crate::domain::calendar::{Calendar, DayKind, OfficeDayKind, OfficeDays};
use crate::domain::day::Day;
use crate::domain::event::{DayOffDeclared, DayOffWithdrawn, Fact, OfficeDaysSeen, WorkPatternSet};
use crate::domain::office::Office;
use crate::domain::work_pattern::WorkPattern;
use crate::engine::Engine;
use crate::store::StoreError;

/// What a light day plans.
const LIGHT_MINUTES: u32 = 1;
/// Two machines' clocks may differ by so much without anybody noticing.
const CLOCK_SLACK_MS: i64 = 10 * 60 * 1000;

impl Engine {
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Reads the calendar, and keeps what the office's file says now, when that is news.
    pub(super) fn read_calendar(&mut self) -> Result<(), StoreError> {
        self.calendar = self.store().calendar()?;
        self.settings.workdays = self.calendar.pattern_on(self.today());
        let days = days_of(&self.office);
        // An office without a file says nothing about days: another machine may know more.
        if !self.office.was_found || days == self.calendar.office() {
            return Ok(());
        }
        let today = self.today();
        if self.office.days_are_broken {
            // What can be read counts for this run. Nothing is taken out because of a slip, and nothing kept of it.
            let known = self.calendar.office().to_vec();
            self.calendar.see_office(today, &[known, days].concat());
        } else if self.storage() == Storage::Kept {
            self.append(vec![(None, Fact::OfficeDaysSeen(OfficeDaysSeen { days }))])?;
            self.calendar = self.store().calendar()?;
        } else {
            // A record that cannot be kept learns it for this run only.
            self.calendar.see_office(today, &days);
        }
        Ok(())
    }

    /// Leave, both days included.
    pub fn declare_leave(&mut self, from: Day, to: Day) -> Result<(), StoreError> {
        self.keep(Fact::DayOffDeclared(DayOffDeclared { from, to }))
    }

    /// Takes leave back, both days included.
    pub fn withdraw_leave(&mut self, from: Day, to: Day) -> Result<(), StoreError> {
        self.keep(Fact::DayOffWithdrawn(DayOffWithdrawn { from, to }))
    }

    /// The weekdays worked from a day on.
    pub fn set_work_pattern(&mut self, from: Day, weekdays: WorkPattern) -> Result<(), StoreError> {
        self.keep(Fact::WorkPatternSet(WorkPatternSet { from, weekdays }))
    }

    fn keep(&mut self, fact: Fact) -> Result<(), StoreError> {
        self.append(vec![(None, fact)])?;
        self.read_calendar()
    }

    /// Minutes asked for by hand stand above a light day.
    pub fn ask_for_minutes(&mut self, minutes: u32) {
        self.settings.minutes = minutes;
        self.minutes_were_asked_for = true;
    }

    /// What a sitting of so many minutes gets today.
    pub(super) fn minutes_today(&self, minutes: u32) -> u32 {
        let is_light = self.calendar.kind(self.today()) == DayKind::Light;
        if is_light && !self.minutes_were_asked_for { minutes.min(LIGHT_MINUTES) } else { minutes }
    }

    /// The day of the newest fact, when this machine's clock stands before it.
    pub(super) fn newest_day_ahead(&self) -> Result<Option<Day>, StoreError> {
        let newest = self.store().newest_moment()?;
        Ok(newest.filter(|(utc_ms, _)| *utc_ms > self.now_ms() + CLOCK_SLACK_MS).map(|(_, day)| day))
    }

    /// The day of the newest fact, when the clock stood before it as the program started.
    pub fn clock_is_behind(&self) -> Option<Day> {
        self.clock_is_behind
    }
}

/// The office's list, always in the same order.
fn days_of(office: &Office) -> Vec<OfficeDays> {
    let closed = office.closed_days.iter().map(|&day| OfficeDays { kind: OfficeDayKind::Closed, from: day, to: day });
    let light = office.busy.iter().map(|&(from, to)| OfficeDays { kind: OfficeDayKind::Light, from, to });
    let mut days: Vec<OfficeDays> = closed.chain(light).collect();
    days.sort_unstable();
    days.dedup();
    days
}
