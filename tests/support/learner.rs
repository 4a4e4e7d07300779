//! A learner who knows nothing but what is printed: reads the question, answers as remembered or by guessing, and
//! remembers what the verdict says. Works in both languages from the words on the page.

use std::collections::{BTreeMap, BTreeSet};

use super::talk::{Heard, Talk};

/// The words that this learner looks for, in one language.
pub struct Words {
    pub lang: &'static str,
    pub closed: &'static str,
    pub right: &'static str,
    pub follow_up: &'static str,
    pub promise_read_back: &'static str,
    next: &'static str,
    think: &'static str,
    pick_one: &'static str,
    pick_all: &'static str,
    order: &'static str,
    pairs: &'static str,
    blank: &'static str,
    number: &'static str,
    typed: &'static str,
    write: &'static str,
    checks: &'static str,
    confirm: &'static str,
    verdict: &'static str,
    minutes_saved: &'static str,
    cue: &'static str,
    decide: &'static str,
    follow_up_keys: &'static str,
    home: &'static str,
    close_keys: &'static str,
    role: &'static str,
    /// Said when nothing is kept of an answer.
    practice: &'static str,
}

pub const JAPANESE: Words = Words {
    lang: "ja",
    closed: "今日の分は終わりました",
    right: "正解です",
    follow_up: "その後",
    promise_read_back: "聞きます",
    next: "Enter 次へ",
    think: "まず頭の中で",
    pick_one: "番号（自信",
    pick_all: "番号をすべて（例",
    order: "正しい順に",
    pairs: "組み合わせ",
    blank: "に入る言葉",
    number: "数",
    typed: "答え",
    write: "1行で",
    checks: "書けていた番号",
    confirm: "Enter 自信あり",
    verdict: "u 取り消す",
    minutes_saved: "何分くらい",
    cue: "0 今回は決めない",
    decide: "Enter 決める",
    follow_up_keys: "どうなりましたか",
    home: "l 教材一覧",
    close_keys: "Enter 終わる",
    role: "番号",
    practice: "記録には残りません",
};

pub const ENGLISH: Words = Words {
    lang: "en",
    closed: "That is all for today",
    right: "Right.",
    follow_up: "Follow-up",
    promise_read_back: "You will be asked",
    next: "Enter next",
    think: "Answer in your head",
    pick_one: "Number (not sure",
    pick_all: "All numbers that apply",
    order: "Numbers in order",
    pairs: "Pairs (such",
    blank: "Word for [",
    number: "A number",
    typed: "Answer",
    write: "Write one line",
    checks: "All numbers that it holds",
    confirm: "Enter sure",
    verdict: "u take back",
    minutes_saved: "how many minutes",
    cue: "0 not this time",
    decide: "Enter decide",
    follow_up_keys: "What came of it",
    home: "l lessons",
    close_keys: "Enter finish",
    role: "Number",
    practice: "nothing of it is kept",
};

/// What the learner has seen, over all days.
#[derive(Default)]
pub struct Memory {
    /// The right answer as text, by the question's words.
    right: BTreeMap<String, String>,
    pub answers: u32,
    pub right_answers: u32,
    pub types: BTreeSet<&'static str>,
    pub lessons_read: u32,
    pub promises: u32,
    pub follow_ups: u32,
    guess: usize,
}

/// One question as it was printed.
#[derive(Clone, Debug, Default)]
struct Asked {
    stem: String,
    /// Mark and text: `1`, `2` … or `a`, `b` …
    options: Vec<(String, String)>,
    reply: String,
    is_cloze: bool,
}

/// Plays one sitting from the first prompt to the closing one, and returns what the closing page said.
pub fn play(talk: &mut Talk, words: &Words, memory: &mut Memory) -> String {
    let mut asked = Asked::default();
    let mut heard = talk.hear();
    for _ in 0..400 {
        assert!(heard.asks, "the program ended in the middle of a sitting:\n{}", talk.transcript);
        let reply = next_reply(&heard, words, memory, &mut asked);
        match reply {
            Some(reply) => heard = talk.ask(&reply),
            None => return heard.text,
        }
    }
    panic!("a sitting without an end:\n{}", talk.transcript);
}

