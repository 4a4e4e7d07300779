//! Findings in Japanese.

use super::{megabytes, path, quoted};
use crate::domain::diagnostic::{Disagreement, Finding, ImeSlip, LengthUnit};

/// What was found, and what to do.
pub fn sentences(finding: &Finding) -> (String, String) {
    match finding {
        // -- files
        Finding::FolderMissing => told("教材フォルダーがありません。", "フォルダーの場所と名前を確かめてください。"),
        Finding::FolderUnreadable { cause } => told(
            format!("フォルダーを開けません（{}）。", quoted(cause)),
            "フォルダーの場所と、読み取りの権限を確かめてください。",
        ),
        Finding::FolderEmpty => told(
            "フォルダーに教材（.mdファイル）がありません。",
            "教材のファイルを入れるか、教材があるフォルダーを指定してください。",
        ),
        Finding::FileUnreadable { cause } => told(
            format!("ファイルを読めません（{}）。", quoted(cause)),
            "ファイルの場所と、読み取りの権限を確かめてください。ほかの教材はそのまま使えます。",
        ),
        Finding::FileTooLarge { bytes, limit } => told(
            format!("ファイルが大きすぎます（{}、上限 {}）。", megabytes(*bytes), megabytes(*limit)),
            "教材を複数のファイルに分けてください。このファイルは読んでいません。",
        ),
        Finding::NotUtf8 { looks_like_shift_jis: true } => told(
            "文字コードがShift_JISのようです。",
            "メモ帳などで、文字コードを「UTF-8」にして保存し直してください。このファイルは読んでいません。",
        ),
        Finding::NotUtf8 { looks_like_shift_jis: false } => told(
            "文字コードがUTF-8ではありません。",
            "文字コードを「UTF-8」にして保存し直してください。このファイルは読んでいません。",
        ),
        Finding::LinkNotFollowed => told(
            "リンク（ショートカット）の先は読みません。",
            "教材そのものをこのフォルダーに置くか、リンクを消してください。",
        ),
        Finding::FolderTooDeep { limit } => told(
            format!("フォルダーが深すぎます（上限 {limit}段）。"),
            "教材を浅いフォルダーに移してください。このフォルダーの中は読んでいません。",
        ),
        Finding::TooManyFiles { limit } => told(
            format!("ファイルが多すぎます（上限 {limit}件）。"),
            "教材だけのフォルダーを指定してください。上限を超えた分は読んでいません。",
        ),
        Finding::FolderTooLarge { limit } => told(
            format!("フォルダー全体が大きすぎます（上限 {}）。", megabytes(*limit)),
            "教材だけのフォルダーを指定してください。残りのファイルは読んでいません。",
        ),
        Finding::NestingCut { limit } => told(
            format!("引用や箇条書きの入れ子が深すぎます（上限 {limit}段）。"),
            "入れ子を浅くしてください。深い部分は、上限の段にまとめて表示します。",
        ),
        Finding::ReaderPanicked => told(
            "このファイルを読む途中で、プログラムに不具合が起きました。",
            "ほかの教材はそのまま使えます。このファイルを添えて、開発元に知らせてください。",
        ),
        Finding::UnsafeCharacter { code_point } => told(
            format!("画面に出せない文字があります（U+{code_point:04X}）。"),
            match *code_point {
                0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF => {
                    "外字は、ほかのパソコンでは正しく表示できません。常用の字に書きかえてください（画面では〓になります）。"
                }
                _ => "目に見えない文字や、文字の向きを変える記号です。消してください。",
            },
        ),
        // -- front matter and settings files
        Finding::FrontMatterUnclosed => {
            told("先頭の設定欄（---）が閉じられていません。", "設定の最後の行の次に、--- だけの行を入れてください。")
        }
        Finding::FrontMatterInvalid { detail } => told(
            format!("先頭の設定欄を読めません（{}）。", quoted(detail)),
            "「名前: 値」の形か、かっこや引用符が閉じているかを確かめてください。",
        ),
        Finding::TomlInvalid { detail } => told(
            format!("TOMLとして読めません（{}）。", quoted(detail)),
            "「名前 = \"値\"」の形かを確かめてください。\\ を含む場所は、'S:\\教材' のように ' で囲みます。",
        ),
        Finding::UnknownKey { key, nearest: Some(nearest) } => told(
            format!("「{}」という項目はありません。", quoted(key)),
            format!("「{}」の書き間違いではありませんか。", quoted(nearest)),
        ),
        Finding::UnknownKey { key, nearest: None } => told(
            format!("「{}」という項目はありません。", quoted(key)),
            "項目の名前を直すか、行を消してください。この項目は使われません。",
        ),
        Finding::InvalidValue { key, value, allowed } => told(
            format!("「{}」の値「{}」は使えません。", quoted(key), quoted(value)),
            format!("次のように書いてください: {}", quoted(allowed)),
        ),
        Finding::MissingKey { key } => {
            told(format!("「{}」がありません。", quoted(key)), format!("「{}」の行を書き足してください。", quoted(key)))
        }
        Finding::UnsupportedFormat { found } => told(
            format!("このファイルの形式（format = {found}）は、この版では読めません。"),
            "プログラムを新しい版にするか、format = 1 の書き方に直してください。",
        ),
        Finding::FolderLanguageDiffers { folder, language } => told(
            format!("フォルダーは「{}」ですが、教材の言語は「{}」です。", quoted(folder), quoted(language)),
            "lang の値を直すか、ファイルをその言語のフォルダーに移してください。",
        ),
        Finding::DuplicateLessonId { id, other_path } => told(
            format!("同じid「{}」のファイルが、もう1つあります。", quoted(id)),
            format!("{} か、このファイルのidを変えてください。このファイルは使われません。", path(other_path)),
        ),
        Finding::UnknownLessonInCourse { course, lesson } => told(
            format!("コース「{}」にある教材「{}」が見つかりません。", quoted(course), quoted(lesson)),
            "教材のidと同じつづりかを確かめてください。",
        ),
        Finding::UnknownCourse { place, course } => told(
            format!("「{}」にあるコース「{}」が見つかりません。", quoted(place), quoted(course)),
            "[[course]] のidと同じつづりかを確かめてください。",
        ),
        Finding::DuplicateEntry { id } => told(
            format!("id「{}」が2回書かれています。", quoted(id)),
            "どちらかを消すか、idを変えてください。2つ目は使われません。",
        ),
        Finding::MissingBasis => {
            told("根拠（basis）がありません。", "basis: [資料名 日付] のように、内容の根拠を書いてください。")
        }
        // -- questions
        Finding::MissingQuestionId { id } => told(
            "問題にidがありません。",
            format!(
                "見出しの次の行に <!-- id: {} --> と書いてください。ほかの言語に同じ問題があれば、同じidにします。",
                quoted(id)
            ),
        ),
        Finding::DuplicateQuestionId { id } => told(
            format!("id「{}」が、この教材で2回使われています。", quoted(id)),
            "どちらかのidを変えてください。2つ目の問題は出題されません。",
        ),
        Finding::InvalidId { id } => {
            told(format!("「{}」はidに使えません。", quoted(id)), "半角の英小文字、数字、ハイフンで書いてください。")
        }
        Finding::UnknownMarker { marker } => told(
            format!("「{}」という問題の種類はありません。", quoted(marker)),
            "使えるのは 1つ、すべて、場面、正誤、数値、記入、穴埋め、並べ替え、組み合わせ、記述 です。",
        ),
        Finding::NoAnswerPart => {
            told("答えの部分がありません。", "選択肢、「答え:」の行、番号つきの順番、表のどれかを書いてください。")
        }
        Finding::NoRightAnswer => told("正解がありません。", "正解の選択肢を - [x] にしてください。"),
        Finding::SeveralRightAnswers => {
            told("正解が2つ以上あります。", "正解を1つにするか、見出しの種類を（すべて）に変えてください。")
        }
        Finding::TooFewChoices { count } => {
            told(format!("選択肢が{count}つしかありません。"), "選択肢を2つ以上にしてください。")
        }
        Finding::WrongChoiceWithoutFeedback => told(
            "誤りの選択肢に説明がありません。",
            "選択肢の下の行に、字下げした - で、なぜ違うのかを書いてください。",
        ),
        Finding::ConsequenceMissing => told(
            "場面の選択肢に、その結果が書かれていません。",
            "選択肢の下の行に、字下げした - で、選ぶと何が起きるかを書いてください。",
        ),
        Finding::FeedbackTooShort { characters, least } => told(
            format!("説明が短すぎます（{characters}字）。"),
            format!("なぜそうなのかが分かるように、{least}字以上で書いてください。"),
        ),
        Finding::FeedbackRepeated => {
            told("同じ説明がこの教材に2回あります。", "その選択肢ならではの理由に書きかえてください。")
        }
        Finding::InvalidTrueFalse { found } => told(
            format!("正誤の答え「{}」を読めません。", quoted(found)),
            "「答え: ○」または「答え: ×」と書いてください。",
        ),
        Finding::InvalidNumber { found } => told(
            format!("数値「{}」を読めません。", quoted(found)),
            "「答え: 30」「答え: 30 ± 2 分」「答え: 10〜20」のように書いてください。",
        ),
        Finding::NoBlank => told("穴埋めの空所がありません。", "空所にする語を **語** のように太字にしてください。"),
        Finding::NoModelAnswer => told("答えの例がありません。", "「答え:」の行に、よい答えの例を書いてください。"),
        Finding::NoChecklist => {
            told("確かめる項目がありません。", "「- [ ] …を書いた」の形で、よい答えの条件を書いてください。")
        }
        Finding::TooFewItems { count } => {
            told(format!("並べたり結んだりする項目が{count}つしかありません。"), "項目を2つ以上にしてください。")
        }
        Finding::InvalidMatchTable => {
            told("組み合わせの表を読めません。", "2列の表にしてください。左を空けた行は、余分な選択肢になります。")
        }
        Finding::UnknownConfusable { target } => told(
            format!("取り違えやすい問題「{}」が見つかりません。", quoted(target)),
            "「教材のid/問題のid」の形で、つづりを確かめてください。",
        ),
        Finding::RightAlwaysLongest { questions } => told(
            format!("{questions}問すべてで、正解がいちばん長い選択肢です。"),
            "誤りの選択肢も同じくらい具体的に書いてください。長さで答えが分かってしまいます。",
        ),
        Finding::RightAlwaysInPlace { place, questions } => {
            told(format!("{questions}問すべてで、正解が{place}番目です。"), "正解の位置を問題ごとに変えてください。")
        }
        Finding::UnsetOfficeValue { name } => told(
            format!("「{}」の値が office.toml にありません。", quoted(name)),
            format!(
                "office.toml の [values] に {} = \"…\" を書いてください。なければ「決められた窓口」と表示します。",
                quoted(name)
            ),
        ),
        // -- text
        Finding::MainTooLong { length, limit, unit } => told(
            format!("本文が長すぎます（{}、目安 {}）。", counted(*length, *unit), counted(*limit, *unit)),
            "3分で読める量に削るか、一部を「もっと詳しく」に移してください。",
        ),
        Finding::LessonTooLong { length, limit, unit } => told(
            format!(
                "「もっと詳しく」を合わせた文が長すぎます（{}、上限 {}）。",
                counted(*length, *unit),
                counted(*limit, *unit)
            ),
            "教材を2本に分けるか、文を削ってください。",
        ),
        Finding::TableTooWide { columns, limit } => told(
            format!("表の幅が広すぎます（{columns}桁、上限 {limit}桁）。"),
            "セルの文を短くするか、列を減らしてください。全角は2桁です。",
        ),
        Finding::BoldTouchesBracket => told(
            "太字の ** がかっこに接しているため、ほかの表示ソフトでは太字になりません。",
            "** をかっこの内側に移してください。",
        ),
        Finding::RawHtml { tag } => told(
            format!("HTMLの「{}」は使えません。", quoted(tag)),
            "Markdownの書き方に直してください。ルビは 紛失（ふんしつ）のように書きます。",
        ),
        // -- practice and worksheets
        Finding::NoCue => told(
            "やってみることに、きっかけ（…たら）がありません。",
            "「- …が来たら」と書き、その下に字下げして、することを書いてください。",
        ),
        Finding::CueWithoutAction => told(
            "きっかけに、することが書かれていません。",
            "きっかけの下の行に、字下げした - で、することを書いてください。",
        ),
        Finding::UnknownWorksheet { id } => told(
            format!("記録シート「{}」が見つかりません。", quoted(id)),
            "worksheets フォルダーにあるシートのidと同じつづりかを確かめてください。",
        ),
        Finding::UnknownFieldType { found } => told(
            format!("「{}」という欄の種類はありません。", quoted(found)),
            "使えるのは text、long-text、number、date、choice です。",
        ),
        // -- the glossary
        Finding::NoTerm => told(
            "用語集に用語がありません。",
            "用語ごとに「## 用語」という見出しを書き、その下に意味を書いてください。",
        ),
        Finding::TermWithoutMeaning { term } if term.is_empty() => {
            told("用語集の見出しに、用語がありません。", "## の後ろに用語を書いてください。それまでは、表示しません。")
        }
        Finding::TermWithoutMeaning { term } => told(
            format!("用語「{}」に意味がありません。", quoted(term)),
            "見出しの下に意味を書いてください。それまでは、表示しません。",
        ),
        Finding::TermTwice { term } => told(
            format!("用語「{}」は、この用語集にもうあります。", quoted(term)),
            "1つにまとめるか、用語か別名を変えてください。使うのは、先に書いてあるほうだけです。",
        ),
        // -- languages of one lesson
        Finding::LanguageMissing { language } => told(
            format!("この教材には、言語「{}」の版がありません。", quoted(language)),
            format!(
                "同じidの教材を {} フォルダーに置いてください。それまでは、今ある言語で表示します。",
                quoted(language)
            ),
        ),
        Finding::LanguagesDisagree { about, other_path, here, there } => told(
            format!(
                "{}が、言語の間で違います（ここ: {}、あちら: {}）。",
                disagreement(*about),
                quoted(here),
                quoted(there)
            ),
            format!("{} と合わせてください。学習の記録は、2つの言語で共通です。", path(other_path)),
        ),
        // -- slips of the Japanese keyboard
        Finding::ImeSlip { slip, found, wanted } => ime_slip(*slip, &quoted(found), &quoted(wanted)),
    }
}

