//! `settings.toml`: what this machine remembers, whoever sits at it. It is read as far as it goes; a file with a
//! mistake in it is told of, and never written over where more than a name is wrong. What belongs to the learner is in
//! the record, never here.

mod toml_text;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::app::{Look, MachineFileFault, Marks, SettingKept, Surface, Theme};
use crate::domain::diagnostic::Finding;
use crate::engine::machine::toml_text::{TomlText, Value};
use crate::store::replace_private_file;
use crate::text::nearest;
use crate::width::Ambiguous;

const FILE_NAME: &str = "settings.toml";
/// A settings file has a few lines.
const BYTES_AT_MOST: u64 = 64 * 1024;

const KEY_LESSONS: &str = "lessons";
const KEY_SURFACE: &str = "surface";
const KEY_THEME: &str = "theme";
const KEY_MARKS: &str = "marks";
const KEY_WIDTHS: &str = "widths";

const KEYS: [&str; 5] = [KEY_LESSONS, KEY_SURFACE, KEY_THEME, KEY_MARKS, KEY_WIDTHS];

const SURFACES: [(&str, Surface); 2] = [("screens", Surface::Screens), ("lines", Surface::Lines)];
const THEMES: [(&str, Theme); 3] = [("plain", Theme::Plain), ("dark", Theme::Dark), ("light", Theme::Light)];
const MARKS: [(&str, Marks); 2] = [("auto", Marks::Auto), ("ascii", Marks::Ascii)];
const WIDTHS: [(&str, Ambiguous); 2] = [("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide)];

/// What the file says.
#[derive(Debug, Default)]
pub struct Machine {
    /// `None` where the account has no folder for data.
    file: Option<PathBuf>,
    /// Where the lessons are.
    pub lessons: Option<PathBuf>,
    surface: Option<Surface>,
    theme: Theme,
    marks: Marks,
    /// By the name of the terminal.
    widths: BTreeMap<String, Ambiguous>,
    faults: Vec<MachineFileFault>,
}

impl Machine {
    /// Reads `<folder>/settings.toml`; a missing file says nothing.
    pub fn read(folder: Option<&Path>) -> Machine {
        let file = folder.map(|folder| folder.join(FILE_NAME));
        let mut machine = Machine { file: file.clone(), ..Machine::default() };
        let Some(file) = file else { return machine };
        match text_of(&file) {
            Ok(text) => machine.take(&TomlText::new(text)),
            Err(finding) => machine.fault(None, finding),
        }
        machine
    }

    /// What is wrong with the file, in the order of its lines.
    pub fn faults(&self) -> &[MachineFileFault] {
        &self.faults
    }

    /// How the program is shown here, as far as the file says.
    pub fn look(&self, terminal: &str) -> Look {
        Look {
            theme: self.theme,
            marks: self.marks,
            surface: self.surface,
            ambiguous: self.widths.get(terminal).copied(),
            ..Look::default()
        }
    }

    pub fn keep_surface(&mut self, surface: Surface) -> SettingKept {
        self.surface = Some(surface);
        self.keep(KEY_SURFACE, Value::text(written(&SURFACES, surface)))
    }

    pub fn keep_theme(&mut self, theme: Theme) -> SettingKept {
        self.theme = theme;
        self.keep(KEY_THEME, Value::text(written(&THEMES, theme)))
    }

    pub fn keep_marks(&mut self, marks: Marks) -> SettingKept {
        self.marks = marks;
        self.keep(KEY_MARKS, Value::text(written(&MARKS, marks)))
    }

    /// Remembers how wide a terminal draws ambiguous characters. Nothing is written when that is known already.
    pub fn keep_width(&mut self, terminal: &str, width: Ambiguous) -> SettingKept {
        if self.widths.insert(terminal.to_owned(), width) == Some(width) {
            return SettingKept::Kept;
        }
        let widths = self.widths.iter().map(|(name, width)| (name.clone(), written(&WIDTHS, *width).to_owned()));
        self.keep(KEY_WIDTHS, Value::Table(widths.collect()))
    }

    /// Writes one value into the file as it stands now: another window may have written since it was read.
    fn keep(&self, key: &str, value: Value) -> SettingKept {
        let Some(file) = &self.file else {
            return SettingKept::NoPlace;
        };
        let now = Machine::read(file.parent());
        if let Some(fault) = now.faults.iter().find(|fault| fault.is_in_the_way()) {
            return SettingKept::FileAtFault { line: fault.line };
        }
        let kept = text_of(file).map_err(|_| io::Error::other("it was read a moment ago")).and_then(|text| {
            // A link is followed, so that it stays one.
            let real_file = fs::canonicalize(file).unwrap_or_else(|_| file.clone());
            replace_private_file(&real_file, TomlText::new(text).with(key, &value).as_bytes())
        });
        match kept {
            Ok(()) => SettingKept::Kept,
            Err(error) => SettingKept::NotWritten { cause: cause(&error) },
        }
    }

    fn take(&mut self, text: &TomlText) {
        for (line, detail) in text.syntax_errors() {
            self.fault(Some(line), Finding::TomlInvalid { detail });
        }
        for (key, line, value) in text.values() {
            let wrong = match key.as_str() {
                KEY_LESSONS => match &value {
                    Value::Text(folder) => {
                        self.lessons = Some(PathBuf::from(folder));
                        None
                    }
                    other => Some((other.shown(), "'S:\\lessons'".to_owned())),
                },
                KEY_SURFACE => choice(&value, &SURFACES, |surface| self.surface = Some(surface)),
                KEY_THEME => choice(&value, &THEMES, |theme| self.theme = theme),
                KEY_MARKS => choice(&value, &MARKS, |marks| self.marks = marks),
                KEY_WIDTHS => self.take_widths(&value),
                // Misspelt, or a newer program's: it stays where it is.
                _ => {
                    let meant = nearest(&key, &KEYS).map(str::to_owned);
                    self.fault(Some(line), Finding::UnknownKey { key, nearest: meant });
                    continue;
                }
            };
            if let Some((value, allowed)) = wrong {
                self.fault(Some(line), Finding::InvalidValue { key, value, allowed });
            }
        }
        self.faults.sort_by_key(|fault| fault.line);
    }

    fn take_widths(&mut self, value: &Value) -> Option<(String, String)> {
        let Value::Table(widths) = value else { return Some((value.shown(), "{ … }".to_owned())) };
        let mut wrong = None;
        for (terminal, width) in widths {
            let taken = choice(&Value::Text(width.clone()), &WIDTHS, |width| {
                self.widths.insert(terminal.clone(), width);
            });
            wrong = wrong.or(taken);
        }
        wrong
    }

    fn fault(&mut self, line: Option<usize>, finding: Finding) {
        let place = self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
        self.faults.push(MachineFileFault { place, line, finding });
    }
}

/// The whole text; an empty one where there is no file.
fn text_of(file: &Path) -> Result<String, Finding> {
    let unreadable = |error: &io::Error| Finding::FileUnreadable { cause: error.to_string() };
    // Asked before it is opened: opening a pipe would wait for its other end.
    match fs::metadata(file) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Err(unreadable(&io::ErrorKind::InvalidInput.into())),
        // Without its folder there is no file, and writing will say what is in the way.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(String::new());
        }
        Err(error) => return Err(unreadable(&error)),
    }
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|file| file.take(BYTES_AT_MOST + 1).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(unreadable(&error)),
        Ok(count) if count as u64 > BYTES_AT_MOST => {
            Err(Finding::FileTooLarge { bytes: count as u64, limit: BYTES_AT_MOST })
        }
        Ok(_) => String::from_utf8(bytes).map_err(|_| Finding::NotUtf8 { looks_like_shift_jis: false }),
    }
}

/// Takes the value if it is one of those allowed, else says what it is and what they are.
fn choice<T: Copy>(value: &Value, allowed: &[(&str, T)], take: impl FnOnce(T)) -> Option<(String, String)> {
    let known = match value {
        Value::Text(text) => allowed.iter().find(|(name, _)| name == text),
        _ => None,
    };
    match known {
        Some((_, meant)) => {
            take(*meant);
            None
        }
        None => {
            let names: Vec<String> = allowed.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            Some((value.shown(), names.join(", ")))
        }
    }
}

fn written<T: PartialEq>(names: &[(&'static str, T)], meant: T) -> &'static str {
    names.iter().find(|(_, value)| *value == meant).map(|(name, _)| *name).expect("each value has its name")
}

/// One of the store's codes, which have their words in both languages.
fn cause(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "full",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "cannot-open",
        _ => "disk",
    }
}
