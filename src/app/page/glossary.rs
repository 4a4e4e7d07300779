//! 用語: the words of the text at hand with what they mean, then all others.

use crate::app::GlossaryFacts;
use crate::app::field::Field;
use crate::app::page::Page;
use crate::domain::glossary::Term;
use crate::domain::language::Language;
use crate::i18n::say::Say;
use crate::layout::Tone;

impl Page<'_, '_> {
    pub(super) fn glossary(&mut self, facts: &GlossaryFacts) {
        self.title(&Say::GlossaryTitle);
        let (here, others) = (facts.here(), facts.others());
        if here.is_empty() {
            self.say(&Say::NoTermHere);
        }
        self.terms(&here, facts.language);
        if others.is_empty() {
            return;
        }
        self.sheet.space();
        if self.is_screen() {
            self.title(&Say::OtherTerms);
            self.terms(&others, facts.language);
        } else {
            // Nobody listens to them all; each is told when it is asked for.
            self.say(&Say::OtherTermNames { names: others.iter().map(|term| term.name.to_string()).collect() });
        }
    }

    /// The terms that the words being typed find, with the words.
    pub fn search_terms(&mut self, facts: &GlossaryFacts, field: &Field) {
        self.sheet.clear();
        self.title(&Say::GlossaryTitle);
        self.field(&Say::TermPrompt, field);
        self.sheet.gap();
        self.found_terms(facts, field.text());
    }

    /// What these words mean, or that it is not told here.
    pub fn found_terms(&mut self, facts: &GlossaryFacts, words: &str) {
        let found = facts.found(words);
        if found.is_empty() {
            self.say(&Say::NoTermFound { text: words.trim().to_owned() });
        }
        self.terms(&found, facts.language);
    }

    fn terms(&mut self, terms: &[&Term], language: Language) {
        for term in terms {
            self.sheet.space();
            let reading = term.reading.as_ref().map(ToString::to_string);
            let name = Say::TermName { name: term.name.to_string(), reading }.in_language(language);
            self.sheet.heading(&name, language);
            if !term.also.is_empty() {
                let names = term.also.iter().map(ToString::to_string).collect();
                self.sheet.say_as(&Say::AlsoCalled { names }.in_language(language), Tone::Muted, language);
            }
            self.sheet.blocks(&term.meaning, language);
        }
    }
}
