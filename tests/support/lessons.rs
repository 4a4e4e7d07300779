//! Lessons written by a test: one small page at a time, so that a test knows every word that can be printed.
#![allow(clippy::unwrap_used, reason = "helpers of tests unwrap as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

/// Writes a lesson with this id and body; the folder is then a library of its own.
pub fn lesson(folder: &Path, language: &str, id: &str, title: &str, body: &str) -> PathBuf {
    let below = folder.join(language).join("own");
    fs::create_dir_all(&below).unwrap();
    let front = format!(
        "---\nid: {id}\ntitle: {title}\nlang: {language}\nobjective: o\nminutes: 1\nbasis: [F1]\nreview_by: 2027-11-30\n---\n\n"
    );
    let file = below.join(format!("{id}.md"));
    fs::write(&file, front + body).unwrap();
    folder.to_path_buf()
}

/// A page of text and one question whose right option is 「正しい手」.
pub const ONE_QUESTION: &str = "# 題\n\n本文です。\n\n## 確認問題\n\n### 問1（1つ）どうしますか。\n<!-- id: aaaa -->\n\n\
    - [x] 正しい手\n- [ ] 誤った手\n  - その手では、知らせるのが遅れてしまいます。\n\
    - [ ] 別の手\n  - その手では、記録がどこにも残りません。\n";

/// A page of text and one promise, asked about on the next working day.
pub const ONE_PROMISE: &str = "# 題\n\n本文です。\n\n## 実践\n\n### やってみること\n<!-- id: bbbb; ask: 1 -->\n\n\
    - 急ぎの依頼が来たら\n  - 折り返し電話する\n";
