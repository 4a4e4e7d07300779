//! One pass over the lines of a body: where a line stands decides which slips it can hold. Code and comments hold none.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memrchr_iter};

use super::bold::{self, Bold, SENTINEL};
use super::line_marks::{self, Mark};
use super::table_line;
use super::{Mended, Replacement};
use crate::content::answer_lines::label_at;
use crate::content::findings::Findings;
use crate::content::section::Section;
use crate::domain::diagnostic::{Edit, Finding, ImeSlip};
use crate::domain::document::ByteRange;

const WIDE_SPACE: char = '\u{3000}';
/// Spaces that make a line code where no list is open.
const CODE_INDENT: usize = 4;

/// Reads the body of a file as it was meant. `has_questions` is false for a text that nothing is asked from.
pub fn mend<'a>(file: &'a str, body: ByteRange, has_questions: bool, findings: &mut Findings<'_>) -> Mended<'a> {
    let mut pass = Pass {
        file,
        findings,
        replacements: Vec::new(),
        last_comment_end: last_comment_end(&file[body.clone()]).map(|at| body.start + at),
        has_asterisks: memchr(b'*', file[body.clone()].as_bytes()).is_some(),
        has_questions,
        fence: None,
        in_comment: false,
        in_quiz: false,
        in_list: false,
        after_blank: true,
        is_first_text: true,
        table_lines: 0,
    };
    let mut start = body.start;
    for end in memchr_iter(b'\n', file[body.clone()].as_bytes()).map(|at| body.start + at).chain([body.end]) {
        pass.line(start, file[start..end].trim_end_matches('\r'));
        start = end + 1;
    }
    Mended::new(file, body, &pass.replacements)
}

struct Pass<'a, 'f, 'p> {
    file: &'a str,
    findings: &'f mut Findings<'p>,
    replacements: Vec<Replacement>,
    last_comment_end: Option<usize>,
    has_asterisks: bool,
    has_questions: bool,
    fence: Option<Fence>,
    in_comment: bool,
    in_quiz: bool,
    in_list: bool,
    after_blank: bool,
    is_first_text: bool,
    table_lines: usize,
}

struct Fence {
    mark: u8,
    length: usize,
}

impl<'a> Pass<'a, '_, '_> {
    fn line(&mut self, start: usize, line: &str) {
        if self.in_comment {
            self.in_comment = !line.contains("-->");
            return;
        }
        if self.fence.is_none() && begins_with_letter(line) {
            self.text("", start, start + line.len());
            return self.is_behind_text();
        }
        let text = match line.as_bytes() {
            // Most marks stand where the line begins.
            [b' ' | b'\t' | 0xE3, ..] => line.trim_start_matches([' ', '\t', WIDE_SPACE]),
            _ => line,
        };
        if text.is_empty() {
            self.after_blank = true;
            self.table_lines = 0;
            return;
        }
        let indent = &line[..line.len() - text.len()];
        let is_indented_code = !self.in_list && indent.len() >= CODE_INDENT && !indent.contains(WIDE_SPACE);
        let unquoted = if text.starts_with('>') { text.trim_start_matches(['>', ' ']) } else { text };
        if self.fence_continues(unquoted) || is_indented_code {
            return;
        }
        if text.starts_with("<!--") {
            self.comment(start + indent.len(), text);
        } else {
            self.marks(start, indent, text);
        }
        self.is_behind_text();
    }

    fn is_behind_text(&mut self) {
        self.after_blank = false;
        self.is_first_text = false;
    }

    /// Whether this line is inside a code block or opens or closes one.
    fn fence_continues(&mut self, text: &str) -> bool {
        let mark = text.as_bytes().first().copied().unwrap_or_default();
        if self.fence.is_none() && !matches!(mark, b'`' | b'~') {
            return false;
        }
        let length = text.bytes().take_while(|byte| *byte == mark).count();
        let is_fence = matches!(mark, b'`' | b'~') && length >= 3;
        let rest = &text[if is_fence { length } else { 0 }..];
        match &self.fence {
            Some(fence) => {
                if is_fence && mark == fence.mark && length >= fence.length && rest.trim().is_empty() {
                    self.fence = None;
                }
                true
            }
            None if is_fence && !(mark == b'`' && rest.contains('`')) => {
                self.fence = Some(Fence { mark, length });
                true
            }
            None => false,
        }
    }

