//! A learner past the first run, and a long sitting over questions that a test knows by their words: whatever the
//! screens say around them, `Q07` is a question and `F07` the answer to a wrong choice.

use std::path::Path;

use sukima::app::Effect;
use sukima::domain::language::Language;
use sukima::engine::{Engine, Options};

use crate::support::lessons;

const NOW: &str = "2026-11-20T12:41+09:00";
const LESSONS: u32 = 12;

/// Writes the lessons, and lets a learner have been here before.
pub fn prepared(data: &Path, lessons: &Path) -> Vec<String> {
    for number in 0..LESSONS {
        lessons::lesson(lessons, "ja", &format!("own-{number:02}"), &format!("題{number:02}"), &body(number));
    }
    welcomed(data, lessons)
}

/// The engine, with a clock that stands still.
pub fn opened(data: &Path, lessons: &Path) -> Engine {
    let options = Options {
        data_dir: Some(data.to_path_buf()),
        lessons: Some(lessons.to_path_buf()),
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some(NOW.to_owned()),
    };
    Engine::open(&options).expect("a new folder can be used")
}

/// A learner who was here before, and the words that start the program with these lessons.
pub fn welcomed(data: &Path, lessons: &Path) -> Vec<String> {
    let mut engine = opened(data, lessons);
    engine.perform(Effect::StoreWelcome);
    let place = |path: &Path| path.to_str().expect("a temporary folder has a plain name").to_owned();
    ["--data-dir", &place(data), "--lessons", &place(lessons), "--lang", "ja", "--now", NOW].map(str::to_owned).to_vec()
}

fn body(number: u32) -> String {
    let question = |mark: u32| {
        format!(
            "### 問{mark}（1つ・順番固定）Q{number:02}{mark} の場面です。どうしますか。\n\n\
             - [x] 正しい手です\n- [ ] 誤った手です\n  - F{number:02}{mark}、その手では知らせるのが遅れます。\n\
             - [ ] 別の手です\n  - F{number:02}{mark}、その手では記録が残りません。\n\n"
        )
    };
    format!("# 題\n\n本文です。\n\n## 確認問題\n\n{}{}", question(1), question(2))
}

/// The question that stands on a screen.
pub fn question(screen: &str) -> Option<&str> {
    mark(screen, 'Q')
}

/// The verdict that stands on a screen.
pub fn verdict(screen: &str) -> Option<&str> {
    mark(screen, 'F')
}

fn mark(screen: &str, letter: char) -> Option<&str> {
    let is_mark = |word: &&str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    screen.match_indices(letter).filter_map(|(at, _)| screen.get(at + 1..at + 4)).find(is_mark)
}

/// The keys that lead on from a screen: a wrong choice, so that its verdict can be told from everything else.
pub fn onward(screen: &str) -> &'static str {
    let has_options = screen.contains("誤った手です");
    if has_options && verdict(screen).is_none() { "2\r" } else { "\r" }
}
