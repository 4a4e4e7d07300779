//! 実践: tasks for the desk, and やってみること with its cues. It never asks whether they fit the lesson.

use std::collections::BTreeSet;

use crate::content::attributes::Attributes;
use crate::content::findings::Findings;
use crate::content::identity::is_valid_id;
use crate::content::lesson::Page;
use crate::content::question::identify;
use crate::content::section::{Group, groups, is_try_this};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange, Inline, ListItem, RichText};
use crate::domain::id::{QuestionId, WorksheetId};
use crate::domain::lesson::{Cue, Task, TryThis};
use crate::text::SafeText;

/// Working days until the learner is asked, when nothing is written.
const ASK_AFTER_DAYS: u32 = 5;
const LONGEST_ASK_DAYS: u32 = 60;

/// What a 実践 holds.
#[derive(Debug, Default)]
pub struct Practice {
    pub tasks: Vec<Task>,
    pub try_this: Option<TryThis>,
}

/// Reads the blocks of a 実践. Boxes without a heading of their own are one task.
pub fn read(
    blocks: Vec<Block>,
    section: (&RichText, &ByteRange),
    page: &Page<'_>,
    taken: &mut BTreeSet<QuestionId>,
    findings: &mut Findings<'_>,
) -> Practice {
    let (leading, mut groups) = groups(blocks);
    if leading.iter().any(|block| matches!(block.kind, BlockKind::List { .. })) {
        let group = Group { heading: section.0.clone(), heading_range: section.1.clone(), blocks: leading };
        groups.insert(0, group);
    }
    let mut practice = Practice::default();
    for group in groups {
        let errors_before = findings.error_count();
        if is_try_this(&group.heading.plain()) {
            let read = try_this(group, page, taken, findings);
            match (&mut practice.try_this, read) {
                (Some(first), Some(more)) => first.cues.extend(more.cues),
                (slot, read) => *slot = slot.take().or(read),
            }
        } else {
            let task = task(group, page, taken, findings);
            if findings.error_count() == errors_before {
                practice.tasks.push(task);
            }
        }
    }
    practice
}

fn task(group: Group, page: &Page<'_>, taken: &mut BTreeSet<QuestionId>, findings: &mut Findings<'_>) -> Task {
    let range = group.range();
    let mut blocks = group.blocks;
    let attributes = Attributes::take(&mut blocks, page.file, findings);
    let title = without_label(group.heading);
    // A task is never asked about by itself, so an id is welcome and not required.
    let id = attributes.has("id").then(|| identify(&attributes, "", &group.heading_range, page, taken, findings).id);
    let worksheet = attributes.get("worksheet").and_then(|attribute| {
        if is_valid_id(&attribute.value) {
            return Some(WorksheetId::new(attribute.value.clone()));
        }
        let id = SafeText::new(&attribute.value).into_string();
        findings.error(Finding::InvalidId { id }, attribute.range.clone());
        None
    });
    let mut steps = Vec::new();
    let mut others = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::List { items, .. } if items.iter().any(|item| item.ticked.is_some()) => {
                steps.extend(items.into_iter().filter_map(|item| first_words(&item)));
            }
            kind => others.push(Block { kind, range: block.range }),
        }
    }
    Task { id, title, worksheet, blocks: others, steps, range }
}

fn try_this(
    group: Group,
    page: &Page<'_>,
    taken: &mut BTreeSet<QuestionId>,
    findings: &mut Findings<'_>,
) -> Option<TryThis> {
    let range = group.range();
    let mut blocks = group.blocks;
    let attributes = Attributes::take(&mut blocks, page.file, findings);
    let errors_before = findings.error_count();
    let id = attributes.has("id").then(|| identify(&attributes, "", &group.heading_range, page, taken, findings).id);
    let ask_after = attributes.number("ask", 1, LONGEST_ASK_DAYS, findings).unwrap_or(ASK_AFTER_DAYS);
    if findings.error_count() > errors_before {
        return None;
    }
    let items = blocks.into_iter().flat_map(|block| match block.kind {
        BlockKind::List { items, .. } => items,
        _ => Vec::new(),
    });
    let items: Vec<ListItem> = items.collect();
    if items.is_empty() {
        findings.error(Finding::NoCue, group.heading_range);
        return None;
    }
    let cues: Vec<Cue> = items.into_iter().filter_map(|item| cue(item, findings)).collect();
    (!cues.is_empty()).then_some(TryThis { id, ask_after, cues, range })
}

/// A cue with its actions; one without an action is told and left out.
fn cue(item: ListItem, findings: &mut Findings<'_>) -> Option<Cue> {
    let when = first_words(&item)?;
    let actions: Vec<RichText> = item
        .blocks
        .iter()
        .flat_map(|block| match &block.kind {
            BlockKind::List { items, .. } => items.as_slice(),
            _ => &[],
        })
        .filter_map(first_words)
        .collect();
    if actions.is_empty() {
        findings.error(Finding::CueWithoutAction, item.range);
        return None;
    }
    Some(Cue { when, actions, range: item.range })
}

fn first_words(item: &ListItem) -> Option<RichText> {
    match &item.blocks.first()?.kind {
        BlockKind::Paragraph(content) if !content.is_empty() => Some(content.clone()),
        _ => None,
    }
}

/// `課題 報告先を席に貼る` without its first word, which the screen says itself.
fn without_label(mut title: RichText) -> RichText {
    if let Some(Inline::Text(first)) = title.0.first() {
        let rest = ["課題", "Task"].iter().find_map(|label| first.trim_start().strip_prefix(label));
        let rest = rest.and_then(|rest| rest.strip_prefix([' ', '\u{3000}', ':', '：']));
        if let Some(rest) = rest.map(str::trim_start).filter(|rest| !rest.is_empty()) {
            title.0[0] = Inline::Text(SafeText::new(rest));
        }
    }
    title
}
