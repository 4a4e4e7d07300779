//! The program played by keys without a terminal, on a clock that only the keys move. The record is a real one in a
//! folder of its own; what a terminal would be sent is a buffer of cells.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use sukima::app::{Desk, Effect, HealthFacts, Key, Marks, Message, Model, Notice, Screen, Storage, Surface, update};
use sukima::domain::language::Language;
use sukima::domain::question::QuestionType;
use sukima::engine::{Engine, Options};
use sukima::tui;
use sukima::width::Ambiguous;

use super::scene::{Part, Scene, Variant};

/// Where the record is said to be: a long place, as on a learner's own workstation.
pub const PLACE: &str = r"C:\Users\t-yamada\AppData\Local\sukima\data\default\sukima.db";

/// Between two keys: longer than any pause in which a key does not count.
const MS_PER_KEY: i64 = 700;

/// Longer pages do not exist.
const PARTS_AT_MOST: usize = 30;

/// What a sitting starts from.
#[derive(Clone, Debug)]
pub struct Setting<'folder> {
    pub data: &'folder Path,
    /// The lessons inside the program without it.
    pub lessons: Option<PathBuf>,
    pub office: Option<PathBuf>,
    pub variant: Variant,
}

/// The program while it runs.
pub struct Stage {
    engine: Engine,
    pub model: Model,
    desk: Desk,
    variant: Variant,
    now_ms: i64,
}

impl Stage {
    /// Starts the program at `now`, a time with its offset.
    pub fn open(setting: &Setting<'_>, now: &str) -> Stage {
        let options = Options {
            data_dir: Some(setting.data.to_path_buf()),
            lessons: setting.lessons.clone(),
            office: setting.office.clone(),
            language: Some(setting.variant.language),
            machine_language: Language::Japanese,
            profile: None,
            now: Some(now.to_owned()),
        };
        let engine = Engine::open(&options).expect("a new folder can be used");
        let mut model = engine.model(Surface::Screens);
        model.look.can_draw = true;
        model.look.ambiguous = Some(Ambiguous::Narrow);
        model.look.marks = if setting.variant.is_ascii { Marks::Ascii } else { Marks::Auto };
        // Its days are set by hand, but these are pictures of everybody's.
        model.is_trial = false;
        let mut stage = Stage {
            desk: Desk::new(PLACE.to_owned(), setting.variant.size),
            now_ms: engine.now_ms(),
            variant: setting.variant,
            engine,
            model,
        };
        stage.perform(VecDeque::from([Effect::LoadHome]));
        stage.settle();
        stage
    }

    pub fn press(&mut self, key: Key) {
        self.now_ms += MS_PER_KEY;
        if self.desk.draft_waits_ms(self.now_ms) == Some(0) {
            let draft = self.desk.draft();
            draft.into_iter().for_each(|message| self.take(message));
        }
        for message in self.desk.press(&self.model, self.now_ms, key) {
            self.take(message);
        }
        self.settle();
    }

    /// Each character as a key: a digit that chooses, a command, or a text.
    pub fn keys(&mut self, typed: &str) {
        for character in typed.chars() {
            self.press(Key::Character(character));
        }
    }

    /// Somebody reads or thinks.
    pub fn wait(&mut self, seconds: i64) {
        self.now_ms += seconds * 1000;
    }

    /// A page that takes long to come to, as it stands.
    pub fn show(&mut self, screen: Screen) {
        if let Some(last) = self.model.screens.last_mut() {
            *last = screen;
        }
        self.settle();
    }

    /// What the engine tells when the record cannot take what happens; the place is the one of the pictures.
    pub fn tell_storage(&mut self, storage: Storage) {
        self.take(Message::StorageChanged(storage));
        self.settle();
    }

    /// What stands on the screen, with everything that the page holds further on.
    pub fn scene(&mut self, name: &'static str) -> Scene {
        let (mut parts, mut noted) = (vec![self.part()], self.noted());
        let mut ways_back = Vec::new();
        while self.has_more() {
            match [Key::PageDown, Key::Down].into_iter().find_map(|key| self.turn(key)) {
                Some(way_back) => ways_back.extend(way_back),
                // A part that no key leads to: the checks will say so.
                None => break,
            }
            parts.push(self.part());
            noted.extend(self.noted());
            assert!(parts.len() <= PARTS_AT_MOST, "{name} has no end");
        }
        for key in ways_back.into_iter().rev() {
            self.press(key);
        }
        Scene { name, parts, noted, is_glance: false }
    }

    /// Only what is seen at once: a key would take away what was said to the one before.
    pub fn glance(&mut self, name: &'static str) -> Scene {
        Scene { name, parts: vec![self.part()], noted: Vec::new(), is_glance: true }
    }

