//! What the program says to a command line that it cannot follow: what is wrong, where, and the next step. It never
//! decides what is wrong; the command line does.

use crate::domain::language::Language;
use crate::text::SafeText;

/// One mistake on the command line, with the words as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageProblem {
    UnknownOption { option: SafeText, nearest: Option<SafeText> },
    UnknownCommand { command: SafeText, nearest: Option<SafeText> },
    TooManyWords { word: SafeText },
    MissingValue { option: SafeText },
    MissingWord { word: SafeText },
    UnexpectedValue { option: SafeText },
    GivenTwice { option: SafeText },
    NotUnicode,
    MinutesOutOfRange { found: SafeText, least: u32, most: u32 },
    ColumnsOutOfRange { found: SafeText, least: u16, most: u16 },
    UnknownLanguage { found: SafeText },
    UnknownShell { found: SafeText },
    UnknownWidth { found: SafeText },
    UnreadableTime { found: SafeText },
    UnreadableDay { found: SafeText },
    UnreadableWeekdays { found: SafeText },
    YearOutOfRange { found: SafeText, least: i16, most: i16, example: &'static str },
    NotTogether { one: SafeText, other: SafeText },
    NowWithoutDataDir,
    UnusableProfile { found: SafeText },
    Other { detail: SafeText },
}

