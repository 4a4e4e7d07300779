//! One exchange after another: what is shown next, which prompt stands, and what a reply to it means. Holds only
//! what lines need and the model does not: an unfinished answer, the level of a list.

pub(in crate::app) mod answering;
pub(in crate::app) mod browse;
pub(in crate::app) mod reply;

use crate::app::dialogue::answering::{Draft, Reaction};
use crate::app::dialogue::browse::Browse;
use crate::app::dialogue::reply::Command;
use crate::app::keys::Place;
use crate::app::page::{Page, tracks};
use crate::app::{
    AskContent, AskStage, ChosenAction, FirstRun, FollowUpAnswer, Look, Message, Model, Screen, Setting, Step, TryStage,
};
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::id::LessonId;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;
use crate::text::fold;

/// What stands between the model and the reader.
#[derive(Default)]
pub struct Dialogue {
    shown: Option<Shown>,
    draft: Draft,
    browse: Browse,
    setting: Option<Setting>,
    /// Chosen last in the list of settings, which goes on from there.
    last_setting: Option<Setting>,
    /// やってみた was said; the minutes are asked.
    asking_minutes: bool,
    /// The learner writes an action of their own.
    writing_action: bool,
}

/// What a reply asks for.
#[derive(Debug)]
pub enum Heard {
    /// The reply was taken; the next prompt follows.
    Nothing,
    Say(Say),
    Messages(Vec<Message>),
}

/// Everything that makes a screen another one than the one before.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Welcome,
    Role,
    Promises,
    Practice { stage: u8 },
    Home(Box<crate::app::HomeFacts>),
    Step { position: usize, stage: u8 },
    Library(Browse),
    Progress(DayKind),
    Settings(Box<(crate::app::Settings, Look)>, Option<Setting>),
    Health,
    Glossary,
    Help,
    Hidden,
    Waiting,
}

fn shown(model: &Model, browse: &Browse, setting: Option<Setting>) -> Shown {
    match model.screen() {
        Screen::FirstRun(FirstRun::Welcome) => Shown::Welcome,
        Screen::FirstRun(FirstRun::Role) => Shown::Role,
        Screen::FirstRun(FirstRun::Promises) => Shown::Promises,
        Screen::FirstRun(FirstRun::Practice { stage, .. }) => Shown::Practice { stage: ask_stage(stage) },
        Screen::Home(Some(home)) => Shown::Home(home.clone()),
        Screen::Session(session) => Shown::Step { position: session.position, stage: stage(&session.step) },
        Screen::Library(Some(_)) => Shown::Library(browse.clone()),
        Screen::Progress(Some(progress)) => Shown::Progress(progress.kind),
        Screen::Settings => Shown::Settings(Box::new((model.settings.clone(), model.look)), setting),
        Screen::Health(Some(_)) => Shown::Health,
        Screen::Glossary(Some(_)) => Shown::Glossary,
        Screen::Help => Shown::Help,
        Screen::Hidden => Shown::Hidden,
        Screen::Home(None)
        | Screen::Library(None)
        | Screen::Progress(None)
        | Screen::Health(None)
        | Screen::Glossary(None) => Shown::Waiting,
    }
}

fn ask_stage(stage: &AskStage) -> u8 {
    match stage {
        AskStage::Thinking => 2,
        AskStage::Choosing | AskStage::Storing => 3,
        AskStage::Judged(_) => 4,
    }
}

fn stage(step: &Step) -> u8 {
    match step {
        Step::Loading => 0,
        Step::FollowUp(_) => 1,
        Step::Ask { stage, .. } => ask_stage(stage),
        Step::Read { detail_is_open: false, .. } => 5,
        Step::Read { detail_is_open: true, .. } => 6,
        Step::TryThis { stage: TryStage::Reminder, .. } => 7,
        Step::TryThis { stage: TryStage::Cue, .. } => 8,
        Step::TryThis { stage: TryStage::Action { .. }, .. } => 9,
        Step::TryThis { stage: TryStage::ReadBack { .. } | TryStage::Storing, .. } => 10,
        Step::Close(_) => 11,
    }
}

