//! Cards, tracks and courses as rows of the cache. It never reads a lesson and never decides which one stands.

use std::collections::BTreeMap;

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::content::{FileContent, Placed};
use crate::domain::card::{LessonCard, QuestionCard};
use crate::domain::catalogue::{Course, Title, Track};
use crate::domain::id::{CourseId, LessonId, TrackId};
use crate::domain::language::Language;
use crate::library::sources::TextPlace;
use crate::text::SafeText;

/// The columns that [`card`] reads.
pub const CARD_COLUMNS: &str =
    "id, language, title, has_front_matter, minutes, reading, has_try_this, has_unset_value, questions";

pub fn card(row: &Row<'_>) -> rusqlite::Result<LessonCard> {
    Ok(LessonCard {
        id: LessonId(row.get(0)?),
        language: language(row, 1)?,
        title: SafeText::line(row.get_ref(2)?.as_str()?),
        has_front_matter: row.get(3)?,
        minutes: row.get(4)?,
        reading: row.get(5)?,
        has_try_this: row.get(6)?,
        has_unset_value: row.get(7)?,
        questions: json(row, 8)?,
    })
}

pub fn language(row: &Row<'_>, column: usize) -> rusqlite::Result<Language> {
    let tag = row.get_ref(column)?.as_str()?;
    Language::from_tag(tag).ok_or_else(|| unreadable(column, format!("`{tag}` is no language").into()))
}

/// Writes what one text holds, in place of what stood there.
pub fn put(
    connection: &Connection,
    library: i64,
    place: &TextPlace,
    content: Option<&FileContent>,
) -> rusqlite::Result<()> {
    remove(connection, library, place)?;
    match content {
        Some(FileContent::Lesson(lesson)) => {
            let card = LessonCard::of(lesson);
            let has_revision = card.questions.iter().any(|question: &QuestionCard| question.revision > 1);
            connection
                .prepare_cached(
                    "insert into lesson (library, is_built_in, path, is_page, has_revision, links,
                       id, language, title, has_front_matter, minutes, reading, has_try_this, has_unset_value, questions)
                     values (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                )?
                .execute(params![
                    library,
                    place.is_built_in,
                    place.path,
                    has_revision,
                    text(&Placed::of(lesson).links),
                    card.id.as_str(),
                    card.language.code(),
                    card.title.as_str(),
                    card.has_front_matter,
                    card.minutes,
                    card.reading,
                    card.has_try_this,
                    card.has_unset_value,
                    text(&card.questions),
                ])?;
        }
        Some(FileContent::Worksheet(sheet)) => {
            connection
                .prepare_cached(
                    "insert into worksheet (library, is_built_in, path, id, language, title)
                     values (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![
                    library,
                    place.is_built_in,
                    place.path,
                    sheet.id.as_str(),
                    sheet.language.code(),
                    sheet.title.as_str(),
                ])?;
        }
        None => {}
    }
    Ok(())
}

/// Takes away what one text held.
pub fn remove(connection: &Connection, library: i64, place: &TextPlace) -> rusqlite::Result<()> {
    for table in ["lesson", "worksheet"] {
        connection
            .prepare_cached(&format!("delete from {table} where library = ?1 and is_built_in = ?2 and path = ?3"))?
            .execute(params![library, place.is_built_in, place.path])?;
    }
    Ok(())
}

/// Every text, in the order of paths, as its place is decided from.
pub fn placed(connection: &Connection, library: i64, is_built_in: bool) -> rusqlite::Result<Vec<Placed>> {
    connection
        .prepare_cached(
            "select path, id, language, title, has_front_matter, links from lesson
             where library = ?1 and is_built_in = ?2 order by path",
        )?
        .query_map(params![library, is_built_in], |row| {
            Ok(Placed {
                path: row.get(0)?,
                id: LessonId(row.get(1)?),
                language: language(row, 2)?,
                title: SafeText::line(row.get_ref(3)?.as_str()?),
                has_front_matter: row.get(4)?,
                links: json(row, 5)?,
            })
        })?
        .collect()
}

pub fn put_track(connection: &Connection, library: i64, place: usize, track: &Track) -> rusqlite::Result<()> {
    connection
        .prepare_cached("insert into track (library, place, id, title, courses, optional) values (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            library,
            number(place),
            track.id.as_str(),
            title_text(&track.title),
            text(&track.courses),
            text(&track.optional),
        ])
        .map(|_| ())
}

pub fn track(row: &Row<'_>) -> rusqlite::Result<Track> {
    Ok(Track { id: TrackId(row.get(0)?), title: title(row, 1)?, courses: json(row, 2)?, optional: json(row, 3)? })
}

/// Writes a course with those of its lessons that are there.
pub fn put_course(connection: &Connection, library: i64, place: usize, course: &Course) -> rusqlite::Result<()> {
    connection
        .prepare_cached("insert into course (library, id, place, code, title, after) values (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            library,
            course.id.as_str(),
            number(place),
            course.code.as_ref().map(SafeText::as_str),
            title_text(&course.title),
            text(&course.after),
        ])?;
    let mut standing = connection.prepare_cached(
        "insert into standing (library, course, place, lesson)
         select ?1, ?2, ?3, ?4 where exists (select 1 from lesson where library = ?1 and id = ?4 and not is_page)",
    )?;
    for (place, lesson) in course.lessons.iter().enumerate() {
        standing.execute(params![library, course.id.as_str(), number(place), lesson.as_str()])?;
    }
    Ok(())
}

/// A course without its lessons.
pub fn course(row: &Row<'_>) -> rusqlite::Result<Course> {
    let code: Option<String> = row.get(1)?;
    Ok(Course {
        id: CourseId(row.get(0)?),
        code: code.map(|code| SafeText::line(&code)),
        title: title(row, 2)?,
        after: json(row, 3)?,
        lessons: Vec::new(),
    })
}

fn title_text(title: &Title) -> String {
    text(&title.0.iter().map(|(language, title)| (*language, title.as_str())).collect::<BTreeMap<_, _>>())
}

fn title(row: &Row<'_>, column: usize) -> rusqlite::Result<Title> {
    let titles: BTreeMap<Language, String> = json(row, column)?;
    Ok(Title(titles.into_iter().map(|(language, title)| (language, SafeText::line(&title))).collect()))
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

fn number(place: usize) -> i64 {
    i64::try_from(place).expect("a number of courses or lessons is small")
}
