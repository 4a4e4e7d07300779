//! The paths that a file mentions, written out: `use crate::{a, b::c}` is `crate::a` and `crate::b::c`. It follows no
//! alias and resolves nothing but `super`.

use crate::structure::tokens::Token;

/// One path as its names, with the line it starts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub names: Vec<String>,
    pub line: usize,
}

/// Every path in the tokens of a file that is the module `module`; `super::x` is written from `crate` on.
pub fn mentions(tokens: &[Token<'_>], module: &[&str]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut inline = InlineModules::default();
    let mut at = 0;
    while at < tokens.len() {
        inline.see(tokens, at);
        let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
        if is_name(tokens[at].text) && !matches!(before, "." | "::" | "'") || is_leading(tokens, at) {
            let start = found.len();
            at = read(tokens, at, &mut Vec::new(), &mut found).max(at + 1);
            for mention in &mut found[start..] {
                resolve_super(&mut mention.names, module, inline.names.len());
            }
        } else {
            at += 1;
        }
    }
    found
}

/// `::name` at the front of a path.
fn is_leading(tokens: &[Token<'_>], at: usize) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.text);
    is_name(tokens[at].text)
        && text(at.checked_sub(1)) == "::"
        && !(is_name(text(at.checked_sub(2))) && text(at.checked_sub(2)) != "use")
        && !matches!(text(at.checked_sub(2)), ">" | "]" | ")")
}

/// Reads the path at `at` behind `prefix` into `found`, and returns the place behind it.
fn read<'a>(tokens: &[Token<'a>], mut at: usize, prefix: &mut Vec<&'a str>, found: &mut Vec<Mention>) -> usize {
    let line = tokens[at].line;
    let depth = prefix.len();
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
    loop {
        match text(at) {
            "{" => {
                at += 1;
                while !matches!(text(at), "}" | "") {
                    let starts_path = is_name(text(at)) || matches!(text(at), "*" | "{");
                    at = if starts_path { read(tokens, at, prefix, found) } else { at + 1 };
                    // `as alias` belongs to the path before it.
                    while !matches!(text(at), "," | "}" | "") {
                        at += 1;
                    }
                    at += usize::from(text(at) == ",");
                }
                prefix.truncate(depth);
                return at + 1;
            }
            name if is_name(name) || name == "*" => {
                prefix.push(name);
                at += 1;
            }
            _ => break,
        }
        if text(at) != "::" {
            break;
        }
        at += 1;
    }
    found.push(Mention { names: prefix.iter().map(ToString::to_string).collect(), line });
    prefix.truncate(depth);
    at
}

/// Turns `super::super::x` inside `crate::a::b` into `crate::x`.
fn resolve_super(names: &mut Vec<String>, module: &[&str], inline_depth: usize) {
    let steps = names.iter().take_while(|name| *name == "super").count();
    if steps > 0 {
        let outside = module.len() + inline_depth - steps.min(module.len() + inline_depth);
        // Inline modules lie inside the file's own module, so only the file's names can be left.
        let base = std::iter::once("crate").chain(module.iter().copied().take(outside));
        names.splice(..steps, base.map(str::to_owned));
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The `mod name { … }` that the reader is inside of.
#[derive(Default)]
struct InlineModules {
    depth: usize,
    /// Depths of the braces that opened a module.
    names: Vec<usize>,
}

impl InlineModules {
    fn see(&mut self, tokens: &[Token<'_>], at: usize) {
        match tokens[at].text {
            "{" => {
                self.depth += 1;
                if at >= 2 && tokens[at - 2].text == "mod" {
                    self.names.push(self.depth);
                }
            }
            "}" => {
                if self.names.last() == Some(&self.depth) {
                    self.names.pop();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}
