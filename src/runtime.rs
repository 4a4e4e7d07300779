//! The terminal: keys in, frames out. It blocks until something happens, writes nothing while idle, and gives the
//! terminal back at every exit.

mod closing;
mod console;
mod happening;
mod keys;
mod measuring;
mod painting;
mod terminal;
mod waiting;

use std::io;

use crossterm::event::{Event, KeyEventKind};

use crate::app::{Desk, Effect, Key, Message, Model, Opening, Screen, Storage, Surface};
use crate::engine::Engine;
use crate::runtime::happening::Happening;
use crate::runtime::waiting::Waiting;
use crate::tui;

pub use closing::survive_a_full_quota;
pub use console::{is_alone_on_its_console, screen_reader_is_running};
pub use terminal::Screens;

/// How the program was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub storage: Storage,
    /// What the process ends with when it was ended from outside: 128 and the signal. A closed window is a hang-up.
    pub ended_by: Option<u8>,
}

/// Runs until the learner leaves, or the terminal does.
pub fn run(engine: &mut Engine, opening: Opening) -> io::Result<Left> {
    let model = engine.model(Surface::Screens);
    let waiting = Waiting::start()?;
    let screens = Screens::open()?;
    let desk = Desk::new(engine.record_place(), screens.size());
    let mut stage = Stage { engine, model, screens, desk, opening: Some(opening) };
    let played = stage.play(waiting);
    let Stage { engine, mut model, screens, .. } = stage;
    drop(screens);
    for message in engine.settle_record() {
        engine.take(&mut model, message);
    }
    let ended_by = match played {
        // Nobody is left to read about it.
        Err(error) if terminal::is_gone(&error) => Some(closing::HUNG_UP),
        played => played?,
    };
    Ok(Left { storage: model.storage, ended_by })
}

/// Everything that a happening may concern.
struct Stage<'run> {
    engine: &'run mut Engine,
    model: Model,
    screens: Screens,
    desk: Desk,
    opening: Option<Opening>,
}

impl Stage<'_> {
    /// What ended it from outside, if anything did.
    fn play(&mut self, mut waiting: Waiting) -> io::Result<Option<u8>> {
        self.engine.perform_all(&mut self.model, vec![Effect::LoadHome]);
        self.paint()?;
        if measuring::is_wanted(&self.model.look) {
            if let Some(ambiguous) = measuring::measure() {
                self.engine.take(&mut self.model, Message::WidthMeasured(ambiguous));
            }
            // What was asked with has been drawn over the frame.
            self.screens.forget()?;
            self.paint()?;
        }
        while !self.model.has_ended {
            console::follow_typing(|| self.is_typing());
            match waiting.next()? {
                Happening::Leave(code) => return Ok(Some(code)),
                Happening::Suspend => {
                    terminal::give_back();
                    waiting::stop_here()?;
                }
                // Whoever had the terminal meanwhile has written on it.
                Happening::Continue => {
                    self.screens.take_again()?;
                    self.fit()?;
                }
                Happening::Resize => self.fit()?,
                Happening::Input(Event::Paste(text)) => self.paste(&text)?,
                Happening::Input(Event::Key(pressed)) if pressed.kind != KeyEventKind::Release => {
                    let is_repeat = pressed.kind == KeyEventKind::Repeat;
                    if let Some(key) = keys::key(pressed).filter(|key| !is_repeat || key.may_repeat()) {
                        self.press(key);
                        self.paint()?;
                    }
                }
                Happening::Input(_) => {}
            }
        }
        Ok(None)
    }

    fn paint(&mut self) -> io::Result<()> {
        if matches!(self.model.screen(), Screen::Home(_))
            && let Some(message) = self.opening.take().and_then(Opening::message)
        {
            self.engine.take(&mut self.model, message);
        }
        self.desk.settle(&mut self.model, self.engine.now_ms());
        self.screens.draw(|frame| tui::view(&self.model, &self.desk, frame))
    }

    /// The page for the terminal's size, drawn whole.
    fn fit(&mut self) -> io::Result<()> {
        self.screens.fit()?;
        self.desk.resize(&self.model, self.screens.size());
        self.paint()
    }

    fn press(&mut self, key: Key) {
        for message in self.desk.press(&self.model, self.engine.now_ms(), key) {
            self.engine.take(&mut self.model, message);
        }
    }

    /// Text goes where text is typed, as one line, and nowhere else: a pasted `Enter` decides nothing.
    fn paste(&mut self, text: &str) -> io::Result<()> {
        for message in self.desk.paste(&self.model, &keys::pasted(text)) {
            self.engine.take(&mut self.model, message);
        }
        self.paint()
    }

    fn is_typing(&self) -> bool {
        self.desk.takes_text(&self.model)
    }
}
