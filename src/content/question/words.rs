//! （正誤） and （記入）: an answer in words.

use std::collections::BTreeSet;

use crate::content::answer_lines::Line;
use crate::content::findings::Findings;
use crate::content::question::parts::Parts;
use crate::content::slips::half_width;
use crate::domain::diagnostic::Finding;
use crate::domain::question::Answer;
use crate::text::SafeText;

/// Words that make a question without a marker one of true or false.
const PLAINLY_TRUE: [&str; 5] = ["○", "〇", "◯", "true", "正しい"];
const PLAINLY_FALSE: [&str; 4] = ["×", "✕", "false", "誤り"];
/// Words that are clear only where the marker asks for true or false.
const TRUE: [&str; 1] = ["正"];
const FALSE: [&str; 1] = ["誤"];

pub fn is_plainly_true_or_false(answer: &str) -> bool {
    let word = word(answer);
    PLAINLY_TRUE.contains(&word.as_str()) || PLAINLY_FALSE.contains(&word.as_str())
}

pub fn read_true_false(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let answer = parts.answer(findings)?;
    let mistakes = parts.mistakes(findings);
    let word = word(&answer.content.plain());
    let statement_is_true = if PLAINLY_TRUE.contains(&word.as_str()) || TRUE.contains(&word.as_str()) {
        true
    } else if PLAINLY_FALSE.contains(&word.as_str()) || FALSE.contains(&word.as_str()) {
        false
    } else {
        let found = SafeText::new(answer.content.plain().trim()).into_string();
        findings.error(Finding::InvalidTrueFalse { found }, answer.range);
        return None;
    };
    Some(Answer::TrueFalse { statement_is_true, mistakes })
}

pub fn read_typed(parts: &mut Parts<'_>, findings: &mut Findings<'_>) -> Option<Answer> {
    let answer = parts.answer(findings)?;
    let mistakes = parts.mistakes(findings);
    let mut accepted = vec![words(&answer)];
    let mut taken = BTreeSet::from([words(&answer)]);
    let others: Vec<Line> =
        parts.lines.answers.iter().skip(1).chain(parts.lines.alsos.iter().map(|(_, line)| line)).cloned().collect();
    for line in others {
        let other = words(&line);
        // An office value that is not set must not be accepted under the name that stands in for it.
        if !other.is_empty() && !parts.page.has_unset_value(&line.range) && taken.insert(other.clone()) {
            accepted.push(other);
        }
    }
    Some(Answer::Typed { accepted, mistakes })
}

fn words(line: &Line) -> SafeText {
    SafeText::new(line.content.plain().trim())
}

fn word(answer: &str) -> String {
    half_width(answer).trim().trim_end_matches(['.', '。']).to_lowercase()
}
