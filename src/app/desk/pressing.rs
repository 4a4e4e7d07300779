//! One key on the screen: what the table says that it does there, done.

use crate::app::desk::search::TextSearch;
use crate::app::desk::{Desk, Lead, is_reading, sections};
use crate::app::dialogue::answering::nothing_chosen;
use crate::app::dialogue::reply;
use crate::app::field::Field;
use crate::app::keys::{self, Place};
use crate::app::work::{Missing, Work};
use crate::app::{AskContent, Heard, Key, MINUTES, Message, Model, Page, Screen, SettingChange, Step, Surface};
use crate::domain::question::{Answer, Confidence};
use crate::i18n::keys::KeyAction;
use crate::i18n::say::Say;

/// After a verdict `Enter` and digits wait this long, so that a key meant for the question is not spent on it.
const VERDICT_PAUSE_MS: i64 = 600;
/// After a text field is closed the deciding key waits this long: neither an input method's nor a pasted Enter decides.
const CONFIRM_PAUSE_MS: i64 = 250;
/// Two `Esc` within this time hide the screen.
const DOUBLE_ESCAPE_MS: i64 = 400;
/// The same key again within this time is one that is held down: keyboards repeat some thirty times a second.
const HELD_MS: i64 = 50;

impl Desk {
    /// One key: what the model is told, if anything.
    pub fn press(&mut self, model: &Model, now_ms: i64, key: Key) -> Vec<Message> {
        self.letters_before = None;
        let place = self.place(model);
        let is_held = self.is_held(place, key, now_ms);
        let last_escape = self.escape_ms.take();
        match key {
            Key::Interrupt => return vec![Message::Quit],
            _ if is_held => return here(),
            Key::Hide if place == Place::Hidden => return vec![Message::Show],
            Key::Hide => return vec![Message::Hide],
            Key::Escape => {
                if last_escape.is_some_and(|before| now_ms - before < DOUBLE_ESCAPE_MS) {
                    return vec![Message::Hide];
                }
                self.escape_ms = Some(now_ms);
            }
            Key::Help if place == Place::Hidden => return Vec::new(),
            Key::Help => return help(model),
            _ => {}
        }
        if self.is_too_early(place, now_ms, key) {
            return here();
        }
        if keys::takes_text(place) && self.edit(key) {
            // What was said of the text before is said.
            self.notes.clear();
            self.selected = None;
            match place {
                Place::SearchingText => self.lead = Some(Lead::ToFound),
                _ => self.paging.follow(),
            }
            return here();
        }
        match keys::action(place, key) {
            Some(action) => {
                self.notes.clear();
                self.act(model, now_ms, place, action, key)
            }
            None if place == Place::Hidden => Vec::new(),
            None => self.not_a_command(model, place, key),
        }
    }

    /// A text that was pasted: one line in a text field, and nothing anywhere else.
    pub fn paste(&mut self, model: &Model, text: &str) -> Vec<Message> {
        let place = self.place(model);
        if keys::takes_text(place) {
            self.typed_in().insert(text);
            match place {
                Place::SearchingText => self.lead = Some(Lead::ToFound),
                _ => self.paging.follow(),
            }
        }
        here()
    }

    fn is_held(&mut self, place: Place, key: Key, now_ms: i64) -> bool {
        let may_repeat = match key {
            Key::Character(_) => keys::takes_text(place),
            key => key.may_repeat(),
        };
        // Two Esc in a row mean something.
        if may_repeat || key == Key::Escape {
            self.held = None;
            return false;
        }
        let before = self.held.replace((key, now_ms));
        before.is_some_and(|(held, at)| held == key && now_ms - at < HELD_MS)
    }

    fn is_too_early(&self, place: Place, now_ms: i64, key: Key) -> bool {
        let since_shown = now_ms - self.shown_ms;
        let decides = match key {
            Key::Enter => true,
            Key::Character(typed) => matches!(typed, ' ' | '　') || keys::digit(typed).is_some(),
            _ => false,
        };
        match place {
            Place::Verdict | Place::PracticeVerdict | Place::ReadBack => decides && since_shown < VERDICT_PAUSE_MS,
            // What is still on its way from the field is not a command either.
            Place::Confirming | Place::Checking => since_shown < CONFIRM_PAUSE_MS,
            _ => false,
        }
    }

    /// The field that keys go into.
    fn typed_in(&mut self) -> &mut Field {
        match (self.is_searching, self.search.is_typing()) {
            (true, _) => &mut self.field,
            (false, true) => &mut self.search.field,
            (false, false) => self.work.field_mut().unwrap_or(&mut self.field),
        }
    }

