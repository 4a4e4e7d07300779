//! The answers that count, question by question, for fitting. Reads the log and writes nothing.

use std::collections::BTreeMap;

use crate::domain::event::Fact;
use crate::domain::id::QuestionRef;
use crate::domain::memory::Rating;
use crate::domain::memory::fitting::PastAnswer;
use crate::store::{Store, StoreError, event};

impl Store {
    /// The history of every question that was answered, each in order and without what was taken back.
    pub fn past_answers(&self) -> Result<Vec<Vec<PastAnswer>>, StoreError> {
        self.read(|connection| {
            let mut histories: BTreeMap<QuestionRef, Vec<PastAnswer>> = BTreeMap::new();
            let columns = event::COLUMNS;
            let mut statement = connection.prepare(&format!(
                "select {columns} from event
                 where kind = 'question_answered'
                   and not exists (select 1 from undone where undone.target = event.id)
                 order by tick, device, seq"
            ))?;
            for event in statement.query_map([], event::from_row)? {
                let event = event?;
                if let Fact::QuestionAnswered(answer) = &event.fact {
                    let rating = Rating::of(answer.verdict, answer.confidence);
                    let past = PastAnswer { day: event.moment.day, rating };
                    histories.entry(answer.reference()).or_default().push(past);
                }
            }
            Ok(histories.into_values().collect())
        })
    }
}
