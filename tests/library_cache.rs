//! What is known of lessons without opening them: made from the files, kept in `library.cache`, and never believed
//! against them.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]
#![allow(clippy::disallowed_methods, reason = "a wait has an end")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::support::lessons::{ONE_QUESTION, lesson};
use crate::support::talk::program;
use rstest::rstest;
use rusqlite::Connection;
use sukima::domain::day::Day;
use sukima::domain::id::{CourseId, LessonId, QuestionId, TrackId};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::library::{Index, Origin, Sought, Wanted, find};
use tempfile::TempDir;

const TODAY: Day = Day(20_777);

/// A folder of lessons and a place for what is known of them.
struct Place {
    folder: TempDir,
}

impl Place {
    fn with(titles: &[(&str, &str)]) -> Place {
        let place = Place { folder: TempDir::new().unwrap() };
        fs::create_dir_all(place.lessons()).unwrap();
        for (id, title) in titles {
            place.write(id, title);
        }
        place
    }

    fn lessons(&self) -> PathBuf {
        self.folder.path().join("lessons")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("data").join("library.cache")
    }

    fn write(&self, id: &str, title: &str) -> PathBuf {
        lesson(&self.lessons(), "ja", id, title, ONE_QUESTION);
        self.lessons().join(format!("ja/own/{id}.md"))
    }

    fn open(&self) -> Index {
        self.open_with(Office::default())
    }

    fn open_with(&self, office: Office) -> Index {
        let sought = Sought { office, folder: Some(self.lessons()), diagnostics: Vec::new() };
        Index::open(sought, Some(&self.cache()), TODAY)
    }
}

fn title(index: &Index, id: &str) -> Option<String> {
    index.card(&LessonId::new(id), Language::Japanese).map(|card| card.title.to_string())
}

fn titles(index: &Index) -> Vec<String> {
    index.lines(Language::Japanese).into_values().map(|line| line.title.to_string()).collect()
}

/// Gives a file the time that another one had, as a copying program does.
fn set_time(file: &Path, time: SystemTime) {
    File::options().write(true).open(file).unwrap().set_modified(time).unwrap();
}

/// An hour ago, so that a file written a moment later has another time on every disk.
fn age(file: &Path) -> SystemTime {
    let earlier = fs::metadata(file).unwrap().modified().unwrap() - Duration::from_secs(3600);
    set_time(file, earlier);
    earlier
}

#[test]
fn what_is_known_is_what_reading_everything_gives() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons");
    let wanted = Wanted { lessons: Some(folder.into()), ..Wanted::default() };
    let read = find(&wanted);
    let place = Place::with(&[]);
    let sought = || Sought { office: Office::default(), folder: Some(folder.into()), diagnostics: Vec::new() };
    // Made, and then as it was kept.
    for _ in 0..2 {
        let index = Index::open(sought(), Some(&place.cache()), TODAY);
        assert_eq!(*index.origin(), Origin::Folder(folder.into()));
        assert_eq!(index.tracks(), read.library.tracks);
        assert_eq!(index.findings(), read.diagnostics.len());
        let courses: Vec<_> = index.course_ids().iter().filter_map(|id| index.course(id)).collect();
        assert_eq!(courses, read.library.courses);
        for language in [Language::Japanese, Language::English] {
            for id in read.library.lessons.keys() {
                assert_eq!(
                    index.lesson(id, language).as_ref().map(|shown| &shown.lesson),
                    read.library.lesson(id, language),
                    "{id}"
                );
            }
            let counts = index.counts(language);
            assert_eq!(
                (counts.lessons, counts.worksheets),
                (read.library.lessons.len(), read.library.worksheets.len())
            );
        }
    }
    assert!(place.cache().is_file());
}

#[test]
fn an_edited_a_new_and_a_deleted_file_are_seen_at_the_next_start() {
    let place = Place::with(&[("aaaa", "一つ目"), ("bbbb", "二つ目")]);
    age(&place.write("aaaa", "一つ目"));
    assert_eq!(titles(&place.open()), ["一つ目", "二つ目"]);
    place.write("aaaa", "書き直した一つ目");
    place.write("cccc", "三つ目");
    fs::remove_file(place.lessons().join("ja/own/bbbb.md")).unwrap();
    let index = place.open();
    assert_eq!(titles(&index), ["書き直した一つ目", "三つ目"]);
    let course = index.course(&CourseId::new("own")).unwrap();
    assert_eq!(course.lessons, [LessonId::new("aaaa"), LessonId::new("cccc")]);
    fs::remove_file(place.lessons().join("ja/own/cccc.md")).unwrap();
    assert_eq!(titles(&place.open()), ["書き直した一つ目"]);
}

