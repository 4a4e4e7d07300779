//! How figures of progress are said, on screens and in lines. Japanese is written first. Nothing here is a praise or a
//! reproof, and what is not measured is said to be so.

use crate::domain::day::Day;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::lesson::Skill;
use crate::domain::statistics::{
    DayMark, LongRecall, Month, RECALL_ANSWERS_LEAST, SkillFigures, Statistics, StudyYear, WeekMinutes, YearKind,
    YearTotals,
};
use crate::i18n::date;

/// A sentence about figures of progress.
#[derive(Clone, Debug, PartialEq)]
pub enum StatisticsTell {
    Title {
        year: StudyYear,
    },
    Totals(YearTotals),
    Calendar,
    Month(Month),
    /// No day of the year has a mark.
    NothingInYear,
    /// What a mark of the picture means.
    Legend {
        drawn: char,
        mark: DayMark,
    },
    Recall,
    Recalled(LongRecall),
    SetRight {
        questions: u32,
    },
    Ahead,
    AheadNote,
    Span(WeekMinutes),
    Weeks,
    WeekOf(WeekMinutes),
    Skills,
    Skill(SkillFigures),
    SkillsNote,
    /// Beside its bar.
    Understood {
        held: u32,
        of: u32,
    },
    /// Beside its bar.
    Tried {
        tried: u32,
        of: u32,
    },
    /// A week before its bar, and behind it.
    From {
        day: Day,
    },
    Minutes {
        minutes: u64,
    },
    /// What may be answered, in lines.
    Keys,
}

impl StatisticsTell {
    /// Everything in order, as sentences.
    pub fn all(statistics: &Statistics) -> Vec<StatisticsTell> {
        use StatisticsTell as Tell;

        let mut all = vec![Tell::Title { year: statistics.year }, Tell::Totals(statistics.totals), Tell::Calendar];
        all.extend(StatisticsTell::months(statistics));
        all.extend([
            Tell::Recall,
            Tell::Recalled(statistics.recall),
            Tell::SetRight { questions: statistics.set_right },
        ]);
        all.push(Tell::Ahead);
        all.extend(statistics.ahead.iter().map(|week| Tell::Span(*week)));
        all.extend([Tell::AheadNote, Tell::Weeks]);
        all.extend(statistics.weeks_since_begun().iter().map(|week| Tell::WeekOf(*week)));
        all.push(Tell::Skills);
        all.extend(statistics.skills.iter().map(|figures| Tell::Skill(*figures)));
        all.push(Tell::SkillsNote);
        all
    }

