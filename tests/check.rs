//! `sukima check` from outside: folders and files in, findings and mended files out.

#[path = "check/files.rs"]
mod files;
#[path = "check/fixing.rs"]
mod fixing;
#[path = "check/folders.rs"]
mod folders;
#[path = "check/program.rs"]
mod program;
#[path = "check/reports.rs"]
mod reports;
#[path = "check/settings.rs"]
mod settings;
#[path = "check/slips.rs"]
mod slips;
