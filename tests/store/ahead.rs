//! Answers that are kept before their verdict and folded behind it: whatever comes between loses nothing, counts nothing
//! twice, and is caught up with; and how little such an answer writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rstest::rstest;
use sukima::domain::event::NewEvent;
use sukima::domain::question::{Confidence, Verdict};
use sukima::store::Store;

use crate::store::given::{
    IDS, OTHER_IDS, a_folder, a_sitting, answered, elsewhere, finished, new, noon, question, read, right, set, started,
    two_steps, undone,
};
use crate::store::reading::everything;
use crate::support::whole_name;

const PLACE: &str = "SUKIMA_TEST_AHEAD";

/// An answer and its step in the sitting that `a_sitting` began last.
fn an_answer(id: u32) -> Vec<NewEvent> {
    let asked = question("safe-basics/mail", "m3kq");
    let verdict = Verdict::Right;
    vec![new(id, answered(&asked, verdict, Confidence::Sure)), new(id + 1, finished(2, 0, Some((id, verdict))))]
}

/// The meaning of the same facts, each folded as it came.
fn folded_at_once(batches: &[Vec<NewEvent>]) -> crate::store::oracle::Meaning {
    let mut store = Store::in_memory(IDS).unwrap();
    for batch in batches {
        store.append(&noon(), batch).unwrap();
    }
    everything(&store)
}

fn nothing_differs(store: &mut Store) {
    let report = store.rebuild().unwrap();
    assert!(report.tables.iter().all(|table| !table.differed), "{report:?}");
}

/// Run by the test below, in a process of its own: it dies between an answer and its folding.
#[test]
fn a_process_that_dies_before_it_folds() {
    let Ok(file) = std::env::var(PLACE) else { return };
    let mut store = Store::open(Path::new(&file), IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    store.append_ahead(&noon(), &an_answer(50)).unwrap();
    std::process::abort();
}

#[test]
fn an_answer_whose_program_died_before_it_was_folded_counts_once() {
    let (_folder, file) = a_folder();
    let status = Command::new(std::env::current_exe().unwrap())
        .arg("--exact")
        .arg(whole_name(module_path!(), "a_process_that_dies_before_it_folds"))
        .env(PLACE, &file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(!status.success(), "it died");
    for _ in 0..2 {
        let mut store = Store::open(&file, OTHER_IDS).unwrap();
        assert_eq!(store.event_count().unwrap(), 15);
        assert_eq!(everything(&store), folded_at_once(&[a_sitting(), an_answer(50)]));
        nothing_differs(&mut store);
    }
}

#[rstest]
#[case::another_answer(an_answer(60))]
#[case::a_reading(vec![new(60, read("b"))])]
#[case::its_undo(vec![new(60, undone(50)), new(61, undone(51))])]
#[case::another_target(vec![new(60, set("retention", "85"))])]
fn what_is_kept_behind_an_answer_that_is_not_folded_folds_it_first(#[case] next: Vec<NewEvent>) {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    store.append_ahead(&noon(), &an_answer(50)).unwrap();
    // Another window, which knows nothing of it.
    let mut other = Store::open(&file, IDS).unwrap();
    store.append_ahead(&noon(), &an_answer(54)).unwrap();
    other.append(&noon(), &next).unwrap();
    let expected = folded_at_once(&[a_sitting(), an_answer(50), an_answer(54), next]);
    assert_eq!(everything(&other), expected);
    assert_eq!(everything(&store), expected);
    store.fold().unwrap();
    assert_eq!(everything(&store), expected);
    nothing_differs(&mut store);
}

/// Another version of the program, open beside this one: its tables stand in the record, and its mark.
fn made_by_another_program(file: &Path) {
    let hand = rusqlite::Connection::open(file).unwrap();
    hand.execute_batch(
        "drop table memory; create table memory (lesson, other); update day_total set answers = answers + 100;
         update meta set value = '2-0' where key = 'projection_version';
         insert or replace into meta select 'folded', cast(max(arrival) as text) from event;",
    )
    .unwrap();
}

#[rstest]
#[case::an_answer(true, an_answer(60))]
#[case::an_answer_folded_at_once(false, an_answer(60))]
#[case::its_undo(false, vec![new(60, undone(50)), new(61, undone(51))])]
#[case::another_target(false, vec![new(60, set("retention", "85"))])]
fn nothing_is_folded_on_top_of_what_another_program_made(#[case] is_ahead: bool, #[case] next: Vec<NewEvent>) {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    store.append_ahead(&noon(), &an_answer(50)).unwrap();
    made_by_another_program(&file);
    if is_ahead {
        store.append_ahead(&noon(), &next).unwrap();
        made_by_another_program(&file);
        store.fold().unwrap();
    } else {
        store.append(&noon(), &next).unwrap();
    }
    assert_eq!(everything(&store), folded_at_once(&[a_sitting(), an_answer(50), next]));
    nothing_differs(&mut store);
}

#[test]
fn facts_of_another_device_are_joined_behind_an_answer_that_is_not_folded() {
    let mut store = Store::in_memory(IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    store.append_ahead(&noon(), &an_answer(50)).unwrap();
    assert_eq!(store.insert_foreign(&[elsewhere()]).unwrap(), 1);
    let answers = everything(&store).days[0].1.answers;
    assert_eq!(answers, 2, "the wrong one, and this one once");
    nothing_differs(&mut store);
}

#[test]
fn several_answers_are_caught_up_with_as_if_each_had_been_folded() {
    let batches = [
        a_sitting(),
        an_answer(50),
        vec![new(60, undone(50)), new(61, undone(51)), new(62, read("b"))],
        an_answer(70),
        vec![new(80, set("retention", "85")), new(81, right(&question("b", "c")))],
    ];
    let mut store = Store::in_memory(IDS).unwrap();
    for batch in &batches {
        store.append_ahead(&noon(), batch).unwrap();
    }
    store.fold().unwrap();
    assert_eq!(everything(&store), folded_at_once(&batches));
    nothing_differs(&mut store);
}

/// A page of the write-ahead log and what stands before it.
const FRAME_BYTES: u64 = 4096 + 24;
/// The leaf of the log, of its five indexes (one has two: the question and the sitting), and now and then a new page of
/// one of them.
const PAGES_AT_MOST: u64 = 9 * ANSWERS;
const ANSWERS: u64 = 40;

#[test]
fn an_answer_writes_the_log_and_its_indexes_and_nothing_else() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    let steps: Vec<_> = (0..40).flat_map(|number| two_steps(&question("a", &number.to_string()))).collect();
    store.append(&noon(), &[new(0, started(1, steps))]).unwrap();
    let log = file.with_extension("db-wal");
    let length = || fs::metadata(&log).unwrap().len();
    let mut pages = 0;
    for number in 1..=u32::try_from(ANSWERS).unwrap() {
        let asked = question("a", &number.to_string());
        let facts =
            [new(number * 2, right(&asked)), new(number * 2 + 1, finished(1, 0, Some((number * 2, Verdict::Right))))];
        let before = length();
        store.append_ahead(&noon(), &facts).unwrap();
        pages += (length() - before) / FRAME_BYTES;
        store.fold().unwrap();
    }
    assert!(pages > ANSWERS, "the log was not started again meanwhile");
    assert!(pages <= PAGES_AT_MOST, "{pages} pages for {ANSWERS} answers");
}
