//! The same figures where a learner sees them: on screens of two sizes, as pictures of ASCII marks, and in lines.

use std::collections::BTreeMap;
use std::fs;

use rstest::rstest;
use sukima::domain::day::Day;

use crate::statistics::career::{Career, NOW, TODAY, day};
use crate::statistics::figures::{expected, quiet_days};
use crate::statistics::sql::Facts;
use crate::support::talk::Talk;
use crate::support::terminal::Start;

const YEAR: [&str; 3] = ["fiscal-2026", "2026-04-01", "2027-03-31"];

/// What SQL counts, and the mark of each day.
struct Wanted {
    figures: BTreeMap<(String, String), i64>,
    marks: BTreeMap<Day, char>,
}

impl Wanted {
    fn of(career: &Career) -> Wanted {
        let facts = Facts::of(career.data(), NOW);
        let figures = expected(&facts, YEAR[0], YEAR[1], YEAR[2]);
        let studied = figures.keys().filter(|(figure, _)| figure == "day-studied").map(|(_, iso)| (day(iso), '#'));
        let quiet = quiet_days(career, YEAR[1], YEAR[2]).into_iter().map(|(iso, figure)| {
            let mark = match figure.as_str() {
                "day-spare-used" => 'o',
                "day-missed" => '-',
                "day-neutral" => '.',
                _ => '_',
            };
            (day(&iso), mark)
        });
        let marks = studied.chain(quiet).collect();
        Wanted { figures, marks }
    }

    fn figure(&self, figure: &str, key: &str) -> i64 {
        self.figures[&(figure.to_owned(), key.to_owned())]
    }

    fn of_figure<'a>(&'a self, figure: &'a str) -> impl Iterator<Item = (&'a str, i64)> {
        self.figures.iter().filter(move |((name, _), _)| name == figure).map(|((_, key), value)| (key.as_str(), *value))
    }

    /// Sentences that are the same on screens and in lines.
    fn sentences(&self) -> Vec<String> {
        let of = |figure, key| self.figure(figure, key);
        vec![
            format!(
                "学習した日 {}日　学習した時間 {}分",
                of("year-days-studied", YEAR[0]),
                of("year-minutes", YEAR[0])
            ),
            format!("答えた数 {}　正解 {}", of("year-answers", YEAR[0]), of("year-right", YEAR[0])),
            format!(
                "この1年で{}問のうち{}問に正解しました（{}%）。目標は90%です。",
                of("retention-answers", TODAY),
                of("retention-right", TODAY),
                of("retention-percent", TODAY)
            ),
            format!("一度間違えて、2週間以上あけて正解した問題　{}問", of("set-right", TODAY)),
        ]
    }

    fn marks_of_month(&self, month: i8) -> String {
        let days = self.marks.iter().filter(|(day, _)| day.date().month() == month);
        days.map(|(_, mark)| *mark).collect()
    }
}

/// Text without white space, so that it does not matter where it was broken.
fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// `11月20日(金)`.
fn told_day(iso: &str) -> String {
    let date = day(iso).date();
    let weekday = ["月", "火", "水", "木", "金", "土", "日"][date.weekday().to_monday_zero_offset() as usize];
    format!("{}月{}日({weekday})", date.month(), date.day())
}

/// Every part of くわしい進み具合, one below the other.
fn all_parts(career: &Career, size: (u16, u16)) -> String {
    all_parts_in(career, size, "ja")
}

fn all_parts_in(career: &Career, size: (u16, u16), language: &str) -> String {
    let data = career.data().to_str().unwrap();
    let words = ["--data-dir", data, "--lang", language, "--now", NOW];
    // Without colours, so that whatever is told is told by characters.
    let terminal = Start::new(&words).variable("NO_COLOR", "1").size(size.0, size.1).run();
    terminal.shows("Enter");
    terminal.press("p");
    terminal.press_until("2", |screen| screen.contains("年度（") || screen.contains("Apr 2026"));
    let mut all = String::new();
    loop {
        let screen = terminal.settled();
        let body: Vec<&str> = screen.lines().skip(1).collect();
        all += &body.join("\n");
        all.push('\n');
        if screen.contains("Enter 戻る") || screen.contains("Enter back") {
            return all;
        }
        terminal.press(" ");
    }
}

