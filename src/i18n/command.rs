//! What `status`, `streak`, `doctor` and `lessons` print. Japanese is written first; English says the same.

use crate::domain::day::Day;
use crate::domain::language::Language::{self, English, Japanese};
use crate::i18n::date;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;

/// A line of a command's output.
#[derive(Clone, Debug, PartialEq)]
pub enum Tell {
    // -- status
    StatusTitle {
        day: Day,
    },
    Streak {
        length: u32,
        spare: u32,
    },
    /// What comes back when a sitting is finished on `day`; today without one.
    PutAside {
        length: u32,
        day: Option<Day>,
    },
    ClockIsBehind {
        newest: Day,
    },
    Days {
        days: u32,
    },
    Answers {
        answers: u32,
        right: u32,
        sure_wrong: u32,
    },
    Lessons {
        done: u32,
    },
    Sessions {
        sessions: u32,
        minutes: u64,
    },
    Promises {
        made: u32,
        kept: u32,
        open: u32,
    },
    Due {
        today: u32,
        next: Option<Day>,
    },
    Trial,
    NotKept {
        place: String,
        reason: &'static str,
    },
    ReadOnly {
        place: String,
    },
    // -- the window
    WindowCloses,
    // -- doctor
    DoctorTitle {
        version: &'static str,
    },
    Record {
        place: String,
        bytes: u64,
    },
    RecordVersions {
        schema: u32,
        sqlite: String,
        journal: String,
    },
    RecordEvents {
        events: u64,
    },
    RecordSound,
    RecordProblem {
        text: String,
    },
    Rebuilt {
        tables: usize,
        events: u64,
    },
    RebuiltDiffered {
        table: String,
    },
    LessonsFrom {
        place: String,
    },
    LessonsBuiltIn,
    LessonsInstead {
        place: String,
    },
    LessonCount {
        lessons: usize,
        questions: usize,
        worksheets: usize,
    },
    LessonFindings {
        findings: usize,
    },
    OfficeFound {
        name: String,
    },
    OfficeMissing,
    Clock {
        day: Day,
        time: String,
        zone: String,
    },
    NothingToMend,
    /// `settings.toml` has a mistake in it.
    SettingsFile(SettingSay),
    // -- lessons
    CourseTitle {
        code: String,
        title: String,
    },
    Lesson {
        id: String,
        title: String,
        minutes: Option<u32>,
    },
    NoLessons,
    UnknownLesson {
        id: String,
    },
    NotALesson {
        path: String,
    },
    PaperQuestions,
    /// `marker` is the type as a heading says it.
    PaperQuestion {
        number: usize,
        marker: &'static str,
    },
    PaperPractice,
    PaperAnswers,
    PaperAnswer {
        number: usize,
    },
    Unpacked {
        files: usize,
        place: String,
    },
    UnpackNotEmpty {
        place: String,
    },
    CannotWrite {
        place: String,
        cause: String,
    },
    CannotRead {
        path: String,
        cause: String,
    },
    NoDataFolder,
    NowOnRealRecord {
        place: String,
    },
    OfficeUnreadable {
        path: String,
    },
}

