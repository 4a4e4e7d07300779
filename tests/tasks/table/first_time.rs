//! The first start.

use crate::tasks::folder::Begin;
use crate::tasks::table::{ANSWER, TRACK, Task, Truth, first, slow, step};

pub const TASKS: &[Task] = &[
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
];
