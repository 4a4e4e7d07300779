//! Where lines go: broken at 60 columns by the layout's rules, never a frame, a colour or a cursor move.

use std::io::{self, Write};

use crate::domain::document::{Block, RichText};
use crate::domain::language::Language;
use crate::layout::{self, Labels, Measure, Rendition, Tone};
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

    /// A sentence, or several with `\n` between them.
    pub fn say(&mut self, text: &str, language: Language) -> io::Result<()> {
        self.say_indented(text, "", "", language)
    }

    /// A sentence behind a number or a mark; its further lines stand under its words.
    pub fn say_indented(&mut self, text: &str, first: &str, rest: &str, language: Language) -> io::Result<()> {
        for line in SafeText::new(text).split('\n') {
            for row in layout::wrap_plain(line, &measure(language, COLUMNS), first, rest) {
                writeln!(self.out, "{row}")?;
            }
        }
        Ok(())
    }

    pub fn rich(&mut self, text: &RichText, first: &str, rest: &str, language: Language) -> io::Result<()> {
        for row in layout::wrap(text, Tone::Plain, &measure(language, COLUMNS), first, rest) {
            writeln!(self.out, "{}", row.text().trim_end())?;
        }
        Ok(())
    }

    pub fn blocks(&mut self, blocks: &[Block], language: Language) -> io::Result<()> {
        for row in layout::lay_out(blocks, &measure(language, COLUMNS)) {
            writeln!(self.out, "{}", row.text().trim_end())?;
        }
        Ok(())
    }

    pub fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// The words before the prompt, and the prompt; then everything is written out, because somebody waits for it.
    pub fn prompt(&mut self, text: &str, language: Language) -> io::Result<()> {
        let measure = measure(language, COLUMNS - PROMPT.len() - 1);
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

/// The measure of line mode.
pub fn measure(language: Language, columns: usize) -> Measure {
    Measure { columns, ambiguous: Ambiguous::Narrow, rendition: Rendition::Lines, labels: Labels::of(language) }
}
