//! The record as a file: what opens, what is left alone, what two windows do to each other, what survives.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rstest::rstest;
use rusqlite::Connection;
use sukima::domain::day::Day;
use sukima::domain::event::{Closing, Event, Fact, NewEvent, Outcome};
use sukima::domain::id::{DeviceId, SessionId};
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, Verdict};
use sukima::store::{Draft, ForeignFile, Journal, NewIds, Store, StoreError, StorePlace, Unfit};
use tempfile::TempDir;

use crate::given::{
    IDS, answered, asked, closed, event_id, finished, moment, new, promise_id, promised, question, read, right,
    session_id, set, started, two_steps, undone,
};
use crate::reading::everything;

const TODAY: i32 = 20_779;
const OTHER_IDS: NewIds = NewIds { learner: [9; 16], device: DeviceId([0xee; 16]) };

fn a_folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("profile").join("sukima.db");
    (folder, file)
}

fn noon() -> Moment {
    moment(TODAY, 43_200_000)
}

/// A sitting with everything in it.
fn a_sitting() -> Vec<NewEvent> {
    let first = question("safe-basics/mail", "m3kq");
    vec![
        new(1, set("track", "general")),
        new(2, started(1, two_steps(&first))),
        new(3, answered(&first, Verdict::Wrong, Confidence::Sure)),
        new(4, finished(1, 0, Some((3, Verdict::Wrong)))),
        new(5, read("safe-basics/mail")),
        new(6, promised(1, "safe-basics/mail", TODAY + 5)),
        new(7, asked(1, Outcome::NotKept, Some(2.5), Some(TODAY + 9))),
        new(8, started(2, two_steps(&first))),
        new(9, closed(1, Closing::Finished, Some(TODAY + 1))),
        new(10, right(&first)),
        new(11, undone(10)),
    ]
}

fn a_record(file: &Path) {
    Store::open(file, IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
}

/// Every file below a folder with its bytes.
fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(bytes_below(&path));
        } else {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    files
}

