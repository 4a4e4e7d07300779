//! The examples, and the differences that are meant.

use crate::specification::html::{settled, shown};
use rstest::rstest;
use sukima::layout::Rendition;

use crate::specification::rendition::{UNWRAPPED, blocks, measures, page, unwrapped};

const COMMONMARK: &str = include_str!("../data/commonmark-0.31.2.txt");
const GFM: &str = include_str!("../data/gfm-0.29.txt");

struct Example {
    section: &'static str,
    number: usize,
    markdown: String,
    html: String,
}

/// The examples of a file, numbered as in the specification.
fn examples(file: &'static str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut section = "";
    let mut rest = file;
    while let Some((line, tail)) = rest.split_once('\n') {
        rest = tail;
        if let Some(title) = line.strip_prefix("# ") {
            section = title;
        } else if line == format!("{fence} example") {
            let (example, tail) = rest.split_once(&format!("\n{fence}\n")).expect("an example ends");
            rest = tail;
            let whole = format!("\n{}\n", example.replace('→', "\t"));
            let (markdown, html) = whole.split_once("\n.\n").expect("an example has HTML");
            let markdown = markdown.strip_prefix('\n').map_or(String::new(), |text| format!("{text}\n"));
            examples.push(Example { section, number: examples.len() + 1, markdown, html: html.to_owned() });
        }
    }
    examples
}

/// Why an example is shown otherwise than its HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// Raw HTML is no part of a lesson: its tags are left out and told, its words stay. What a browser draws for a tag
    /// (an address, a picture, a line through the words) is not there.
    RawHtml,
    /// What looks like a tag and never ends hides all text behind it in a browser; here it is shown as written.
    OpenTag,
}

/// Every example that is shown otherwise than its HTML, with what is shown (white space left out).
const DIFFERENCES: [(&str, usize, Reason, &str); 9] = [
    ("CommonMark", 156, Reason::OpenTag, "<divid=\"foo\"*hi*"),
    ("CommonMark", 157, Reason::OpenTag, "<divclassfoo"),
    ("CommonMark", 158, Reason::OpenTag, "<div*???-&&&-<---*foo*"),
    ("CommonMark", 159, Reason::RawHtml, "*foo*"),
    ("CommonMark", 162, Reason::RawHtml, "*bar*"),
    ("CommonMark", 166, Reason::RawHtml, "*foo*"),
    ("CommonMark", 167, Reason::RawHtml, "foo"),
    ("CommonMark", 168, Reason::RawHtml, "foo"),
    ("CommonMark", 475, Reason::RawHtml, "*"),
];

fn all_examples() -> Vec<(&'static str, Example)> {
    let files = [("CommonMark", COMMONMARK, 652), ("GFM", GFM, 14)];
    let of_file = |(name, file, count): (&'static str, &'static str, usize)| {
        let examples = examples(file);
        assert_eq!(examples.len(), count, "{name}");
        examples.into_iter().map(move |example| (name, example))
    };
    files.into_iter().flat_map(of_file).collect()
}

#[test]
fn what_the_html_of_the_specifications_shows_is_there_in_order() {
    let mut different = Vec::new();
    for (name, example) in all_examples() {
        let (blocks, findings) = blocks(&example.markdown);
        let (ours, theirs) = (settled(&unwrapped(&blocks)), shown(&example.html));
        let meant = DIFFERENCES.iter().find(|(file, number, ..)| (*file, *number) == (name, example.number));
        let wanted = meant.map_or(theirs.as_str(), |(.., shown)| shown);
        if ours != wanted || meant.is_some() && ours == theirs {
            different.push(format!(
                "{name} {} ({})\n  {:?}\n  {ours:?}\n  {theirs:?}",
                example.number, example.section, example.markdown
            ));
        }
        if let Some((.., Reason::RawHtml, _)) = meant {
            assert!(findings.contains(&"raw-html"), "{name} {} leaves a tag out and does not tell", example.number);
        }
    }
    assert!(different.is_empty(), "{} differ (markdown, ours, theirs)\n{}", different.len(), different.join("\n"));
}

/// Marks that a page adds to a text, and that stand more often where it is narrower.
fn without_marks(page: &str) -> String {
    page.chars().filter(|character| !character.is_whitespace() && !"-+|>│─┌┬┐├┼┤└┴┘".contains(*character)).collect()
}

fn sorted(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().collect();
    characters.sort_unstable();
    characters
}

#[test]
fn every_example_is_whole_at_every_width() {
    for (name, example) in all_examples() {
        let (blocks, _) = blocks(&example.markdown);
        let has_table = example.html.contains("<table");
        for columns in [20, 40, 76] {
            for (narrow, wide) in measures(columns).zip(measures(UNWRAPPED)) {
                let (ours, all) = (without_marks(&page(&blocks, &narrow)), without_marks(&page(&blocks, &wide)));
                let place = format!(
                    "{name} {} at {columns} columns, {:?}, {:?}",
                    example.number, narrow.rendition, narrow.ambiguous
                );
                if has_table && narrow.rendition != Rendition::Lines {
                    // Cells stand beside one another, and their rows with them.
                    assert_eq!(sorted(&ours), sorted(&all), "{place}");
                } else {
                    assert_eq!(ours, all, "{place}");
                }
            }
        }
    }
}

/// The two extensions of GFM without examples above change no words: addresses that link by themselves, and tags that
/// are never let through.
#[rstest]
#[case("www.example.jp/a", "www.example.jp/a")]
#[case("開く: https://example.jp/?a=(b) です", "開く: https://example.jp/?a=(b) です")]
#[case("madoguchi@example.jp", "madoguchi@example.jp")]
#[case("<strong> <title> <style> <em>", "")]
#[case("前 <xmp> 中 </xmp> 後", "前  中  後")]
fn addresses_are_text_and_tags_are_not(#[case] markdown: &str, #[case] shown: &str) {
    assert_eq!(unwrapped(&blocks(markdown).0).trim(), shown);
}
