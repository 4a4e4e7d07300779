//! 覚え方の計算を自分に合わせる, as it is read. Reads the model, changes nothing.

use crate::app::page::Page;
use crate::app::{FitFacts, FitPage};
use crate::i18n::fit::FitSay;
use crate::i18n::say::Say;
use crate::layout::{Row, Tone};

/// Columns of the bar, within its brackets; it fits the smallest screen.
const BAR_COLUMNS: usize = 30;

impl Page<'_, '_> {
    pub(super) fn fit(&mut self, page: &FitPage) {
        self.title(&Say::Fit(FitSay::Title));
        match page {
            FitPage::Loading => {}
            FitPage::Ready(facts) => self.fit_ready(facts),
            FitPage::Working { percent } => {
                self.say(&Say::Fit(FitSay::Working { percent: *percent }));
                self.sheet.gap();
                self.sheet.picture(vec![Row::of(bar(*percent), Tone::Plain)]);
                self.sheet.gap();
                self.say(&Say::Fit(FitSay::StopFreely));
            }
            FitPage::Done(outcome) => {
                for say in outcome.said() {
                    self.say(&Say::Fit(say));
                    if !self.sheet.is_low {
                        self.sheet.gap();
                    }
                }
                if let Some(kept) = outcome.kept() {
                    self.say(&Say::Setting(kept.said()));
                }
            }
        }
    }

    fn fit_ready(&mut self, facts: &FitFacts) {
        let is_low = self.sheet.is_low;
        if !is_low {
            self.say(&Say::Fit(FitSay::About));
            self.sheet.gap();
        }
        let FitFacts { answers, least } = *facts;
        self.say(&Say::Fit(match facts.is_enough() {
            true => FitSay::Enough { answers },
            false => FitSay::TooFew { answers, least },
        }));
        self.sheet.gap();
        let mut number = 0;
        if facts.is_enough() {
            number += 1;
            self.choice(number, &Say::Fit(FitSay::Begin { number }));
        }
        if self.model.settings.is_fitted {
            number += 1;
            self.choice(number, &Say::Fit(FitSay::Reset { number }));
        }
        if is_low {
            self.sheet.gap();
            self.say(&Say::Fit(FitSay::About));
        }
    }
}

fn bar(percent: u8) -> String {
    let full = usize::from(percent.min(100)) * BAR_COLUMNS / 100;
    format!("[{}{}]", "#".repeat(full), "-".repeat(BAR_COLUMNS - full))
}
