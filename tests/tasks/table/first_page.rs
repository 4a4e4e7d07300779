//! On the first page.

use crate::folder::Begin;
use crate::table::{FIRST_STEP, LEAVE, MINUTES, SITTINGS, TRACK, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
        id: "six-questions",
        begin: Begin::Home,
        screens: &[
            first("はじめの6問（約1分）"),
            step("6", "1/6 & 見るのは"),
            step("1", "2/6"),
            step("2", "3/6"),
            step("←", "2/6"),
            step("3", "3/6"),
            step("1", "4/6"),
            step("2", "5/6 & いまの役割"),
            step("1", "6/6"),
            step("5", "おすすめ & 対象: 一般職員 & 1本目 今日の題"),
            step("Enter", "最初の3本を決めました & !はじめの6問（約1分）"),
        ],
        lines: &[
            first("はじめの6問（約1分）"),
            step("6", "1/6 & 見るのは"),
            step("1", "2/6"),
            step("2", "3/6"),
            step("b", "2/6"),
            step("3", "3/6"),
            step("1", "4/6"),
            step("2", "5/6 & いまの役割"),
            step("1", "6/6"),
            step("5", "おすすめ & 対象: 一般職員 & 1本目 今日の題"),
            step("Enter", "最初の3本を決めました & !はじめの6問（約1分）"),
        ],
        then: &[
            Truth::Record(TRACK, "general"),
            Truth::Record("select value from setting where key = 'first_lessons'", r#"["today","text","long"]"#),
        ],
    },
    Task {
        id: "six-questions-later",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("6", "1/6"), step("3", "2/6"), step("Esc", "今日の3分"), step("6", "2/6")],
        lines: &[first("今日の3分"), step("6", "1/6"), step("3", "2/6"), step("0", "今日の3分"), step("6", "2/6")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "progress",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("p", "進み具合 & はじめのコース"), step("Enter", "今日の3分")],
        lines: &[first("今日の3分"), step("p", "進み具合 & はじめのコース"), step("Enter", "今日の3分")],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "leave-today",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("p", "今日を休みにする"),
            step("1", "今日は登録した休みです"),
            step("Enter", "登録した休み"),
        ],
        lines: &[
            first("今日の3分"),
            step("p", "今日を休みにする"),
            step("1", "今日は登録した休みです"),
            step("Enter", "登録した休み"),
        ],
        then: &[Truth::Record(LEAVE, "day_off_declared")],
    },
    Task {
        id: "leave-taken-back",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("p", "今日を休みにする"),
            step("1", "今日の休みを取り消す"),
            step("1", "今日を休みにする & !登録した休み"),
        ],
        lines: &[
            first("今日の3分"),
            step("p", "今日を休みにする"),
            step("1", "今日の休みを取り消す"),
            step("1", "今日を休みにする & !登録した休み"),
        ],
        then: &[Truth::Record(LEAVE, "day_off_declared / day_off_withdrawn")],
    },
    Task {
        id: "help",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("?", "使い方 & F12"), step("Esc", "今日の3分"), step("F1", "使い方")],
        lines: &[first("今日の3分"), step("?", "使い方 & 取り消す"), step("Enter", "今日の3分")],
        then: &[Truth::NothingNew],
    },
];
