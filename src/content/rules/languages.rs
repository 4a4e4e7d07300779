//! A lesson is one lesson in every language: the same questions with the same right answers, so that progress made in
//! one counts in the other. Words are never compared, only what grading and memory rest on.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::rules::front_matter::key_line;
use crate::content::{Content, source_language};
use crate::domain::diagnostic::{Diagnostic, Disagreement, Finding, Severity};
use crate::domain::document::ByteRange;
use crate::domain::id::QuestionId;
use crate::domain::language::Language;
use crate::domain::lesson::{Lesson, TryThis};
use crate::domain::question::{Answer, Question};

/// Compares each lesson with its source language. `languages` are those that `library.toml` promises.
pub fn check(content: &Content, languages: &[Language], diagnostics: &mut Vec<Diagnostic>) {
    for lessons in content.library.lessons.values() {
        report_missing_languages(content, lessons, languages, diagnostics);
        let Some(source) = lessons.get(&source_language(languages)).or_else(|| lessons.values().next()) else {
            continue;
        };
        for lesson in lessons.values().filter(|lesson| lesson.language != source.language) {
            Comparison { content, here: lesson, there: source, diagnostics }.compare();
        }
    }
}

fn report_missing_languages(
    content: &Content,
    lessons: &BTreeMap<Language, Lesson>,
    languages: &[Language],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(lesson) = lessons.values().next().filter(|lesson| lesson.has_front_matter) else { return };
    for language in languages.iter().filter(|language| !lessons.contains_key(language)) {
        let range = content.sources.get(&lesson.path).and_then(|text| key_line(text, "lang"));
        let finding = Finding::LanguageMissing { language: language.code().to_owned() };
        diagnostics.push(Diagnostic::warning(&lesson.path, range, finding));
    }
}

/// Whether two questions may be one question in two languages, whatever their ids say.
pub fn could_be_one(one: &Question, other: &Question) -> bool {
    one.question_type() == other.question_type() && numbers(&one.answer) == numbers(&other.answer)
}

