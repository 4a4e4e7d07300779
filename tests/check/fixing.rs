//! `check --fix`: what a machine can mend is mended, and every other byte stays as it was.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rstest::rstest;
use sukima::cli::check::{CheckOptions, CheckOutcome, run};
use sukima::content::{self, Content, fix};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::domain::question::Question;

use crate::check::files::{Sample, folder_with};

const JA: &str = "ja/safe-basics/suspicious-mail-first-move.md";
const EN: &str = "en/safe-basics/suspicious-mail-first-move.md";

/// Runs the command and returns what it wrote, without the folder's name.
fn check(folder: &Path, fix: bool) -> (CheckOutcome, String) {
    let options = CheckOptions {
        folder: Some(folder.to_owned()),
        fix,
        json: false,
        office: None,
        language: Language::English,
        columns: 100,
    };
    let mut out = Vec::new();
    let outcome = run(&options, &mut out).expect("memory can be written");
    let prefix = format!("{}/", folder.display());
    (outcome, String::from_utf8(out).expect("a report is UTF-8").replace(&prefix, ""))
}

/// Every slip that a machine mends, in one lesson with a byte order mark and lines that end in CR LF. `〔…〕` stands
/// where a slip was, and what it becomes follows.
const SLIPS: &str = "\u{FEFF}\
〔－－－｜---〕
id〔：｜: 〕slips
title: 手のすべり  
lang: ja
objective: すべりを直す
minutes: 3
basis: [F1]
review_by: 〔２０２７－１１－３０｜2027-11-30〕
---

〔＃　｜# 〕手のすべり

本文\tです。見え〔\u{200B}｜〕ません。
〔＞　｜> 〕引用です。

## 確認問題

###〔｜ 〕問1（1つ）どれですか。
<!-- id〔：｜: 〕abcd -->

- 〔［ ］｜[ ]〕 ちがう
  - これは違います。理由はこうだからです。
-〔｜ 〕[x] これ

### 問2（並べ替え）順に並べてください。〔｜
<!-- id: IDENT -->〕

〔１．｜1. 〕はじめ
〔２．｜2. 〕おわり
";

/// The text before and after mending.
fn before_and_after(marked: &str) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    for (number, part) in marked.split(['〔', '〕']).enumerate() {
        match part.split_once('｜').filter(|_| number % 2 == 1) {
            Some((slip, mended)) => {
                before.push_str(slip);
                after.push_str(mended);
            }
            None => {
                before.push_str(part);
                after.push_str(part);
            }
        }
    }
    (before.replace('\n', "\r\n"), after.replace('\n', "\r\n"))
}

#[test]
fn fixing_changes_the_slips_and_no_other_byte() {
    let (before, after) = before_and_after(SLIPS);
    let folder = folder_with(&[("ja/a/slips.md", before.as_bytes())]);
    let (outcome, report) = check(folder.path(), true);
    let mended = fs::read_to_string(folder.path().join("ja/a/slips.md")).unwrap();
    let id = mended.rsplit_once("<!-- id: ").unwrap().1.split_once(' ').unwrap().0;
    assert_eq!(mended, after.replace("IDENT", id), "{report}");
    assert_eq!(id.len(), 6);
    assert_eq!(outcome, CheckOutcome::Clean, "{report}");
    assert_eq!(fs::read_dir(folder.path().join("ja/a")).unwrap().count(), 1, "nothing is left beside the lesson");
}

#[test]
fn fixing_twice_changes_nothing() {
    let (before, _) = before_and_after(SLIPS);
    let folder = folder_with(&[("ja/a/slips.md", before.as_bytes())]);
    check(folder.path(), true);
    let place = folder.path().join("ja/a/slips.md");
    let (once, modified) = (fs::read(&place).unwrap(), fs::metadata(&place).unwrap().modified().unwrap());
    let (_, report) = check(folder.path(), true);
    assert_eq!(fs::read(&place).unwrap(), once);
    assert_eq!(fs::metadata(&place).unwrap().modified().unwrap(), modified, "the file is not even written");
    assert!(!report.contains("mended"), "{report}");
}

#[test]
fn without_fix_no_file_is_touched() {
    let (before, _) = before_and_after(SLIPS);
    let folder = folder_with(&[("ja/a/slips.md", before.as_bytes())]);
    let (outcome, report) = check(folder.path(), false);
    assert_eq!(outcome, CheckOutcome::Findings);
    assert!(report.contains("--fix mends"), "{report}");
    assert_eq!(fs::read_to_string(folder.path().join("ja/a/slips.md")).unwrap(), before);
}

#[test]
fn a_sample_without_ids_gets_the_same_ids_in_both_languages() {
    let mut sample = Sample::new();
    for path in [JA, EN] {
        let text = sample.text(path).replace("<!-- id: m3kq; point: first-move -->\n", "").replace("id: t1za; ", "");
        sample.add(path, text);
    }
    // One language kept this one.
    sample.edit(EN, "<!-- id: f9ue -->\n", "");
    sample.edit(JA, "<!-- id: c2rr; point: first-move -->\n", "");
    sample.edit(JA, "confuse: suspicious-mail-first-move/m3kq", "rev: 1");
    sample.edit(EN, "confuse: suspicious-mail-first-move/m3kq", "rev: 1");
    let folder = sample.write();
    let (outcome, report) = check(folder.path(), true);
    assert_eq!(outcome, CheckOutcome::Clean, "{report}");
    let [ja, en] = [JA, EN].map(|path| fs::read_to_string(folder.path().join(path)).unwrap());
    let ids = |text: &str| -> Vec<String> {
        text.split("<!-- id: ").skip(1).map(|rest| rest.split([';', ' ']).next().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&ja), ids(&en));
    assert_eq!(ids(&en)[3], "f9ue", "the written id was copied");
    assert_eq!(ids(&ja)[7], "c2rr");
    assert!(en.contains(&format!("<!-- id: {}; point: clues -->", ids(&ja)[2])), "the id went into the comment there");
}

