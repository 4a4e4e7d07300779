//! Columns are those that terminals take.

use proptest::prelude::*;
use rstest::rstest;
use sukima::width::{Ambiguous, columns, columns_with, graphemes};

#[rstest]
#[case("", 0, 0)]
#[case("abc", 3, 3)]
#[case("すきま学習", 10, 10)]
#[case("３分、（1つ）", 13, 13)]
#[case("ﾊﾝｶｸ", 4, 4)]
#[case("ｶﾞ", 2, 2)]
#[case("か\u{3099}", 2, 2)]
#[case("e\u{301}", 1, 1)]
#[case("葛\u{E0100}", 2, 2)]
#[case("①", 1, 2)]
#[case("─│┌", 3, 6)]
#[case("※…→●○", 5, 10)]
#[case("“”‘’±°×÷", 8, 16)]
#[case("αΩ", 2, 4)]
#[case("Яя", 2, 4)]
#[case("é", 1, 2)]
#[case("〜～ー・「」", 12, 12)]
#[case("✓", 1, 1)]
#[case("�", 1, 2)]
#[case("〓", 2, 2)]
#[case("😀", 2, 2)]
#[case("👩🏽\u{200D}💻", 2, 2)]
#[case("🇯🇵", 2, 2)]
#[case("1\u{FE0F}\u{20E3}", 2, 2)]
#[case("☀\u{FE0F}", 2, 2)]
#[case("𠮷", 2, 2)]
#[case("\u{1B}\n\r\n\u{7F}\u{9B}", 0, 0)]
fn a_text_takes_so_many_columns(#[case] text: &str, #[case] narrow: usize, #[case] wide: usize) {
    assert_eq!((columns(text), columns_with(text, Ambiguous::Wide)), (narrow, wide), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The short way for common characters finds the same graphemes as the segmentation library.
    #[test]
    fn graphemes_are_those_of_the_library(text in "[ -~ぁ-ゖ一-龠、。ｦ-ﾟ\u{3099}\u{E0100}\u{FE0F}\u{200D}👩💻🇯🇵e\u{301}ᄀ가\r\n]{0,40}|.{0,40}") {
        use unicode_segmentation::UnicodeSegmentation;
        let ours: Vec<&str> = graphemes(&text, Ambiguous::Narrow).map(|(grapheme, _)| grapheme).collect();
        prop_assert_eq!(ours, text.graphemes(true).collect::<Vec<_>>());
    }

    #[test]
    fn wide_is_never_narrower(text in "\\PC{0,40}") {
        prop_assert!(columns(&text) <= columns_with(&text, Ambiguous::Wide));
    }
}
