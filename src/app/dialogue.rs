//! One exchange after another: what is shown next, which prompt stands, and what a reply to it means. Holds only
//! what lines need and the model does not: an unfinished answer, the level of a list.

pub(in crate::app) mod answering;
pub(in crate::app) mod browse;
mod hearing;
mod place;
mod prompt;
pub(in crate::app) mod reply;
mod shown;

use crate::app::dialogue::answering::Draft;
use crate::app::dialogue::browse::Browse;
use crate::app::dialogue::shown::{Shown, shown};
use crate::app::keys::Place;
use crate::app::page::Page;
use crate::app::{Message, Model, Screen, Setting};
use crate::domain::id::LessonId;
use crate::i18n::say::Say;

/// What stands between the model and the reader.
#[derive(Clone, Default)]
pub struct Dialogue {
    shown: Option<Shown>,
    draft: Draft,
    browse: Browse,
    setting: Option<Setting>,
    /// Chosen last in the list of settings, which goes on from there.
    last_setting: Option<Setting>,
    /// Switched last in the list of a setting, which goes on from there.
    last_switched: Option<usize>,
    /// やってみた was said; the minutes are asked.
    asking_minutes: bool,
    /// The learner writes an action of their own.
    writing_action: bool,
}

/// What a reply asks for.
#[derive(Debug)]
pub enum Heard {
    /// The reply was taken; the next prompt follows.
    Nothing,
    Say(Say),
    Messages(Vec<Message>),
}

impl Dialogue {
    /// Shows the screen if it is another one than before.
    pub fn show(&mut self, page: &mut Page<'_, '_>) {
        let before = self.shown.clone();
        if !self.arrive(page.model) {
            return;
        }
        let after_thinking = matches!((&before, &self.shown),
            (Some(Shown::Step { position, stage: 2 }), Some(Shown::Step { position: same, stage: 3 })) if position == same);
        match page.model.asked() {
            Some((content, _)) if after_thinking => page.options(content),
            _ => self.screen(page),
        }
    }

    fn screen(&self, page: &mut Page<'_, '_>) {
        match (page.model.screen(), self.setting) {
            (Screen::Settings, Some(setting)) => page.setting(setting),
            _ => page.screen(&self.browse),
        }
    }

    /// Takes note of where the model stands; true when that is another screen or step than before. What was begun on
    /// the one before is put away, but for a look at the help or a hidden screen.
    pub fn arrive(&mut self, model: &Model) -> bool {
        let is_aside = model.screen().is_aside();
        if !matches!(model.screen(), Screen::Library(_)) && !is_aside {
            self.browse = Browse::default();
        }
        if !matches!(model.screen(), Screen::Settings) && !is_aside {
            (self.setting, self.last_setting, self.last_switched) = (None, None, None);
        }
        let now = shown(model, &self.browse, self.setting);
        if self.shown.as_ref() == Some(&now) {
            return false;
        }
        let was_aside = matches!(self.shown, Some(Shown::Glossary | Shown::Help | Shown::Hidden));
        if !is_aside && !was_aside {
            self.draft = Draft::default();
            self.asking_minutes = false;
            self.writing_action = false;
        }
        self.shown = Some(now);
        true
    }

    /// The whole screen with the list of a setting that is being changed, as a screen shows it at any moment.
    pub fn compose(&self, page: &mut Page<'_, '_>) {
        self.screen(page);
    }

    /// The number that a list of settings or of values starts from; `None` for its first.
    pub fn starting_number(&self, model: &Model) -> Option<usize> {
        let place = match (model.screen(), self.setting) {
            (Screen::Settings, Some(setting)) if setting.has_switches() => return self.last_switched,
            (Screen::Settings, Some(setting)) => setting.options(model).iter().position(|option| option.stands),
            (Screen::Settings, None) => Setting::ALL.iter().position(|setting| Some(*setting) == self.last_setting),
            _ => None,
        };
        place.map(|place| place + 1)
    }

    /// What the text that is typed is for, where that is not a question's answer.
    pub fn field_label(&self, model: &Model) -> Option<Say> {
        match self.place(model) {
            Place::MinutesSaved => Some(Say::MinutesSavedAsk),
            Place::OwnAction => Some(Say::OwnActionPrompt),
            _ => None,
        }
    }

    /// `Esc` where something was begun: it is put away.
    pub fn put_away(&mut self) {
        self.writing_action = false;
        self.asking_minutes = false;
        (self.setting, self.last_switched) = (None, None);
    }

    /// The lessons whose titles hold the words, in the order in which they are listed.
    pub fn found(&self, model: &Model, words: &str) -> Vec<LessonId> {
        let Screen::Library(Some(library)) = model.screen() else { return Vec::new() };
        Browse::found(library, words).map(|found| found.lessons(library)).unwrap_or_default()
    }

    /// Shows lessons that a search found, or leaves the list as it is; false when nothing was found.
    pub fn browse_found(&mut self, model: &Model, words: &str) -> bool {
        let Screen::Library(Some(library)) = model.screen() else { return false };
        let found = Browse::found(library, words);
        let has_found = found.is_some();
        if let Some(found) = found {
            self.browse = found;
        }
        has_found
    }
}
