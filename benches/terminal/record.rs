//! Records of any length for the libraries beside it: made by the program, filled with facts by SQL, and folded by the
//! program again. It knows the table of facts and their bodies, and nothing of the tables folded from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::{Connection, params};

use crate::lessons;

/// The moment of every run: a Friday noon.
pub const NOW: &str = "2026-11-20T12:41+09:00";
const TODAY: i64 = 20_777;
const NOON_MS: i64 = TODAY * 86_400_000 + 3 * 3_600_000 + 41 * 60_000;
const DAY_MS: i64 = 86_400_000;
/// Days over which the facts are spread.
const DAYS: i64 = 700;
const EDITION: u32 = 2;

/// The folder of a learner who was welcomed and has given so many answers, made now or by an earlier run.
pub fn record(data: &Path, program: &Path, library: &Path, lessons: usize, events: usize) -> PathBuf {
    let folder = data.join(format!("record-{EDITION}-{lessons}-{events}"));
    if folder.join("whole").exists() {
        return folder;
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what an interrupted run left can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder below target can be made");
    run(program, &folder, library, &["status"]);
    fill(&folder.join("default/sukima.db"), lessons, events).expect("facts fit into the table of facts");
    run(program, &folder, library, &["doctor", "--rebuild"]);
    fs::write(folder.join("whole"), "").expect("a folder below target can be written");
    folder
}

fn run(program: &Path, folder: &Path, library: &Path, words: &[&str]) {
    let status = Command::new(program)
        .args(words)
        .args(["--now", NOW, "--lang", "ja", "--data-dir"])
        .arg(folder)
        .arg("--lessons")
        .arg(library)
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    // A finding about the generated lessons is no reason to stop.
    assert!(matches!(status.code(), Some(0 | 1)), "{words:?}: {status}");
}

fn fill(file: &Path, lessons: usize, events: usize) -> rusqlite::Result<()> {
    let mut connection = Connection::open(file)?;
    let device: String = connection.query_row("select value from meta where key = 'device'", [], |row| row.get(0))?;
    let device: Vec<u8> = (0..16)
        .map(|byte| u8::from_str_radix(&device.replace('-', "")[byte * 2..byte * 2 + 2], 16).expect("a UUID is hex"))
        .collect();
    let transaction = connection.transaction()?;
    {
        let mut insert = transaction.prepare(
            "insert into event (id, device, seq, tick, utc_ms, offset_min, zone, day, kind, version, subject, session, body)
             values (?1, ?2, ?3, ?4, ?5, 540, 'Asia/Tokyo', ?6, ?7, 1, ?8, null, ?9)",
        )?;
        let mut seq = 0_i64;
        let total = i64::try_from(events).expect("a number of events is small") + 2;
        let mut put = |kind: &str, subject: String, body: String| {
            seq += 1;
            let days_ago = DAYS - DAYS * seq / (total + 1);
            let utc_ms = NOON_MS - days_ago * DAY_MS + seq % 1000;
            let mut id = [0_u8; 16];
            id[8..].copy_from_slice(&seq.to_be_bytes());
            insert.execute(params![
                id,
                device,
                seq,
                NOON_MS - total + seq,
                utc_ms,
                TODAY - days_ago,
                kind,
                subject,
                body
            ])
        };
        for (key, value) in [("welcomed", "2024-12-20"), ("track", "general")] {
            put("setting_changed", "settings".into(), format!(r#"{{"key":"{key}","value":"{value}"}}"#))?;
        }
        // Two of five lessons are new to this learner; the questions of the others come round and round.
        let read = (lessons * 3 / 5).max(1);
        for number in 0..events {
            let lesson = lessons::id(number / lessons::QUESTIONS.len() % read);
            if number % lessons::QUESTIONS.len() == 0 && number / lessons::QUESTIONS.len() < read {
                put(
                    "lesson_read",
                    format!("lesson:{lesson}"),
                    format!(
                        r#"{{"lesson":"{lesson}","lang":"ja","shown":"0000000000000000","characters":300,"ms":60000,"detail_opened":false}}"#
                    ),
                )?;
                continue;
            }
            let question = lessons::QUESTIONS[number % lessons::QUESTIONS.len()];
            let is_right = number % 7 != 3;
            let (verdict, picked) = if is_right { ("right", 1) } else { ("wrong", 0) };
            put(
                "question_answered",
                format!("question:{lesson}/{question}"),
                format!(
                    r#"{{"lesson":"{lesson}","question":"{question}","lang":"ja","shown":"0000000000000000","rev":1,"type":"one","response":{{"picked":[{picked}]}},"verdict":"{verdict}","confidence":"sure","ms":12000,"phase":"review"}}"#
                ),
            )?;
        }
    }
    transaction.commit()
}

/// From now on the record is another device's, so that a sitting that was left is not taken up again.
pub fn on_another_device(folder: &Path) {
    let connection = Connection::open(folder.join("default/sukima.db")).expect("the record is there");
    connection.busy_timeout(std::time::Duration::from_secs(5)).expect("a time can be set");
    // Each sitting adds facts, so the number was never a device before.
    connection
        .execute(
            "update meta set value = (select printf('00000000-0000-4000-8000-%012x', max(arrival)) from event)
             where key = 'device'",
            [],
        )
        .expect("the record takes a word");
}

/// Facts of a kind in the record now.
pub fn count(folder: &Path, kind: &str) -> u64 {
    let connection = Connection::open(folder.join("default/sukima.db")).expect("the record is there");
    connection.busy_timeout(std::time::Duration::from_secs(5)).expect("a time can be set");
    connection
        .query_row("select count(*) from event where kind = ?1", [kind], |row| row.get::<_, i64>(0))
        .expect("the record can be read")
        .unsigned_abs()
}
