//! What the engine tells the model: values ready to be shown, without a way back to files or to the store.

use std::rc::Rc;

use crate::domain::calendar::{DayKind, PlannedDay};
use crate::domain::catalogue::Title;
use crate::domain::day::Day;
use crate::domain::document::{Block, RichText};
use crate::domain::event::{Phase, PlannedStep};
use crate::domain::feedback::Feedback;
use crate::domain::fold::HowDone;
use crate::domain::id::{CourseId, LessonId, PromiseId, SessionId, TrackId};
use crate::domain::language::Language;
use crate::domain::memory::ComingBack;
use crate::domain::question::{Confidence, Question, Response, Verdict};
use crate::domain::streak::{DayExplanation, Streak};
use crate::text::SafeText;

/// 今日: what Home says.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeFacts {
    pub today: Day,
    /// What today is: a working day, a light one, or off.
    pub kind: DayKind,
    /// The day of the newest fact, when the clock stands before it.
    pub clock_is_behind: Option<Day>,
    /// The day on which a close brings back what was put aside.
    pub restore_day: Day,
    pub streak: Streak,
    pub studied_today: bool,
    /// Back after weeks: a small sitting, and no backlog number.
    pub is_return: bool,
    /// A sitting that was left and goes on at its question.
    pub resume: Option<ResumeFacts>,
    /// What a new sitting would hold.
    pub preview: PlanPreview,
    /// The next day with something to review.
    pub next_due: Option<PlannedDay>,
    /// The promise that is open, and the day on which it is asked about.
    pub promise: Option<(String, Day)>,
    /// Lessons name a desk that the office has not set; said once.
    pub tell_unset_values: bool,
    /// はじめの6問 can still choose the first lessons.
    pub offers_entry: bool,
    /// Roles to choose from.
    pub tracks: Vec<(TrackId, Title)>,
}

