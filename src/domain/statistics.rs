//! Pictures of progress as figures: one set, from which every screen, line and file is written. It counts what days,
//! questions and promises came to, judges nobody, and never looks at a clock.
//!
//! | figure | what it is |
//! |---|---|
//! | a day | its mark in 学習カレンダー, as [`crate::domain::streak`] explains it |
//! | recall | right answers among those that came [`crate::domain::recall::LONG_GAP_DAYS`] or more after the one before |
//! | weeks | measured minutes, idle time cut off |
//! | ahead | estimated minutes of review, spread over working days as sittings are |
//! | a skill | 理解: questions held of those met; 実践: lessons with a promise kept, of those begun |

mod outlook;
mod year;

use std::collections::BTreeMap;

use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::fold::DayTotal;
use crate::domain::lesson::Skill;

pub use outlook::Outlook;
pub use year::{DayMark, Month, StudyYear, YearDay, YearKind};

/// Weeks that are looked back on, this one with them.
pub const WEEKS_BACK: usize = 12;
/// Answers after a long gap are looked at for a year.
const RECALL_DAYS: i32 = 365;
/// With fewer of them a share says little: one answer more or less would move it by more than three points, and with
/// thirty a share of nine in ten is still uncertain by eleven.
pub const RECALL_ANSWERS_LEAST: u32 = 30;
const MS_OF_MINUTE: u64 = 60_000;

/// Every figure of progress.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    pub today: Day,
    pub year: StudyYear,
    /// Each day of the year, the first first.
    pub days: Vec<YearDay>,
    pub totals: YearTotals,
    pub recall: LongRecall,
    /// Estimated, from today on.
    pub ahead: Vec<WeekMinutes>,
    /// Measured, the earliest first; weeks begin on Monday.
    pub weeks: Vec<WeekMinutes>,
    pub skills: Vec<SkillFigures>,
    /// Questions that were missed and are held now.
    pub set_right: u32,
}

/// What a year came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearTotals {
    pub days_studied: u32,
    pub answers: u32,
    pub right: u32,
    pub minutes: u64,
}

/// Answers after a long gap, of the last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongRecall {
    pub answers: u32,
    pub right: u32,
    pub target_percent: u8,
}

/// Minutes of some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekMinutes {
    pub first: Day,
    pub last: Day,
    pub minutes: u64,
}

/// What was done in the lessons of one skill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SkillFigures {
    /// `None`: lessons that name no skill.
    pub skill: Option<Skill>,
    /// Lessons begun.
    pub lessons: u32,
    /// Questions met.
    pub questions: u32,
    /// 理解: those of them that are held.
    pub held: u32,
    /// 実践: lessons with a promise that was kept.
    pub tried: u32,
}

/// Answers after a long gap on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongGapDay {
    pub day: Day,
    pub answers: u32,
    pub right: u32,
}

/// What is known of one lesson that was begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonFigures {
    pub is_read: bool,
    pub questions: u32,
    pub held: u32,
    pub set_right: u32,
    pub is_tried: bool,
}

/// What statistics are made of.
pub struct Sources<'a> {
    pub today: Day,
    pub year: StudyYear,
    pub totals: &'a BTreeMap<Day, DayTotal>,
    pub calendar: &'a Calendar,
    /// At least those that [`LongRecall::days`] names.
    pub long_gaps: &'a [LongGapDay],
    pub outlook: Outlook<'a>,
    /// The first due days, as many as [`Outlook::questions_at_most`] asks for.
    pub due: &'a [Day],
    /// Lessons that were begun, with the skill that each belongs to.
    pub lessons: &'a [(Option<Skill>, LessonFigures)],
    pub target_percent: u8,
}

impl Statistics {
    pub fn of(sources: &Sources<'_>) -> Statistics {
        let Sources { today, year, totals, calendar, .. } = *sources;
        // A year that has not begun has no days at all.
        let end = year.last().min(today).max(year.first().plus(-1));
        let in_year = || totals.range(year.first()..end.plus(1)).map(|(_, total)| total);
        Statistics {
            today,
            year,
            days: year.days(totals, calendar, today),
            totals: YearTotals {
                days_studied: in_year().map(|total| u32::from(total.has_study())).sum(),
                answers: in_year().map(|total| total.answers).sum(),
                right: in_year().map(|total| total.right).sum(),
                minutes: minutes(in_year().map(|total| total.study_ms).sum()),
            },
            recall: LongRecall::of(sources.long_gaps, today, sources.target_percent),
            ahead: sources.outlook.weeks(sources.due),
            weeks: weeks_back(totals, today),
            skills: skills(sources.lessons),
            set_right: sources.lessons.iter().map(|(_, lesson)| lesson.set_right).sum(),
        }
    }

