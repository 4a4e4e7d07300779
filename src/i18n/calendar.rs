//! What `calendar`, `leave` and `workdays` print. Japanese is written first; English says the same.

use crate::domain::calendar::DayOff;
use crate::domain::day::Day;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::work_pattern::WorkPattern;
use crate::i18n::{date, holiday};

/// A line about days that are worked or free.
#[derive(Clone, Debug, PartialEq)]
pub enum CalendarTell {
    /// Days of the office may be missing.
    OfficeBroken,
    Month {
        first: Day,
        working: usize,
    },
    Off {
        first: Day,
        last: Day,
        reason: DayOff,
    },
    Light {
        first: Day,
        last: Day,
    },
    NoLeave {
        example: Day,
    },
    Leave {
        first: Day,
        last: Day,
    },
    LeaveDeclared {
        first: Day,
        last: Day,
        working: usize,
    },
    LeaveWithdrawn {
        first: Day,
        last: Day,
    },
    LeaveBackwards {
        first: Day,
        last: Day,
    },
    LeaveTooLong {
        days: i32,
        most: i32,
    },
    LeaveOutOfRange {
        least: i16,
        most: i16,
    },
    LeaveNotFound {
        first: Day,
        last: Day,
    },
    Pattern {
        pattern: WorkPattern,
    },
    PatternSet {
        from: Day,
        pattern: WorkPattern,
    },
}

