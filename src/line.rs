//! Line mode: the whole program as lines of text, for a pipe, a screen reader, and anybody who likes it. Append-only:
//! no frame, no colour, no cursor move. One line per reply; every prompt ends in `> `; end of input leaves with
//! everything kept. The sitting itself is `app`'s; here is only how it is said and how a reply is read.

pub mod paper;

use std::io::{self, BufRead, Write};

use crate::app::{Dialogue, FitPage, Heard, Message, Model, Opening, Page, Screen, Step, Storage, Surface};
use crate::engine::{Engine, Origin};
use crate::i18n::fit::FitSay;
use crate::i18n::say::Say;
use crate::line::paper::Paper;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Kept,
    NotKept,
    /// The data belongs to a newer program.
    ReadOnly,
    /// It has not: the learner goes on on screens.
    OnScreens,
}

/// Work under way says how far it is after so much more of it.
const PERCENT_BETWEEN: u8 = 25;
/// A reply longer than this is cut; nothing that people type is.
const REPLY_BYTES_AT_MOST: usize = 16 * 1024;

/// Runs until the learner leaves, wants screens, or the input ends. `opening` is what Home starts with, and taken when
/// it comes up.
pub fn run(
    engine: &mut Engine,
    model: &mut Model,
    opening: &mut Option<Opening>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Ended> {
    let mut paper = Paper::new(out);
    let place = engine.record_place();
    let mut dialogue = Dialogue::default();
    if let (Origin::BuiltInInsteadOf(folder), true) = (&engine.origin, opening.is_some()) {
        let say = Say::BuiltInInstead { folder: folder.display().to_string() };
        on_paper(model, &place, &mut paper, |page| page.say(&say))?;
    }
    let input_ended = loop {
        if matches!(model.screen(), Screen::Home(_))
            && let Some(message) = opening.take().and_then(Opening::message)
        {
            on_paper(model, &place, &mut paper, |page| page.banner())?;
            engine.take(model, message);
        }
        if model.surface == Surface::Screens && !model.has_ended {
            return Ok(Ended::OnScreens);
        }
        let notices = std::mem::take(&mut model.notices);
        on_paper(model, &place, &mut paper, |page| notices.iter().for_each(|notice| page.say(&notice.said())))?;
        if model.has_ended {
            break false;
        }
        on_paper(model, &place, &mut paper, |page| dialogue.show(page))?;
        work(engine, model, &mut paper, &place)?;
        on_paper(model, &place, &mut paper, |page| dialogue.show(page))?;
        let prompt = dialogue.prompt(model);
        paper.prompt(&prompt.in_language(model.settings.language), model.settings.language)?;
        engine.tidy_up();
        let Some(line) = read_line(input)? else {
            paper.close_prompt()?;
            break true;
        };
        match on_paper(model, &place, &mut paper, |page| match dialogue.hear(&line, page) {
            Heard::Say(say) => {
                page.say(&say);
                Heard::Nothing
            }
            heard => heard,
        })? {
            Heard::Messages(messages) => {
                for message in messages {
                    engine.take(model, message);
                }
            }
            Heard::Nothing | Heard::Say(_) => {}
        }
    };
    for message in engine.settle_record() {
        engine.take(model, message);
    }
    leave(model, &mut paper, &place, input_ended)
}

/// Does what is under way to its end; how far it is is said now and then.
fn work(engine: &mut Engine, model: &mut Model, paper: &mut Paper<'_>, place: &str) -> io::Result<()> {
    let mut told = 0;
    while model.is_working() {
        engine.take(model, Message::WorkGoesOn);
        if let Screen::Fit(FitPage::Working { percent }) = *model.screen()
            && percent >= told + PERCENT_BETWEEN
        {
            told = percent;
            on_paper(model, place, paper, |page| page.say(&Say::Fit(FitSay::Working { percent })))?;
        }
    }
    Ok(())
}

/// Writes on a sheet and prints it.
fn on_paper<Told>(
    model: &Model,
    place: &str,
    paper: &mut Paper<'_>,
    write: impl FnOnce(&mut Page<'_, '_>) -> Told,
) -> io::Result<Told> {
    let mut sheet = Paper::sheet();
    let told = write(&mut Page { model, sheet: &mut sheet, place, work: None, is_typed_into: false });
    paper.print(&sheet)?;
    Ok(told)
}

fn leave(model: &Model, paper: &mut Paper<'_>, place: &str, input_ended: bool) -> io::Result<Ended> {
    let mut say = |say: &Say| on_paper(model, place, paper, |page| page.say(say));
    let in_session = model.session().is_some_and(|session| !matches!(session.step, Step::Close(_)));
    match &model.storage {
        Storage::Kept => {
            if in_session || !input_ended {
                say(&Say::Goodbye { in_session })?;
            }
            Ok(Ended::Kept)
        }
        Storage::NotKept { .. } => {
            say(&Say::NotKeptAtEnd)?;
            Ok(Ended::NotKept)
        }
        Storage::ReadOnly { place } => {
            say(&Say::ReadOnly { place: place.clone() })?;
            Ok(Ended::ReadOnly)
        }
        Storage::Waiting { events, place, is_rescued, .. } => {
            say(&Say::WaitingAtEnd { events: *events, place: place.clone(), is_rescued: *is_rescued })?;
            Ok(Ended::NotKept)
        }
    }
}

/// One line without its end; `None` at the end of input. Bytes that are not UTF-8 are replaced, never an error.
fn read_line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut read_any = false;
    loop {
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if chunk.is_empty() {
            break;
        }
        read_any = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(chunk.len(), |end| end + 1);
        if bytes.len() < REPLY_BYTES_AT_MOST {
            bytes.extend_from_slice(&chunk[..end.unwrap_or(taken).min(REPLY_BYTES_AT_MOST)]);
        }
        input.consume(taken);
        if end.is_some() {
            break;
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(read_any.then(|| text.trim_end_matches('\r').trim_start_matches('\u{FEFF}').to_owned()))
}
