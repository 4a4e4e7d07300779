//! The record, from outside: what is appended is there, what is folded is right, what is not ours is left alone.

// Helpers of tests may unwrap as tests do.
#![allow(clippy::unwrap_used)]

#[path = "store/ahead.rs"]
mod ahead;
#[path = "store/disk_full.rs"]
mod disk_full;
#[path = "store/given.rs"]
mod given;
#[path = "store/logs.rs"]
mod logs;
#[path = "store/opening.rs"]
mod opening;
#[path = "store/oracle.rs"]
mod oracle;
#[path = "store/reading.rs"]
mod reading;
#[path = "store/surviving.rs"]
mod surviving;
#[path = "store/syncs.rs"]
mod syncs;
#[path = "store/writing.rs"]
mod writing;
