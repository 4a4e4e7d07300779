//! Pictures of progress from outside: a record of some months made of real events on two machines, and every figure that
//! the program tells of it beside SQL written here over those events.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod support;

#[path = "statistics/career.rs"]
mod career;
#[path = "statistics/figures.rs"]
mod figures;
#[path = "statistics/sql.rs"]
mod sql;
#[cfg(unix)]
#[path = "statistics/surfaces.rs"]
mod surfaces;
