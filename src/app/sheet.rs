//! Rows as they are written for a screen or for lines, with the number that picks each one. It knows no terminal.

use crate::app::field::Field;
use crate::domain::document::{Block, RichText};
use crate::domain::language::Language;
use crate::layout::{self, Labels, Measure, Rendition, Row, Tone};
use crate::text::SafeText;
use crate::width::{self, Ambiguous};

/// Stands before a text being typed.
const FIELD_MARK: &str = "> ";

/// Columns of the names in a list of names and meanings.
const ENTRY_COLUMNS: usize = 14;

const NO_BREAK_SPACE: char = '\u{A0}';

/// Where rows are written.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub columns: usize,
    pub rendition: Rendition,
    pub ambiguous: Ambiguous,
    pub rows: Vec<SheetRow>,
    /// Where the text being typed stands: row, and columns before it.
    pub cursor: Option<(usize, usize)>,
    /// Few rows are seen at a time: what belongs together is kept short.
    pub is_low: bool,
    number: Option<usize>,
    start: Start,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    pub row: Row,
    /// The number that picks what stands here.
    pub number: Option<usize>,
    pub start: Start,
}

/// What begins with a row, where a page has to be parted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// It goes on with the row above, or belongs below it as a text below its heading.
    #[default]
    Nothing,
    /// A sentence, a paragraph or an item: a part may begin here.
    Item,
    /// What is worked with together: a part begins here, unless the page fits as a whole.
    Part,
}

impl Sheet {
    pub fn new(columns: usize, rendition: Rendition, ambiguous: Ambiguous) -> Sheet {
        let (rows, start) = (Vec::new(), Start::Item);
        Sheet { columns, rendition, ambiguous, rows, cursor: None, is_low: false, number: None, start }
    }

