//! Putting a mended text in the place of a file: all of it or nothing. It never writes over bytes that somebody changed
//! in the meantime, and never into a file that may not be written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Names tried when killed runs left files behind.
const LEFTOVERS_LIMIT: u32 = 16;

/// Why a file was left as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("{} has changed since it was read", place.display())]
    ChangedMeanwhile { place: PathBuf },
    #[error("{} is read-only", place.display())]
    ReadOnly { place: PathBuf },
    #[error("cannot write {}: {cause}", place.display())]
    Failed { place: PathBuf, cause: io::Error },
}

/// Replaces the file at `place`, which still holds `before`, by `after`. Readers see the one or the other.
pub fn replace(place: &Path, before: &str, after: &str) -> Result<(), WriteError> {
    let failed = |cause| WriteError::Failed { place: place.to_owned(), cause };
    let permissions = fs::metadata(place).map_err(failed)?.permissions();
    if permissions.readonly() {
        return Err(WriteError::ReadOnly { place: place.to_owned() });
    }
    let (temporary, file) = create_beside(place).map_err(failed)?;
    let written = write_out(file, after)
        .and_then(|()| fs::set_permissions(&temporary, permissions))
        .map_err(failed)
        .and_then(|()| match fs::read(place) {
            Ok(bytes) if bytes == before.as_bytes() => fs::rename(&temporary, place).map_err(failed),
            Ok(_) => Err(WriteError::ChangedMeanwhile { place: place.to_owned() }),
            Err(error) => Err(failed(error)),
        });
    if written.is_err() {
        // The reason why writing failed is told; a leftover that cannot be removed either adds nothing to it.
        drop(fs::remove_file(&temporary));
    }
    written
}

/// A new file in the same folder. Its name is hidden and no markdown: should the program be killed here, no reader takes
/// the rest for a lesson.
fn create_beside(place: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let temporary = place.with_file_name(format!(".sukima-{}-{number}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < LEFTOVERS_LIMIT => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn write_out(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.flush()?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.md");
        fs::write(&place, "somebody's newer words").unwrap();
        let error = replace(&place, "what was read", "what was mended").unwrap_err();
        assert!(matches!(error, WriteError::ChangedMeanwhile { .. }));
        assert_eq!(fs::read_to_string(&place).unwrap(), "somebody's newer words");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn a_read_only_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.md");
        fs::write(&place, "before").unwrap();
        let mut permissions = fs::metadata(&place).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).unwrap();
        assert!(matches!(replace(&place, "before", "after"), Err(WriteError::ReadOnly { .. })));
        assert_eq!(fs::read_to_string(&place).unwrap(), "before");
    }

    #[test]
    fn a_mended_file_holds_the_new_text_and_its_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.md");
        fs::write(&place, "before").unwrap();
        let permissions = fs::metadata(&place).unwrap().permissions();
        replace(&place, "before", "after").unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "after");
        assert_eq!(fs::metadata(&place).unwrap().permissions(), permissions);
    }

    #[test]
    fn what_a_killed_run_left_behind_is_neither_used_nor_removed() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.md");
        let leftover = folder.path().join(format!(".sukima-{}-0.tmp", std::process::id()));
        fs::write(&place, "before").unwrap();
        fs::write(&leftover, "left").unwrap();
        replace(&place, "before", "after").unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "after");
        assert_eq!(fs::read_to_string(&leftover).unwrap(), "left");
    }

    #[test]
    fn a_folder_that_is_gone_is_told_with_its_cause() {
        let folder = tempfile::tempdir().unwrap();
        let error = replace(&folder.path().join("gone/a.md"), "before", "after").unwrap_err();
        assert!(matches!(error, WriteError::Failed { cause, .. } if cause.kind() == io::ErrorKind::NotFound));
    }
}