impl Dialogue {
    /// Shows the screen if it is another one than before.
    pub fn show(&mut self, page: &mut Page<'_, '_>) {
        let before = self.shown.clone();
        if !self.arrive(page.model) {
            return;
        }
        let after_thinking = matches!((&before, &self.shown),
            (Some(Shown::Step { position, stage: 2 }), Some(Shown::Step { position: same, stage: 3 })) if position == same);
        match page.model.asked() {
            Some((content, _)) if after_thinking => page.options(content),
            _ => self.screen(page),
        }
    }

    fn screen(&self, page: &mut Page<'_, '_>) {
        match (page.model.screen(), self.setting) {
            (Screen::Settings, Some(setting)) => page.setting(setting),
            _ => page.screen(&self.browse),
        }
    }

    /// Takes note of where the model stands; true when that is another screen or step than before. What was begun on
    /// the one before is put away, but for a look at the help or a hidden screen.
    pub fn arrive(&mut self, model: &Model) -> bool {
        let is_aside = model.screen().is_aside();
        if !matches!(model.screen(), Screen::Library(_)) && !is_aside {
            self.browse = Browse::default();
        }
        if !matches!(model.screen(), Screen::Settings) && !is_aside {
            (self.setting, self.last_setting) = (None, None);
        }
        let now = shown(model, &self.browse, self.setting);
        if self.shown.as_ref() == Some(&now) {
            return false;
        }
        let was_aside = matches!(self.shown, Some(Shown::Glossary | Shown::Help | Shown::Hidden));
        if !is_aside && !was_aside {
            self.draft = Draft::default();
            self.asking_minutes = false;
            self.writing_action = false;
        }
        self.shown = Some(now);
        true
    }

    /// The whole screen with the list of a setting that is being changed, as a screen shows it at any moment.
    pub fn compose(&self, page: &mut Page<'_, '_>) {
        self.screen(page);
    }

