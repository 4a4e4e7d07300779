//! How documents look, in lines and on a screen.

use insta::assert_snapshot;
use sukima::domain::document::{Alignment, Block, BlockKind, Callout, Definition, Inline, RichText};
use sukima::domain::language::Language;
use sukima::layout::{Labels, Measure, Tone, lay_out, wrap};
use sukima::text::SafeText;
use sukima::width::Ambiguous;

use crate::layout::builders::{block, heading, item, lines, list, paragraph, rich, screen, shown, table, task, text};

/// One of everything that a lesson can hold.
fn everything() -> Vec<Block> {
    let safe = SafeText::new;
    vec![
        heading(1, "不審メールと最初の一手"),
        rich(vec![
            text("迷ったら、"),
            Inline::Strong(vec![text("開く前に")]),
            text("窓口へ知らせます。開いてしまったときも、隠さず、"),
            Inline::SoftBreak,
            text("すぐに知らせます。詳しくは"),
            Inline::Link { content: vec![text("庁内の手引き")], address: safe("https://intra.example.jp/guide") },
            text("を見てください"),
            Inline::FootnoteMark(safe("1")),
            text("。"),
        ]),
        block(BlockKind::Footnote {
            label: safe("1"),
            blocks: vec![
                paragraph("手引きは毎年4月に改まります。"),
                list(None, vec![item(vec![paragraph("前の版は消します。")])]),
            ],
        }),
        table(&[
            &["見るところ", "注意すること"],
            &["差出人", "表示名ではなく、アドレスを見る"],
            &["文面", "「至急」「本日中」と急がせていないか"],
            &["添付とリンク", "見えている文字と、行き先が同じか"],
            &["そのほか", ""],
        ]),
        block(BlockKind::Quote {
            callout: Some(Callout::Important),
            blocks: vec![
                paragraph(
                    "自分の判断で消したり、同僚に転送したりしません。切り離しなどの処置は、窓口の指示に従います。",
                ),
                list(None, vec![item(vec![paragraph("電源は切りません")])]),
            ],
        }),
        heading(2, "もっと詳しく"),
        list(
            None,
            vec![
                item(vec![
                    paragraph("差出人"),
                    list(Some(9), vec![item(vec![paragraph("アドレス")]), item(vec![paragraph("表示名")])]),
                ]),
                task(true, "窓口の名前と番号を確かめる"),
                task(false, "机の見える所に貼る"),
                item(vec![paragraph("段落が2つある項目の1つ目です。"), paragraph("2つ目です。")]),
                item(vec![]),
            ],
        ),
        block(BlockKind::Quote {
            callout: None,
            blocks: vec![paragraph("早く伝わるほど、"), paragraph("被害は小さくなります。")],
        }),
        block(BlockKind::Code {
            language: safe("text"),
            text: safe("From: \"山田\" <yamada@example.com>\n\n  to\tme\n"),
        }),
        block(BlockKind::Rule),
        rich(vec![
            Inline::Strikethrough(vec![text("6月"), Inline::Strong(vec![text("1日")])]),
            text("7月1日から。"),
            Inline::HardBreak,
            Inline::Image { alt: safe("届いたメールの画面"), path: safe("images/mail.png") },
            Inline::SoftBreak,
            Inline::Code(safe("sukima check")),
            text(" と "),
            Inline::Math(safe("a^2")),
            text("、"),
            Inline::Link { content: vec![text("madoguchi@example.jp")], address: safe("mailto:madoguchi@example.jp") },
        ]),
        block(BlockKind::DefinitionList(vec![Definition {
            term: RichText::of("フィッシング"),
            meanings: vec![
                vec![paragraph("実在の組織をよそおい、情報を盗み取ろうとすること。")],
                vec![paragraph("釣り。")],
            ],
        }])),
        block(BlockKind::Comment("id: m3kq".to_owned())),
    ]
}

#[test]
fn everything_in_lines() {
    assert_snapshot!("lines-60", shown(&lay_out(&everything(), &lines(60))));
    assert_snapshot!("lines-24", shown(&lay_out(&everything(), &lines(24))));
    let english = Measure { labels: Labels::of(Language::English), ..lines(60) };
    assert_snapshot!("lines-60-en", shown(&lay_out(&everything(), &english)));
}

