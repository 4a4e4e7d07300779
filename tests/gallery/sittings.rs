//! A learner's days: Home as it changes, a sitting from its follow-up to its close, weeks away.

use sukima::app::{AskStage, Key, Model, Screen, Step, TryStage};
use sukima::domain::language::Language;

use super::stage::Stage;
use super::{Folder, Scene, Variant};

const MONDAY: &str = "2026-11-09T12:41+09:00";
const TUESDAY: &str = "2026-11-10T08:50+09:00";
const NEXT_DAYS: [&str; 3] = ["2026-11-11T12:41+09:00", "2026-11-12T12:41+09:00", "2026-11-13T12:41+09:00"];
const WEEK_AFTER: &str = "2026-11-16T12:41+09:00";
const WEEKS_LATER: &str = "2026-12-15T12:41+09:00";

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut scenes = first_day(&folder);
    scenes.extend(second_day(&folder));
    for day in NEXT_DAYS {
        let mut stage = Stage::open(&folder.at_office(), day);
        stage.press(Key::Enter);
        stage.play_until(at_close);
    }
    scenes.extend(with_follow_up(&folder));
    scenes.extend(after_weeks(&folder));
    scenes.push(closed_without_an_answer(variant));
    scenes.extend(known_beforehand(variant));
    scenes
}

/// The same first lesson, known already; a second one not so surely.
fn known_beforehand(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), MONDAY);
    stage.play_until(at_home);
    stage.press(Key::Enter);
    stage.keys("k");
    let mut scenes = vec![stage.glance("said-beforehand")];
    stage.play_until(|model| matches!(model.session(), Some(session) if session.question_number() == (2, 2)));
    scenes.push(stage.scene("beforehand"));
    stage.play_until(|model| matches!(model.asked(), Some((_, AskStage::Judged(_)))));
    scenes.push(stage.scene("verdict-known-beforehand"));
    // What fills its minutes is left for another time.
    stage.keys("bl1");
    scenes.push(stage.scene("library-known-beforehand"));
    stage.keys("2k");
    stage.choose(false);
    stage.press(Key::Enter);
    scenes.push(stage.scene("verdict-beforehand-wrong"));
    scenes
}

fn first_day(folder: &Folder) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut stage = Stage::open(&folder.at_office(), MONDAY);
    stage.play_until(at_home);
    stage.press(Key::Enter);
    scenes.push(stage.scene("lesson"));
    scenes.extend(looked_up(&mut stage, folder.variant.language));
    stage.wait(30);
    stage.keys("o");
    scenes.push(stage.scene("lesson-more"));
    stage.wait(15);
    stage.read_on();
    scenes.push(stage.scene("question"));
    stage.keys("t");
    scenes.push(stage.glance("said-time-left"));
    stage.wait(12);
    stage.choose(true);
    scenes.push(stage.scene("question-chosen"));
    stage.press(Key::Enter);
    scenes.push(stage.scene("verdict"));
    stage.keys("u");
    scenes.push(stage.glance("said-undone"));
    stage.play_until(|model| matches!(trying(model), Some(TryStage::Cue)));
    scenes.push(stage.scene("cue"));
    stage.keys("1");
    scenes.push(stage.scene("action"));
    let own = (actions(&stage.model) + 1).to_string();
    stage.keys(&own);
    scenes.push(stage.scene("own-action"));
    stage.keys(match folder.variant.language {
        Language::Japanese => "係に声をかけてから、台帳を閉じる",
        Language::English => "I tell the team and close the ledger",
    });
    scenes.push(stage.scene("own-action-typed"));
    stage.press(Key::Enter);
    scenes.push(stage.scene("read-back-own"));
    stage.press(Key::Left);
    stage.keys("1");
    scenes.push(stage.scene("read-back"));
    stage.press(Key::Enter);
    stage.play_until(at_close);
    scenes.push(stage.scene("close"));
    scenes
}

/// Words of a lesson looked for and looked up; the lesson stands again at the end.
fn looked_up(stage: &mut Stage, language: Language) -> Vec<Scene> {
    let (in_text, in_list) = match language {
        Language::Japanese => ("二重", "カヨウ"),
        Language::English => ("double", "avail"),
    };
    stage.keys("/");
    stage.keys(in_text);
    let mut scenes = vec![stage.glance("lesson-search-typed")];
    stage.press(Key::Enter);
    stage.keys("n");
    scenes.push(stage.glance("lesson-search-found"));
    stage.press(Key::Escape);
    stage.keys("g");
    scenes.push(stage.scene("glossary"));
    stage.keys("/");
    stage.keys(in_list);
    scenes.push(stage.scene("glossary-search"));
    stage.press(Key::Enter);
    scenes
}

