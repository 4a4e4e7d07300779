//! What is said to an answer: right or wrong, why this one tempts, and when it comes back.

use crate::app::dialogue::answering::right_answer;
use crate::app::page::Page;
use crate::app::{AskContent, Beforehand, Judgement, Storage};
use crate::domain::document::{Inline, RichText};
use crate::domain::grade::is_same_text;
use crate::domain::language::Language;
use crate::domain::question::{Answer, Confidence, Response, Verdict};
use crate::i18n::beforehand::BeforehandSay;
use crate::i18n::say::Say;
use crate::layout::Tone;
use crate::text::SafeText;

impl Page<'_, '_> {
    /// Right and sure is one line; anything else at most four.
    pub(super) fn judgement(&mut self, content: &AskContent, judgement: &Judgement) {
        if self.model.storage != Storage::Kept && !matches!(self.model.storage, Storage::NotKept { .. }) {
            self.banner();
        }
        let comes_back = match (judgement.again_today, judgement.due) {
            (true, then) => Some(Say::ComesBackToday { then }),
            (false, Some(then)) => Some(Say::ComesBack { then }),
            (false, None) => None,
        };
        let language = self.language();
        let told = |say: &Say| say.in_language(language);
        if judgement.verdict == Verdict::Right && judgement.confidence == Confidence::Sure {
            let separator = if language == Language::English { " " } else { "" };
            let line: Vec<String> = [Some(Say::Right), comes_back].iter().flatten().map(told).collect();
            self.sheet.say_as(&line.join(separator), Tone::Correct, language);
            self.beforehand(judgement);
            return;
        }
        match judgement.verdict {
            Verdict::Right => self.sheet.say_as(&told(&Say::RightUnsure), Tone::Correct, language),
            Verdict::Wrong => {
                self.right_answer(content, &judgement.response);
                self.right_choices(content);
                self.missed_checks(content, judgement);
                self.typed_answer(&judgement.response);
            }
        }
        let picks = if self.is_screen() { wrong_picks(content, &judgement.response) } else { Vec::new() };
        for (index, feedback) in judgement.feedback.to_response.iter().take(2).enumerate() {
            self.sheet.gap();
            if let Some((number, pick)) = picks.get(index) {
                let first = format!("{} {number} ", told(&Say::Chosen));
                self.sheet.rich(pick, &first, "  ", content.language);
            }
            self.sheet.rich(feedback, "", "", content.language);
        }
        if let Some(explanation) = &judgement.feedback.explanation {
            self.sheet.gap();
            self.say(&Say::Explanation { text: explanation.clone() });
        }
        if let Some(say) = comes_back {
            self.sheet.gap();
            self.say(&say);
        }
        self.beforehand(judgement);
    }

    /// What the answer to a question before a lesson leads to.
    fn beforehand(&mut self, judgement: &Judgement) {
        let say = match judgement.beforehand {
            None => return,
            Some(Beforehand::Known) => BeforehandSay::Known,
            Some(Beforehand::ToRead) => BeforehandSay::ToRead,
        };
        self.sheet.gap();
        self.say(&Say::Beforehand(say));
    }

    /// In lines by the numbers that were typed; on a screen, where lines have moved since, by what they say.
    fn right_answer(&mut self, content: &AskContent, response: &Response) {
        let typed = if let Response::Blanks(typed) = response { typed.as_slice() } else { &[] };
        let language = self.language();
        match &content.question.answer {
            Answer::Order(items) if self.is_screen() => {
                self.sheet.say_as(&Say::RightOrderIs.in_language(language), Tone::Wrong, language);
                for (place, item) in items.iter().enumerate() {
                    self.sheet.rich(item, &format!("{} ", place + 1), "  ", content.language);
                }
            }
            Answer::Match { lefts, rights, .. } if self.is_screen() => {
                self.sheet.say_as(&Say::RightPairsAre.in_language(language), Tone::Wrong, language);
                for (left, right) in lefts.iter().zip(rights) {
                    let mut line = left.0.clone();
                    line.push(Inline::Text(SafeText::new(" = ")));
                    line.extend(right.0.clone());
                    self.sheet.rich(&RichText(line), "", "  ", content.language);
                }
            }
            Answer::One(_) | Answer::Case(_) if self.is_screen() => {}
            Answer::Cloze { blanks, .. } if self.is_screen() => {
                self.sheet.say_as(&Say::RightBlanksAre.in_language(language), Tone::Wrong, language);
                for (place, blank) in blanks.iter().enumerate() {
                    let right = blank.accepted.first().map(ToString::to_string).unwrap_or_default();
                    let typed = typed.get(place).filter(|typed| !is_same_text(&right, typed)).cloned();
                    self.say(&Say::RightBlank { number: place + 1, right, typed });
                }
            }
            _ => {
                for right in right_answer(content, language) {
                    self.sheet.say_as(&right.in_language(language), Tone::Wrong, language);
                }
            }
        }
    }

    /// What was typed stands beside what would have been right; lines have it right above.
    fn typed_answer(&mut self, response: &Response) {
        if let Response::Text(answer) | Response::Number(answer) = response
            && self.is_screen()
            && !answer.is_empty()
        {
            self.sheet.gap();
            self.say(&Say::TypedAnswer { answer: answer.clone() });
        }
    }

    /// A number alone would have to be looked up, or remembered by those who listen.
    fn right_choices(&mut self, content: &AskContent) {
        let choices = content.question.answer.choices();
        for (shown, written) in content.order.iter().enumerate() {
            if let Some(choice) = choices.get(*written).filter(|choice| choice.is_right) {
                let is_only = !matches!(content.question.answer, Answer::All(_)) && self.is_screen();
                match is_only {
                    true => {
                        let first = format!("{} {} ", Say::RightIs.in_language(self.language()), shown + 1);
                        self.sheet.rich_as(&choice.text, Tone::Wrong, &first, "  ", content.language);
                    }
                    false => self.sheet.rich(&choice.text, &format!("{} ", shown + 1), "  ", content.language),
                }
            }
        }
    }

    fn missed_checks(&mut self, content: &AskContent, judgement: &Judgement) {
        let (Answer::Write { model, checklist }, Response::Checks { met, .. }) =
            (&content.question.answer, &judgement.response)
        else {
            return;
        };
        let left = Say::ChecksLeft { count: checklist.len().saturating_sub(met.len()) };
        self.sheet.say_as(&left.in_language(self.language()), Tone::Wrong, self.language());
        if self.is_screen() {
            self.sheet.gap();
            self.sheet.blocks(model, content.language);
        }
    }
}

/// The wrong options that were picked and have words of their own, with the numbers they had.
fn wrong_picks<'content>(content: &'content AskContent, response: &Response) -> Vec<(usize, &'content RichText)> {
    let Response::Picked(picked) = response else { return Vec::new() };
    let choices = content.question.answer.choices();
    let wrong = picked.iter().filter_map(|place| Some((*place, choices.get(*place)?)));
    let wrong = wrong.filter(|(_, choice)| !choice.is_right && choice.feedback.is_some());
    let shown = |written: usize| content.order.iter().position(|place| *place == written).unwrap_or(written);
    wrong.map(|(place, choice)| (shown(place) + 1, &choice.text)).collect()
}
