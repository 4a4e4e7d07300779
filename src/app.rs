//! What the program shows and what it does next, as data: a model, messages into [`update`], effects out of it. No
//! I/O, no clock, no randomness. Screens and lines both stand on it, so a sitting is written once.

mod desk;
mod dialogue;
mod entry;
mod facts;
mod field;
mod fit;
mod glossary;
mod health;
mod kept;
mod key;
mod keys;
mod look;
mod message;
mod model;
mod opening;
mod page;
mod session;
mod settings;
mod sheet;
mod stopwatch;
mod terminal;
mod update;
mod work;

pub use desk::{Desk, View};
pub use dialogue::{Dialogue, Heard};
pub use entry::{Entry, Proposal};
pub use facts::{
    AskContent, Beforehand, CloseFacts, CourseFacts, FollowUpContent, HomeFacts, Judgement, LessonFacts, LibraryFacts,
    PlanPreview, ProgressFacts, ReadContent, ResumeFacts, SessionFacts, Shelf, StepContent, TimedSteps, TrackFacts,
    TryContent,
};
pub use fit::{FitFacts, FitOutcome, FitPage};
pub use glossary::GlossaryFacts;
pub use health::{HealthFacts, LessonsOrigin, unkept};
pub use kept::{MachineFileFault, SettingKept};
pub use key::Key;
pub use look::{Look, Marks, Theme};
pub use message::{ChosenAction, Effect, FollowUpAnswer, Message, SettingChange};
pub use model::{FirstRun, MINUTES, Model, Notice, Screen, Settings, Storage, Surface};
pub use opening::Opening;
pub use page::Page;
pub use session::{AskStage, Session, Step, TryStage};
pub use settings::{Setting, SettingOption};
pub use sheet::{Sheet, SheetRow, Start};
pub use stopwatch::Stopwatch;
pub use terminal::Terminal;
pub use update::update;
