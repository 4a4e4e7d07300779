//! The footer: at most four keys with what they do now, in rows. What a key does anywhere is in [`keys`]; here it is
//! said of this very page.

use crate::app::desk::{Desk, is_reading};
use crate::app::keys::{self, Binding, Place};
use crate::app::work::Work;
use crate::app::{Model, Step};
use crate::i18n::keys::{KeyAction, KeyName};
use crate::layout::{Rendition, Row, Tone};

impl Desk {
    /// The keys of the part that is shown.
    pub(super) fn footer(&self) -> &[Row] {
        &self.footers[usize::from(self.paging.has_more())]
    }

    /// The keys of this place in rows; a key and its word stay together, and the keys are what the eye looks for.
    pub(super) fn footer_rows(&self, model: &Model, has_more: bool) -> Vec<Row> {
        let language = model.settings.language;
        let ambiguous = model.look.ambiguous();
        let ascii = model.look.rendition() == Rendition::Screen { ascii: true };
        let columns = usize::from(self.columns());
        let mut rows: Vec<Row> = Vec::new();
        let place = self.place(model);
        let last_number = self.work.last_number().or_else(|| self.numbers().into_iter().max());
        for binding in self.footer_keys(model, place, has_more) {
            let name = match (binding.key, last_number) {
                // How many there are, even where some are on another part.
                (KeyName::Digits, Some(1)) => "1".to_owned(),
                (KeyName::Digits, Some(last)) => format!("1-{}", last.min(9)),
                (key, _) => key.label(language, ascii),
            };
            let action = self.said_of(binding, place, has_more).label(language);
            let mut key = Row::of(name, Tone::Strong);
            key.push(&format!(" {action}"), Tone::Plain);
            match rows.last_mut() {
                Some(row) if row.columns(ambiguous) + 2 + key.columns(ambiguous) <= columns => {
                    row.push("  ", Tone::Plain);
                    row.push_row(&key);
                }
                _ => rows.push(key),
            }
        }
        rows
    }

    /// What a key does, as it stands.
    fn said_of(&self, binding: Binding, place: Place, has_more: bool) -> KeyAction {
        match binding.action {
            _ if binding.key == KeyName::Enter && has_more && self.enter_turns(place) => KeyAction::Continue,
            KeyAction::Unsure if self.work.is_untouched() => KeyAction::DoNotKnow,
            action => action,
        }
    }

    /// At most four keys: those of the place, a hint where the question has one, and how to see the rest of a long list.
    fn footer_keys(&self, model: &Model, place: Place, has_more: bool) -> Vec<Binding> {
        // What lies behind a text is opened at its end.
        let is_shown = |row: &Binding| row.action != KeyAction::OpenDetail || !has_more;
        let mut keys: Vec<Binding> = keys::footer(place).filter(is_shown).collect();
        if let Some(Step::Read { content, .. }) = model.session().map(|session| &session.step)
            && is_reading(place)
            && self.is_in_text(model)
        {
            keys.extend(content.can_be_passed.then_some(Binding { in_footer: true, ..keys::KNOW_ALREADY }));
            keys.extend(content.uses_terms.then_some(keys::GLOSSARY));
        }
        let has_hint = model.asked().is_some_and(|(content, _)| !content.question.hint.is_empty());
        if has_hint && let Some(hint) = keys::bindings(place).iter().find(|row| row.action == KeyAction::Hint) {
            keys.push(*hint);
        }
        if has_more && !self.enter_turns(place) && !keys::takes_text(place) && self.work == Work::None {
            keys.insert(0, Binding { key: KeyName::Space, action: KeyAction::Continue, in_footer: true });
        }
        keys.truncate(4);
        keys
    }

    /// Whether `Enter` shows the next part where there is one: on a page to read, and before anything was done on a page
    /// to answer.
    fn enter_turns(&self, place: Place) -> bool {
        let is_read_first = match self.work {
            Work::Texts { is_closed: false, .. } | Work::Write { checks: None, .. } => self.paging.is_chosen(),
            _ => self.work.is_untouched(),
        };
        is_reading(place) || is_read_first
    }
}
