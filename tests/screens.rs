//! The screens in a real pseudo-terminal, read by a terminal emulator: whole days by keys alone, as each kind of learner
//! presses them. Every wait is for something on the screen.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]
#![allow(clippy::disallowed_methods, reason = "a test gives up after a while")]

use std::path::Path;

use crate::support::number;
use crate::support::player::{ENGLISH, JAPANESE, Words, full_width, play};
use crate::support::terminal::{Start, Terminal};
use rstest::rstest;

const NOW: &str = "2026-11-20T12:41+09:00";
const ANSWERS: &str = "select count(*) from event where kind = 'question_answered'";

fn start(data: &Path, words: &Words, size: (u16, u16), more: &[&str]) -> Terminal {
    let data = data.to_str().unwrap();
    let mut all = vec!["--data-dir", data, "--lang", words.lang, "--now", NOW];
    all.extend(more);
    Start::new(&all).size(size.0, size.1).run()
}

fn as_it_is(key: &str) -> String {
    key.to_owned()
}

fn at_home(data: &Path, words: &Words, size: (u16, u16)) -> Terminal {
    let terminal = start(data, words, size, &[]);
    play(&terminal, words, words.start, as_it_is, |_, _| {});
    terminal
}

/// Somebody who was here before opens the lesson with all ten question types.
fn all_types(data: &Path, words: &Words, size: (u16, u16)) -> Terminal {
    let terminal = at_home(data, words, size);
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
    start(data, words, size, &["study", "suspicious-mail-first-move"])
}

/// The closing page tells the figures of the record.
fn check_close(data: &Path, closing: &str) {
    let answers = number(data, ANSWERS);
    assert!(answers >= 2, "{closing}");
    let told = [format!("{answers}問のうち"), format!("of {answers} right")];
    assert!(told.iter().any(|told| closing.contains(told)), "{answers} answers: {closing}");
    assert_eq!(number(data, "select count(*) from event where kind = 'session_closed'"), 1);
}

#[rstest]
#[case::japanese(&JAPANESE, (80, 24))]
#[case::japanese_small(&JAPANESE, (40, 12))]
#[case::english(&ENGLISH, (80, 24))]
#[case::english_small(&ENGLISH, (40, 12))]
fn a_first_day_is_played_by_keys_alone(#[case] words: &Words, #[case] size: (u16, u16)) {
    let data = tempfile::tempdir().unwrap();
    let terminal = at_home(data.path(), words, size);
    assert_eq!(number(data.path(), ANSWERS), 0, "the question to try is not kept");
    terminal.press("\r");
    let closing = play(&terminal, words, words.closed, as_it_is, |_, _| {});
    check_close(data.path(), &closing);
    terminal.press("\r");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[rstest]
#[case::japanese(&JAPANESE, (80, 24))]
#[case::english_small(&ENGLISH, (40, 12))]
fn every_question_type_has_a_widget_that_full_width_keys_work(#[case] words: &Words, #[case] size: (u16, u16)) {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), words, size);
    let closing = play(&terminal, words, words.closed, full_width, |_, _| {});
    check_close(data.path(), &closing);
    let types = "select distinct json_extract(body, '$.type') from event where kind = 'question_answered' order by 1";
    let all = ["all", "case", "cloze", "match", "number", "one", "order", "true_false", "typed", "write"];
    assert_eq!(crate::support::texts(data.path(), types), all);
}

#[test]
fn a_key_that_is_held_down_answers_nothing_by_itself() {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), &JAPANESE, (80, 24));
    // Every press comes as a keyboard sends it that is leant on: a burst of the same key.
    let held = |key: &str| if key == "?" { key.to_owned() } else { key.repeat(12) };
    let mut asked = 0;
    let before = |terminal: &Terminal, screen: &str| {
        asked += usize::from(screen.contains("自信あり"));
        // Enter leant on, before anything is chosen, decides nothing.
        let answers = number(data.path(), ANSWERS);
        if screen.contains(" 選ぶ") && screen.contains("自信あり") && !screen.contains("直す") {
            terminal.press(&"\r".repeat(30));
            terminal.settled();
            assert_eq!(number(data.path(), ANSWERS), answers, "{screen}");
        }
    };
    play(&terminal, &JAPANESE, JAPANESE.closed, held, before);
    let questions =
        number(data.path(), "select count(distinct body ->> '$.question') from event where kind = 'question_answered'");
    assert_eq!(questions, 10, "each was asked and none was passed over");
    assert!(asked >= 10);
}

