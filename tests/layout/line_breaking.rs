//! Where lines end.

use rstest::rstest;
use sukima::layout::{Measure, wrap_plain};
use sukima::width::Ambiguous;

use crate::layout::builders::lines;

#[rstest]
// Nothing that closes, repeats or lengthens begins a line.
#[case(8, "これは雨、雪。", &["これは", "雨、雪。"])]
#[case(8, "三文字「あ」と", &["三文字", "「あ」と"])]
#[case(8, "データーと", &["データー", "と"])]
#[case(6, "三文字々と", &["三文", "字々と"])]
#[case(6, "みんなっと", &["みん", "なっと"])]
#[case(8, "シミュレ", &["シミュレ"])]
#[case(4, "シミュレ", &["シ", "ミュ", "レ"])]
#[case(10, "本当です！？", &["本当で", "す！？"])]
#[case(6, "あいう：え", &["あい", "う：え"])]
#[case(4, "一部・全部", &["一", "部・", "全部"])]
#[case(6, "三時間〜四", &["三時", "間〜四"])]
#[case(5, "ｱｲｳｴｵｯﾄ", &["ｱｲｳｴ", "ｵｯﾄ"])]
#[case(6, "そうか……と", &["そう", "か……と"])]
// Nothing that opens ends a line.
#[case(8, "あいう「え」", &["あいう", "「え」"])]
#[case(8, "あいう（え）", &["あいう", "（え）"])]
#[case(10, "あい（「う」）", &["あい", "（「う」）"])]
#[case(6, "あい（「ううう」）", &["あい", "（「う", "う", "う」）"])]
// Pairs of dashes stay together.
#[case(7, "あいう……", &["あい", "う……"])]
#[case(7, "あいう――え", &["あいう", "――え"])]
// Figures with their units.
#[case(8, "毎日の3分間", &["毎日の", "3分間"])]
#[case(10, "合計は1,200円", &["合計は", "1,200円"])]
#[case(12, "予算の２０２６年度", &["予算の", "２０２６年度"])]
#[case(8, "予算３年度", &["予算", "３年度"])]
#[case(8, "今後３年間", &["今後", "３年間"])]
#[case(8, "条例の第5条と", &["条例の", "第5条と"])]
#[case(8, "残りは10％です", &["残りは", "10％です"])]
#[case(10, "9時58分10秒", &["9時58分", "10秒"])]
#[case(16, "期限は11月23日(月)です", &["期限は", "11月23日(月)です"])]
#[case(12, "およそ2分50秒です", &["およそ", "2分50秒です"])]
#[case(10, "期限は11月23日(月)です", &["期限は", "11月", "23日(月)で", "す"])]
#[case(8, "until Fri 20 Nov", &["until", "Fri", "20 Nov"])]
#[case(12, "it takes 50 s or more", &["it takes", "50 s or more"])]
// Words, addresses and paths stay whole while they fit, and only they.
#[case(12, "open the door", &["open the", "door"])]
#[case(20, "窓口はmadoguchi@example.jpです", &["窓口は", "madoguchi@example.jp", "です"])]
#[case(24, "詳しくはhttps://example.jp/a/b", &["詳しくは", "https://example.jp/a/b"])]
#[case(14, "C:\\lessons\\jaの中", &["C:\\lessons\\ja", "の中"])]
#[case(10, "abcdefghijklmnop", &["abcdefghij", "klmnop"])]
#[case(10, "co-operate", &["co-operate"])]
// Too long a unit is cut by grapheme, and kinsoku holds for the cut.
#[case(4, "ああ、、い", &["あ", "あ、", "、い"])]
#[case(6, "「「「「あ」", &["「「「", "「あ」"])]
#[case(10, "aaaaaaaaaa.bb", &["aaaaaaaaa", "a.bb"])]
#[case(2, "か\u{3099}き", &["か\u{3099}", "き"])]
#[case(4, "葛\u{E0100}城市", &["葛\u{E0100}城", "市"])]
#[case(4, "👩\u{200D}💻👩\u{200D}💻👩\u{200D}💻", &["👩\u{200D}💻👩\u{200D}💻", "👩\u{200D}💻"])]
// White space ends no row and begins none but the first; line feeds stay.
#[case(6, "one   two", &["one", "two"])]
#[case(8, "　一字さげる", &["　一字さ", "げる"])]
#[case(8, "一\n\n二", &["一", "", "二"])]
#[case(8, "", &[""])]
#[case(0, "あい", &["あ", "い"])]
fn a_line_ends_here(#[case] columns: usize, #[case] text: &str, #[case] rows: &[&str]) {
    assert_eq!(wrap_plain(text, &lines(columns), "", ""), rows);
}

#[test]
fn ambiguous_characters_take_two_columns_where_the_terminal_draws_them_so() {
    let wide = Measure { ambiguous: Ambiguous::Wide, ..lines(8) };
    assert_eq!(wrap_plain("①②③④⑤", &lines(8), "", ""), ["①②③④⑤"]);
    assert_eq!(wrap_plain("①②③④⑤", &wide, "", ""), ["①②③④", "⑤"]);
}

#[rstest]
#[case(12, "1. ", "   ", &["1. 開かずに", "   知らせる"])]
#[case(14, "問1（1つ） ", "  ", &["問1（1つ） 開", "  かずに知らせ", "  る"])]
// A mark that leaves no room is laid out as text; so deep an indent is left out.
#[case(8, "問1（1つ） ", "        ", &["問1", "（1つ）", "開かずに", "知らせる"])]
fn an_indent_stands_left_of_the_rows(
    #[case] columns: usize,
    #[case] first: &str,
    #[case] rest: &str,
    #[case] rows: &[&str],
) {
    assert_eq!(wrap_plain("開かずに知らせる", &lines(columns), first, rest), rows);
}