fn second_day(folder: &Folder) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut stage = Stage::open(&folder.at_office(), TUESDAY);
    scenes.push(stage.scene("home"));
    stage.keys("m");
    scenes.push(stage.scene("home-five-minutes"));
    stage.press(Key::Left);
    stage.press(Key::Enter);
    stage.play_until(|model| matches!(step(model), Some(Step::Ask { .. })));
    let mut stage = Stage::open(&folder.at_office(), TUESDAY);
    scenes.push(stage.scene("home-to-go-on"));
    stage.press(Key::Enter);
    scenes.push(stage.glance("said-resumed"));
    stage.play_until(|model| matches!(trying(model), Some(TryStage::Reminder)));
    scenes.push(stage.scene("reminder"));
    stage.play_until(at_close);
    scenes.push(stage.scene("close-second-day"));
    scenes
}

fn with_follow_up(folder: &Folder) -> Vec<Scene> {
    let mut scenes = Vec::new();
    let mut stage = Stage::open(&folder.at_office(), WEEK_AFTER);
    scenes.push(stage.scene("home-follow-up"));
    stage.press(Key::Enter);
    stage.play_until(|model| matches!(step(model), Some(Step::FollowUp(_))));
    scenes.push(stage.scene("follow-up"));
    stage.keys("1");
    scenes.push(stage.scene("follow-up-minutes"));
    stage.keys("5");
    stage.press(Key::Enter);
    stage.play_until(|model| matches!(step(model), Some(Step::Ask { stage: AskStage::Thinking, .. })));
    scenes.push(stage.scene("review-think-first"));
    stage.wait(8);
    stage.press(Key::Enter);
    scenes.push(stage.scene("review-options"));
    stage.choose(false);
    scenes.push(stage.scene("review-chosen"));
    stage.press(Key::Enter);
    scenes.push(stage.scene("verdict-review-wrong"));
    stage.play_until(at_close);
    scenes.push(stage.scene("close-after-reviews"));
    scenes
}

fn after_weeks(folder: &Folder) -> Vec<Scene> {
    let mut stage = Stage::open(&folder.at_office(), WEEKS_LATER);
    let mut scenes = vec![stage.scene("home-after-absence")];
    stage.press(Key::Enter);
    stage.play_until(at_close);
    scenes.push(stage.scene("close-after-absence"));
    scenes
}

/// A page without questions leaves nothing to take back.
fn closed_without_an_answer(variant: Variant) -> Scene {
    let folder = Folder::new(variant);
    let (tag, title, text) = match variant.language {
        Language::Japanese => ("ja", "お知らせ", "今月の研修は20日までです。"),
        Language::English => ("en", "A note", "This month's course ends on the 20th."),
    };
    let lesson = format!("---\nid: note\ntitle: {title}\nlang: {tag}\n---\n\n# {title}\n\n{text}\n");
    let mut stage = Stage::open(&folder.with_lessons(&[(&format!("{tag}/own/note.md"), &lesson)]), MONDAY);
    stage.play_until(at_home);
    stage.press(Key::Enter);
    stage.play_until(at_close);
    stage.scene("close-without-answers")
}

pub fn at_home(model: &Model) -> bool {
    matches!(model.screen(), Screen::Home(_))
}

pub fn at_close(model: &Model) -> bool {
    matches!(step(model), Some(Step::Close(_)))
}

fn step(model: &Model) -> Option<&Step> {
    match model.screen() {
        Screen::Session(session) => Some(&session.step),
        _ => None,
    }
}

fn trying(model: &Model) -> Option<&TryStage> {
    match step(model) {
        Some(Step::TryThis { stage, .. }) => Some(stage),
        _ => None,
    }
}

/// The actions of the cue that was chosen.
fn actions(model: &Model) -> usize {
    match step(model) {
        Some(Step::TryThis { content, stage: TryStage::Action { cue } }) => content.cues[*cue].1.len(),
        _ => panic!("no cue was chosen"),
    }
}
