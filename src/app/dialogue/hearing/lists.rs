//! Replies to the lists: 教材一覧 and 設定.

use jiff::civil::Weekday;

use crate::app::dialogue::browse::Browse;
use crate::app::dialogue::hearing::one;
use crate::app::dialogue::{Dialogue, Heard, reply};
use crate::app::{FitPage, Message, Model, Screen, Setting, SettingChange};
use crate::domain::work_pattern::weekdays;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;

impl Dialogue {
    pub(super) fn in_library(&mut self, model: &Model, line: &str, plain: &str) -> Heard {
        let Screen::Library(Some(library)) = model.screen() else { return one(Message::Back) };
        let words = line.trim().strip_prefix(['/', '／', '・']);
        if let Some(words) = words {
            return match self.browse_found(model, words) {
                true => Heard::Nothing,
                false => Heard::Say(Say::NoLessonFound { text: words.trim().to_owned() }),
            };
        }
        if matches!(plain, "" | "0") {
            return match self.browse.up() {
                Some(up) => self.go(up),
                None => one(Message::Back),
            };
        }
        let count = self.browse.count(library);
        let Some(number) = reply::number(plain, count) else { return Heard::Say(Say::LibraryOnly { last: count }) };
        match self.browse.down(library, number) {
            Some(down) => self.go(down),
            None => one(Message::OpenLesson(self.browse.lessons(library)[number - 1].clone())),
        }
    }

    fn go(&mut self, browse: Browse) -> Heard {
        self.browse = browse;
        Heard::Nothing
    }

    pub(super) fn in_settings(&mut self, model: &Model, plain: &str) -> Heard {
        let Some(setting) = self.setting else {
            if matches!(plain, "" | "0") {
                return one(Message::Back);
            }
            let last = Setting::ALL.len() + 1;
            let Some(number) = reply::number(plain, last) else {
                return Heard::Say(Say::OnlyListed { last });
            };
            if number == last {
                return one(Message::OpenHealth);
            }
            let setting = Setting::ALL[number - 1];
            if setting.options(model).is_empty() {
                return Heard::Say(Say::NoRoles);
            }
            self.setting = Some(setting);
            self.last_setting = self.setting;
            return Heard::Nothing;
        };
        if matches!(plain, "" | "0") {
            (self.setting, self.last_switched) = (None, None);
            return Heard::Nothing;
        }
        if setting.has_switches() {
            return self.switch(model, plain);
        }
        let options = setting.options(model);
        let last = options.len() + usize::from(setting.leads_to_fit());
        match reply::number(plain, last) {
            Some(number) if number > options.len() => one(Message::OpenFit),
            Some(number) => {
                self.setting = None;
                one(Message::Changed(options[number - 1].change.clone()))
            }
            None => Heard::Say(Say::OnlyListed { last }),
        }
    }

    /// 覚え方の計算を自分に合わせる: what can be picked, and anything else leads back.
    pub(super) fn in_fit(&self, model: &Model, page: &FitPage, plain: &str) -> Heard {
        let FitPage::Ready(facts) = page else { return one(Message::Back) };
        let picks: Vec<Message> = [
            Some(Message::FitWanted).filter(|_| facts.is_enough()),
            Some(Message::FitResetWanted).filter(|_| model.settings.is_fitted),
        ]
        .into_iter()
        .flatten()
        .collect();
        if matches!(plain, "" | "0") || picks.is_empty() {
            return one(Message::Back);
        }
        match reply::number(plain, picks.len()) {
            Some(number) => one(picks[number - 1].clone()),
            None => Heard::Say(Say::OnlyListed { last: picks.len() }),
        }
    }

    /// Weekdays the other way round, all at once; the list stays, so that more can follow.
    fn switch(&mut self, model: &Model, plain: &str) -> Heard {
        let last = 7;
        let Some(numbers) = reply::numbers(plain, last) else { return Heard::Say(Say::OnlyListed { last }) };
        self.last_switched = numbers.last().copied();
        let week: Vec<Weekday> = weekdays().collect();
        let switched: Vec<Weekday> = numbers.into_iter().map(|number| week[number - 1]).collect();
        match model.settings.workdays.switched(&switched) {
            Some(workdays) => one(Message::Changed(SettingChange::Workdays(workdays))),
            None => Heard::Say(Say::Setting(SettingSay::OneWorkday)),
        }
    }
}
