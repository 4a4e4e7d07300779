//! The terminal: keys in, frames out. It blocks until something happens, writes nothing while idle, and gives the
//! terminal back at every exit.

mod closing;
mod console;
mod happening;
mod joining;
mod keys;
mod measuring;
mod painting;
mod terminal;
mod waiting;

use std::io;

use crossterm::event::{Event, KeyEventKind};

use crate::app::{Desk, Key, Message, Model, Opening, Screen, Surface};
use crate::engine::Engine;
use crate::runtime::happening::Happening;
use crate::runtime::waiting::Waiting;
use crate::tui;

pub use closing::survive_a_full_quota;
pub use console::{is_alone_on_its_console, screen_reader_is_running};
pub use terminal::Screens;

/// Runs until the learner leaves, the terminal does, or the rest is wanted in lines: the model tells which. `opening` is
/// what Home starts with, and taken when it comes up. Returned is what the process ends with when it was ended from
/// outside: 128 and the signal; a closed window is a hang-up.
pub fn run(engine: &mut Engine, model: &mut Model, opening: &mut Option<Opening>) -> io::Result<Option<u8>> {
    let mut waiting = Waiting::start()?;
    let played = play(engine, model, opening, &mut waiting);
    if model.surface == Surface::Lines && played.as_ref().is_ok_and(Option::is_none) && !model.has_ended {
        waiting.rest();
        return Ok(None);
    }
    for message in engine.settle_record() {
        engine.take(model, message);
    }
    match played {
        // Whatever failed then: nobody is left to read about it.
        Err(error) if terminal::is_gone(&error) || waiting.is_over() => Ok(Some(closing::HUNG_UP)),
        played => played,
    }
}

/// As long as it is on screens; the terminal is given back when it returns.
fn play(
    engine: &mut Engine,
    model: &mut Model,
    opening: &mut Option<Opening>,
    waiting: &mut Waiting,
) -> io::Result<Option<u8>> {
    let screens = Screens::open()?;
    let desk = Desk::new(engine.record_place(), screens.size());
    let mut stage = Stage { engine, model, screens, desk, opening };
    let played = stage.play(waiting);
    stage.keep_draft();
    played
}

/// Everything that a happening may concern.
struct Stage<'run> {
    engine: &'run mut Engine,
    model: &'run mut Model,
    screens: Screens,
    desk: Desk,
    opening: &'run mut Option<Opening>,
}

impl Stage<'_> {
    /// What ended it from outside, if anything did.
    fn play(&mut self, waiting: &mut Waiting) -> io::Result<Option<u8>> {
        self.paint()?;
        if measuring::is_wanted(&self.model.look) {
            if let Some(ambiguous) = measuring::measure() {
                self.engine.take(self.model, Message::WidthMeasured(ambiguous));
            }
            // What was asked with has been drawn over the frame.
            self.screens.forget()?;
            self.paint()?;
        }
        while !self.model.has_ended && self.model.surface == Surface::Screens {
            console::follow_typing(|| self.is_typing());
            self.engine.tidy_up();
            let is_working = self.model.is_working();
            let patience = if is_working { Some(0) } else { self.desk.draft_waits_ms(self.engine.now_ms()) };
            match waiting.next(patience)? {
                Happening::Leave(code) => return Ok(Some(code)),
                Happening::TimeUp if is_working => {
                    self.engine.take(self.model, Message::WorkGoesOn);
                    self.paint()?;
                }
                Happening::TimeUp => self.keep_draft(),
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
            self.engine.take(self.model, message);
        }
        // What is said from there on is the lines' to say.
        if self.model.surface == Surface::Lines {
            return Ok(());
        }
        self.desk.settle(self.model, self.engine.now_ms());
        self.screens.draw(|frame| tui::view(self.model, &self.desk, frame))
    }

    /// The page for the terminal's size, drawn whole.
    fn fit(&mut self) -> io::Result<()> {
        self.screens.fit()?;
        self.desk.resize(self.model, self.screens.size());
        self.paint()
    }

    /// What is unfinished of an answer, in case the power goes, and when the program is left.
    fn keep_draft(&mut self) {
        if let Some(message) = self.desk.draft() {
            self.engine.take(self.model, message);
        }
    }

    fn press(&mut self, key: Key) {
        for message in self.desk.press(self.model, self.engine.now_ms(), key) {
            self.engine.take(self.model, message);
        }
    }

    /// Text goes where text is typed, as one line, and nowhere else: a pasted `Enter` decides nothing.
    fn paste(&mut self, text: &str) -> io::Result<()> {
        for message in self.desk.paste(self.model, &keys::pasted(text)) {
            self.engine.take(self.model, message);
        }
        self.paint()
    }

    fn is_typing(&self) -> bool {
        self.desk.takes_text(self.model)
    }
}