#[test]
fn the_courses_follow_the_library_file() {
    let place = Place::with(&[("aaaa", "一つ目"), ("bbbb", "二つ目")]);
    assert_eq!(place.open().course_ids(), [CourseId::new("own")]);
    let library = "format = 1\n[[track]]\nid = \"general\"\ncourses = [\"two\"]\n[[course]]\nid = \"two\"\nlessons = [\"bbbb\", \"gone\"]\n";
    fs::write(place.lessons().join("library.toml"), library).unwrap();
    let index = place.open();
    assert_eq!(index.courses_of_track(Some(&TrackId::new("general"))), [CourseId::new("two")]);
    assert_eq!(index.course(&CourseId::new("two")).unwrap().lessons, [LessonId::new("bbbb")]);
    assert_eq!(index.course(&CourseId::new("own")).unwrap().lessons, [LessonId::new("aaaa")]);
    fs::remove_file(place.lessons().join("library.toml")).unwrap();
    assert_eq!(place.open().course_ids(), [CourseId::new("own")]);
}

/// The documented limit: a list may show what was; the lesson itself is always the file's.
#[test]
fn an_edit_that_keeps_size_and_time_is_shown_but_not_listed() {
    let place = Place::with(&[]);
    let file = place.write("aaaa", "以前の題");
    let time = age(&file);
    assert_eq!(title(&place.open(), "aaaa").as_deref(), Some("以前の題"));
    place.write("aaaa", "今日の題");
    set_time(&file, time);
    let index = place.open();
    assert_eq!(title(&index, "aaaa").as_deref(), Some("以前の題"));
    let lesson = index.lesson(&LessonId::new("aaaa"), Language::Japanese).unwrap();
    assert_eq!(lesson.title.as_str(), "今日の題");
    set_time(&file, time + Duration::from_secs(1));
    assert_eq!(title(&place.open(), "aaaa").as_deref(), Some("今日の題"));
}

#[test]
fn a_lesson_that_was_shown_stays_as_it_was_until_the_program_ends() {
    let place = Place::with(&[("aaaa", "見ている題")]);
    let index = place.open();
    let id = LessonId::new("aaaa");
    assert_eq!(index.lesson(&id, Language::Japanese).unwrap().title.as_str(), "見ている題");
    place.write("aaaa", "書き直した題");
    assert_eq!(index.lesson(&id, Language::Japanese).unwrap().title.as_str(), "見ている題");
    assert_eq!(place.open().lesson(&id, Language::Japanese).unwrap().title.as_str(), "書き直した題");
}

#[rstest]
#[case::not_a_database(|file: &Path| fs::write(file, "すきま").unwrap())]
#[case::empty(|file: &Path| fs::write(file, "").unwrap())]
#[case::cut_in_the_middle(|file: &Path| File::options().write(true).open(file).unwrap().set_len(9000).unwrap())]
#[case::pages_overwritten(|file: &Path| {
    let mut bytes = fs::read(file).unwrap();
    bytes[4096..].fill(0x5a);
    fs::write(file, bytes).unwrap();
})]
#[case::of_another_program(|file: &Path| {
    fs::remove_file(file).unwrap();
    Connection::open(file).unwrap().execute_batch("create table library (id integer primary key)").unwrap();
})]
#[case::rows_that_mean_nothing(|file: &Path| {
    Connection::open(file).unwrap().execute_batch("update text set card = '{'; update library set head = ''").unwrap();
})]
#[case::a_folder_in_its_place(|file: &Path| {
    fs::remove_file(file).unwrap();
    fs::create_dir(file).unwrap();
})]
fn a_cache_that_cannot_be_used_costs_nothing_but_reading_again(#[case] damage: fn(&Path)) {
    let place = Place::with(&[("aaaa", "一つ目"), ("bbbb", "二つ目")]);
    assert_eq!(titles(&place.open()), ["一つ目", "二つ目"]);
    damage(&place.cache());
    // Whoever meets the damage, and the one after.
    for _ in 0..2 {
        let index = place.open();
        assert_eq!(titles(&index), ["一つ目", "二つ目"]);
        assert_eq!(title(&index, "bbbb").as_deref(), Some("二つ目"));
        assert_eq!(index.course(&CourseId::new("own")).unwrap().lessons.len(), 2);
        assert!(index.lesson(&LessonId::new("aaaa"), Language::Japanese).is_some());
    }
    // A folder is somebody's; anything else was made again in its place.
    let known = |file| Connection::open(file)?.query_row("select count(*) from library", [], |row| row.get(0));
    assert!(place.cache().is_dir() || known(place.cache()) == Ok(1));
}

