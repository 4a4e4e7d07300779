//! The planner's rules through the real program and its record: another type of question for a point that was missed,
//! siblings apart, confusable pairs together, the day off that moved a question by its name, what is known well once a
//! year, no new text while four questions wait, and few questions after weeks away.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::path::{Path, PathBuf};

use crate::support::lessons::lesson;
use crate::support::talk::{Heard, Talk};
use crate::support::texts;
use rstest::rstest;

const OPTIONS: &str = "- [x] 正しい手\n- [ ] 誤った手\n  - その手では、知らせるのが遅れてしまいます。\n\
    - [ ] 別の手\n  - その手では、記録がどこにも残りません。\n";
/// The questions of the last sitting in their order.
const ASKED: &str = "select json_extract(value, '$.lesson') || '/' || json_extract(value, '$.question')
    from session join session_steps on session_steps.session = session.id, json_each(steps) where json_extract(value, '$.kind') = 'ask'
    and tick = (select max(tick) from session) order by key";

struct Office(tempfile::TempDir);

impl Office {
    /// Each lesson with what stands in the comments of its questions, besides their ids.
    fn new(lessons: &[(&str, &[&str])]) -> Office {
        let folder = tempfile::tempdir().unwrap();
        for (id, questions) in lessons {
            let question = |(place, note): (usize, &&str)| {
                format!("\n### 問{0}（1つ）{id}の問{0}です。\n<!-- id: {id}aa{0}{note} -->\n\n{OPTIONS}", place + 1)
            };
            let questions: String = questions.iter().enumerate().map(question).collect();
            let text = format!("# 題{id}\n\n本文です。\n\n## 確認問題\n{questions}");
            lesson(&folder.path().join("lessons"), "ja", id, &format!("題{id}"), &text);
        }
        Office(folder)
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn start(&self, day: &str, words: &[&str]) -> (Talk, Heard) {
        let lessons = self.0.path().join("lessons");
        let now = format!("{day}T12:41+09:00");
        let mut all = vec!["--lang", "ja", "--now", &now, "--lessons", path(&lessons)];
        all.extend(words);
        let is_first = !self.data().exists();
        let mut talk = Talk::start(&self.data(), &all);
        let heard = if is_first { talk.first_run() } else { talk.hear() };
        (talk, heard)
    }

    /// Reads a lesson and answers its questions, each with the option that `choose` names for its words.
    fn study(&self, day: &str, id: &str, choose: impl Fn(&str) -> &'static str) {
        let (mut talk, mut heard) = self.start(day, &["study", id]);
        while !heard.prompt.contains("Enter 終わる") {
            heard = match heard.prompt.starts_with("番号（") {
                true => talk.ask(&option(&heard, choose(&heard.text))),
                false => talk.ask(""),
            };
        }
        talk.end_of_input();
    }

    fn asked(&self) -> Vec<String> {
        texts(&self.data(), ASKED)
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn solid(text: &str) -> String {
    text.replace('\n', "")
}

/// The number in front of this option.
fn option(heard: &Heard, text: &str) -> String {
    let line = heard.text.lines().find(|line| line.ends_with(text)).unwrap_or_else(|| panic!("{text}: {}", heard.text));
    line.split(' ').next().unwrap().to_owned()
}

#[test]
fn a_missed_point_is_asked_once_more_in_another_type() {
    let office = Office::new(&[]);
    let text = format!(
        "# 題\n\n本文です。\n\n## 確認問題\n\n### 問1（1つ）どうしますか。\n<!-- id: aaaa; point: first -->\n\n{OPTIONS}\n\
         ### 問2（正誤）知らせるのが先である。\n<!-- id: bbbb; point: first -->\n\n答え: ○\n\
         よくある誤り: × → 遅れてしまいます。\n"
    );
    lesson(&office.0.path().join("lessons"), "ja", "own", "題", &text);
    // The second is known so well that no sitting of the next day asks it; the first is missed again and again.
    for day in ["2026-10-05", "2026-10-09", "2026-10-16", "2026-10-29"] {
        office.study(day, "own", |text| if text.contains("知らせるのが先") { "正しい" } else { "誤った手" });
    }
    let (mut talk, thinking) = office.start("2026-10-30", &["study"]);
    assert!(thinking.text.contains("どうしますか。"), "{}", thinking.text);
    assert_eq!(office.asked(), ["own/aaaa"]);
    let asked = talk.ask("");
    let verdict = talk.ask(&option(&asked, "誤った手"));
    assert!(solid(&verdict.text).contains("このあと、もう一度出ます"), "{}", verdict.text);
    assert_eq!(office.asked(), ["own/aaaa", "own/bbbb"]);
    let again = talk.ask("");
    assert!(again.text.contains("もう一度") && again.text.contains("知らせるのが先である。"), "{}", again.text);
}

#[test]
fn questions_of_one_lesson_are_asked_apart() {
    let office = Office::new(&[("a", &["", ""]), ("b", &["", ""])]);
    for id in ["a", "b"] {
        office.study("2026-11-09", id, |_| "正しい手");
    }
    office.start("2026-11-12", &["study", "--minutes=10"]).0.end_of_input();
    let lessons: Vec<String> = office.asked().iter().map(|asked| asked[..1].to_owned()).collect();
    assert_eq!(lessons.len(), 4);
    assert!(lessons.windows(2).all(|pair| pair[0] != pair[1]), "{lessons:?}");
}

#[test]
fn questions_taken_for_each_other_are_asked_together() {
    let office = Office::new(&[("a", &["; confuse: c/caa1"]), ("b", &[""]), ("c", &[""]), ("d", &[""])]);
    for id in ["a", "b", "c", "d"] {
        office.study("2026-11-09", id, |_| "正しい手");
    }
    office.start("2026-11-12", &["study", "--minutes=10"]).0.end_of_input();
    let asked = office.asked();
    let place = |id: &str| asked.iter().position(|asked| asked.starts_with(id)).unwrap();
    assert_eq!(asked.len(), 4);
    assert_eq!(place("a").abs_diff(place("c")), 1, "{asked:?}");
}

#[rstest]
#[case::over_a_holiday(
    "2026-11-20",
    "誤った手",
    "11月24日(火)です（間違えたので次の勤務日。11月23日(月)は勤労感謝の日のため除く）"
)]
#[case::right_over_a_holiday(
    "2026-11-20",
    "正しい手",
    "11月24日(火)です（自信ありの正解で2日後。11月23日(月)は勤労感謝の日のため除く）"
)]
#[case::over_a_weekend("2026-11-13", "正しい手", "11月16日(月)です（自信ありの正解で2日後、土日を除く）")]
#[case::over_new_year(
    "2026-12-28",
    "誤った手",
    "1月4日(月)です（間違えたので次の勤務日。12月29日(火)は年末年始の休みのため除く）"
)]
#[case::not_moved("2026-11-09", "正しい手", "次は2日後の11月11日(水)です（自信ありの正解）")]
fn the_day_off_that_moves_a_question_is_named(#[case] day: &str, #[case] chosen: &str, #[case] said: &str) {
    let office = Office::new(&[("a", &[""])]);
    let (mut talk, _) = office.start(day, &["study", "a"]);
    let asked = talk.ask("");
    let verdict = talk.ask(&option(&asked, chosen));
    let told = solid(&verdict.text);
    assert!(told.contains(said), "{told}");
}

