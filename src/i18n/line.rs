//! What a sitting says in lines. Japanese is written first; English says the same.

use crate::domain::day::Day;
use crate::domain::language::Language::{self, English, Japanese};
use crate::i18n::date;
use crate::i18n::trouble::reason;

/// A sentence of line mode.
#[derive(Clone, Debug, PartialEq)]
pub enum Say {
    // -- frame
    Program,
    TrialMark,
    UnkeptMark,
    TimeLeftMark {
        seconds: f64,
    },
    Part {
        part: usize,
        of: usize,
    },
    Trial,
    NotKept {
        place: String,
        cause: &'static str,
    },
    NotKeptAtEnd,
    ReadOnly {
        place: String,
    },
    Waiting {
        events: usize,
        place: String,
        cause: &'static str,
    },
    WaitingAtEnd {
        events: usize,
        place: String,
        is_rescued: bool,
    },
    BuiltInInstead {
        folder: String,
    },
    Goodbye {
        in_session: bool,
    },
    Working,
    HiddenPrompt,
    TimeLeft {
        seconds: f64,
    },
    NoTimeHere,
    KanaSeen,
    // -- first run
    Welcome,
    PromisesAhead,
    PromisePlace {
        place: String,
    },
    PromisePrivate,
    PromiseShown,
    PromiseNames,
    PromiseLeave,
    NextPrompt,
    RoleAsk,
    NumberPrompt,
    // -- home
    HomeTitle {
        today: Day,
        minutes: u32,
    },
    WelcomeBack,
    StreakLine {
        length: u32,
        spare: u32,
    },
    StreakAside {
        length: u32,
    },
    Holds {
        follow_up: bool,
        reviews: usize,
        lessons: Vec<String>,
        seconds: f64,
    },
    HoldsNothing,
    ResumeHolds {
        steps: usize,
        seconds: f64,
    },
    OpenPromise {
        sentence: String,
        day: Day,
    },
    UnsetValues,
    NextReview {
        day: Day,
    },
    HomeKeys {
        resume: bool,
    },
    /// Nothing waits today.
    HomeKeysDone,
    HomeOnly {
        resume: bool,
    },
    // -- notices
    Resumed,
    NothingPlanned,
    StepGone,
    NothingToUndo,
    Undone,
    Saved,
    // -- follow-up
    FollowUpTitle,
    FollowUpMade {
        day: Day,
    },
    DidIt,
    NoOccasion,
    NotYet,
    DoNotAsk,
    FollowUpKeys,
    FollowUpOnly,
    MinutesSavedAsk,
    MinutesSavedOnly,
    // -- questions
    QuestionTitle {
        number: usize,
        of: usize,
        review: bool,
        title: String,
    },
    ShownInOtherLanguage,
    ThinkFirst,
    TrueOption,
    FalseOption,
    PickOne {
        has_hint: bool,
    },
    /// On a screen, where a line is selected.
    ChooseKeys,
    PickAll {
        has_hint: bool,
    },
    OrderPrompt {
        has_hint: bool,
    },
    MatchPrompt {
        has_hint: bool,
    },
    NumberAnswerPrompt {
        unit: String,
        has_hint: bool,
    },
    TypedPrompt {
        has_hint: bool,
    },
    BlankPrompt {
        number: usize,
        has_hint: bool,
    },
    WritePrompt {
        has_hint: bool,
    },
    ChecksIntro,
    ChecksPrompt,
    EchoAnswer {
        answer: String,
    },
    EchoBlank {
        number: usize,
        answer: String,
    },
    ConfirmPrompt,
    ConfirmOnly,
    Hint {
        text: String,
    },
    NoHint,
    OnlyNumbers {
        last: usize,
    },
    /// A choice that may also be left out.
    OnlyListed {
        last: usize,
    },
    OnlySeveral {
        last: usize,
    },
    OnlyOrder {
        count: usize,
    },
    OnlyPairs {
        lefts: usize,
        last_letter: char,
    },
    OnlyNumberValue {
        unit: String,
    },
    OnlySomething,
    OnlyChecks {
        last: usize,
    },
    // -- verdicts
    Right,
    RightUnsure,
    RightIsNumber {
        numbers: Vec<usize>,
    },
    RightIsText {
        text: String,
    },
    RightIsTrue(bool),
    RightOrder {
        numbers: Vec<usize>,
    },
    RightPairs {
        pairs: Vec<String>,
    },
    ChecksLeft {
        count: usize,
    },
    AboutYourAnswer {
        text: String,
    },
    Explanation {
        text: String,
    },
    ComesBack {
        day: Day,
    },
    ComesBackToday {
        day: Option<Day>,
    },
    VerdictKeys,
    VerdictOnly,
    // -- lesson
    LessonTitle {
        title: String,
    },
    Objective {
        text: String,
    },
    MoreTitle,
    ReadKeys {
        has_more: bool,
    },
    ReadOnlyKeys {
        has_more: bool,
    },
    // -- try this
    TryTitle,
    TryReminder {
        sentence: String,
        day: Day,
    },
    CueAsk,
    CueKeys {
        last: usize,
    },
    ActionAsk {
        cue: String,
    },
    OwnAction {
        number: usize,
    },
    ActionKeys {
        last: usize,
    },
    OwnActionPrompt,
    ReadBack {
        sentence: String,
    },
    AskedOn {
        day: Day,
    },
    PromiseKeys,
    PromiseOnly,
    // -- close
    CloseTitle,
    CloseFigures {
        answers: u32,
        right: u32,
        seconds: u64,
    },
    CloseStreak {
        length: u32,
        spare: u32,
    },
    CloseNext {
        day: Option<Day>,
    },
    CloseKeys {
        can_undo: bool,
    },
    CloseOnly,
    // -- library
    LibraryTitle,
    CourseLine {
        number: usize,
        code: String,
        title: String,
        done: usize,
        of: usize,
    },
    OtherCourses,
    TakeFirst {
        titles: Vec<String>,
    },
    SearchPrompt,
    LibraryKeys,
    LibraryOnly {
        last: usize,
    },
    LessonLine {
        number: usize,
        title: String,
        minutes: Option<u32>,
        done: bool,
    },
    LessonsKeys,
    NoLessonFound {
        text: String,
    },
    Worksheets {
        titles: Vec<String>,
    },
    LibraryEmpty,
    // -- progress
    ProgressTitle,
    DaysStudied {
        days: u32,
    },
    ThisWeek {
        days: [bool; 7],
        minutes: u64,
    },
    Answers {
        answers: u32,
        right: u32,
    },
    CourseProgress {
        title: String,
        done: usize,
        of: usize,
    },
    Promises {
        made: u32,
        kept: u32,
    },
    BackPrompt,
    // -- settings
    SettingsTitle,
    SettingMinutes {
        minutes: u32,
    },
    SettingTrack {
        title: String,
    },
    SettingLanguage,
    SettingTimed(bool),
    SettingOption {
        number: usize,
        title: String,
    },
    NoRoles,
    SettingsKeys,
    SettingsOnly,
    MinutesAsk,
    MinutesOnly,
    LanguageAsk,
    DataPlace {
        place: String,
    },
    // -- help
    HelpTitle,
    HelpLines,
}

