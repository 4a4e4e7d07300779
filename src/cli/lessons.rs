//! `sukima lessons`: list what there is, show one text on paper, write the built-in lessons to a folder.

mod workbook;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use serde_json::json;

use crate::cli::Failure;
use crate::content;
use crate::domain::catalogue::Library;
use crate::domain::id::LessonId;
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::i18n::command::Tell;
use crate::i18n::say::Say;
use crate::layout::{self, Labels, Measure, Rendition};
use crate::library::{Found, builtin};
use crate::text::SafeText;
use crate::width::Ambiguous;

/// Columns on paper when nobody says how many.
const COLUMNS: u16 = 76;

/// How a text is laid out where nothing can be asked.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    pub columns: Option<u16>,
    pub ambiguous: Ambiguous,
}

/// Every course with its lessons.
pub fn list(library: &Library, as_json: bool, language: Language, out: &mut dyn Write) -> io::Result<()> {
    if as_json {
        let lessons: Vec<_> = library.lessons.keys().filter_map(|id| library.lesson(id, language)).collect();
        let lessons: Vec<_> = lessons
            .iter()
            .map(|lesson| {
                json!({
                    "id": lesson.id.as_str(),
                    "title": lesson.title.as_str(),
                    "language": lesson.language.code(),
                    "course": library.course_of(&lesson.id).map(|course| course.id.as_str()),
                    "minutes": lesson.minutes,
                    "questions": lesson.questions.len(),
                    "path": lesson.path,
                })
            })
            .collect();
        return writeln!(out, "{}", json!({ "format": 1, "lessons": lessons }));
    }
    let mut tell = |line: Tell| writeln!(out, "{}", line.in_language(language));
    if library.lessons.is_empty() {
        return tell(Tell::NoLessons);
    }
    for course in &library.courses {
        let code = course.code.as_ref().map(ToString::to_string).unwrap_or_default();
        let title = course.title.in_language(language).map_or_else(|| course.id.to_string(), ToString::to_string);
        tell(Tell::CourseTitle { code, title })?;
        for lesson in course.lessons.iter().filter_map(|id| library.lesson(id, language)) {
            tell(Tell::Lesson { id: lesson.id.to_string(), title: lesson.title.to_string(), minutes: lesson.minutes })?;
        }
    }
    Ok(())
}

/// A lesson of the library, or any markdown file on this machine, laid out.
pub fn show(
    found: &Found,
    wanted: &OsStr,
    paper: Paper,
    language: Language,
    out: &mut dyn Write,
) -> Result<io::Result<()>, Failure> {
    let id = LessonId::new(wanted.to_string_lossy());
    if let Some(lesson) = found.library.lesson(&id, language) {
        return Ok(print(lesson, paper, out));
    }
    let file = Path::new(wanted);
    if !file.exists() {
        let text = Tell::UnknownLesson { id: SafeText::line(id.as_str()).to_string() }.in_language(language);
        return Err(Failure { exit_code: 2, code: "unknown-lesson", text });
    }
    let content = content::read_single_file(file, &found.office);
    match content.library.lessons.values().flat_map(|languages| languages.values()).next() {
        Some(lesson) => Ok(print(lesson, paper, out)),
        None => {
            let path = SafeText::line(&file.display().to_string()).to_string();
            Err(Failure { exit_code: 2, code: "not-a-lesson", text: Tell::NotALesson { path }.in_language(language) })
        }
    }
}

fn print(lesson: &Lesson, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    let measure = Measure {
        columns: usize::from(paper.columns.unwrap_or(COLUMNS)),
        ambiguous: paper.ambiguous,
        // A pipe is read by programs and by ears; a frame is for eyes.
        rendition: if io::stdout().is_terminal() { Rendition::Screen { ascii: true } } else { Rendition::Lines },
        labels: Labels::of(lesson.language),
    };
    for row in layout::wrap_plain(&lesson.title, &measure, "", "") {
        writeln!(out, "{row}")?;
    }
    let more = Say::MoreTitle.in_language(lesson.language);
    let workbook = workbook::pages(lesson);
    for (title, blocks) in [(None, &lesson.main), (Some(more), &lesson.more), (None, &workbook)] {
        if !blocks.is_empty() {
            writeln!(out)?;
        }
        if let Some(title) = title.filter(|_| !blocks.is_empty()) {
            writeln!(out, "## {title}\n")?;
        }
        for row in layout::lay_out(blocks, &measure) {
            writeln!(out, "{}", row.text().trim_end())?;
        }
    }
    Ok(())
}

/// Writes the built-in lessons into a new or empty folder, as a start for an office's own.
pub fn unpack(folder: &Path, language: Language, out: &mut dyn Write) -> Result<io::Result<()>, Failure> {
    let place = SafeText::line(&folder.display().to_string()).to_string();
    let is_occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file();
    if is_occupied {
        let text = Tell::UnpackNotEmpty { place }.in_language(language);
        return Err(Failure { exit_code: 2, code: "not-empty", text });
    }
    let files = builtin::files();
    for (path, bytes) in files {
        let file = folder.join(path);
        let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, bytes));
        if let Err(error) = made {
            let cause = SafeText::line(&error.to_string()).to_string();
            let text = Tell::CannotWrite { place, cause }.in_language(language);
            return Err(Failure { exit_code: 2, code: "cannot-write", text });
        }
    }
    Ok(writeln!(out, "{}", Tell::Unpacked { files: files.len(), place }.in_language(language)))
}
