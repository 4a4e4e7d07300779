//! i18n

pub mod check;
pub mod finding;