    /// The months that hold something.
    pub fn months(statistics: &Statistics) -> Vec<StatisticsTell> {
        let months = statistics.months().into_iter();
        let mut told: Vec<StatisticsTell> = months.filter(Month::has_marks).map(StatisticsTell::Month).collect();
        if told.is_empty() {
            told.push(StatisticsTell::NothingInYear);
        }
        told
    }

    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            StatisticsTell::Title { year } => format!("進み具合　{}", year_name(*year, Japanese)),
            StatisticsTell::Totals(YearTotals { days_studied, answers, right, minutes }) => {
                format!("学習した日 {days_studied}日　学習した時間 {minutes}分\n答えた数 {answers}　正解 {right}")
            }
            StatisticsTell::Calendar => "学習カレンダー".into(),
            StatisticsTell::Month(Month { first, studied, spare_used, missed }) => format!(
                "{}　学習した日 {studied}日、お休みできる日 {spare_used}日、学習なし {missed}日",
                date::month(*first, Japanese)
            ),
            StatisticsTell::NothingInYear => "この期間の記録はありません。".into(),
            StatisticsTell::Legend { drawn, mark } => match mark {
                DayMark::Blank => String::new(),
                DayMark::Studied => format!("{drawn} 学習した"),
                DayMark::SpareUsed => format!("{drawn} お休みできる日を使った"),
                DayMark::Missed => format!("{drawn} 学習なし"),
                DayMark::Neutral => format!("{drawn} 休み・予定なし"),
                DayMark::Open => format!("{drawn} 今日"),
            },
            StatisticsTell::Recall => "2週間以上あけて答えた問題".into(),
            StatisticsTell::Recalled(recall) => match recall.percent() {
                Some(percent) => format!(
                    "この1年で{}問のうち{}問に正解しました（{percent}%）。目標は{}%です。",
                    recall.answers, recall.right, recall.target_percent
                ),
                None => format!(
                    "まだ{}問なので、割合は出しません。{RECALL_ANSWERS_LEAST}問から出します（目標は{}%）。",
                    recall.answers, recall.target_percent
                ),
            },
            StatisticsTell::SetRight { questions } => {
                format!("一度間違えて、2週間以上あけて正解した問題　{questions}問")
            }
            StatisticsTell::Ahead => "この先4週間の復習（見込み）".into(),
            StatisticsTell::AheadNote => "勤務日に分けて出します。新しい教材の時間は入っていません。".into(),
            StatisticsTell::Span(WeekMinutes { first, last, minutes }) => {
                format!("{}から{}まで　{minutes}分", date::day(*first, Japanese), date::day(*last, Japanese))
            }
            StatisticsTell::Weeks => "週ごとの学習時間（測った時間）".into(),
            StatisticsTell::WeekOf(WeekMinutes { first, minutes, .. }) => {
                format!("{}からの週　{minutes}分", date::day(*first, Japanese))
            }
            StatisticsTell::Skills => "スキルと段階".into(),
            StatisticsTell::Skill(SkillFigures { skill, lessons: 0, .. }) => {
                format!("{}　まだ始めていません", skill_name(*skill, Japanese))
            }
            StatisticsTell::Skill(SkillFigures { skill, lessons, questions, held, tried }) => format!(
                "{}　わかる {questions}問中{held}問　やってみる {lessons}本中{tried}本",
                skill_name(*skill, Japanese)
            ),
            StatisticsTell::SkillsNote => "\
わかる: 答えた問題のうち、2週間以上あけて正解した問題。
やってみる: 始めた教材のうち、「やってみた」と答えた教材。
続ける: 4週後と12週後のふり返りで見る段階です。まだ測っていません。"
                .into(),
            StatisticsTell::Understood { held, of } => format!("わかる {of}問中{held}問"),
            StatisticsTell::Tried { tried, of } => format!("やってみる {of}本中{tried}本"),
            StatisticsTell::From { day } => format!("{}から", date::day(*day, Japanese)),
            StatisticsTell::Minutes { minutes } => format!("{minutes}分"),
            StatisticsTell::Keys => "1 年度と暦年　2 前の年　3 次の年　Enter 戻る".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            StatisticsTell::Title { year } => format!("Progress - {}", year_name(*year, English)),
            StatisticsTell::Totals(YearTotals { days_studied, answers, right, minutes }) => {
                format!("Days studied {days_studied}, time studied {minutes} min\nAnswers {answers}, right {right}")
            }
            StatisticsTell::Calendar => "Study calendar".into(),
            StatisticsTell::Month(Month { first, studied, spare_used, missed }) => format!(
                "{}: studied {studied}, spare days used {spare_used}, no study {missed}",
                date::month(*first, English)
            ),
            StatisticsTell::NothingInYear => "There is no record of this time.".into(),
            StatisticsTell::Legend { drawn, mark } => match mark {
                DayMark::Blank => String::new(),
                DayMark::Studied => format!("{drawn} studied"),
                DayMark::SpareUsed => format!("{drawn} spare day used"),
                DayMark::Missed => format!("{drawn} no study"),
                DayMark::Neutral => format!("{drawn} off or nothing planned"),
                DayMark::Open => format!("{drawn} today"),
            },
            StatisticsTell::Recall => "Questions answered after two weeks or more".into(),
            StatisticsTell::Recalled(recall) => match recall.percent() {
                Some(percent) => format!(
                    "Of {} within the last year, {} were right ({percent} %). The target is {} %.",
                    recall.answers, recall.right, recall.target_percent
                ),
                None => format!(
                    "So far {}, too few for a share. It is told from {RECALL_ANSWERS_LEAST} on (the target is {} %).",
                    recall.answers, recall.target_percent
                ),
            },
            StatisticsTell::SetRight { questions } => {
                format!("Questions once missed, then right after two weeks or more: {questions}")
            }
            StatisticsTell::Ahead => "Reviews of the next four weeks (estimated)".into(),
            StatisticsTell::AheadNote => "Spread over working days. Time for new lessons is not in it.".into(),
            StatisticsTell::Span(WeekMinutes { first, last, minutes }) => {
                format!("{} to {}: {minutes} min", date::day(*first, English), date::day(*last, English))
            }
            StatisticsTell::Weeks => "Time studied each week (measured)".into(),
            StatisticsTell::WeekOf(WeekMinutes { first, minutes, .. }) => {
                format!("Week from {}: {minutes} min", date::day(*first, English))
            }
            StatisticsTell::Skills => "Skills and stages".into(),
            StatisticsTell::Skill(SkillFigures { skill, lessons: 0, .. }) => {
                format!("{}: not begun yet", skill_name(*skill, English))
            }
            StatisticsTell::Skill(SkillFigures { skill, lessons, questions, held, tried }) => format!(
                "{}: understood {held} of {questions} questions, tried {tried} of {lessons} lessons",
                skill_name(*skill, English)
            ),
            StatisticsTell::SkillsNote => "\
Understand: of the questions answered, those right after two weeks or more.
Try: of the lessons begun, those with a promise that you said you kept.
Keep up: seen when you look back after 4 and 12 weeks. It is not measured yet."
                .into(),
            StatisticsTell::Understood { held, of } => format!("understood {held} of {of}"),
            StatisticsTell::Tried { tried, of } => format!("tried {tried} of {of}"),
            StatisticsTell::From { day } => format!("from {}", date::day(*day, English)),
            StatisticsTell::Minutes { minutes } => format!("{minutes} min"),
            StatisticsTell::Keys => "1 fiscal or calendar year  2 year before  3 year after  Enter: back".into(),
        }
    }
}

