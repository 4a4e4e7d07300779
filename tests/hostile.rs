//! Texts made to hang, crash or take over a program, given to the real one as files. A child that does not end in time
//! is killed and fails; what is held to is what it says and shows, never how fast it was.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::process::Output;
use std::time::Duration;

use crate::support::talk::program;
use naughty_strings::BLNS;
use rstest::rstest;
use serde_json::Value;
use sukima::content::reading::{FileContent, read_text};
use sukima::domain::language::Language;
use sukima::domain::office::Office;
use sukima::layout::{Labels, Measure, Rendition, lay_out};
use sukima::text::SafeText;
use sukima::width::{Ambiguous, columns};

/// Long enough for a slow machine, and short enough that a loop without end is noticed.
const PATIENCE: Duration = Duration::from_secs(60);

/// As large as a file may be where the code is optimised, and a part of it where it is not.
const BYTES: usize = if cfg!(debug_assertions) { 30_000 } else { 1_000_000 };

fn given_as_a_file(text: &[u8], words: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    fs::write(&file, text).unwrap();
    let command = program(&folder.path().join("data"), words);
    assert_cmd::Command::from_std(command).arg(&file).timeout(PATIENCE).output().unwrap()
}

fn findings(text: &[u8]) -> Vec<String> {
    let output = given_as_a_file(text, &["check", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("not JSON: {output:?}"));
    let codes = told["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned());
    codes.collect()
}

fn shown(text: &[u8]) -> String {
    let output = given_as_a_file(text, &["lessons", "show", "--columns", "40"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Everything but a line end that a terminal would obey, or that hides something from the reader.
fn is_obeyed(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// Repeated as often as the size allows.
fn often(parts: &[&str]) -> String {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let times = BYTES / length;
    parts.iter().map(|part| part.repeat(times)).collect()
}

/// The inputs that have slowed markdown readers down, as CommonMark's reference implementation collects them. Every
/// letter of the second column is text, so that each of them must be seen.
#[rstest]
#[case::nested_strong_emphasis(often(&["*a **a ", " a** a*"]), "a")]
#[case::closers_without_openers(often(&["a_ "]), "a")]
#[case::openers_without_closers(often(&["_a "]), "a")]
#[case::link_closers_without_openers(often(&["a]"]), "a")]
#[case::link_openers_without_closers(often(&["[a"]), "a")]
#[case::openers_and_closers_that_do_not_match(often(&["*a_ "]), "a")]
#[case::openers_and_closers_in_threes(format!("a**b{}", often(&["c* "])), "abc")]
#[case::link_openers_and_emphasis_closers(often(&["[ a_"]), "a")]
#[case::brackets_and_parentheses(often(&["[ (]("]), "")]
#[case::pictures_in_brackets(often(&["![[]()"]), "")]
#[case::nested_brackets(often(&["[", "a", "]"]), "a")]
#[case::strong_without_partners(format!("x{}", often(&["**x ", " x**"])), "x")]
#[case::backtick_runs_of_every_length((1..).map(|run| format!("e{}", "`".repeat(run))).scan(0, |size, text| { *size += text.len(); (*size < BYTES).then_some(text) }).collect(), "e")]
#[case::link_addresses_that_never_end(often(&["[a](<b"]), "ab")]
#[case::links_that_never_end(often(&["[a](b"]), "ab")]
#[case::comments_that_never_end(format!("</{}", often(&["<!--"])), "")]
#[case::instructions_that_never_end(often(&["a<?"]), "a")]
#[case::declarations_that_never_end(often(&["a<!A "]), "a")]
#[case::character_data_that_never_ends(often(&["a<![CDATA[ "]), "a")]
#[case::tags_that_never_end(often(&["<b x=\" "]), "b")]
#[case::empty_lines_in_deep_lists(often(&["- ", "x", "\n"]), "x")]
#[case::emphasis_in_deep_quotes(often(&[">", "a*"]), "a")]
#[case::deep_lists((0..300).map(|level| format!("{}* a\n", "  ".repeat(level))).collect(), "a")]
#[case::deep_quotes(format!("{}a", often(&["> "])), "a")]
#[case::nul_characters(often(&["abc\0de\0"]), "abcde")]
#[case::one_reference_used_often(format!("[1]: u\n\n{}", often(&["[1]a "])), "a")]
#[case::references_that_are_not_there(often(&["[0]a "]), "a")]
#[case::references_of_one_name((0..BYTES / 12).map(|number| format!("[a{number}]: b\n")).collect(), "")]
#[case::a_row_of_many_cells(format!("|{}\n|{}\n", "x|".repeat(BYTES / 8), "-|".repeat(BYTES / 8)), "")]
#[case::a_table_with_short_rows(format!("|{}\n|{}\n{}", "x|".repeat(200), "-|".repeat(200), "a\n".repeat(BYTES / 400)), "a")]
#[case::tables_that_are_none(often(&["|a\n|-"]), "a")]
#[case::struck_words_without_ends(often(&["~~a "]), "a")]
#[case::footnotes_inside_one_another((0..BYTES / 20).map(|note| format!("[^{note}]: a[^{}]\n\n", note + 1)).collect(), "a")]
#[case::formulas_that_never_end(often(&["$a "]), "a")]
#[case::bold_beside_brackets(often(&["は**「a"]), "a")]
#[case::definitions(often(&["a\n: a\n\n"]), "a")]
#[case::one_long_word("a".repeat(BYTES), "a")]
#[case::one_long_row_of_closing_brackets("」".repeat(BYTES / 3), "」")]
#[case::one_long_figure("1,".repeat(BYTES / 2), "1")]
#[case::one_long_row_of_flags("🇯🇵".repeat(BYTES / 8), "🇯")]
#[case::one_long_row_of_jamo("ᄀ".repeat(BYTES / 3), "")]
fn what_slows_readers_down_is_read_and_shown_whole(#[case] text: String, #[case] letters: &str) {
    assert!(text.len() <= 1024 * 1024);
    // A title of its own, because a first heading is one; Japanese, because the page's own words are then.
    let text = format!("# 題\n\n{text}");
    let page = shown(text.as_bytes());
    for letter in letters.chars() {
        let count = |text: &str| text.chars().filter(|other| *other == letter).count();
        assert_eq!(count(&page), count(&text), "{letter}");
    }
    assert_eq!(page.chars().filter(|character| is_obeyed(*character)).count(), 0);
    for row in page.lines() {
        assert!(columns(row) <= 40, "{row}");
    }
}

#[rstest]
#[case::a_line_of_three_megabytes("あ".repeat(1_000_000), "file-too-large")]
#[case::two_hundred_thousand_quotes(">".repeat(200_000), "nesting-cut")]
#[case::two_hundred_thousand_spaced_quotes(format!("{}a", "> ".repeat(200_000)), "nesting-cut")]
#[case::two_hundred_thousand_lists(format!("{}a", "- ".repeat(200_000)), "nesting-cut")]
#[case::a_hundred_thousand_of_both(format!("{}深い文", "> - ".repeat(100_000)), "nesting-cut")]
fn what_is_too_large_or_too_deep_ends_with_one_finding(#[case] text: String, #[case] code: &str) {
    assert_eq!(findings(text.as_bytes()), [code]);
}

#[test]
fn a_line_that_is_as_long_as_a_file_may_be_is_shown_whole() {
    let text = "あ、「い」".repeat(BYTES / 15);
    let page = shown(text.as_bytes());
    let unspaced: String = page.split_whitespace().collect();
    // The file's name stands above, because the text has no title.
    assert_eq!(unspaced, format!("a{text}"));
}

#[test]
fn naughty_strings_are_harmless_wherever_text_comes_in() {
    assert!(BLNS.len() > 400, "{} strings", BLNS.len());
    for string in BLNS {
        for safe in [SafeText::new(string), SafeText::line(string)] {
            assert_eq!(safe.chars().filter(|character| is_obeyed(*character)).count(), 0, "{string:?}");
            assert_eq!(SafeText::new(&safe), safe, "{string:?}");
        }
        let text = format!("# 題\n\n{string}");
        let FileContent::Lesson(lesson) = read_text("a.md", &text, None, &Office::default(), &mut Vec::new()) else {
            panic!("a worksheet: {string:?}");
        };
        for (columns, ambiguous) in [(20, Ambiguous::Narrow), (40, Ambiguous::Wide), (76, Ambiguous::Narrow)] {
            for rendition in [Rendition::Screen { ascii: false }, Rendition::Lines] {
                let measure = Measure { columns, ambiguous, rendition, labels: Labels::of(Language::Japanese) };
                for row in lay_out(&lesson.main, &measure) {
                    assert!(row.columns(ambiguous) <= columns, "{string:?}: {:?}", row.text());
                    assert_eq!(row.text().chars().filter(|character| is_obeyed(*character)).count(), 0, "{string:?}");
                }
            }
        }
    }
}

/// A terminal emulator that obeys what it is sent shows each row where it was written, and nothing else happened to it.
#[test]
fn a_page_of_naughty_strings_commands_no_terminal() {
    let text: String = BLNS.iter().map(|string| format!("{string}\n\n")).collect();
    let page = shown(text.as_bytes());
    assert!(page.lines().count() > 600, "{page}");
    assert_eq!(page.chars().find(|character| is_obeyed(*character)), None);
    let mut parser = vt100::Parser::new(4.try_into().unwrap(), 60.try_into().unwrap(), 0);
    for row in page.lines() {
        parser.process(format!("{row}\r\n").as_bytes());
        let screen = parser.screen();
        assert_eq!(screen.cursor_position().1, 0, "{row:?}");
        assert!(!screen.hide_cursor() && !screen.alternate_screen(), "{row:?}");
        assert!(!screen.bracketed_paste() && !screen.application_cursor(), "{row:?}");
    }
}
