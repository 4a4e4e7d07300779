//! Days and durations as each language says them.

use jiff::civil::Weekday;

use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::domain::work_pattern::WorkPattern;

/// `11月20日(金)` / `Fri 20 Nov`.
pub fn day(day: Day, language: Language) -> String {
    let date = day.date();
    match language {
        Language::Japanese => format!("{}月{}日({})", date.month(), date.day(), weekday(day.weekday(), language)),
        Language::English => {
            format!("{} {} {}", weekday(day.weekday(), language), date.day(), english_month(day))
        }
    }
}

/// `2026年11月` / `Nov 2026`.
pub fn month(day: Day, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}年{}月", day.date().year(), day.date().month()),
        Language::English => format!("{} {}", english_month(day), day.date().year()),
    }
}

/// `4月` / `Apr`.
pub fn month_short(day: Day, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}月", day.date().month()),
        Language::English => english_month(day).to_owned(),
    }
}

fn english_month(day: Day) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS[usize::try_from(day.date().month() - 1).expect("months are 1 to 12")]
}

/// `2026年11月20日(金)` / `Fri 20 Nov 2026`: where a day may lie in another year.
pub fn with_year(on: Day, language: Language) -> String {
    match language {
        Language::Japanese => format!("{}年{}", on.date().year(), day(on, language)),
        Language::English => format!("{} {}", day(on, language), on.date().year()),
    }
}

/// The weekday so many days after Monday: `金` / `Fr`.
pub fn weekday_short(after_monday: usize, language: Language) -> &'static str {
    match language {
        Language::Japanese => ["月", "火", "水", "木", "金", "土", "日"][after_monday],
        Language::English => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][after_monday],
    }
}

/// `金` / `Fri`.
pub fn weekday(weekday: Weekday, language: Language) -> &'static str {
    let place = usize::try_from(weekday.to_monday_zero_offset()).expect("0 to 6");
    match language {
        Language::Japanese => ["月", "火", "水", "木", "金", "土", "日"][place],
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][place],
    }
}

/// `月〜金`, `月・水・金` / `Mon-Fri`, `Mon, Wed, Fri`: three in a row are a range.
pub fn weekdays(pattern: WorkPattern, language: Language) -> String {
    let mut spells: Vec<Vec<Weekday>> = Vec::new();
    for weekday in pattern.weekdays() {
        match spells.last_mut() {
            Some(spell) if spell.last().is_some_and(|before| before.next() == weekday) => spell.push(weekday),
            _ => spells.push(vec![weekday]),
        }
    }
    let (to, and) = match language {
        Language::Japanese => ("〜", "・"),
        Language::English => ("-", ", "),
    };
    let said = |spell: &Vec<Weekday>| match spell.as_slice() {
        [first, _, .., last] => format!("{}{to}{}", weekday(*first, language), weekday(*last, language)),
        few => few.iter().map(|day| weekday(*day, language)).collect::<Vec<_>>().join(and),
    };
    spells.iter().map(said).collect::<Vec<_>>().join(and)
}

/// `2分50秒`, to ten seconds as guesses are; `2 min 50 s`.
pub fn about(seconds: f64, language: Language) -> String {
    let tens = (seconds.max(10.0) / 10.0).round() as u64 * 10;
    exact(tens, language)
}

/// `2分54秒` / `2 min 54 s`.
pub fn exact(seconds: u64, language: Language) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (language, minutes, rest) {
        (Language::Japanese, 0, rest) => format!("{rest}秒"),
        (Language::Japanese, minutes, 0) => format!("{minutes}分"),
        (Language::Japanese, minutes, rest) => format!("{minutes}分{rest}秒"),
        (Language::English, 0, rest) => format!("{rest} s"),
        (Language::English, minutes, 0) => format!("{minutes} min"),
        (Language::English, minutes, rest) => format!("{minutes} min {rest} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_durations_read_as_people_say_them() {
        let friday = Day::from_iso("2026-11-20").unwrap();
        assert_eq!(day(friday, Language::Japanese), "11月20日(金)");
        assert_eq!(day(friday, Language::English), "Fri 20 Nov");
        assert_eq!(about(168.0, Language::Japanese), "2分50秒");
        assert_eq!(exact(60, Language::English), "1 min");
    }

    #[test]
    fn three_weekdays_in_a_row_are_a_range() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        for (days, japanese, english) in [
            (&[Monday, Tuesday, Wednesday, Thursday, Friday][..], "月〜金", "Mon-Fri"),
            (&[Monday, Wednesday, Friday], "月・水・金", "Mon, Wed, Fri"),
            (&[Monday, Tuesday, Thursday, Friday, Saturday, Sunday], "月・火・木〜日", "Mon, Tue, Thu-Sun"),
            (&[Sunday], "日", "Sun"),
        ] {
            let pattern = WorkPattern::new(days).unwrap();
            assert_eq!(weekdays(pattern, Language::Japanese), japanese);
            assert_eq!(weekdays(pattern, Language::English), english);
        }
    }
}
