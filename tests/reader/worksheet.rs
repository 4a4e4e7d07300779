//! Worksheet files are recognised with their fields.

use rstest::rstest;
use sukima::content::reading::FileContent;
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::domain::worksheet::{FieldType, Worksheet};

use crate::reader::support::{Read, read_at};

const JA: &str = include_str!("../fixtures/sample-lessons/ja/worksheets/near-miss.md");
const EN: &str = include_str!("../fixtures/sample-lessons/en/worksheets/near-miss.md");

fn read(text: &str) -> Read {
    read_at("ja/worksheets/near-miss.md", text, Some(Language::Japanese), &Office::default())
}

fn worksheet(read: &Read) -> &Worksheet {
    match &read.content {
        FileContent::Worksheet(worksheet) => worksheet,
        other => panic!("not a worksheet: {other:?}"),
    }
}

#[test]
fn the_sample_worksheet_is_read_in_both_languages() {
    for (text, language, title) in [(JA, Language::Japanese, "ひやり記録"), (EN, Language::English, "Near miss")] {
        let read = read_at("x/worksheets/near-miss.md", text, Some(language), &Office::default());
        assert_eq!(read.diagnostics, []);
        let sheet = worksheet(&read);
        assert_eq!((sheet.id.as_str(), sheet.title.as_str(), sheet.language), ("near-miss", title, language));
        let fields: Vec<_> = sheet.fields.iter().map(|field| (field.id.as_str(), field.field_type)).collect();
        assert_eq!(
            fields,
            [
                ("what", FieldType::Text),
                ("stopped_by", FieldType::Choice),
                ("minutes_to_report", FieldType::Number),
                ("reported_on", FieldType::Date),
                ("next_time", FieldType::LongText),
            ]
        );
        assert!(sheet.fields[0].is_required && !sheet.fields[1].is_required);
        assert_eq!(sheet.follow_up.len(), 1);
    }
}

#[rstest]
#[case("type: choice -->\n- 自分", "type: poem -->\n- 自分", "unknown-field-type", "poem")]
#[case("<!-- id: what;", "<!-- id: 何;", "invalid-id", "何")]
#[case("id: stopped_by", "id: what", "duplicate-question-id", "what")]
#[case("[minutes_to_report]", "[what]", "invalid-value", "what")]
#[case("visibility:", "visibilty:", "unknown-key", "visibilty")]
#[case("<!-- id: what; type: text; required -->", "", "missing-question-id", "### 何が起きましたか")]
fn a_fault_in_a_worksheet_is_told_and_the_rest_stays(
    #[case] proper: &str,
    #[case] wrong: &str,
    #[case] code: &str,
    #[case] place: &str,
) {
    assert!(JA.contains(proper));
    let text = JA.replacen(proper, wrong, 1);
    let read = read(&text);
    assert!(read.codes().contains(&code), "{:?}", read.diagnostics);
    let found = read.diagnostics.iter().find(|found| found.finding.code() == code).expect("just seen");
    assert_eq!(&text[found.range.clone().expect("a place")], place);
    assert!(worksheet(&read).fields.len() >= 4);
}

#[test]
fn slips_in_a_worksheet_are_read() {
    let text =
        JA.replace("- 自分", "・自分").replace("### 知らせた日", "＃＃＃知らせた日").replace("id: kept", "id：kept");
    let read_slips = read(&text);
    assert_eq!(read_slips.codes(), ["ime-slip"; 3]);
    assert_eq!(worksheet(&read_slips), worksheet(&read(JA)));
}
