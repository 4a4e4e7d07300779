//! Courses with every lesson done, by their marks: what this copy noted, so that a plan need not ask again lesson by
//! lesson. No fact, and never believed for longer than it holds: it goes with the first lesson that is no longer done.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::domain::id::{CourseMark, LessonId};
use crate::store::{Operation, Store, StoreError, lesson_done, meta};

const KEY: &str = "finished_courses";
/// More than any library has; beyond it, nothing new is noted.
const MARKS_AT_MOST: usize = 4_096;

impl Store {
    /// The courses that are noted. One that is missing may be finished as well.
    pub fn finished_courses(&self) -> Result<BTreeSet<CourseMark>, StoreError> {
        self.read(noted)
    }

    /// Notes those courses of which every lesson is done.
    pub fn note_finished_courses(&mut self, courses: &[(CourseMark, Vec<LessonId>)]) -> Result<(), StoreError> {
        self.write(Operation::Append, |transaction| {
            let mut marks = noted(transaction)?;
            for (mark, lessons) in courses {
                if marks.len() < MARKS_AT_MOST && are_done(transaction, lessons)? {
                    marks.insert(*mark);
                }
            }
            let digits: Vec<String> = marks.iter().map(|mark| format!("{:016x}", mark.0)).collect();
            Ok(meta::set(transaction, KEY, &digits.join(" "))?)
        })
    }
}

/// A lesson is no longer done.
pub(super) fn forget(connection: &Connection) -> rusqlite::Result<()> {
    connection.prepare_cached("delete from meta where key = ?1")?.execute(params![KEY]).map(|_| ())
}

/// What does not look like a mark, nobody here has written; the lessons are asked instead.
fn noted(connection: &Connection) -> rusqlite::Result<BTreeSet<CourseMark>> {
    let digits = meta::value(connection, KEY)?.unwrap_or_default();
    Ok(digits.split(' ').filter_map(|digits| u64::from_str_radix(digits, 16).ok().map(CourseMark)).collect())
}

fn are_done(connection: &Connection, lessons: &[LessonId]) -> rusqlite::Result<bool> {
    for lesson in lessons {
        if !lesson_done::is_done(connection, lesson)? {
            return Ok(false);
        }
    }
    Ok(true)
}
