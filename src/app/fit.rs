//! 覚え方の計算を自分に合わせる: what is known before, while and after parameters are fitted to the learner's own answers.
//! It computes nothing; the engine does, one piece at a time.

use crate::app::kept::SettingKept;
use crate::i18n::fit::FitSay;

/// The page, in its order.
#[derive(Clone, Debug, PartialEq)]
pub enum FitPage {
    /// The engine has not told yet.
    Loading,
    Ready(FitFacts),
    /// Under way: so many percent of it, at least.
    Working {
        percent: u8,
    },
    Done(FitOutcome),
}

/// What there is to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FitFacts {
    /// Answers to questions seen on an earlier day.
    pub answers: usize,
    /// So many it takes.
    pub least: usize,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum FitOutcome {
    /// The new parameters told later answers better, and are used from now on.
    Better {
        /// How many answers judged.
        judged: usize,
        /// New intervals over those before, on average.
        interval_ratio: f64,
        kept: SettingKept,
    },
    /// What stands tells later answers as well or better, and stays.
    NotBetter { judged: usize },
    /// The published parameters are used again.
    Reset(SettingKept),
}

impl FitOutcome {
    /// What the learner is told, sentence by sentence.
    pub fn said(&self) -> Vec<FitSay> {
        match self {
            FitOutcome::Better { judged, interval_ratio, .. } => {
                let intervals = FitSay::Intervals { tenths: tenths(*interval_ratio) };
                vec![FitSay::Better { judged: *judged }, intervals, FitSay::CanGoBack]
            }
            FitOutcome::NotBetter { judged } => vec![FitSay::NotBetter { judged: *judged }],
            FitOutcome::Reset(_) => vec![FitSay::WasReset],
        }
    }

    /// Where something was to be kept, what became of it.
    pub fn kept(&self) -> Option<&SettingKept> {
        match self {
            FitOutcome::Better { kept, .. } | FitOutcome::Reset(kept) => Some(kept),
            FitOutcome::NotBetter { .. } => None,
        }
    }
}

/// By how many tenths, rounded: 0.9 is one tenth shorter.
fn tenths(ratio: f64) -> i32 {
    ((ratio - 1.0) * 10.0).round().clamp(-10.0, 1_000.0) as i32
}

impl FitFacts {
    pub fn is_enough(&self) -> bool {
        self.answers >= self.least
    }
}
