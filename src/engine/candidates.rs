//! From the library and the record to what a sitting may be made of. Reads both, decides nothing: `domain::plan` does.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::calendar::Calendar;
use crate::domain::card::{LessonCard, QuestionCard};
use crate::domain::day::Day;
use crate::domain::id::{CourseId, LessonId, QuestionRef, TrackId};
use crate::domain::language::Language;
use crate::domain::pace::Pace;
use crate::domain::plan::{Candidates, LessonCandidate, QuestionCandidate, REVIEWS_ONLY_FROM};
use crate::library::Index;
use crate::store::{Store, StoreError};

/// At most this many questions and lessons are looked at for one sitting.
const CANDIDATES_AT_MOST: usize = 512;
/// Due questions that a sitting may choose from; ten minutes hold fewer.
const DUE_AT_MOST: usize = 64;
/// Questions of the next days that are looked at when today's do not fill the minutes.
const EARLY_AT_MOST: usize = 64;
const EARLY_RECALL: f32 = 0.985;
/// A yearly check may come before its year is over once so much is forgotten.
const YEARLY_RECALL: f32 = 0.95;
/// Lessons read last, whose questions may still wait.
const READ_LESSONS_AT_MOST: u32 = 64;
/// New lessons that a sitting may choose from; ten minutes hold fewer.
const LESSONS_AT_MOST: usize = 12;
/// Beyond the minutes of a sitting; a plan runs over them by less.
const MORE_THAN_ENOUGH_SECONDS: f64 = 60.0;

/// What candidates are gathered for.
pub struct Gathering<'a> {
    pub store: &'a Store,
    pub library: &'a Index,
    pub track: Option<&'a TrackId>,
    /// New lessons that come before the others.
    pub first: &'a [LessonId],
    pub language: Language,
    pub pace: Pace,
    pub calendar: &'a Calendar,
    pub today: Day,
    /// How long the sitting is.
    pub minutes: u32,
    /// Takes courses that turn out to have nothing new, so that they can be noted when nobody waits.
    pub found_finished: &'a FoundFinished,
    /// Those that were read for it.
    pub cards: Cards,
}

/// Cards by their lessons; a lesson that is gone has none.
pub type Cards = RefCell<BTreeMap<LessonId, Option<Rc<LessonCard>>>>;

/// Courses with every lesson done that are not noted yet.
pub type FoundFinished = RefCell<BTreeSet<CourseId>>;

