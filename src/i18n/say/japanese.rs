//! The sentences in Japanese, written first.

use crate::domain::calendar::PlannedDay;
use crate::domain::day::Day;
use crate::domain::event::Phase;
use crate::domain::fold::HowDone;
use crate::domain::language::Language::Japanese;
use crate::domain::memory::{Because, ComingBack};
use crate::i18n::say::{Say, spaced, spaced_code};
use crate::i18n::streak::effect;
use crate::i18n::trouble::reason;
use crate::i18n::{date, holiday};

pub fn sentence(say: &Say) -> String {
    let day = |day: &Day| date::day(*day, Japanese);
    match say {
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
            Say::WelcomeTitle => "すきま学習へようこそ。".into(),
            Say::Welcome => "仕事の合間の3分で学び、仕事で1つ試します。".into(),
            Say::KeyTestAsk => "はじめに、キーを確かめます。\n数字の 1 を押してください。\n画面読み上げを使う方は、9 を押してください。".into(),
            Say::KeyTestWide => "全角の数字が届きました。このまま使えます。".into(),
            Say::KeyTestKana => "かな文字が届きました。日本語入力がオンのようです。\n［半角/全角］を押してから、もう一度 1 を押してください。".into(),
            Say::KeyTestOther => "数字の 1 を押してください。".into(),
            Say::PromisesAhead => "はじめに、5つのことをお伝えします。".into(),
            Say::PromisePlace => "1 記録は次の場所だけに残り、外へは送りません。".into(),
            Say::PromisePrivate => "2 間違えたことは、ほかの人には見えません。".into(),
            Say::PromiseShown => "3 提出するものがあるときは、出す前に全文をお見せします。".into(),
            Say::PromiseNames => "4 住民や同僚の名前は、書かないでください。".into(),
            Say::PromiseLeave => "5 いつやめても、次は同じ所から続けられます。".into(),
            Say::NextPrompt => "Enter 次へ".into(),
            Say::RoleAsk => "お仕事に近いものを選んでください。あとで変えられます。".into(),
            Say::NumberPrompt => "番号".into(),
            Say::HomeTitle { today, minutes: Some(minutes) } => format!("{}　今日の{minutes}分", day(today)),
            Say::HomeTitle { today, minutes: None } => day(today),
            Say::WelcomeBack { questions: 0 } => "お久しぶりです。".into(),
            Say::WelcomeBack { questions } => format!("お久しぶりです。今日は{questions}問だけにします。"),
            Say::StreakLine { length, spare } | Say::CloseStreak { length, spare } => streak(*length, *spare),
            Say::StreakAside { length, day: None } => {
                format!("今日最後まで進めると、お休み前の{length}日分が戻ります。")
            }
            Say::StreakAside { length, day: Some(on) } => {
                format!("{}に最後まで進めると、お休み前の{length}日分が戻ります。", day(on))
            }
            Say::OffToday { reason } => {
                format!("今日は{}です。学習しなくても、続いた日数は減りません。", holiday::day_off(*reason, Japanese))
            }
            Say::LightToday => "今日は短めの日です。1分だけにします。".into(),
            Say::ClockIsBehind { newest } => format!(
                "パソコンの日付が、前に学習した{}より前になっています。\n日付を確かめてください。記録はすべて残っています。",
                day(newest)
            ),
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
            Say::ResumeHolds { seconds } => format!("前回の続きがあります。残りは約{}です。", date::about(*seconds, Japanese)),
            Say::OpenPromise { sentence } => format!("やってみること: {}", bracketed(sentence)),
            Say::OfficeDaysBroken => {
                "職場の休みの設定（office.toml）に、読めないところがあります。読めた日と、これまでに読めた休みを使います。\n情報担当にお知らせください。直すところは、sukima check で分かります。".into()
            }
            Say::UnsetValues => {
                "教材に出てくる窓口の名前が、まだ設定されていません。\n「決められた窓口」と表示します。\n名前は、情報担当が office.toml で設定できます。".into()
            }
            Say::NextReview(next) => format!("{}次の復習は{}です。", because(next), day(&next.day)),
            Say::HomeKeys { resume } => format!(
                "l 教材一覧　p 進み具合　s 設定　? 使い方　q 終わる\nEnter {}",
                if *resume { "続ける" } else { "始める" }
            ),
            Say::HomeKeysDone => "p 進み具合　s 設定　? 使い方　q 終わる\nEnter 教材一覧".into(),
            Say::HomeOnly { resume } => format!(
                "Enter で{}ます。ほかに l、p、s、6（はじめの6問）、?、q が使えます。",
                if *resume { "続きを始め" } else { "始め" }
            ),
            Say::Resumed => "前回の続きから始めます。".into(),
            Say::ClockStopped => "しばらく操作がなかったので、時計を止めていました。".into(),
            Say::NothingPlanned => "今日することは、もうありません。教材一覧（l）から選んで学べます。".into(),
            Say::EarlierSessionLeft => "途中だった学習は、ここまでにしました。答えは残っています。".into(),
            Say::StepGone => "教材が変わったので、ここは飛ばして次へ進みます。".into(),
            Say::NothingToUndo => "取り消せる答えはありません。".into(),
            Say::Undone => "直前の答えを取り消しました。".into(),
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
            Say::QuestionTitle { number, of, phase, title } => format!("{} {number}/{of}　{title}", asked_as(*phase)),
            Say::QuestionNumber { number, of, phase } => format!("{} {number}/{of}", asked_as(*phase)),
            Say::AgainTitle { title } => format!("もう一度　{title}"),
            Say::ShownInOtherLanguage => "（日本語版がないので、英語で表示します）".into(),
            Say::ThinkFirst => "まず頭の中で答えてください。Enter 選択肢を見る".into(),
            Say::TrueOption => "正しい".into(),
            Say::FalseOption => "誤り".into(),
            Say::PickOne { has_hint } => format!("番号（自信がなければ 2? のように）{}", hint_ja(*has_hint)),
            Say::ThinkInHead => "まず頭の中で答えてください。".into(),
            Say::TypedAnswer { answer } => format!("入れた答え: {answer}"),
            Say::Chosen => "選んだ答え:".into(),
            Say::RightIs => "正解は".into(),
            Say::RightBlanksAre => "正解は次のとおりです。".into(),
            Say::RightBlank { number, right, typed: None } => format!("[{number}] {right}"),
            Say::RightBlank { number, right, typed: Some(typed) } => format!("[{number}] {right}（入れた答え: {typed}）"),
            Say::RightOrderIs => "正しい順は次のとおりです。".into(),
            Say::RightPairsAre => "正しい組み合わせは次のとおりです。".into(),
            Say::OrderAsk => "動かす行の番号を押してください。".into(),
            Say::OrderHeld => "上下のキーで動かし、Enter で置きます。".into(),
            Say::NumberLabel { unit } if unit.is_empty() => "数を入れてください。分からないときは ? と入れます。".into(),
            Say::NumberLabel { unit } => format!("数を入れてください（単位は{unit}）。分からないときは ? と入れます。"),
            Say::AnswerLabel => "答えを入れてください。分からないときは ? と入れます。".into(),
            Say::BlanksLabel => "分からない空欄には ? と入れます。".into(),
            Say::WriteLabel => "自分の言葉で書いてください。分からないときは ? と入れます。".into(),
            Say::ChooseFirst => "番号のキーで1つ選んでください。".into(),
            Say::TickFirst => "当てはまるものを1つ以上選んでください。".into(),
            Say::MoveFirst => "番号のキーで行をつかみ、上下に動かしてください。".into(),
            Say::PairFirst => "「?」の行に、下の番号を付けてください。".into(),
            Say::PracticeTitle => "ためしに1問".into(),
            Say::PracticeKept => "これは練習なので、記録には残りません。".into(),
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
            Say::OnlyChoice { last } => {
                format!("1 から {last} の番号を1つ入れてください。\n分からないときは 0 で答えを見られます。")
            }
            Say::OnlyListed { last: 1 } => "1 か 0 を入れてください。".into(),
            Say::OnlyListed { last } => format!("1 から {last} の番号か、0 を入れてください。"),
            Say::OnlySeveral { last } => format!("1 から {last} の番号を、間を空けて並べてください（例: 1 3）。\n分からないときは 0 で答えを見られます。"),
            Say::OnlyOrder { count } => format!("1 から {count} の番号を、1回ずつ全部並べてください。\n分からないときは 0 で答えを見られます。"),
            Say::OnlyPairs { lefts, last_letter } => {
                format!("1 から {lefts} のそれぞれに、a から {last_letter} を1つ付けてください。\n分からないときは 0 で答えを見られます。")
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
            Say::ComesBack { then } => comes_back(then),
            Say::ComesBackToday { then: None } => "このあと、もう一度出ます。".into(),
            Say::ComesBackToday { then: Some(then) } => format!("このあと、もう一度出ます。その{}", comes_back(then)),
            Say::VerdictKeys => "Enter 次へ　u 取り消す".into(),
            Say::VerdictOnly => "Enter で次へ進みます。u で直前の答えを取り消せます。".into(),
            Say::LessonTitle { title } => title.clone(),
            Say::Objective { text } => format!("めあて: {text}"),
            Say::MoreTitle => "もっと詳しく".into(),
            Say::ReadKeys { has_more, can_be_passed } => format!(
                "Enter 次へ{}{}",
                if *has_more { "　o もっと詳しく" } else { "" },
                if *can_be_passed { "　k もう知っている" } else { "" }
            ),
            Say::ReadOnlyKeys { has_more, can_be_passed } => format!(
                "読み終えたら Enter を押してください。{}{}",
                if *has_more { "詳しい説明は o です。" } else { "" },
                if *can_be_passed { "もう知っていれば k です。" } else { "" }
            ),
            Say::Beforehand(say) => say.in_language(Japanese),
            Say::Entry(say) => say.in_language(Japanese),
            Say::TryTitle => "やってみること".into(),
            Say::TryReminder { sentence, day: on } => format!("いま決めてあること: {sentence}（{}に聞きます）", day(on)),
            Say::CueAsk => "仕事のどんな場面で試しますか。".into(),
            Say::CueKeys { last } => format!("1 から {last} の番号　0 今回は決めない"),
            Say::ActionKeys { last } => format!("1 から {last} の番号　b 場面を選び直す　0 今回は決めない"),
            Say::ActionAsk { cue } => format!("{cue}、どうしますか。"),
            Say::OwnAction { number } => format!("{number} 自分の言葉で書く"),
            Say::OwnActionPrompt => "すること（例: 内線で確かめる）".into(),
            Say::ReadBack { sentence } => bracketed(sentence),
            Say::AskedOn { day: on } => format!("{}に、どうなったかを聞きます。", day(on)),
            Say::PromiseKeys => "Enter 決める　b 選び直す　0 今回は決めない".into(),
            Say::PromiseOnly => "Enter を押すか、b か 0 を入れてください。".into(),
            Say::CloseTitle => "今日の分は終わりました。".into(),
            Say::CloseFigures { answers: 0, seconds, .. } => format!("時間 {}", date::exact(*seconds, Japanese)),
            Say::CloseFigures { answers, right, seconds } => {
                format!("{answers}問のうち{right}問正解　時間 {}", date::exact(*seconds, Japanese))
            }
            Say::CloseNext(Some(next)) => {
                format!("{}次は{}です。それまでは何もしなくてかまいません。", because(next), day(&next.day))
            }
            Say::CloseNext(None) => "次に予定しているものはありません。".into(),
            Say::CloseKeys { can_undo: true } => "u 直前の答えを取り消す　+ もう少し　b はじめの画面\nEnter 終わる".into(),
            Say::CloseKeys { can_undo: false } => "+ もう少し　b はじめの画面\nEnter 終わる".into(),
            Say::CloseOnly => "Enter で終わります。ほかに u、+、b が使えます。".into(),
            Say::LibraryTitle { shelf: None } => "教材一覧".into(),
            Say::LibraryTitle { shelf: Some(shelf) } => format!("教材一覧　{shelf}"),
            Say::AllCourses { number } => format!("{number} すべてのコース"),
            Say::CourseLine { number, code, title, done, of } => {
                format!("{number} {}{title}　{of}本中{done}本", spaced_code(code))
            }
            Say::OtherCourses { number } => format!("{number} ほかの対象の教材"),
            Say::TracksKeys => "対象の番号　0 戻る".into(),
            Say::TakeFirst { titles } => format!("先に: {}", titles.join("、")),
            Say::SearchPrompt => "探す言葉".into(),
            Say::LibraryKeys => "コースの番号　/言葉 で探す　0 戻る".into(),
            Say::LibraryOnly { last: 1 } => "1、0、または / と探す言葉を入れてください。".into(),
            Say::LibraryOnly { last } => format!("1 から {last} の番号、0、または / と探す言葉を入れてください。"),
            Say::LessonLine { number, title, minutes, done } => {
                let minutes = minutes.map(|minutes| format!("　{minutes}分")).unwrap_or_default();
                format!("{number} {title}{minutes}{}", done.map_or("", done_how))
            }
            Say::LessonsKeys => "教材の番号　0 戻る".into(),
            Say::NoLessonFound { text } if text.is_empty() => "/ に続けて、探す言葉を入れてください（例: /メール）。".into(),
            Say::NoLessonFound { text } => format!("題名に「{text}」を含む教材はありません。"),
            Say::LibraryEmpty => "教材がありません。".into(),
            Say::NoGlossary => "この教材には、用語の説明がありません。".into(),
            Say::GlossaryTitle => "用語".into(),
            Say::NoTermHere => "いま見ている文に、説明のある用語はありません。".into(),
            Say::OtherTerms => "ほかの用語".into(),
            Say::OtherTermNames { names } => format!("ほかの用語: {}", names.join("、")),
            Say::TermName { name, reading: None } => name.clone(),
            Say::TermName { name, reading: Some(reading) } => format!("{name}（{reading}）"),
            Say::AlsoCalled { names } => format!("別名: {}", names.join("、")),
            Say::TermPrompt => "調べる言葉".into(),
            Say::NoTermFound { text } => format!("「{text}」の説明はありません。"),
            Say::GlossaryKeys => "調べる言葉　Enter 戻る".into(),
            Say::TextSearchLabel => "探す".into(),
            Say::PlaceOf { place, of } => format!("({place}/{of})"),
            Say::NotInText => "(なし)".into(),
            Say::ProgressTitle => "進み具合".into(),
            Say::DaysStudied { days } => format!("学習した日 全部で{days}日"),
            Say::ThisWeek { days, minutes } => {
                let names = ["月", "火", "水", "木", "金", "土", "日"];
                let studied: Vec<&str> = names.iter().zip(days).filter(|(_, on)| **on).map(|(name, _)| *name).collect();
                let studied = if studied.is_empty() { "まだありません".to_owned() } else { studied.join(" ") };
                format!("今週の学習 {studied}（{minutes}分）")
            }
            Say::Answers { answers, right } => format!("答えた数 {answers}　正解 {right}"),
            Say::CourseProgress { title, done, of } => format!("{title}　{of}本中{done}本"),
            Say::Promises { made, kept } => format!("やってみること {made}件　やってみた {kept}件"),
            Say::ProgressKeys { is_leave: None } => "2 くわしく見る　Enter 戻る".into(),
            Say::ProgressKeys { is_leave: Some(false) } => "1 今日を休みにする　2 くわしく見る　Enter 戻る".into(),
            Say::ProgressKeys { is_leave: Some(true) } => "1 今日の休みを取り消す　2 くわしく見る　Enter 戻る".into(),
            Say::LastDays => "このごろの日".into(),
            Say::LastDay(told) => format!("{}　{}", day(&told.day), effect(&told.effect, Japanese)),
            Say::BackPrompt => "Enter 戻る".into(),
            Say::HealthTitle => "動作確認".into(),
            Say::HealthRow { number } => format!("{number} 動作確認"),
            Say::SettingsTitle => "設定".into(),
            Say::Statistics(told) => told.in_language(Japanese),
            Say::Setting(setting) => setting.in_language(Japanese),
            Say::Fit(fit) => fit.in_language(Japanese),
            Say::NoRoles => "この教材には、対象の区別がありません。".into(),
            Say::SettingsKeys => "変える番号　0 戻る".into(),
            Say::DataPlace { place } => format!("記録の場所: {place}"),
            Say::HelpForms => "全角の数字や記号も、そのまま使えます。\n何も分からないときは、文字を入れるところで ? だけを入れると答えを見られます。".into(),
            Say::HelpTitle => "使い方".into(),
            Say::HelpLines => "\
番号を入れて Enter で答えます。
自信がなければ 2? のように ? を付けます。
分からなければ 0（文字で答えるときは ?）で答えを見られます。
Enter だけを押すと、その後に書いてあるとおりに進みます。
u 直前の答えを取り消す
t 残りの時間
h 画面を隠す（Enter で戻る）
b はじめの画面に戻る（続きから始められます）
6 はじめの6問（はじめの画面で）
i ヒント（あるとき）
g 用語（いま見ている文の言葉の意味）
q 終わる（次は続きから始まります）
答えが u や q の1文字のときは、=u のように = を付けます。
全角の数字や記号も、そのまま使えます。"
                .into(),
        }
}

/// The day, and why it is that day.
fn comes_back(then: &ComingBack) -> String {
    let day = date::day(then.day, Japanese);
    let off = then.off.map_or_else(String::new, |(on, reason)| {
        format!("。{}は{}のため除く", date::day(on, Japanese), holiday::day_off(reason, Japanese))
    });
    match then.because {
        Because::Missed => format!("次は{day}です（間違えたので次の勤務日{off}）。"),
        Because::KnownWell => format!("次は1年後の{day}です（よく覚えているので年1回{off}）。"),
        Because::Right { is_sure, interval_days, is_moved } => {
            let answer = if is_sure { "自信ありの正解" } else { "自信なしの正解" };
            match is_moved {
                false => format!("次は{interval_days}日後の{day}です（{answer}）。"),
                true if off.is_empty() => format!("次は{day}です（{answer}で{interval_days}日後、土日を除く）。"),
                true => format!("次は{day}です（{answer}で{interval_days}日後{off}）。"),
            }
        }
    }
}

/// In Japanese brackets; brackets inside become double ones.
fn bracketed(text: &str) -> String {
    format!("「{}」", text.replace('「', "『").replace('」', "』"))
}

/// What a question is asked for.
fn asked_as(phase: Phase) -> &'static str {
    match phase {
        Phase::Review => "復習",
        Phase::Pre => "事前の確認",
        Phase::Check | Phase::Again | Phase::Own => "確認",
    }
}

fn done_how(how: HowDone) -> &'static str {
    match how {
        HowDone::Read => "　済み",
        HowDone::Known => "　事前の確認で修了",
    }
}

fn hint_ja(has_hint: bool) -> &'static str {
    if has_hint { "　i ヒント" } else { "" }
}

/// Days to spare are only named where there are some.
fn streak(length: u32, spare: u32) -> String {
    match spare {
        0 => format!("続けて学習した日 {length}日"),
        _ => format!("続けて学習した日 {length}日　お休みできる日 {spare}日"),
    }
}

/// Why it is not earlier.
fn because(next: &PlannedDay) -> String {
    next.because.map_or_else(String::new, |(on, reason)| {
        format!("{}は{}なので、", date::day(on, Japanese), holiday::day_off(reason, Japanese))
    })
}
