//! The command line as its readers meet it: what is understood, what help says, and what a mistake is answered with.

use std::ffi::OsString;
use std::path::PathBuf;

use rstest::rstest;

use crate::cli::arguments::{
    AmbiguousWidth, Arguments, FigureForm, GlobalArguments, Job, LeaveChange, Refusal, RefusalKind, SaidDay, Shell,
    parse,
};
use crate::domain::day::Day;
use crate::domain::language::Language;
use crate::domain::statistics::YearKind;
use crate::domain::work_pattern::WorkPattern;
use crate::i18n::usage::UsageProblem;
use crate::text::SafeText;
use crate::width::{self, Ambiguous};

fn words(line: &str) -> Vec<OsString> {
    line.split_whitespace().map(|word| OsString::from(word.replace('~', " "))).collect()
}

fn understood(line: &str) -> Arguments {
    parse(words(line), Language::English).unwrap_or_else(|refusal| panic!("{line}\n{}", refusal.text))
}

fn stats(kind: YearKind, year: Option<i16>, form: FigureForm) -> Job {
    Job::Stats { kind, year, form }
}

fn leave(from: SaidDay, to: Option<SaidDay>, is_cancelled: bool) -> Job {
    Job::Leave { change: Some(LeaveChange { from, to, is_cancelled }), json: false }
}

fn refused(line: &str, language: Language) -> Refusal {
    parse(words(line), language).expect_err(line)
}

#[rstest]
#[case("sukima", Job::Home { plain: false })]
#[case("sukima --plain", Job::Home { plain: true })]
#[case("sukima --plain study", Job::Study { minutes: None, plain: true, lesson: None })]
#[case("sukima study", Job::Study { minutes: None, plain: false, lesson: None })]
#[case("sukima study --minutes 5 --plain mail", Job::Study { minutes: Some(5), plain: true, lesson: Some("mail".into()) })]
#[case("sukima study --minutes=60", Job::Study { minutes: Some(60), plain: false, lesson: None })]
#[case("sukima study --minutes １０", Job::Study { minutes: Some(10), plain: false, lesson: None })]
#[case("sukima begin", Job::Begin { plain: false })]
#[case("sukima begin --plain", Job::Begin { plain: true })]
#[case("sukima check", Job::Check { folder: None, fix: false, json: false })]
#[case("sukima check 教材 --fix --json", Job::Check { folder: Some("教材".into()), fix: true, json: true })]
#[case("sukima lessons", Job::LessonsList { json: false })]
#[case("sukima lessons list --json", Job::LessonsList { json: true })]
#[case("sukima lessons show a.md --columns 40", Job::LessonsShow { lesson: "a.md".into(), columns: Some(40) })]
#[case("sukima lessons unpack out", Job::LessonsUnpack { folder: "out".into() })]
#[case("sukima status --json", Job::Status { json: true })]
#[case("sukima streak --explain", Job::Streak { explain: true, json: false })]
#[case("sukima streak --json", Job::Streak { explain: false, json: true })]
#[case("sukima stats", stats(YearKind::Fiscal, None, FigureForm::Lines))]
#[case("sukima stats --fiscal --year 令和８年度 --json", stats(YearKind::Fiscal, Some(2026), FigureForm::Json))]
#[case("sukima stats --calendar --year 2025 --csv", stats(YearKind::Calendar, Some(2025), FigureForm::Csv))]
#[case("sukima stats --year 令和元年", stats(YearKind::Fiscal, Some(2019), FigureForm::Lines))]
#[case("sukima calendar", Job::Calendar { year: None, json: false })]
#[case("sukima calendar ２０２７ --json", Job::Calendar { year: Some(2027), json: true })]
#[case("sukima leave", Job::Leave { change: None, json: false })]
#[case("sukima leave 明日", leave(SaidDay::Away(1), None, false))]
#[case("sukima leave 2026-12-01 12/4", leave(SaidDay::On(Day(20_788)), Some(SaidDay::Of { month: 12, day: 4 }), false))]
#[case("sukima leave --cancel today", leave(SaidDay::Away(0), None, true))]
#[case("sukima workdays --json", Job::Workdays { set: None, json: true })]
#[case("sukima workdays mon-fri", Job::Workdays { set: Some((WorkPattern::default(), SaidDay::Away(0))), json: false })]
#[case("sukima workdays 月 火 水 木 金 --from 2026-12-01", Job::Workdays { set: Some((WorkPattern::default(), SaidDay::On(Day(20_788)))), json: false })]
#[case("sukima fit", Job::Fit { reset: false, json: false })]
#[case("sukima fit --reset --json", Job::Fit { reset: true, json: true })]
#[case("sukima doctor --rebuild", Job::Doctor { rebuild: true, json: false })]
#[case("sukima completions PowerShell", Job::Completions { shell: Shell::PowerShell })]
#[case("sukima man", Job::Manual)]
fn a_job_is_understood(#[case] line: &str, #[case] job: Job) {
    assert_eq!(understood(line).job, job);
}

#[test]
fn common_options_stand_before_or_behind_the_command() {
    let before = "sukima --data-dir d --lessons l --office o.toml --lang en --profile 山田 --ambiguous wide --now 2026-11-24T08:50 status";
    let behind = "sukima status --data-dir d --lessons l --office o.toml --lang en --profile 山田 --ambiguous wide --now 2026-11-24T08:50";
    let deep = "sukima --data-dir d lessons --lessons l list --office o.toml --lang en --profile 山田 --ambiguous wide --now 2026-11-24T08:50";
    let global = understood(before).global;
    assert_eq!(
        global,
        GlobalArguments {
            data_dir: Some(PathBuf::from("d")),
            lessons: Some(PathBuf::from("l")),
            office: Some(PathBuf::from("o.toml")),
            language: Some(Language::English),
            profile: Some("山田".to_owned()),
            ambiguous: Some(AmbiguousWidth::Known(Ambiguous::Wide)),
            now: Some("2026-11-24T08:50".to_owned()),
        }
    );
    assert_eq!(understood(behind).global, global);
    assert_eq!(understood(deep).global, global);
}

