//! Floor of a durable answer: a key is read, 4 KiB are appended and waited for, and a word is written.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

fn main() -> io::Result<()> {
    let path = std::env::args_os().nth(1).ok_or_else(|| io::Error::other("which file?"))?;
    let mut log = OpenOptions::new().create(true).append(true).open(path)?;
    enable_raw_mode()?;
    let mut out = io::stdout();
    out.write_all(b"ready")?;
    out.flush()?;
    let mut key = [0];
    while io::stdin().read(&mut key)? == 1 && key[0] != 3 {
        log.write_all(&[b'.'; 4096])?;
        log.sync_data()?;
        out.write_all(b"kept")?;
        out.flush()?;
    }
    disable_raw_mode()
}
