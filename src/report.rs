//! Findings and figures as text for people. Nothing here reads a file or decides what is a finding.

pub mod diagnostics;
