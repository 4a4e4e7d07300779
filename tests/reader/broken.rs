//! Questions and practice that cannot be used as written: each fault is told, and only its own part is lost.

use rstest::rstest;
use sukima::domain::diagnostic::Severity;

use crate::reader::support::{lesson, quiz, read};

const GOOD: &str = "### 題（1つ）\n<!-- id: good -->\n- [x] a\n- [ ] b\n  - いいえ\n\n";

#[rstest]
#[case("### 題\n<!-- id: q -->\n\n文だけ。\n", "no-answer-part", "### 題")]
#[case("### （1つ）題\n<!-- id: q -->\n", "no-answer-part", "### （1つ）題")]
#[case("### （並べ替え）題\n<!-- id: q -->\n- a\n- b\n", "no-answer-part", "### （並べ替え）題")]
#[case("### （記入）題\n<!-- id: q -->\n答え:\n", "no-answer-part", "### （記入）題")]
#[case("### 題\n<!-- id: q -->\n- [ ] a\n- [ ] b\n", "no-right-answer", "### 題")]
#[case("### （すべて）題\n<!-- id: q -->\n- [ ] a\n  - x\n- [ ] b\n  - x\n", "no-right-answer", "### （すべて）題")]
#[case("### （1つ）題\n<!-- id: q -->\n- [x] a\n- [x] b\n", "several-right-answers", "### （1つ）題")]
#[case("### （場面）題\n<!-- id: q -->\n- [x] a\n  - x\n- [x] b\n  - x\n", "several-right-answers", "### （場面）題")]
#[case("### 題\n<!-- id: q -->\n- [x] a\n", "too-few-choices", "### 題")]
#[case("### （正誤）題\n<!-- id: q -->\n答え: たぶん\n", "invalid-true-false", "答え: たぶん")]
#[case("### （数値）題\n<!-- id: q -->\n答え: 約3分\n", "invalid-number", "答え: 約3分")]
#[case("### （数値）題\n<!-- id: q -->\n答え: 9〜3\n", "invalid-number", "答え: 9〜3")]
#[case("### （穴埋め）題\n<!-- id: q -->\n太字のない文。\n", "no-blank", "### （穴埋め）題")]
#[case("### （記述）題\n<!-- id: q -->\n- [ ] いつ\n", "no-model-answer", "### （記述）題")]
#[case("### （記述）題\n<!-- id: q -->\n答え: 文。\n", "no-checklist", "### （記述）題")]
#[case("### （並べ替え）題\n<!-- id: q -->\n1. a\n", "too-few-items", "### （並べ替え）題")]
#[case(
    "### （組み合わせ）題\n<!-- id: q -->\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n",
    "invalid-match-table",
    "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |"
)]
#[case(
    "### （組み合わせ）題\n<!-- id: q -->\n| a | b |\n|---|---|\n| 1 | |\n| 2 | 3 |\n",
    "invalid-match-table",
    "| a | b |\n|---|---|\n| 1 | |\n| 2 | 3 |"
)]
#[case(
    "### （組み合わせ）題\n<!-- id: q -->\n| a | b |\n|---|---|\n| 1 | x |\n| 2 | x |\n",
    "invalid-match-table",
    "| a | b |\n|---|---|\n| 1 | x |\n| 2 | x |"
)]
#[case("### 題\n<!-- id: Q_1 -->\n- [x] a\n- [ ] b\n  - x\n", "invalid-id", "Q_1")]
#[case("### 題\n<!-- id: good -->\n- [x] a\n- [ ] b\n  - x\n", "duplicate-question-id", "good")]
#[case("### 題\n<!-- id: q; rev: new -->\n- [x] a\n- [ ] b\n  - x\n", "invalid-value", "new")]
fn a_question_with_a_fault_is_told_and_left_out(#[case] question: &str, #[case] code: &str, #[case] place: &str) {
    let text = quiz(&format!("{GOOD}{question}"));
    let read = read(&text);
    assert_eq!(read.codes(), [code]);
    assert_eq!(read.diagnostics[0].severity, Severity::Error);
    let range = read.diagnostics[0].range.clone().expect("a finding about a question has a place");
    assert_eq!(&text[range], place);
    let left: Vec<&str> = read.lesson().questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(left, ["good"]);
}

#[rstest]
#[case("### （1つ）題\n<!-- id: q -->\n- [x] a\n- [ ] b\n", "wrong-choice-without-feedback", "b")]
#[case("### （すべて）題\n<!-- id: q -->\n- [x] a\n- [ ] b\n", "wrong-choice-without-feedback", "b")]
#[case("### （場面）題\n<!-- id: q -->\n- [x] a\n- [ ] b\n  - x\n", "consequence-missing", "a")]
#[case(
    "### （正誤）題\n<!-- id: q -->\n答え: ×\nよくある誤り: ○\n",
    "wrong-choice-without-feedback",
    "よくある誤り: ○"
)]
#[case("### 題\n- [x] a\n- [ ] b\n  - x\n", "missing-question-id", "### 題")]
#[case("### （複数）題\n<!-- id: q -->\n- [x] a\n- [ ] b\n  - x\n", "unknown-marker", "### （複数）題")]
#[case("### 題\n<!-- id: q; pont: x -->\n- [x] a\n- [ ] b\n  - x\n", "unknown-key", "pont")]
#[case("### （穴埋め）題\n<!-- id: q -->\n**窓口**へ。\n\n別解3: 先\n", "invalid-value", "別解3: 先")]
fn a_weak_question_is_told_and_kept(#[case] question: &str, #[case] code: &str, #[case] place: &str) {
    let text = quiz(question);
    let read = read(&text);
    assert_eq!(read.codes(), [code]);
    assert_eq!(read.diagnostics[0].severity, Severity::Warning);
    let range = read.diagnostics[0].range.clone().expect("a finding about a question has a place");
    assert_eq!(&text[range], place);
    assert_eq!(read.lesson().questions.len(), 1);
}

#[rstest]
#[case("### やってみること\n<!-- id: y -->\n", &["no-cue"], 0)]
#[case("### やってみること\n<!-- id: y -->\n- 届いたら\n", &["cue-without-action"], 0)]
#[case("### やってみること\n<!-- id: y -->\n- 届いたら\n- 来たら\n  - 電話する\n", &["cue-without-action"], 1)]
#[case("### Try this\n<!-- id: y; ask: 0 -->\n- 届いたら\n  - 電話する\n", &["invalid-value"], 0)]
#[case("### Try this\n- 届いたら\n  - 電話する\n", &[], 1)]
fn cues_without_use_are_left_out(#[case] practice: &str, #[case] codes: &[&str], #[case] cues: usize) {
    let read = read(&lesson(&format!("本文。\n\n## 実践\n\n{practice}")));
    assert_eq!(read.codes(), codes);
    assert_eq!(read.lesson().try_this.as_ref().map_or(0, |try_this| try_this.cues.len()), cues);
}

#[test]
fn boxes_without_a_heading_are_a_task() {
    let read = read(&lesson("## 実践\n\n- [ ] 番号を確かめる\n- [ ] 席に貼る\n"));
    assert_eq!(read.lesson().tasks.len(), 1);
    assert_eq!(read.lesson().tasks[0].steps.len(), 2);
}

#[test]
fn a_quiz_without_any_heading_is_told() {
    let text = quiz("- [x] a\n- [ ] b\n");
    let read = read(&text);
    assert_eq!(read.codes(), ["no-answer-part"]);
    assert_eq!(&text[read.diagnostics[0].range.clone().expect("the quiz heading")], "## 確認問題");
}
