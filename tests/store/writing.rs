//! What is kept, by one window or several; what is refused, and that a refusal keeps nothing.

use rstest::rstest;
use rusqlite::Connection;
use sukima::domain::day::Day;
use sukima::domain::event::{Event, Fact, NewEvent};
use sukima::domain::id::{DeviceId, SessionId};
use sukima::domain::moment::Moment;
use sukima::domain::question::Verdict;
use sukima::store::{Draft, Store, StoreError, Unfit};

use crate::store::given::{
    IDS, TODAY, a_folder, a_sitting, elsewhere, event_id, finished, later, moment, new, noon, promise_id, question,
    right, session_id, set, started, two_steps, undone,
};
use crate::store::reading::everything;

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

#[rstest]
#[case::it_goes_on(&[new(4, finished(1, 1, None))], 2, 1)]
#[case::its_answer_is_taken_back(&[new(4, undone(2)), new(5, undone(3))], 0, 0)]
fn a_sitting_is_read_anew_once_any_window_has_written(
    #[case] facts: &[NewEvent],
    #[case] next_step: usize,
    #[case] answers: u32,
    #[values(false, true)] by_another_window: bool,
) {
    let (_folder, file) = a_folder();
    let mut one = Store::open(&file, IDS).unwrap();
    let mut two = Store::open(&file, IDS).unwrap();
    let asked = question("a", "b");
    one.append(&noon(), &[new(1, started(1, two_steps(&asked)))]).unwrap();
    one.append(&noon(), &[new(2, right(&asked)), new(3, finished(1, 0, Some((2, Verdict::Right))))]).unwrap();
    let stands = |store: &Store| {
        let session = store.session(session_id(1)).unwrap().unwrap();
        (session.next_step, session.answers)
    };
    assert_eq!([stands(&one), stands(&one)], [(1, 1); 2]);
    let writer = if by_another_window { &mut two } else { &mut one };
    writer.append(&noon(), facts).unwrap();
    assert_eq!([stands(&one), stands(&two)], [(next_step, answers); 2]);
}

#[test]
fn a_target_that_another_window_sets_is_heeded_at_once() {
    let (_folder, file) = a_folder();
    let one = Store::open(&file, IDS).unwrap();
    let mut two = Store::open(&file, IDS).unwrap();
    for percent in [80, 85, 85, 95] {
        two.append(&noon(), &[new(percent, set("retention", &percent.to_string()))]).unwrap();
        assert_eq!(u32::from(one.scheduling().unwrap().retention.percent()), percent);
    }
}

#[test]
fn facts_given_twice_take_no_number_twice() {
    let mut store = Store::in_memory(IDS).unwrap();
    let asked = question("a", "b");
    store.append(&noon(), &[new(1, right(&asked)), new(2, right(&asked))]).unwrap();
    let kept =
        store.append_ahead(&noon(), &[new(1, right(&asked)), new(3, right(&asked)), new(2, right(&asked))]).unwrap();
    assert_eq!(kept.iter().map(|event| event.id).collect::<Vec<_>>(), [event_id(3)]);
    let places: Vec<_> = store.events().unwrap().iter().map(|event| (event.seq, event.tick - noon().utc_ms)).collect();
    assert_eq!(places, [(1, 0), (2, 1), (3, 2)]);
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
    assert_eq!((store.event_count().unwrap(), everything(&store)), (13, meaning), "given twice, kept once");
}

#[test]
fn a_batch_is_kept_whole_or_not_at_all() {
    let mut store = Store::in_memory(IDS).unwrap();
    let mut batch = a_sitting();
    batch.push(new(99, Fact::Unknown { kind: "later".to_owned(), version: 0, body: "{}".to_owned() }));
    store.append(&noon(), &batch).unwrap_err();
    assert_eq!(store.event_count().unwrap(), 0);
    assert_eq!(everything(&store), crate::store::oracle::meaning(&[]));
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

#[test]
fn a_fact_of_a_later_program_is_kept_word_for_word() {
    let mut store = Store::in_memory(IDS).unwrap();
    let unknown = Event { subject: "entry:5".to_owned(), fact: later("{ \"b\" : [1,  2] }"), ..elsewhere() };
    store.insert_foreign(std::slice::from_ref(&unknown)).unwrap();
    assert_eq!(store.events().unwrap(), [unknown]);
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
