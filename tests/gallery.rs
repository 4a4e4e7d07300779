//! Every screen of the program in both languages, at two sizes, with drawn marks and in ASCII: as text that is read
//! before it is accepted, and held to what must be true of any screen.
//!
//! After a screen was changed on purpose, this writes the texts anew; read what git shows then:
//!
//! ```sh
//! INSTA_UPDATE=always cargo test --test gallery
//! ```
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

#[path = "gallery/collection.rs"]
mod collection;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::LazyLock;

use collection::{Scene, Variant, scenes, text};

/// All scenes in all variants: played once for all tests.
static GALLERY: LazyLock<Vec<(Variant, Vec<Scene>)>> =
    LazyLock::new(|| Variant::ALL.map(|variant| (variant, scenes(variant))).into());

const SNAPSHOTS: &str = "gallery/snapshots";

#[test]
fn every_screen_is_as_it_was_when_somebody_looked_at_it() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(SNAPSHOTS);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for scene in &GALLERY[0].1 {
        let variants: Vec<(Variant, &Scene)> = GALLERY
            .iter()
            .map(|(variant, scenes)| (*variant, scenes.iter().find(|other| other.name == scene.name).unwrap()))
            .collect();
        let text = text(&variants);
        let compared = catch_unwind(AssertUnwindSafe(|| {
            settings.bind(|| insta::assert_snapshot!(scene.name, text));
        }));
        if compared.is_err() {
            changed.push(scene.name);
        }
    }
    assert!(changed.is_empty(), "look at these, then: INSTA_UPDATE=always cargo test --test gallery\n{changed:#?}");
}

#[test]
fn every_text_belongs_to_a_screen() {
    let names: BTreeSet<String> = GALLERY[0].1.iter().map(|scene| scene.name.to_owned()).collect();
    assert_eq!(names.len(), GALLERY[0].1.len(), "no name stands for two screens");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(SNAPSHOTS);
    let kept = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let kept: BTreeSet<String> = kept.filter_map(|name| Some(name.strip_suffix(".snap")?.to_owned())).collect();
    assert_eq!(kept.difference(&names).collect::<Vec<_>>(), Vec::<&String>::new(), "these are left over");
}