/// What to type; `None` at the closing prompt.
fn next_reply(heard: &Heard, words: &Words, memory: &mut Memory, asked: &mut Asked) -> Option<String> {
    let prompt = heard.prompt.as_str();
    let has = |mark: &str| prompt.contains(mark);
    if has(words.close_keys) {
        return None;
    }
    if has(words.confirm) || has(words.home) || has(words.decide) {
        memory.promises += u32::from(has(words.decide));
        return Some(String::new());
    }
    if heard.text.contains(words.practice) {
        return Some(String::new());
    }
    if has(words.verdict) {
        learn(heard, words, memory, asked);
        return Some(String::new());
    }
    if has(words.think) {
        asked.stem = stem(&heard.text);
        return Some(String::new());
    }
    if has(words.follow_up_keys) {
        memory.follow_ups += 1;
        return Some("1".into());
    }
    if has(words.minutes_saved) {
        return Some(String::new());
    }
    if has(words.cue) {
        return Some("1".into());
    }
    if has(words.next) {
        memory.lessons_read += u32::from(has("o "));
        return Some(String::new());
    }
    let kinds = [
        (words.pick_one, "one"),
        (words.pick_all, "all"),
        (words.order, "order"),
        (words.pairs, "match"),
        (words.blank, "cloze"),
        (words.checks, "checks"),
        (words.write, "write"),
        (words.number, "number"),
        (words.typed, "typed"),
    ];
    let kind = kinds.iter().find(|(mark, _)| prompt.starts_with(mark) || prompt.contains(mark)).map(|(_, kind)| *kind);
    match kind {
        Some("checks") => {
            let count = heard.text.lines().filter(|line| option(line).is_some()).count();
            Some((1..=count).map(|number| number.to_string()).collect::<Vec<_>>().join(" "))
        }
        Some(kind) => {
            memory.types.insert(kind);
            Some(answer(kind, heard, memory, asked))
        }
        None if prompt == words.role => Some("1".into()),
        // A screen that only waits: the first run, a reminder.
        None => Some(String::new()),
    }
}

fn answer(kind: &'static str, heard: &Heard, memory: &mut Memory, asked: &mut Asked) -> String {
    let printed = stem(&heard.text);
    if !printed.is_empty() {
        asked.stem = printed;
    }
    let options: Vec<(String, String)> = heard.text.lines().filter_map(option).collect();
    if !options.is_empty() {
        asked.options = options;
    }
    let known = memory.right.get(&asked.stem).cloned();
    let by_text = |text: &str| asked.options.iter().find(|(_, option)| option == text).map(|(mark, _)| mark.clone());
    let reply = match (kind, known) {
        ("one" | "all" | "order" | "match", Some(known)) => {
            let parts: Option<Vec<String>> = known
                .split('\u{1f}')
                .map(|part| match part.split_once('\u{1e}') {
                    None => by_text(part),
                    Some((left, right)) => Some(format!("{}{}", by_text(left)?, by_text(right)?)),
                })
                .collect();
            parts.map(|parts| parts.join(" ")).unwrap_or_else(|| guess(kind, asked, memory))
        }
        ("cloze", Some(known)) => {
            let number = heard.prompt.split(['[', ']']).nth(1).unwrap_or("1");
            cloze_part(&known, number)
        }
        (_, Some(known)) => known,
        (_, None) => guess(kind, asked, memory),
    };
    asked.is_cloze = kind == "cloze";
    asked.reply.clone_from(&reply);
    reply
}

