//! はじめの6問 performed: answers kept in this copy of the record and nowhere else, the proposal made from the library,
//! and what the learner takes of it set as any setting is. The answers are no events: what is shared, handed in or
//! exported is made of events, so they cannot be in it.

use serde::{Deserialize, Serialize};

use crate::app::{Entry, Message, Proposal};
use crate::domain::entry::{EntryAnswer, OpenLesson, propose, questions, role};
use crate::domain::id::{LessonId, TrackId};
use crate::engine::candidates::Gathering;
use crate::engine::{Engine, KEY_FIRST_LESSONS, KEY_TRACK};
use crate::store::StoreError;

/// What this copy notes of it.
const NOTE: &str = "entry";
/// Lessons that are looked at for the proposal.
const LESSONS_LOOKED_AT: usize = 64;

#[derive(Default, Serialize, Deserialize)]
struct Noted {
    answers: Vec<EntryAnswer>,
    /// The proposal was taken or left: whoever comes again begins again.
    is_settled: bool,
}

impl Engine {
    /// Goes on where it was left.
    pub(super) fn load_entry(&self) -> Result<Vec<Message>, StoreError> {
        let noted = self.noted()?;
        let answers = if noted.is_settled { Vec::new() } else { noted.answers };
        self.entry_loaded(answers)
    }

    pub(super) fn keep_entry(&mut self, answers: Vec<EntryAnswer>) -> Result<Vec<Message>, StoreError> {
        self.note_entry(&Noted { answers: answers.clone(), is_settled: false });
        self.entry_loaded(answers)
    }

    /// The proposal is taken, or all stays as it is.
    pub(super) fn settle_entry(&mut self, taken: Option<Proposal>) -> Result<Vec<Message>, StoreError> {
        let answers = self.noted()?.answers;
        if let Some(Proposal { track, lessons }) = taken {
            if let Some((track, _)) = track.filter(|(track, _)| self.settings.track.as_ref() != Some(track)) {
                self.change(KEY_TRACK, track.0.clone())?;
                self.settings.track = Some(track);
            }
            self.put_first(lessons.into_iter().map(|(lesson, _, _)| lesson).collect())?;
        }
        self.note_entry(&Noted { answers, is_settled: true });
        Ok(Vec::new())
    }

    /// These come before every other new lesson.
    pub(super) fn put_first(&mut self, lessons: Vec<LessonId>) -> Result<(), StoreError> {
        if lessons == self.first_lessons {
            return Ok(());
        }
        let ids = serde_json::to_string(&lessons).expect("ids are words, which JSON can write");
        self.change(KEY_FIRST_LESSONS, ids)?;
        self.first_lessons = lessons;
        Ok(())
    }

    /// Whether Home tells of it: nobody has studied here, and it was neither taken nor left.
    pub(super) fn offers_entry(&self) -> Result<bool, StoreError> {
        Ok(self.store().lessons_read_last(1)?.is_empty() && !self.noted()?.is_settled)
    }

    fn noted(&self) -> Result<Noted, StoreError> {
        let note = self.store().own_note(NOTE)?;
        Ok(note.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    fn note_entry(&mut self, noted: &Noted) {
        let text = serde_json::to_string(noted).expect("answers are words, which JSON can write");
        self.record.keep_note(NOTE, &text);
    }

    fn entry_loaded(&self, answers: Vec<EntryAnswer>) -> Result<Vec<Message>, StoreError> {
        let tracks = self.library.tracks().into_iter();
        let roles: Vec<(TrackId, String)> =
            tracks.map(|track| (track.id.clone(), self.title(&track.title, track.id.as_str()).to_string())).collect();
        let ids: Vec<TrackId> = roles.iter().map(|(id, _)| id.clone()).collect();
        let questions = questions(!roles.is_empty());
        // The lessons may be others than when it was begun.
        let is_answer = |(answer, place): &(EntryAnswer, usize)| {
            questions.get(*place).is_some_and(|question| question.options(&ids).contains(answer))
        };
        let standing = answers.into_iter().zip(0..).take_while(is_answer);
        let answers: Vec<EntryAnswer> = standing.map(|(answer, _)| answer).collect();
        let proposal = (answers.len() == questions.len()).then(|| self.proposal(&answers, &roles)).transpose()?;
        Ok(vec![Message::EntryLoaded(Box::new(Entry { roles, answers, proposal }))])
    }

    fn proposal(&self, answers: &[EntryAnswer], roles: &[(TrackId, String)]) -> Result<Proposal, StoreError> {
        let track = role(answers);
        let gathering = Gathering { track, ..self.gathering(self.settings.minutes) };
        let language = self.settings.language;
        let open = gathering.open_lessons(LESSONS_LOOKED_AT)?;
        let skills = self.library.skills(&open).into_iter();
        let open: Vec<OpenLesson> =
            open.into_iter().zip(skills).map(|(lesson, skill)| OpenLesson { lesson, skill }).collect();
        let lessons = propose(answers, &open).into_iter().filter_map(|(lesson, reason)| {
            let title = self.library.card(&lesson, language)?.title.to_string();
            Some((lesson, title, reason))
        });
        let track = track.and_then(|track| roles.iter().find(|(id, _)| id == track)).cloned();
        Ok(Proposal { track, lessons: lessons.collect() })
    }
}
