//! What answers show beyond their day: one row a question, and what all rows come to by day and by lesson, kept in step
//! by difference, so that a late or an undone answer changes them as a new one does. Never folds: `domain::recall` does.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::day::Day;
use crate::domain::id::{LessonId, QuestionRef};
use crate::domain::recall::Recall;
use crate::store::event::meaning;
use crate::store::{Store, StoreError};

impl Store {
    /// What a question's answers show; `None` when it was never answered.
    pub fn recall(&self, question: &QuestionRef) -> Result<Option<Recall>, StoreError> {
        self.read(|connection| get(connection, question))
    }
}

pub(super) fn get(connection: &Connection, question: &QuestionRef) -> rusqlite::Result<Option<Recall>> {
    connection
        .prepare_cached(
            "select last_day, is_held, was_wrong, long_gaps from recall where lesson = ?1 and question = ?2",
        )?
        .query_row(params![question.lesson.as_str(), question.question.as_str()], from_row)
        .optional()
}

/// Puts one row in place of another, or of none, and brings the sums along.
pub(super) fn replace(
    connection: &Connection,
    question: &QuestionRef,
    before: Option<&Recall>,
    after: Option<&Recall>,
) -> rusqlite::Result<()> {
    if before == after {
        return Ok(());
    }
    put(connection, question, after)?;
    let mut sums = Sums::default();
    sums.add(&question.lesson, before, -1);
    sums.add(&question.lesson, after, 1);
    sums.write(connection)
}

/// Writes every row of a rebuild, and the sums once.
pub(super) fn put_all(connection: &Connection, recalls: &BTreeMap<QuestionRef, Recall>) -> rusqlite::Result<()> {
    let mut sums = Sums::default();
    for (question, recall) in recalls {
        put(connection, question, Some(recall))?;
        sums.add(&question.lesson, Some(recall), 1);
    }
    sums.write(connection)
}

fn put(connection: &Connection, question: &QuestionRef, recall: Option<&Recall>) -> rusqlite::Result<()> {
    let (lesson, question) = (question.lesson.as_str(), question.question.as_str());
    match recall {
        Some(recall) => connection
            .prepare_cached(
                "insert or replace into recall (lesson, question, last_day, is_held, was_wrong, long_gaps)
                 values (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                lesson,
                question,
                recall.last_day.0,
                recall.is_held,
                recall.was_wrong,
                serde_json::to_string(&recall.long_gaps).expect("days and truths are what JSON can write"),
            ]),
        None => connection
            .prepare_cached("delete from recall where lesson = ?1 and question = ?2")?
            .execute(params![lesson, question]),
    }
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Recall> {
    Ok(Recall {
        last_day: Day(row.get(0)?),
        is_held: row.get(1)?,
        was_wrong: row.get(2)?,
        long_gaps: meaning(row, 3, |json| serde_json::from_str(json).ok())?,
    })
}

/// What is to be added to the sums.
#[derive(Default)]
struct Sums {
    /// Answers after a long gap, and the right ones.
    days: BTreeMap<Day, [i64; 2]>,
    /// Questions, those held, those set right.
    lessons: BTreeMap<LessonId, [i64; 3]>,
}

impl Sums {
    fn add(&mut self, lesson: &LessonId, recall: Option<&Recall>, sign: i64) {
        let Some(recall) = recall else { return };
        for gap in &recall.long_gaps {
            let [answers, right] = self.days.entry(gap.day).or_default();
            *answers += sign;
            *right += sign * i64::from(gap.is_right);
        }
        let [questions, held, set_right] = self.lessons.entry(lesson.clone()).or_default();
        *questions += sign;
        *held += sign * i64::from(recall.is_held);
        *set_right += sign * i64::from(recall.is_set_right());
    }

    /// A sum of nothing has no row.
    fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        for (day, [answers, right]) in self.days.iter().filter(|(_, sum)| **sum != [0; 2]) {
            connection
                .prepare_cached(
                    "insert into recall_day (day, answers, right) values (?1, ?2, ?3)
                     on conflict (day) do update set answers = answers + ?2, right = right + ?3",
                )?
                .execute(params![day.0, answers, right])?;
            connection.prepare_cached("delete from recall_day where day = ?1 and answers = 0")?.execute([day.0])?;
        }
        for (lesson, [questions, held, set_right]) in self.lessons.iter().filter(|(_, sum)| **sum != [0; 3]) {
            connection
                .prepare_cached(
                    "insert into lesson_recall (lesson, questions, held, set_right) values (?1, ?2, ?3, ?4)
                     on conflict (lesson) do update
                     set questions = questions + ?2, held = held + ?3, set_right = set_right + ?4",
                )?
                .execute(params![lesson.as_str(), questions, held, set_right])?;
            connection
                .prepare_cached("delete from lesson_recall where lesson = ?1 and questions = 0")?
                .execute([lesson.as_str()])?;
        }
        Ok(())
    }
}
