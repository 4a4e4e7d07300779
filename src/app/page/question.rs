//! A question and what there is to answer it with: options to pick, lines to move, blanks to fill.

use crate::app::dialogue::reply;
use crate::app::page::Page;
use crate::app::page::step::ROOMY_COLUMNS;
use crate::app::work::{Ticks, Work};
use crate::app::{AskContent, AskStage, Session};
use crate::domain::document::{Document, Inline, RichText};
use crate::domain::event::Phase;
use crate::domain::question::{Answer, ClozePart};
use crate::i18n::say::Say;
use crate::text::SafeText;
use crate::width;

/// Columns of a blank with nothing in it.
const BLANK_COLUMNS: usize = 6;

impl Page<'_, '_> {
    pub(super) fn question_title(&self, session: &Session, content: &AskContent) -> Say {
        let title = content.lesson_title.to_string();
        if content.phase == Phase::Again {
            return Say::AgainTitle { title };
        }
        let (number, of) = session.question_number();
        let phase = content.phase;
        // A small screen has no two rows for it.
        match self.is_screen() && self.sheet.columns < ROOMY_COLUMNS {
            true => Say::QuestionNumber { number, of, phase },
            false => Say::QuestionTitle { number, of, phase, title },
        }
    }

    /// The question of the first run.
    pub(super) fn practice(&mut self, content: &AskContent, stage: &AskStage) {
        match stage {
            AskStage::Judged(judgement) => {
                self.judgement(content, judgement);
                self.sheet.gap();
                self.say(&Say::PracticeKept);
            }
            _ => {
                self.question(&Say::PracticeTitle, content, stage);
            }
        }
    }

    pub(super) fn question(&mut self, title: &Say, content: &AskContent, stage: &AskStage) {
        self.title(title);
        if content.language != self.language() {
            self.say(&Say::ShownInOtherLanguage);
        }
        self.sheet.rich(&content.question.stem, "", "", content.language);
        self.sheet.blocks(&content.question.body, content.language);
        match stage {
            AskStage::Thinking if self.is_screen() => {
                self.sheet.gap();
                self.say(&Say::ThinkInHead);
            }
            AskStage::Thinking => {}
            _ => self.options(content),
        }
    }

    /// What there is to answer with; in lines again after the learner has thought.
    pub fn options(&mut self, content: &AskContent) {
        self.sheet.gap();
        match self.work {
            None | Some(Work::None) => self.written_options(content),
            Some(work) => self.widget(content, work),
        }
    }

    /// In lines: everything that a reply can name.
    fn written_options(&mut self, content: &AskContent) {
        let language = content.language;
        match &content.question.answer {
            Answer::One(_) | Answer::All(_) | Answer::Case(_) => self.choices(content, |_| ""),
            Answer::TrueFalse { .. } => self.true_false(content),
            Answer::Order(items) => {
                for (shown, written) in content.order.iter().enumerate() {
                    self.sheet.rich(&items[*written], &format!("{} ", shown + 1), "  ", language);
                }
            }
            Answer::Match { left_heading, right_heading, lefts, rights } => {
                self.sheet.rich(left_heading, "", "", language);
                for (place, left) in lefts.iter().enumerate() {
                    self.sheet.rich(left, &format!("{} ", place + 1), "  ", language);
                }
                self.sheet.rich(right_heading, "", "", language);
                for (shown, written) in content.order.iter().enumerate() {
                    self.sheet.rich(&rights[*written], &format!("{} ", reply::letter(shown)), "  ", language);
                }
            }
            Answer::Cloze { parts, .. } => {
                let text: String = parts
                    .iter()
                    .map(|part| match part {
                        ClozePart::Text(text) => text.to_string(),
                        ClozePart::Blank(place) => format!("[{}]", place + 1),
                    })
                    .collect();
                self.sheet.say(&text, language);
            }
            Answer::Number { .. } | Answer::Typed { .. } | Answer::Write { .. } => {}
        }
    }

