//! A translation held against its source, question by question. It compares no words.

use crate::content::rules::languages::numbers;
use crate::content::rules::languages::side::Side;
use crate::domain::diagnostic::{Diagnostic, Disagreement, Finding};
use crate::domain::document::ByteRange;
use crate::domain::id::QuestionId;
use crate::domain::language::Language;
use crate::domain::lesson::{Lesson, TryThis};
use crate::domain::question::{Answer, Question};

/// One translation against its source.
pub struct Comparison<'a, 'd> {
    pub here: Side<'a>,
    pub there: Side<'a>,
    pub diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'a> Comparison<'a, '_> {
    pub fn compare(&mut self) {
        self.compare_ids();
        self.compare_order();
        for question in &self.here.lesson.questions {
            if let Some(source) = self.there.question(&question.id) {
                self.compare_questions(question, source);
            }
        }
        self.compare_practice();
    }

    /// Ids that stand in one language only. A question whose id was never written is the business of `MissingQuestionId`
    /// and takes its counterpart at the same place with it; one that is written in the other file and could not be read
    /// there was told by the reader.
    fn compare_ids(&mut self) {
        let (only_here, only_there) = (only_in(&self.here, &self.there), only_in(&self.there, &self.here));
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for place in 0..only_here.len().max(only_there.len()) {
            let pair = [only_here.get(place), only_there.get(place)];
            if pair.iter().flatten().all(|question| question.id_is_written) {
                here.extend(pair[0].copied());
                there.extend(pair[1].copied());
            }
        }
        if !here.is_empty() || !there.is_empty() {
            let ids = |questions: &[&Question]| joined(questions.iter().map(|question| &question.id));
            let place = here.first().map(|question| question.heading_range.clone());
            self.report(place, Disagreement::QuestionIds, ids(&here), ids(&there));
        }
    }

    /// The questions that both have, in their orders.
    fn compare_order(&mut self) {
        let both = |side: &Side<'a>, other: &Side<'a>| -> Vec<&'a QuestionId> {
            let ids = side.lesson.questions.iter().map(|question| &question.id);
            ids.filter(|id| other.question(id).is_some()).collect()
        };
        let (here, there) = (both(&self.here, &self.there), both(&self.there, &self.here));
        if here == there {
            return;
        }
        // Only the stretch that differs says anything.
        let same_start = here.iter().zip(&there).take_while(|(here, there)| here == there).count();
        let same_end = here.iter().rev().zip(there.iter().rev()).take_while(|(here, there)| here == there).count();
        let moved = |ids: &[&QuestionId]| joined(ids[same_start..ids.len() - same_end].iter().copied());
        let place = self.here.question(here[same_start]).map(|question| question.heading_range.clone());
        self.report(place, Disagreement::QuestionOrder, moved(&here), moved(&there));
    }

    /// The first thing that the two disagree about; what follows from it is not told again.
    fn compare_questions(&mut self, question: &Question, source: &Question) {
        let marker = |question: &Question, side: &Side<'_>| {
            let (japanese, english) = question.question_type().marker();
            match side.lesson.language {
                Language::Japanese => japanese.to_owned(),
                Language::English => english.to_owned(),
            }
        };
        let aspects: [(Disagreement, String, String); 4] = [
            (Disagreement::QuestionTypes, marker(question, &self.here), marker(source, &self.there)),
            (Disagreement::ChoiceCount, counts(&question.answer), counts(&source.answer)),
            (Disagreement::RightChoices, right_choices(&question.answer), right_choices(&source.answer)),
            (Disagreement::Numbers, numbers(&question.answer), numbers(&source.answer)),
        ];
        let place = || Some(question.heading_range.clone());
        if question.question_type() != source.question_type() {
            let [(about, here, there), ..] = aspects;
            self.report(place(), about, here, there);
        } else if let Some((about, here, there)) = aspects.into_iter().skip(1).find(|(_, here, there)| here != there) {
            self.report(place(), about, here, there);
        }
        if question.revision != source.revision {
            let (here, there) = (question.revision.to_string(), source.revision.to_string());
            self.report(place(), Disagreement::Revisions, here, there);
        }
    }

    fn compare_practice(&mut self) {
        if self.here.practice_is_broken() || self.there.practice_is_broken() {
            return;
        }
        let (here, there) = (self.here.lesson, self.there.lesson);
        let place_of_try_this = here.try_this.as_ref().map(|try_this| try_this.range.clone());
        let tasks = [task_ids(here), task_ids(there)];
        if tasks[0] != tasks[1] {
            let place = here.tasks.first().map(|task| task.range.clone()).or(place_of_try_this);
            let [here, there] = tasks;
            self.report(place, Disagreement::Practice, here, there);
            return;
        }
        let (try_here, try_there) = (shape(here.try_this.as_ref()), shape(there.try_this.as_ref()));
        if try_here != try_there {
            self.report(place_of_try_this, Disagreement::Practice, try_here, try_there);
        }
    }

    fn report(&mut self, place: Option<ByteRange>, about: Disagreement, here: String, there: String) {
        let other_path = self.there.lesson.path.clone();
        let finding = Finding::LanguagesDisagree { about, other_path, here, there };
        self.diagnostics.push(Diagnostic::error(&self.here.lesson.path, place, finding));
    }
}

