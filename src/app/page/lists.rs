//! Lists to look at and to pick from: the library, progress, settings.

use crate::app::dialogue::browse::Browse;
use crate::app::field::Field;
use crate::app::page::Page;
use crate::app::{CourseFacts, HealthFacts, LibraryFacts, ProgressFacts, Screen, Setting, SettingOption, Shelf};
use crate::domain::calendar::{DayKind, DayOff};
use crate::domain::id::LessonId;
use crate::i18n::fit::FitSay;
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;

impl Page<'_, '_> {
    pub(super) fn library(&mut self, library: &LibraryFacts, browse: &Browse) {
        self.title(&Say::LibraryTitle { shelf: shelf_title(library, browse) });
        if library.courses.is_empty() {
            self.say(&Say::LibraryEmpty);
            return;
        }
        match browse {
            Browse::Tracks => {
                for (index, track) in library.tracks.iter().enumerate() {
                    self.numbered(&(index + 1).to_string(), &track.title, self.language());
                }
                let number = library.tracks.len() + 1;
                self.choice(number, &Say::AllCourses { number });
            }
            Browse::Courses(shelf) => {
                let courses = library.on(shelf);
                for (index, course) in courses.iter().enumerate() {
                    self.course(index + 1, course);
                }
                if browse.offers_tracks(library) {
                    let number = courses.len() + 1;
                    self.choice(number, &Say::OtherCourses { number });
                }
            }
            Browse::Lessons { shelf, course } => {
                if let Some(course) = library.on(shelf).get(*course) {
                    self.take_first(course);
                }
                self.lessons(library, &browse.lessons(library));
            }
            Browse::Found { lessons } => self.lessons(library, lessons),
        }
    }

    /// The lessons that the words being typed find, with the words.
    pub fn search(&mut self, field: &Field) {
        let Screen::Library(Some(library)) = self.model.screen() else { return };
        self.sheet.clear();
        self.title(&Say::LibraryTitle { shelf: None });
        self.field(&Say::SearchPrompt, field);
        self.sheet.gap();
        match Browse::found(library, field.text()) {
            Some(found) => self.lessons(library, &found.lessons(library)),
            None if field.text().trim().is_empty() => {}
            None => self.say(&Say::NoLessonFound { text: field.text().trim().to_owned() }),
        }
    }

    /// Lessons with their numbers; what a search finds while it is typed is shown the same way.
    fn lessons(&mut self, library: &LibraryFacts, lessons: &[LessonId]) {
        let known = library.courses.iter().flat_map(|course| &course.lessons);
        let known: Vec<_> = lessons.iter().filter_map(|id| known.clone().find(|lesson| lesson.id == *id)).collect();
        for (index, lesson) in known.iter().enumerate() {
            let number = index + 1;
            let title = lesson.title.to_string();
            self.choice(number, &Say::LessonLine { number, title, minutes: lesson.minutes, done: lesson.done });
        }
    }

    fn course(&mut self, number: usize, course: &CourseFacts) {
        self.choice(
            number,
            &Say::CourseLine {
                number,
                code: course.code.as_ref().map(ToString::to_string).unwrap_or_default(),
                title: course.title.to_string(),
                done: course.lessons.iter().filter(|lesson| lesson.done.is_some()).count(),
                of: course.lessons.len(),
            },
        );
        self.take_first(course);
    }

    fn take_first(&mut self, course: &CourseFacts) {
        if !course.first.is_empty() {
            let titles = course.first.iter().map(ToString::to_string).collect();
            let (text, language) = (Say::TakeFirst { titles }.in_language(self.language()), self.language());
            self.sheet.say_indented(&text, "  ", "    ", language);
        }
    }

    pub(super) fn progress(&mut self, progress: &ProgressFacts) {
        self.title(&Say::ProgressTitle);
        if let DayKind::Off(reason) = progress.kind
            && reason != DayOff::Weekend
        {
            self.say(&Say::OffToday { reason });
        }
        self.say(&Say::StreakLine { length: progress.streak.length, spare: progress.streak.spare });
        self.say(&Say::DaysStudied { days: progress.days_studied });
        self.say(&Say::ThisWeek { days: progress.week, minutes: progress.week_ms.div_ceil(60_000) });
        self.sheet.gap();
        self.say(&Say::Answers { answers: progress.answers, right: progress.right });
        self.sheet.gap();
        for (title, done, of) in &progress.courses {
            self.say(&Say::CourseProgress { title: title.to_string(), done: *done, of: *of });
        }
        self.sheet.gap();
        self.say(&Say::Promises { made: progress.promises_made, kept: progress.promises_kept });
        if !progress.last_days.is_empty() {
            self.sheet.gap();
            self.say(&Say::LastDays);
        }
        let language = self.language();
        for day in &progress.last_days {
            self.sheet.say_indented(&Say::LastDay(*day).in_language(language), "  ", "    ", language);
        }
    }

    pub(super) fn settings(&mut self) {
        self.title(&Say::SettingsTitle);
        for (index, setting) in Setting::ALL.into_iter().enumerate() {
            self.choice(index + 1, &Say::Setting(setting.row(index + 1, self.model)));
        }
        let number = Setting::ALL.len() + 1;
        self.choice(number, &Say::HealthRow { number });
        self.sheet.gap();
        let first = Setting::ALL.iter().take_while(|setting| !setting.is_of_machine()).count() + 1;
        self.say(&Say::Setting(SettingSay::OfThisMachine { first, last: Setting::ALL.len() }));
        self.say(&Say::DataPlace { place: self.place.to_owned() })
    }

    /// 動作確認.
    pub(super) fn health(&mut self, health: &HealthFacts) {
        self.title(&Say::HealthTitle);
        let language = self.language();
        for part in [health.record(language), health.surroundings()] {
            for line in part {
                self.sheet.say(&line.in_language(language), language);
            }
            self.sheet.gap();
        }
    }

    /// One setting with the values that it can take.
    pub fn setting(&mut self, setting: Setting) {
        self.sheet.blank();
        self.title(&Say::Setting(SettingSay::Title(setting)));
        // Where few rows are seen at a time, the values stand together and the note behind them.
        let is_low = self.sheet.is_low;
        if !is_low {
            self.note(setting);
        }
        for (index, SettingOption { value, stands, .. }) in setting.options(self.model).into_iter().enumerate() {
            let number = index + 1;
            self.choice(number, &Say::Setting(SettingSay::Option { number, value, stands }));
        }
        if setting.leads_to_fit() {
            let number = setting.options(self.model).len() + 1;
            let is_own = self.model.settings.is_fitted;
            self.choice(number, &Say::Fit(FitSay::Row { number, is_own }));
        }
        if is_low {
            self.sheet.gap();
            self.note(setting);
        }
    }

    fn note(&mut self, setting: Setting) {
        let language = self.language();
        if let Some(note) = setting.note(language) {
            self.sheet.say(note, language);
            self.sheet.gap();
        }
    }
}

/// Where in the library this is: the role or the course.
fn shelf_title(library: &LibraryFacts, browse: &Browse) -> Option<String> {
    match browse {
        Browse::Courses(Shelf::Own) => {
            library.tracks.iter().find(|track| track.is_own).map(|own| own.title.to_string())
        }
        Browse::Courses(Shelf::Track(id)) => {
            library.tracks.iter().find(|track| track.id == *id).map(|track| track.title.to_string())
        }
        Browse::Lessons { shelf, course } => library.on(shelf).get(*course).map(|course| course.title.to_string()),
        Browse::Courses(Shelf::All) | Browse::Tracks | Browse::Found { .. } => None,
    }
}
