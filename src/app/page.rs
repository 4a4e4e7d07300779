//! The model as rows: what each screen and each step says when it comes up, for lines and for screens alike. Reads
//! the model, changes nothing.

use crate::app::dialogue::answering::right_answer;
use crate::app::dialogue::browse::Browse;
use crate::app::dialogue::reply;
use crate::app::sheet::Sheet;
use crate::app::{
    AskContent, AskStage, CourseFacts, FirstRun, HomeFacts, Judgement, LibraryFacts, Model, ProgressFacts, ReadContent,
    Screen, Session, Setting, SettingOption, Step, Storage, TryContent, TryStage,
};
use crate::domain::catalogue::Title;
use crate::domain::document::Document;
use crate::domain::event::Phase;
use crate::domain::language::Language;
use crate::domain::question::{Answer, ClozePart, Confidence, Verdict};
use crate::i18n::say::Say;
use crate::i18n::setting::SettingSay;
use crate::layout::{Rendition, Tone};

/// Writes screens onto a sheet.
pub struct Page<'model, 'sheet> {
    pub model: &'model Model,
    pub sheet: &'sheet mut Sheet,
    /// Where the record is.
    pub place: &'model str,
}

impl Page<'_, '_> {
    fn language(&self) -> Language {
        self.model.settings.language
    }

    /// The name of a screen or a step; on a screen it stands by itself.
    fn title(&mut self, say: &Say) {
        self.sheet.title(&say.in_language(self.language()), self.language());
    }

    pub fn say(&mut self, say: &Say) {
        self.sheet.say(&say.in_language(self.language()), self.language())
    }

    /// A line that a number picks.
    fn choice(&mut self, number: usize, say: &Say) {
        let (text, language) = (say.in_language(self.language()), self.language());
        self.sheet.choice(number, |sheet| sheet.say_indented(&text, "", "  ", language));
    }

    fn numbered(&mut self, mark: &str, text: &str, language: Language) {
        let number = mark.parse().unwrap_or_default();
        self.sheet.choice(number, |sheet| sheet.say_indented(text, &format!("{mark} "), "  ", language));
    }

    /// What is true of the whole sitting and is said again on every screen.
    pub fn banner(&mut self) {
        if self.model.is_trial && self.sheet.rendition == Rendition::Lines {
            self.say(&Say::Trial);
        }
        match &self.model.storage {
            Storage::Kept => {}
            Storage::NotKept { place, cause } => self.say(&Say::NotKept { place: place.clone(), cause }),
            Storage::ReadOnly { place } => self.say(&Say::ReadOnly { place: place.clone() }),
            Storage::Waiting { events, place, cause, .. } => {
                self.say(&Say::Waiting { events: *events, place: place.clone(), cause })
            }
        }
    }

    /// The whole screen or step as it comes up.
    pub fn screen(&mut self, browse: &Browse) {
        self.sheet.blank();
        match self.model.screen() {
            Screen::FirstRun(FirstRun::Welcome) => self.welcome(),
            Screen::FirstRun(FirstRun::Role) => self.roles(),
            Screen::Home(Some(home)) => self.home(home),
            Screen::Session(session) => self.step(session),
            Screen::Library(Some(library)) => self.library(library, browse),
            Screen::Progress(Some(progress)) => self.progress(progress),
            Screen::Settings => self.settings(),
            Screen::Help => {
                self.title(&Say::HelpTitle);
                self.say(&Say::HelpLines)
            }
            Screen::Hidden => {
                // Enough empty lines to push everything off any window.
                for _ in 0..60 {
                    self.sheet.blank();
                }
                self.say(&Say::Working)
            }
            Screen::Home(None) | Screen::Library(None) | Screen::Progress(None) => {}
        }
    }

    fn welcome(&mut self) {
        self.banner();
        self.say(&Say::Welcome);
        self.say(&Say::PromisesAhead);
        self.say(&Say::PromisePlace { place: self.place.to_owned() });
        for promise in [Say::PromisePrivate, Say::PromiseShown, Say::PromiseNames, Say::PromiseLeave] {
            self.say(&promise);
        }
    }

