//! Random logs: several devices, events late, twice and out of order, undos before their targets, clocks set back.
//! Live tables, rebuilt tables and the oracle say the same.

use jiff::civil::Weekday;
use proptest::prelude::*;
use proptest::sample::Index;
use sukima::domain::calendar::OfficeDayKind;
use sukima::domain::day::Day;
use sukima::domain::event::{
    Closing, Event, Fact, NewEvent, Outcome, PlannedStep, PromiseDropped, SessionExtended, StepFinished,
};
use sukima::domain::id::{DeviceId, EventId, LessonId};
use sukima::domain::memory::{KEY_PARAMETERS, KEY_RETENTION, Scheduling};
use sukima::domain::pace::{Doing, Guess};
use sukima::domain::question::{Confidence, Verdict};
use sukima::store::Store;

use crate::store::given::{
    IDS, answered, asked, closed, event_id, leave, moment, new, no_leave, office_days, passed, promise_id, promised,
    question, read, session_id, set, started, two_steps, undone, works_on,
};
use crate::store::oracle::meaning;
use crate::store::reading::{assert_methods_agree, everything};

const FIRST_DAY: i32 = 20_500;
/// Ids from here on are events of this device, in the order of their appending.
const OWN: u32 = 1_000;

/// A fact that is not chosen yet: an undo needs to know which ids there are.
#[derive(Clone, Debug)]
enum Draft {
    Fact(Fact),
    Undo(Index),
}

/// An event of another device, before it gets its number and tick.
#[derive(Clone, Debug)]
struct Elsewhere {
    device: u8,
    tick_gap: i64,
    day: i32,
    draft: Draft,
}

#[derive(Clone, Debug)]
enum Deed {
    /// `ahead`: folded behind it, by whatever comes next.
    Append {
        day: i32,
        ms: i64,
        drafts: Vec<Draft>,
        ahead: bool,
    },
    Receive(Vec<Index>),
}

