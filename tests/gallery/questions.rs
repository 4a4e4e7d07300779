//! Each of the ten types of questions: untouched, in the middle of an answer, and what is said to it.

use sukima::app::Key;
use sukima::domain::language::Language;
use sukima::domain::question::QuestionType;

use super::sittings::{at_close, at_home};
use super::stage::Stage;
use super::{Folder, Scene, Variant};

const THURSDAY: &str = "2026-11-12T12:41+09:00";
const FRIDAY: &str = "2026-11-13T12:41+09:00";
/// The questions of the lesson in the fixtures.
const TYPES: usize = 10;
/// More than is typed here into one field.
const LETTERS_AT_MOST: usize = 12;

/// The names of what a type shows.
struct Names {
    untouched: &'static str,
    in_the_middle: &'static str,
    wrong: &'static str,
    right: &'static str,
}

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.with_all_types(), THURSDAY);
    stage.play_until(at_home);
    // The lesson from the list of lessons: its first course, its first lesson, read.
    stage.keys("l11");
    let mut scenes = vec![stage.scene("lesson-with-callout")];
    stage.read_on();
    for number in 0..TYPES {
        scenes.extend(answered_right(&mut stage, number));
    }
    stage.play_until(at_close);
    let mut stage = Stage::open(&folder.with_all_types(), FRIDAY);
    stage.keys("l11");
    stage.read_on();
    scenes.extend(answered_wrong(&mut stage));
    // Everything there is has been asked then.
    stage.play_until(at_close);
    scenes.push(stage.scene("close-ten-questions"));
    stage.keys("+");
    scenes.push(stage.glance("said-nothing-planned"));
    stage.keys("b");
    scenes.push(stage.scene("home-done"));
    scenes.extend(in_the_other_language(variant));
    scenes
}

/// Untouched, in the middle of an answer, and right: now sure and now not.
fn answered_right(stage: &mut Stage, number: usize) -> Vec<Scene> {
    let kind = stage.question().question.question_type();
    let names = names(kind);
    let mut scenes = vec![stage.scene(names.untouched)];
    scenes.extend(said_to_nothing(stage, kind));
    scenes.extend(half(stage, kind, &names));
    finish(stage, kind);
    if number.is_multiple_of(2) {
        stage.press(Key::Enter);
    } else {
        stage.keys("0");
    }
    scenes.push(stage.scene(names.right));
    stage.read_on();
    scenes
}

/// Each type once answered wrong, and the first question that comes again.
fn answered_wrong(stage: &mut Stage) -> Vec<Scene> {
    let mut scenes: Vec<Scene> = Vec::new();
    let mut again = None;
    for _ in 0..2 * TYPES {
        if stage.model.asked().is_none() {
            break;
        }
        let name = names(stage.question().question.question_type()).wrong;
        if scenes.iter().any(|scene| scene.name == name) {
            again = again.or_else(|| Some(stage.scene("question-again")));
            stage.choose(true);
        } else {
            stage.choose(false);
        }
        stage.press(Key::Enter);
        if scenes.iter().all(|scene| scene.name != name) {
            scenes.push(stage.scene(name));
        }
        stage.read_on();
    }
    assert_eq!(scenes.len(), TYPES, "each type was missed once");
    scenes.extend(again);
    scenes
}

/// What is said where nothing is chosen yet, or where nothing fits.
fn said_to_nothing(stage: &mut Stage, kind: QuestionType) -> Vec<Scene> {
    match kind {
        QuestionType::One => {
            stage.press(Key::Enter);
            // On a small screen `Enter` shows the rest first.
            stage.press(Key::Enter);
            stage.press(Key::Enter);
            let mut scenes = vec![stage.glance("said-choose-first")];
            stage.keys("i");
            scenes.push(stage.glance("said-no-hint"));
            stage.press(Key::PageUp);
            stage.press(Key::PageUp);
            scenes
        }
        QuestionType::All => {
            for _ in 0..3 {
                stage.press(Key::Enter);
            }
            let scene = stage.glance("said-tick-first");
            stage.press(Key::PageUp);
            stage.press(Key::PageUp);
            vec![scene]
        }
        QuestionType::Match => {
            for _ in 0..4 {
                stage.press(Key::Enter);
            }
            let scene = stage.glance("said-pair-first");
            stage.press(Key::PageUp);
            stage.press(Key::PageUp);
            vec![scene]
        }
        QuestionType::Typed => {
            stage.press(Key::Tab);
            let mut scenes = vec![stage.glance("said-hint")];
            stage.press(Key::Enter);
            scenes.push(stage.glance("said-type-something"));
            scenes
        }
        QuestionType::Number => {
            stage.type_line("ab");
            let scene = stage.glance("said-type-a-number");
            stage.press(Key::Backspace);
            stage.press(Key::Backspace);
            vec![scene]
        }
        _ => Vec::new(),
    }
}

