//! The names of national holidays, and why a day is off. Never decides which day is one.

use crate::domain::calendar::DayOff;
use crate::domain::holiday::Holiday;
use crate::domain::language::Language;

/// `勤労感謝の日` / `Labor Thanksgiving Day`.
pub fn holiday(holiday: Holiday, language: Language) -> &'static str {
    match language {
        Language::Japanese => japanese(holiday),
        Language::English => english(holiday),
    }
}

/// Why nothing is expected on a day: a holiday by its name, else the kind of day.
pub fn day_off(reason: DayOff, language: Language) -> &'static str {
    match (reason, language) {
        (DayOff::NationalHoliday(name), language) => holiday(name, language),
        (DayOff::Weekend, Language::Japanese) => "土日",
        (DayOff::Weekend, Language::English) => "weekend",
        (DayOff::OfficeClosed, Language::Japanese) => "年末年始の休み",
        (DayOff::OfficeClosed, Language::English) => "New Year closing",
        (DayOff::OfficeOwn, Language::Japanese) => "職場の休み",
        (DayOff::OfficeOwn, Language::English) => "day off of the office",
        (DayOff::Leave, Language::Japanese) => "登録した休み",
        (DayOff::Leave, Language::English) => "leave",
        (DayOff::OffPattern, Language::Japanese) => "勤務のない曜日",
        (DayOff::OffPattern, Language::English) => "not one of your working days",
    }
}

fn japanese(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "元日",
        Holiday::ComingOfAge => "成人の日",
        Holiday::Foundation => "建国記念の日",
        Holiday::EmperorsBirthday => "天皇誕生日",
        Holiday::VernalEquinox => "春分の日",
        Holiday::Showa => "昭和の日",
        Holiday::Constitution => "憲法記念日",
        Holiday::Greenery => "みどりの日",
        Holiday::Children => "こどもの日",
        Holiday::Marine => "海の日",
        Holiday::Mountain => "山の日",
        Holiday::RespectForTheAged => "敬老の日",
        Holiday::AutumnalEquinox => "秋分の日",
        Holiday::PhysicalEducation => "体育の日",
        Holiday::Sports => "スポーツの日",
        Holiday::Culture => "文化の日",
        Holiday::LaborThanksgiving => "勤労感謝の日",
        Holiday::Wedding => "結婚の儀",
        Holiday::Funeral => "大喪の礼",
        Holiday::Enthronement => "即位礼正殿の儀",
        Holiday::Accession => "天皇の即位の日",
        Holiday::EnthronementCeremony => "即位礼正殿の儀が行われる日",
        Holiday::Substitute => "振替休日",
        Holiday::BetweenHolidays => "国民の休日",
    }
}

fn english(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "New Year's Day",
        Holiday::ComingOfAge => "Coming of Age Day",
        Holiday::Foundation => "Foundation Day",
        Holiday::EmperorsBirthday => "Emperor's Birthday",
        Holiday::VernalEquinox => "Vernal Equinox Day",
        Holiday::Showa => "Showa Day",
        Holiday::Constitution => "Constitution Day",
        Holiday::Greenery => "Greenery Day",
        Holiday::Children => "Children's Day",
        Holiday::Marine => "Marine Day",
        Holiday::Mountain => "Mountain Day",
        Holiday::RespectForTheAged => "Respect for the Aged Day",
        Holiday::AutumnalEquinox => "Autumnal Equinox Day",
        Holiday::PhysicalEducation => "Health and Sports Day",
        Holiday::Sports => "Sports Day",
        Holiday::Culture => "Culture Day",
        Holiday::LaborThanksgiving => "Labor Thanksgiving Day",
        Holiday::Wedding => "Imperial Wedding",
        Holiday::Funeral => "Imperial Funeral",
        Holiday::Enthronement => "Enthronement Ceremony",
        Holiday::Accession => "Day of the Emperor's Accession",
        Holiday::EnthronementCeremony => "Day of the Enthronement Ceremony",
        Holiday::Substitute => "Substitute Holiday",
        Holiday::BetweenHolidays => "National Holiday",
    }
}