#[test]
fn everything_on_a_screen() {
    assert_snapshot!("screen-76", shown(&lay_out(&everything(), &screen(76, false))));
    assert_snapshot!("screen-40-ascii", shown(&lay_out(&everything(), &screen(40, true))));
    let wide = Measure { ambiguous: Ambiguous::Wide, ..screen(40, false) };
    assert_eq!(shown(&lay_out(&everything(), &wide)), shown(&lay_out(&everything(), &screen(40, true))));
}

#[test]
fn cells_stand_as_their_column_says_and_a_table_too_narrow_becomes_records() {
    let figures = block(BlockKind::Table {
        alignments: vec![Alignment::Start, Alignment::Centre, Alignment::End],
        head: ["課", "状態", "件数"].map(RichText::of).to_vec(),
        rows: vec![
            ["総務課", "済", "1,200"].map(RichText::of).to_vec(),
            ["税務課", "対応中", "80"].map(RichText::of).to_vec(),
        ],
    });
    assert_snapshot!(shown(&lay_out(std::slice::from_ref(&figures), &screen(40, true))), @r"
    +--------+--------+-------+
    | 課     |  状態  |  件数 |
    +--------+--------+-------+
    | 総務課 |   済   | 1,200 |
    | 税務課 | 対応中 |    80 |
    +--------+--------+-------+
    ");
    assert_snapshot!(shown(&lay_out(&[figures], &screen(26, true))), @r"
    課: 総務課
      状態: 済
      件数: 1,200
    課: 税務課
      状態: 対応中
      件数: 80
    ");
}

#[test]
fn spans_say_what_they_are() {
    let text = RichText(vec![
        text("迷ったら"),
        Inline::Strong(vec![text("開く前に"), Inline::Code(SafeText::new("110"))]),
        text("へ"),
    ]);
    let rows = wrap(&text, Tone::Plain, &lines(16), "1. ", "   ");
    let spans: Vec<Vec<(&str, Tone)>> = rows.iter().map(|row| row.spans().collect()).collect();
    assert_eq!(
        spans,
        [
            vec![("1. 迷ったら", Tone::Plain), ("開く", Tone::Strong)],
            vec![("   ", Tone::Plain), ("前に", Tone::Strong), ("110", Tone::Code), ("へ", Tone::Plain)],
        ]
    );
}

#[test]
fn struck_and_noted_text_is_told_in_words_and_not_by_looks_alone() {
    let text = RichText(vec![Inline::Strikethrough(vec![Inline::Strong(vec![text("6月")])]), text("7月")]);
    let row = &wrap(&text, Tone::Plain, &lines(60), "", "")[0];
    assert_eq!(row.text(), "[取り消し: 6月]7月");
    assert_eq!(row.spans().nth(1).unwrap().1, Tone::Struck);
}

#[test]
fn a_line_end_in_the_file_is_a_space_only_between_latin_words() {
    let rows = |before: &str, after: &str| {
        shown(&lay_out(&[rich(vec![text(before), Inline::SoftBreak, Inline::Strong(vec![text(after)])])], &lines(60)))
    };
    assert_eq!(rows("窓口へ", "知らせる"), "窓口へ知らせる\n");
    assert_eq!(rows("open the", "door"), "open the door\n");
    assert_eq!(rows("窓口", "desk"), "窓口 desk\n");
}

#[test]
fn deep_nesting_leaves_room_for_text() {
    let mut blocks = vec![paragraph("深い所にある項目")];
    for _ in 0..32 {
        blocks = vec![block(BlockKind::Quote { callout: None, blocks: vec![list(None, vec![item(blocks)])] })];
    }
    for measure in [lines(20), lines(60), screen(20, true)] {
        let rows = lay_out(&blocks, &measure);
        assert!(rows.iter().all(|row| row.columns(Ambiguous::Narrow) <= measure.columns), "{}", shown(&rows));
        let words: String = rows.iter().map(|row| row.text()).collect::<String>().replace([' ', '>', '-', '|'], "");
        assert_eq!(words, "深い所にある項目");
    }
}
