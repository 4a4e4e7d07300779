//! やってみること.

use crate::tasks::folder::Begin;
use crate::tasks::table::{PROMISE, SITTINGS, Task, Truth, first, slow, step};

pub const TASKS: &[Task] = &[
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
];
