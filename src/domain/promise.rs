//! The sentence of an if-then promise: a cue and an action of the lesson, read back whole.

use crate::domain::language::Language;

/// 「…が来たら、…する。」 / "When …, …." The parts come from the lesson, or the action from the learner.
pub fn sentence(language: Language, cue: &str, action: &str) -> String {
    let strip = |text: &str| text.trim().trim_end_matches(['。', '、', '.', ',']).trim().to_owned();
    let (cue, action) = (strip(cue), strip(action));
    match language {
        Language::Japanese => format!("{cue}、{action}。"),
        Language::English => format!("{cue}, {action}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_reads_as_one_sentence_whatever_stops_the_author_wrote() {
        assert_eq!(
            sentence(Language::Japanese, "急ぎの依頼が来たら、", "折り返し電話する。"),
            "急ぎの依頼が来たら、折り返し電話する。"
        );
        assert_eq!(
            sentence(Language::English, "When a request is urgent", "I call back"),
            "When a request is urgent, I call back."
        );
    }
}
