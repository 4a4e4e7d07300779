//! What Home, the library and the progress screen say: read from the record and the library in one go.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::{
    CourseFacts, HomeFacts, LessonFacts, LibraryFacts, Message, PlanPreview, ProgressFacts, ResumeFacts, TrackFacts,
};
use crate::domain::catalogue::{Course, Title};
use crate::domain::day::Day;
use crate::domain::event::{Outcome, PlannedStep};
use crate::domain::fold::{DayTotal, HowDone};
use crate::domain::id::LessonId;
use crate::domain::plan::{ABSENCE_DAYS, Plan};
use crate::domain::streak::{DayExplanation, Streak, explain, streak};
use crate::engine::{Engine, KEY_TOLD_UNSET};
use crate::library::LessonLine;
use crate::store::StoreError;
use crate::text::SafeText;

impl Engine {
    pub(super) fn home(&mut self) -> Result<Vec<Message>, StoreError> {
        let tell_unset_values = self.tell_unset_values()?;
        self.learn_pace()?;
        let facts = self.library.together(|| self.store().together(|| self.home_facts(tell_unset_values)))?;
        Ok(vec![Message::HomeLoaded(Box::new(facts))])
    }

    fn home_facts(&self, tell_unset_values: bool) -> Result<HomeFacts, StoreError> {
        let today = self.today();
        let totals = self.all_day_totals()?;
        let streak = streak(&totals, &self.calendar, today);
        let last_day = totals.keys().next_back().copied();
        let is_return = last_day.is_some_and(|last| today.days_since(last) >= ABSENCE_DAYS);
        let resume = self.resumable()?.map(|session| {
            let left = &session.steps[session.next_step..];
            ResumeFacts {
                session: session.id,
                steps_left: left.iter().filter(|step| **step != PlannedStep::Close).count(),
                seconds_left: self.with_seconds(left).iter().map(|(_, seconds)| seconds).sum(),
            }
        });
        let minutes = self.minutes_today(self.settings.minutes);
        let preview = self.preview(&self.plan_now(minutes)?, minutes);
        let promise = self.store().promises_open()?.into_iter().next();
        Ok(HomeFacts {
            today,
            kind: self.calendar.kind(today),
            clock_is_behind: self.clock_is_behind,
            restore_day: self.calendar.working_day_from(today),
            streak,
            studied_today: totals.get(&today).is_some_and(DayTotal::has_study),
            is_return,
            resume,
            preview,
            next_due: self.next_due_day()?,
            promise: promise.map(|promise| (promise.sentence, self.calendar.working_day_from(promise.ask_day))),
            tell_unset_values,
            offers_entry: self.offers_entry()?,
            tracks: self.library.tracks().into_iter().map(|track| (track.id, track.title)).collect(),
        })
    }

    fn preview(&self, plan: &Plan, minutes: u32) -> PlanPreview {
        let lesson_titles = plan.steps.iter().filter_map(|(step, _)| match step {
            PlannedStep::Read { lesson } => self.library.card(lesson, self.settings.language).map(|card| card.title),
            _ => None,
        });
        PlanPreview {
            minutes,
            seconds: plan.seconds(),
            follow_up: plan.count(|step| matches!(step, PlannedStep::FollowUp { .. })) > 0,
            reviews: plan
                .count(|step| matches!(step, PlannedStep::Ask { phase: crate::domain::event::Phase::Review, .. })),
            lessons: lesson_titles.collect(),
        }
    }

    /// Once for a learner: lessons speak of a desk, and nobody has said which.
    fn tell_unset_values(&mut self) -> Result<bool, StoreError> {
        // Before the first run is over Home is not what is shown; after it, Home may be loaded more than once before
        // the first sitting, and says it each time.
        if self.is_first_run || !self.library.has_unset_values() {
            return Ok(false);
        }
        if !self.store().settings()?.contains_key(KEY_TOLD_UNSET) {
            let day = self.today().iso();
            self.change(KEY_TOLD_UNSET, day)?;
            self.tells_unset_values = true;
        }
        Ok(self.tells_unset_values)
    }