    fn roles(&mut self) {
        self.say(&Say::RoleAsk);
        let titles: Vec<String> = tracks(self.model).iter().map(|(_, title)| title.clone()).collect();
        for (index, title) in titles.iter().enumerate() {
            self.numbered(&(index + 1).to_string(), title, self.language());
        }
    }

    fn home(&mut self, home: &HomeFacts) {
        self.banner();
        self.title(&Say::HomeTitle { today: home.today, minutes: home.preview.minutes });
        if home.is_return {
            self.say(&Say::WelcomeBack);
        }
        if home.streak.length > 0 {
            self.say(&Say::StreakLine { length: home.streak.length, spare: home.streak.spare });
        } else if let Some(length) = home.streak.put_aside {
            self.say(&Say::StreakAside { length });
        }
        let preview = &home.preview;
        match &home.resume {
            Some(resume) => self.say(&Say::ResumeHolds { steps: resume.steps_left, seconds: resume.seconds_left }),
            None if home.is_done() => {
                self.say(&Say::HoldsNothing);
                if let Some(day) = home.next_due {
                    self.say(&Say::NextReview { day });
                }
            }
            None => self.say(&Say::Holds {
                follow_up: preview.follow_up,
                reviews: preview.reviews,
                lessons: preview.lessons.iter().map(ToString::to_string).collect(),
                seconds: preview.seconds,
            }),
        }
        if let Some((sentence, day)) = home.promise.as_ref().filter(|_| !preview.follow_up) {
            self.say(&Say::OpenPromise { sentence: sentence.clone(), day: *day });
        }
        if home.tell_unset_values {
            self.say(&Say::UnsetValues);
        }
    }

    fn step(&mut self, session: &Session) {
        match &session.step {
            Step::Loading => {}
            Step::FollowUp(content) => {
                self.title(&Say::FollowUpTitle);
                self.say(&Say::ReadBack { sentence: content.sentence.clone() });
                self.say(&Say::FollowUpMade { day: content.made_day });
                self.sheet.gap();
                for (number, answer) in [(1, Say::DidIt), (2, Say::NoOccasion), (3, Say::NotYet), (0, Say::DoNotAsk)] {
                    self.choice(number, &answer);
                }
            }
            Step::Ask { content, stage: AskStage::Judged(judgement) } => self.judgement(content, judgement),
            Step::Ask { content, stage } => self.question(session, content, matches!(stage, AskStage::Thinking)),
            Step::Read { content, detail_is_open } => self.lesson(content, *detail_is_open),
            Step::TryThis { content, stage } => self.try_this(content, stage),
            Step::Close(facts) => {
                self.banner();
                self.title(&Say::CloseTitle);
                self.say(&Say::CloseFigures { answers: facts.answers, right: facts.right, seconds: facts.seconds });
                self.say(&Say::CloseStreak { length: facts.streak.length, spare: facts.streak.spare });
                self.say(&Say::CloseNext { day: facts.next_day })
            }
        }
    }

    fn question(&mut self, session: &Session, content: &AskContent, is_thinking: bool) {
        let (number, of) = session.question_number();
        let review = matches!(content.phase, Phase::Review);
        self.title(&Say::QuestionTitle { number, of, review, title: content.lesson_title.to_string() });
        if content.language != self.language() {
            self.say(&Say::ShownInOtherLanguage);
        }
        self.sheet.rich(&content.question.stem, "", "", content.language);
        self.sheet.blocks(&content.question.body, content.language);
        if !is_thinking {
            self.options(content);
        }
    }

