//! What the Japanese keyboard leaves behind is read as it was meant, and told with its exact place and the edit.

use rstest::rstest;
use sukima::domain::diagnostic::{Finding, ImeSlip};

use crate::reader::support::{JA, fixed, lesson, read, without_places};

/// A slip in the sample: what is there, what is typed instead, and the slips told as (found, wanted).
#[rstest]
#[case("- [x] 開かずに", "- ［ｘ］ 開かずに", ImeSlip::TaskBox, &[("［ｘ］", "[x]")])]
#[case("- [x] 開かずに", "- [ｘ] 開かずに", ImeSlip::TaskBox, &[("[ｘ]", "[x]")])]
#[case("- [ ] 宛先違い", "- ［ ］ 宛先違い", ImeSlip::TaskBox, &[("［ ］", "[ ]")])]
#[case("- [ ] 宛先違い", "- [\u{3000}] 宛先違い", ImeSlip::TaskBox, &[("[\u{3000}]", "[ ]")])]
#[case("- [x] 開かずに", "- ［ｘ］開かずに", ImeSlip::TaskBox, &[("［ｘ］", "[x] ")])]
#[case("- [x] 開かずに", "- [x]\u{3000}開かずに", ImeSlip::TaskBox, &[("[x]\u{3000}", "[x] ")])]
#[case("- [x] 開かずに", "-[x] 開かずに", ImeSlip::BoxWithoutSpace, &[("-[x]", "- [x]")])]
#[case("- [x] 開かずに", "-［ｘ］開かずに", ImeSlip::BoxWithoutSpace, &[("-［ｘ］", "- [x] ")])]
#[case("- [x] 開かずに", "- [x]開かずに", ImeSlip::BoxWithoutSpace, &[("[x]", "[x] ")])]
#[case("- [x] 開かずに", "－ [x] 開かずに", ImeSlip::Bullet, &[("－", "-")])]
#[case("- [x] 開かずに", "・[x] 開かずに", ImeSlip::Bullet, &[("・", "- ")])]
#[case("- [x] 開かずに", "＊\u{3000}[x] 開かずに", ImeSlip::Bullet, &[("＊\u{3000}", "- ")])]
#[case("- [x] 開かずに", "ー\u{3000}[x] 開かずに", ImeSlip::Bullet, &[("ー\u{3000}", "- ")])]
#[case("  - 開いた時点", "\u{3000}\u{3000}- 開いた時点", ImeSlip::Bullet, &[("\u{3000}\u{3000}-", "    -")])]
#[case("  - 開いた時点", "\u{3000}・開いた時点", ImeSlip::Bullet, &[("\u{3000}・", "  - ")])]
#[case("1. 手を止める", "１．手を止める", ImeSlip::ListNumber, &[("１．", "1. ")])]
#[case("1. 手を止める", "1．手を止める", ImeSlip::ListNumber, &[("1．", "1. ")])]
#[case("2. 窓口へ連絡する", "2.窓口へ連絡する", ImeSlip::ListNumber, &[("2.", "2. ")])]
#[case("## 確認問題", "＃＃ 確認問題", ImeSlip::Heading, &[("＃＃", "##")])]
#[case("## 確認問題", "＃＃確認問題", ImeSlip::Heading, &[("＃＃", "## ")])]
#[case("## 確認問題", "##確認問題", ImeSlip::HeadingWithoutSpace, &[("##", "## ")])]
#[case("## 確認問題", "##\u{3000}確認問題", ImeSlip::HeadingWithoutSpace, &[("##\u{3000}", "## ")])]
#[case("# 不審メールと", "#不審メールと", ImeSlip::HeadingWithoutSpace, &[("#", "# ")])]
#[case("<!-- id: m3kq;", "<!-- id：m3kq;", ImeSlip::Colon, &[("：", ": ")])]
#[case("<!-- id: m3kq;", "<!-- id: m3kq；", ImeSlip::Colon, &[("；", ";")])]
#[case("<!-- id: m3kq;", "<!-- id: ｍ３ｋｑ;", ImeSlip::FullWidthValue, &[("ｍ３ｋｑ", "m3kq")])]
#[case("stage: practise", "stage：practise", ImeSlip::Colon, &[("：", ": ")])]
#[case("stage: practise", "stage:\u{3000}practise", ImeSlip::Colon, &[(":\u{3000}", ": ")])]
#[case("2027-11-30", "２０２７－１１－３０", ImeSlip::FullWidthValue, &[("２０２７－１１－３０", "2027-11-30")])]
#[case("minutes: 3", "minutes: ３", ImeSlip::FullWidthValue, &[("３", "3")])]
#[case("lang: ja", "lang: \"ｊａ\"", ImeSlip::FullWidthValue, &[("ｊａ", "ja")])]
#[case("> 解説: 「開く", "＞ 解説: 「開く", ImeSlip::Quote, &[("＞", ">")])]
#[case("> 解説: 「開く", "＞解説: 「開く", ImeSlip::Quote, &[("＞", "> ")])]
#[case("> 解説: 「開く", "> 解説：「開く", ImeSlip::Colon, &[("：", ": ")])]
#[case("答え: ×", "答え：×", ImeSlip::Colon, &[("：", ": ")])]
#[case("答え: ×", "答え：\u{3000}×", ImeSlip::Colon, &[("：\u{3000}", ": ")])]
#[case("答え: 3 ± 0 分", "答え: ３ ± ０ 分", ImeSlip::FullWidthValue, &[("３", "3"), ("０", "0")])]
#[case("| 手がかり | 見分け方 |", "｜ 手がかり ｜ 見分け方 ｜", ImeSlip::Table, &[("｜ 手がかり ｜ 見分け方 ｜", "| 手がかり | 見分け方 |")])]
#[case("---\nid:", "－－－\nid:", ImeSlip::FrontMatterFence, &[("－－－", "---")])]
#[case("30\n---", "30\nーーー", ImeSlip::FrontMatterFence, &[("ーーー", "---")])]
fn a_slip_is_read_as_meant_and_told(
    #[case] proper: &str,
    #[case] typed: &str,
    #[case] kind: ImeSlip,
    #[case] told: &[(&str, &str)],
) {
    assert!(JA.contains(proper), "the sample has {proper:?}");
    let text = JA.replacen(proper, typed, 1);
    let read_slip = read(&text);
    assert_eq!(read_slip.slips(), told);
    for diagnostic in &read_slip.diagnostics {
        let Finding::ImeSlip { slip, found, .. } = &diagnostic.finding else { panic!("{diagnostic:?}") };
        assert_eq!(*slip, kind);
        assert_eq!(&text[diagnostic.range.clone().expect("a slip has a place")], found);
    }
    let mut as_meant = without_places(&read(JA).content);
    let mut as_read = without_places(&read_slip.content);
    // The answer is kept as it was typed; only its meaning must agree.
    for content in [&mut as_meant, &mut as_read] {
        *content = content.replace("3 ± 0 分", "").replace("３ ± ０ 分", "");
    }
    assert_eq!(as_read, as_meant);
    let mended = fixed(&text, &read_slip.diagnostics);
    assert_eq!(read(&mended).diagnostics, [], "{mended}");
}

