//! An answer in the making on a screen: what is chosen, ticked, moved, paired or typed, and nothing of it kept until it
//! is decided. Places are as shown; they become places as written when the response is made.

use serde::{Deserialize, Serialize};

use crate::app::AskContent;
use crate::app::field::Field;
use crate::app::keys::Place;
use crate::domain::question::{Answer, Response};
use crate::domain::shuffle::is_permutation;
use crate::text::fold;

/// The state of the widget that a question type has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// No question is being answered.
    #[default]
    None,
    /// One of the options, once one is chosen.
    Choice {
        chosen: Option<usize>,
        count: usize,
    },
    Ticks(Ticks),
    Order {
        lines: Vec<usize>,
        cursor: usize,
        before: Option<Vec<usize>>,
    },
    Pairs {
        rights: Vec<Option<usize>>,
        cursor: usize,
        right_count: usize,
    },
    Texts {
        fields: Vec<Field>,
        at: usize,
        is_closed: bool,
    },
    /// 記述: a text, then the checklist against it.
    Write {
        field: Field,
        checks: Option<Ticks>,
    },
}

/// Lines that are each ticked or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticks {
    pub ticked: Vec<bool>,
    pub cursor: usize,
}

impl Ticks {
    fn new(count: usize) -> Ticks {
        Ticks { ticked: vec![false; count], cursor: 0 }
    }

    pub fn toggle(&mut self, place: usize) {
        if let Some(ticked) = self.ticked.get_mut(place) {
            *ticked = !*ticked;
            self.cursor = place;
        }
    }

    fn fits(&self, count: usize) -> bool {
        self.ticked.len() == count && self.cursor < count.max(1)
    }

    fn places(&self) -> impl Iterator<Item = usize> {
        self.ticked.iter().enumerate().filter(|(_, ticked)| **ticked).map(|(place, _)| place)
    }
}

/// Why an answer cannot be decided yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Choice,
    Tick,
    /// No line has been moved: as they come, lines are never in their order.
    Move,
    Pair,
    Text,
    Number,
}

impl Work {
    /// What the question starts with: nothing is chosen before somebody chooses it.
    pub fn on(content: &AskContent) -> Work {
        match &content.question.answer {
            Answer::One(choices) | Answer::Case(choices) => Work::Choice { chosen: None, count: choices.len() },
            Answer::TrueFalse { .. } => Work::Choice { chosen: None, count: 2 },
            Answer::All(choices) => Work::Ticks(Ticks::new(choices.len())),
            Answer::Order(items) => Work::Order { lines: (0..items.len()).collect(), cursor: 0, before: None },
            Answer::Match { lefts, rights, .. } => {
                Work::Pairs { rights: vec![None; lefts.len()], cursor: 0, right_count: rights.len() }
            }
            Answer::Number { .. } | Answer::Typed { .. } => Work::texts(1),
            Answer::Cloze { blanks, .. } => Work::texts(blanks.len()),
            Answer::Write { .. } => Work::Write { field: Field::default(), checks: None },
        }
    }

    /// What was left unfinished, from its draft; a draft that does not fit the question (an author may have changed it)
    /// is as good as none.
    pub fn resumed(content: &AskContent) -> Work {
        let fresh = Work::on(content);
        let draft = content.draft.as_deref().and_then(|draft| serde_json::from_str::<Work>(draft).ok());
        draft.filter(|draft| draft.fits(&fresh)).unwrap_or(fresh)
    }

    /// The draft that [`Work::resumed`] reads.
    pub fn draft(&self) -> String {
        let draft = match self {
            // The checklist is gone through again: ticks without the model answer in view mean little.
            Work::Write { field, .. } => Work::Write { field: field.clone(), checks: None },
            work => work.clone(),
        };
        serde_json::to_string(&draft).expect("plain values are JSON")
    }

    fn fits(&self, fresh: &Work) -> bool {
        match (self, fresh) {
            (Work::Choice { chosen, count }, Work::Choice { count: of, .. }) => {
                count == of && chosen.is_none_or(|place| place < *of)
            }
            (Work::Ticks(ticks), Work::Ticks(of)) => ticks.fits(of.ticked.len()),
            (Work::Order { lines, cursor, before }, Work::Order { lines: of, .. }) => {
                let is_whole = |lines: &[usize]| lines.len() == of.len() && is_permutation(lines, of.len());
                is_whole(lines) && before.as_deref().is_none_or(is_whole) && *cursor < of.len()
            }
            (
                Work::Pairs { rights, cursor, right_count },
                Work::Pairs { rights: of, right_count: right_count_of, .. },
            ) => {
                rights.len() == of.len()
                    && right_count == right_count_of
                    && *cursor < of.len()
                    && rights.iter().flatten().all(|right| right < right_count)
            }
            (Work::Texts { fields, at, .. }, Work::Texts { fields: of, .. }) => {
                fields.len() == of.len() && *at < of.len()
            }
            (Work::Write { checks: None, .. }, Work::Write { .. }) => true,
            _ => false,
        }
    }

