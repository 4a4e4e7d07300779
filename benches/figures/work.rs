//! The pieces of work, as the program does them: the same methods of the record, the same folds.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sukima::domain::calendar::Calendar;
use sukima::domain::day::Day;
use sukima::domain::fold::DayTotal;
use sukima::domain::id::DeviceId;
use sukima::domain::statistics::{LongRecall, Outlook, Sources, Statistics, StudyYear, YearKind};
use sukima::domain::streak::streak;
use sukima::store::{NewIds, Store};

/// As many due questions as a sitting looks at.
pub const DUE_AT_MOST: usize = 512;
const MINUTES: u32 = 3;

/// A record that is open.
pub struct Learner {
    pub answers: usize,
    pub file: PathBuf,
    pub today: Day,
    store: Store,
    calendar: Calendar,
}

pub type Job = fn(&Learner) -> usize;

/// Every job with its name. Each gives what it made, so that nothing of it is left out.
pub const JOBS: [(&str, Job); 3] = [
    ("due queue", |learner| learner.store.due(learner.today, DUE_AT_MOST).expect(READABLE).len()),
    ("streak", |learner| streak(&learner.totals(), &learner.calendar, learner.today).length as usize + 1),
    ("statistics", |learner| learner.statistics().days.len()),
];

const READABLE: &str = "the record was made a moment ago";

impl Learner {
    pub fn open(answers: usize, file: PathBuf, now: &str) -> Learner {
        let ids = NewIds { learner: [0; 16], device: DeviceId([0; 16]) };
        let store = Store::open(&file, ids).expect(READABLE);
        let calendar = store.calendar().expect(READABLE);
        let today = Day::from_iso(&now[..10]).expect("a moment begins with its day");
        Learner { answers, file, today, store, calendar }
    }

    /// The floor.
    pub fn day_table(&self) -> usize {
        self.store.day_totals(Day(i32::MIN), Day(i32::MAX)).expect(READABLE).len()
    }

    fn totals(&self) -> BTreeMap<Day, DayTotal> {
        self.store.day_totals(Day(i32::MIN), Day(i32::MAX)).expect(READABLE).into_iter().collect()
    }

    /// More questions than this are not asked for.
    pub fn due_at_most(&self) -> usize {
        Outlook::new(&self.calendar, &self.totals(), self.today, MINUTES).questions_at_most()
    }

    fn statistics(&self) -> Statistics {
        let statistics = self.store.together(|| {
            let totals = self.totals();
            let (from, to) = LongRecall::days(self.today);
            let outlook = Outlook::new(&self.calendar, &totals, self.today, MINUTES);
            let due = self.store.due_days(outlook.last_day(), outlook.questions_at_most())?;
            let lessons: Vec<_> = self.store.lesson_figures()?.into_values().map(|figures| (None, figures)).collect();
            Ok(Statistics::of(&Sources {
                today: self.today,
                year: StudyYear::of(self.today, YearKind::Fiscal),
                totals: &totals,
                calendar: &self.calendar,
                long_gaps: &self.store.long_gaps(from, to)?,
                outlook,
                due: &due,
                lessons: &lessons,
                target_percent: 90,
            }))
        });
        statistics.expect(READABLE)
    }
}
