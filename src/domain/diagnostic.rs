//! What an author or an office must mend: data, never an error, so that all of it is told at once.
//!
//! A diagnostic says what was found and where. The sentence about it is `i18n`'s, the drawing `report`'s.

use crate::domain::document::ByteRange;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The text is used as it is.
    Warning,
    /// The lesson, or this part of it, cannot be used as written.
    Error,
}

/// One finding in one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub finding: Finding,
    /// Path below the content folder, with `/`; the folder itself is the empty path.
    pub path: String,
    /// Bytes of the file that the finding is about; `None` for the file as a whole.
    pub range: Option<ByteRange>,
    /// The byte edits that mend it, if a machine can.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// What cannot be used as written; `None` as the range means the whole file.
    pub fn error(path: &str, range: Option<ByteRange>, finding: Finding) -> Diagnostic {
        Diagnostic { severity: Severity::Error, finding, path: path.to_owned(), range, fix: Vec::new() }
    }

    /// What is used as written although it should be mended.
    pub fn warning(path: &str, range: Option<ByteRange>, finding: Finding) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(path, range, finding) }
    }
}

/// Replace these bytes by this text; all other bytes stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub range: ByteRange,
    pub replacement: String,
}

/// What was found. Each has a stable code, a sentence in both languages and at least one test.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    // -- files
    FolderMissing,
    FolderUnreadable { cause: String },
    FolderEmpty,
    FileUnreadable { cause: String },
    FileTooLarge { bytes: u64, limit: u64 },
    NotUtf8 { looks_like_shift_jis: bool },
    LinkNotFollowed,
    FolderTooDeep { limit: usize },
    TooManyFiles { limit: usize },
    FolderTooLarge { limit: u64 },
    NestingCut { limit: usize },
    ReaderPanicked,
    UnsafeCharacter { code_point: u32 },
    // -- front matter and settings files
    FrontMatterUnclosed,
    FrontMatterInvalid { detail: String },
    TomlInvalid { detail: String },
    UnknownKey { key: String, nearest: Option<String> },
    InvalidValue { key: String, value: String, allowed: String },
    MissingKey { key: String },
    UnsupportedFormat { found: i64 },
    FolderLanguageDiffers { folder: String, language: String },
    DuplicateLessonId { id: String, other_path: String },
    UnknownLessonInCourse { course: String, lesson: String },
    UnknownCourse { place: String, course: String },
    DuplicateEntry { id: String },
    MissingBasis,
    // -- questions
    MissingQuestionId { id: String },
    DuplicateQuestionId { id: String },
    InvalidId { id: String },
    UnknownMarker { marker: String },
    NoAnswerPart,
    NoRightAnswer,
    SeveralRightAnswers,
    TooFewChoices { count: usize },
    WrongChoiceWithoutFeedback,
    ConsequenceMissing,
    FeedbackTooShort { characters: usize, least: usize },
    FeedbackRepeated,
    InvalidTrueFalse { found: String },
    InvalidNumber { found: String },
    NoBlank,
    NoModelAnswer,
    NoChecklist,
    TooFewItems { count: usize },
    InvalidMatchTable,
    UnknownConfusable { target: String },
    RightAlwaysLongest { questions: usize },
    RightAlwaysInPlace { place: usize, questions: usize },
    UnsetOfficeValue { name: String },
    // -- text
    MainTooLong { length: usize, limit: usize, unit: LengthUnit },
    LessonTooLong { length: usize, limit: usize, unit: LengthUnit },
    TableTooWide { columns: usize, limit: usize },
    BoldTouchesBracket,
    RawHtml { tag: String },
    // -- practice and worksheets
    NoCue,
    CueWithoutAction,
    UnknownWorksheet { id: String },
    UnknownFieldType { found: String },
    // -- the glossary
    NoTerm,
    TermWithoutMeaning { term: String },
    TermTwice { term: String },
    // -- languages of one lesson
    LanguageMissing { language: String },
    LanguagesDisagree { about: Disagreement, other_path: String, here: String, there: String },
    // -- slips of the Japanese keyboard
    ImeSlip { slip: ImeSlip, found: String, wanted: String },
}

/// How the length of a text is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthUnit {
    /// Japanese: white space is not counted.
    Characters,
    /// English.
    Words,
}

/// What two languages of a lesson disagree about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disagreement {
    QuestionIds,
    QuestionTypes,
    QuestionOrder,
    ChoiceCount,
    RightChoices,
    Numbers,
    Revisions,
    Practice,
}

