//! Nothing that a file, a name or a peer can hold does harm on a terminal.

use proptest::prelude::*;
use rstest::rstest;
use sukima::text::{SafeText, unsafe_characters};
use sukima::width::columns;

#[rstest]
#[case::escape_sequence("\u{1B}[2J\u{1B}]52;c;aGk=\u{7}", "�[2J�]52;c;aGk=�")]
#[case::c1_string("\u{9B}31m\u{9D}0;x\u{9C}", "�31m�0;x�")]
#[case::backspaces("rm\u{8}\u{8}ls\u{7F}", "rm��ls�")]
#[case::overwriting("安全\r危険", "安全\n危険")]
#[case::windows_line_ends("一\r\n二\r\n", "一\n二\n")]
#[case::tab("a\tb", "a    b")]
#[case::line_separators("一\u{2028}二\u{2029}三\u{85}四", "一 二 三 四")]
#[case::nul("a\0b", "a�b")]
#[case::trojan_source("user\u{202E} \u{2066}// admin\u{2069} \u{2066}", "user� �// admin� �")]
#[case::arabic_mark("a\u{61C}\u{200E}\u{200F}b", "a���b")]
#[case::zero_width("pass\u{200B}word\u{2060}\u{FEFF}\u{AD}\u{180E}", "pass�word����")]
#[case::hangul_fillers("a\u{3164}\u{FFA0}\u{115F}\u{1160}b", "a����b")]
#[case::tags("日本\u{E0001}\u{E0041}\u{E007F}", "日本���")]
#[case::private_use("外字\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}", "外字〓〓〓〓")]
#[case::noncharacters("\u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}\u{10FFFF}", "�����")]
#[case::interlinear_annotation("\u{FFF9}紛失\u{FFFA}ふんしつ\u{FFFB}", "�紛失�ふんしつ�")]
#[case::family("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧")]
#[case::skin_tone("👩🏽\u{200D}💻", "👩🏽\u{200D}💻")]
#[case::heart_on_fire("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥")]
#[case::joiner_between_letters("a\u{200D}b", "a�b")]
#[case::joiner_at_the_end("👩\u{200D}", "👩�")]
#[case::two_joiners("👩\u{200D}\u{200D}💻", "👩��💻")]
#[case::ivs_of_katsuragi("葛\u{E0100}城市", "葛\u{E0100}城市")]
#[case::ivs_of_tsuji("辻\u{E0101}", "辻\u{E0101}")]
#[case::svs("神\u{FE00}", "神\u{FE00}")]
#[case::second_selector("辻\u{E0100}\u{E0101}\u{FE00}村", "辻\u{E0100}�村")]
#[case::selector_without_base("\u{E0100}辻", "�辻")]
#[case::decomposed_kana("か\u{3099}は\u{309A}", "か\u{3099}は\u{309A}")]
#[case::half_width_kana("ｶﾞｷﾞ", "ｶﾞｷﾞ")]
#[case::mark_without_base("\u{301}a\n\u{302}b", "�a\n�b")]
#[case::names("髙﨑　𠮷野家", "髙﨑　𠮷野家")]
#[case::ordinary("3分で、「開く前」に。―～〜①※", "3分で、「開く前」に。―～〜①※")]
fn hostile_text_is_seen_and_harmless(#[case] source: &str, #[case] safe: &str) {
    assert_eq!(SafeText::new(source).as_str(), safe);
}

#[test]
fn a_base_carries_eight_marks_and_the_rest_is_one_replacement() {
    let source = format!("e{}x", "\u{301}".repeat(100_000));
    assert_eq!(SafeText::new(&source).as_str(), format!("e{}�x", "\u{301}".repeat(8)));
}

/// What takes no columns cannot pile up: a hundred of it are bounded, or they are seen.
#[test]
fn nothing_long_hides_in_few_columns() {
    let every = (' '..='\u{1FFFF}').chain('\u{E0000}'..='\u{E0FFF}');
    let hiding: Vec<char> = every
        .filter(|character| columns(&SafeText::new(&format!("あ{character}"))) <= columns("あ"))
        .filter(|character| {
            let piled = SafeText::new(&format!("あ{}", character.to_string().repeat(100)));
            columns(&piled) < 50 && piled.chars().count() > 15
        })
        .collect();
    assert_eq!(hiding, Vec::<char>::new());
    let joined = SafeText::new(&"👩\u{200D}".repeat(100));
    assert!(columns(&joined) > 30, "{joined}");
}

#[test]
fn a_line_has_no_line_end() {
    assert_eq!(SafeText::line("窓口\r\nの\n名前\r").as_str(), "窓口 の 名前 ");
}

#[rstest]
#[case("一\u{1B}[0m\n二\u{202E}三", &[(3, '\u{1B}'), (11, '\u{202E}')])]
#[case("\u{FEFF}# 題\r\n\tコード", &[])]
#[case("外字\u{E000}", &[(6, '\u{E000}')])]
#[case("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", &[(17, '\u{301}')])]
#[case("葛\u{E0100}、辻", &[])]
fn an_author_is_told_where_and_what(#[case] source: &str, #[case] found: &[(usize, char)]) {
    assert_eq!(unsafe_characters(source), found);
}

/// Written from the requirement, not from the code.
fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{9}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{180E}'
        | '\u{200B}'..='\u{200C}' | '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Any text, with far more of the dangerous characters than chance would give.
fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        any::<char>(),
        prop::sample::select(
            "\0\u{7}\t\n\r\u{1B}\u{7F}\u{85}\u{9B}\u{AD}\u{301}\u{3099}\u{FF9E}\u{200B}\u{200D}\u{202E}\u{2028}\u{2066}\u{E000}\
             \u{FE0F}\u{E0100}\u{E0041}\u{FEFF}\u{FFFE}❤👩🏽💻🇯🇵か葛aｶ "
                .chars()
                .collect::<Vec<_>>()
        ),
    ];
    prop::collection::vec(character, 0..200).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn safe_text_is_safe_and_stays_as_it_is(source in any_text()) {
        for safe in [SafeText::new(&source), SafeText::line(&source)] {
            prop_assert!(!safe.chars().any(is_forbidden), "{safe:?}");
            prop_assert_eq!(SafeText::new(&safe), safe.clone());
            prop_assert!(unsafe_characters(&safe).is_empty());
            prop_assert!(safe.len() <= 4 * source.len());
        }
        prop_assert!(!SafeText::line(&source).contains('\n'));
    }

    #[test]
    fn text_without_findings_is_left_alone(source in any_text()) {
        let harmless: String = source.chars().filter(|character| !"\t\r\u{FEFF}".contains(*character)).collect();
        prop_assert_eq!(unsafe_characters(&harmless).is_empty(), SafeText::new(&harmless).as_str() == harmless);
    }
}
