//! その後.

use crate::tasks::folder::Begin;
use crate::tasks::table::{FOLLOW_UP, Task, Truth, first, step};

pub const TASKS: &[Task] = &[
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
];
