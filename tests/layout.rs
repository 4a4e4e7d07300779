//! Layout from outside: blocks and a width in, rows out.

#[path = "layout/builders.rs"]
mod builders;
#[path = "layout/kinsoku.rs"]
mod kinsoku;
#[path = "layout/lessons.rs"]
mod lessons;
#[path = "layout/line_breaking.rs"]
mod line_breaking;
#[path = "layout/paragraphs.rs"]
mod paragraphs;
#[path = "layout/pictures.rs"]
mod pictures;
#[path = "layout/properties.rs"]
mod properties;
#[path = "layout/renditions.rs"]
mod renditions;
