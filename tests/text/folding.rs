//! Typed answers are compared by what was meant, not by which key wrote it.

use proptest::prelude::*;
use rstest::rstest;
use sukima::text::fold::{fold, key, number};

#[rstest]
#[case("フィッシング", "ふぃっしんぐ")]
#[case("フィッシング", "ﾌｨｯｼﾝｸﾞ")]
#[case("フィッシング", "　フィッシング　")]
#[case("フィッシング", "フィッ\u{200B}シング")]
#[case("ガ", "か゛")]
#[case("ガ", "カ\u{3099}")]
#[case("ＲＰＡ", "rpa")]
#[case("サーバー", "サ―バ－")]
#[case("サーバー", "ｻ-ﾊﾞ−")]
#[case("サーバー", "サ─バ━")]
#[case("3-2-1", "３−２－１")]
#[case("3-2-1", "3ー2ー1")]
#[case("3-2-1", "3‐2–1")]
#[case("9時〜17時", "9時～17時")]
#[case("9時〜17時", "９時~１７時")]
#[case("LGWAN接続系", "ＬＧＷＡＮ 接続系")]
#[case("個人情報", "個人　情報")]
#[case("open data", "Open  Data")]
#[case("件数、時間", "件数，時間")]
#[case("don't", "don’t")]
#[case("①", "1")]
#[case("㈱", "(株)")]
#[case("葛城", "葛\u{E0100}城")]
#[case("キロ", "㌔")]
fn these_are_the_same_answer(#[case] accepted: &str, #[case] typed: &str) {
    assert_eq!(fold(accepted), fold(typed));
}

#[rstest]
// The author decides: 別解.
#[case("サーバー", "サーバ")]
#[case("行う", "行なう")]
#[case("かつ", "かっ")]
#[case("は", "ば")]
#[case("open data", "opendata")]
#[case("1-2", "12")]
#[case("データ", "デエタ")]
fn these_are_different_answers(#[case] accepted: &str, #[case] typed: &str) {
    assert_ne!(fold(accepted), fold(typed));
}

#[rstest]
#[case("サーバー", "さーばー")]
#[case("東京ー大阪", "東京-大阪")]
#[case("Ａ　Ｂ", "a b")]
fn folded_text_reads_like_this(#[case] text: &str, #[case] folded: &str) {
    assert_eq!(fold(text), folded);
}

#[rstest]
#[case("３分", "分", Some(3.0))]
#[case("3 分", "分", Some(3.0))]
#[case("3", "分", Some(3.0))]
#[case("　３　", "分", Some(3.0))]
#[case("1,200 円", "円", Some(1200.0))]
#[case("１，２００円", "円", Some(1200.0))]
#[case("12,345,678", "", Some(12_345_678.0))]
#[case("－5", "", Some(-5.0))]
#[case("ー5", "", Some(-5.0))]
#[case("+5", "", Some(5.0))]
#[case("-0", "", Some(0.0))]
#[case("3.5", "", Some(3.5))]
#[case("３．５", "", Some(3.5))]
#[case("3。5", "", Some(3.5))]
#[case("①", "", Some(1.0))]
#[case("35％", "%", Some(35.0))]
#[case("2 か月", "カ月", Some(2.0))]
#[case("10KB", "kb", Some(10.0))]
#[case("3x", "", None)]
#[case("3円", "分", None)]
#[case("", "", None)]
#[case("分", "分", None)]
#[case("-", "", None)]
#[case(".", "", None)]
#[case("3.", "", None)]
#[case("1.2.3", "", None)]
#[case("1,2,3", "", None)]
#[case("1,20", "", None)]
#[case("1234,567", "", None)]
#[case("1,200.5", "", Some(1200.5))]
#[case("1.5,000", "", None)]
#[case("--5", "", None)]
#[case("5-", "", None)]
#[case("1 2", "", None)]
#[case("inf", "", None)]
#[case("nan", "", None)]
#[case("1e3", "", None)]
#[case("0x10", "", None)]
#[case("三", "", None)]
#[case("٣", "", None)]
fn a_number_is_read_or_refused(#[case] text: &str, #[case] unit: &str, #[case] value: Option<f64>) {
    assert_eq!(number(text, unit), value);
}

#[test]
fn a_number_too_large_for_any_lesson_is_refused() {
    assert_eq!(number(&"9".repeat(400), ""), None);
}

#[rstest]
#[case("１", "1")]
#[case("①", "1")]
#[case("⑳", "20")]
#[case("一", "1")]
#[case("九", "9")]
#[case("？", "?")]
#[case("2？", "2?")]
#[case("＋", "+")]
#[case("　３　１　２ ", "3 1 2")]
#[case("１ｂ　２ｃ", "1b 2c")]
#[case("Ｑ", "Q")]
#[case("お", "お")]
#[case("\u{200B}1\u{FEFF}", "1")]
#[case("", "")]
fn a_reply_in_line_mode_means_this(#[case] reply: &str, #[case] meaning: &str) {
    assert_eq!(key(reply), meaning);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_again_changes_nothing(text in "[ -~ぁ-ヿｦ-ﾟ、-〿ー−―〜～゛゜\u{200B}\u{3099}\u{E0100}①-⑳漢字　 \n]{0,40}|\\PC{0,40}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(key(&key(&text)), key(&text));
    }

    #[test]
    fn every_written_number_is_read_back(value in -1_000_000i64..1_000_000, tenths in 0u32..10) {
        let text = format!("{value}.{tenths}");
        prop_assert_eq!(number(&format!("{text}分"), "分"), text.parse::<f64>().ok().map(|value| value + 0.0));
        prop_assert_eq!(number(&format!("{text}本"), "分"), None);
    }
}
