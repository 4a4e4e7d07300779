//! Every screen of the program in both languages, at two sizes, with drawn marks and in ASCII: as text that is read
//! before it is accepted, and held to what must be true of any screen.
//!
//! After a screen was changed on purpose, this writes the texts anew; read what git shows then:
//!
//! ```sh
//! INSTA_UPDATE=always cargo test --test all gallery
//! ```
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

mod checks;
// By its path, as the pictures of the README take it: the rooms lie beside it.
#[path = "gallery/collection.rs"]
mod collection;
mod picture;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::LazyLock;
use std::thread;

use checks::{Rule, all_parts_are_seen, words};
use collection::{Part, Scene, Variant, scenes, text};
use rstest::rstest;

/// All scenes in all variants: played once for all tests.
static GALLERY: LazyLock<Vec<(Variant, Vec<Scene>)>> = LazyLock::new(|| {
    thread::scope(|scope| {
        let plays = Variant::ALL.map(|variant| (variant, scope.spawn(move || scenes(variant))));
        plays.map(|(variant, play)| (variant, play.join().unwrap())).into()
    })
});

const BYTES_OF_A_PICTURE: usize = 30_000;

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
    assert!(changed.is_empty(), "look at these, then: INSTA_UPDATE=always cargo test --test all gallery\n{changed:#?}");
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

fn all_scenes() -> impl Iterator<Item = (Variant, &'static Scene)> {
    GALLERY.iter().flat_map(|(variant, scenes)| scenes.iter().map(move |scene| (*variant, scene)))
}

/// Every part of every screen, as it is and with something said to a key, with where it is.
fn parts() -> impl Iterator<Item = (Variant, &'static Scene, &'static Part)> {
    let parts = |scene: &'static Scene| scene.parts.iter().chain(&scene.noted);
    all_scenes().flat_map(move |(variant, scene)| parts(scene).map(move |part| (variant, scene, part)))
}

#[rstest]
#[case::nothing_is_wider_than_the_page(checks::within_the_page)]
#[case::every_row_is_whole(checks::rows_are_whole)]
#[case::no_character_is_cut_in_half(checks::characters_are_whole)]
#[case::there_is_air_above_and_below(checks::has_air)]
#[case::a_note_covers_no_row_of_the_page(checks::note_covers_no_row)]
#[case::the_footer_says_how_to_go_on(checks::footer_says_how_to_go_on)]
#[case::the_footer_has_at_most_four_keys(checks::footer_is_short)]
#[case::the_cursor_is_on_the_page(checks::cursor_is_on_the_page)]
#[case::the_header_tells_which_part_it_is(checks::header_tells_the_part)]
#[case::ascii_is_ascii(checks::ascii_is_ascii)]
fn on_every_screen(#[case] rule: Rule) {
    let broken: Vec<String> = parts()
        .filter_map(|(variant, scene, part)| {
            let fault = rule(variant, part)?;
            Some(format!("{} {} {}/{}: {fault}", scene.name, variant.name(), part.place.0, part.place.1))
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn keys_lead_to_every_part_of_every_screen() {
    let hidden = all_scenes().filter(|(_, scene)| !all_parts_are_seen(scene));
    let hidden: Vec<String> = hidden.map(|(variant, scene)| format!("{} {}", scene.name, variant.name())).collect();
    assert!(hidden.is_empty(), "{hidden:#?}");
}

/// That nothing is kept, or not yet, or that its days were set by hand.
#[test]
fn what_is_unusual_about_the_record_is_said_on_every_screen() {
    let marks = [
        ("-not-kept", ["[未保存]", "[not saved]"]),
        ("-read-only", ["[未保存]", "[not saved]"]),
        ("-waiting", ["[未保存]", "[not saved]"]),
        ("-trial", ["[試行]", "[trial]"]),
    ];
    let is_silent = |(_, scene): &(Variant, &Scene)| {
        let marks = marks.iter().find(|(ending, _)| scene.name.ends_with(ending));
        let says = |part: &Part, marks: &[&str]| marks.iter().any(|mark| part.lines()[0].contains(mark));
        marks.is_some_and(|(_, marks)| !scene.parts.iter().all(|part| says(part, marks)))
    };
    let silent = all_scenes().filter(is_silent);
    let silent: Vec<String> = silent.map(|(variant, scene)| format!("{} {}", scene.name, variant.name())).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

/// Or the keys of a scene no longer lead where its name says.
#[test]
fn no_two_names_show_the_same_screen() {
    for (variant, scenes) in GALLERY.iter().filter(|(variant, _)| variant.size == (80, 24)) {
        let mut seen = BTreeMap::new();
        for scene in scenes {
            let before = seen.insert(scene.parts.iter().map(Part::lines).collect::<Vec<_>>(), scene.name);
            assert_eq!(before, None, "and {} {}", scene.name, variant.name());
        }
    }
}

#[test]
fn marks_change_no_word() {
    for pair in GALLERY.chunks(2) {
        let [(_, drawn), (variant, ascii)] = pair else { panic!("drawn marks and ASCII stand side by side") };
        // Only a whole page has all its words, wherever its parts end.
        for (drawn, ascii) in drawn.iter().zip(ascii).filter(|(drawn, _)| !drawn.is_glance) {
            assert_eq!(words(ascii), words(drawn), "{} {}", ascii.name, variant.name());
        }
    }
}

/// After a screen of theirs was changed: `cargo run --example pictures`.
#[test]
fn the_pictures_show_todays_screens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(picture::FOLDER);
    let mut expected = BTreeSet::new();
    for (variant, scenes) in GALLERY.iter().filter(|(variant, _)| variant.size == (80, 24) && !variant.is_ascii) {
        for (name, scene) in picture::PICTURES {
            let scene = scenes.iter().find(|known| known.name == scene).unwrap();
            let name = picture::file_name(name, variant.language.code());
            let kept = fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert!(kept == picture::svg(scene), "{name} is not today's screen: cargo run --example pictures");
            assert!(kept.len() <= BYTES_OF_A_PICTURE, "{name} has {} bytes", kept.len());
            expected.insert(name);
        }
    }
    let kept = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(kept.collect::<BTreeSet<_>>(), expected);
}
