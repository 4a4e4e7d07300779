//! What the settings say: their names and values, and what became of a choice. Which values there are is `app`'s.

use jiff::civil::Weekday;

use crate::domain::diagnostic::Finding;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::memory::Retention;
use crate::domain::work_pattern::WorkPattern;
use crate::i18n::trouble::reason;
use crate::i18n::{date, finding};

/// One sentence about a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingSay {
    Row {
        number: usize,
        name: Setting,
        value: SettingValue,
        aside: Option<SettingAside>,
    },
    /// The name alone, above its values.
    Title(Setting),
    Option {
        number: usize,
        value: SettingValue,
        stands: bool,
    },
    /// Which settings are not the learner's.
    OfThisMachine {
        first: usize,
        last: usize,
    },
    /// The prompt below the values.
    ChooseKeys,
    /// The prompt below values of which each is switched by itself.
    SwitchKeys,
    /// The last working day of a week stays one.
    OneWorkday,
    Saved,
    Waits,
    NotKept,
    NoPlace,
    NotWritten {
        cause: &'static str,
    },
    /// Nothing is written into a file with a mistake in it, which was told at the start.
    NotUntilMended {
        line: Option<usize>,
    },
    /// What is wrong with `settings.toml`.
    FileAtFault {
        place: String,
        line: Option<usize>,
        finding: Finding,
    },
    /// What else is wrong with it is told elsewhere.
    MoreFaults {
        count: usize,
    },
    LinesFromNow,
    ScreensFromNow,
    /// Screens were chosen where none can be drawn.
    ScreensNextTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Minutes,
    Track,
    Language,
    Timed,
    Workdays,
    Retention,
    Theme,
    Marks,
    Surface,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    Minutes(u32),
    /// Its title; empty where no role is chosen.
    Track(String),
    Language(Language),
    Timed(bool),
    Workdays(WorkPattern),
    Weekday {
        weekday: Weekday,
        works: bool,
    },
    Retention(Retention),
    ColoursPlain,
    ColoursDark,
    ColoursLight,
    MarksAuto,
    MarksAscii,
    Screens,
    Lines,
}

/// Why something else is seen than what was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingAside {
    Colourless,
    AsciiNow,
    ScreensNow,
    LinesNow,
}

