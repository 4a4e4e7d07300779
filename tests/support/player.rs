//! A learner at the screens: sees what the screen shows, presses what it says, and knows nothing else.

use super::terminal::Terminal;

/// The words that this learner looks for, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub lang: &'static str,
    pub key_test: &'static str,
    pub role: &'static str,
    pub promises: &'static str,
    pub practice_kept: &'static str,
    /// Home's first key.
    pub start: &'static str,
    pub closed: &'static str,
    pub follow_up: &'static str,
    sure: &'static str,
    tick: &'static str,
    grab: &'static str,
    pair: &'static str,
    choose: &'static str,
    edit: &'static str,
    done_typing: &'static str,
    next_blank: &'static str,
    decide: &'static str,
    not_now: &'static str,
    minutes_saved: &'static str,
    pick: &'static str,
}

pub const JAPANESE: Words = Words {
    lang: "ja",
    key_test: "数字の 1 を押して",
    role: "お仕事に近いもの",
    promises: "5つのこと",
    practice_kept: "記録には残りません",
    start: "Enter 始める",
    closed: "今日の分は終わりました",
    follow_up: "その後",
    sure: "自信あり",
    tick: "付ける・外す",
    grab: "行をつかむ",
    pair: "組み合わせる",
    choose: " 選ぶ",
    edit: "直す",
    done_typing: "入力を終える",
    next_blank: "次の空欄",
    decide: "Enter 決める",
    not_now: "今回は決めない",
    minutes_saved: "何分くらい",
    pick: " 選ぶ",
};

pub const ENGLISH: Words = Words {
    lang: "en",
    key_test: "Press the digit 1",
    role: "nearest to your work",
    promises: "Five things",
    practice_kept: "nothing of it is kept",
    start: "Enter start",
    closed: "That is all for today",
    follow_up: "Follow-up",
    sure: "Enter sure",
    tick: "tick or clear",
    grab: "pick up a line",
    pair: " match",
    choose: " choose",
    edit: "edit",
    done_typing: "done typing",
    next_blank: "next blank",
    decide: "Enter decide",
    not_now: "not this time",
    minutes_saved: "How many minutes",
    pick: " choose",
};

/// What is pressed next, one key at a time; a digit that chooses and the `Enter` that decides are two presses.
pub fn next_keys(screen: &str, words: &Words) -> Vec<String> {
    let has = |mark: &str| screen.contains(mark);
    let keys: &[&str] = match () {
        () if has(words.key_test) => &["1"],
        () if has(words.role) => &["1"],
        () if has(words.minutes_saved) => &["\r"],
        () if has(words.follow_up) && has(words.pick) => &["2"],
        () if has(words.edit) && has(words.sure) => &["\r"],
        () if has(words.tick) => &["1", "2", "\r"],
        () if has(words.grab) => &["3", "\u{1b}[A", "\r", "\r"],
        () if has(words.pair) => &["1", "2", "3", "4", "\r"],
        () if has(words.choose) && has(words.sure) => &["1", "\r"],
        () if has(words.done_typing) || has(words.next_blank) => &["?", "\r"],
        () if has(words.not_now) && has(words.choose) => &["1"],
        () if has(words.decide) => &["\r"],
        () => &["\r"],
    };
    keys.iter().map(|key| (*key).to_owned()).collect()
}

/// The same keys as a Japanese keyboard in its full-width mode sends them.
pub fn full_width(key: &str) -> String {
    match key.chars().collect::<Vec<_>>().as_slice() {
        [typed] if typed.is_ascii_graphic() => {
            char::from_u32(u32::from(*typed) + 0xFEE0).expect("ASCII has a full-width form").to_string()
        }
        _ => key.to_owned(),
    }
}

/// Plays until the screen shows `end`; each key may be changed on its way, and `before` is called before each page.
pub fn play(
    terminal: &Terminal,
    words: &Words,
    end: &str,
    form: impl Fn(&str) -> String,
    mut before: impl FnMut(&Terminal, &str),
) -> String {
    terminal.until(|screen| !screen.trim().is_empty());
    for _ in 0..300 {
        let screen = terminal.settled();
        if screen.contains(end) {
            return screen;
        }
        before(terminal, &screen);
        // A verdict takes no key for a moment, and then the next one: the same screen is simply tried again.
        for key in next_keys(&terminal.screen(), words) {
            terminal.press(&form(&key));
            terminal.settled();
        }
    }
    panic!("never came to {end}:\n{}", terminal.screen());
}