/// Every projection as text, read by another hand than the store's.
fn dump(file: &Path) -> String {
    let connection = Connection::open(file).unwrap();
    let mut text = String::new();
    for table in ["undone", "setting", "memory", "day_total", "lesson_done", "promise", "session"] {
        let mut statement = connection.prepare(&format!("select * from {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<_> = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
            text.push_str(&format!("{table}: {}\n", cells.join(" | ")));
        }
    }
    text
}

#[rstest]
#[case(Journal::Wal, "wal")]
#[case(Journal::Truncate, "truncate")]
fn what_was_kept_is_there_after_reopening(#[case] journal: Journal, #[case] mode: &str) {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal };
    let mut store = Store::open_at(place.clone(), IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let health = store.health().unwrap();
    assert_eq!((health.journal_mode.as_str(), health.synchronous), (mode, 2), "2 is full");
    let (events, meaning) = (store.events().unwrap(), everything(&store));
    drop(store);

    let store = Store::open_at(place, OTHER_IDS).unwrap();
    assert_eq!(store.device(), IDS.device, "an existing record keeps its own ids");
    assert_eq!(store.learner(), "07070707-0707-0707-0707-070707070707");
    assert_eq!(store.events().unwrap(), events);
    assert_eq!(store.event(event_id(3)).unwrap().as_ref(), Some(&events[2]));
    assert_eq!(everything(&store), meaning);
    assert_eq!(store.open_session().unwrap().map(|session| session.id), Some(session_id(2)));
    assert_eq!(store.promises_open().unwrap()[0].ask_day, Day(TODAY + 9));
    assert!(!store.is_read_only());
}

#[test]
fn an_event_reads_back_as_it_was_written() {
    let mut store = Store::in_memory(IDS).unwrap();
    let odd = Moment { offset_minutes: -570, zone: None, ..noon() };
    let told = NewEvent { session: Some(session_id(1)), ..new(1, right(&question("a", "b"))) };
    store.append(&odd, std::slice::from_ref(&told)).unwrap();
    let minute_of_day = u16::try_from((odd.utc_ms / 60_000 - 570).rem_euclid(1440)).unwrap();
    let expected = Event {
        id: told.id,
        device: IDS.device,
        seq: 1,
        tick: odd.utc_ms,
        moment: Moment { minute_of_day, ..odd },
        subject: "question:a/b".to_owned(),
        session: Some(SessionId([1; 16])),
        fact: told.fact,
    };
    assert_eq!(store.event(event_id(1)).unwrap(), Some(expected));
}

#[test]
fn a_clock_set_back_changes_no_order() {
    let mut store = Store::in_memory(IDS).unwrap();
    store.append(&moment(TODAY, 5_000), &[new(1, set("track", "general"))]).unwrap();
    store.append(&moment(TODAY - 30, 0), &[new(2, set("track", "leader"))]).unwrap();
    assert_eq!(store.settings().unwrap()["track"], "leader");
    let ticks: Vec<i64> = store.events().unwrap().iter().map(|event| event.tick).collect();
    assert_eq!(ticks, [moment(TODAY, 5_000).utc_ms, moment(TODAY, 5_000).utc_ms + 1]);
}

#[rstest]
#[case::empty(b"".to_vec(), ForeignFile::Empty)]
#[case::text("すきま学習の記録\n".repeat(100).into_bytes(), ForeignFile::NotADatabase)]
#[case::the_first_bytes_of_a_database(b"SQLite format 3\0".to_vec(), ForeignFile::NotADatabase)]
fn a_foreign_file_is_left_alone(#[case] bytes: Vec<u8>, #[case] expected: ForeignFile) {
    let (folder, file) = a_folder();
    fs::create_dir(file.parent().unwrap()).unwrap();
    fs::write(&file, &bytes).unwrap();
    let error = Store::open(&file, IDS).err().unwrap();
    assert!(matches!(&error, StoreError::Foreign { found, .. } if *found == expected), "{error}");
    assert_eq!(bytes_below(folder.path()), BTreeMap::from([(file, bytes)]));
}

#[rstest]
#[case(0)]
#[case(0x0f05_5112)]
fn a_database_of_another_program_is_left_alone(#[case] application: i32) {
    let (folder, file) = a_folder();
    fs::create_dir(file.parent().unwrap()).unwrap();
    let other = Connection::open(&file).unwrap();
    other.pragma_update(None, "application_id", application).unwrap();
    other.execute_batch("pragma journal_mode = wal; create table event (id); insert into event values (1);").unwrap();
    other.close().unwrap();
    let before = bytes_below(folder.path());
    let error = Store::open(&file, IDS).err().unwrap();
    assert!(matches!(error, StoreError::Foreign { found: ForeignFile::OtherApplication(id), .. } if id == application));
    assert_eq!(bytes_below(folder.path()), before);
}

#[rstest]
#[case(Journal::Wal)]
#[case(Journal::Truncate)]
fn a_newer_record_is_read_and_never_written(#[case] journal: Journal) {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal };
    Store::open_at(place.clone(), IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let later_program = Connection::open(&file).unwrap();
    later_program.pragma_update(None, "user_version", 7).unwrap();
    later_program.close().unwrap();
    let before = fs::read(&file).unwrap();

    let mut store = Store::open_at(place, IDS).unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.event_count().unwrap(), 11);
    assert_eq!(store.lessons_done().unwrap().len(), 1);
    let refusals = [
        store.append(&noon(), &[new(50, set("track", "leader"))]).err(),
        store.rebuild().err(),
        store.mark_trial().err(),
        store.insert_foreign(&[]).err(),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Some(StoreError::NewerThanProgram { found: 7, known: 1, .. })), "{refusal:?}");
    }
    store.checkpoint().unwrap();
    assert_eq!(store.health().unwrap().schema_version, 7);
    drop(store);
    assert!(fs::read(&file).unwrap() == before, "a byte of the newer file changed");
}

