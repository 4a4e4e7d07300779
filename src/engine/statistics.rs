//! Pictures of progress: the record, the calendar and the library asked once, and one set of figures made of the
//! answers. It counts nothing itself.

use crate::app::Message;
use crate::domain::id::LessonId;
use crate::domain::statistics::{LongRecall, Outlook, Sources, Statistics, StudyYear, YearKind};
use crate::engine::Engine;
use crate::store::StoreError;

impl Engine {
    /// For the screen; of the fiscal year with today in it when none is named.
    pub(super) fn statistics_of(&self, year: Option<StudyYear>) -> Result<Vec<Message>, StoreError> {
        let year = year.unwrap_or_else(|| StudyYear::of(self.today(), YearKind::Fiscal));
        Ok(vec![Message::StatisticsLoaded(Box::new(self.statistics(year)?))])
    }

    /// Every figure of progress, with the days of this year.
    pub fn statistics(&self, year: StudyYear) -> Result<Statistics, StoreError> {
        self.library.together(|| self.store().together(|| self.gather_statistics(year)))
    }

    fn gather_statistics(&self, year: StudyYear) -> Result<Statistics, StoreError> {
        let today = self.today();
        let totals = self.all_day_totals()?;
        let (from, to) = LongRecall::days(today);
        let outlook = Outlook::new(&self.calendar, &totals, today, self.settings.minutes);
        let due = self.store().due_days(outlook.last_day(), outlook.questions_at_most())?;
        let (begun, figures): (Vec<LessonId>, Vec<_>) = self.store().lesson_figures()?.into_iter().unzip();
        let lessons: Vec<_> = self.library.skills(&begun).into_iter().zip(figures).collect();
        Ok(Statistics::of(&Sources {
            today,
            year,
            totals: &totals,
            calendar: &self.calendar,
            long_gaps: &self.store().long_gaps(from, to)?,
            outlook,
            due: &due,
            lessons: &lessons,
            target_percent: self.store().scheduling()?.retention.percent(),
        }))
    }
}
