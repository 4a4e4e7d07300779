//! Which course a lesson belongs to when nobody says, and in which order: a folder is a course, its files stand in the
//! order people number them, and a table of contents (`SUMMARY.md`, as mdBook has it) goes before both.
//!
//! `README.md`, `index.md` and `SUMMARY.md` are about a folder. They give it its title; they are lessons themselves
//! only where a table of contents lists them, or in a folder that has neither lessons with front matter nor a table of
//! contents: there they are notes like all others, and come first. Nothing here opens a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::assembly::language_of_folder;
use crate::content::natural;
use crate::domain::catalogue::Title;
use crate::domain::document::{Block, BlockKind, Inline};
use crate::domain::id::{CourseId, LessonId};
use crate::domain::language::Language;
use crate::domain::lesson::Lesson;
use crate::text::SafeText;

/// Courses by folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    pub courses: Vec<FolderCourse>,
}

/// The lessons of one folder in order.
#[derive(Clone, Debug, PartialEq)]
pub struct FolderCourse {
    pub id: CourseId,
    /// Empty where the folder's name must do.
    pub title: Title,
    pub lessons: Vec<LessonId>,
}

/// Titles of a page about a folder that say nothing about it.
const EMPTY_TITLES: [&str; 6] = ["readme", "index", "summary", "table of contents", "目次", "もくじ"];

/// Arranges the lessons by folder and takes those out that are only about a folder. `root` is the name of the course
/// for files straight in the content folder.
pub fn outline(lessons: &mut Vec<Lesson>, root: &str) -> Outline {
    let paths: BTreeSet<String> = lessons.iter().map(|lesson| lesson.path.clone()).collect();
    let tables: Vec<TableOfContents> =
        lessons.iter().filter_map(|lesson| TableOfContents::of(lesson, &paths)).collect();
    let is_plain = tables.is_empty() && !lessons.iter().any(|lesson| lesson.has_front_matter);

    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    let mut pages = Vec::new();
    for lesson in std::mem::take(lessons) {
        match standing(&lesson, &tables, is_plain) {
            Some((folder, rank)) => {
                let folder = folders.entry(course_name(folder, root)).or_default();
                folder.lessons.push((rank, without_language(&lesson.path).to_owned(), lesson.id.clone()));
                pages.extend(is_about_folder(&lesson).then(|| lesson.clone()));
                lessons.push(lesson);
            }
            None => pages.push(lesson),
        }
    }
    for page in pages {
        // A book's README is its first chapter: only its table of contents may name it.
        let may_name = tables.is_empty() || file_name(&page.path).eq_ignore_ascii_case("summary.md");
        let says_something = !EMPTY_TITLES.contains(&page.title.to_lowercase().as_str());
        if let Some(folder) = folders.get_mut(&course_name(folder_of(&page.path), root))
            && may_name
            && says_something
        {
            folder.title.0.entry(page.language).or_insert(page.title);
        }
    }
    let mut courses: Vec<FolderCourse> =
        folders.into_iter().map(|(name, folder)| folder.into_course(name, root)).collect();
    courses.sort_by(|one, other| natural::compare(one.id.as_str(), other.id.as_str()));
    Outline { courses }
}

/// Where a lesson stands inside its course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    First,
    Listed(usize),
    ByName,
}

#[derive(Default)]
struct Folder {
    title: Title,
    lessons: Vec<(Rank, String, LessonId)>,
}

/// The links of a `SUMMARY.md` to files that are there, in order.
struct TableOfContents {
    folder: String,
    ranks: BTreeMap<String, usize>,
}

/// The folder whose course a lesson belongs to; `None` when it is no lesson.
fn standing<'a>(lesson: &'a Lesson, tables: &'a [TableOfContents], is_plain: bool) -> Option<(&'a str, Rank)> {
    for table in tables {
        if let Some(rank) = table.ranks.get(&lesson.path) {
            return Some((&table.folder, Rank::Listed(*rank)));
        }
    }
    match is_about_folder(lesson) {
        false => Some((folder_of(&lesson.path), Rank::ByName)),
        true if is_plain => Some((folder_of(&lesson.path), Rank::First)),
        true => None,
    }
}

fn is_about_folder(lesson: &Lesson) -> bool {
    let name = file_name(&lesson.path).to_ascii_lowercase();
    !lesson.has_front_matter && ["readme.md", "index.md", "summary.md"].contains(&name.as_str())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path below its language's folder.
fn without_language(path: &str) -> &str {
    match path.split_once('/') {
        Some((first, rest)) if language_of_folder(first).is_some() => rest,
        None if language_of_folder(path).is_some() => "",
        _ => path,
    }
}

fn course_name(folder: &str, root: &str) -> String {
    match without_language(folder) {
        "" => root.to_owned(),
        name => name.to_owned(),
    }
}

impl Folder {
    fn into_course(mut self, name: String, root: &str) -> FolderCourse {
        self.lessons.sort_by(|one, other| one.0.cmp(&other.0).then_with(|| natural::compare(&one.1, &other.1)));
        // The other language of a lesson stands at the place of the first.
        let mut seen = BTreeSet::new();
        let lessons = self.lessons.into_iter().map(|(_, _, id)| id).filter(|id| seen.insert(id.clone())).collect();
        if self.title.0.is_empty() && name == "src" {
            self.title.0.extend(Language::ALL.map(|language| (language, SafeText::new(root))));
        }
        FolderCourse { id: CourseId::new(name), title: self.title, lessons }
    }
}

impl TableOfContents {
    fn of(lesson: &Lesson, known: &BTreeSet<String>) -> Option<TableOfContents> {
        if !is_about_folder(lesson) || !file_name(&lesson.path).eq_ignore_ascii_case("summary.md") {
            return None;
        }
        let folder = folder_of(&lesson.path);
        let mut addresses = Vec::new();
        push_block_links(&lesson.main, &mut addresses);
        push_block_links(&lesson.more, &mut addresses);
        let mut ranks = BTreeMap::new();
        for (rank, path) in addresses.iter().filter_map(|address| resolve(folder, address)).enumerate() {
            if known.contains(&path) && path != lesson.path {
                ranks.entry(path).or_insert(rank);
            }
        }
        (!ranks.is_empty()).then(|| TableOfContents { folder: folder.to_owned(), ranks })
    }
}

fn push_block_links(blocks: &[Block], addresses: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => push_links(&content.0, addresses),
            BlockKind::List { items, .. } => {
                items.iter().for_each(|item| push_block_links(&item.blocks, addresses));
            }
            BlockKind::Quote { blocks, .. } => push_block_links(blocks, addresses),
            _ => {}
        }
    }
}

fn push_links(inlines: &[Inline], addresses: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Link { address, .. } => addresses.push(address.as_str().to_owned()),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push_links(inner, addresses);
            }
            _ => {}
        }
    }
}

/// The path of a link as written in a file of `folder`; `None` when it leaves the content folder.
fn resolve(folder: &str, address: &str) -> Option<String> {
    let address = address.split(['#', '?']).next().unwrap_or_default().replace("%20", " ");
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
