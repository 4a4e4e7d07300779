//! What is timed, and beside which floor. Nothing here fails because something was slow.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::figures::{HEAD, Span, Spans, count_row, span_row};
use crate::floors::Floors;
use crate::lessons::{self, QUESTION_MARK, TITLE_MARK};
use crate::process;
use crate::record::{self, NOW};
use crate::terminal::Terminal;

const PAGE_DOWN: &str = "\x1b[6~";
const PAGE_UP: &str = "\x1b[5~";

/// What is measured, and how often.
pub struct Setting {
    pub data: PathBuf,
    pub program: PathBuf,
    pub only: Vec<String>,
    pub lessons: Vec<usize>,
    pub sitting: (usize, usize),
    pub runs: usize,
    pub keys: usize,
}

impl Setting {
    pub fn new(data: PathBuf, program: PathBuf) -> Setting {
        let lessons = vec![6, 100, 1_000, 10_000];
        Setting { data, program, only: Vec::new(), lessons, sitting: (10_000, 1_000_000), runs: 15, keys: 300 }
    }

    fn wants(&self, word: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == word)
    }

    /// A library and a learner before it.
    pub fn learner(&self, lessons: usize, answers: usize) -> Learner {
        let library = lessons::library(&self.data, lessons).expect("a library below target can be written");
        let record = record::record(&self.data, &self.program, &library, lessons, answers);
        Learner { library, record }
    }
}

/// Where a learner's lessons and record are.
pub struct Learner {
    pub library: PathBuf,
    pub record: PathBuf,
}

impl Learner {
    pub fn words(&self) -> Vec<&str> {
        vec!["--now", NOW, "--lang", "ja", "--data-dir", text(&self.record), "--lessons", text(&self.library)]
    }

    pub fn start(&self, program: &Path, more: &[&str]) -> Terminal {
        let mut words = self.words();
        words.extend(more);
        Terminal::start(program, &words)
    }
}

/// Rows of the report.
type Measure = fn(&Setting, &Floors) -> String;

/// A path as a word of a command line.
fn text(path: &Path) -> &str {
    path.to_str().expect("folders below target have plain names")
}

/// Measures what was asked for, and prints each table as soon as it stands.
pub fn tell(setting: &Setting, floors: &Floors) {
    println!("load {} at the start, {} cores\n", process::load(), cores());
    let tables: [(&str, Measure); 7] = [
        ("paint", first_paint),
        ("question", first_question),
        ("scroll", scrolling),
        ("answer", answering),
        ("idle", idling),
        ("memory", memory),
        ("size", size),
    ];
    print!("{HEAD}");
    for (word, table) in tables {
        if setting.wants(word) {
            print!("{}", table(setting, floors));
        }
    }
    println!("\nload {} at the end", process::load());
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, usize::from)
}

/// Rows of one page with the mark in them, for a floor to show.
fn page_for_floor(setting: &Setting) -> PathBuf {
    let file = setting.data.join("floor-page.txt");
    let rows: Vec<String> = (0..18).map(|row| format!("{row:2}  {TITLE_MARK}の扱い、控えと番号を見比べる")).collect();
    fs::write(&file, rows.join("\n")).expect("a file below target can be written");
    file
}

fn first_paint(setting: &Setting, floors: &Floors) -> String {
    let page = page_for_floor(setting);
    let floor_program = floors.program("screen");
    let learners: Vec<(usize, Learner)> =
        setting.lessons.iter().map(|lessons| (*lessons, setting.learner(*lessons, 0))).collect();
    let (mut floor, mut with_sqlite) = (Spans::default(), Spans::default());
    let record = learners.first().expect("a library was asked for").1.record.join("default/sukima.db");
    let mut times: Vec<Spans> = learners.iter().map(|_| Spans::default()).collect();
    for run in 0..=setting.runs {
        let mut terminal = Terminal::start(&floor_program, &[text(&page)]);
        let floor_time = terminal.first_frame_with(TITLE_MARK);
        terminal.end();
        let mut terminal = Terminal::start(&floors.program("record"), &[text(&page), text(&record)]);
        let sqlite_time = terminal.first_frame_with(TITLE_MARK);
        terminal.end();
        for ((_, learner), times) in learners.iter().zip(&mut times) {
            let mut terminal = learner.start(&setting.program, &[]);
            let time = terminal.first_frame_with(TITLE_MARK);
            terminal.end();
            // The first round warms the caches of the system.
            if run > 0 {
                times.add(time);
            }
        }
        if run > 0 {
            floor.add(floor_time);
            with_sqlite.add(sqlite_time);
        }
    }
    let mut rows = span_row("first paint, floor: minimal ratatui", &floor, None, "")
        + &span_row("first paint, the same that opens a record", &with_sqlite, Some(with_sqlite.to(&floor)), "");
    for ((lessons, _), times) in learners.iter().zip(&times) {
        rows.push_str(&span_row(&format!("first paint, {lessons} lessons"), times, Some(times.to(&floor)), "1.75 x"));
    }
    rows
}

