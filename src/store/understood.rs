//! What a few rows were last found to mean. They are read before each step and at each answer, and most of their words
//! are the same: understanding them costs more than comparing them. Never believed without a comparison, so that it does
//! not matter who wrote them.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::Connection;

use crate::domain::event::PlannedStep;
use crate::domain::fold::{AnsweredStep, SessionState};
use crate::domain::id::SessionId;
use crate::domain::memory::Scheduling;
use crate::domain::pace::Timings;

#[derive(Default)]
pub(super) struct Understood {
    /// By its id, and by what was written until it was read.
    pub session: LastRead<(SessionId, Writes), Option<SessionState>>,
    pub steps: LastRead<String, Vec<PlannedStep>>,
    pub answered_steps: LastRead<String, Vec<AnsweredStep>>,
    pub timings: LastRead<String, Timings>,
    pub scheduling: LastRead<BTreeMap<String, String>, Scheduling>,
}

/// As long as it is the same, nobody has written into the record.
#[derive(Clone, PartialEq)]
pub(super) struct Writes {
    /// Changes when another connection commits (sqlite.org/pragma.html#pragma_data_version), and says nothing of this one.
    by_others: i64,
    by_this_one: u64,
}

impl Writes {
    pub fn so_far(connection: &Connection) -> rusqlite::Result<Writes> {
        let by_others = connection.prepare_cached("pragma data_version")?.query_row([], |row| row.get(0))?;
        Ok(Writes { by_others, by_this_one: connection.total_changes() })
    }
}

/// Words, and what they mean.
pub(super) struct LastRead<W, M>(RefCell<Option<(W, Rc<M>)>>);

impl<W, M> LastRead<W, M> {
    /// The meaning of these words, lent; `understand` is asked when they are others than last time.
    pub fn meaning<Q, E>(&self, words: &Q, understand: impl FnOnce(&Q) -> Result<M, E>) -> Result<Rc<M>, E>
    where
        Q: PartialEq + ToOwned<Owned = W> + ?Sized,
        W: Borrow<Q>,
    {
        if let Some((last, meaning)) = self.0.borrow().as_ref()
            && last.borrow() == words
        {
            return Ok(Rc::clone(meaning));
        }
        let meaning = Rc::new(understand(words)?);
        *self.0.borrow_mut() = Some((words.to_owned(), Rc::clone(&meaning)));
        Ok(meaning)
    }
}

impl<W, M> Default for LastRead<W, M> {
    fn default() -> LastRead<W, M> {
        LastRead(RefCell::new(None))
    }
}
