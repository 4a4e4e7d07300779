//! What comes into `update`, and what it asks for.

use std::rc::Rc;

use crate::app::entry::{Entry, Proposal};
use crate::app::facts::{AskContent, HomeFacts, Judgement, LibraryFacts, ProgressFacts, SessionFacts, StepContent};
use crate::app::fit::{FitFacts, FitOutcome};
use crate::app::health::HealthFacts;
use crate::app::kept::SettingKept;
use crate::app::look::{Marks, Theme};
use crate::app::model::{Storage, Surface};
use crate::domain::entry::EntryAnswer;
use crate::domain::event::Outcome;
use crate::domain::glossary::Term;
use crate::domain::id::{LessonId, PromiseId, SessionId, TrackId};
use crate::domain::language::Language;
use crate::domain::memory::Retention;
use crate::domain::question::{Confidence, Response};
use crate::domain::statistics::{Statistics, StudyYear};
use crate::domain::work_pattern::WorkPattern;
use crate::width::Ambiguous;

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    // -- the learner
    /// First run: what this is was read, or the key was tested.
    WelcomeRead,
    /// First run: the five promises were read.
    PromisesRead,
    TrackChosen(TrackId),
    /// Start, or go on with, today's sitting.
    Begin,
    /// One lesson of the learner's choice.
    OpenLesson(LessonId),
    OpenLibrary,
    OpenProgress,
    OpenStatistics,
    /// The same figures with the days of this year.
    StatisticsWanted(StudyYear),
    OpenSettings,
    /// はじめの6問.
    OpenEntry,
    EntryAnswered(EntryAnswer),
    /// One question back.
    EntryRethought,
    /// The proposal is taken, or all stays as it is.
    EntrySettled {
        is_taken: bool,
    },
    /// 動作確認.
    OpenHealth,
    /// 覚え方の計算を自分に合わせる.
    OpenFit,
    FitWanted,
    /// The published parameters are wanted again.
    FitResetWanted,
    OpenHelp,
    /// What the words of the text at hand mean.
    OpenGlossary,
    Back,
    Changed(SettingChange),
    /// Today is leave, or is no leave after all.
    LeaveToday {
        is_leave: bool,
    },
    FollowUpTold(FollowUpAnswer),
    /// The learner has thought; the options appear.
    OptionsWanted,
    Answered {
        response: Response,
        confidence: Confidence,
    },
    /// The folded part of the lesson.
    DetailWanted,
    /// もう知っている: the lesson at hand is asked about before it is read.
    KnownAlready,
    /// On to what comes next.
    Next,
    CueChosen(usize),
    ActionChosen(ChosenAction),
    PromiseConfirmed,
    PromiseSkipped,
    /// One step back while a promise is made.
    PromiseRethought,
    Undo,
    More,
    Hide,
    Show,
    Quit,
    /// The terminal told how wide it draws ambiguous characters.
    WidthMeasured(Ambiguous),
    /// An answer in the making, worth keeping in case the power goes.
    DraftMade(String),
    /// A key or a line that changes nothing but shows that somebody is there.
    Present,

    // -- whoever waits for the learner
    /// Nothing else happened: work under way goes on by a piece.
    WorkGoesOn,

    // -- the engine
    HomeLoaded(Box<HomeFacts>),
    EntryLoaded(Box<Entry>),
    /// The question of the first run, where the lessons have one that suits.
    PracticeLoaded(Option<Rc<AskContent>>),
    /// The sitting that was begun before is left, because another one begins.
    EarlierSessionLeft,
    SessionOpened(Box<SessionFacts>),
    /// There is nothing to do in a new sitting.
    NothingPlanned,
    StepLoaded {
        position: usize,
        content: StepContent,
    },
    Judged(Box<Judgement>),
    /// A step without an answer is stored.
    StepStored {
        next_step: usize,
    },
    NothingToUndo,
    LibraryLoaded(LibraryFacts),
    ProgressLoaded(Box<ProgressFacts>),
    StatisticsLoaded(Box<Statistics>),
    HealthLoaded(Box<HealthFacts>),
    FitLoaded(FitFacts),
    FitWent {
        percent: u8,
    },
    FitDone(FitOutcome),
    GlossaryLoaded(Rc<Vec<Term>>),
    StorageChanged(Storage),
    /// What became of a setting.
    SettingStored(SettingKept),
}