    /// A page that `Enter` turns until it leads on, which it does as well.
    pub fn scene_left_by_enter(&mut self, name: &'static str) -> Scene {
        let (mut parts, mut noted) = (vec![self.part()], self.noted());
        while self.has_more() {
            self.press(Key::Enter);
            parts.push(self.part());
            noted.extend(self.noted());
            assert!(parts.len() <= PARTS_AT_MOST, "{name} has no end");
        }
        self.press(Key::Enter);
        Scene { name, parts, noted, is_glance: false }
    }

    /// `Enter`, as often as the page needs to be read to its end, and on.
    pub fn read_on(&mut self) {
        let mut parts = 1;
        while self.has_more() {
            self.press(Key::Enter);
            parts += 1;
            assert!(parts <= PARTS_AT_MOST, "Enter turns no page here: {:?}", self.part().lines());
        }
        self.press(Key::Enter);
    }

    /// Goes one part on, if this key leads there; the keys that lead back.
    fn turn(&mut self, key: Key) -> Option<Vec<Key>> {
        let before = self.desk.view().part;
        let back = if key == Key::PageDown { Key::PageUp } else { Key::Up };
        let mut way_back = Vec::new();
        loop {
            let selected = self.desk.view().selected;
            self.press(key);
            let view = self.desk.view();
            if view.part.0 > before.0 {
                way_back.push(back);
                return Some(way_back);
            }
            if view.selected == selected {
                for key in way_back {
                    self.press(key);
                }
                return None;
            }
            way_back.push(back);
        }
    }

    fn has_more(&self) -> bool {
        let (part, of) = self.desk.view().part;
        part < of
    }

    fn part(&self) -> Part {
        self.part_of(&self.desk)
    }

    /// The part with something said to a key that does nothing else: kana, or where text is typed, the key for a hint.
    /// What was begun stays as it was.
    fn noted(&mut self) -> Vec<Part> {
        let mut desk = self.desk.clone();
        let now_ms = self.now_ms + MS_PER_KEY;
        let key = match desk.takes_text(&self.model) {
            false => Key::Character('か'),
            true => match self.model.asked().map(|(content, _)| content.question.question_type()) {
                Some(QuestionType::Typed | QuestionType::Number | QuestionType::Write) => Key::Tab,
                _ => return Vec::new(),
            },
        };
        let told = desk.press(&self.model, now_ms, key);
        assert!(told.iter().all(|message| *message == Message::Present), "it only says something: {told:?}");
        desk.settle(&mut self.model, now_ms);
        vec![self.part_of(&desk)]
    }

    fn part_of(&self, desk: &Desk) -> Part {
        let (columns, rows) = self.variant.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a buffer can be drawn on");
        terminal.draw(|frame| tui::view(&self.model, desk, frame)).expect("a buffer can be drawn on");
        let backend = terminal.backend();
        let view = desk.view();
        Part {
            cells: backend.buffer().clone(),
            cursor: backend.cursor_visible().then(|| backend.cursor_position()),
            columns: desk.columns(),
            rows: view.rows.iter().map(|row| row.row.text().to_owned()).collect(),
            notes: view.notes.to_vec(),
            footer: view.footer.iter().map(|row| row.text().to_owned()).collect(),
            place: view.part,
        }
    }

    /// As the engine takes a message, at the time of these keys: its own clock would tell how fast a test is.
    fn take(&mut self, message: Message) {
        let was_undo = message == Message::Undo;
        let effects = update(&mut self.model, self.now_ms, message);
        self.perform(VecDeque::from(effects));
        if was_undo && !self.model.notices.contains(&Notice::NothingToUndo) && self.model.session().is_some() {
            self.model.notices.push(Notice::Undone);
        }
    }

    fn perform(&mut self, mut effects: VecDeque<Effect>) {
        while let Some(effect) = effects.pop_front() {
            for mut message in self.engine.perform(effect) {
                if let Message::HealthLoaded(facts) = &mut message {
                    as_anywhere(facts);
                }
                effects.extend(update(&mut self.model, self.now_ms, message));
            }
        }
    }

    fn settle(&mut self) {
        self.desk.settle(&mut self.model, self.now_ms);
    }
}

/// What differs from machine to machine, and is looked at in other tests.
fn as_anywhere(facts: &mut HealthFacts) {
    facts.place = PLACE.to_owned();
    facts.file_bytes = 139_264;
    facts.sqlite_version = "3.51.3".to_owned();
    facts.journal_mode = "wal".to_owned();
    facts.is_trial = false;
    facts.time = "12:41".to_owned();
    facts.zone = "Asia/Tokyo".to_owned();
}
