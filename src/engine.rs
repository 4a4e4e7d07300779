//! The only performer of effects, for screens and lines alike. It owns the record, the library and the clock; it
//! shows nothing and reads no key.

mod calendar;
mod candidates;
mod clock;
mod entry;
mod facts;
mod fit;
mod health;
mod machine;
mod performing;
mod place;
mod practice;
mod record;
mod rescue;
mod setting;
mod statistics;

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use crate::app::{
    Effect, Look, MachineFileFault, Message, Model, Notice, Settings, Storage, Surface, Terminal, update,
};
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::event::{Event, Fact, NewEvent, SettingChanged};
use crate::domain::fold::DayTotal;
use crate::domain::id::{EventId, LessonId, SessionId, TrackId};
use crate::domain::language::Language;
use crate::domain::memory::fitting::Fitting;
use crate::domain::memory::{Retention, Scheduling};
use crate::domain::office::Office;
use crate::domain::pace::Pace;
use crate::domain::work_pattern::WorkPattern;
use crate::engine::candidates::{Cards, FoundFinished, Gathering};
use crate::engine::machine::Machine;
use crate::engine::performing::{Answering, Timed};
use crate::library::{Index, Wanted};
use crate::store::{Store, StoreError};

pub use crate::library::Origin;
pub use clock::{Clock, InvalidTime};
pub use place::{InvalidProfile, data_folder};
pub use record::Record;

/// What the command line, the office and the machine say before anything is opened.
#[derive(Clone, Debug)]
pub struct Options {
    pub data_dir: Option<PathBuf>,
    pub lessons: Option<PathBuf>,
    pub office: Option<PathBuf>,
    /// Asked for on the command line: above the learner's own setting.
    pub language: Option<Language>,
    /// For a learner who has set none.
    pub machine_language: Language,
    pub profile: Option<String>,
    pub now: Option<String>,
}