    /// True when the key changed or moved in the text.
    fn edit(&mut self, key: Key) -> bool {
        let field = self.typed_in();
        match key {
            Key::Character(typed) => field.insert(typed.encode_utf8(&mut [0; 4])),
            Key::Backspace => field.backspace(),
            Key::Delete => field.delete(),
            Key::Left => field.left(),
            Key::Right => field.right(),
            Key::Home => field.home(),
            Key::End => field.end(),
            _ => return false,
        }
        true
    }

    fn act(&mut self, model: &Model, now_ms: i64, place: Place, action: KeyAction, key: Key) -> Vec<Message> {
        match action {
            KeyAction::Start | KeyAction::GoOn => return vec![Message::Begin],
            KeyAction::OpenLibrary => return vec![Message::OpenLibrary],
            KeyAction::OpenProgress => return vec![Message::OpenProgress],
            KeyAction::DeclareLeave => return vec![Message::LeaveToday { is_leave: true }],
            KeyAction::WithdrawLeave => return vec![Message::LeaveToday { is_leave: false }],
            KeyAction::OpenStatistics => return vec![Message::OpenStatistics],
            KeyAction::ChangeYear | KeyAction::ChangeYearKind => return other_year(model, key),
            KeyAction::OpenEntry if place == Place::Promises => return vec![Message::PromisesRead, Message::OpenEntry],
            KeyAction::OpenEntry => return vec![Message::OpenEntry],
            // What is taken has been seen.
            KeyAction::TakeProposal if self.paging.has_more() => self.turn(false),
            KeyAction::TakeProposal => return self.hear(model, ""),
            KeyAction::LeaveAsItIs => return self.hear(model, "0"),
            KeyAction::QuestionBefore => return self.hear(model, "b"),
            KeyAction::OpenSettings => return vec![Message::OpenSettings],
            KeyAction::ChangeMinutes => return change_minutes(model, key),
            KeyAction::OpenHelp => return help(model),
            KeyAction::Hide => return vec![Message::Hide],
            KeyAction::Stop => return vec![Message::Back],
            KeyAction::Quit | KeyAction::Finish => return vec![Message::Quit],
            KeyAction::UseLines => return vec![Message::Changed(SettingChange::Surface(Surface::Lines))],
            KeyAction::More => return vec![Message::More],
            KeyAction::GoHome if place == Place::Hidden => return Vec::new(),
            // Half an answer is kept first: it stands there when the sitting goes on.
            KeyAction::GoHome => return self.draft().into_iter().chain([Message::Back]).collect(),
            // The rest of the text is not passed over.
            KeyAction::OpenDetail if self.paging.has_more() => self.turn(false),
            KeyAction::OpenDetail => return vec![Message::DetailWanted],
            KeyAction::KnowAlready => return self.hear(model, "k"),
            KeyAction::ShowOptions => return vec![Message::OptionsWanted],
            KeyAction::NotThisTime => return vec![Message::PromiseSkipped],
            KeyAction::Decide => return vec![Message::PromiseConfirmed],
            KeyAction::TellTime => return self.hear(model, "t"),
            KeyAction::Undo => return self.hear(model, "u"),
            KeyAction::TestKey => return self.test_key(key),
            KeyAction::GoBack if key == Key::Enter && is_reading(place) && self.paging.has_more() => {
                self.turn(false);
            }
            KeyAction::GoBack => return self.go_back(model, place),
            KeyAction::OpenGlossary if place == Place::Hidden => return Vec::new(),
            KeyAction::OpenGlossary => return vec![Message::OpenGlossary],
            KeyAction::Search if self.is_in_text(model) => {
                let from = self.paging.range().start;
                self.search = TextSearch::begin(from);
                self.lead = Some(Lead::To(from));
            }
            KeyAction::TakeWords => self.search.take_words(),
            KeyAction::NextPlace => {
                self.search.step(key == Key::Up);
                self.lead = Some(Lead::ToFound);
            }
            KeyAction::StopSearch if place == Place::SearchingTerms => self.stop_searching(),
            KeyAction::StopSearch => {
                self.lead = Some(Lead::To(self.paging.range().start));
                self.search = TextSearch::default();
            }
            KeyAction::TurnSection => {
                let is_back = matches!(key, Key::Character(typed) if matches!(typed, '[' | '［' | '「'));
                if let Some(row) = sections::beside(&self.rows, &self.paging.range(), is_back) {
                    self.paging.stay_at(row);
                    self.has_only_turned = true;
                }
            }
            KeyAction::Search => {
                self.is_searching = true;
                self.field = Field::default();
                self.selected = None;
            }
            KeyAction::Hint => self.hint(model),
            KeyAction::TurnPage => {
                let is_back = matches!(key, Key::Up | Key::PageUp | Key::Left);
                self.turn(is_back);
            }
            KeyAction::Next if is_reading(place) && self.paging.has_more() => {
                self.turn(false);
            }
            KeyAction::Next if keys::takes_text(place) => {
                let typed = self.field.text().to_owned();
                return self.hear(model, &typed);
            }
            KeyAction::Next | KeyAction::Continue => return self.hear(model, ""),
            KeyAction::Open if place == Place::Searching => return self.open_found(model),
            KeyAction::Pick | KeyAction::Take | KeyAction::Open | KeyAction::Switch => return self.pick(model, key),
            KeyAction::Sure => return self.decide(model, Confidence::Sure),
            KeyAction::Unsure | KeyAction::DoNotKnow => return self.decide(model, Confidence::Unsure),
            KeyAction::Select | KeyAction::MoveLine => self.select(key == Key::Up),
            KeyAction::Choose | KeyAction::Tick | KeyAction::Grab | KeyAction::Pair | KeyAction::PlaceLine => {
                match key {
                    Key::Character(typed) => match keys::digit(typed) {
                        Some(number) => self.work.number(number),
                        None => self.work.touch(),
                    },
                    _ => self.work.touch(),
                }
                self.paging.follow();
            }
            KeyAction::PutLine => self.work.put(true),
            KeyAction::LetGo => self.work.put(false),
            KeyAction::NextBlank | KeyAction::CloseField => self.close_field(model, now_ms, key),
            KeyAction::Edit if place == Place::ReadBack => return vec![Message::PromiseRethought],
            KeyAction::Edit => self.work.edit(),
        }
        here()
    }

