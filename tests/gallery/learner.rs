//! Somebody at the keys who knows the answers, and gives the right one or a wrong one as the picture wants it. Keys
//! alone: nothing is told to the program in any other way.

use std::rc::Rc;

use sukima::app::{AskContent, AskStage, FirstRun, Key, Model, Screen, Step, TryStage};
use sukima::domain::language::Language;
use sukima::domain::question::{Answer, Choice};

use super::stage::Stage;

/// Longer sittings do not exist.
const STEPS_AT_MOST: usize = 200;

impl Stage {
    /// Goes on, right and sure, until the program stands there.
    pub fn play_until(&mut self, is_there: impl Fn(&Model) -> bool) {
        for _ in 0..STEPS_AT_MOST {
            if is_there(&self.model) {
                return;
            }
            self.play();
        }
        panic!("never came there: {:?}", self.model.screen());
    }

    /// The question that is asked.
    pub fn question(&self) -> Rc<AskContent> {
        let (content, _) = self.model.asked().expect("a question is asked");
        content.clone()
    }

    /// One step on, with the most usual key.
    fn play(&mut self) {
        if let Some((_, stage)) = self.model.asked() {
            match stage {
                AskStage::Judged(_) => self.read_on(),
                AskStage::Thinking => self.press(Key::Enter),
                AskStage::Choosing | AskStage::Storing => {
                    self.wait(6);
                    self.choose(true);
                    self.press(Key::Enter);
                }
            }
            return;
        }
        match self.model.screen() {
            Screen::FirstRun(FirstRun::Welcome | FirstRun::Role) => self.keys("1"),
            Screen::FirstRun(_) => self.read_on(),
            Screen::Session(session) => match &session.step {
                Step::FollowUp(_) => self.keys("2"),
                Step::Read { .. } => {
                    self.wait(40);
                    self.read_on();
                }
                Step::TryThis { stage: TryStage::Cue | TryStage::Action { .. }, .. } => self.keys("1"),
                Step::TryThis { stage: TryStage::Reminder, .. } => self.read_on(),
                Step::TryThis { .. } => self.press(Key::Enter),
                Step::Close(_) => self.keys("+"),
                Step::Loading | Step::Ask { .. } => panic!("the engine has not told what comes next"),
            },
            _ => self.press(Key::Enter),
        }
    }

    /// Everything but the key that decides.
    pub fn choose(&mut self, is_right: bool) {
        let content = self.question();
        let english = content.language == Language::English;
        match &content.question.answer {
            Answer::One(choices) | Answer::Case(choices) => {
                let digits = shown(&content, choices, |choice| choice.is_right == is_right);
                self.keys(&digits[..1]);
            }
            Answer::All(choices) => {
                let digits = shown(&content, choices, |choice| choice.is_right == is_right);
                self.keys(if is_right { &digits } else { &digits[..1] });
            }
            Answer::TrueFalse { statement_is_true, .. } => {
                self.keys(if *statement_is_true == is_right { "1" } else { "2" });
            }
            Answer::Order(_) if is_right => self.put_in_order(content.order.clone()),
            Answer::Order(_) => self.put_in_disorder(content.order.clone()),
            Answer::Match { lefts, .. } => {
                for left in 0..lefts.len() {
                    let place = content.order.iter().position(|written| *written == left).expect("each is shown");
                    self.keys(&if is_right { digit(place) } else { digit(0) });
                }
            }
            Answer::Number { least, .. } => self.type_line(&if is_right { least.to_string() } else { "5".to_owned() }),
            Answer::Typed { accepted, mistakes } => {
                let wrong = mistakes.first().map(|mistake| mistake.answer.to_string());
                let right = accepted[0].to_string();
                self.type_line(&if is_right { right } else { wrong.unwrap_or_else(|| "?".to_owned()) });
            }
            Answer::Cloze { blanks, .. } => {
                for blank in blanks {
                    let wrong = if english { "reply" } else { "返信" };
                    self.type_line(if is_right { &blank.accepted[0] } else { wrong });
                }
            }
            Answer::Write { checklist, .. } => {
                self.type_line(if english {
                    "I opened an attachment at 9:58 and have stopped."
                } else {
                    "9時58分に添付を開き、いまは手を止めています。"
                });
                let met = if is_right { checklist.len() } else { checklist.len().saturating_sub(1) };
                self.keys(&(0..met).map(digit).collect::<String>());
            }
        }
    }

    /// Types a text and closes its field.
    pub fn type_line(&mut self, text: &str) {
        self.keys(text);
        self.press(Key::Enter);
    }

    /// Puts the first line where it makes no right order.
    fn put_in_disorder(&mut self, mut lines: Vec<usize>) {
        let first = lines.remove(0);
        let is_wrong = |place: &usize| {
            let mut moved = lines.clone();
            moved.insert(*place, first);
            !moved.is_sorted()
        };
        let place = (1..=lines.len()).find(is_wrong).expect("one order alone is right");
        self.keys(&digit(0));
        self.keys(&digit(place));
    }

    /// Takes each line and puts it at its place by digits.
    fn put_in_order(&mut self, mut lines: Vec<usize>) {
        for place in 0..lines.len() {
            let at = lines.iter().position(|line| *line == place).expect("each line is shown");
            if at != place {
                self.keys(&digit(at));
                self.keys(&digit(place));
                let line = lines.remove(at);
                lines.insert(place, line);
            }
        }
    }
}

/// The digits of the options that are wanted, as they are shown.
fn shown(content: &AskContent, choices: &[Choice], wanted: impl Fn(&Choice) -> bool) -> String {
    let places = content.order.iter().enumerate().filter(|(_, written)| wanted(&choices[**written]));
    places.map(|(place, _)| digit(place)).collect()
}

fn digit(place: usize) -> String {
    (place + 1).to_string()
}
