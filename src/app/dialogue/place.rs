//! Where keys are pressed, as far as the model and what was begun tell; a question's own widget knows the rest.

use crate::app::dialogue::Dialogue;
use crate::app::keys::Place;
use crate::app::{AskStage, FirstRun, FitPage, Model, Screen, Step, TryStage};
use crate::domain::calendar::{DayKind, DayOff};

impl Dialogue {
    /// Where keys are pressed, but for the question that is being answered.
    pub fn place(&self, model: &Model) -> Place {
        match model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => Place::KeyTest,
            Screen::FirstRun(FirstRun::Role) => Place::Role,
            Screen::FirstRun(FirstRun::Promises) => Place::Promises,
            Screen::FirstRun(FirstRun::Practice { stage: AskStage::Judged(_), .. }) => Place::PracticeVerdict,
            Screen::FirstRun(FirstRun::Practice { .. }) => Place::Waiting,
            Screen::Home(Some(home)) if home.resume.is_some() => Place::HomeToGoOn,
            Screen::Home(Some(home)) if home.is_done() => Place::HomeDone,
            Screen::Home(Some(_)) => Place::Home,
            Screen::Library(Some(_)) => Place::Library,
            Screen::Glossary(Some(_)) => Place::Glossary,
            Screen::Home(None)
            | Screen::Library(None)
            | Screen::Progress(None)
            | Screen::Statistics(None)
            | Screen::Entry(None)
            | Screen::Health(None)
            | Screen::Glossary(None) => Place::Waiting,
            Screen::Entry(Some(entry)) if entry.proposal.is_some() => Place::Proposal,
            Screen::Entry(Some(_)) => Place::Entry,
            Screen::Settings => match self.setting {
                None => Place::Settings,
                Some(setting) if setting.has_switches() => Place::SettingSwitches,
                Some(_) => Place::SettingValue,
            },
            Screen::Progress(Some(progress)) => match progress.kind {
                DayKind::Working | DayKind::Light => Place::Progress,
                DayKind::Off(DayOff::Leave) => Place::ProgressOnLeave,
                DayKind::Off(_) => Place::ProgressOnDayOff,
            },
            Screen::Fit(FitPage::Loading) => Place::Waiting,
            Screen::Fit(FitPage::Ready(facts)) if facts.is_enough() || model.settings.is_fitted => Place::Fit,
            Screen::Fit(FitPage::Working { .. }) => Place::FitWorking,
            Screen::Fit(_) | Screen::Health(Some(_)) | Screen::Help => Place::Looking,
            Screen::Statistics(Some(_)) => Place::Statistics,
            Screen::Hidden => Place::Hidden,
            Screen::Session(session) => match &session.step {
                Step::FollowUp(_) if self.asking_minutes => Place::MinutesSaved,
                Step::FollowUp(_) => Place::FollowUp,
                Step::Ask { stage: AskStage::Thinking, .. } => Place::Thinking,
                Step::Ask { stage: AskStage::Judged(_), .. } => Place::Verdict,
                Step::Read { content, detail_is_open: false } if !content.more.is_empty() => Place::ReadingWithMore,
                Step::Read { .. } => Place::Reading,
                Step::TryThis { stage: TryStage::Reminder, .. } => Place::Reminder,
                Step::TryThis { stage: TryStage::Cue, .. } => Place::Cue,
                Step::TryThis { stage: TryStage::Action { .. }, .. } if self.writing_action => Place::OwnAction,
                Step::TryThis { stage: TryStage::Action { .. }, .. } => Place::ChoosingAction,
                Step::TryThis { stage: TryStage::ReadBack { .. }, .. } => Place::ReadBack,
                Step::Close(facts) if facts.can_undo => Place::CloseWithUndo,
                Step::Close(_) => Place::Close,
                Step::Loading | Step::Ask { .. } | Step::TryThis { stage: TryStage::Storing, .. } => Place::Waiting,
            },
        }
    }
}
