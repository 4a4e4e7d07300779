//! Not knowing, and slips.

use crate::tasks::folder::Begin;
use crate::tasks::table::{DUE, SITTINGS, Task, Truth, answer, first, slow, step};

pub const TASKS: &[Task] = &[
    Task {
        id: "dont-know-one",
        begin: Begin::BehindPage("one"),
        screens: &[first("どうしますか & 分からない"), step("0", "正解は 2 & もう一度")],
        lines: &[first("どうしますか"), step("0", "正解は")],
        then: &[answer(r#"one, wrong, unsure, {"picked":[]}"#), Truth::Record(DUE, "one: next day")],
    },
    Task {
        id: "dont-know-all",
        begin: Begin::BehindPage("all"),
        screens: &[first("すべて選んで & 分からない"), step("0", "正解は")],
        lines: &[first("すべて選んで"), step("0", "正解は")],
        then: &[answer(r#"all, wrong, unsure, {"picked":[]}"#)],
    },
    Task {
        id: "dont-know-true-false",
        begin: Begin::BehindPage("true-false"),
        screens: &[first("分からない"), step("0", "正解は")],
        lines: &[first("正しい"), step("0", "正解は")],
        then: &[answer(r#"true_false, wrong, unsure, {"picked":[]}"#)],
    },
    Task {
        id: "dont-know-order",
        begin: Begin::BehindPage("order"),
        screens: &[first("順に並べて & 分からない"), step("0", "正しい順")],
        lines: &[first("順に並べて"), step("0", "正解は 2 1 の順")],
        then: &[answer(r#"order, wrong, unsure, {"order":[]}"#)],
    },
    Task {
        id: "dont-know-match",
        begin: Begin::BehindPage("match"),
        screens: &[first("結んでください & 分からない"), step("0", "正しい組み合わせ")],
        lines: &[first("結んでください"), step("0", "正解は 1b 2a")],
        then: &[answer(r#"match, wrong, unsure, {"pairs":[]}"#)],
    },
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
            // The footer says 次の空欄 before and after it, so that there is nothing to wait for but rest.
            step("? Enter", ""),
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
];
