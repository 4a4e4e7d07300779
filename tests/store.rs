//! The record, from outside: what is appended is there, what is folded is right, what is not ours is left alone.

// Helpers of tests may unwrap as tests do.
#![allow(clippy::unwrap_used)]

mod ahead;
mod disk_full;
mod given;
mod logs;
mod opening;
mod oracle;
mod reading;
mod surviving;
mod syncs;
mod writing;
