//! What is said to an answer: right or wrong, why this one tempts, and when it comes back.

use crate::app::dialogue::answering::right_answer;
use crate::app::page::Page;
use crate::app::{AskContent, Judgement, Storage};
use crate::domain::language::Language;
use crate::domain::question::{Answer, Confidence, Response, Verdict};
use crate::i18n::say::Say;
use crate::layout::Tone;

impl Page<'_, '_> {
    /// Right and sure is one line; anything else at most four.
    pub(super) fn judgement(&mut self, content: &AskContent, judgement: &Judgement) {
        if self.model.storage != Storage::Kept && !matches!(self.model.storage, Storage::NotKept { .. }) {
            self.banner();
        }
        let comes_back = match (judgement.again_today, judgement.due) {
            (true, day) => Some(Say::ComesBackToday { day }),
            (false, Some(day)) => Some(Say::ComesBack { day }),
            (false, None) => None,
        };
        let language = self.language();
        let told = |say: &Say| say.in_language(language);
        if judgement.verdict == Verdict::Right && judgement.confidence == Confidence::Sure {
            let separator = if language == Language::English { " " } else { "" };
            let line: Vec<String> = [Some(Say::Right), comes_back].iter().flatten().map(told).collect();
            self.sheet.say_as(&line.join(separator), Tone::Correct, language);
            return;
        }
        match judgement.verdict {
            Verdict::Right => self.sheet.say_as(&told(&Say::RightUnsure), Tone::Correct, language),
            Verdict::Wrong => {
                for right in right_answer(content, language) {
                    self.sheet.say_as(&told(&right), Tone::Wrong, language);
                }
                self.right_choices(content);
                self.missed_checks(content, judgement);
            }
        }
        for feedback in judgement.feedback.to_response.iter().take(2) {
            self.sheet.rich(feedback, "", "", content.language);
        }
        if let Some(explanation) = &judgement.feedback.explanation {
            self.say(&Say::Explanation { text: explanation.clone() });
        }
        if let Some(say) = comes_back {
            self.say(&say);
        }
    }

    /// A number alone would have to be looked up, or remembered by those who listen.
    fn right_choices(&mut self, content: &AskContent) {
        let choices = content.question.answer.choices();
        for (shown, written) in content.order.iter().enumerate() {
            if let Some(choice) = choices.get(*written).filter(|choice| choice.is_right) {
                self.sheet.rich(&choice.text, &format!("{} ", shown + 1), "  ", content.language);
            }
        }
    }

    fn missed_checks(&mut self, content: &AskContent, judgement: &Judgement) {
        let (Answer::Write { checklist, .. }, Response::Checks { met, .. }) =
            (&content.question.answer, &judgement.response)
        else {
            return;
        };
        self.say(&Say::ChecksLeft { count: checklist.len().saturating_sub(met.len()) })
    }
}
