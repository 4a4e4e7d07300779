//! What is looked at and left again: lessons, progress, settings, help, and the screen that hides everything.

use sukima::app::{FitFacts, FitOutcome, FitPage, Key, Screen, SettingKept};

use super::sittings::{at_close, at_home};
use super::stage::Stage;
use super::{Folder, Scene, Variant};

const MONDAY: &str = "2026-11-09T12:41+09:00";
const WEDNESDAY: &str = "2026-11-11T12:41+09:00";

pub fn scenes(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    for day in [MONDAY, WEDNESDAY] {
        let mut stage = Stage::open(&folder.at_office(), day);
        stage.play_until(at_home);
        stage.press(Key::Enter);
        stage.play_until(at_close);
    }
    let mut stage = Stage::open(&folder.at_office(), WEDNESDAY);
    let mut scenes = Vec::new();
    scenes.push(stage.scene("home-after-today"));
    stage.keys("l");
    scenes.push(stage.scene("library"));
    stage.keys("/");
    scenes.push(stage.scene("library-search"));
    stage.keys("2040");
    scenes.push(stage.scene("library-found"));
    stage.keys("x");
    stage.press(Key::Enter);
    scenes.push(stage.glance("library-not-found"));
    stage.press(Key::Escape);
    stage.keys("2");
    scenes.push(stage.scene("library-lessons"));
    stage.press(Key::Escape);
    stage.press(Key::Escape);
    stage.keys("p");
    scenes.push(stage.scene("progress"));
    stage.keys("1");
    scenes.push(stage.scene("progress-on-leave"));
    stage.keys("1");
    stage.keys("2");
    scenes.push(stage.scene("progress-in-detail"));
    stage.press(Key::Escape);
    stage.press(Key::Escape);
    stage.keys("?");
    scenes.push(stage.scene("help"));
    stage.press(Key::Escape);
    stage.press(Key::Hide);
    scenes.push(stage.scene("hidden"));
    stage.press(Key::Enter);
    stage.keys("s");
    scenes.push(stage.scene("settings"));
    stage.keys("1");
    scenes.push(stage.scene("setting-minutes"));
    stage.keys("3");
    scenes.push(stage.glance("said-saved"));
    stage.keys("5");
    scenes.push(stage.scene("setting-workdays"));
    stage.keys("63");
    scenes.push(stage.glance("said-switched"));
    stage.keys("36");
    stage.press(Key::Escape);
    stage.keys("6");
    scenes.push(stage.scene("setting-retention"));
    stage.keys("5");
    scenes.push(stage.scene("fit-too-few"));
    stage.show(Screen::Fit(FitPage::Ready(FitFacts { answers: 812, least: 600 })));
    scenes.push(stage.scene("fit-ready"));
    stage.show(Screen::Fit(FitPage::Working { percent: 40 }));
    scenes.push(stage.scene("fit-working"));
    let outcome = FitOutcome::Better { judged: 163, interval_ratio: 0.88, kept: SettingKept::Kept };
    stage.show(Screen::Fit(FitPage::Done(outcome)));
    scenes.push(stage.scene("fit-better"));
    stage.show(Screen::Fit(FitPage::Done(FitOutcome::NotBetter { judged: 163 })));
    scenes.push(stage.scene("fit-no-better"));
    stage.press(Key::Enter);
    stage.keys("7");
    scenes.push(stage.scene("setting-colours"));
    stage.press(Key::Escape);
    stage.keys("2");
    scenes.push(stage.scene("setting-role"));
    stage.press(Key::Escape);
    let health_is_last = 10;
    for _ in 0..health_is_last {
        stage.press(Key::Down);
    }
    stage.press(Key::Enter);
    scenes.push(stage.scene("health"));
    scenes.extend(larger_library(variant));
    scenes
}

/// An office with many courses, some of them for other roles, and some to be taken first.
fn larger_library(variant: Variant) -> Vec<Scene> {
    let folder = Folder::new(variant);
    let files = larger_files();
    let files: Vec<(&str, &str)> = files.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
    let mut stage = Stage::open(&folder.with_lessons(&files), MONDAY);
    stage.play_until(at_home);
    stage.keys("l");
    let mut scenes = vec![stage.scene("library-many")];
    stage.press(Key::End);
    let last = 9;
    for _ in 0..last {
        stage.press(Key::Down);
    }
    stage.press(Key::Enter);
    scenes.push(stage.scene("library-roles"));
    stage.keys("2");
    scenes.push(stage.scene("library-of-role"));
    stage.keys("1");
    scenes.push(stage.scene("library-lessons-first"));
    scenes
}

/// `library.toml` and its lessons: a page of text each.
fn larger_files() -> Vec<(String, String)> {
    const COURSES: [(&str, &str, &str); 9] = [
        ("common-language", "DXの共通言語", "A common language for DX"),
        ("safe-basics", "安全に使う基礎", "Safe basics"),
        ("data-reading", "数字の読み方", "Reading figures"),
        ("counter", "窓口の流れを変える", "Changing how the counter works"),
        ("generative-ai", "生成AIを仕事で使う前に", "Before you use generative AI at work"),
        ("open-data", "オープンデータの出し方", "Publishing open data"),
        ("co-creation", "住民・事業者との共創", "Working with residents and companies"),
        ("procurement", "システムを調達する", "Buying a system"),
        ("standardisation", "基幹業務システムの標準化", "Standardised core systems"),
    ];
    let mut library = String::from("format = 1\nlanguages = [\"ja\", \"en\"]\nwith_builtin = false\n\n");
    let ids: Vec<String> = COURSES.iter().map(|(id, ..)| format!("\"{id}\"")).collect();
    for (id, japanese, english, courses) in [
        ("general", "一般職員", "General staff", &ids[..8]),
        ("leader", "DX推進リーダー", "DX leaders", &ids[3..]),
        ("manager", "管理職", "Managers", &ids[..5]),
        ("specialist", "情報・データ担当", "IT and data staff", &ids[..]),
    ] {
        library.push_str(&format!(
            "[[track]]\nid = \"{id}\"\ntitle = {{ ja = \"{japanese}\", en = \"{english}\" }}\ncourses = [{}]\noptional = []\n\n",
            courses.join(", ")
        ));
    }
    let mut files = Vec::new();
    for (number, (id, japanese, english)) in COURSES.iter().enumerate() {
        let after = if number > 2 {
            "{ general = [\"common-language\", \"safe-basics\"], leader = [\"safe-basics\"] }"
        } else {
            "{}"
        };
        let lessons: Vec<String> = (1..=4).map(|lesson| format!("\"{id}-{lesson}\"")).collect();
        library.push_str(&format!(
            "[[course]]\nid = \"{id}\"\ncode = \"C{:02}\"\ntitle = {{ ja = \"{japanese}\", en = \"{english}\" }}\nlessons = [{}]\nafter = {after}\n\n",
            number + 1,
            lessons.join(", ")
        ));
        for lesson in 1..=4 {
            for (tag, title, text) in [("ja", japanese, "本文です。"), ("en", english, "A page of text.")] {
                files.push((
                    format!("{tag}/{id}/{id}-{lesson}.md"),
                    format!("---\nid: {id}-{lesson}\ntitle: {title} {lesson}\nlang: {tag}\nminutes: 3\n---\n\n# {title} {lesson}\n\n{text}\n"),
                ));
            }
        }
    }
    files.push(("library.toml".to_owned(), library));
    files
}
