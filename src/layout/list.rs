//! Lists: a mark for every item, and what belongs to it under its text.

use crate::domain::document::ListItem;
use crate::layout::block::{Page, Spacing};
use crate::layout::margin::Margin;
use crate::layout::row::Tone;

pub(super) fn lay_out<'document>(
    page: &mut Page<'document>,
    start: Option<u64>,
    items: &'document [ListItem],
    margin: &Margin,
) {
    let mut outer = margin.clone();
    for (index, item) in items.iter().enumerate() {
        let number = start.map(|start| format!("{}. ", start.saturating_add(index as u64)));
        let mark = match (number, item.ticked) {
            (None, None) => "- ".to_owned(),
            (None, Some(ticked)) => task_box(ticked).to_owned(),
            (Some(number), None) => number,
            (Some(number), Some(ticked)) => number + task_box(ticked),
        };
        let inner = page.marked(&outer, &mark, Tone::Plain);
        page.blocks(&item.blocks, &inner, Spacing::Close);
        outer = outer.after_first();
    }
}

fn task_box(is_ticked: bool) -> &'static str {
    if is_ticked { "[x] " } else { "[ ] " }
}