fn facts() -> impl Strategy<Value = Fact> {
    // Two pairs of names that make the same subject, so that they must be told apart by more than its text.
    let questions = prop::sample::select(vec![("a", "b/c"), ("a/b", "c"), ("a", "x")]);
    let lessons = prop::sample::select(vec!["a", "a/b"]);
    let verdicts = prop::sample::select(vec![Verdict::Right, Verdict::Wrong]);
    let confidences = prop::sample::select(vec![Confidence::Sure, Confidence::Unsure]);
    let outcomes = prop::sample::select(vec![Outcome::Kept, Outcome::NoOccasion, Outcome::NotKept]);
    let closings = prop::sample::select(vec![Closing::Finished, Closing::Left]);
    let some_day = || prop::option::of(FIRST_DAY..FIRST_DAY + 9);
    let times = prop_oneof![8 => 0..60_000_u64, 1 => Just(u64::MAX)];
    let places = prop_oneof![8 => 0..4_usize, 1 => Just(usize::MAX)];
    let doings = prop::sample::select(vec![Doing::Reading, Doing::Choosing, Doing::Typing]);
    let guess_times = prop_oneof![8 => 0..60_000_u64, 1 => Just(u64::MAX)];
    let guesses = prop::option::of((doings, guess_times).prop_map(|(doing, ms)| Guess { doing, ms }));
    prop_oneof![
        6 => (questions.clone(), verdicts.clone(), confidences, 1..4_u32).prop_map(
            |((lesson, id), verdict, confidence, rev)| {
                let mut fact = answered(&question(lesson, id), verdict, confidence);
                if let Fact::QuestionAnswered(answer) = &mut fact {
                    answer.rev = rev;
                }
                fact
            }
        ),
        1 => lessons.clone().prop_map(read),
        1 => lessons.prop_map(passed),
        1 => (prop::sample::select(vec!["track", "minutes"]), "[a-c]").prop_map(|(key, value)| set(key, &value)),
        1 => (79..97_u32).prop_map(|percent| set(KEY_RETENTION, &percent.to_string())),
        1 => (1..9_u8).prop_map(|tenths| set(KEY_PARAMETERS, &parameters(tenths))),
        2 => (0..2_u8, questions.clone()).prop_map(|(session, (lesson, id))| {
            started(session, two_steps(&question(lesson, id)))
        }),
        1 => (0..2_u8, places.clone(), prop::option::of(0..4_u32)).prop_map(|(session, at, because)| {
            Fact::SessionExtended(SessionExtended {
                session: session_id(session),
                at,
                steps: vec![PlannedStep::Read { lesson: LessonId::new("a") }],
                because: because.map(event_id),
            })
        }),
        3 => (0..2_u8, places.clone(), times, guesses, prop::option::of((0..4_u32, verdicts)), prop::option::of(places)).prop_map(
            |(session, step, ms, guess, answer, onto)| {
                Fact::StepFinished(StepFinished {
                    session: session_id(session),
                    step,
                    ms,
                    guess,
                    answer: answer.map(|(id, _)| event_id(id)),
                    verdict: answer.map(|(_, verdict)| verdict),
                    passed: onto.and(answer).map(|(id, _)| event_id(id + 9)),
                    onto,
                })
            }
        ),
        1 => (0..2_u8, closings, some_day()).prop_map(|(session, how, next_day)| closed(session, how, next_day)),
        2 => (0..2_u8, FIRST_DAY..FIRST_DAY + 9).prop_map(|(promise, ask_day)| promised(promise, "a", ask_day)),
        2 => (0..2_u8, outcomes, prop::option::of((1..180_u32).prop_map(half_minutes)), some_day()).prop_map(
            |(promise, outcome, minutes_saved, ask_day)| asked(promise, outcome, minutes_saved, ask_day)
        ),
        1 => (0..2_u8).prop_map(|promise| Fact::PromiseDropped(PromiseDropped { promise: promise_id(promise) })),
        2 => calendar_facts(),
        1 => Just(Fact::Unknown { kind: "question_answered".to_owned(), version: 2, body: "{\"new\":1}".to_owned() }),
    ]
}

/// Parameters of FSRS-6 that differ from the published ones in the first stability after a wrong answer.
fn parameters(tenths: u8) -> String {
    let mut parameters = *Scheduling::default().parameters();
    parameters[0] = f32::from(tenths) / 10.0;
    Scheduling::parameters_text(&parameters)
}