#[test]
fn what_is_known_well_is_asked_once_a_year_and_again_soon_when_it_is_missed() {
    let office = Office::new(&[("a", &[""])]);
    for day in ["2025-10-06", "2025-12-05"] {
        office.study(day, "a", |_| "正しい手");
    }
    let (mut talk, _) = office.start("2026-04-24", &["study", "a"]);
    let asked = talk.ask("");
    let told = solid(&talk.ask(&option(&asked, "正しい手")).text);
    // A year later is a Saturday.
    assert!(told.contains("次は1年後の4月26日(月)です（よく覚えているので年1回）"), "{told}");
    talk.ask("");
    drop(talk.end_of_input());
    let (mut talk, before) = office.start("2027-04-23", &[]);
    assert!(before.text.contains("次の復習は4月26日(月)です。") && !before.text.contains("問だけ"), "{}", before.text);
    talk.ask("");
    drop(talk.end_of_input());
    let (mut talk, home) = office.start("2027-04-26", &[]);
    assert!(solid(&home.text).contains("今日は1問だけにします。復習 1問"), "{}", home.text);
    talk.ask("");
    let options = talk.ask("");
    let told = solid(&talk.ask(&option(&options, "誤った手")).text);
    assert!(told.contains("4月27日(火)です（間違えたので次の勤務日）"), "{told}");
    drop(talk.end_of_input());
    let known = texts(&office.data(), "select state || ' ' || (due_day - last_day) from memory");
    assert_eq!(known, ["learning 1"]);
}

