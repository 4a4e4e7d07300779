//! Floor of looking a library over: every file below a folder is listed and asked for its size and time, none is opened.

use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).ok_or_else(|| io::Error::other("which folder?"))?;
    let mut seen = (0_u64, 0_u64);
    walk(Path::new(&folder), &mut seen)?;
    println!("{} files, {} bytes", seen.0, seen.1);
    Ok(())
}

fn walk(folder: &Path, seen: &mut (u64, u64)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), seen)?;
        } else {
            let metadata = entry.metadata()?;
            metadata.modified()?;
            seen.0 += 1;
            seen.1 += metadata.len();
        }
    }
    Ok(())
}
