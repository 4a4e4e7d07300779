//! The question of the first run: chosen from the lessons, judged, and never kept.

use std::rc::Rc;

use crate::app::{AskContent, Judgement, Message};
use crate::domain::card::{LessonCard, QuestionCard};
use crate::domain::event::Phase;
use crate::domain::feedback::feedback;
use crate::domain::grade::grade;
use crate::domain::id::CourseId;
use crate::domain::plan::{Shuffling, shown_order};
use crate::domain::question::{Confidence, QuestionType, Response};
use crate::domain::shuffle::Seeded;
use crate::engine::Engine;
use crate::store::StoreError;

/// From the end of the courses; a library without a single choice among so many has none to offer.
const LESSONS_LOOKED_AT: usize = 64;

impl Engine {
    /// A single choice from the end of the learner's courses, so that what today's sitting asks is not given away;
    /// none where there is but one lesson.
    pub(super) fn practice(&self) -> Result<Option<Rc<AskContent>>, StoreError> {
        let mut random = Seeded::new(self.seed()?);
        let courses = self.library.courses_of_track(self.settings.track.as_ref());
        let course = |id: &CourseId| self.library.course(id).map(|course| course.lessons).unwrap_or_default();
        // The first lesson is the one that the first sitting opens with.
        let first = courses.iter().find_map(|id| course(id).first().cloned());
        let later =
            courses.iter().rev().flat_map(|id| course(id).into_iter().rev()).filter(|id| Some(id) != first.as_ref());
        let cards: Vec<LessonCard> = later
            .take(LESSONS_LOOKED_AT)
            .filter_map(|id| self.library.card(&id, self.settings.language))
            .filter(|card| card.questions.iter().any(suits))
            .collect();
        let found = cards.iter().find(|card| card.language == self.settings.language).or(cards.first());
        let lesson = found.and_then(|card| self.library.lesson(&card.id, self.settings.language));
        let question = found.and_then(|card| card.questions.iter().find(|question| suits(question)));
        let found = lesson.as_deref().zip(question).and_then(|(lesson, card)| {
            let question = lesson.question(&card.id)?;
            Some((lesson, question))
        });
        Ok(found.map(|(lesson, question)| {
            Rc::new(AskContent {
                lesson: lesson.id.clone(),
                lesson_title: lesson.title.clone(),
                question: question.clone(),
                phase: Phase::Own,
                order: shown_order(Shuffling::of(question), &mut random),
                language: lesson.language,
                shown: lesson.fingerprint.clone(),
                draft: None,
            })
        }))
    }
}

/// The verdict that a kept answer would get, without a day on which it comes back.
pub(super) fn judged(content: &AskContent, response: Response, confidence: Confidence) -> Message {
    Message::Judged(Box::new(Judgement {
        verdict: grade(&content.question, &response),
        confidence,
        feedback: feedback(&content.question, &response),
        response,
        due: None,
        again_today: false,
        beforehand: None,
        next_step: 0,
        steps: Rc::default(),
    }))
}

fn suits(question: &QuestionCard) -> bool {
    matches!(question.question_type, QuestionType::One | QuestionType::Case) && question.can_be_asked
}
