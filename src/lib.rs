//! sukima: three spare minutes at a desk, turned into learning that changes work.
//!
//! Read the modules in this order; each may use those that its line names, and `domain` and `text` beside them.
//! `tests/structure.rs` holds the code to this list, so a new arrow is drawn here first.
//!
//! | module | its one job | uses |
//! |---|---|---|
//! | [`usual`] | the characters that nearly all of a lesson consists of, told by their bytes | – |
//! | [`text`] | text that can do no harm on a terminal, and folding for comparison | `usual` |
//! | [`domain`] | what a lesson, an answer, a memory, a streak and a plan *are*; no file, clock, terminal or SQL | `text` |
//! | [`width`] | how many columns a text takes | `usual` |
//! | [`i18n`] | every sentence that the program says, in both languages | – |
//! | [`content`] | a folder of markdown → a library and its diagnostics | `width` |
//! | [`layout`] | a document and a width → rows of toned spans | `width`, `usual` |
//! | [`store`] | `sukima.db`: events appended, projections folded from them | – |
//! | [`library`] | which folder is the library, and the lessons in it | `content`, `store` |
//! | [`app`] | the model and `update` → effects, one file per screen | `layout`, `i18n`, `width` |
//! | [`engine`] | the only performer of effects and the only reader of the clock | `app`, `library`, `store`, `width` |
//! | [`tui`] | the model as a frame of cells | `app`, `layout`, `i18n`, `width` |
//! | [`runtime`] | the terminal: keys in, frames out, given back at every exit | `tui`, `app`, `engine`, `width` |
//! | [`line`] | the whole program as lines of text | `app`, `engine`, `layout`, `i18n`, `width` |
//! | [`report`] | findings and figures as text for people | `i18n`, `width` |
//! | [`cli`] | arguments to jobs, errors to exit codes | all of them |
//!
//! `usual`, `text`, `width` and `domain` use nothing but what their lines name. `i18n` speaks of domain values (a day, a
//! language) and of nothing else of ours: a message carries them as data, so that a date is written by the language that
//! says it.
//!
//! Facts are stored and meaning is derived: see [`domain::event`] for the log and [`domain::fold`] for its meaning.

pub mod app;
pub mod cli;
pub mod content;
pub mod domain;
pub mod engine;
pub mod i18n;
pub mod layout;
pub mod library;
pub mod line;
pub mod report;
pub mod runtime;
pub mod store;
pub mod text;
pub mod tui;
pub mod usual;
pub mod width;
