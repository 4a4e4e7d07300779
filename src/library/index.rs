//! What is known of every lesson without opening its file, kept in `library.cache`. A start reads the few rows that its
//! first screen needs, however large the library is; a lesson's own file is opened when the lesson is shown.
//!
//! No method fails: rows that cannot be read are thrown away and made again from the lessons. What a file says is always
//! read from the file, so an edit that leaves size and time as they were is unknown to lists and plans until either
//! changes, and is still shown as it stands.

mod cache;
mod check;
mod rows;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::content::FileContent;
use crate::content::identity::fingerprint;
use crate::domain::card::LessonCard;
use crate::domain::catalogue::{Course, Track};
use crate::domain::day::Day;
use crate::domain::glossary::Term;
use crate::domain::id::{CourseId, CourseMark, LessonId, QuestionId, TrackId};
use crate::domain::language::Language;
use crate::domain::lesson::Skill;
use crate::library::index::check::LastLook;
use crate::library::index::rows::Head;
use crate::library::sources::{Sources, TextPlace};
use crate::library::{Origin, ShownLesson, Sought};
use crate::text::SafeText;

/// A folder of at most so many files is looked over before anything is shown, so that an author who edits and starts
/// sees the edit at once; a larger one meanwhile, by a thread of its own.
const LOOKED_OVER_AT_ONCE: usize = 200;
/// Until then a larger one is left alone.
const AFTER_THE_FIRST_FRAME: Duration = Duration::from_millis(50);
/// Lessons kept as they were read. What a learner answers is judged by the text that was shown.
const LESSONS_KEPT: usize = 16;

pub struct Index {
    sources: Sources,
    origin: Origin,
    /// What there is to mend beside the lessons: in `office.toml`, or in a folder that gave none.
    other_findings: usize,
    rows: RefCell<Rows>,
    kept: RefCell<Vec<Rc<ShownLesson>>>,
    /// The glossary that was asked for last, with its language.
    kept_terms: RefCell<Option<(Language, Rc<Vec<Term>>)>>,
}

/// The cache, and which of the libraries in it this is.
struct Rows {
    connection: Connection,
    /// Nowhere once it is in memory.
    file: Option<PathBuf>,
    library: i64,
    head: Rc<Head>,
    /// A thread that looks the folder over.
    look: Option<JoinHandle<()>>,
}

/// One line of a list of lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonLine {
    pub title: SafeText,
    pub language: Language,
    pub minutes: Option<u32>,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub lessons: usize,
    pub questions: usize,
    pub worksheets: usize,
}

impl Index {
    /// The library that was sought. `cache` is a file that may be made, changed and thrown away.
    pub fn open(sought: Sought, cache: Option<&Path>, today: Day) -> Index {
        let Sought { office, folder, diagnostics } = sought;
        let mut other_findings = diagnostics.len();
        if let Some(folder) = folder {
            let sources = Sources { folder: Some(folder.clone()), office: office.clone() };
            if folder.is_dir() {
                let mut index = Index::over(sources, Origin::Folder(folder.clone()), cache, today);
                index.other_findings = other_findings;
                if index.head().has_lessons {
                    return index;
                }
                other_findings = index.findings();
            } else {
                // Why it cannot be entered.
                other_findings += 1;
            }
            let sources = Sources { folder: None, office };
            let mut index = Index::over(sources, Origin::BuiltInInsteadOf(folder), cache, today);
            index.other_findings = other_findings;
            return index;
        }
        let mut index = Index::over(Sources { folder: None, office }, Origin::BuiltIn, cache, today);
        index.other_findings = other_findings;
        index
    }

    fn over(sources: Sources, origin: Origin, cache: Option<&Path>, today: Day) -> Index {
        let rows = RefCell::new(Rows::enter(&sources, cache, today));
        Index { sources, origin, other_findings: 0, rows, kept: RefCell::default(), kept_terms: RefCell::default() }
    }

