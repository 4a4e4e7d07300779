//! Files beside the record, private to the account, durable in their folder, moved aside and never deleted.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Makes a folder and those above it that are missing; only this account can look into what is made.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes an empty file that only this account can read; an existing one is an error.
pub(super) fn make_private_file(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Makes such a file under the first free of the names `<name>`, `<name>2` …
pub(super) fn make_new_private_file(name: &Path) -> io::Result<(PathBuf, File)> {
    let mut free = name.to_path_buf();
    let mut number = 2;
    loop {
        match make_private_file(&free) {
            Ok(file) => return Ok((free, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                free = with_suffix(name, &number.to_string());
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Gives a finished file its name, unless the name is taken. True when this file has it now.
///
/// A second name is linked first, because that fails when somebody else was quicker, while renaming would replace
/// their file. A disk without links gets the rename.
pub(super) fn publish(finished: &Path, name: &Path) -> io::Result<bool> {
    match fs::hard_link(finished, name) {
        Ok(()) => {
            fs::remove_file(finished)?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(finished)?;
            Ok(false)
        }
        Err(_) if !name.try_exists()? => fs::rename(finished, name).map(|()| true),
        Err(error) => Err(error),
    }
}

/// Gives a file new content in one step: whoever reads it, and a power cut, finds the old or the new, never a part. The
/// folder is made if it is missing; both are private to the account.
pub fn replace_private_file(file: &Path, content: &[u8]) -> io::Result<()> {
    let folder = folder_of(file);
    make_private_folder(folder)?;
    let (finished, mut new) = make_new_private_file(&with_suffix(file, ".new"))?;
    let written = new.write_all(content).and_then(|()| new.sync_all());
    drop(new);
    if let Err(error) = written.and_then(|()| rename_patiently(&finished, file)) {
        // What could not be finished is of no use; if it cannot be removed either, its name is its only harm.
        drop(fs::remove_file(&finished));
        return Err(error);
    }
    sync_folder(folder)
}

/// On Windows a virus scanner may hold a new file for a moment; elsewhere a refusal is meant.
fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    const TRIES: u32 = if cfg!(windows) { 8 } else { 1 };
    let mut tried = 1;
    loop {
        match fs::rename(from, to) {
            Err(_) if tried < TRIES => thread::sleep(Duration::from_millis(10 << tried)),
            renamed => return renamed,
        }
        tried += 1;
    }
}

/// Makes new names in a folder survive a power cut. Windows journals them by itself and cannot be asked.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _folder = folder;
    Ok(())
}

/// Renames a file that is in the way to the first free name `<name>.aside`, `<name>.aside2` …
pub(super) fn move_aside(file: &Path) -> io::Result<()> {
    let mut free = with_suffix(file, ".aside");
    let mut number = 2;
    while free.try_exists()? {
        free = with_suffix(file, &format!(".aside{number}"));
        number += 1;
    }
    fs::rename(file, free)
}

/// `sukima.db` and `-wal` make `sukima.db-wal`.
pub(super) fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// The file as SQLite is asked for one that nobody writes (sqlite.org/uri.html): without locks and without files beside
/// it.
pub(super) fn immutable(file: &Path) -> String {
    let path = file.as_os_str().as_encoded_bytes();
    let mut uri = String::from("file:");
    // A drive's letter is no first folder.
    if cfg!(windows) && path.get(1) == Some(&b':') {
        uri.push('/');
    }
    for byte in path {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            byte if byte.is_ascii_alphanumeric() || b"/._-:".contains(byte) => uri.push(char::from(*byte)),
            byte => uri.push_str(&format!("%{byte:02x}")),
        }
    }
    uri + "?immutable=1"
}

/// The folder of a file; `.` for a bare name.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{make_new_private_file, make_private_folder, move_aside, publish, replace_private_file};

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("new").join("settings.toml");
        for text in ["first", "second"] {
            replace_private_file(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        // A folder in its place is not replaced, and the unfinished file is taken away.
        let folder_there = folder.path().join("new").join("there");
        fs::create_dir(&folder_there).unwrap();
        fs::write(folder_there.join("x"), "").unwrap();
        assert!(replace_private_file(&folder_there, b"text").is_err());
        let left = fs::read_dir(folder.path().join("new")).unwrap().count();
        assert_eq!(left, 2);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_written_is_private_to_the_account() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("new").join("settings.toml");
        replace_private_file(&file, b"text").unwrap();
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    }

    #[test]
    fn the_quicker_of_two_files_gets_the_name() {
        let folder = tempfile::TempDir::new().unwrap();
        let [name, one, two] = ["sukima.db", "one", "two"].map(|name| folder.path().join(name));
        fs::write(&one, "one").unwrap();
        fs::write(&two, "two").unwrap();
        assert!(publish(&one, &name).unwrap());
        assert!(!publish(&two, &name).unwrap());
        assert_eq!(fs::read_to_string(&name).unwrap(), "one");
        assert!(!one.exists() && !two.exists());
    }

    #[test]
    fn nothing_is_written_over() {
        let folder = tempfile::TempDir::new().unwrap();
        let deep = folder.path().join("a").join("b");
        make_private_folder(&deep).unwrap();
        make_private_folder(&deep).unwrap();
        for text in ["first", "second", "third"] {
            fs::write(deep.join("log"), text).unwrap();
            move_aside(&deep.join("log")).unwrap();
        }
        let kept = ["log.aside", "log.aside2", "log.aside3"].map(|name| fs::read_to_string(deep.join(name)).unwrap());
        assert_eq!(kept, ["first", "second", "third"]);
        let (first, _) = make_new_private_file(&deep.join("new")).unwrap();
        let (second, _) = make_new_private_file(&deep.join("new")).unwrap();
        assert_eq!((first, second), (deep.join("new"), deep.join("new2")));
    }
}
