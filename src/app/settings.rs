//! The settings as a list: each with the value that stands and those that it can take. Reads the model, changes
//! nothing; a choice comes back as a `SettingChange`.

use jiff::civil::Weekday;

use crate::app::page::tracks;
use crate::app::{MINUTES, Marks, Model, SettingChange, Surface, Theme};
use crate::domain::language::Language;
use crate::domain::memory::Retention;
use crate::domain::work_pattern::weekdays;
use crate::i18n::setting::{SettingAside, SettingSay, SettingValue};
use crate::layout::Rendition;

pub use crate::i18n::setting::Setting;

/// A value that a setting can take.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingOption {
    pub value: SettingValue,
    pub change: SettingChange,
    /// It is the one that stands.
    pub stands: bool,
}

impl Setting {
    /// In the order of their numbers: what belongs to the learner, then what belongs to the machine.
    pub const ALL: [Setting; 9] = [
        Setting::Minutes,
        Setting::Track,
        Setting::Language,
        Setting::Timed,
        Setting::Workdays,
        Setting::Retention,
        Setting::Theme,
        Setting::Marks,
        Setting::Surface,
    ];

    /// Whether it is this machine's, for whoever sits at it.
    pub fn is_of_machine(self) -> bool {
        matches!(self, Setting::Theme | Setting::Marks | Setting::Surface)
    }

    /// Whether a number switches one of its values and leaves the others as they are.
    pub fn has_switches(self) -> bool {
        self == Setting::Workdays
    }

    /// Whether fitting to the learner's own answers stands below its values.
    pub fn leads_to_fit(self) -> bool {
        self == Setting::Retention
    }

    /// Its line in the list: number, name, value.
    pub fn row(self, number: usize, model: &Model) -> SettingSay {
        SettingSay::Row { number, name: self, value: self.value(model), aside: self.aside(model) }
    }

    /// Its values, in the order of their numbers. None where there is nothing to choose.
    pub fn options(self, model: &Model) -> Vec<SettingOption> {
        let option = |value: SettingValue, change| SettingOption { stands: value == self.value(model), value, change };
        match self {
            Setting::Minutes => MINUTES
                .map(|minutes| option(SettingValue::Minutes(minutes), SettingChange::Minutes(minutes)))
                .into_iter()
                .collect(),
            Setting::Track => tracks(model)
                .into_iter()
                .map(|(id, title)| option(SettingValue::Track(title), SettingChange::Track(id)))
                .collect(),
            Setting::Language => Language::ALL
                .map(|language| option(SettingValue::Language(language), SettingChange::Language(language)))
                .into_iter()
                .collect(),
            Setting::Timed => [true, false]
                .map(|timed| option(SettingValue::Timed(timed), SettingChange::Timed(timed)))
                .into_iter()
                .collect(),
            Setting::Workdays => weekdays().map(|day| weekday(model, day)).collect(),
            Setting::Retention => Retention::OFFERED
                .map(|retention| option(SettingValue::Retention(retention), SettingChange::Retention(retention)))
                .into_iter()
                .collect(),
            Setting::Theme => [Theme::Plain, Theme::Dark, Theme::Light]
                .map(|theme| option(theme_value(theme), SettingChange::Theme(theme)))
                .into_iter()
                .collect(),
            Setting::Marks => [Marks::Auto, Marks::Ascii]
                .map(|marks| option(marks_value(marks), SettingChange::Marks(marks)))
                .into_iter()
                .collect(),
            Setting::Surface => [Surface::Screens, Surface::Lines]
                .map(|surface| option(surface_value(surface), SettingChange::Surface(surface)))
                .into_iter()
                .collect(),
        }
    }

    fn value(self, model: &Model) -> SettingValue {
        let settings = &model.settings;
        match self {
            Setting::Minutes => SettingValue::Minutes(settings.minutes),
            Setting::Track => {
                let own = tracks(model).into_iter().find(|(id, _)| Some(id) == settings.track.as_ref());
                SettingValue::Track(own.map(|(_, title)| title).unwrap_or_default())
            }
            Setting::Language => SettingValue::Language(settings.language),
            Setting::Timed => SettingValue::Timed(settings.is_timed),
            Setting::Workdays => SettingValue::Workdays(settings.workdays),
            Setting::Retention => SettingValue::Retention(settings.retention),
            Setting::Theme => theme_value(model.look.theme),
            Setting::Marks => marks_value(model.look.marks),
            Setting::Surface => surface_value(model.look.surface.unwrap_or(Surface::Screens)),
        }
    }

    /// Where what is seen differs from what was chosen, why.
    fn aside(self, model: &Model) -> Option<SettingAside> {
        let look = &model.look;
        match self {
            Setting::Theme if look.shown_theme() != look.theme => Some(SettingAside::Colourless),
            Setting::Marks if look.marks == Marks::Auto && look.rendition() == (Rendition::Screen { ascii: true }) => {
                Some(SettingAside::AsciiNow)
            }
            Setting::Surface if look.surface.unwrap_or(Surface::Screens) != model.surface => {
                Some(match model.surface {
                    Surface::Screens => SettingAside::ScreensNow,
                    Surface::Lines => SettingAside::LinesNow,
                })
            }
            _ => None,
        }
    }
}

/// One weekday, and the week with it the other way round. The last working day of a week stays one.
fn weekday(model: &Model, weekday: Weekday) -> SettingOption {
    let workdays = model.settings.workdays;
    SettingOption {
        value: SettingValue::Weekday { weekday, works: workdays.contains(weekday) },
        change: SettingChange::Workdays(workdays.switched(&[weekday]).unwrap_or(workdays)),
        stands: false,
    }
}

fn theme_value(theme: Theme) -> SettingValue {
    match theme {
        Theme::Plain => SettingValue::ColoursPlain,
        Theme::Dark => SettingValue::ColoursDark,
        Theme::Light => SettingValue::ColoursLight,
    }
}

fn marks_value(marks: Marks) -> SettingValue {
    match marks {
        Marks::Auto => SettingValue::MarksAuto,
        Marks::Ascii => SettingValue::MarksAscii,
    }
}

fn surface_value(surface: Surface) -> SettingValue {
    match surface {
        Surface::Screens => SettingValue::Screens,
        Surface::Lines => SettingValue::Lines,
    }
}
