//! はじめの6問: the questions in everyday words, what can be answered, and why each lesson is proposed.

use crate::domain::entry::{EntryAnswer, EntryQuestion, Reason, Sureness};
use crate::domain::id::TrackId;
use crate::domain::language::Language::{self, English, Japanese};
use crate::domain::lesson::Skill;
use crate::i18n::statistics::skill_name;

/// One sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum EntrySay {
    /// On Home, before the first study.
    Offer,
    /// At the first run, behind the promises.
    OfferNow,
    Title {
        number: usize,
        of: usize,
    },
    Question(EntryQuestion),
    Option {
        number: usize,
        answer: EntryAnswer,
        /// The role's name in the library.
        role: String,
    },
    ProposalTitle,
    Track {
        title: String,
    },
    /// Why this track.
    BecauseRole {
        track: TrackId,
        title: String,
    },
    Lesson {
        number: usize,
        title: String,
    },
    Because(Reason),
    NothingToPropose,
    /// Who sees it, and where it is kept.
    Private,
    OnlyOptions {
        last: usize,
    },
    Keys {
        last: usize,
    },
    ProposalKeys,
    ProposalOnly,
    /// What became of it.
    Taken,
    LeftAsItWas,
}

impl EntrySay {
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Japanese => self.japanese(),
            English => self.english(),
        }
    }

    fn japanese(&self) -> String {
        match self {
            EntrySay::Offer => "はじめの6問（約1分）で、最初の3本を選べます。6 で始めます。".into(),
            EntrySay::OfferNow => "6 を押すと、はじめの6問（約1分）で最初の3本を選べます。あとでもできます。".into(),
            EntrySay::Title { number, of } => format!("はじめの6問　{number}/{of}"),
            EntrySay::Question(question) => asked_ja(*question).into(),
            EntrySay::Option { number, answer, role } => format!("{number} {}", answered_ja(answer, role)),
            EntrySay::ProposalTitle => "はじめの6問　おすすめ".into(),
            EntrySay::Track { title } => format!("対象: {title}"),
            EntrySay::BecauseRole { track, title } => {
                format!("役割に「{}」を選んだため", role_ja(track).unwrap_or(title))
            }
            EntrySay::Lesson { number, title } => format!("{number}本目 {title}"),
            EntrySay::Because(Reason::Trouble(skill)) => {
                format!("困りごとに「{}」を選んだため", trouble_ja(Some(*skill)))
            }
            EntrySay::Because(Reason::Unsure(skill, sureness)) => {
                format!("{}に「{}」と答えたため", about_ja(*skill), sureness_ja(*sureness))
            }
            EntrySay::Because(Reason::More { behind, skill }) => {
                format!("{}本目に続けて、同じ分野（{}）を学ぶため", behind + 1, skill_name(Some(*skill), Japanese))
            }
            EntrySay::Because(Reason::Next) => "この対象で次に学ぶ教材のため".into(),
            EntrySay::Because(Reason::NextBehind { behind }) => {
                format!("この対象で、{}本目の次に学ぶ教材のため", behind + 1)
            }
            EntrySay::NothingToPropose => "この対象の教材は、もう全部終わっています。".into(),
            EntrySay::Private => {
                "答えはこのパソコンにだけ残ります。提出や書き出しには入らず、見るのはあなただけです。".into()
            }
            EntrySay::OnlyOptions { last } => {
                format!("1 から {last} の番号を1つ入れてください。b で前の問いに戻ります。")
            }
            EntrySay::Keys { last } => format!("1 から {last} の番号　b 前の問い　0 あとにする"),
            EntrySay::ProposalKeys => "Enter このとおりにする　b 答え直す　0 今のままにする".into(),
            EntrySay::ProposalOnly => "Enter、b、0 のどれかを入れてください。".into(),
            EntrySay::Taken => "対象と最初の3本を決めました。いつでも、6 でやり直せます。".into(),
            EntrySay::LeftAsItWas => "今のままにしました。いつでも、6 でやり直せます。".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            EntrySay::Offer => "6: six questions (about a minute) that choose your first three lessons.".into(),
            EntrySay::OfferNow => {
                "Press 6 for six questions (about a minute) that choose your first three lessons. They can wait.".into()
            }
            EntrySay::Title { number, of } => format!("Six questions to begin - {number}/{of}"),
            EntrySay::Question(question) => asked_en(*question).into(),
            EntrySay::Option { number, answer, role } => format!("{number} {}", answered_en(answer, role)),
            EntrySay::ProposalTitle => "Six questions to begin - proposed".into(),
            EntrySay::Track { title } => format!("Role: {title}"),
            EntrySay::BecauseRole { track, title } => {
                format!("because you chose \"{}\"", role_en(track).unwrap_or(title))
            }
            EntrySay::Lesson { number, title } => format!("Lesson {number}: {title}"),
            EntrySay::Because(Reason::Trouble(skill)) => {
                format!("because \"{}\" troubles you", trouble_en(Some(*skill)))
            }
            EntrySay::Because(Reason::Unsure(skill, sureness)) => {
                format!("because you said \"{}\" about {}", sureness_en(*sureness), about_en(*skill))
            }
            EntrySay::Because(Reason::More { behind, skill }) => {
                format!("because it goes on from lesson {} ({})", behind + 1, skill_name(Some(*skill), English))
            }
            EntrySay::Because(Reason::Next) => "because it comes next for this role".into(),
            EntrySay::Because(Reason::NextBehind { behind }) => {
                format!("because it follows lesson {} for this role", behind + 1)
            }
            EntrySay::NothingToPropose => "All lessons for this role are done.".into(),
            EntrySay::Private => {
                "Your answers stay on this computer. They are in nothing that is handed in or exported; only you see them."
                    .into()
            }
            EntrySay::OnlyOptions { last } => format!("Enter one number from 1 to {last}; b goes back a question."),
            EntrySay::Keys { last } => format!("Number 1 to {last}  b back  0 later"),
            EntrySay::ProposalKeys => "Enter take this  b answer again  0 leave it as it is".into(),
            EntrySay::ProposalOnly => "Enter nothing, b, or 0.".into(),
            EntrySay::Taken => "Role and first three lessons are set. 6 does it again at any time.".into(),
            EntrySay::LeftAsItWas => "Left as it was. 6 does it again at any time.".into(),
        }
    }
}

