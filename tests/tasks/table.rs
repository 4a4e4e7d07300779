//! Every task that a learner can do today, as keys on screens and as replies in lines, with what is true afterwards.
//! Its rows are those of `docs/tasks.md`.

use crate::folder::Begin;

/// One key or a few, or one reply, and what is seen then.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Names of keys as a page would write them, and text that is typed; in lines one whole reply.
    pub does: &'static str,
    /// Words that stand there then: all of `a & b & !c`, but not `c`.
    pub sees: &'static str,
    /// The page has only just come up, and a key may be too early.
    pub is_patient: bool,
}

/// Instead of words: the program has ended, with all kept.
pub const ENDS: &str = "(ends)";

const fn step(does: &'static str, sees: &'static str) -> Step {
    Step { does, sees, is_patient: false }
}

/// A key on a page that waits a moment before it takes one.
const fn slow(does: &'static str, sees: &'static str) -> Step {
    Step { does, sees, is_patient: true }
}

/// What the task begins with.
const fn first(sees: &'static str) -> Step {
    step("", sees)
}

/// What is true afterwards.
#[derive(Clone, Copy, Debug)]
pub enum Truth {
    /// One column of text out of the record, its rows with ` / ` between.
    Record(&'static str, &'static str),
    /// A line of `settings.toml`.
    Machine(&'static str),
    /// The record has no fact more than before.
    NothingNew,
}

pub struct Task {
    pub id: &'static str,
    pub begin: Begin,
    pub screens: &'static [Step],
    pub lines: &'static [Step],
    pub then: &'static [Truth],
}

/// The answer that counts: its type, verdict and confidence, and what was answered.
const ANSWER: &str = "select json_extract(body, '$.type') || ', ' || json_extract(body, '$.verdict') || ', '
    || json_extract(body, '$.confidence') || ', ' || json_extract(body, '$.response')
    from event where kind = 'question_answered' and id not in (select target from undone)";

const fn answer(expected: &'static str) -> Truth {
    Truth::Record(ANSWER, expected)
}

const TRACK: &str = "select value from setting where key = 'track'";
const MINUTES: &str = "select value from setting where key = 'minutes'";
const PROMISE: &str = "select sentence || ' (own ' || json_extract(body, '$.own') || ', asked after '
    || (ask_day - made_day) || ' days)' from promise, event where kind = 'promise_made'";
const FOLLOW_UP: &str = "select coalesce(outcome, 'none') || ', ' || coalesce(minutes_saved, 'unknown') || ' minutes'
    || case is_closed when 1 then ', closed' else ', open' end from promise";
const SITTINGS: &str =
    "select minutes || coalesce(', ' || closed, ', left at ' || next_step) from session order by tick";
const FIRST_STEP: &str = "select json_extract(steps, '$[0].kind') || ' ' || json_extract(steps, '$[0].lesson')
    from session order by tick";
const READ: &str = "select json_extract(body, '$.lesson') || ', more ' || json_extract(body, '$.detail_opened')
    from event where kind = 'lesson_read'";
const DUE: &str = "select lesson || iif(due_day = last_day + 1, ': next day', ': later') from memory";

/// Which keys a person presses for each task, and which replies are typed.
pub const TASKS: &[Task] = &[
    // -- はじめて
    Task {
        id: "first-start",
        begin: Begin::FirstTime,
        screens: &[
            first("数字の 1 を押して"),
            step("1", "お仕事に近い"),
            step("2", "5つのこと"),
            step("Enter", "ためしに1問"),
            step("2 Enter", "記録には残りません"),
            slow("Enter", "今日の3分"),
        ],
        lines: &[
            first("5つのこと"),
            step("Enter", "お仕事に近い"),
            step("2", "ためしに1問"),
            step("2", "記録には残りません"),
            step("Enter", "今日の3分"),
        ],
        then: &[
            Truth::Record(TRACK, "leader"),
            Truth::Record(ANSWER, ""),
            Truth::Record("select count(*) || '' from session", "0"),
        ],
    },
    Task {
        id: "first-try-again",
        begin: Begin::FirstTime,
        screens: &[
            first("数字の 1 を押して"),
            step("1", "お仕事に近い"),
            step("Enter", "5つのこと"),
            step("Enter", "ためしに1問"),
            step("1 0", "記録には残りません"),
            step("u", "最初の一手 & !記録には残りません"),
            step("2 Enter", "正解です"),
        ],
        lines: &[
            first("5つのこと"),
            step("Enter", "お仕事に近い"),
            step("Enter", "ためしに1問"),
            step("1?", "記録には残りません"),
            step("u", "最初の一手 & !記録には残りません"),
            step("2", "正解です"),
        ],
        then: &[Truth::Record(ANSWER, "")],
    },
    Task {
        id: "first-keyboard",
        begin: Begin::FirstTime,
        screens: &[
            first("数字の 1 を押して"),
            step("ぬ", "かな文字が届きました"),
            step("１", "全角の数字が届きました & お仕事に近い"),
            step("２", "5つのこと"),
        ],
        lines: &[
            first("5つのこと"),
            step("Enter", "お仕事に近い"),
            step("ぬ", "日本語入力がオンのようです"),
            step("２", "ためしに1問"),
        ],
        then: &[Truth::Record(TRACK, "leader")],
    },
    Task {
        id: "first-lines",
        begin: Begin::FirstTime,
        screens: &[first("画面読み上げを使う方は"), step("9", "ここから行モードで & 5つのこと")],
        lines: &[first("5つのこと")],
        then: &[Truth::NothingNew],
    },
    // -- はじめの画面
    Task {
        id: "start-today",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("Enter", "問いの前の本文です")],
        lines: &[first("今日の3分"), step("Enter", "問いの前の本文です")],
        then: &[Truth::Record(SITTINGS, "3, left at 0"), Truth::Record(FIRST_STEP, "read today")],
    },
    Task {
        id: "go-on",
        begin: Begin::HomeAfterLeaving("one"),
        screens: &[first("前回の続きがあります"), step("Enter", "前回の続きから & どうしますか")],
        lines: &[first("前回の続きがあります"), step("Enter", "前回の続きから & どうしますか")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "change-minutes",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("m", "今日の5分"), step("→", "今日の10分"), step("←", "今日の5分")],
        lines: &[first("今日の3分"), step("m", "学習の時間"), step("1", "10分"), step("3", "設定を保存しました")],
        then: &[Truth::Record(MINUTES, "5")],
    },
    Task {
        id: "progress",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("p", "進み具合 & はじめのコース"), step("Enter", "今日の3分")],
        lines: &[first("今日の3分"), step("p", "進み具合 & はじめのコース"), step("Enter", "今日の3分")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "help",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("?", "使い方 & F12"), step("Esc", "今日の3分"), step("F1", "使い方")],
        lines: &[first("今日の3分"), step("?", "使い方 & 取り消す"), step("Enter", "今日の3分")],
        then: &[Truth::NothingNew],
    },
    // -- 読む
    Task {
        id: "read",
        begin: Begin::Lesson("text"),
        screens: &[first("本文です"), step("Enter", "今日の分は終わりました")],
        lines: &[first("本文です"), step("Enter", "今日の分は終わりました")],
        then: &[Truth::Record(READ, "text, more 0"), Truth::Record("select lesson from lesson_done", "text")],
    },
    Task {
        id: "read-on",
        begin: Begin::Lesson("long"),
        screens: &[
            first("つづき 1/2 & 1段落目 & !終わりの段落"),
            step("Enter", "終わりの段落"),
            step("PgUp", "1段落目"),
            step("PgDn", "終わりの段落"),
            step("Enter", "今日の分は終わりました"),
        ],
        lines: &[first("1段落目 & 終わりの段落"), step("Enter", "今日の分は終わりました")],
        then: &[Truth::Record(READ, "long, more 0")],
    },
    Task {
        id: "read-more",
        begin: Begin::Lesson("long"),
        screens: &[
            first("1段落目 & !詳しい説明です"),
            step("o", "終わりの段落 & !詳しい説明です"),
            step("お", "詳しい説明です"),
            step("Enter", "今日の分は終わりました"),
        ],
        lines: &[first("!詳しい説明です"), step("お", "詳しい説明です"), step("Enter", "今日の分は終わりました")],
        then: &[Truth::Record(READ, "long, more 1")],
    },
    // -- 答える: 十の型、自信のあるときとないとき
    Task {
        id: "one-sure",
        begin: Begin::BehindPage("one"),
        screens: &[first("どうしますか"), step("2 Enter", "正解です")],
        lines: &[first("どうしますか"), step("2", "正解です")],
        then: &[answer(r#"one, right, sure, {"picked":[1]}"#), Truth::Record(DUE, "one: later")],
    },
    Task {
        id: "one-unsure",
        begin: Begin::BehindPage("one"),
        screens: &[first("どうしますか"), step("↓", "> 1"), step("0", "正解は & 感染する & もう一度")],
        lines: &[first("どうしますか"), step("1?", "正解は & 感染する & もう一度")],
        then: &[answer(r#"one, wrong, unsure, {"picked":[0]}"#), Truth::Record(DUE, "one: next day")],
    },
    Task {
        id: "case-sure",
        begin: Begin::BehindPage("case"),
        screens: &[first("最初の一手"), step("2 Enter", "正解です")],
        lines: &[first("最初の一手"), step("2", "正解です")],
        then: &[answer(r#"case, right, sure, {"picked":[1]}"#)],
    },
    Task {
        id: "case-unsure",
        begin: Begin::BehindPage("case"),
        screens: &[first("最初の一手"), step("3 0", "正解は & 裏で広がります")],
        lines: &[first("最初の一手"), step("3?", "正解は & 裏で広がります")],
        then: &[answer(r#"case, wrong, unsure, {"picked":[2]}"#)],
    },
    Task {
        id: "all-sure",
        begin: Begin::BehindPage("all"),
        screens: &[first("すべて選んで"), step("1 3 Enter", "正解です")],
        lines: &[first("すべて選んで"), step("1 3", "正解です")],
        then: &[answer(r#"all, right, sure, {"picked":[0,2]}"#)],
    },
    Task {
        id: "all-unsure",
        begin: Begin::BehindPage("all"),
        screens: &[first("すべて選んで"), step("2 0", "だます側に届きます")],
        lines: &[first("すべて選んで"), step("2?", "だます側に届きます")],
        then: &[answer(r#"all, wrong, unsure, {"picked":[1]}"#)],
    },
    Task {
        id: "true-false-sure",
        begin: Begin::BehindPage("true-false"),
        screens: &[first("上司の名前"), step("2 Enter", "正解です")],
        lines: &[first("上司の名前"), step("2", "正解です")],
        then: &[answer(r#"true_false, right, sure, {"picked":[1]}"#)],
    },
    Task {
        id: "true-false-unsure",
        begin: Begin::BehindPage("true-false"),
        screens: &[first("上司の名前"), step("1 0", "だれでも名乗れます")],
        lines: &[first("上司の名前"), step("1?", "だれでも名乗れます")],
        then: &[answer(r#"true_false, wrong, unsure, {"picked":[0]}"#)],
    },
    Task {
        id: "number-sure",
        begin: Begin::BehindPage("number"),
        screens: &[first("何分ですか"), step("３ Enter", "答え: ３"), slow("Enter", "正解です")],
        lines: &[first("何分ですか"), step("３", "答え: ３"), step("Enter", "正解です")],
        then: &[answer(r#"number, right, sure, {"number":"３"}"#)],
    },
    Task {
        id: "number-unsure",
        begin: Begin::BehindPage("number"),
        screens: &[first("何分ですか"), step("5分 Enter", "答え: 5分"), slow("0", "正解は「3分」")],
        lines: &[first("何分ですか"), step("5分", "答え: 5分"), step("0", "正解は「3分」")],
        then: &[answer(r#"number, wrong, unsure, {"number":"5分"}"#)],
    },
    Task {
        id: "typed-sure",
        begin: Begin::BehindPage("typed"),
        screens: &[first("何といいますか"), step("フィッシング Enter", "答え: フィ"), slow("Enter", "正解です")],
        lines: &[first("何といいますか"), step("フィッシング", "答え: フィ"), step("Enter", "正解です")],
        then: &[answer(r#"typed, right, sure, {"text":"フィッシング"}"#)],
    },
    Task {
        id: "typed-unsure",
        begin: Begin::BehindPage("typed"),
        screens: &[
            first("何といいますか"),
            step("スパ Enter", "答え: スパ"),
            slow("←", "入力を終える"),
            step("ム Enter", "答え: スパム"),
            slow("0", "正解は「フィッシングメール」"),
        ],
        lines: &[
            first("何といいますか"),
            step("スパ", "答え: スパ"),
            step("b", "答え & !自信あり"),
            step("スパム", "答え: スパム"),
            step("0", "正解は「フィッシングメール」"),
        ],
        then: &[answer(r#"typed, wrong, unsure, {"text":"スパム"}"#)],
    },
    Task {
        id: "cloze-sure",
        begin: Begin::BehindPage("cloze"),
        screens: &[
            first("いつ、どこへ"),
            step("開く Enter", "次の空欄"),
            step("窓口 Enter", "自信あり"),
            slow("Enter", "正解です"),
        ],
        lines: &[first("いつ、どこへ"), step("開く", "[1] 開く"), step("窓口", "[2] 窓口"), step("Enter", "正解です")],
        then: &[answer(r#"cloze, right, sure, {"blanks":["開く","窓口"]}"#)],
    },
    Task {
        id: "cloze-unsure",
        begin: Begin::BehindPage("cloze"),
        screens: &[first("いつ、どこへ"), step("消す Tab 窓口 Enter", "自信あり"), slow("0", "正解は")],
        lines: &[first("いつ、どこへ"), step("消す", "[1] 消す"), step("窓口", "[2] 窓口"), step("0", "正解は")],
        then: &[answer(r#"cloze, wrong, unsure, {"blanks":["消す","窓口"]}"#)],
    },
    Task {
        id: "order-sure",
        begin: Begin::BehindPage("order"),
        screens: &[first("順に並べて"), step("2 ↑ Enter", "1 手を止める & 自信あり"), step("Enter", "正解です")],
        lines: &[first("順に並べて"), step("2 1", "正解です")],
        then: &[answer(r#"order, right, sure, {"order":[0,1]}"#)],
    },
    Task {
        id: "order-unsure",
        begin: Begin::BehindPage("order"),
        screens: &[
            first("順に並べて"),
            step("Enter", "上下に動かして"),
            step("2 1", "1 手を止める & 自信あり"),
            step("0", "正解です"),
        ],
        lines: &[first("順に並べて"), step("Enter", "1回ずつ全部"), step("2 1?", "正解です")],
        then: &[answer(r#"order, right, unsure, {"order":[0,1]}"#)],
    },
    Task {
        id: "match-sure",
        begin: Begin::BehindPage("match"),
        screens: &[first("結んでください"), step("2 1 Enter", "正解です")],
        lines: &[first("結んでください"), step("1b 2a", "正解です")],
        then: &[answer(r#"match, right, sure, {"pairs":[[0,0],[1,1]]}"#)],
    },
    Task {
        id: "match-unsure",
        begin: Begin::BehindPage("match"),
        screens: &[first("結んでください"), step("1 2 0", "正しい組み合わせは")],
        lines: &[first("結んでください"), step("1a 2b?", "正解は 1b 2a です")],
        then: &[answer(r#"match, wrong, unsure, {"pairs":[[0,1],[1,0]]}"#)],
    },
    Task {
        id: "write-sure",
        begin: Begin::BehindPage("write"),
        screens: &[
            first("1文で書いて"),
            step("開いて止めました。 Enter", "これは答えの例です"),
            slow("1", "[x]"),
            step("2 Enter", "正解です"),
        ],
        lines: &[first("1文で書いて"), step("開いて止めました。", "これは答えの例です"), step("1 2", "正解です")],
        then: &[answer(r#"write, right, sure, {"checks":{"text":"開いて止めました。","met":[0,1]}}"#)],
    },
    Task {
        id: "write-unsure",
        begin: Begin::BehindPage("write"),
        screens: &[
            first("1文で書いて"),
            step("開きました。 Enter", "これは答えの例です"),
            slow("1", "[x]"),
            step("0", "あと1項目です"),
        ],
        lines: &[first("1文で書いて"), step("開きました。", "これは答えの例です"), step("1?", "あと1項目です")],
        then: &[answer(r#"write, wrong, unsure, {"checks":{"text":"開きました。","met":[0]}}"#)],
    },
    // -- 分からないとき、間違えたとき
    Task {
        id: "dont-know-number",
        begin: Begin::BehindPage("number"),
        screens: &[first("何分ですか"), step("? Enter", "自信あり"), slow("Enter", "正解は「3分」")],
        lines: &[first("何分ですか"), step("?", "正解は「3分」")],
        then: &[answer(r#"number, wrong, unsure, {"number":""}"#)],
    },
    Task {
        id: "dont-know-typed",
        begin: Begin::BehindPage("typed"),
        screens: &[first("何といいますか"), step("？ Enter", "自信あり"), slow("Enter", "フィッシングメール")],
        lines: &[first("何といいますか"), step("？", "フィッシングメール")],
        then: &[answer(r#"typed, wrong, unsure, {"text":""}"#)],
    },
    Task {
        id: "dont-know-cloze",
        begin: Begin::BehindPage("cloze"),
        screens: &[
            first("いつ、どこへ"),
            step("? Enter", "次の空欄"),
            step("? Enter", "自信あり"),
            slow("Enter", "正解は"),
        ],
        lines: &[first("いつ、どこへ"), step("?", "[2]"), step("?", "自信あり"), step("Enter", "正解は")],
        then: &[answer(r#"cloze, wrong, unsure, {"blanks":["",""]}"#)],
    },
    Task {
        id: "dont-know-write",
        begin: Begin::BehindPage("write"),
        screens: &[first("1文で書いて"), step("? Enter", "これは答えの例です"), slow("Enter", "あと2項目です")],
        lines: &[first("1文で書いて"), step("?", "これは答えの例です"), step("0", "あと2項目です")],
        then: &[answer(r#"write, wrong, unsure, {"checks":{"text":"","met":[]}}"#)],
    },
    Task {
        id: "hint-choice",
        begin: Begin::BehindPage("one"),
        screens: &[first("!開く前にできること"), step("i", "開く前にできること")],
        lines: &[first("!開く前にできること"), step("i", "開く前にできること")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "hint-typed",
        begin: Begin::BehindPage("typed"),
        screens: &[first("!釣りが語源"), step("フィ", "> フィ"), step("Tab", "釣りが語源 & > フィ")],
        lines: &[first("!釣りが語源"), step("i", "釣りが語源")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "take-back",
        begin: Begin::BehindPage("one"),
        screens: &[
            first("どうしますか"),
            step("1 Enter", "感染する"),
            step("u", "直前の答えを取り消しました & どうしますか"),
        ],
        lines: &[first("どうしますか"), step("1", "感染する"), step("u", "直前の答えを取り消しました & どうしますか")],
        then: &[answer(""), Truth::Record(DUE, ""), Truth::Record(SITTINGS, "1, left at 1")],
    },
    Task {
        id: "take-back-at-close",
        begin: Begin::Close("one"),
        screens: &[
            first("今日の分は終わりました"),
            step("u", "直前の答えを取り消しました & どうしますか"),
            step("2 Enter", "正解です"),
        ],
        lines: &[
            first("今日の分は終わりました"),
            step("u", "直前の答えを取り消しました & どうしますか"),
            step("2", "正解です"),
        ],
        then: &[
            answer(r#"one, right, sure, {"picked":[1]}"#),
            Truth::Record("select right || ' of ' || answers from session", "1 of 1"),
        ],
    },
    // -- やってみること
    Task {
        id: "promise-choose",
        begin: Begin::BehindPage("promise"),
        screens: &[
            first("どんな場面"),
            step("1", "急ぎの依頼が来たら、どうしますか"),
            step("1", "11月24日(火)"),
            slow("Enter", "今日の分は終わりました"),
        ],
        lines: &[
            first("どんな場面"),
            step("1", "急ぎの依頼が来たら、どうしますか"),
            step("1", "11月24日(火)"),
            step("Enter", "今日の分は終わりました"),
        ],
        then: &[Truth::Record(PROMISE, "急ぎの依頼が来たら、折り返し電話する。 (own 0, asked after 4 days)")],
    },
    Task {
        id: "promise-own",
        begin: Begin::BehindPage("promise"),
        screens: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("2", "内線で確かめる"),
            step("係長に聞く Enter", "「急ぎの依頼が来たら、係長に聞く。」"),
            slow("Enter", "今日の分は終わりました"),
        ],
        lines: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("2", "内線で確かめる"),
            step("係長に聞く", "「急ぎの依頼が来たら、係長に聞く。」"),
            step("Enter", "今日の分は終わりました"),
        ],
        then: &[Truth::Record(PROMISE, "急ぎの依頼が来たら、係長に聞く。 (own 1, asked after 4 days)")],
    },
    Task {
        id: "promise-rethink",
        begin: Begin::BehindPage("promise"),
        screens: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("1", "折り返し電話する。」"),
            step("←", "自分の言葉で書く"),
            step("←", "どんな場面"),
            step("2", "どうしますか"),
            step("1", "差出人を見る。」"),
            slow("Enter", "今日の分は終わりました"),
        ],
        lines: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("1", "折り返し電話する。」"),
            step("b", "自分の言葉で書く"),
            step("b", "どんな場面"),
            step("2", "どうしますか"),
            step("1", "差出人を見る。」"),
            step("Enter", "今日の分は終わりました"),
        ],
        then: &[Truth::Record(PROMISE, "添付が届いたら、差出人を見る。 (own 0, asked after 4 days)")],
    },
    Task {
        id: "promise-skip",
        begin: Begin::BehindPage("promise"),
        screens: &[first("どんな場面"), step("Enter", "1 から 2 の番号か、0"), step("0", "今日の分は終わりました")],
        lines: &[first("どんな場面"), step("Enter", "1 から 2 の番号か、0"), step("0", "今日の分は終わりました")],
        then: &[Truth::Record(PROMISE, ""), Truth::Record(SITTINGS, "1, finished")],
    },
    Task {
        id: "promise-reminded",
        begin: Begin::Promised,
        screens: &[first("本文です"), step("Enter", "折り返し電話する"), step("Enter", "今日の分は終わりました")],
        lines: &[first("本文です"), step("Enter", "折り返し電話する"), step("Enter", "今日の分は終わりました")],
        then: &[Truth::Record("select count(*) || ' open' from promise where is_closed = 0", "1 open")],
    },
    // -- その後
    Task {
        id: "after-nothing",
        begin: Begin::FollowUp,
        screens: &[first("その後 & !> "), step("Enter", "1、2、3、0 のどれか")],
        lines: &[first("その後"), step("Enter", "1、2、3、0 のどれか")],
        then: &[Truth::Record(FOLLOW_UP, "none, unknown minutes, open")],
    },
    Task {
        id: "after-did-it",
        begin: Begin::FollowUp,
        screens: &[
            first("その後"),
            step("↓", "> 1 やってみた"),
            step("Enter", "何分くらい"),
            step("Enter", "問いの前の本文です"),
        ],
        lines: &[first("その後"), step("1", "何分くらい"), step("Enter", "問いの前の本文です")],
        then: &[Truth::Record(FOLLOW_UP, "kept, unknown minutes, closed")],
    },
    Task {
        id: "after-minutes",
        begin: Begin::FollowUp,
        screens: &[first("その後"), step("1", "何分くらい"), step("１５ Enter", "問いの前の本文です")],
        lines: &[first("その後"), step("1", "何分くらい"), step("15分", "問いの前の本文です")],
        then: &[Truth::Record(FOLLOW_UP, "kept, 15.0 minutes, closed")],
    },
    Task {
        id: "after-slip",
        begin: Begin::FollowUp,
        screens: &[
            first("その後"),
            step("1", "何分くらい"),
            step("Esc", "その後 & !何分くらい"),
            step("2", "問いの前の本文です"),
        ],
        lines: &[
            first("その後"),
            step("1", "何分くらい"),
            step("b", "どうなりましたか"),
            step("2", "問いの前の本文です"),
        ],
        then: &[Truth::Record(FOLLOW_UP, "no_occasion, unknown minutes, closed")],
    },
    Task {
        id: "after-no-occasion",
        begin: Begin::FollowUp,
        screens: &[first("その後"), step("2", "問いの前の本文です")],
        lines: &[first("その後"), step("2", "問いの前の本文です")],
        then: &[Truth::Record(FOLLOW_UP, "no_occasion, unknown minutes, closed")],
    },
    Task {
        id: "after-not-yet",
        begin: Begin::FollowUp,
        screens: &[first("その後"), step("3", "問いの前の本文です")],
        lines: &[first("その後"), step("3", "問いの前の本文です")],
        then: &[
            Truth::Record(FOLLOW_UP, "not_kept, unknown minutes, open"),
            Truth::Record("select (ask_day - made_day) || ' days' from promise", "11 days"),
        ],
    },
    Task {
        id: "after-drop",
        begin: Begin::FollowUp,
        screens: &[first("その後"), step("0", "問いの前の本文です")],
        lines: &[first("その後"), step("0", "問いの前の本文です")],
        then: &[Truth::Record(FOLLOW_UP, "none, unknown minutes, closed")],
    },
    // -- 終わりの画面
    Task {
        id: "more",
        begin: Begin::Close("one"),
        screens: &[first("今日の分は終わりました"), step("+", "問いの前の本文です")],
        lines: &[first("今日の分は終わりました"), step("＋", "問いの前の本文です")],
        then: &[Truth::Record(SITTINGS, "1, finished / 3, left at 0")],
    },
    Task {
        id: "finish",
        begin: Begin::Close("one"),
        screens: &[first("今日の分は終わりました"), step("Enter", ENDS)],
        lines: &[first("今日の分は終わりました"), step("Enter", ENDS)],
        then: &[Truth::Record(SITTINGS, "1, finished")],
    },
    Task {
        id: "home-from-close",
        begin: Begin::Close("one"),
        screens: &[first("今日の分は終わりました"), step("b", "今日の3分")],
        lines: &[first("今日の分は終わりました"), step("b", "今日の3分")],
        then: &[Truth::Record(SITTINGS, "1, finished")],
    },
    // -- いつでも
    Task {
        id: "hide",
        begin: Begin::Lesson("text"),
        screens: &[
            first("本文です"),
            step("F12", "作業中 & !本文です"),
            step("Enter", "本文です"),
            step("Esc", ""),
            step("Esc", "作業中 & !本文です"),
            step("Enter", "本文です"),
        ],
        lines: &[first("本文です"), step("h", "作業中 & !本文です"), step("Enter", "本文です")],
        then: &[Truth::Record(SITTINGS, "1, left at 0")],
    },
    Task {
        id: "hide-page",
        begin: Begin::Lesson("long"),
        screens: &[
            first("つづき 1/2"),
            step("Enter", "終わりの段落"),
            step("F12", "作業中 & !段落"),
            step("Enter", "終わりの段落"),
            step("F1", "使い方"),
            step("Esc", "終わりの段落"),
        ],
        lines: &[
            first("終わりの段落"),
            step("h", "作業中 & !段落"),
            step("Enter", "終わりの段落"),
            step("?", "使い方"),
            step("Enter", "終わりの段落"),
        ],
        then: &[Truth::Record(SITTINGS, "1, left at 0")],
    },
    Task {
        id: "hide-own-words",
        begin: Begin::BehindPage("promise"),
        screens: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("2", "内線で確かめる"),
            step("係長に", "> 係長に"),
            step("F12", "作業中 & !係長"),
            step("Enter", "> 係長に"),
            step("聞く Enter", "「急ぎの依頼が来たら、係長に聞く。」"),
            slow("Enter", "今日の分は終わりました"),
        ],
        lines: &[
            first("どんな場面"),
            step("1", "どうしますか"),
            step("2", "内線で確かめる"),
            step("h", "作業中 & !内線"),
            step("Enter", "内線で確かめる"),
            step("係長に聞く", "「急ぎの依頼が来たら、係長に聞く。」"),
            step("Enter", "今日の分は終わりました"),
        ],
        then: &[Truth::Record(PROMISE, "急ぎの依頼が来たら、係長に聞く。 (own 1, asked after 4 days)")],
    },
    Task {
        id: "hide-minutes",
        begin: Begin::FollowUp,
        screens: &[
            first("その後"),
            step("1", "何分くらい"),
            step("F12", "作業中 & !その後"),
            step("Enter", "何分くらい"),
            step("5 Enter", "問いの前の本文です"),
        ],
        lines: &[
            first("その後"),
            step("1", "何分くらい"),
            step("h", "作業中 & !その後"),
            step("Enter", "何分くらい"),
            step("5", "問いの前の本文です"),
        ],
        then: &[Truth::Record(FOLLOW_UP, "kept, 5.0 minutes, closed")],
    },
    Task {
        id: "hide-list",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("F12", "作業中 & !正誤の題"),
            step("Enter", "正誤の題"),
            step("F1", "使い方"),
            step("Esc", "正誤の題"),
            step("4", "問いの前の本文です & 正誤の題"),
        ],
        lines: &[
            first("今日の3分"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("h", "作業中 & !正誤の題"),
            step("Enter", "正誤の題"),
            step("?", "使い方"),
            step("Enter", "正誤の題"),
            step("4", "問いの前の本文です & 正誤の題"),
        ],
        then: &[Truth::Record(FIRST_STEP, "read true-false")],
    },
    Task {
        id: "time-left",
        begin: Begin::BehindPage("one"),
        screens: &[first("どうしますか"), step("t", "残りは約")],
        lines: &[first("どうしますか"), step("t", "残りは約")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "full-width",
        begin: Begin::BehindPage("one"),
        screens: &[first("どうしますか"), step("２ ０", "正解です")],
        lines: &[first("どうしますか"), step("２？", "正解です")],
        then: &[answer(r#"one, right, unsure, {"picked":[1]}"#)],
    },
    Task {
        id: "kana",
        begin: Begin::BehindPage("one"),
        screens: &[
            first("どうしますか"),
            step("ふ", "日本語入力がオンのようです"),
            step("う", "取り消せる答えはありません"),
        ],
        lines: &[
            first("どうしますか"),
            step("ふ", "日本語入力がオンのようです"),
            step("う", "取り消せる答えはありません"),
        ],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "quit-at-home",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("q", ENDS)],
        lines: &[first("今日の3分"), step("q", ENDS)],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "quit-in-sitting",
        begin: Begin::Lesson("one"),
        screens: &[first("問いの前の本文です"), step("Enter", "どうしますか"), step("q", ENDS)],
        lines: &[first("問いの前の本文です"), step("Enter", "どうしますか"), step("q", ENDS)],
        then: &[Truth::Record(READ, "one, more 0"), Truth::Record(SITTINGS, "1, left at 1")],
    },
    Task {
        id: "quit-at-once",
        begin: Begin::BehindPage("typed"),
        screens: &[first("何といいますか"), step("フィ", "> フィ"), step("Ctrl+C", ENDS)],
        lines: &[first("何といいますか"), step("Ctrl+D", ENDS)],
        then: &[answer(""), Truth::Record(SITTINGS, "1, left at 1")],
    },
    // -- 教材一覧
    Task {
        id: "lesson-open",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("4", "問いの前の本文です & 正誤の題"),
        ],
        lines: &[
            first("今日の3分"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("4", "問いの前の本文です & 正誤の題"),
        ],
        then: &[Truth::Record(FIRST_STEP, "read true-false")],
    },
    Task {
        id: "lesson-other-role",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("l", "はじめのコース & ほかの対象の教材"),
            step("4", "推進リーダー"),
            step("2", "リーダーのコース & !はじめのコース"),
            step("1", "率いる題"),
            step("1", "リーダーの本文です"),
        ],
        lines: &[
            first("今日の3分"),
            step("l", "はじめのコース & ほかの対象の教材"),
            step("4", "推進リーダー"),
            step("2", "リーダーのコース & !はじめのコース"),
            step("1", "率いる題"),
            step("1", "リーダーの本文です"),
        ],
        then: &[Truth::Record(FIRST_STEP, "read leading"), Truth::Record(TRACK, "general")],
    },
    Task {
        id: "lesson-search",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("l", "はじめのコース"),
            step("/", "探す言葉"),
            step("率いる", "1 率いる題"),
            step("Enter", "リーダーの本文です"),
        ],
        lines: &[
            first("今日の3分"),
            step("l", "はじめのコース"),
            step("/率いる", "1 率いる題"),
            step("1", "リーダーの本文です"),
        ],
        then: &[Truth::Record(FIRST_STEP, "read leading")],
    },
    Task {
        id: "hide-search",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("l", "はじめのコース"),
            step("・", "探す言葉"),
            step("率", "1 率いる題"),
            step("F12", "作業中 & !題"),
            step("Enter", "> 率 & 1 率いる題"),
            step("い F1", "使い方 & !率い"),
            step("Esc", "> 率い & 1 率いる題"),
            step("Enter", "リーダーの本文です"),
        ],
        lines: &[
            first("今日の3分"),
            step("l", "はじめのコース"),
            step("・率い", "1 率いる題"),
            step("h", "作業中 & !題"),
            step("Enter", "1 率いる題"),
            step("1", "リーダーの本文です"),
        ],
        then: &[Truth::Record(FIRST_STEP, "read leading")],
    },
    // -- 設定
    Task {
        id: "set-minutes",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "学習の時間"), step("1", "10分"), step("4", "保存しました & 10分")],
        lines: &[first("今日の3分"), step("s", "学習の時間"), step("1", "10分"), step("4", "保存しました & 10分")],
        then: &[Truth::Record(MINUTES, "10")],
    },
    Task {
        id: "set-role",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "対象: 一般"),
            step("2", "推進"),
            step("2", "保存しました & 対象: 推進"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "対象: 一般"),
            step("2", "推進"),
            step("2", "保存しました & 対象: 推進"),
        ],
        then: &[Truth::Record(TRACK, "leader")],
    },
    Task {
        id: "set-language",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "表示の言語"), step("3", "English"), step("2", "Setting saved")],
        lines: &[first("今日の3分"), step("s", "表示の言語"), step("3", "English"), step("2", "Setting saved")],
        then: &[Truth::Record("select value from setting where key = 'language'", "en")],
    },
    Task {
        id: "set-timing",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "時間を計る: はい"), step("4", "いいえ"), step("2", "計る: いいえ")],
        lines: &[first("今日の3分"), step("s", "時間を計る: はい"), step("4", "いいえ"), step("2", "計る: いいえ")],
        then: &[Truth::Record("select value from setting where key = 'timed'", "no")],
    },
    Task {
        id: "set-colours",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "配色"), step("5", "暗い背景"), step("2", "配色: 暗い背景")],
        lines: &[first("今日の3分"), step("s", "配色"), step("5", "暗い背景"), step("2", "配色: 暗い背景")],
        then: &[Truth::Machine("theme = \"dark\"")],
    },
    Task {
        id: "set-marks",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "罫線と記号"), step("6", "半角の記号"), step("2", "記号: 半角")],
        lines: &[first("今日の3分"), step("s", "罫線と記号"), step("6", "半角の記号"), step("2", "記号: 半角")],
        then: &[Truth::Machine("marks = \"ascii\"")],
    },
    Task {
        id: "set-surface",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "表示のしかた"),
            step("7", "行モード"),
            step("2", "ここから行モードで"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "表示のしかた"),
            step("7", "行モード"),
            step("2", "表示のしかた: 行モード"),
        ],
        then: &[Truth::Machine("surface = \"lines\"")],
    },
    Task {
        id: "health",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "動作確認"),
            step("8", "動作確認 & sukima.db"),
            step("Enter", "表示の言語"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "動作確認"),
            step("8", "動作確認 & sukima.db"),
            step("Enter", "表示の言語"),
        ],
        then: &[Truth::NothingNew],
    },
];
