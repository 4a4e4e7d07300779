//! Each question type, by its marker and by its structure alone.

use rstest::rstest;
use sukima::domain::question::{Answer, QuestionType};

use crate::reader::support::{quiz, read};

const CHOICES: &str = "- [ ] a\n  - いいえ\n- [x] b\n- [ ] c\n  - いいえ\n";
const TWO_RIGHT: &str = "- [x] a\n- [x] b\n- [ ] c\n  - いいえ\n";

#[rstest]
#[case("問1（1つ）題", CHOICES, QuestionType::One)]
#[case("Q1 (one) 題", CHOICES, QuestionType::One)]
#[case("問１（１つ）題", CHOICES, QuestionType::One)]
#[case("題", CHOICES, QuestionType::One)]
#[case("題（すべて）", CHOICES, QuestionType::All)]
#[case("題", TWO_RIGHT, QuestionType::All)]
#[case("（場面）題", "- [ ] a\n  - x\n- [x] b\n  - y\n", QuestionType::Case)]
#[case("（正誤）題", "答え: 正\n", QuestionType::TrueFalse)]
#[case("(True-False) 題", "Answer: false\n", QuestionType::TrueFalse)]
#[case("題", "答え: ✕\n", QuestionType::TrueFalse)]
#[case("題", "答え：○\n", QuestionType::TrueFalse)]
#[case("題", "Answer: TRUE\n", QuestionType::TrueFalse)]
#[case("題", "答え: 正しい\n", QuestionType::TrueFalse)]
#[case("（数値）題", "答え: 3 コマ\n", QuestionType::Number)]
#[case("題", "答え: 3 ± 1 分\n", QuestionType::Number)]
#[case("題", "答え: 10〜15\n", QuestionType::Number)]
#[case("題", "答え: 2段階認証\n", QuestionType::Typed)]
#[case("（記入）題", "答え: ○\n", QuestionType::Typed)]
#[case("題", "答え: 窓口\n別解: 報告先\n", QuestionType::Typed)]
#[case("（穴埋め）題", "迷ったら**窓口**へ。\n", QuestionType::Cloze)]
#[case("（並べ替え）題", "1. a\n2. b\n", QuestionType::Order)]
#[case("（組み合わせ）題", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", QuestionType::Match)]
#[case("（記述）題", "答え: よい文。\n\n- [ ] いつ\n", QuestionType::Write)]
fn marker_or_structure_decides_the_type(
    #[case] heading: &str,
    #[case] answer: &str,
    #[case] question_type: QuestionType,
) {
    let read = read(&quiz(&format!("### {heading}\n<!-- id: q1 -->\n\n{answer}")));
    let question = read.only_question();
    assert_eq!(question.question_type(), question_type);
    assert_eq!(question.stem.plain(), "題");
    assert!(read.codes().iter().all(|code| *code == "ime-slip"), "{:?}", read.codes());
}

#[test]
fn what_stands_around_the_answer_is_body_explanation_and_hint() {
    let text = quiz(
        "### （1つ）（順番固定）題\n<!-- id: q1; rev: 3; point: p; confuse: other/x1, q2 -->\n\n前の文。\n\n> 引用です。\n\n\
         - [x] a\n- [ ] b\n  - いいえ\n\n> 解説: 一行目\n> 二行目\n> ヒント: ここ\n\n後の文。\n",
    );
    let read = read(&text);
    assert_eq!(read.codes(), [] as [&str; 0]);
    let question = read.only_question();
    assert!(question.order_is_fixed);
    assert_eq!((question.revision, question.body.len()), (3, 3));
    let confusables: Vec<String> = question.confusables.iter().map(ToString::to_string).collect();
    assert_eq!(confusables, ["other/x1", "test/q2"]);
    let words = |blocks| sukima::domain::document::Document::plain(blocks);
    assert_eq!(words(&question.explanation), "一行目二行目\n");
    assert_eq!(words(&question.hint), "ここ\n");
}