#[test]
fn a_pasted_text_with_line_ends_is_one_line_and_decides_nothing() {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), &JAPANESE, (80, 24));
    let mut fields = 0;
    let before = |terminal: &Terminal, screen: &str| {
        let answers = number(data.path(), ANSWERS);
        terminal.paste("添付を\r\n開かない\n0\n");
        let after = terminal.settled();
        assert_eq!(number(data.path(), ANSWERS), answers, "{screen}");
        if screen.contains("答えを入れてください") && !screen.contains("添付を") {
            fields += 1;
            assert!(after.contains("添付を 開かない 0"), "{after}");
        } else if !screen.contains("入力を終える") && !screen.contains("次の空欄") {
            assert_eq!(after, screen, "a paste does nothing where no text is typed");
        }
        // What was pasted is taken out again, so that the text stays an honest "I do not know".
        for _ in 0..20 {
            terminal.press("\u{7f}");
        }
        terminal.settled();
    };
    play(&terminal, &JAPANESE, JAPANESE.closed, as_it_is, before);
    assert!(fields >= 1);
}

#[test]
fn a_window_of_another_size_keeps_the_place_at_every_step() {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), &JAPANESE, (80, 24));
    let steps = || number(data.path(), "select count(*) from event");
    let before = |terminal: &Terminal, screen: &str| {
        let events = steps();
        for (columns, rows) in [(40, 12), (120, 40), (39, 10), (80, 24)] {
            terminal.resize(columns, rows);
            terminal.settled();
        }
        let after = terminal.settled();
        let title = |screen: &str| screen.lines().nth(2).unwrap_or_default().trim_end().to_owned();
        assert_eq!(title(&after), title(screen), "the same page: {screen}\n---\n{after}");
        assert_eq!(steps(), events);
    };
    let closing = play(&terminal, &JAPANESE, JAPANESE.closed, as_it_is, before);
    check_close(data.path(), &closing);
}

#[test]
fn kana_where_a_key_is_expected_is_explained_and_the_way_on_is_the_same() {
    let data = tempfile::tempdir().unwrap();
    let terminal = start(data.path(), &JAPANESE, (80, 24), &[]);
    terminal.shows(JAPANESE.key_test);
    // The key of the digit 1 in kana input.
    terminal.press("ぬ");
    terminal.shows("かな文字が届きました");
    terminal.press("x");
    terminal.until(|screen| screen.contains("数字の 1 を押してください") && !screen.contains("かな文字"));
    terminal.press("１");
    terminal.until(|screen| screen.contains("全角の数字") && screen.contains(JAPANESE.role));
    terminal.press("１");
    play(&terminal, &JAPANESE, JAPANESE.start, full_width, |_, _| {});
    terminal.press("か");
    terminal.shows("日本語入力がオンのようです");
    // う is what the key u makes in romaji input.
    terminal.press("う");
    terminal.shows("取り消せる答えはありません");
    terminal.press("ｑ");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn f12_and_two_escapes_hide_everything_and_enter_brings_it_back() {
    let data = tempfile::tempdir().unwrap();
    let terminal = start(data.path(), &JAPANESE, (80, 24), &["study", "why-now-2040"]);
    play(&terminal, &JAPANESE, "2040", as_it_is, |_, _| {});
    for hide in ["\u{1b}[24~", "\u{1b}"] {
        terminal.press(hide);
        if hide == "\u{1b}" {
            // Two presses, told apart from an escape sequence by the time between them.
            terminal.settled();
            terminal.press(hide);
        }
        terminal.until(|screen| screen.contains("作業中") && !screen.contains("2040"));
        terminal.press("\r");
        terminal.shows("2040");
    }
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn lessons_are_found_while_a_word_of_their_title_is_typed() {
    let data = tempfile::tempdir().unwrap();
    let terminal = at_home(data.path(), &JAPANESE, (80, 24));
    terminal.press("l");
    terminal.shows("C02");
    terminal.press("/");
    terminal.shows("探す言葉");
    terminal.press("2040");
    terminal.until(|screen| screen.contains("なぜ今か") && !screen.contains("C02"));
    terminal.press("zzz");
    terminal.shows("題名に「2040zzz」を含む教材はありません");
    terminal.press("\u{7f}\u{7f}\u{7f}");
    terminal.until(|screen| screen.contains("> 1 なぜ今か"));
    terminal.press("\r");
    terminal.until(|screen| screen.contains("月曜の朝") && screen.contains("Enter つづき"));
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 0);
}

#[test]
fn the_real_cursor_stands_where_the_text_is_typed() {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), &JAPANESE, (80, 24));
    play(&terminal, &JAPANESE, "次の空欄", as_it_is, |_, _| {});
    terminal.press("先方");
    terminal.shows("先方");
    let screen = terminal.emulator();
    let (row, column) = screen.cursor_position();
    let line = screen.contents_between(row, 0, row, column);
    assert!(line.ends_with("先方"), "the cursor is behind what was typed: {line}");
    assert!(!screen.hide_cursor());
    terminal.press("\u{1b}[D");
    terminal.settled();
    assert_eq!(terminal.emulator().cursor_position(), (row, column - 2), "one full-width character to the left");
}

