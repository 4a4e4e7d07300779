//! Every screen of the program, played by keys in one language, size and set of marks. It looks at nothing and keeps
//! no file: the tests and the pictures of the README do.
//!
//! A new scene is a line in one of the rooms below `collection`.

mod days;
mod first_run;
mod learner;
mod lists;
mod questions;
mod scene;
mod sittings;
mod stage;
mod troubles;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

pub use scene::{Part, Scene, Variant, text};
use stage::Setting;

/// All scenes, in the order in which somebody may come across them.
pub fn scenes(variant: Variant) -> Vec<Scene> {
    let mut scenes = Vec::new();
    for room in [first_run::scenes, sittings::scenes, questions::scenes, lists::scenes, days::scenes, troubles::scenes]
    {
        scenes.extend(room(variant));
    }
    scenes
}

/// A folder for one learner: the record, and the files that an office hands out.
struct Folder {
    folder: TempDir,
    variant: Variant,
}

impl Folder {
    fn new(variant: Variant) -> Folder {
        Folder { folder: TempDir::new().expect("a folder for the pictures"), variant }
    }

    /// The lessons inside the program, at an office that has named its desk.
    fn at_office(&self) -> Setting<'_> {
        let office = format!("tests/gallery/office.{}.toml", self.variant.language.code());
        Setting { office: Some(repository().join(office)), ..self.as_delivered() }
    }

    /// The same office in a busy time.
    fn at_busy_office(&self) -> Setting<'_> {
        let office = self.at_office();
        let text = fs::read_to_string(office.office.as_deref().expect("an office has a file")).expect("it can be read");
        let busy = text.replace("\n\n[values]", "\nbusy = [[\"2026-11-16\", \"2026-11-20\"]]\n\n[values]");
        let file = self.folder.path().join("office.toml");
        fs::write(&file, busy).expect("the folder can be written");
        Setting { office: Some(file), ..office }
    }

    /// The lessons inside the program and nothing else.
    fn as_delivered(&self) -> Setting<'_> {
        Setting { data: self.folder.path(), lessons: None, office: None, variant: self.variant }
    }

    /// The lesson with all ten types of questions.
    fn with_all_types(&self) -> Setting<'_> {
        Setting { lessons: Some(repository().join("tests/fixtures/sample-lessons")), ..self.at_office() }
    }

    /// A library of its own: each file by its place in it.
    fn with_lessons(&self, files: &[(&str, &str)]) -> Setting<'_> {
        let lessons = self.folder.path().join("lessons");
        for (place, text) in files {
            let file = lessons.join(place);
            fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be written");
            fs::write(file, text).expect("the folder can be written");
        }
        Setting { lessons: Some(lessons), ..self.at_office() }
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