/// Why nothing could be started.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    InvalidTime(#[from] InvalidTime),
    #[error("--now without --data-dir")]
    NowWithoutDataDir,
    #[error(transparent)]
    InvalidProfile(#[from] InvalidProfile),
    #[error("no folder for data on this machine")]
    NoDataFolder,
    /// A record of real days is not continued with a clock set by hand.
    #[error("--now on a record that is not a trial")]
    NowOnRealRecord(PathBuf),
    /// A file named on the command line that cannot be read.
    #[error("{} cannot be read", .0.display())]
    OfficeUnreadable(PathBuf),
    /// The file is another program's, or cannot be told apart from one.
    #[error(transparent)]
    Store(#[from] StoreError),
}

pub struct Engine {
    clock: Clock,
    record: Record,
    pub library: Index,
    pub origin: Origin,
    pub office: Office,
    calendar: Calendar,
    pace: Pace,
    pub settings: Settings,
    /// They come before every other new one.
    first_lessons: Vec<LessonId>,
    /// By hand in this run: they stand above those of a light day.
    minutes_were_asked_for: bool,
    /// The newest fact's day, when the clock stood before it at the start.
    clock_is_behind: Option<Day>,
    /// How the program is shown when it opens.
    pub look: Look,
    machine: Machine,
    terminal: Terminal,
    is_first_run: bool,
    /// Under way, until its last piece is done or it is given up.
    fitting: Option<Fitting>,
    /// Home explains the desk that is not set, until a sitting starts.
    tells_unset_values: bool,
    /// Once nobody waits for anything.
    has_to_tidy_up: bool,
    /// Of the sitting that is shown.
    timed: Timed,
    found_finished: FoundFinished,
}

/// Beside the profiles, which share it.
const LIBRARY_CACHE: &str = "library.cache";
const KEY_WELCOMED: &str = "welcomed";
/// The lessons that come before every other new one, as a list in JSON.
const KEY_FIRST_LESSONS: &str = "first_lessons";
const KEY_TRACK: &str = "track";
const KEY_MINUTES: &str = "minutes";
const KEY_LANGUAGE: &str = "language";
const KEY_TIMED: &str = "timed";
const KEY_TOLD_UNSET: &str = "told_unset_values";
const DEFAULT_MINUTES: u32 = 3;

impl Engine {
    /// Opens the record and the library. A data folder that cannot be written does not stop anybody from learning.
    pub fn open(options: &Options) -> Result<Engine, OpenError> {
        let clock = match &options.now {
            None => Clock::system(),
            Some(_) if options.data_dir.is_none() => return Err(OpenError::NowWithoutDataDir),
            Some(text) => Clock::set_to(text)?,
        };
        let own_place = place::own_folder(options.data_dir.as_deref());
        let machine = Machine::read(own_place.as_deref());
        let sought = crate::library::seek(&Wanted {
            lessons: options.lessons.clone(),
            settings: machine.lessons.clone(),
            office: options.office.clone(),
        });
        let folder = place::profile_folder(options, &sought.office)?;
        // An office that moves the data moves the machine's file with it; the first one then only names the lessons.
        let data_place = data_folder(options.data_dir.as_deref(), &sought.office);
        let machine = if data_place == own_place { machine } else { Machine::read(data_place.as_deref()) };
        if let Some(named) = options.office.as_ref().filter(|_| !sought.office.was_found) {
            return Err(OpenError::OfficeUnreadable(named.clone()));
        }
        let record = Record::open(&folder, &clock)?;
        if clock.is_set() && !record.is_trial()? {
            return Err(OpenError::NowOnRealRecord(record.file()));
        }
        let office = sought.office.clone();
        let cache = folder.parent().map(|data| data.join(LIBRARY_CACHE));
        let library = Index::open(sought, cache.as_deref(), clock.now().day);
        let mut engine = Engine {
            look: machine.look(""),
            machine,
            terminal: Terminal::default(),
            settings: Settings {
                language: Language::Japanese,
                track: None,
                minutes: DEFAULT_MINUTES,
                is_timed: true,
                workdays: WorkPattern::default(),
                retention: Retention::DEFAULT,
                is_fitted: false,
            },
            clock,
            record,
            origin: library.origin().clone(),
            library,
            office,
            calendar: Calendar::default(),
            pace: Pace::default(),
            first_lessons: Vec::new(),
            minutes_were_asked_for: false,
            clock_is_behind: None,
            is_first_run: false,
            fitting: None,
            tells_unset_values: false,
            has_to_tidy_up: false,
            timed: Timed::default(),
            found_finished: FoundFinished::default(),
        };
        engine.read_settings(options.language, options.machine_language)?;
        engine.clock_is_behind = engine.newest_day_ahead()?;
        engine.read_calendar()?;
        Ok(engine)
    }

    fn read_settings(&mut self, asked: Option<Language>, machine: Language) -> Result<(), StoreError> {
        let kept = self.store().settings()?;
        let scheduling = Scheduling::of_settings(&kept);
        let language = kept.get(KEY_LANGUAGE).and_then(|tag| Language::from_tag(tag));
        self.settings = Settings {
            language: asked.or(language).unwrap_or(machine),
            track: kept.get(KEY_TRACK).map(TrackId::new).or_else(|| self.office.track.clone()),
            minutes: kept.get(KEY_MINUTES).and_then(|text| text.parse().ok()).unwrap_or(DEFAULT_MINUTES),
            is_timed: kept.get(KEY_TIMED).is_none_or(|text| text != "no"),
            retention: scheduling.retention,
            is_fitted: scheduling.parameters() != Scheduling::default().parameters(),
            // The calendar is read next, and tells them.
            workdays: WorkPattern::default(),
        };
        let first = kept.get(KEY_FIRST_LESSONS).and_then(|ids| serde_json::from_str(ids).ok());
        self.first_lessons = first.unwrap_or_default();
        self.is_first_run = !kept.contains_key(KEY_WELCOMED);
        Ok(())
    }

    /// The terminal that the program is shown on: what is remembered of it is used, and what it cannot do is heeded.
    pub fn meet(&mut self, terminal: Terminal) {
        let Terminal { can_draw, is_colourless, .. } = terminal;
        self.look = Look { can_draw, is_colourless, ..self.machine.look(&terminal.name) };
        self.terminal = terminal;
    }

    /// The model that this record starts with.
    pub fn model(&self, surface: Surface) -> Model {
        let is_trial = self.store().is_trial().unwrap_or(false);
        let mut model =
            Model::new(surface, self.settings.clone(), self.look, self.storage(), is_trial, self.is_first_run);
        if let [first, more @ ..] = self.machine_faults() {
            model.notices.push(Notice::MachineFile(first.clone()));
            model.notices.extend((!more.is_empty()).then_some(Notice::MoreInMachineFile { count: more.len() }));
        }
        model.notices.extend(self.office.days_are_broken.then_some(Notice::OfficeDays));
        model
    }

    /// What is wrong with `settings.toml`.
    pub fn machine_faults(&self) -> &[MachineFileFault] {
        self.machine.faults()
    }

    pub fn now_ms(&self) -> i64 {
        self.clock.now().utc_ms
    }

    pub fn today(&self) -> Day {
        self.clock.now().day
    }

    /// The clock with the time of day as `12:41`.
    pub fn clock_now(&self) -> (crate::domain::moment::Moment, String) {
        let moment = self.clock.now();
        let time = format!("{:02}:{:02}", moment.minute_of_day / 60, moment.minute_of_day % 60);
        (moment, time)
    }

    pub fn store(&self) -> &Store {
        self.record.store()
    }

    /// For `doctor`: the record with the right to refold it.
    pub fn record_mut(&mut self) -> &mut Record {
        &mut self.record
    }

    pub fn storage(&self) -> Storage {
        self.record.storage()
    }

    /// The database file, as the learner is told.
    pub fn record_place(&self) -> String {
        self.record.file().display().to_string()
    }

    /// One message into the model, and everything that comes of it; the same for lines and screens.
    pub fn take(&mut self, model: &mut Model, message: Message) {
        let was_undo = message == Message::Undo;
        let effects = update(model, self.now_ms(), message);
        self.perform_all(model, effects);
        if was_undo && !model.notices.contains(&Notice::NothingToUndo) && model.session().is_some() {
            model.notices.push(Notice::Undone);
        }
    }

    /// Effects until none is left; each message they make may ask for more.
    pub fn perform_all(&mut self, model: &mut Model, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            for message in self.perform(effect) {
                waiting.extend(update(model, self.now_ms(), message));
            }
        }
    }

    /// What can wait until the learner sees what was asked for. Called when that has been shown, before the next key.
    pub fn tidy_up(&mut self) {
        if std::mem::take(&mut self.has_to_tidy_up) {
            self.record.fold();
            self.record.checkpoint();
            self.note_finished_courses();
        }
    }

    /// What planning found out with much asking is asked for once.
    fn note_finished_courses(&mut self) {
        let found = self.found_finished.take();
        let courses: Vec<_> = found.iter().filter_map(|id| self.library.marked_lessons(id)).collect();
        if !courses.is_empty() {
            self.record.note_finished_courses(&courses);
        }
    }

    /// Does what `update` asked for; what comes of it comes back as messages.
    pub fn perform(&mut self, effect: Effect) -> Vec<Message> {
        let storage_before = self.record.storage();
        // Whatever comes next stands on the answer before it; only tidying up can still wait.
        if effect != Effect::TidyUp {
            self.record.fold();
        }
        let mut messages = match self.try_perform(effect) {
            Ok(messages) => messages,
            // Reading failed: the record says so itself, and the learner stays where they are.
            Err(error) => {
                self.record.reading_failed(&error);
                Vec::new()
            }
        };
        let storage = self.record.storage();
        if storage != storage_before {
            messages.insert(0, Message::StorageChanged(storage));
        }
        messages
    }

    /// One more try to write what waits, before the program ends.
    pub fn settle_record(&mut self) -> Vec<Message> {
        let before = self.record.storage();
        self.record.try_again();
        let storage = self.record.storage();
        if storage == before { Vec::new() } else { vec![Message::StorageChanged(storage)] }
    }

    fn try_perform(&mut self, effect: Effect) -> Result<Vec<Message>, StoreError> {
        match effect {
            Effect::LoadHome => self.home(),
            Effect::StoreWelcome => {
                self.is_first_run = false;
                let day = self.today().iso();
                self.change(KEY_WELCOMED, day)
            }
            Effect::LoadEntry => self.load_entry(),
            Effect::KeepEntry(answers) => self.keep_entry(answers),
            Effect::SettleEntry { taken } => self.settle_entry(taken),
            Effect::LoadPractice => Ok(vec![Message::PracticeLoaded(self.practice()?)]),
            Effect::JudgePractice { content, response, confidence } => {
                Ok(vec![practice::judged(&content, response, confidence)])
            }
            Effect::StoreSetting(change) => self.store_setting(change),
            Effect::RememberWidth(width) => {
                // Nobody asked for it, so nobody is told: the terminal is asked again at the next start.
                self.machine.keep_width(&self.terminal.name, width);
                Ok(Vec::new())
            }
            Effect::StartSession { minutes } => self.start_session(minutes),
            Effect::ResumeSession(session) => self.session_opened(session, true),
            Effect::StartLesson(lesson) => self.start_lesson(&lesson),
            Effect::LoadStep { session, position } => self.load_step(session, position),
            Effect::StoreAnswer { session, position, response, confidence, ms } => {
                self.store_answer(Answering { session, position, response, confidence, ms })
            }
            Effect::StoreFollowUp { session, position, promise, answer, ms } => {
                self.store_follow_up(session, position, promise, &answer, ms)
            }
            Effect::StoreReading { session, position, ms, detail_opened } => {
                self.store_reading(session, position, ms, detail_opened)
            }
            Effect::StorePromise { session, position, cue, action, ms } => {
                self.store_promise(session, position, cue, &action, ms)
            }
            Effect::AskBeforehand { session, position } => self.ask_beforehand(session, position),
            Effect::FinishStep { session, position, ms } => self.finish_with(session, position, ms, Vec::new()),
            Effect::KeepDraft { session, position, text } => {
                self.keep_draft(session, position, text);
                Ok(Vec::new())
            }
            Effect::UndoAnswer(session) => self.undo_answer(session),
            Effect::LoadLibrary => Ok(vec![Message::LibraryLoaded(self.library_facts()?)]),
            Effect::LoadGlossary(language) => Ok(vec![Message::GlossaryLoaded(self.library.terms(language))]),
            Effect::LoadHealth => Ok(vec![Message::HealthLoaded(Box::new(self.health_facts()?))]),
            Effect::LoadFit => Ok(vec![Message::FitLoaded(self.fit_facts()?)]),
            Effect::BeginFit => self.begin_fit(),
            Effect::GoOnFitting => self.go_on_fitting(),
            Effect::DropFit => {
                self.fitting = None;
                Ok(Vec::new())
            }
            Effect::ResetFit => self.reset_fit(),
            Effect::LoadProgress => Ok(vec![Message::ProgressLoaded(Box::new(self.progress_facts()?))]),
            Effect::LoadStatistics(year) => self.statistics_of(year),
            Effect::StoreLeaveToday { is_leave } => {
                let today = self.today();
                if is_leave {
                    self.declare_leave(today, today)?
                } else {
                    self.withdraw_leave(today, today)?
                }
                Ok(Vec::new())
            }
            Effect::TidyUp => {
                self.has_to_tidy_up = true;
                Ok(Vec::new())
            }
        }
    }

    fn change(&mut self, key: &str, value: String) -> Result<Vec<Message>, StoreError> {
        self.append(vec![(None, Fact::SettingChanged(SettingChanged { key: key.to_owned(), value }))])?;
        Ok(Vec::new())
    }

    fn gathering(&self, minutes: u32) -> Gathering<'_> {
        Gathering {
            store: self.store(),
            library: &self.library,
            track: self.settings.track.as_ref(),
            first: &self.first_lessons,
            language: self.settings.language,
            pace: self.pace,
            calendar: &self.calendar,
            today: self.today(),
            minutes,
            found_finished: &self.found_finished,
            cards: Cards::default(),
        }
    }

    /// The same until something is stored, so that Home announces the sitting that `Enter` starts.
    fn seed(&self) -> Result<u64, StoreError> {
        let events = self.store().last_arrival()?;
        Ok(events.wrapping_mul(0x0100_0000_01B3) ^ u64::from(self.today().0.unsigned_abs()))
    }

    fn all_day_totals(&self) -> Result<BTreeMap<Day, DayTotal>, StoreError> {
        Ok(self.store().day_totals(Day(i32::MIN), Day(i32::MAX))?.into_iter().collect())
    }

    fn append(&mut self, facts: Vec<(Option<SessionId>, Fact)>) -> Result<(), StoreError> {
        let events = facts
            .into_iter()
            .map(|(session, fact)| NewEvent { id: self.new_event_id(), session, fact })
            .collect::<Vec<_>>();
        self.record.append(&self.clock.now(), events)
    }

    /// Keeps what somebody waits for, and leaves the tables to [`Engine::tidy_up`].
    fn append_ahead(&mut self, session: SessionId, facts: Vec<(EventId, Fact)>) -> Result<Vec<Event>, StoreError> {
        let events =
            facts.into_iter().map(|(id, fact)| NewEvent { id, session: Some(session), fact }).collect::<Vec<_>>();
        self.record.append_ahead(&self.clock.now(), events)
    }

    fn new_event_id(&self) -> EventId {
        EventId(self.new_id())
    }

    fn new_id(&self) -> [u8; 16] {
        record::new_id(self.now_ms())
    }
}

/// What the operating system calls the language of this account.
pub fn machine_locale() -> Option<String> {
    sys_locale::get_locale()
}

/// Where `settings.toml` says that the lessons of this machine are.
pub fn lessons_of_machine(data_dir: Option<&Path>) -> Option<PathBuf> {
    Machine::read(place::own_folder(data_dir).as_deref()).lessons
}
