//! Libraries of any size, the same at each run: one municipal scene, four questions and something to try in each lesson.
//! It writes files and knows nothing of how they are read.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Lessons in a folder, which is a course.
const IN_COURSE: usize = 20;
/// Courses of the one role, so that Home plans from a path and not from everything.
const IN_TRACK: usize = 6;
/// In every title, and nowhere else.
pub const TITLE_MARK: &str = "窓口メモ";
/// In every question, and nowhere else.
pub const QUESTION_MARK: &str = "確かめる順番";
/// Questions of each lesson.
pub const QUESTIONS: [&str; 4] = ["q1aa", "q2bb", "q3cc", "q4dd"];
/// Raised when what is written changes, so that older folders are not used again.
const EDITION: u32 = 3;

const SCENES: [&str; 5] = [
    "始業から5分、来庁者の列ができています。内線が鳴り、隣の課から書式の確認を頼まれました。",
    "月末の締め切りの日に、申請書の控えが1枚足りないと気づきました。住民の方は目の前で待っています。",
    "会議の直前に、共有フォルダーの資料が2つに分かれていることが分かりました。日付はどちらも今日です。",
    "停電のあと、端末の1台だけが起動しません。受付票の番号はその端末にしか残っていません。",
    "新しい様式が届きましたが、記入例が古いままです。昼休みの前に窓口の全員へ知らせる必要があります。",
];
const THINGS: [&str; 6] = ["受付票", "申請書", "名簿", "通知文", "集計表", "議事録"];
const REASONS: [&str; 4] = ["後から確かめられる", "ほかの人が続けられる", "同じ間違いを防げる", "住民の方を待たせない"];

/// The id of a lesson.
pub fn id(number: usize) -> String {
    format!("memo-{number:06}")
}

/// The folder with this many lessons, written now or by an earlier run.
pub fn library(data: &Path, lessons: usize) -> io::Result<PathBuf> {
    let folder = data.join(format!("lessons-{EDITION}-{lessons}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    let unfinished = folder.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    for number in 0..lessons {
        let course = unfinished.join("ja").join(course(number / IN_COURSE));
        if number % IN_COURSE == 0 {
            fs::create_dir_all(&course)?;
        }
        fs::write(course.join(format!("{}.md", id(number))), lesson(number))?;
    }
    fs::write(unfinished.join("library.toml"), library_file(lessons))?;
    fs::rename(&unfinished, &folder)?;
    Ok(folder)
}

fn course(number: usize) -> String {
    format!("course-{number:05}")
}

fn library_file(lessons: usize) -> String {
    let courses: Vec<String> =
        (0..lessons.div_ceil(IN_COURSE).min(IN_TRACK)).map(|number| format!("{:?}", course(number))).collect();
    format!(
        "format = 1\nlanguages = [\"ja\"]\n\n[[track]]\nid = \"general\"\ntitle = {{ ja = \"一般職員\", en = \"General staff\" }}\ncourses = [{}]\n",
        courses.join(", ")
    )
}

/// One lesson of about three kilobytes.
fn lesson(number: usize) -> String {
    let thing = THINGS[number % THINGS.len()];
    let other = THINGS[(number / 7 + 1) % THINGS.len()];
    let reason = REASONS[number / 3 % REASONS.len()];
    let mut text = format!(
        "---\nid: {}\ntitle: {TITLE_MARK}{number:06} {thing}の扱い\nlang: ja\nskill: digital\nstage: practise\nminutes: 3\n\
         objective: {thing}の扱いを3つ挙げ、決められた手順で進められる\nbasis: [F001]\nreview_by: 2030-03-31\n---\n\n\
         # {TITLE_MARK}{number:06} {thing}の扱い\n\n{}\n\n| 見るところ | 注意すること |\n| --- | --- |\n",
        id(number),
        SCENES[number % SCENES.len()],
    );
    for (row, part) in ["番号", "日付", "宛先"].iter().enumerate() {
        line(&mut text, &format!("| {part} | {thing}の{part}を{}か所で見比べる |", row + 2 + number % 3));
    }
    line(
        &mut text,
        &format!(
            "\n迷ったら、**動かす前に**担当へ知らせます。{thing}は{reason}ように残します。早く伝わるほど、手戻りを抑えられます。\n\n\
             > [!IMPORTANT]\n> 自分の判断で{other}を消したり、書き換えたりしません。経過は後で書き残します。\n\n\
             ## もっと詳しく\n\n{other}との違いは、残す期間です。{thing}は年度の終わりまで、{other}は用が済むまで残します。\n\n\
             ## 確認問題"
        ),
    );
    for (place, question) in QUESTIONS.iter().enumerate() {
        line(
            &mut text,
            &format!(
                "\n### 問{}（1つ）{thing}の番号が合わないとき、{QUESTION_MARK}として最初にすることは（{number}-{place}）。\n<!-- id: {question} -->\n\n\
                 - [ ] {other}を見て、合うように番号を書き直す\n  - 早く片づくように見えますが、どちらが正しいかまだ分かりません。\n\
                 - [x] 動かさずに、{thing}の控えと担当に確かめる\n  - 動かす前なら、元の状態から確かめられます。\n\
                 - [ ] 番号のない新しい{thing}を作り直しておく\n  - 作り直すと、元の{thing}との関係が分からなくなります。\n\
                 - [ ] 次の締め切りまで、そのままにして様子を見る\n  - 待つあいだに、同じ間違いがほかの窓口でも起こります。\n\n\
                 > 解説: 先に確かめると、{reason}からです。",
                place + 1,
            ),
        );
    }
    line(
        &mut text,
        &format!(
            "\n## 実践\n\n### やってみること\n<!-- id: t5ee; ask: 5 -->\n\n- {thing}の番号が合わないと気づいたら\n  \
             - 動かす前に、控えの番号を声に出して読み合わせる\n- {other}を頼まれたら\n  - 期限と宛先を聞き返してから受け取る"
        ),
    );
    text
}

/// A lesson that takes many pages, for scrolling.
pub fn long_lesson(data: &Path) -> io::Result<(PathBuf, String)> {
    let folder = data.join(format!("long-{EDITION}"));
    fs::create_dir_all(folder.join("ja/long"))?;
    let mut text = format!("---\nid: long\ntitle: {TITLE_MARK}の長い一覧\nlang: ja\nminutes: 3\n---\n\n");
    for number in 0..120 {
        let scene = SCENES[number % SCENES.len()];
        line(&mut text, &format!("{}件目。{scene}**{}**から始めます。\n", number + 1, THINGS[number % THINGS.len()]));
    }
    fs::write(folder.join("ja/long/long.md"), text)?;
    Ok((folder, "long".to_owned()))
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("a string takes everything");
}