/// `2026年度（令和8年度）`, `2026年`; the era's first year, which has two names, goes by the common one alone.
fn year_name(year: StudyYear, language: Language) -> String {
    let number = year.number;
    match (language, year.kind) {
        (Japanese, YearKind::Fiscal) if number > 2019 => format!("{number}年度（令和{}年度）", number - 2018),
        (Japanese, YearKind::Fiscal) => format!("{number}年度"),
        (Japanese, YearKind::Calendar) => format!("{number}年"),
        (English, YearKind::Fiscal) => format!("Apr {number} to Mar {}", number + 1),
        (English, YearKind::Calendar) => format!("{number}"),
    }
}

/// One of the four skills.
pub fn skill_name(skill: Option<Skill>, language: Language) -> &'static str {
    match (language, skill) {
        (Japanese, Some(Skill::Digital)) => "デジタル基礎力",
        (Japanese, Some(Skill::Data)) => "データ活用力",
        (Japanese, Some(Skill::Transform)) => "業務変革力",
        (Japanese, Some(Skill::Cocreate)) => "共創力",
        (Japanese, None) => "そのほかの教材",
        (English, Some(Skill::Digital)) => "Digital basics",
        (English, Some(Skill::Data)) => "Using data",
        (English, Some(Skill::Transform)) => "Transforming work",
        (English, Some(Skill::Cocreate)) => "Co-creation",
        (English, None) => "Other lessons",
    }
}
