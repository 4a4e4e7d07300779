//! Names of keys and what they do, for footers and for the help. Which key does what where is `app`'s table.

use crate::domain::language::Language::{self, English, Japanese};

/// A key, or several that belong together, as they are named on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyName {
    Enter,
    Escape,
    DoubleEscape,
    /// Up and down.
    UpDown,
    /// Left and right.
    LeftRight,
    Left,
    Pages,
    /// Square brackets; the Japanese keyboard makes corner brackets of them.
    Brackets,
    Space,
    Tab,
    /// 1 to 9.
    Digits,
    Letter(char),
    F1,
    F12,
    ControlC,
}

/// What a key does, by the word that the learner reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyAction {
    Start,
    GoOn,
    OpenLibrary,
    OpenProgress,
    /// はじめの6問.
    OpenEntry,
    /// The proposal of はじめの6問.
    TakeProposal,
    LeaveAsItIs,
    QuestionBefore,
    DeclareLeave,
    WithdrawLeave,
    OpenStatistics,
    /// To the year before or after.
    ChangeYear,
    /// Fiscal or calendar year.
    ChangeYearKind,
    OpenSettings,
    ChangeMinutes,
    OpenHelp,
    Hide,
    Quit,
    TellTime,
    Undo,
    Hint,
    Next,
    /// The rest of a page that is longer than the screen.
    Continue,
    ShowOptions,
    Sure,
    Unsure,
    /// What `Unsure` is while nothing is chosen.
    DoNotKnow,
    /// Up and down among what can be picked.
    Select,
    /// A number on the page, which acts at once.
    Pick,
    /// The line under the cursor.
    Take,
    /// The line under the cursor, which leads somewhere.
    Open,
    /// What is under way is given up.
    Stop,
    /// The other way round.
    Switch,
    /// A number on the page; how sure comes after.
    Choose,
    Tick,
    Grab,
    MoveLine,
    PutLine,
    PlaceLine,
    LetGo,
    Pair,
    NextBlank,
    CloseField,
    Edit,
    OpenDetail,
    /// A lesson that need not be read, if two questions show it.
    KnowAlready,
    TurnPage,
    NotThisTime,
    Decide,
    Finish,
    More,
    GoHome,
    GoBack,
    Search,
    /// Words typed are taken, or the next place with them is shown.
    TakeWords,
    NextPlace,
    StopSearch,
    /// To the heading before or behind.
    TurnSection,
    OpenGlossary,
    UseLines,
    TestKey,
}

/// A part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Home,
    Questions,
    Ordering,
    Typing,
    Reading,
    Lists,
    Everywhere,
}

impl Part {
    pub fn title(self, language: Language) -> &'static str {
        match (self, language) {
            (Part::Home, Japanese) => "はじめと終わりの画面",
            (Part::Home, English) => "First and last screen",
            (Part::Questions, Japanese) => "問題に答える",
            (Part::Questions, English) => "Answering",
            (Part::Ordering, Japanese) => "並べ替えと組み合わせ",
            (Part::Ordering, English) => "Ordering and matching",
            (Part::Typing, Japanese) => "文字を入れる",
            (Part::Typing, English) => "Typing",
            (Part::Reading, Japanese) => "教材を読む",
            (Part::Reading, English) => "Reading",
            (Part::Lists, Japanese) => "一覧と設定",
            (Part::Lists, English) => "Lists and settings",
            (Part::Everywhere, Japanese) => "どの画面でも（文字を入れるときは、1文字のキーを除く）",
            (Part::Everywhere, English) => "Everywhere (while typing, all but single letters)",
        }
    }
}

impl KeyName {
    /// The name of the key. Arrows are drawn, or written where only ASCII marks are sure to fit their columns.
    pub fn label(self, language: Language, ascii: bool) -> String {
        match (self, language) {
            (KeyName::Enter, _) => "Enter".into(),
            (KeyName::Escape, _) => "Esc".into(),
            (KeyName::DoubleEscape, _) => "Esc Esc".into(),
            (KeyName::UpDown, Japanese) if ascii => "上下".into(),
            (KeyName::UpDown, English) if ascii => "Up/Down".into(),
            (KeyName::UpDown, _) => "↑↓".into(),
            (KeyName::LeftRight, Japanese) if ascii => "左右".into(),
            (KeyName::LeftRight, English) if ascii => "Left/Right".into(),
            (KeyName::LeftRight, _) => "←→".into(),
            (KeyName::Left, Japanese) if ascii => "左".into(),
            (KeyName::Left, English) if ascii => "Left".into(),
            (KeyName::Left, _) => "←".into(),
            (KeyName::Pages, _) => "PgUp/PgDn".into(),
            (KeyName::Brackets, _) => "[ ]".into(),
            (KeyName::Space, _) => "Space".into(),
            (KeyName::Tab, _) => "Tab".into(),
            (KeyName::Digits, Japanese) => "数字".into(),
            (KeyName::Digits, English) => "digits".into(),
            (KeyName::Letter(letter), _) => letter.to_string(),
            (KeyName::F1, _) => "F1".into(),
            (KeyName::F12, _) => "F12".into(),
            (KeyName::ControlC, _) => "Ctrl+C".into(),
        }
    }
}