impl SettingSay {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            SettingSay::Row { number, name, value, aside } => {
                let aside = aside.map(|aside| aside.label(Japanese)).unwrap_or_default();
                format!("{number} {}: {}{aside}", name.label(Japanese), value.label(Japanese))
            }
            SettingSay::Title(name) => name.label(Japanese).into(),
            SettingSay::Option { number, value, stands } => {
                format!("{number} {}{}", value.label(Japanese), if *stands { "（いまの設定）" } else { "" })
            }
            SettingSay::OfThisMachine { first, last } => {
                format!("{first} から {last} は、このパソコンだけの設定です。")
            }
            SettingSay::ChooseKeys => "選ぶ番号　0 戻る".into(),
            SettingSay::SwitchKeys => "変える曜日の番号（例: 6、3 5）　0 戻る".into(),
            SettingSay::OneWorkday => {
                "勤務日が1日もなくなるので、変えていません。先に、勤務する曜日を選んでください。".into()
            }
            SettingSay::Saved => "設定を保存しました。".into(),
            SettingSay::Waits => "設定を変えました。書き込めるようになりしだい保存します。".into(),
            SettingSay::NotKept => "設定を変えましたが、保存できません。終わるまでの間だけ使います。".into(),
            SettingSay::NoPlace => {
                "設定を変えましたが、このアカウントには保存する場所がありません。終わるまでの間だけ使います。".into()
            }
            SettingSay::NotWritten { cause } => format!(
                "設定を変えましたが、保存できません（{}）。終わるまでの間だけ使います。",
                reason(cause, Japanese)
            ),
            SettingSay::NotUntilMended { line } => {
                let line = line.map(|line| format!("の{line}行目")).unwrap_or_default();
                format!("設定ファイル{line}を直すまで、保存できません。終わるまでの間だけ使います。")
            }
            SettingSay::FileAtFault { place, line, finding } => {
                let line = line.map(|line| format!("の{line}行目")).unwrap_or_default();
                let what = finding::title(finding, Japanese);
                let help = ended(help(finding, Japanese), "。");
                let then = match finding {
                    Finding::UnknownKey { .. } => "ほかの設定は、そのまま使っています。",
                    _ => "直るまで、このファイルには書き込みません。",
                };
                format!("設定ファイル{line}: {what}{help}{then}\n場所: {place}")
            }
            SettingSay::MoreFaults { count } => {
                format!(
                    "設定ファイルには、直すところがほかに{count}か所あります。すべて、動作確認（sukima doctor）で見られます。"
                )
            }
            SettingSay::LinesFromNow => "ここから行モードで進めます。画面には、設定（s）で戻せます。".into(),
            SettingSay::ScreensFromNow => "ここから画面で進めます。行モードには、設定（s）で戻せます。".into(),
            SettingSay::ScreensNextTime => "ここには画面を表示できません。次に始めるときから画面にします。".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            SettingSay::Row { number, name, value, aside } => {
                let aside = aside.map(|aside| aside.label(English)).unwrap_or_default();
                format!("{number} {}: {}{aside}", name.label(English), value.label(English))
            }
            SettingSay::Title(name) => name.label(English).into(),
            SettingSay::Option { number, value, stands } => {
                format!("{number} {}{}", value.label(English), if *stands { " (now)" } else { "" })
            }
            SettingSay::OfThisMachine { first, last } => format!("{first} to {last} are for this computer only."),
            SettingSay::ChooseKeys => "Number to choose  0 back".into(),
            SettingSay::SwitchKeys => "Numbers of the days to change (such as 6, or 3 5)  0 back".into(),
            SettingSay::OneWorkday => {
                "Not changed: no working day would be left. Choose the days you work first.".into()
            }
            SettingSay::Saved => "Setting saved.".into(),
            SettingSay::Waits => "Changed. It is saved as soon as it can be written.".into(),
            SettingSay::NotKept => "Changed, but it cannot be saved: it holds until you leave.".into(),
            SettingSay::NoPlace => {
                "Changed, but this account has no place to save it: it holds until you leave.".into()
            }
            SettingSay::NotWritten { cause } => {
                format!("Changed, but it cannot be saved ({}): it holds until you leave.", reason(cause, English))
            }
            SettingSay::NotUntilMended { line } => {
                let line = line.map(|line| format!(" (line {line})")).unwrap_or_default();
                format!("Changed, but not saved before the settings file{line} is mended: it holds until you leave.")
            }
            SettingSay::FileAtFault { place, line, finding } => {
                let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
                let what = finding::title(finding, English);
                let help = ended(help(finding, English), ".");
                let then = match finding {
                    Finding::UnknownKey { .. } => "All other settings are in force.",
                    _ => "Nothing is written to it until it is mended.",
                };
                format!("Settings file{line}: {what} {help} {then}\nPlace: {place}")
            }
            SettingSay::MoreFaults { count: 1 } => {
                "One more place in the settings file has to be mended. The health check (sukima doctor) shows all."
                    .into()
            }
            SettingSay::MoreFaults { count } => format!(
                "{count} more places in the settings file have to be mended. The health check (sukima doctor) shows all."
            ),
            SettingSay::LinesFromNow => "From here on it goes in lines. The settings (s) lead back to screens.".into(),
            SettingSay::ScreensFromNow => {
                "From here on it goes on screens. The settings (s) lead back to lines.".into()
            }
            SettingSay::ScreensNextTime => "No screen can be drawn here. Screens come with the next start.".into(),
        }
    }
}

/// Advice that ends in an example has no full stop of its own.
fn ended(sentence: String, stop: &str) -> String {
    if sentence.ends_with(stop) { sentence } else { sentence + stop }
}

/// What to do about the file: the findings' own advice where it is about TOML, and not about lessons.
fn help(finding: &Finding, language: Language) -> String {
    match (finding, language) {
        (Finding::TomlInvalid { .. } | Finding::InvalidValue { .. } | Finding::UnknownKey { .. }, _) => {
            finding::help(finding, language)
        }
        (Finding::FileUnreadable { .. }, Japanese) => "読み取りの権限を確かめてください。".into(),
        (Finding::FileUnreadable { .. }, English) => "Check that you may read it.".into(),
        (Finding::NotUtf8 { .. }, Japanese) => "文字コードを「UTF-8」にして保存し直してください。".into(),
        (Finding::NotUtf8 { .. }, English) => "Save it again with the encoding \"UTF-8\".".into(),
        (_, Japanese) => "ファイルの名前を変えて、よけておいてください。".into(),
        (_, English) => "Give the file another name to put it aside.".into(),
    }
}

