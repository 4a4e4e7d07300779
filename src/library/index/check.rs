//! The folder looked over: what is new or changed is read, what is gone is forgotten, and nothing else is opened. Each
//! batch of files is one transaction, so that another window waits for moments only, and an interrupted look goes on
//! where it was.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::content::folder::{FOLDER_BYTES_LIMIT, FoundFile, Stamp, Walk};
use crate::content::{Arrangement, arrange};
use crate::domain::catalogue::Library;
use crate::domain::day::Day;
use crate::domain::diagnostic::Finding;
use crate::library::index::rows::{self, Head};
use crate::library::sources::{Sources, TextPlace};
use crate::library::{add_below, builtin};

/// Files read in one transaction.
const BATCH: usize = 500;
/// How often it is noted that a library is used; each time is a wait for the disk.
pub const NOTED_EVERY_DAYS: i32 = 7;
/// A library that nobody opened for so long is forgotten.
const FORGOTTEN_AFTER_DAYS: i32 = 30;

/// A row for a library that is not known yet.
pub fn enter(connection: &mut Connection, key: &str, today: Day) -> rusqlite::Result<i64> {
    let transaction = begin(connection)?;
    transaction.execute(
        "insert or ignore into library (key, used_day, is_arranged, files, folder_findings, findings, head)
         values (?1, ?2, 0, 0, 0, 0, ?3)",
        params![key, today.0, rows::head_text(&Head::default())],
    )?;
    let library = transaction.query_row("select id from library where key = ?1", [key], |row| row.get(0))?;
    transaction.commit()?;
    Ok(library)
}

/// Notes that a library is used, and forgets those that are not: other folders, and what earlier programs knew.
pub fn forget_unused(connection: &mut Connection, library: i64, today: Day) -> rusqlite::Result<()> {
    let transaction = begin(connection)?;
    transaction.execute("update library set used_day = ?2 where id = ?1", params![library, today.0])?;
    transaction.execute("delete from library where used_day < ?1", [today.plus(-FORGOTTEN_AFTER_DAYS).0])?;
    for table in ["file", "text", "course"] {
        transaction.execute(&format!("delete from {table} where library not in (select id from library)"), [])?;
    }
    transaction.commit()
}

/// What a look compares the folder with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastLook {
    pub is_arranged: bool,
    pub files: usize,
    pub folder_findings: usize,
}

/// Brings the rows of a library up to date; true when any of them changed. A folder that is not there now (a stick, a
/// network drive) changes nothing: its lessons are known when it is back.
pub fn check(connection: &mut Connection, library: i64, sources: &Sources, last: LastLook) -> rusqlite::Result<bool> {
    let walk = match &sources.folder {
        None => Walk::default(),
        Some(_) => match sources.walk() {
            Some(walk) => walk,
            None => return Ok(false),
        },
    };
    let (files, folder_findings) = within_bounds(walk);
    let changes = Changes::between(&files, connection, library)?;
    if changes.is_empty() && last == (LastLook { is_arranged: true, files: files.len(), folder_findings }) {
        return Ok(false);
    }
    for batch in changes.read.chunks(BATCH) {
        let transaction = begin(connection)?;
        transaction.execute("update library set is_arranged = 0 where id = ?1", [library])?;
        for file in batch {
            read(&transaction, library, sources, file)?;
        }
        transaction.commit()?;
    }
    let transaction = begin(connection)?;
    for path in changes.gone {
        let place = TextPlace { is_built_in: false, path };
        rows::remove(&transaction, library, &place)?;
        forget(&transaction, library, &place)?;
    }
    place(&transaction, library, sources, folder_findings, files.len())?;
    transaction.commit()?;
    Ok(true)
}

fn begin(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

/// The files that are read, by the bound on all of them together, and what there is to say about the folder.
fn within_bounds(walk: Walk) -> (Vec<FoundFile>, usize) {
    let mut bytes = 0;
    let all = walk.files.len();
    let mut files = walk.files;
    files.retain(|file| {
        let is_within = bytes <= FOLDER_BYTES_LIMIT;
        bytes += file.stamp.bytes;
        is_within
    });
    let is_cut = usize::from(files.len() < all);
    (files, walk.diagnostics.len() + is_cut)
}

/// What a look has to do.
struct Changes<'a> {
    read: Vec<&'a FoundFile>,
    gone: Vec<String>,
}

