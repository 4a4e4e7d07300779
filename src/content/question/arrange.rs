//! （並べ替え） and （組み合わせ）: things to bring into order or together.

use crate::content::findings::Findings;
use crate::content::question::parts::Parts;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, RichText};
use crate::domain::question::Answer;

/// With fewer, there is nothing to arrange.
const LEAST_ITEMS: usize = 2;

pub fn read_order(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let place = parts.blocks.iter().position(|block| matches!(block.kind, BlockKind::List { start: Some(_), .. }));
    let Some(Block { kind: BlockKind::List { items, .. }, range }) = place.map(|place| parts.blocks.remove(place))
    else {
        findings.error(Finding::NoAnswerPart, parts.heading_range.clone());
        return None;
    };
    let items: Vec<RichText> = items.into_iter().filter_map(|item| first_words(item.blocks)).collect();
    if items.len() < LEAST_ITEMS {
        findings.error(Finding::TooFewItems { count: items.len() }, parts.heading_range.clone());
        return None;
    }
    parts.is_right(range);
    Some(Answer::Order(items))
}

pub fn read_match(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let place = parts.blocks.iter().position(|block| matches!(block.kind, BlockKind::Table { .. }));
    let Some(Block { kind: BlockKind::Table { head, rows, .. }, range }) =
        place.map(|place| parts.blocks.remove(place))
    else {
        findings.error(Finding::NoAnswerPart, parts.heading_range.clone());
        return None;
    };
    parts.is_right(range.clone());
    let has_unset = parts.page.has_unset_value(&range);
    let Some(table) = Pairs::of_table(head, rows, has_unset) else {
        findings.error(Finding::InvalidMatchTable, range);
        return None;
    };
    if table.lefts.len() < LEAST_ITEMS {
        findings.error(Finding::TooFewItems { count: table.lefts.len() }, range);
        return None;
    }
    let Pairs { left_heading, right_heading, lefts, rights } = table;
    Some(Answer::Match { left_heading, right_heading, lefts, rights })
}

/// The first paragraph of an item.
pub fn first_words(blocks: Vec<Block>) -> Option<RichText> {
    match blocks.into_iter().next()?.kind {
        BlockKind::Paragraph(content) if !content.is_empty() => Some(content),
        _ => None,
    }
}

struct Pairs {
    left_heading: RichText,
    right_heading: RichText,
    lefts: Vec<RichText>,
    rights: Vec<RichText>,
}

impl Pairs {
    /// Two columns, every right cell filled and different from the others, no left cell twice. The rights of rows with an
    /// empty left come last, so that places agree.
    fn of_table(head: Vec<RichText>, rows: Vec<Vec<RichText>>, has_unset: bool) -> Option<Pairs> {
        let [left_heading, right_heading] = <[RichText; 2]>::try_from(head).ok()?;
        let mut pairs = Pairs { left_heading, right_heading, lefts: Vec::new(), rights: Vec::new() };
        let mut extra = Vec::new();
        for row in rows {
            let [left, right] = <[RichText; 2]>::try_from(row).ok()?;
            if left.is_empty() && right.is_empty() {
                continue;
            }
            if right.is_empty() {
                return None;
            }
            if left.is_empty() {
                extra.push(right);
            } else {
                pairs.lefts.push(left);
                pairs.rights.push(right);
            }
        }
        pairs.rights.extend(extra);
        // Two values that are not set read alike; then the question is not asked anyway.
        let is_clear = has_unset || (all_differ(&pairs.lefts) && all_differ(&pairs.rights));
        is_clear.then_some(pairs)
    }
}

fn all_differ(texts: &[RichText]) -> bool {
    let mut words: Vec<String> = texts.iter().map(|text| text.plain().trim().to_owned()).collect();
    words.sort();
    words.windows(2).all(|pair| pair[0] != pair[1])
}
