//! The prompt that stands below what lines have shown.

use crate::app::dialogue::Dialogue;
use crate::app::dialogue::browse::Browse;
use crate::app::keys::Place;
use crate::app::{AskContent, AskStage, FirstRun, Model, Screen, Step, TryStage};
use crate::i18n::entry::EntrySay;
use crate::i18n::fit::FitSay;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;
use crate::i18n::statistics::StatisticsTell;

impl Dialogue {
    pub fn prompt(&self, model: &Model) -> Say {
        match model.screen() {
            Screen::FirstRun(FirstRun::Welcome | FirstRun::Promises) => Say::NextPrompt,
            Screen::FirstRun(FirstRun::Role) => Say::NumberPrompt,
            Screen::FirstRun(FirstRun::Practice { content, stage }) => self.ask_prompt(content, stage),
            Screen::Home(Some(home)) if home.is_done() => Say::HomeKeysDone,
            Screen::Home(home) => Say::HomeKeys { resume: home.as_ref().is_some_and(|home| home.resume.is_some()) },
            Screen::Session(session) => self.step_prompt(&session.step),
            Screen::Library(_) => match self.browse {
                Browse::Courses(_) => Say::LibraryKeys,
                Browse::Tracks => Say::TracksKeys,
                Browse::Lessons { .. } | Browse::Found { .. } => Say::LessonsKeys,
            },
            Screen::Entry(Some(entry)) => Say::Entry(match entry.question() {
                Some((_, options)) => EntrySay::Keys { last: options.len() },
                None => EntrySay::ProposalKeys,
            }),
            Screen::Entry(None) => Say::BackPrompt,
            Screen::Settings => match self.setting {
                None => Say::SettingsKeys,
                Some(setting) if setting.has_switches() => Say::Setting(SettingSay::SwitchKeys),
                Some(_) => Say::Setting(SettingSay::ChooseKeys),
            },
            Screen::Progress(_) => match self.place(model) {
                Place::Progress => Say::ProgressKeys { is_leave: Some(false) },
                Place::ProgressOnLeave => Say::ProgressKeys { is_leave: Some(true) },
                _ => Say::ProgressKeys { is_leave: None },
            },
            Screen::Fit(_) if self.place(model) == Place::Fit => Say::Fit(FitSay::Keys),
            Screen::Fit(_) | Screen::Health(_) | Screen::Help => Say::BackPrompt,
            Screen::Statistics(_) => Say::Statistics(StatisticsTell::Keys),
            Screen::Glossary(_) => Say::GlossaryKeys,
            Screen::Hidden => Say::HiddenPrompt,
        }
    }

    fn step_prompt(&self, step: &Step) -> Say {
        match step {
            Step::Loading => Say::NextPrompt,
            Step::FollowUp(_) if self.asking_minutes => Say::MinutesSavedAsk,
            Step::FollowUp(_) => Say::FollowUpKeys,
            Step::Ask { content, stage } => self.ask_prompt(content, stage),
            Step::Read { content, detail_is_open } => Say::ReadKeys {
                has_more: !content.more.is_empty() && !detail_is_open,
                can_be_passed: content.can_be_passed,
            },
            Step::TryThis { stage: TryStage::Reminder, .. } => Say::NextPrompt,
            Step::TryThis { content, stage: TryStage::Cue } => Say::CueKeys { last: content.cues.len() },
            Step::TryThis { stage: TryStage::Action { .. }, .. } if self.writing_action => Say::OwnActionPrompt,
            Step::TryThis { content, stage: TryStage::Action { cue } } => {
                Say::ActionKeys { last: content.cues.get(*cue).map_or(0, |(_, actions)| actions.len()) + 1 }
            }
            Step::TryThis { .. } => Say::PromiseKeys,
            Step::Close(facts) => Say::CloseKeys { can_undo: facts.can_undo },
        }
    }

    fn ask_prompt(&self, content: &AskContent, stage: &AskStage) -> Say {
        match stage {
            AskStage::Thinking => Say::ThinkFirst,
            AskStage::Judged(_) => Say::VerdictKeys,
            AskStage::Choosing | AskStage::Storing => self.draft.prompt(content),
        }
    }
}
