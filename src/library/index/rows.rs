//! Cards, courses and tracks as rows of the cache. It never reads a lesson and never decides which one stands.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::content::identity::fingerprint;
use crate::content::{FileContent, Placed};
use crate::domain::card::{LessonCard, QuestionCard};
use crate::domain::catalogue::{Course, Title, Track};
use crate::domain::id::{CourseId, CourseMark, LessonId, QuestionId, TrackId};
use crate::domain::language::Language;
use crate::domain::lesson::Skill;
use crate::library::sources::TextPlace;
use crate::text::SafeText;

/// What a start asks for, whatever the library: it is read with the library's own row.
#[derive(Clone, Debug, Default)]
pub struct Head {
    pub tracks: Vec<Track>,
    pub has_lessons: bool,
    pub has_unset_values: bool,
    /// Questions whose meaning changed since they were first written, with their revision.
    pub revised: Vec<(LessonId, QuestionId, u32)>,
}

#[derive(Serialize, Deserialize)]
struct HeadRow {
    tracks: Vec<(TrackId, Titles, Vec<CourseId>, Vec<String>)>,
    has_lessons: bool,
    has_unset_values: bool,
    revised: Vec<(LessonId, QuestionId, u32)>,
}

/// A card without what stands in columns.
#[derive(Serialize, Deserialize)]
struct CardRow {
    has_front_matter: bool,
    reading: u32,
    has_try_this: bool,
    has_unset_value: bool,
    questions: Vec<QuestionCard>,
}

#[derive(Serialize, Deserialize)]
struct CourseRow {
    code: Option<String>,
    title: Titles,
    after: BTreeMap<TrackId, Vec<CourseId>>,
    lessons: Vec<LessonId>,
}

type Titles = BTreeMap<Language, String>;

/// The columns that [`card`] reads.
pub const CARD_COLUMNS: &str = "id, language, title, minutes, card";

pub fn card(row: &Row<'_>) -> rusqlite::Result<LessonCard> {
    let card: CardRow = json(row, 4)?;
    Ok(LessonCard {
        id: LessonId(row.get(0)?),
        language: language(row, 1)?,
        title: title(row, 2)?,
        has_front_matter: card.has_front_matter,
        minutes: row.get(3)?,
        reading: card.reading,
        has_try_this: card.has_try_this,
        has_unset_value: card.has_unset_value,
        questions: card.questions,
    })
}

pub fn language(row: &Row<'_>, column: usize) -> rusqlite::Result<Language> {
    let tag = row.get_ref(column)?.as_str()?;
    Language::from_tag(tag).ok_or_else(|| unreadable(column, format!("`{tag}` is no language").into()))
}

/// It was made safe when it was written, and is again, because a file can be changed by anybody.
pub fn title(row: &Row<'_>, column: usize) -> rusqlite::Result<SafeText> {
    row.get_ref(column)?.as_str().map(SafeText::line).map_err(Into::into)
}

/// Writes what one text holds, in place of what stood there.
pub fn put(
    connection: &Connection,
    library: i64,
    place: &TextPlace,
    content: Option<&FileContent>,
) -> rusqlite::Result<()> {
    remove(connection, library, place)?;
    let mut insert = connection.prepare_cached(
        "insert into text (library, is_built_in, path, kind, id, language, title, minutes, skill, askable, links, card)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    match content {
        Some(FileContent::Lesson(lesson)) => {
            let card = LessonCard::of(lesson);
            let links = text(&Placed::of(lesson).links);
            insert.execute(params![
                library,
                place.is_built_in,
                place.path,
                "lesson",
                card.id.as_str(),
                card.language.code(),
                card.title.as_str(),
                card.minutes,
                lesson.skill.map(Skill::code),
                text(
                    &card
                        .questions
                        .iter()
                        .filter(|asked| asked.can_be_asked)
                        .map(|asked| &asked.id)
                        .collect::<Vec<_>>()
                ),
                links,
                card_text(&card),
            ])
        }
        Some(FileContent::Worksheet(sheet)) => insert.execute(params![
            library,
            place.is_built_in,
            place.path,
            "worksheet",
            sheet.id.as_str(),
            sheet.language.code(),
            sheet.title.as_str(),
            None::<u32>,
            None::<&str>,
            "[]",
            "[]",
            "{}",
        ]),
        Some(FileContent::Glossary(glossary)) => insert.execute(params![
            library,
            place.is_built_in,
            place.path,
            "glossary",
            "",
            glossary.language.code(),
            "",
            None::<u32>,
            None::<&str>,
            "[]",
            "[]",
            "{}",
        ]),
        None => Ok(0),
    }
    .map(|_| ())
}

fn card_text(card: &LessonCard) -> String {
    let LessonCard { has_front_matter, reading, has_try_this, has_unset_value, .. } = *card;
    text(&CardRow { has_front_matter, reading, has_try_this, has_unset_value, questions: card.questions.clone() })
}

/// Takes away what one text held.
pub fn remove(connection: &Connection, library: i64, place: &TextPlace) -> rusqlite::Result<()> {
    connection
        .prepare_cached("delete from text where library = ?1 and is_built_in = ?2 and path = ?3")?
        .execute(params![library, place.is_built_in, place.path])
        .map(|_| ())
}