impl Gathering<'_> {
    pub fn candidates(&self) -> Result<Candidates, StoreError> {
        self.library.together(|| self.store.together(|| self.gathered()))
    }

    fn gathered(&self) -> Result<Candidates, StoreError> {
        let due = self.due()?;
        // With enough to review nothing new is looked for, and a long record costs no more than a short one.
        let has_room = due.len() < REVIEWS_ONLY_FROM;
        let due_seconds: f64 = due.iter().map(|question| question.seconds).sum();
        let has_minutes = has_room || due_seconds < f64::from(self.minutes) * 60.0;
        let promises = self.store.promises_open()?;
        let follow_up = promises
            .iter()
            .filter(|promise| self.calendar.working_day_from(promise.ask_day) <= self.today)
            .filter(|promise| promise.asked_day != Some(self.today))
            .min_by_key(|promise| (promise.ask_day, promise.id));
        Ok(Candidates {
            follow_up: follow_up.map(|promise| promise.id),
            promise_is_open: promises.iter().any(|promise| Some(promise.id) != follow_up.map(|asked| asked.id)),
            days_away: self.days_away()?,
            due,
            unasked: if has_minutes { self.unasked()? } else { Vec::new() },
            early: if has_minutes { self.early()? } else { Vec::new() },
            lessons: if has_room { self.lessons()? } else { Vec::new() },
            pace: self.pace,
        })
    }

    /// Due questions, those with most at stake first, and before them those whose meaning changed since they were answered.
    fn due(&self) -> Result<Vec<QuestionCandidate>, StoreError> {
        let mut due = Vec::new();
        for (lesson, question, revision) in self.library.revised() {
            let reference = QuestionRef { lesson, question };
            let memory = self.store.memory(&reference)?;
            if memory.is_some_and(|memory| memory.revision < revision) {
                due.extend(self.known(&reference, f32::MAX));
            }
        }
        let scheduling = self.store.scheduling()?;
        let mut waiting: Vec<(QuestionRef, f32)> = self
            .store
            .due(self.today, CANDIDATES_AT_MOST)?
            .into_iter()
            .map(|(reference, memory)| (reference, memory.at_stake_on(self.today, &scheduling)))
            .filter(|(reference, _)| !due.iter().any(|revised| revised.reference == *reference))
            .collect();
        waiting.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        for (reference, at_stake) in waiting {
            if due.len() >= DUE_AT_MOST {
                break;
            }
            due.extend(self.known(&reference, at_stake));
        }
        Ok(due)
    }

    /// Questions of the next days that are worth asking today: not just answered, and not known so well that asking
    /// would teach nothing.
    fn early(&self) -> Result<Vec<QuestionCandidate>, StoreError> {
        let scheduling = self.store.scheduling()?;
        let coming = self.store.due_after(self.today, EARLY_AT_MOST)?.into_iter();
        let coming = coming.filter(|(_, memory)| {
            let recall = memory.recall_on(self.today, &scheduling);
            memory.last_day < self.today && recall <= if memory.is_retired { YEARLY_RECALL } else { EARLY_RECALL }
        });
        let coming = coming.map(|(reference, memory)| (reference, memory.at_stake_on(self.today, &scheduling)));
        Ok(coming.filter_map(|(reference, at_stake)| self.known(&reference, at_stake)).collect())
    }

    /// Questions of read lessons that were never asked.
    fn unasked(&self) -> Result<Vec<QuestionCandidate>, StoreError> {
        let mut unasked = Vec::new();
        // The last one first. Those of long ago are not looked at: there is no new text while questions of earlier
        // texts wait, so these were asked.
        for done in self.store.lessons_read_last(READ_LESSONS_AT_MOST)? {
            let mut waiting = self.library.askable(&done.lesson, self.language);
            if !waiting.is_empty() {
                let answered = self.store.answered_of_lesson(&done.lesson)?;
                waiting.retain(|question| !answered.contains(question));
            }
            // Most have none, and their cards need not be read.
            let Some(card) = (!waiting.is_empty()).then(|| self.card(&done.lesson)).flatten() else { continue };
            let waiting = card.questions.iter().filter(|question| waiting.contains(&question.id));
            let room = CANDIDATES_AT_MOST - unasked.len();
            unasked.extend(waiting.take(room).map(|question| self.question(&card, question, 0.0)));
        }
        Ok(unasked)
    }

    fn lessons(&self) -> Result<Vec<LessonCandidate>, StoreError> {
        let mut lessons: Vec<LessonCandidate> = Vec::new();
        // What comes after the first lesson that does not fit is never chosen.
        let room_seconds = f64::from(self.minutes) * 60.0 + MORE_THAN_ENOUGH_SECONDS;
        let mut filled_seconds = 0.0;
        for id in self.first {
            if let Some(card) = self.new_lesson(id)? {
                lessons.push(self.lesson(&card));
            }
        }
        self.each_new_lesson(|card| {
            if !self.first.contains(&card.id) {
                let lesson = self.lesson(&card);
                filled_seconds += lesson.reading_seconds;
                lessons.push(lesson);
            }
            lessons.len() < LESSONS_AT_MOST && filled_seconds <= room_seconds
        })?;
        Ok(lessons)
    }

    /// New lessons in the order of the track, at most so many.
    pub fn open_lessons(&self, limit: usize) -> Result<Vec<LessonId>, StoreError> {
        let mut lessons = Vec::new();
        self.each_new_lesson(|card| {
            lessons.push(card.id);
            lessons.len() < limit
        })?;
        Ok(lessons)
    }

    /// Hands over new lessons in the order of the track, as long as more are wanted.
    fn each_new_lesson(&self, mut wants_more: impl FnMut(LessonCard) -> bool) -> Result<(), StoreError> {
        // So that a long road behind costs nothing, however many lessons it had.
        let finished = self.store.finished_courses()?;
        for (id, mark) in self.library.marked_courses(self.track) {
            if finished.contains(&mark) {
                continue;
            }
            let Some(course) = self.library.course(&id) else { continue };
            let first = self.track.and_then(|track| course.after.get(track)).map(Vec::as_slice).unwrap_or_default();
            if !self.are_finished(first)? {
                continue;
            }
            let mut is_finished = true;
            for id in &course.lessons {
                if self.store.is_lesson_done(id)? {
                    continue;
                }
                is_finished = false;
                if let Some(card) = self.readable(id)
                    && !wants_more(card)
                {
                    return Ok(());
                }
            }
            if is_finished {
                self.found_finished.borrow_mut().insert(id);
            }
        }
        Ok(())
    }

    fn new_lesson(&self, id: &LessonId) -> Result<Option<LessonCard>, StoreError> {
        Ok(if self.store.is_lesson_done(id)? { None } else { self.readable(id) })
    }

    /// A text without front matter can be read from the list; a sitting is made of lessons.
    fn readable(&self, id: &LessonId) -> Option<LessonCard> {
        self.library.card(id, self.language).filter(|card| card.has_front_matter)
    }

    fn are_finished(&self, courses: &[CourseId]) -> Result<bool, StoreError> {
        for course in courses.iter().filter_map(|id| self.library.course(id)) {
            for lesson in &course.lessons {
                if !self.store.is_lesson_done(lesson)? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// A lesson with its questions, as a sitting sees it.
    pub fn lesson(&self, card: &LessonCard) -> LessonCandidate {
        LessonCandidate {
            lesson: card.id.clone(),
            reading_seconds: self.pace.lesson_seconds(card),
            questions: card
                .questions
                .iter()
                .filter(|question| question.can_be_asked)
                .map(|question| self.question(card, question, 0.0))
                .collect(),
            has_try_this: card.has_try_this,
        }
    }

    fn known(&self, reference: &QuestionRef, at_stake: f32) -> Option<QuestionCandidate> {
        let card = self.card(&reference.lesson)?;
        let question = card.question(&reference.question).filter(|question| question.can_be_asked)?;
        Some(self.question(&card, question, at_stake))
    }

    /// Questions of one lesson often come together, and their card is read once.
    fn card(&self, id: &LessonId) -> Option<Rc<LessonCard>> {
        let mut cards = self.cards.borrow_mut();
        if let Some(card) = cards.get(id) {
            return card.clone();
        }
        let card = self.library.card(id, self.language).map(Rc::new);
        cards.insert(id.clone(), card.clone());
        card
    }

    fn question(&self, card: &LessonCard, question: &QuestionCard, at_stake: f32) -> QuestionCandidate {
        QuestionCandidate {
            reference: QuestionRef { lesson: card.id.clone(), question: question.id.clone() },
            seconds: self.pace.question_seconds(&question.effort, card.language),
            at_stake,
            shown: question.shown,
            point: question.point.clone(),
            confusables: question.confusables.clone(),
        }
    }

    fn days_away(&self) -> Result<Option<i32>, StoreError> {
        Ok(self.store.last_day(self.today)?.map(|day| self.today.days_since(day)))
    }
}
