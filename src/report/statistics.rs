//! `stats`: one set of figures as JSON, as a table for a spreadsheet, and as sentences. It counts nothing itself.
//!
//! The table is long (figure, key, value), so that one file holds them all and a spreadsheet can filter it. Values are
//! bare numbers. Because each row also says in the reader's language what it is, the file begins with a byte order mark:
//! without one Excel on Japanese Windows takes UTF-8 for Shift_JIS and shows other characters. Lines end as RFC 4180 says.

use serde::Serialize;

use crate::domain::language::Language;
use crate::domain::recall::LONG_GAP_DAYS;
use crate::domain::statistics::{
    DayMark, LongRecall, Month, RECALL_ANSWERS_LEAST, SkillFigures, Statistics, WeekMinutes, YearKind,
};
use crate::i18n::figure::FigureName;
use crate::i18n::statistics::StatisticsTell;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The figures as JSON, in this order; `format` comes first.
pub fn json(statistics: &Statistics) -> String {
    #[derive(Serialize)]
    struct Whole {
        format: u32,
        day: String,
        year: Year,
        days: Vec<Day>,
        months: Vec<MonthFigures>,
        retention: Retention,
        ahead: Vec<Week>,
        weeks: Vec<Week>,
        skills: Vec<Skill>,
        set_right: u32,
    }
    #[derive(Serialize)]
    struct Year {
        kind: &'static str,
        number: i16,
        from: String,
        to: String,
        days_studied: u32,
        answers: u32,
        right: u32,
        minutes: u64,
    }
    #[derive(Serialize)]
    struct Day {
        date: String,
        mark: &'static str,
        answers: u32,
    }
    #[derive(Serialize)]
    struct MonthFigures {
        month: String,
        studied: u32,
        spare_used: u32,
        missed: u32,
    }
    #[derive(Serialize)]
    struct Retention {
        gap_days: i32,
        from: String,
        to: String,
        answers: u32,
        right: u32,
        /// Null while there are too few answers.
        percent: Option<u32>,
        answers_least: u32,
        target_percent: u8,
    }
    #[derive(Serialize)]
    struct Week {
        from: String,
        to: String,
        minutes: u64,
    }
    #[derive(Serialize)]
    struct Skill {
        skill: Option<&'static str>,
        lessons: u32,
        questions: u32,
        understood: u32,
        tried: u32,
        /// 定着 is not measured yet.
        embedded: Option<u32>,
    }

    let year = statistics.year;
    let recall = statistics.recall;
    let (from, to) = LongRecall::days(statistics.today);
    let week = |week: &WeekMinutes| Week { from: week.first.iso(), to: week.last.iso(), minutes: week.minutes };
    let whole = Whole {
        format: 1,
        day: statistics.today.iso(),
        year: Year {
            kind: kind_code(year.kind),
            number: year.number,
            from: year.first().iso(),
            to: year.last().iso(),
            days_studied: statistics.totals.days_studied,
            answers: statistics.totals.answers,
            right: statistics.totals.right,
            minutes: statistics.totals.minutes,
        },
        days: statistics
            .days
            .iter()
            .filter_map(|day| Some(Day { date: day.day.iso(), mark: mark_code(day.mark)?, answers: day.answers }))
            .collect(),
        months: statistics
            .months()
            .iter()
            .map(|month| MonthFigures {
                month: month_key(month),
                studied: month.studied,
                spare_used: month.spare_used,
                missed: month.missed,
            })
            .collect(),
        retention: Retention {
            gap_days: LONG_GAP_DAYS,
            from: from.iso(),
            to: to.iso(),
            answers: recall.answers,
            right: recall.right,
            percent: recall.percent(),
            answers_least: RECALL_ANSWERS_LEAST,
            target_percent: recall.target_percent,
        },
        ahead: statistics.ahead.iter().map(week).collect(),
        weeks: statistics.weeks.iter().map(week).collect(),
        skills: statistics
            .skills
            .iter()
            .map(|figures| Skill {
                skill: figures.skill.map(|skill| skill.code()),
                lessons: figures.lessons,
                questions: figures.questions,
                understood: figures.held,
                tried: figures.tried,
                embedded: None,
            })
            .collect(),
        set_right: statistics.set_right,
    };
    serde_json::to_string(&whole).expect("words, numbers and lists are what JSON can write")
}

