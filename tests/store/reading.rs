//! What the record says through its methods, in the shape of the oracle.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use sukima::domain::day::Day;
use sukima::store::Store;

use crate::store::given::{promise_id, session_id};
use crate::store::oracle::{CALENDAR_DAYS, Meaning};

pub const EARLIEST: Day = Day(i32::MIN);
pub const LATEST: Day = Day(i32::MAX);

/// Everything folded. Sittings are asked for by the numbers that these tests use.
pub fn everything(store: &Store) -> Meaning {
    let calendar = store.calendar().unwrap();
    let memories: BTreeMap<_, _> = store.due(LATEST, usize::MAX).unwrap().into_iter().collect();
    Meaning {
        settings: store.settings().unwrap(),
        calendar: CALENDAR_DAYS.map(|day| calendar.kind(Day(day))).collect(),
        days: store.day_totals(EARLIEST, LATEST).unwrap(),
        lessons: store.lessons_done().unwrap(),
        recalls: memories.keys().filter_map(|asked| Some((asked.clone(), store.recall(asked).unwrap()?))).collect(),
        long_gaps: store.long_gaps(EARLIEST, LATEST).unwrap(),
        begun: store.lesson_figures().unwrap(),
        promises: store.promises().unwrap().into_iter().map(|promise| (promise.id, promise)).collect(),
        sessions: (0..8)
            .filter_map(|number| store.session(session_id(number)).unwrap())
            .map(|session| (session.id, session))
            .collect(),
        memories,
    }
}

/// The narrower methods agree with the whole.
pub fn assert_methods_agree(store: &Store, meaning: &Meaning) {
    for (asked, state) in &meaning.memories {
        assert_eq!(store.memory(asked).unwrap().as_ref(), Some(state));
        let of_lesson = store.memories_of_lesson(&asked.lesson).unwrap();
        assert!(of_lesson.contains(&(asked.question.clone(), state.clone())));
    }
    for on in meaning.memories.values().map(|state| state.due_day) {
        let due = meaning.memories.values().filter(|state| state.due_day <= on).count();
        assert_eq!(store.due_count(on).unwrap() as usize, due);
        assert_eq!(store.due(on, usize::MAX).unwrap().len(), due);
        assert_eq!(store.next_due(on.plus(-1)).unwrap(), Some(on));
        let mut due_days: Vec<Day> = meaning.memories.values().map(|state| state.due_day).collect();
        due_days.sort_unstable();
        due_days.truncate(due.min(2));
        assert_eq!(store.due_days(on, 2).unwrap(), due_days);
    }
    let mut read_last = meaning.lessons.clone();
    read_last.sort_by_key(|done| (Reverse(done.last_day), Reverse(done.first_day), done.lesson.clone()));
    read_last.truncate(1);
    assert_eq!(store.lessons_read_last(1).unwrap(), read_last);
    let latest = meaning
        .sessions
        .values()
        .filter(|session| session.device == store.device() && session.closed.is_none())
        .max_by_key(|session| session.tick);
    assert_eq!(store.open_session().unwrap().as_ref(), latest);
    let mut open: Vec<_> = meaning.promises.values().filter(|promise| !promise.is_closed).cloned().collect();
    open.sort_by_key(|promise| (promise.ask_day, promise.id));
    assert_eq!(store.promises_open().unwrap(), open);
    for number in 0..4 {
        assert_eq!(store.promise(promise_id(number)).unwrap().as_ref(), meaning.promises.get(&promise_id(number)));
    }
}
