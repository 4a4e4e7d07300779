//! A small TOML text: its values with their lines, and the same text with one value changed and everything else left
//! as somebody wrote it. It knows no key and touches no file.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// The text of a file.
pub struct TomlText {
    text: String,
}

/// A value, as far as settings need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// A table of texts.
    Table(Vec<(String, String)>),
    /// Anything else, as it is quoted back.
    Other(String),
}

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

impl TomlText {
    pub fn new(text: String) -> TomlText {
        TomlText { text }
    }

    /// Lines (from 1) that are no TOML, each with what the parser says.
    pub fn syntax_errors(&self) -> Vec<(usize, String)> {
        let (_, errors) = DeTable::parse_recoverable(&self.text);
        let mut found: Vec<(usize, String)> = errors
            .iter()
            .map(|error| (self.line(error.span().map_or(0, |span| span.start)), error.message().to_owned()))
            .collect();
        // What is said of the rest of a broken line is a guess.
        found.dedup_by_key(|(line, _)| *line);
        found
    }

    /// The values at the top, each with its key and line, in the order of the keys. Those on a broken line are guesses
    /// and left out.
    pub fn values(&self) -> Vec<(String, usize, Value)> {
        let broken: Vec<usize> = self.syntax_errors().into_iter().map(|(line, _)| line).collect();
        let (table, _) = DeTable::parse_recoverable(&self.text);
        let values = table
            .get_ref()
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), self.line(value.span().start), Value::of(value.get_ref())));
        values.filter(|(_, line, _)| !broken.contains(line)).collect()
    }

    /// The text with this value for the key. Comments, order and every other key stay.
    pub fn with(&self, key: &str, value: &Value) -> String {
        let edited = self.edited(key, value);
        let wanted = toml::from_str::<toml::Table>(&self.text).map(|mut table| {
            table.insert(key.to_owned(), value.to_toml());
            table
        });
        match (toml::from_str::<toml::Table>(&edited), wanted) {
            // Written in a way that cannot be changed in place, such as `widths.name = …`: written anew.
            (read, Ok(wanted)) if read.as_ref() != Ok(&wanted) => wanted.to_string(),
            _ => edited,
        }
    }

    fn edited(&self, key: &str, value: &Value) -> String {
        let (table, _) = DeTable::parse_recoverable(&self.text);
        let end_of_line = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        // Keys whose value stands behind `=` on a line of their own at the top.
        let in_place: Vec<(&str, Range<usize>)> = table
            .get_ref()
            .iter()
            .map(|(name, value)| (name.get_ref().as_ref(), name.span(), value.span()))
            .filter(|(_, name, value)| {
                self.text.get(name.end..value.start).is_some_and(|between| between.trim() == "=")
            })
            .map(|(name, _, value)| (name, value))
            .collect();
        let mut text = self.text.clone();
        if let Some((_, range)) = in_place.iter().find(|(name, _)| *name == key) {
            text.replace_range(range.clone(), &value.to_toml().to_string());
            return text;
        }
        // Behind the last of them; a file of tables only gets it before them, one of comments only behind them.
        let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let place = match in_place.iter().map(|(_, value)| value.end).max() {
            Some(end) => text[end..].find('\n').map_or(text.len(), |length| end + length + 1),
            None if table.get_ref().is_empty() => text.len(),
            None => start,
        };
        let mut line = format!("{key} = {}{end_of_line}", value.to_toml());
        if place > start && !text[..place].ends_with('\n') {
            line.insert_str(0, end_of_line);
        }
        text.insert_str(place, &line);
        text
    }

    fn line(&self, byte: usize) -> usize {
        1 + self.text.as_bytes()[..byte.min(self.text.len())].iter().filter(|byte| **byte == b'\n').count()
    }
}

impl Value {
    pub fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// As it is quoted back to whoever wrote it.
    pub fn shown(&self) -> String {
        match self {
            Value::Text(text) | Value::Other(text) => text.clone(),
            Value::Table(_) => "{ … }".to_owned(),
        }
    }

