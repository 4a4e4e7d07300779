//! One message in, the next model and the effects out. A message that does not fit the screen changes nothing.

use std::rc::Rc;

use crate::app::facts::StepContent;
use crate::app::fit::{FitOutcome, FitPage};
use crate::app::glossary::{GlossaryFacts, text_at_hand};
use crate::app::kept::SettingKept;
use crate::app::message::{Effect, Message, SettingChange};
use crate::app::model::{FirstRun, Model, Notice, Screen, Surface};
use crate::app::session::{AskStage, Session, Step, TryStage};

/// Takes one message at `now_ms` (UTC milliseconds).
pub fn update(model: &mut Model, now_ms: i64, message: Message) -> Vec<Effect> {
    if let Some(session) = model.session_mut() {
        if matches!(message, Message::Show) {
            session.watch.resume(now_ms);
        } else if session.watch.tick(now_ms) {
            model.notices.push(Notice::ClockStopped);
        }
    }
    match message {
        Message::Present => Vec::new(),
        Message::WidthMeasured(ambiguous) => {
            model.look.ambiguous = Some(ambiguous);
            vec![Effect::RememberWidth(ambiguous)]
        }
        Message::Quit => {
            model.has_ended = true;
            Vec::new()
        }
        Message::Hide => {
            if !matches!(model.screen(), Screen::Hidden) {
                model.screens.push(Screen::Hidden);
            }
            Vec::new()
        }
        Message::Show => {
            if matches!(model.screen(), Screen::Hidden) {
                model.screens.pop();
            }
            Vec::new()
        }
        Message::WelcomeRead | Message::TrackChosen(_) | Message::PromisesRead => first_run(model, message),
        Message::PracticeLoaded(content) => {
            if let Some(content) = content.filter(|_| model.screens.len() == 1) {
                model.screens.push(Screen::FirstRun(FirstRun::Practice { content, stage: AskStage::Choosing }));
            }
            Vec::new()
        }
        Message::Begin => begin(model),
        Message::OpenLesson(lesson) => vec![Effect::StartLesson(lesson)],
        Message::OpenLibrary => push(model, Screen::Library(None), Effect::LoadLibrary),
        Message::OpenProgress => push(model, Screen::Progress(None), Effect::LoadProgress),
        Message::OpenStatistics => push(model, Screen::Statistics(None), Effect::LoadStatistics(None)),
        Message::StatisticsWanted(year) => vec![Effect::LoadStatistics(Some(year))],
        Message::StatisticsLoaded(figures) => {
            if let Screen::Statistics(statistics) = model.screen_mut() {
                *statistics = Some(figures);
            }
            Vec::new()
        }
        Message::OpenHealth => push(model, Screen::Health(None), Effect::LoadHealth),
        Message::HealthLoaded(facts) => {
            if let Screen::Health(health) = model.screen_mut() {
                *health = Some(facts);
            }
            Vec::new()
        }
        Message::OpenFit => push(model, Screen::Fit(FitPage::Loading), Effect::LoadFit),
        Message::FitLoaded(_)
        | Message::FitWanted
        | Message::FitResetWanted
        | Message::WorkGoesOn
        | Message::FitWent { .. }
        | Message::FitDone(_) => fitting(model, message),
        Message::OpenSettings => {
            model.screens.push(Screen::Settings);
            Vec::new()
        }
        Message::OpenEntry => push(model, Screen::Entry(None), Effect::LoadEntry),
        Message::EntryLoaded(entry) => {
            if let Screen::Entry(shown) = model.screen_mut() {
                *shown = Some(entry);
            }
            Vec::new()
        }
        Message::EntryAnswered(_) | Message::EntryRethought | Message::EntrySettled { .. } => in_entry(model, message),
        Message::OpenHelp => {
            model.screens.push(Screen::Help);
            Vec::new()
        }
        Message::OpenGlossary => {
            let (language, _) = text_at_hand(model);
            push(model, Screen::Glossary(None), Effect::LoadGlossary(language))
        }
        Message::GlossaryLoaded(terms) => {
            let (language, text) = text_at_hand(model);
            let facts = GlossaryFacts::new(terms, &text, language);
            let is_empty = facts.is_empty();
            match model.screen_mut() {
                Screen::Glossary(_) if is_empty => {
                    model.screens.pop();
                    model.notices.push(Notice::NoGlossary);
                }
                Screen::Glossary(glossary) => *glossary = Some(facts),
                _ => {}
            }
            Vec::new()
        }
        Message::Back => back(model),
        Message::LeaveToday { is_leave } => vec![Effect::StoreLeaveToday { is_leave }, Effect::LoadProgress],
        Message::Changed(change) => change_setting(model, change),
        Message::StorageChanged(storage) => {
            model.storage = storage;
            Vec::new()
        }
        Message::SettingStored(kept) => {
            setting_stored(model, kept);
            Vec::new()
        }
        Message::HomeLoaded(facts) => {
            if let Some(Screen::Home(home)) = model.screens.first_mut() {
                *home = Some(facts);
            }
            Vec::new()
        }
        Message::LibraryLoaded(facts) => {
            if let Screen::Library(library) = model.screen_mut() {
                *library = Some(facts);
            }
            Vec::new()
        }
        Message::ProgressLoaded(facts) => {
            if let Screen::Progress(progress) = model.screen_mut() {
                *progress = Some(facts);
            }
            Vec::new()
        }
        Message::NothingPlanned => {
            model.notices.push(Notice::NothingPlanned);
            Vec::new()
        }
        Message::NothingToUndo => {
            model.notices.push(Notice::NothingToUndo);
            Vec::new()
        }
        Message::EarlierSessionLeft => {
            model.notices.push(Notice::EarlierSessionLeft);
            Vec::new()
        }
        Message::SessionOpened(facts) => {
            if facts.is_resumed {
                model.notices.push(Notice::Resumed);
            }
            // A sitting replaces the one before it and whatever list it was opened from.
            model.screens.truncate(1);
            let session = Session::opened(*facts, now_ms, model.surface);
            let effect = Effect::LoadStep { session: session.id, position: session.position };
            model.screens.push(Screen::Session(Box::new(session)));
            vec![effect]
        }
        Message::StepLoaded { position, content } => step_loaded(model, now_ms, position, content),
        Message::Judged(judgement) => {
            if let Screen::FirstRun(FirstRun::Practice { stage, .. }) = model.screen_mut() {
                *stage = AskStage::Judged(judgement);
                return Vec::new();
            }
            let Some(session) = model.session_mut() else { return Vec::new() };
            session.steps = Rc::clone(&judgement.steps);
            if let Step::Ask { stage, .. } = &mut session.step {
                *stage = AskStage::Judged(judgement);
            }
            vec![Effect::TidyUp]
        }
        Message::DraftMade(text) => model
            .session()
            .map(|session| Effect::KeepDraft { session: session.id, position: session.position, text })
            .into_iter()
            .collect(),
        Message::StepStored { next_step } => {
            model.session_mut().map(|session| go_on(session, next_step)).unwrap_or_default()
        }
        Message::More => more(model),
        Message::Undo if model.session().is_some() => undo(model),
        Message::Undo | Message::Answered { .. } | Message::Next
            if matches!(model.screen(), Screen::FirstRun(FirstRun::Practice { .. })) =>
        {
            in_practice(model, message)
        }
        Message::Undo => Vec::new(),
        Message::FollowUpTold(_)
        | Message::OptionsWanted
        | Message::Answered { .. }
        | Message::DetailWanted
        | Message::KnownAlready
        | Message::Next
        | Message::CueChosen(_)
        | Message::ActionChosen(_)
        | Message::PromiseConfirmed
        | Message::PromiseSkipped
        | Message::PromiseRethought => in_session(model, message),
    }
}

