//! The model as rows: what each screen and each step says when it comes up, for lines and for screens alike. Reads
//! the model, changes nothing.

mod entry;
mod fit;
mod glossary;
mod lists;
mod question;
mod statistics;
mod step;
mod verdict;

use crate::app::dialogue::browse::Browse;
use crate::app::field::Field;
use crate::app::keys;
use crate::app::sheet::Sheet;
use crate::app::work::Work;
use crate::app::{FirstRun, HomeFacts, Model, Screen, Storage};
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::catalogue::Title;
use crate::domain::language::Language;
use crate::i18n::entry::EntrySay;
use crate::i18n::keys::Part;
use crate::i18n::say::Say;
use crate::layout::Rendition;

/// Writes screens onto a sheet.
pub struct Page<'model, 'sheet> {
    pub model: &'model Model,
    pub sheet: &'sheet mut Sheet,
    /// Where the record is.
    pub place: &'model str,
    /// The answer in the making, on a screen; lines keep theirs to themselves.
    pub work: Option<&'model Work>,
    /// A text is being typed below what is said here.
    pub is_typed_into: bool,
}

impl Page<'_, '_> {
    fn language(&self) -> Language {
        self.model.settings.language
    }

    fn is_screen(&self) -> bool {
        matches!(self.sheet.rendition, Rendition::Screen { .. })
    }

    /// The name of a screen or a step; on a screen it stands by itself.
    fn title(&mut self, say: &Say) {
        self.sheet.title(&say.in_language(self.language()), self.language());
    }

    pub fn say(&mut self, say: &Say) {
        self.sheet.say(&say.in_language(self.language()), self.language())
    }

    /// A line that a number picks.
    fn choice(&mut self, number: usize, say: &Say) {
        let (text, language) = (say.in_language(self.language()), self.language());
        self.sheet.choice(number, |sheet| sheet.say_indented(&text, "", "  ", language));
    }

    fn numbered(&mut self, mark: &str, text: &str, language: Language) {
        let number = mark.parse().unwrap_or_default();
        self.sheet.choice(number, |sheet| sheet.say_indented(text, &format!("{mark} "), "  ", language));
    }

    /// A text to type, with what it is for above it.
    pub fn field(&mut self, label: &Say, field: &Field) {
        self.sheet.gap();
        self.say(label);
        let language = self.language();
        self.sheet.field(field, language);
    }

    /// What is true of the whole sitting and is said again on every screen.
    pub fn banner(&mut self) {
        if self.model.is_trial && self.sheet.rendition == Rendition::Lines {
            self.say(&Say::Trial);
        }
        match &self.model.storage {
            Storage::Kept => {}
            Storage::NotKept { place, cause } => self.say(&Say::NotKept { place: place.clone(), cause }),
            Storage::ReadOnly { place } => self.say(&Say::ReadOnly { place: place.clone() }),
            Storage::Waiting { events, place, cause, .. } => {
                self.say(&Say::Waiting { events: *events, place: place.clone(), cause })
            }
        }
    }

