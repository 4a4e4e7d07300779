//! はじめの6問 as rows: one question at a time, and at the end the proposal with its reasons.

use crate::app::page::Page;
use crate::app::{Entry, Proposal};
use crate::i18n::entry::EntrySay;
use crate::i18n::say::Say;

impl Page<'_, '_> {
    pub(super) fn entry(&mut self, entry: &Entry) {
        if let Some(proposal) = &entry.proposal {
            return self.proposal(proposal);
        }
        let Some((question, options)) = entry.question() else { return };
        let (number, of) = (entry.answers.len() + 1, entry.questions().len());
        self.title(&Say::Entry(EntrySay::Title { number, of }));
        self.say(&Say::Entry(EntrySay::Question(question)));
        self.sheet.gap();
        for (place, answer) in options.into_iter().enumerate() {
            let (number, role) = (place + 1, entry.role_title(&answer));
            self.choice(number, &Say::Entry(EntrySay::Option { number, answer, role }));
        }
        if number == 1 {
            self.sheet.gap();
            self.say(&Say::Entry(EntrySay::Private));
        }
    }

    fn proposal(&mut self, proposal: &Proposal) {
        self.title(&Say::Entry(EntrySay::ProposalTitle));
        let language = self.language();
        let because = |page: &mut Self, say: EntrySay| {
            page.sheet.say_indented(&say.in_language(language), "  ", "  ", language);
        };
        if let Some((track, title)) = &proposal.track {
            self.sheet.lead(&EntrySay::Track { title: title.clone() }.in_language(language), language);
            because(self, EntrySay::BecauseRole { track: track.clone(), title: title.clone() });
            self.sheet.gap();
        }
        if proposal.lessons.is_empty() {
            self.say(&Say::Entry(EntrySay::NothingToPropose));
        }
        for (place, (_, title, reason)) in proposal.lessons.iter().enumerate() {
            let lesson = EntrySay::Lesson { number: place + 1, title: title.clone() };
            self.sheet.lead(&lesson.in_language(language), language);
            because(self, EntrySay::Because(*reason));
        }
        // Where few rows are seen, it was said with the first question.
        if !self.sheet.is_low {
            self.sheet.gap();
            self.say(&Say::Entry(EntrySay::Private));
        }
    }
}
