//! Text that can do no harm, and text made alike for comparison. Nothing here knows a file, a screen or a lesson.

pub mod fold;
mod safe;

pub use safe::{SafeText, unsafe_characters};
