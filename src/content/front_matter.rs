//! YAML text to keys and values with their bytes; the only user of serde-saphyr. Values stay as they are written:
//! `1.10`, `no` and `2027-11-30` are text. What the keys mean is [`keys`]'s to say.

mod fence;
mod header;
pub mod keys;

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Options, Spanned};

use crate::domain::document::ByteRange;

pub use self::header::read;
pub use self::keys::{Keys, Kind};

/// A key with its value.
#[derive(Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub key_range: ByteRange,
    pub value: Value,
    pub value_range: ByteRange,
}

#[derive(Debug, PartialEq)]
pub enum Value {
    /// Text as written; numbers and `no` are text too.
    Text(String),
    List(Vec<(String, ByteRange)>),
    Nothing,
    /// A map, or a list of lists.
    Nested,
}

/// Longer front matter is not read.
const LONGEST_BYTES: usize = 16 * 1024;

/// Why the text is no YAML, and the byte where it shows.
#[derive(Debug)]
pub struct Fault {
    pub detail: String,
    pub at: usize,
}

/// Reads a mapping; ranges are bytes of `text`. Anchors and aliases are refused, so that no value can multiply.
pub fn entries_of(text: &str) -> Result<Vec<Entry>, Fault> {
    if text.len() > LONGEST_BYTES {
        return Err(Fault { detail: format!("longer than {LONGEST_BYTES} bytes"), at: 0 });
    }
    let mut options = Options::default();
    options.with_snippet = false;
    if let Some(budget) = &mut options.budget {
        budget.max_anchors = 0;
        budget.max_aliases = 0;
    }
    match serde_saphyr::from_str_with_options::<Option<Mapping>>(text, options) {
        Ok(mapping) => Ok(mapping.map_or_else(Vec::new, |mapping| mapping.entries(text))),
        Err(error) => {
            let location = error.location();
            let message = error.without_snippet().to_string();
            // The place is told by the caret; the library repeats it as lines of the front matter alone.
            let detail = message.split(" at line ").next().unwrap_or(&message).to_owned();
            Err(Fault { detail, at: location.map_or(0, |location| byte_of(text, location)) })
        }
    }
}

fn byte_of(text: &str, location: Location) -> usize {
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let line = text[start..].split('\n').next().unwrap_or_default();
    start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

fn span(text: &str, location: Location) -> ByteRange {
    let bytes = || {
        let start = usize::try_from(location.span().byte_offset()?).ok()?;
        let length = usize::try_from(location.span().byte_len()?).ok()?;
        let range = start..start.checked_add(length)?;
        text.get(range.clone()).map(|_| range)
    };
    bytes().unwrap_or_else(|| byte_of(text, location)..byte_of(text, location))
}

struct Mapping(Vec<(Spanned<String>, Spanned<Shape>)>);

impl Mapping {
    fn entries(self, text: &str) -> Vec<Entry> {
        let entry = |(key, value): (Spanned<String>, Spanned<Shape>)| {
            let key_range = span(text, key.referenced);
            let value_range = span(text, value.referenced);
            let value = match value.value {
                Shape::Words(words) => Value::Text(words),
                Shape::Plain => Value::Text(text[value_range.clone()].to_owned()),
                Shape::Nothing => Value::Nothing,
                Shape::Nested => Value::Nested,
                Shape::List(items) => items
                    .into_iter()
                    .map(|item| {
                        let range = span(text, item.referenced);
                        match item.value {
                            Scalar::Words(words) => Some((words, range)),
                            Scalar::Plain => Some((text[range.clone()].to_owned(), range)),
                            Scalar::Nested => None,
                        }
                    })
                    .collect::<Option<Vec<_>>>()
                    .map_or(Value::Nested, Value::List),
            };
            Entry { key: key.value, key_range, value, value_range }
        };
        self.0.into_iter().map(entry).collect()
    }
}

enum Shape {
    Words(String),
    /// A number or a truth value: its text is read from its place.
    Plain,
    Nothing,
    List(Vec<Spanned<Scalar>>),
    Nested,
}

enum Scalar {
    Words(String),
    Plain,
    Nested,
}

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Mapping, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Mapping;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("`key: value` lines")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Mapping(entries))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// The visits of plain scalars, which are alike for values and for items of lists.
macro_rules! scalar_visits {
    ($kind:ident) => {
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a text, a number or a list")
        }

        fn visit_str<E>(self, words: &str) -> Result<$kind, E> {
            Ok($kind::Words(words.to_owned()))
        }

        fn visit_bool<E>(self, _: bool) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_i64<E>(self, _: i64) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_u64<E>(self, _: u64) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_i128<E>(self, _: i128) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_u128<E>(self, _: u128) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_f64<E>(self, _: f64) -> Result<$kind, E> {
            Ok($kind::Plain)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$kind, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok($kind::Nested)
        }
    };
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shape, D::Error> {
        struct AnyShape;
        impl<'de> Visitor<'de> for AnyShape {
            type Value = Shape;
            scalar_visits!(Shape);

            fn visit_unit<E>(self) -> Result<Shape, E> {
                Ok(Shape::Nothing)
            }

            fn visit_none<E>(self) -> Result<Shape, E> {
                Ok(Shape::Nothing)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Shape, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = sequence.next_element()? {
                    items.push(item);
                }
                Ok(Shape::List(items))
            }
        }
        deserializer.deserialize_any(AnyShape)
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Scalar, D::Error> {
        struct AnyScalar;
        impl<'de> Visitor<'de> for AnyScalar {
            type Value = Scalar;
            scalar_visits!(Scalar);

            fn visit_unit<E>(self) -> Result<Scalar, E> {
                Ok(Scalar::Plain)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Scalar, A::Error> {
                while sequence.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }
        }
        deserializer.deserialize_any(AnyScalar)
    }
}
