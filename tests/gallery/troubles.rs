//! What is said while the record cannot take what happens. That it is said in truth, other tests show: here the engine's
//! words are given, with a place that is the same on every machine.

use sukima::app::{Key, Storage};

use super::sittings::{at_close, at_home};
use super::stage::{PLACE, Stage};
use super::{Folder, Scene, Variant};

const FRIDAY: &str = "2026-11-13T12:41+09:00";

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let not_kept = Storage::NotKept { place: PLACE.to_owned(), cause: "read-only" };
    let read_only = Storage::ReadOnly { place: PLACE.to_owned() };
    let waiting = Storage::Waiting { events: 2, is_rescued: true, place: PLACE.to_owned(), cause: "full" };
    let mut scenes = vec![home(variant, "home-not-kept", not_kept.clone()), home(variant, "home-read-only", read_only)];
    scenes.push(home(variant, "home-waiting", waiting.clone()));
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    stage.tell_storage(not_kept);
    scenes.push(stage.scene("key-test-not-kept"));
    stage.play_until(at_home);
    stage.press(Key::Enter);
    scenes.push(stage.scene("lesson-not-kept"));
    stage.tell_storage(waiting);
    stage.read_on();
    stage.choose(false);
    stage.press(Key::Enter);
    scenes.push(stage.scene("verdict-waiting"));
    stage.play_until(at_close);
    scenes.push(stage.scene("close-waiting"));
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    stage.model.is_trial = true;
    stage.play_until(at_home);
    scenes.push(stage.scene("home-trial"));
    stage.press(Key::Enter);
    scenes.push(stage.scene("lesson-trial"));
    scenes
}

fn home(variant: Variant, name: &'static str, storage: Storage) -> Scene {
    let folder = Folder::new(variant);
    let mut stage = Stage::open(&folder.at_office(), FRIDAY);
    stage.play_until(at_home);
    stage.tell_storage(storage);
    stage.scene(name)
}
