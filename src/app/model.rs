//! The model: each fact once, states that exclude each other as enums, screens pushed and popped.

use std::rc::Rc;

use crate::app::entry::Entry;
use crate::app::facts::{AskContent, HomeFacts, LibraryFacts, ProgressFacts};
use crate::app::fit::FitPage;
use crate::app::glossary::GlossaryFacts;
use crate::app::health::HealthFacts;
use crate::app::kept::{MachineFileFault, SettingKept};
use crate::app::look::Look;
use crate::app::session::{AskStage, Session, Step};
use crate::domain::id::TrackId;
use crate::domain::language::Language;
use crate::domain::memory::Retention;
use crate::domain::statistics::Statistics;
use crate::domain::work_pattern::WorkPattern;
use crate::i18n::beforehand::BeforehandSay;
use crate::i18n::entry::EntrySay;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;

/// Everything that is shown or remembered while the program runs.
#[derive(Clone, Debug)]
pub struct Model {
    pub surface: Surface,
    pub settings: Settings,
    pub look: Look,
    pub storage: Storage,
    /// The store was made with `--now`: said on every screen.
    pub is_trial: bool,
    /// The last screen is the one shown; never empty.
    pub screens: Vec<Screen>,
    /// Said once, with the next thing shown.
    pub notices: Vec<Notice>,
    pub has_ended: bool,
}

/// Where the program is shown; it decides how long a pause counts as reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    Screens,
    Lines,
}

/// What the learner set.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub language: Language,
    pub track: Option<TrackId>,
    pub minutes: u32,
    pub is_timed: bool,
    /// The weekdays worked from today on.
    pub workdays: WorkPattern,
    pub retention: Retention,
    /// Answers are scheduled by parameters fitted to this learner.
    pub is_fitted: bool,
}

/// Minutes to choose from.
pub const MINUTES: [u32; 4] = [1, 3, 5, 10];

/// Whether what happens is kept; a cause is one of the store's stable codes.
#[derive(Clone, Debug, PartialEq)]
pub enum Storage {
    Kept,
    /// The data folder cannot be written: study goes on, nothing is kept.
    NotKept {
        place: String,
        cause: &'static str,
    },
    /// The data is a newer program's: it is shown, nothing is added.
    ReadOnly {
        place: String,
    },
    /// Writing failed on the way; this many answers wait.
    Waiting {
        events: usize,
        /// They are in `rescue.jsonl` too.
        is_rescued: bool,
        place: String,
        cause: &'static str,
    },
}

#[derive(Clone, Debug)]
pub enum Screen {
    FirstRun(FirstRun),
    /// `None` until the engine has told it.
    Home(Option<Box<HomeFacts>>),
    Session(Box<Session>),
    Library(Option<LibraryFacts>),
    Progress(Option<Box<ProgressFacts>>),
    /// くわしい進み具合.
    Statistics(Option<Box<Statistics>>),
    Settings,
    /// 覚え方の計算を自分に合わせる.
    Fit(FitPage),
    /// はじめの6問; `None` until the engine has told it.
    Entry(Option<Box<Entry>>),
    /// 動作確認; `None` until the engine has looked.
    Health(Option<Box<HealthFacts>>),
    /// 用語; `None` until the engine has told it.
    Glossary(Option<GlossaryFacts>),
    Help,
    /// Nothing of the learner's is shown.
    Hidden,
}

/// The first run, in its order.
#[derive(Clone, Debug)]
pub enum FirstRun {
    /// What this is; on a screen with a key to press that shows whether the Japanese keyboard is on.
    Welcome,
    Role,
    /// The five promises.
    Promises,
    /// One question with its feedback, to try the keys on; nothing of it is kept.
    Practice {
        content: Rc<AskContent>,
        stage: AskStage,
    },
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Resumed,
    /// Nobody was there for longer than a step is waited for.
    ClockStopped,
    NothingPlanned,
    StepGone,
    /// A sitting that could have gone on was left for another one.
    EarlierSessionLeft,
    /// Two questions come before the lesson, and what they are for.
    AskedBeforehand,
    NothingToUndo,
    Undone,
    /// はじめの6問 are over.
    EntrySettled {
        is_taken: bool,
    },
    /// The lessons explain no words.
    NoGlossary,
    SettingStored(SettingKept),
    /// `settings.toml` has a mistake in it.
    MachineFile(MachineFileFault),
    /// … and so many more.
    MoreInMachineFile {
        count: usize,
    },
    /// `office.toml` has a mistake where it tells of days off.
    OfficeDays,
    /// It goes on in lines, or on screens, because somebody chose so.
    SurfaceChanged(Surface),
    /// Screens were chosen where none can be drawn.
    ScreensNextTime,
}

