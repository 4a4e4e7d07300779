//! The steps of a sitting that are no question: その後, the lesson, やってみること, and the close.

use crate::app::page::Page;
use crate::app::{AskStage, ReadContent, Session, Step, TryContent, TryStage};
use crate::i18n::say::Say;
use crate::layout::Tone;

/// From this width on there is room to say again where one is.
pub(super) const ROOMY_COLUMNS: usize = 60;

impl Page<'_, '_> {
    pub(super) fn step(&mut self, session: &Session) {
        match &session.step {
            Step::Loading => {}
            Step::FollowUp(content) => {
                self.title(&Say::FollowUpTitle);
                self.say(&Say::ReadBack { sentence: content.sentence.clone() });
                self.say(&Say::FollowUpMade { day: content.made_day });
                self.sheet.gap();
                if self.is_typed_into {
                    return;
                }
                for (number, answer) in [(1, Say::DidIt), (2, Say::NoOccasion), (3, Say::NotYet), (0, Say::DoNotAsk)] {
                    self.choice(number, &answer);
                }
            }
            Step::Ask { content, stage: AskStage::Judged(judgement) } => {
                if self.is_screen() && self.sheet.columns >= ROOMY_COLUMNS {
                    self.title(&self.question_title(session, content));
                }
                self.judgement(content, judgement);
            }
            Step::Ask { content, stage } => self.question(&self.question_title(session, content), content, stage),
            Step::Read { content, detail_is_open } => self.lesson(content, *detail_is_open),
            Step::TryThis { content, stage } => self.try_this(content, stage),
            Step::Close(facts) => {
                self.banner();
                self.title(&Say::CloseTitle);
                self.say(&Say::CloseFigures { answers: facts.answers, right: facts.right, seconds: facts.seconds });
                self.say(&Say::CloseStreak { length: facts.streak.length, spare: facts.streak.spare });
                self.say(&Say::CloseNext(facts.next_day))
            }
        }
    }

    fn lesson(&mut self, content: &ReadContent, detail_is_open: bool) {
        if detail_is_open {
            self.title(&Say::MoreTitle);
            self.sheet.blocks(&content.more, content.language);
            return;
        }
        self.title(&Say::LessonTitle { title: content.title.to_string() });
        if content.language != self.language() {
            self.say(&Say::ShownInOtherLanguage);
        }
        self.sheet.space();
        self.sheet.blocks(&content.main, content.language)
    }

    fn try_this(&mut self, content: &TryContent, stage: &TryStage) {
        match stage {
            TryStage::Reminder => {
                self.title(&Say::TryTitle);
                if let Some((sentence, day)) = &content.open {
                    self.say(&Say::TryReminder { sentence: sentence.clone(), day: *day });
                }
            }
            TryStage::Cue => {
                self.title(&Say::TryTitle);
                self.say(&Say::CueAsk);
                self.sheet.gap();
                for (place, (cue, _)) in content.cues.iter().enumerate() {
                    self.sheet.choice(place + 1, |sheet| {
                        sheet.rich(cue, &format!("{} ", place + 1), "  ", content.language);
                    });
                }
            }
            TryStage::Action { cue } => {
                let Some((when, actions)) = content.cues.get(*cue) else { return };
                if self.is_screen() {
                    self.title(&Say::TryTitle);
                }
                self.say(&Say::ActionAsk { cue: when.plain() });
                self.sheet.gap();
                if self.is_typed_into {
                    return;
                }
                for (place, action) in actions.iter().enumerate() {
                    self.sheet.choice(place + 1, |sheet| {
                        sheet.rich(action, &format!("{} ", place + 1), "  ", content.language);
                    });
                }
                let number = actions.len() + 1;
                self.choice(number, &Say::OwnAction { number });
            }
            TryStage::ReadBack { cue, action } => {
                let Some(sentence) = promise_sentence(content, *cue, action) else { return };
                if self.is_screen() {
                    self.title(&Say::TryTitle);
                    let said = Say::ReadBack { sentence }.in_language(self.language());
                    self.sheet.say_as(&said, Tone::Strong, self.language());
                    self.sheet.gap();
                } else {
                    self.say(&Say::ReadBack { sentence });
                }
                self.say(&Say::AskedOn { day: content.ask_day })
            }
            TryStage::Storing => {}
        }
    }
}

/// The promise as it is read back.
pub fn promise_sentence(content: &TryContent, cue: usize, action: &crate::app::ChosenAction) -> Option<String> {
    let (when, actions) = content.cues.get(cue)?;
    let action = match action {
        crate::app::ChosenAction::Listed(place) => actions.get(*place)?.plain(),
        crate::app::ChosenAction::Own(text) => text.clone(),
    };
    Some(crate::domain::promise::sentence(content.language, &when.plain(), &action))
}
