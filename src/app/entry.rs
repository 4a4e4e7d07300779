//! はじめの6問 while it is shown: what was answered so far, and what is proposed when all is. The engine keeps it.

use crate::domain::entry::{EntryAnswer, EntryQuestion, Reason, questions};
use crate::domain::id::{LessonId, TrackId};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// With their titles in the learner's language.
    pub roles: Vec<(TrackId, String)>,
    pub answers: Vec<EntryAnswer>,
    /// There when every question is answered.
    pub proposal: Option<Proposal>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// `None` where the library has no roles.
    pub track: Option<(TrackId, String)>,
    /// With their titles.
    pub lessons: Vec<(LessonId, String, Reason)>,
}

impl Entry {
    pub fn questions(&self) -> Vec<EntryQuestion> {
        questions(!self.roles.is_empty())
    }

    /// The question that stands there, with what can be answered; `None` when all are answered.
    pub fn question(&self) -> Option<(EntryQuestion, Vec<EntryAnswer>)> {
        let question = *self.questions().get(self.answers.len())?;
        let roles: Vec<TrackId> = self.roles.iter().map(|(id, _)| id.clone()).collect();
        Some((question, question.options(&roles)))
    }

    /// The name of the role, where the answer is one.
    pub fn role_title(&self, answer: &EntryAnswer) -> String {
        let title = |id: &TrackId| self.roles.iter().find(|(known, _)| known == id).map(|(_, title)| title.clone());
        match answer {
            EntryAnswer::Role(id) => title(id).unwrap_or_default(),
            _ => String::new(),
        }
    }
}