    /// On a screen: the question type's own widget, as far as the answer has come.
    fn widget(&mut self, content: &AskContent, work: &Work) {
        match work {
            Work::None => {}
            Work::Choice { .. } if matches!(content.question.answer, Answer::TrueFalse { .. }) => {
                self.true_false(content);
            }
            Work::Choice { .. } => self.choices(content, |_| ""),
            Work::Ticks(ticks) => {
                self.choices(content, |place| tick(ticks, place));
            }
            Work::Order { lines, before, cursor } => self.order(content, lines, before.is_some().then_some(*cursor)),
            Work::Pairs { rights, cursor, .. } => self.pairs(content, rights, *cursor),
            Work::Texts { fields, at, is_closed } => match &content.question.answer {
                Answer::Cloze { parts, .. } => {
                    let typed: Vec<&str> = fields.iter().map(|field| field.text()).collect();
                    let cursor = (!is_closed).then(|| (*at, fields[*at].cursor()));
                    self.blanks(content, parts, &typed, cursor);
                    if !is_closed {
                        self.sheet.gap();
                        self.say(&Say::BlanksLabel);
                    }
                }
                answer => {
                    let label = match answer {
                        Answer::Number { unit, .. } => Say::NumberLabel { unit: unit.to_string() },
                        _ => Say::AnswerLabel,
                    };
                    match is_closed {
                        true => self.say(&Say::EchoAnswer { answer: fields[0].text().to_owned() }),
                        false => self.field(&label, &fields[0]),
                    }
                }
            },
            Work::Write { field, checks: None } => self.field(&Say::WriteLabel, field),
            Work::Write { field, checks: Some(ticks) } => {
                self.say(&Say::EchoAnswer { answer: field.text().to_owned() });
                self.sheet.gap();
                self.checklist(content, ticks);
            }
        }
    }

    fn choices(&mut self, content: &AskContent, mark: impl Fn(usize) -> &'static str) {
        let choices = content.question.answer.choices();
        for (shown, written) in content.order.iter().enumerate() {
            let first = format!("{} {}", shown + 1, mark(shown));
            let rest = " ".repeat(first.len());
            self.sheet.choice(shown + 1, |sheet| sheet.rich(&choices[*written].text, &first, &rest, content.language));
        }
    }

    fn true_false(&mut self, content: &AskContent) {
        for (mark, say) in [("1", Say::TrueOption), ("2", Say::FalseOption)] {
            self.numbered(mark, &say.in_language(content.language), content.language);
        }
    }

    /// Lines in the order that they have been moved to; the one in the hand is marked.
    fn order(&mut self, content: &AskContent, lines: &[usize], held: Option<usize>) {
        let Answer::Order(items) = &content.question.answer else { return };
        self.say(if held.is_some() { &Say::OrderHeld } else { &Say::OrderAsk });
        self.sheet.gap();
        for (place, line) in lines.iter().enumerate() {
            let written = content.order.get(*line).copied().unwrap_or(*line);
            let mark = if held == Some(place) { "* " } else { "" };
            let first = format!("{} {mark}", place + 1);
            self.sheet.choice(place + 1, |sheet| sheet.rich(&items[written], &first, "  ", content.language));
        }
    }

