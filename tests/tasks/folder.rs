//! Small lessons whose every word a test knows, and records of learners who have come to a certain point in them. A
//! record is made once, by the real program, and copied for each task that begins there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::support::lessons::lesson;
use crate::support::talk::program;

pub const FRIDAY: &str = "2026-11-20T12:41+09:00";
const TUESDAY: &str = "2026-11-24T12:41+09:00";

/// Where a task begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Begin {
    /// Nobody has ever been here.
    FirstTime,
    /// はじめの画面 of somebody who has been here before.
    Home,
    /// The same, with a sitting that was left.
    HomeAfterLeaving(&'static str),
    /// The page of a lesson.
    Lesson(&'static str),
    /// What comes behind the page of a lesson: its question, or what to try.
    BehindPage(&'static str),
    /// The closing page, after the one answer of a lesson.
    Close(&'static str),
    /// A lesson with something to try, on the day on which something else was promised.
    Promised,
    /// その後: the day has come to ask about the promise.
    FollowUp,
}

impl Begin {
    fn opens(self) -> Option<&'static str> {
        match self {
            Begin::FirstTime | Begin::Home | Begin::HomeAfterLeaving(_) | Begin::FollowUp => None,
            Begin::Lesson(id) | Begin::BehindPage(id) | Begin::Close(id) => Some(id),
            Begin::Promised => Some("promise"),
        }
    }

    fn now(self) -> &'static str {
        if self == Begin::FollowUp { TUESDAY } else { FRIDAY }
    }
}

/// The lessons and the records, in one folder.
pub struct Folder {
    folder: tempfile::TempDir,
    made: Mutex<BTreeMap<Begin, PathBuf>>,
}

impl Folder {
    pub fn new() -> Folder {
        let folder = tempfile::tempdir().unwrap();
        write_lessons(&folder.path().join("lessons"));
        Folder { folder, made: Mutex::default() }
    }

    fn lessons(&self) -> PathBuf {
        self.folder.path().join("lessons")
    }

    /// The words that start the program there.
    pub fn words(&self, begin: Begin) -> Vec<String> {
        let lessons = self.lessons();
        let lessons = lessons.to_str().unwrap();
        let mut words = vec!["--lang", "ja", "--now", begin.now(), "--lessons", lessons];
        match begin {
            Begin::FollowUp => words.push("study"),
            _ => words.extend(begin.opens().iter().flat_map(|id| ["study", *id])),
        }
        words.into_iter().map(str::to_owned).collect()
    }

    /// A copy of the record of somebody who stands there.
    pub fn record(&self, begin: Begin, copy: &Path) {
        if begin == Begin::FirstTime {
            return;
        }
        let mut made = self.made.lock().unwrap();
        if !made.contains_key(&begin) {
            let data = self.folder.path().join(format!("record-{}", made.len()));
            self.make(begin, &data);
            made.insert(begin, data);
        }
        copy_folder(&made[&begin], copy);
    }

    fn make(&self, begin: Begin, data: &Path) {
        // Welcome, the role, the question to try.
        self.reply(data, &[], "\n1\n1\n\n");
        match begin {
            Begin::FirstTime | Begin::Home | Begin::Lesson(_) => {}
            Begin::HomeAfterLeaving(id) | Begin::BehindPage(id) => self.reply(data, &["study", id], "\n"),
            Begin::Close(id) => self.reply(data, &["study", id], "\n2\n"),
            Begin::Promised | Begin::FollowUp => self.reply(data, &["study", "promise"], "\n1\n1\n\n"),
        }
    }

    fn reply(&self, data: &Path, words: &[&str], replies: &str) {
        let lessons = self.lessons();
        let all = [&["--lang", "ja", "--now", FRIDAY, "--lessons", lessons.to_str().unwrap()], words].concat();
        assert_cmd::Command::from_std(program(data, &all)).write_stdin(replies).assert().success();
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

const LIBRARY: &str = r#"format = 1
languages = ["ja"]

[[track]]
id = "general"
title = { ja = "一般職員", en = "General staff" }
courses = ["first", "types", "tries"]

[[track]]
id = "leader"
title = { ja = "推進リーダー", en = "Leaders" }
courses = ["lead"]

[[course]]
id = "first"
title = { ja = "はじめのコース", en = "First" }
lessons = ["today", "text", "long"]

[[course]]
id = "types"
title = { ja = "問題のコース", en = "Questions" }
lessons = ["one", "case", "all", "true-false", "number", "typed", "cloze", "order", "match", "write"]

[[course]]
id = "tries"
title = { ja = "実践のコース", en = "Tries" }
lessons = ["promise", "known"]

[[course]]
id = "lead"
title = { ja = "リーダーのコース", en = "Lead" }
lessons = ["leading", "practice"]
"#;

fn write_lessons(folder: &Path) {
    fs::create_dir(folder).unwrap();
    fs::write(folder.join("library.toml"), LIBRARY).unwrap();
    for (id, title, body) in [
        ("today", "今日の題", quiz(ONE, "")),
        ("text", "短い題", "本文です。\n\n## もっと詳しく\n\n詳しい説明です。\n".to_owned()),
        ("long", "長い題", long()),
        ("one", "一つの題", quiz(ONE, "> ヒント: 開く前にできることです。\n")),
        ("case", "場面の題", quiz(CASE, "")),
        ("all", "全部の題", quiz(ALL, "")),
        ("true-false", "正誤の題", quiz(TRUE_FALSE, "")),
        ("number", "数の題", quiz(NUMBER, "")),
        ("typed", "言葉の題", quiz(TYPED, "> ヒント: 釣りが語源です。\n")),
        ("cloze", "空欄の題", quiz(CLOZE, "")),
        ("order", "順の題", quiz(ORDER, "")),
        ("match", "組の題", quiz(MATCH, "")),
        ("write", "文の題", quiz(WRITE, "")),
        ("promise", "約束の題", PROMISE.to_owned()),
        ("known", "知っている題", format!("{}\n### 問2{}", quiz(TRUE_FALSE, ""), TRUE_FALSE.replace("aaaa", "cccc"))),
        ("practice", "練習の題", quiz(ONE, "")),
        ("leading", "率いる題", "リーダーの本文です。\n".to_owned()),
    ] {
        lesson(folder, "ja", id, title, &format!("# {title}\n\n{body}"));
    }
    fs::write(folder.join("ja/glossary.md"), GLOSSARY).unwrap();
}

const GLOSSARY: &str =
    "# 用語集\n\n## 添付（てんぷ）\n\nメールに付いてくるファイル。\n\n## 台帳\n\n記録の元になる帳簿。\n";

fn quiz(question: &str, hint: &str) -> String {
    format!("問いの前の本文です。\n\n## 確認問題\n\n### 問1{question}\n{hint}")
}

/// More than one screen of 80 columns and 24 rows.
fn long() -> String {
    let lines: Vec<String> = (1..=12).map(|number| format!("{number}段落目の本文です。")).collect();
    format!("{}\n\n終わりの段落です。\n\n## もっと詳しく\n\n詳しい説明です。\n", lines.join("\n\n"))
}

const ONE: &str = "（1つ・順番固定）心当たりのない添付が届きました。どうしますか。\n<!-- id: aaaa -->\n\n\
    - [ ] 開いて確かめる\n  - 開くだけで感染することがあります。\n\
    - [x] 開かずに知らせる\n  - 開く前なら、ほかの人も守れます。\n\
    - [ ] 消して忘れる\n  - ほかの人に届いていても、だれも気づけません。\n";

const CASE: &str = "（場面・順番固定）開いてしまいました。最初の一手は。\n<!-- id: aaaa -->\n\n\
    - [ ] 再起動する\n  - 手がかりが消えます。\n\
    - [x] 手を止めて知らせる\n  - 早く伝わり、止められます。\n\
    - [ ] 様子を見る\n  - 画面の裏で広がります。\n";

const ALL: &str = "（すべて・順番固定）安全な確かめ方をすべて選んでください。\n<!-- id: aaaa -->\n\n\
    - [x] 職員録の番号に電話する\n  - 別に調べた番号なら確かです。\n\
    - [ ] 返信する\n  - だます側に届きます。\n\
    - [x] 公式サイトの番号に電話する\n  - 本物の相手に確かめられます。\n";

const TRUE_FALSE: &str = "（正誤）上司の名前なら、確かめなくてよい。\n<!-- id: aaaa -->\n\n\
    答え: ×\nよくある誤り: ○ → 名前はだれでも名乗れます。\n";

const NUMBER: &str = "（数値）9時58分の5分後は、10時何分ですか。\n<!-- id: aaaa -->\n\n答え: 3 ± 0 分\n";

const TYPED: &str = "（記入）情報を盗み取ろうとするメールを何といいますか。\n<!-- id: aaaa -->\n\n\
    答え: フィッシングメール\n別解: フィッシング\n";

const CLOZE: &str = "（穴埋め）いつ、どこへ知らせますか。\n<!-- id: aaaa -->\n\n\
    **開く**前に、**窓口**へ知らせる。\n";

/// Two lines are never shown in their order, so the other order is known to be right.
const ORDER: &str = "（並べ替え）順に並べてください。\n<!-- id: aaaa -->\n\n1. 手を止める\n2. 窓口へ連絡する\n";

/// As many on the right as on the left are never shown in their order either.
const MATCH: &str = "（組み合わせ）見分け方を結んでください。\n<!-- id: aaaa -->\n\n\
    | 手がかり | 見分け方 |\n| --- | --- |\n| 差出人 | アドレスを見る |\n| 文面 | 急がせていないか見る |\n";

const WRITE: &str = "（記述）第一報を1文で書いてください。\n<!-- id: aaaa -->\n\n\
    答え: 9時58分に開いてしまい、手を止めています。\n\n- [ ] いつかを書いた\n- [ ] いまを書いた\n";

const PROMISE: &str = "本文です。\n\n## 実践\n\n### やってみること\n<!-- id: bbbb; ask: 1 -->\n\n\
    - 急ぎの依頼が来たら\n  - 折り返し電話する\n\
    - 添付が届いたら\n  - 差出人を見る\n";
