//! Rows as they are written for a screen or for lines, with the number that picks each one. It knows no terminal.

use crate::domain::document::{Block, RichText};
use crate::domain::language::Language;
use crate::layout::{self, Labels, Measure, Rendition, Row, Span, Tone};
use crate::text::SafeText;
use crate::width::Ambiguous;

/// Where rows are written.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub columns: usize,
    pub rendition: Rendition,
    pub ambiguous: Ambiguous,
    pub rows: Vec<SheetRow>,
    number: Option<usize>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    pub row: Row,
    /// The number that picks what stands here.
    pub number: Option<usize>,
}

impl Sheet {
    pub fn new(columns: usize, rendition: Rendition, ambiguous: Ambiguous) -> Sheet {
        Sheet { columns, rendition, ambiguous, rows: Vec::new(), number: None }
    }

    /// A sentence, or several with `\n` between them.
    pub fn say(&mut self, text: &str, language: Language) {
        self.say_indented(text, "", "", language);
    }

    /// A sentence behind a number or a mark; its further lines stand under its words.
    pub fn say_indented(&mut self, text: &str, first: &str, rest: &str, language: Language) {
        let measure = self.measure(language);
        for line in SafeText::new(text).split('\n') {
            for row in layout::wrap_plain(line, &measure, first, rest) {
                self.push(Row { spans: vec![Span::new(row, Tone::Plain)] });
            }
        }
    }

    /// A sentence that is something of its own, such as a verdict.
    pub fn say_as(&mut self, text: &str, tone: Tone, language: Language) {
        let measure = self.measure(language);
        for row in layout::wrap_plain(&SafeText::line(text), &measure, "", "") {
            self.push(Row { spans: vec![Span::new(row, tone)] });
        }
    }

    /// A title of a screen or of a step.
    pub fn title(&mut self, text: &str, language: Language) {
        self.say_as(text, Tone::Heading, language);
        self.gap();
    }

    /// Room to breathe, where there is an eye to need it.
    pub fn gap(&mut self) {
        if matches!(self.rendition, Rendition::Screen { .. }) && self.rows.last().is_some_and(|row| !row.row.is_blank())
        {
            self.blank();
        }
    }

    pub fn rich(&mut self, text: &RichText, first: &str, rest: &str, language: Language) {
        for row in layout::wrap(text, Tone::Plain, &self.measure(language), first, rest) {
            self.push(row);
        }
    }

    pub fn blocks(&mut self, blocks: &[Block], language: Language) {
        for row in layout::lay_out(blocks, &self.measure(language)) {
            self.push(row);
        }
    }

    /// An empty row, unless there is one already.
    pub fn space(&mut self) {
        if self.rows.last().is_some_and(|row| !row.row.is_blank()) {
            self.blank();
        }
    }

    pub fn blank(&mut self) {
        self.push(Row { spans: Vec::new() });
    }

    /// Everything that `write` writes is picked by this number.
    pub fn choice(&mut self, number: usize, write: impl FnOnce(&mut Sheet)) {
        self.number = Some(number);
        write(self);
        self.number = None;
    }

    fn push(&mut self, row: Row) {
        self.rows.push(SheetRow { row, number: self.number });
    }

    fn measure(&self, language: Language) -> Measure {
        Measure {
            columns: self.columns,
            ambiguous: self.ambiguous,
            rendition: self.rendition,
            labels: Labels::of(language),
        }
    }
}