    /// A comment that is never closed would swallow the rest of the file; it is read as if it closed on its line.
    fn comment(&mut self, at: usize, text: &str) {
        if text.contains("-->") {
            return;
        }
        if self.last_comment_end.is_some_and(|end| end > at) {
            self.in_comment = true;
            return;
        }
        let end = at + text.trim_end().len();
        let fix = vec![Edit { range: end..end, replacement: " -->".to_owned() }];
        self.findings.warn_with_fix(Finding::RawHtml { tag: "!--".to_owned() }, at..end, fix);
        self.replace(end..end, " -->");
    }

    fn marks(&mut self, start: usize, indent: &str, text: &str) {
        let text_start = start + indent.len();
        let end = text_start + text.len();
        if begins_with_letter(text) {
            return self.text(indent, text_start, end);
        }
        let at = self.quote_marks(text_start);
        let rest = self.rest(at, end);
        if let Some((level, mark)) = line_marks::heading(rest, self.is_first_text) {
            self.in_list = false;
            let title = at + mark.length;
            self.mark(at, mark);
            if level <= 2 {
                let title = self.rest(title, end);
                self.in_quiz = self.has_questions && Section::of_heading(title) == Section::Quiz;
            }
            self.table_lines = 0;
            return self.bolds(at, end);
        }
        if let Some(mark) = line_marks::bullet(rest).or_else(|| line_marks::number(rest)) {
            let item = at + mark.length;
            let has_box = matches!(mark.slip, Some((ImeSlip::BoxWithoutSpace, _)));
            self.list_mark(start, indent, at, mark);
            self.in_list = true;
            let space = self.rest(item, end).len() - self.rest(item, end).trim_start_matches([' ', '\t']).len();
            let task_box = line_marks::task_box(self.rest(item + space, end)).filter(|_| !has_box);
            if let Some(mark) = task_box {
                self.mark(item + space, mark);
            }
            self.table_lines = 0;
            return self.bolds(item, end);
        }
        if let Some(line) = table_line::mended(rest, self.table_lines == 1) {
            self.leave_list(indent);
            self.table_lines += 1;
            return self.table(at, line, rest, end);
        }
        self.text(indent, at, end);
    }

    /// A line that carries no mark.
    fn text(&mut self, indent: &str, at: usize, end: usize) {
        self.leave_list(indent);
        self.table_lines = 0;
        if self.in_quiz {
            self.label(at, self.rest(at, end));
        }
        self.bolds(at, end);
    }

    fn leave_list(&mut self, indent: &str) {
        if indent.is_empty() && self.after_blank {
            self.in_list = false;
        }
    }