const HELP_LINES: [&str; 16] = [
    "sukima --help",
    "sukima study --help",
    "sukima check -h",
    "sukima lessons --help",
    "sukima help lessons show",
    "sukima help lessons unpack",
    "sukima status --help",
    "sukima streak --help",
    "sukima stats --help",
    "sukima calendar --help",
    "sukima leave --help",
    "sukima workdays --help",
    "sukima fit --help",
    "sukima doctor --help",
    "sukima completions --help",
    "sukima man --help",
];

fn all_help(language: Language) -> String {
    HELP_LINES
        .iter()
        .map(|line| {
            let refusal = refused(line, language);
            assert_eq!((refusal.kind, refusal.exit_code()), (RefusalKind::Help, 0), "{line}");
            format!("$ {line}\n{}\n", refusal.text)
        })
        .collect()
}

#[test]
fn help_reads_well_in_both_languages() {
    insta::assert_snapshot!("help_japanese", all_help(Language::Japanese));
    insta::assert_snapshot!("help_english", all_help(Language::English));
}

#[test]
fn japanese_help_has_no_english_word_but_names() {
    let help = all_help(Language::Japanese);
    for english in ["Usage", "Commands", "Options", "Arguments", "Print", "help for", "default", "possible", "error"] {
        assert!(!help.contains(english), "{english} stands in the Japanese help");
    }
}

#[rstest]
#[case(Language::Japanese)]
#[case(Language::English)]
fn no_line_of_help_is_wider_than_80_columns(#[case] language: Language) {
    for line in all_help(language).lines() {
        assert!(width::columns(line) <= 80, "{} columns: {line}", width::columns(line));
        assert_eq!(line.trim_end(), line, "spaces at the end");
    }
}

#[test]
fn the_version_is_told() {
    for line in ["sukima --version", "sukima -V"] {
        let refusal = refused(line, Language::Japanese);
        assert_eq!((refusal.kind, refusal.exit_code()), (RefusalKind::Version, 0));
        assert_eq!(refusal.text, format!("sukima {}\n", env!("CARGO_PKG_VERSION")));
    }
}

const MISTAKES: [&str; 33] = [
    "sukima --fxi",
    "sukima check --fxi",
    "sukima check --jsno",
    "sukima stduy",
    "sukima ｃｈｅｃｋ",
    "sukima study －－plain mail",
    "sukima lessons lsit",
    "sukima lessons --json",
    "sukima status everything",
    "sukima check a b",
    "sukima study --minutes",
    "sukima study --minutes 0",
    "sukima study --minutes 61",
    "sukima study --minutes three",
    "sukima study --minutes -3",
    "sukima study --minutes 3 --minutes 5",
    "sukima check --json --json",
    "sukima check --json=yes",
    "sukima lessons show",
    "sukima lessons show a --columns 5",
    "sukima lessons unpack",
    "sukima stats --json --csv",
    "sukima stats --fiscal --calendar",
    "sukima stats --year 8",
    "sukima calendar 1900",
    "sukima completions",
    "sukima completions cmd",
    "sukima help nothing",
    "sukima --lang fr status",
    "sukima --ambiguous broad",
    "sukima --data-dir",
    "sukima --data-dir= status",
    "sukima --now 2026-11-24T08:50 status",
];

/// Found by the engine, told like the others.
fn found_later() -> [UsageProblem; 2] {
    [
        UsageProblem::UnreadableTime { found: SafeText::new("8:50") },
        UsageProblem::UnusableProfile { found: SafeText::new("../other") },
    ]
}

#[test]
fn a_mistake_is_answered_with_what_is_wrong_and_what_to_do() {
    for (name, language) in [("mistakes_japanese", Language::Japanese), ("mistakes_english", Language::English)] {
        let line = "sukima --data-dir d --now 8:50 --profile ../other study";
        let later = found_later().map(|problem| (line, Refusal::mistake(&problem, &words(line), language)));
        let answers: String = MISTAKES
            .iter()
            .map(|line| (*line, refused(line, language)))
            .chain(later)
            .map(|(line, refusal)| {
                let RefusalKind::Mistake { code, as_json } = refusal.kind else { panic!("{line}: {:?}", refusal.kind) };
                assert_eq!(refusal.exit_code(), 2, "{line}");
                assert_eq!(as_json, words(line).contains(&OsString::from("--json")), "{line}");
                assert_ne!(code, "other", "{line}");
                format!("$ {line}\n[{code}]\n{}\n", refusal.text)
            })
            .collect();
        insta::assert_snapshot!(name, answers);
    }
}

#[test]
fn a_hostile_word_does_no_harm_when_it_is_quoted() {
    let line = [OsString::from("sukima"), OsString::from(format!("\u{1b}]0;title\u{7}\n{}", "x".repeat(500)))];
    let text = parse(line, Language::English).unwrap_err().text;
    assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'));
    assert!(text.lines().all(|line| line.chars().count() < 120), "{text}");
}

#[test]
#[cfg(unix)]
fn a_path_need_not_be_unicode() {
    use std::os::unix::ffi::OsStringExt;

    let raw = OsString::from_vec(vec![b'd', 0xff]);
    let line = [OsString::from("sukima"), "check".into(), raw.clone()];
    let job = parse(line, Language::English).unwrap().job;
    assert_eq!(job, Job::Check { folder: Some(PathBuf::from(raw)), fix: false, json: false });
}
