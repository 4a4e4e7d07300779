//! An answer kept through the engine, from the effect to the verdict, beside a file that is appended to by as many bytes
//! and waited for.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use rusqlite::Connection;
use sukima::app::{Effect, Message, SessionFacts};
use sukima::domain::event::PlannedStep;
use sukima::domain::question::{Confidence, Response};
use sukima::engine::Engine;

use crate::learner;
use crate::times::Times;

const ANSWERS: usize = 200;

pub fn tell(data: &Path, questions: usize) {
    let (mut engine, file) = learner::open_copy(data, questions, 10);
    let record = Connection::open(file).expect("the record was copied a moment ago");
    let places = ["floor-log", "ideal-log"].map(|name| data.join(name));
    let [mut floor, mut ideal] = [&places[0], &places[1]].map(|place| Floor::new(place));
    let (mut times, mut folds, mut written, mut rows) = (Times::default(), Times::default(), 0, 0);
    let (mut floor_times, mut ideal_times) = (Times::default(), Times::default());
    while times.count() < ANSWERS {
        let begun = engine.perform(Effect::StartSession { minutes: 10 });
        let session = begun.into_iter().find_map(|message| match message {
            Message::SessionOpened(facts) => Some(*facts),
            _ => None,
        });
        let session: SessionFacts = session.expect("many questions are due");
        let asks = session.steps.iter().take_while(|(step, _)| matches!(step, PlannedStep::Ask { .. })).count();
        assert!(asks > 0, "many questions are due");
        for position in 0..asks {
            engine.perform(Effect::LoadStep { session: session.id, position });
            let (time, bytes) = answered(&mut engine, session.id, position);
            times.add(time);
            written += bytes;
            floor_times.add(floor.append(bytes));
            let row = bytes_of_facts(&record);
            rows += row;
            ideal_times.add(ideal.append(row));
            engine.perform(Effect::TidyUp);
            let begin = Instant::now();
            engine.tidy_up();
            folds.add(begin.elapsed());
        }
    }
    places.iter().for_each(|place| fs::remove_file(place).expect("the floor's file is there"));
    let count = times.count();
    for (name, bytes, floor) in [
        ("as many bytes", written / count, &floor_times),
        ("the facts of the answer and nothing else", rows / count, &ideal_times),
    ] {
        println!("| floor: append of {name}, {bytes}, and fdatasync | {} | {:.2} | |", floor.told(), floor.first());
    }
    let [ratio, ideal_ratio] = [&floor_times, &ideal_times].map(|floor| times.median() / floor.median());
    println!(
        "| an answer kept and judged, {questions} known, {} bytes | {} | {:.2} | {ratio:.2} x, {ideal_ratio:.2} x |",
        written / count,
        times.told(),
        times.first()
    );
    println!("| its tables folded behind the verdict | {} | {:.2} | |", folds.told(), folds.first());
}

/// Of the answer and of its step, with ids and numbers, as an append to a bare file would have to hold them.
fn bytes_of_facts(record: &Connection) -> usize {
    let sql = "select sum(length(cast(kind || subject || coalesce(zone, '') || body as blob)) + 3 * 16 + 4 * 8 + 4)
               from event where arrival > (select max(arrival) - 2 from event)";
    let bytes: u32 = record.query_row(sql, [], |row| row.get(0)).expect("an answer was kept a moment ago");
    bytes as usize
}

/// By itself in a profile (`--toggle-collect=*answered*`).
#[inline(never)]
fn answered(
    engine: &mut Engine,
    session: sukima::domain::id::SessionId,
    position: usize,
) -> (std::time::Duration, usize) {
    let before = written();
    let begin = Instant::now();
    let messages = engine.perform(Effect::StoreAnswer {
        session,
        position,
        response: Response::Picked(vec![1]),
        confidence: Confidence::Sure,
        ms: 5_000,
    });
    let time = begin.elapsed();
    assert!(messages.iter().any(|message| matches!(message, Message::Judged(_))), "{messages:?}");
    (time, written() - before)
}

/// Bytes that this process has written, as Linux counts them; none elsewhere.
fn written() -> usize {
    let counts = fs::read_to_string("/proc/self/io").unwrap_or_default();
    let line = counts.lines().find_map(|line| line.strip_prefix("wchar: "));
    line.and_then(|number| number.parse().ok()).unwrap_or_default()
}

struct Floor(File);

impl Floor {
    fn new(place: &Path) -> Floor {
        Floor(OpenOptions::new().create(true).append(true).open(place).expect("a file below target can be written"))
    }

    fn append(&mut self, bytes: usize) -> std::time::Duration {
        let content = vec![b'.'; bytes];
        let begin = Instant::now();
        self.0.write_all(&content).expect("a file below target can be written");
        self.0.sync_data().expect("a file below target can be waited for");
        begin.elapsed()
    }
}