#[rstest]
#[case::three(&["", ""], &[""], true)]
#[case::four(&["", ""], &["", ""], false)]
fn new_text_waits_while_four_questions_are_due(
    #[case] first: &[&str],
    #[case] second: &[&str],
    #[case] has_new_text: bool,
) {
    let office = Office::new(&[("a", first), ("b", second), ("c", &[""])]);
    for id in ["a", "b"] {
        office.study("2026-11-09", id, |_| "正しい手");
    }
    office.start("2026-11-12", &["study", "--minutes=10"]).0.end_of_input();
    let read =
        "select json_extract(value, '$.lesson') from session join session_steps on session_steps.session = session.id, json_each(steps)
        where json_extract(value, '$.kind') = 'read' and tick = (select max(tick) from session)";
    assert_eq!(texts(&office.data(), read), if has_new_text { vec!["c"] } else { Vec::new() });
    let due = office.asked().iter().filter(|asked| !asked.starts_with('c')).count();
    assert_eq!(due, first.len() + second.len());
}

#[test]
fn after_months_away_three_questions_are_asked_and_nobody_hears_how_many_wait() {
    let lessons: Vec<(&str, &[&str])> = ["a", "b", "c", "d"].map(|id| (id, &["", ""][..])).to_vec();
    let office = Office::new(&lessons);
    for (id, _) in lessons {
        office.study("2026-04-06", id, |_| "正しい手");
    }
    let (mut talk, home) = office.start("2027-04-05", &[]);
    assert!(solid(&home.text).contains("お久しぶりです。今日は3問だけにします。復習 3問"), "{}", home.text);
    let mut heard = talk.ask("");
    for number in 1..=3 {
        assert!(heard.text.contains(&format!("復習 {number}/3")), "{}", heard.text);
        let options = talk.ask("");
        // One of them missed: it comes back another day, as three were promised.
        talk.ask(&option(&options, if number == 2 { "誤った手" } else { "正しい手" }));
        heard = talk.ask("");
    }
    assert!(heard.text.contains("今日の分は終わりました") && heard.text.contains("3問のうち2問正解"), "{}", heard.text);
    let progress = {
        talk.ask("b");
        talk.ask("p")
    };
    for said in [&home, &heard, &progress] {
        assert!(
            !["8問", "6問", "5問", "残り8", "残り5"].iter().any(|count| said.text.contains(count)),
            "{}",
            said.text
        );
    }
    drop(talk.end_of_input());
    // The next working day the rest is spread: an ordinary sitting of three minutes, not everything at once.
    let (_, next) = office.start("2027-04-06", &[]);
    assert!(!next.text.contains("お久しぶり"), "{}", next.text);
}