/// The questions of one side that the other lacks altogether.
fn only_in<'a>(side: &Side<'a>, other: &Side<'a>) -> Vec<&'a Question> {
    let broken = other.broken_ids();
    let is_missing =
        |question: &&Question| other.question(&question.id).is_none() && !broken.contains(question.id.as_str());
    side.lesson.questions.iter().filter(is_missing).skip(other.broken_without_id()).collect()
}

/// How many choices, items, blanks or points there are to agree on.
fn counts(answer: &Answer) -> String {
    match answer {
        Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => choices.len().to_string(),
        Answer::Order(items) => items.len().to_string(),
        Answer::Match { lefts, rights, .. } => format!("{}/{}", lefts.len(), rights.len()),
        Answer::Cloze { blanks, .. } => blanks.len().to_string(),
        Answer::Write { checklist, .. } => checklist.len().to_string(),
        Answer::TrueFalse { .. } | Answer::Number { .. } | Answer::Typed { .. } => String::new(),
    }
}

/// The right places, counted from 1.
fn right_choices(answer: &Answer) -> String {
    match answer {
        Answer::TrueFalse { statement_is_true, .. } => if *statement_is_true { "○" } else { "×" }.to_owned(),
        _ => {
            let choices = answer.choices().iter().enumerate();
            let right = choices.filter(|(_, choice)| choice.is_right).map(|(place, _)| (place + 1).to_string());
            right.collect::<Vec<_>>().join(", ")
        }
    }
}

fn task_ids(lesson: &Lesson) -> String {
    let ids = lesson.tasks.iter().map(|task| task.id.as_ref().map_or("-", QuestionId::as_str));
    ids.collect::<Vec<_>>().join(", ")
}

/// `y5pt ask: 5, 2 + 1`: the id, when it is asked about, and the number of actions of each cue.
fn shape(try_this: Option<&TryThis>) -> String {
    let Some(try_this) = try_this else { return "-".to_owned() };
    let id = try_this.id.as_ref().map_or("-", QuestionId::as_str);
    let actions: Vec<String> = try_this.cues.iter().map(|cue| cue.actions.len().to_string()).collect();
    format!("{id}; ask: {}; {}", try_this.ask_after, actions.join(" + "))
}

fn joined<'a>(ids: impl IntoIterator<Item = &'a QuestionId>) -> String {
    match ids.into_iter().map(QuestionId::as_str).collect::<Vec<_>>().as_slice() {
        [] => "-".to_owned(),
        ids => ids.join(", "),
    }
}