/// Full-width or missing marks that the Japanese keyboard leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImeSlip {
    /// `［ｘ］`, `[ｘ]`, `［ ］`, `[　]`.
    TaskBox,
    /// `-[x]` without a space.
    BoxWithoutSpace,
    /// `－`, `・`, `＊` as a bullet.
    Bullet,
    /// `１．` or `1．` as a list number.
    ListNumber,
    /// `＃` as a heading mark.
    Heading,
    /// `：` in a comment or in front matter, `＞` as a quote, `｜` in a table, `－－－`.
    Colon,
    Quote,
    Table,
    FrontMatterFence,
    /// A heading mark without a space behind it.
    HeadingWithoutSpace,
    /// Full-width digits or letters in an id, date or number.
    FullWidthValue,
}

impl Finding {
    /// A stable name for JSON and for tests, such as `missing-question-id`.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::FolderMissing => "folder-missing",
            Finding::FolderUnreadable { .. } => "folder-unreadable",
            Finding::FolderEmpty => "folder-empty",
            Finding::FileUnreadable { .. } => "file-unreadable",
            Finding::FileTooLarge { .. } => "file-too-large",
            Finding::NotUtf8 { .. } => "not-utf8",
            Finding::LinkNotFollowed => "link-not-followed",
            Finding::FolderTooDeep { .. } => "folder-too-deep",
            Finding::TooManyFiles { .. } => "too-many-files",
            Finding::FolderTooLarge { .. } => "folder-too-large",
            Finding::NestingCut { .. } => "nesting-cut",
            Finding::ReaderPanicked => "reader-panicked",
            Finding::UnsafeCharacter { .. } => "unsafe-character",
            Finding::FrontMatterUnclosed => "front-matter-unclosed",
            Finding::FrontMatterInvalid { .. } => "front-matter-invalid",
            Finding::TomlInvalid { .. } => "toml-invalid",
            Finding::UnknownKey { .. } => "unknown-key",
            Finding::InvalidValue { .. } => "invalid-value",
            Finding::MissingKey { .. } => "missing-key",
            Finding::UnsupportedFormat { .. } => "unsupported-format",
            Finding::FolderLanguageDiffers { .. } => "folder-language-differs",
            Finding::DuplicateLessonId { .. } => "duplicate-lesson-id",
            Finding::UnknownLessonInCourse { .. } => "unknown-lesson-in-course",
            Finding::UnknownCourse { .. } => "unknown-course",
            Finding::DuplicateEntry { .. } => "duplicate-entry",
            Finding::MissingBasis => "missing-basis",
            Finding::MissingQuestionId { .. } => "missing-question-id",
            Finding::DuplicateQuestionId { .. } => "duplicate-question-id",
            Finding::InvalidId { .. } => "invalid-id",
            Finding::UnknownMarker { .. } => "unknown-marker",
            Finding::NoAnswerPart => "no-answer-part",
            Finding::NoRightAnswer => "no-right-answer",
            Finding::SeveralRightAnswers => "several-right-answers",
            Finding::TooFewChoices { .. } => "too-few-choices",
            Finding::WrongChoiceWithoutFeedback => "wrong-choice-without-feedback",
            Finding::ConsequenceMissing => "consequence-missing",
            Finding::FeedbackTooShort { .. } => "feedback-too-short",
            Finding::FeedbackRepeated => "feedback-repeated",
            Finding::InvalidTrueFalse { .. } => "invalid-true-false",
            Finding::InvalidNumber { .. } => "invalid-number",
            Finding::NoBlank => "no-blank",
            Finding::NoModelAnswer => "no-model-answer",
            Finding::NoChecklist => "no-checklist",
            Finding::TooFewItems { .. } => "too-few-items",
            Finding::InvalidMatchTable => "invalid-match-table",
            Finding::UnknownConfusable { .. } => "unknown-confusable",
            Finding::RightAlwaysLongest { .. } => "right-always-longest",
            Finding::RightAlwaysInPlace { .. } => "right-always-in-place",
            Finding::UnsetOfficeValue { .. } => "unset-office-value",
            Finding::MainTooLong { .. } => "main-too-long",
            Finding::LessonTooLong { .. } => "lesson-too-long",
            Finding::TableTooWide { .. } => "table-too-wide",
            Finding::BoldTouchesBracket => "bold-touches-bracket",
            Finding::RawHtml { .. } => "raw-html",
            Finding::NoCue => "no-cue",
            Finding::CueWithoutAction => "cue-without-action",
            Finding::UnknownWorksheet { .. } => "unknown-worksheet",
            Finding::UnknownFieldType { .. } => "unknown-field-type",
            Finding::NoTerm => "no-term",
            Finding::TermWithoutMeaning { .. } => "term-without-meaning",
            Finding::TermTwice { .. } => "term-twice",
            Finding::LanguageMissing { .. } => "language-missing",
            Finding::LanguagesDisagree { .. } => "languages-disagree",
            Finding::ImeSlip { .. } => "ime-slip",
        }
    }
}