    /// Waits until the folder is looked over.
    pub fn settle(&mut self) {
        self.rows.borrow_mut().join();
    }

    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Asks several things of one state of the rows; no lock is taken and given back between them. Questions that are
    /// together already stay so.
    pub fn together<T>(&self, questions: impl FnOnce() -> T) -> T {
        if !self.rows.borrow().connection.is_autocommit() {
            return questions();
        }
        // Without it each question is asked by itself, and what cannot be read is mended there.
        drop(self.rows.borrow().connection.execute_batch("begin"));
        let answers = questions();
        let rows = self.rows.borrow();
        if !rows.connection.is_autocommit() {
            drop(rows.connection.execute_batch("rollback"));
        }
        answers
    }

    /// What is known of a lesson in this language, else in the other one.
    pub fn card(&self, id: &LessonId, language: Language) -> Option<LessonCard> {
        let cards: Vec<LessonCard> = self.ask(|connection, library| {
            connection
                .prepare_cached(&format!(
                    "select {} from text where library = ?1 and kind = 'lesson' and id = ?2
                     order by is_built_in, path",
                    rows::CARD_COLUMNS
                ))?
                .query_map(params![library, id.as_str()], rows::card)?
                .collect()
        });
        in_language(cards, language, |card| card.language)
    }

    /// The questions of a lesson that a sitting may ask, as its card in this language says, without the rest of the card.
    pub fn askable(&self, id: &LessonId, language: Language) -> Vec<QuestionId> {
        let askable: Vec<(Language, Vec<QuestionId>)> = self.ask(|connection, library| {
            connection
                .prepare_cached(
                    "select language, askable from text where library = ?1 and kind = 'lesson' and id = ?2
                     order by is_built_in, path",
                )?
                .query_map(params![library, id.as_str()], |row| {
                    Ok((rows::language(row, 0)?, rows::questions(row, 1)?))
                })?
                .collect()
        });
        in_language(askable, language, |(language, _)| *language).map(|(_, askable)| askable).unwrap_or_default()
    }

    /// The lesson itself in this language, else in the other one, read from its file; `None` when it is not there, or
    /// is another one by now. One that is kept is not looked for again.
    pub fn lesson(&self, id: &LessonId, language: Language) -> Option<Rc<ShownLesson>> {
        let is_kept = |lesson: &&Rc<ShownLesson>, language| lesson.id == *id && lesson.language == language;
        if let Some(lesson) = self.kept.borrow().iter().find(|lesson| is_kept(lesson, language)) {
            return Some(Rc::clone(lesson));
        }
        let places: Vec<(Language, TextPlace)> = self.ask(|connection, library| {
            connection
                .prepare_cached(
                    "select language, is_built_in, path from text
                     where library = ?1 and kind = 'lesson' and id = ?2 order by is_built_in, path",
                )?
                .query_map(params![library, id.as_str()], |row| {
                    Ok((rows::language(row, 0)?, TextPlace { is_built_in: row.get(1)?, path: row.get(2)? }))
                })?
                .collect()
        });
        let (language, place) = in_language(places, language, |(language, _)| *language)?;
        let mut kept = self.kept.borrow_mut();
        if let Some(lesson) = kept.iter().find(|lesson| is_kept(lesson, language)) {
            return Some(Rc::clone(lesson));
        }
        let text = self.sources.text(&place);
        let fingerprint = text.as_ref().map(|text| fingerprint(text.as_bytes())).unwrap_or_default();
        let Some(FileContent::Lesson(lesson)) = self.sources.understand(&place, text).0 else { return None };
        let lesson = Rc::new(ShownLesson { lesson: *lesson, fingerprint });
        let lesson = Some(lesson).filter(|lesson| lesson.id == *id)?;
        if kept.len() == LESSONS_KEPT {
            kept.remove(0);
        }
        kept.push(Rc::clone(&lesson));
        Some(lesson)
    }

    pub fn tracks(&self) -> Vec<Track> {
        self.head().tracks.clone()
    }

