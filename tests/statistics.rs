//! Pictures of progress from outside: a record of some months made of real events on two machines, and every figure that
//! the program tells of it beside SQL written here over those events.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod career;
mod figures;
mod sql;
#[cfg(unix)]
mod surfaces;