impl<'a> Changes<'a> {
    /// Both the files and the rows are in the order of paths, so each is gone through once.
    fn between(files: &'a [FoundFile], connection: &Connection, library: i64) -> rusqlite::Result<Changes<'a>> {
        let mut changes = Changes { read: Vec::new(), gone: Vec::new() };
        let mut statement = connection.prepare_cached(
            "select path, bytes, modified_ns from file where library = ?1 and is_built_in = 0 order by path",
        )?;
        let mut rows = statement.query([library])?;
        let mut files = files.iter().peekable();
        while let Some(row) = rows.next()? {
            let path = row.get_ref(0)?.as_str()?;
            while let Some(new) = files.next_if(|file| file.path.as_str() < path) {
                changes.read.push(new);
            }
            let stamp = Stamp { bytes: row.get::<_, i64>(1)?.unsigned_abs(), modified_ns: row.get(2)? };
            match files.next_if(|file| file.path == path) {
                Some(file) if file.stamp != stamp || stamp.modified_ns.is_none() => changes.read.push(file),
                Some(_) => {}
                None => changes.gone.push(path.to_owned()),
            }
        }
        changes.read.extend(files);
        Ok(changes)
    }

    fn is_empty(&self) -> bool {
        self.read.is_empty() && self.gone.is_empty()
    }
}

fn read(connection: &Connection, library: i64, sources: &Sources, file: &FoundFile) -> rusqlite::Result<()> {
    let place = TextPlace { is_built_in: false, path: file.path.clone() };
    let text = sources.text(&place);
    // It changed between the walk and now, or was held by somebody: another look will see.
    let is_as_listed = match &text {
        Ok(text) => text.len() as u64 == file.stamp.bytes,
        Err(finding) => !matches!(finding, Finding::FileUnreadable { .. }),
    };
    let (content, findings) = sources.understand(&place, text);
    rows::put(connection, library, &place, content.as_ref())?;
    let stamp = Stamp { modified_ns: file.stamp.modified_ns.filter(|_| is_as_listed), ..file.stamp };
    remember(connection, library, &place, stamp, findings)
}

fn remember(
    connection: &Connection,
    library: i64,
    place: &TextPlace,
    stamp: Stamp,
    findings: usize,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "insert or replace into file (library, is_built_in, path, bytes, modified_ns, findings)
             values (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            library,
            place.is_built_in,
            place.path,
            stamp.bytes.cast_signed(),
            stamp.modified_ns,
            number(findings)
        ])
        .map(|_| ())
}

fn forget(connection: &Connection, library: i64, place: &TextPlace) -> rusqlite::Result<()> {
    connection
        .prepare_cached("delete from file where library = ?1 and is_built_in = ?2 and path = ?3")?
        .execute(params![library, place.is_built_in, place.path])
        .map(|_| ())
}

/// Gives every lesson its course and every track its courses, from scratch: it is quick, and only done after a change.
fn place(
    connection: &Connection,
    library: i64,
    sources: &Sources,
    folder_findings: usize,
    files: usize,
) -> rusqlite::Result<()> {
    let own = arranged(connection, library, sources, false)?;
    let mut findings = own.diagnostics.len();
    let mut whole = Library { tracks: own.tracks, courses: own.courses, ..Library::default() };
    let wants_built_in = sources.folder.is_none() || own.with_builtin;
    keep_built_in(connection, library, sources, wants_built_in)?;
    rows::mark_pages(connection, library, false, &own.left_out)?;
    if wants_built_in {
        let below = arranged(connection, library, sources, true)?;
        findings += if sources.folder.is_none() { below.diagnostics.len() } else { 0 };
        rows::mark_pages(connection, library, true, &below.left_out)?;
        add_below(&mut whole, Library { tracks: below.tracks, courses: below.courses, ..Library::default() });
    }
    findings += folder_findings + doubles(connection, library)?;
    connection.execute("delete from course where library = ?1", [library])?;
    for (place, course) in whole.courses.iter().enumerate() {
        rows::put_course(connection, library, place, course)?;
    }
    let head = rows::gather_head(connection, library, whole.tracks)?;
    connection
        .execute(
            "update library set is_arranged = 1, files = ?2, folder_findings = ?3, findings = ?4, head = ?5
             where id = ?1",
            params![library, number(files), number(folder_findings), number(findings), rows::head_text(&head)],
        )
        .map(|_| ())
}

fn arranged(
    connection: &Connection,
    library: i64,
    sources: &Sources,
    is_built_in: bool,
) -> rusqlite::Result<Arrangement> {
    let texts = rows::placed(connection, library, is_built_in)?;
    let library_file = if is_built_in || sources.folder.is_some() { sources.library_file(is_built_in) } else { None };
    Ok(arrange(&texts, library_file.as_deref(), &sources.name(is_built_in)))
}

/// The lessons inside the program change with the program only, and then the library has another key.
fn keep_built_in(connection: &Connection, library: i64, sources: &Sources, wanted: bool) -> rusqlite::Result<()> {
    let mut rows =
        connection.prepare_cached("select path from file where library = ?1 and is_built_in = 1 order by path")?;
    let known: Vec<String> = rows.query_map([library], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for (path, bytes) in builtin::files().iter().filter(|_| wanted && known.is_empty()) {
        let place = TextPlace { is_built_in: true, path: (*path).to_owned() };
        let (content, findings) = sources.understand(&place, sources.text(&place));
        rows::put(connection, library, &place, content.as_ref())?;
        // On top of them stands a folder; what is to be said about them is said where they stand alone.
        let findings = if sources.folder.is_none() { findings } else { 0 };
        let stamp = Stamp { bytes: bytes.len() as u64, modified_ns: None };
        remember(connection, library, &place, stamp, findings)?;
    }
    for path in known.into_iter().filter(|_| !wanted) {
        let place = TextPlace { is_built_in: true, path };
        rows::remove(connection, library, &place)?;
        forget(connection, library, &place)?;
    }
    Ok(())
}

/// Lessons of the folder that another one of the same id and language stands in front of.
fn doubles(connection: &Connection, library: i64) -> rusqlite::Result<usize> {
    let count: i64 = connection.query_row(
        "select count(*) - count(distinct kind || id || char(10) || language) from text
         where library = ?1 and not is_built_in and kind in ('lesson', 'worksheet')",
        [library],
        |row| row.get(0),
    )?;
    Ok(usize::try_from(count).unwrap_or_default())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).expect("a number of files is small")
}