    /// What there is to pick from; again after the learner has thought.
    pub fn options(&mut self, content: &AskContent) {
        let language = content.language;
        self.sheet.gap();
        match &content.question.answer {
            Answer::One(choices) | Answer::All(choices) | Answer::Case(choices) => {
                for (shown, written) in content.order.iter().enumerate() {
                    let mark = format!("{} ", shown + 1);
                    self.sheet.choice(shown + 1, |sheet| sheet.rich(&choices[*written].text, &mark, "  ", language));
                }
            }
            Answer::TrueFalse { .. } => {
                for (mark, say) in [("1", Say::TrueOption), ("2", Say::FalseOption)] {
                    self.numbered(mark, &say.in_language(language), language);
                }
            }
            Answer::Order(items) => {
                for (shown, written) in content.order.iter().enumerate() {
                    self.sheet.rich(&items[*written], &format!("{} ", shown + 1), "  ", language);
                }
            }
            Answer::Match { left_heading, right_heading, lefts, rights } => {
                self.sheet.rich(left_heading, "", "", language);
                for (place, left) in lefts.iter().enumerate() {
                    self.sheet.rich(left, &format!("{} ", place + 1), "  ", language);
                }
                self.sheet.rich(right_heading, "", "", language);
                for (shown, written) in content.order.iter().enumerate() {
                    self.sheet.rich(&rights[*written], &format!("{} ", reply::letter(shown)), "  ", language);
                }
            }
            Answer::Cloze { parts, .. } => {
                let text: String = parts
                    .iter()
                    .map(|part| match part {
                        ClozePart::Text(text) => text.to_string(),
                        ClozePart::Blank(place) => format!("[{}]", place + 1),
                    })
                    .collect();
                self.sheet.say(&text, language);
            }
            Answer::Number { .. } | Answer::Typed { .. } | Answer::Write { .. } => {}
        }
    }

    /// 記述: the model answer and what a good one holds.
    pub fn model_answer(&mut self, content: &AskContent) {
        let Answer::Write { model, checklist } = &content.question.answer else { return };
        self.sheet.blocks(model, content.language);
        self.say(&Say::ChecksIntro);
        for (place, point) in checklist.iter().enumerate() {
            self.sheet.rich(point, &format!("{} ", place + 1), "  ", content.language);
        }
    }

    /// Right and sure is one line; anything else at most four.
    fn judgement(&mut self, content: &AskContent, judgement: &Judgement) {
        if self.model.storage != Storage::Kept && !matches!(self.model.storage, Storage::NotKept { .. }) {
            self.banner();
        }
        let comes_back = match (judgement.again_today, judgement.due) {
            (true, day) => Some(Say::ComesBackToday { day }),
            (false, Some(day)) => Some(Say::ComesBack { day }),
            (false, None) => None,
        };
        let language = self.language();
        let told = |say: &Say| say.in_language(language);
        if judgement.verdict == Verdict::Right && judgement.confidence == Confidence::Sure {
            let separator = if language == Language::English { " " } else { "" };
            let line: Vec<String> = [Some(Say::Right), comes_back].iter().flatten().map(told).collect();
            self.sheet.say_as(&line.join(separator), Tone::Correct, language);
            return;
        }
        match judgement.verdict {
            Verdict::Right => self.sheet.say_as(&told(&Say::RightUnsure), Tone::Correct, language),
            Verdict::Wrong => {
                for right in right_answer(content, language) {
                    self.sheet.say_as(&told(&right), Tone::Wrong, language);
                }
                self.right_choices(content);
                self.missed_checks(content, judgement);
            }
        }
        for feedback in judgement.feedback.to_response.iter().take(2) {
            self.sheet.rich(feedback, "", "", content.language);
        }
        if let Some(explanation) = &judgement.feedback.explanation {
            self.say(&Say::Explanation { text: explanation.clone() });
        }
        if let Some(say) = comes_back {
            self.say(&say);
        }
    }

    /// A number alone would have to be looked up, or remembered by those who listen.
    fn right_choices(&mut self, content: &AskContent) {
        let choices = content.question.answer.choices();
        for (shown, written) in content.order.iter().enumerate() {
            if let Some(choice) = choices.get(*written).filter(|choice| choice.is_right) {
                self.sheet.rich(&choice.text, &format!("{} ", shown + 1), "  ", content.language);
            }
        }
    }