fn push(model: &mut Model, screen: Screen, effect: Effect) -> Vec<Effect> {
    model.screens.push(screen);
    vec![effect]
}

fn first_run(model: &mut Model, message: Message) -> Vec<Effect> {
    let Screen::FirstRun(stage) = model.screen() else { return Vec::new() };
    match (stage, message) {
        (FirstRun::Welcome, Message::WelcomeRead) => {
            // A folder of somebody's notes has no roles, and an office may have said which; nobody is asked then.
            let has_roles = matches!(model.screens.first(), Some(Screen::Home(Some(home))) if !home.tracks.is_empty());
            match model.settings.track.is_none() && has_roles {
                true => {
                    *model.screen_mut() = Screen::FirstRun(FirstRun::Role);
                    Vec::new()
                }
                false => promise(model),
            }
        }
        (FirstRun::Role, Message::TrackChosen(track)) => {
            let mut effects = change_setting(model, SettingChange::Track(track));
            effects.extend(promise(model));
            effects
        }
        (FirstRun::Promises, Message::PromisesRead) => promised(model),
        _ => Vec::new(),
    }
}

/// The five promises, which lines have said with the welcome already.
fn promise(model: &mut Model) -> Vec<Effect> {
    match model.surface {
        Surface::Lines => promised(model),
        Surface::Screens => {
            *model.screen_mut() = Screen::FirstRun(FirstRun::Promises);
            Vec::new()
        }
    }
}