#[test]
fn rows_damaged_while_the_program_runs_are_made_again() {
    let place = Place::with(&[("aaaa", "一つ目")]);
    let index = place.open();
    assert_eq!(title(&index, "aaaa").as_deref(), Some("一つ目"));
    Connection::open(place.cache()).unwrap().execute_batch("update text set card = '{'").unwrap();
    assert_eq!(title(&index, "aaaa").as_deref(), Some("一つ目"));
    assert!(!place.cache().exists(), "it is thrown away");
    assert_eq!(title(&place.open(), "aaaa").as_deref(), Some("一つ目"));
}

#[test]
fn two_libraries_and_two_offices_share_the_file_without_disturbing_each_other() {
    let place = Place::with(&[("aaaa", "題 {{report_desk}}")]);
    let other = Place::with(&[("aaaa", "もう一つの題")]);
    let office = Office {
        was_found: true,
        values: [("report_desk".to_owned(), sukima::text::SafeText::new("内線1234"))].into(),
        ..Office::default()
    };
    let unset = place.open();
    let set = place.open_with(office.clone());
    let elsewhere = Index::open(
        Sought { office: Office::default(), folder: Some(other.lessons()), diagnostics: Vec::new() },
        Some(&place.cache()),
        TODAY,
    );
    for _ in 0..2 {
        assert_eq!(title(&unset, "aaaa").as_deref(), Some("題 決められた窓口"));
        assert_eq!(title(&set, "aaaa").as_deref(), Some("題 内線1234"));
        assert_eq!(title(&elsewhere, "aaaa").as_deref(), Some("もう一つの題"));
    }
    assert_eq!(titles(&place.open_with(office)), ["題 内線1234"]);
}

