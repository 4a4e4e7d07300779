//! One slip in the sample lesson is exactly one finding, at its line; all of them together are all findings together.

use rstest::rstest;
use sukima::content;
use sukima::domain::diagnostic::{Diagnostic, Disagreement, Finding, LengthUnit, Severity};
use sukima::domain::document::{Block, Document};
use sukima::domain::id::LessonId;
use sukima::domain::language::Language;
use sukima::domain::office::Office;

use crate::check::files::Sample;

/// An edit of one file of the sample and what `check` says to it.
struct Slip {
    path: &'static str,
    written: &'static str,
    slip: &'static str,
    /// Line and code.
    wanted: &'static str,
}

const JA: &str = "ja/safe-basics/suspicious-mail-first-move.md";
const EN: &str = "en/safe-basics/suspicious-mail-first-move.md";

const fn ja(written: &'static str, slip: &'static str, wanted: &'static str) -> Slip {
    Slip { path: JA, written, slip, wanted }
}

const fn en(written: &'static str, slip: &'static str, wanted: &'static str) -> Slip {
    Slip { path: EN, written, slip, wanted }
}

/// Slips that keep clear of each other, so that all of them can be made at once. None changes the number of lines.
const SLIPS: &[Slip] = &[
    // -- front matter
    ja("basis: [GK05 2026-11-22, GK06 2026-11-22, F279]", "basis: []", "9 missing-basis"),
    ja("stage: practise", "stagee: practise", "6 unknown-key"),
    ja("review_by: 2027-11-30", "review_by: 2027-11-31", "10 invalid-value"),
    en("minutes: 3", "", "1 missing-key"),
    // -- text
    ja("{{report_desk}}へ知らせます", "{{report_dsek}}へ知らせます", "23 unset-office-value"),
    ja(
        "表示名ではなく、アドレスを見る",
        "表示名ではなく、アドレスを見る（知っている人の名前でも、アドレスまで見て確かめる）",
        "17 table-too-wide",
    ),
    ja("切り離しなど", "切り\u{200B}離しなど", "26 unsafe-character"),
    // -- questions
    ja("開いた時点で感染することがあります。中身は窓口が確かめます。", "感染します。", "38 feedback-too-short"),
    ja("前のメールも偽物だったかもしれません。", "表示名は自由に書きかえられます。", "58 feedback-repeated"),
    ja("id: t1za; ", "", "60 missing-question-id"),
    ja("suspicious-mail-first-move/m3kq", "suspicious-mail-first-move/m3kx", "77 unknown-confusable"),
    ja("worksheet: near-miss", "worksheet: near-mis", "131 unknown-worksheet"),
    en("  - A reply tells the sender that your address is in use.", "", "41 wrong-choice-without-feedback"),
    en("id: p8xd", "id: m3kq", "47 duplicate-question-id"),
    en("- [x] Stop, and call", "- [ ] Stop, and call", "76 no-right-answer"),
    en("**open** it, tell the **desk**", "open it, tell the desk", "106 no-blank"),
    // -- languages
    en("id: f9ue", "id: f9ue; rev: 2", "66 languages-disagree"),
    en("id: h6ws", "id: h6wz", "96 languages-disagree"),
    en("Answer: 3 ± 0 min", "Answer: 2 ± 0 min", "113 languages-disagree"),
    en("ask: 5", "ask: 4", "136 languages-disagree"),
    // -- the Japanese keyboard
    ja("- [x] 公式サイト", "- ［ｘ］ 公式サイト", "51 ime-slip"),
    ja("> ヒント:", "＞ ヒント:", "74 ime-slip"),
    ja("### 問5", "＃＃＃ 問5", "76 ime-slip"),
    ja("1. 手を止める", "１．手を止める", "89 ime-slip"),
    ja("| 文面 | 急がせていないか見る |", "｜ 文面 ｜ 急がせていないか見る ｜", "102 ime-slip"),
    ja("### 問8", "###問8", "106 ime-slip"),
    ja("答え: 3 ± 0 分", "答え: ３ ± 0 分", "116 ime-slip"),
    ja("- [ ] いつのことか書いた", "-[ ] いつのことか書いた", "124 ime-slip"),
    ja("- 「至急」とだけ", "・「至急」とだけ", "142 ime-slip"),
];

fn wanted(slip: &Slip) -> String {
    format!("{}:{}", slip.path, slip.wanted)
}

#[test]
fn the_sample_lesson_is_clean() {
    assert_eq!(Sample::new().check(&Office::default()), [""; 0]);
}

