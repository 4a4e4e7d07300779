//! Text that is being written and was not sent yet. Never an event: it is kept for its place and then forgotten.

use rusqlite::{OptionalExtension, params};

use crate::store::{Operation, Store, StoreError};

/// Unsent text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    /// When it was kept.
    pub utc_ms: i64,
}

impl Store {
    /// The unsent text of a place (a question, a field of a worksheet), named by its screen.
    pub fn draft(&self, place: &str) -> Result<Option<Draft>, StoreError> {
        self.read_facts(|connection| {
            connection
                .query_row("select text, utc_ms from draft where place = ?1", [place], |row| {
                    Ok(Draft { text: row.get(0)?, utc_ms: row.get(1)? })
                })
                .optional()
        })
    }

    /// Keeps unsent text in the stead of the one before it.
    pub fn keep_draft(&mut self, place: &str, draft: &Draft) -> Result<(), StoreError> {
        self.write(Operation::Draft, |transaction| {
            transaction.execute(
                "insert into draft (place, text, utc_ms) values (?1, ?2, ?3)
                 on conflict (place) do update set text = excluded.text, utc_ms = excluded.utc_ms",
                params![place, draft.text, draft.utc_ms],
            )?;
            Ok(())
        })
    }

    /// Forgets all unsent text; writes nothing where there is none.
    pub fn forget_drafts(&mut self) -> Result<(), StoreError> {
        let has_drafts: bool = self.read_facts(|connection| {
            connection.query_row("select exists (select 1 from draft)", [], |row| row.get(0))
        })?;
        if !has_drafts {
            return Ok(());
        }
        self.write(Operation::Draft, |transaction| {
            transaction.execute("delete from draft", [])?;
            Ok(())
        })
    }

    /// Forgets the unsent text of a place, because it was sent or given up.
    pub fn forget_draft(&mut self, place: &str) -> Result<(), StoreError> {
        self.write(Operation::Draft, |transaction| {
            transaction.execute("delete from draft where place = ?1", [place])?;
            Ok(())
        })
    }
}
