//! The comment under a heading: `<!-- id: m3kq; rev: 2; point: first-move -->`. Any other comment is left alone.

use crate::content::findings::Findings;
use crate::content::slips::{half_width, mended_value, trimmed};
use crate::domain::diagnostic::{Finding, ImeSlip};
use crate::domain::document::{Block, BlockKind, ByteRange};
use crate::text::{SafeText, nearest};

const KNOWN: [&str; 11] =
    ["id", "rev", "point", "confuse", "worksheet", "ask", "type", "required", "unit", "min", "max"];
/// Values that may hold any words.
const FREE: [&str; 2] = ["unit", "point"];

#[derive(Clone, Debug)]
pub struct Attribute {
    pub key: &'static str,
    pub value: String,
    pub range: ByteRange,
}

/// What the comments under one heading say.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    all: Vec<Attribute>,
    /// Where the first such comment stands.
    pub range: Option<ByteRange>,
}

impl Attributes {
    /// Reads the comments among these blocks and takes them out.
    pub fn take(blocks: &mut Vec<Block>, file: &str, findings: &mut Findings<'_>) -> Attributes {
        let mut attributes = Attributes::default();
        blocks.retain(|block| {
            if matches!(block.kind, BlockKind::Comment(_)) {
                attributes.read(&block.range, file, findings);
                return false;
            }
            true
        });
        attributes
    }

    pub fn get(&self, key: &str) -> Option<&Attribute> {
        self.all.iter().find(|attribute| attribute.key == key)
    }

    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// A whole number within bounds; a wrong one is told.
    pub fn number(&self, key: &str, least: u32, most: u32, findings: &mut Findings<'_>) -> Option<u32> {
        let attribute = self.get(key)?;
        let number = attribute.value.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let value = SafeText::new(&attribute.value).into_string();
            let finding = Finding::InvalidValue { key: key.to_owned(), value, allowed: format!("{least}–{most}") };
            findings.error(finding, attribute.range.clone());
        }
        number
    }

    fn read(&mut self, range: &ByteRange, file: &str, findings: &mut Findings<'_>) {
        let comment = &file[range.clone()];
        let Some(open) = comment.find("<!--") else { return };
        let start = open + "<!--".len();
        let length = comment[start..].find("-->").unwrap_or(comment.len() - start);
        let pieces = pieces(file, range.start + start..range.start + start + length);
        if !speaks_of_known_keys(&pieces, file) {
            return;
        }
        self.range.get_or_insert_with(|| range.clone());
        for piece in pieces {
            piece.tell_slips(file, findings);
            let written = &file[piece.key.clone()];
            let key = half_width(written).to_ascii_lowercase();
            let Some(known) = KNOWN.iter().find(|known| **known == key) else {
                let nearest = nearest(&key, &KNOWN).map(str::to_owned);
                let finding = Finding::UnknownKey { key: SafeText::new(written).into_string(), nearest };
                findings.warn(finding, piece.key.clone());
                continue;
            };
            let value = piece.value(file, known, findings);
            self.all.push(Attribute { key: known, value, range: piece.value });
        }
    }
}

/// `key: value` or a bare word, with the bytes of its marks in the file.
struct Piece {
    key: ByteRange,
    /// The colon with the wide space behind it.
    colon: Option<ByteRange>,
    value: ByteRange,
    /// The semicolon behind it.
    end: Option<ByteRange>,
}

impl Piece {
    fn tell_slips(&self, file: &str, findings: &mut Findings<'_>) {
        for (range, mark) in [(&self.colon, ":"), (&self.end, ";")] {
            let Some(range) = range else { continue };
            if file[range.clone()] != *mark {
                let followed_by_space = file[range.end..].starts_with([' ', '\r', '\n']);
                let wanted = if followed_by_space { mark.to_owned() } else { format!("{mark} ") };
                findings.slip(ImeSlip::Colon, range.clone(), &wanted);
            }
        }
    }

