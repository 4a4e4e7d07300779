//! Making typed answers comparable.

/// Folds for comparison.
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Reads a number with or without its unit.
pub fn number(text: &str, unit: &str) -> Option<f64> {
    text.trim().trim_end_matches(unit).trim().parse().ok()
}

/// What a reply means.
pub fn key(text: &str) -> String {
    fold(text)
}
