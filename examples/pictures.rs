//! Writes the pictures of the README anew, from the cells of the program's own screens:
//!
//! ```sh
//! cargo run --example pictures
//! ```
#![allow(dead_code, unused_imports, reason = "the tests of the gallery use the rest")]

#[path = "../tests/gallery/collection.rs"]
mod collection;
#[path = "../tests/gallery/picture.rs"]
mod picture;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use collection::{Variant, scenes};
use sukima::domain::language::Language;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(picture::FOLDER);
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let scenes = scenes(Variant::of(language, (80, 24), false));
        for (name, scene) in picture::PICTURES {
            let scene = scenes.iter().find(|known| known.name == scene).expect("each picture has its scene");
            fs::write(folder.join(picture::file_name(name, language.code())), picture::svg(scene))?;
        }
    }
    writeln!(io::stdout(), "{}: {} pictures", picture::FOLDER, picture::PICTURES.len() * Language::ALL.len())
}
