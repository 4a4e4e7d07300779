//! What a line means where it was typed. Commands are heard everywhere; the rest by the screen that stands there.

mod entry;
mod lists;
mod steps;

use crate::app::dialogue::reply::Command;
use crate::app::dialogue::{Dialogue, Heard, reply};
use crate::app::keys::Place;
use crate::app::page::{Page, tracks};
use crate::app::{AskStage, FirstRun, Message, Model, Screen, Step, TryStage};
use crate::i18n::say::Say;

impl Dialogue {
    /// What the line means where it was typed.
    pub fn hear(&mut self, line: &str, page: &mut Page<'_, '_>) -> Heard {
        let model = page.model;
        let plain = reply::plain(line);
        if matches!(model.screen(), Screen::Hidden) {
            return Heard::Messages(vec![Message::Show]);
        }
        if let Some(command) = self.command(model, &plain) {
            return self.obey(command, page);
        }
        let heard = match model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => one(Message::WelcomeRead),
            Screen::FirstRun(FirstRun::Promises) => one(Message::PromisesRead),
            Screen::FirstRun(FirstRun::Practice { content, stage }) => self.answer(content, stage, line, &plain, page),
            Screen::FirstRun(FirstRun::Role) => match chosen_track(model, &plain) {
                Some(track) => one(Message::TrackChosen(track)),
                None => Heard::Say(Say::OnlyNumbers { last: tracks(model).len() }),
            },
            Screen::Home(_) => home(model, &plain),
            Screen::Session(session) => return self.in_step(&session.step, line, &plain, page),
            Screen::Library(_) => self.in_library(model, line, &plain),
            Screen::Fit(page) => self.in_fit(model, page, &plain),
            Screen::Entry(Some(entry)) => entry::heard(entry, &plain),
            Screen::Entry(None) => one(Message::Back),
            Screen::Settings => self.in_settings(model, &plain),
            Screen::Glossary(Some(facts)) if !matches!(plain.as_str(), "" | "0") => {
                page.found_terms(facts, line);
                return one(Message::Present);
            }
            Screen::Progress(_) if plain == "2" => one(Message::OpenStatistics),
            Screen::Statistics(Some(statistics)) => match plain.as_str() {
                "1" => one(Message::StatisticsWanted(statistics.other_kind())),
                "2" => one(Message::StatisticsWanted(statistics.year.plus(-1))),
                "3" => one(Message::StatisticsWanted(statistics.year.plus(1))),
                _ => one(Message::Back),
            },
            Screen::Statistics(None) => one(Message::Back),
            Screen::Progress(_) if plain == "1" => match self.place(model) {
                Place::Progress => one(Message::LeaveToday { is_leave: true }),
                Place::ProgressOnLeave => one(Message::LeaveToday { is_leave: false }),
                _ => one(Message::Back),
            },
            Screen::Glossary(_) | Screen::Progress(_) | Screen::Health(_) | Screen::Help | Screen::Hidden => {
                one(Message::Back)
            }
        };
        kana_or(heard, line)
    }

    /// A command, unless the prompt is for free text where only a bare letter on its own is one.
    fn command(&self, model: &Model, plain: &str) -> Option<Command> {
        let command = reply::command(plain)?;
        let asked = model.asked();
        let writes = self.writing_action
            || asked.is_some_and(|(content, stage)| matches!(stage, AskStage::Choosing) && self.draft.is_text(content));
        let in_question = asked.is_some_and(|(_, stage)| !matches!(stage, AskStage::Judged(_)));
        match command {
            Command::Undo if self.draft.is_confirming() => None,
            // In a text a lone `?` is an answer in doubt, not a call for help.
            Command::Help if writes => None,
            // The word may be the answer; the letter is a command like the others.
            Command::Glossary if writes && plain != "g" => None,
            Command::Hint if !in_question => None,
            // Where something is being said, `b` goes back to before it.
            Command::GoHome if writes || !self.is_at_a_step(model) => None,
            _ => Some(command),
        }
    }

    /// In a sitting, with nothing begun that would be lost.
    fn is_at_a_step(&self, model: &Model) -> bool {
        let is_saying = self.asking_minutes || self.draft.is_confirming() || self.draft.is_checking();
        let is_promising = |step: &Step| {
            matches!(step, Step::TryThis { stage: TryStage::Action { .. } | TryStage::ReadBack { .. }, .. })
        };
        let is_screen = matches!(model.screen(), Screen::Session(_));
        is_screen && !is_saying && model.session().is_some_and(|session| !is_promising(&session.step))
    }

    fn obey(&mut self, command: Command, page: &mut Page<'_, '_>) -> Heard {
        let model = page.model;
        match command {
            Command::Quit => one(Message::Quit),
            Command::Hide => one(Message::Hide),
            Command::GoHome => one(Message::Back),
            Command::Help if matches!(model.screen(), Screen::Help) => one(Message::Back),
            Command::Help => one(Message::OpenHelp),
            Command::Glossary if matches!(model.screen(), Screen::Glossary(_)) => one(Message::Back),
            Command::Glossary => one(Message::OpenGlossary),
            Command::Undo if model.session().is_some() || model.asked().is_some() => one(Message::Undo),
            Command::Undo => Heard::Say(Say::NothingToUndo),
            Command::Time => Heard::Say(match model.session() {
                Some(session) if model.settings.is_timed => Say::TimeLeft { seconds: session.seconds_left() },
                _ => Say::NoTimeHere,
            }),
            Command::Hint => {
                if let Some((content, _)) = model.asked() {
                    page.hint(content);
                }
                one(Message::Present)
            }
        }
    }
}

fn home(model: &Model, plain: &str) -> Heard {
    let resume = matches!(model.screen(), Screen::Home(Some(home)) if home.resume.is_some());
    let is_done = matches!(model.screen(), Screen::Home(Some(home)) if home.is_done());
    match plain.to_lowercase().as_str() {
        "" if is_done => one(Message::OpenLibrary),
        "" | "1" => one(Message::Begin),
        "l" => one(Message::OpenLibrary),
        "p" => one(Message::OpenProgress),
        "6" => one(Message::OpenEntry),
        "s" | "m" => one(Message::OpenSettings),
        _ => Heard::Say(Say::HomeOnly { resume }),
    }
}

fn chosen_track(model: &Model, plain: &str) -> Option<crate::domain::id::TrackId> {
    let tracks = tracks(model);
    let number = if plain.is_empty() { 1 } else { reply::number(plain, tracks.len())? };
    tracks.into_iter().nth(number - 1).map(|(id, _)| id)
}

fn one(message: Message) -> Heard {
    Heard::Messages(vec![message])
}

/// Where a reply could not be read and is kana, the reason is the keyboard, and that is what helps.
fn kana_or(heard: Heard, line: &str) -> Heard {
    match heard {
        // A word is an honest try and gets the prompt's own help; a kana or two are a key pressed through the keyboard.
        Heard::Say(_) if reply::is_kana(line) && line.trim().chars().count() <= 2 => Heard::Say(Say::KanaSeen),
        other => other,
    }
}
