//! Readers of different speed at the real engine, with a clock that this test moves: from the fourth sitting on, three
//! minutes take each of them about three minutes.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::VecDeque;
use std::path::Path;

use crate::support::lessons;
use jiff::civil::{Date, Weekday, date};
use rstest::rstest;
use sukima::app::{
    AskContent, AskStage, Effect, FollowUpAnswer, Message, Model, Screen, Step, Surface, TryStage, update,
};
use sukima::domain::document::Document;
use sukima::domain::language::Language;
use sukima::domain::question::{Answer, Confidence, Question, Response};
use sukima::domain::shuffle::Seeded;
use sukima::engine::{Engine, Options};

/// The first guesses that the program begins with.
const CHARACTERS_A_SECOND: f64 = 500.0 / 60.0;
const THOUGHT_SECONDS: f64 = 6.0;
const DAYS: usize = 40;

#[rstest]
#[case::slow(0.6)]
#[case::as_guessed(1.0)]
#[case::quick(1.6)]
fn three_minutes_take_about_three_minutes_from_the_fourth_sitting_on(#[case] speed: f64) {
    let (data, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_lessons(folder.path());
    let mut reader = Reader { speed, random: Seeded::new((speed * 10.0) as u64), ms: 0, last_read: String::new() };
    let mut day = date(2026, 11, 2);
    let mut seconds = Vec::new();
    while seconds.len() < DAYS {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            seconds.push(reader.sitting(data.path(), folder.path(), day).round() as u32);
        }
        day = day.tomorrow().unwrap();
    }
    let outside: Vec<u32> = seconds[3..].iter().copied().filter(|seconds| !(150..=210).contains(seconds)).collect();
    assert!(outside.is_empty(), "{outside:?} of {seconds:?}");
}

struct Reader {
    /// Times the speed of the first guess.
    speed: f64,
    random: Seeded,
    /// Milliseconds that have gone by in this sitting.
    ms: i64,
    last_read: String,
}

impl Reader {
    /// Seconds from sitting down to leaving, on one day.
    fn sitting(&mut self, data: &Path, folder: &Path, day: Date) -> f64 {
        let mut engine = Engine::open(&options(data, folder, day)).unwrap();
        let mut model = engine.model(Surface::Screens);
        self.ms = 0;
        model.screens.truncate(1);
        engine.perform_all(&mut model, vec![Effect::LoadHome]);
        self.wait(5.0);
        self.take(&mut engine, &mut model, Message::Begin);
        while let Some(message) = self.next(&model) {
            self.take(&mut engine, &mut model, message);
        }
        self.wait(10.0);
        self.ms as f64 / 1000.0
    }

    /// One message at this reader's time, and everything that comes of it.
    fn take(&self, engine: &mut Engine, model: &mut Model, message: Message) {
        let mut waiting = VecDeque::from(update(model, self.ms, message));
        while let Some(effect) = waiting.pop_front() {
            for message in engine.perform(effect) {
                waiting.extend(update(model, self.ms, message));
            }
        }
    }

    /// What this reader does next, after the time that it takes; `None` on the last page.
    fn next(&mut self, model: &Model) -> Option<Message> {
        let Screen::Session(session) = model.screen() else { panic!("a sitting is shown: {:?}", model.screen()) };
        match &session.step {
            Step::FollowUp(_) => {
                self.wait(10.0);
                Some(Message::FollowUpTold(FollowUpAnswer::NoOccasion))
            }
            Step::Read { content, .. } => {
                self.read(&Document::plain(&content.main));
                Some(Message::Next)
            }
            Step::Ask { content, stage } => Some(self.ask(content, stage)),
            Step::TryThis { stage: TryStage::Reminder, .. } => {
                self.wait(5.0);
                Some(Message::Next)
            }
            Step::TryThis { .. } => {
                self.wait(25.0);
                Some(Message::PromiseSkipped)
            }
            Step::Close(_) => None,
            Step::Loading => panic!("the engine answers at once"),
        }
    }