#[test]
fn many_slips_in_one_file_are_mended_together() {
    let text = JA
        .replace("- [x] ", "－［ｘ］")
        .replace("- [ ] ", "・［\u{3000}］")
        .replace("\n## ", "\n＃＃\u{3000}")
        .replace("\n### ", "\n＃＃＃")
        .replace("> ", "＞\u{3000}")
        .replace("<!-- id: ", "<!--\u{3000}id：")
        .replace("; point: ", "；point：")
        .replace('|', "｜")
        .replace("答え: ", "答え：")
        .replace(".\u{20}", "．");
    let read_slips = read(&text);
    assert!(read_slips.slips().len() > 80, "{}", read_slips.slips().len());
    assert_eq!(without_places(&read_slips.content), without_places(&read(JA).content));
    let mended = fixed(&text, &read_slips.diagnostics);
    assert_eq!(read(&mended).diagnostics, []);
}

#[rstest]
#[case("```\n＃ 見出し\n- ［ｘ］\n```\n")]
#[case("~~~~\n・一\n~~~\n・二\n~~~~\n")]
#[case("文。\n\n    ＃ 字下げした例\n")]
#[case("<!--\n・メモ\n＃ 見出し\n-->\n")]
#[case("・・・そして。\n")]
#[case("－５度でした。\n")]
#[case("１．５倍になりました。\n")]
#[case("＊印は必須です。\n")]
#[case("#情報 #共有\n")]
#[case("例：これは文です。\n")]
#[case("答え：問いの外ではただの文です。\n")]
#[case("紛失｜ふんしつ\n")]
#[case("| a | b |\n|---|---|\n| ー | ー |\n")]
fn what_is_no_slip_is_left_alone(#[case] body: &str) {
    let text = lesson(&format!("題の文。\n\n{body}"));
    assert_eq!(read(&text).codes(), [] as [&str; 0]);
}

#[test]
fn a_comment_that_never_ends_does_not_swallow_the_lesson() {
    let text = lesson("本文。\n\n## 確認問題\n\n### 題\n<!-- id: q1\n\n- [x] a\n- [ ] b\n  - いいえ\n");
    let read_open = read(&text);
    assert_eq!(read_open.codes(), ["raw-html"]);
    assert_eq!(read_open.only_question().id.as_str(), "q1");
    assert_eq!(read(&fixed(&text, &read_open.diagnostics)).codes(), [] as [&str; 0]);
}

#[test]
fn slips_beyond_a_thousand_are_mended_and_told_next_time() {
    let text = lesson(&"・項目\n".repeat(1_500));
    let first = read(&text);
    assert_eq!(first.slips().len(), 1_000);
    let mended = fixed(&text, &first.diagnostics);
    assert_eq!(read(&mended).slips().len(), 500);
}
