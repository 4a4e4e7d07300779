//! What `sukima check` says around its findings: how many there are, what was mended, and what could not be written.

use crate::domain::diagnostic::Severity;
use crate::domain::language::Language;
use crate::text::SafeText;

/// One sentence of the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckMessage {
    /// The last line.
    Summary {
        files: usize,
        errors: usize,
        warnings: usize,
    },
    /// How many of the findings `--fix` would mend.
    CanBeFixed {
        count: usize,
    },
    /// Behind what to do about one finding.
    FixDoesIt,
    Fixed {
        path: SafeText,
        edits: usize,
    },
    ChangedMeanwhile {
        path: SafeText,
    },
    ReadOnly {
        path: SafeText,
    },
    NotWritten {
        path: SafeText,
        cause: SafeText,
    },
}

impl CheckMessage {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese(),
            Language::English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            CheckMessage::Summary { files, errors: 0, warnings: 0 } => {
                format!("{files}件のファイルを調べました。直すところはありません。")
            }
            CheckMessage::Summary { files, errors, warnings } => {
                format!("{files}件のファイルを調べました。エラー {errors}件、注意 {warnings}件です。")
            }
            CheckMessage::CanBeFixed { count } => format!("うち{count}件は、--fix を付けると自動で直せます。"),
            CheckMessage::FixDoesIt => "--fix を付けると自動で直せます。".to_owned(),
            CheckMessage::Fixed { path, edits } => format!("{path}: {edits}か所を直しました。"),
            CheckMessage::ChangedMeanwhile { path } => {
                format!("{path}: 調べている間に変わったため、直していません。もう一度実行してください。")
            }
            CheckMessage::ReadOnly { path } => {
                format!("{path}: 読み取り専用のため、直していません。属性を外してから、もう一度実行してください。")
            }
            CheckMessage::NotWritten { path, cause } => {
                format!("{path}: 書き込めないため、直していません（{cause}）。書き込みの権限を確かめてください。")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            CheckMessage::Summary { files, errors: 0, warnings: 0 } => {
                format!("{}. Nothing to mend.", files_checked(*files))
            }
            CheckMessage::Summary { files, errors, warnings } => format!(
                "{}: {}, {}.",
                files_checked(*files),
                counted(*errors, "error", "errors"),
                counted(*warnings, "warning", "warnings")
            ),
            CheckMessage::CanBeFixed { count } => format!("--fix mends {count} of them."),
            CheckMessage::FixDoesIt => "--fix does it.".to_owned(),
            CheckMessage::Fixed { path, edits } => format!("{path}: mended in {}.", counted(*edits, "place", "places")),
            CheckMessage::ChangedMeanwhile { path } => {
                format!("{path}: changed while it was checked, so nothing was mended. Please run it again.")
            }
            CheckMessage::ReadOnly { path } => {
                format!("{path}: read-only, so nothing was mended. Allow writing and run it again.")
            }
            CheckMessage::NotWritten { path, cause } => {
                format!("{path}: cannot be written, so nothing was mended ({cause}). Check that you may write there.")
            }
        }
    }
}

/// The word in front of a finding.
pub fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Japanese) => "エラー",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::Japanese) => "注意",
        (Severity::Warning, Language::English) => "warning",
    }
}

/// The word in front of what to do.
pub fn help_word(language: Language) -> &'static str {
    match language {
        Language::Japanese => "直し方",
        Language::English => "help",
    }
}

fn files_checked(files: usize) -> String {
    format!("Checked {}", counted(files, "file", "files"))
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}