impl KeyAction {
    pub fn label(self, language: Language) -> &'static str {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(self) -> &'static str {
        match self {
            KeyAction::Start => "始める",
            KeyAction::GoOn => "続ける",
            KeyAction::OpenLibrary => "教材一覧",
            KeyAction::OpenProgress => "進み具合",
            KeyAction::OpenEntry => "はじめの6問",
            KeyAction::TakeProposal => "このとおりにする",
            KeyAction::LeaveAsItIs => "今のままにする",
            KeyAction::QuestionBefore => "前の問い",
            KeyAction::DeclareLeave => "今日を休みにする",
            KeyAction::WithdrawLeave => "今日の休みを取り消す",
            KeyAction::OpenStatistics => "くわしく見る",
            KeyAction::ChangeYear => "前の年・次の年",
            KeyAction::ChangeYearKind => "年度と暦年",
            KeyAction::OpenSettings => "設定",
            KeyAction::ChangeMinutes => "時間を変える",
            KeyAction::OpenHelp => "使い方",
            KeyAction::Hide => "画面を隠す",
            KeyAction::Quit => "終わる",
            KeyAction::TellTime => "残りの時間",
            KeyAction::Undo => "取り消す",
            KeyAction::Hint => "ヒント",
            KeyAction::Next => "次へ",
            KeyAction::Continue => "つづき",
            KeyAction::ShowOptions => "選択肢を見る",
            KeyAction::Sure => "自信あり",
            KeyAction::Unsure => "あまり自信なし",
            KeyAction::DoNotKnow => "分からない",
            KeyAction::Select => "移動",
            KeyAction::Pick | KeyAction::Choose => "選ぶ",
            KeyAction::Take => "決める",
            KeyAction::Open => "開く",
            KeyAction::Switch => "切り替える",
            KeyAction::Stop => "やめる",
            KeyAction::Tick => "付ける・外す",
            KeyAction::Grab => "行をつかむ",
            KeyAction::MoveLine => "動かす",
            KeyAction::PutLine => "置く",
            KeyAction::PlaceLine => "その番目に置く",
            KeyAction::LetGo => "元に戻す",
            KeyAction::Pair => "組み合わせる",
            KeyAction::NextBlank => "次の空欄",
            KeyAction::CloseField => "入力を終える",
            KeyAction::Edit => "直す",
            KeyAction::OpenDetail => "もっと詳しく",
            KeyAction::KnowAlready => "もう知っている",
            KeyAction::TurnPage => "ページをめくる",
            KeyAction::NotThisTime => "今回は決めない",
            KeyAction::Decide => "決める",
            KeyAction::Finish => "終わる",
            KeyAction::More => "もう少し",
            KeyAction::GoHome => "はじめの画面",
            KeyAction::GoBack => "戻る",
            KeyAction::Search => "探す",
            KeyAction::TakeWords => "決める",
            KeyAction::NextPlace => "次の場所",
            KeyAction::StopSearch => "探すのをやめる",
            KeyAction::TurnSection => "前・次の見出し",
            KeyAction::OpenGlossary => "用語",
            KeyAction::UseLines => "1行ずつ進める",
            KeyAction::TestKey => "確かめる",
        }
    }

    fn english(self) -> &'static str {
        match self {
            KeyAction::Start => "start",
            KeyAction::GoOn => "go on",
            KeyAction::OpenLibrary => "lessons",
            KeyAction::OpenProgress => "progress",
            KeyAction::OpenEntry => "six questions",
            KeyAction::TakeProposal => "take this",
            KeyAction::LeaveAsItIs => "leave it as it is",
            KeyAction::QuestionBefore => "question before",
            KeyAction::DeclareLeave => "today is leave",
            KeyAction::WithdrawLeave => "today is no leave",
            KeyAction::OpenStatistics => "in detail",
            KeyAction::ChangeYear => "other year",
            KeyAction::ChangeYearKind => "fiscal or calendar",
            KeyAction::OpenSettings => "settings",
            KeyAction::ChangeMinutes => "minutes",
            KeyAction::OpenHelp => "help",
            KeyAction::Hide => "hide the screen",
            KeyAction::Quit => "quit",
            KeyAction::TellTime => "time left",
            KeyAction::Undo => "take back",
            KeyAction::Hint => "hint",
            KeyAction::Next => "next",
            KeyAction::Continue => "continue",
            KeyAction::ShowOptions => "show the options",
            KeyAction::Sure => "sure",
            KeyAction::Unsure => "not so sure",
            KeyAction::DoNotKnow => "do not know",
            KeyAction::Select => "move",
            KeyAction::Pick | KeyAction::Choose => "choose",
            KeyAction::Take => "decide",
            KeyAction::Open => "open",
            KeyAction::Switch => "switch",
            KeyAction::Stop => "stop",
            KeyAction::Tick => "tick or clear",
            KeyAction::Grab => "pick up a line",
            KeyAction::MoveLine => "move it",
            KeyAction::PutLine => "put it down",
            KeyAction::PlaceLine => "put it at that place",
            KeyAction::LetGo => "put it back",
            KeyAction::Pair => "match",
            KeyAction::NextBlank => "next blank",
            KeyAction::CloseField => "done typing",
            KeyAction::Edit => "edit",
            KeyAction::OpenDetail => "more",
            KeyAction::KnowAlready => "know it already",
            KeyAction::TurnPage => "turn pages",
            KeyAction::NotThisTime => "not this time",
            KeyAction::Decide => "decide",
            KeyAction::Finish => "finish",
            KeyAction::More => "a little more",
            KeyAction::GoHome => "first screen",
            KeyAction::GoBack => "back",
            KeyAction::Search => "search",
            KeyAction::TakeWords => "take these words",
            KeyAction::NextPlace => "next place",
            KeyAction::StopSearch => "stop searching",
            KeyAction::TurnSection => "heading before, after",
            KeyAction::OpenGlossary => "words",
            KeyAction::UseLines => "plain lines",
            KeyAction::TestKey => "test",
        }
    }
}