#[test]
fn a_newer_record_with_unknown_tables_says_that_it_is_newer() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let later_program = Connection::open(&file).unwrap();
    later_program.execute_batch("drop table memory; pragma user_version = 2;").unwrap();
    later_program.close().unwrap();
    let store = Store::open(&file, IDS).unwrap();
    assert!(matches!(store.due_count(Day(TODAY)), Err(StoreError::NewerThanProgram { found: 2, known: 1, .. })));
}

#[test]
fn a_write_protected_file_is_read_and_never_written() {
    let (_folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal: Journal::Truncate };
    Store::open_at(place.clone(), IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    if fs::File::options().write(true).open(&file).is_ok() {
        return; // An account that may write everything (root) cannot be refused.
    }
    let mut store = Store::open_at(place, IDS).unwrap();
    assert!(store.is_read_only());
    assert_eq!(store.event_count().unwrap(), 11);
    assert!(matches!(store.mark_trial(), Err(StoreError::ReadOnly { .. })));
}

#[test]
fn a_place_that_cannot_hold_a_record_is_told_as_such() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a file"), "x").unwrap();
    fs::create_dir(folder.path().join("sukima.db")).unwrap();
    let mut impossible = vec![folder.path().join("a file").join("sukima.db"), folder.path().join("sukima.db")];
    if cfg!(target_os = "linux") {
        impossible.push("/proc/self/sukima.db".into()); // Not even root makes a file there.
        impossible.push("/proc/self/profile/sukima.db".into());
    }
    #[cfg(unix)]
    {
        let closed = folder.path().join("closed");
        fs::create_dir(&closed).unwrap();
        fs::set_permissions(&closed, std::os::unix::fs::PermissionsExt::from_mode(0o500)).unwrap();
        if fs::write(closed.join("probe"), "x").is_err() {
            impossible.push(closed.join("sukima.db"));
        }
    }
    for file in impossible {
        let error = Store::open(&file, IDS).err().unwrap();
        assert!(matches!(error, StoreError::CannotOpen { .. }), "{error:?}");
        assert_eq!(error.path(), file);
        assert_eq!(error.code(), "cannot-open");
    }
}

#[cfg(unix)]
#[test]
fn only_this_account_can_read_what_is_made() {
    use std::os::unix::fs::PermissionsExt;

    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    for entry in fs::read_dir(file.parent().unwrap()).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

#[test]
fn a_record_appears_whole_and_alone() {
    let (_folder, file) = a_folder();
    drop(Store::open(&file, IDS).unwrap());
    let names: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["sukima.db"]);
    let file_says = Connection::open(&file).unwrap();
    let number = |name: &str| file_says.pragma_query_value::<i32, _>(None, name, |row| row.get(0)).unwrap();
    assert_eq!((number("application_id"), number("user_version")), (0x534b_494d, 1));
}

#[test]
fn a_log_without_its_record_does_not_leak_into_a_new_one() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let orphan = fs::read(&log).unwrap();
    drop(store);
    fs::remove_file(&file).unwrap();
    fs::write(&log, &orphan).unwrap();

    let store = Store::open(&file, OTHER_IDS).unwrap();
    assert_eq!((store.device(), store.event_count().unwrap()), (OTHER_IDS.device, 0));
    assert!(fs::read(format!("{}.aside", log.display())).unwrap() == orphan, "what was left is kept beside");
}

#[test]
fn two_windows_writing_in_turn_lose_nothing() {
    let (_folder, file) = a_folder();
    let mut one = Store::open(&file, IDS).unwrap();
    let mut two = Store::open(&file, IDS).unwrap();
    let asked = question("a", "b");
    for turn in 0..20 {
        one.append(&noon(), &[new(turn * 2, right(&asked))]).unwrap();
        two.append(&noon(), &[new(turn * 2 + 1, right(&asked))]).unwrap();
    }
    assert_eq!(one.event_count().unwrap(), 40);
    assert_eq!(one.events().unwrap(), two.events().unwrap());
    assert_eq!(everything(&one), everything(&two));
    assert_eq!(one.day_totals(Day(TODAY), Day(TODAY)).unwrap()[0].1.answers, 40);
    assert!(one.rebuild().unwrap().tables.iter().all(|table| !table.differed));
}

