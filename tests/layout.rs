//! Layout from outside: blocks and a width in, rows out.

mod builders;
mod kinsoku;
mod lessons;
mod line_breaking;
mod paragraphs;
mod pictures;
mod properties;
mod renditions;