fn first_question(setting: &Setting, floors: &Floors) -> String {
    let (lessons, answers) = setting.sitting;
    let page = page_for_floor(setting);
    let learner = setting.learner(lessons, answers);
    let (mut floor, mut painted, mut asked) = (Spans::default(), Spans::default(), Spans::default());
    for run in 0..=setting.runs {
        let mut terminal = Terminal::start(&floors.program("screen"), &[text(&page)]);
        let floor_time = terminal.first_frame_with(TITLE_MARK);
        terminal.end();
        record::on_another_device(&learner.record);
        let mut terminal = learner.start(&setting.program, &[]);
        let first_paint = terminal.first_frame_with("Enter");
        terminal.settled();
        let time = terminal.key_to_frame_with("\r", QUESTION_MARK);
        terminal.end();
        if run > 0 {
            floor.add(floor_time);
            painted.add(first_paint);
            asked.add(time);
        }
    }
    let name = format!("{lessons} lessons, {answers} answers");
    span_row("first question, floor: minimal ratatui's first paint", &floor, None, "")
        + &span_row(&format!("Enter on Home to the first question, {name}"), &asked, Some(asked.to(&floor)), "3 x")
        + &span_row(&format!("first paint, {name}"), &painted, Some(painted.to(&floor)), "1.75 x")
}

/// Both turn the pages of the same rows to and fro, key by key in turns.
fn scrolling(setting: &Setting, floors: &Floors) -> String {
    let (library, lesson) = lessons::long_lesson(&setting.data).expect("a lesson below target can be written");
    let record = record::record(&setting.data, &setting.program, &library, 1, 0);
    let learner = Learner { library, record };
    record::on_another_device(&learner.record);
    let rows = std::process::Command::new(&setting.program)
        .args(learner.words())
        .args(["lessons", "show", lesson.as_str(), "--columns", "76"])
        .output()
        .expect("the program starts");
    let file = setting.data.join("floor-lesson.txt");
    fs::write(&file, rows.stdout).expect("a file below target can be written");

    let mut program = learner.start(&setting.program, &["study", lesson.as_str()]);
    program.first_frame_with(TITLE_MARK);
    let mut floor_program = Terminal::start(&floors.program("screen"), &[text(&file)]);
    floor_program.first_frame_with("floor");
    let (mut floor, mut times) = (Spans::default(), Spans::default());
    let (mut floor_bytes, mut bytes) = (0, 0);
    let mut keys = [PAGE_DOWN; 10].into_iter().chain([PAGE_UP; 10]).cycle();
    while times.count() < setting.keys {
        let key = keys.next().expect("a cycle goes on");
        let before = (floor_program.bytes, program.bytes);
        let pair = (floor_program.key_to_last_byte(key), program.key_to_last_byte(key));
        let (Some(floor_time), Some(time)) = pair else {
            panic!("a page was not turned:\n{}\n{}", floor_program.screen(), program.screen());
        };
        floor.add(floor_time);
        times.add(time);
        floor_bytes += floor_program.bytes - before.0;
        bytes += program.bytes - before.1;
    }
    floor_program.end();
    program.end();
    let bytes_a_key = |name: &str, bytes: usize| count_row(name, &(bytes / times.count()).to_string(), None, "");
    let p99 = times.clock_at(0.99) / floor.clock_at(0.99);
    span_row("key to last byte, floor: minimal ratatui", &floor, None, "")
        + &span_row("key to last byte, scrolling the same lesson", &times, Some(times.to(&floor)), "1.3 x")
        + &count_row("the same, 99th of 100, ms", &format!("{:.2}", times.clock_at(0.99)), Some(p99), "2 x")
        + &bytes_a_key("bytes a key, floor", floor_bytes)
        + &bytes_a_key("bytes a key", bytes)
}

/// From the key that decides to the last byte of the verdict, beside a file that is appended to and waited for.
fn answering(setting: &Setting, floors: &Floors) -> String {
    let learner = setting.learner(100, 1_000);
    let log = setting.data.join("floor-log");
    let (mut floor, mut times) = (Spans::default(), Spans::default());
    let mut floor_program = Terminal::start(&floors.program("answer"), &[text(&log)]);
    floor_program.first_frame_with("ready");
    while times.count() < setting.runs.max(20) {
        record::on_another_device(&learner.record);
        let mut terminal = learner.start(&setting.program, &[]);
        terminal.first_frame_with("Enter");
        terminal.settled();
        let mut sitting = Sitting::begin(terminal, &learner.record);
        while let Some(time) = sitting.answer(|| {}) {
            times.add(time);
            floor.add(floor_program.key_to_last_byte("x").expect("the floor writes a word"));
        }
        sitting.terminal.end();
    }
    floor_program.end();
    fs::remove_file(log).expect("the floor's file is there");
    span_row("key to word, floor: append 4 KiB and fdatasync", &floor, None, "")
        + &span_row("key to verdict, the answer kept before it is judged", &times, Some(times.to(&floor)), "-")
}