    /// Each left line with the partner that it has so far, then the partners with their numbers. On a low screen only the
    /// line under the cursor, so that it and the partners are seen together.
    fn pairs(&mut self, content: &AskContent, partners: &[Option<usize>], cursor: usize) {
        let Answer::Match { left_heading, right_heading, lefts, rights } = &content.question.answer else { return };
        let language = content.language;
        let written = |shown: usize| content.order.get(shown).copied().unwrap_or(shown);
        let is_low = self.sheet.is_low;
        if is_low {
            self.sheet.part();
        } else {
            self.sheet.rich_heading(left_heading, language);
        }
        for (place, (left, partner)) in lefts.iter().zip(partners).enumerate() {
            if is_low && place != cursor {
                continue;
            }
            let mut line = left.0.clone();
            match partner {
                Some(shown) => {
                    line.push(Inline::Text(SafeText::new(&format!(" = {} ", shown + 1))));
                    line.extend(rights[written(*shown)].0.clone());
                }
                None => line.push(Inline::Text(SafeText::new(" = ?"))),
            }
            let first = if is_low { format!("({}/{}) ", place + 1, lefts.len()) } else { String::new() };
            self.sheet.choice(place + 1, |sheet| sheet.rich(&RichText(line), &first, "  ", language));
        }
        self.sheet.gap();
        if !is_low {
            self.sheet.rich_heading(right_heading, language);
        }
        for shown in 0..rights.len() {
            let first = format!("{} ", shown + 1);
            self.sheet.rich(&rights[written(shown)], &first, &" ".repeat(first.len()), language);
        }
    }

    /// The sentence with its blanks where they belong; the one that is typed in stands out and holds the cursor.
    fn blanks(&mut self, content: &AskContent, parts: &[ClozePart], typed: &[&str], cursor: Option<(usize, usize)>) {
        let mut inlines = Vec::new();
        let mut plain_bytes = 0;
        let mut cursor_byte = None;
        for part in parts {
            let (text, is_active) = match part {
                ClozePart::Text(text) => (text.clone(), false),
                ClozePart::Blank(place) => {
                    let text = typed.get(*place).copied().unwrap_or_default();
                    // No-break spaces keep a blank in one piece while it is empty.
                    let opening = format!("[{}\u{A0}", place + 1);
                    if let Some((_, byte)) = cursor.filter(|(at, _)| at == place) {
                        cursor_byte = Some(plain_bytes + opening.len() + byte);
                    }
                    let room = "\u{A0}".repeat(BLANK_COLUMNS.saturating_sub(width::columns(text)));
                    let shown = format!("{opening}{text}{room}]");
                    (SafeText::new(&shown), cursor.is_some_and(|(at, _)| at == *place))
                }
            };
            plain_bytes += text.len();
            inlines.push(if is_active { Inline::Strong(vec![Inline::Text(text)]) } else { Inline::Text(text) });
        }
        self.sheet.rich_with_cursor(&RichText(inlines), cursor_byte, content.language);
    }

    fn checklist(&mut self, content: &AskContent, ticks: &Ticks) {
        let Answer::Write { model, checklist } = &content.question.answer else { return };
        self.sheet.blocks(model, content.language);
        self.say(&Say::ChecksIntro);
        self.sheet.gap();
        for (place, point) in checklist.iter().enumerate() {
            let first = format!("{} {}", place + 1, tick(ticks, place));
            let rest = " ".repeat(first.len());
            self.sheet.choice(place + 1, |sheet| sheet.rich(point, &first, &rest, content.language));
        }
    }

    /// 記述: the model answer and what a good one holds.
    pub fn model_answer(&mut self, content: &AskContent) {
        let Answer::Write { model, checklist } = &content.question.answer else { return };
        self.sheet.blocks(model, content.language);
        self.say(&Say::ChecksIntro);
        for (place, point) in checklist.iter().enumerate() {
            self.sheet.rich(point, &format!("{} ", place + 1), "  ", content.language);
        }
    }

    /// The question's hint, or that there is none.
    pub fn hint(&mut self, content: &AskContent) {
        self.say(&Page::hint_said(content));
    }

    pub fn hint_said(content: &AskContent) -> Say {
        let text = Document::plain(&content.question.hint);
        let text = text.trim().replace('\n', " ");
        if text.is_empty() { Say::NoHint } else { Say::Hint { text } }
    }
}

fn tick(ticks: &Ticks, place: usize) -> &'static str {
    if ticks.ticked.get(place).copied().unwrap_or_default() { "[x] " } else { "[ ] " }
}
