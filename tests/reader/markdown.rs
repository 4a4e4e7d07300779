//! The text of a lesson, block by block and mark by mark.

use rstest::rstest;
use sukima::domain::document::{BlockKind, Document, Inline};

use crate::reader::support::{fixed, lesson, read, read_at};

fn only_paragraph(body: &str) -> Vec<Inline> {
    let read = read(&lesson(body));
    match &read.lesson().main[0].kind {
        BlockKind::Paragraph(content) => content.0.clone(),
        other => panic!("{other:?}"),
    }
}

/// Inlines in one line: `*emphasis*`, `**bold**`, `~struck~`, `` `code` ``.
fn marks(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.to_string(),
            Inline::Emphasis(inner) => format!("<i>{}</i>", marks(inner)),
            Inline::Strong(inner) => format!("<b>{}</b>", marks(inner)),
            Inline::Strikethrough(inner) => format!("<s>{}</s>", marks(inner)),
            Inline::Code(text) => format!("<code>{text}</code>"),
            Inline::Link { content, address } => format!("<a {address}>{}</a>", marks(content)),
            Inline::Image { alt, path } => format!("<img {path}>{alt}</img>"),
            Inline::FootnoteMark(label) => format!("<note {label}>"),
            Inline::Math(text) => format!("<math>{text}</math>"),
            Inline::SoftBreak => "/".to_owned(),
            Inline::HardBreak => "//".to_owned(),
        })
        .collect()
}

#[rstest]
#[case("*a* **b** ~~c~~ `d`", "<i>a</i> <b>b</b> <s>c</s> <code>d</code>")]
#[case("一行目\n二行目  \n三行目", "一行目/二行目//三行目")]
#[case("[窓口](desk.md) ![図](map.png)", "<a desk.md>窓口</a> <img map.png>図</img>")]
#[case("式は $E=mc^2$ です", "式は <math>E=mc^2</math> です")]
#[case("$5と$10", "$5と$10")]
#[case("a < b & c &lt; d", "a < b & c < d")]
#[case("<ruby>紛失<rt>ふんしつ</rt></ruby>です", "紛失（ふんしつ）です")]
#[case("<ruby>紛失<rp>(</rp><rt>ふんしつ</rt><rp>)</rp></ruby>です", "紛失（ふんしつ）です")]
#[case("上<br>下", "上//下")]
#[case("これは**「重要」**です", "これは<b>「重要」</b>です")]
#[case("これは**「重要」**です。次は**「注意」**です", "これは<b>「重要」</b>です。次は<b>「注意」</b>です")]
#[case("次は**重要。**ただし", "次は<b>重要。</b>ただし")]
#[case("約**50%**です", "約<b>50%</b>です")]
#[case("これは\\**「重要」\\**です", "これは**「重要」**です")]
#[case("`**「重要」**`です", "<code>**「重要」**</code>です")]
#[case("語\u{10A7F}と **b**", "語と <b>b</b>")]
fn inline_marks_are_read(#[case] body: &str, #[case] wanted: &str) {
    assert_eq!(marks(&only_paragraph(body)), wanted);
}

#[test]
fn bold_that_other_viewers_miss_is_told_with_an_edit() {
    let text = lesson("これは**「重要」**です。\n");
    let found = read(&text);
    assert_eq!(found.codes(), ["bold-touches-bracket"]);
    assert_eq!(&text[found.diagnostics[0].range.clone().expect("a place")], "**「重要」**");
    let mended = fixed(&text, &found.diagnostics);
    assert!(mended.contains("これは「**重要**」です。"), "{mended}");
    assert_eq!(read(&mended).codes(), [] as [&str; 0]);
}

#[test]
fn bold_beside_brackets_works_in_lists_headings_tables_and_quotes() {
    let read = read(&lesson(
        "## 次は**「A」**です\n\n- 次は**「B」**です\n\n> 次は**「C」**です\n\n| a | b |\n|---|---|\n| 次は**「D」**です | e |\n",
    ));
    assert_eq!(read.codes(), ["bold-touches-bracket"; 4]);
    let words = Document::plain(&read.lesson().main);
    assert!(!words.contains('*') && words.contains("次は「D」です"), "{words}");
}

