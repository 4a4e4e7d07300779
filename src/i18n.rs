//! i18n

pub mod help;
pub mod usage;