    /// Full-width and kana forms of the digit are told apart once, here, so that the keyboard surprises nobody later.
    fn test_key(&mut self, key: Key) -> Vec<Message> {
        if key != Key::Character('1') {
            self.note_for_next_page = Some(Say::KeyTestWide);
        }
        vec![Message::WelcomeRead]
    }

    /// A key that means nothing here. Kana says that the Japanese keyboard is on, which is what helps.
    fn not_a_command(&mut self, model: &Model, place: Place, key: Key) -> Vec<Message> {
        let is_kana = match key {
            Key::Character(typed) => reply::is_kana(typed.encode_utf8(&mut [0; 4])),
            Key::Enter => false,
            _ => return here(),
        };
        let say = match place {
            Place::KeyTest if is_kana => Say::KeyTestKana,
            Place::KeyTest => Say::KeyTestOther,
            _ if is_kana => Say::KanaSeen,
            _ => return here(),
        };
        self.notes.clear();
        self.note(model, &say);
        here()
    }

    /// Another part of the same page: nothing on it changes, so it is not laid out again.
    fn turn(&mut self, is_back: bool) {
        self.paging.turn(is_back);
        self.has_only_turned = true;
    }

    fn select(&mut self, is_up: bool) {
        self.paging.follow();
        if self.work != Work::None {
            self.work.step(is_up);
            return;
        }
        let numbers = self.numbers();
        let next = match numbers.iter().position(|number| Some(*number) == self.selected) {
            None => 0,
            Some(at) if is_up => at.saturating_sub(1),
            Some(at) => (at + 1).min(numbers.len().saturating_sub(1)),
        };
        self.selected = numbers.get(next).copied();
    }

    /// The line with the digit, or the one under the cursor.
    fn pick(&mut self, model: &Model, key: Key) -> Vec<Message> {
        let number = match key {
            Key::Character(typed) => keys::digit(typed),
            _ => self.selected,
        };
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        self.hear(model, &number)
    }

    fn decide(&mut self, model: &Model, confidence: Confidence) -> Vec<Message> {
        let Some((content, _)) = model.asked() else { return here() };
        let confidence = if self.work.is_in_doubt() { Confidence::Unsure } else { confidence };
        match self.work.response(content) {
            Ok(response) => vec![Message::Answered { response, confidence }],
            // Nobody decides on what has not been seen.
            Err(_) if self.paging.has_more() => {
                self.turn(false);
                here()
            }
            // "Not so sure" of nothing is "I do not know", which shows the answer.
            Err(_) if confidence == Confidence::Unsure && self.work.is_untouched() => {
                vec![Message::Answered { response: nothing_chosen(&content.question.answer), confidence }]
            }
            Err(missing) => {
                self.note(model, &missing_said(missing, content));
                here()
            }
        }
    }

    fn close_field(&mut self, model: &Model, now_ms: i64, key: Key) {
        let Some((content, _)) = model.asked() else { return };
        // A text is not given up before its question has been read.
        if self.paging.is_chosen() && self.paging.has_more() {
            self.turn(false);
            return;
        }
        self.paging.follow();
        match self.work.next_field(content, key == Key::Enter) {
            // What follows is a page of its own for the pause.
            Ok(()) => self.shown_ms = now_ms,
            Err(missing) => self.note(model, &missing_said(missing, content)),
        }
    }