#[test]
fn windows_writing_at_once_lose_nothing_and_give_no_number_twice() {
    const EACH: u32 = 50;

    let (_folder, file) = a_folder();
    let windows: Vec<_> = (0..4)
        .map(|window| {
            let file = file.clone();
            std::thread::spawn(move || {
                let mut store = Store::open(&file, IDS).unwrap();
                let mut refusals = 0;
                for turn in 0..EACH {
                    let answer = new(window * EACH + turn, right(&question("a", &format!("q{window}"))));
                    while let Err(error) = store.append(&noon(), std::slice::from_ref(&answer)) {
                        assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
                        refusals += 1;
                    }
                }
                refusals
            })
        })
        .collect();
    // A transaction waits for its turn. One that begins by reading would be refused again and again.
    let refusals: u32 = windows.into_iter().map(|window| window.join().unwrap()).sum();
    assert!(refusals < EACH / 10, "{refusals} refusals");
    let mut store = Store::open(&file, IDS).unwrap();
    let events = store.events().unwrap();
    assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), (1..=200).collect::<Vec<_>>());
    assert!(events.windows(2).all(|pair| pair[0].tick < pair[1].tick));
    assert!(store.rebuild().unwrap().tables.iter().all(|table| !table.differed));
}

#[test]
fn a_locked_record_is_busy_and_the_same_facts_can_be_given_again() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    let other = Connection::open(&file).unwrap();
    other.execute_batch("begin immediate").unwrap();
    let error = store.append(&noon(), &a_sitting()).err().unwrap();
    assert_eq!(error.code(), "busy");
    other.execute_batch("rollback").unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let meaning = everything(&store);
    store.append(&noon(), &a_sitting()).unwrap();
    assert_eq!((store.event_count().unwrap(), everything(&store)), (11, meaning), "given twice, kept once");
}

#[test]
fn a_batch_is_kept_whole_or_not_at_all() {
    let mut store = Store::in_memory(IDS).unwrap();
    let mut batch = a_sitting();
    batch.push(new(99, Fact::Unknown { kind: "later".to_owned(), version: 0, body: "{}".to_owned() }));
    store.append(&noon(), &batch).unwrap_err();
    assert_eq!(store.event_count().unwrap(), 0);
    assert_eq!(everything(&store), crate::oracle::Meaning::default());
}

#[rstest]
#[case::number_taken(Event { id: event_id(77), ..elsewhere() }, Unfit::NumberTaken)]
#[case::no_next_tick(Event { tick: i64::MAX, ..elsewhere() }, Unfit::OutOfBounds)]
#[case::number_too_large(Event { seq: u64::MAX, ..elsewhere() }, Unfit::OutOfBounds)]
#[case::no_number(Event { seq: 0, ..elsewhere() }, Unfit::OutOfBounds)]
#[case::no_such_zone(Event { moment: Moment { offset_minutes: 5_000, ..noon() }, ..elsewhere() }, Unfit::OutOfBounds)]
#[case::not_json(Event { fact: later("{"), ..elsewhere() }, Unfit::OutOfBounds)]
#[case::too_long(Event { fact: later(&format!("\"{}\"", "a".repeat(1 << 20))), ..elsewhere() }, Unfit::OutOfBounds)]
fn an_event_that_no_record_can_hold_stops_its_batch(#[case] bad: Event, #[case] expected: Unfit) {
    let mut store = Store::in_memory(IDS).unwrap();
    store.insert_foreign(&[elsewhere()]).unwrap();
    let bad = Event { id: event_id(77), seq: if expected == Unfit::NumberTaken { 1 } else { bad.seq }, ..bad };
    let good = Event { id: event_id(78), seq: 3, ..elsewhere() };
    let error = store.insert_foreign(&[good, bad]).err().unwrap();
    assert!(
        matches!(error, StoreError::Unfit { event, reason, .. } if event == event_id(77) && reason == expected),
        "{error:?}"
    );
    assert_eq!(store.event_count().unwrap(), 1);
}

