//! The README and the guide for authors say what is true: their commands are understood by the program, their links
//! lead somewhere, and their lessons are ones that `sukima check` has nothing to say about.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rstest::rstest;
use sukima::cli::arguments::parse;
use sukima::domain::language::Language;
use tempfile::TempDir;

const README: &str = include_str!("../README.md");
const README_JA: &str = include_str!("../README.ja.md");
const GUIDE: &str = include_str!("../docs/lesson-format.md");
const GUIDE_JA: &str = include_str!("../docs/lesson-format.ja.md");

#[rstest]
#[case(README)]
#[case(README_JA)]
fn two_commands_do_all_the_set_up(#[case] page: &str) {
    let blocks: Vec<String> = blocks(page, "sh");
    assert_eq!(blocks[0], "cargo run --release\n");
    assert_eq!(blocks[1], "cargo test\n");
    assert_eq!(fs::read_to_string(path(".ci/run")).expect("CI has a script").matches("    cargo test ").count(), 1);
}

#[rstest]
#[case("README.md", README)]
#[case("README.ja.md", README_JA)]
#[case("docs/lesson-format.md", GUIDE)]
#[case("docs/lesson-format.ja.md", GUIDE_JA)]
fn every_command_is_understood_and_every_link_leads_to_a_file(#[case] name: &str, #[case] page: &str) {
    let commands = commands(page);
    assert!(commands.len() >= 5, "{name}: {commands:?}");
    for command in commands {
        let words = command.split_whitespace().map(OsString::from);
        if let Err(refusal) = parse(words, Language::English) {
            assert_eq!(refusal.exit_code(), 0, "{name}: {command}\n{}", refusal.text);
        }
    }
    let folder = path(name).parent().expect("a file lies in a folder").to_path_buf();
    for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(link.starts_with("https://") || folder.join(link).exists(), "{name}: {link}");
    }
}

#[rstest]
#[case(README, "en")]
#[case(README_JA, "ja")]
fn every_picture_is_shown_once_with_words_for_those_who_do_not_see_it(#[case] page: &str, #[case] language: &str) {
    let images: Vec<&str> = page.split("<img ").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let value = |image: &str, name: &str| {
        let start = image.split_once(&format!("{name}=\"")).map(|(_, value)| value);
        start.and_then(|value| value.split('"').next()).unwrap_or_default().to_owned()
    };
    assert!(images.iter().all(|image| value(image, "alt").chars().count() > 10), "{images:#?}");
    let mut shown: Vec<String> = images.iter().map(|image| value(image, "src")).collect();
    shown.sort_unstable();
    let kept = fs::read_dir(path("docs/pictures")).expect("the pictures are there");
    let kept = kept.map(|entry| entry.expect("a file").file_name().into_string().expect("a plain name"));
    let of_language = kept.filter(|name| name.ends_with(&format!(".{language}.svg")));
    let mut expected: Vec<String> = of_language.map(|name| format!("docs/pictures/{name}")).collect();
    expected.sort_unstable();
    assert_eq!(shown, expected);
}

#[test]
fn both_readmes_name_the_same_commands() {
    assert_eq!(commands(README), commands(README_JA));
}

/// The day that the tour was taken on, as its lines say.
const DAY_OF_THE_TOUR: &str = "2026-11-24T08:50";

#[rstest]
#[case(README, "en")]
#[case(README_JA, "ja")]
fn the_tour_of_the_readme_is_what_the_program_says(#[case] page: &str, #[case] language: &str) {
    let tour = blocks(page, "text").remove(0);
    let lines: Vec<&str> = tour.lines().filter(|line| *line != "…").collect();
    let replies = lines.iter().filter_map(|line| line.split_once(" >")).map(|(_, reply)| format!("{}\n", reply.trim()));
    let folder = TempDir::new().expect("a folder for the test");
    let output = program()
        .arg("--data-dir")
        .arg(folder.path())
        .args(["--now", DAY_OF_THE_TOUR, "--lang", language])
        .write_stdin(replies.collect::<String>())
        .output()
        .expect("the program starts");
    let told = solid(&String::from_utf8_lossy(&output.stdout));
    let mut place = 0;
    for line in lines {
        let wanted = solid(line.split_once(" >").map_or(line, |(prompt, _)| prompt));
        let found = told[place..].find(&wanted);
        place += found.unwrap_or_else(|| panic!("the program does not say: {line}")) + wanted.len();
    }
}

