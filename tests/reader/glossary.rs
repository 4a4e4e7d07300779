//! `glossary.md`: its terms, and what its author must mend.

use rstest::rstest;
use sukima::content::reading::FileContent;
use sukima::domain::document::Document;
use sukima::domain::glossary::{Glossary, Term};
use sukima::domain::language::Language;
use sukima::domain::office::Office;

use crate::reader::support::{Read, read_at};

fn read(text: &str) -> Read {
    read_at("ja/glossary.md", text, Some(Language::Japanese), &Office::default())
}

fn glossary(read: &Read) -> &Glossary {
    match &read.content {
        FileContent::Glossary(glossary) => glossary,
        other => panic!("not a glossary: {other:?}"),
    }
}

fn names(read: &Read) -> Vec<&str> {
    glossary(read).terms.iter().map(|term| term.name.as_str()).collect()
}

fn codes(read: &Read) -> Vec<&'static str> {
    read.diagnostics.iter().map(|diagnostic| diagnostic.finding.code()).collect()
}

#[rstest]
#[case("## 可用性（かようせい）\n\n必要なときに使えること。\n", "可用性", Some("かようせい"), &[])]
#[case("## LGWAN (エルジーワン)\n別名: 総合行政ネットワーク、行政網\n必要なときに使えること。\n", "LGWAN", Some("エルジーワン"), &["総合行政ネットワーク", "行政網"])]
#[case("## 多要素認証（MFA）\n\n別名：二要素認証\n\n必要なときに使えること。\n", "多要素認証", None, &["MFA", "二要素認証"])]
#[case("## <ruby>紛失<rt>ふんしつ</rt></ruby>\n\n必要なときに使えること。\n", "紛失", Some("ふんしつ"), &[])]
#[case("---\nlang: ja\n---\n\n# 用語集\n\n前書き\n\n＃＃ 可用性\n\n必要なときに使えること。\n", "可用性", None, &[])]
fn a_heading_is_a_term_with_its_reading_and_other_names(
    #[case] text: &str,
    #[case] name: &str,
    #[case] reading: Option<&str>,
    #[case] also: &[&str],
) {
    let read = read(text);
    let [Term { name: read_name, reading: read_reading, also: read_also, meaning }] = &glossary(&read).terms[..] else {
        panic!("one term: {:?}", glossary(&read));
    };
    assert_eq!(read_name.as_str(), name);
    assert_eq!(read_reading.as_ref().map(|reading| reading.as_str()), reading);
    assert_eq!(read_also.iter().map(|name| name.as_str()).collect::<Vec<_>>(), also);
    assert_eq!(Document::plain(meaning).trim(), "必要なときに使えること。");
    assert!(codes(&read).iter().all(|code| *code == "ime-slip"), "{:?}", codes(&read));
}

#[rstest]
#[case("", &["no-term"], &[])]
#[case("# 用語集\n\n言葉のいろいろ\n", &["no-term"], &[])]
#[case("## 甲\n\n一つ目\n\n## 乙\n\n## 丙\n\n三つ目\n", &["term-without-meaning"], &["甲", "丙"])]
#[case("## 甲\n\n一つ目\n\n##\n\n名前がない\n", &["term-without-meaning"], &["甲"])]
#[case("## サーバー\n\n一つ目\n\n## さーばー\n\n二つ目\n", &["term-twice"], &["サーバー"])]
#[case("## 甲\n\n別名: 乙\n\n一つ目\n\n## 乙\n\n二つ目\n", &["term-twice"], &["甲"])]
#[case("## 甲\n\n別名: 乙\n", &["term-without-meaning"], &[])]
fn a_term_that_says_nothing_or_stands_twice_is_told_and_left_out(
    #[case] text: &str,
    #[case] told: &[&str],
    #[case] kept: &[&str],
) {
    let read = read(text);
    assert_eq!(codes(&read), told);
    assert_eq!(names(&read), kept);
}

#[rstest]
#[case("glossary.md", None, true)]
#[case("ja/Glossary.md", Some(Language::Japanese), true)]
#[case("ja/safe-basics/glossary.md", Some(Language::Japanese), false)]
#[case("notes/glossary.md", None, false)]
fn only_the_file_beside_the_courses_is_the_glossary(
    #[case] path: &str,
    #[case] folder: Option<Language>,
    #[case] is_glossary: bool,
) {
    let read = read_at(path, "## 甲\n\n一つ目\n", folder, &Office::default());
    assert_eq!(matches!(read.content, FileContent::Glossary(_)), is_glossary);
}