fn elsewhere() -> Event {
    Event {
        id: event_id(76),
        device: DeviceId([1; 16]),
        seq: 1,
        tick: 5,
        moment: noon(),
        subject: "lesson:a".to_owned(),
        session: None,
        fact: read("a"),
    }
}

fn later(body: &str) -> Fact {
    Fact::Unknown { kind: "later".to_owned(), version: 1, body: body.to_owned() }
}

#[test]
fn a_fact_of_a_later_program_is_kept_word_for_word() {
    let mut store = Store::in_memory(IDS).unwrap();
    let unknown = Event { subject: "entry:5".to_owned(), fact: later("{ \"b\" : [1,  2] }"), ..elsewhere() };
    store.insert_foreign(std::slice::from_ref(&unknown)).unwrap();
    assert_eq!(store.events().unwrap(), [unknown]);
}

#[test]
fn the_log_refuses_to_be_rewritten() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let hand = Connection::open(&file).unwrap();
    for sql in ["update event set day = 0", "delete from event"] {
        let refusal = hand.execute(sql, []).unwrap_err().to_string();
        assert!(refusal.contains("append-only"), "{refusal}");
    }
}

#[test]
fn a_rebuild_finds_and_mends_tables_that_somebody_changed() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let before = dump(&file);
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch(
        "update day_total set right = 99; delete from memory; insert into undone values (x'aa'); drop table promise;
         create table entry (id);",
    )
    .unwrap();
    hand.close().unwrap();
    let mut store = Store::open(&file, IDS).unwrap();
    let report = store.rebuild().unwrap();
    assert_eq!(report.events, 11);
    let differed: Vec<_> = report.tables.iter().filter(|table| table.differed).map(|table| table.name).collect();
    assert_eq!(differed, ["undone", "memory", "day_total", "promise"]);
    let rows: Vec<_> = report.tables.iter().map(|table| table.rows).collect();
    assert_eq!(rows, [1, 1, 1, 1, 1, 1, 2]);
    assert!(store.rebuild().unwrap().tables.iter().all(|table| !table.differed));
    drop(store);
    assert_eq!(dump(&file), before);
}

#[test]
fn tables_of_another_version_are_folded_again_when_the_record_is_opened() {
    let (_folder, file) = a_folder();
    a_record(&file);
    let before = dump(&file);
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch(
        "drop table memory; create table memory (lesson, other); create table entry (id);
         update meta set value = '0' where key = 'projection_version';",
    )
    .unwrap();
    hand.close().unwrap();
    drop(Store::open(&file, IDS).unwrap());
    assert_eq!(dump(&file), before);
}

#[rstest]
#[case::first_page(100..3_000)]
#[case::rest(4_096..60_000)]
fn a_damaged_record_is_an_error_or_a_finding_and_never_a_panic(#[case] range: std::ops::Range<usize>) {
    let (_folder, file) = a_folder();
    a_record(&file);
    let mut bytes = fs::read(&file).unwrap();
    let end = range.end.min(bytes.len());
    for byte in &mut bytes[range.start..end] {
        *byte ^= 0x5a;
    }
    fs::write(&file, &bytes).unwrap();
    match Store::open(&file, IDS) {
        Err(error) => assert_eq!(error.code(), "damaged", "{error:?}"),
        Ok(mut store) => {
            let is_known = store.health().is_ok_and(|health| !health.is_sound())
                || store.health().is_err_and(|error| error.code() == "damaged");
            assert!(is_known);
            let error = store.append(&noon(), &[new(50, read("b"))]).err();
            assert!(error.is_none_or(|error| error.code() == "damaged"));
        }
    }
}

