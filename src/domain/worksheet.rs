//! A form of the content folder, as written. Filling one in comes later; here it is only known and listed.

use crate::domain::document::RichText;
use crate::domain::id::WorksheetId;
use crate::domain::language::Language;
use crate::text::SafeText;

/// One form in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Worksheet {
    pub id: WorksheetId,
    pub language: Language,
    pub title: SafeText,
    pub fields: Vec<Field>,
    pub follow_up: Vec<Field>,
    /// Path below the content folder, with `/`.
    pub path: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub id: String,
    pub label: RichText,
    pub field_type: FieldType,
    pub is_required: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    Text,
    LongText,
    Number,
    Date,
    Choice,
}