#[test]
fn several_feedback_lines_are_one_feedback() {
    let read = read(&quiz("### （1つ）題\n<!-- id: q1 -->\n- [x] a\n- [ ] b\n  - 一つ目。\n  - 二つ目。\n"));
    let feedback = read.only_question().answer.choices()[1].feedback.as_ref().map(|text| text.plain());
    assert_eq!(feedback.as_deref(), Some("一つ目。二つ目。"));
}

#[test]
fn a_cloze_keeps_its_lines_and_takes_more_answers_for_each_blank() {
    let read = read(&quiz(
        "### （穴埋め）題\n<!-- id: q1 -->\n\n受付は**9時**から\n締切は**17時**まで\n\n別解: 九時\n別解２: 午後5時\nよくある誤り: 18時 → 夏だけです。\n",
    ));
    let Answer::Cloze { blanks, mistakes, parts } = &read.only_question().answer else { panic!() };
    assert_eq!(blanks[0].accepted.len(), 2);
    assert_eq!(blanks[1].accepted[1].as_str(), "午後5時");
    assert_eq!(mistakes.len(), 1);
    let has_line_end = |part: &sukima::domain::question::ClozePart| format!("{part:?}").contains("\\n");
    assert!(parts.iter().any(has_line_end), "{parts:?}");
}

#[test]
fn a_model_answer_may_have_several_paragraphs_and_a_list() {
    let read = read(&quiz(
        "### （記述）題\n<!-- id: q1 -->\n\n状況の説明。\n\n答え: 一つ目の文。\n続き。\n\n- 箇条書き\n\n- [ ] いつ\n- [ ] どこ\n",
    ));
    let question = read.only_question();
    let Answer::Write { model, checklist } = &question.answer else { panic!() };
    assert_eq!((question.body.len(), model.len(), checklist.len()), (1, 2, 2));
}

#[test]
fn a_question_without_an_id_gets_one_that_survives_renumbering() {
    let read_one = |heading: &str| {
        let read = read(&quiz(&format!("### {heading}\n\n{CHOICES}")));
        let question = read.only_question();
        assert!(!question.id_is_written);
        assert_eq!(read.codes(), ["missing-question-id"]);
        question.id.clone()
    };
    let id = read_one("問1（1つ）最初にすることは");
    assert_eq!(id.as_str().len(), 6);
    assert_eq!(id, read_one("問12 最初にすることは"));
    assert_ne!(id, read_one("問1（1つ）最後にすることは"));
}

#[rstest]
#[case("### 題\n\n- [x] a\n- [ ] b\n  - いいえ\n")]
#[case("### 題\n<!-- rev: 2 -->\n- [x] a\n- [ ] b\n  - いいえ\n")]
fn the_offered_edit_writes_the_very_id(#[case] question: &str) {
    for text in [quiz(question), quiz(question).replace('\n', "\r\n")] {
        let before = read(&text);
        let fixed = crate::reader::support::fixed(&text, &before.diagnostics);
        let after = read(&fixed);
        assert_eq!(after.codes(), [] as [&str; 0], "{fixed}");
        assert_eq!(after.only_question().id, before.only_question().id);
        assert_eq!(after.only_question().revision, before.only_question().revision);
        assert!(after.only_question().id_is_written);
        assert_eq!(fixed.matches("\r\n").count(), if text.contains('\r') { fixed.matches('\n').count() } else { 0 });
    }
}

#[test]
fn questions_may_stand_at_any_heading_level_below_the_quiz() {
    let read = read(&quiz(&format!("#### 題\n<!-- id: q1 -->\n{CHOICES}\n#### 題2\n<!-- id: q2 -->\n{CHOICES}")));
    assert_eq!(read.lesson().questions.len(), 2);
}

#[test]
fn questions_without_a_stem_are_told_apart_by_what_stands_below() {
    let read = read(&quiz("### 問1（穴埋め）\n\nまず**窓口**へ。\n\n### 問2（穴埋め）\n\n次に**課長**へ。\n"));
    assert_eq!(read.codes(), ["missing-question-id"; 2]);
    assert_eq!(read.lesson().questions.len(), 2);
}