#[test]
fn a_power_cut_keeps_what_was_kept_before_it() {
    // The files as they lie on the disk while the program still runs: the log is not yet in the record.
    let (folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    store.append(&noon(), &a_sitting()).unwrap();
    let after = folder.path().join("after");
    fs::create_dir(&after).unwrap();
    for entry in fs::read_dir(file.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            fs::copy(entry.path(), after.join(entry.file_name())).unwrap();
        }
    }
    let restarted = Store::open(&after.join("sukima.db"), OTHER_IDS).unwrap();
    assert_eq!(restarted.events().unwrap(), store.events().unwrap());
    assert_eq!(everything(&restarted), everything(&store));
    assert!(restarted.health().unwrap().is_sound());
}

#[test]
fn a_half_written_transaction_is_rolled_back_at_the_next_start() {
    let (folder, file) = a_folder();
    let place = StorePlace { file: file.clone(), journal: Journal::Truncate };
    Store::open_at(place, IDS).unwrap().append(&noon(), &a_sitting()).unwrap();
    let before = dump(&file);
    // A transaction larger than its cache is on the disk in part, with the journal to undo it.
    let hand = Connection::open(&file).unwrap();
    hand.execute_batch("pragma cache_size = 1; begin immediate; delete from memory; delete from session;").unwrap();
    for number in 0..2_000 {
        hand.execute("insert into draft values (?1, ?2, 0)", (number.to_string(), "長い文".repeat(30))).unwrap();
    }
    let after = folder.path().join("after");
    fs::create_dir(&after).unwrap();
    let cut = after.join("sukima.db");
    fs::copy(&file, &cut).unwrap();
    fs::copy(format!("{}-journal", file.display()), format!("{}-journal", cut.display())).unwrap();
    hand.execute_batch("rollback").unwrap();

    let store = Store::open_at(StorePlace { file: cut.clone(), journal: Journal::Truncate }, IDS).unwrap();
    assert!(store.health().unwrap().is_sound());
    assert_eq!((store.event_count().unwrap(), store.draft("5").unwrap()), (11, None));
    drop(store);
    assert_eq!(dump(&cut), before);
}

#[test]
fn a_record_goes_from_one_journal_to_the_other_with_everything_in_it() {
    let (_folder, file) = a_folder();
    let at = |journal| Store::open_at(StorePlace { file: file.clone(), journal }, IDS).unwrap();
    at(Journal::Wal).append(&noon(), &a_sitting()).unwrap();
    let store = at(Journal::Truncate);
    assert_eq!((store.health().unwrap().journal_mode.as_str(), store.event_count().unwrap()), ("truncate", 11));
    drop(store);
    let store = at(Journal::Wal);
    assert_eq!((store.health().unwrap().journal_mode.as_str(), store.event_count().unwrap()), ("wal", 11));
    // While a window keeps the log open, no other may go on without one.
    let refused = Store::open_at(StorePlace { file: file.clone(), journal: Journal::Truncate }, IDS).err().unwrap();
    assert_eq!(refused.code(), "busy");
}

#[test]
fn a_checkpoint_empties_a_log_that_has_grown() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    let log = PathBuf::from(format!("{}-wal", file.display()));
    let length = |path: &Path| fs::metadata(path).unwrap().len();
    let mut number = 0;
    while length(&log) < 1 << 20 {
        store.append(&noon(), &[new(number, right(&question("a", &number.to_string())))]).unwrap();
        store.checkpoint().unwrap();
        number += 1;
    }
    let grown = length(&file);
    store.checkpoint().unwrap();
    store.append(&noon(), &[new(number, read("a"))]).unwrap();
    assert!(length(&file) >= grown);
    assert!(length(&log) <= (1 << 20) + 100_000, "the log starts again at its beginning");
    let whole = fs::read(&file).unwrap();
    let copy = file.with_extension("copy");
    fs::write(&copy, whole).unwrap();
    assert_eq!(Store::open(&copy, IDS).unwrap().event_count().unwrap(), u64::from(number));
}

