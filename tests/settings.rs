//! What a machine remembers and how the program looks: `settings.toml` and its mistakes, the settings page on both
//! surfaces, going from one surface to the other, themes, and marks that an old console can draw.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod file;
mod looks;
mod rhythm;
mod surfaces;

use std::path::{Path, PathBuf};

use sukima::app::{Effect, SettingChange, Terminal};
use sukima::domain::id::TrackId;
use sukima::domain::language::Language;
use sukima::engine::{Engine, Options};

const NOW: &str = "2026-11-20T12:41+09:00";

fn options(data: &Path) -> Options {
    Options {
        data_dir: Some(data.to_path_buf()),
        lessons: None,
        office: None,
        language: Some(Language::Japanese),
        machine_language: Language::Japanese,
        profile: None,
        now: Some(NOW.to_owned()),
    }
}

fn engine(data: &Path) -> Engine {
    Engine::open(&options(data)).unwrap()
}

/// A folder of somebody who has been here before, so that Home comes first.
fn been_here() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    let mut engine = engine(data.path());
    engine.perform(Effect::StoreWelcome);
    engine.perform(Effect::StoreSetting(SettingChange::Track(TrackId::new("general"))));
    data
}

fn settings_file(data: &Path) -> PathBuf {
    data.join("settings.toml")
}

fn a_terminal(name: &str) -> Terminal {
    Terminal { name: name.to_owned(), can_draw: true, is_colourless: false }
}

/// Text as it was before its lines were broken.
fn unbroken(text: &str) -> String {
    text.replace(['\n', '\r'], "")
}