/// The same figures as a table.
pub fn csv(statistics: &Statistics, language: Language) -> String {
    let mut table = format!("{BYTE_ORDER_MARK}figure,key,value,label\r\n");
    let mut row = |name: FigureName, key: &str, value: u64| {
        let label = name.in_language(language).replace('"', "\"\"");
        table.push_str(&format!("{},{key},{value},\"{label}\"\r\n", name.code()));
    };
    for day in &statistics.days {
        let Some(name) = day_name(day.mark) else { continue };
        row(name, &day.day.iso(), 1);
        if day.answers > 0 {
            row(FigureName::DayAnswers, &day.day.iso(), day.answers.into());
        }
    }
    for month in statistics.months() {
        let key = month_key(&month);
        row(FigureName::MonthStudied, &key, month.studied.into());
        row(FigureName::MonthSpareUsed, &key, month.spare_used.into());
        row(FigureName::MonthMissed, &key, month.missed.into());
    }
    let year = format!("{}-{}", kind_code(statistics.year.kind), statistics.year.number);
    row(FigureName::YearDaysStudied, &year, statistics.totals.days_studied.into());
    row(FigureName::YearAnswers, &year, statistics.totals.answers.into());
    row(FigureName::YearRight, &year, statistics.totals.right.into());
    row(FigureName::YearMinutes, &year, statistics.totals.minutes);
    let (recall, today) = (statistics.recall, statistics.today.iso());
    row(FigureName::RetentionAnswers, &today, recall.answers.into());
    row(FigureName::RetentionRight, &today, recall.right.into());
    if let Some(percent) = recall.percent() {
        row(FigureName::RetentionPercent, &today, percent.into());
    }
    row(FigureName::RetentionTarget, &today, recall.target_percent.into());
    for week in &statistics.ahead {
        row(FigureName::AheadMinutes, &week.first.iso(), week.minutes);
    }
    for week in &statistics.weeks {
        row(FigureName::WeekMinutes, &week.first.iso(), week.minutes);
    }
    for figures in &statistics.skills {
        let SkillFigures { skill, lessons, questions, held, tried } = *figures;
        let key = skill.map_or("none", |skill| skill.code());
        row(FigureName::SkillLessons, key, lessons.into());
        row(FigureName::SkillQuestions, key, questions.into());
        row(FigureName::SkillUnderstood, key, held.into());
        row(FigureName::SkillTried, key, tried.into());
    }
    row(FigureName::SetRight, &today, statistics.set_right.into());
    table
}

/// The same figures as sentences.
pub fn lines(statistics: &Statistics, language: Language) -> Vec<String> {
    StatisticsTell::all(statistics).iter().map(|line| line.in_language(language)).collect()
}

/// What the table calls a day with this mark; days before the record and after today have none.
fn day_name(mark: DayMark) -> Option<FigureName> {
    match mark {
        DayMark::Blank => None,
        DayMark::Studied => Some(FigureName::DayStudied),
        DayMark::SpareUsed => Some(FigureName::DaySpareUsed),
        DayMark::Missed => Some(FigureName::DayMissed),
        DayMark::Neutral => Some(FigureName::DayNeutral),
        DayMark::Open => Some(FigureName::DayOpen),
    }
}

fn mark_code(mark: DayMark) -> Option<&'static str> {
    day_name(mark).map(|name| name.code().trim_start_matches("day-"))
}

fn kind_code(kind: YearKind) -> &'static str {
    match kind {
        YearKind::Fiscal => "fiscal",
        YearKind::Calendar => "calendar",
    }
}

fn month_key(month: &Month) -> String {
    month.first.iso()[..7].to_owned()
}