#[test]
fn what_nobody_opened_for_a_month_is_forgotten() {
    let place = Place::with(&[("aaaa", "一つ目")]);
    let other = Place::with(&[("zzzz", "別の場所")]);
    let open = |lessons: PathBuf, today: Day| {
        let sought = Sought { office: Office::default(), folder: Some(lessons), diagnostics: Vec::new() };
        drop(Index::open(sought, Some(&place.cache()), today));
    };
    open(other.lessons(), TODAY);
    open(place.lessons(), TODAY);
    open(place.lessons(), TODAY.plus(31));
    let known = |sql| -> i64 { Connection::open(place.cache()).unwrap().query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(known("select count(*) from library"), 1);
    assert_eq!(known("select count(*) from text where id = 'zzzz'"), 0);
    assert_eq!(known("select count(*) from text where id = 'aaaa'"), 1);
}

#[test]
fn a_folder_that_is_away_for_a_day_is_known_again_when_it_is_back() {
    let place = Place::with(&[("aaaa", "一つ目")]);
    let away = place.folder.path().join("away");
    drop(place.open());
    fs::rename(place.lessons(), &away).unwrap();
    let index = place.open();
    assert_eq!(*index.origin(), Origin::BuiltInInsteadOf(place.lessons()));
    assert!(index.counts(Language::Japanese).lessons > 1 && index.findings() > 0);
    fs::rename(&away, place.lessons()).unwrap();
    assert_eq!(titles(&place.open()), ["一つ目"]);
}

#[test]
fn without_a_place_to_keep_it_everything_is_known_all_the_same() {
    let place = Place::with(&[("aaaa", "一つ目")]);
    fs::write(place.folder.path().join("data"), "a file where the folder should be").unwrap();
    let index = place.open();
    assert_eq!(titles(&index), ["一つ目"]);
    assert!(
        index.card(&LessonId::new("aaaa"), Language::Japanese).unwrap().question(&QuestionId::new("aaaa")).is_some()
    );
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_not_unicode_is_a_lesson_like_any_other() {
    use std::os::unix::ffi::OsStrExt;

    let place = Place::with(&[]);
    let file = place.write("aaaa", "別の文字コードの名前");
    // 「教」 in Shift_JIS, as an old archive leaves it.
    let name = std::ffi::OsStr::from_bytes(b"\x8b\xb3.md");
    fs::rename(&file, file.with_file_name(name)).unwrap();
    for _ in 0..2 {
        let index = place.open();
        assert_eq!(titles(&index), ["別の文字コードの名前"]);
        assert!(index.lesson(&LessonId::new("aaaa"), Language::Japanese).is_some());
        assert_eq!(index.findings(), 0);
    }
}

/// A folder large enough to be looked over beside the first screen.
fn large() -> Place {
    let place = Place::with(&[]);
    for number in 0..250 {
        place.write(&format!("many{number:04}"), "たくさん");
    }
    place
}

#[test]
fn a_large_folder_is_looked_over_meanwhile_and_known_once_it_was() {
    let place = large();
    assert_eq!(place.open().counts(Language::Japanese).lessons, 250);
    place.write("new", "新しい");
    let mut index = place.open();
    index.settle();
    assert_eq!(title(&index, "new").as_deref(), Some("新しい"));
    assert_eq!(index.course(&CourseId::new("own")).unwrap().lessons.len(), 251);
    assert_eq!(title(&place.open(), "new").as_deref(), Some("新しい"), "it is known before the next look");
}

#[test]
fn what_a_look_found_is_told_as_soon_as_it_is_over() {
    let place = large();
    drop(place.open());
    fs::write(place.lessons().join("library.toml"), "format = 1\n[[track]]\nid = \"general\"\ncourses = []\n").unwrap();
    let index = place.open();
    let patience = Instant::now() + Duration::from_secs(60);
    while index.tracks().is_empty() {
        assert!(Instant::now() < patience, "the look found nothing");
        std::thread::yield_now();
    }
}

/// Lesson files that a command opens, counted by the kernel; `None` where strace is missing or not allowed.
#[cfg(target_os = "linux")]
fn opened(data: &Path, lessons: &Path) -> Option<usize> {
    let trace = data.join("trace");
    let command = program(data, &["--lessons", lessons.to_str().unwrap(), "doctor"]);
    let status = std::process::Command::new("strace")
        .args(["-f", "-e", "trace=open,openat", "-o"])
        .arg(&trace)
        .arg(command.get_program())
        .args(command.get_args())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .status();
    // A record just made, or a finding, is no matter here; only whether strace could run is.
    status.ok().filter(|status| matches!(status.code(), Some(0 | 1)))?;
    let calls = fs::read_to_string(trace).unwrap();
    Some(calls.lines().filter(|line| line.contains(".md\"")).count())
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_start_opens_no_lesson_and_one_after_an_edit_opens_only_that() {
    for place in [Place::with(&[("aaaa", "一つ目"), ("bbbb", "二つ目")]), large()] {
        let data = place.folder.path().join("data");
        fs::create_dir(&data).unwrap();
        let Some(first) = opened(&data, &place.lessons()) else { return };
        assert!(first >= 2);
        assert_eq!(opened(&data, &place.lessons()), Some(0));
        place.write("cccc", "三つ目");
        assert_eq!(opened(&data, &place.lessons()), Some(1));
        assert_eq!(opened(&data, &place.lessons()), Some(0));
    }
}

#[test]
fn many_first_starts_at_once_all_know_the_lessons() {
    let place = large();
    let data = place.folder.path().join("data");
    let lessons = place.lessons();
    let words = ["--lessons", lessons.to_str().unwrap(), "doctor", "--json"];
    let running: Vec<_> =
        (0..4).map(|_| program(&data, &words).stdout(std::process::Stdio::piped()).spawn().unwrap()).collect();
    for child in running {
        let output = child.wait_with_output().unwrap();
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told["lessons"]["lessons"], 250, "{told}");
    }
    assert_eq!(place.open().counts(Language::Japanese).lessons, 250);
}
