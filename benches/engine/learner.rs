//! A learner who has answered every question of a library once, in a record that the program's own store made.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use sukima::app::Effect;
use sukima::domain::day::Day;
use sukima::domain::event::{Fact, LessonRead, NewEvent, Phase, QuestionAnswered};
use sukima::domain::id::{DeviceId, EventId, LessonId, QuestionId};
use sukima::domain::language::Language;
use sukima::domain::moment::Moment;
use sukima::domain::question::{Confidence, QuestionType, Response, Verdict};
use sukima::engine::{Engine, Options};
use sukima::store::{NewIds, Store};

const NOW: &str = "2026-11-20T12:41+09:00";
const TODAY: Day = Day(20_777);
const QUESTIONS_OF_A_LESSON: usize = 10;
/// Lessons that nobody has read yet, so that there is something new to plan.
const LESSONS_AHEAD: usize = 20;
const IN_COURSE: usize = 20;
/// Raised when what is written changes.
const EDITION: u32 = 2;

/// The program of this learner, with so many tenths of the questions due today.
pub fn open(data: &Path, questions: usize, due_tenths: usize) -> Engine {
    Engine::open(&options(data, questions, due_tenths)).expect("the record can be read")
}

/// The same over a copy, whose answers leave the record as it was. Gives the copied file as well.
pub fn open_copy(data: &Path, questions: usize, due_tenths: usize) -> (Engine, PathBuf) {
    let options = options(data, questions, due_tenths);
    let (from, copy) = (options.data_dir.clone().unwrap_or_default(), data.join("copy"));
    drop(fs::remove_dir_all(&copy));
    let file = copy.join("default/sukima.db");
    fs::create_dir_all(file.parent().unwrap_or(&copy)).expect("a folder below target can be made");
    for name in ["default/sukima.db", "library.cache"] {
        fs::copy(from.join(name), copy.join(name)).expect("a folder below target can be written");
    }
    let options = Options { data_dir: Some(copy), ..options };
    (Engine::open(&options).expect("the record can be read"), file)
}

fn options(data: &Path, questions: usize, due_tenths: usize) -> Options {
    let lessons = data.join(format!("lessons-{EDITION}-{questions}"));
    if !lessons.is_dir() {
        library(&lessons, questions / QUESTIONS_OF_A_LESSON + LESSONS_AHEAD);
    }
    let folder = data.join(format!("record-{EDITION}-{questions}-{due_tenths}"));
    let options = Options {
        data_dir: Some(folder.clone()),
        lessons: Some(lessons),
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some(NOW.to_owned()),
    };
    if !folder.join("whole").exists() {
        drop(fs::remove_dir_all(&folder));
        Engine::open(&options).expect("a new folder can be used").perform(Effect::StoreWelcome);
        answer_all(&folder.join("default/sukima.db"), questions, due_tenths);
        fs::write(folder.join("whole"), "").expect("a folder below target can be written");
    }
    options
}

fn library(folder: &Path, lessons: usize) {
    for number in 0..lessons {
        let course = folder.join("ja").join(format!("course-{:05}", number / IN_COURSE));
        fs::create_dir_all(&course).expect("a folder below target can be made");
        let mut text = format!(
            "---\nid: {}\ntitle: 窓口メモ{number}\nlang: ja\nskill: digital\nstage: practise\nminutes: 3\n---\n\n# 窓口メモ{number}\n\n{}\n\n## 確認問題\n",
            lesson(number),
            "受付票を確かめてから、控えと番号を見比べます。".repeat(8)
        );
        for place in 0..QUESTIONS_OF_A_LESSON {
            write!(
                text,
                "\n### {number}の{place}番目、先に確かめるのはどれですか（1つ）\n<!-- id: {} -->\n\n- [ ] 名簿\n  - 名簿は後でかまいません。\n- [x] 受付票\n- [ ] 議事録\n  - 議事録には番号がありません。\n",
                question(place)
            )
            .expect("a text takes what is written");
        }
        fs::write(course.join(format!("{}.md", lesson(number))), text).expect("a folder below target can be written");
    }
}

fn lesson(number: usize) -> String {
    format!("memo-{number:06}")
}

fn question(place: usize) -> String {
    format!("q{place}aa")
}

/// One right answer each: it is due two days later.
fn answer_all(file: &Path, questions: usize, due_tenths: usize) {
    let ids = NewIds { learner: [1; 16], device: DeviceId([2; 16]) };
    let mut store = Store::open(file, ids).expect("the record was just made");
    let mut number = 0_u64;
    for lessons in (0..questions / QUESTIONS_OF_A_LESSON).collect::<Vec<_>>().chunks(100) {
        // What is due was answered in the last months, the rest today.
        let is_due = lessons[0] * QUESTIONS_OF_A_LESSON * 10 < questions * due_tenths;
        let day = if is_due { TODAY.plus(-10 - i32::try_from(lessons[0] % 90).unwrap_or(0)) } else { TODAY };
        let mut events = Vec::new();
        let mut put = |fact: Fact| {
            number += 1;
            let mut id = [0; 16];
            id[8..].copy_from_slice(&number.to_be_bytes());
            events.push(NewEvent { id: EventId(id), session: None, fact });
        };
        for number in lessons {
            put(Fact::LessonRead(LessonRead {
                lesson: LessonId::new(lesson(*number)),
                lang: Language::Japanese,
                shown: "0".repeat(16),
                characters: 300,
                ms: 60_000,
                detail_opened: false,
            }));
            for place in 0..QUESTIONS_OF_A_LESSON {
                put(Fact::QuestionAnswered(QuestionAnswered {
                    lesson: LessonId::new(lesson(*number)),
                    question: QuestionId::new(question(place)),
                    lang: Language::Japanese,
                    shown: "0".repeat(16),
                    rev: 1,
                    question_type: QuestionType::One,
                    response: Response::Picked(vec![1]),
                    verdict: Verdict::Right,
                    confidence: Confidence::Sure,
                    ms: 12_000,
                    phase: Phase::Check,
                }));
            }
        }
        store.append(&noon(day), &events).expect("a record below target takes facts");
    }
}

fn noon(day: Day) -> Moment {
    let utc_ms = i64::from(day.0) * 86_400_000 + 3 * 3_600_000;
    Moment { utc_ms, offset_minutes: 540, zone: Some("Asia/Tokyo".to_owned()), day, minute_of_day: 720 }
}
