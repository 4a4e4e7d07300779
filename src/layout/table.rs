//! Tables: framed on a screen while every column stays readable, otherwise a list of records. No cell is cut off.

mod frame;
mod records;

use crate::domain::document::{Alignment, RichText};
use crate::layout::Rendition;
use crate::layout::block::Page;
use crate::layout::margin::Margin;

/// A table as it was read.
#[derive(Clone, Copy)]
pub(super) struct Table<'document> {
    pub(super) alignments: &'document [Alignment],
    pub(super) head: &'document [RichText],
    pub(super) rows: &'document [Vec<RichText>],
}

pub(super) fn lay_out(page: &mut Page<'_>, table: Table<'_>, margin: &Margin) {
    let framed = match page.measure.rendition {
        Rendition::Screen { .. } => frame::rows(page, table, margin),
        Rendition::Lines => None,
    };
    match framed {
        Some(rows) => page.rows.extend(rows),
        None => records::lay_out(page, table, margin),
    }
}
