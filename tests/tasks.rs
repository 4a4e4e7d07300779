//! What a learner can do: every row of `docs/tasks.md` done twice by the real program, on screens and in lines, with the
//! same truth in the record afterwards; and no row without its task, no task without its row.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod support;

#[path = "tasks/doing.rs"]
mod doing;
#[path = "tasks/folder.rs"]
mod folder;
#[path = "tasks/table.rs"]
mod table;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use doing::{Surface, done};
use folder::Folder;
use table::TASKS;

/// Most of a task is waiting, so more of them than there are processors go on at once.
const WORKERS: usize = 4;

#[test]
fn every_task_is_done_on_screens_and_in_lines_with_the_same_truth_afterwards() {
    let folder = Folder::new();
    let jobs: Vec<_> = TASKS.iter().flat_map(|task| [(task, Surface::Screens), (task, Surface::Lines)]).collect();
    let jobs = Mutex::new(jobs.into_iter());
    let failures = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let Some((task, surface)) = jobs.lock().unwrap().next() else { return };
                    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| done(task, surface, &folder))) {
                        let said = panic.downcast_ref::<String>().cloned();
                        failures.lock().unwrap().push((task.id, surface, said.unwrap_or_default()));
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    let told: Vec<String> =
        failures.iter().map(|(id, surface, said)| format!("--- {id} ({surface:?})\n{said}\n")).collect();
    assert!(told.is_empty(), "{} of {} failed:\n{}", told.len(), 2 * TASKS.len(), told.concat());
}
