//! What the reader of a report sees: place, caret, sentence and next step, in both languages and for programs.

use std::path::{Path, PathBuf};

use rstest::rstest;
use serde_json::Value;
use sukima::cli::check::{CheckOptions, CheckOutcome, run};
use sukima::domain::language::Language;

use crate::check::files::{Sample, folder_with};

const JA: &str = "ja/safe-basics/suspicious-mail-first-move.md";

fn options(folder: &Path) -> CheckOptions {
    let folder = Some(folder.to_owned());
    CheckOptions { folder, fix: false, json: false, office: None, language: Language::Japanese, columns: 72 }
}

/// What the command writes; the folder's name is `lessons`.
fn report(options: &CheckOptions) -> (CheckOutcome, String) {
    let mut out = Vec::new();
    let outcome = run(options, &mut out).expect("memory can be written");
    let folder = options.folder.clone().unwrap_or_else(|| PathBuf::from("none"));
    (outcome, String::from_utf8(out).expect("a report is UTF-8").replace(&folder.display().to_string(), "lessons"))
}

/// A sample with findings of every shape: under wide characters, behind a tab, in a long line, about a whole file, about
/// the languages, and with a fix.
fn sample_with_slips() -> tempfile::TempDir {
    let mut sample = Sample::new();
    sample.edit(JA, "  - 開いた時点で感染することがあります。中身は窓口が確かめます。", "\t- 感染します。");
    sample.edit(JA, "切り離しなどの処置は", "切り\u{200B}離しなどの処置は");
    sample.edit(JA, "- [x] 手を止めて", "- ［ｘ］ 手を止めて");
    sample.edit(JA, "worksheet: near-miss", "worksheet: near-mis");
    sample.edit(JA, "答え: 3 ± 0 分", "答え: 4 ± 0 分");
    let folder = sample.write();
    std::fs::write(folder.path().join("ja/old.md"), b"# \x8B\xB3\x8D\xDE\n").expect("a test may write a file");
    folder
}

#[test]
fn carets_stand_under_what_is_meant_in_japanese() {
    let (outcome, report) = report(&options(sample_with_slips().path()));
    assert_eq!(outcome, CheckOutcome::Findings);
    insta::assert_snapshot!(report);
}

#[test]
fn carets_stand_under_what_is_meant_in_english() {
    let folder = sample_with_slips();
    let (_, report) = report(&CheckOptions { language: Language::English, ..options(folder.path()) });
    insta::assert_snapshot!(report);
}

#[test]
fn no_line_of_a_report_is_wider_than_the_terminal() {
    let folder = sample_with_slips();
    for language in Language::ALL {
        for columns in [60, 72, 100] {
            let (_, report) = report(&CheckOptions { language, columns, ..options(folder.path()) });
            for line in report.lines().filter(|line| !line.contains("--> ")) {
                assert!(sukima::width::columns(line) <= columns, "{columns}: {line}");
            }
        }
    }
}

#[test]
fn programs_get_every_finding_with_its_place_and_both_languages() {
    let folder = sample_with_slips();
    let (outcome, report) = report(&CheckOptions { json: true, ..options(folder.path()) });
    assert_eq!(outcome, CheckOutcome::Findings);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["format"], 1);
    let findings = report["findings"].as_array().unwrap();
    let places: Vec<String> = findings
        .iter()
        .map(|found| {
            let path = found["path"].as_str().unwrap().rsplit('/').next().unwrap();
            let [line, column, end_line, end_column] =
                ["line", "column", "end_line", "end_column"].map(|key| found[key].to_string());
            let (code, severity) = (found["code"].as_str().unwrap(), found["severity"].as_str().unwrap());
            format!("{path} {line}:{column}-{end_line}:{end_column} {severity} {code} {}", found["fixable"])
        })
        .collect();
    let file = "suspicious-mail-first-move.md";
    assert_eq!(
        places,
        [
            format!("{file} 113:1-113:119 error languages-disagree false"),
            "old.md null:null-null:null error not-utf8 false".to_owned(),
            format!("{file} 26:29-26:30 error unsafe-character true"),
            format!("{file} 38:4-38:10 warning feedback-too-short false"),
            format!("{file} 83:3-83:6 warning ime-slip true"),
            format!("{file} 131:27-131:35 warning unknown-worksheet false"),
        ]
    );
    for found in findings {
        for text in [&found["message"], &found["help"]] {
            let [ja, en] = ["ja", "en"].map(|language| text[language].as_str().unwrap());
            assert!(!ja.is_ascii() && en.len() > 5 && ja != en, "{found}");
        }
    }
}

