//! Reads texts and says what came out, in words short enough for a table.

use sukima::content::reading::{FileContent, read_text};
use sukima::domain::diagnostic::{Diagnostic, Finding, Severity};
use sukima::domain::language::Language;
use sukima::domain::lesson::Lesson;
use sukima::domain::office::Office;
use sukima::domain::question::Question;

pub const JA: &str = include_str!("../fixtures/sample-lessons/ja/safe-basics/suspicious-mail-first-move.md");
pub const EN: &str = include_str!("../fixtures/sample-lessons/en/safe-basics/suspicious-mail-first-move.md");
pub const PATH: &str = "ja/safe-basics/suspicious-mail-first-move.md";

pub struct Read {
    pub content: FileContent,
    pub diagnostics: Vec<Diagnostic>,
}

pub fn read(text: &str) -> Read {
    read_at(PATH, text, Some(Language::Japanese), &Office::default())
}

pub fn read_at(path: &str, text: &str, folder: Option<Language>, office: &Office) -> Read {
    let mut diagnostics = Vec::new();
    let content = read_text(path, text, folder, office, &mut diagnostics);
    Read { content, diagnostics }
}

impl Read {
    pub fn lesson(&self) -> &Lesson {
        match &self.content {
            FileContent::Lesson(lesson) => lesson,
            other => panic!("not a lesson: {other:?}"),
        }
    }

    pub fn question(&self, id: &str) -> &Question {
        let found = self.lesson().questions.iter().find(|question| question.id.as_str() == id);
        found.unwrap_or_else(|| panic!("no question {id}: {:#?}", self.diagnostics))
    }

    pub fn only_question(&self) -> &Question {
        assert_eq!(self.lesson().questions.len(), 1, "{:#?}", self.diagnostics);
        &self.lesson().questions[0]
    }

    pub fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.finding.code()).collect()
    }

    pub fn errors(&self) -> Vec<&'static str> {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.map(|diagnostic| diagnostic.finding.code()).collect()
    }

    /// Slips as (what the file says, what was meant).
    pub fn slips(&self) -> Vec<(&str, &str)> {
        self.diagnostics
            .iter()
            .filter_map(|diagnostic| match &diagnostic.finding {
                Finding::ImeSlip { found, wanted, .. } => Some((found.as_str(), wanted.as_str())),
                _ => None,
            })
            .collect()
    }
}

/// A lesson with the front matter of the sample and this body.
pub fn lesson(body: &str) -> String {
    format!("---\nid: test\ntitle: 題\nlang: ja\n---\n\n{body}")
}

/// A lesson with one question.
pub fn quiz(question: &str) -> String {
    lesson(&format!("本文です。\n\n## 確認問題\n\n{question}"))
}

/// The text with every offered edit made.
pub fn fixed(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut mended = text.to_owned();
    for edit in edits.iter().rev() {
        mended.replace_range(edit.range.clone(), &edit.replacement);
    }
    mended
}

/// What was read, as text without the places it was read from.
pub fn without_places(content: &FileContent) -> String {
    let text = format!("{content:#?}");
    let is_place = |line: &&str| !(line.trim_start().starts_with("range: ") || line.contains("_range: "));
    text.lines().filter(is_place).collect::<Vec<_>>().join("\n")
}
