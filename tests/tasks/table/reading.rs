//! Reading a lesson.

use crate::folder::Begin;
use crate::table::{READ, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
];