fn promised(model: &mut Model) -> Vec<Effect> {
    model.screens.pop();
    vec![Effect::StoreWelcome, Effect::LoadHome, Effect::LoadPractice]
}

/// What the learner does with the question of the first run.
fn in_practice(model: &mut Model, message: Message) -> Vec<Effect> {
    let Screen::FirstRun(FirstRun::Practice { content, stage }) = model.screen_mut() else { return Vec::new() };
    match (&stage, message) {
        (AskStage::Choosing, Message::Answered { response, confidence }) => {
            let content = content.clone();
            *stage = AskStage::Storing;
            vec![Effect::JudgePractice { content, response, confidence }]
        }
        (AskStage::Judged(_), Message::Undo) => {
            *stage = AskStage::Choosing;
            Vec::new()
        }
        (AskStage::Judged(_), Message::Next) => {
            model.screens.pop();
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What the learner does with はじめの6問.
fn in_entry(model: &mut Model, message: Message) -> Vec<Effect> {
    let Screen::Entry(Some(entry)) = model.screen() else { return Vec::new() };
    let mut answers = entry.answers.clone();
    match message {
        Message::EntryAnswered(answer) if entry.proposal.is_none() => answers.push(answer),
        Message::EntryRethought if answers.pop().is_some() => {}
        Message::EntrySettled { is_taken } => {
            let taken = entry.proposal.clone().filter(|_| is_taken);
            let track = taken.as_ref().and_then(|taken| taken.track.as_ref());
            model.settings.track = track.map(|(id, _)| id.clone()).or(model.settings.track.take());
            model.screens.pop();
            model.notices.push(Notice::EntrySettled { is_taken });
            return vec![Effect::SettleEntry { taken }, Effect::LoadHome];
        }
        _ => return Vec::new(),
    }
    vec![Effect::KeepEntry(answers)]
}

fn begin(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Home(Some(home))) = model.screens.first() else { return Vec::new() };
    match &home.resume {
        Some(resume) => vec![Effect::ResumeSession(resume.session)],
        None => vec![Effect::StartSession { minutes: model.settings.minutes }],
    }
}

fn more(model: &Model) -> Vec<Effect> {
    let at_close = model.session().is_some_and(|session| matches!(session.step, Step::Close(_)));
    if at_close { vec![Effect::StartSession { minutes: model.settings.minutes }] } else { Vec::new() }
}

fn undo(model: &Model) -> Vec<Effect> {
    model.session().map(|session| vec![Effect::UndoAnswer(session.id)]).unwrap_or_default()
}

fn back(model: &mut Model) -> Vec<Effect> {
    if model.screens.len() == 1 {
        return Vec::new();
    }
    let left = model.screens.pop();
    let mut effects = Vec::new();
    if matches!(left, Some(Screen::Fit(FitPage::Working { .. }))) {
        effects.push(Effect::DropFit);
    }
    if model.screens.len() == 1 {
        effects.push(Effect::LoadHome);
    }
    effects
}

/// The page on which parameters are fitted; it may be hidden while it works.
fn fitting(model: &mut Model, message: Message) -> Vec<Effect> {
    let pages = model.screens.iter_mut().rev();
    let page = pages.into_iter().find_map(|screen| match screen {
        Screen::Fit(page) => Some(page),
        _ => None,
    });
    let Some(page) = page else { return Vec::new() };
    match (&page, message) {
        (FitPage::Loading, Message::FitLoaded(facts)) => {
            *page = FitPage::Ready(facts);
            Vec::new()
        }
        (FitPage::Ready(facts), Message::FitWanted) if facts.is_enough() => {
            *page = FitPage::Working { percent: 0 };
            vec![Effect::BeginFit]
        }
        (FitPage::Ready(_), Message::FitResetWanted) => vec![Effect::ResetFit],
        (FitPage::Working { .. }, Message::WorkGoesOn) => vec![Effect::GoOnFitting],
        (FitPage::Working { .. }, Message::FitWent { percent }) => {
            *page = FitPage::Working { percent };
            Vec::new()
        }
        (FitPage::Working { .. } | FitPage::Ready(_), Message::FitDone(outcome)) => {
            model.settings.is_fitted = match outcome {
                FitOutcome::Better { .. } => true,
                FitOutcome::NotBetter { .. } => model.settings.is_fitted,
                FitOutcome::Reset(_) => false,
            };
            *page = FitPage::Done(outcome);
            vec![Effect::LoadHome]
        }
        _ => Vec::new(),
    }
}

fn change_setting(model: &mut Model, change: SettingChange) -> Vec<Effect> {
    match &change {
        SettingChange::Track(track) => model.settings.track = Some(track.clone()),
        SettingChange::Minutes(minutes) => model.settings.minutes = *minutes,
        SettingChange::Language(language) => model.settings.language = *language,
        SettingChange::Timed(timed) => model.settings.is_timed = *timed,
        SettingChange::Workdays(workdays) => model.settings.workdays = *workdays,
        SettingChange::Retention(retention) => model.settings.retention = *retention,
        SettingChange::Theme(theme) => model.look.theme = *theme,
        SettingChange::Marks(marks) => model.look.marks = *marks,
        SettingChange::Surface(surface) => change_surface(model, *surface),
    }
    vec![Effect::StoreSetting(change), Effect::LoadHome]
}

/// At once where that can be drawn; what runs the surface sees it in the model and makes room for the other.
fn change_surface(model: &mut Model, surface: Surface) {
    model.look.surface = Some(surface);
    if surface == model.surface {
        return;
    }
    if surface == Surface::Screens && !model.look.can_draw {
        model.notices.push(Notice::ScreensNextTime);
    } else {
        model.surface = surface;
        model.notices.push(Notice::SurfaceChanged(surface));
    }
}

/// In the settings it is said either way. Elsewhere, as in the first run, only what the banner does not say already.
fn setting_stored(model: &mut Model, kept: SettingKept) {
    let is_told_by_banner = matches!(kept, SettingKept::Kept | SettingKept::Waits | SettingKept::NotKept);
    if matches!(model.screen(), Screen::Settings) || !is_told_by_banner {
        model.notices.push(Notice::SettingStored(kept));
    }
}

fn step_loaded(model: &mut Model, now_ms: i64, position: usize, content: StepContent) -> Vec<Effect> {
    let surface = model.surface;
    let Some(session) = model.session_mut().filter(|session| session.position == position) else { return Vec::new() };
    if content == StepContent::Gone {
        let effect = Effect::FinishStep { session: session.id, position, ms: 0 };
        model.notices.push(Notice::StepGone);
        return vec![effect];
    }
    session.show(content, now_ms, surface);
    Vec::new()
}

fn go_on(session: &mut Session, next_step: usize) -> Vec<Effect> {
    session.position = next_step;
    session.step = Step::Loading;
    vec![Effect::LoadStep { session: session.id, position: session.position }]
}

/// What the learner does inside a step.
fn in_session(model: &mut Model, message: Message) -> Vec<Effect> {
    let is_timed = model.settings.is_timed;
    if !matches!(model.screen(), Screen::Session(_)) {
        return Vec::new();
    }
    let Some(session) = model.session_mut() else { return Vec::new() };
    let ms = if is_timed { session.watch.active_ms() } else { 0 };
    let (id, position) = (session.id, session.position);
    match (&mut session.step, message) {
        (Step::FollowUp(content), Message::FollowUpTold(answer)) => {
            vec![Effect::StoreFollowUp { session: id, position, promise: content.promise, answer, ms }]
        }
        (Step::Ask { stage: stage @ AskStage::Thinking, .. }, Message::OptionsWanted) => {
            *stage = AskStage::Choosing;
            Vec::new()
        }
        (Step::Ask { stage: stage @ AskStage::Choosing, .. }, Message::Answered { response, confidence }) => {
            *stage = AskStage::Storing;
            vec![Effect::StoreAnswer { session: id, position, response, confidence, ms }]
        }
        (Step::Ask { stage: AskStage::Judged(judgement), .. }, Message::Next) => {
            let next_step = judgement.next_step;
            go_on(session, next_step)
        }
        (Step::Read { detail_is_open, .. }, Message::DetailWanted) => {
            *detail_is_open = true;
            Vec::new()
        }
        (Step::Read { content, .. }, Message::KnownAlready) if content.can_be_passed => {
            model.notices.push(Notice::AskedBeforehand);
            vec![Effect::AskBeforehand { session: id, position }]
        }
        (Step::Read { detail_is_open, .. }, Message::Next) => {
            vec![Effect::StoreReading { session: id, position, ms, detail_opened: *detail_is_open }]
        }
        (Step::TryThis { stage: TryStage::Reminder, .. }, Message::Next)
        | (Step::TryThis { .. }, Message::PromiseSkipped) => vec![Effect::FinishStep { session: id, position, ms }],
        (Step::TryThis { content, stage: stage @ TryStage::Cue }, Message::CueChosen(cue)) => {
            if cue < content.cues.len() {
                *stage = TryStage::Action { cue };
            }
            Vec::new()
        }
        (Step::TryThis { stage, .. }, Message::ActionChosen(action)) => {
            if let TryStage::Action { cue } = *stage {
                *stage = TryStage::ReadBack { cue, action };
            }
            Vec::new()
        }
        (Step::TryThis { stage, .. }, Message::PromiseRethought) => {
            match stage {
                TryStage::Action { .. } => *stage = TryStage::Cue,
                TryStage::ReadBack { cue, .. } => *stage = TryStage::Action { cue: *cue },
                _ => {}
            }
            Vec::new()
        }
        (Step::TryThis { stage, .. }, Message::PromiseConfirmed) => {
            let TryStage::ReadBack { cue, action } = std::mem::replace(stage, TryStage::Storing) else {
                *stage = TryStage::Cue;
                return Vec::new();
            };
            vec![Effect::StorePromise { session: id, position, cue, action, ms }]
        }
        _ => Vec::new(),
    }
}
