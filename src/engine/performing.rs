//! Effects of a sitting: each one fact or a few, stored together, and the message that the store's reply makes.

mod answers;
mod beforehand;
mod room;
mod sittings;
mod steps;
mod timed;

pub(super) use answers::Answering;
pub(super) use timed::Timed;
