//! Parameters fitted to a learner's own answers: as good as the published trainer's, kept only where they tell later
//! answers better, on screens, in lines and as a command; stopped at any moment, and taken back.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod career;
mod program;
mod trainer;
