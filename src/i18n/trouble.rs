//! Why the record cannot be kept or opened, in words for the person at the desk. Takes the store's stable codes.

use crate::domain::language::Language;

/// A few words for a code of the store, to stand in brackets.
pub fn reason(code: &str, language: Language) -> &'static str {
    let (japanese, english) = match code {
        "read-only" => ("書き込みが許されていません", "it may not be written"),
        "busy" => ("ほかの画面が書き込み中です", "another window is writing to it"),
        "full" => ("空き容量がありません", "the disk is full"),
        "disk" => ("ディスクか通信が応答しません", "the disk or the network does not answer"),
        "damaged" => ("ファイルが壊れています", "the file is damaged"),
        "cannot-open" => ("フォルダーを作れないか、開けません", "the folder cannot be made or opened"),
        "log-unread" => (
            "記録の続き（sukima.db-wal）は、書き込みが許された場所でないと読めません",
            "the rest of it (sukima.db-wal) can be read only where writing is allowed",
        ),
        "foreign" => ("sukima の記録ではありません", "it is not a record of sukima"),
        "newer" => ("新しい版の sukima の記録です", "it belongs to a newer sukima"),
        "old-sqlite" => ("組み込みの SQLite が古すぎます", "the built-in SQLite is too old"),
        "unfit" => ("受け取れない内容です", "its content does not fit"),
        _ => ("理由は分かりません", "for an unknown reason"),
    };
    match language {
        Language::Japanese => japanese,
        Language::English => english,
    }
}

/// What to do when the record keeps the program from starting: what, where, next step.
pub fn cannot_open(code: &str, place: &str, language: Language) -> String {
    let why = reason(code, language);
    match (language, code) {
        (Language::Japanese, "foreign") => format!(
            "記録を開けません。{why}: {place}\nこのファイルには何も書いていません。別の場所を --data-dir で指定するか、ファイルを移してください。"
        ),
        (Language::English, "foreign") => format!(
            "The record cannot be opened; {why}: {place}\nNothing was written to this file. Name another place with --data-dir, or move the file."
        ),
        (Language::Japanese, "damaged") => format!(
            "記録を開けません。{why}: {place}\n消さずにそのまま残し、同じ場所にあるファイルとともに、情報担当に見せてください。別の場所で始めるには --data-dir を使います。"
        ),
        (Language::English, "damaged") => format!(
            "The record cannot be opened; {why}: {place}\nKeep it, and show it to IT together with the files beside it. To start elsewhere use --data-dir."
        ),
        (Language::Japanese, "newer") => {
            format!("記録を開けません。{why}: {place}\nこの版では書きかえません。新しい版の sukima を使ってください。")
        }
        (Language::English, "newer") => format!(
            "The record cannot be opened; {why}: {place}\nThis version changes nothing in it. Please use the newer sukima."
        ),
        (Language::Japanese, _) => {
            format!("記録を開けません。{why}: {place}\n時間をおいてもう一度試すか、情報担当に場所を伝えてください。")
        }
        (Language::English, _) => {
            format!("The record cannot be opened; {why}: {place}\nTry again later, or tell IT the place.")
        }
    }
}
