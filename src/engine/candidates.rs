//! From the library and the record to what a sitting may be made of. Reads both, decides nothing: `domain::plan` does.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::Library;
use crate::domain::day::Day;
use crate::domain::id::{LessonId, QuestionRef, TrackId};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::domain::memory::MemoryState;
use crate::domain::pace::Pace;
use crate::domain::plan::{Candidates, LessonCandidate, QuestionCandidate, Shuffling};
use crate::domain::question::{Answer, Question, QuestionType};
use crate::store::{Store, StoreError};

/// At most this many questions and lessons are looked at for one sitting.
const CANDIDATES_AT_MOST: usize = 512;
/// New lessons that a sitting may choose from; ten minutes hold fewer.
const LESSONS_AT_MOST: usize = 12;
/// How far back the last day of study is looked for.
const DAYS_LOOKED_BACK: i32 = 3660;

/// What candidates are gathered for.
pub struct Gathering<'a> {
    pub store: &'a Store,
    pub library: &'a Library,
    pub track: Option<&'a TrackId>,
    pub language: Language,
    pub pace: &'a Pace,
    pub today: Day,
}

impl Gathering<'_> {
    pub fn candidates(&self) -> Result<Candidates, StoreError> {
        let done: BTreeSet<LessonId> = self.store.lessons_done()?.into_iter().map(|done| done.lesson).collect();
        let (due, unasked) = self.questions(&done)?;
        let promises = self.store.promises_open()?;
        let follow_up = promises
            .iter()
            .filter(|promise| promise.ask_day <= self.today && promise.asked_day != Some(self.today))
            .min_by_key(|promise| (promise.ask_day, promise.id));
        Ok(Candidates {
            follow_up: follow_up.map(|promise| promise.id),
            promise_is_open: promises.iter().any(|promise| Some(promise.id) != follow_up.map(|asked| asked.id)),
            days_away: self.days_away()?,
            due,
            unasked,
            lessons: self.lessons(&done),
        })
    }

    /// Due questions (those whose meaning changed among them), and questions of read lessons never asked.
    fn questions(
        &self,
        done: &BTreeSet<LessonId>,
    ) -> Result<(Vec<QuestionCandidate>, Vec<QuestionCandidate>), StoreError> {
        let mut due = BTreeMap::new();
        for (reference, memory) in self.store.due(self.today, CANDIDATES_AT_MOST)? {
            if let Some(candidate) = self.known(&reference, memory.recall_on(self.today)) {
                due.insert(reference, candidate);
            }
        }
        let mut unasked = Vec::new();
        for lesson in self.in_track_order(done) {
            let memories: BTreeMap<_, MemoryState> = self.store.memories_of_lesson(&lesson.id)?.into_iter().collect();
            for question in lesson.questions.iter().filter(|question| question.can_be_asked()) {
                let candidate = self.question(lesson, question, 0.0);
                match memories.get(&question.id) {
                    None if unasked.len() < CANDIDATES_AT_MOST => unasked.push(candidate),
                    Some(memory) if memory.revision < question.revision => {
                        due.entry(candidate.reference.clone()).or_insert(candidate);
                    }
                    _ => {}
                }
            }
        }
        Ok((due.into_values().collect(), unasked))
    }

    fn in_track_order(&self, done: &BTreeSet<LessonId>) -> Vec<&Lesson> {
        let mut seen = BTreeSet::new();
        let own = self.library.courses_of_track(self.track).into_iter();
        own.chain(self.library.courses.iter())
            .flat_map(|course| &course.lessons)
            .filter(|id| done.contains(*id) && seen.insert((*id).clone()))
            .filter_map(|id| self.library.lesson(id, self.language))
            .collect()
    }

    fn lessons(&self, done: &BTreeSet<LessonId>) -> Vec<LessonCandidate> {
        let mut lessons = Vec::new();
        for course in self.library.courses_of_track(self.track) {
            let first = self.track.and_then(|track| course.after.get(track)).map(Vec::as_slice).unwrap_or_default();
            let is_finished = |id| {
                self.library.course(id).is_none_or(|course| course.lessons.iter().all(|lesson| done.contains(lesson)))
            };
            if !first.iter().all(is_finished) {
                continue;
            }
            for id in course.lessons.iter().filter(|id| !done.contains(*id)) {
                // A text without front matter can be read from the list; a sitting is made of lessons.
                let lesson = self.library.lesson(id, self.language).filter(|lesson| lesson.has_front_matter);
                lessons.extend(lesson.map(|lesson| self.lesson(lesson)));
                if lessons.len() == LESSONS_AT_MOST {
                    return lessons;
                }
            }
        }
        lessons
    }

    /// A lesson with its questions, as a sitting sees it.
    pub fn lesson(&self, lesson: &Lesson) -> LessonCandidate {
        LessonCandidate {
            lesson: lesson.id.clone(),
            reading_seconds: self.pace.lesson_seconds(lesson),
            questions: lesson
                .questions
                .iter()
                .filter(|question| question.can_be_asked())
                .map(|question| self.question(lesson, question, 1.0))
                .collect(),
            has_try_this: lesson.try_this.is_some(),
        }
    }

    fn known(&self, reference: &QuestionRef, recall: f32) -> Option<QuestionCandidate> {
        let lesson = self.library.lesson(&reference.lesson, self.language)?;
        let question = lesson.question(&reference.question).filter(|question| question.can_be_asked())?;
        Some(self.question(lesson, question, recall))
    }

    fn question(&self, lesson: &Lesson, question: &Question, recall: f32) -> QuestionCandidate {
        QuestionCandidate {
            reference: QuestionRef { lesson: lesson.id.clone(), question: question.id.clone() },
            seconds: self.pace.question_seconds(question, lesson.language),
            recall,
            shown: shuffling(question),
        }
    }

    fn days_away(&self) -> Result<Option<i32>, StoreError> {
        let totals = self.store.day_totals(self.today.plus(-DAYS_LOOKED_BACK), self.today)?;
        Ok(totals.last().map(|(day, _)| self.today.days_since(*day)))
    }
}

/// How a question's options are put in order.
pub fn shuffling(question: &Question) -> Shuffling {
    let count = question.answer.shuffled_count();
    match question.question_type() {
        QuestionType::Order => Shuffling::Disordered(count),
        _ if question.order_is_fixed => Shuffling::Fixed(count),
        QuestionType::Match => match &question.answer {
            // With as many rights as lefts, the order as written would give the answer away.
            Answer::Match { lefts, rights, .. } if lefts.len() == rights.len() => Shuffling::Disordered(count),
            _ => Shuffling::Shuffled(count),
        },
        _ => Shuffling::Shuffled(count),
    }
}
