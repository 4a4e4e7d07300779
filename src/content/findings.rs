//! Where the readers of one file put what they found. It never decides what is wrong.

use crate::domain::diagnostic::{Diagnostic, Edit, Finding, ImeSlip, Severity};
use crate::domain::document::ByteRange;

/// Slips of one file beyond this number are mended but not told; once these are mended, the next check tells the rest.
const SLIPS_TOLD: usize = 1_000;

/// The findings of one file.
pub struct Findings<'a> {
    path: &'a str,
    text: &'a str,
    found: Vec<Diagnostic>,
    slips: usize,
    errors: usize,
}

impl<'a> Findings<'a> {
    pub fn new(path: &'a str, text: &'a str) -> Findings<'a> {
        Findings { path, text, found: Vec::new(), slips: 0, errors: 0 }
    }

    /// The text is used as it is.
    pub fn warn(&mut self, finding: Finding, range: ByteRange) {
        self.warn_with_fix(finding, range, Vec::new());
    }

    pub fn warn_with_fix(&mut self, finding: Finding, range: ByteRange, fix: Vec<Edit>) {
        self.push(Severity::Warning, finding, range, fix);
    }

    /// The part that the range names is not used.
    pub fn error(&mut self, finding: Finding, range: ByteRange) {
        self.error_with_fix(finding, range, Vec::new());
    }

    pub fn error_with_fix(&mut self, finding: Finding, range: ByteRange, fix: Vec<Edit>) {
        self.push(Severity::Error, finding, range, fix);
    }

    /// A slip of the keyboard at `range`, which reads as `wanted`.
    pub fn slip(&mut self, slip: ImeSlip, range: ByteRange, wanted: &str) {
        let edit = Edit { range: range.clone(), replacement: wanted.to_owned() };
        self.slip_with_fix(slip, range, wanted, vec![edit]);
    }

    /// A slip that several edits mend.
    pub fn slip_with_fix(&mut self, slip: ImeSlip, range: ByteRange, wanted: &str, fix: Vec<Edit>) {
        self.slips += 1;
        if self.slips <= SLIPS_TOLD {
            let found = self.text[range.clone()].to_owned();
            self.warn_with_fix(Finding::ImeSlip { slip, found, wanted: wanted.to_owned() }, range, fix);
        }
    }

    /// How many errors were told so far; a reader that sees it grow leaves its part out.
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// Everything found, in the order of the file.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.range.as_ref().map_or(0, |range| range.start));
        self.found
    }

    fn push(&mut self, severity: Severity, finding: Finding, range: ByteRange, fix: Vec<Edit>) {
        self.errors += usize::from(severity == Severity::Error);
        let path = self.path.to_owned();
        self.found.push(Diagnostic { severity, finding, path, range: Some(range), fix });
    }
}
