//! Facts folded into tables. A new last event is one step of its folds; a late or an undone one folds its subject and
//! its day from the beginning, with the same steps. Never decides what a fact means: `domain::fold` does.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::domain::day::Day;
use crate::domain::event::{Event, Fact, Subject};
use crate::domain::fold;
use crate::domain::id::EventId;
use crate::domain::memory::Scheduling;
use crate::store::{calendar, day_total, event, lesson_done, memory, promise, recall, session, setting};

/// Subjects and days that must be folded again.
#[derive(Default)]
pub(super) struct Touched {
    subjects: BTreeSet<Subject>,
    days: BTreeSet<Day>,
}

impl Touched {
    /// Notes what an event changes that came into the log just now. An undo changes what its target had changed; when
    /// the target is not here yet, it is born undone.
    pub(super) fn note(&mut self, connection: &Connection, event: &Event) -> rusqlite::Result<()> {
        match &event.fact {
            Fact::AnswerUndone(undone) => {
                if undo(connection, undone.target)?
                    && let Some(target) = event::find(connection, undone.target)?
                {
                    self.add(&target);
                }
            }
            _ => self.add(event),
        }
        Ok(())
    }

    fn add(&mut self, event: &Event) {
        self.subjects.extend(event.fact.subject());
        self.days.insert(event.moment.day);
    }

    pub(super) fn refold(&self, connection: &Connection) -> rusqlite::Result<()> {
        if self.subjects.contains(&Subject::Settings) {
            refold_settings(connection)?;
        }
        let scheduling = setting::scheduling(connection)?;
        for subject in &self.subjects {
            refold_subject(connection, subject, &scheduling)?;
        }
        for day in &self.days {
            let events = standing_events(connection, "day = ?1", day.0)?;
            day_total::put(connection, *day, fold::day(&events).as_ref())?;
        }
        Ok(())
    }
}

/// Whether an event changes the row of its own subject and of its day, and nothing else.
pub(super) fn is_one_step(event: &Event) -> bool {
    !matches!(event.fact, Fact::AnswerUndone(_) | Fact::SettingChanged(_))
}

/// Folds an event of this device that has just become the last one in order.
pub(super) fn add_last(connection: &Connection, event: &Event) -> rusqlite::Result<()> {
    if let Fact::AnswerUndone(_) = event.fact {
        let mut touched = Touched::default();
        touched.note(connection, event)?;
        return touched.refold(connection);
    }
    if is_undone(connection, event.id)? {
        return Ok(());
    }
    let day = event.moment.day;
    day_total::put(connection, day, fold::day_after(day_total::get(connection, day)?, event).as_ref())?;
    match event.fact.subject() {
        Some(Subject::Settings) => {
            let before = setting::scheduling(connection)?;
            setting::put(connection, &fold::settings(std::slice::from_ref(event)))?;
            follow_scheduling(connection, &before)
        }
        Some(Subject::Calendar) => calendar::put(connection, &fold::calendar_after(calendar::get(connection)?, event)),
        Some(Subject::Question(question)) => {
            let scheduling = setting::scheduling(connection)?;
            let state = fold::memory_after(memory::get(connection, &question)?, event, &scheduling);
            memory::put(connection, &question, state.as_ref())?;
            let before = recall::get(connection, &question)?;
            recall::replace(connection, &question, before.as_ref(), fold::recall_after(before.clone(), event).as_ref())
        }
        Some(Subject::Lesson(lesson)) => {
            let done = fold::lesson_after(lesson_done::get(connection, &lesson)?, event);
            lesson_done::put(connection, &lesson, done.as_ref())
        }
        Some(Subject::Promise(id)) => {
            let state = fold::promise_after(promise::get(connection, id)?, event);
            promise::put(connection, id, state.as_ref())
        }
        Some(Subject::Session(id)) => {
            let state = fold::session_after(session::get(connection, id)?, event);
            session::put(connection, id, state.as_ref())
        }
        None => Ok(()),
    }
}

/// Settings come before everything that they give a meaning to.
fn refold_settings(connection: &Connection) -> rusqlite::Result<()> {
    let before = setting::scheduling(connection)?;
    setting::clear(connection)?;
    setting::put(connection, &fold::settings(&standing_of(connection, &Subject::Settings)?))?;
    follow_scheduling(connection, &before)
}

/// Another target moves the days on which questions are due; other parameters are another reading of every answer.
fn follow_scheduling(connection: &Connection, before: &Scheduling) -> rusqlite::Result<()> {
    let now = setting::scheduling(connection)?;
    if now.parameters() != before.parameters() {
        return refold_memories(connection, &now);
    }
    if now.retention != before.retention {
        for (question, state) in memory::all(connection)? {
            memory::put(connection, &question, Some(&state.scheduled(&now)))?;
        }
    }
    Ok(())
}

fn refold_memories(connection: &Connection, scheduling: &Scheduling) -> rusqlite::Result<()> {
    for (question, _) in memory::all(connection)? {
        refold_subject(connection, &Subject::Question(question), scheduling)?;
    }
    Ok(())
}

/// The events about a subject that count, in order.
pub(super) fn standing_of(connection: &Connection, subject: &Subject) -> rusqlite::Result<Vec<Event>> {
    let mut events = standing_events(connection, "subject = ?1", subject.to_string())?;
    // Two questions may share a text (`a/b` of `c`, `a` of `b/c`), and a fact unknown here may stand beside them.
    events.retain(|event| event.fact.subject().as_ref() == Some(subject));
    Ok(events)
}

fn refold_subject(connection: &Connection, subject: &Subject, scheduling: &Scheduling) -> rusqlite::Result<()> {
    let events = standing_of(connection, subject)?;
    match subject {
        Subject::Settings => Ok(()),
        Subject::Calendar => calendar::put(connection, &fold::calendar(&events)),
        Subject::Question(question) => {
            memory::put(connection, question, fold::memory(&events, scheduling).as_ref())?;
            let before = recall::get(connection, question)?;
            recall::replace(connection, question, before.as_ref(), fold::recall(&events).as_ref())
        }
        Subject::Lesson(lesson) => lesson_done::put(connection, lesson, fold::lesson(&events).as_ref()),
        Subject::Promise(id) => promise::put(connection, *id, fold::promise(&events).as_ref()),
        Subject::Session(id) => session::put(connection, *id, fold::session(&events).as_ref()),
    }
}

/// The events that count, in order.
fn standing_events(
    connection: &Connection,
    condition: &str,
    value: impl rusqlite::ToSql,
) -> rusqlite::Result<Vec<Event>> {
    let columns = event::COLUMNS;
    connection
        .prepare_cached(&format!(
            "select {columns} from event
             where {condition} and not exists (select 1 from undone where undone.target = event.id)
             order by tick, device, seq"
        ))?
        .query_map([value], event::from_row)?
        .collect()
}

/// True when this is the target's first undo.
pub(super) fn undo(connection: &Connection, target: EventId) -> rusqlite::Result<bool> {
    let rows = connection
        .prepare_cached("insert into undone (target) values (?1) on conflict (target) do nothing")?
        .execute([target.bytes()])?;
    Ok(rows > 0)
}

fn is_undone(connection: &Connection, id: EventId) -> rusqlite::Result<bool> {
    connection.prepare_cached("select 1 from undone where target = ?1")?.exists([id.bytes()])
}
