//! `{{name}}` in a text becomes what the office wrote for it. It never changes what stands around it.

use std::borrow::Cow;

use memchr::memchr;

use crate::domain::language::Language;
use crate::domain::office::Office;

/// How names are filled in while a text is read.
#[derive(Clone, Copy)]
pub struct OfficeValues<'a> {
    office: Option<&'a Office>,
    language: Language,
    fills_unset: bool,
}

/// A name that was met, in the order of the text.
pub struct Use<'t> {
    /// With its braces, as written.
    pub written: &'t str,
    pub name: &'t str,
    pub is_set: bool,
}

impl<'a> OfficeValues<'a> {
    pub fn of_lesson(office: &'a Office, language: Language) -> OfficeValues<'a> {
        OfficeValues { office: Some(office), language, fills_unset: true }
    }

    /// A plain text may speak of templates of its own: only names that the office knows are filled in.
    pub fn of_plain_text(office: &'a Office, language: Language) -> OfficeValues<'a> {
        OfficeValues { office: Some(office), language, fills_unset: false }
    }

    /// Names stay as they are written.
    pub fn none() -> OfficeValues<'static> {
        OfficeValues { office: None, language: Language::Japanese, fills_unset: false }
    }

    /// For this text, which is filled in part by part: in most texts there is nothing to fill.
    pub fn within(self, text: &str) -> OfficeValues<'a> {
        if memchr(b'{', text.as_bytes()).is_some() { self } else { OfficeValues { office: None, ..self } }
    }

    pub fn fill<'t>(&self, text: &'t str, mut used: impl FnMut(Use<'t>)) -> Cow<'t, str> {
        let Some(office) = self.office.filter(|_| memchr(b'{', text.as_bytes()).is_some()) else {
            return Cow::Borrowed(text);
        };
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find("{{") {
            let inside = &rest[open + 2..];
            let Some(name) = inside.split_once("}}").map(|(name, _)| name) else { break };
            let trimmed = name.trim();
            let (value, is_set) = office.value(trimmed, self.language);
            if !is_name(trimmed) || !(is_set || self.fills_unset) {
                // Step over one brace only: `{{{name}}}` still holds a name.
                filled.push_str(&rest[..open + 1]);
                rest = &rest[open + 1..];
                continue;
            }
            filled.push_str(&rest[..open]);
            filled.push_str(&value);
            let end = open + 4 + name.len();
            used(Use { written: &rest[open..end], name: trimmed, is_set });
            rest = &rest[end..];
        }
        filled.push_str(rest);
        Cow::Owned(filled)
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SafeText;

    #[test]
    fn names_are_filled_in_and_told() {
        let mut office = Office::default();
        office.values.insert("desk".to_owned(), SafeText::new("情報政策課"));
        let values = OfficeValues::of_lesson(&office, Language::Japanese);
        for (text, wanted, names) in [
            ("{{desk}}へ", "情報政策課へ", 1),
            ("{{ desk }}と{{other}}", "情報政策課と決められた窓口", 2),
            ("{{#include x}} {{desk", "{{#include x}} {{desk", 0),
            ("{{{desk}}}", "{情報政策課}", 1),
            ("no name", "no name", 0),
        ] {
            let mut count = 0;
            assert_eq!(values.fill(text, |_| count += 1), wanted);
            assert_eq!(count, names, "{text}");
        }
        let plain = OfficeValues::of_plain_text(&office, Language::Japanese);
        assert_eq!(plain.fill("{{desk}} {{user}}", |_| {}), "情報政策課 {{user}}");
    }
}
