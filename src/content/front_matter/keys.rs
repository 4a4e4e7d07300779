//! What the keys of front matter mean, each value read by its type. A wrong one is told and left out.

use super::{Entry, Value};
use crate::content::findings::Findings;
use crate::content::identity::is_valid_id;
use crate::content::slips::mended_value;
use crate::domain::day::Day;
use crate::domain::diagnostic::{Edit, Finding, ImeSlip};
use crate::domain::document::ByteRange;
use crate::domain::language::Language;
use crate::domain::lesson::{Skill, Stage};
use crate::text::{SafeText, nearest};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Lesson,
    Worksheet,
}

/// Front matter by its meaning.
#[derive(Debug, Default)]
pub struct Keys {
    pub kind: Kind,
    pub id: Option<String>,
    /// An id was written, even if it cannot be used.
    pub has_id: bool,
    pub title: Option<SafeText>,
    pub language: Option<(Language, ByteRange)>,
    pub skill: Option<Skill>,
    pub stage: Option<Stage>,
    pub minutes: Option<u32>,
    pub objective: Option<SafeText>,
    pub basis: Vec<SafeText>,
    pub review_by: Option<Day>,
    /// Fields of a worksheet that are summed up.
    pub adds_up: Vec<(String, ByteRange)>,
}

const LESSON_KEYS: [&str; 10] =
    ["id", "title", "lang", "skill", "stage", "minutes", "objective", "basis", "review_by", "kind"];
const WORKSHEET_KEYS: [&str; 7] = ["id", "title", "lang", "kind", "visibility", "follow_ups", "adds_up"];
const SKILLS: [(&str, Skill); 4] = [
    ("digital", Skill::Digital),
    ("data", Skill::Data),
    ("transform", Skill::Transform),
    ("cocreate", Skill::Cocreate),
];
const STAGES: [(&str, Stage); 3] =
    [("understand", Stage::Understand), ("practise", Stage::Practise), ("embed", Stage::Embed)];
const KINDS: [(&str, Kind); 2] = [("lesson", Kind::Lesson), ("worksheet", Kind::Worksheet)];

/// Reads the entries of front matter.
pub fn read(entries: &[Entry], file: &str, findings: &mut Findings<'_>) -> Keys {
    let mut reader = Reader { file, findings };
    let mut keys = Keys::default();
    if let Some(entry) = entries.iter().find(|entry| entry.key == "kind") {
        keys.kind = reader.word(entry, &KINDS).unwrap_or_default();
    }
    for entry in entries {
        reader.read(entry, &mut keys);
    }
    keys
}

struct Reader<'a, 'f, 'p> {
    file: &'a str,
    findings: &'f mut Findings<'p>,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, entry: &Entry, keys: &mut Keys) {
        let is_worksheet = keys.kind == Kind::Worksheet;
        let known: &[&str] = if is_worksheet { &WORKSHEET_KEYS } else { &LESSON_KEYS };
        if !known.contains(&entry.key.as_str()) {
            let nearest = nearest(&entry.key, known).map(str::to_owned);
            let finding = Finding::UnknownKey { key: SafeText::new(&entry.key).into_string(), nearest };
            return self.findings.warn(finding, entry.key_range.clone());
        }
        match entry.key.as_str() {
            "id" => {
                keys.has_id = true;
                keys.id = self.id(entry);
            }
            "title" => keys.title = self.text(entry),
            "objective" => keys.objective = self.text(entry),
            "lang" => {
                let codes = Language::ALL.map(|language| (language.code(), language));
                keys.language = self.word(entry, &codes).map(|language| (language, entry.value_range.clone()));
            }
            "skill" => keys.skill = self.word(entry, &SKILLS),
            "stage" => keys.stage = self.word(entry, &STAGES),
            "minutes" => {
                let minutes = |value: &str| value.parse().ok().filter(|minutes| (1..=60).contains(minutes));
                keys.minutes = self.value(entry, "1–60", minutes);
            }
            "review_by" => keys.review_by = self.value(entry, "YYYY-MM-DD", Day::from_iso),
            "basis" => keys.basis = self.list(entry).iter().map(|(item, _)| SafeText::new(item)).collect(),
            "adds_up" => keys.adds_up = self.list(entry),
            // `kind` was read first; `visibility` and `follow_ups` are read when worksheets are filled in.
            _ => {}
        }
    }

    fn id(&mut self, entry: &Entry) -> Option<String> {
        let id = self.ascii(entry)?;
        if is_valid_id(&id) {
            return Some(id);
        }
        self.findings.error(Finding::InvalidId { id: SafeText::new(&id).into_string() }, entry.value_range.clone());
        None
    }

    fn text(&mut self, entry: &Entry) -> Option<SafeText> {
        match &entry.value {
            Value::Text(words) => {
                Some(SafeText::new(&words.trim().replace(['\r', '\n'], " "))).filter(|words| !words.is_empty())
            }
            Value::Nothing => None,
            Value::List(_) | Value::Nested => {
                self.invalid(entry, "\"…\"");
                None
            }
        }
    }

    fn list(&mut self, entry: &Entry) -> Vec<(String, ByteRange)> {
        let items = match &entry.value {
            Value::Text(words) => vec![(words.clone(), entry.value_range.clone())],
            Value::List(items) => items.clone(),
            Value::Nothing => Vec::new(),
            Value::Nested => {
                self.invalid(entry, "[a, b]");
                Vec::new()
            }
        };
        items.into_iter().map(|(item, range)| (self.mended(&item, &range), range)).collect()
    }

    fn word<T: Copy>(&mut self, entry: &Entry, allowed: &[(&str, T)]) -> Option<T> {
        let names: Vec<&str> = allowed.iter().map(|(name, _)| *name).collect();
        let read = |value: &str| allowed.iter().find(|(name, _)| *name == value).map(|(_, meaning)| *meaning);
        self.value(entry, &names.join(", "), read)
    }

    fn value<T>(&mut self, entry: &Entry, allowed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if entry.value == Value::Nothing {
            return None;
        }
        let read = self.ascii(entry).and_then(|value| read(value.trim()));
        if read.is_none() {
            self.invalid(entry, allowed);
        }
        read
    }

    /// The text of a value that must be ASCII.
    fn ascii(&mut self, entry: &Entry) -> Option<String> {
        match &entry.value {
            Value::Text(words) => Some(self.mended(words, &entry.value_range)),
            _ => None,
        }
    }

    /// A value typed in full width is read as half-width, and told; quotes around it stay.
    fn mended(&mut self, words: &str, range: &ByteRange) -> String {
        let Some(mended) = mended_value(words) else { return words.to_owned() };
        let written = &self.file[range.clone()];
        if let Some(at) = written.find(words) {
            let range = range.start + at..range.start + at + words.len();
            let fix = vec![Edit { range: range.clone(), replacement: mended.clone() }];
            self.findings.slip_with_fix(ImeSlip::FullWidthValue, range, &mended, fix);
        }
        mended
    }

    fn invalid(&mut self, entry: &Entry, allowed: &str) {
        let value = SafeText::new(&self.file[entry.value_range.clone()]).into_string();
        let finding = Finding::InvalidValue { key: entry.key.clone(), value, allowed: allowed.to_owned() };
        self.findings.error(finding, entry.value_range.clone());
    }
}