    /// The courses of a track in order; every course when the track is unknown.
    pub fn courses_of_track(&self, track: Option<&TrackId>) -> Vec<CourseId> {
        let head = self.head();
        let known = head.tracks.iter().find(|known| Some(&known.id) == track);
        known.map_or_else(|| self.course_ids(), |track| track.courses.clone())
    }

    /// Every course in order.
    pub fn course_ids(&self) -> Vec<CourseId> {
        self.ask(|connection, library| {
            connection
                .prepare_cached("select id from course where library = ?1 order by place")?
                .query_map([library], |row| row.get(0).map(CourseId))?
                .collect()
        })
    }

    /// The courses of a track in order, each with the mark of its lessons.
    pub fn marked_courses(&self, track: Option<&TrackId>) -> Vec<(CourseId, CourseMark)> {
        let all: Vec<(CourseId, CourseMark)> = self.ask(|connection, library| {
            connection
                .prepare_cached("select id, mark from course where library = ?1 order by place")?
                .query_map([library], |row| Ok((CourseId(row.get(0)?), rows::mark(row, 1)?)))?
                .collect()
        });
        let head = self.head();
        let Some(track) = head.tracks.iter().find(|known| Some(&known.id) == track) else { return all };
        let marks: BTreeMap<CourseId, CourseMark> = all.into_iter().collect();
        track.courses.iter().filter_map(|id| Some((id.clone(), *marks.get(id)?))).collect()
    }

    /// A course with those of its lessons that are there.
    pub fn course(&self, id: &CourseId) -> Option<Course> {
        self.ask(|connection, library| {
            connection
                .prepare_cached("select id, course from course where library = ?1 and id = ?2")?
                .query_row(params![library, id.as_str()], rows::course)
                .optional()
        })
    }

    /// The lessons of a course, with their mark.
    pub fn marked_lessons(&self, id: &CourseId) -> Option<(CourseMark, Vec<LessonId>)> {
        self.ask(|connection, library| {
            connection
                .prepare_cached("select id, course, mark from course where library = ?1 and id = ?2")?
                .query_row(params![library, id.as_str()], |row| Ok((rows::mark(row, 2)?, rows::course(row)?.lessons)))
                .optional()
        })
    }

    /// Every lesson as a list shows it, in this language where there is one.
    pub fn lines(&self, language: Language) -> BTreeMap<LessonId, LessonLine> {
        self.ask(|connection, library| {
            let mut lines: BTreeMap<LessonId, LessonLine> = BTreeMap::new();
            let mut statement = connection.prepare_cached(
                "select id, title, language, minutes from text where library = ?1 and kind = 'lesson'
                 order by id, is_built_in, path",
            )?;
            let mut found = statement.query([library])?;
            while let Some(row) = found.next()? {
                let line =
                    LessonLine { title: rows::title(row, 1)?, language: rows::language(row, 2)?, minutes: row.get(3)? };
                let id = LessonId(row.get(0)?);
                match lines.get_mut(&id) {
                    Some(known) if known.language != language && line.language == language => *known = line,
                    Some(_) => {}
                    None => drop(lines.insert(id, line)),
                }
            }
            Ok(lines)
        })
    }

    /// The skill that each of these lessons names, as asked; one row is looked up for each of them.
    pub fn skills(&self, lessons: &[LessonId]) -> Vec<Option<Skill>> {
        self.ask(|connection, library| {
            // Of several texts with one id the first stands.
            let mut statement = connection.prepare_cached(
                "select skill from text where library = ?1 and kind = 'lesson' and id = ?2 and skill is not null
                 order by is_built_in, path limit 1",
            )?;
            let mut skill = |lesson: &LessonId| {
                let code = |row: &Row<'_>| Ok(Skill::from_code(row.get_ref(0)?.as_str()?));
                Ok(statement.query_row(params![library, lesson.as_str()], code).optional()?.flatten())
            };
            lessons.iter().map(&mut skill).collect()
        })
    }

    /// Questions whose meaning changed since they were first written, with their revision.
    pub fn revised(&self) -> Vec<(LessonId, QuestionId, u32)> {
        self.head().revised.clone()
    }

