//! The question of the first run: chosen from the lessons, judged, and never kept.

use std::rc::Rc;

use crate::app::{AskContent, Judgement, Message};
use crate::domain::event::Phase;
use crate::domain::feedback::feedback;
use crate::domain::grade::grade;
use crate::domain::lesson::Lesson;
use crate::domain::plan::shown_order;
use crate::domain::question::{Answer, Confidence, Question, Response};
use crate::domain::shuffle::Seeded;
use crate::engine::Engine;
use crate::engine::candidates::shuffling;
use crate::store::StoreError;

impl Engine {
    /// A single choice from the end of the learner's courses, so that what today's sitting asks is not given away;
    /// none where there is but one lesson.
    pub(super) fn practice(&self) -> Result<Option<Rc<AskContent>>, StoreError> {
        let mut random = Seeded::new(self.seed()?);
        let courses = self.library.courses_of_track(self.settings.track.as_ref());
        let lessons: Vec<&Lesson> = courses
            .iter()
            .flat_map(|course| &course.lessons)
            .filter_map(|id| self.library.lesson(id, self.settings.language))
            .collect();
        // The first lesson is the one that the first sitting opens with.
        let later = lessons.get(1..).unwrap_or_default();
        let own_language = later.iter().rev().filter(|lesson| lesson.language == self.settings.language);
        let found = own_language.chain(later.iter().rev()).find_map(|lesson| {
            let question = lesson.questions.iter().find(|question| suits(question))?;
            Some((lesson, question))
        });
        Ok(found.map(|(lesson, question)| {
            Rc::new(AskContent {
                lesson: lesson.id.clone(),
                lesson_title: lesson.title.clone(),
                question: question.clone(),
                phase: Phase::Own,
                order: shown_order(shuffling(question), &mut random),
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
        steps: Vec::new(),
    }))
}

fn suits(question: &Question) -> bool {
    matches!(question.answer, Answer::One(_) | Answer::Case(_)) && question.unset_office_values.is_empty()
}