#[test]
fn a_trial_stays_a_trial() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    assert!(!store.is_trial().unwrap());
    store.mark_trial().unwrap();
    store.mark_trial().unwrap();
    store.rebuild().unwrap();
    drop(store);
    assert!(Store::open(&file, IDS).unwrap().is_trial().unwrap());
}

#[test]
fn a_draft_is_kept_for_its_place_until_it_is_sent() {
    let (_folder, file) = a_folder();
    let mut store = Store::open(&file, IDS).unwrap();
    let place = "question:a/b";
    store.keep_draft(place, &Draft { text: "まず".to_owned(), utc_ms: 1 }).unwrap();
    store.keep_draft(place, &Draft { text: "まず、電話".to_owned(), utc_ms: 2 }).unwrap();
    store.rebuild().unwrap();
    drop(store);
    let mut store = Store::open(&file, IDS).unwrap();
    assert_eq!(store.draft(place).unwrap(), Some(Draft { text: "まず、電話".to_owned(), utc_ms: 2 }));
    assert_eq!(store.draft("question:a/c").unwrap(), None);
    store.forget_draft(place).unwrap();
    assert_eq!(store.draft(place).unwrap(), None);
    assert_eq!(store.event_count().unwrap(), 0);
}

#[test]
fn an_undone_answer_leaves_the_sitting_at_its_question() {
    let mut store = Store::in_memory(IDS).unwrap();
    let asked = question("a", "b");
    store.append(&noon(), &[new(1, started(1, two_steps(&asked)))]).unwrap();
    store.append(&noon(), &[new(2, right(&asked)), new(3, finished(1, 0, Some((2, Verdict::Right))))]).unwrap();
    assert_eq!(store.session(session_id(1)).unwrap().unwrap().next_step, 1);
    store.append(&noon(), &[new(4, undone(2)), new(5, undone(3))]).unwrap();
    let session = store.open_session().unwrap().unwrap();
    assert_eq!((session.next_step, session.answers, session.ms, session.seed), (0, 0, 0, u64::MAX - 1));
    assert_eq!(store.memory(&asked).unwrap(), None);
    assert_eq!(store.day_totals(Day(TODAY), Day(TODAY)).unwrap(), []);
    assert_eq!(store.promise(promise_id(1)).unwrap(), None);
}

#[test]
fn a_sitting_of_another_device_is_not_taken_up_here() {
    let mut store = Store::in_memory(IDS).unwrap();
    let steps = two_steps(&question("a", "b"));
    store.insert_foreign(&[Event { fact: started(3, steps), subject: String::new(), ..elsewhere() }]).unwrap();
    assert_eq!(store.session(session_id(3)).unwrap().map(|session| session.device), Some(DeviceId([1; 16])));
    assert_eq!(store.open_session().unwrap(), None);
}

#[rstest]
#[case(include_str!("../../src/store/schema/v1.sql"), include_str!("../fixtures/schema-v1.sql"))]
fn a_shipped_schema_is_never_edited(#[case] ours: &str, #[case] frozen: &str) {
    assert!(ours == frozen, "a change of the facts is a new step in src/store/schema.rs");
}

#[test]
fn a_new_record_has_the_schema_of_the_frozen_one() {
    let (_folder, file) = a_folder();
    drop(Store::open(&file, IDS).unwrap());
    let frozen = Connection::open_in_memory().unwrap();
    frozen.execute_batch(include_str!("../fixtures/schema-v1.sql")).unwrap();
    let facts = schema(&frozen);
    let mut fresh = schema(&Connection::open(&file).unwrap());
    fresh.retain(|(table, _)| ["event", "meta", "draft"].contains(&table.as_str()));
    assert_eq!(fresh, facts);
}

fn schema(connection: &Connection) -> Vec<(String, Option<String>)> {
    connection
        .prepare("select tbl_name, sql from sqlite_schema order by type, name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}