    /// The whole screen or step as it comes up.
    pub fn screen(&mut self, browse: &Browse) {
        self.sheet.blank();
        match self.model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => self.welcome(),
            Screen::FirstRun(FirstRun::Role) => self.roles(),
            Screen::FirstRun(FirstRun::Promises) => self.promises(),
            Screen::FirstRun(FirstRun::Practice { content, stage }) => self.practice(content, stage),
            Screen::Home(Some(home)) => self.home(home),
            Screen::Session(session) => self.step(session),
            Screen::Library(Some(library)) => self.library(library, browse),
            Screen::Progress(Some(progress)) => self.progress(progress),
            Screen::Statistics(Some(statistics)) => self.statistics(statistics),
            Screen::Entry(Some(entry)) => self.entry(entry),
            Screen::Settings => self.settings(),
            Screen::Health(Some(health)) => self.health(health),
            Screen::Fit(fit) => self.fit(fit),
            Screen::Glossary(Some(facts)) => self.glossary(facts),
            Screen::Help => self.help(),
            Screen::Hidden => {
                // In lines, enough of them to push everything off any window.
                for _ in 0..if self.is_screen() { 0 } else { 60 } {
                    self.sheet.blank();
                }
                self.say(&Say::Working)
            }
            Screen::Home(None)
            | Screen::Library(None)
            | Screen::Progress(None)
            | Screen::Statistics(None)
            | Screen::Entry(None)
            | Screen::Health(None)
            | Screen::Glossary(None) => {}
        }
    }

    fn welcome(&mut self) {
        self.banner();
        self.title(&Say::WelcomeTitle);
        self.say(&Say::Welcome);
        if self.is_screen() {
            self.sheet.gap();
            self.say(&Say::KeyTestAsk);
        } else {
            self.promises();
        }
    }

    fn roles(&mut self) {
        self.title(&Say::RoleAsk);
        let titles: Vec<String> = tracks(self.model).iter().map(|(_, title)| title.clone()).collect();
        for (index, title) in titles.iter().enumerate() {
            self.numbered(&(index + 1).to_string(), title, self.language());
        }
    }

    fn promises(&mut self) {
        self.title(&Say::PromisesAhead);
        let (place, language) = (self.place, self.language());
        self.sheet.say_indented(&Say::PromisePlace.in_language(language), "", "  ", language);
        self.sheet.say_indented(place, "  ", "  ", language);
        for promise in [Say::PromisePrivate, Say::PromiseShown, Say::PromiseNames, Say::PromiseLeave] {
            self.sheet.say_indented(&promise.in_language(language), "", "  ", language);
        }
        // Where few rows are seen, the footer says it alone.
        if self.is_screen() && !self.sheet.is_low {
            self.sheet.gap();
            self.say(&Say::Entry(EntrySay::OfferNow));
        }
    }

    fn home(&mut self, home: &HomeFacts) {
        self.banner();
        self.sheet.gap();
        let minutes = Some(home.preview.minutes).filter(|_| !home.is_done());
        self.title(&Say::HomeTitle { today: home.today, minutes });
        if let Some(newest) = home.clock_is_behind {
            self.say(&Say::ClockIsBehind { newest });
        }
        if home.is_return {
            let questions = if home.is_done() { 0 } else { home.preview.reviews };
            self.say(&Say::WelcomeBack { questions });
        }
        match home.kind {
            DayKind::Off(reason) if reason != DayOff::Weekend => self.say(&Say::OffToday { reason }),
            DayKind::Light if home.preview.minutes == 1 => self.say(&Say::LightToday),
            DayKind::Working | DayKind::Light | DayKind::Off(_) => {}
        }
        let preview = &home.preview;
        match &home.resume {
            Some(resume) => self.say(&Say::ResumeHolds { seconds: resume.seconds_left }),
            None if home.is_done() => {
                self.say(&Say::HoldsNothing);
                if let Some(next) = home.next_due {
                    self.say(&Say::NextReview(next));
                }
            }
            None => self.say(&Say::Holds {
                follow_up: preview.follow_up,
                reviews: preview.reviews,
                lessons: preview.lessons.iter().map(ToString::to_string).collect(),
                seconds: preview.seconds,
            }),
        }
        if let Some((sentence, day)) = home.promise.as_ref().filter(|_| !preview.follow_up) {
            self.sheet.gap();
            self.say(&Say::OpenPromise { sentence: sentence.clone() });
            self.say(&Say::AskedOn { day: *day });
        }
        self.sheet.gap();
        if home.streak.length > 0 {
            self.say(&Say::StreakLine { length: home.streak.length, spare: home.streak.spare });
        } else if let Some(length) = home.streak.put_aside {
            let day = Some(home.restore_day).filter(|day| *day != home.today);
            self.say(&Say::StreakAside { length, day });
        }
        if home.offers_entry {
            self.sheet.gap();
            self.say(&Say::Entry(EntrySay::Offer));
        }
        if home.tell_unset_values {
            self.sheet.gap();
            self.say(&Say::UnsetValues);
        }
    }

    /// Every key, from the table that hears them; in lines, what a reply may be.
    fn help(&mut self) {
        self.title(&Say::HelpTitle);
        let language = self.language();
        let Rendition::Screen { ascii } = self.sheet.rendition else {
            self.say(&Say::HelpLines);
            return;
        };
        let everywhere = (Part::Everywhere, keys::by_action(&keys::EVERYWHERE));
        // What works everywhere is told once.
        let of_part = |places| {
            let mut rows = keys::keys_of(places);
            rows.retain(|(action, _)| !everywhere.1.iter().any(|(known, _)| known == action));
            rows
        };
        let parts: Vec<_> = keys::PARTS.iter().map(|(part, places)| (*part, of_part(places))).collect();
        for (part, rows) in [everywhere].into_iter().chain(parts) {
            self.sheet.heading(part.title(language), language);
            for (action, keys) in rows {
                let names: Vec<String> = keys.iter().map(|key| key.label(language, ascii)).collect();
                self.sheet.entry(&names.join("  "), action.label(language), language);
            }
            self.sheet.gap();
        }
        self.say(&Say::HelpForms);
    }
}

/// The roles with their titles, in the learner's language.
pub fn tracks(model: &Model) -> Vec<(crate::domain::id::TrackId, String)> {
    let Some(Screen::Home(Some(home))) = model.screens.first() else { return Vec::new() };
    let title = |title: &Title, id: &str| {
        title.in_language(model.settings.language).map_or_else(|| id.to_owned(), ToString::to_string)
    };
    home.tracks.iter().map(|(id, name)| (id.clone(), title(name, id.as_str()))).collect()
}
