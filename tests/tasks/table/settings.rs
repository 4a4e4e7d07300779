//! 設定.

use crate::tasks::folder::Begin;
use crate::tasks::table::{MINUTES, TRACK, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
        id: "set-workdays",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "勤務する曜日: 月〜金"),
            step("5", "土曜日: 休み"),
            step("6", "土曜日: 勤務 & 保存しました"),
            step("１", "月曜日: 休み"),
            step("Esc", "勤務する曜日: 火〜土"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "勤務する曜日: 月〜金"),
            step("5", "土曜日: 休み"),
            step("6 1", "土曜日: 勤務 & 月曜日: 休み"),
            step("0", "勤務する曜日: 火〜土"),
        ],
        then: &[Truth::Record(
            "select date(json_extract(body, '$.from') * 86400, 'unixepoch') || ' ' || json_extract(body, '$.weekdays') from event
             where kind = 'work_pattern_set' order by seq desc limit 1",
            "2026-11-20 [\"tue\",\"wed\",\"thu\",\"fri\",\"sat\"]",
        )],
    },
    Task {
        id: "set-retention",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "覚えている割合の目安: 90%"),
            step("6", "95%"),
            step("4", "保存しました & 目安: 95%"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "覚えている割合の目安: 90%"),
            step("6", "95%"),
            step("4", "保存しました & 目安: 95%"),
        ],
        then: &[Truth::Record("select value from setting where key = 'retention'", "95")],
    },
    Task {
        id: "fit",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "覚えている割合の目安"),
            step("6", "覚え方の計算: 標準"),
            step("5", "600件必要です"),
            step("Enter", "6 覚えている割合の目安: 90%"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "覚えている割合の目安"),
            step("6", "覚え方の計算: 標準"),
            step("5", "600件必要です"),
            step("Enter", "6 覚えている割合の目安: 90%"),
        ],
        then: &[Truth::NothingNew],
    },
    Task {
        id: "set-colours",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "配色"), step("7", "暗い背景"), step("2", "配色: 暗い背景")],
        lines: &[first("今日の3分"), step("s", "配色"), step("7", "暗い背景"), step("2", "配色: 暗い背景")],
        then: &[Truth::Machine("theme = \"dark\"")],
    },
    Task {
        id: "set-marks",
        begin: Begin::Home,
        screens: &[first("今日の3分"), step("s", "罫線と記号"), step("8", "半角の記号"), step("2", "記号: 半角")],
        lines: &[first("今日の3分"), step("s", "罫線と記号"), step("8", "半角の記号"), step("2", "記号: 半角")],
        then: &[Truth::Machine("marks = \"ascii\"")],
    },
    Task {
        id: "set-surface",
        begin: Begin::Home,
        screens: &[
            first("今日の3分"),
            step("s", "表示のしかた"),
            step("9", "行モード"),
            step("2", "ここから行モードで"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "表示のしかた"),
            step("9", "行モード"),
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
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("↓", "設定"),
            step("Enter", "動作確認 & sukima.db"),
            step("Enter", "表示の言語"),
        ],
        lines: &[
            first("今日の3分"),
            step("s", "動作確認"),
            step("10", "動作確認 & sukima.db"),
            step("Enter", "表示の言語"),
        ],
        then: &[Truth::NothingNew],
    },
];
