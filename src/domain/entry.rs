//! はじめの6問: from what somebody says of their work to a track and three lessons. Nobody is tested and nothing is
//! scored; it knows no library and no record, only what it is told of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::{LessonId, TrackId};
use crate::domain::lesson::Skill;

/// Lessons that are proposed.
pub const LESSONS_PROPOSED: usize = 3;

/// The skills in the order in which they are asked about.
pub const SKILLS: [Skill; 4] = [Skill::Digital, Skill::Data, Skill::Transform, Skill::Cocreate];

/// One of the six.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryQuestion {
    /// How sure one is of something that the skill is for.
    Skill(Skill),
    Role,
    /// What troubles one at work.
    Trouble,
}

/// How sure somebody says they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    Sure,
    WithHelp,
    NotYet,
}

/// What was chosen, whatever number it had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryAnswer {
    Sureness(Sureness),
    Role(TrackId),
    /// The skill that helps; `None` when nothing troubles.
    Trouble(Option<Skill>),
}

/// The questions, where the library has roles to choose from; nobody is asked what changes nothing.
pub fn questions(has_roles: bool) -> Vec<EntryQuestion> {
    let skills = SKILLS.map(EntryQuestion::Skill).into_iter();
    skills.chain(has_roles.then_some(EntryQuestion::Role)).chain([EntryQuestion::Trouble]).collect()
}

impl EntryQuestion {
    /// What can be answered, in the order of the numbers.
    pub fn options(self, roles: &[TrackId]) -> Vec<EntryAnswer> {
        match self {
            EntryQuestion::Skill(_) => {
                [Sureness::Sure, Sureness::WithHelp, Sureness::NotYet].map(EntryAnswer::Sureness).to_vec()
            }
            EntryQuestion::Role => roles.iter().cloned().map(EntryAnswer::Role).collect(),
            EntryQuestion::Trouble => SKILLS.map(Some).into_iter().chain([None]).map(EntryAnswer::Trouble).collect(),
        }
    }
}

/// A lesson that could come first: not done, and nothing has to be taken before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLesson {
    pub lesson: LessonId,
    pub skill: Option<Skill>,
}

/// Why a lesson is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It helps with what was said to be the trouble.
    Trouble(Skill),
    /// It begins what was said to be less sure.
    Unsure(Skill, Sureness),
    /// It goes on with the skill of an earlier one of the proposal (from 0).
    More { behind: usize, skill: Skill },
    /// It is the next of the track.
    Next,
    /// It is the next of the track behind that one (from 0).
    NextBehind { behind: usize },
}

/// The track that was answered, if any.
pub fn role(answers: &[EntryAnswer]) -> Option<&TrackId> {
    answers.iter().find_map(|answer| match answer {
        EntryAnswer::Role(track) => Some(track),
        _ => None,
    })
}

/// Three of the open lessons, which come in the order of the track: one for the trouble, one for each skill that is less
/// sure, the least sure first; then more of the same; then what comes next anyway. No two have the same reason.
pub fn propose(answers: &[EntryAnswer], open: &[OpenLesson]) -> Vec<(LessonId, Reason)> {
    let wanted = wanted(answers);
    let mut chosen: Vec<(LessonId, Reason)> = Vec::new();
    // The place of the last one chosen for each skill.
    let mut places: BTreeMap<Skill, usize> = BTreeMap::new();
    for _ in 0..LESSONS_PROPOSED {
        for (skill, first) in &wanted {
            let is_new = |lesson: &&OpenLesson| !chosen.iter().any(|(known, _)| *known == lesson.lesson);
            let next = open.iter().filter(|lesson| lesson.skill == Some(*skill)).find(is_new);
            if let Some(next) = next.filter(|_| chosen.len() < LESSONS_PROPOSED) {
                let behind = places.insert(*skill, chosen.len());
                let reason = behind.map_or(*first, |behind| Reason::More { behind, skill: *skill });
                chosen.push((next.lesson.clone(), reason));
            }
        }
    }
    let mut behind = None;
    for lesson in open {
        if chosen.len() < LESSONS_PROPOSED && !chosen.iter().any(|(known, _)| *known == lesson.lesson) {
            let reason = behind.replace(chosen.len()).map_or(Reason::Next, |behind| Reason::NextBehind { behind });
            chosen.push((lesson.lesson.clone(), reason));
        }
    }
    chosen
}

/// Skills worth beginning with, the most wanted first.
fn wanted(answers: &[EntryAnswer]) -> Vec<(Skill, Reason)> {
    let trouble = answers.iter().find_map(|answer| match answer {
        EntryAnswer::Trouble(trouble) => *trouble,
        _ => None,
    });
    let told = answers.iter().filter_map(|answer| match answer {
        EntryAnswer::Sureness(sureness) => Some(*sureness),
        _ => None,
    });
    let mut unsure: Vec<(Skill, Sureness)> = SKILLS.into_iter().zip(told).collect();
    unsure.retain(|(skill, sureness)| *sureness != Sureness::Sure && Some(*skill) != trouble);
    unsure.sort_by_key(|(_, sureness)| std::cmp::Reverse(*sureness));
    let first = trouble.map(|skill| (skill, Reason::Trouble(skill)));
    first
        .into_iter()
        .chain(unsure.into_iter().map(|(skill, sureness)| (skill, Reason::Unsure(skill, sureness))))
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Sureness::{NotYet, Sure, WithHelp};
    use super::*;

    const OPEN: [(&str, Option<Skill>); 7] = [
        ("t1", Some(Skill::Transform)),
        ("d1", Some(Skill::Digital)),
        ("t2", Some(Skill::Transform)),
        ("a1", Some(Skill::Data)),
        ("a2", Some(Skill::Data)),
        ("x", None),
        ("c1", Some(Skill::Cocreate)),
    ];

    #[rstest]
    #[case::trouble_first_then_the_least_sure([WithHelp, Sure, NotYet, Sure], Some(Skill::Data), ["a1", "t1", "d1"])]
    #[case::all_sure_and_no_trouble([Sure; 4], None, ["t1", "d1", "t2"])]
    #[case::one_wish_is_followed_on([Sure, NotYet, Sure, Sure], None, ["a1", "a2", "t1"])]
    #[case::trouble_alone([Sure; 4], Some(Skill::Cocreate), ["c1", "t1", "d1"])]
    #[case::all_new_in_the_order_asked([NotYet; 4], None, ["d1", "a1", "t1"])]
    fn the_proposal_follows_what_was_said(
        #[case] sureness: [Sureness; 4],
        #[case] trouble: Option<Skill>,
        #[case] expected: [&str; 3],
    ) {
        let open = OPEN.map(|(id, skill)| OpenLesson { lesson: LessonId::new(id), skill });
        let told = sureness.map(EntryAnswer::Sureness).into_iter().chain([EntryAnswer::Trouble(trouble)]);
        let proposed = propose(&told.collect::<Vec<_>>(), &open);
        assert_eq!(proposed.iter().map(|(lesson, _)| lesson.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn few_lessons_are_proposed_once_each() {
        let open = [OpenLesson { lesson: LessonId::new("only"), skill: Some(Skill::Data) }];
        let told = [EntryAnswer::Trouble(Some(Skill::Data))];
        assert_eq!(propose(&told, &open), [(LessonId::new("only"), Reason::Trouble(Skill::Data))]);
    }
}