    /// Whether a lesson speaks of something that the office has not set.
    pub fn has_unset_values(&self) -> bool {
        self.head().has_unset_values
    }

    /// The titles of the worksheets, in this language where there is one.
    pub fn worksheets(&self, language: Language) -> Vec<SafeText> {
        let all: Vec<(String, Language, SafeText)> = self.ask(|connection, library| {
            connection
                .prepare_cached(
                    "select id, language, title from text where library = ?1 and kind = 'worksheet'
                     order by id, is_built_in, path",
                )?
                .query_map([library], |row| Ok((row.get(0)?, rows::language(row, 1)?, rows::title(row, 2)?)))?
                .collect()
        });
        let sheets = all.chunk_by(|one, other| one.0 == other.0);
        sheets.filter_map(|sheet| in_language(sheet.to_vec(), language, |sheet| sheet.1)).map(|sheet| sheet.2).collect()
    }

    /// What words mean: the glossaries of this language as one, or those of the other where there is none. The first
    /// file that has a word explains it, so that an office's own stands before what came with the program.
    pub fn terms(&self, language: Language) -> Rc<Vec<Term>> {
        if let Some((_, terms)) = self.kept_terms.borrow().as_ref().filter(|(kept, _)| *kept == language) {
            return Rc::clone(terms);
        }
        let places: Vec<(Language, TextPlace)> = self.ask(|connection, library| {
            connection
                .prepare_cached(
                    "select language, is_built_in, path from text
                     where library = ?1 and kind = 'glossary' order by is_built_in, path",
                )?
                .query_map([library], |row| {
                    Ok((rows::language(row, 0)?, TextPlace { is_built_in: row.get(1)?, path: row.get(2)? }))
                })?
                .collect()
        });
        let is_here = places.iter().any(|(written, _)| *written == language);
        let wanted = if is_here { language } else { language.other() };
        let mut terms: Vec<Term> = Vec::new();
        for (_, place) in places.into_iter().filter(|(written, _)| *written == wanted) {
            let read = self.sources.understand(&place, self.sources.text(&place)).0;
            let Some(FileContent::Glossary(glossary)) = read else { continue };
            let known: BTreeSet<String> = terms.iter().flat_map(Term::folded_names).collect();
            terms.extend(
                glossary.terms.into_iter().filter(|term| !term.folded_names().any(|name| known.contains(&name))),
            );
        }
        let terms = Rc::new(terms);
        self.kept_terms.replace(Some((language, Rc::clone(&terms))));
        terms
    }

    pub fn counts(&self, language: Language) -> Counts {
        let lessons: Vec<LessonId> = self.lines(language).into_keys().collect();
        let questions = lessons.iter().filter_map(|id| self.card(id, language)).map(|card| card.questions.len()).sum();
        Counts { lessons: lessons.len(), questions, worksheets: self.worksheets(language).len() }
    }

    /// How many things authors and the office should mend.
    pub fn findings(&self) -> usize {
        let found: i64 = self.ask(|connection, library| {
            connection
                .prepare_cached(
                    "select (select findings from library where id = ?1)
                          + coalesce((select sum(findings) from file where library = ?1), 0)",
                )?
                .query_row([library], |row| row.get(0))
        });
        self.other_findings + usize::try_from(found).unwrap_or_default()
    }

    /// What a start asks for; again once the folder was looked over.
    fn head(&self) -> Rc<Head> {
        let mut rows = self.rows.borrow_mut();
        if rows.look.as_ref().is_some_and(JoinHandle::is_finished) {
            rows.join();
        }
        Rc::clone(&rows.head)
    }

    /// Asks the rows; when they cannot be read, they are made again in memory and asked once more.
    fn ask<T: Default>(&self, question: impl Fn(&Connection, i64) -> rusqlite::Result<T>) -> T {
        let answer = {
            let rows = self.rows.borrow();
            question(&rows.connection, rows.library)
        };
        answer.unwrap_or_else(|error| {
            let made_again = Rows::in_memory(&self.sources, self.rows.borrow().file.as_deref(), &error);
            self.rows.replace(made_again);
            let rows = self.rows.borrow();
            question(&rows.connection, rows.library).unwrap_or_default()
        })
    }
}

