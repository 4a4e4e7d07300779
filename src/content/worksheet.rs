//! A worksheet file: which fields a form has. Filling one in is not this module's.

use std::collections::BTreeSet;

use crate::content::attributes::Attributes;
use crate::content::findings::Findings;
use crate::content::front_matter::Keys;
use crate::content::identity::{is_valid_field_id, question_id};
use crate::content::lesson::{Page, id_from_path, title_of};
use crate::content::question::id_comment;
use crate::content::section::{Group, Section, groups};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind};
use crate::domain::id::{QuestionId, WorksheetId};
use crate::domain::worksheet::{Field, FieldType, Worksheet};
use crate::text::SafeText;

const TYPES: [(&str, FieldType); 5] = [
    ("text", FieldType::Text),
    ("long-text", FieldType::LongText),
    ("number", FieldType::Number),
    ("date", FieldType::Date),
    ("choice", FieldType::Choice),
];
const LEAST_CHOICES: usize = 2;

/// Reads a form; a field with an error is left out.
pub fn read(keys: &Keys, blocks: Vec<Block>, page: &Page<'_>, findings: &mut Findings<'_>) -> Worksheet {
    let title = title_of(keys, &blocks, page.path);
    let id = keys.id.clone().unwrap_or_else(|| file_stem(page));
    let mut main = Vec::new();
    let mut follow_up = Vec::new();
    let mut in_follow_up = false;
    for block in blocks {
        if let BlockKind::Heading { level: 1 | 2, content } = &block.kind {
            in_follow_up = Section::of_heading(&content.plain()) == Section::FollowUp;
            continue;
        }
        if in_follow_up { &mut follow_up } else { &mut main }.push(block);
    }
    let mut taken = BTreeSet::new();
    let mut fields = |blocks, findings: &mut Findings<'_>| -> Vec<Field> {
        let (_, groups) = groups(blocks);
        groups.into_iter().filter_map(|group| field(group, page, &mut taken, findings)).collect()
    };
    let fields_of_main = fields(main, findings);
    let fields_of_follow_up = fields(follow_up, findings);
    for (name, range) in &keys.adds_up {
        let is_number = |field: &Field| field.id == *name && field.field_type == FieldType::Number;
        if !fields_of_main.iter().any(is_number) {
            let numbers = fields_of_main.iter().filter(|field| field.field_type == FieldType::Number);
            let allowed = numbers.map(|field| field.id.as_str()).collect::<Vec<_>>().join(", ");
            let value = SafeText::new(name).into_string();
            findings.error(Finding::InvalidValue { key: "adds_up".to_owned(), value, allowed }, range.clone());
        }
    }
    Worksheet {
        id: WorksheetId(id),
        language: page.language,
        title,
        fields: fields_of_main,
        follow_up: fields_of_follow_up,
        path: page.path.to_owned(),
    }
}

fn file_stem(page: &Page<'_>) -> String {
    let id = id_from_path(page.path, None);
    id.as_str().rsplit('/').next().unwrap_or_default().to_owned()
}

fn field(group: Group, page: &Page<'_>, taken: &mut BTreeSet<String>, findings: &mut Findings<'_>) -> Option<Field> {
    let errors_before = findings.error_count();
    let mut blocks = group.blocks;
    let attributes = Attributes::take(&mut blocks, page.file, findings);
    let (id, id_range) = match attributes.get("id") {
        Some(attribute) => {
            if !is_valid_field_id(&attribute.value) {
                let id = SafeText::new(&attribute.value).into_string();
                findings.error(Finding::InvalidId { id }, attribute.range.clone());
            }
            (attribute.value.clone(), attribute.range.clone())
        }
        None => {
            let QuestionId(id) = question_id(&group.heading.plain());
            let comment = id_comment(&QuestionId(id.clone()), &attributes, &group.heading_range, page);
            let finding = Finding::MissingQuestionId { id: id.clone() };
            findings.warn_with_fix(finding, group.heading_range.clone(), vec![comment]);
            (id, group.heading_range.clone())
        }
    };
    if !taken.insert(id.clone()) {
        findings.error(Finding::DuplicateQuestionId { id: id.clone() }, id_range);
    }
    let field_type = match attributes.get("type") {
        Some(attribute) => {
            let known = TYPES.iter().find(|(name, _)| *name == attribute.value);
            if known.is_none() {
                let found = SafeText::new(&attribute.value).into_string();
                findings.error(Finding::UnknownFieldType { found }, attribute.range.clone());
            }
            known.map(|(_, field_type)| *field_type)?
        }
        None => {
            findings.warn(Finding::MissingKey { key: "type".to_owned() }, group.heading_range.clone());
            FieldType::Text
        }
    };
    if field_type == FieldType::Choice {
        let count = blocks.iter().map(item_count).sum();
        if count < LEAST_CHOICES {
            findings.error(Finding::TooFewChoices { count }, group.heading_range.clone());
        }
    }
    let is_required = attributes.has("required");
    (findings.error_count() == errors_before).then_some(Field { id, label: group.heading, field_type, is_required })
}

fn item_count(block: &Block) -> usize {
    match &block.kind {
        BlockKind::List { items, .. } => items.len(),
        _ => 0,
    }
}
