//! Names of figures in a table: a code that never changes, and a label in the reader's language. Japanese is written
//! first.

use crate::domain::language::Language::{self, English, Japanese};

/// What a row of the table tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureName {
    DayStudied,
    DaySpareUsed,
    DayMissed,
    DayNeutral,
    DayOpen,
    DayAnswers,
    MonthStudied,
    MonthSpareUsed,
    MonthMissed,
    YearDaysStudied,
    YearAnswers,
    YearRight,
    YearMinutes,
    RetentionAnswers,
    RetentionRight,
    RetentionPercent,
    RetentionTarget,
    AheadMinutes,
    WeekMinutes,
    SkillLessons,
    SkillQuestions,
    SkillUnderstood,
    SkillTried,
    SetRight,
}

impl FigureName {
    /// The same in every language and every version.
    pub fn code(self) -> &'static str {
        match self {
            FigureName::DayStudied => "day-studied",
            FigureName::DaySpareUsed => "day-spare-used",
            FigureName::DayMissed => "day-missed",
            FigureName::DayNeutral => "day-neutral",
            FigureName::DayOpen => "day-open",
            FigureName::DayAnswers => "day-answers",
            FigureName::MonthStudied => "month-studied",
            FigureName::MonthSpareUsed => "month-spare-used",
            FigureName::MonthMissed => "month-missed",
            FigureName::YearDaysStudied => "year-days-studied",
            FigureName::YearAnswers => "year-answers",
            FigureName::YearRight => "year-right",
            FigureName::YearMinutes => "year-minutes",
            FigureName::RetentionAnswers => "retention-answers",
            FigureName::RetentionRight => "retention-right",
            FigureName::RetentionPercent => "retention-percent",
            FigureName::RetentionTarget => "retention-target-percent",
            FigureName::AheadMinutes => "ahead-minutes",
            FigureName::WeekMinutes => "week-minutes",
            FigureName::SkillLessons => "skill-lessons",
            FigureName::SkillQuestions => "skill-questions",
            FigureName::SkillUnderstood => "skill-understood",
            FigureName::SkillTried => "skill-tried",
            FigureName::SetRight => "set-right",
        }
    }

    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(self) -> &'static str {
        match self {
            FigureName::DayStudied => "学習した日",
            FigureName::DaySpareUsed => "お休みできる日を使った日",
            FigureName::DayMissed => "学習しなかった勤務日",
            FigureName::DayNeutral => "休みの日・予定のない日",
            FigureName::DayOpen => "今日（まだ終わっていない）",
            FigureName::DayAnswers => "その日に答えた数",
            FigureName::MonthStudied => "その月に学習した日数",
            FigureName::MonthSpareUsed => "その月に使ったお休みできる日数",
            FigureName::MonthMissed => "その月に学習しなかった勤務日数",
            FigureName::YearDaysStudied => "期間中に学習した日数",
            FigureName::YearAnswers => "期間中に答えた数",
            FigureName::YearRight => "期間中の正解数",
            FigureName::YearMinutes => "期間中に学習した時間（分・測った時間）",
            FigureName::RetentionAnswers => "この1年に2週間以上あけて答えた数",
            FigureName::RetentionRight => "そのうち正解した数",
            FigureName::RetentionPercent => "その割合（%）",
            FigureName::RetentionTarget => "目標の割合（%）",
            FigureName::AheadMinutes => "その日から7日間の復習（分・見込み）",
            FigureName::WeekMinutes => "その日からの週に学習した時間（分・測った時間）",
            FigureName::SkillLessons => "始めた教材の数",
            FigureName::SkillQuestions => "答えた問題の数",
            FigureName::SkillUnderstood => "2週間以上あけて正解した問題の数（わかる）",
            FigureName::SkillTried => "やってみたと答えた教材の数（やってみる）",
            FigureName::SetRight => "一度間違えて、2週間以上あけて正解した問題の数",
        }
    }

    fn english(self) -> &'static str {
        match self {
            FigureName::DayStudied => "Studied",
            FigureName::DaySpareUsed => "Spare day used",
            FigureName::DayMissed => "Working day without study",
            FigureName::DayNeutral => "Day off or nothing planned",
            FigureName::DayOpen => "Today, not over yet",
            FigureName::DayAnswers => "Answers of the day",
            FigureName::MonthStudied => "Days studied in the month",
            FigureName::MonthSpareUsed => "Spare days used in the month",
            FigureName::MonthMissed => "Working days without study in the month",
            FigureName::YearDaysStudied => "Days studied in the year",
            FigureName::YearAnswers => "Answers of the year",
            FigureName::YearRight => "Right answers of the year",
            FigureName::YearMinutes => "Minutes studied in the year (measured)",
            FigureName::RetentionAnswers => "Answers after two weeks or more, within the last year",
            FigureName::RetentionRight => "Right ones among them",
            FigureName::RetentionPercent => "Their share in percent",
            FigureName::RetentionTarget => "Target share in percent",
            FigureName::AheadMinutes => "Minutes of review in seven days from then (estimated)",
            FigureName::WeekMinutes => "Minutes studied in the week from then (measured)",
            FigureName::SkillLessons => "Lessons begun",
            FigureName::SkillQuestions => "Questions answered",
            FigureName::SkillUnderstood => "Questions right after two weeks or more (understand)",
            FigureName::SkillTried => "Lessons with a promise kept (try)",
            FigureName::SetRight => "Questions once missed, then right after two weeks or more",
        }
    }
}