#[rstest]
#[case("<div>重要</div>\n", "重要\n", &["div"])]
#[case("前<span class=\"a\">中</span>後\n", "前中後\n", &["span"])]
#[case("<script>\nalert(1)\n</script>\n\n後\n", "後\n", &["script"])]
#[case("<details><summary>題</summary>\n\n中\n\n</details>\n", "題\n中\n", &["details", "summary"])]
fn raw_html_leaves_its_words_and_is_told(#[case] body: &str, #[case] words: &str, #[case] tags: &[&str]) {
    let text = lesson(body);
    let read = read(&text);
    assert_eq!(Document::plain(&read.lesson().main), words);
    assert_eq!(read.codes(), vec!["raw-html"; tags.len()]);
    for (diagnostic, tag) in read.diagnostics.iter().zip(tags) {
        assert!(text[diagnostic.range.clone().expect("a place")].starts_with(&format!("<{tag}")));
    }
}

#[test]
fn comments_are_kept_and_never_shown() {
    let text = lesson("前 <!-- 中の注 --> 後\n\n<!-- 別の注 -->\n");
    let read = read(&text);
    let comments: Vec<&str> = read
        .lesson()
        .main
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Comment(_)))
        .map(|block| &text[block.range.clone()])
        .collect();
    assert_eq!(comments, ["<!-- 中の注 -->", "<!-- 別の注 -->"]);
    assert_eq!(Document::plain(&read.lesson().main).trim(), "前  後");
}

#[test]
fn blocks_of_every_kind_are_read() {
    let read = read(&lesson(
        "> [!WARNING]\n> 注意\n\n1. 一\n   - 下\n2. 二\n\n- [x] 済\n- [ ] 未\n\n用語\n: 意味\n\n```sh\nls\n```\n\n---\n\n文[^1]\n\n[^1]: 注\n",
    ));
    let kinds: Vec<String> = read
        .lesson()
        .main
        .iter()
        .map(|block| format!("{:?}", block.kind).chars().take_while(|letter| letter.is_alphabetic()).collect())
        .collect();
    assert_eq!(kinds, ["Quote", "List", "List", "DefinitionList", "Code", "Rule", "Paragraph", "Footnote"]);
    let BlockKind::List { items, .. } = &read.lesson().main[2].kind else { panic!() };
    assert_eq!(items.iter().map(|item| item.ticked).collect::<Vec<_>>(), [Some(true), Some(false)]);
    assert_eq!(read.codes(), [] as [&str; 0]);
}

#[test]
fn a_plain_text_is_a_lesson_to_read_named_by_its_path() {
    let text =
        "# 会議の進め方\n\nまず目的を決めます。\n\n## 準備\n\n紙を配る。{{user}}\n\n## もっと詳しく\n\n別の話。\n";
    let read = read_at("notes/meeting.md", text, None, &Default::default());
    let lesson = read.lesson();
    assert_eq!(read.diagnostics, []);
    assert_eq!((lesson.id.as_str(), lesson.title.as_str()), ("notes/meeting", "会議の進め方"));
    assert!(!lesson.has_front_matter);
    assert_eq!((lesson.main.len(), lesson.more.len()), (3, 1));
    assert!(Document::plain(&lesson.main).contains("{{user}}"), "its own braces stay");
}

#[test]
fn a_plain_text_keeps_its_quiz_as_text_and_says_why() {
    let read = read_at("a.md", "文。\n\n## Quiz\n\n### Q\n\n- [x] a\n- [ ] b\n", None, &Default::default());
    assert_eq!(read.codes(), ["missing-key"]);
    assert_eq!(read.lesson().questions.len(), 0);
    assert!(Document::plain(&read.lesson().main).contains("Quiz\nQ\na\nb\n"));
}

#[rstest]
#[case("ひらがな", "ja")]
#[case("情報政策課", "ja")]
#[case("plain words", "en")]
fn without_any_hint_the_letters_tell_the_language(#[case] text: &str, #[case] code: &str) {
    assert_eq!(read_at("a.md", text, None, &Default::default()).lesson().language.code(), code);
}

#[test]
fn a_footnote_at_the_end_of_the_file_belongs_to_the_text_that_mentions_it() {
    let read = read(&lesson(
        "文[^1]\n\n## もっと詳しく\n\n文[^2]\n\n## 確認問題\n\n### 題\n<!-- id: q -->\n答え: 窓口\n\n> 解説: 文[^3]\n\n[^1]: 一\n[^2]: 二\n\n[^3]: 三\n",
    ));
    assert_eq!(Document::plain(&read.lesson().main), "文\n一\n");
    assert_eq!(Document::plain(&read.lesson().more), "文\n二\n");
    assert_eq!(Document::plain(&read.only_question().body), "三\n");
}
