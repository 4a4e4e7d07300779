//! The terminal: keys in, frames out. It blocks until something happens, writes nothing while idle, and gives the
//! terminal back at every exit.

mod keys;
mod terminal;

use std::io;

use crossterm::event::{self, Event, KeyEventKind};

use crate::app::{Desk, Effect, Model, Opening, Screen, Storage, Surface};
use crate::engine::Engine;
use crate::runtime::keys::key;
use crate::runtime::terminal::Screens;
use crate::tui;

/// Runs until the learner leaves; the storage as it stands then.
pub fn run(engine: &mut Engine, opening: Opening) -> io::Result<Storage> {
    let mut model = engine.model(Surface::Screens);
    let mut screens = Screens::open()?;
    let mut desk = Desk::new(engine.record_place(), screens.size());
    let mut opening = Some(opening);
    engine.perform_all(&mut model, vec![Effect::LoadHome]);
    while !model.has_ended {
        if matches!(model.screen(), Screen::Home(_)) {
            if let Some(message) = opening.take().and_then(Opening::message) {
                engine.take(&mut model, message);
            }
        }
        desk.settle(&mut model, engine.now_ms());
        screens.draw(|frame| tui::view(&model, &desk, frame))?;
        match event::read()? {
            Event::Resize(columns, rows) => desk.resize(&model, (columns, rows)),
            Event::Paste(text) => {
                for message in desk.paste(&model, &text) {
                    engine.take(&mut model, message);
                }
            }
            Event::Key(pressed) if pressed.kind != KeyEventKind::Release => {
                let is_repeat = pressed.kind == KeyEventKind::Repeat;
                if let Some(key) = key(pressed).filter(|key| !is_repeat || key.may_repeat()) {
                    press(engine, &mut model, &mut desk, key);
                }
            }
            _ => {}
        }
    }
    for message in engine.settle_record() {
        engine.take(&mut model, message);
    }
    drop(screens);
    Ok(model.storage)
}

fn press(engine: &mut Engine, model: &mut Model, desk: &mut Desk, key: crate::app::Key) {
    for message in desk.press(model, engine.now_ms(), key) {
        engine.take(model, message);
    }
    desk.settle(model, engine.now_ms());
}
