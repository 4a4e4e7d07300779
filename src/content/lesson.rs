//! Front matter and blocks become a lesson: main text, もっと詳しく, questions, practice. It reads no markdown itself.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::front_matter::Keys;
use crate::content::section::Section;
use crate::content::{footnotes, practice, question};
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange, RichText};
use crate::domain::id::LessonId;
use crate::domain::language::Language;
use crate::domain::lesson::{Lesson, OfficeValueUse};
use crate::text::SafeText;

/// What the readers of parts need to know about the whole file.
pub struct Page<'a> {
    pub path: &'a str,
    pub file: &'a str,
    pub line_end: &'static str,
    pub lesson: LessonId,
    pub language: Language,
    /// In the order of the file, as are the office values.
    pub strongs: Vec<ByteRange>,
    pub office_values: Vec<OfficeValueUse>,
}

impl Page<'_> {
    /// Office values whose braces open inside these bytes.
    pub fn office_values_in(&self, range: &ByteRange) -> &[OfficeValueUse] {
        let from = self.office_values.partition_point(|used| used.range.start < range.start);
        let to = self.office_values.partition_point(|used| used.range.start < range.end);
        &self.office_values[from..to.max(from)]
    }

    pub fn has_unset_value(&self, range: &ByteRange) -> bool {
        self.office_values_in(range).iter().any(|used| !used.is_set)
    }

    /// Bold words that open inside these bytes.
    pub fn strongs_in(&self, range: &ByteRange) -> &[ByteRange] {
        let from = self.strongs.partition_point(|strong| strong.start < range.start);
        let to = self.strongs.partition_point(|strong| strong.start < range.end);
        &self.strongs[from..to.max(from)]
    }
}

/// Reads a lesson. Without keys it is a text to read: nothing is asked from it, so its quiz stays part of the text.
pub fn read(keys: Option<&Keys>, blocks: Vec<Block>, page: &Page<'_>, findings: &mut Findings<'_>) -> Lesson {
    let nothing = Keys::default();
    let has_front_matter = keys.is_some();
    let keys = keys.unwrap_or(&nothing);
    let title = title_of(keys, &blocks, page.path);
    let mut parts = Parts::of(blocks, has_front_matter);
    footnotes::bring_home(&mut parts.main, &mut parts.more, [&mut parts.quiz, &mut parts.practice]);
    if !has_front_matter && let Some(heading) = parts.unread_heading {
        findings.warn(Finding::MissingKey { key: "id".to_owned() }, heading);
    }
    let mut taken = BTreeSet::new();
    let mut questions = Vec::new();
    if let Some((_, heading)) = &parts.quiz_heading {
        questions = question::read(parts.quiz, heading, page, &mut taken, findings);
    }
    let mut practised = practice::Practice::default();
    if let Some((heading, range)) = &parts.practice_heading {
        practised = practice::read(parts.practice, (heading, range), page, &mut taken, findings);
    }
    Lesson {
        id: page.lesson.clone(),
        has_front_matter,
        language: page.language,
        title,
        skill: keys.skill,
        stage: keys.stage,
        minutes: keys.minutes,
        objective: keys.objective.clone(),
        basis: keys.basis.clone(),
        review_by: keys.review_by,
        main: parts.main,
        more: parts.more,
        questions,
        tasks: practised.tasks,
        try_this: practised.try_this,
        path: page.path.to_owned(),
        office_values: page.office_values.clone(),
    }
}

/// The path without its extension and without the language folder that `folder_language` says it begins with.
pub fn id_from_path(path: &str, folder_language: Option<Language>) -> LessonId {
    let path = path.replace('\\', "/");
    let without_folder = match path.split_once('/') {
        Some((folder, rest)) if folder_language.is_some() && Language::from_tag(folder) == folder_language => rest,
        _ => &path,
    };
    let name_start = without_folder.rfind('/').map_or(0, |slash| slash + 1);
    let stem_end = without_folder[name_start..].rfind('.').filter(|dot| *dot > 0).map(|dot| name_start + dot);
    LessonId(SafeText::new(&without_folder[..stem_end.unwrap_or(without_folder.len())]).into_string())
}

/// The title of front matter, else the first heading of level 1, else the name of the file.
pub fn title_of(keys: &Keys, blocks: &[Block], path: &str) -> SafeText {
    let heading = || {
        blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Heading { level: 1, content } => Some(SafeText::new(content.plain().trim())),
            _ => None,
        })
    };
    let name = || SafeText::new(id_from_path(path, None).as_str().rsplit('/').next().unwrap_or_default());
    keys.title.clone().or_else(heading).filter(|title| !title.is_empty()).unwrap_or_else(name)
}

/// A lesson's blocks, sorted by the headings above them.
#[derive(Default)]
struct Parts {
    main: Vec<Block>,
    more: Vec<Block>,
    quiz: Vec<Block>,
    quiz_heading: Option<(RichText, ByteRange)>,
    practice: Vec<Block>,
    practice_heading: Option<(RichText, ByteRange)>,
    /// A 確認問題 or 実践 in a text that nothing is asked from.
    unread_heading: Option<ByteRange>,
}

impl Parts {
    fn of(blocks: Vec<Block>, has_front_matter: bool) -> Parts {
        let mut parts = Parts::default();
        let mut section = Section::Prose;
        let mut may_be_title = true;
        for block in blocks {
            let heading = match &block.kind {
                BlockKind::Heading { level, content } if *level <= 2 => Some((*level, content.clone())),
                _ => None,
            };
            if let Some((level, content)) = heading {
                section = if level == 2 { Section::of_heading(&content.plain()) } else { Section::Prose };
                let place = (content, block.range.clone());
                let is_title = level == 1 && std::mem::take(&mut may_be_title);
                let is_kept = match section {
                    Section::More => false,
                    Section::Quiz if has_front_matter => {
                        parts.quiz_heading.get_or_insert(place);
                        false
                    }
                    Section::Practice if has_front_matter => {
                        parts.practice_heading.get_or_insert(place);
                        false
                    }
                    Section::Quiz | Section::Practice => {
                        parts.unread_heading.get_or_insert(place.1);
                        section = Section::Prose;
                        true
                    }
                    Section::Prose | Section::FollowUp => {
                        section = Section::Prose;
                        !is_title
                    }
                };
                if is_kept {
                    parts.main.push(block);
                }
                continue;
            }
            may_be_title &= matches!(block.kind, BlockKind::Comment(_));
            match section {
                Section::More => &mut parts.more,
                Section::Quiz => &mut parts.quiz,
                Section::Practice => &mut parts.practice,
                Section::Prose | Section::FollowUp => &mut parts.main,
            }
            .push(block);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_without_a_written_id_is_named_by_its_path() {
        for (path, folder, wanted) in [
            ("ja/safe-basics/mail.md", Some(Language::Japanese), "safe-basics/mail"),
            ("ja/mail.md", None, "ja/mail"),
            ("notes/2026.11.md", None, "notes/2026.11"),
            ("readme", None, "readme"),
            (".md", None, ".md"),
        ] {
            assert_eq!(id_from_path(path, folder).as_str(), wanted);
        }
    }
}
