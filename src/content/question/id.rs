//! Under which id a question, a task or a try-this is known, and the comment to write when it has none.

use std::collections::BTreeSet;

use crate::content::attributes::Attributes;
use crate::content::findings::Findings;
use crate::content::identity::{is_valid_id, question_id};
use crate::content::lesson::Page;
use crate::content::markdown::{self, OfficeValues};
use crate::content::question::heading;
use crate::content::slips::Mended;
use crate::domain::diagnostic::{Edit, Finding};
use crate::domain::document::{BlockKind, ByteRange, RichText};
use crate::domain::id::QuestionId;
use crate::text::SafeText;

/// An id and where it comes from.
pub struct Named {
    pub id: QuestionId,
    pub is_written: bool,
}

/// The written id, else the one made from the stem, with the edit that writes it down.
pub fn identify(
    attributes: &Attributes,
    stem_plain: &str,
    heading_range: &ByteRange,
    page: &Page<'_>,
    taken: &mut BTreeSet<QuestionId>,
    findings: &mut Findings<'_>,
) -> Named {
    let written = attributes.get("id");
    let (named, range) = match written {
        Some(attribute) => {
            if !is_valid_id(&attribute.value) {
                let id = SafeText::new(&attribute.value).into_string();
                findings.error(Finding::InvalidId { id }, attribute.range.clone());
            }
            let id = QuestionId(SafeText::new(&attribute.value).into_string());
            (Named { id, is_written: true }, attribute.range.clone())
        }
        None => {
            let id = question_id(stem_plain);
            let fix = vec![id_comment(&id, attributes, heading_range, page)];
            findings.warn_with_fix(Finding::MissingQuestionId { id: id.0.clone() }, heading_range.clone(), fix);
            (Named { id, is_written: false }, heading_range.clone())
        }
    };
    if !taken.insert(named.id.clone()) {
        findings.error(Finding::DuplicateQuestionId { id: named.id.0.clone() }, range);
    }
    named
}

/// Writes the id into the comment that is there, else into a new one under the heading.
pub fn id_comment(id: &QuestionId, attributes: &Attributes, heading_range: &ByteRange, page: &Page<'_>) -> Edit {
    match &attributes.range {
        Some(comment) => {
            let at = comment.start + page.file[comment.clone()].find("<!--").map_or(0, |open| open + "<!--".len());
            Edit { range: at..at, replacement: format!(" id: {id};") }
        }
        None => {
            let at = heading_range.end;
            Edit { range: at..at, replacement: format!("{}<!-- id: {id} -->", page.line_end) }
        }
    }
}

/// The words of a stem as they are in every office: identity must not hang on who filled in a name.
pub fn stem_without_office_values(stem: &RichText, heading_range: &ByteRange, page: &Page<'_>) -> String {
    let names_office = !page.office_values_in(heading_range).is_empty();
    if !names_office {
        return stem.plain();
    }
    let written = page.file[heading_range.clone()].trim_start_matches(['#', '＃', ' ', '\u{3000}']);
    let text = format!("# {written}");
    let mut nowhere = Findings::new("", &text);
    let mended = Mended::new(&text, 0..text.len(), &[]);
    let read = markdown::read(&mended, OfficeValues::none(), &text, &mut nowhere);
    match read.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Heading { content, .. }) => heading::read(content).stem.plain(),
        _ => stem.plain(),
    }
}