#[test]
fn the_lesson_of_the_readme_is_clean_in_both_languages() {
    let folder = TempDir::new().expect("a folder for the test");
    for page in [README, README_JA] {
        let lessons = blocks(page, "markdown");
        assert_eq!(lessons.len(), 1);
        assert!(page.contains(&place(&lessons[0])), "the page says where to save it");
        save(folder.path(), &lessons[0]);
    }
    check_is_clean(folder.path());
}

#[test]
fn the_lessons_of_the_guide_are_clean_in_both_languages() {
    let folder = TempDir::new().expect("a folder for the test");
    for page in [GUIDE, GUIDE_JA] {
        let lesson = whole_lesson(&blocks(page, "markdown"));
        assert_eq!(lesson.matches("\n### ").count(), 12, "ten questions, a task and something to try");
        save(folder.path(), &lesson);
        for block in blocks(page, "toml") {
            let name = if block.contains("[[track]]") { "library.toml" } else { "office.toml" };
            fs::write(folder.path().join("lessons").join(name), block).expect("the test's folder can be written");
        }
        for sheet in blocks(page, "text").iter().filter(|block| block.starts_with("---")) {
            save(folder.path(), sheet);
        }
    }
    check_is_clean(folder.path());
}

/// The smallest lesson of the guide with all its other questions and its practice.
fn whole_lesson(blocks: &[String]) -> String {
    let part = |start: &str| -> Vec<&str> {
        blocks.iter().map(String::as_str).filter(|block| block.starts_with(start)).collect()
    };
    [part("---"), part("### "), part("## ")].concat().join("\n")
}

/// Runs the real program on `<folder>/lessons`, in both languages.
fn check_is_clean(folder: &Path) {
    for language in Language::ALL {
        let output = program()
            .current_dir(folder)
            .args(["check", "lessons", "--json", "--lang", language.code()])
            .output()
            .expect("the program starts");
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
        let answer: serde_json::Value = serde_json::from_str(&told).expect("the answer is JSON");
        assert_eq!(answer["format"], 1, "{told}");
    }
}

fn program() -> Command {
    Command::cargo_bin("sukima").expect("cargo builds the program before its tests")
}

/// Text without the spaces and line ends that the width of a terminal decides.
fn solid(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Saves a lesson where its own front matter says it belongs.
fn save(folder: &Path, lesson: &str) {
    let file = folder.join(place(lesson));
    fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the test's folder can be written");
    fs::write(file, lesson).expect("the test's folder can be written");
}

fn place(lesson: &str) -> String {
    let value = |key: &str| {
        let line = lesson.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        line.unwrap_or_else(|| panic!("no {key} in\n{lesson}"))
    };
    let course = if lesson.contains("\nkind: worksheet\n") { "worksheets" } else { "desk" };
    format!("lessons/{}/{course}/{}.md", value("lang"), value("id"))
}

/// The insides of the fenced blocks of one language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(tag) = line.strip_prefix("```") {
            let inside: String =
                lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            if tag == language {
                found.push(inside);
            }
        }
    }
    found
}

/// Every `sukima …` of the page, in blocks and in running text, without its comment.
fn commands(page: &str) -> Vec<String> {
    let in_blocks = blocks(page, "sh").concat();
    let in_text: Vec<&str> = page.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    in_blocks
        .lines()
        .chain(in_text)
        .map(|line| line.split(" #").next().unwrap_or_default().trim())
        .map(|line| line.replacen("cargo run --release", "sukima", 1).replacen("sukima -- ", "sukima ", 1))
        .filter(|line| line == "sukima" || line.starts_with("sukima "))
        .collect()
}

fn path(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
