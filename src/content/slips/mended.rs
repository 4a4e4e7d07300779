//! A text with some bytes replaced, and the way back from its bytes to those of the file. It never finds what to replace.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::document::ByteRange;

/// Bytes of the file and what is read in their place.
#[derive(Debug)]
pub struct Replacement {
    pub range: ByteRange,
    pub by: Cow<'static, str>,
}

/// Part of a file as it is read.
#[derive(Debug)]
pub struct Mended<'a> {
    pub text: Cow<'a, str>,
    file_start: usize,
    shifts: Vec<Shift>,
}

#[derive(Debug)]
struct Shift {
    mended: Range<usize>,
    file: Range<usize>,
}

impl<'a> Mended<'a> {
    /// The bytes `part` of `file` with the replacements made, which stand in order and do not overlap.
    pub fn new(file: &'a str, part: ByteRange, replacements: &[Replacement]) -> Mended<'a> {
        let mut mended =
            Mended { text: Cow::Borrowed(&file[part.clone()]), file_start: part.start, shifts: Vec::new() };
        if replacements.is_empty() {
            return mended;
        }
        let mut text = String::with_capacity(part.len() + 4 * replacements.len());
        let mut copied_to = part.start;
        for replacement in replacements {
            text.push_str(&file[copied_to..replacement.range.start]);
            let start = text.len();
            text.push_str(&replacement.by);
            mended.shifts.push(Shift { mended: start..text.len(), file: replacement.range.clone() });
            copied_to = replacement.range.end;
        }
        text.push_str(&file[copied_to..part.end]);
        mended.text = Cow::Owned(text);
        mended
    }

    /// The bytes of the file that these bytes of the text were read from.
    pub fn to_file(&self, range: Range<usize>) -> ByteRange {
        let start = self.position(range.start, |shift| shift.file.start);
        let end = self.position(range.end, |shift| shift.file.end);
        start..end.max(start)
    }

    fn position(&self, at: usize, inside: impl Fn(&Shift) -> usize) -> usize {
        let after = self.shifts.partition_point(|shift| shift.mended.start <= at);
        match after.checked_sub(1).map(|index| &self.shifts[index]) {
            None => self.file_start + at,
            Some(shift) if at == shift.mended.start => shift.file.start,
            Some(shift) if at < shift.mended.end => inside(shift),
            Some(shift) => shift.file.end + (at - shift.mended.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_lead_back_to_the_file() {
        let file = "xx－ａ\nend";
        let replacements =
            [Replacement { range: 2..5, by: Cow::Borrowed("- ") }, Replacement { range: 5..8, by: Cow::Borrowed("a") }];
        let mended = Mended::new(file, 2..file.len(), &replacements);
        assert_eq!(mended.text, "- a\nend");
        assert_eq!(mended.to_file(0..3), 2..8);
        assert_eq!(mended.to_file(2..3), 5..8);
        assert_eq!(mended.to_file(1..1), 2..5);
        assert_eq!(&file[mended.to_file(4..7)], "end");
    }
}
