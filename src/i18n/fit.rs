//! What is said while the reckoning of memory is fitted to a learner's own answers. Japanese is written first.

use crate::domain::language::Language::{self, English, Japanese};

/// One sentence about it.
#[derive(Clone, Debug, PartialEq)]
pub enum FitSay {
    /// The line that leads to it, among the settings.
    Row {
        number: usize,
        is_own: bool,
    },
    Title,
    About,
    Enough {
        answers: usize,
    },
    TooFew {
        answers: usize,
        least: usize,
    },
    Begin {
        number: usize,
    },
    Reset {
        number: usize,
    },
    Working {
        percent: u8,
    },
    /// Below it: nobody waits for fear of breaking something.
    StopFreely,
    /// The prompt in lines.
    Keys,
    Better {
        judged: usize,
    },
    /// Tenths by which intervals become shorter (below zero) or longer; what moves with them.
    Intervals {
        tenths: i32,
    },
    NotBetter {
        judged: usize,
    },
    /// Where the standard is had again.
    CanGoBack,
    WasReset,
}

impl FitSay {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            FitSay::Row { number, is_own: false } => format!("{number} 覚え方の計算: 標準"),
            FitSay::Row { number, is_own: true } => format!("{number} 覚え方の計算: 自分に合わせたもの"),
            FitSay::Title => "覚え方の計算を自分に合わせる".into(),
            FitSay::About => {
                "次の復習の日は、多くの人の記録から作られた計算で決めています。それをあなたの回答に合わせて、\
                              最近の回答をより正しく予測できたときだけ使います。計算はこのパソコンの中だけで行います。"
                    .into()
            }
            FitSay::Enough { answers } => format!("日をおいて答えた回答: {answers}件"),
            FitSay::TooFew { answers, least } => format!(
                "合わせるには、日をおいて答えた回答が{least}件必要です。いまは{answers}件です。\
                 ふだんどおり学習していると、たまります。"
            ),
            FitSay::Begin { number } => format!("{number} 自分の回答に合わせる"),
            FitSay::Reset { number } => format!("{number} 標準の計算に戻す"),
            FitSay::Working { percent } => format!("計算しています（{percent}%）"),
            FitSay::StopFreely => "途中でやめても、何も変わりません。".into(),
            FitSay::Keys => "選ぶ番号　0 戻る".into(),
            FitSay::Better { judged } => {
                format!(
                    "あなたに合わせた計算のほうが、最近の{judged}件の回答を、より正しく予測しました。これからはこちらを使います。"
                )
            }
            FitSay::Intervals { tenths: 0 } => "復習の間隔は、平均ではほとんど変わりません。".into(),
            FitSay::Intervals { tenths } if *tenths < 0 => format!(
                "復習の間隔が、平均で{}割短くなります。早まった復習は、毎回の時間に収まる分ずつ出します。",
                -tenths
            ),
            FitSay::Intervals { tenths: 10.. } => "復習の間隔が、平均で2倍以上になります。".into(),
            FitSay::Intervals { tenths } => format!("復習の間隔が、平均で{tenths}割長くなります。"),
            FitSay::NotBetter { judged } => {
                format!(
                    "今の計算のまま続けます。最近の{judged}件の回答で比べましたが、合わせたほうがよいとは言えませんでした。"
                )
            }
            FitSay::CanGoBack => "設定（s）の「覚え方の計算」で、いつでも標準に戻せます。".into(),
            FitSay::WasReset => "標準の計算に戻しました。次の復習の日も、標準の計算で決め直しました。".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            FitSay::Row { number, is_own: false } => format!("{number} Reckoning of memory: standard"),
            FitSay::Row { number, is_own: true } => format!("{number} Reckoning of memory: your own"),
            FitSay::Title => "Fit the reckoning of memory to yourself".into(),
            FitSay::About => {
                "When a review comes is reckoned from the records of many people. It can be fitted to your \
                              answers, and is used only where it predicts your recent answers better. All of it is done \
                              on this computer."
                    .into()
            }
            FitSay::Enough { answers } => format!("Answers a day or more apart: {answers}"),
            FitSay::TooFew { answers, least } => format!(
                "It takes {least} answers a day or more apart. There are {answers} now; they gather as you study."
            ),
            FitSay::Begin { number } => format!("{number} Fit it to my answers"),
            FitSay::Reset { number } => format!("{number} Back to the standard"),
            FitSay::Working { percent } => format!("Reckoning ({percent}%)"),
            FitSay::StopFreely => "Stopped on the way, it changes nothing.".into(),
            FitSay::Keys => "Number to choose  0 back".into(),
            FitSay::Better { judged } => {
                format!("Fitted to you, it predicted your {judged} recent answers better. It is used from now on.")
            }
            FitSay::Intervals { tenths: 0 } => "On average reviews stay as far apart as they were.".into(),
            FitSay::Intervals { tenths } if *tenths < 0 => format!(
                "On average reviews come {}% closer together. Those that became earlier fill each sitting's minutes \
                 and no more.",
                -10 * tenths
            ),
            FitSay::Intervals { tenths: 10.. } => "On average reviews lie twice as far apart or more.".into(),
            FitSay::Intervals { tenths } => format!("On average reviews lie {}% further apart.", 10 * tenths),
            FitSay::NotBetter { judged } => {
                format!("It stays as it is: on your {judged} recent answers, fitting was not clearly better.")
            }
            FitSay::CanGoBack => "\"Reckoning of memory\" in the settings (s) goes back to the standard.".into(),
            FitSay::WasReset => "The standard is used again, and next reviews follow it.".into(),
        }
    }
}