#[test]
fn each_slip_is_exactly_one_finding_at_its_line() {
    let mut surprises = Vec::new();
    for slip in SLIPS {
        let mut sample = Sample::new();
        sample.edit(slip.path, slip.written, slip.slip);
        let found = sample.check(&Office::default());
        if found != [wanted(slip)] {
            surprises.push(format!("{:?} should be {}, is {found:?}", slip.slip, slip.wanted));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn all_slips_at_once_are_all_findings_at_once() {
    let mut sample = Sample::new();
    let mut all: Vec<String> = Vec::new();
    for slip in SLIPS {
        sample.edit(slip.path, slip.written, slip.slip);
        all.push(wanted(slip));
    }
    let mut found = sample.check(&Office::default());
    all.sort();
    found.sort();
    assert_eq!(found, all);
}

/// The sample with its Japanese main text made `length` characters long, or its English one `length` words.
fn with_main_text_of(path: &str, length: usize) -> Sample {
    let mut sample = Sample::new();
    let (place, unit) = match path {
        JA => ("心当たりはありません。", "あ"),
        _ => ("You expect none.", " word"),
    };
    let language = if path == JA { Language::Japanese } else { Language::English };
    let content = sample.read(&Office::default());
    let lesson = content.library.lesson(&LessonId::new("suspicious-mail-first-move"), language);
    let lesson = lesson.expect("the sample has this lesson");
    let now = match language {
        Language::Japanese => lesson.main_length(),
        Language::English => Document::plain(&lesson.main).split_whitespace().count(),
    };
    sample.edit(path, place, &format!("{place}{}", unit.repeat(length - now)));
    sample
}

#[rstest]
#[case::japanese_at_the_limit(JA, 450, None)]
#[case::japanese_above(JA, 451, Some((Severity::Warning, 450)))]
#[case::japanese_long(JA, 600, Some((Severity::Warning, 450)))]
#[case::japanese_too_long(JA, 601, Some((Severity::Error, 600)))]
#[case::english_at_the_limit(EN, 200, None)]
#[case::english_above(EN, 201, Some((Severity::Warning, 200)))]
#[case::english_long(EN, 270, Some((Severity::Warning, 200)))]
#[case::english_too_long(EN, 271, Some((Severity::Error, 270)))]
fn a_main_text_longer_than_a_minute_is_told(
    #[case] path: &str,
    #[case] length: usize,
    #[case] wanted: Option<(Severity, usize)>,
) {
    let content = with_main_text_of(path, length).read(&Office::default());
    let found: Vec<Diagnostic> = content::check(&content, &Office::default());
    let unit = if path == JA { LengthUnit::Characters } else { LengthUnit::Words };
    let wanted: Vec<(Severity, Finding)> =
        wanted.map(|(severity, limit)| (severity, Finding::MainTooLong { length, limit, unit })).into_iter().collect();
    let found: Vec<(Severity, Finding)> = found.into_iter().map(|found| (found.severity, found.finding)).collect();
    assert_eq!(found, wanted);
}

#[rstest]
#[case(JA, "自由に書きかえられます。知っている", "あ", 900, &[])]
#[case(JA, "自由に書きかえられます。知っている", "あ", 901, &["30 lesson-too-long"])]
#[case(EN, "Anyone can type any display name. Check", " word", 400, &[])]
#[case(EN, "Anyone can type any display name. Check", " word", 401, &["30 lesson-too-long"])]
fn the_folded_part_counts_towards_a_limit_of_its_own(
    #[case] path: &str,
    #[case] place: &str,
    #[case] unit: &str,
    #[case] length: usize,
    #[case] wanted: &[&str],
) {
    let mut sample = Sample::new();
    let content = sample.read(&Office::default());
    let lessons = &content.library.lessons[&LessonId::new("suspicious-mail-first-move")];
    let (main, more) = match path {
        JA => (lessons[&Language::Japanese].main_length(), lessons[&Language::Japanese].more_length()),
        _ => {
            let words = |blocks: &[Block]| Document::plain(blocks).split_whitespace().count();
            (words(&lessons[&Language::English].main), words(&lessons[&Language::English].more))
        }
    };
    sample.edit(path, place, &format!("{}{place}", format!("{unit} ").repeat(length - main - more)));
    let wanted: Vec<String> = wanted.iter().map(|wanted| format!("{path}:{wanted}")).collect();
    assert_eq!(sample.check(&Office::default()), wanted);
}

#[test]
fn a_language_that_the_library_promises_and_a_lesson_lacks_is_told() {
    let mut sample = Sample::new();
    sample.remove(EN);
    assert_eq!(sample.check(&Office::default()), [format!("{JA}:4 language-missing")]);
    sample.edit("library.toml", "languages = [\"ja\", \"en\"]", "languages = [\"ja\"]");
    assert_eq!(sample.check(&Office::default()), [""; 0]);
}

#[test]
fn a_second_file_with_the_same_id_is_told_and_not_used() {
    let mut sample = Sample::new();
    sample.add("ja/safe-basics/zz-copy.md", sample.text(JA).to_owned());
    assert_eq!(sample.check(&Office::default()), ["ja/safe-basics/zz-copy.md:2 duplicate-lesson-id"]);
    let content = sample.read(&Office::default());
    let lesson = content.library.lesson(&LessonId::new("suspicious-mail-first-move"), Language::Japanese).unwrap();
    assert_eq!(lesson.path, JA);
}

#[test]
fn a_lesson_in_the_folder_of_the_other_language_is_told() {
    let mut sample = Sample::new();
    let english = sample.text(EN).replace("id: suspicious-mail-first-move\n", "id: other\n");
    sample.add("ja/safe-basics/other.md", english);
    let found = sample.check(&Office::default());
    assert!(found.contains(&"ja/safe-basics/other.md:4 folder-language-differs".to_owned()), "{found:?}");
}

#[rstest]
#[case::not_found_and_expected_everywhere("report_desk", None, &[])]
#[case::not_found_and_special("holiday_desk", None, &["23 unset-office-value"])]
#[case::found_without_it("report_desk", Some("other = \"x\""), &["23 unset-office-value"])]
#[case::found_with_it("holiday_desk", Some("report_desk = \"x\"\nholiday_desk = \"y\""), &[])]
fn an_office_value_is_told_when_this_office_should_have_set_it(
    #[case] name: &str,
    #[case] values: Option<&str>,
    #[case] wanted: &[&str],
) {
    let mut sample = Sample::new();
    sample.edit(JA, "{{report_desk}}へ知らせます", &format!("{{{{{name}}}}}へ知らせます"));
    let office = values.map_or_else(Office::default, |values| {
        let folder = crate::check::files::folder_with(&[(
            "office.toml",
            format!("format = 1\n[values]\n{values}\n").as_bytes(),
        )]);
        content::read_office(&folder.path().join("office.toml")).0
    });
    let wanted: Vec<String> = wanted.iter().map(|wanted| format!("{JA}:{wanted}")).collect();
    let found = sample.check(&office);
    let found: Vec<&String> = found.iter().filter(|line| line.starts_with(JA)).collect();
    assert_eq!(found, wanted.iter().collect::<Vec<_>>());
}

/// A lesson with these questions of one right choice each: the places and lengths of the right one.
fn lesson_with_choices(questions: &[(usize, &str)]) -> String {
    let mut text = "---\nid: guess\ntitle: 推測\nlang: ja\nobjective: 見分ける\nminutes: 3\nbasis: [F1]\nreview_by: 2027-01-01\n---\n\n本文です。\n\n## 確認問題\n"
        .to_owned();
    for (number, (right, words)) in questions.iter().enumerate() {
        text.push_str(&format!(
            "\n### 問{number}（1つ）これは{number}番目の問いですか。\n<!-- id: q{number}aa -->\n\n"
        ));
        for place in 1..=3 {
            let (mark, choice) = if place == *right { ("x", *words) } else { (" ", "ちょうど十字の選択肢") };
            text.push_str(&format!(
                "- [{mark}] {choice}\n  - {number}問目の{place}番目に、ここだけの理由を書きます。\n"
            ));
        }
    }
    text
}

#[rstest]
#[case::longest_and_scattered(&[(1, "これだけは十字よりも長い"), (2, "これだけは十字よりも長い"), (3, "これだけは十字よりも長い")], &["15 right-always-longest"])]
#[case::one_tie(&[(1, "これだけは十字よりも長い"), (2, "これも十字の選択肢だ"), (3, "これだけは十字よりも長い")], &[])]
#[case::always_second(&[(2, "短い"), (2, "短い"), (2, "短い")], &["15 right-always-in-place"])]
#[case::two_are_too_few(&[(2, "これだけは十字よりも長い"), (2, "これだけは十字よりも長い")], &[])]
#[case::both(&[(3, "これだけは十字よりも長い"), (3, "これだけは十字よりも長い"), (3, "これだけは十字よりも長い")], &["15 right-always-in-place", "15 right-always-longest"])]
fn right_answers_that_give_themselves_away_are_told(#[case] questions: &[(usize, &str)], #[case] wanted: &[&str]) {
    let text = lesson_with_choices(questions);
    let content = content::read_files([("ja/a/guess.md", text.as_bytes())], &Office::default());
    let found = crate::check::files::lines(&content, &content::check(&content, &Office::default()));
    let wanted: Vec<String> = wanted.iter().map(|wanted| format!("ja/a/guess.md:{wanted}")).collect();
    assert_eq!(found, wanted);
}

/// The second choice of the first English question, with its feedback.
const SECOND: &str = "- [x] Leave it closed and tell the desk that the office has named\n  - Told before it is opened, others can be warned as well.\n";
const SECOND_AND_ONE_MORE: &str = "- [x] Leave it closed and tell the desk that the office has named\n  - Told before it is opened, others can be warned as well.\n- [ ] Wait until somebody else tells the desk about it\n  - Everybody may be waiting for somebody else.\n";
const BOTH_BLANKS: &str = "the **desk** that the office has named.\n\nAlso 2: helpdesk";
const ONE_BLANK: &str = "the desk that the office has named.\n\nAlso: unlock";
const FIRST_TWO: &str = "- [ ] Open it to see whether it was meant for somebody else\n  - Opening can be enough to infect the machine. The desk looks inside.\n- [x] Leave it";
const FIRST_TWO_SWAPPED: &str = "- [x] Open it to see whether it was meant for somebody else\n  - Opening can be enough to infect the machine. The desk looks inside.\n- [ ] Leave it";

#[rstest]
#[case::ids("id: f9ue", "id: f9uf", Disagreement::QuestionIds, "f9uf", "f9ue")]
#[case::a_question_less("### Q4 (typed)", "Q4 (typed)", Disagreement::QuestionIds, "-", "f9ue")]
#[case::types("### Q1 (one)", "### Q1 (case)", Disagreement::QuestionTypes, "case", "1つ")]
#[case::order_of_questions(
    "id: m3kq; point: first-move",
    "id: q7rm; point: first-move",
    Disagreement::QuestionOrder,
    "f9ue, t1za",
    "t1za, f9ue"
)]
#[case::choice_count(SECOND, SECOND_AND_ONE_MORE, Disagreement::ChoiceCount, "4", "3")]
#[case::items_to_order("4. Write down what happened\n", "", Disagreement::ChoiceCount, "3", "4")]
#[case::extra_choice_of_a_match("| | count the words of the subject |\n", "", Disagreement::ChoiceCount, "3/3", "3/4")]
#[case::blanks(BOTH_BLANKS, ONE_BLANK, Disagreement::ChoiceCount, "1", "2")]
#[case::checklist("- [ ] I said when\n", "", Disagreement::ChoiceCount, "2", "3")]
#[case::right_choice(FIRST_TWO, FIRST_TWO_SWAPPED, Disagreement::RightChoices, "1", "2")]
#[case::statement(
    "Answer: false\nCommon mistake: true",
    "Answer: true\nCommon mistake: false",
    Disagreement::RightChoices,
    "○",
    "×"
)]
#[case::number("Answer: 3 ± 0 min", "Answer: 4 min", Disagreement::Numbers, "4", "3")]
#[case::tolerance("Answer: 3 ± 0 min", "Answer: 3 ± 1 min", Disagreement::Numbers, "2..4", "3")]
#[case::revision("id: o5vn", "id: o5vn; rev: 3", Disagreement::Revisions, "3", "1")]
#[case::task("id: k4mm", "id: k4mn", Disagreement::Practice, "k4mn", "k4mm")]
#[case::days_until_asked("ask: 5", "ask: 6", Disagreement::Practice, "y5pt; ask: 6; 2 + 1", "y5pt; ask: 5; 2 + 1")]
#[case::action(
    "  - I call back before I act",
    "  - I call back\n  - I act",
    Disagreement::Practice,
    "y5pt; ask: 5; 2 + 2",
    "y5pt; ask: 5; 2 + 1"
)]
fn a_translation_that_is_another_lesson_is_told(
    #[case] written: &str,
    #[case] slip: &str,
    #[case] about: Disagreement,
    #[case] here: &str,
    #[case] there: &str,
) {
    let mut sample = Sample::new();
    if about == Disagreement::QuestionOrder {
        // Two ids change places, and with them everything that belongs to them.
        let text = sample.text(EN);
        let at = |start: &str, end: &str| text.find(start).unwrap()..text.find(end).unwrap();
        let (first, second) = (at("### Q3", "### Q4"), at("### Q4", "### Q5"));
        let swapped =
            format!("{}{}{}{}", &text[..first.start], &text[second.clone()], &text[first], &text[second.end..]);
        sample.add(EN, swapped);
    } else {
        sample.edit(EN, written, slip);
    }
    let content = sample.read(&Office::default());
    let found: Vec<Diagnostic> = content::check(&content, &Office::default());
    let [Diagnostic { severity: Severity::Error, finding, path, .. }] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(path, EN);
    let Finding::LanguagesDisagree { about: found_about, other_path, here: found_here, there: found_there } = finding
    else {
        panic!("{finding:?}")
    };
    assert_eq!((*found_about, other_path.as_str()), (about, JA));
    assert_eq!((found_here.as_str(), found_there.as_str()), (here, there));
}
