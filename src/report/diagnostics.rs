//! Findings as text with the place drawn below them, and as JSON. Nothing of a file reaches the output before it was
//! made safe, and no other file of the program knows the library that draws.

mod lines;
mod sentence;

use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use crate::domain::diagnostic::{Diagnostic, Finding, Severity};
use crate::domain::language::Language;
use crate::i18n::check::{CheckMessage, help_word, severity_word};
use crate::i18n::finding;
use crate::text::SafeText;
use crate::width;

use lines::Lines;
use sentence::{joined, wrapped};

/// Line number, bar and space in front of what to do.
const GUTTER_COLUMNS: usize = 8;

/// All findings one after the other, each with its place, and a line that counts them. `columns` is the width of the
/// terminal.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &BTreeMap<String, String>,
    language: Language,
    columns: usize,
) -> String {
    let renderer = Renderer::plain().term_width(columns);
    let lines = lines_by_path(diagnostics, sources);
    let mut output = String::new();
    for diagnostic in diagnostics {
        output.push_str(&draw(&renderer, diagnostic, lines.get(diagnostic.path.as_str()), language, columns));
        output.push_str("\n\n");
    }
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let paths = diagnostics.iter().map(|diagnostic| &diagnostic.path).filter(|path| !path.is_empty());
    let files = sources.keys().chain(paths).collect::<BTreeSet<_>>().len();
    let summary = CheckMessage::Summary { files, errors: count(Severity::Error), warnings: count(Severity::Warning) };
    let summary = summary.in_language(language);
    let summary = match diagnostics.iter().filter(|diagnostic| !diagnostic.fix.is_empty()).count() {
        0 => summary,
        count => joined(&summary, &CheckMessage::CanBeFixed { count }.in_language(language), language),
    };
    output.push_str(&wrapped(&summary, columns));
    output.push('\n');
    output
}

/// The same for programs. Lines and columns count from 1, columns in characters; both are null for a whole file.
pub fn json(diagnostics: &[Diagnostic], sources: &BTreeMap<String, String>) -> Value {
    let lines = lines_by_path(diagnostics, sources);
    let findings: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let places = lines.get(diagnostic.path.as_str()).zip(diagnostic.range.as_ref());
            let places = places.map(|(lines, range)| (lines.place(range.start), lines.place(range.end)));
            let in_both = |sentence: fn(&Finding, Language) -> String| {
                json!({
                    "ja": sentence(&diagnostic.finding, Language::Japanese),
                    "en": sentence(&diagnostic.finding, Language::English),
                })
            };
            json!({
                "code": diagnostic.finding.code(),
                "severity": severity_word(diagnostic.severity, Language::English),
                "path": SafeText::line(&diagnostic.path).as_str(),
                "line": places.map(|(start, _)| start.line),
                "column": places.map(|(start, _)| start.column),
                "end_line": places.map(|(_, end)| end.line),
                "end_column": places.map(|(_, end)| end.column),
                "message": in_both(finding::title),
                "help": in_both(finding::help),
                "fixable": !diagnostic.fix.is_empty(),
            })
        })
        .collect();
    json!({ "format": 1, "findings": findings })
}

/// The files that have findings, by line.
fn lines_by_path<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &'a BTreeMap<String, String>,
) -> BTreeMap<&'a str, Lines<'a>> {
    let paths: BTreeSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.path.as_str()).collect();
    paths.into_iter().filter_map(|path| Some((path, Lines::new(sources.get(path)?)))).collect()
}

fn draw(
    renderer: &Renderer,
    diagnostic: &Diagnostic,
    lines: Option<&Lines<'_>>,
    language: Language,
    columns: usize,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (word, code) = (severity_word(diagnostic.severity, language), diagnostic.finding.code());
    let label = width::columns(word) + code.len() + "[]: ".len();
    let title = wrapped(&finding::title(&diagnostic.finding, language), columns.saturating_sub(label));
    let title = level.with_name(word).primary_title(title).id(code);
    let path = shown_path(&diagnostic.path);
    let label = GUTTER_COLUMNS + width::columns(help_word(language)) + ": ".len();
    let help = wrapped(&advice(diagnostic, language), columns.saturating_sub(label));
    let help = Level::HELP.with_name(help_word(language)).message(help);
    let group = match lines.zip(diagnostic.range.as_ref()) {
        None => Group::with_title(title).element(Origin::path(path)),
        Some((lines, range)) => match lines.drawn(range, columns / 2) {
            Some(drawn) => Group::with_title(title).element(
                Snippet::source(drawn.text)
                    .line_start(drawn.line)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(drawn.span)),
            ),
            None => {
                let place = lines.place(range.start);
                Group::with_title(title).element(Origin::path(path).line(place.line).char_column(place.column))
            }
        },
    };
    renderer.render(&[group.element(help)])
}

