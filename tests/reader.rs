//! Files in, lessons and findings out: what the reader makes of what people write.

mod support;

mod broken;
mod front_matter;
mod glossary;
mod hostile;
mod markdown;
mod office;
mod sample;
mod slips;
mod types;
mod worksheet;