impl Tell {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        let day = |day: &Day| date::day(*day, Japanese);
        match self {
            Tell::StatusTitle { day: on } => format!("{} 現在", day(on)),
            Tell::Streak { length, spare } => format!("学習した日　続けて{length}日（お休みできる日 {spare}日）"),
            Tell::PutAside { length, day } => Say::StreakAside { length: *length, day: *day }.in_language(Japanese),
            Tell::ClockIsBehind { newest } => Say::ClockIsBehind { newest: *newest }.in_language(Japanese),
            Tell::Days { days } => format!("学習した日　全部で{days}日"),
            Tell::Answers { answers, right, sure_wrong } => {
                format!("答えた数 {answers}　正解 {right}　自信ありで間違えた {sure_wrong}")
            }
            Tell::Lessons { done } => format!("読んだ教材 {done}本"),
            Tell::Sessions { sessions, minutes } => {
                format!("最後まで進めた回数 {sessions}回　学習した時間 {minutes}分")
            }
            Tell::Promises { made, kept, open } => {
                format!("やってみること {made}件　やってみた {kept}件　これから聞く {open}件")
            }
            Tell::Due { today: 0, next: None } => "復習の予定はありません。".into(),
            Tell::Due { today: 0, next: Some(on) } => format!("次の復習は{}です。", day(on)),
            Tell::Due { .. } => "今日できる復習があります。".into(),
            Tell::Trial => "[試行] 日時を指定して始めた、練習用の記録です。".into(),
            Tell::NotKept { place, reason } => format!("記録を保存できません（{reason}）。場所: {place}"),
            Tell::ReadOnly { place } => format!("新しい版の sukima の記録なので、見るだけにします。場所: {place}"),
            Tell::WindowCloses => "Enter キーを押すと、この画面を閉じます。".into(),
            Tell::DoctorTitle { version } => format!("sukima {version} 動作確認"),
            Tell::Record { place, bytes } => format!("記録: {place}（{bytes} バイト）"),
            Tell::RecordVersions { schema, sqlite, journal } => {
                format!("形式の版 {schema}、SQLite {sqlite}、書き込み方式 {journal}")
            }
            Tell::RecordEvents { events } => format!("記録の件数 {events}件"),
            Tell::RecordSound => "記録に問題はありません。".into(),
            Tell::RecordProblem { text } => format!("記録の問題: {text}"),
            Tell::Rebuilt { tables, events } => format!("{events}件の記録から、{tables}個の表を作り直しました。"),
            Tell::RebuiltDiffered { table } => format!("表「{table}」は記録と合っていなかったので、直しました。"),
            Tell::LessonsFrom { place } => format!("教材: {place}"),
            Tell::LessonsBuiltIn => "教材: 内蔵".into(),
            Tell::LessonsInstead { place } => {
                format!("教材: {place} に読める教材がないので、内蔵の教材を使っています。")
            }
            Tell::LessonCount { lessons, questions, worksheets } => {
                format!("教材 {lessons}本、問題 {questions}問、記録シート {worksheets}枚")
            }
            Tell::LessonFindings { findings } => {
                format!(
                    "教材と設定に、直すところが{findings}件あります。同じオプションで sukima check を実行すると、内容が分かります。"
                )
            }
            Tell::OfficeFound { name } if name.is_empty() => "職場の設定（office.toml）: あり".into(),
            Tell::OfficeFound { name } => format!("職場の設定（office.toml）: あり（{name}）"),
            Tell::OfficeMissing => "職場の設定（office.toml）: なし".into(),
            Tell::Clock { day: on, time, zone } if zone.is_empty() => format!("時計: {} {time}", day(on)),
            Tell::Clock { day: on, time, zone } => format!("時計: {} {time}（{zone}）", day(on)),
            Tell::NothingToMend => "直すところはありません。".into(),
            Tell::SettingsFile(setting) => setting.in_language(Japanese),
            Tell::CourseTitle { code, title } if code.is_empty() => title.clone(),
            Tell::CourseTitle { code, title } => format!("{code} {title}"),
            Tell::Lesson { id, title, minutes } => {
                let minutes = minutes.map(|minutes| format!("（{minutes}分）")).unwrap_or_default();
                format!("  {title}{minutes}  {id}")
            }
            Tell::NoLessons => "教材がありません。".into(),
            Tell::UnknownLesson { id } => {
                format!("「{id}」という教材はありません。sukima lessons list で一覧を確かめてください。")
            }
            Tell::NotALesson { path } => {
                format!("{path} を教材として読めません。理由を知るには: sukima check \"{path}\"")
            }
            Tell::PaperQuestions => "確認問題".to_owned(),
            Tell::PaperQuestion { number, marker } => format!("問{number}（{marker}） "),
            Tell::PaperPractice => "実践".to_owned(),
            Tell::PaperAnswers => "答え".to_owned(),
            Tell::PaperAnswer { number } => format!("問{number}"),
            Tell::Unpacked { files, place } => format!("{files}個のファイルを {place} に書き出しました。"),
            Tell::UnpackNotEmpty { place } => {
                format!(
                    "{place} は空のフォルダーではありません。何も書き出していません。新しいフォルダーを指定してください。"
                )
            }
            Tell::CannotWrite { place, cause } => {
                format!("{place} に書き込めません（{cause}）。場所と、書き込みの権限を確かめてください。")
            }
            Tell::CannotRead { path, cause } => {
                format!("{path} を読めません（{cause}）。場所と、読み取りの権限を確かめてください。")
            }
            Tell::NoDataFolder => {
                "このアカウントでは、記録を置く場所が分かりません。--data-dir で場所を指定してください。".into()
            }
            Tell::NowOnRealRecord { place } => format!(
                "この記録は試行ではないので、--now では開きません。\n場所: {place}\n試すときは、--data-dir に新しいフォルダーを指定してください。"
            ),
            Tell::OfficeUnreadable { path } => format!(
                "職場の設定ファイルを読めません。\n場所: {path}\nファイルの場所と内容を確かめてください。sukima check --office で内容を確かめられます。"
            ),
        }
    }

    fn english(&self) -> String {
        let day = |day: &Day| date::day(*day, English);
        match self {
            Tell::StatusTitle { day: on } => format!("As of {}", day(on)),
            Tell::Streak { length, spare } => format!("Study days in a row {length} (spare days {spare})"),
            Tell::PutAside { length, day } => Say::StreakAside { length: *length, day: *day }.in_language(English),
            Tell::ClockIsBehind { newest } => Say::ClockIsBehind { newest: *newest }.in_language(English),
            Tell::Days { days } => format!("Days studied {days}"),
            Tell::Answers { answers, right, sure_wrong } => {
                format!("Answers {answers}, right {right}, wrong though sure {sure_wrong}")
            }
            Tell::Lessons { done } => format!("Lessons read {done}"),
            Tell::Sessions { sessions, minutes } => format!("Sessions finished {sessions}, time studied {minutes} min"),
            Tell::Promises { made, kept, open } => format!("To try {made}, done {kept}, still to ask {open}"),
            Tell::Due { today: 0, next: None } => "No review is planned.".into(),
            Tell::Due { today: 0, next: Some(on) } => format!("The next review is on {}.", day(on)),
            Tell::Due { .. } => "There are reviews for today.".into(),
            Tell::Trial => "[trial] A practice record: its clock was set by hand.".into(),
            Tell::NotKept { place, reason } => format!("The record cannot be saved ({reason}). Place: {place}"),
            Tell::ReadOnly { place } => {
                format!("The record belongs to a newer sukima and is only shown. Place: {place}")
            }
            Tell::WindowCloses => "Press Enter to close this window.".into(),
            Tell::DoctorTitle { version } => format!("sukima {version} check-up"),
            Tell::Record { place, bytes } => format!("Record: {place} ({bytes} bytes)"),
            Tell::RecordVersions { schema, sqlite, journal } => {
                format!("Format version {schema}, SQLite {sqlite}, journal {journal}")
            }
            Tell::RecordEvents { events } => format!("Entries in the record {events}"),
            Tell::RecordSound => "The record is sound.".into(),
            Tell::RecordProblem { text } => format!("Problem in the record: {text}"),
            Tell::Rebuilt { tables, events } => format!("Made {tables} tables again from {events} entries."),
            Tell::RebuiltDiffered { table } => {
                format!("Table \"{table}\" did not agree with the record and is mended.")
            }
            Tell::LessonsFrom { place } => format!("Lessons: {place}"),
            Tell::LessonsBuiltIn => "Lessons: built in".into(),
            Tell::LessonsInstead { place } => {
                format!("Lessons: nothing readable in {place}, so the built-in ones are used.")
            }
            Tell::LessonCount { lessons, questions, worksheets } => {
                format!("Lessons {lessons}, questions {questions}, worksheets {worksheets}")
            }
            Tell::LessonFindings { findings } => {
                format!("To mend in lessons and settings: {findings}. sukima check with the same options shows what.")
            }
            Tell::OfficeFound { name } if name.is_empty() => "Office settings (office.toml): found".into(),
            Tell::OfficeFound { name } => format!("Office settings (office.toml): found ({name})"),
            Tell::OfficeMissing => "Office settings (office.toml): none".into(),
            Tell::Clock { day: on, time, zone } if zone.is_empty() => format!("Clock: {} {time}", day(on)),
            Tell::Clock { day: on, time, zone } => format!("Clock: {} {time} ({zone})", day(on)),
            Tell::NothingToMend => "Nothing needs mending.".into(),
            Tell::SettingsFile(setting) => setting.in_language(English),
            Tell::CourseTitle { code, title } if code.is_empty() => title.clone(),
            Tell::CourseTitle { code, title } => format!("{code} {title}"),
            Tell::Lesson { id, title, minutes } => {
                let minutes = minutes.map(|minutes| format!(" ({minutes} min)")).unwrap_or_default();
                format!("  {title}{minutes}  {id}")
            }
            Tell::NoLessons => "There are no lessons.".into(),
            Tell::UnknownLesson { id } => {
                format!("There is no lesson \"{id}\". See the list with sukima lessons list.")
            }
            Tell::NotALesson { path } => {
                format!("{path} cannot be read as a lesson. To see why: sukima check \"{path}\"")
            }
            Tell::PaperQuestions => "Quiz".to_owned(),
            Tell::PaperQuestion { number, marker } => format!("{number} ({marker}) "),
            Tell::PaperPractice => "Practice".to_owned(),
            Tell::PaperAnswers => "Answers".to_owned(),
            Tell::PaperAnswer { number } => number.to_string(),
            Tell::Unpacked { files, place } => format!("Wrote {files} files to {place}."),
            Tell::UnpackNotEmpty { place } => {
                format!("{place} is not an empty folder. Nothing was written. Please name a new one.")
            }
            Tell::CannotWrite { place, cause } => {
                format!("Cannot write to {place} ({cause}). Check the place and that you may write there.")
            }
            Tell::CannotRead { path, cause } => {
                format!("Cannot read {path} ({cause}). Check the place and that you may read it.")
            }
            Tell::NoDataFolder => "This account has no known place for data. Name one with --data-dir.".into(),
            Tell::NowOnRealRecord { place } => format!(
                "This record is not a trial, so --now does not open it.\nPlace: {place}\nTo try things out, name a new folder with --data-dir."
            ),
            Tell::OfficeUnreadable { path } => format!(
                "The office settings cannot be read.\nPlace: {path}\nCheck the place and the content of the file; sukima check --office tells what is wrong in it."
            ),
        }
    }
}
