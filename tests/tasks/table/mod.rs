//! Every task that a learner can do today, as keys on screens and as replies in lines, with what is true afterwards.
//! Its rows are those of `docs/tasks.md`.

mod answering;
mod any_time;
mod closing;
mod first_page;
mod first_time;
mod following_up;
mod library;
mod promising;
mod reading;
mod settings;
mod slips;

use crate::tasks::folder::Begin;

/// One key or a few, or one reply, and what is seen then.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Names of keys as a page would write them, and text that is typed; in lines one whole reply.
    pub does: &'static str,
    /// Words that stand there then: all of `a & b & !c`, but not `c`.
    pub sees: &'static str,
    /// The page has only just come up, and a key may be too early.
    pub is_patient: bool,
}

/// Instead of words: the program has ended, with all kept.
pub const ENDS: &str = "(ends)";

const fn step(does: &'static str, sees: &'static str) -> Step {
    Step { does, sees, is_patient: false }
}

/// A key on a page that waits a moment before it takes one.
const fn slow(does: &'static str, sees: &'static str) -> Step {
    Step { does, sees, is_patient: true }
}

/// What the task begins with.
const fn first(sees: &'static str) -> Step {
    step("", sees)
}

/// What is true afterwards.
#[derive(Clone, Copy, Debug)]
pub enum Truth {
    /// One column of text out of the record, its rows with ` / ` between.
    Record(&'static str, &'static str),
    /// A line of `settings.toml`.
    Machine(&'static str),
    /// The record has no fact more than before.
    NothingNew,
}

pub struct Task {
    pub id: &'static str,
    pub begin: Begin,
    pub screens: &'static [Step],
    pub lines: &'static [Step],
    pub then: &'static [Truth],
}

/// The answer that counts: its type, verdict and confidence, and what was answered.
const ANSWER: &str = "select json_extract(body, '$.type') || ', ' || json_extract(body, '$.verdict') || ', '
    || json_extract(body, '$.confidence') || ', ' || json_extract(body, '$.response')
    from event where kind = 'question_answered' and id not in (select target from undone)";

const fn answer(expected: &'static str) -> Truth {
    Truth::Record(ANSWER, expected)
}

const TRACK: &str = "select value from setting where key = 'track'";
const MINUTES: &str = "select value from setting where key = 'minutes'";
const PROMISE: &str = "select sentence || ' (own ' || json_extract(body, '$.own') || ', asked after '
    || (ask_day - made_day) || ' days)' from promise, event where kind = 'promise_made'";
const FOLLOW_UP: &str = "select coalesce(outcome, 'none') || ', ' || coalesce(minutes_saved, 'unknown') || ' minutes'
    || case is_closed when 1 then ', closed' else ', open' end from promise";
const SITTINGS: &str =
    "select minutes || coalesce(', ' || closed, ', left at ' || next_step) from session order by tick";
const LEAVE: &str = "select kind from event where kind like 'day_off%' order by tick";
const LAST_SITTINGS: &str = "select coalesce(closed, 'null') from session order by tick desc limit 2";
const FIRST_STEP: &str = "select json_extract(steps, '$[0].kind') || ' ' || json_extract(steps, '$[0].lesson')
    from session join session_steps on session_steps.session = session.id order by tick";
const READ: &str = "select json_extract(body, '$.lesson') || ', more ' || json_extract(body, '$.detail_opened')
    from event where kind = 'lesson_read'";
const DUE: &str = "select lesson || iif(due_day = last_day + 1, ': next day', ': later') from memory";

/// Which keys a person presses for each task, and which replies are typed, in the order of the page.
pub fn tasks() -> impl Iterator<Item = &'static Task> {
    [
        first_time::TASKS,
        first_page::TASKS,
        reading::TASKS,
        answering::TASKS,
        slips::TASKS,
        promising::TASKS,
        following_up::TASKS,
        closing::TASKS,
        any_time::TASKS,
        library::TASKS,
        settings::TASKS,
    ]
    .into_iter()
    .flatten()
}
