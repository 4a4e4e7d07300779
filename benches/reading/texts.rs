//! The texts that are read: what lessons consist of, and what nobody writes by accident.

/// A text by its name.
pub type Text = (&'static str, fn() -> String);

pub const LESSONS: [Text; 6] = [
    ("prose", prose),
    ("paragraphs", paragraphs),
    ("body", body),
    ("lesson", lesson),
    ("sample", sample),
    ("rich", rich),
];

/// Each ends with a finding or with its whole text, and soon.
pub const HOSTILE: [Text; 5] =
    [("line", line), ("quotes", quotes), ("lists", lists), ("brackets", brackets), ("flags", flags)];

pub fn text(name: &str) -> Option<String> {
    LESSONS.into_iter().chain(HOSTILE).find(|(known, _)| *known == name).map(|(_, text)| text())
}

/// Paragraphs of municipal Japanese, and nothing else.
fn prose() -> String {
    let paragraph = "窓口で受け付けた申請は、その日のうちに「受付簿」へ写します。写し終えたら、二人で1件ずつ確かめます。\
                     2026年度からは、電子申請が全体の60％を超える見込みで、紙の台帳は第3四半期までに見直します。\
                     サーバーが止まったときは、3分以内に情報システム課へ知らせ、復旧まで紙で受け付けてください。\n\n";
    format!("# 窓口の手順\n\n{}", paragraph.repeat(24))
}

/// What others wrote: the paragraphs that line breaking is tested with.
fn paragraphs() -> String {
    let lines = include_str!("../../tests/fixtures/japanese-paragraphs.txt").lines();
    let text = |line: &str| (!line.is_empty() && !line.starts_with('#')).then(|| line.to_owned());
    lines.filter_map(text).collect::<Vec<_>>().join("\n\n")
}

/// What is read of a lesson before its questions: headings, paragraphs, a table and a list.
fn body() -> String {
    let lesson = lesson();
    let behind = lesson.split_once("\n---\n").map_or(lesson.as_str(), |(_, behind)| behind);
    behind.split_once("\n## 確認問題").map_or(behind, |(body, _)| body).to_owned()
}

fn lesson() -> String {
    include_str!("../../lessons/ja/common-language/dx-meaning-not-tools.md").to_owned()
}

fn sample() -> String {
    include_str!("../../tests/fixtures/sample-lessons/ja/safe-basics/suspicious-mail-first-move.md").to_owned()
}

fn rich() -> String {
    include_str!("../../tests/fixtures/rich-lesson.md").to_owned()
}

/// As long as a line of a file may be.
fn line() -> String {
    "あ、「い」".repeat(69_000)
}

fn quotes() -> String {
    format!("{}a", "> ".repeat(200_000))
}

fn lists() -> String {
    format!("{}a", "- ".repeat(200_000))
}

fn brackets() -> String {
    format!("{}a{}", "[".repeat(200_000), "]".repeat(200_000))
}

fn flags() -> String {
    "🇯🇵".repeat(100_000)
}