#[test]
fn a_translation_that_differs_waits_for_its_ids() {
    let mut sample = Sample::new();
    sample.edit(JA, "id: m3kq; ", "");
    sample.edit(EN, "id: m3kq; ", "");
    sample.edit(JA, "confuse: suspicious-mail-first-move/m3kq", "rev: 1");
    sample.edit(EN, "confuse: suspicious-mail-first-move/m3kq", "rev: 1");
    sample.edit(EN, "Answer: 3 ± 0 min", "Answer: 4 ± 0 min");
    let folder = sample.write();
    let (outcome, report) = check(folder.path(), true);
    assert_eq!(outcome, CheckOutcome::Findings);
    assert!(report.contains(&format!("{JA}: mended in 1 place.")), "{report}");
    assert!(!report.contains(&format!("{EN}: mended")), "{report}");
    assert!(report.contains("warning[missing-question-id]"), "{report}");
    assert_eq!(fs::read_to_string(folder.path().join(EN)).unwrap(), sample.text(EN));
}

#[rstest]
#[case::read_only_file(true, "read-only, so nothing was mended")]
fn a_file_that_may_not_be_written_is_told_and_left(#[case] readonly: bool, #[case] wanted: &str) {
    let (before, _) = before_and_after(SLIPS);
    let folder = folder_with(&[("ja/a/slips.md", before.as_bytes())]);
    let place = folder.path().join("ja/a/slips.md");
    let mut permissions = fs::metadata(&place).unwrap().permissions();
    permissions.set_readonly(readonly);
    fs::set_permissions(&place, permissions).unwrap();
    let (outcome, report) = check(folder.path(), true);
    assert_eq!(outcome, CheckOutcome::Findings);
    assert!(report.contains(wanted), "{report}");
    assert_eq!(fs::read_to_string(&place).unwrap(), before);
}

#[test]
fn one_file_by_itself_can_be_fixed() {
    let (before, after) = before_and_after(SLIPS);
    let folder = folder_with(&[("ja/a/slips.md", before.as_bytes())]);
    let place = folder.path().join("ja/a/slips.md");
    let (outcome, report) = check(&place, true);
    assert_eq!(outcome, CheckOutcome::Clean, "{report}");
    assert_ne!(fs::read_to_string(&place).unwrap(), before);
    assert_eq!(fs::read_to_string(&place).unwrap().len(), after.replace("IDENT", "123456").len());
}

/// What a hand on a Japanese keyboard may put anywhere.
const STRAYS: [&str; 23] = [
    "［ｘ］",
    "［ ］",
    "[ ]",
    "[x]",
    "- ",
    "－",
    "・",
    "１．",
    "1. ",
    "＃",
    "### ",
    "：",
    ": ",
    "＞",
    "> ",
    "｜",
    "| ",
    "---",
    "－－－",
    "**",
    "<!-- id: a -->",
    "\n",
    "\r\n",
];

/// Everything that the lesson asks.
fn asked(content: &Content) -> Vec<String> {
    let lessons = content.library.lessons.values().flat_map(|languages| languages.values());
    let questions = lessons.flat_map(|lesson| &lesson.questions);
    let choices = |question: &Question| -> Vec<(bool, String)> {
        question.answer.choices().iter().map(|choice| (choice.is_right, choice.text.plain())).collect()
    };
    questions
        .map(|question| {
            let (kind, stem) = (question.question_type(), question.stem.plain());
            format!("{} {kind:?} {stem} {:?}", question.id, choices(question))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_changes_nothing_that_is_asked_and_comes_to_an_end(
        strays in prop::collection::vec((0.0..1.0f64, 0usize..STRAYS.len(), 0usize..4), 1..8),
    ) {
        let mut characters: Vec<char> = Sample::new().text(JA).chars().collect();
        for (place, stray, cut) in strays {
            let at = (place * characters.len() as f64) as usize;
            let end = (at + cut).min(characters.len());
            characters.splice(at..end, STRAYS[stray].chars());
        }
        let mut text: String = characters.into_iter().collect();
        let mut asked_before = None;
        for round in 0.. {
            let content = content::read_files([(JA, text.as_bytes())], &Office::default());
            let asked_now = asked(&content);
            prop_assert_eq!(asked_before.get_or_insert_with(|| asked_now.clone()), &asked_now);
            let found = content::check(&content, &Office::default());
            let Some(edits) = fix::edits_by_path(&found).remove(JA) else { break };
            prop_assert!(round < 8, "still mending {edits:?}");
            text = fix::apply(&text, &edits).expect("the edits were made for this text");
        }
    }
}