impl UsageProblem {
    /// A stable name for JSON.
    pub fn code(&self) -> &'static str {
        match self {
            UsageProblem::UnknownOption { .. } => "unknown-option",
            UsageProblem::UnknownCommand { .. } => "unknown-command",
            UsageProblem::TooManyWords { .. } => "too-many-words",
            UsageProblem::MissingValue { .. } => "missing-value",
            UsageProblem::MissingWord { .. } => "missing-word",
            UsageProblem::UnexpectedValue { .. } => "unexpected-value",
            UsageProblem::GivenTwice { .. } => "given-twice",
            UsageProblem::NotUnicode => "not-unicode",
            UsageProblem::MinutesOutOfRange { .. } => "minutes-out-of-range",
            UsageProblem::ColumnsOutOfRange { .. } => "columns-out-of-range",
            UsageProblem::UnknownLanguage { .. } => "unknown-language",
            UsageProblem::UnknownShell { .. } => "unknown-shell",
            UsageProblem::UnknownWidth { .. } => "unknown-width",
            UsageProblem::UnreadableTime { .. } => "unreadable-time",
            UsageProblem::UnreadableDay { .. } => "unreadable-day",
            UsageProblem::UnreadableWeekdays { .. } => "unreadable-weekdays",
            UsageProblem::YearOutOfRange { .. } => "year-out-of-range",
            UsageProblem::NotTogether { .. } => "not-together",
            UsageProblem::NowWithoutDataDir => "now-without-data-dir",
            UsageProblem::UnusableProfile { .. } => "unusable-profile",
            UsageProblem::Other { .. } => "other",
        }
    }

    /// The mistake and the way on; `help` is the command that shows the help for this place.
    pub fn in_language(&self, language: Language, help: &str) -> String {
        let (mistake, advice) = match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        };
        let see = match language {
            Language::Japanese => format!("使い方は、次のコマンドで見られます: {help}"),
            Language::English => format!("To see how it is used: {help}"),
        };
        match advice {
            Some(advice) => format!("sukima: {mistake}\n{advice}\n{see}\n"),
            None => format!("sukima: {mistake}\n{see}\n"),
        }
    }

    fn japanese(&self) -> (String, Option<String>) {
        let perhaps = |nearest: &Option<SafeText>| nearest.as_ref().map(|word| format!("もしかして: {word}"));
        match self {
            UsageProblem::UnknownOption { option, nearest } => {
                (format!("「{option}」というオプションはありません。"), perhaps(nearest))
            }
            UsageProblem::UnknownCommand { command, nearest } => {
                (format!("「{command}」というコマンドはありません。"), perhaps(nearest))
            }
            UsageProblem::TooManyWords { word } => (format!("「{word}」は、ここには書けません。"), None),
            UsageProblem::MissingValue { option } => {
                (format!("{option} の値がありません。"), Some(format!("{option} のすぐ後に、値を書いてください。")))
            }
            UsageProblem::MissingWord { word } => {
                (format!("{word} が足りません。"), Some(format!("コマンドの後に {word} を書いてください。")))
            }
            UsageProblem::UnexpectedValue { option } => {
                (format!("{option} に値は付けられません。"), Some(format!("{option} とだけ書いてください。")))
            }
            UsageProblem::GivenTwice { option } => {
                (format!("{option} が2回書かれています。"), Some("1回だけ書いてください。".to_owned()))
            }
            UsageProblem::NotUnicode => (
                "文字として読めない言葉が含まれています。".to_owned(),
                Some("フォルダーやファイルの名前に、読めない文字がないか確かめてください。".to_owned()),
            ),
            UsageProblem::MinutesOutOfRange { found, least, most } => (
                format!("--minutes の「{found}」は使えません。"),
                Some(format!("{least} から {most} までの数（分）を書いてください。例: --minutes 3")),
            ),
            UsageProblem::ColumnsOutOfRange { found, least, most } => (
                format!("--columns の「{found}」は使えません。"),
                Some(format!("{least} から {most} までの数（桁）を書いてください。例: --columns 80")),
            ),
            UsageProblem::UnknownLanguage { found } => (
                format!("--lang の「{found}」は使えません。"),
                Some("ja（日本語）か en（英語）を書いてください。".to_owned()),
            ),
            UsageProblem::UnknownShell { found } => (
                format!("「{found}」用の入力補完はありません。"),
                Some("bash、zsh、fish、powershell のどれかを書いてください。".to_owned()),
            ),
            UsageProblem::UnknownWidth { found } => (
                format!("--ambiguous の「{found}」は使えません。"),
                Some("narrow（1桁）、wide（2桁）、auto（端末に聞く）のどれかを書いてください。".to_owned()),
            ),
            UsageProblem::UnreadableTime { found } => (
                format!("--now の「{found}」は、日時として読めません。"),
                Some("2026-11-24T08:50 のように書いてください。".to_owned()),
            ),
            UsageProblem::UnreadableDay { found } => (
                format!("「{found}」は、日付として読めません。"),
                Some("2026-12-01 か 12/1 のように書いてください。今日、明日、昨日も使えます。".to_owned()),
            ),
            UsageProblem::UnreadableWeekdays { found } => (
                format!("「{found}」は、曜日として読めません。"),
                Some("月-金 か 火水木金土 のように書いてください。".to_owned()),
            ),
            UsageProblem::YearOutOfRange { found, least, most, example } => (
                format!("「{found}」という年は使えません。"),
                Some(format!("{least} から {most} までの年を書いてください。例: {example}")),
            ),
            UsageProblem::NotTogether { one, other } => {
                (format!("--{one} と --{other} は一緒に使えません。"), Some("どちらか1つを書いてください。".to_owned()))
            }
            UsageProblem::NowWithoutDataDir => (
                "--now は、--data-dir と一緒にしか使えません。".to_owned(),
                Some(
                    "試した記録が本物の記録に混ざらないように、--data-dir で別のフォルダーを指定してください。"
                        .to_owned(),
                ),
            ),
            UsageProblem::UnusableProfile { found } => (
                format!("--profile の「{found}」は、名前に使えません。"),
                Some(
                    "フォルダーの名前になります。40文字までで、/ \\ : * ? \" < > | を使わずに書いてください。"
                        .to_owned(),
                ),
            ),
            UsageProblem::Other { detail } => (format!("この書き方では始められません（{detail}）。"), None),
        }
    }

    fn english(&self) -> (String, Option<String>) {
        let perhaps = |nearest: &Option<SafeText>| nearest.as_ref().map(|word| format!("Did you mean {word}?"));
        match self {
            UsageProblem::UnknownOption { option, nearest } => {
                (format!("there is no option \"{option}\"."), perhaps(nearest))
            }
            UsageProblem::UnknownCommand { command, nearest } => {
                (format!("there is no command \"{command}\"."), perhaps(nearest))
            }
            UsageProblem::TooManyWords { word } => (format!("\"{word}\" is one word too many."), None),
            UsageProblem::MissingValue { option } => {
                (format!("{option} lacks its value."), Some(format!("Write the value right after {option}.")))
            }
            UsageProblem::MissingWord { word } => {
                (format!("{word} is missing."), Some(format!("Write {word} after the command.")))
            }
            UsageProblem::UnexpectedValue { option } => {
                (format!("{option} takes no value."), Some(format!("Write {option} alone.")))
            }
            UsageProblem::GivenTwice { option } => {
                (format!("{option} is given twice."), Some("Write it once.".to_owned()))
            }
            UsageProblem::NotUnicode => (
                "a word on the command line cannot be read as text.".to_owned(),
                Some("Look for unreadable characters in the names of folders and files.".to_owned()),
            ),
            UsageProblem::MinutesOutOfRange { found, least, most } => (
                format!("--minutes cannot be \"{found}\"."),
                Some(format!("Write a number of minutes from {least} to {most}, such as --minutes 3.")),
            ),
            UsageProblem::ColumnsOutOfRange { found, least, most } => (
                format!("--columns cannot be \"{found}\"."),
                Some(format!("Write a number of columns from {least} to {most}, such as --columns 80.")),
            ),
            UsageProblem::UnknownLanguage { found } => {
                (format!("--lang cannot be \"{found}\"."), Some("Write ja (Japanese) or en (English).".to_owned()))
            }
            UsageProblem::UnknownShell { found } => (
                format!("there are no completions for \"{found}\"."),
                Some("Write bash, zsh, fish or powershell.".to_owned()),
            ),
            UsageProblem::UnknownWidth { found } => (
                format!("--ambiguous cannot be \"{found}\"."),
                Some("Write narrow (one column), wide (two) or auto (ask the terminal).".to_owned()),
            ),
            UsageProblem::UnreadableTime { found } => (
                format!("--now \"{found}\" cannot be read as a time."),
                Some("Write it like 2026-11-24T08:50.".to_owned()),
            ),
            UsageProblem::UnreadableDay { found } => (
                format!("\"{found}\" cannot be read as a day."),
                Some("Write it like 2026-12-01 or 12/1; today, tomorrow and yesterday will do as well.".to_owned()),
            ),
            UsageProblem::UnreadableWeekdays { found } => (
                format!("\"{found}\" cannot be read as weekdays."),
                Some("Write them like mon-fri or tue,wed,thu,fri,sat.".to_owned()),
            ),
            UsageProblem::YearOutOfRange { found, least, most, example } => (
                format!("there is no year \"{found}\" here."),
                Some(format!("Write a year from {least} to {most}, such as {example}.")),
            ),
            UsageProblem::NotTogether { one, other } => {
                (format!("--{one} and --{other} do not go together."), Some("Write one of them.".to_owned()))
            }
            UsageProblem::NowWithoutDataDir => (
                "--now works only together with --data-dir.".to_owned(),
                Some("Name another folder with --data-dir, so that the trial stays out of the real record.".to_owned()),
            ),
            UsageProblem::UnusableProfile { found } => (
                format!("--profile cannot be \"{found}\"."),
                Some("It names a folder: at most 40 characters, and none of / \\ : * ? \" < > |.".to_owned()),
            ),
            UsageProblem::Other { detail } => (format!("the command line cannot be followed ({detail})."), None),
        }
    }
}
