//! `sukima check` from outside: folders and files in, findings and mended files out.

mod files;
mod fixing;
mod folders;
mod program;
mod reports;
mod settings;
mod slips;
