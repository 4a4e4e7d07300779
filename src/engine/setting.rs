//! A setting that was changed: those of the learner into the record, those of the machine into its own file.

use crate::app::{Message, SettingChange, SettingKept, Storage};
use crate::domain::memory::KEY_RETENTION;
use crate::engine::performing::Timed;
use crate::engine::{Engine, KEY_LANGUAGE, KEY_MINUTES, KEY_TIMED, KEY_TRACK};
use crate::store::StoreError;

impl Engine {
    pub(super) fn store_setting(&mut self, change: SettingChange) -> Result<Vec<Message>, StoreError> {
        let (key, value) = match change {
            SettingChange::Theme(theme) => return Ok(vec![Message::SettingStored(self.machine.keep_theme(theme))]),
            SettingChange::Marks(marks) => return Ok(vec![Message::SettingStored(self.machine.keep_marks(marks))]),
            SettingChange::Surface(surface) => {
                return Ok(vec![Message::SettingStored(self.machine.keep_surface(surface))]);
            }
            SettingChange::Workdays(workdays) => {
                self.set_work_pattern(self.today(), workdays)?;
                return Ok(vec![Message::SettingStored(self.setting_kept())]);
            }
            SettingChange::Retention(retention) => {
                self.settings.retention = retention;
                (KEY_RETENTION, retention.percent().to_string())
            }
            SettingChange::Track(track) => {
                // What was put first was chosen for the other one.
                self.put_first(Vec::new())?;
                self.settings.track = Some(track.clone());
                (KEY_TRACK, track.0)
            }
            SettingChange::Minutes(minutes) => {
                self.ask_for_minutes(minutes);
                (KEY_MINUTES, minutes.to_string())
            }
            SettingChange::Language(language) => {
                self.settings.language = language;
                self.timed = Timed::default();
                (KEY_LANGUAGE, language.code().to_owned())
            }
            SettingChange::Timed(is_timed) => {
                self.settings.is_timed = is_timed;
                (KEY_TIMED, if is_timed { "yes" } else { "no" }.to_owned())
            }
        };
        self.change(key, value)?;
        Ok(vec![Message::SettingStored(self.setting_kept())])
    }

    pub(super) fn setting_kept(&self) -> SettingKept {
        match self.storage() {
            Storage::Kept => SettingKept::Kept,
            Storage::Waiting { is_rescued: true, .. } => SettingKept::Waits,
            Storage::Waiting { .. } | Storage::NotKept { .. } | Storage::ReadOnly { .. } => SettingKept::NotKept,
        }
    }
}