    fn texts(count: usize) -> Work {
        Work::Texts { fields: vec![Field::default(); count], at: 0, is_closed: false }
    }

    /// Which keys work.
    pub fn place(&self) -> Place {
        match self {
            Work::None => Place::Waiting,
            Work::Choice { .. } => Place::Choosing,
            Work::Ticks(_) => Place::Ticking,
            Work::Order { before: None, .. } => Place::Ordering,
            Work::Order { .. } => Place::OrderingHeld,
            Work::Pairs { .. } => Place::Pairing,
            Work::Texts { is_closed: true, .. } => Place::Confirming,
            Work::Texts { fields, at, .. } if fields.len() > 1 => {
                let is_open = |(index, field): (usize, &Field)| index != *at && field.text().trim().is_empty();
                match fields.iter().enumerate().any(is_open) {
                    true => Place::TypingBlanks,
                    false => Place::TypingLastBlank,
                }
            }
            Work::Texts { .. } | Work::Write { checks: None, .. } => Place::Typing,
            Work::Write { .. } => Place::Checking,
        }
    }

    /// The last number that means something, where numbers do.
    pub fn last_number(&self) -> Option<usize> {
        match self {
            Work::Choice { count, .. } => Some(*count),
            Work::Ticks(ticks) | Work::Write { checks: Some(ticks), .. } => Some(ticks.ticked.len()),
            Work::Order { lines, .. } => Some(lines.len()),
            Work::Pairs { right_count, .. } => Some(*right_count),
            Work::None | Work::Texts { .. } | Work::Write { .. } => None,
        }
    }

    /// The line under the cursor, from 1; `None` while none is chosen.
    pub fn selected(&self) -> Option<usize> {
        match self {
            Work::Choice { chosen, .. } => chosen.map(|place| place + 1),
            Work::Ticks(ticks) | Work::Write { checks: Some(ticks), .. } => Some(ticks.cursor + 1),
            Work::Order { cursor, .. } | Work::Pairs { cursor, .. } => Some(cursor + 1),
            Work::None | Work::Texts { .. } | Work::Write { .. } => None,
        }
    }

