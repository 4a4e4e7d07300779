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
    /// Paths of the texts that are no lessons.
    pub left_out: BTreeSet<String>,
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

/// What has to be known of a text to give it its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub path: String,
    pub id: LessonId,
    pub language: Language,
    pub title: SafeText,
    pub has_front_matter: bool,
    /// Addresses that a table of contents links to, in order; empty for every other text.
    pub links: Vec<String>,
}

impl Placed {
    pub fn of(lesson: &Lesson) -> Placed {
        let mut links = Vec::new();
        if !lesson.has_front_matter && is_table_of_contents(&lesson.path) {
            push_block_links(&lesson.main, &mut links);
            push_block_links(&lesson.more, &mut links);
        }
        Placed {
            path: lesson.path.clone(),
            id: lesson.id.clone(),
            language: lesson.language,
            title: lesson.title.clone(),
            has_front_matter: lesson.has_front_matter,
            links,
        }
    }
}

/// Arranges texts by folder; those that are only about a folder are left out. `root` is the name of the course for
/// files straight in the content folder.
pub fn outline(texts: &[Placed], root: &str) -> Outline {
    let paths: BTreeSet<&str> = texts.iter().map(|text| text.path.as_str()).collect();
    let tables: Vec<TableOfContents> = texts.iter().filter_map(|text| TableOfContents::of(text, &paths)).collect();
    let is_plain = tables.is_empty() && !texts.iter().any(|text| text.has_front_matter);

    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    let mut pages = Vec::new();
    let mut left_out = BTreeSet::new();
    for text in texts {
        match standing(text, &tables, is_plain) {
            Some((folder, rank)) => {
                let folder = folders.entry(course_name(folder, root)).or_default();
                folder.lessons.push((rank, without_language(&text.path).to_owned(), text.id.clone()));
                pages.extend(is_about_folder(text).then_some(text));
            }
            None => {
                left_out.insert(text.path.clone());
                pages.push(text);
            }
        }
    }
    for page in pages {
        // A book's README is its first chapter: only its table of contents may name it.
        let may_name = tables.is_empty() || is_table_of_contents(&page.path);
        let says_something = !EMPTY_TITLES.contains(&page.title.to_lowercase().as_str());
        if let Some(folder) = folders.get_mut(&course_name(folder_of(&page.path), root))
            && may_name
            && says_something
        {
            folder.title.0.entry(page.language).or_insert_with(|| page.title.clone());
        }
    }
    let mut courses: Vec<FolderCourse> =
        folders.into_iter().map(|(name, folder)| folder.into_course(name, root)).collect();
    courses.sort_by(|one, other| natural::compare(one.id.as_str(), other.id.as_str()));
    Outline { courses, left_out }
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
fn standing<'a>(text: &'a Placed, tables: &'a [TableOfContents], is_plain: bool) -> Option<(&'a str, Rank)> {
    for table in tables {
        if let Some(rank) = table.ranks.get(&text.path) {
            return Some((&table.folder, Rank::Listed(*rank)));
        }
    }
    match is_about_folder(text) {
        false => Some((folder_of(&text.path), Rank::ByName)),
        true if is_plain => Some((folder_of(&text.path), Rank::First)),
        true => None,
    }
}

fn is_about_folder(text: &Placed) -> bool {
    let name = file_name(&text.path).to_ascii_lowercase();
    !text.has_front_matter && ["readme.md", "index.md", "summary.md"].contains(&name.as_str())
}

fn is_table_of_contents(path: &str) -> bool {
    file_name(path).eq_ignore_ascii_case("summary.md")
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
    fn of(text: &Placed, known: &BTreeSet<&str>) -> Option<TableOfContents> {
        let folder = folder_of(&text.path);
        let mut ranks = BTreeMap::new();
        for (rank, path) in text.links.iter().filter_map(|address| resolve(folder, address)).enumerate() {
            if known.contains(path.as_str()) && path != text.path {
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