fn asked_ja(question: EntryQuestion) -> &'static str {
    match question {
        EntryQuestion::Skill(Skill::Digital) => "怪しいメールが届いたとき、最初に何をするか言えますか。",
        EntryQuestion::Skill(Skill::Data) => "表やグラフの数字を読んで、仕事の説明に使えますか。",
        EntryQuestion::Skill(Skill::Transform) => "いまの手順や様式から、無くせるものを見つけて提案できますか。",
        EntryQuestion::Skill(Skill::Cocreate) => "ほかの課や住民の話を聞いて、仕事の進め方に取り入れられますか。",
        EntryQuestion::Role => "いまの役割に近いものはどれですか。",
        EntryQuestion::Trouble => "仕事で、いちばん困っていることはどれですか。",
    }
}

fn asked_en(question: EntryQuestion) -> &'static str {
    match question {
        EntryQuestion::Skill(Skill::Digital) => "When a suspicious mail comes, can you say what to do first?",
        EntryQuestion::Skill(Skill::Data) => "Can you read figures in tables and charts and use them in your work?",
        EntryQuestion::Skill(Skill::Transform) => "Can you find a step or a form that could go, and propose that?",
        EntryQuestion::Skill(Skill::Cocreate) => {
            "Can you listen to other sections and residents, and work differently for it?"
        }
        EntryQuestion::Role => "Which is nearest to your role?",
        EntryQuestion::Trouble => "What troubles you most at work?",
    }
}

/// What a skill's question was about, in a few words.
fn about_ja(skill: Skill) -> &'static str {
    match skill {
        Skill::Digital => "怪しいメールへの対応",
        Skill::Data => "数字の読み方",
        Skill::Transform => "手順の見直し",
        Skill::Cocreate => "ほかの課や住民との仕事",
    }
}

fn about_en(skill: Skill) -> &'static str {
    match skill {
        Skill::Digital => "suspicious mail",
        Skill::Data => "reading figures",
        Skill::Transform => "improving procedures",
        Skill::Cocreate => "working with others",
    }
}

