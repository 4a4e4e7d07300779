//! Raw HTML cut into comments, tags and words. Nothing of it is ever shown but the words.

use std::ops::Range;

/// A part of raw HTML with its bytes.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// The inside of `<!-- … -->`.
    Comment(&'a str, Range<usize>),
    Tag(Tag<'a>, Range<usize>),
    Words(&'a str, Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub closes: bool,
}

impl Tag<'_> {
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Tags that are read: a reading above words, and a line end inside a table cell.
    pub fn is_read(&self) -> bool {
        ["ruby", "rb", "rt", "rtc", "rp", "br"].iter().any(|name| self.is(name))
    }
}

/// Cuts HTML into its parts; what stands inside `script` and `style` is no text.
pub fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut hidden_until: Option<&str> = None;
    // Looking for an end that is not there, once for each `<`, would take quadratic time.
    let last_end = html.rfind('>').unwrap_or(0);
    while at < html.len() {
        let rest = &html[at..];
        let (length, piece) = match rest.find('<') {
            Some(0) if at < last_end => marked(rest, at),
            Some(0) => (1, Some(Piece::Words(&rest[..1], at..at + 1))),
            Some(length) => (length, Some(Piece::Words(&rest[..length], at..at + length))),
            None => (rest.len(), Some(Piece::Words(rest, at..html.len()))),
        };
        at += length;
        match piece {
            Some(Piece::Tag(tag, range)) => {
                match hidden_until {
                    Some(name) if tag.closes && tag.is(name) => hidden_until = None,
                    None if !tag.closes => {
                        hidden_until = ["script", "style"].into_iter().find(|name| tag.is(name));
                    }
                    _ => {}
                }
                pieces.push(Piece::Tag(tag, range));
            }
            Some(Piece::Words(..)) if hidden_until.is_some() => {}
            other => pieces.extend(other),
        }
    }
    pieces
}

/// The tag of one piece of inline HTML.
pub fn tag(html: &str) -> Option<Tag<'_>> {
    let inside = html.strip_prefix('<')?;
    let name = inside.trim_start_matches('/');
    let length =
        name.find(|character: char| !character.is_ascii_alphanumeric() && character != '-').unwrap_or(name.len());
    (length > 0).then_some(Tag { name: &name[..length], closes: inside.starts_with('/') })
}

/// The piece that starts with `<` at `at`, and its length.
fn marked(rest: &str, at: usize) -> (usize, Option<Piece<'_>>) {
    if let Some(empty) = ["<!-->", "<!--->"].into_iter().find(|empty| rest.starts_with(empty)) {
        return (empty.len(), Some(Piece::Comment("", at..at + empty.len())));
    }
    if let Some(inside) = rest.strip_prefix("<!--") {
        let (comment, length) = match inside.split_once("-->") {
            Some((comment, _)) => (comment, comment.len() + 7),
            None => (inside, rest.len()),
        };
        return (length, Some(Piece::Comment(comment, at..at + length)));
    }
    for (open, close) in [("<?", "?>"), ("<![CDATA[", "]]>")] {
        if rest.starts_with(open) {
            return (rest.find(close).map_or(rest.len(), |end| end + close.len()), None);
        }
    }
    match (tag(rest), rest.find('>')) {
        (Some(tag), Some(end)) => (end + 1, Some(Piece::Tag(tag, at..at + end + 1))),
        (None, Some(end)) if rest.starts_with("<!") => (end + 1, None),
        _ => (1, Some(Piece::Words(&rest[..1], at..at + 1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_scripts_go() {
        let words = |html| {
            let mut words = String::new();
            for piece in pieces(html) {
                if let Piece::Words(text, _) = piece {
                    words.push_str(text);
                }
            }
            words
        };
        for (html, wanted) in [
            ("<div class=\"a\">重要</div>", "重要"),
            ("<script>alert(1)</script>後", "後"),
            ("<!-- a > b -->c", "c"),
            ("1 < 2", "1 < 2"),
            ("<!doctype html>x", "x"),
            ("<?php echo '>'; ?>x", "x"),
            ("<![CDATA[a > b]]>x", "x"),
            ("<!-->x-->", "x-->"),
            ("<b", "<b"),
        ] {
            assert_eq!(words(html), wanted, "{html}");
        }
    }
}