impl Say {
    /// The sentence; lines are broken by whoever prints it.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        let day = |day: &Day| date::day(*day, Japanese);
        match self {
            Say::Program => "すきま学習".into(),
            Say::TrialMark => "[試行]".into(),
            Say::UnkeptMark => "[未保存]".into(),
            Say::TimeLeftMark { seconds } => format!("残り 約{}", date::about(*seconds, Japanese)),
            Say::Part { part, of } => format!("つづき {part}/{of}"),
            Say::Trial => "[試行] 日時を指定して始めた、練習用の記録です。".into(),
            Say::NotKept { place, cause } => {
                let cause = reason(cause, Japanese);
                format!("記録を保存できません（{cause}）。\n学習はできますが、今回の記録は残りません。\n場所: {place}")
            }
            Say::NotKeptAtEnd => "今回の記録は残りません。保存先に書き込めるかを、情報担当に確かめてください。".into(),
            Say::ReadOnly { place } => {
                format!("この記録は、新しい版の sukima のものです。\nこの版では見るだけで、今回の記録は残りません。\n場所: {place}")
            }
            Say::Waiting { events, place, cause } => {
                let cause = reason(cause, Japanese);
                format!("まだ保存できていない記録が{events}件あります（{cause}）。\n書き込めるようになりしだい保存します。\n場所: {place}")
            }
            Say::WaitingAtEnd { events, place, is_rescued: false } => format!(
                "保存できていない記録が{events}件あり、控えも残せませんでした。\n空き容量と書き込みの権限を確かめてください。\n場所: {place}"
            ),
            Say::WaitingAtEnd { events, place, is_rescued: true } => {
                format!("保存できていない記録が{events}件あります。\n控えは同じフォルダーの rescue.jsonl にあり、次に始めたときに保存します。\n場所: {place}")
            }
            Say::BuiltInInstead { folder } => {
                format!("フォルダーに読める教材がないので、内蔵の教材を使います。\n場所: {folder}\n理由を知るには: sukima check \"{folder}\"")
            }
            Say::Goodbye { in_session: true } => "ここまでの答えは保存してあります。次はこの続きからです。".into(),
            Say::Goodbye { in_session: false } => "おつかれさまでした。".into(),
            Say::Working => "作業中".into(),
            Say::HiddenPrompt => "Enter 戻る".into(),
            Say::TimeLeft { seconds } => format!("残りは約{}です。", date::about(*seconds, Japanese)),
            Say::NoTimeHere => "いまは時間を計っていません。".into(),
            Say::KanaSeen => "日本語入力がオンのようです。［半角/全角］を押してください。".into(),
            Say::Welcome => "すきま学習へようこそ。\n仕事の合間の3分で学び、仕事で1つ試します。".into(),
            Say::PromisesAhead => "はじめに、5つのことをお伝えします。".into(),
            Say::PromisePlace { place } => format!("1 記録は次の場所だけに残り、外へは送りません。\n{place}"),
            Say::PromisePrivate => "2 間違えたことは、ほかの人には見えません。".into(),
            Say::PromiseShown => "3 提出するものがあるときは、出す前に全文をお見せします。".into(),
            Say::PromiseNames => "4 住民や同僚の名前は、書かないでください。".into(),
            Say::PromiseLeave => "5 いつやめても、次は同じ所から続けられます。".into(),
            Say::NextPrompt => "Enter 次へ".into(),
            Say::RoleAsk => "お仕事に近いものを選んでください。あとで変えられます。".into(),
            Say::NumberPrompt => "番号".into(),
            Say::HomeTitle { today, minutes } => format!("{}　今日の{minutes}分", day(today)),
            Say::WelcomeBack => "お久しぶりです。今日は3問だけにします。".into(),
            Say::StreakLine { length, spare } => format!("続けて学習した日 {length}日　お休みできる日 {spare}日"),
            Say::StreakAside { length } => format!("今日最後まで進めると、お休み前の{length}日分が戻ります。"),
            Say::Holds { follow_up, reviews, lessons, seconds } => {
                let mut parts = Vec::new();
                if *follow_up {
                    parts.push("その後 1件".to_owned());
                }
                if *reviews > 0 {
                    parts.push(format!("復習 {reviews}問"));
                }
                if !lessons.is_empty() {
                    parts.push(format!("新しい教材{}", lessons.iter().map(|title| bracketed(title)).collect::<String>()));
                }
                format!("{}\n全部で約{}です。", parts.join("、"), date::about(*seconds, Japanese))
            }
            Say::HoldsNothing => "今日することは、もうありません。教材一覧から選んで学べます。".into(),
            Say::ResumeHolds { steps, seconds } => {
                format!("前回の続きがあります。残りは{steps}つ、約{}です。", date::about(*seconds, Japanese))
            }
            Say::OpenPromise { sentence, day: on } => format!("やってみること: {sentence}（{}に聞きます）", day(on)),
            Say::UnsetValues => {
                "教材に出てくる窓口の名前が、まだ設定されていません。\n「決められた窓口」と表示します。\n名前は、情報担当が office.toml で設定できます。".into()
            }
            Say::NextReview { day: on } => format!("次の復習は{}です。", day(on)),
            Say::HomeKeys { resume } => format!(
                "l 教材一覧　p 進み具合　s 設定　? 使い方　q 終わる\nEnter {}",
                if *resume { "続ける" } else { "始める" }
            ),
            Say::HomeKeysDone => "p 進み具合　s 設定　? 使い方　q 終わる\nEnter 教材一覧".into(),
            Say::HomeOnly { resume } => format!(
                "Enter で{}ます。ほかに l、p、s、?、q が使えます。",
                if *resume { "続きを始め" } else { "始め" }
            ),
            Say::Resumed => "前回の続きから始めます。".into(),
            Say::NothingPlanned => "今日することは、もうありません。教材一覧（l）から選んで学べます。".into(),
            Say::StepGone => "教材が変わったので、ここは飛ばして次へ進みます。".into(),
            Say::NothingToUndo => "取り消せる答えはありません。".into(),
            Say::Undone => "直前の答えを取り消しました。".into(),
            Say::Saved => "設定を保存しました。".into(),
            Say::FollowUpTitle => "その後".into(),
            Say::FollowUpMade { day: on } => format!("{}に決めたことです。", day(on)),
            Say::DidIt => "1 やってみた".into(),
            Say::NoOccasion => "2 その場面がなかった".into(),
            Say::NotYet => "3 まだ".into(),
            Say::DoNotAsk => "0 もう聞かない".into(),
            Say::FollowUpKeys => "どうなりましたか".into(),
            Say::FollowUpOnly => "1、2、3、0 のどれかを入れてください。".into(),
            Say::MinutesSavedAsk => "1回あたり何分くらい短くなりましたか（不明なら Enter）".into(),
            Say::MinutesSavedOnly => "分の数（例: 5）を入れるか、Enter だけを押してください。".into(),
            Say::QuestionTitle { number, of, review, title } => {
                format!("{} {number}/{of}　{title}", if *review { "復習" } else { "確認" })
            }
            Say::ShownInOtherLanguage => "（日本語版がないので、英語で表示します）".into(),
            Say::ThinkFirst => "まず頭の中で答えてください。Enter 選択肢を見る".into(),
            Say::TrueOption => "正しい".into(),
            Say::FalseOption => "誤り".into(),
            Say::PickOne { has_hint } => format!("番号（自信がなければ 2? のように）{}", hint_ja(*has_hint)),
            Say::ChooseKeys => "数字 選ぶ　Enter 自信あり　0 あまり自信なし".into(),
            Say::PickAll { has_hint } => format!("当てはまる番号をすべて（例: 1 3）{}", hint_ja(*has_hint)),
            Say::OrderPrompt { has_hint } => format!("正しい順に番号（例: 3 1 2）{}", hint_ja(*has_hint)),
            Say::MatchPrompt { has_hint } => format!("組み合わせ（例: 1b 2c）{}", hint_ja(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } if unit.is_empty() => format!("数{}", hint_ja(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } => format!("数（{unit}）{}", hint_ja(*has_hint)),
            Say::TypedPrompt { has_hint } => format!("答え{}", hint_ja(*has_hint)),
            Say::BlankPrompt { number, has_hint } => format!("[{number}] に入る言葉{}", hint_ja(*has_hint)),
            Say::WritePrompt { has_hint } => format!("1行で書いてください{}", hint_ja(*has_hint)),
            Say::ChecksIntro => "これは答えの例です。見比べて、書けていた項目を選びます。".into(),
            Say::ChecksPrompt => "書けていた番号をすべて（なければ 0）".into(),
            Say::EchoAnswer { answer } => format!("答え: {answer}"),
            Say::EchoBlank { number, answer } => format!("[{number}] {answer}"),
            Say::ConfirmPrompt => "Enter 自信あり　0 あまり自信なし　b 直す".into(),
            Say::ConfirmOnly => "Enter、0、b のどれかを入れてください。".into(),
            Say::Hint { text } => format!("ヒント: {text}"),
            Say::NoHint => "この問題にヒントはありません。".into(),
            Say::OnlyNumbers { last: 1 } => "1 を入れてください。".into(),
            Say::OnlyNumbers { last } => format!("1 から {last} の番号を1つ入れてください。"),
            Say::OnlyListed { last: 1 } => "1 か 0 を入れてください。".into(),
            Say::OnlyListed { last } => format!("1 から {last} の番号か、0 を入れてください。"),
            Say::OnlySeveral { last } => format!("1 から {last} の番号を、間を空けて並べてください（例: 1 3）。"),
            Say::OnlyOrder { count } => format!("1 から {count} の番号を、1回ずつ全部並べてください。"),
            Say::OnlyPairs { lefts, last_letter } => {
                format!("1 から {lefts} のそれぞれに、a から {last_letter} を1つ付けてください。")
            }
            Say::OnlyNumberValue { unit } if unit.is_empty() => "数を入れてください（例: 12）。".into(),
            Say::OnlyNumberValue { unit } => format!("数を入れてください（例: 12 か 12{unit}）。"),
            Say::OnlySomething => "答えを入れてください。\n分からないときは、? だけを入れると答えを見られます。".into(),
            Say::OnlyChecks { last } => format!("1 から {last} の番号を、間を空けて並べるか、0 を入れてください。"),
            Say::Right => "正解です。".into(),
            Say::RightUnsure => "正解です。".into(),
            Say::RightIsNumber { numbers } => {
                let numbers: Vec<String> = numbers.iter().map(|number| format!("{number}番")).collect();
                format!("正解は{}です。", numbers.join("と"))
            }
            Say::RightIsText { text } => format!("正解は「{text}」です。"),
            Say::RightIsTrue(true) => "正解は1番「正しい」です。".into(),
            Say::RightIsTrue(false) => "正解は2番「誤り」です。".into(),
            Say::RightOrder { numbers } => format!("正解は {} の順です。", spaced(numbers)),
            Say::RightPairs { pairs } => format!("正解は {} です。", pairs.join(" ")),
            Say::ChecksLeft { count } => format!("あと{count}項目です。例をもう一度見てください。"),
            Say::AboutYourAnswer { text } => text.clone(),
            Say::Explanation { text } => format!("解説: {text}"),
            Say::ComesBack { day: on } => format!("次の復習は{}ごろです。", day(on)),
            Say::ComesBackToday { day: None } => "このあと、もう一度出ます。".into(),
            Say::ComesBackToday { day: Some(on) } => format!("このあともう一度出ます。その次は{}ごろです。", day(on)),
            Say::VerdictKeys => "Enter 次へ　u 取り消す".into(),
            Say::VerdictOnly => "Enter で次へ進みます。u で直前の答えを取り消せます。".into(),
            Say::LessonTitle { title } => title.clone(),
            Say::Objective { text } => format!("めあて: {text}"),
            Say::MoreTitle => "もっと詳しく".into(),
            Say::ReadKeys { has_more: true } => "Enter 次へ　o もっと詳しく".into(),
            Say::ReadKeys { has_more: false } => "Enter 次へ".into(),
            Say::ReadOnlyKeys { has_more: true } => "読み終えたら Enter を押してください。詳しい説明は o です。".into(),
            Say::ReadOnlyKeys { has_more: false } => "読み終えたら Enter を押してください。".into(),
            Say::TryTitle => "やってみること".into(),
            Say::TryReminder { sentence, day: on } => format!("いま決めてあること: {sentence}（{}に聞きます）", day(on)),
            Say::CueAsk => "仕事のどんな場面で試しますか。".into(),
            Say::CueKeys { last } | Say::ActionKeys { last } => format!("1 から {last} の番号　0 今回は決めない"),
            Say::ActionAsk { cue } => format!("{cue}、どうしますか。"),
            Say::OwnAction { number } => format!("{number} 自分の言葉で書く"),
            Say::OwnActionPrompt => "すること（例: 内線で確かめる）".into(),
            Say::ReadBack { sentence } => bracketed(sentence),
            Say::AskedOn { day: on } => format!("{}に、どうなったかを聞きます。", day(on)),
            Say::PromiseKeys => "Enter 決める　0 今回は決めない".into(),
            Say::PromiseOnly => "Enter を押すか、0 を入れてください。".into(),
            Say::CloseTitle => "今日の分は終わりました。".into(),
            Say::CloseFigures { answers: 0, seconds, .. } => format!("時間 {}", date::exact(*seconds, Japanese)),
            Say::CloseFigures { answers, right, seconds } => {
                format!("{answers}問のうち{right}問正解　時間 {}", date::exact(*seconds, Japanese))
            }
            Say::CloseStreak { length, spare } => format!("続けて学習した日 {length}日　お休みできる日 {spare}日"),
            Say::CloseNext { day: Some(on) } => format!("次は{}です。それまでは何もしなくてかまいません。", day(on)),
            Say::CloseNext { day: None } => "次に予定しているものはありません。".into(),
            Say::CloseKeys { can_undo: true } => "u 直前の答えを取り消す　+ もう少し　b はじめの画面\nEnter 終わる".into(),
            Say::CloseKeys { can_undo: false } => "+ もう少し　b はじめの画面\nEnter 終わる".into(),
            Say::CloseOnly => "Enter で終わります。ほかに u、+、b が使えます。".into(),
            Say::LibraryTitle => "教材一覧".into(),
            Say::CourseLine { number, code, title, done, of } => {
                format!("{number} {}{title}（{of}本のうち{done}本済み）", spaced_code(code))
            }
            Say::OtherCourses => "ほかの対象の教材".into(),
            Say::TakeFirst { titles } => format!("  先に: {}", titles.join("、")),
            Say::SearchPrompt => "探す言葉".into(),
            Say::LibraryKeys => "コースの番号　/言葉 で探す　0 戻る".into(),
            Say::LibraryOnly { last: 1 } => "1、0、または / と探す言葉を入れてください。".into(),
            Say::LibraryOnly { last } => format!("1 から {last} の番号、0、または / と探す言葉を入れてください。"),
            Say::LessonLine { number, title, minutes, done } => {
                let minutes = minutes.map(|minutes| format!("　{minutes}分")).unwrap_or_default();
                format!("{number} {title}{minutes}{}", if *done { "　済み" } else { "" })
            }
            Say::LessonsKeys => "教材の番号　0 戻る".into(),
            Say::NoLessonFound { text } if text.is_empty() => "/ に続けて、探す言葉を入れてください（例: /メール）。".into(),
            Say::NoLessonFound { text } => format!("題名に「{text}」を含む教材はありません。"),
            Say::Worksheets { titles } => format!("記録シート: {}", titles.join("、")),
            Say::LibraryEmpty => "教材がありません。".into(),
            Say::ProgressTitle => "進み具合".into(),
            Say::DaysStudied { days } => format!("学習した日 全部で{days}日"),
            Say::ThisWeek { days, minutes } => {
                let names = ["月", "火", "水", "木", "金", "土", "日"];
                let studied: Vec<&str> = names.iter().zip(days).filter(|(_, on)| **on).map(|(name, _)| *name).collect();
                let studied = if studied.is_empty() { "まだありません".to_owned() } else { studied.join(" ") };
                format!("今週の学習 {studied}（{minutes}分）")
            }
            Say::Answers { answers, right } => format!("答えた数 {answers}　正解 {right}"),
            Say::CourseProgress { title, done, of } => format!("{title} {done}/{of}本"),
            Say::Promises { made, kept } => format!("やってみること {made}件　やってみた {kept}件"),
            Say::BackPrompt => "Enter 戻る".into(),
            Say::SettingsTitle => "設定".into(),
            Say::SettingMinutes { minutes } => format!("1 1回の時間: {minutes}分"),
            Say::SettingTrack { title } => format!("2 対象: {title}"),
            Say::SettingLanguage => "3 表示の言語: 日本語".into(),
            Say::SettingTimed(true) => "4 時間を計る: はい".into(),
            Say::SettingTimed(false) => "4 時間を計る: いいえ".into(),
            Say::SettingOption { number, title } => format!("{number} {title}"),
            Say::NoRoles => "この教材には、対象の区別がありません。".into(),
            Say::SettingsKeys => "変える番号　0 戻る".into(),
            Say::SettingsOnly => "1 から 4 の番号か、0 を入れてください。".into(),
            Say::MinutesAsk => "1回の時間（1、3、5、10 分のどれか）".into(),
            Say::MinutesOnly => "1、3、5、10 のどれかを入れてください。".into(),
            Say::LanguageAsk => "1 日本語　2 English".into(),
            Say::DataPlace { place } => format!("記録の場所: {place}"),
            Say::HelpTitle => "使い方".into(),
            Say::HelpLines => "\
番号を入れて Enter で答えます。
自信がなければ 2? のように ? を付けます。
Enter だけを押すと、その後に書いてあるとおりに進みます。
u 直前の答えを取り消す
t 残りの時間
h 画面を隠す（Enter で戻る）
i ヒント（あるとき）
q 終わる（次は続きから始まります）
答えが u や q の1文字のときは、=u のように = を付けます。
全角の数字や記号も、そのまま使えます。"
                .into(),
        }
    }

    fn english(&self) -> String {
        let day = |day: &Day| date::day(*day, English);
        match self {
            Say::Program => "sukima".into(),
            Say::TrialMark => "[trial]".into(),
            Say::UnkeptMark => "[not saved]".into(),
            Say::TimeLeftMark { seconds } => format!("about {} left", date::about(*seconds, English)),
            Say::Part { part, of } => format!("part {part}/{of}"),
            Say::Trial => "[trial] A practice record: its clock was set by hand.".into(),
            Say::NotKept { place, cause } => {
                let cause = reason(cause, English);
                format!("The record cannot be saved ({cause}).\nYou can study, but nothing is kept this time.\nPlace: {place}")
            }
            Say::NotKeptAtEnd => "Nothing was kept this time. Ask IT whether the data folder can be written.".into(),
            Say::ReadOnly { place } => {
                format!("This record belongs to a newer sukima.\nThis version only shows it; nothing is kept this time.\nPlace: {place}")
            }
            Say::Waiting { events, place, cause } => {
                let cause = reason(cause, English);
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved yet ({cause}).\nThey will be saved as soon as writing works again.\nPlace: {place}")
            }
            Say::WaitingAtEnd { events, place, is_rescued: false } => {
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved, and no copy could be kept.\nCheck the free space and the right to write.\nPlace: {place}")
            }
            Say::WaitingAtEnd { events, place, is_rescued: true } => {
                let entries = plural(*events, "entry is", "entries are");
                format!("{entries} not saved.\nA copy is in rescue.jsonl in the same folder, to be saved at the next start.\nPlace: {place}")
            }
            Say::BuiltInInstead { folder } => {
                format!("No readable lesson there, so the built-in ones are used.\nPlace: {folder}\nTo see why: sukima check \"{folder}\"")
            }
            Say::Goodbye { in_session: true } => "Your answers are saved. Next time you go on from here.".into(),
            Say::Goodbye { in_session: false } => "Thank you. See you next time.".into(),
            Say::Working => "Working".into(),
            Say::HiddenPrompt => "Enter to come back".into(),
            Say::TimeLeft { seconds } => format!("About {} left.", date::about(*seconds, English)),
            Say::NoTimeHere => "No time is running here.".into(),
            Say::KanaSeen => "Japanese input seems to be on. Press the Hankaku/Zenkaku key.".into(),
            Say::Welcome => "Welcome to sukima.\nLearn in three spare minutes, then try one thing at work.".into(),
            Say::PromisesAhead => "Five things to know first.".into(),
            Say::PromisePlace { place } => format!("1 Your record stays in this place; nothing is sent anywhere.\n{place}"),
            Say::PromisePrivate => "2 Nobody else sees your mistakes.".into(),
            Say::PromiseShown => "3 Whatever is handed in is shown to you in full first.".into(),
            Say::PromiseNames => "4 Please write no names of residents or colleagues.".into(),
            Say::PromiseLeave => "5 Stop whenever you like; next time you go on from there.".into(),
            Say::NextPrompt => "Enter to go on".into(),
            Say::RoleAsk => "Choose what is nearest to your work. It can be changed.".into(),
            Say::NumberPrompt => "Number".into(),
            Say::HomeTitle { today, minutes } => {
                format!("{} - today's {minutes} {}", day(today), if *minutes == 1 { "minute" } else { "minutes" })
            }
            Say::WelcomeBack => "Good to see you again. Only three questions today.".into(),
            Say::StreakLine { length, spare } => format!("Study days in a row {length}, spare days {spare}"),
            Say::StreakAside { length } => format!("Finish today and the {length} days from before your break come back."),
            Say::Holds { follow_up, reviews, lessons, seconds } => {
                let mut parts = Vec::new();
                if *follow_up {
                    parts.push("1 follow-up".to_owned());
                }
                if *reviews > 0 {
                    parts.push(plural(*reviews, "review", "reviews"));
                }
                let titles: Vec<String> = lessons.iter().map(|title| format!("\"{title}\"")).collect();
                match titles.len() {
                    0 => {}
                    1 => parts.push(format!("new lesson {}", titles.join(", "))),
                    _ => parts.push(format!("new lessons {}", titles.join(", "))),
                }
                format!("{}\nAbout {} in all.", parts.join(", "), date::about(*seconds, English))
            }
            Say::HoldsNothing => "Nothing more for today. You can choose from the lessons.".into(),
            Say::ResumeHolds { steps, seconds } => {
                format!("To go on with: {} left, about {}.", plural(*steps, "step", "steps"), date::about(*seconds, English))
            }
            Say::OpenPromise { sentence, day: on } => format!("To try: {sentence} (asked on {})", day(on)),
            Say::UnsetValues => {
                "The name of a desk in the lessons is not set yet.\nThey say \"the desk that the office has named\".\nIT can set the name in office.toml.".into()
            }
            Say::NextReview { day: on } => format!("The next review is on {}.", day(on)),
            Say::HomeKeys { resume } => format!(
                "l lessons  p progress  s settings  ? help  q quit\nEnter {}",
                if *resume { "go on" } else { "start" }
            ),
            Say::HomeKeysDone => "p progress  s settings  ? help  q quit\nEnter lessons".into(),
            Say::HomeOnly { resume } => {
                format!("Enter {}. You can also use l, p, s, ? and q.", if *resume { "goes on" } else { "starts" })
            }
            Say::Resumed => "Going on where you stopped.".into(),
            Say::NothingPlanned => "Nothing more for today. You can choose from the lessons (l).".into(),
            Say::StepGone => "The lessons have changed, so this step is left out.".into(),
            Say::NothingToUndo => "There is no answer to take back.".into(),
            Say::Undone => "The last answer is taken back.".into(),
            Say::Saved => "Setting saved.".into(),
            Say::FollowUpTitle => "Follow-up".into(),
            Say::FollowUpMade { day: on } => format!("You decided this on {}.", day(on)),
            Say::DidIt => "1 Did it".into(),
            Say::NoOccasion => "2 No occasion".into(),
            Say::NotYet => "3 Not yet".into(),
            Say::DoNotAsk => "0 Don't ask again".into(),
            Say::FollowUpKeys => "What came of it?".into(),
            Say::FollowUpOnly => "Please enter 1, 2, 3 or 0.".into(),
            Say::MinutesSavedAsk => "About how many minutes shorter each time? (Enter: skip)".into(),
            Say::MinutesSavedOnly => "Please enter minutes (such as 5), or just press Enter.".into(),
            Say::QuestionTitle { number, of, review, title } => {
                format!("{} {number}/{of} - {title}", if *review { "Review" } else { "Check" })
            }
            Say::ShownInOtherLanguage => "(Shown in Japanese; there is no English version.)".into(),
            Say::ThinkFirst => "Answer in your head first. Enter shows the options".into(),
            Say::TrueOption => "true".into(),
            Say::FalseOption => "false".into(),
            Say::PickOne { has_hint } => format!("Number (not sure: 2?){}", hint_en(*has_hint)),
            Say::ChooseKeys => "digit choose  Enter sure  0 not so sure".into(),
            Say::PickAll { has_hint } => format!("All numbers that apply (such as 1 3){}", hint_en(*has_hint)),
            Say::OrderPrompt { has_hint } => format!("Numbers in order (such as 3 1 2){}", hint_en(*has_hint)),
            Say::MatchPrompt { has_hint } => format!("Pairs (such as 1b 2c){}", hint_en(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } if unit.is_empty() => format!("A number{}", hint_en(*has_hint)),
            Say::NumberAnswerPrompt { unit, has_hint } => format!("A number ({unit}){}", hint_en(*has_hint)),
            Say::TypedPrompt { has_hint } => format!("Answer{}", hint_en(*has_hint)),
            Say::BlankPrompt { number, has_hint } => format!("Word for [{number}]{}", hint_en(*has_hint)),
            Say::WritePrompt { has_hint } => format!("Write one line{}", hint_en(*has_hint)),
            Say::ChecksIntro => "This is an example. Compare, and choose what yours holds.".into(),
            Say::ChecksPrompt => "All numbers that it holds (0 for none)".into(),
            Say::EchoAnswer { answer } => format!("Answer: {answer}"),
            Say::EchoBlank { number, answer } => format!("[{number}] {answer}"),
            Say::ConfirmPrompt => "Enter sure  0 not so sure  b change".into(),
            Say::ConfirmOnly => "Please press Enter, or enter 0 or b.".into(),
            Say::Hint { text } => format!("Hint: {text}"),
            Say::NoHint => "This question has no hint.".into(),
            Say::OnlyNumbers { last: 1 } => "Please enter 1.".into(),
            Say::OnlyNumbers { last } => format!("Please enter one number from 1 to {last}."),
            Say::OnlyListed { last: 1 } => "Please enter 1 or 0.".into(),
            Say::OnlyListed { last } => format!("Please enter a number from 1 to {last}, or 0."),
            Say::OnlySeveral { last } => format!("Please enter numbers from 1 to {last} with spaces (such as 1 3)."),
            Say::OnlyOrder { count } => format!("Please enter each number from 1 to {count} once."),
            Say::OnlyPairs { lefts, last_letter } => {
                format!("Please give each of 1 to {lefts} one letter from a to {last_letter}.")
            }
            Say::OnlyNumberValue { unit } if unit.is_empty() => "Please enter a number (such as 12).".into(),
            Say::OnlyNumberValue { unit } => format!("Please enter a number (such as 12 or 12 {unit})."),
            Say::OnlySomething => "Please enter an answer.\nIf you do not know, enter ? to see it.".into(),
            Say::OnlyChecks { last } => format!("Please enter numbers from 1 to {last} with spaces, or 0."),
            Say::Right => "Right.".into(),
            Say::RightUnsure => "Right.".into(),
            Say::RightIsNumber { numbers } => {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                format!("The right answer is {}.", numbers.join(" and "))
            }
            Say::RightIsText { text } => format!("The right answer is \"{text}\"."),
            Say::RightIsTrue(true) => "The right answer is 1, true.".into(),
            Say::RightIsTrue(false) => "The right answer is 2, false.".into(),
            Say::RightOrder { numbers } => format!("The right order is {}.", spaced(numbers)),
            Say::RightPairs { pairs } => format!("The right pairs are {}.", pairs.join(" ")),
            Say::ChecksLeft { count } => {
                format!("{} missing. Have another look at the example.", plural(*count, "point was", "points were"))
            }
            Say::AboutYourAnswer { text } => text.clone(),
            Say::Explanation { text } => format!("Explanation: {text}"),
            Say::ComesBack { day: on } => format!("Next review around {}.", day(on)),
            Say::ComesBackToday { day: None } => "It comes once more in a moment.".into(),
            Say::ComesBackToday { day: Some(on) } => format!("It comes once more in a moment, then around {}.", day(on)),
            Say::VerdictKeys => "Enter next  u take back".into(),
            Say::VerdictOnly => "Enter goes on; u takes the last answer back.".into(),
            Say::LessonTitle { title } => title.clone(),
            Say::Objective { text } => format!("Aim: {text}"),
            Say::MoreTitle => "More".into(),
            Say::ReadKeys { has_more: true } => "Enter next  o more".into(),
            Say::ReadKeys { has_more: false } => "Enter next".into(),
            Say::ReadOnlyKeys { has_more: true } => "Press Enter when you have read it, or enter o for more.".into(),
            Say::ReadOnlyKeys { has_more: false } => "Press Enter when you have read it.".into(),
            Say::TryTitle => "Try this".into(),
            Say::TryReminder { sentence, day: on } => format!("Already decided: {sentence} (asked on {})", day(on)),
            Say::CueAsk => "In which moment at work will you try it?".into(),
            Say::CueKeys { last } | Say::ActionKeys { last } => format!("Number 1 to {last}  0 not this time"),
            Say::ActionAsk { cue } => format!("{cue}, what will you do?"),
            Say::OwnAction { number } => format!("{number} In my own words"),
            Say::OwnActionPrompt => "What you will do (such as: I ask by phone)".into(),
            Say::ReadBack { sentence } => format!("\"{sentence}\""),
            Say::AskedOn { day: on } => format!("You will be asked on {} what came of it.", day(on)),
            Say::PromiseKeys => "Enter decide  0 not this time".into(),
            Say::PromiseOnly => "Please press Enter, or enter 0.".into(),
            Say::CloseTitle => "That is all for today.".into(),
            Say::CloseFigures { answers: 0, seconds, .. } => format!("Time {}", date::exact(*seconds, English)),
            Say::CloseFigures { answers, right, seconds } => {
                format!("{right} of {answers} right, time {}", date::exact(*seconds, English))
            }
            Say::CloseStreak { length, spare } => format!("Study days in a row {length}, spare days {spare}"),
            Say::CloseNext { day: Some(on) } => format!("Next: {}. Nothing to do until then.", day(on)),
            Say::CloseNext { day: None } => "Nothing is planned next.".into(),
            Say::CloseKeys { can_undo: true } => "u take back  + a little more  b start page\nEnter finish".into(),
            Say::CloseKeys { can_undo: false } => "+ a little more  b start page\nEnter finish".into(),
            Say::CloseOnly => "Enter finishes. You can also use u, + and b.".into(),
            Say::LibraryTitle => "Lessons".into(),
            Say::CourseLine { number, code, title, done, of } => {
                format!("{number} {}{title} ({done} of {of} done)", spaced_code(code))
            }
            Say::OtherCourses => "For other roles".into(),
            Say::TakeFirst { titles } => format!("  First: {}", titles.join(", ")),
            Say::SearchPrompt => "Look for".into(),
            Say::LibraryKeys => "Course number  /word to find  0 back".into(),
            Say::LibraryOnly { last: 1 } => "Please enter 1, 0, or / and a word.".into(),
            Say::LibraryOnly { last } => format!("Please enter a number from 1 to {last}, 0, or / and a word."),
            Say::LessonLine { number, title, minutes, done } => {
                let minutes = minutes.map(|minutes| format!(", {minutes} min")).unwrap_or_default();
                format!("{number} {title}{minutes}{}", if *done { ", done" } else { "" })
            }
            Say::LessonsKeys => "Lesson number  0 back".into(),
            Say::NoLessonFound { text } if text.is_empty() => "Please enter / and the word to find (such as /mail).".into(),
            Say::NoLessonFound { text } => format!("No lesson title contains \"{text}\"."),
            Say::Worksheets { titles } => format!("Worksheets: {}", titles.join(", ")),
            Say::LibraryEmpty => "There are no lessons.".into(),
            Say::ProgressTitle => "Progress".into(),
            Say::DaysStudied { days } => format!("Days studied: {days}"),
            Say::ThisWeek { days, minutes } => {
                let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
                let studied: Vec<&str> = names.iter().zip(days).filter(|(_, on)| **on).map(|(name, _)| *name).collect();
                let studied = if studied.is_empty() { "none yet".to_owned() } else { studied.join(" ") };
                format!("This week: {studied} ({minutes} min)")
            }
            Say::Answers { answers, right } => format!("Answers {answers}, right {right}"),
            Say::CourseProgress { title, done, of } => format!("{title} {done}/{of}"),
            Say::Promises { made, kept } => format!("To try {made}, done {kept}"),
            Say::BackPrompt => "Enter to go back".into(),
            Say::SettingsTitle => "Settings".into(),
            Say::SettingMinutes { minutes } => format!("1 Time per session: {minutes} min"),
            Say::SettingTrack { title } => format!("2 Role: {title}"),
            Say::SettingLanguage => "3 Language: English".into(),
            Say::SettingTimed(true) => "4 Measure time: yes".into(),
            Say::SettingTimed(false) => "4 Measure time: no".into(),
            Say::SettingOption { number, title } => format!("{number} {title}"),
            Say::NoRoles => "These lessons make no difference between roles.".into(),
            Say::SettingsKeys => "Number to change  0 back".into(),
            Say::SettingsOnly => "Please enter a number from 1 to 4, or 0.".into(),
            Say::MinutesAsk => "Minutes per session: 1, 3, 5 or 10".into(),
            Say::MinutesOnly => "Please enter 1, 3, 5 or 10.".into(),
            Say::LanguageAsk => "1 日本語  2 English".into(),
            Say::DataPlace { place } => format!("Your record: {place}"),
            Say::HelpTitle => "Help".into(),
            Say::HelpLines => "\
Enter a number to answer. Not sure? Add ? as in 2?
Enter alone does what the prompt says behind Enter.
u take the last answer back
t time left
h hide the screen (Enter brings it back)
i hint (where there is one)
q quit (you go on from there next time)
For an answer that is a single u or q, enter =u or =q.
Full-width digits and marks work as well."
                .into(),
        }
    }
}

/// In Japanese brackets; brackets inside become double ones.
fn bracketed(text: &str) -> String {
    format!("「{}」", text.replace('「', "『").replace('」', "』"))
}

fn hint_ja(has_hint: bool) -> &'static str {
    if has_hint { "　i ヒント" } else { "" }
}

fn hint_en(has_hint: bool) -> &'static str {
    if has_hint { "  i hint" } else { "" }
}

fn spaced(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn spaced_code(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!("{code} ") }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