#[test]
fn a_clean_folder_is_said_to_be_clean() {
    let folder = Sample::new().write();
    let (outcome, report) = report(&options(folder.path()));
    assert_eq!(
        (outcome, report.as_str()),
        (CheckOutcome::Clean, "5件のファイルを調べました。直すところはありません。\n")
    );
}

#[rstest]
#[case::missing("none", "エラー[folder-missing]: 教材フォルダーがありません。\n--> ")]
#[case::inside_a_file("a.md/inside", "エラー[folder-unreadable]: フォルダーを開けません（")]
fn a_folder_that_is_not_there_is_named_with_the_next_step(#[case] below: &str, #[case] wanted: &str) {
    let folder = folder_with(&[("a.md", b"# A\n")]);
    let options = options(&folder.path().join(below));
    let (outcome, report) = report(&options);
    assert_eq!(outcome, CheckOutcome::Findings);
    assert!(report.starts_with(wanted), "{report}");
    assert!(report.contains("lessons") && report.contains("直し方: "), "{report}");
}

#[test]
fn the_office_file_in_the_folder_counts_and_is_checked() {
    let sample = Sample::new();
    let folder = sample.write();
    let office = folder.path().join("office.toml");
    std::fs::write(&office, "format = 1\n\n[values]\nreport_dsek = \"x\"\n").unwrap();
    let (_, first) = report(&options(folder.path()));
    assert!(first.contains("注意[unset-office-value]"), "{first}");
    std::fs::write(&office, "format = 1\nnmae = \"x\"\n\n[values]\nreport_desk = \"x\"\n").unwrap();
    let (_, second) = report(&options(folder.path()));
    assert!(
        second.contains("注意[unknown-key]: 「nmae」という項目はありません。\n --> lessons/office.toml:2:1"),
        "{second}"
    );
    assert!(!second.contains("unset-office-value"), "{second}");
    std::fs::write(&office, "format = 1\n\n[values]\nreport_desk = \"x\"\n").unwrap();
    assert_eq!(report(&options(folder.path())).0, CheckOutcome::Clean);
}

#[test]
fn an_office_file_that_was_named_and_is_missing_is_told() {
    let folder = Sample::new().write();
    let office = Some(folder.path().join("no-office.toml"));
    let (outcome, report) = report(&CheckOptions { office, ..options(folder.path()) });
    assert_eq!(outcome, CheckOutcome::Findings);
    assert!(report.contains("lessons/no-office.toml"), "{report}");
}

#[test]
fn the_lessons_inside_the_program_are_clean_and_never_written() {
    for fix in [false, true] {
        let options = CheckOptions { folder: None, fix, ..options(Path::new("unused")) };
        let (outcome, report) = report(&options);
        assert_eq!(outcome, CheckOutcome::Clean, "{report}");
    }
}

#[test]
fn what_comes_below_the_built_in_lessons_may_name_them() {
    let library =
        "format = 1\nwith_builtin = true\n\n[[track]]\nid = \"ours\"\ncourses = [\"safe-basics\", \"saf-basics\"]\n";
    let folder = folder_with(&[("library.toml", library.as_bytes()), ("ja/ours/a.md", b"# A\n")]);
    let (_, report) = report(&options(folder.path()));
    assert!(report.contains("6 | courses = [\"safe-basics\", \"saf-basics\"]"), "{report}");
    assert_eq!(report.matches("unknown-course").count(), 1, "{report}");
}
