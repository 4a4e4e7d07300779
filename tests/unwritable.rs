//! A record on a disk that does not let anybody write, also one that an older program wrote: it is read and folded in
//! memory, the learner sees their days and is told that nothing is kept, and no byte of it changes.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rstest::rstest;
use rusqlite::Connection;

use crate::support;
use crate::support::talk::Talk;

const NOBODY: u32 = 65_534;
const NOW: &str = "2026-11-20T12:41+09:00";

/// A learner's folder, whose name has to be written with care, and a program that everybody may run.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        fs::set_permissions(office.0.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let program = office.0.path().join("sukima");
        let built = env!("CARGO_BIN_EXE_sukima");
        fs::hard_link(built, &program).or_else(|_| fs::copy(built, &program).map(drop)).unwrap();
        study(&office.data());
        office
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("記録 100%#1?")
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(self.0.path().join("sukima"));
        command.args(["--now", NOW, "--data-dir"]).arg(self.data()).args(words);
        // Nothing is closed to root.
        if fs::metadata(self.0.path()).unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap()
    }

    /// What an older program's tables look like to this one.
    fn make_older(&self) {
        let hand = Connection::open(support::record(&self.data())).unwrap();
        hand.execute_batch(
            "drop table memory; create table memory (lesson, other); drop table recall;
             update meta set value = '2-0' where key = 'projection_version'; delete from meta where key = 'folded';",
        )
        .unwrap();
        hand.close().unwrap();
    }
}

/// A few steps of a first sitting, as root or whoever runs this test.
fn study(data: &Path) {
    let mut talk = Talk::start(data, &["--lang", "ja", "--now", NOW, "study", "--minutes=5"]);
    let mut heard = talk.first_run();
    for _ in 0..12 {
        heard = talk.ask(if heard.prompt.starts_with("番号（") { "1" } else { "" });
    }
    drop(talk.end_of_input());
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Takes the right to write from everything below, or gives it back.
fn close(folder: &Path, file_mode: u32, folder_mode: u32) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => close(&path, file_mode, folder_mode),
            false => fs::set_permissions(&path, fs::Permissions::from_mode(file_mode)).unwrap(),
        }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(folder_mode)).unwrap();
}

fn bytes_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(bytes_below(&path)),
            false => drop(files.insert(path.clone(), fs::read(path).unwrap())),
        }
    }
    files
}

#[rstest]
#[case::a_disk_of_this_program(false, 0o444, 0o555)]
#[case::a_disk_of_an_older_program(true, 0o444, 0o555)]
#[case::a_folder_that_takes_no_files(true, 0o666, 0o555)]
#[case::a_file_alone(true, 0o444, 0o777)]
fn what_was_learned_is_shown_and_no_byte_changes(
    #[case] is_older: bool,
    #[case] file_mode: u32,
    #[case] folder_mode: u32,
) {
    let office = Office::new();
    close(&office.data(), 0o666, 0o777);
    let before = text(&office.run(&["--lang", "ja", "status"]));
    assert!(!before.contains("答えた数 0"), "{before}");
    if is_older {
        office.make_older();
    }
    close(&office.data(), file_mode, folder_mode);
    let record = fs::read(support::record(&office.data())).unwrap();
    let bytes = (folder_mode == 0o555).then(|| bytes_below(&office.data()));
    for (language, sentence) in [
        ("ja", "記録を保存できません（書き込みが許されていません）"),
        ("en", "The record cannot be saved (it may not be written)"),
    ] {
        let told = office.run(&["--lang", language, "status"]);
        let first = text(&told).lines().next().unwrap_or_default().to_owned();
        assert!(first.starts_with(sentence) && first.contains("sukima.db"), "{told:?}");
        assert_eq!(told.status.code(), Some(3), "{told:?}");
        if language == "ja" {
            assert_eq!(text(&told).split_once('\n').unwrap().1, before, "the days are the learner's");
        }
    }
    assert!(fs::read(support::record(&office.data())).unwrap() == record);
    assert!(bytes.is_none_or(|bytes| bytes == bytes_below(&office.data())));
    close(&office.data(), 0o666, 0o777);
}

#[test]
fn a_log_that_cannot_be_read_there_is_told_as_such() {
    let office = Office::new();
    let record = support::record(&office.data());
    // As a power cut or a copy of the folder leaves it: a log with something in it, and no index of the log.
    let hand = Connection::open(&record).unwrap();
    hand.execute("insert into draft (place, text, utc_ms) values ('a', 'b', 1)", []).unwrap();
    let log = record.with_extension("db-wal");
    let [file, written] = [&record, &log].map(|path| fs::read(path).unwrap());
    hand.close().unwrap();
    fs::write(&record, file).unwrap();
    fs::write(&log, written).unwrap();
    close(&office.data(), 0o444, 0o555);
    let before = bytes_below(&office.data());
    for (language, sentence) in [
        ("ja", "記録の続き（sukima.db-wal）は、書き込みが許された場所でないと読めません"),
        ("en", "the rest of it (sukima.db-wal) can be read only where writing is allowed"),
    ] {
        let told = office.run(&["--lang", language, "status"]);
        assert!(text(&told).contains(sentence), "{told:?}");
        assert_eq!(told.status.code(), Some(3), "{told:?}");
    }
    assert!(bytes_below(&office.data()) == before);
    close(&office.data(), 0o666, 0o777);
    let counted = text(&office.run(&["--lang", "ja", "status"]));
    assert!(!counted.contains("答えた数 0"), "nothing of it is lost: {counted}");
}