/// Every text that may be a lesson, in the order of paths, as its place is decided from.
pub fn placed(connection: &Connection, library: i64, is_built_in: bool) -> rusqlite::Result<Vec<Placed>> {
    connection
        .prepare_cached(
            "select path, id, language, title, links, card from text
             where library = ?1 and is_built_in = ?2 and kind in ('lesson', 'page') order by path",
        )?
        .query_map(params![library, is_built_in], |row| {
            Ok(Placed {
                path: row.get(0)?,
                id: LessonId(row.get(1)?),
                language: language(row, 2)?,
                title: title(row, 3)?,
                links: json(row, 4)?,
                has_front_matter: json::<CardRow>(row, 5)?.has_front_matter,
            })
        })?
        .collect()
}

/// Says of every text of one side whether it is a lesson or only about a folder.
pub fn mark_pages(
    connection: &Connection,
    library: i64,
    is_built_in: bool,
    pages: &BTreeSet<String>,
) -> rusqlite::Result<()> {
    connection.execute(
        "update text set kind = 'lesson' where library = ?1 and is_built_in = ?2 and kind = 'page'",
        params![library, is_built_in],
    )?;
    let mut mark = connection.prepare_cached(
        "update text set kind = 'page' where library = ?1 and is_built_in = ?2 and path = ?3 and kind = 'lesson'",
    )?;
    for path in pages {
        mark.execute(params![library, is_built_in, path])?;
    }
    Ok(())
}

/// What a start asks for, gathered from all lessons.
pub fn gather_head(connection: &Connection, library: i64, tracks: Vec<Track>) -> rusqlite::Result<Head> {
    let mut head = Head { tracks, ..Head::default() };
    let mut statement = connection.prepare_cached(&format!(
        "select {CARD_COLUMNS} from text where library = ?1 and kind = 'lesson' order by id, is_built_in, path"
    ))?;
    let mut cards = statement.query([library])?;
    while let Some(row) = cards.next()? {
        let card = card(row)?;
        head.has_lessons = true;
        head.has_unset_values |= card.has_unset_value;
        let revised = card.questions.into_iter().filter(|question| question.revision > 1);
        head.revised.extend(revised.map(|question| (card.id.clone(), question.id, question.revision)));
    }
    Ok(head)
}

pub fn head_text(head: &Head) -> String {
    let track = |track: &Track| (track.id.clone(), titles(&track.title), track.courses.clone(), track.optional.clone());
    text(&HeadRow {
        tracks: head.tracks.iter().map(track).collect(),
        has_lessons: head.has_lessons,
        has_unset_values: head.has_unset_values,
        revised: head.revised.clone(),
    })
}

pub fn head(row: &Row<'_>, column: usize) -> rusqlite::Result<Head> {
    let HeadRow { tracks, has_lessons, has_unset_values, revised } = json(row, column)?;
    let track = |(id, titles, courses, optional)| Track { id, title: safe(titles), courses, optional };
    Ok(Head { tracks: tracks.into_iter().map(track).collect(), has_lessons, has_unset_values, revised })
}

/// Writes a course with those of its lessons that are there.
pub fn put_course(connection: &Connection, library: i64, place: usize, course: &Course) -> rusqlite::Result<()> {
    let mut is_there =
        connection.prepare_cached("select 1 from text where library = ?1 and kind = 'lesson' and id = ?2 limit 1")?;
    let mut lessons = Vec::new();
    for lesson in &course.lessons {
        if is_there.exists(params![library, lesson.as_str()])? {
            lessons.push(lesson.clone());
        }
    }
    let row = CourseRow {
        code: course.code.as_ref().map(ToString::to_string),
        title: titles(&course.title),
        after: course.after.clone(),
        lessons,
    };
    let place = i64::try_from(place).expect("a number of courses is small");
    let mark = mark_of(&row.lessons);
    connection
        .prepare_cached("insert into course (library, id, place, course, mark) values (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![library, course.id.as_str(), place, text(&row), mark.0.cast_signed()])
        .map(|_| ())
}

fn mark_of(lessons: &[LessonId]) -> CourseMark {
    let digits = fingerprint(text(&lessons).as_bytes());
    CourseMark(u64::from_str_radix(&digits, 16).expect("a fingerprint is eight bytes in hex"))
}

pub fn questions(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<QuestionId>> {
    json(row, column)
}

pub fn mark(row: &Row<'_>, column: usize) -> rusqlite::Result<CourseMark> {
    row.get::<_, i64>(column).map(|number| CourseMark(number.cast_unsigned()))
}

/// The columns are id and course.
pub fn course(row: &Row<'_>) -> rusqlite::Result<Course> {
    let CourseRow { code, title, after, lessons } = json(row, 1)?;
    let code = code.map(|code| SafeText::line(&code));
    Ok(Course { id: CourseId(row.get(0)?), code, title: safe(title), lessons, after })
}

fn titles(title: &Title) -> Titles {
    title.0.iter().map(|(language, title)| (*language, title.to_string())).collect()
}

fn safe(titles: Titles) -> Title {
    Title(titles.into_iter().map(|(language, title)| (language, SafeText::line(&title))).collect())
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("words, numbers and lists are what JSON can write")
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| unreadable(column, error.into()))
}

fn unreadable(column: usize, cause: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, cause)
}