    /// The field that is typed in.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Work::Texts { fields, at, is_closed: false } => fields.get_mut(*at),
            Work::Write { field, checks: None } => Some(field),
            _ => None,
        }
    }

    /// Up or down: the cursor, or the line that is held.
    pub fn step(&mut self, is_up: bool) {
        let moved = |cursor: usize, count: usize| match is_up {
            true => cursor.saturating_sub(1),
            false => (cursor + 1).min(count.saturating_sub(1)),
        };
        match self {
            Work::Choice { chosen, count } => *chosen = Some(chosen.map_or(0, |place| moved(place, *count))),
            Work::Ticks(ticks) | Work::Write { checks: Some(ticks), .. } => {
                ticks.cursor = moved(ticks.cursor, ticks.ticked.len());
            }
            Work::Order { lines, cursor, before } => {
                let to = moved(*cursor, lines.len());
                if before.is_some() {
                    lines.swap(*cursor, to);
                }
                *cursor = to;
            }
            Work::Pairs { rights, cursor, .. } => *cursor = moved(*cursor, rights.len()),
            Work::Texts { fields, at, .. } => *at = moved(*at, fields.len()),
            Work::None | Work::Write { .. } => {}
        }
    }

    /// A number on the page, from 1: chosen, ticked, held, put or paired.
    pub fn number(&mut self, number: usize) {
        let Some(place) = number.checked_sub(1) else { return };
        match self {
            Work::Choice { chosen, count } if place < *count => *chosen = Some(place),
            Work::Ticks(ticks) | Work::Write { checks: Some(ticks), .. } => ticks.toggle(place),
            Work::Order { lines, cursor, before } if place < lines.len() => {
                if before.take().is_some() {
                    let line = lines.remove(*cursor);
                    lines.insert(place, line);
                } else {
                    *before = Some(lines.clone());
                }
                *cursor = place;
            }
            Work::Pairs { rights, cursor, right_count } if place < *right_count => {
                rights[*cursor] = Some(place);
                // On to the next that has no partner, so that digits alone fill the table.
                let open = (*cursor + 1..rights.len()).chain(0..*cursor).find(|left| rights[*left].is_none());
                *cursor = open.unwrap_or(*cursor);
            }
            _ => {}
        }
    }

    /// Space: ticks the line under the cursor, or takes it in the hand.
    pub fn touch(&mut self) {
        match self {
            Work::Ticks(ticks) | Work::Write { checks: Some(ticks), .. } => ticks.toggle(ticks.cursor),
            Work::Order { lines, before: before @ None, .. } => *before = Some(lines.clone()),
            Work::Order { before, .. } => *before = None,
            _ => {}
        }
    }

    /// The held line stays where it is, or goes back to where it was.
    pub fn put(&mut self, stays: bool) {
        let Work::Order { lines, cursor, before } = self else { return };
        if let Some(before) = before.take().filter(|_| !stays) {
            let held = lines[*cursor];
            *cursor = before.iter().position(|line| *line == held).unwrap_or(*cursor);
            *lines = before;
        }
    }

    /// `Enter` or `Tab` in a text: the next blank, or the end of typing. Nothing is decided by it.
    pub fn next_field(&mut self, content: &AskContent, closes: bool) -> Result<(), Missing> {
        match self {
            Work::Texts { fields, at, is_closed } => {
                if let Answer::Number { unit, .. } = &content.question.answer
                    && !is_doubt(fields[0].text())
                    && fold::number(fields[0].text(), unit).is_none()
                {
                    return Err(Missing::Number);
                }
                if !closes {
                    *at = (*at + 1) % fields.len();
                    return Ok(());
                }
                if fields[*at].text().trim().is_empty() {
                    return Err(Missing::Text);
                }
                match fields.iter().position(|field| field.text().trim().is_empty()) {
                    Some(open) => *at = open,
                    None => *is_closed = true,
                }
            }
            Work::Write { field, checks } => {
                if field.text().trim().is_empty() {
                    return Err(Missing::Text);
                }
                if let Answer::Write { checklist, .. } = &content.question.answer {
                    *checks = Some(Ticks::new(checklist.len()));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Back into the text, which stands as it was typed.
    pub fn edit(&mut self) {
        match self {
            Work::Texts { is_closed, .. } => *is_closed = false,
            Work::Write { checks, .. } => *checks = None,
            _ => {}
        }
    }

    /// Whether a lone `?` was typed: the learner does not know, and is shown the answer.
    pub fn is_in_doubt(&self) -> bool {
        match self {
            Work::Texts { fields, .. } => fields.iter().any(|field| is_doubt(field.text())),
            Work::Write { field, .. } => is_doubt(field.text()),
            _ => false,
        }
    }

    /// Whether nothing was chosen, ticked, moved or paired yet, where that is how a question is answered.
    pub fn is_untouched(&self) -> bool {
        match self {
            Work::Choice { chosen, .. } => chosen.is_none(),
            Work::Ticks(ticks) => ticks.places().next().is_none(),
            Work::Order { lines, before, .. } => before.is_none() && lines.iter().copied().eq(0..lines.len()),
            Work::Pairs { rights, .. } => rights.iter().all(Option::is_none),
            Work::None | Work::Texts { .. } | Work::Write { .. } => false,
        }
    }

    /// The response, with places as written.
    pub fn response(&self, content: &AskContent) -> Result<Response, Missing> {
        let written = |shown: usize| content.order.get(shown).copied().unwrap_or(shown);
        let answer = &content.question.answer;
        Ok(match self {
            Work::None => return Err(Missing::Choice),
            Work::Choice { chosen, .. } => {
                let chosen = chosen.ok_or(Missing::Choice)?;
                let is_fixed = matches!(answer, Answer::TrueFalse { .. });
                Response::Picked(vec![if is_fixed { chosen } else { written(chosen) }])
            }
            Work::Ticks(ticks) => {
                let mut picked: Vec<usize> = ticks.places().map(written).collect();
                picked.sort_unstable();
                if picked.is_empty() {
                    return Err(Missing::Tick);
                }
                Response::Picked(picked)
            }
            Work::Order { lines, .. } if lines.iter().copied().eq(0..lines.len()) => return Err(Missing::Move),
            Work::Order { lines, .. } => Response::Order(lines.iter().map(|line| written(*line)).collect()),
            Work::Pairs { rights, .. } => {
                let pairs = rights.iter().enumerate().map(|(left, right)| Some((left, written((*right)?))));
                Response::Pairs(pairs.collect::<Option<_>>().ok_or(Missing::Pair)?)
            }
            Work::Texts { fields, .. } => {
                let mut texts = fields.iter().map(|field| known(field.text()));
                match answer {
                    Answer::Cloze { .. } => Response::Blanks(texts.collect()),
                    Answer::Number { .. } => Response::Number(texts.next().unwrap_or_default()),
                    _ => Response::Text(texts.next().unwrap_or_default()),
                }
            }
            Work::Write { field, checks } => {
                let met = checks.iter().flat_map(Ticks::places).collect();
                Response::Checks { text: known(field.text()), met }
            }
        })
    }
}

fn is_doubt(text: &str) -> bool {
    matches!(text.trim(), "?" | "？")
}

/// The text as it is kept: a lone `?` says that nothing is known.
fn known(text: &str) -> String {
    if is_doubt(text) { String::new() } else { text.trim().to_owned() }
}

#[cfg(test)]
mod tests;
