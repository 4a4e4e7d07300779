//! `sukima` and `sukima study`: which surface to open on, and from one to the other when the learner asks for it.

use std::io::{self, IsTerminal, Write};

use crate::app::{Effect, Model, Opening, Storage, Surface, Terminal};
use crate::cli::arguments::AmbiguousWidth;
use crate::cli::{COULD_NOT_START, DONE, Failure, NOT_OURS, NOT_STORED, opening};
use crate::domain::language::Language;
use crate::engine::{Engine, Options};
use crate::i18n::command::Tell;
use crate::i18n::say::Say;
use crate::line::{self, Ended};
use crate::runtime;
use crate::text::SafeText;

/// Runs until the learner leaves; the exit code says whether everything is kept. `plain` asks for lines.
pub fn run(
    options: &Options,
    opening: Opening,
    minutes: Option<u32>,
    plain: bool,
    ambiguous: Option<AmbiguousWidth>,
    language: Language,
) -> Result<io::Result<u8>, Failure> {
    let mut engine = opening::open(options, language)?;
    if let Opening::Lesson(id) = &opening
        && engine.library.lesson(id, engine.settings.language).is_none()
    {
        let id = SafeText::line(id.as_str()).to_string();
        let text = Tell::UnknownLesson { id }.in_language(engine.settings.language);
        return Err(Failure { exit_code: COULD_NOT_START, code: "unknown-lesson", text });
    }
    if let Some(minutes) = minutes {
        engine.ask_for_minutes(minutes);
    }
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    engine.meet(Terminal::of(is_terminal, |name| std::env::var_os(name)));
    match ambiguous {
        Some(AmbiguousWidth::Known(ambiguous)) => engine.look.ambiguous = Some(ambiguous),
        Some(AmbiguousWidth::Auto) => engine.look.ambiguous = None,
        None => {}
    }
    let mut model = engine.model(first_surface(&engine, plain));
    engine.perform_all(&mut model, vec![Effect::LoadHome]);
    Ok(on_surfaces(&mut engine, &mut model, opening))
}

/// What somebody chose stands above what the system says of its user.
fn first_surface(engine: &Engine, plain: bool) -> Surface {
    match engine.look.surface {
        _ if plain || !engine.look.can_draw => Surface::Lines,
        Some(chosen) => chosen,
        None if runtime::screen_reader_is_running() => Surface::Lines,
        None => Surface::Screens,
    }
}

/// One surface after the other, with the same engine and the same model: nothing is asked or shown twice.
fn on_surfaces(engine: &mut Engine, model: &mut Model, opening: Opening) -> io::Result<u8> {
    let mut opening = Some(opening);
    loop {
        match model.surface {
            Surface::Screens => {
                let ended_by = runtime::run(engine, model, &mut opening)?;
                if ended_by.is_some() || model.has_ended {
                    return Ok(left(&model.storage, ended_by, model.settings.language));
                }
            }
            Surface::Lines => {
                let ended = line::run(engine, model, &mut opening, &mut io::stdin().lock(), &mut io::stdout().lock())?;
                match ended {
                    Ended::Kept => return Ok(DONE),
                    Ended::NotKept => return Ok(NOT_STORED),
                    Ended::ReadOnly => return Ok(NOT_OURS),
                    Ended::OnScreens => {}
                }
            }
        }
    }
}

/// After the screens are gone: what was not kept is said once more where it stays readable.
fn left(storage: &Storage, ended_by: Option<u8>, language: Language) -> u8 {
    let (exit_code, say) = match storage {
        Storage::Kept => return ended_by.unwrap_or(DONE),
        Storage::NotKept { .. } => (NOT_STORED, Say::NotKeptAtEnd),
        Storage::ReadOnly { place } => (NOT_OURS, Say::ReadOnly { place: place.clone() }),
        Storage::Waiting { events, place, is_rescued, .. } => {
            let is_rescued = *is_rescued;
            (NOT_STORED, Say::WaitingAtEnd { events: *events, place: place.clone(), is_rescued })
        }
    };
    // The exit code says it as well, should the stream be gone.
    drop(writeln!(io::stderr(), "{}", say.in_language(language)));
    exit_code
}
