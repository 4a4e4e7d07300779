//! Making typed answers comparable.

/// Folds for comparison.
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}
