//! The first ninety seconds, and the first page after them.

use sukima::app::Key;

use super::sittings::at_home;
use super::stage::Stage;
use super::{Folder, Scene, Variant};

const FRIDAY: &str = "2026-11-13T12:41+09:00";

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    let mut scenes = vec![stage.scene("key-test")];
    stage.keys("ぬ");
    scenes.push(stage.glance("key-test-kana"));
    stage.keys("x");
    scenes.push(stage.glance("key-test-other"));
    stage.keys("１");
    scenes.push(stage.glance("role-after-full-width"));
    stage.keys("か");
    stage.press(Key::Down);
    scenes.push(stage.scene("role"));
    stage.keys("1");
    scenes.push(stage.scene_left_by_enter("promises"));
    scenes.push(stage.scene("practice"));
    stage.choose(false);
    scenes.push(stage.scene("practice-chosen"));
    stage.press(Key::Enter);
    scenes.push(stage.scene_left_by_enter("practice-verdict"));
    scenes.push(stage.scene("home-first-day"));
    stage.keys("か");
    scenes.push(stage.glance("said-kana"));
    stage.keys("u");
    scenes.push(stage.glance("said-nothing-to-undo"));
    stage.keys("t");
    scenes.push(stage.glance("said-no-time-here"));
    scenes.extend(without_an_office(variant));
    scenes.extend(six_questions(variant));
    scenes
}

/// From the promises; the proposal is taken, and what is left is the question to try.
fn six_questions(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    stage.keys("12");
    stage.keys("6");
    let mut scenes = vec![stage.scene("entry")];
    stage.press(Key::Enter);
    scenes.push(stage.glance("said-entry-only"));
    for key in ["3", "1", "2", "1"] {
        stage.keys(key);
    }
    scenes.push(stage.scene("entry-role"));
    stage.keys("2");
    scenes.push(stage.scene("entry-trouble"));
    stage.keys("3");
    scenes.push(stage.scene_left_by_enter("entry-proposal"));
    stage.play_until(at_home);
    stage.keys("6");
    stage.keys("3");
    for key in ["1", "2", "1", "2", "1"] {
        stage.keys(key);
    }
    stage.keys("0");
    scenes.push(stage.glance("said-entry-left"));
    scenes
}

/// A desk that nobody has named is told of on the first day.
fn without_an_office(variant: Variant) -> Option<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.as_delivered(), FRIDAY);
    stage.play_until(at_home);
    Some(stage.scene("home-unset-desk"))
}