    fn of(value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Table(table) => Value::Table(
                table
                    .iter()
                    .map(|(key, value)| (key.get_ref().to_string(), Value::of(value.get_ref()).shown()))
                    .collect(),
            ),
            DeValue::Integer(number) => Value::Other(number.as_str().to_owned()),
            DeValue::Float(number) => Value::Other(number.as_str().to_owned()),
            DeValue::Boolean(answer) => Value::Other(answer.to_string()),
            DeValue::Datetime(moment) => Value::Other(moment.to_string()),
            DeValue::Array(_) => Value::Other("[ … ]".to_owned()),
        }
    }

    fn to_toml(&self) -> toml::Value {
        match self {
            Value::Text(text) | Value::Other(text) => toml::Value::String(text.clone()),
            Value::Table(entries) => toml::Value::Table(
                entries.iter().map(|(key, text)| (key.clone(), toml::Value::String(text.clone()))).collect(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::empty("", "theme = \"dark\"\n")]
    #[case::no_last_line_end("marks = \"ascii\"", "marks = \"ascii\"\ntheme = \"dark\"\n")]
    #[case::replaced("# mine\ntheme = 'plain' # why\n", "# mine\ntheme = \"dark\" # why\n")]
    #[case::comments_only("# about this machine\n", "# about this machine\ntheme = \"dark\"\n")]
    #[case::before_tables("[later]\nx = 1\n", "theme = \"dark\"\n[later]\nx = 1\n")]
    #[case::between("a = 1 # one\n\n[later]\nx = 1\n", "a = 1 # one\ntheme = \"dark\"\n\n[later]\nx = 1\n")]
    #[case::windows("a = 1\r\n# c\r\n", "a = 1\r\ntheme = \"dark\"\r\n# c\r\n")]
    #[case::byte_order_mark("\u{FEFF}a = 1\n", "\u{FEFF}a = 1\ntheme = \"dark\"\n")]
    #[case::long_text("a = '''\ntheme = 1\n[x]\n'''\n", "a = '''\ntheme = 1\n[x]\n'''\ntheme = \"dark\"\n")]
    #[case::quoted_key("\"theme\" = \"plain\"\n", "\"theme\" = \"dark\"\n")]
    #[case::same_name_deeper("[later]\ntheme = \"x\"\n", "theme = \"dark\"\n[later]\ntheme = \"x\"\n")]
    fn one_value_is_changed_and_the_rest_stays(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(TomlText::new(text.to_owned()).with("theme", &Value::text("dark")), expected);
    }

    #[rstest]
    #[case::inline("widths = { xterm = \"wide\" }\n")]
    #[case::table("# mine\n[widths]\nxterm = \"wide\"\n\n[later]\nx = 1\n")]
    #[case::dotted("widths.xterm = \"wide\"\nlater.x = 1\n")]
    fn a_table_is_changed_however_it_is_written(#[case] text: &str) {
        let widths = [("a b", "narrow"), ("xterm", "wide")].map(|(name, width)| (name.to_owned(), width.to_owned()));
        let changed = TomlText::new(TomlText::new(text.to_owned()).with("widths", &Value::Table(widths.to_vec())));
        assert_eq!(changed.syntax_errors(), []);
        let values = changed.values();
        let found = values.iter().find(|(key, ..)| key == "widths").map(|(.., value)| value.clone());
        assert_eq!(found, Some(Value::Table(widths.to_vec())), "{}", changed.text);
        assert_eq!(changed.text.contains("x = 1"), text.contains("x = 1"));
    }

    #[test]
    fn a_broken_line_is_told_once_and_its_value_is_not_believed() {
        let text = TomlText::new("a = \"1\"\nlessons = \"C:\\kenshu\"\nb = \"2\n".to_owned());
        let lines: Vec<usize> = text.syntax_errors().iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3]);
        assert_eq!(text.values(), [("a".to_owned(), 1, Value::text("1"))]);
    }
}