    /// Where keys are pressed, but for the question that is being answered.
    pub fn place(&self, model: &Model) -> Place {
        match model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => Place::KeyTest,
            Screen::FirstRun(FirstRun::Role) => Place::Role,
            Screen::FirstRun(FirstRun::Promises) => Place::Promises,
            Screen::FirstRun(FirstRun::Practice { stage: AskStage::Judged(_), .. }) => Place::PracticeVerdict,
            Screen::FirstRun(FirstRun::Practice { .. }) => Place::Waiting,
            Screen::Home(Some(home)) if home.resume.is_some() => Place::HomeToGoOn,
            Screen::Home(Some(home)) if home.is_done() => Place::HomeDone,
            Screen::Home(Some(_)) => Place::Home,
            Screen::Library(Some(_)) => Place::Library,
            Screen::Glossary(Some(_)) => Place::Glossary,
            Screen::Home(None)
            | Screen::Library(None)
            | Screen::Progress(None)
            | Screen::Health(None)
            | Screen::Glossary(None) => Place::Waiting,
            Screen::Settings => match self.setting {
                None => Place::Settings,
                Some(_) => Place::SettingValue,
            },
            Screen::Progress(Some(progress)) => match progress.kind {
                DayKind::Working | DayKind::Light => Place::Progress,
                DayKind::Off(DayOff::Leave) => Place::ProgressOnLeave,
                DayKind::Off(_) => Place::Looking,
            },
            Screen::Health(Some(_)) | Screen::Help => Place::Looking,
            Screen::Hidden => Place::Hidden,
            Screen::Session(session) => match &session.step {
                Step::FollowUp(_) if self.asking_minutes => Place::MinutesSaved,
                Step::FollowUp(_) => Place::FollowUp,
                Step::Ask { stage: AskStage::Thinking, .. } => Place::Thinking,
                Step::Ask { stage: AskStage::Judged(_), .. } => Place::Verdict,
                Step::Read { content, detail_is_open: false } if !content.more.is_empty() => Place::ReadingWithMore,
                Step::Read { .. } => Place::Reading,
                Step::TryThis { stage: TryStage::Reminder, .. } => Place::Reminder,
                Step::TryThis { stage: TryStage::Cue, .. } => Place::Cue,
                Step::TryThis { stage: TryStage::Action { .. }, .. } if self.writing_action => Place::OwnAction,
                Step::TryThis { stage: TryStage::Action { .. }, .. } => Place::ChoosingAction,
                Step::TryThis { stage: TryStage::ReadBack { .. }, .. } => Place::ReadBack,
                Step::Close(facts) if facts.can_undo => Place::CloseWithUndo,
                Step::Close(_) => Place::Close,
                Step::Loading | Step::Ask { .. } | Step::TryThis { stage: TryStage::Storing, .. } => Place::Waiting,
            },
        }
    }

    /// The number that a list of settings or of values starts from; `None` for its first.
    pub fn starting_number(&self, model: &Model) -> Option<usize> {
        let place = match (model.screen(), self.setting) {
            (Screen::Settings, Some(setting)) => setting.options(model).iter().position(|option| option.stands),
            (Screen::Settings, None) => Setting::ALL.iter().position(|setting| Some(*setting) == self.last_setting),
            _ => None,
        };
        place.map(|place| place + 1)
    }

    /// What the text that is typed is for, where that is not a question's answer.
    pub fn field_label(&self, model: &Model) -> Option<Say> {
        match self.place(model) {
            Place::MinutesSaved => Some(Say::MinutesSavedAsk),
            Place::OwnAction => Some(Say::OwnActionPrompt),
            _ => None,
        }
    }

    /// `Esc` where something was begun: it is put away.
    pub fn put_away(&mut self) {
        self.writing_action = false;
        self.asking_minutes = false;
        self.setting = None;
    }

    /// The lessons whose titles hold the words, in the order in which they are listed.
    pub fn found(&self, model: &Model, words: &str) -> Vec<LessonId> {
        let Screen::Library(Some(library)) = model.screen() else { return Vec::new() };
        Browse::found(library, words).map(|found| found.lessons(library)).unwrap_or_default()
    }

    /// Shows lessons that a search found, or leaves the list as it is; false when nothing was found.
    pub fn browse_found(&mut self, model: &Model, words: &str) -> bool {
        let Screen::Library(Some(library)) = model.screen() else { return false };
        let found = Browse::found(library, words);
        let has_found = found.is_some();
        if let Some(found) = found {
            self.browse = found;
        }
        has_found
    }

    pub fn prompt(&self, model: &Model) -> Say {
        match model.screen() {
            Screen::FirstRun(FirstRun::Welcome | FirstRun::Promises) => Say::NextPrompt,
            Screen::FirstRun(FirstRun::Role) => Say::NumberPrompt,
            Screen::FirstRun(FirstRun::Practice { content, stage }) => self.ask_prompt(content, stage),
            Screen::Home(Some(home)) if home.is_done() => Say::HomeKeysDone,
            Screen::Home(home) => Say::HomeKeys { resume: home.as_ref().is_some_and(|home| home.resume.is_some()) },
            Screen::Session(session) => self.step_prompt(&session.step),
            Screen::Library(_) => match self.browse {
                Browse::Courses(_) => Say::LibraryKeys,
                Browse::Tracks => Say::TracksKeys,
                Browse::Lessons { .. } | Browse::Found { .. } => Say::LessonsKeys,
            },
            Screen::Settings => match self.setting {
                None => Say::SettingsKeys,
                Some(_) => Say::Setting(SettingSay::ChooseKeys),
            },
            Screen::Progress(_) => match self.place(model) {
                Place::Progress => Say::ProgressKeys { is_leave: false },
                Place::ProgressOnLeave => Say::ProgressKeys { is_leave: true },
                _ => Say::BackPrompt,
            },
            Screen::Health(_) | Screen::Help => Say::BackPrompt,
            Screen::Glossary(_) => Say::GlossaryKeys,
            Screen::Hidden => Say::HiddenPrompt,
        }
    }

    fn step_prompt(&self, step: &Step) -> Say {
        match step {
            Step::Loading => Say::NextPrompt,
            Step::FollowUp(_) if self.asking_minutes => Say::MinutesSavedAsk,
            Step::FollowUp(_) => Say::FollowUpKeys,
            Step::Ask { content, stage } => self.ask_prompt(content, stage),
            Step::Read { content, detail_is_open } => {
                Say::ReadKeys { has_more: !content.more.is_empty() && !detail_is_open }
            }
            Step::TryThis { stage: TryStage::Reminder, .. } => Say::NextPrompt,
            Step::TryThis { content, stage: TryStage::Cue } => Say::CueKeys { last: content.cues.len() },
            Step::TryThis { stage: TryStage::Action { .. }, .. } if self.writing_action => Say::OwnActionPrompt,
            Step::TryThis { content, stage: TryStage::Action { cue } } => {
                Say::ActionKeys { last: content.cues.get(*cue).map_or(0, |(_, actions)| actions.len()) + 1 }
            }
            Step::TryThis { .. } => Say::PromiseKeys,
            Step::Close(facts) => Say::CloseKeys { can_undo: facts.can_undo },
        }
    }

    fn ask_prompt(&self, content: &AskContent, stage: &AskStage) -> Say {
        match stage {
            AskStage::Thinking => Say::ThinkFirst,
            AskStage::Judged(_) => Say::VerdictKeys,
            AskStage::Choosing | AskStage::Storing => self.draft.prompt(content),
        }
    }

    /// What the line means where it was typed.
    pub fn hear(&mut self, line: &str, page: &mut Page<'_, '_>) -> Heard {
        let model = page.model;
        let plain = reply::plain(line);
        if matches!(model.screen(), Screen::Hidden) {
            return Heard::Messages(vec![Message::Show]);
        }
        if let Some(command) = self.command(model, &plain) {
            return self.obey(command, page);
        }
        let heard = match model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => one(Message::WelcomeRead),
            Screen::FirstRun(FirstRun::Promises) => one(Message::PromisesRead),
            Screen::FirstRun(FirstRun::Practice { content, stage }) => self.answer(content, stage, line, &plain, page),
            Screen::FirstRun(FirstRun::Role) => match chosen_track(model, &plain) {
                Some(track) => one(Message::TrackChosen(track)),
                None => Heard::Say(Say::OnlyNumbers { last: tracks(model).len() }),
            },
            Screen::Home(_) => home(model, &plain),
            Screen::Session(session) => return self.in_step(&session.step, line, &plain, page),
            Screen::Library(_) => self.in_library(model, line, &plain),
            Screen::Settings => self.in_settings(model, &plain),
            Screen::Progress(_) if plain == "1" => match self.place(model) {
                Place::Progress => one(Message::LeaveToday { is_leave: true }),
                Place::ProgressOnLeave => one(Message::LeaveToday { is_leave: false }),
                _ => one(Message::Back),
            },
            Screen::Glossary(Some(facts)) if !matches!(plain.as_str(), "" | "0") => {
                page.found_terms(facts, line);
                return one(Message::Present);
            }
            Screen::Glossary(_) | Screen::Progress(_) | Screen::Health(_) | Screen::Help | Screen::Hidden => {
                one(Message::Back)
            }
        };
        kana_or(heard, line)
    }

    /// A command, unless the prompt is for free text where only a bare letter on its own is one.
    fn command(&self, model: &Model, plain: &str) -> Option<Command> {
        let command = reply::command(plain)?;
        let asked = model.asked();
        let writes = self.writing_action
            || asked.is_some_and(|(content, stage)| matches!(stage, AskStage::Choosing) && self.draft.is_text(content));
        let in_question = asked.is_some_and(|(_, stage)| !matches!(stage, AskStage::Judged(_)));
        match command {
            Command::Undo if self.draft.is_confirming() => None,
            // In a text a lone `?` is an answer in doubt, not a call for help.
            Command::Help if writes => None,
            // The word may be the answer; the letter is a command like the others.
            Command::Glossary if writes && plain != "g" => None,
            Command::Hint if !in_question => None,
            _ => Some(command),
        }
    }

    fn obey(&mut self, command: Command, page: &mut Page<'_, '_>) -> Heard {
        let model = page.model;
        match command {
            Command::Quit => one(Message::Quit),
            Command::Hide => one(Message::Hide),
            Command::Help if matches!(model.screen(), Screen::Help) => one(Message::Back),
            Command::Help => one(Message::OpenHelp),
            Command::Glossary if matches!(model.screen(), Screen::Glossary(_)) => one(Message::Back),
            Command::Glossary => one(Message::OpenGlossary),
            Command::Undo if model.session().is_some() || model.asked().is_some() => one(Message::Undo),
            Command::Undo => Heard::Say(Say::NothingToUndo),
            Command::Time => Heard::Say(match model.session() {
                Some(session) if model.settings.is_timed => Say::TimeLeft { seconds: session.seconds_left() },
                _ => Say::NoTimeHere,
            }),
            Command::Hint => {
                if let Some((content, _)) = model.asked() {
                    page.hint(content);
                }
                one(Message::Present)
            }
        }
    }

    fn in_step(&mut self, step: &Step, line: &str, plain: &str, page: &mut Page<'_, '_>) -> Heard {
        let heard = match step {
            Step::Loading => one(Message::Present),
            Step::FollowUp(_) => self.follow_up(plain),
            Step::Ask { content, stage } => return self.answer(content, stage, line, plain, page),
            Step::Read { content, detail_is_open } => {
                let has_more = !content.more.is_empty() && !detail_is_open;
                match plain.to_lowercase().as_str() {
                    "" => one(Message::Next),
                    "o" if has_more => one(Message::DetailWanted),
                    _ => Heard::Say(Say::ReadOnlyKeys { has_more }),
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

    fn answer(
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

    fn in_library(&mut self, model: &Model, line: &str, plain: &str) -> Heard {
        let Screen::Library(Some(library)) = model.screen() else { return one(Message::Back) };
        let words = line.trim().strip_prefix(['/', '／', '・']);
        if let Some(words) = words {
            return match self.browse_found(model, words) {
                true => Heard::Nothing,
                false => Heard::Say(Say::NoLessonFound { text: words.trim().to_owned() }),
            };
        }
        if matches!(plain, "" | "0") {
            return match self.browse.up() {
                Some(up) => self.go(up),
                None => one(Message::Back),
            };
        }
        let count = self.browse.count(library);
        let Some(number) = reply::number(plain, count) else { return Heard::Say(Say::LibraryOnly { last: count }) };
        match self.browse.down(library, number) {
            Some(down) => self.go(down),
            None => one(Message::OpenLesson(self.browse.lessons(library)[number - 1].clone())),
        }
    }

    fn go(&mut self, browse: Browse) -> Heard {
        self.browse = browse;
        Heard::Nothing
    }

    fn in_settings(&mut self, model: &Model, plain: &str) -> Heard {
        let Some(setting) = self.setting else {
            if matches!(plain, "" | "0") {
                return one(Message::Back);
            }
            let last = Setting::ALL.len() + 1;
            let Some(number) = reply::number(plain, last) else {
                return Heard::Say(Say::OnlyListed { last });
            };
            if number == last {
                return one(Message::OpenHealth);
            }
            let setting = Setting::ALL[number - 1];
            if setting.options(model).is_empty() {
                return Heard::Say(Say::NoRoles);
            }
            self.setting = Some(setting);
            self.last_setting = self.setting;
            return Heard::Nothing;
        };
        if matches!(plain, "" | "0") {
            self.setting = None;
            return Heard::Nothing;
        }
        let options = setting.options(model);
        match reply::number(plain, options.len()) {
            Some(number) => {
                self.setting = None;
                one(Message::Changed(options[number - 1].change.clone()))
            }
            None => Heard::Say(Say::OnlyListed { last: options.len() }),
        }
    }
}

fn home(model: &Model, plain: &str) -> Heard {
    let resume = matches!(model.screen(), Screen::Home(Some(home)) if home.resume.is_some());
    let is_done = matches!(model.screen(), Screen::Home(Some(home)) if home.is_done());
    match plain.to_lowercase().as_str() {
        "" if is_done => one(Message::OpenLibrary),
        "" | "1" => one(Message::Begin),
        "l" => one(Message::OpenLibrary),
        "p" => one(Message::OpenProgress),
        "s" | "m" => one(Message::OpenSettings),
        _ => Heard::Say(Say::HomeOnly { resume }),
    }
}

fn chosen_track(model: &Model, plain: &str) -> Option<crate::domain::id::TrackId> {
    let tracks = tracks(model);
    let number = if plain.is_empty() { 1 } else { reply::number(plain, tracks.len())? };
    tracks.into_iter().nth(number - 1).map(|(id, _)| id)
}

fn one(message: Message) -> Heard {
    Heard::Messages(vec![message])
}

/// Where a reply could not be read and is kana, the reason is the keyboard, and that is what helps.
fn kana_or(heard: Heard, line: &str) -> Heard {
    match heard {
        // A word is an honest try and gets the prompt's own help; a kana or two are a key pressed through the keyboard.
        Heard::Say(_) if reply::is_kana(line) && line.trim().chars().count() <= 2 => Heard::Say(Say::KanaSeen),
        other => other,
    }
}