#[rstest]
#[case::large((80, 24))]
#[case::small((40, 12))]
fn the_figures_on_the_screen_are_what_sql_counts(#[case] size: (u16, u16)) {
    let career = Career::new(3);
    let wanted = Wanted::of(&career);
    let shown = all_parts(&career, size);
    let text = squeezed(&shown);
    for sentence in wanted.sentences() {
        assert!(text.contains(&squeezed(&sentence)), "{sentence}\n{shown}");
    }
    // A week is named, a bar is drawn, and the minutes stand behind it.
    let bare = text.replace(['#', '='], "");
    for figure in ["ahead-minutes", "week-minutes"] {
        for (key, minutes) in wanted.of_figure(figure) {
            assert!(bare.contains(&format!("{}から{minutes}分", told_day(key))), "{figure} {key} {minutes}\n{shown}");
        }
    }
    for (skill, name) in [("digital", "デジタル基礎力"), ("transform", "業務変革力"), ("none", "そのほかの教材")]
    {
        let of = |figure| wanted.figure(figure, skill);
        let bars = text.split(name).nth(1).unwrap_or_else(|| panic!("{name}\n{shown}"));
        let first: String = bars.chars().filter(|character| !"[]#-".contains(*character)).take(40).collect();
        let told = format!(
            "わかる{}問中{}問やってみる{}本中{}本",
            of("skill-questions"),
            of("skill-understood"),
            of("skill-lessons"),
            of("skill-tried")
        );
        assert!(first.starts_with(&told), "{told}: {first}");
    }
}

/// `Fri 20 Nov`.
fn told_day_in_english(iso: &str) -> String {
    let date = day(iso).date();
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday().to_monday_zero_offset() as usize];
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    format!("{weekday} {} {}", date.day(), months[date.month() as usize - 1])
}

#[rstest]
#[case::large((80, 24))]
#[case::small((40, 12))]
fn in_english_without_colours_and_in_ascii_the_figures_are_what_sql_counts(#[case] size: (u16, u16)) {
    let career = Career::new(3);
    let wanted = Wanted::of(&career);
    fs::write(career.data().join("settings.toml"), "marks = \"ascii\"\n").unwrap();
    let shown = all_parts_in(&career, size, "en");
    assert!(shown.is_ascii(), "{shown}");
    let text = squeezed(&shown);
    let of = |figure, key| wanted.figure(figure, key);
    for sentence in [
        format!("Days studied {}, time studied {} min", of("year-days-studied", YEAR[0]), of("year-minutes", YEAR[0])),
        format!("Answers {}, right {}", of("year-answers", YEAR[0]), of("year-right", YEAR[0])),
        format!(
            "Of {} within the last year, {} were right ({} %). The target is 90 %.",
            of("retention-answers", TODAY),
            of("retention-right", TODAY),
            of("retention-percent", TODAY)
        ),
        format!("Questions once missed, then right after two weeks or more: {}", of("set-right", TODAY)),
    ] {
        assert!(text.contains(&squeezed(&sentence)), "{sentence}\n{shown}");
    }
    let bare = text.replace(['#', '='], "");
    for figure in ["ahead-minutes", "week-minutes"] {
        for (key, minutes) in wanted.of_figure(figure) {
            let told = squeezed(&format!("from {}{minutes} min", told_day_in_english(key)));
            assert!(bare.contains(&told), "{figure} {told}\n{shown}");
        }
    }
    for (skill, name) in [("digital", "Digital basics"), ("transform", "Transforming work"), ("none", "Other lessons")]
    {
        let bars = text.split(&squeezed(name)).nth(1).unwrap_or_else(|| panic!("{name}\n{shown}"));
        let first: String = bars.chars().filter(|character| !"[]#-".contains(*character)).take(60).collect();
        let told = format!(
            "understood {} of {} tried {} of {}",
            of("skill-understood", skill),
            of("skill-questions", skill),
            of("skill-tried", skill),
            of("skill-lessons", skill)
        );
        assert!(first.starts_with(&squeezed(&told)), "{told}: {first}");
    }
    // Each day has its mark here, too: as many of each as there are.
    let calendar =
        shown.split("Study calendar").nth(1).and_then(|rest| rest.split("Questions answered").next()).unwrap();
    let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];
    let rows = calendar.lines().filter_map(|line| {
        let line = line.trim();
        names
            .iter()
            .find_map(|name| line.strip_prefix(name))
            .filter(|rest| rest.chars().all(|mark| "#o-._ ".contains(mark)))
    });
    let mut drawn: Vec<char> = rows.flat_map(str::chars).filter(|mark| *mark != ' ').collect();
    let mut marks: Vec<char> = wanted.marks.values().copied().collect();
    drawn.sort_unstable();
    marks.sort_unstable();
    assert_eq!(drawn, marks, "\n{shown}");
}

