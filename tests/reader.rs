//! Files in, lessons and findings out: what the reader makes of what people write.

#[path = "reader/support.rs"]
mod support;

#[path = "reader/sample.rs"]
mod sample;