    fn missed_checks(&mut self, content: &AskContent, judgement: &Judgement) {
        let (Answer::Write { checklist, .. }, crate::domain::question::Response::Checks { met, .. }) =
            (&content.question.answer, &judgement.response)
        else {
            return;
        };
        self.say(&Say::ChecksLeft { count: checklist.len().saturating_sub(met.len()) })
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
                for (place, (cue, _)) in content.cues.iter().enumerate() {
                    self.sheet.choice(place + 1, |sheet| {
                        sheet.rich(cue, &format!("{} ", place + 1), "  ", content.language);
                    });
                }
            }
            TryStage::Action { cue } => {
                let Some((when, actions)) = content.cues.get(*cue) else { return };
                self.say(&Say::ActionAsk { cue: when.plain() });
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
                self.say(&Say::ReadBack { sentence });
                self.say(&Say::AskedOn { day: content.ask_day })
            }
            TryStage::Storing => {}
        }
    }

    fn library(&mut self, library: &LibraryFacts, browse: &Browse) {
        self.title(&Say::LibraryTitle);
        match browse {
            Browse::Courses => self.courses(library),
            Browse::Lessons { lessons, .. } => {
                let known = library.courses.iter().flat_map(|course| &course.lessons);
                let known: Vec<_> =
                    lessons.iter().filter_map(|id| known.clone().find(|lesson| lesson.id == *id)).collect();
                for (index, lesson) in known.iter().enumerate() {
                    let number = index + 1;
                    self.choice(
                        number,
                        &Say::LessonLine {
                            number,
                            title: lesson.title.to_string(),
                            minutes: lesson.minutes,
                            done: lesson.is_done,
                        },
                    );
                }
            }
        }
    }

    fn courses(&mut self, library: &LibraryFacts) {
        let (own, other) = sorted_courses(library);
        if own.is_empty() && other.is_empty() {
            self.say(&Say::LibraryEmpty);
            return;
        }
        for (index, course) in own.iter().enumerate() {
            self.course(index + 1, course);
        }
        if !other.is_empty() && !own.is_empty() {
            self.say(&Say::OtherCourses);
        }
        for (index, course) in other.iter().enumerate() {
            self.course(own.len() + index + 1, course);
        }
        if !library.worksheets.is_empty() {
            let titles = library.worksheets.iter().map(ToString::to_string).collect();
            self.say(&Say::Worksheets { titles });
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
        if course.first.is_empty() {
            return;
        }
        self.say(&Say::TakeFirst { titles: course.first.iter().map(ToString::to_string).collect() })
    }

    fn progress(&mut self, progress: &ProgressFacts) {
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

    fn settings(&mut self) {
        self.title(&Say::SettingsTitle);
        for (index, setting) in Setting::ALL.into_iter().enumerate() {
            self.choice(index + 1, &Say::Setting(setting.row(index + 1, self.model)));
        }
        self.sheet.gap();
        let first = Setting::ALL.iter().take_while(|setting| !setting.is_of_machine()).count() + 1;
        self.say(&Say::Setting(SettingSay::OfThisMachine { first, last: Setting::ALL.len() }));
        self.say(&Say::DataPlace { place: self.place.to_owned() })
    }

    /// One setting with the values that it can take.
    pub fn setting(&mut self, setting: Setting) {
        self.sheet.blank();
        self.title(&Say::Setting(SettingSay::Title(setting.name())));
        for (index, SettingOption { value, stands, .. }) in setting.options(self.model).into_iter().enumerate() {
            let number = index + 1;
            self.choice(number, &Say::Setting(SettingSay::Option { number, value, stands }));
        }
    }

    /// The question's hint, or that there is none.
    pub fn hint(&mut self, content: &AskContent) {
        let text = Document::plain(&content.question.hint);
        let text = text.trim().replace('\n', " ");
        self.say(&if text.is_empty() { Say::NoHint } else { Say::Hint { text } })
    }
}

/// The roles with their titles, in the learner's language.
pub fn tracks(model: &Model) -> Vec<(crate::domain::id::TrackId, String)> {
    let Some(Screen::Home(Some(home))) = model.screens.first() else { return Vec::new() };
    let title = |title: &Title, id: &str| {
        title.in_language(model.settings.language).map_or_else(|| id.to_owned(), ToString::to_string)
    };
    home.tracks.iter().map(|(id, name)| (id.clone(), title(name, id.as_str()))).collect()
}

/// The courses of the learner's role first, then the others.
pub fn sorted_courses(library: &LibraryFacts) -> (Vec<&CourseFacts>, Vec<&CourseFacts>) {
    let own = library.tracks.iter().find(|track| track.is_own);
    let own: Vec<&CourseFacts> = match own {
        Some(track) => {
            track.courses.iter().filter_map(|id| library.courses.iter().find(|course| course.id == *id)).collect()
        }
        None => library.courses.iter().collect(),
    };
    let other = library.courses.iter().filter(|course| !own.iter().any(|mine| mine.id == course.id)).collect();
    (own, other)
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