    fn hint(&mut self, model: &Model) {
        let Some((content, _)) = model.asked() else { return };
        let said = Page::hint_said(content);
        self.note(model, &said);
    }

    /// Opens the lesson under the cursor; where nothing was found, says so.
    fn open_found(&mut self, model: &Model) -> Vec<Message> {
        let found = self.dialogue.found(model, self.field.text());
        let lesson = found.get(self.selected.unwrap_or(1).saturating_sub(1));
        match lesson {
            Some(lesson) => vec![Message::OpenLesson(lesson.clone())],
            None => {
                self.note(model, &Say::NoLessonFound { text: self.field.text().trim().to_owned() });
                here()
            }
        }
    }

    /// The list that was looked through is whole again, from its beginning.
    fn stop_searching(&mut self) {
        self.is_searching = false;
        self.field = Field::default();
        self.paging.begin();
    }

    fn go_back(&mut self, model: &Model, place: Place) -> Vec<Message> {
        match place {
            Place::Hidden => vec![Message::Show],
            Place::Searching => {
                self.stop_searching();
                here()
            }
            Place::SearchingTerms => {
                self.stop_searching();
                vec![Message::Back]
            }
            Place::ChoosingAction => vec![Message::PromiseRethought],
            Place::OwnAction | Place::MinutesSaved | Place::SettingValue | Place::SettingSwitches => {
                self.dialogue.put_away();
                self.field = Field::default();
                self.selected = None;
                here()
            }
            Place::Library | Place::Settings | Place::Fit => self.hear(model, "0"),
            _ => vec![Message::Back],
        }
    }

    /// What the dialogue makes of a reply to a menu.
    fn hear(&mut self, model: &Model, line: &str) -> Vec<Message> {
        let mut sheet = self.sheet(model);
        let mut page =
            Page { model, sheet: &mut sheet, place: &self.place_of_record, work: None, is_typed_into: false };
        let place_before = self.dialogue.place(model);
        let heard = self.dialogue.hear(line, &mut page);
        if self.dialogue.place(model) != place_before {
            // Another list or a field on the same screen starts afresh.
            self.selected = None;
            self.field = Field::default();
            if let (Place::OwnAction, Some(draft)) = (self.dialogue.place(model), action_draft(model)) {
                self.field = Field::holding(draft);
                self.kept_draft = draft.to_owned();
            }
            self.paging.begin();
        }
        match heard {
            Heard::Messages(messages) => messages,
            Heard::Nothing => here(),
            Heard::Say(say) => {
                self.note(model, &say);
                here()
            }
        }
    }
}

/// What was left unfinished of an action in the learner's own words.
fn action_draft(model: &Model) -> Option<&str> {
    match &model.session()?.step {
        Step::TryThis { content, .. } => content.draft.as_deref(),
        _ => None,
    }
}

/// Somebody is there, and nothing changes in the model.
fn here() -> Vec<Message> {
    vec![Message::Present]
}

fn help(model: &Model) -> Vec<Message> {
    vec![if matches!(model.screen(), Screen::Help) { Message::Back } else { Message::OpenHelp }]
}

fn other_year(model: &Model, key: Key) -> Vec<Message> {
    let Screen::Statistics(Some(statistics)) = model.screen() else { return here() };
    vec![Message::StatisticsWanted(match key {
        Key::Left => statistics.year.plus(-1),
        Key::Right => statistics.year.plus(1),
        _ => statistics.other_kind(),
    })]
}

/// One step through the minutes that can be chosen, around the end.
fn change_minutes(model: &Model, key: Key) -> Vec<Message> {
    let at = MINUTES.iter().position(|minutes| *minutes == model.settings.minutes).unwrap_or_default();
    let next = if key == Key::Left { at + MINUTES.len() - 1 } else { at + 1 };
    vec![Message::Changed(SettingChange::Minutes(MINUTES[next % MINUTES.len()]))]
}

fn missing_said(missing: Missing, content: &AskContent) -> Say {
    match missing {
        Missing::Choice => Say::ChooseFirst,
        Missing::Tick => Say::TickFirst,
        Missing::Move => Say::MoveFirst,
        Missing::Pair => Say::PairFirst,
        Missing::Text => Say::OnlySomething,
        Missing::Number => {
            let unit = match &content.question.answer {
                Answer::Number { unit, .. } => unit.to_string(),
                _ => String::new(),
            };
            Say::OnlyNumberValue { unit }
        }
    }
}