    fn rest(&self, at: usize, end: usize) -> &'a str {
        &self.file[at.min(end)..end]
    }

    /// Steps over `> ` and mends `＞`; returns where the quoted text starts.
    fn quote_marks(&mut self, mut at: usize) -> usize {
        loop {
            let rest = &self.file[at..];
            let space = |rest: &str| rest.len() - rest.trim_start_matches([' ', WIDE_SPACE]).len();
            if let Some(behind) = rest.strip_prefix('＞') {
                let spaces = space(behind);
                let wanted = if behind.starts_with(' ') { ">" } else { "> " };
                let length = '＞'.len_utf8() + if behind.starts_with(' ') { 0 } else { spaces };
                self.slip(ImeSlip::Quote, at..at + length, wanted);
                at += '＞'.len_utf8() + spaces;
            } else if let Some(behind) = rest.strip_prefix('>') {
                at += 1 + space(behind);
            } else {
                return at;
            }
        }
    }

    fn mark(&mut self, at: usize, mark: Mark) {
        if let Some((kind, wanted)) = mark.slip {
            self.slip(kind, at..at + mark.length, &wanted);
        }
    }

    /// A bullet behind wide spaces is mended together with them: markdown does not know them as an indent.
    fn list_mark(&mut self, start: usize, indent: &str, at: usize, mark: Mark) {
        let is_quoted = at != start + indent.len();
        if !indent.contains(WIDE_SPACE) || is_quoted {
            return self.mark(at, mark);
        }
        let spaces = if self.in_list { indent.replace(WIDE_SPACE, "  ") } else { String::new() };
        let end = at + mark.length;
        let (kind, mark) = mark.slip.unwrap_or_else(|| (ImeSlip::Bullet, self.file[at..end].to_owned()));
        self.slip(kind, start..end, &(spaces + &mark));
    }

    fn table(&mut self, at: usize, line: table_line::TableLine, text: &str, end: usize) {
        let before = self.replacements.len();
        self.bolds(at, end);
        if line.edits.is_empty() {
            return;
        }
        let mut fix = Vec::new();
        for (range, by) in line.edits {
            let range = at + range.start..at + range.end;
            fix.push(Edit { range: range.clone(), replacement: by.to_owned() });
            self.replace(range, by);
        }
        self.findings.slip_with_fix(ImeSlip::Table, at..at + text.trim_end().len(), line.wanted.trim_end(), fix);
        self.replacements[before..].sort_by_key(|replacement| replacement.range.start);
    }

    /// `答え：` and the like: the full-width colon behind a label.
    fn label(&mut self, at: usize, text: &str) {
        let Some((_, word)) = label_at(text) else { return };
        let behind = &text[word..];
        if !behind.starts_with('：') {
            return;
        }
        let space = &behind['：'.len_utf8()..];
        let wide = space.len() - space.trim_start_matches([' ', WIDE_SPACE]).len();
        let (length, wanted) = if space.starts_with(' ') { (0, ":") } else { (wide, ": ") };
        self.slip(ImeSlip::Colon, at + word..at + word + '：'.len_utf8() + length, wanted);
    }

    fn bolds(&mut self, at: usize, end: usize) {
        if !self.has_asterisks {
            return;
        }
        let text = &self.file[at.min(end)..end];
        if memchr(b'*', text.as_bytes()).is_none() {
            return;
        }
        for bold in bold::unread_bolds(text) {
            let range = at + bold.range.start..at + bold.range.end;
            let fix = bold_fix(text, &bold, at);
            self.findings.warn_with_fix(Finding::BoldTouchesBracket, range.clone(), fix);
            if bold.needs_opening {
                self.replace(range.start..range.start, SENTINEL_TEXT);
            }
            if bold.needs_closing {
                self.replace(range.end..range.end, SENTINEL_TEXT);
            }
        }
    }

    fn slip(&mut self, kind: ImeSlip, range: ByteRange, wanted: &str) {
        self.findings.slip(kind, range.clone(), wanted);
        self.replacements.push(Replacement { range, by: Cow::Owned(wanted.to_owned()) });
    }

    fn replace(&mut self, range: ByteRange, by: &'static str) {
        self.replacements.push(Replacement { range, by: Cow::Borrowed(by) });
    }
}

const SENTINEL_TEXT: &str = "\u{10A7F}";
const _: () = assert!(SENTINEL as u32 == 0x10A7F, "the text is the character");

/// Whether a line begins with kanji, hiragana or the first katakana, as most lines do: none of them is a mark.
fn begins_with_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [0xE4..=0xE9, ..] | [0xE3, 0x81..=0x82, ..])
}

/// Where the last `-->` begins. `>` is rare in a text, and found much faster than three letters.
fn last_comment_end(body: &str) -> Option<usize> {
    memrchr_iter(b'>', body.as_bytes()).find_map(|at| body[..at].strip_suffix("--").map(str::len))
}

/// `**「重要」**` becomes `「**重要**」`, which every viewer shows as bold; other cases are the author's to reword.
fn bold_fix(text: &str, bold: &Bold, at: usize) -> Vec<Edit> {
    let inside = &text[bold.range.start + 2..bold.range.end - 2];
    let brackets = [('「', '」'), ('『', '』'), ('（', '）'), ('【', '】'), ('［', '］'), ('〈', '〉'), ('《', '》')];
    let pair = brackets.into_iter().find(|(open, close)| {
        let within = inside.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close));
        within.is_some_and(|within| !within.is_empty() && !within.contains([*open, *close, '*']))
    });
    let Some((open, close)) = pair else { return Vec::new() };
    let start = at + bold.range.start;
    let end = at + bold.range.end;
    vec![
        Edit { range: start..start + 2 + open.len_utf8(), replacement: format!("{open}**") },
        Edit { range: end - 2 - close.len_utf8()..end, replacement: format!("**{close}") },
    ]
}