impl Notice {
    /// Its sentence.
    pub fn said(&self) -> Say {
        match self {
            Notice::Resumed => Say::Resumed,
            Notice::ClockStopped => Say::ClockStopped,
            Notice::EarlierSessionLeft => Say::EarlierSessionLeft,
            Notice::NothingPlanned => Say::NothingPlanned,
            Notice::StepGone => Say::StepGone,
            Notice::AskedBeforehand => Say::Beforehand(BeforehandSay::Asked),
            Notice::NothingToUndo => Say::NothingToUndo,
            Notice::Undone => Say::Undone,
            Notice::EntrySettled { is_taken: true } => Say::Entry(EntrySay::Taken),
            Notice::EntrySettled { is_taken: false } => Say::Entry(EntrySay::LeftAsItWas),
            Notice::NoGlossary => Say::NoGlossary,
            Notice::SettingStored(kept) => Say::Setting(kept.said()),
            Notice::MachineFile(fault) => Say::Setting(fault.said()),
            Notice::MoreInMachineFile { count } => Say::Setting(SettingSay::MoreFaults { count: *count }),
            Notice::OfficeDays => Say::OfficeDaysBroken,
            Notice::SurfaceChanged(Surface::Lines) => Say::Setting(SettingSay::LinesFromNow),
            Notice::SurfaceChanged(Surface::Screens) => Say::Setting(SettingSay::ScreensFromNow),
            Notice::ScreensNextTime => Say::Setting(SettingSay::ScreensNextTime),
        }
    }
}

impl Screen {
    /// A look aside: what was begun under it waits as it is.
    pub fn is_aside(&self) -> bool {
        matches!(self, Screen::Glossary(_) | Screen::Help | Screen::Hidden)
    }
}

impl Model {
    pub fn new(
        surface: Surface,
        settings: Settings,
        look: Look,
        storage: Storage,
        is_trial: bool,
        is_first_run: bool,
    ) -> Model {
        let mut screens = vec![Screen::Home(None)];
        if is_first_run {
            screens.push(Screen::FirstRun(FirstRun::Welcome));
        }
        Model { surface, settings, look, storage, is_trial, screens, notices: Vec::new(), has_ended: false }
    }

    /// The screen that is shown.
    pub fn screen(&self) -> &Screen {
        self.screens.last().expect("Home is never popped")
    }

    pub(crate) fn screen_mut(&mut self) -> &mut Screen {
        self.screens.last_mut().expect("Home is never popped")
    }

    /// Whether there is work that goes on in pieces as long as nothing else happens.
    pub fn is_working(&self) -> bool {
        self.screens.iter().any(|screen| matches!(screen, Screen::Fit(FitPage::Working { .. })))
    }

    /// The question that is asked on the screen that is shown, in a sitting or at the first run.
    pub fn asked(&self) -> Option<(&Rc<AskContent>, &AskStage)> {
        match self.screen() {
            Screen::FirstRun(FirstRun::Practice { content, stage }) => Some((content, stage)),
            Screen::Session(session) => match &session.step {
                Step::Ask { content, stage } => Some((content, stage)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The sitting, whether it is shown or hidden behind another screen.
    pub fn session(&self) -> Option<&Session> {
        self.screens.iter().rev().find_map(|screen| match screen {
            Screen::Session(session) => Some(session.as_ref()),
            _ => None,
        })
    }

    pub(crate) fn session_mut(&mut self) -> Option<&mut Session> {
        self.screens.iter_mut().rev().find_map(|screen| match screen {
            Screen::Session(session) => Some(session.as_mut()),
            _ => None,
        })
    }
}