/// The bars of the weeks, each with its minutes, and those of the stages, as `(drawn, room, done, of)`.
fn bars(shown: &str) -> (Vec<(u64, u64)>, Vec<[u64; 4]>) {
    let count = |text: &str, marks: &str| text.chars().filter(|character| marks.contains(*character)).count() as u64;
    let numbers = |text: &str| -> Vec<u64> {
        text.split(|character: char| !character.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
    };
    let week = |line: &&str| {
        let (_, rest) = line.split_once(")から ").filter(|(_, rest)| rest.ends_with('分'))?;
        Some((count(rest, "#="), numbers(rest)[0]))
    };
    let stage = |line: &&str| {
        let (bar, told) = line.trim_start().strip_prefix('[')?.split_once(']')?;
        let told = numbers(told);
        Some([count(bar, "#"), bar.len() as u64, told[1], told[0]])
    };
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    (lines.iter().filter_map(week).collect(), lines.iter().filter_map(stage).collect())
}

#[rstest]
#[case::large((80, 24), 30)]
#[case::small((40, 12), 10)]
fn bars_are_as_long_as_their_figures_say(#[case] size: (u16, u16), #[case] room: u64) {
    let career = Career::new(3);
    let shown = all_parts(&career, size);
    let (weeks, stages) = bars(&shown);
    assert!(weeks.len() >= 4 + 12 && stages.len() >= 4, "{shown}");
    let longest = weeks.iter().map(|(_, minutes)| *minutes).max().unwrap();
    // Behind and ahead share one scale, so that two bars of one length are two times of one length.
    for (drawn, minutes) in weeks {
        let exact = minutes as f64 * room as f64 / longest as f64;
        assert!((drawn as f64 - exact).abs() < 1.0 && (drawn == 0) == (minutes == 0), "{drawn} {minutes}\n{shown}");
        assert!(minutes < longest || drawn == room, "{drawn} {minutes}\n{shown}");
    }
    for [drawn, room, done, of] in stages {
        let exact = (done * room) as f64 / of.max(1) as f64;
        assert!((drawn as f64 - exact).abs() < 1.0 || drawn == 1, "{drawn} of {room}: {done} of {of}\n{shown}");
        assert_eq!((drawn == 0, drawn == room), (done == 0, of > 0 && done == of), "{drawn}: {done} of {of}\n{shown}");
    }
}

#[test]
fn each_day_of_the_calendar_has_its_mark_with_weeks_as_columns() {
    let career = Career::new(3);
    let wanted = Wanted::of(&career);
    let shown = all_parts(&career, (80, 24));
    let monday_before = day("2026-03-30");
    let mut found = BTreeMap::new();
    for (weekday, name) in ["月", "火", "水", "木", "金", "土", "日"].into_iter().enumerate() {
        let row = shown.lines().find_map(|line| line.strip_prefix(&format!("  {name} "))).unwrap();
        let marks = row.chars().enumerate().filter(|(_, mark)| *mark != ' ');
        found.extend(marks.map(|(week, mark)| (monday_before.plus(7 * week as i32 + weekday as i32), mark)));
    }
    assert_eq!(found, wanted.marks, "\n{shown}");
}

#[test]
fn each_day_of_the_calendar_has_its_mark_with_months_as_rows() {
    let career = Career::new(3);
    let wanted = Wanted::of(&career);
    let shown = all_parts(&career, (40, 12));
    for month in 4..=11 {
        let row = shown.lines().find_map(|line| line.strip_prefix(&format!("  {month}月 "))).unwrap();
        assert_eq!(row.trim(), wanted.marks_of_month(month), "{month}\n{shown}");
    }
    assert!(!shown.contains("12月 "), "months to come take no room:\n{shown}");
}

#[test]
fn in_lines_months_are_sentences_and_every_figure_is_what_sql_counts() {
    let career = Career::new(3);
    let wanted = Wanted::of(&career);
    let mut talk = Talk::start(career.data(), &["--lang", "ja", "--now", NOW, "--plain"]);
    talk.hear();
    talk.ask("p");
    let heard = talk.ask("2");
    let text = squeezed(&heard.text);
    for sentence in wanted.sentences() {
        assert!(text.contains(&squeezed(&sentence)), "{sentence}\n{}", heard.text);
    }
    for month in 4..=11 {
        let marks = wanted.marks_of_month(month);
        let count = |mark: char| marks.chars().filter(|other| *other == mark).count();
        let told = format!(
            "2026年{month}月学習した日{}日、お休みできる日{}日、学習なし{}日",
            count('#'),
            count('o'),
            count('-')
        );
        assert!(text.contains(&told), "{told}\n{}", heard.text);
    }
    for (key, minutes) in wanted.of_figure("week-minutes") {
        assert!(text.contains(&format!("{}からの週{minutes}分", told_day(key))), "{key} {minutes}\n{}", heard.text);
    }
    for (key, minutes) in wanted.of_figure("ahead-minutes") {
        let to = told_day(&day(key).plus(6).iso());
        let told = format!("{}から{to}まで{minutes}分", told_day(key));
        assert!(text.contains(&told), "{told}\n{}", heard.text);
    }
    assert!(heard.text.lines().all(|line| sukima::width::columns(line) <= 60), "{}", heard.text);
    // The calendar year, the year before it, and back to where it began.
    assert!(talk.ask("1").text.contains("進み具合　2026年\n"));
    assert!(talk.ask("2").text.contains("進み具合　2025年\n"));
    assert!(talk.ask("3").text.contains("進み具合　2026年\n"));
    assert!(talk.ask("1").text.contains("2026年度（令和8年度）"));
    assert!(talk.ask("").prompt.contains("2 くわしく見る"));
    assert!(talk.end_of_input().1.success());
}

#[test]
fn a_year_before_the_record_and_one_after_today_say_that_there_is_nothing() {
    let career = Career::new(3);
    let data = career.data().to_str().unwrap();
    let terminal = Start::new(&["--data-dir", data, "--lang", "ja", "--now", NOW]).run();
    terminal.shows("Enter");
    terminal.press("p");
    terminal.press_until("2", |screen| screen.contains("2026年度（"));
    terminal
        .press_until("\x1b[C", |screen| screen.contains("2027年度（") && screen.contains("この期間の記録はありません"));
    terminal.press_until("\x1b[D\x1b[D\x1b[D", |screen| {
        screen.contains("2024年度（") && screen.contains("この期間の記録はありません")
    });
    terminal.press_until("\r\r\r", |screen| screen.contains("このごろの日"));
}

#[test]
fn a_beginner_is_told_that_there_is_nothing_yet_and_no_share() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(data.path(), &["--lang", "ja", "--now", NOW, "--plain"]);
    talk.first_run();
    talk.ask("p");
    let heard = talk.ask("2");
    assert!(heard.text.contains("まだ0問なので、割合は出しません。"), "{}", heard.text);
    assert!(heard.text.contains("この期間の記録はありません。"), "{}", heard.text);
    assert!(heard.text.contains("共創力　まだ始めていません"), "{}", heard.text);
}
