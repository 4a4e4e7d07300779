//! Everything that makes a screen another one than the one before.

use crate::app::dialogue::browse::Browse;
use crate::app::{AskStage, FirstRun, Look, Model, Screen, Setting, Step, TryStage};
use crate::domain::calendar::DayKind;
use crate::domain::statistics::StudyYear;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Welcome,
    Role,
    Promises,
    Practice { stage: u8 },
    Home(Box<crate::app::HomeFacts>),
    Step { position: usize, stage: u8 },
    Library(Browse),
    Progress(DayKind),
    Statistics(StudyYear),
    Settings(Box<(crate::app::Settings, Look)>, Option<Setting>),
    Entry(usize),
    Health,
    Fit(Box<crate::app::FitPage>),
    Glossary,
    Help,
    Hidden,
    Waiting,
}

pub(super) fn shown(model: &Model, browse: &Browse, setting: Option<Setting>) -> Shown {
    match model.screen() {
        Screen::FirstRun(FirstRun::Welcome) => Shown::Welcome,
        Screen::FirstRun(FirstRun::Role) => Shown::Role,
        Screen::FirstRun(FirstRun::Promises) => Shown::Promises,
        Screen::FirstRun(FirstRun::Practice { stage, .. }) => Shown::Practice { stage: ask_stage(stage) },
        Screen::Home(Some(home)) => Shown::Home(home.clone()),
        Screen::Session(session) => Shown::Step { position: session.position, stage: stage(&session.step) },
        Screen::Library(Some(_)) => Shown::Library(browse.clone()),
        Screen::Progress(Some(progress)) => Shown::Progress(progress.kind),
        Screen::Statistics(Some(statistics)) => Shown::Statistics(statistics.year),
        Screen::Settings => Shown::Settings(Box::new((model.settings.clone(), model.look)), setting),
        Screen::Entry(Some(entry)) => Shown::Entry(entry.answers.len()),
        Screen::Health(Some(_)) => Shown::Health,
        Screen::Fit(page) => Shown::Fit(Box::new(page.clone())),
        Screen::Glossary(Some(_)) => Shown::Glossary,
        Screen::Help => Shown::Help,
        Screen::Hidden => Shown::Hidden,
        Screen::Home(None)
        | Screen::Library(None)
        | Screen::Progress(None)
        | Screen::Statistics(None)
        | Screen::Entry(None)
        | Screen::Health(None)
        | Screen::Glossary(None) => Shown::Waiting,
    }
}

fn ask_stage(stage: &AskStage) -> u8 {
    match stage {
        AskStage::Thinking => 2,
        AskStage::Choosing | AskStage::Storing => 3,
        AskStage::Judged(_) => 4,
    }
}

fn stage(step: &Step) -> u8 {
    match step {
        Step::Loading => 0,
        Step::FollowUp(_) => 1,
        Step::Ask { stage, .. } => ask_stage(stage),
        Step::Read { detail_is_open: false, .. } => 5,
        Step::Read { detail_is_open: true, .. } => 6,
        Step::TryThis { stage: TryStage::Reminder, .. } => 7,
        Step::TryThis { stage: TryStage::Cue, .. } => 8,
        Step::TryThis { stage: TryStage::Action { .. }, .. } => 9,
        Step::TryThis { stage: TryStage::ReadBack { .. } | TryStage::Storing, .. } => 10,
        Step::Close(_) => 11,
    }
}
