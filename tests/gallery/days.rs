//! Days that are not like others: a holiday, the day before it, a busy time, a clock that was set back.

use sukima::app::Key;

use super::sittings::{at_close, at_home};
use super::stage::Stage;
use super::{Folder, Scene, Variant};

const IN_A_BUSY_TIME: &str = "2026-11-18T12:41+09:00";
const FRIDAY: &str = "2026-11-20T12:41+09:00";
const HOLIDAY: &str = "2026-11-23T12:41+09:00";
const WEEK_BEFORE: &str = "2026-11-13T12:41+09:00";

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    stage.play_until(at_home);
    stage.press(Key::Enter);
    stage.play_until(at_close);
    let mut scenes = vec![stage.scene("close-before-a-holiday")];
    for (day, name) in [(HOLIDAY, "home-on-a-holiday"), (WEEK_BEFORE, "home-clock-behind")] {
        scenes.push(Stage::open(&folder.at_office(), day).scene(name));
    }
    let busy = Folder::new(variant);
    let mut stage = Stage::open(&busy.at_busy_office(), IN_A_BUSY_TIME);
    stage.play_until(at_home);
    scenes.push(stage.scene("home-light-day"));
    scenes
}
