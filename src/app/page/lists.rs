//! Lists to look at and to pick from: the library, progress, settings.

use crate::app::dialogue::browse::{Browse, Setting};
use crate::app::field::Field;
use crate::app::page::{Page, tracks};
use crate::app::{CourseFacts, LibraryFacts, MINUTES, ProgressFacts, Screen, Shelf};
use crate::domain::id::LessonId;
use crate::domain::language::Language;
use crate::i18n::say::Say;

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
                if !library.worksheets.is_empty() {
                    let titles = library.worksheets.iter().map(ToString::to_string).collect();
                    self.sheet.gap();
                    self.say(&Say::Worksheets { titles });
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
        if let Some(Browse::Found { lessons }) = Browse::found(library, field.text()) {
            self.lessons(library, &lessons);
        }
    }

    /// Lessons with their numbers; what a search finds while it is typed is shown the same way.
    fn lessons(&mut self, library: &LibraryFacts, lessons: &[LessonId]) {
        let known = library.courses.iter().flat_map(|course| &course.lessons);
        let known: Vec<_> = lessons.iter().filter_map(|id| known.clone().find(|lesson| lesson.id == *id)).collect();
        for (index, lesson) in known.iter().enumerate() {
            let number = index + 1;
            let title = lesson.title.to_string();
            self.choice(number, &Say::LessonLine { number, title, minutes: lesson.minutes, done: lesson.is_done });
        }
    }

    fn course(&mut self, number: usize, course: &CourseFacts) {
        self.choice(
            number,
            &Say::CourseLine {
                number,
                code: course.code.as_ref().map(ToString::to_string).unwrap_or_default(),
                title: course.title.to_string(),
                done: course.lessons.iter().filter(|lesson| lesson.is_done).count(),
                of: course.lessons.len(),
            },
        );
        self.take_first(course);
    }

    fn take_first(&mut self, course: &CourseFacts) {
        if !course.first.is_empty() {
            self.say(&Say::TakeFirst { titles: course.first.iter().map(ToString::to_string).collect() });
        }
    }

    pub(super) fn progress(&mut self, progress: &ProgressFacts) {
        self.title(&Say::ProgressTitle);
        self.say(&Say::StreakLine { length: progress.streak.length, spare: progress.streak.spare });
        self.say(&Say::DaysStudied { days: progress.days_studied });
        self.say(&Say::ThisWeek { days: progress.week, minutes: progress.week_ms.div_ceil(60_000) });
        self.say(&Say::Answers { answers: progress.answers, right: progress.right });
        for (title, done, of) in &progress.courses {
            self.say(&Say::CourseProgress { title: title.to_string(), done: *done, of: *of });
        }
        self.say(&Say::Promises { made: progress.promises_made, kept: progress.promises_kept })
    }

    pub(super) fn settings(&mut self) {
        let settings = &self.model.settings;
        let track = tracks(self.model).into_iter().find(|(id, _)| Some(id) == settings.track.as_ref());
        self.title(&Say::SettingsTitle);
        self.choice(1, &Say::SettingMinutes { minutes: settings.minutes });
        self.choice(2, &Say::SettingTrack { title: track.map(|(_, title)| title).unwrap_or_default() });
        self.choice(3, &Say::SettingLanguage);
        self.choice(4, &Say::SettingTimed(settings.is_timed));
        self.say(&Say::DataPlace { place: self.place.to_owned() })
    }

    /// A setting with its values, one of which is picked.
    pub fn setting_screen(&mut self, setting: Setting) {
        self.title(&match setting {
            Setting::Minutes => Say::MinutesTitle,
            Setting::Track => Say::TrackTitle,
            Setting::Language => Say::LanguageTitle,
        });
        self.setting(setting);
    }

    /// The values that a setting can have, in lines as far as the prompt does not name them.
    pub fn setting(&mut self, setting: Setting) {
        self.sheet.gap();
        match setting {
            Setting::Minutes if self.is_screen() => {
                for minutes in MINUTES {
                    let number = minutes as usize;
                    self.choice(number, &Say::MinutesOption { minutes });
                }
            }
            Setting::Language if self.is_screen() => {
                for (index, language) in Language::ALL.into_iter().enumerate() {
                    let number = index + 1;
                    self.choice(number, &Say::SettingOption { number, title: language.own_name().to_owned() });
                }
            }
            Setting::Minutes | Setting::Language => {}
            Setting::Track => {
                for (index, (_, title)) in tracks(self.model).iter().enumerate() {
                    let number = index + 1;
                    self.choice(number, &Say::SettingOption { number, title: title.clone() });
                }
            }
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