/// A sitting played without a look at its words: keys are pressed until the record has one answer more.
pub struct Sitting<'a> {
    pub terminal: Terminal,
    record: &'a Path,
    answers: u64,
}

impl Sitting<'_> {
    pub fn begin(mut terminal: Terminal, record: &Path) -> Sitting<'_> {
        terminal.key_to_frame_with("\r", QUESTION_MARK);
        terminal.settled();
        Sitting { terminal, record, answers: record::count(record, "question_answered") }
    }

    /// From the key that gave the next answer to the last byte that it brought; `None` when no question is left.
    /// `before_key` is called right before each key.
    pub fn answer(&mut self, mut before_key: impl FnMut()) -> Option<Span> {
        for keys in ["1", "\r", "\r", "1", "\r", "\r", "1", "\r", "\r", "1", "\r", "\r"] {
            // A verdict and a confirmation ignore a key that comes too early.
            self.terminal.bytes_while_idle(Duration::from_millis(if keys == "\r" { 280 } else { 20 }));
            before_key();
            let time = self.terminal.key_to_last_byte(keys);
            let answers = record::count(self.record, "question_answered");
            if answers > self.answers {
                self.answers = answers;
                self.terminal.bytes_while_idle(Duration::from_millis(650));
                self.terminal.key_to_last_byte("\r");
                return time;
            }
        }
        None
    }
}

fn idling(setting: &Setting, _floors: &Floors) -> String {
    let found = idle(setting, Duration::from_secs(10));
    count_row("idle for 10 s on Home, bytes", &found.0.to_string(), None, "0")
        + &count_row(
            "idle for 10 s on Home, processor ticks",
            &found.1.map_or("?".into(), |ticks| ticks.to_string()),
            None,
            "0",
        )
}

/// Bytes and ticks while nothing is pressed on Home.
pub fn idle(setting: &Setting, time: Duration) -> (usize, Option<u64>) {
    let learner = setting.learner(100, 0);
    let mut terminal = learner.start(&setting.program, &[]);
    terminal.first_frame_with(TITLE_MARK);
    terminal.settled();
    terminal.bytes_while_idle(Duration::from_millis(500));
    let before = process::ticks(terminal.process());
    let bytes = terminal.bytes_while_idle(time);
    let after = process::ticks(terminal.process());
    terminal.end();
    (bytes, before.zip(after).map(|(before, after)| after - before))
}

fn memory(setting: &Setting, floors: &Floors) -> String {
    let page = page_for_floor(setting);
    let mut terminal = Terminal::start(&floors.program("screen"), &[text(&page)]);
    terminal.first_frame_with(TITLE_MARK);
    let floor = process::peak_memory_kib(terminal.process()).unwrap_or_default();
    terminal.end();
    let (lessons, answers) = setting.sitting;
    let learner = setting.learner(lessons, answers);
    record::on_another_device(&learner.record);
    let mut terminal = learner.start(&setting.program, &[]);
    terminal.first_frame_with("Enter");
    terminal.settled();
    let process = terminal.process();
    let home = process::peak_memory_kib(process).unwrap_or_default();
    terminal.key_to_frame_with("\r", QUESTION_MARK);
    let sitting = process::peak_memory_kib(process).unwrap_or_default();
    terminal.end();
    let told = |name: &str, kib: u64, budget: &str| {
        count_row(name, &format!("{:.1}", kib as f64 / 1024.0), Some(kib as f64 / floor.max(1) as f64), budget)
    };
    count_row("peak memory, floor: minimal ratatui, MiB", &format!("{:.1}", floor as f64 / 1024.0), None, "")
        + &told(&format!("peak memory on Home, {lessons} lessons, {answers} answers, MiB"), home, "12")
        + &told("the same, at the first question, MiB", sitting, "12")
}

fn size(setting: &Setting, floors: &Floors) -> String {
    let bytes = |path: &Path| fs::metadata(path).map_or(0, |metadata| metadata.len());
    let floor = bytes(&floors.program("record"));
    let built_in = folder_bytes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons"));
    let program = bytes(&setting.program);
    let ratio = |bytes: u64| Some(bytes as f64 / floor as f64);
    count_row("binary, empty program, bytes", &bytes(&floors.program("nothing")).to_string(), None, "")
        + &count_row("binary, minimal ratatui, bytes", &bytes(&floors.program("screen")).to_string(), None, "")
        + &count_row("binary, floor: SQLite and minimal ratatui, bytes", &floor.to_string(), None, "")
        + &count_row("binary of the program, bytes", &program.to_string(), ratio(program), "-")
        + &count_row(
            "the same without its lessons, bytes",
            &(program - built_in).to_string(),
            ratio(program - built_in),
            "1.5 x",
        )
}

fn folder_bytes(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => folder_bytes(&entry.path()),
            Ok(metadata) => metadata.len(),
            Err(_) => 0,
        })
        .sum()
}
