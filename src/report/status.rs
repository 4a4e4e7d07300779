//! `status`: one set of figures, as lines and as JSON. It counts nothing itself.

use serde_json::{Value, json};

use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::i18n::command::Tell;

/// Every figure that `status` tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub today: Day,
    pub is_trial: bool,
    pub streak: u32,
    pub spare_days: u32,
    pub put_aside: Option<u32>,
    /// The day on which a close brings it back.
    pub restore_day: Day,
    /// The day of the newest fact, when the clock stands before it.
    pub clock_is_behind: Option<Day>,
    pub days_studied: u32,
    pub answers: u32,
    pub right: u32,
    pub sure_wrong: u32,
    /// Different lessons read.
    pub lessons_done: u32,
    /// Sittings closed at their last step.
    pub sessions: u32,
    pub study_ms: u64,
    /// Different questions answered at least once.
    pub questions_met: u64,
    pub due_today: u32,
    pub next_due: Option<Day>,
    pub promises_made: u32,
    pub promises_kept: u32,
    pub promises_open: u32,
    pub events: u64,
}

/// The figures as JSON; days are ISO dates.
pub fn json(status: &Status) -> Value {
    json!({
        "format": 1,
        "day": status.today.iso(),
        "trial": status.is_trial,
        "streak": { "length": status.streak, "spare": status.spare_days, "put_aside": status.put_aside },
        "days_studied": status.days_studied,
        "answers": status.answers,
        "right": status.right,
        "sure_wrong": status.sure_wrong,
        "lessons_done": status.lessons_done,
        "sessions": status.sessions,
        "study_ms": status.study_ms,
        "questions_met": status.questions_met,
        "due_today": status.due_today,
        "next_due": status.next_due.map(Day::iso),
        "promises": { "made": status.promises_made, "kept": status.promises_kept, "open": status.promises_open },
        "events": status.events,
    })
}

/// The figures as sentences. What is due today has no number: a backlog helps nobody.
pub fn lines(status: &Status, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if status.is_trial {
        lines.push(Tell::Trial);
    }
    lines.push(Tell::StatusTitle { day: status.today });
    lines.extend(status.clock_is_behind.map(|newest| Tell::ClockIsBehind { newest }));
    lines.push(Tell::Streak { length: status.streak, spare: status.spare_days });
    let restored_later = Some(status.restore_day).filter(|day| *day != status.today);
    lines.extend(status.put_aside.map(|length| Tell::PutAside { length, day: restored_later }));
    lines.push(Tell::Days { days: status.days_studied });
    lines.push(Tell::Answers { answers: status.answers, right: status.right, sure_wrong: status.sure_wrong });
    lines.push(Tell::Lessons { done: status.lessons_done });
    lines.push(Tell::Sessions { sessions: status.sessions, minutes: status.study_ms.div_ceil(60_000) });
    lines.push(Tell::Promises { made: status.promises_made, kept: status.promises_kept, open: status.promises_open });
    lines.push(Tell::Due { today: status.due_today, next: status.next_due });
    lines.iter().map(|line| line.in_language(language)).collect()
}