#[test]
fn half_an_answer_survives_a_power_cut_and_a_closed_window() {
    let data = tempfile::tempdir().unwrap();
    let terminal = all_types(data.path(), &JAPANESE, (80, 24));
    play(&terminal, &JAPANESE, "次の空欄", as_it_is, |_, _| {});
    terminal.press("開く");
    terminal.shows("開く");
    // The draft is written by itself, a moment after the last key.
    let drafts = "select count(*) from draft where text like '%開く%'";
    let began = std::time::Instant::now();
    while number(data.path(), drafts) == 0 {
        assert!(began.elapsed().as_secs() < 10, "never kept");
        std::thread::yield_now();
    }
    terminal.signal(rustix::process::Signal::KILL);
    terminal.end();
    let again = start(data.path(), &JAPANESE, (80, 24), &["study"]);
    again.until(|screen| screen.contains("次の空欄") && screen.contains("[1 開く"));
    // What was typed just before leaving is kept at leaving.
    again.press("前");
    again.shows("開く前");
    again.press("\u{3}");
    assert_eq!(again.end().exit_code(), 0);
    let last = start(data.path(), &JAPANESE, (80, 24), &["study"]);
    last.until(|screen| screen.contains("[1 開く前"));
    assert_eq!(number(data.path(), "select count(*) from event where kind like '%draft%'"), 0, "a draft is no fact");
}

#[test]
fn half_an_action_in_ones_own_words_survives_a_power_cut() {
    let data = tempfile::tempdir().unwrap();
    let terminal = at_home(data.path(), &JAPANESE, (80, 24));
    terminal.press("\r");
    write_own_action(&terminal);
    terminal.press("係長に");
    let began = std::time::Instant::now();
    while number(data.path(), "select count(*) from draft where text = '係長に'") == 0 {
        assert!(began.elapsed().as_secs() < 10, "never kept");
        std::thread::yield_now();
    }
    terminal.signal(rustix::process::Signal::KILL);
    terminal.end();
    let again = start(data.path(), &JAPANESE, (80, 24), &["study"]);
    write_own_action(&again);
    again.shows("係長に");
    again.press("聞く\r");
    again.shows("、係長に聞く。」");
    play(&again, &JAPANESE, JAPANESE.closed, as_it_is, |_, _| {});
    assert_eq!(number(data.path(), "select count(*) from promise where sentence like '%係長に聞く%'"), 1);
}

/// Plays to the list of actions, and takes the line behind them.
fn write_own_action(terminal: &Terminal) {
    let page = play(terminal, &JAPANESE, "自分の言葉で書く", as_it_is, |_, _| {});
    let line = page.lines().find(|line| line.contains("自分の言葉で書く")).unwrap();
    terminal.press(line.split_whitespace().find(|word| word.parse::<usize>().is_ok()).unwrap());
    terminal.shows("すること");
}
