//! The page at the end of a sitting.

use crate::tasks::folder::Begin;
use crate::tasks::table::{ENDS, SITTINGS, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
];