/// A plausible try: another one each time.
fn guess(kind: &str, asked: &Asked, memory: &mut Memory) -> String {
    memory.guess += 1;
    let numbers: Vec<&str> =
        asked.options.iter().map(|(mark, _)| mark.as_str()).filter(|mark| mark.parse::<u32>().is_ok()).collect();
    match kind {
        "one" => {
            numbers[memory.guess % numbers.len()].to_owned() + if memory.guess.is_multiple_of(3) { "?" } else { "" }
        }
        "all" => numbers[..=memory.guess % numbers.len()].join(" "),
        "order" => numbers.join(" "),
        "match" => {
            let lefts = numbers.len();
            (0..lefts)
                .map(|place| format!("{}{}", place + 1, char::from(b'a' + place as u8)))
                .collect::<Vec<_>>()
                .join(" ")
        }
        "number" => (memory.guess % 10).to_string(),
        _ => format!("answer {}", memory.guess),
    }
}

/// Counts the verdict, and remembers the right answer that it tells.
fn learn(heard: &Heard, words: &Words, memory: &mut Memory, asked: &mut Asked) {
    memory.answers += 1;
    let first = heard.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let is_choice = !asked.options.is_empty();
    let told = first.split(['。', '.']).next().unwrap_or_default();
    let right = if first.starts_with(words.right) {
        memory.right_answers += 1;
        // What was right is remembered as it was answered.
        if is_choice { marked(&asked.reply, asked) } else { Some(asked.reply.clone()).filter(|_| !asked.is_cloze) }
    } else if is_choice {
        marked(told, asked)
    } else {
        between(&heard.text, '「', '」').or_else(|| between(&heard.text, '"', '"'))
    };
    if let Some(right) = right {
        memory.right.insert(asked.stem.clone(), right);
    }
    *asked = Asked::default();
}

/// The texts behind the marks in a reply or in a verdict: `2`, `3 1 2`, `1b 2a`.
fn marked(told: &str, asked: &Asked) -> Option<String> {
    let text_of = |mark: &str| asked.options.iter().find(|(own, _)| own == mark).map(|(_, text)| text.clone());
    let parts: Option<Vec<String>> = told
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| word.starts_with(|character: char| character.is_ascii_digit()))
        .map(|mark| {
            let letter = mark.trim_start_matches(|character: char| character.is_ascii_digit());
            let digits = &mark[..mark.len() - letter.len()];
            match letter {
                "" => text_of(digits),
                _ => Some(format!("{}\u{1e}{}", text_of(digits)?, text_of(letter)?)),
            }
        })
        .collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("\u{1f}"))
}

fn between(text: &str, open: char, close: char) -> Option<String> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    // The sentence may go on in the next line.
    let whole: String = text.lines().skip_while(|line| line.trim() != first).collect();
    let start = whole.find(open)? + open.len_utf8();
    let end = start + whole[start..].find(close)?;
    Some(whole[start..end].to_owned())
}

/// `[1] 開く  [2] 窓口` → the part for `1`.
fn cloze_part(known: &str, number: &str) -> String {
    let mark = format!("[{number}]");
    let behind = known.split_once(&mark).map_or(known, |(_, behind)| behind);
    behind.split('[').next().unwrap_or_default().trim().to_owned()
}

/// The first words of a question: every line before the first option, without the title line.
fn stem(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_again = |line: &str| line.starts_with("もう一度　") || line.starts_with("Once more - ");
    let title = lines
        .by_ref()
        .find(|line| is_again(line) || line.contains('/') && line.chars().any(|character| character.is_ascii_digit()));
    if title.is_none() {
        return String::new();
    }
    lines.take_while(|line| option(line).is_none()).collect()
}

/// `1 text` or `a text`.
fn option(line: &str) -> Option<(String, String)> {
    let (mark, text) = line.split_once(' ')?;
    let is_mark = mark.parse::<u32>().is_ok_and(|number| number < 20)
        || (mark.len() == 1 && mark.chars().all(|character| character.is_ascii_lowercase()));
    (is_mark && !text.trim().is_empty()).then(|| (mark.to_owned(), text.trim().to_owned()))
}
