//! The row above a page: where somebody is, what is left, and what is true of the whole sitting. It draws nothing.

use crate::app::{Model, Screen, Step, Storage, View};
use crate::i18n::say::Say;
use crate::width::columns_with;

/// Columns between the two sides of the row, and between the words of one.
const GAP: &str = "  ";

/// One row.
pub struct Header {
    pub text: String,
    /// The column at which words are typed.
    pub cursor: Option<usize>,
}

/// What stands left and what stands right, as far as there is room for it.
pub fn header(model: &Model, page: &View<'_>, width: usize) -> Header {
    let language = model.settings.language;
    let columns = |text: &str| columns_with(text, model.look.ambiguous());
    let mut marks = Vec::new();
    if model.is_trial {
        marks.push(Say::TrialMark.in_language(language));
    }
    if model.storage != Storage::Kept {
        marks.push(Say::UnkeptMark.in_language(language));
    }
    let marks = marks.join(GAP);
    let named = |name: &str| format!("{name}{GAP}{marks}").trim_end().to_owned();
    let (part, of) = page.part;
    let part = if of > 1 { Say::Part { part, of }.in_language(language) } else { String::new() };
    let fits = |left: &str, right: &str| columns(left) + GAP.len() + columns(right) <= width;
    let between = |left: &str, right: &str| {
        let gap = width.saturating_sub(columns(left) + columns(right));
        format!("{left}{}{right}", " ".repeat(gap))
    };

    // Words that are looked for are typed where nothing is read, so that no row of the page moves.
    if let Some((words, cursor)) = page.search_line(model, width.saturating_sub(columns(&part) + GAP.len())) {
        let left = Some(named(&words)).filter(|left| fits(left, &part)).unwrap_or(words);
        return Header { text: between(&left, &part), cursor };
    }
    // At the close nothing is left.
    let time = model
        .session()
        .filter(|session| matches!(model.screen(), Screen::Session(_)) && !matches!(session.step, Step::Close(_)))
        .map(|session| Say::TimeLeftMark { seconds: session.seconds_left() }.in_language(language));
    let all = [time, Some(part.clone())].into_iter().flatten().filter(|text| !text.is_empty());
    let mut right = all.collect::<Vec<_>>().join(GAP);
    // What a part belongs to says more than the program's name.
    let section = page.section.as_deref().map(named).filter(|section| fits(section, &right));
    let mut left = section.unwrap_or_else(|| named(&Say::Program.in_language(language)));
    // On a small screen the place, the time and what is true of the whole sitting matter more than the program's name,
    // and the time, which a key tells too, less than the others.
    if !fits(&left, &right) {
        left = marks;
    }
    if !fits(&left, &right) && !part.is_empty() {
        right = part;
    }
    Header { text: between(&left, &right), cursor: None }
}
