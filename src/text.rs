//! Text that can do no harm, text made alike for comparison, and names that were mistyped. Nothing here knows a file, a screen or a lesson.

pub mod fold;
mod nearest;
mod safe;

pub use nearest::nearest;
pub use safe::{SafeText, unsafe_characters};