fn told(title: impl Into<String>, help: impl Into<String>) -> (String, String) {
    (title.into(), help.into())
}

fn counted(length: usize, unit: LengthUnit) -> String {
    match unit {
        LengthUnit::Characters => format!("{length}字"),
        LengthUnit::Words => format!("{length}語"),
    }
}

fn disagreement(about: Disagreement) -> &'static str {
    match about {
        Disagreement::QuestionIds => "問題のid",
        Disagreement::QuestionTypes => "問題の種類",
        Disagreement::QuestionOrder => "問題の順番",
        Disagreement::ChoiceCount => "選択肢や項目の数",
        Disagreement::RightChoices => "正解の位置",
        Disagreement::Numbers => "答えの数値",
        Disagreement::Revisions => "rev（改訂の番号）",
        Disagreement::Practice => "実践の内容（id、ask、数）",
    }
}

fn ime_slip(slip: ImeSlip, found: &str, wanted: &str) -> (String, String) {
    let what = match slip {
        ImeSlip::TaskBox => "チェック欄",
        ImeSlip::BoxWithoutSpace => "チェック欄の前の空白",
        ImeSlip::Bullet => "箇条書きの記号",
        ImeSlip::ListNumber => "番号つき箇条書きの番号",
        ImeSlip::Heading => "見出しの記号",
        ImeSlip::Colon => "コロン",
        ImeSlip::Quote => "引用の記号",
        ImeSlip::Table => "表の縦線",
        ImeSlip::FrontMatterFence => "設定欄の区切り",
        ImeSlip::HeadingWithoutSpace => "見出しの記号の後の空白",
        ImeSlip::FullWidthValue => "id・日付・数値の文字",
    };
    let title = match slip {
        ImeSlip::BoxWithoutSpace | ImeSlip::HeadingWithoutSpace => format!("{what}がありません（「{found}」）。"),
        _ => format!("{what}「{found}」が半角ではありません。"),
    };
    let help = match slip {
        ImeSlip::HeadingWithoutSpace => "記号の後に、半角の空白を1つ入れてください。".to_owned(),
        _ => format!("「{wanted}」と書いてください。"),
    };
    told(title, help)
}
