//! Replies in a sitting: その後, a question, a lesson, やってみること, the close.

use crate::app::dialogue::answering::{Draft, Reaction};
use crate::app::dialogue::hearing::{kana_or, one};
use crate::app::dialogue::{Dialogue, Heard, reply};
use crate::app::page::Page;
use crate::app::{AskContent, AskStage, ChosenAction, FollowUpAnswer, Message, Step, TryStage};
use crate::i18n::say::Say;
use crate::text::fold;

impl Dialogue {
    pub(super) fn in_step(&mut self, step: &Step, line: &str, plain: &str, page: &mut Page<'_, '_>) -> Heard {
        let heard = match step {
            Step::Loading => one(Message::Present),
            Step::FollowUp(_) => self.follow_up(plain),
            Step::Ask { content, stage } => return self.answer(content, stage, line, plain, page),
            Step::Read { content, detail_is_open } => {
                let has_more = !content.more.is_empty() && !detail_is_open;
                let can_be_passed = content.can_be_passed;
                match plain.to_lowercase().as_str() {
                    "" => one(Message::Next),
                    "o" if has_more => one(Message::DetailWanted),
                    "k" if can_be_passed => one(Message::KnownAlready),
                    _ => Heard::Say(Say::ReadOnlyKeys { has_more, can_be_passed }),
                }
            }
            Step::TryThis { content, stage } => self.try_this(content, stage, line, plain),
            Step::Close(_) => match plain.to_lowercase().as_str() {
                "" => one(Message::Quit),
                "+" => one(Message::More),
                "b" => one(Message::Back),
                _ => Heard::Say(Say::CloseOnly),
            },
        };
        kana_or(heard, line)
    }

    pub(super) fn answer(
        &mut self,
        content: &AskContent,
        stage: &AskStage,
        line: &str,
        plain: &str,
        page: &mut Page<'_, '_>,
    ) -> Heard {
        let heard = match stage {
            AskStage::Thinking => one(Message::OptionsWanted),
            AskStage::Judged(_) if plain.is_empty() => one(Message::Next),
            AskStage::Judged(_) => Heard::Say(Say::VerdictOnly),
            AskStage::Choosing | AskStage::Storing => match self.draft.take(content, line) {
                Reaction::Answered(response, confidence) => {
                    self.draft = Draft::default();
                    one(Message::Answered { response, confidence })
                }
                Reaction::Go(sayings) => {
                    for say in sayings {
                        page.say(&say);
                    }
                    one(Message::Present)
                }
                Reaction::ShowModel => {
                    page.model_answer(content);
                    one(Message::Present)
                }
                Reaction::Again(say) => Heard::Say(say),
            },
        };
        kana_or(heard, line)
    }

    fn follow_up(&mut self, plain: &str) -> Heard {
        if self.asking_minutes {
            if plain.is_empty() {
                return one(Message::FollowUpTold(FollowUpAnswer::Kept { minutes_saved: None }));
            }
            if matches!(plain, "b" | "B") {
                self.asking_minutes = false;
                return one(Message::Present);
            }
            let minutes = fold::number(plain, "分").or_else(|| fold::number(plain, "min"));
            return match minutes.filter(|minutes| (0.0..=1440.0).contains(minutes)) {
                Some(minutes) => one(Message::FollowUpTold(FollowUpAnswer::Kept { minutes_saved: Some(minutes) })),
                None => Heard::Say(Say::MinutesSavedOnly),
            };
        }
        match plain {
            "1" => {
                self.asking_minutes = true;
                one(Message::Present)
            }
            "2" => one(Message::FollowUpTold(FollowUpAnswer::NoOccasion)),
            "3" => one(Message::FollowUpTold(FollowUpAnswer::NotYet)),
            "0" => one(Message::FollowUpTold(FollowUpAnswer::Drop)),
            _ => Heard::Say(Say::FollowUpOnly),
        }
    }

    fn try_this(&mut self, content: &crate::app::TryContent, stage: &TryStage, line: &str, plain: &str) -> Heard {
        match stage {
            TryStage::Reminder => one(Message::Next),
            TryStage::Cue => match plain {
                "0" => one(Message::PromiseSkipped),
                _ => match reply::number(plain, content.cues.len()) {
                    Some(number) => one(Message::CueChosen(number - 1)),
                    None => Heard::Say(Say::OnlyListed { last: content.cues.len() }),
                },
            },
            TryStage::Action { .. } if self.writing_action => {
                let text = line.trim();
                self.writing_action = false;
                if matches!(plain, "" | "0" | "?" | "b" | "B") {
                    return one(Message::Present);
                }
                one(Message::ActionChosen(ChosenAction::Own(text.to_owned())))
            }
            TryStage::Action { cue } => {
                let listed = content.cues.get(*cue).map_or(0, |(_, actions)| actions.len());
                match plain {
                    "0" => one(Message::PromiseSkipped),
                    "b" | "B" => one(Message::PromiseRethought),
                    _ => match reply::number(plain, listed + 1) {
                        Some(number) if number == listed + 1 => {
                            self.writing_action = true;
                            one(Message::Present)
                        }
                        Some(number) => one(Message::ActionChosen(ChosenAction::Listed(number - 1))),
                        None => Heard::Say(Say::OnlyListed { last: listed + 1 }),
                    },
                }
            }
            TryStage::ReadBack { .. } => match plain {
                "" => one(Message::PromiseConfirmed),
                "b" | "B" => one(Message::PromiseRethought),
                "0" => one(Message::PromiseSkipped),
                _ => Heard::Say(Say::PromiseOnly),
            },
            TryStage::Storing => one(Message::Present),
        }
    }
}