/// One translation against its source.
struct Comparison<'a> {
    content: &'a Content,
    here: &'a Lesson,
    there: &'a Lesson,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Comparison<'a> {
    fn compare(&mut self) {
        let (here, there) = (self.here, self.there);
        self.compare_ids();
        let both = |lesson: &Lesson, other: &Lesson| -> Vec<QuestionId> {
            let ids = lesson.questions.iter().map(|question| &question.id);
            ids.filter(|id| other.question(id).is_some()).cloned().collect()
        };
        let (order_here, order_there) = (both(here, there), both(there, here));
        if order_here != order_there {
            let moved = order_here.iter().zip(&order_there).find(|(here, there)| here != there);
            let place = moved.and_then(|(id, _)| here.question(id)).map(|question| question.heading_range.clone());
            self.report(place, Disagreement::QuestionOrder, joined(&order_here), joined(&order_there));
        }
        for question in &here.questions {
            if let Some(source) = there.question(&question.id) {
                self.compare_questions(question, source);
            }
        }
        self.compare_practice();
    }

    /// Ids that stand in one language only. A question whose id was never written is the business of `MissingQuestionId`
    /// and takes its counterpart at the same place with it; one that is written in the other file and could not be read
    /// there was told by the reader.
    fn compare_ids(&mut self) {
        let only_in = |lesson: &'a Lesson, other: &Lesson| -> Vec<&'a Question> {
            let broken = broken_ids(self.content, &other.path);
            let is_missing =
                |question: &&Question| other.question(&question.id).is_none() && !broken.contains(question.id.as_str());
            lesson.questions.iter().filter(is_missing).skip(broken_without_id(self.content, other)).collect()
        };
        let (only_here, only_there) = (only_in(self.here, self.there), only_in(self.there, self.here));
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for place in 0..only_here.len().max(only_there.len()) {
            let pair = [only_here.get(place), only_there.get(place)];
            if pair.iter().flatten().all(|question| question.id_is_written) {
                here.extend(pair[0].copied());
                there.extend(pair[1].copied());
            }
        }
        if !here.is_empty() || !there.is_empty() {
            let ids = |questions: &[&Question]| {
                joined(&questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>())
            };
            let place = here.first().map(|question| question.heading_range.clone());
            self.report(place, Disagreement::QuestionIds, ids(&here), ids(&there));
        }
    }

    /// The first thing that the two disagree about; what follows from it is not told again.
    fn compare_questions(&mut self, question: &Question, source: &Question) {
        let marker = |question: &Question, lesson: &Lesson| {
            let (japanese, english) = question.question_type().marker();
            match lesson.language {
                Language::Japanese => japanese.to_owned(),
                Language::English => english.to_owned(),
            }
        };
        let aspects: [(Disagreement, String, String); 4] = [
            (Disagreement::QuestionTypes, marker(question, self.here), marker(source, self.there)),
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
        let (here, there) = (self.here, self.there);
        if [here, there].into_iter().any(|lesson| practice_is_broken(self.content, lesson)) {
            return;
        }
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
        let other_path = self.there.path.clone();
        let finding = Finding::LanguagesDisagree { about, other_path, here, there };
        self.diagnostics.push(Diagnostic::error(&self.here.path, place, finding));
    }
}

/// Questions of a file that could not be read and whose id tells nothing either.
fn broken_without_id(content: &Content, lesson: &Lesson) -> usize {
    let was_read = |found: &Diagnostic| {
        let start = found.range.as_ref().map(|range| range.start);
        lesson.questions.iter().any(|question| Some(question.heading_range.start) == start)
    };
    let of_file = content.diagnostics.iter().filter(|found| found.path == lesson.path);
    let broken = of_file.filter(|found| match found.finding {
        Finding::DuplicateQuestionId { .. } | Finding::InvalidId { .. } => true,
        Finding::MissingQuestionId { .. } => !was_read(found),
        _ => false,
    });
    broken.count()
}

/// Whether something behind the questions of a file could not be read.
fn practice_is_broken(content: &Content, lesson: &Lesson) -> bool {
    let questions_end = lesson.questions.last().map_or(0, |question| question.range.end);
    content.diagnostics.iter().any(|found| {
        let is_behind = found.range.as_ref().is_some_and(|range| range.start >= questions_end);
        found.path == lesson.path && found.severity == Severity::Error && is_behind
    })
}

/// The written ids of the questions of a file that could not be read: the reader has told what is wrong with them.
fn broken_ids<'a>(content: &'a Content, path: &str) -> BTreeSet<&'a str> {
    let Some(text) = content.sources.get(path) else { return BTreeSet::new() };
    let errors: BTreeSet<usize> = content
        .diagnostics
        .iter()
        .filter(|found| found.path == path && found.severity == Severity::Error)
        .filter_map(|found| Some(found.range.as_ref()?.start))
        .collect();
    let line_starts = text.match_indices('\n').map(|(end, _)| end + 1);
    let headings = line_starts.filter(|start| text[*start..].starts_with(['#', '＃']));
    let ends: Vec<usize> = std::iter::once(0).chain(headings).chain([text.len()]).collect();
    let parts = ends.windows(2).map(|ends| ends[0]..ends[1]);
    let broken = parts.filter(|part| errors.range(part.clone()).next().is_some());
    broken.flat_map(|part| ids_in_comments(&text[part])).collect()
}

/// What comments say behind `id:`, in whatever width their marks are.
fn ids_in_comments(text: &str) -> impl Iterator<Item = &str> {
    let comments = text.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0));
    let pairs = comments.flat_map(|comment| comment.split([';', '；'])).filter_map(|pair| pair.split_once([':', '：']));
    pairs.filter(|(key, _)| key.trim() == "id").map(|(_, value)| value.trim())
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

/// The span that counts as right; units are words, and words differ.
fn numbers(answer: &Answer) -> String {
    match answer {
        Answer::Number { least, most, .. } if least == most => least.to_string(),
        Answer::Number { least, most, .. } => format!("{least}..{most}"),
        _ => String::new(),
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

fn joined(ids: &[QuestionId]) -> String {
    match ids {
        [] => "-".to_owned(),
        ids => ids.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(", "),
    }
}
