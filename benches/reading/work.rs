//! The pieces of work that are measured, each done once at a call.

use std::cell::RefCell;
use std::hint::black_box;

use pulldown_cmark::{Options, Parser};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use sukima::app::{Desk, Message, Model, Surface};
use sukima::content::reading::{FileContent, read_text};
use sukima::domain::id::LessonId;
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::engine::{Engine, Options as EngineOptions};
use sukima::layout::{Labels, Measure, Rendition, lay_out};
use sukima::tui;
use sukima::width::Ambiguous;

use crate::texts;

const SIZE: (u16, u16) = (80, 24);

/// Something to be done.
pub enum Work {
    /// The markdown library alone, with the options that lessons are read with.
    Floor(String),
    Read(String),
    /// Read, and every block laid out for a screen.
    Page(String),
    /// An empty page, compared with the empty one before.
    Empty(RefCell<Terminal<TestBackend>>),
    /// A page with a lesson, drawn and compared with the same one before.
    Frame(Box<Drawn>),
}

/// A lesson on the screen.
pub struct Drawn {
    model: Model,
    desk: Desk,
    terminal: RefCell<Terminal<TestBackend>>,
}

impl Work {
    pub fn named(work: &str, text: &str) -> Option<Work> {
        let text = texts::text(text)?;
        Some(match work {
            "floor" => Work::Floor(text),
            "read" => Work::Read(text),
            "page" => Work::Page(text),
            "empty" => Work::Empty(terminal()),
            "frame" => Work::Frame(Box::new(Drawn::lesson())),
            _ => return None,
        })
    }

    pub fn once(&self) {
        match self {
            Work::Floor(text) => {
                let options = Options::ENABLE_TABLES
                    | Options::ENABLE_FOOTNOTES
                    | Options::ENABLE_STRIKETHROUGH
                    | Options::ENABLE_TASKLISTS
                    | Options::ENABLE_MATH
                    | Options::ENABLE_GFM
                    | Options::ENABLE_DEFINITION_LIST;
                for event in Parser::new_ext(text, options).into_offset_iter() {
                    black_box(event);
                }
            }
            Work::Read(text) => drop(black_box(read(text))),
            Work::Page(text) => lay_out_all(&read(text)),
            Work::Empty(terminal) => {
                terminal.borrow_mut().draw(|_| {}).expect(DRAWS);
            }
            Work::Frame(drawn) => {
                let Drawn { model, desk, terminal } = &**drawn;
                terminal.borrow_mut().draw(|frame| tui::view(model, desk, frame)).expect(DRAWS);
            }
        }
    }
}

fn read(text: &str) -> FileContent {
    let mut diagnostics = Vec::new();
    let content = read_text("ja/a/a.md", text, Some(Language::Japanese), &Office::default(), &mut diagnostics);
    black_box(diagnostics);
    content
}

fn lay_out_all(content: &FileContent) {
    let FileContent::Lesson(lesson) = content else { panic!("a lesson") };
    let measure = Measure {
        columns: usize::from(SIZE.0) - 4,
        ambiguous: Ambiguous::Narrow,
        rendition: Rendition::Screen { ascii: false },
        labels: Labels::of(Language::Japanese),
    };
    let questions = lesson.questions.iter().flat_map(|question| [&question.body, &question.explanation]);
    for blocks in [&lesson.main, &lesson.more].into_iter().chain(questions) {
        black_box(lay_out(blocks, &measure));
    }
}

impl Drawn {
    /// The first lesson of a learner who was here before.
    fn lesson() -> Drawn {
        let data = tempfile::tempdir().expect("a folder for the record");
        let options = EngineOptions {
            data_dir: Some(data.path().to_path_buf()),
            lessons: None,
            office: None,
            language: Some(Language::Japanese),
            machine_language: Language::Japanese,
            profile: None,
            now: Some("2026-11-20T12:41+09:00".to_owned()),
        };
        let mut engine = Engine::open(&options).expect("a new folder can be used");
        let mut model = engine.model(Surface::Screens);
        model.look.ambiguous = Some(Ambiguous::Narrow);
        let lesson = LessonId::new("dx-meaning-not-tools");
        engine.take(&mut model, Message::OpenLesson(lesson));
        let mut desk = Desk::new(String::new(), SIZE);
        desk.settle(&mut model, engine.now_ms());
        Drawn { model, desk, terminal: terminal() }
    }
}

const DRAWS: &str = "a buffer can be drawn on";

fn terminal() -> RefCell<Terminal<TestBackend>> {
    RefCell::new(Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect(DRAWS))
}
