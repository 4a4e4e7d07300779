//! Files in, lessons and findings out: what the reader makes of what people write.

#[path = "support/document.rs"]
mod document;
#[path = "reader/support.rs"]
mod support;

#[path = "reader/broken.rs"]
mod broken;
#[path = "reader/front_matter.rs"]
mod front_matter;
#[path = "reader/glossary.rs"]
mod glossary;
#[path = "reader/hostile.rs"]
mod hostile;
#[path = "reader/markdown.rs"]
mod markdown;
#[path = "reader/office.rs"]
mod office;
#[path = "reader/sample.rs"]
mod sample;
#[path = "reader/slips.rs"]
mod slips;
#[path = "reader/types.rs"]
mod types;
#[path = "reader/worksheet.rs"]
mod worksheet;