/// What to do, and whether a machine can.
fn advice(diagnostic: &Diagnostic, language: Language) -> String {
    let help = finding::help(&diagnostic.finding, language);
    match diagnostic.fix.is_empty() {
        true => help,
        false => joined(&help, &CheckMessage::FixDoesIt.in_language(language), language),
    }
}

/// The folder itself has the empty path.
fn shown_path(path: &str) -> String {
    if path.is_empty() { ".".to_owned() } else { SafeText::line(path).into_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::ByteRange;

    fn drawn(path: &str, text: &str, range: ByteRange, columns: usize) -> String {
        let sources = BTreeMap::from([(path.to_owned(), text.to_owned())]);
        let finding = Diagnostic::error(path, Some(range), Finding::NoRightAnswer);
        let report = render(&[finding], &sources, Language::English, columns);
        report.split(" = help").next().unwrap().trim_end_matches([' ', '|', '\n']).to_owned()
    }

    /// The bytes of `needle`.
    fn place(text: &str, needle: &str) -> ByteRange {
        let start = text.find(needle).unwrap();
        start..start + needle.len()
    }

    #[test]
    fn carets_stand_under_wide_characters_behind_tab_and_byte_order_mark() {
        let text = "\u{FEFF}# 題\r\n\t- [ ] 宛先違いか、添付を開いて確かめる\r\n";
        insta::assert_snapshot!(drawn("ja/a.md", text, place(text, "添付"), 80), @r"
        error[no-right-answer]: There is no right answer.
         --> ja/a.md:2:14
          |
        2 |     - [ ] 宛先違いか、添付を開いて確かめる
          |                       ^^^^
        ");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_caret() {
        let text = format!("{}添付{}", "あいう、".repeat(50), "えお。".repeat(50));
        insta::assert_snapshot!(drawn("ja/a.md", &text, place(&text, "添付"), 60), @r"
        error[no-right-answer]: There is no right answer.
         --> ja/a.md:1:201
          |
        1 | ... いう、あいう、あいう、添付えお。えお。えお。えお...
          |                           ^^^^
        ");
    }

    #[test]
    fn a_range_of_several_lines_is_drawn_under_its_first() {
        let text = "| a | b |\n| - | - |\n| c | d |\n";
        insta::assert_snapshot!(drawn("a.md", text, 0..text.len(), 60), @r"
        error[no-right-answer]: There is no right answer.
         --> a.md:1:1
          |
        1 | | a | b |
          | ^^^^^^^^^
        ");
    }

    #[test]
    fn a_line_too_long_to_draw_is_named() {
        let text = format!("\n{}添付", "あ".repeat(4_000));
        insta::assert_snapshot!(drawn("a.md", &text, place(&text, "添付"), 60), @r"
        error[no-right-answer]: There is no right answer.
        --> a.md:2:4001
        ");
    }

    #[test]
    fn no_control_character_of_a_file_or_a_name_is_printed() {
        let report = drawn("ja/\u{1b}[31m\n.md", "a\u{1b}]0;title\u{7}b\u{9b}", 0..2, 60);
        assert!(report.chars().all(|character| character == '\n' || !character.is_control()), "{report:?}");
    }

    #[test]
    fn any_range_in_any_text_is_drawn() {
        for text in ["", "\u{FEFF}", "\n", "\r\n", "あ", "a\nあ\r\n", "a\u{301}\u{200b}葛\u{e0100}"] {
            for start in 0..text.len() + 2 {
                for end in start..text.len() + 2 {
                    assert!(drawn("a.md", text, start..end, 40).contains("a.md:"), "{text:?} {start} {end}");
                }
            }
        }
    }
}
