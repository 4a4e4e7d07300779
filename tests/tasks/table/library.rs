//! 教材一覧.

use crate::tasks::folder::Begin;
use crate::tasks::table::{FIRST_STEP, LAST_SITTINGS, TRACK, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
        id: "lesson-instead",
        begin: Begin::HomeAfterLeaving("one"),
        screens: &[
            first("前回の続きがあります"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("4", "途中だった学習は、ここまで & 問いの前の本文です"),
        ],
        lines: &[
            first("前回の続きがあります"),
            step("l", "問題のコース"),
            step("2", "正誤の題"),
            step("4", "途中だった学習は、ここまで & 問いの前の本文です"),
        ],
        then: &[Truth::Record(LAST_SITTINGS, "null / left")],
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
];