impl CalendarTell {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        let spell = |first: &Day, last: &Day| spell(*first, *last, Japanese);
        let whole = |first: &Day, last: &Day| whole(*first, *last, Japanese);
        match self {
            CalendarTell::OfficeBroken => "職場の設定（office.toml）の休みの日に、読めないところがあります。\n\
                 読めた日だけを使い、記録は変えていません。sukima check で、どこを直すかが分かります。"
                .into(),
            CalendarTell::Month { first, working } => {
                format!("{}　勤務日 {working}日", date::month(*first, Japanese))
            }
            CalendarTell::Off { first, last, reason } => {
                format!("  {}　{}", spell(first, last), holiday::day_off(*reason, Japanese))
            }
            CalendarTell::Light { first, last } => format!("  {}　短めの日（1分）", spell(first, last)),
            CalendarTell::NoLeave { example } => {
                format!("登録した休みはありません。\n登録するには: sukima leave {}", example.iso())
            }
            CalendarTell::Leave { first, last } => format!("休みの登録　{}", whole(first, last)),
            CalendarTell::LeaveDeclared { first, last, working } => format!(
                "休みを登録しました: {}（勤務日 {working}日分）\n学習しなくても、続いた日数は減りません。\n\
                 取り消すには: sukima leave --cancel {} {}",
                whole(first, last),
                first.iso(),
                last.iso()
            ),
            CalendarTell::LeaveWithdrawn { first, last } => {
                format!("休みの登録を取り消しました: {}", whole(first, last))
            }
            CalendarTell::LeaveBackwards { first, last } => format!(
                "休みの終わり（{}）が、始まり（{}）より前です。何も登録していません。\n\
                 始まりの日、終わりの日の順に書いてください: sukima leave {} {}",
                last.iso(),
                first.iso(),
                last.iso(),
                first.iso()
            ),
            CalendarTell::LeaveTooLong { days, most } => format!(
                "{days}日間の休みは登録できません（{most}日まで）。何も登録していません。\n年を確かめてください。"
            ),
            CalendarTell::LeaveOutOfRange { least, most } => format!(
                "休みは{least}年から{most}年までの日で登録できます。何も登録していません。\n年を確かめてください。"
            ),
            CalendarTell::LeaveNotFound { first, last } => format!(
                "{}に、登録した休みはありません。何も変えていません。\n登録した休みを見るには: sukima leave",
                whole(first, last)
            ),
            CalendarTell::Pattern { pattern } => format!("勤務する曜日　{}", weekdays(*pattern, Japanese)),
            CalendarTell::PatternSet { from, pattern } => format!(
                "{}から、勤務する曜日を {} にしました。\nそれより前の日は変わりません。",
                date::with_year(*from, Japanese),
                weekdays(*pattern, Japanese)
            ),
        }
    }

    fn english(&self) -> String {
        let spell = |first: &Day, last: &Day| spell(*first, *last, English);
        let whole = |first: &Day, last: &Day| whole(*first, *last, English);
        match self {
            CalendarTell::OfficeBroken => "Some days of the office (office.toml) cannot be read.\n\
                 Those that can are used, and the record stays as it is. sukima check tells what to mend."
                .into(),
            CalendarTell::Month { first, working } => {
                format!("{}: {working} working days", date::month(*first, English))
            }
            CalendarTell::Off { first, last, reason } => {
                format!("  {}  {}", spell(first, last), holiday::day_off(*reason, English))
            }
            CalendarTell::Light { first, last } => format!("  {}  short day (one minute)", spell(first, last)),
            CalendarTell::NoLeave { example } => {
                format!("There is no leave.\nTo tell of some: sukima leave {}", example.iso())
            }
            CalendarTell::Leave { first, last } => format!("Leave  {}", whole(first, last)),
            CalendarTell::LeaveDeclared { first, last, working } => format!(
                "Leave is kept: {} (working days: {working}).\nThe days in a row stay as they are without study.\n\
                 To take it back: sukima leave --cancel {} {}",
                whole(first, last),
                first.iso(),
                last.iso()
            ),
            CalendarTell::LeaveWithdrawn { first, last } => format!("Leave is taken back: {}", whole(first, last)),
            CalendarTell::LeaveBackwards { first, last } => format!(
                "The leave ends ({}) before it starts ({}). Nothing was kept.\n\
                 Write the first day, then the last: sukima leave {} {}",
                last.iso(),
                first.iso(),
                last.iso(),
                first.iso()
            ),
            CalendarTell::LeaveTooLong { days, most } => {
                format!(
                    "A leave of {days} days is too long (at most {most}). Nothing was kept.\nPlease check the year."
                )
            }
            CalendarTell::LeaveOutOfRange { least, most } => {
                format!("Leave lies in the years {least} to {most}. Nothing was kept.\nPlease check the year.")
            }
            CalendarTell::LeaveNotFound { first, last } => format!(
                "There is no leave on {}. Nothing was changed.\nTo see the leave: sukima leave",
                whole(first, last)
            ),
            CalendarTell::Pattern { pattern } => format!("Working days  {}", weekdays(*pattern, English)),
            CalendarTell::PatternSet { from, pattern } => format!(
                "From {} the working days are {}.\nThe days before stay as they were.",
                date::with_year(*from, English),
                weekdays(*pattern, English)
            ),
        }
    }
}

/// `3日(火)` or `29日(火)〜31日(木)`: within a month that is named above.
fn spell(first: Day, last: Day, language: Language) -> String {
    let day = |day: Day| {
        let (number, weekday) = (day.date().day(), date::weekday(day.weekday(), language));
        match language {
            Japanese => format!("{number}日({weekday})"),
            English => format!("{weekday} {number}"),
        }
    };
    let to = if language == Japanese { "〜" } else { " to " };
    if first == last { day(first) } else { format!("{}{to}{}", day(first), day(last)) }
}

/// `2026年12月1日(火)から2026年12月4日(金)まで`, or the one day.
fn whole(first: Day, last: Day, language: Language) -> String {
    let (from, to) = (date::with_year(first, language), date::with_year(last, language));
    match language {
        _ if first == last => from,
        Japanese => format!("{from}から{to}まで"),
        English => format!("{from} to {to}"),
    }
}

fn weekdays(pattern: WorkPattern, language: Language) -> String {
    let names: Vec<&str> = pattern.weekdays().map(|weekday| date::weekday(weekday, language)).collect();
    names.join(if language == Japanese { "・" } else { ", " })
}
