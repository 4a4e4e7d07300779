//! How `streak --explain` tells what each day did, in words that a clerk would use. Japanese is written first.

use crate::domain::calendar::DayOff;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::streak::{DayEffect, DayExplanation};
use crate::i18n::{date, holiday};

/// A line of the explanation.
#[derive(Clone, Debug, PartialEq)]
pub enum StreakTell {
    NoStudyYet,
    Day(DayExplanation),
    /// How it all counts.
    Rules,
}

impl StreakTell {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            StreakTell::NoStudyYet => "まだ学習した日がありません。".into(),
            StreakTell::Day(DayExplanation { day, effect, streak }) => format!(
                "{}　{}　続けて{}日・お休みできる日 {}日",
                date::with_year(*day, Japanese),
                effect_ja(effect),
                streak.length,
                streak.spare
            ),
            StreakTell::Rules => "\
数え方: 勤務日に学習すると1日増え、勤務日5日ごとに「お休みできる日」が1日たまります（2日まで）。
土日、祝日、12月29日から1月3日、職場の休み、登録した休み、勤務のない曜日と、前回「次は」と
案内した日より前の日は、学習しなくても減りません。学習すれば1日増えます。
勤務日に学習しなかったときは「お休みできる日」を使います。なければいったん0日に戻りますが、
次の勤務日に最後まで進めると、それまでの日数が戻ります。今日の分は、今日が終わるまで減りません。
休みは sukima leave、勤務する曜日は sukima workdays で登録できます。"
                .into(),
        }
    }

    fn english(&self) -> String {
        match self {
            StreakTell::NoStudyYet => "No day of study yet.".into(),
            StreakTell::Day(DayExplanation { day, effect, streak }) => format!(
                "{}  {}  in a row {}, spare days {}",
                date::with_year(*day, English),
                effect_en(effect),
                streak.length,
                streak.spare
            ),
            StreakTell::Rules => "\
How it counts: study on a working day adds one, and every fifth earns a spare day (two at most).
Weekends, national holidays, 29 December to 3 January, days off of the office, leave, weekdays without
work, and days before the one that the last session announced take nothing away; study then adds one.
A working day without study uses a spare day. Without one the count goes to 0, and finishing a session on
the next working day brings it back. Today takes nothing away until it is over.
Leave is told with sukima leave, and the weekdays that you work with sukima workdays."
                .into(),
        }
    }
}

fn effect_ja(effect: &DayEffect) -> String {
    let off = |reason: &DayOff| holiday::day_off(*reason, Japanese);
    match effect {
        DayEffect::Studied { earned_spare: false } => "学習した".into(),
        DayEffect::Studied { earned_spare: true } => "学習した（お休みできる日が1日増えた）".into(),
        DayEffect::StudiedOnDayOff(reason) => format!("{}に学習した", off(reason)),
        DayEffect::StudiedAhead => "予定のない日に学習した".into(),
        DayEffect::Restored { earned_spare: false } => "最後まで進めたので、前の日数が戻った".into(),
        DayEffect::Restored { earned_spare: true } => "前の日数が戻った（お休みできる日が1日増えた）".into(),
        DayEffect::NothingToStudy => "最後まで進めた（答える問題はなかった）".into(),
        DayEffect::DayOff(reason) => off(reason).into(),
        DayEffect::NothingPlanned => "予定のない日".into(),
        DayEffect::SpareUsed => "お休みできる日を使った".into(),
        DayEffect::PutAside { .. } => "学習しなかった（次の勤務日に最後まで進めると戻る）".into(),
        DayEffect::Nothing => "学習しなかった".into(),
        DayEffect::Open => "今日（まだ終わっていない）".into(),
    }
}

fn effect_en(effect: &DayEffect) -> String {
    let off = |reason: &DayOff| holiday::day_off(*reason, English);
    match effect {
        DayEffect::Studied { earned_spare: false } => "studied".into(),
        DayEffect::Studied { earned_spare: true } => "studied (earned a spare day)".into(),
        DayEffect::StudiedOnDayOff(reason) => format!("studied on a day off ({})", off(reason)),
        DayEffect::StudiedAhead => "studied though nothing was planned".into(),
        DayEffect::Restored { earned_spare: false } => "finished a session: the days before came back".into(),
        DayEffect::Restored { earned_spare: true } => "the days before came back (earned a spare day)".into(),
        DayEffect::NothingToStudy => "finished a session (with no question in it)".into(),
        DayEffect::DayOff(reason) => off(reason).into(),
        DayEffect::NothingPlanned => "nothing was planned".into(),
        DayEffect::SpareUsed => "used a spare day".into(),
        DayEffect::PutAside { .. } => "no study (finishing on the next working day brings it back)".into(),
        DayEffect::Nothing => "no study".into(),
        DayEffect::Open => "today (not over yet)".into(),
    }
}
