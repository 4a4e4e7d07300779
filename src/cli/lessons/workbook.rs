//! What stands behind a lesson's text on paper: its questions, what there is to do, and the answers, last as in any
//! workbook, so that a reader can try first and an author finds all that was written. It lays nothing out.

use crate::domain::document::{Block, BlockKind, Document, Inline, ListItem, RichText};
use crate::domain::language::Language;
use crate::domain::lesson::{Cue, Lesson, Task};
use crate::domain::question::{Answer, Choice, ClozePart, Question};
use crate::domain::shuffle::{Seeded, derangement};
use crate::i18n::command::Tell;
use crate::i18n::say::Say;
use crate::text::SafeText;

/// Questions, practice and answers of a lesson; nothing where it has none.
pub fn pages(lesson: &Lesson) -> Vec<Block> {
    let mut writer = Writer { language: lesson.language, blocks: Vec::new() };
    writer.questions(&lesson.questions);
    writer.practice(lesson);
    writer.answers(&lesson.questions);
    writer.blocks
}

struct Writer {
    language: Language,
    blocks: Vec<Block>,
}

impl Writer {
    fn questions(&mut self, questions: &[Question]) {
        if !questions.is_empty() {
            self.heading(2, text(&Tell::PaperQuestions.in_language(self.language)));
        }
        for (place, question) in questions.iter().enumerate() {
            let marker = question.question_type().marker();
            let marker = if self.language == Language::Japanese { marker.0 } else { marker.1 };
            let opening = Tell::PaperQuestion { number: place + 1, marker }.in_language(self.language);
            self.heading(3, joined(&opening, &question.stem));
            self.blocks.extend(question.body.iter().cloned());
            self.options(question);
        }
    }

    /// Options as they are numbered in the file; what would be right as written stands in another order.
    fn options(&mut self, question: &Question) {
        match &question.answer {
            Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => {
                self.list(Some(1), choices.iter().map(|choice| choice.text.clone()));
            }
            Answer::TrueFalse { .. } => {
                let options = [true, false].map(|is_true| text(&self.true_or_false(is_true)));
                self.list(Some(1), options.into_iter());
            }
            Answer::Order(items) => {
                let order = order(question);
                self.list(Some(1), order.iter().map(|written| items[*written].clone()));
            }
            Answer::Match { left_heading, right_heading, lefts, rights } => {
                self.paragraph(left_heading.clone());
                self.list(Some(1), lefts.iter().cloned());
                self.paragraph(right_heading.clone());
                let letters = ('a'..='z').cycle().map(|letter| format!("{letter}. "));
                let rights =
                    order(question).into_iter().zip(letters).map(|(written, letter)| joined(&letter, &rights[written]));
                self.list(None, rights);
            }
            Answer::Cloze { parts, .. } => {
                let words = parts.iter().map(|part| match part {
                    ClozePart::Text(text) => text.to_string(),
                    ClozePart::Blank(place) => format!("[{}]", place + 1),
                });
                self.paragraph(text(&words.collect::<String>()));
            }
            Answer::Number { unit, .. } => self.paragraph(text(&format!("[      ] {unit}"))),
            Answer::Typed { .. } | Answer::Write { .. } => self.paragraph(text("[      ]")),
        }
    }

    fn practice(&mut self, lesson: &Lesson) {
        if !lesson.tasks.is_empty() || lesson.try_this.is_some() {
            self.heading(2, text(&Tell::PaperPractice.in_language(self.language)));
        }
        for Task { title, blocks, steps, .. } in &lesson.tasks {
            self.heading(3, title.clone());
            self.blocks.extend(blocks.iter().cloned());
            self.list(None, steps.iter().cloned());
        }
        if let Some(try_this) = &lesson.try_this {
            self.heading(3, text(&Say::TryTitle.in_language(self.language)));
            for Cue { when, actions, .. } in &try_this.cues {
                self.paragraph(when.clone());
                self.list(None, actions.iter().cloned());
            }
        }
    }

    fn answers(&mut self, questions: &[Question]) {
        if !questions.is_empty() {
            self.heading(2, text(&Tell::PaperAnswers.in_language(self.language)));
        }
        for (place, question) in questions.iter().enumerate() {
            self.heading(3, text(&Tell::PaperAnswer { number: place + 1 }.in_language(self.language)));
            self.answer(question);
        }
    }

