//! Rows and steps of SQLite, which no neighbour changes: what the program reads for each job, by the very statements
//! that it reads with, beside what there is to read.

use rusqlite::types::Value;
use rusqlite::{Connection, StatementStatus};
use sukima::store::statistics::{Bounds, Reading, readings};

use crate::work::{DUE_AT_MOST, Learner};

/// Steps of SQLite's machine that a row may take.
const STEPS_OF_ROW: u64 = 20;

/// Lessons read last that a plan looks at.
const READ_LAST: i64 = 64;

/// Prints each count; whether all are what they may be.
pub fn hold(learners: &[Learner]) -> bool {
    let mut holds = true;
    for learner in learners {
        let connection = Connection::open(&learner.file).expect("the record was made a moment ago");
        let count = |table: &str| -> u64 {
            let sql = format!("select count(*) from {table}");
            connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).expect("the table is there").unsigned_abs()
        };
        let (days, lessons) = (count("day_total"), count("lesson_done") + count("lesson_recall"));
        let kept = count("promise where outcome = 'kept'");
        for Reading { name, sql, bounds } in readings() {
            let limit = if name == "due queue" { DUE_AT_MOST } else { learner.due_at_most() };
            let (from, to) = (i64::from(i32::MIN), i64::from(learner.today.0));
            let values: Vec<Value> = match bounds {
                Bounds::Days => vec![from.into(), to.into()],
                Bounds::Due => vec![to.into(), i64::try_from(limit).expect("a limit is small").into()],
                Bounds::AtMost => vec![READ_LAST.into()],
                Bounds::Lessons => Vec::new(),
            };
            let most = match bounds {
                Bounds::Days => days,
                Bounds::Due => limit as u64,
                Bounds::AtMost => READ_LAST.unsigned_abs(),
                Bounds::Lessons => lessons + kept,
            };
            let mut statement = connection.prepare(&sql).expect("the program reads with it");
            let rows = statement
                .query_map(rusqlite::params_from_iter(values), |_| Ok(()))
                .expect("it has these values")
                .count();
            let steps = u64::from(statement.get_status(StatementStatus::VmStep).unsigned_abs());
            let scanned = statement.get_status(StatementStatus::FullscanStep).unsigned_abs();
            // What has no first or last row to seek is read from its beginning, and no further than it may.
            let may_scan = match bounds {
                Bounds::Days | Bounds::Due => 0,
                Bounds::AtMost | Bounds::Lessons => most,
            };
            let is_met = rows as u64 <= most && steps <= STEPS_OF_ROW * (most + 1) && u64::from(scanned) <= may_scan;
            holds &= is_met;
            println!(
                "{}  {} answers, {name}: {rows} rows of at most {most} ({bounds:?}), {steps} steps of at most {}, {scanned} scanned",
                if is_met { "ok  " } else { "FAIL" },
                learner.answers,
                STEPS_OF_ROW * (most + 1),
            );
        }
    }
    holds
}