/// In the middle of an answer, or in two middles where the type has two.
fn half(stage: &mut Stage, kind: QuestionType, names: &Names) -> Vec<Scene> {
    let is_japanese = stage.question().language == Language::Japanese;
    match kind {
        QuestionType::One | QuestionType::Case | QuestionType::TrueFalse => {
            stage.keys("2");
            vec![stage.scene(names.in_the_middle)]
        }
        QuestionType::All => {
            stage.keys("13");
            vec![stage.scene(names.in_the_middle)]
        }
        QuestionType::Order => {
            stage.keys("3");
            let held = stage.scene("question-order-held");
            stage.press(Key::Up);
            let moved = stage.scene(names.in_the_middle);
            stage.press(Key::Escape);
            vec![held, moved]
        }
        QuestionType::Match => {
            stage.keys("2");
            vec![stage.scene(names.in_the_middle)]
        }
        QuestionType::Number => {
            stage.keys("5");
            vec![stage.scene(names.in_the_middle)]
        }
        QuestionType::Typed => {
            stage.keys(if is_japanese { "スパム" } else { "spam" });
            let typing = stage.scene(names.in_the_middle);
            stage.press(Key::Enter);
            let confirming = stage.scene("question-typed-confirming");
            stage.press(Key::Left);
            vec![typing, confirming]
        }
        QuestionType::Cloze => {
            stage.keys(if is_japanese { "消す" } else { "delete" });
            let first = stage.scene("question-cloze-first-blank");
            stage.press(Key::Tab);
            stage.keys(if is_japanese { "同" } else { "coll" });
            vec![first, stage.scene(names.in_the_middle)]
        }
        QuestionType::Write => {
            stage.keys(if is_japanese {
                "さきほど添付を開きました。いまは手を止めて待っています。"
            } else {
                "I opened an attachment a moment ago and have stopped working."
            });
            let typing = stage.scene("question-write-typed");
            stage.press(Key::Enter);
            let untouched = stage.scene("question-write-checklist");
            stage.keys("13");
            vec![typing, untouched, stage.scene(names.in_the_middle)]
        }
    }
}

/// Makes the right answer of the one that was begun.
fn finish(stage: &mut Stage, kind: QuestionType) {
    match kind {
        QuestionType::All => {
            // Each digit again takes its tick out.
            stage.keys("13");
            stage.choose(true);
        }
        QuestionType::Match => {
            stage.press(Key::Up);
            stage.choose(true);
        }
        QuestionType::Number | QuestionType::Typed => {
            clear(stage);
            stage.choose(true);
        }
        QuestionType::Cloze => {
            clear(stage);
            stage.press(Key::Tab);
            clear(stage);
            stage.choose(true);
        }
        // The one point that was left.
        QuestionType::Write => stage.keys("2"),
        _ => stage.choose(true),
    }
}

/// Takes a text out again.
fn clear(stage: &mut Stage) {
    for _ in 0..LETTERS_AT_MOST {
        stage.press(Key::Backspace);
    }
}

/// A lesson that exists in the other language only.
fn in_the_other_language(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let (tag, title, text, question, right, wrong, why) = match variant.language {
        Language::English => (
            "ja",
            "折り返せる電話メモ",
            "机の上に「佐藤様から電話あり」というメモがあります。",
            "（1つ）どのメモがいちばん役に立ちますか。",
            "田中様、保育の申請、15時まで",
            "田中様から電話あり",
            "次の電話が来るまで、同僚は何もできません。",
        ),
        Language::Japanese => (
            "en",
            "A telephone note that gets a call back",
            "A note on your desk says \"Mr. Sato called\".",
            "(one) What makes the best note?",
            "Mrs. Tanaka, day care form, by 3 p.m.",
            "Mrs. Tanaka called",
            "The colleague can do nothing until she calls again.",
        ),
    };
    let quiz = if tag == "ja" { "確認問題" } else { "Quiz" };
    let lesson = format!(
        "---\nid: phone-note\ntitle: {title}\nlang: {tag}\n---\n\n# {title}\n\n{text}\n\n## {quiz}\n\n\
         ### {question}\n<!-- id: b6xp -->\n\n- [ ] {wrong}\n  - {why}\n- [x] {right}\n"
    );
    let place = format!("{tag}/desk/phone-note.md");
    let mut stage = Stage::open(&folder.with_lessons(&[(&place, &lesson)]), FRIDAY);
    stage.play_until(at_home);
    let mut scenes = vec![stage.scene("home-other-language")];
    stage.press(Key::Enter);
    scenes.push(stage.scene("lesson-other-language"));
    stage.read_on();
    scenes.push(stage.scene("question-other-language"));
    stage.choose(false);
    stage.press(Key::Enter);
    scenes.push(stage.scene("verdict-other-language"));
    scenes
}

fn names(kind: QuestionType) -> Names {
    let of = |untouched, in_the_middle, wrong, right| Names { untouched, in_the_middle, wrong, right };
    match kind {
        QuestionType::One => of("question-one", "question-one-chosen", "verdict-one-wrong", "verdict-one-right"),
        QuestionType::All => of("question-all", "question-all-ticked", "verdict-all-wrong", "verdict-all-right"),
        QuestionType::Case => of("question-case", "question-case-chosen", "verdict-case-wrong", "verdict-case-right"),
        QuestionType::TrueFalse => of(
            "question-true-false",
            "question-true-false-chosen",
            "verdict-true-false-wrong",
            "verdict-true-false-right",
        ),
        QuestionType::Number => {
            of("question-number", "question-number-typed", "verdict-number-wrong", "verdict-number-right")
        }
        QuestionType::Typed => {
            of("question-typed", "question-typed-typed", "verdict-typed-wrong", "verdict-typed-right")
        }
        QuestionType::Cloze => {
            of("question-cloze", "question-cloze-typed", "verdict-cloze-wrong", "verdict-cloze-right")
        }
        QuestionType::Order => {
            of("question-order", "question-order-moved", "verdict-order-wrong", "verdict-order-right")
        }
        QuestionType::Match => {
            of("question-match", "question-match-half", "verdict-match-wrong", "verdict-match-right")
        }
        QuestionType::Write => {
            of("question-write", "question-write-checked", "verdict-write-wrong", "verdict-write-right")
        }
    }
}
