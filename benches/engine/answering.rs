//! An answer kept through the engine, from the effect to the verdict, beside a file that is appended to by as many bytes
//! and waited for.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use sukima::app::{Effect, Message, SessionFacts};
use sukima::domain::event::PlannedStep;
use sukima::domain::question::{Confidence, Response};
use sukima::engine::Engine;

use crate::learner;
use crate::times::Times;

const ANSWERS: usize = 200;

pub fn tell(data: &Path, questions: usize) {
    let mut engine = learner::open(data, questions, 10);
    let place = data.join("floor-log");
    let mut floor = Floor::new(&place);
    let (mut times, mut floor_times, mut bytes) = (Times::default(), Times::default(), 0);
    while times.count() < ANSWERS {
        let begun = engine.perform(Effect::StartSession { minutes: 10 });
        let session = begun.into_iter().find_map(|message| match message {
            Message::SessionOpened(facts) => Some(*facts),
            _ => None,
        });
        let session: SessionFacts = session.expect("many questions are due");
        let asks = session.steps.iter().take_while(|(step, _)| matches!(step, PlannedStep::Ask { .. })).count();
        for position in 0..asks {
            engine.perform(Effect::LoadStep { session: session.id, position });
            let (time, written) = answered(&mut engine, session.id, position);
            times.add(time);
            bytes += written;
            floor_times.add(floor.append(written));
            engine.perform(Effect::TidyUp);
            engine.tidy_up();
        }
    }
    fs::remove_file(&place).expect("the floor's file is there");
    let (count, ratio) = (times.count(), times.median() / floor_times.median());
    println!(
        "| floor: append of as many bytes and fdatasync | {} | {:.2} | |",
        floor_times.told(),
        floor_times.first()
    );
    println!(
        "| an answer kept and judged, {questions} known, {} bytes | {} | {:.2} | {ratio:.2} x |",
        bytes / count,
        times.told(),
        times.first()
    );
}

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

/// Bytes that this process has written, as Linux counts them; 4 KiB an answer elsewhere.
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
        let content = vec![b'.'; bytes.max(4096)];
        let begin = Instant::now();
        self.0.write_all(&content).expect("a file below target can be written");
        self.0.sync_data().expect("a file below target can be waited for");
        begin.elapsed()
    }
}