    /// Takes everything off the sheet.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.cursor = None;
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
                self.push(Row::of(row, Tone::Plain));
            }
            self.end_item();
        }
    }

    /// A sentence that is something of its own, such as a verdict.
    pub fn say_as(&mut self, text: &str, tone: Tone, language: Language) {
        let measure = self.measure(language);
        for row in layout::wrap_plain(&SafeText::line(text), &measure, "", "") {
            self.push(Row::of(row, tone));
        }
        self.end_item();
    }

    /// A title of a screen or of a step.
    pub fn title(&mut self, text: &str, language: Language) {
        self.say_as(text, Tone::Heading, language);
        self.gap();
    }

    /// A heading inside a screen; what it is about stands right below.
    pub fn heading(&mut self, text: &str, language: Language) {
        let measure = self.measure(language);
        for row in layout::wrap_plain(&SafeText::line(text), &measure, "", "") {
            self.push(Row::of(row, Tone::Heading));
        }
    }

    /// A sentence that what stands below it belongs to, as a reason does to what it is for.
    pub fn lead(&mut self, text: &str, language: Language) {
        let measure = self.measure(language);
        for row in layout::wrap_plain(&SafeText::line(text), &measure, "", "") {
            self.push(Row::of(row, Tone::Plain));
        }
    }

    /// The same for a heading with marks of its own.
    pub fn rich_heading(&mut self, text: &RichText, language: Language) {
        for row in layout::wrap(text, Tone::Heading, &self.measure(language), "", "") {
            self.push(row);
        }
    }

    /// A short name and what it stands for, in two columns.
    pub fn entry(&mut self, name: &str, meaning: &str, language: Language) {
        let room = ENTRY_COLUMNS.saturating_sub(width::columns_with(name, self.ambiguous)).max(1);
        let first = format!("  {name}{}", " ".repeat(room));
        self.say_indented(meaning, &first, &" ".repeat(ENTRY_COLUMNS + 2), language);
    }

    /// Room to breathe, where there is an eye to need it.
    pub fn gap(&mut self) {
        if matches!(self.rendition, Rendition::Screen { .. }) && self.rows.last().is_some_and(|row| !row.row.is_blank())
        {
            self.blank();
        }
    }

    pub fn rich(&mut self, text: &RichText, first: &str, rest: &str, language: Language) {
        self.rich_as(text, Tone::Plain, first, rest, language);
    }

    pub fn rich_as(&mut self, text: &RichText, tone: Tone, first: &str, rest: &str, language: Language) {
        for row in layout::wrap(text, tone, &self.measure(language), first, rest) {
            self.push(row);
        }
        self.end_item();
    }

    /// A text being typed, behind a mark, with the cursor in it.
    pub fn field(&mut self, field: &Field, language: Language) {
        let first_row = self.rows.len();
        self.say_indented(field.text(), FIELD_MARK, "  ", language);
        self.put_cursor(first_row, FIELD_MARK.len(), field.text(), field.cursor());
    }

    /// A sentence with a field in it: `cursor` is the byte of `text.plain()` at which is typed, if it is here.
    pub fn rich_with_cursor(&mut self, text: &RichText, cursor: Option<usize>, language: Language) {
        let first_row = self.rows.len();
        self.rich(text, "", "", language);
        if let Some(cursor) = cursor {
            self.put_cursor(first_row, 0, &text.plain(), cursor);
        }
    }

    /// Finds the byte `cursor` of `text` in the rows that it was laid out to; spaces at a row's end are not in them.
    fn put_cursor(&mut self, first_row: usize, indent: usize, text: &str, cursor: usize) {
        let mut rest = text.char_indices().peekable();
        let (mut end_row, mut end_column) = (first_row, indent);
        for (index, sheet_row) in self.rows.iter().enumerate().skip(first_row) {
            let row = sheet_row.row.text();
            let columns_before = |byte: usize| width::columns_with(&row[..byte], self.ambiguous);
            for (byte, shown) in row.char_indices().filter(|(byte, _)| *byte >= indent) {
                let is_shown = |typed: char| typed == shown || (typed == NO_BREAK_SPACE && shown == ' ');
                while rest.next_if(|(_, typed)| typed.is_whitespace() && !is_shown(*typed)).is_some() {}
                let Some((at, _)) = rest.next_if(|(_, typed)| is_shown(*typed)) else { continue };
                if at >= cursor {
                    self.cursor = Some((index, columns_before(byte)));
                    return;
                }
                (end_row, end_column) = (index, columns_before(byte + shown.len_utf8()));
            }
        }
        let before = &text[..cursor];
        let trailing = before.len() - before.trim_end_matches(' ').len();
        self.cursor = Some((end_row, (end_column + trailing).min(self.columns.saturating_sub(1))));
    }

    pub fn blocks(&mut self, blocks: &[Block], language: Language) {
        for row in layout::lay_out(blocks, &self.measure(language)) {
            self.push(row);
        }
    }

    /// Rows drawn as they are, which stay together where they can. Whoever draws them knows how many columns there are.
    pub fn picture(&mut self, rows: Vec<Row>) {
        for row in rows {
            self.push(row);
        }
        self.end_item();
    }

    /// An empty row, unless there is one already.
    pub fn space(&mut self) {
        if self.rows.last().is_some_and(|row| !row.row.is_blank()) {
            self.blank();
        }
    }

    pub fn blank(&mut self) {
        self.push(Row::default());
    }

    /// What is written next is worked with together, and begins a part of a page that is too long for the screen.
    pub fn part(&mut self) {
        self.start = Start::Part;
    }

    /// Everything that `write` writes is picked by this number.
    pub fn choice(&mut self, number: usize, write: impl FnOnce(&mut Sheet)) {
        self.number = Some(number);
        write(self);
        self.number = None;
    }

    fn push(&mut self, mut row: Row) {
        // It has kept its text in one piece; an old console may draw it as anything but a space.
        if row.text().contains(NO_BREAK_SPACE) {
            let mut plain = Row::default();
            for (text, tone) in row.spans() {
                plain.push(&text.replace(NO_BREAK_SPACE, " "), tone);
            }
            row = plain;
        }
        let start = if row.is_blank() { Start::Nothing } else { std::mem::take(&mut self.start) };
        self.rows.push(SheetRow { row, number: self.number, start });
    }

    /// What comes next is something else.
    fn end_item(&mut self) {
        self.start = Start::Item;
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
