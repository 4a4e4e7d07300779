//! The terminal: keys in, frames out. It blocks until something happens, writes nothing while idle, and gives the
//! terminal back at every exit.

mod keys;
mod terminal;

use std::io;

use crossterm::event::{self, Event, KeyEventKind};

use crate::app::{Desk, Model, Opening, Screen, Surface};
use crate::engine::Engine;
use crate::runtime::keys::key;
use crate::runtime::terminal::Screens;
use crate::tui;

/// Runs until the learner leaves, or wants to go on in lines: the model tells which. `opening` is what Home starts
/// with, and taken when it comes up.
pub fn run(engine: &mut Engine, model: &mut Model, opening: &mut Option<Opening>) -> io::Result<()> {
    let mut screens = Screens::open()?;
    let mut desk = Desk::new(engine.record_place(), screens.size());
    while !model.has_ended && model.surface == Surface::Screens {
        if matches!(model.screen(), Screen::Home(_))
            && let Some(message) = opening.take().and_then(Opening::message)
        {
            engine.take(model, message);
        }
        desk.settle(model, engine.now_ms());
        screens.draw(|frame| tui::view(model, &desk, frame))?;
        match event::read()? {
            Event::Resize(columns, rows) => desk.resize(model, (columns, rows)),
            Event::Paste(text) => {
                for typed in text.chars().filter(|typed| !typed.is_control()) {
                    press(engine, model, &mut desk, crate::app::Key::Character(typed));
                }
            }
            Event::Key(pressed) if pressed.kind != KeyEventKind::Release => {
                let is_repeat = pressed.kind == KeyEventKind::Repeat;
                if let Some(key) = key(pressed).filter(|key| !is_repeat || key.may_repeat()) {
                    press(engine, model, &mut desk, key);
                }
            }
            _ => {}
        }
    }
    if model.has_ended {
        for message in engine.settle_record() {
            engine.take(model, message);
        }
    }
    Ok(())
}

fn press(engine: &mut Engine, model: &mut Model, desk: &mut Desk, key: crate::app::Key) {
    for message in desk.press(model, engine.now_ms(), key) {
        engine.take(model, message);
    }
    // What is said from there on is the lines' to say.
    if model.surface == Surface::Screens {
        desk.settle(model, engine.now_ms());
    }
}