fn answered_ja(answer: &EntryAnswer, role: &str) -> String {
    match answer {
        EntryAnswer::Sureness(sureness) => sureness_ja(*sureness).into(),
        EntryAnswer::Trouble(trouble) => trouble_ja(*trouble).into(),
        EntryAnswer::Role(track) => role_ja(track).map_or_else(|| role.into(), |words| format!("{words}（{role}）")),
    }
}

/// A role of the course in everyday words; a library may have others, which go by their names.
fn role_ja(track: &TrackId) -> Option<&'static str> {
    match track.as_str() {
        "general" => Some("窓口や事務の担当"),
        "leader" => Some("課の改善やDXを進める役"),
        "manager" => Some("課長や係長など、まとめる立場"),
        "specialist" => Some("システムやデータの担当"),
        _ => None,
    }
}

fn role_en(track: &TrackId) -> Option<&'static str> {
    match track.as_str() {
        "general" => Some("Counter or office work"),
        "leader" => Some("Leading improvement in my section"),
        "manager" => Some("Head of a section or a team"),
        "specialist" => Some("Systems or data"),
        _ => None,
    }
}

fn answered_en(answer: &EntryAnswer, role: &str) -> String {
    match answer {
        EntryAnswer::Sureness(sureness) => sureness_en(*sureness).into(),
        EntryAnswer::Trouble(trouble) => trouble_en(*trouble).into(),
        EntryAnswer::Role(track) => role_en(track).map_or_else(|| role.into(), |words| format!("{words} ({role})")),
    }
}

fn sureness_ja(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "自信がある",
        Sureness::WithHelp => "調べればできる",
        Sureness::NotYet => "まだできない",
    }
}

fn sureness_en(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "sure",
        Sureness::WithHelp => "with some help",
        Sureness::NotYet => "not yet",
    }
}

fn trouble_ja(trouble: Option<Skill>) -> &'static str {
    match trouble {
        Some(Skill::Digital) => "パソコンやメールの安全が不安",
        Some(Skill::Data) => "数字をまとめて説明するのに時間がかかる",
        Some(Skill::Transform) => "同じことを何度も入れるなど、手間が多い",
        Some(Skill::Cocreate) => "ほかの課や住民と話が進みにくい",
        None => "特にない",
    }
}

fn trouble_en(trouble: Option<Skill>) -> &'static str {
    match trouble {
        Some(Skill::Digital) => "Staying safe with mail and devices",
        Some(Skill::Data) => "Figures take long to gather and explain",
        Some(Skill::Transform) => "Too many steps, the same thing typed twice",
        Some(Skill::Cocreate) => "Things get stuck between sections or residents",
        None => "Nothing in particular",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::entry::{LESSONS_PROPOSED, OpenLesson, SKILLS, propose};
    use crate::domain::id::LessonId;

    #[test]
    fn every_lesson_has_a_reason_of_its_own_whatever_was_answered() {
        let skills = [Some(Skill::Transform), Some(Skill::Digital), Some(Skill::Data), None];
        let skills = skills.into_iter().cycle().take(14).chain([Some(Skill::Cocreate)]);
        let open: Vec<OpenLesson> =
            (0..).zip(skills).map(|(n, skill)| OpenLesson { lesson: LessonId::new(format!("l{n}")), skill }).collect();
        let told = |place: usize, skill: u32| {
            let sureness = [Sureness::Sure, Sureness::WithHelp, Sureness::NotYet][place / 3_usize.pow(skill) % 3];
            EntryAnswer::Sureness(sureness)
        };
        let troubles = SKILLS.map(Some).into_iter().chain([None]).map(EntryAnswer::Trouble);
        for (trouble, place) in troubles.flat_map(|trouble| (0..81).map(move |place| (trouble.clone(), place))) {
            let answers: Vec<EntryAnswer> = (0..4).map(|skill| told(place, skill)).chain([trouble]).collect();
            let proposed = propose(&answers, &open);
            for language in Language::ALL {
                let sentences: BTreeSet<String> =
                    proposed.iter().map(|(_, reason)| EntrySay::Because(*reason).in_language(language)).collect();
                assert_eq!(sentences.len(), LESSONS_PROPOSED, "{answers:?}: {sentences:?}");
            }
            for (place, (_, reason)) in proposed.iter().enumerate() {
                if let Reason::More { behind, .. } | Reason::NextBehind { behind } = reason {
                    assert!(*behind < place, "what is spoken of stands above: {proposed:?}");
                }
            }
        }
    }
}