fn calendar_facts() -> impl Strategy<Value = Fact> {
    let some_day = || FIRST_DAY - 2..FIRST_DAY + 20;
    let kinds = prop::sample::select(vec![OfficeDayKind::Closed, OfficeDayKind::Light]);
    let office = (kinds, some_day(), -1..6_i32).prop_map(|(kind, from, more)| (kind, from, from + more));
    let weekdays = prop::sample::subsequence(WEEKDAYS.to_vec(), 1..7);
    // A leave that ends before it starts may come from elsewhere; it is no leave.
    let lengths = -2..9_i32;
    prop_oneof![
        2 => (some_day(), lengths.clone()).prop_map(|(from, more)| leave(from, from + more)),
        1 => (some_day(), lengths).prop_map(|(from, more)| no_leave(from, from + more)),
        2 => prop::collection::vec(office, 0..4).prop_map(|days| office_days(&days)),
        1 => (some_day(), weekdays).prop_map(|(from, weekdays)| works_on(from, &weekdays)),
    ]
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn half_minutes(number: u32) -> f64 {
    f64::from(number) / 2.0
}

fn drafts() -> impl Strategy<Value = Draft> {
    prop_oneof![4 => facts().prop_map(Draft::Fact), 1 => any::<Index>().prop_map(Draft::Undo)]
}

/// Days near each other, and some a fortnight and more later.
fn days() -> impl Strategy<Value = i32> {
    prop_oneof![3 => FIRST_DAY..FIRST_DAY + 9, 1 => FIRST_DAY + 14..FIRST_DAY + 40]
}

fn elsewhere() -> impl Strategy<Value = Elsewhere> {
    (1..3_u8, 1..90_000_000_i64, days(), drafts()).prop_map(|(device, tick_gap, day, draft)| Elsewhere {
        device,
        tick_gap,
        day,
        draft,
    })
}

fn deeds() -> impl Strategy<Value = Deed> {
    let append = (days(), 0..86_400_000_i64, prop::collection::vec(drafts(), 1..4), any::<bool>())
        .prop_map(|(day, ms, drafts, ahead)| Deed::Append { day, ms, drafts, ahead });
    prop_oneof![2 => append, 1 => prop::collection::vec(any::<Index>(), 1..8).prop_map(Deed::Receive)]
}

/// An undo aims at any event of the log, of this device or another, here or not, or at one that never comes.
fn fact_of(draft: &Draft, pool: usize) -> Fact {
    match draft {
        Draft::Fact(fact) => fact.clone(),
        Draft::Undo(index) => {
            let place = u32::try_from(index.index(pool + 20)).expect("pools are small");
            let pool = u32::try_from(pool).expect("pools are small");
            undone(if place < pool { place } else { OWN + place - pool })
        }
    }
}

/// Numbers and ticks as each device would have given them.
fn pool_of(drafts: &[Elsewhere]) -> Vec<Event> {
    let mut last = [(0, moment(FIRST_DAY, 0).utc_ms); 3];
    let mut pool = Vec::new();
    for (place, elsewhere) in drafts.iter().enumerate() {
        let (seq, tick) = &mut last[usize::from(elsewhere.device)];
        *seq += 1;
        *tick += elsewhere.tick_gap;
        let fact = fact_of(&elsewhere.draft, drafts.len());
        pool.push(Event {
            id: event_id(u32::try_from(place).expect("pools are small")),
            device: DeviceId([elsewhere.device; 16]),
            seq: *seq,
            tick: *tick,
            moment: moment(elsewhere.day, 30_000_000),
            subject: fact.subject().map_or_else(|| "as it came".to_owned(), |subject| subject.to_string()),
            session: None,
            fact,
        });
    }
    pool
}

/// The log as it must be: joined by id, placed by the rules of the design.
#[derive(Default)]
struct Model {
    log: Vec<Event>,
    own: u32,
}

impl Model {
    fn find(&self, id: EventId) -> Option<&Event> {
        self.log.iter().find(|event| event.id == id)
    }

    fn subject(&self, fact: &Fact, otherwise: String) -> String {
        match fact {
            Fact::AnswerUndone(undone) => self.find(undone.target).map_or(otherwise, |target| target.subject.clone()),
            _ => fact.subject().map_or(otherwise, |subject| subject.to_string()),
        }
    }

    fn append(&mut self, day: i32, ms: i64, facts: Vec<Fact>) -> Vec<NewEvent> {
        let moment = moment(day, ms);
        let mut events = Vec::new();
        for fact in facts {
            let event = new(OWN + self.own, fact);
            self.own += 1;
            let otherwise = match &event.fact {
                Fact::AnswerUndone(undone) => format!("unknown-target:{}", undone.target),
                fact => format!("unknown:{}", fact.kind()),
            };
            let after = self.log.iter().map(|event| event.tick + 1).max().unwrap_or(i64::MIN);
            self.log.push(Event {
                id: event.id,
                device: IDS.device,
                seq: u64::from(self.own),
                tick: moment.utc_ms.max(after),
                moment: moment.clone(),
                subject: self.subject(&event.fact, otherwise),
                session: None,
                fact: event.fact.clone(),
            });
            events.push(event);
        }
        events
    }

    fn receive(&mut self, events: &[Event]) -> usize {
        let before = self.log.len();
        for event in events {
            if self.find(event.id).is_none() {
                let subject = self.subject(&event.fact, event.subject.clone());
                self.log.push(Event { subject, ..event.clone() });
            }
        }
        self.log.len() - before
    }

    fn in_order(&self) -> Vec<Event> {
        let mut log = self.log.clone();
        log.sort_by_key(|event| (event.tick, event.device, event.seq));
        log
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn live_tables_rebuilt_tables_and_the_oracle_agree(
        elsewhere in prop::collection::vec(elsewhere(), 1..24),
        deeds in prop::collection::vec(deeds(), 1..14),
    ) {
        let pool = pool_of(&elsewhere);
        let mut store = Store::in_memory(IDS).unwrap();
        let mut model = Model::default();
        for deed in &deeds {
            match deed {
                Deed::Append { day, ms, drafts, ahead } => {
                    let facts = drafts.iter().map(|draft| fact_of(draft, pool.len())).collect();
                    let events = model.append(*day, *ms, facts);
                    match ahead {
                        true => drop(store.append_ahead(&moment(*day, *ms), &events).unwrap()),
                        false => store.append(&moment(*day, *ms), &events).unwrap(),
                    }
                }
                Deed::Receive(indices) => {
                    let batch: Vec<Event> = indices.iter().map(|index| index.get(&pool).clone()).collect();
                    prop_assert_eq!(store.insert_foreign(&batch).unwrap(), model.receive(&batch));
                }
            }
            // Short logs are looked at after every deed, so that no later one hides a slip.
            if deeds.len() <= 6 {
                prop_assert_eq!(everything(&store), meaning(&model.log));
            }
        }
        let expected = meaning(&model.log);
        prop_assert_eq!(&everything(&store), &expected);
        assert_methods_agree(&store, &expected);
        prop_assert_eq!(store.events().unwrap(), model.in_order());
        prop_assert_eq!(store.event_count().unwrap(), model.log.len() as u64);

        let report = store.rebuild().unwrap();
        prop_assert!(report.tables.iter().all(|table| !table.differed), "{:?}", report);
        prop_assert_eq!(everything(&store), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_arrival_changes_nothing(
        elsewhere in prop::collection::vec(elsewhere(), 1..24),
        shuffled in any::<u64>(),
    ) {
        let pool = pool_of(&elsewhere);
        let mut in_order = Store::in_memory(IDS).unwrap();
        in_order.insert_foreign(&pool).unwrap();
        let mut one_by_one = Store::in_memory(IDS).unwrap();
        let mut rest = pool;
        let mut choice = shuffled;
        while !rest.is_empty() {
            choice = choice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = usize::try_from(choice >> 33).unwrap() % rest.len();
            one_by_one.insert_foreign(&[rest.swap_remove(place)]).unwrap();
        }
        prop_assert_eq!(everything(&in_order), everything(&one_by_one));
    }
}

#[test]
fn an_undo_that_comes_before_its_target_still_counts() {
    let asked = question("lesson", "q1");
    let mut other = Store::in_memory(IDS).unwrap();
    other.append(&moment(FIRST_DAY, 0), &[new(1, answered(&asked, Verdict::Wrong, Confidence::Sure))]).unwrap();
    other.append(&moment(FIRST_DAY, 1), &[new(2, undone(1))]).unwrap();
    let events: Vec<Event> =
        other.events().unwrap().into_iter().map(|event| Event { device: DeviceId([1; 16]), ..event }).collect();

    let mut store = Store::in_memory(IDS).unwrap();
    store.insert_foreign(&events[1..]).unwrap();
    assert_eq!(store.events().unwrap()[0].subject, format!("question:{asked}"), "the sender knew the target");
    store.insert_foreign(&events[..1]).unwrap();
    assert_eq!(store.memory(&asked).unwrap(), None);
    assert_eq!(store.day_totals(Day(FIRST_DAY), Day(FIRST_DAY)).unwrap(), []);
}