    fn value(&self, file: &str, key: &str, findings: &mut Findings<'_>) -> String {
        let written = &file[self.value.clone()];
        if FREE.contains(&key) {
            return written.to_owned();
        }
        match mended_value(written) {
            Some(mended) => {
                findings.slip(ImeSlip::FullWidthValue, self.value.clone(), &mended);
                mended
            }
            None => written.to_owned(),
        }
    }
}

fn pieces(file: &str, inside: ByteRange) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = inside.start;
    while start < inside.end {
        let rest = &file[start..inside.end];
        let length = rest.find([';', '；']).unwrap_or(rest.len());
        let end = rest[length..].chars().next().map(|mark| {
            let mark = start + length..start + length + mark.len_utf8();
            with_wide_space(file, mark, inside.end)
        });
        let whole = start..start + length;
        let colon = file[whole.clone()].find([':', '：']).map(|at| {
            let mark = file[start + at..].chars().next().map_or(1, char::len_utf8);
            with_wide_space(file, start + at..start + at + mark, whole.end)
        });
        let (key, value) = match &colon {
            Some(colon) => (start..colon.start, colon.end..whole.end),
            None => (whole.clone(), whole.end..whole.end),
        };
        let key = trimmed(file, key);
        start = end.as_ref().map_or(inside.end, |end| end.end);
        if !key.is_empty() {
            pieces.push(Piece { key, colon, value: trimmed(file, value), end });
        }
    }
    pieces
}

/// A mark together with the space behind it, when that holds a wide one.
fn with_wide_space(file: &str, mark: ByteRange, limit: usize) -> ByteRange {
    let behind = &file[mark.end..limit];
    let space = behind.len() - behind.trim_start_matches([' ', '\u{3000}']).len();
    let length = if behind[..space].contains('\u{3000}') { space } else { 0 };
    mark.start..mark.end + length
}

/// Whether the comment is meant for the reader: a known key with a value, `required`, or a single mistyped key whose
/// value looks like an id.
fn speaks_of_known_keys(pieces: &[Piece], file: &str) -> bool {
    let key = |piece: &Piece| half_width(&file[piece.key.clone()]).to_ascii_lowercase();
    let is_known = |piece: &Piece| {
        let key = key(piece);
        if piece.colon.is_some() { KNOWN.contains(&key.as_str()) } else { key == "required" }
    };
    let is_mistyped = |piece: &Piece| {
        let value = half_width(&file[piece.value.clone()]);
        let looks_like_an_id =
            !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/'));
        piece.colon.is_some() && looks_like_an_id && nearest(&key(piece), &KNOWN).is_some()
    };
    pieces.iter().any(is_known) || (pieces.len() == 1 && pieces.iter().all(is_mistyped))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(comment: &str) -> (Vec<(&'static str, String)>, usize) {
        let mut findings = Findings::new("a.md", comment);
        let mut attributes = Attributes::default();
        attributes.read(&(0..comment.len()), comment, &mut findings);
        let all = attributes.all.into_iter().map(|attribute| (attribute.key, attribute.value)).collect();
        (all, findings.finish().len())
    }

    #[test]
    fn keys_and_values_are_read() {
        let (all, found) = read("<!-- id: m3kq; rev: 2; required; unit: 分 -->");
        let wanted = [("id", "m3kq"), ("rev", "2"), ("required", ""), ("unit", "分")];
        assert_eq!(all, wanted.map(|(key, value)| (key, value.to_owned())));
        assert_eq!(found, 0);
    }

    #[test]
    fn full_width_marks_are_read_and_told() {
        let (all, found) = read("<!-- id：ｍ３ｋｑ；rev:\u{3000}２ -->");
        assert_eq!(all, [("id", "m3kq".to_owned()), ("rev", "2".to_owned())]);
        assert_eq!(found, 5);
    }

    #[test]
    fn other_comments_are_left_alone() {
        for comment in ["<!-- TODO: check with legal -->", "<!-- 注意：古い -->", "<!-- -->", "<!--", "<!-- a; b -->"]
        {
            assert_eq!(read(comment), (Vec::new(), 0), "{comment}");
        }
        assert_eq!(read("<!-- idd: m3kq -->").1, 1);
    }
}
