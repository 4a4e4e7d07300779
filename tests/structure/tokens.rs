//! Rust source as tokens, just enough to see which names a file mentions: comments and literals hold no names, and
//! test code can be told from the rest. It is no parser and accepts more than Rust does.

use std::iter::Peekable;
use std::str::CharIndices;

/// A name, a number, `::` or one mark, with its line from 1. A literal is the empty text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub text: &'a str,
    pub line: usize,
}

/// All tokens of a file, in order.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { source, characters: source.char_indices().peekable(), line: 1 };
    let mut found = Vec::new();
    while let Some(token) = reader.next_token() {
        found.push(token);
    }
    found
}

/// The tokens outside of items marked `#[cfg(test)]` and `#[test]`, and the names of modules that are so marked and
/// live in files of their own.
pub fn without_tests<'a>(tokens: &[Token<'a>]) -> (Vec<Token<'a>>, Vec<&'a str>) {
    let mut kept = Vec::new();
    let mut test_files = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        if let Some(attribute_end) = test_attribute(tokens, place) {
            let item_end = item_end(tokens, attribute_end);
            let item = &tokens[attribute_end..item_end];
            if let [.., Token { text: "mod", .. }, name, Token { text: ";", .. }] = item {
                test_files.push(name.text);
            }
            place = item_end;
        } else {
            kept.push(tokens[place]);
            place += 1;
        }
    }
    (kept, test_files)
}

/// The end of an attribute at `place` that marks test code.
fn test_attribute(tokens: &[Token<'_>], place: usize) -> Option<usize> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    if (text(place), text(place + 1)) != ("#", "[") {
        return None;
    }
    let end = closing(tokens, place + 1);
    let inside: Vec<&str> = tokens[place + 2..end - 1].iter().map(|token| token.text).collect();
    let is_test = match inside[..] {
        ["test"] | ["rstest"] => true,
        ["cfg", ..] => inside.contains(&"test") && !inside.contains(&"not"),
        _ => false,
    };
    is_test.then_some(end)
}

/// Behind the item that starts at `place`: behind its block, or behind its `;`.
fn item_end(tokens: &[Token<'_>], place: usize) -> usize {
    let mut at = place;
    while at < tokens.len() {
        match tokens[at].text {
            "{" => return closing(tokens, at),
            "(" | "[" => at = closing(tokens, at),
            ";" => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// Behind the bracket that closes the one at `open`.
fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

struct Reader<'a> {
    source: &'a str,
    characters: Peekable<CharIndices<'a>>,
    line: usize,
}

impl<'a> Reader<'a> {
    fn next_token(&mut self) -> Option<Token<'a>> {
        loop {
            let line = self.line;
            let (start, character) = self.take()?;
            let text = match character {
                '/' if self.peek() == Some('/') => {
                    while self.peek().is_some_and(|next| next != '\n') {
                        self.take();
                    }
                    continue;
                }
                '/' if self.peek() == Some('*') => {
                    self.skip_block_comment();
                    continue;
                }
                '"' => self.skip_string(),
                '\'' => match self.skip_quote() {
                    Some(literal) => literal,
                    None => continue,
                },
                ':' if self.peek() == Some(':') => {
                    self.take();
                    "::"
                }
                _ if character.is_alphanumeric() || character == '_' => match self.word(start) {
                    Some(word) => word,
                    None => continue,
                },
                _ if character.is_whitespace() => continue,
                _ => &self.source[start..start + character.len_utf8()],
            };
            return Some(Token { text, line });
        }
    }

    fn take(&mut self) -> Option<(usize, char)> {
        let next = self.characters.next();
        self.line += usize::from(matches!(next, Some((_, '\n'))));
        next
    }

    fn peek(&mut self) -> Option<char> {
        self.characters.peek().map(|(_, character)| *character)
    }

    fn offset(&mut self) -> usize {
        self.characters.peek().map_or(self.source.len(), |(offset, _)| *offset)
    }

    /// A word; a literal when it was the prefix of one; nothing when it was the `r` of `r#word`, which comes next.
    fn word(&mut self, start: usize) -> Option<&'a str> {
        while self.peek().is_some_and(|next| next.is_alphanumeric() || next == '_') {
            self.take();
        }
        let end = self.offset();
        let word = &self.source[start..end];
        let rest = &self.source[end..];
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let is_raw = matches!(word, "r" | "br" | "cr");
        if is_raw && rest[hashes..].starts_with('"') {
            for _ in 0..=hashes {
                self.take();
            }
            return Some(self.skip_raw_string(hashes));
        }
        if matches!(word, "b" | "c") && rest.starts_with('"') {
            self.take();
            return Some(self.skip_string());
        }
        if word == "b" && rest.starts_with('\'') {
            self.take();
            return self.skip_quote();
        }
        if word == "r" && hashes == 1 {
            self.take();
            return None;
        }
        Some(word)
    }

    /// Behind the closing quotation mark of a string whose first one was taken.
    fn skip_string(&mut self) -> &'static str {
        while let Some((_, character)) = self.take() {
            match character {
                '\\' => {
                    self.take();
                }
                '"' => break,
                _ => {}
            }
        }
        ""
    }

    fn skip_raw_string(&mut self, hashes: usize) -> &'static str {
        while let Some((offset, character)) = self.take() {
            let behind = &self.source[offset + character.len_utf8()..];
            if character == '"' && behind.len() - behind.trim_start_matches('#').len() >= hashes {
                for _ in 0..hashes {
                    self.take();
                }
                break;
            }
        }
        ""
    }

    /// A character literal, or nothing for a lifetime, whose name comes next.
    fn skip_quote(&mut self) -> Option<&'static str> {
        if self.peek() == Some('\\') {
            self.take();
            self.take();
            while self.take().is_some_and(|(_, character)| character != '\'') {}
            return Some("");
        }
        let rest = &self.source[self.offset()..];
        if rest.chars().nth(1) == Some('\'') {
            self.take();
            self.take();
            return Some("");
        }
        while self.peek().is_some_and(|next| next.is_alphanumeric() || next == '_') {
            self.take();
        }
        None
    }

    fn skip_block_comment(&mut self) {
        self.take();
        let mut depth = 1;
        while depth > 0 {
            match (self.take().map(|(_, character)| character), self.peek()) {
                (Some('/'), Some('*')) => {
                    self.take();
                    depth += 1;
                }
                (Some('*'), Some('/')) => {
                    self.take();
                    depth -= 1;
                }
                (None, _) => break,
                _ => {}
            }
        }
    }
}
