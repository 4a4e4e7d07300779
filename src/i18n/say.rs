//! What a sitting says, on screens and in lines. Japanese is written first; English says the same.

mod english;
mod japanese;

use crate::domain::calendar::{DayOff, PlannedDay};
use crate::domain::day::Day;
use crate::domain::event::Phase;
use crate::domain::fold::HowDone;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::memory::ComingBack;
use crate::domain::streak::DayExplanation;
use crate::i18n::beforehand::BeforehandSay;
use crate::i18n::entry::EntrySay;
use crate::i18n::fit::FitSay;
use crate::i18n::setting::SettingSay;
use crate::i18n::statistics::StatisticsTell;

/// One sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    // -- frame
    Program,
    TrialMark,
    UnkeptMark,
    TimeLeftMark {
        seconds: f64,
    },
    Part {
        part: usize,
        of: usize,
    },
    Trial,
    NotKept {
        place: String,
        cause: &'static str,
    },
    NotKeptAtEnd,
    ReadOnly {
        place: String,
    },
    Waiting {
        events: usize,
        place: String,
        cause: &'static str,
    },
    WaitingAtEnd {
        events: usize,
        place: String,
        is_rescued: bool,
    },
    BuiltInInstead {
        folder: String,
    },
    Goodbye {
        in_session: bool,
    },
    Working,
    HiddenPrompt,
    TimeLeft {
        seconds: f64,
    },
    NoTimeHere,
    KanaSeen,
    // -- first run
    WelcomeTitle,
    Welcome,
    KeyTestAsk,
    KeyTestWide,
    KeyTestKana,
    KeyTestOther,
    PromisesAhead,
    PromisePlace,
    PromisePrivate,
    PromiseShown,
    PromiseNames,
    PromiseLeave,
    NextPrompt,
    RoleAsk,
    NumberPrompt,
    // -- home
    HomeTitle {
        today: Day,
        /// `None` when nothing is left for today.
        minutes: Option<u32>,
    },
    WelcomeBack {
        /// All that will be asked today.
        questions: usize,
    },
    StreakLine {
        length: u32,
        spare: u32,
    },
    /// Without a day it is today that brings it back.
    StreakAside {
        length: u32,
        day: Option<Day>,
    },
    /// More than a weekend.
    OffToday {
        reason: DayOff,
    },
    LightToday,
    ClockIsBehind {
        newest: Day,
    },
    Holds {
        follow_up: bool,
        reviews: usize,
        lessons: Vec<String>,
        seconds: f64,
    },
    HoldsNothing,
    ResumeHolds {
        seconds: f64,
    },
    OpenPromise {
        sentence: String,
    },
    UnsetValues,
    /// Days off of the office may be missing, and who can mend it.
    OfficeDaysBroken,
    NextReview(PlannedDay),
    HomeKeys {
        resume: bool,
    },
    /// Nothing waits today.
    HomeKeysDone,
    HomeOnly {
        resume: bool,
    },
    // -- notices
    Resumed,
    ClockStopped,
    NothingPlanned,
    StepGone,
    EarlierSessionLeft,
    NothingToUndo,
    Undone,
    // -- follow-up
    FollowUpTitle,
    FollowUpMade {
        day: Day,
    },
    DidIt,
    NoOccasion,
    NotYet,
    DoNotAsk,
    FollowUpKeys,
    FollowUpOnly,
    MinutesSavedAsk,
    MinutesSavedOnly,
    // -- questions
    QuestionTitle {
        number: usize,
        of: usize,
        phase: Phase,
        title: String,
    },
    QuestionNumber {
        number: usize,
        of: usize,
        phase: Phase,
    },
    AgainTitle {
        title: String,
    },
    ShownInOtherLanguage,
    ThinkFirst,
    TrueOption,
    FalseOption,
    PickOne {
        has_hint: bool,
    },
    /// On a screen, where a line is selected.
    ThinkInHead,
    Chosen,
    TypedAnswer {
        answer: String,
    },
    RightIs,
    RightBlanksAre,
    RightBlank {
        number: usize,
        right: String,
        typed: Option<String>,
    },
    RightOrderIs,
    RightPairsAre,
    OrderAsk,
    OrderHeld,
    NumberLabel {
        unit: String,
    },
    AnswerLabel,
    BlanksLabel,
    WriteLabel,
    ChooseFirst,
    TickFirst,
    MoveFirst,
    PairFirst,
    PracticeTitle,
    PracticeKept,
    PickAll {
        has_hint: bool,
    },
    OrderPrompt {
        has_hint: bool,
    },
    MatchPrompt {
        has_hint: bool,
    },
    NumberAnswerPrompt {
        unit: String,
        has_hint: bool,
    },
    TypedPrompt {
        has_hint: bool,
    },
    BlankPrompt {
        number: usize,
        has_hint: bool,
    },
    WritePrompt {
        has_hint: bool,
    },
    ChecksIntro,
    ChecksPrompt,
    EchoAnswer {
        answer: String,
    },
    EchoBlank {
        number: usize,
        answer: String,
    },
    ConfirmPrompt,
    ConfirmOnly,
    Hint {
        text: String,
    },
    NoHint,
    /// One number of a question that is answered by one.
    OnlyChoice {
        last: usize,
    },
    OnlyNumbers {
        last: usize,
    },
    /// A choice that may also be left out.
    OnlyListed {
        last: usize,
    },
    OnlySeveral {
        last: usize,
    },
    OnlyOrder {
        count: usize,
    },
    OnlyPairs {
        lefts: usize,
        last_letter: char,
    },
    OnlyNumberValue {
        unit: String,
    },
    OnlySomething,
    OnlyChecks {
        last: usize,
    },
    // -- verdicts
    Right,
    RightUnsure,
    RightIsNumber {
        numbers: Vec<usize>,
    },
    RightIsText {
        text: String,
    },
    RightIsTrue(bool),
    RightOrder {
        numbers: Vec<usize>,
    },
    RightPairs {
        pairs: Vec<String>,
    },
    ChecksLeft {
        count: usize,
    },
    AboutYourAnswer {
        text: String,
    },
    Explanation {
        text: String,
    },
    ComesBack {
        then: ComingBack,
    },
    ComesBackToday {
        then: Option<ComingBack>,
    },
    VerdictKeys,
    VerdictOnly,
    // -- lesson
    LessonTitle {
        title: String,
    },
    Objective {
        text: String,
    },
    MoreTitle,
    ReadKeys {
        has_more: bool,
        can_be_passed: bool,
    },
    ReadOnlyKeys {
        has_more: bool,
        can_be_passed: bool,
    },
    /// A lesson that is known already.
    Beforehand(BeforehandSay),
    /// はじめの6問.
    Entry(EntrySay),
    // -- try this
    TryTitle,
    TryReminder {
        sentence: String,
        day: Day,
    },
    CueAsk,
    CueKeys {
        last: usize,
    },
    ActionAsk {
        cue: String,
    },
    OwnAction {
        number: usize,
    },
    ActionKeys {
        last: usize,
    },
    OwnActionPrompt,
    ReadBack {
        sentence: String,
    },
    AskedOn {
        day: Day,
    },
    PromiseKeys,
    PromiseOnly,
    // -- close
    CloseTitle,
    CloseFigures {
        answers: u32,
        right: u32,
        seconds: u64,
    },
    CloseStreak {
        length: u32,
        spare: u32,
    },
    CloseNext(Option<PlannedDay>),
    CloseKeys {
        can_undo: bool,
    },
    CloseOnly,
    // -- library
    LibraryTitle {
        shelf: Option<String>,
    },
    AllCourses {
        number: usize,
    },
    CourseLine {
        number: usize,
        code: String,
        title: String,
        done: usize,
        of: usize,
    },
    OtherCourses {
        number: usize,
    },
    TracksKeys,
    TakeFirst {
        titles: Vec<String>,
    },
    SearchPrompt,
    LibraryKeys,
    LibraryOnly {
        last: usize,
    },
    LessonLine {
        number: usize,
        title: String,
        minutes: Option<u32>,
        done: Option<HowDone>,
    },
    LessonsKeys,
    NoLessonFound {
        text: String,
    },
    LibraryEmpty,
    // -- glossary
    NoGlossary,
    GlossaryTitle,
    /// Of the text at hand none is explained.
    NoTermHere,
    OtherTerms,
    /// In lines: by their names alone.
    OtherTermNames {
        names: Vec<String>,
    },
    TermName {
        name: String,
        reading: Option<String>,
    },
    AlsoCalled {
        names: Vec<String>,
    },
    TermPrompt,
    NoTermFound {
        text: String,
    },
    GlossaryKeys,
    // -- search in a text
    TextSearchLabel,
    PlaceOf {
        place: usize,
        of: usize,
    },
    NotInText,
    // -- progress
    ProgressTitle,
    DaysStudied {
        days: u32,
    },
    ThisWeek {
        days: [bool; 7],
        minutes: u64,
    },
    Answers {
        answers: u32,
        right: u32,
    },
    CourseProgress {
        title: String,
        done: usize,
        of: usize,
    },
    Promises {
        made: u32,
        kept: u32,
    },
    BackPrompt,
    /// At the progress screen; on a working day it can be made leave, and on leave no leave.
    ProgressKeys {
        is_leave: Option<bool>,
    },
    LastDays,
    LastDay(DayExplanation),
    // -- settings
    SettingsTitle,
    HealthTitle,
    HealthRow {
        number: usize,
    },
    Fit(FitSay),
    Statistics(StatisticsTell),
    Setting(SettingSay),
    NoRoles,
    SettingsKeys,
    DataPlace {
        place: String,
    },
    // -- help
    HelpTitle,
    HelpLines,
    HelpForms,
}

impl Say {
    /// The sentence; lines are broken by whoever prints it.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => japanese::sentence(self),
            English => english::sentence(self),
        }
    }
}

fn spaced(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn spaced_code(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!("{code} ") }
}