impl HomeFacts {
    /// Whether nothing waits: no sitting to go on with, and nothing to put in a new one.
    pub fn is_done(&self) -> bool {
        let preview = &self.preview;
        self.resume.is_none() && !preview.follow_up && preview.reviews == 0 && preview.lessons.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct ResumeFacts {
    pub session: SessionId,
    pub steps_left: usize,
    pub seconds_left: f64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanPreview {
    pub minutes: u32,
    pub seconds: f64,
    pub follow_up: bool,
    pub reviews: usize,
    /// Titles of the lessons to read.
    pub lessons: Vec<SafeText>,
}

/// Each step of a sitting with its guessed seconds; lent, because they seldom change.
pub type TimedSteps = Rc<[(PlannedStep, f64)]>;

/// A sitting as it starts or goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionFacts {
    pub id: SessionId,
    pub minutes: u32,
    pub steps: TimedSteps,
    pub position: usize,
    /// It had been left and goes on.
    pub is_resumed: bool,
}

/// What a step shows.
#[derive(Clone, Debug, PartialEq)]
pub enum StepContent {
    FollowUp(FollowUpContent),
    Ask(Rc<AskContent>),
    Read(Rc<ReadContent>),
    TryThis(Rc<TryContent>),
    Close(CloseFacts),
    /// The lesson or the question is no longer there: the step is passed over, and that is said.
    Gone,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpContent {
    pub promise: PromiseId,
    pub sentence: String,
    pub made_day: Day,
}

#[derive(Clone, Debug, PartialEq)]
pub struct AskContent {
    pub lesson: LessonId,
    pub lesson_title: SafeText,
    pub question: Question,
    pub phase: Phase,
    /// Places as written, in the order shown.
    pub order: Vec<usize>,
    /// The language it is written in; another one than the learner's when the translation is missing.
    pub language: Language,
    pub shown: String,
    /// What was left unfinished of the answer, as the screen wrote it.
    pub draft: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ReadContent {
    pub lesson: LessonId,
    pub title: SafeText,
    pub objective: Option<SafeText>,
    pub main: Vec<Block>,
    pub more: Vec<Block>,
    pub language: Language,
    pub shown: String,
    pub characters: u32,
    /// The library explains words of it.
    pub uses_terms: bool,
    /// Whoever knows it already may be asked about it instead.
    pub can_be_passed: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TryContent {
    pub lesson: LessonId,
    pub language: Language,
    /// Cues with their actions.
    pub cues: Vec<(RichText, Vec<RichText>)>,
    /// The day on which the learner is asked.
    pub ask_day: Day,
    /// An action in the learner's own words that was left unfinished.
    pub draft: Option<String>,
    /// An open promise: this step is then only a reminder.
    pub open: Option<(String, Day)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CloseFacts {
    pub answers: u32,
    pub right: u32,
    pub seconds: u64,
    pub streak: Streak,
    /// The day with the next review.
    pub next_day: Option<PlannedDay>,
    pub can_undo: bool,
}

/// What the store's reply made of an answer. It exists only after the answer is kept (or known not to be).
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub confidence: Confidence,
    pub response: Response,
    pub feedback: Feedback,
    /// When it comes back, and why then.
    pub due: Option<ComingBack>,
    /// It comes back before the end of this sitting.
    pub again_today: bool,
    /// For a question before a lesson, what comes of it.
    pub beforehand: Option<Beforehand>,
    /// The steps as they stand now.
    pub steps: TimedSteps,
    /// Where the sitting goes on.
    pub next_step: usize,
}

/// What an answer before a lesson leads to, when it settles the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beforehand {
    /// The lesson is done without reading.
    Known,
    /// The text follows.
    ToRead,
}

/// 教材一覧.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LibraryFacts {
    pub tracks: Vec<TrackFacts>,
    pub courses: Vec<CourseFacts>,
}

impl LibraryFacts {
    /// The courses on a shelf, in its order.
    pub fn on(&self, shelf: &Shelf) -> Vec<&CourseFacts> {
        let track = match shelf {
            Shelf::Own => self.tracks.iter().find(|track| track.is_own),
            Shelf::Track(id) => self.tracks.iter().find(|track| track.id == *id),
            Shelf::All => None,
        };
        match track {
            Some(track) => track.courses.iter().filter_map(|id| self.course(id)).collect(),
            None => self.courses.iter().collect(),
        }
    }

    /// Whether the learner's role leaves courses out.
    pub fn has_more_than_own(&self) -> bool {
        self.on(&Shelf::Own).len() < self.courses.len()
    }

    fn course(&self, id: &CourseId) -> Option<&CourseFacts> {
        self.courses.iter().find(|course| course.id == *id)
    }
}

/// Which courses are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Those of the learner's role; all where there are no roles.
    #[default]
    Own,
    Track(TrackId),
    All,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TrackFacts {
    pub id: TrackId,
    pub title: SafeText,
    pub courses: Vec<CourseId>,
    pub is_own: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CourseFacts {
    pub id: CourseId,
    pub code: Option<SafeText>,
    pub title: SafeText,
    pub lessons: Vec<LessonFacts>,
    /// Titles of courses to take first that are not finished.
    pub first: Vec<SafeText>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LessonFacts {
    pub id: LessonId,
    pub title: SafeText,
    pub minutes: Option<u32>,
    /// `None` until it is done.
    pub done: Option<HowDone>,
    /// Shown in the other language, because this one is missing.
    pub is_untranslated: bool,
}

/// 進み具合.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressFacts {
    pub streak: Streak,
    /// What today is.
    pub kind: DayKind,
    /// What each of the last days did, the newest first.
    pub last_days: Vec<DayExplanation>,
    pub days_studied: u32,
    /// Monday to Sunday of this week.
    pub week: [bool; 7],
    pub week_ms: u64,
    pub answers: u32,
    pub right: u32,
    pub courses: Vec<(SafeText, usize, usize)>,
    pub promises_made: u32,
    pub promises_kept: u32,
}
