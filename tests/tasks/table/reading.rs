//! Reading a lesson.

use crate::tasks::folder::Begin;
use crate::tasks::table::{DUE, READ, Task, Truth, first, slow, step};

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
    Task {
        id: "read-find",
        begin: Begin::Lesson("long"),
        screens: &[
            first("1段落目 & !終わりの段落"),
            step("/", "探す"),
            step("終わり", "> 終わりの段落"),
            step("Enter", "次の場所"),
            step("Esc", "終わりの段落 & !探す & !次の場所"),
            step("Enter", "今日の分は終わりました"),
        ],
        lines: &[first("終わりの段落"), step("Enter", "今日の分は終わりました")],
        then: &[Truth::Record(READ, "long, more 0")],
    },
    Task {
        id: "known-already",
        begin: Begin::Lesson("known"),
        screens: &[
            first("k もう知っている"),
            step("k", "事前の確認 1/2 & 2問とも自信ありの正解で修了です"),
            step("2 Enter", "正解です"),
            slow("Enter", "事前の確認 2/2"),
            step("2 Enter", "この教材は修了です"),
            slow("Enter", "今日の分は終わりました"),
        ],
        lines: &[
            first("問いの前の本文です"),
            step("k", "事前の確認 1/2 & 2問とも自信ありの正解で修了です"),
            step("2", "正解です"),
            step("Enter", "事前の確認 2/2"),
            step("2", "この教材は修了です"),
            step("Enter", "今日の分は終わりました"),
        ],
        then: &[
            Truth::Record("select times || ' readings' from lesson_done", "0 readings"),
            Truth::Record("select kind from event where kind like 'lesson_%'", "lesson_passed"),
        ],
    },
    Task {
        id: "known-not-quite",
        begin: Begin::Lesson("known"),
        screens: &[
            first("k もう知っている"),
            step("k", "事前の確認 1/2"),
            step("1 0", "このあと、本文を読みます"),
            slow("Enter", "問いの前の本文です & !もう知っている"),
        ],
        lines: &[
            first("問いの前の本文です"),
            step("k", "事前の確認 1/2"),
            step("1?", "このあと、本文を読みます"),
            step("Enter", "問いの前の本文です & !もう知っている"),
        ],
        then: &[Truth::Record("select count(*) || '' from lesson_done", "0"), Truth::Record(DUE, "known: next day")],
    },
    Task {
        id: "word-meaning",
        begin: Begin::BehindPage("one"),
        screens: &[
            first("開いて確かめる"),
            step("g", "添付（てんぷ） & メールに付いてくる & !開いて確かめる"),
            step("Esc", "開いて確かめる"),
        ],
        lines: &[
            first("開いて確かめる"),
            step("用語", "添付（てんぷ） & メールに付いてくる"),
            step("Enter", "開いて確かめる"),
        ],
        then: &[Truth::NothingNew],
    },
];