    pub(super) fn library_facts(&self) -> Result<LibraryFacts, StoreError> {
        let done: BTreeMap<LessonId, HowDone> =
            self.store().lessons_done()?.into_iter().map(|done| (done.lesson.clone(), done.how())).collect();
        let own = self.settings.track.as_ref();
        let language = self.settings.language;
        let tracks = self.library.tracks().into_iter().map(|track| TrackFacts {
            title: self.title(&track.title, track.id.as_str()),
            is_own: own == Some(&track.id),
            id: track.id,
            courses: track.courses,
        });
        let lines = self.library.lines(language);
        let courses = self.library.course_ids().into_iter().filter_map(|id| self.library.course(&id));
        Ok(LibraryFacts {
            tracks: tracks.collect(),
            courses: courses.map(|course| self.course_facts(&course, &lines, &done)).collect(),
        })
    }

    fn course_facts(
        &self,
        course: &Course,
        lines: &BTreeMap<LessonId, LessonLine>,
        done: &BTreeMap<LessonId, HowDone>,
    ) -> CourseFacts {
        let lessons = course.lessons.iter().filter_map(|id| Some((id, lines.get(id)?))).map(|(id, line)| LessonFacts {
            id: id.clone(),
            title: line.title.clone(),
            minutes: line.minutes,
            done: done.get(id).copied(),
            is_untranslated: line.language != self.settings.language,
        });
        let before = self.settings.track.as_ref().and_then(|track| course.after.get(track)).into_iter().flatten();
        let first = before
            .filter_map(|id| self.library.course(id))
            .filter(|course| !course.lessons.iter().all(|lesson| done.contains_key(lesson)));
        CourseFacts {
            id: course.id.clone(),
            code: course.code.clone(),
            title: self.title(&course.title, course.id.as_str()),
            lessons: lessons.collect(),
            first: first.map(|course| self.title(&course.title, course.id.as_str())).collect(),
        }
    }

    pub(super) fn title(&self, title: &Title, id: &str) -> SafeText {
        title.in_language(self.settings.language).cloned().unwrap_or_else(|| SafeText::new(id))
    }

    pub fn progress_facts(&self) -> Result<ProgressFacts, StoreError> {
        let today = self.today();
        let totals = self.all_day_totals()?;
        let streak = streak(&totals, &self.calendar, today);
        let monday = today.plus(-i32::from(today.weekday().to_monday_zero_offset()));
        let week_of = |index: i32| totals.get(&monday.plus(index));
        let done: BTreeSet<LessonId> = self.store().lessons_done()?.into_iter().map(|done| done.lesson).collect();
        let courses = self.library.courses_of_track(self.settings.track.as_ref()).into_iter();
        let courses = courses.filter_map(|id| self.library.course(&id)).map(|course| {
            let finished = course.lessons.iter().filter(|id| done.contains(*id)).count();
            (self.title(&course.title, course.id.as_str()), finished, course.lessons.len())
        });
        let promises = self.store().promises()?;
        let days = explain(&totals, &self.calendar, today);
        Ok(ProgressFacts {
            streak,
            kind: self.calendar.kind(today),
            last_days: days.into_iter().rev().take(LAST_DAYS).collect(),
            days_studied: count(totals.values().filter(|total| total.has_study()).count()),
            week: std::array::from_fn(|index| week_of(index as i32).is_some_and(DayTotal::has_study)),
            week_ms: (0..7).filter_map(week_of).map(|total| total.study_ms).sum(),
            answers: totals.values().map(|total| total.answers).sum(),
            right: totals.values().map(|total| total.right).sum(),
            courses: courses.collect(),
            promises_made: count(promises.len()),
            promises_kept: count(promises.iter().filter(|promise| promise.outcome == Some(Outcome::Kept)).count()),
        })
    }

    /// Every day from the first day of study, in the words of [`crate::domain::streak`].
    pub fn streak_days(&self) -> Result<(Streak, Vec<DayExplanation>), StoreError> {
        let (totals, today) = (self.all_day_totals()?, self.today());
        Ok((streak(&totals, &self.calendar, today), explain(&totals, &self.calendar, today)))
    }

    /// All day totals, for `status`.
    pub fn day_totals(&self) -> Result<Vec<(Day, DayTotal)>, StoreError> {
        Ok(self.all_day_totals()?.into_iter().collect())
    }
}

/// Days that the progress screen gives their reason.
const LAST_DAYS: usize = 7;

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