#[derive(Clone, Debug, PartialEq)]
pub enum FollowUpAnswer {
    /// やってみた, with the minutes that it saved if the learner says so.
    Kept { minutes_saved: Option<f64> },
    /// その場面がなかった
    NoOccasion,
    /// まだ
    NotYet,
    /// もう聞かない
    Drop,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ChosenAction {
    Listed(usize),
    Own(String),
}

#[derive(Clone, Debug, PartialEq)]
pub enum SettingChange {
    Track(TrackId),
    Minutes(u32),
    Language(Language),
    /// False: 時間を計らない.
    Timed(bool),
    /// From today on.
    Workdays(WorkPattern),
    Retention(Retention),
    Theme(Theme),
    Marks(Marks),
    /// Screens or lines, from here on and from the next start on.
    Surface(Surface),
}

/// What `update` asks the engine to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    LoadHome,
    StoreWelcome,
    LoadPractice,
    LoadEntry,
    KeepEntry(Vec<EntryAnswer>),
    SettleEntry {
        taken: Option<Proposal>,
    },
    /// The verdict on a practice answer, of which nothing is kept.
    JudgePractice {
        content: Rc<AskContent>,
        response: Response,
        confidence: Confidence,
    },
    StoreSetting(SettingChange),
    /// This machine's terminal draws ambiguous characters so.
    RememberWidth(Ambiguous),
    StartSession {
        minutes: u32,
    },
    ResumeSession(SessionId),
    StartLesson(LessonId),
    LoadStep {
        session: SessionId,
        position: usize,
    },
    StoreAnswer {
        session: SessionId,
        position: usize,
        response: Response,
        confidence: Confidence,
        ms: u64,
    },
    StoreFollowUp {
        session: SessionId,
        position: usize,
        promise: PromiseId,
        answer: FollowUpAnswer,
        ms: u64,
    },
    StoreReading {
        session: SessionId,
        position: usize,
        ms: u64,
        detail_opened: bool,
    },
    StorePromise {
        session: SessionId,
        position: usize,
        cue: usize,
        action: ChosenAction,
        ms: u64,
    },
    AskBeforehand {
        session: SessionId,
        position: usize,
    },
    /// A step that leaves nothing but its end: a reminder read, a promise not made, a lesson that is gone.
    FinishStep {
        session: SessionId,
        position: usize,
        ms: u64,
    },
    KeepDraft {
        session: SessionId,
        position: usize,
        text: String,
    },
    UndoAnswer(SessionId),
    LoadLibrary,
    LoadProgress,
    /// Of the fiscal year with today in it when none is named.
    LoadStatistics(Option<StudyYear>),
    StoreLeaveToday {
        is_leave: bool,
    },
    LoadHealth,
    LoadFit,
    BeginFit,
    /// One piece of it.
    GoOnFitting,
    /// Nothing of it is kept.
    DropFit,
    ResetFit,
    /// The terms of this language.
    LoadGlossary(Language),
    /// Work that must not stand between an answer and its verdict: done once that is shown.
    TidyUp,
}

impl FollowUpAnswer {
    /// The outcome as it is kept; `None` for a promise that is dropped.
    pub fn outcome(&self) -> Option<Outcome> {
        match self {
            FollowUpAnswer::Kept { .. } => Some(Outcome::Kept),
            FollowUpAnswer::NoOccasion => Some(Outcome::NoOccasion),
            FollowUpAnswer::NotYet => Some(Outcome::NotKept),
            FollowUpAnswer::Drop => None,
        }
    }
}
