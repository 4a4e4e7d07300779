//! A text by its lines: where a byte stands, and a line as it may be drawn. It draws nothing.

use crate::domain::document::ByteRange;
use crate::text::SafeText;
use crate::width;

/// A longer line is named and not drawn: nobody would find the place in it, and drawing it again and again takes long.
const DRAWN_LINE_BYTES: usize = 4_000;

/// A text by its lines.
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line starts, in bytes; the byte order mark is in front of the first.
    starts: Vec<usize>,
}

/// Counted from 1; columns in characters.
#[derive(Clone, Copy)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// One line as it is drawn, and the bytes of it that the caret stands under.
pub struct Drawn {
    pub text: String,
    pub line: usize,
    pub span: ByteRange,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Lines<'a> {
        let first = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Lines { text, starts }
    }

    /// Index of the line that holds this byte.
    fn index(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The line's bytes without its end.
    fn range(&self, index: usize) -> ByteRange {
        let start = self.starts[index];
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| *next);
        start..start + self.text[start..end].trim_end_matches(['\r', '\n']).len()
    }

    pub fn place(&self, at: usize) -> Place {
        let at = self.at_character(at);
        let index = self.index(at);
        let line = self.range(index);
        let before = self.text.get(line.start..at.clamp(line.start, line.end)).unwrap_or_default();
        Place { line: index + 1, column: before.chars().count() + 1 }
    }

    /// The first line that the range touches, and no more than `columns` of the range: what lies further on is left
    /// out, so that the caret stays short and the line fits.
    pub fn drawn(&self, range: &ByteRange, columns: usize) -> Option<Drawn> {
        let start = self.at_character(range.start);
        let index = self.index(start);
        let line = self.range(index);
        if line.len() > DRAWN_LINE_BYTES {
            return None;
        }
        let start = start.clamp(line.start, line.end);
        let end = self.at_character(range.end).clamp(start, line.end);
        // White space at the end of a range belongs to nobody.
        let marked = self.text[start..end].trim_end();
        let fits = |end: &usize| width::columns(&marked[..*end]) <= columns;
        let ends = marked.char_indices().map(|(end, _)| end).chain([marked.len()]);
        let end = start + ends.take_while(fits).last().unwrap_or_default();
        let before = safe(&self.text[line.start..start]);
        let marked = safe(&self.text[start..end]);
        let span = before.len()..before.len() + marked.len();
        let text = before + &marked + &safe(&self.text[end..line.end]);
        Some(Drawn { text, line: index + 1, span })
    }

    /// The nearest place at or before `at` that is between two characters of the text.
    fn at_character(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default()
    }
}

/// Safe, with tabs as they are: what draws them counts them as one character, as an editor does.
fn safe(part: &str) -> String {
    part.split('\t').map(|piece| SafeText::line(piece).into_string()).collect::<Vec<_>>().join("\t")
}