    /// What is right, what to say to what is not, then why.
    fn answer(&mut self, question: &Question) {
        match &question.answer {
            Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => self.choices(choices),
            Answer::TrueFalse { statement_is_true, .. } => {
                self.paragraph(text(&self.true_or_false(*statement_is_true)))
            }
            Answer::Number { as_written, .. } => self.paragraph(text(as_written)),
            Answer::Typed { accepted, .. } => self.paragraph(text(&any_of(accepted))),
            Answer::Cloze { blanks, .. } => {
                let blanks = blanks.iter().enumerate();
                self.list(
                    None,
                    blanks.map(|(place, blank)| text(&format!("[{}] {}", place + 1, any_of(&blank.accepted)))),
                );
            }
            Answer::Order(items) => {
                let order = order(question);
                let shown = (0..items.len()).filter_map(|written| order.iter().position(|other| *other == written));
                let numbers: Vec<String> = shown.map(|place| (place + 1).to_string()).collect();
                self.paragraph(text(&numbers.join(", ")));
            }
            Answer::Match { lefts, .. } => {
                let order = order(question);
                let shown = (0..lefts.len()).filter_map(|written| order.iter().position(|other| *other == written));
                let letters: Vec<char> = ('a'..='z').collect();
                let pairs: Vec<String> = shown
                    .enumerate()
                    .map(|(left, right)| format!("{} = {}", left + 1, letters[right % letters.len()]))
                    .collect();
                self.paragraph(text(&pairs.join(", ")));
            }
            Answer::Write { model, checklist } => {
                self.blocks.extend(model.iter().cloned());
                self.list(None, checklist.iter().cloned());
            }
        }
        let mistakes = question.answer.mistakes().iter();
        self.list(None, mistakes.map(|mistake| joined(&format!("{} → ", mistake.answer), &mistake.feedback)));
        self.blocks.extend(question.explanation.iter().cloned());
        let hint = Document::plain(&question.hint).trim().replace('\n', " ");
        if !hint.is_empty() {
            self.paragraph(text(&Say::Hint { text: hint }.in_language(self.language)));
        }
    }

    /// The right ones by number and words, then what the author says to each.
    fn choices(&mut self, choices: &[Choice]) {
        let numbered = |(place, text): (usize, &RichText)| joined(&format!("{}. ", place + 1), text);
        for (place, choice) in choices.iter().enumerate().filter(|(_, choice)| choice.is_right) {
            self.paragraph(numbered((place, &choice.text)));
        }
        let told = choices.iter().enumerate().filter_map(|(place, choice)| Some((place, choice.feedback.as_ref()?)));
        self.list(None, told.map(numbered));
    }

    fn true_or_false(&self, is_true: bool) -> String {
        let say = if is_true { Say::TrueOption } else { Say::FalseOption };
        say.in_language(self.language)
    }

    fn heading(&mut self, level: u8, content: RichText) {
        self.push(BlockKind::Heading { level, content });
    }

    fn paragraph(&mut self, content: RichText) {
        self.push(BlockKind::Paragraph(content));
    }

    fn list(&mut self, start: Option<u64>, items: impl Iterator<Item = RichText>) {
        let items: Vec<ListItem> = items.map(|text| item(vec![block(BlockKind::Paragraph(text))])).collect();
        if !items.is_empty() {
            self.push(BlockKind::List { start, items });
        }
    }

    fn push(&mut self, kind: BlockKind) {
        self.blocks.push(block(kind));
    }
}

/// The same on every machine and on every day, so that two printed copies agree.
fn order(question: &Question) -> Vec<usize> {
    let seed = question.id.as_str().bytes().fold(0u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    derangement(question.answer.shuffled_count(), &mut Seeded::new(seed))
}

fn any_of(accepted: &[SafeText]) -> String {
    accepted.iter().map(SafeText::as_str).collect::<Vec<_>>().join(" / ")
}

fn text(words: &str) -> RichText {
    RichText::of(words)
}

fn joined(words: &str, rest: &RichText) -> RichText {
    let mut inlines = vec![Inline::Text(SafeText::new(words))];
    inlines.extend(rest.0.iter().cloned());
    RichText(inlines)
}

fn item(blocks: Vec<Block>) -> ListItem {
    ListItem { ticked: None, blocks, range: 0..0 }
}

/// Made here and not read from a file.
fn block(kind: BlockKind) -> Block {
    Block { kind, range: 0..0 }
}
