//! Where lines go: at most 60 columns, never a frame, a colour or a cursor move.

use std::io::{self, Write};

use crate::app::{Sheet, SheetRow};
use crate::domain::language::Language;
use crate::layout::{self, Labels, Measure, Rendition};
use crate::text::SafeText;
use crate::width::Ambiguous;

/// The widest line that is printed.
pub const COLUMNS: usize = 60;
/// What each prompt ends with.
const PROMPT: &str = "> ";

/// Lines on their way out.
pub struct Paper<'out> {
    out: &'out mut dyn Write,
}

impl<'out> Paper<'out> {
    pub fn new(out: &'out mut dyn Write) -> Paper<'out> {
        Paper { out }
    }

    /// An empty sheet of this width.
    pub fn sheet() -> Sheet {
        Sheet::new(COLUMNS, Rendition::Lines, Ambiguous::Narrow)
    }

    /// Prints a sheet.
    pub fn print(&mut self, sheet: &Sheet) -> io::Result<()> {
        sheet.rows.iter().try_for_each(|SheetRow { row, .. }| writeln!(self.out, "{}", row.text().trim_end()))
    }

    /// The words before the prompt, and the prompt; then everything is written out, because somebody waits for it.
    pub fn prompt(&mut self, text: &str, language: Language) -> io::Result<()> {
        let measure = Measure {
            columns: COLUMNS - PROMPT.len() - 1,
            ambiguous: Ambiguous::Narrow,
            rendition: Rendition::Lines,
            labels: Labels::of(language),
        };
        let rows: Vec<String> =
            SafeText::new(text).split('\n').flat_map(|line| layout::wrap_plain(line, &measure, "", "")).collect();
        let (last, before) = rows.split_last().map_or(("", &rows[..]), |(last, before)| (last.as_str(), before));
        for row in before {
            writeln!(self.out, "{row}")?;
        }
        write!(self.out, "{last} {PROMPT}")?;
        self.out.flush()
    }

    /// After the end of input: the prompt's line is closed.
    pub fn close_prompt(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }
}
