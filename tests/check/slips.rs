//! One slip in the sample lesson is exactly one finding, at its line; all of them together are all findings together.

use sukima::domain::office::Office;

use crate::files::Sample;

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
