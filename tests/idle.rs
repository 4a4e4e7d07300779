//! Somebody is called away from a page: what the record counts of it, with the real engine and a clock that the keys
//! of this test move.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::VecDeque;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rstest::rstest;
use sukima::app::{Desk, Effect, Key, Message, Model, Step, Surface, update};
use sukima::engine::Engine;
use sukima::tui;

use crate::support::lessons::lesson;
use crate::support::{number, sitting};

const STEP_MS: &str =
    "select json_extract(body, '$.ms') from event where kind = 'step_finished' and json_extract(body, '$.step') = 0";
/// Guessed to be read in less than the half of it.
const LEAST_SECONDS: i64 = 40;

/// What is on the screen, in one line.
fn screen(model: &Model, desk: &Desk) -> String {
    let mut terminal = Terminal::new(TestBackend::new(80, 60)).unwrap();
    terminal.draw(|frame| tui::view(model, desk, frame)).unwrap();
    terminal.backend().buffer().content.iter().map(|cell| cell.symbol().trim()).collect()
}

/// The program with a learner who moves through it.
struct Away {
    engine: Engine,
    model: Model,
    desk: Desk,
    ms: i64,
}

impl Away {
    /// On the page of the first lesson, of so many characters.
    fn reading(data: &Path, lessons: &Path, characters: usize) -> Away {
        let body = format!(
            "# 題\n\n本文です。{}\n\n## 確認問題\n\n### 問（1つ）どうしますか。\n\n- [x] 正しい手\n- [ ] 誤った手\n  - その手では遅れます。\n",
            "あ".repeat(characters)
        );
        lesson(lessons, "ja", "a", "題", &body);
        sitting::welcomed(data, lessons);
        let engine = sitting::opened(data, lessons);
        let model = engine.model(Surface::Screens);
        let desk = Desk::new(String::new(), (80, 60));
        let mut away = Away { engine, model, desk, ms: 0 };
        away.engine.perform_all(&mut away.model, vec![Effect::LoadHome]);
        away.desk.settle(&mut away.model, 0);
        away.press(Key::Enter);
        assert!(away.is_reading());
        away
    }

    fn is_reading(&self) -> bool {
        self.model.session().is_some_and(|session| matches!(session.step, Step::Read { .. }))
    }

    fn press(&mut self, key: Key) {
        for message in self.desk.press(&self.model, self.ms, key) {
            self.take(message);
        }
        self.desk.settle(&mut self.model, self.ms);
    }

    fn take(&mut self, message: Message) {
        let mut waiting = VecDeque::from(update(&mut self.model, self.ms, message));
        while let Some(effect) = waiting.pop_front() {
            for message in self.engine.perform(effect) {
                waiting.extend(update(&mut self.model, self.ms, message));
            }
        }
    }

    /// How often the page says that the clock had stopped.
    fn told(&self) -> usize {
        screen(&self.model, &self.desk).matches("時計を止めていました。").count()
    }

    fn wait(&mut self, seconds: i64) {
        self.ms += seconds * 1000;
    }
}

#[rstest]
#[case::under_the_limit(&[39], 39)]
#[case::a_telephone_call(&[600], LEAST_SECONDS)]
#[case::a_key_says_that_somebody_is_there(&[30, 30, 30], 90)]
#[case::called_away_twice(&[600, 5, 3_600], 2 * LEAST_SECONDS + 5)]
#[case::called_away_and_again_on_the_same_page(&[600, 3_600, 5], 2 * LEAST_SECONDS + 5)]
fn a_short_page_counts_at_most_forty_seconds_without_a_key(#[case] pauses: &[i64], #[case] seconds: i64) {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut away = Away::reading(data.path(), lessons.path(), 20);
    let (last, before) = pauses.split_last().unwrap();
    let mut is_told = false;
    for pause in before {
        away.wait(*pause);
        // It does nothing here.
        away.press(Key::Up);
        assert!(away.is_reading());
        // It stands until a key does something.
        is_told |= *pause > LEAST_SECONDS;
        assert_eq!(away.told(), usize::from(is_told));
    }
    away.wait(*last);
    away.press(Key::Enter);
    assert!(!away.is_reading());
    assert_eq!(number(data.path(), STEP_MS), seconds * 1000);
    assert_eq!(away.told(), usize::from(*last > LEAST_SECONDS));
}

#[test]
fn a_long_page_counts_at_most_twice_the_time_that_it_is_guessed_to_take() {
    let (data, lessons) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut away = Away::reading(data.path(), lessons.path(), 700);
    let guessed = away.model.session().unwrap().steps[0].1;
    assert!(guessed > 60.0, "{guessed}");
    away.wait(3_600);
    away.press(Key::Enter);
    assert!(!away.is_reading());
    assert_eq!(number(data.path(), STEP_MS), (guessed * 2.0 * 1000.0) as i64);
}