/// The one in this language, else the first.
fn in_language<T>(all: Vec<T>, language: Language, language_of: impl Fn(&T) -> Language) -> Option<T> {
    let place = all.iter().position(|one| language_of(one) == language).unwrap_or_default();
    all.into_iter().nth(place)
}

impl Rows {
    /// Finds the library in the cache, or makes it.
    fn enter(sources: &Sources, cache: Option<&Path>, today: Day) -> Rows {
        let connection = cache::open(cache);
        let file = cache.map(Path::to_path_buf).filter(|_| connection.path().is_some_and(|path| !path.is_empty()));
        let mut rows = Rows::over(connection, file);
        match rows.find(sources, today) {
            Ok(()) => rows,
            Err(error) => Rows::in_memory(sources, rows.file.as_deref(), &error),
        }
    }

    fn over(connection: Connection, file: Option<PathBuf>) -> Rows {
        Rows { connection, file, library: 0, head: Rc::default(), look: None }
    }

    fn find(&mut self, sources: &Sources, today: Day) -> rusqlite::Result<()> {
        let key = sources.key();
        let known = self
            .connection
            .prepare_cached(
                "select id, used_day, is_arranged, files, folder_findings, head from library where key = ?1",
            )?
            .query_row([&key], |row| {
                let last = LastLook {
                    is_arranged: row.get(2)?,
                    files: row.get::<_, u32>(3)? as usize,
                    folder_findings: row.get::<_, u32>(4)? as usize,
                };
                Ok((row.get(0)?, Day(row.get(1)?), last, rows::head(row, 5)?))
            })
            .optional()?;
        let (library, used_day, last, head) = match known {
            Some(known) => known,
            None => (check::enter(&mut self.connection, &key, today)?, today, LastLook::default(), Head::default()),
        };
        self.library = library;
        self.head = Rc::new(head);
        if today.days_since(used_day) >= check::NOTED_EVERY_DAYS {
            check::forget_unused(&mut self.connection, library, today)?;
        }
        match self.file.clone().filter(|_| last.is_arranged && last.files > LOOKED_OVER_AT_ONCE) {
            Some(file) => self.look = Some(look_over(file, library, sources.clone(), last)),
            None => {
                if check::check(&mut self.connection, library, sources, last)? {
                    self.read_head()?;
                }
            }
        }
        Ok(())
    }

    fn read_head(&mut self) -> rusqlite::Result<()> {
        let head = self
            .connection
            .query_row("select head from library where id = ?1", [self.library], |row| rows::head(row, 0))?;
        self.head = Rc::new(head);
        Ok(())
    }

    /// Waits for the look; one that broke off has left what was known before.
    fn join(&mut self) {
        if let Some(look) = self.look.take() {
            drop(look.join());
            // When it cannot be read, the next question finds out and mends it.
            drop(self.read_head());
        }
    }

    /// All of it again, in memory, because the file failed; one that can never be read again is removed.
    fn in_memory(sources: &Sources, file: Option<&Path>, error: &rusqlite::Error) -> Rows {
        if let Some(file) = file.filter(|_| cache::is_unfit(error)) {
            cache::throw_away(file);
        }
        let mut rows = Rows::over(cache::in_memory(), None);
        // Without memory even for this there are no lessons; the record is not harmed by it.
        drop(rows.find(sources, Day(0)));
        rows
    }
}

/// Looks a folder over while the first screen is drawn and read.
fn look_over(file: PathBuf, library: i64, sources: Sources, last: LastLook) -> JoinHandle<()> {
    std::thread::spawn(move || {
        // The first frame goes first: on a machine with one core to spare they would take turns.
        std::thread::sleep(AFTER_THE_FIRST_FRAME);
        let look =
            cache::open_again(&file).and_then(|mut connection| check::check(&mut connection, library, &sources, last));
        // What could not be looked over now is looked over at the next start.
        drop(look);
    })
}
