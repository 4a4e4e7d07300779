//! What a learner can do: every row of `docs/tasks.md` done twice by the real program, on screens and in lines, with the
//! same truth in the record afterwards. The page and the tests are held to each other, row by row and key by key.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod doing;
mod folder;
mod page;
mod table;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread;

use doing::{Surface, done};
use folder::Folder;
use page::{Row, rows};
use table::{Step, Task, Truth, tasks};

/// Most of a task is waiting, so more of them than there are processors go on at once.
const WORKERS: usize = 4;

#[test]
fn every_task_is_done_on_screens_and_in_lines_with_the_same_truth_afterwards() {
    let (folder, rows) = (Folder::new(), rows());
    let waiting = Mutex::new(tasks());
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let Some(task) = waiting.lock().unwrap().next() else { return };
                    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| twice(task, &rows, &folder))) {
                        let said = panic.downcast_ref::<String>().cloned();
                        failed.lock().unwrap().push(format!("--- {}\n{}\n", task.id, said.unwrap_or_default()));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "{} of {} tasks:\n{}", failed.len(), tasks().count(), failed.concat());
}

fn twice(task: &Task, rows: &[Row], folder: &Folder) {
    let shown = [Surface::Screens, Surface::Lines].map(|surface| done(task, surface, folder));
    let row = rows.iter().find(|row| row.id == task.id);
    for said in row.iter().flat_map(|row| &row.said) {
        assert!(shown.iter().any(|shown| shown.contains(said)), "the page speaks of 「{said}」:\n{}", shown.join("\n"));
    }
}

#[test]
fn the_page_lists_the_tasks_that_are_done_here_key_by_key() {
    let rows = rows();
    let ids = |ids: &mut dyn Iterator<Item = &'static str>| ids.collect::<Vec<_>>();
    assert_eq!(ids(&mut rows.iter().map(|row| row.id)), ids(&mut tasks().map(|task| task.id)));
    for (row, task) in rows.iter().zip(tasks()) {
        assert_eq!(row.screens.join(" "), keys(task.screens).join(" "), "{}, on screens", task.id);
        assert_eq!(row.lines, keys(task.lines), "{}, in lines", task.id);
        for mark in &row.afterwards {
            assert!(task.then.iter().any(|truth| speaks_of(truth, mark)), "{}, afterwards: {mark}", task.id);
        }
        let is_nothing = task.then.iter().all(|truth| matches!(truth, Truth::NothingNew));
        assert_eq!(is_nothing, row.afterwards.is_empty(), "{}: {:?}", task.id, row.afterwards);
    }
}

fn keys(steps: &[Step]) -> Vec<&'static str> {
    steps.iter().map(|step| step.does).filter(|does| !does.is_empty()).collect()
}

fn speaks_of(truth: &Truth, mark: &str) -> bool {
    match truth {
        Truth::Record(sql, expected) => sql.contains(mark) || expected.contains(mark),
        Truth::Machine(line) => line.contains(mark),
        Truth::NothingNew => false,
    }
}