impl Setting {
    pub fn label(self, language: Language) -> &'static str {
        let (japanese, english) = match self {
            Setting::Minutes => ("学習の時間（1回）", "Time per session"),
            Setting::Track => ("対象", "Role"),
            Setting::Language => ("表示の言語", "Language"),
            Setting::Timed => ("時間を計る", "Measure time"),
            Setting::Workdays => ("勤務する曜日", "Working days"),
            Setting::Retention => ("覚えている割合の目安", "Share to remember"),
            Setting::Theme => ("配色", "Colours"),
            Setting::Marks => ("罫線と記号", "Lines and marks"),
            Setting::Surface => ("表示のしかた", "Shown as"),
        };
        match language {
            Japanese => japanese,
            English => english,
        }
    }
}

impl Setting {
    /// What choosing among its values means, where they do not speak for themselves.
    pub fn note(self, language: Language) -> Option<&'static str> {
        let (japanese, english) = match self {
            Setting::Workdays => (
                "復習が来るのは勤務日だけです。今日から変わり、これまでの日はそのままです。",
                "Reviews come on working days. It changes from today on; earlier days stay as they were.",
            ),
            Setting::Retention => (
                "復習のときに覚えていたい割合です。高いほど復習が多く、低いほど短い時間で済みます。",
                "How much you want to remember when a review comes. Higher means more reviews, lower less time.",
            ),
            Setting::Minutes
            | Setting::Track
            | Setting::Language
            | Setting::Timed
            | Setting::Theme
            | Setting::Marks
            | Setting::Surface => return None,
        };
        Some(match language {
            Japanese => japanese,
            English => english,
        })
    }
}

impl SettingValue {
    pub fn label(&self, language: Language) -> String {
        let (japanese, english) = match self {
            SettingValue::Minutes(minutes) => {
                return match language {
                    Japanese => format!("{minutes}分"),
                    English => format!("{minutes} min"),
                };
            }
            SettingValue::Track(title) if title.is_empty() => ("決めていない", "none chosen"),
            SettingValue::Track(title) => return title.clone(),
            // Each language by its own name, so that it is found by whoever reads no other.
            SettingValue::Language(Japanese) => ("日本語", "日本語"),
            SettingValue::Language(English) => ("English", "English"),
            SettingValue::Timed(true) => ("はい", "yes"),
            SettingValue::Timed(false) => ("いいえ", "no"),
            SettingValue::Workdays(pattern) => return date::weekdays(*pattern, language),
            SettingValue::Weekday { weekday, works } => {
                let weekday = date::weekday(*weekday, language);
                return match (language, works) {
                    (Japanese, true) => format!("{weekday}曜日: 勤務"),
                    (Japanese, false) => format!("{weekday}曜日: 休み"),
                    (English, true) => format!("{weekday}: working"),
                    (English, false) => format!("{weekday}: off"),
                };
            }
            SettingValue::Retention(retention) => return format!("{}%", retention.percent()),
            SettingValue::ColoursPlain => ("端末の色のまま", "the terminal's own"),
            SettingValue::ColoursDark => ("暗い背景に合う色", "for a dark background"),
            SettingValue::ColoursLight => ("明るい背景に合う色", "for a light background"),
            SettingValue::MarksAuto => ("端末に合わせる", "to suit the terminal"),
            SettingValue::MarksAscii => ("半角の記号だけ", "ASCII only"),
            SettingValue::Screens => ("画面", "screens"),
            SettingValue::Lines => ("行モード（1行ずつ。読み上げ向き）", "lines (one by one, for screen readers)"),
        };
        match language {
            Japanese => japanese.to_owned(),
            English => english.to_owned(),
        }
    }
}

impl SettingAside {
    fn label(self, language: Language) -> &'static str {
        let (japanese, english) = match self {
            SettingAside::Colourless => ("（NO_COLOR により、いまは色なし）", " (no colour now: NO_COLOR)"),
            SettingAside::AsciiNow => ("（いまは半角の記号）", " (ASCII now)"),
            SettingAside::ScreensNow => ("（いまは画面）", " (screens now)"),
            SettingAside::LinesNow => ("（いまは行モード）", " (lines now)"),
        };
        match language {
            Japanese => japanese,
            English => english,
        }
    }
}
