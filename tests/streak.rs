//! The streak from outside and against a second opinion: days of travel, of wrong clocks, of two machines and of
//! leave, told by the real program; and random careers against a slow oracle.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod careers;
mod oracle;
mod record;
mod scenarios;
