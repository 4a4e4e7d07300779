//! `{{name}}` in lessons, with and without a setting.

use rstest::rstest;
use sukima::domain::document::{BlockKind, Document, Inline};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::text::SafeText;

use crate::reader::support::{EN, JA, PATH, Read, lesson, quiz, read_at};

fn office() -> Office {
    let mut office = Office::default();
    office.values.insert("report_desk".to_owned(), SafeText::new("情報政策課（内線1234）"));
    office
}

fn read_with(office: &Office, text: &str) -> Read {
    read_at(PATH, text, Some(Language::Japanese), office)
}

#[test]
fn set_names_are_filled_in_everywhere() {
    let read = read_with(&office(), JA);
    let lesson = read.lesson();
    assert!(Document::plain(&lesson.main).contains("開く前に情報政策課（内線1234）へ知らせます"));
    let action = &lesson.try_this.as_ref().expect("cues").cues[0].actions[0];
    assert_eq!(action.plain(), "開かずに情報政策課（内線1234）へ電話する");
    assert!(lesson.office_values.iter().all(|used| used.is_set && used.name == "report_desk"));
}

#[test]
fn an_unset_name_reads_as_the_named_desk_in_the_language_of_the_lesson() {
    let read = read_at("en/a.md", EN, Some(Language::English), &Office::default());
    let words = Document::plain(&read.lesson().main);
    assert!(words.contains("tell the desk that the office has named before you open it"), "{words}");
}

#[rstest]
#[case("### （1つ）題\n<!-- id: q -->\n- [x] {{desk}}へ\n- [ ] b\n  - いいえ\n", true)]
#[case("### （1つ）題\n<!-- id: q -->\n- [x] a\n- [ ] {{desk}}へ\n  - いいえ\n", false)]
#[case("### （1つ）{{desk}}とは\n<!-- id: q -->\n- [x] a\n- [ ] b\n  - {{desk}}\n", false)]
#[case("### （1つ）題\n<!-- id: q -->\n- [x] a\n  - {{desk}}です\n- [ ] b\n  - いいえ\n", false)]
#[case("### （記入）題\n<!-- id: q -->\n答え: {{desk}}\n", true)]
#[case("### （記入）題\n<!-- id: q -->\n答え: 窓口\n別解: {{desk}}\n", false)]
#[case("### （穴埋め）題\n<!-- id: q -->\nまず**{{desk}}**へ。\n", true)]
#[case("### （穴埋め）題\n<!-- id: q -->\n{{desk}}へ**すぐ**知らせる。\n", false)]
#[case("### （記述）題\n<!-- id: q -->\n答え: {{desk}}へ。\n\n- [ ] いつ\n", true)]
#[case("### （並べ替え）題\n<!-- id: q -->\n1. a\n2. {{desk}}\n", true)]
#[case("### （組み合わせ）題\n<!-- id: q -->\n| a | b |\n|---|---|\n| 1 | {{desk}} |\n| 2 | x |\n", true)]
fn a_question_keyed_on_an_unset_name_cannot_be_asked(#[case] question: &str, #[case] is_keyed: bool) {
    let text = quiz(question);
    let unset = read_with(&Office::default(), &text);
    assert_eq!(unset.only_question().unset_office_values, if is_keyed { vec!["desk"] } else { vec![] });
    assert_eq!(unset.only_question().can_be_asked(), !is_keyed);
    let mut office = Office::default();
    office.values.insert("desk".to_owned(), SafeText::new("情報政策課"));
    assert!(read_with(&office, &text).only_question().can_be_asked());
}

#[test]
fn a_number_can_come_from_the_office() {
    let text = quiz("### （数値）題\n<!-- id: q -->\n答え: {{minutes_to_report}} 分\n");
    let mut office = Office::default();
    office.values.insert("minutes_to_report".to_owned(), SafeText::new("15"));
    assert!(read_with(&office, &text).only_question().can_be_asked());
}

#[test]
fn an_unwritten_id_does_not_depend_on_the_office() {
    let text = quiz("### 問1（1つ）{{report_desk}}は**どこ**ですか\n- [x] a\n- [ ] b\n  - いいえ\n");
    let id = |office: &Office| read_with(office, &text).only_question().id.clone();
    assert_eq!(id(&office()), id(&Office::default()));
}

#[test]
fn a_value_is_text_and_never_markdown() {
    let mut office = Office::default();
    office.values.insert("desk".to_owned(), SafeText::new("**A** | `b` {{desk}}"));
    let read = read_with(&office, &lesson("連絡は{{desk}}へ\n"));
    assert_eq!(Document::plain(&read.lesson().main), "連絡は**A** | `b` {{desk}}へ\n");
}

#[test]
fn places_of_names_are_those_of_the_file() {
    let text = lesson("＃＃ 次は**「{{desk}}」**です\n\n・{{desk}} と {{ desk }}\n\n[窓口]({{desk}})\n");
    let read = read_with(&Office::default(), &text);
    let places: Vec<&str> = read.lesson().office_values.iter().map(|used| &text[used.range.clone()]).collect();
    assert_eq!(places, ["{{desk}}", "{{desk}}", "{{ desk }}", "[窓口]({{desk}})"]);
    let is_nowhere = |inline: &Inline| matches!(inline, Inline::Link { address, .. } if address.as_str().is_empty());
    let Some(BlockKind::Paragraph(inlines)) = read.lesson().main.last().map(|block| &block.kind) else {
        panic!("no paragraph")
    };
    assert!(inlines.0.iter().any(is_nowhere), "an unset address leads nowhere: {inlines:?}");
}
