//! What stands under a question's heading, sorted before its type is known: labelled lines and the other blocks.
//! Reading an answer takes its blocks out; what is left is the question's body.

use std::collections::BTreeSet;

use crate::content::answer_lines::{AnswerLines, Line, lines_of, mistake};
use crate::content::findings::Findings;
use crate::content::lesson::Page;
use crate::content::question::notes::paragraph;
use crate::domain::diagnostic::Finding;
use crate::domain::document::{Block, BlockKind, ByteRange};
use crate::domain::question::Mistake;

pub struct Parts<'a> {
    pub blocks: Vec<Block>,
    pub lines: AnswerLines,
    /// Among the blocks, where the first labelled line stood.
    pub answer_at: usize,
    pub heading_range: ByteRange,
    pub page: &'a Page<'a>,
    right_ranges: Vec<ByteRange>,
}

impl<'a> Parts<'a> {
    pub fn new(blocks: Vec<Block>, heading_range: ByteRange, page: &'a Page<'a>) -> Parts<'a> {
        let mut parts = Parts {
            blocks: Vec::with_capacity(blocks.len()),
            lines: AnswerLines::default(),
            answer_at: usize::MAX,
            heading_range,
            page,
            right_ranges: Vec::new(),
        };
        for block in blocks {
            let BlockKind::Paragraph(content) = &block.kind else {
                parts.blocks.push(block);
                continue;
            };
            let lines = lines_of(content, &block.range, page.file);
            let count = lines.len();
            let unlabelled = parts.lines.take(lines);
            if unlabelled.len() == count {
                parts.blocks.push(block);
                continue;
            }
            parts.blocks.extend(paragraph(unlabelled));
            parts.answer_at = parts.answer_at.min(parts.blocks.len());
        }
        parts.answer_at = parts.answer_at.min(parts.blocks.len());
        parts
    }

    /// The answer line; without one this is told.
    pub fn answer(&mut self, findings: &mut Findings<'_>) -> Option<Line> {
        let answer = self.lines.answers.first().filter(|line| !line.content.is_empty()).cloned();
        match &answer {
            Some(line) => self.is_right(line.range.clone()),
            None => findings.error(Finding::NoAnswerPart, self.heading_range.clone()),
        }
        answer
    }

    /// Mistakes that are often made; one without a feedback is told and left out.
    pub fn mistakes(&self, findings: &mut Findings<'_>) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for line in &self.lines.mistakes {
            match mistake(line) {
                Some(mistake) => mistakes.push(mistake),
                None => findings.warn(Finding::WrongChoiceWithoutFeedback, line.range.clone()),
            }
        }
        mistakes
    }

    /// Notes that these bytes belong to the right answer.
    pub fn is_right(&mut self, range: ByteRange) {
        self.right_ranges.push(range);
    }

    /// Office values without a setting inside the right answer, each once.
    pub fn unset_office_values(&self) -> Vec<String> {
        let used = self.right_ranges.iter().flat_map(|range| self.page.office_values_in(range));
        let names: BTreeSet<&String> = used.filter(|used| !used.is_set).map(|used| &used.name).collect();
        names.into_iter().cloned().collect()
    }
}