    fn ask(&mut self, content: &AskContent, stage: &AskStage) -> Message {
        let question = &content.question;
        match stage {
            AskStage::Thinking => {
                self.read_once(&question.stem.plain());
                self.wait(1.0);
                Message::OptionsWanted
            }
            AskStage::Choosing => {
                self.read_once(&question.stem.plain());
                self.read(&choices(question));
                // Nobody thinks equally long about every question.
                let times = 0.7 + self.random.below(7) as f64 / 10.0;
                self.wait(THOUGHT_SECONDS * times + 2.0);
                let is_right = self.random.below(100) < 85;
                Message::Answered { response: response(question, is_right), confidence: Confidence::Sure }
            }
            AskStage::Judged(_) => {
                self.read(&Document::plain(&question.explanation));
                self.last_read.clear();
                self.wait(1.0);
                Message::Next
            }
            AskStage::Storing => panic!("the engine answers at once"),
        }
    }

    /// Reads what was not read a moment ago.
    fn read_once(&mut self, text: &str) {
        if self.last_read != text {
            self.read(text);
            self.last_read = text.to_owned();
        }
    }

    fn read(&mut self, text: &str) {
        let characters = text.chars().filter(|character| !character.is_whitespace()).count();
        self.wait(characters as f64 / CHARACTERS_A_SECOND);
    }

    /// Seconds of somebody at the guessed speed.
    fn wait(&mut self, seconds: f64) {
        self.ms += (seconds * 1000.0 / self.speed) as i64;
    }
}

fn choices(question: &Question) -> String {
    question.answer.choices().iter().map(|choice| choice.text.plain()).collect()
}

fn response(question: &Question, is_right: bool) -> Response {
    match &question.answer {
        Answer::TrueFalse { statement_is_true, .. } => {
            Response::Picked(vec![usize::from(*statement_is_true != is_right)])
        }
        answer => {
            let place = answer.choices().iter().position(|choice| choice.is_right == is_right).unwrap();
            Response::Picked(vec![place])
        }
    }
}

fn options(data: &Path, folder: &Path, day: Date) -> Options {
    Options {
        data_dir: Some(data.to_path_buf()),
        lessons: Some(folder.to_path_buf()),
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some(format!("{day}T12:41+09:00")),
    }
}

/// More than forty days can hold, as long as lessons are: 240 to 430 characters, six questions on three points.
fn write_lessons(folder: &Path) {
    for number in 0..60_usize {
        let text = "窓口に届いた書類を、決められた順に確かめます。".repeat(10 + number * 7 % 9);
        let questions: String = (0..6).map(|place| question(number, place)).collect();
        let try_this = "## 実践\n\n### やってみること\n<!-- id: tttt; ask: 3 -->\n\n- 書類が届いたら\n  - 日付を見る\n";
        let body = format!("# 題{number}\n\n{text}\n\n## 確認問題\n\n{questions}{try_this}");
        lessons::lesson(folder, "ja", &format!("own-{number:02}"), &format!("題{number:02}"), &body);
    }
}

fn question(lesson: usize, place: usize) -> String {
    let comment = format!("<!-- id: q{place}aa; point: p{} -->", place % 3);
    let scene = "届いた書類に日付がありません。".repeat(1 + (lesson + place) % 4);
    if place.is_multiple_of(2) {
        let option = "担当の係に渡してから、控えを取ります";
        format!(
            "### 問{place}（1つ）{scene}最初にすることは。\n{comment}\n\n- [x] 確かめてから、{option}\n- [ ] 確かめずに、{option}\n  \
             - 後で困ります。\n- [ ] 何もせずに、{option}\n  - 後で困ります。\n\n> 解説: 日付がないと、期限が決まりません。\n\n"
        )
    } else {
        format!(
            "### 問{place}（正誤）{scene}日付がない書類は受け取らない。\n{comment}\n\n答え: ×\n\
             よくある誤り: ○ → 受け取ってから確かめます。\n\n> 解説: 受け取って、その場で確かめます。\n\n"
        )
    }
}