    /// The year of the other kind that belongs to it: the one with today in it, or the one that begins in the same year.
    pub fn other_kind(&self) -> StudyYear {
        let kind = match self.year.kind {
            YearKind::Fiscal => YearKind::Calendar,
            YearKind::Calendar => YearKind::Fiscal,
        };
        let is_current = self.year == StudyYear::of(self.today, self.year.kind);
        if is_current { StudyYear::of(self.today, kind) } else { StudyYear { kind, ..self.year } }
    }

    /// The weeks from the first with study in it; for a beginner, this one.
    pub fn weeks_since_begun(&self) -> &[WeekMinutes] {
        let begun = self.weeks.iter().position(|week| week.minutes > 0);
        &self.weeks[begun.unwrap_or(self.weeks.len().saturating_sub(1))..]
    }

    /// Each month of the year, the first first.
    pub fn months(&self) -> Vec<Month> {
        Month::of_days(&self.days)
    }
}

impl LongRecall {
    /// The days that are looked at.
    pub fn days(today: Day) -> (Day, Day) {
        (today.plus(1 - RECALL_DAYS), today)
    }

    fn of(days: &[LongGapDay], today: Day, target_percent: u8) -> LongRecall {
        let (from, to) = LongRecall::days(today);
        let within = || days.iter().filter(|gap| (from..=to).contains(&gap.day));
        LongRecall {
            answers: within().map(|gap| gap.answers).sum(),
            right: within().map(|gap| gap.right).sum(),
            target_percent,
        }
    }

    /// The share of right answers in whole percent, rounded down so that nobody is told they reached what they did not;
    /// `None` while there are too few.
    pub fn percent(&self) -> Option<u32> {
        (self.answers >= RECALL_ANSWERS_LEAST).then(|| {
            u32::try_from(u64::from(self.right) * 100 / u64::from(self.answers)).expect("a share is at most 100")
        })
    }
}

/// Begun minutes: a few seconds of study are not none.
fn minutes(ms: u64) -> u64 {
    ms.div_ceil(MS_OF_MINUTE)
}

fn weeks_back(totals: &BTreeMap<Day, DayTotal>, today: Day) -> Vec<WeekMinutes> {
    let monday = today.plus(-i32::from(today.weekday().to_monday_zero_offset()));
    let weeks = (0..WEEKS_BACK as i32).rev().map(|back| monday.plus(-7 * back));
    let week = |first: Day| {
        let last = first.plus(6);
        let ms = totals.range(first..=last.min(today)).map(|(_, total)| total.study_ms).sum();
        WeekMinutes { first, last, minutes: minutes(ms) }
    };
    weeks.map(week).collect()
}

/// The four skills in their order, also those not begun; then lessons that name none, when some were begun.
fn skills(lessons: &[(Option<Skill>, LessonFigures)]) -> Vec<SkillFigures> {
    const SKILLS: [Option<Skill>; 5] =
        [Some(Skill::Digital), Some(Skill::Data), Some(Skill::Transform), Some(Skill::Cocreate), None];

    let of_skill = |skill: Option<Skill>| {
        let mut figures = SkillFigures { skill, ..SkillFigures::default() };
        for (_, lesson) in lessons.iter().filter(|(of, _)| *of == skill) {
            figures.lessons += 1;
            figures.questions += lesson.questions;
            figures.held += lesson.held;
            figures.tried += u32::from(lesson.is_tried);
        }
        figures
    };
    SKILLS.map(of_skill).into_iter().filter(|figures| figures.skill.is_some() || figures.lessons > 0).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::too_few_for_a_share(29, 29, None)]
    #[case::enough(30, 27, Some(90))]
    #[case::just_below_the_target_is_below_it(1_000, 899, Some(89))]
    #[case::none_right(30, 0, Some(0))]
    fn a_share_is_told_from_thirty_answers_on_and_never_rounded_up(
        #[case] answers: u32,
        #[case] right: u32,
        #[case] percent: Option<u32>,
    ) {
        assert_eq!(LongRecall { answers, right, target_percent: 90 }.percent(), percent);
    }

    #[test]
    fn the_other_kind_of_year_is_the_one_with_today_in_it() {
        let calendar = Calendar::default();
        let totals = BTreeMap::new();
        let today = Day::from_iso("2027-02-01").unwrap();
        let statistics = |year| {
            Statistics::of(&Sources {
                today,
                year,
                totals: &totals,
                calendar: &calendar,
                long_gaps: &[],
                outlook: Outlook::new(&calendar, &totals, today, 3),
                due: &[],
                lessons: &[],
                target_percent: 90,
            })
        };
        let fiscal = StudyYear::of(today, YearKind::Fiscal);
        let calendar_year = statistics(fiscal).other_kind();
        assert_eq!((fiscal.number, calendar_year.number), (2026, 2027));
        assert_eq!(statistics(calendar_year).other_kind(), fiscal, "and back");
        assert_eq!(statistics(fiscal.plus(-1)).other_kind(), StudyYear { kind: YearKind::Calendar, number: 2025 });
    }
}
