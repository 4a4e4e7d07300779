//! Where a record lies, and which journal is safe there. Reads the list of mounts; never writes anything.

use std::path::{Path, PathBuf};

/// A record's file and its journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorePlace {
    pub file: PathBuf,
    pub journal: Journal,
}

/// How a transaction is made durable. Both go with `synchronous = full` wherever a fact is kept; no other pair survived
/// every power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journal {
    /// A write-ahead log, on a plain local disk only: it needs shared memory and locks that networks only pretend.
    Wal,
    /// A rollback journal cut to length zero, everywhere else.
    Truncate,
}

impl StorePlace {
    /// The journal follows from the disk that the file lies on, or will lie on.
    pub fn of(file: &Path) -> StorePlace {
        let journal = if lies_on_local_disk(file) { Journal::Wal } else { Journal::Truncate };
        StorePlace { file: file.to_path_buf(), journal }
    }
}

/// The real path of the nearest folder above `file` that exists.
#[cfg(any(target_os = "linux", windows))]
fn real_folder(file: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(file).ok()?;
    start.ancestors().find_map(|folder| std::fs::canonicalize(folder).ok())
}

#[cfg(target_os = "linux")]
fn lies_on_local_disk(file: &Path) -> bool {
    let (Some(folder), Ok(mounts)) = (real_folder(file), mounts()) else { return false };
    file_system_of(&folder, &String::from_utf8_lossy(&mounts)).is_some_and(is_local_file_system)
}

/// The real path of a mapped drive is the share behind it, so a drive letter here is a disk of this machine.
/// In one read: the kernel makes up the text anew each time and tells no length before.
#[cfg(target_os = "linux")]
fn mounts() -> std::io::Result<Vec<u8>> {
    let mut mounts = Vec::with_capacity(16 << 10);
    std::io::Read::read_to_end(&mut std::fs::File::open("/proc/self/mountinfo")?, &mut mounts)?;
    Ok(mounts)
}

#[cfg(windows)]
fn lies_on_local_disk(file: &Path) -> bool {
    real_folder(file).is_some_and(|folder| !is_share(&folder.to_string_lossy()))
}

#[cfg(not(any(target_os = "linux", windows)))]
fn lies_on_local_disk(_file: &Path) -> bool {
    // Elsewhere the kind of disk is not known without unsafe calls; the slower journal is right on all of them.
    false
}

/// The type of file system that holds `folder`, from the text of `/proc/self/mountinfo` (proc(5)): the mount with the
/// longest path above it, and of two on one path the later.
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
fn file_system_of<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((front, back)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(file_system)) = (front.split(' ').nth(4), back.split(' ').next()) else { continue };
        let point = unescape(point);
        let depth = Path::new(&point).components().count();
        if folder.starts_with(&point) && best.is_none_or(|(deepest, _)| depth >= deepest) {
            best = Some((depth, file_system));
        }
    }
    best.map(|(_, file_system)| file_system)
}

/// Space, tab, line feed and backslash stand as `\040`, `\011`, `\012` and `\134`.
fn unescape(point: &str) -> String {
    if !point.contains('\\') {
        return point.to_owned();
    }
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .into_iter()
        .fold(point.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

/// Only what is known to be a disk of this machine: a file system that nobody thought of gets the safer journal.
#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
fn is_local_file_system(file_system: &str) -> bool {
    const LOCAL: [&str; 13] = [
        "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "bcachefs", "ntfs3", "tmpfs",
        "overlay",
    ];
    LOCAL.contains(&file_system)
}

/// `\\server\share` and `\\?\UNC\server\share`; `\\?\C:\` and `C:\` are not.
#[cfg_attr(not(windows), allow(dead_code))]
fn is_share(path: &str) -> bool {
    match path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\\.\")) {
        Some(rest) => rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(r"UNC\")),
        None => path.starts_with(r"\\") || path.starts_with("//"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rstest::rstest;

    use super::{file_system_of, is_local_file_system, is_share};

    const MOUNTS: &str = r"22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /proc rw - proc proc rw
31 22 0:40 / /home rw,relatime shared:20 master:3 - nfs4 filer:/home rw
32 31 0:41 / /home/hanako/Local\040Disk rw - xfs /dev/sdb1 rw
33 22 0:42 / /mnt/c rw - 9p C:\134 rw
34 22 0:43 / /media/usb rw - fuseblk /dev/sdc1 rw
35 22 0:44 / /srv rw - ext4 /dev/sdd rw
36 22 0:45 / /srv rw - cifs //server/share rw
37 22 0:46 / /odd rw - newfs something rw";

    #[rstest]
    #[case("/var/lib", "ext4", true)]
    #[case("/home/hanako", "nfs4", false)]
    #[case("/homestead", "ext4", true)]
    #[case("/home/hanako/Local Disk/data", "xfs", true)]
    #[case("/mnt/c/Users", "9p", false)]
    #[case("/media/usb", "fuseblk", false)]
    #[case("/srv/data", "cifs", false)]
    #[case("/odd", "newfs", false)]
    fn the_nearest_and_latest_mount_decides(#[case] folder: &str, #[case] file_system: &str, #[case] local: bool) {
        assert_eq!(file_system_of(Path::new(folder), MOUNTS), Some(file_system));
        assert_eq!(is_local_file_system(file_system), local);
    }

    #[rstest]
    #[case(r"C:\Users\hanako", false)]
    #[case(r"\\?\C:\Users\hanako", false)]
    #[case(r"\\server\home\hanako", true)]
    #[case(r"\\?\UNC\server\home", true)]
    #[case("//server/home", true)]
    fn a_share_is_told_from_a_drive(#[case] path: &str, #[case] share: bool) {
        assert_eq!(is_share(path), share);
    }
}
